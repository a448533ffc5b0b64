"""Who sends or employs the people of a figure, where a verb says so: 国家卫健委组织省人民医院派出20名医生."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.spots import Spot
from epiextract.deciding.filled import Filled
from epiextract.matching.aliases import POINTING
from epiextract.matching.reading import Figure, Reading
from epiextract.matching.speaking import speaker_of
from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.words import GROUP

# 江海医院连夜|选派20名护士; 从江海医院|抽调20名护士.
_SENDING = r"(?:[选增调委加]?派出?|派[遣驻]|组派|抽[调组选]|选调|[挑遴]选出?|调集|组建|筹组)(?![出所])"
_SENDS = re.compile(rf"[^，。；：！？、\n（）“”向为对与和及由从等]{{0,8}}?{_SENDING}")
# 南通市|组织医护人员36名|，支援武汉: who organises people that leave sends them; not who 组织 rehearsals.
_ORGANISES = re.compile(
    r"(?:紧急|连夜|迅速|共|已|先后|再次|又|立即){0,2}组织了?(?:[医护专][^，。；：、！？\n\d]{1,7})?"
)
# 东部战区|出动官兵2360名: bodies alone, for 湖北出动1450人次 is told of a firm's people there.
_TURNS_OUT = re.compile(
    r"(?:[共又还已再也]|累计|每天|日均|先后|连夜|紧急|迅速|立即){0,3}出动了?[^，。；：！？、\n\d]{0,8}(?:\d{1,5}余?[名人][、和][^，。；：！？、\n\d]{0,8})?"
)
_LEAVE = re.compile(r"[^。；：！？\n\d]{0,14}?(?:[支驰增]援|援助|[奔赶]赴|赴|前往|出征)")
# 20名|来自江海医院的专家, 来自江海医院的|20名专家.
_FROM = re.compile(r"(?:均|都|全部|分别|人)?来自于?\Z")
# 36名护士和|来自江海医院的12名医生: who comes next
_AND = frozenset("和及与與、")
# 江海医院450名医护人员请战，2月3日首批|36人奔赴武汉
_BATCH = re.compile(
    r"(?:其中|目前|当[日天晚]|[今昨][日天晚]|(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日(?:上午|下午|晚|凌晨)?)?[，,]?(?:首批|第[一二三四五六七八九十]批)的?"
)
# 江海医院|共有450名
_HAVING = re.compile(r"(?:共计?|已|先后|累计){0,2}有?")
# 国家卫健委组织|江海医院20名医生: who calls does not send.
_CALLED = re.compile(r"(?:组织|调集|安排|协调|统筹|指派)了?\Z")
_OF = re.compile(r"的?[^，。；：！？、\n（）]{0,4}")
# 江海基金会向医疗队|捐赠, 财政部|下拨10亿元: who gives to people neither sends nor employs them, and neither does who
# carries them.
_GIVES = re.compile(r"[^，。；：！？、\n派组]{0,16}?(?:慰问|走访|捐|赠|下拨|拨付)")
# 微信|工作群: where they are called together.
_CHANNEL = re.compile(r"[^，。；：！？、\n]{0,3}?(?:群(?![众体])|公众号|小程序|朋友圈)")
_CARRIES = re.compile(r"(?:运送|输送|承运|护送|接送)(?:了|的)?[^，。；：！？\n运送派]*\Z")
# 向湖北|派出20名医生: where they go.
_GOALS = frozenset("向往赴到给为至")
# 从|北京, 从北京、陕西和|宁夏, 从27家|省公司
_DRAWN = re.compile(r"从[^，。；：！？\n（）从]{0,24}\Z")
# How far before a figure it is looked for who carries its people.
LOOK = 40
# 江苏|援黄石医疗队
_TEAM = re.compile(r"援[^，。；：！？、\n]{1,10}队")
_DIVIDES = re.compile(
    r"(?:[^，。；：！？\n“”（）\d]{0,14}，)?[将把][^，。；：！？\n“”（）\d]{1,14}(?:分成|分为|编成|编为|整合成|整合为)了?"
)
_SENT = re.compile(r".*(?:队|组|团)")
# 全国已派出42000名: who, is not said.
_NATION = "全国"
_BODIES = frozenset({"ORG", "FACILITY"})
# “我们连夜|派出20名护士: whoever speaks; not 感谢他们向我们派出.
_WE_SEND = re.compile(rf"我们(?:医院|单位|公司|中心)?[^，。；：！？、\n“”我他她它来向给]{{0,12}}?{_SENDING}")
# “他们|派出20名护士: not whoever speaks.
_THEY_SEND = re.compile(rf"(?:[他她]们|对方)[^，。；：！？、\n“”我来向给]{{0,12}}?{_SENDING}")


def sender(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return the name that a verb says to send the people of a figure, the nearest of several.

    Args:
        reading: The document as read.
        figure: The figure.
        spots: Where names stand around it.
    """
    text = reading.text
    for one in spots:
        if one.start >= figure.end and one.end <= figure.clause[1] and _named_behind(text, figure, one):
            return one
    opened = reading.sentences[figure.sentence].start
    told = _helper(text, opened, figure, spots) or _divider(text, opened, figure, spots)
    if told is not None:
        return told
    left = [one for one in spots if figure.clause[0] <= one.start and one.end <= figure.start]
    for one in sorted(left, key=lambda one: one.end, reverse=True):
        if _SENT.fullmatch(one.words):
            # 贵州省派出9批医疗队、疾控分队共1441人
            continue
        if one.end == figure.start and one.mentions[-1].value == GROUP:
            # 南通市派出|医护人员|36名: they are who is counted
            continue
        if one.mentions[-1].tag == "PLACE" and _FROM.search(text, max(0, one.start - 6), one.start):
            # 海南省派出来自|全省|的7批: from where they come, who sends stands before
            continue
        drawer = _drawer(text, figure, one, left)
        if drawer is not None:
            return drawer
        if one.mentions[-1].value in POINTING or one.words == _NATION or text[one.start - 1 : one.start] in _GOALS:
            return None
        sends = _SENDS.match(text, one.end)
        sent = (
            (sends and sends.end() <= figure.start) or _named_before(text, figure, one) or _organises(text, figure, one)
        )
        return one if sent or _turns_out(text, figure, one) else None
    return None


