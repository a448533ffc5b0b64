"""The dead and the hurt of headlines, told by one character behind their number: 事故致26死28伤."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure

# 26死|28伤, 6死，; not 3死者, 9死一生 nor 28伤亡.
_TOLL = re.compile(
    r"(?P<dead>死(?!一生))?(?P<hurt>伤|傷)?(?=[，。、；：！？）】」”》\s\d一二两兩三四五六七八九十数數多逾]|事故|\Z)"
)
# 15人死亡，另有|7名|伤员; 收治7名伤员 tells where they are.
_MORE, _WOUNDED = ("另有", "还有"), re.compile(r"[伤傷][员員者](?=[，。；！？\s]|\Z)")
# 救出的|3人|死亡, 3人|获救后死亡: of those who got away, the dead.
_DIED = re.compile(
    r"(?P<later>(?:获救|被救出?|救出|送医|受伤)后)?(?:均|都|已|又|全部|不幸|最终){0,2}(?:死亡|身亡|遇[难難]|丧生|不治)(?![率威])"
)
_AMONG = re.compile(r"(?:获救|救出|受伤|被困|被埋|送医)的\Z")
# 收治的|36名|患者治愈出院: what became of them says more than who took them in; 收治的157名患者，29人出院 tells of all.
_TAKEN_IN = re.compile(r"收治的?(?:这|首|第[一二三四五六七八九十\d]{1,2}|最后|全部|所有|另外|其余)?一?(?:批)?的?\Z")
_PATIENTS = "(?:患者|病人|病患|病例|感染者|轻症|重症|老人|孕妇|儿童)"
_BECOMES = (
    r"(?:(?:\d{1,2}月)?\d{1,2}日|今天|昨天|今日|昨日|当天|当日|同时|经[^，。；\n中]{1,8}|已经|已|全部|都|均|又|先后|陆续|相继|集体|顺利|康复|符合[^，。；\n中]{2,6}|达到[^，。；\n中]{2,6}|一起|不幸){0,4}"
    r"(?:(?P<well>治愈|痊愈|治癒|康复|出院|出舱|清零)|(?P<dead>死亡|病亡|病逝|去世|离世))(?![率的前])"
)
_BECAME = re.compile(rf"[^，,。；;：:、\n中里\d]{{0,10}}?{_PATIENTS}{_BECOMES}")
# 45名|患有慢性病的患者死亡, 5名|接受ECMO治疗的患者出院: whatever else is told of them before.
_SUCH = re.compile(
    rf"(?!病例|患者|疑似)[^，,。；;：:、\n中里\d]{{2,16}}?的[^，,。；;：:、\n中里\d]{{0,4}}?{_PATIENTS}{_BECOMES}(?![病者后後标標])"
)
# 目前仅有|2名|患者仍在院治疗, 其余|21例|在院治疗.
_TREATED = re.compile(
    r"(?:确诊|重症|危重)?(?:患者|病人|病例)?(?:(?:目前|现在|现|均|都|还|尚|仍然?|依然|正)){0,3}(?:在院|住院|在医院|在舱内?)(?:接受|进行)?"
    r"(?:隔离)?(?:治疗|救治)(?![的期后前过])"
)
# 4例|病例，经精心治疗，于3月12日出院: who is cured is told of behind how.
_CURED = re.compile(
    r"(?:名|例)?(?:确诊|重症|轻症|危重症?|新冠肺炎|新冠)?(?:患者|病人|病例|病患)(?:[，,]?(?:在|经过?|通过)[^，,。；;！？\n\d]{1,24}?"
    r"(?:治疗|救治|护理|诊治|努力)(?:[，,]|后[，,]?|[，,]?目前))[^，,。；;！？\n\d一二两三四五六七八九十将]{0,8}?"
    r"(?:(?:\d{1,2}月)?\d{1,2}日)?[^，,。；;！？\n\d一二两三四五六七八九十将]{0,8}?(?<![未能可拟待不])出院(?![标后前率的])"
)
RECOVERED, TAKEN = ("case_count", "recovered"), ("case_count", "hospitalized")
# 在舱患者|136人 are in hospital, as those 在院 are.
_INSIDE = re.compile(r"在舱(?:患者|病人|人员)?(?:人数|总数)?(?:共有?|有|为|达)?\Z")
# 确诊医护人员|36名, 感染者中有|36名|医护人员: the staff who fell ill are no staff at work; not 感染科医护人员.
_ILL = re.compile(
    r"(?<![未无零防抗疑被])(?:(?P<sure>确诊)|感染)了?的?(?:医护人员|医务人员|医护工作者|医务工作者|护士|医生)(?:共有?|有|达)?\Z"
)
_ILL_AMONG = re.compile(r"(?:(?P<sure>确诊(?:病例|患者|者))|感染者)中[，,]?(?:有|包括|含)?\Z")
_CARER = re.compile(r"(?:为|是)?(?:一线)?(?:医护|医务|护士|医生)")
# 5名|医护人员出院: they were patients.
_CARER_LEFT = re.compile(
    r"(?:一线|感染的?)?(?:医护人员|医务人员|医护工作者|医务工作者|医护|医生|护士)(?:(?:已经|已|全部|均|都|又|先后|陆续|集体|顺利|今天|今日|昨天|昨日){0,3})"
    r"(?:(?:符合|达到)(?:治愈)?出院(?:标准|条件)|(?:治愈|痊愈|康复|出院)(?![后的前率者患病]))"
)
# Of magnitudes alone there is no number: 罪该万死.
_NO_NUMBER = frozenset("百千万萬亿億")
# As the packs name them: the hurt are counted as in 受伤28人.
DEAD, HURT = ("case_count", "death"), ("activity", "受伤")


def toll(text: str, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of a number of people with 死 or 伤 right behind it, or None.

    Args:
        text: The text as read.
        figure: The figure.
    """
    quantity = figure.quantity
    if quantity.kind not in ("bare", "person") or quantity.article or text[figure.start : figure.end] in _NO_NUMBER:
        return None
    if text.endswith(_MORE, 0, figure.start) and _WOUNDED.match(text, figure.end):
        return HURT
    died = _DIED.match(text, figure.end) if quantity.kind == "person" else None
    if died and (died["later"] or _AMONG.search(text, max(0, figure.start - 4), figure.start)):
        return DEAD
    told = _TOLL.match(text, figure.end)
    if not told or bool(told["dead"]) == bool(told["hurt"]):
        return None
    return DEAD if told["dead"] else HURT


