"""What came of tests, told beside their number: 检测4万人，检出120例, 新增300例, 24人呈阴性, 1人待定."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure, Reading

TESTING, TESTED, POSITIVE = "testing", "tested", "positive"
NEW_CASES = ("case_count", "confirmed")
# 检测4万人，检出|120例: who is found was tested positive, unless the words say what else was found in them.
_FOUND = re.compile(
    r"(?:检出|检测出|检查出|查出|筛出|筛查出|檢出|檢測出|篩查出)(?:了|新冠|病例|感染者|患者|共|仅|有|约|近){0,4}\Z"
)
# 新增|300例, 新增确诊|300例, behind a number of tests; 累计|9000例 behind such cases.
_NEW = re.compile(
    r"[，,；;。：:]\s*(?:其中|同[日时]|当[日天]|昨[日天]|单日|全[国省市])?(?:报告)?新增(?:了|报告|确诊|病例|确诊病例|感染者|个案|約|约|近){0,4}\Z"
)
_TOTAL = re.compile(
    r"[，,；;]\s*(?:全[国省市])?(?:累计|累積|累計)(?:报告|确诊|病例|确诊病例|感染者|个案|达到?|已达|为|约|近){0,4}\Z"
)
# Cases are counted in these; who counts tests in them too says nothing by them: 检测500例，新增60例.
_CASES = frozenset({"例", "宗"})
_OF_TESTS = re.compile(r"[^，,。；;：:\n\d]{0,8}(?:检测|檢測|采样|检验|样本|标本|阴性|陰性)")
# 24人|呈阴性, 13人的|检测结果均为阴性; not 21人阳性转阴性, nor 12名阴性患者转为阳性.
_NEGATIVE_BEHIND = re.compile(
    r"[^，,。；;：:、！？\n\d阳陽转轉由]{0,10}(?:阴性|陰性)(?![^，,。；;：:、！？\n\d]{0,8}[阳陽])"
)
# 阴性|472人, 结果为阴性的有|472人
_NEGATIVE_BEFORE = re.compile(r"(?:阴性|陰性)(?:的|者|人员|人数|样本|标本|病例|共|计|有|为|達|达|各|约|近|：|:){0,4}\Z")
_POSITIVE_BEHIND = re.compile(r"[^，,。；;：:、！？\n\d]{0,8}[阳陽]")
# 1人|待定, 23人结果未出, 尚有|20人|等待结果
_PENDING = re.compile(
    r"的?(?:检测|核酸|样本|化验|人){0,3}(?:结果)?(?:仍|还|尚|正|均|都|则){0,2}"
    r"(?:待定|待查|待检|待出|待复核|(?:在)?(?:等待|等候|等)(?:检测|化验|最终)?结果|未出(?:结果)?|未明)"
)
REACH = 20


def result_measure(reading: Reading, figure: Figure) -> str | None:
    """Return the measure of people or samples by what came of their tests, or None where nothing near tells it.

    All 21 figures of annotated articles that are said to be negative are tested, and one that waits for its result is
    no positive one either.

    Args:
        reading: The document, all figures decided.
        figure: A figure.
    """
    decided, text = figure.decided, reading.text
    if decided is None or decided.type != TESTING:
        return None
    start = max(figure.clause[0], figure.start - REACH)
    if decided.measure == POSITIVE:
        return TESTED if _is_open(text, figure, start) else None
    if decided.measure == TESTED and _FOUND.search(text, start, figure.start) and not _is_open(text, figure, start):
        return POSITIVE
    return None


def _is_open(text: str, figure: Figure, start: int) -> bool:
    """Tell whether people were tested and not found positive, or not yet."""
    if _NEGATIVE_BEHIND.match(text, figure.end) or _PENDING.match(text, figure.end):
        return True
    return _NEGATIVE_BEFORE.search(text, start, figure.start) is not None and not _POSITIVE_BEHIND.match(
        text, figure.end
    )


def cases_beside_tests(reading: Reading, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of new cases that stand right behind a number of tests, or None.

    Args:
        reading: The document, the figures up to this one decided.
        figure: The figure, decided.
    """
    decided = figure.decided
    if decided is None or decided.type != TESTING or figure.quantity.surface_unit not in _CASES:
        return None
    at = reading.figure_after(figure.start)
    before = reading.figures[at - 1] if at else None
    if before is None or before.decided is None or before.sentence != figure.sentence:
        return None
    if _OF_TESTS.match(reading.text, figure.end):
        return None
    start = max(before.end, figure.start - REACH)
    if before.decided.type == TESTING and before.quantity.surface_unit not in _CASES:
        return NEW_CASES if _NEW.search(reading.text, start, figure.start) else None
    total = (before.decided.type, before.decided.measure) == NEW_CASES
    return NEW_CASES if total and _TOTAL.search(reading.text, start, figure.start) else None