def _turns_out(text: str, figure: Figure, one: Spot) -> bool:
    """Tell whether a body is said to turn out the people of a figure: 东部战区|出动官兵2360名."""
    out = _TURNS_OUT.fullmatch(text, one.end, figure.start)
    return out is not None and one.mentions[-1].tag in _BODIES


def _helper(text: str, opened: int, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return the place that has teams, where one of them was named: 此前的江苏援黄石医疗队，|江苏|共有8支队伍."""
    for one in spots:
        if figure.clause[0] == one.start < one.end <= figure.start and _HAVING.fullmatch(text, one.end, figure.start):
            named = text.find(f"{one.words}援", opened, one.start)
            return one if named >= 0 and _TEAM.match(text, named + len(one.words), one.start) else None
    return None


def _divider(text: str, opened: int, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return the name that opens the sentence, where its people are divided: 区武装部按照要求，将民兵分成|14支队伍."""
    return next((one for one in spots if one.start == opened and _DIVIDES.fullmatch(text, one.end, figure.start)), None)


def _drawer(text: str, figure: Figure, one: Spot, left: Sequence[Spot]) -> Spot | None:
    """Return the body before 从 behind which a name stands and then a verb that sends: 应急管理部|从北京增派218人."""
    drawn = _DRAWN.search(text, max(figure.clause[0], one.start - LOOK), one.start)
    if drawn is None or not _SENDS.match(text, one.end, figure.start):
        return None
    bodies = (other for other in left if other.mentions[0].tag in _BODIES and other.end == drawn.start())
    return next(bodies, None)


def _organises(text: str, figure: Figure, one: Spot) -> bool:
    """Tell whether a name organises the people of a figure to go somewhere."""
    led = _ORGANISES.fullmatch(text, one.end, figure.start)
    return led is not None and _LEAVE.match(text, figure.end) is not None


def _named_before(text: str, figure: Figure, one: Spot) -> bool:
    if one.mentions[0].tag not in _BODIES or not _OF.fullmatch(text, one.end, figure.start):
        return False
    low = max(0, one.start - 6)
    called = one.end == figure.start and _CALLED.search(text, low, one.start)
    return bool(called or _FROM.search(text, low, one.start))


def _named_behind(text: str, figure: Figure, one: Spot) -> bool:
    lead = _FROM.search(text, figure.end, one.start)
    if lead is None or text[lead.start() - 1] in _AND:
        return False
    return one.mentions[0].tag in _BODIES and lead.start() - figure.end <= 6


def speaker(reading: Reading, filled: Filled) -> Mention | None:
    """Return the body of who says 我们派出20名医生, where that is told behind the quotation.

    Args:
        reading: The document as read.
        filled: The event in the making.
    """
    figure = filled.figure
    # the verb may stand in a clause before: 我们连夜抽调骨干，派出20名
    start = max(reading.sentences[figure.sentence].start, figure.start - LOOK)
    if not _WE_SEND.search(reading.text, start, figure.start):
        return None
    return speaker_of(reading.text, figure.end, reading.names.mentions)


def is_speaker_of_others(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a name is that of who speaks of other people's staff: “他们派出12名护士。”|江海医院院长说.

    Args:
        reading: The document as read.
        figure: The figure.
        spot: Where the name stands.
    """
    if spot.start <= figure.end:
        return False
    start = max(reading.sentences[figure.sentence].start, figure.start - LOOK)
    if not _THEY_SEND.search(reading.text, start, figure.start):
        return False
    said = speaker_of(reading.text, figure.end, reading.names.mentions)
    return said is not None and said.start == spot.start


def of_batch(reading: Reading, filled: Filled) -> Mention | None:
    """Return the body whose people a first batch is of: 江海医院|450名护士请战，首批36人奔赴武汉.

    Args:
        reading: The document as read.
        filled: The event in the making.
    """
    figure = filled.figure
    if not _BATCH.fullmatch(reading.text, figure.clause[0], figure.start):
        return None
    at = reading.figure_after(figure.clause[0])
    before = reading.figures[at - 1] if at else None
    if before is None or before.sentence != figure.sentence or before.quantity.kind != "person":
        return None
    # 江海医院|共有|450名: the words between may be a mention too
    near = reversed(reading.mentions[max(0, before.index - 2) : before.index])
    name = next((one for one in near if one.tag in _BODIES), None)
    if name is None or name.value in POINTING or not _HAVING.fullmatch(reading.text, name.end, before.start):
        return None
    return name


def serves(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a name only does something for people: 铁路部门累计运送医护人员20人.

    Args:
        reading: The document as read.
        figure: The figure.
        spot: Where the name stands.
    """
    if figure.decided is None or figure.decided.type != "personnel":
        return False
    if _GIVES.match(reading.text, spot.end) or _CHANNEL.match(reading.text, spot.end):
        return True
    carried = _CARRIES.search(reading.text, max(figure.clause[0], figure.start - LOOK), figure.start)
    return carried is not None and not carried.start() <= spot.start < figure.start
