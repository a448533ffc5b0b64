"""Finding gazetteers: files named by path, and those of installed packages by entry point."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources
from importlib.metadata import entry_points
from pathlib import Path

from epiextract.errors import GazetteerError, InputError, did_you_mean
from epiextract.listed import listed
from epiextract.tagging.mentions import Entry
from epiextract.tagging.user_gazetteers import read_gazetteer

ENTRY_POINTS = "epiextract.gazetteers"
PATTERNS = ("*.gazetteer.csv", "*.gazetteer.jsonl")
ENDINGS = (".csv", ".jsonl", ".ndjson")
# Names of gazetteers, joined by commas, that shall not be loaded though they are installed.
DISABLE = "EPIEXTRACT_DISABLE_GAZETTEERS"


def find_gazetteers(wanted: Iterable[str | Path] | str | Path | None = None) -> list[Entry]:
    """Return the rows of the gazetteers asked for.

    Args:
        wanted: Names of installed gazetteers, or paths of CSV or JSON Lines files; None for all that are installed.

    Raises:
        GazetteerError: EPX503 for a name that nobody supplies; whatever reading finds. Where all are wanted, one that
            cannot be read is left out with a warning, so that the rest works.

    >>> find_gazetteers([])
    []
    """
    if wanted is None:
        return _every_installed()
    return [row for item in listed(wanted) for file in _files(item) for row in read_gazetteer(file)]


def _gazetteers_in(folder: Path) -> list[Path]:
    """Return the gazetteers in the folder of a package, and below it, by their names' endings."""
    return sorted(file for pattern in PATTERNS for file in folder.rglob(pattern))


def _every_installed() -> list[Entry]:
    disabled = {name.strip() for name in os.environ.get(DISABLE, "").split(",")}
    rows: list[Entry] = []
    for name, files in sorted(_installed().items()):
        if name in disabled:
            continue
        try:
            rows += [row for file in files for row in read_gazetteer(file)]
        except GazetteerError as error:
            warnings.warn(f"left out the gazetteer {name}: {error}", stacklevel=2)
    return rows


def _files(item: str | Path) -> Sequence[Path]:
    known = {} if isinstance(item, Path) else _installed()
    if item in known:
        return known[str(item)]
    if not str(item):
        raise InputError("EPX401", "no gazetteer has an empty name", where="''", hint="Give a name or a path.")
    if isinstance(item, str) and not (os.sep in item or item.endswith(ENDINGS) or Path(item).exists()):
        near = did_you_mean(item, known)
        hint = f"{near} Installed are {', '.join(sorted(known)) or 'none'}; or name a file.".lstrip()
        raise GazetteerError("EPX503", f"unknown gazetteer {item!r}", hint=hint)
    return [Path(item)]


@lru_cache(maxsize=1)
def _installed() -> dict[str, list[Path]]:
    """Return the files of every installed gazetteer, by its name; looked for once a process."""
    found: dict[str, list[Path]] = {}
    for point in entry_points(group=ENTRY_POINTS):
        try:
            files = _gazetteers_in(Path(str(resources.files(point.value))))
        except (ImportError, TypeError) as error:
            warnings.warn(f"the gazetteer {point.name} cannot be found: {error}", stacklevel=2)
            continue
        if not files:
            warnings.warn(f"the gazetteer {point.name}: {point.value} has no {' or '.join(PATTERNS)}", stacklevel=2)
        found.setdefault(point.name, []).extend(files)
    return found
