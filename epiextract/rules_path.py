"""Where the built-in packs and lexicons stand: beside the package in a checkout, as ``epiextract_rules`` in a wheel."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from epiextract.errors import ConfigError

MARK = Path("zh") / "base.pack.yaml"


@lru_cache(maxsize=1)
def builtin_rules_path() -> Path:
    """Return the folder of the built-in packs and lexicons.

    Raises:
        ConfigError: EPX302 where the installation has no rules.

    >>> (builtin_rules_path() / "zh" / "base.pack.yaml").is_file()
    True
    """
    beside = Path(__file__).resolve().parent.parent / "rules"
    if (beside / MARK).is_file():
        return beside
    spec = find_spec("epiextract_rules")
    if spec is not None and spec.origin is not None and (Path(spec.origin).parent / MARK).is_file():
        return Path(spec.origin).parent
    raise ConfigError(
        "EPX302",
        "the built-in rules are not installed",
        where=str(beside),
        hint="Install epiextract anew from its wheel.",
    )


def read_words(name: str) -> Iterator[str]:
    """Yield the words of a built-in file below ``rules/zh/`` that has some in a line.

    >>> "朝阳" in read_words("geography/unsafe.txt")
    True
    """
    for line in _lines(name):
        yield from line.split()


def read_table(name: str) -> Iterator[list[str]]:
    """Yield the rows of a built-in table below ``rules/zh/``, their cells parted by tabs.

    >>> next(read_table("geography/china.tsv"))[1]
    '北京市'
    """
    return (line.split("\t") for line in _lines(name))


def read_lexicon(name: str) -> dict[str, Any]:
    """Return a built-in lexicon that is a mapping, ``rules/zh/lexicons/NAME.yaml``.

    >>> read_lexicon("rates")["hour"]
    '每小时 每个小时'
    """
    import yaml

    path = builtin_rules_path() / "zh" / "lexicons" / f"{name}.yaml"
    # of the same rules as yaml.safe_load, in C where there is one: a tenth of the time
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    words: dict[str, Any] = yaml.load(path.read_text("utf-8"), loader)
    return words


def _lines(name: str) -> Iterator[str]:
    """Yield the lines that are neither empty nor comments."""
    for line in (builtin_rules_path() / "zh" / name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line
