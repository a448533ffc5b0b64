"""What a part of a whole counts, where its own words say less than those of its whole."""

from __future__ import annotations

from epiextract.deciding.lists.parts import says_itself
from epiextract.deciding.lists.sums import summed
from epiextract.deciding.lists.wholes import part_of
from epiextract.deciding.types.counted import counted_words
from epiextract.deciding.types.fits import NOTHING, OTHER
from epiextract.matching.reading import Decision, Figure, Reading


def as_whole(reading: Reading, decided: Decision, whole: Figure) -> Decision:
    """Return the decision of a part with the words for what its whole counts, where both are of one type."""
    told = whole.decided
    if told is None or told.type != decided.type or decided.type in (OTHER, NOTHING):
        return decided
    return Decision(decided.type, told.measure or counted_words(reading, whole), told.rule, told.match)


# 病例 says nothing of people but that they have the disease; who has recovered or died was confirmed before.
ILL, CONFIRMED = "patient", "confirmed"
OUTCOMES = frozenset({"recovered", "death"})


def as_part(reading: Reading, figure: Figure) -> Decision | None:
    """Return the decision of a part with its whole's measure, where its own words say less of people; or None.

    Of 出院2041例，其中境外输入病例64例 all have recovered. Where parts add up, one that has no word of its own counts
    what its whole does (39 of 40 of annotated articles): 新增疑似病例2例。其中长沙市1例，岳阳市1例.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    summing = summed(reading).get(figure.index)
    whole = summing or part_of(reading, figure)
    own, told = figure.decided, whole.decided if whole else None
    if own is None or told is None or own.type != told.type or own.measure == told.measure:
        return None
    less = told.measure in OUTCOMES and own.measure in (ILL, CONFIRMED)
    if summing is not None:
        less = less or own.measure == ILL or (own.measure == CONFIRMED and not says_itself(reading, figure))
    return Decision(own.type, told.measure, told.rule) if less else None
