"""No place of a part is that of its whole: 新增4例，为信阳市2例、南阳市2例; 大邱5867人，庆北1143人，合计7010人."""

from __future__ import annotations

from collections.abc import Sequence

from epiextract.deciding.candidates.breakdowns import counted_parts
from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.lists.sums_behind import added_up_behind
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention


def without_parts(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without those behind a figure that hold only a part of it: 现有7952例（湖北|7592例）.

    确诊248例，其中黄石市区186人，大冶市62人 names 黄石市 too, of which all are parts that make the whole.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: The candidates for its place.
    """
    parts = counted_parts(reading, figure)
    whole = figure.quantity.value
    if not parts or whole is None or (len(parts) > 1 and sum(map(_number, parts)) == whole):
        return list(candidates)
    fewer = [place for place, number in parts if _number((place, number)) < whole]
    return _apart_from(candidates, fewer)


def without_added_up(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without those that stand among the items that a figure adds up.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: The candidates for its place.
    """
    parts = added_up_behind(reading, figure)
    if not parts:
        return list(candidates)
    own = [place for one in parts if (place := _own_place(reading, one)) is not None]
    # 湖南3例，死亡1例，共4例: one place holds all
    return _apart_from(candidates, own) if len(own) == len(parts) else list(candidates)


def _apart_from(candidates: Sequence[Candidate], parts: Sequence[Mention]) -> list[Candidate]:
    """Return the candidates that are none of the places of parts, nor their like in a title."""
    starts, ids = {one.start for one in parts}, {one.value for one in parts}
    kept = (one for one in candidates if one.spot.start not in starts)
    return [one for one in kept if one.sentence >= 0 or one.mentions[0].value not in ids]


def _own_place(reading: Reading, figure: Figure) -> Mention | None:
    """Return the place before a figure that no other figure parts from it, or None."""
    for mention in reversed(reading.mentions[max(0, figure.index - 4) : figure.index]):
        if mention.tag == "QTY":
            return None
        if mention.tag == "PLACE":
            return mention
    return None


def _number(part: tuple[Mention, Mention]) -> float:
    return float(getattr(part[1].payload, "value", None) or 0)
