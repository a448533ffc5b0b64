"""Running all cases of packs, as `epiextract packs test` does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from epiextract.packs.loader import LoadedPack
from epiextract.testing.cases import Result, pack_cases, run_case

if TYPE_CHECKING:
    from epiextract.extractor import Extractor

CUES = "zh.base"


def extractor_for(path: Path) -> Extractor:
    """Return the extractor on which a pack's cases run: the pack, what it uses, ``zh.base``, and no trained model.

    A built-in pack is tried together with all built-in packs, since it lives with them; what is installed besides has
    no say.

    Args:
        path: The pack's file.
    """
    from epiextract.packs.discovery import find_packs, is_builtin
    from epiextract.rules_path import builtin_rules_path

    if is_builtin(path):
        return _extractor((str(builtin_rules_path()),))
    found = find_packs([str(path)])
    # whoever extracts has the cues beside every pack: 拟转移2万人 is planned, be it that the pack does not use them
    beside = () if CUES in {pack.name for pack in found} else (CUES,)
    # a pack that was changed since, in a notebook for one, is another one
    return _extractor((*beside, str(path)), tuple(_content(pack) for pack in found))


def _content(pack: LoadedPack) -> bytes:
    """Return what tells a pack from what it was before it was changed: its file, and the words of its lexicons."""
    told = blake2b(Path(pack.located.source).read_bytes(), digest_size=16)
    told.update(repr(pack.terms).encode())
    return told.digest()


@lru_cache(maxsize=8)
def _extractor(packs: tuple[str, ...], content: tuple[bytes, ...] = ()) -> Extractor:
    from epiextract.extractor import Extractor

    return Extractor(packs=packs, gazetteers=(), learned=False)


def run_packs(packs: Iterable[tuple[LoadedPack, Path]]) -> Iterator[Result]:
    """Yield the result of every case of *packs*.

    Args:
        packs: Packs with their files.
    """
    for pack, path in packs:
        extractor = extractor_for(path)
        for case in pack_cases(pack):
            yield run_case(case, extractor)


def case_count(results: Iterable[Result]) -> dict[str, int]:
    """Return the number of results by outcome."""
    return dict(Counter(result.outcome for result in results))
