"""The places of parts hold for the parts alone: in 确诊93例，其中甲市55例；疑似25例 the last are the whole's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.spots import Spot
from epiextract.deciding.lists.wholes import whole_of
from epiextract.matching.reading import Figure, Reading

# What tells the parts of a whole, up to where it closes; or in brackets where they are: 4例，均为输入病例（均在上海）.
_PARTS = re.compile(r"(?:其中|当中|當中)[^；;。！？\n]{1,300}|[（(][均都]?(?:在|来自|來自)[^（()）\n]{2,30}[）)]")


def outside_parts(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places that may hold for a figure: none that was named for a part of what was told before.

    Of 60 figures of annotated news behind such parts none holds at a place that only the parts name. Where nothing
    else names a place all are left.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: The candidates for its place.
    """
    kept = [one for one in candidates if not _is_of_part(reading, figure, one.spot)]
    return kept if any(one.sentence >= 0 for one in kept) else list(candidates)


def _is_of_part(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place stands among parts that close before the figure, in its paragraph."""
    starts, ends = _parts(reading)
    at = bisect_right(starts, spot.start) - 1
    if at < 0 or not spot.start < ends[at] <= figure.start:
        return False
    return reading.paragraph_of(spot.sentence) == reading.paragraph_of(figure.sentence)


def _parts(reading: Reading) -> tuple[list[int], list[int]]:
    """Return where a document tells parts, from first to last character, looked for once for all figures."""
    found: tuple[list[int], list[int]] | None = reading.lines.get("parts")
    if found is None:
        spans = sorted([*(match.span() for match in _PARTS.finditer(reading.text)), *_counted(reading)])
        found = reading.lines["parts"] = _joined(spans)
    return found


def _counted(reading: Reading) -> list[tuple[int, int]]:
    """Return from where each whole ends to where its part does: 北京新增36例。男性21例，女性15例；丰台区21例."""
    wholes = ((whole_of(reading, figure), figure) for figure in reading.figures)
    return [(whole.end, part.end) for whole, part in wholes if whole]


def _joined(spans: Sequence[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return the stretches that overlap or touch as one."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in spans:
        if ends and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends
