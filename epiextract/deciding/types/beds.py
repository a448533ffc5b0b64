"""Beds by their ward, and patients who came to them: 重症监护室床位96张; 可容纳床位136张，首日收治患者36名."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure, Reading

BED, CAPACITY, ICU, ADDED, HOSPITALIZED = "bed", "capacity", "icu", "added", ("case_count", "hospitalized")
# 首日|收治|轻症患者|36名, 当天接收36名|患者: what follows a day or a word for what is done tells who came.
_ILL = (
    r"(?:[^，,。；;：:、\n\d可能将拟医护]{0,8}?(?:患者|病人|病患|病例|感染者|轻症|重症|伤员)|伤者)"
    r"(?:、[^，,。；;：:、\n\d]{0,6}(?:患者|病人|轻症|重症))?"
)
_TOOK = r"(?:收治|接收|收住|接诊|接治|转入|收入)(?:了|到)?"
_WHEN = r"(?:首日|当[日天晚]|昨[日天晚]|今[日天晚]|首批|当前|目前|现[已在]|已经?|累计|先后|陆续|共|以来|\d日)"
_CAME = re.compile(
    rf"(?P<when>[^，,。；;\n可能将拟]{{0,10}}{_WHEN}[^，,。；;\n可能将拟\d]{{0,4}}|)(?:{_TOOK})(?P<ill>{_ILL})?(?:共计?|达|约)?"
)
_ILL_BEHIND = re.compile(_ILL)
_NUMBER = r"\d[\d,.]{0,8}[万千百]?[余多]?张"
# 可容纳床位|136张，收治患者36名: where beds are counted before, who is 收治 came.
_BEDS_BEFORE = re.compile(rf"(?:床位?[^，,。；;\n\d]{{0,6}}{_NUMBER}|{_NUMBER}[^，,。；;\n\d]{{0,4}}床位?)[，,]\Z")
REACH, BEFORE = 36, 24
# 新增200张|，目前共|800张, 新增1000张|床位，总数达|5.4万张, 扩充床位500张|，达到|1800张: all that there are then.
_COMES_TO = re.compile(
    r"的?(?:隔离|重症|负压)?(?:床位|病床|床)?后?[，,]\s*使?(?:全[省市县区院]|该院|医院|院内)?的?"
    r"(?:(?:目前|现在?|现已)[总一]?共(?:有|设|开放)?|(?:目前|现在?)?(?:(?:床位|病床)?总(?:床位数?|数|量|规模)|床位数?|病床数?|规模)?"
    r"(?:已|将|也|就|可){0,2}(?:达到?|增至|增加[到至]|升至|提升[到至]|扩[大充展容]?[到至]))(?:床位|病床)?了?[约近]?"
)
_KINDS = frozenset({"bed", "goods", "bare", "count"})
# 重症监护室|床位|96张, 重症医学科有|36张|床位, ICU床位由|96张增至|120张.
_WARD = re.compile(
    r"(?:重症监护(?:室|病房|病区|单元|中心)|ICU(?:病房|病区)?|重症医学科(?:病房|病区)?)(?:的|里|内)?"
    r"(?:现|共|总|已|目前|设置?|配备|配置|开放|编制|核定|拥有|有|床位|病床|数量?|规模|为|达到?|[由从]|约|近|[：:])*"
    rf"(?:(?:[由从])?{_NUMBER}(?:床位|病床)?(?:增加?|扩充|扩容|扩展|扩大|提升|增设)[到至为])?\Z"
)


def admitted(text: str, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of a number of patients who came to the beds told of before, or None.

    Args:
        text: The text as read.
        figure: The figure, taken for a number of beds.
    """
    if figure.quantity.kind != "person" or figure.quantity.article:
        return None
    start = figure.clause[0]
    came = _CAME.fullmatch(text, start, figure.start) if figure.start - start <= REACH else None
    if came is None or not (came["ill"] or _ILL_BEHIND.match(text, figure.end)):
        return None
    told = came["when"] or _BEDS_BEFORE.search(text, max(0, start - BEFORE), start)
    return HOSPITALIZED if told else None


def ward_measure(text: str, figure: Figure) -> str | None:
    """Return the measure of beds that stand in a ward for the severely ill, or None.

    Args:
        text: The text as read.
        figure: The figure, decided.
    """
    decided = figure.decided
    if decided is None or (decided.type, decided.measure) != (BED, CAPACITY):
        return None
    start = max(figure.clause[0], figure.start - REACH)
    return ICU if _WARD.search(text, start, figure.start) else None


def whole_measure(reading: Reading, figure: Figure) -> str | None:
    """Return the measure of all beds that there are once some were added, where they were taken for the added ones.

    Args:
        reading: The document, all figures decided.
        figure: A figure.
    """
    decided = figure.decided
    if decided is None or (decided.type, decided.measure) != (BED, ADDED):
        return None
    before = reached(reading, figure)
    return CAPACITY if before is not None and before.decided and before.decided.type == BED else None


def reached(reading: Reading, figure: Figure) -> Figure | None:
    """Return the figure right before one that tells what it comes to: 新增床位|300张，总床位达到|1100张; or None.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    at = reading.figure_after(figure.start)
    before = reading.figures[at - 1] if at else None
    if before is None or before.sentence != figure.sentence:
        return None
    if {before.quantity.kind, figure.quantity.kind} - _KINDS:
        return None
    return before if _COMES_TO.fullmatch(reading.text, before.end, figure.start) else None
