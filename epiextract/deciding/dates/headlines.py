"""A headline in brackets before its article has no date but its own: 【河北新增出院9例】|2月12日，河北省新增…."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.matching.reading import Figure, Reading

# 【河北新增出院9例】, #陕西新增确诊7例#
_HEADLINE = re.compile(r"[\s>]{0,4}(?:【[^【】\n]{2,60}】|#[^#\n]{2,60}#)")
REACH = 64
# So far behind it the day stands with which its article opens: 】|2月12日，, 】人民网3月2日电.
NEAR, MOST = 14, 3


def headline_of(reading: Reading, figure: Figure) -> tuple[int, int] | None:
    """Return where the headline begins and ends that holds a figure and opens its paragraph; None where no day follows.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    start = reading.paragraphs[reading.paragraph_of(figure.sentence)].start
    if figure.start - start > REACH:
        return None
    headline = _HEADLINE.match(reading.text, start)
    if headline is None or figure.end >= headline.end():
        return None
    at = reading.index_after(headline.end())
    behind = reading.mentions[at : at + MOST]
    dated = any(one.tag == "TIME" and one.start - headline.end() <= NEAR for one in behind)
    return headline.span() if dated else None


def dates_told(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the times that may date a figure: those of its headline alone, where it stands in one.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: The times around it.
    """
    headline = headline_of(reading, figure)
    return [one for one in candidates if headline is None or headline[0] <= one.spot.start < headline[1]]
