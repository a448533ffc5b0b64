"""People of whom some were found ill: 乘客120人中8人确诊 counts 120 passengers, not 120 cases."""

from __future__ import annotations

import re

from epiextract.deciding.types.fits import OTHER
from epiextract.matching.reading import Decision, Figure, Reading

RULE_BASE = "core/base@1"
CASES, TESTING, TESTED, POSITIVE = "case_count", "testing", "tested", "positive"
ILL = frozenset({"confirmed", "infection", "asymptomatic", "positive"})
# 120人|中，有|8人, 206名|乘客里|3人; of 患者中 and 密接者中 all were counted as such.
_SOME = re.compile(
    r"(?:[^，,。；;：:、（(\n\d患病例疑似感染阳性确诊密接隔离医护]{0,6})(?:之中|当中|中|里)[，,]?"
    r"(?:(?:目前|现|已经?|至少|另|仅|只|共|先后|陆续|分别|约|近|超过?|有){0,3}|(?:已|有|共)?(?:确诊|检出|查出)(?:了|有)?)"
)
# 8人|确诊, 8人|核酸检测呈阳性, 5人|没有症状却呈阳性
_FOUND_ILL = re.compile(r"[^，,。；;：:、！？\n\d未]{0,10}?(?:确诊|確診|[阳陽]性|感染|染疫|中招)")
_FOUND_BEFORE = re.compile(r"(?:确诊|检出|查出)(?:了|有)?\Z")
_TESTED_BEHIND = re.compile(r"[^，,。；;：:、！？\n\d未]{0,6}?(?:检测|檢測|筛查|核酸|采样)")
# What the people are said to be before their number: 确诊24人中3人…, 接受检测的46人里….
_STATE = re.compile(
    "确诊|確診|病例|患者|病人|病患|感染|阳性|陽性|疑似|死|亡|治愈|出院|发热|發熱|密切|密接|隔离|隔離|观察|收治|入院|医护|新增|累计"
)
_TEST = re.compile("检测|檢測|送检|采样|受检|测过|筛查|化验|核酸")
# 3533人中，已检测|46人: who is told before was not tested, but for some.
_SOME_TESTED = re.compile(
    r"(?:[^，,。；;：:、（(\n\d]{0,6})(?:之中|当中|中|里)[，,]?(?:目前|现|已经?|有){0,3}(?:检测|送检|化验|筛查)(?:了|过)?"
)
REACH, MOST_BETWEEN = 24, 16


def as_base(reading: Reading, figure: Figure) -> Decision | None:
    """Return what a number of people counts of whom the next figure says how many were found ill, or None.

    Args:
        reading: The document, decided by models.
        figure: A figure.
    """
    decided, text = figure.decided, reading.text
    if decided is None or figure.quantity.kind != "person" or figure.quantity.article:
        return None
    at = reading.figure_after(figure.start) + 1
    part = reading.figures[at] if at < len(reading.figures) else None
    if part is None or part.quantity.kind != "person" or part.start - figure.end > MOST_BETWEEN:
        return None
    if (part.quantity.value or 0) > (figure.quantity.value or 0):
        return None
    before = text[max(figure.clause[0], figure.start - REACH) : figure.start]
    if _TEST.search(before):
        taken = (decided.type == CASES and decided.measure in ILL) or decided.measure == POSITIVE
        return Decision(TESTING, TESTED, RULE_BASE) if taken and _is_told(text, figure, part) else None
    if (decided.type, decided.measure) == (TESTING, TESTED):
        return Decision(OTHER, None, RULE_BASE) if _SOME_TESTED.fullmatch(text, figure.end, part.start) else None
    if decided.type not in (CASES, TESTING) or decided.measure not in ILL or _STATE.search(before):
        return None
    return Decision(OTHER, None, RULE_BASE) if _is_told(text, figure, part) else None


def _is_told(text: str, figure: Figure, part: Figure) -> bool:
    """Tell whether some of the people of a figure are said to be found ill, and nothing of all of them."""
    if not _SOME.fullmatch(text, figure.end, part.start):
        return False
    return bool(_FOUND_ILL.match(text, part.end) or _FOUND_BEFORE.search(text, figure.end, part.start))
