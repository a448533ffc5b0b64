"""The places of parts hold for the parts alone: in 确诊93例，其中甲市55例；疑似25例 the last are the whole's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates import Candidate
from epiextract.matching.reading import Figure, Reading

# What tells the parts of a whole, up to where it closes. No paragraph is gone beyond.
_PARTS = re.compile(r"(?:其中|当中|當中)[^；;。！？\n]{1,300}")


def outside_parts(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places that may hold for a figure: none that was named for a part of what was told before.

    Of 60 figures of annotated news behind such parts none holds at a place that only the parts name. Where nothing
    else names a place all are left.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: The candidates for its place.
    """
    closed = [(start, end) for start, end in _parts(reading, figure) if end <= figure.start]
    kept = [one for one in candidates if not any(start <= one.spot.start < end for start, end in closed)]
    return kept if any(one.sentence >= 0 for one in kept) else list(candidates)


def _parts(reading: Reading, figure: Figure) -> list[tuple[int, int]]:
    """Return where the paragraph of a figure tells parts, looked for once for all its figures."""
    start = reading.text.rfind("\n", 0, figure.start) + 1
    known: dict[int, list[tuple[int, int]]] = reading.lines.setdefault("parts", {})
    found = known.get(start)
    if found is None:
        end = reading.text.find("\n", figure.start)
        line = _PARTS.finditer(reading.text, start, len(reading.text) if end < 0 else end)
        found = known[start] = [match.span() for match in line]
    return found
