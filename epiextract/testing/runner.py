"""Running all cases of packs, as `epiextract packs test` does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from epiextract.packs.loader import LoadedPack
from epiextract.testing.cases import Case, Result, pack_cases, run_case

if TYPE_CHECKING:
    from epiextract.extractor import Extractor


def extractor_for(pack: LoadedPack, path: Path) -> Extractor:
    """Return the extractor on which a pack's cases run: the pack, what it uses, and no trained model.

    A built-in pack is tried together with all built-in packs, since it lives with them.

    Args:
        pack: The pack.
        path: Its file.
    """
    from epiextract.packs.discovery import is_builtin

    return _extractor(None if is_builtin(path) else (str(path),))


@lru_cache(maxsize=8)
def _extractor(packs: Sequence[str] | None) -> Extractor:
    from epiextract.extractor import Extractor

    return Extractor(packs=packs, learned=False)


def run_packs(packs: Iterable[tuple[LoadedPack, Path]]) -> Iterator[Result]:
    """Yield the result of every case of *packs*.

    Args:
        packs: Packs with their files.
    """
    for pack, path in packs:
        extractor = extractor_for(pack, path)
        for case in pack_cases(pack):
            yield run_case(case, extractor)


def unused_terms(pack: LoadedPack) -> list[tuple[str, str, str]]:
    """Return (tag, value, term) of every term that stands in no example or reject of the pack.

    Args:
        pack: The pack.
    """
    texts = [case.case.text for case in pack_cases(pack)]
    return [(t.tag, t.value, t.text) for t in pack.terms if not any(t.text in text for text in texts)]


def unused_values(pack: LoadedPack) -> list[tuple[str, str]]:
    """Return (tag, value) of every tag value none of whose terms stands in an example or reject."""
    unused = Counter((tag, value) for tag, value, _ in unused_terms(pack))
    every = Counter((t.tag, t.value) for t in pack.terms)
    return sorted(key for key, count in every.items() if unused[key] == count)


def case_count(results: Iterable[Result]) -> dict[str, int]:
    """Return the number of results by outcome."""
    return dict(Counter(result.outcome for result in results))


__all__ = ["Case", "Result", "case_count", "extractor_for", "run_packs", "unused_terms", "unused_values"]
