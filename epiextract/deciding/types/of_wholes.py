"""What a part of a whole counts, where its own words say less than those of its whole."""

from __future__ import annotations

import re

from epiextract.deciding.lists.named_heads import named_heads
from epiextract.deciding.lists.parts import says_itself
from epiextract.deciding.lists.sums import summed
from epiextract.deciding.lists.sums_behind import added_up_behind
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
# Who has the disease in one way or another; of 密切接触者 some may be ill.
OF_THE_ILL = OUTCOMES | {CONFIRMED, "suspected", "asymptomatic", "infection", "hospitalized", "severe", "critical"}
NOT_CONFIRMED = frozenset({"suspected", "asymptomatic"})
_CONFIRMED = re.compile("[确確][诊診]")
# What the ill were before: 新增确诊19例，其中12例|为密切接触者, 与确诊病例有密切接触的|7例.
BEFORE = frozenset({"close_contact", "observation"})
_WERE = re.compile(
    r"[均都]?(?:为|為|系|係|是|属于|屬於|在)[^，,。；;：:\n\d]{0,16}?(?:接触者?|接觸者?|密接者?|隔离|隔離|观察|觀察)"
)
# 新增18例，其中隔离观察人员|17例、社会面筛查人员|1例: how they were found. A 例 of people is a case.
_FOUND = re.compile(
    r"(?:隔离|管控|闭环|筛查|排查|社会面|社区)[^，,。；;：:、\n\d]{0,6}(?:人员|对象|中|发现|检出)(?:检出|发现)?\Z"
)
_CASE_UNITS = frozenset("例宗")
_HAD = re.compile(r"有(?:过)?(?:密切)?接[触觸](?:史)?的\Z")
# 136个社区中，36个|发现确诊病例: what some of the sites have or do, and no noun of something else.
SITES, NUMBER = "facility", "count"
_DO = re.compile(
    r"[，,。；;）)]|(?:已|未|没有|均|都|仍|还|正|被|为|是|有|无|处于|属|出现|发现|报告|恢复|实现|完成|解除|开[业工放学诊]|关[闭停]|复[工产业市学课]"
    r"|[停休][工产业舱]|封|启|达|实[行施]|采取|设[立有置]|建[立成有]|符合|通过|连续|确诊|收治|参与|加入)"
)
_ENDS = re.compile(r"\s*(?:[，,、；;。）)\n]|\Z)")
# How much of a clause is read on either side of a figure.
REACH = 12


def as_part(reading: Reading, figure: Figure) -> Decision | None:
    """Return the decision of a part with its whole's measure, where its own words say less of people; or None.

    Of 出院2041例，其中境外输入病例64例 all have recovered. Where parts add up, one that has no word of its own counts
    what its whole does (39 of 40 of annotated articles): 新增疑似病例2例。其中长沙市1例，岳阳市1例. No part in
    annotated articles is of mere 病例 where its whole says more, nor of those who were confirmed where that says less,
    unless it says so.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    summing = summed(reading).get(figure.index)
    # what a list says of itself goes before what its numbers happen to add up to
    whole = named_heads(reading).get(figure.index) or summing or part_of(reading, figure)
    own, told = figure.decided, whole.decided if whole else None
    if own is not None and told is not None and own.type == OTHER and (told.type, told.measure) == (SITES, NUMBER):
        return Decision(SITES, NUMBER, told.rule) if is_told_by_whole(reading, figure) else None
    if own is None or told is None or own.type != told.type or own.measure == told.measure:
        return None
    if figure.index in named_heads(reading) and not says_itself(reading, figure):
        return Decision(own.type, told.measure, told.rule)
    less = (
        (own.measure == ILL and (summing is not None or told.measure in OF_THE_ILL))
        or (own.measure == CONFIRMED and told.measure in OUTCOMES)
        or (own.measure == CONFIRMED and told.measure in NOT_CONFIRMED and not _says_confirmed(reading, figure))
        or (own.measure == CONFIRMED and summing is not None and not says_itself(reading, figure))
        or (own.measure in OUTCOMES and told.measure == CONFIRMED and _says_nothing(reading, figure))
        or (own.measure in BEFORE and told.measure in OF_THE_ILL and _were(reading, figure))
    )
    return Decision(own.type, told.measure, told.rule) if less else None


def as_added_up(reading: Reading, figure: Figure) -> Decision | None:
    """Return the decision of a sum with what its items count, where it does not say so itself; or None.

    武汉市确诊6例，黄冈市2例，共计|8例 are confirmed.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    own = figure.decided
    if own is None or own.measure not in (ILL, CONFIRMED):
        return None
    parts = [one.decided for one in added_up_behind(reading, figure)]
    first = parts[0] if parts else None
    if first is None or {(one.type, one.measure) if one else None for one in parts} != {(own.type, first.measure)}:
        return None
    if own.measure == first.measure or says_itself(reading, figure):
        return None
    return Decision(own.type, first.measure, first.rule)


def _were(reading: Reading, figure: Figure) -> bool:
    """Tell whether a clause says what the people of a figure were before they fell ill."""
    start = max(figure.clause[0], figure.start - REACH)
    if figure.quantity.surface_unit in _CASE_UNITS and _FOUND.search(reading.text, start, figure.start):
        return True
    return bool(_WERE.match(reading.text, figure.end) or _HAD.search(reading.text, start, figure.start))


def is_told_by_whole(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is a part of what is counted in the same unit, and a verb stands behind it: 36个|发现病例.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    whole = part_of(reading, figure)
    if whole is None or whole.quantity.surface_unit != figure.quantity.surface_unit:
        return False
    return _DO.match(reading.text, figure.end) is not None


def _says_nothing(reading: Reading, figure: Figure) -> bool:
    """Tell whether nothing is told of a part but its name: 累计290例，死亡19例，其中酒泉市|105例."""
    return _ENDS.match(reading.text, figure.end) is not None and not says_itself(reading, figure)


def _says_confirmed(reading: Reading, figure: Figure) -> bool:
    """Tell whether the clause of a figure has 确诊 near by."""
    first, last = figure.clause
    near = max(first, figure.start - REACH), min(last, figure.end + REACH)
    return _CONFIRMED.search(reading.text, *near) is not None