def became(text: str, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of patients of whom it is told that they left a hospital, or are in it, or None.

    Args:
        text: The text as read.
        figure: The figure, a count of cases.
    """
    if figure.quantity.kind == "person" and _TREATED.match(text, figure.end):
        return TAKEN
    if figure.quantity.kind == "person" and _CURED.match(text, figure.end):
        return RECOVERED
    if figure.quantity.article:
        return None
    taken = _TAKEN_IN.search(text, max(0, figure.start - 12), figure.start)
    told = (_BECAME if taken else _SUCH).match(text, figure.end)
    if not told:
        return None
    found = RECOVERED if told["well"] else DEAD
    # a pattern that says the same is cited
    known = figure.decided is not None and (figure.decided.type, figure.decided.measure) == found
    return None if known and not taken else found


def ill(text: str, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of staff who fell ill or left a hospital, or of patients inside; None for others.

    Args:
        text: The text as read.
        figure: The figure.
    """
    if figure.quantity.kind != "person" or figure.quantity.article:
        return None
    start = max(figure.clause[0], figure.start - 16)
    if _INSIDE.search(text, start, figure.start):
        return TAKEN
    if _CARER_LEFT.match(text, figure.end):
        return RECOVERED
    among = _ILL_AMONG.search(text, max(0, figure.start - 12), figure.start)
    told = among if among and _CARER.match(text, figure.end) else _ILL.search(text, start, figure.start)
    return ("case_count", "confirmed" if told["sure"] else "infection") if told else None
