"""Where a gift or a team goes: where its clause says, and to no place of its giver, 莆田健康产业总会捐赠3683万元."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from epiextract.deciding.brackets import CLOSED
from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.spots import PLACE, Spot, line
from epiextract.deciding.disasters import disasters
from epiextract.deciding.filled import Filled
from epiextract.deciding.places.homes import is_home_of_person
from epiextract.deciding.places.sent import GOES, VERB, is_listed_goal
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.geography import CHINA, lineage

# The role of who gives; those of who gets or passes on, whose names do tell where a gift goes; where a team goes.
GIVER, GETTERS, GOAL = "donor", ("recipient", "via"), "destination"
# 捐款3000万元，支援|湖北 and 防护服2000套、护目镜500副，用于支援|武汉; 捐 before the comma begins another gift
_TOWARDS = re.compile(
    r"[^，。；“”\n捐赠]{0,40}，(?:主要|全部|专项|全力|专门|紧急|将|并|以)?"
    r"(?:(?:用于|用以)?(?:支援|支持|驰援|援助|助力|帮助|协助)|用于|用以|捐赠?给|[捐送运发寄]往|[运送]抵)"
)
_TO = frozenset("向给")
# 向武汉等20个城市 and 用于武汉乃至全国 tell of more than they name, 给河南援助湖北的护士 of where those come from
_TELLS_ELSE = re.compile("等(?!地|疫)|乃至|以至|直至|[和及]其[他余它]|特别|尤其|籍|[支驰增]?援|赴")
_QUOTES = frozenset("“”")
# 面向全国组织口罩 and 向浙江企业筹集口罩 get goods from there
_ASKED, _ASKED_FOR = "面向", re.compile("[^捐赠送]*[募筹征购借]")
# 洛杉矶|传统老侨募捐5万美元: where people live who give for their country
_COMPATRIOTS = re.compile("(?:的|当地|传统|各界|全体)?(?:华侨|华人|老侨|侨[胞界团领]|(?:海外)?乡亲|同乡|留学|中资)")
# 147名队员出征湖北，支援|武汉; not 飞抵武汉|后赶赴鄂州, 与支援安徽|医疗队汇合
_GOES = re.compile(rf"{GOES}\Z")
# 138名支援湖北的医疗队员返回|北京: they are at home
_BACK = re.compile(r"(?:返回|回到|返抵|飞返|撤回)\Z")
_GOES_ON = re.compile("[市省]?(?:后|再|转|的?[医抗]|队)")
# 1000多名医护人员摁下手印，主动请缨驰援|武汉: who asks to go is still at home
_ASKS = re.compile("请缨|请战|请愿|申请|报名|要求|待命")
# 从|南昌|乘机出发, 由|成都|发往; 在|杭州萧山国际机场集结出征, where they are seen off. 在武汉发出动员令 sets nothing
# out, and who goes home from 武汉, 启程返回, helped there.
_DEPARTS = "(?:出发|启程|起程|啟程|起飞|动身|登机|出征|出發)(?!返|回|归|歸|撤)"
_FROM = dict.fromkeys("从自由從", re.compile(rf"[^，。；\n]{{0,12}}?(?:{_DEPARTS}|发车|发出|发往|空运)"))
_LEAVES = {**_FROM, "在": re.compile(rf"[^，。；\n]{{0,16}}?(?:{_DEPARTS}|启运|起运|壮行)")}
# …3.26亿元。其中|南京市民王先生捐款2万元: who stands at the head of a clause gives what it counts
_GIVES = re.compile(r"[^，。；\n]{0,14}?(?:[捐赠献贈]|资助)[^，。；\n]{0,12}?[\d一二两三四五六七八九十百千]")
CLAUSE_ENDS = frozenset("，。；：、\n")
# Words right before a place that point there: 驰援|武汉, 心系|湖北, 在|黄冈; and who receives, 全省|接收捐款12亿元.
POINTS = re.compile(
    r"(?:[驰支增]?援助?|支持|助力|帮助|[捐资]助|[心情]系|情牵|守护|[奔赶飞开前]赴|前往|[飞运送发寄捐]往|[捐赠送发运寄献]给|[飞运送]?抵达?|[到送运]达"
    r"|进驻|抗击|用于|[向给为对往到在])\Z"
)
# 武汉|疫情暴发后, 湖北|多家医院告急: what is struck may well be helped.
_STRUCK = re.compile(r"(?:等地|多地|地区)?的?[^，。；\n]{0,6}(?:疫情|抗疫|告急|紧缺|短缺|急需)")
_RECEIVES = re.compile(
    r"[^，。；：！？\n]*?(?:接收|接受(?![^，。]{0,4}(?:采访|治疗|检测|隔离|调查))|收到|获捐|收捐|获赠|受赠|到账)[^，。；：！？\n]*\Z"
)
# 河南援助湖北医疗队 is not in 河南, and neither is what it gets.
_HELPS = re.compile("[援赴驰队]")
_IS_HELPER = re.compile(r"[省市区]?(?:首批|第[一二三四五六七八九十]+批|对口)?(?:[支驰增]?援|赴)(?![引手军建])")
# 用于武汉、|湖北|乃至全国: the last one is around all others.
_AND_EVEN = re.compile("[省市县区]?(?:乃至|以至|直至)")
# How far behind a team it is looked for where it goes.
_REACH = 40


@lru_cache(maxsize=1)
def _disaster() -> re.Pattern[str]:
    """Return what follows a place that is struck: 土耳其|地震已造成; no 地震台网, and no 江苏|驰援河南暴雨灾区."""
    words = disasters("local", "falls", "wide", "any", "distress")
    return re.compile(
        rf"(?:等地|多地|地区|地區)?的?[^，。；：\n援助派捐赠赴驰往向]{{0,8}}?(?:{words})(?![台局办厅队应救部防])"
    )


def is_struck(text: str, spot: Spot) -> bool:
    """Tell whether a disaster is said right behind a place: 河南|暴雨灾情.

    Args:
        text: The text as read.
        spot: The place.
    """
    return _disaster().match(text, spot.end) is not None


def team_goal(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place that a team is said to go to right behind its figure, the smallest of several, or None.

    Args:
        reading: The document as read.
        figure: The people who go.
        candidates: The candidates for their place.
    """
    listed = next((one for one in candidates if is_listed_goal(reading, figure, one.spot)), None)
    if listed is not None:
        return listed
    end = _next_of_kind(reading, figure)
    behind = [one for one in candidates if one.sentence == figure.sentence and figure.end <= one.spot.start < end]
    found: Candidate | None = None
    for one in sorted(behind, key=lambda one: one.spot.start):
        if len(one.mentions) > 1 or not _goes_to(reading, figure, one):
            continue
        if found is None or any(place.id == found.mentions[0].value for place in lineage(one.mentions[0].value)[1:]):
            found = one
    return found


def _next_of_kind(reading: Reading, figure: Figure) -> int:
    """Return where the next figure of the same type begins, or how far is looked; 驱车800公里 is none."""
    kind = figure.decided.type if figure.decided else None
    end = figure.end + _REACH
    first, last = (reading.figure_after(at) for at in (figure.end, end))
    for other in reading.figures[first:last]:
        if other.decided is not None and other.decided.type == kind:
            return other.start
    return end


def _goes_to(reading: Reading, figure: Figure, one: Candidate) -> bool:
    text, spot = reading.text, one.spot
    verb = max(figure.end, spot.start - VERB)
    goes = _GOES.search(text, verb, spot.start)
    if goes is None and spot.end <= figure.clause[1]:
        goes = _BACK.search(text, verb, spot.start)
    return goes is not None and not (_GOES_ON.match(text, spot.end) or _ASKS.search(text, figure.end, spot.start))


def away(reading: Reading, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places but those from which something sets out: 从南昌出发, 在机场出征; all where no other is named.

    Of 160 figures of teams, gifts and goods in annotated news that stand near such a place none holds there alone.

    Args:
        reading: The document as read.
        candidates: The candidates for the place of what moves.
    """
    kept = [one for one in candidates if one.sentence < 0 or not sets_out(reading, one.spot)]
    return kept if any(one.sentence >= 0 for one in kept) else list(candidates)


def sets_out(reading: Reading, spot: Spot) -> bool:
    """Tell whether a name is where somebody or something sets out: 从|南昌出发, 在|萧山机场集结出征."""
    leaves = _LEAVES.get(spot.lead[-1:])
    return leaves is not None and leaves.match(reading.text, spot.end) is not None


def arriving(filled: Filled, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places where a team may arrive: all that lie where it goes, or all where none does.

    Of 959 teams and people of annotated news whose destination names a place 20 hold at a place around it, and 18 at
    another one.

    Args:
        filled: The team, with its roles.
        candidates: The candidates for its place.
    """
    goal = filled.mentions.get(GOAL, ())
    if len(goal) != 1:
        return list(candidates)
    at = _at(goal[0], candidates)
    kept = [one for one in candidates if all(_lies_in(place, at) for place in one.mentions)]
    return kept or list(candidates)


def _at(goal: Mention, candidates: Sequence[Candidate]) -> str:
    """Return the id of a place, or of the one that stands in a name, 武汉|雷神山医院; nothing where none does."""
    if goal.tag == "PLACE":
        return goal.value
    return next((one.mentions[0].value for one in candidates if goal.start <= one.spot.start < goal.end), "")


def told_goal(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place that the words around a gift say it goes to, or None.

    Args:
        reading: The document as read.
        figure: What is given.
        candidates: The candidates for its place.
    """
    return _told_behind(reading, figure, candidates) or _told_before(reading, figure, candidates)


def home_dealt(filled: Filled, candidates: Sequence[Candidate], told: Candidate | None) -> Candidate | None:
    """Return the place in the name of the one receiver that 分别 deals a gift: 向甲市医院、|乙市医院分别捐赠.

    Args:
        filled: The gift, with its roles.
        candidates: The candidates for its place.
        told: The place that the words around it tell, which is that of the first receiver.
    """
    getters = filled.mentions.get("recipient", ())
    if not filled.dealt or len(getters) != 1 or getters[0].tag == "PLACE":
        return told
    homes = (one for one in candidates if one.sentence >= 0 and one.spot.start == getters[0].start)
    home = next(homes, None)
    # 向长春市医院和吉林大学医院: the former says more closely where the latter is
    around = told is not None and home is not None and _lies_in(told.mentions[0], home.mentions[0].value)
    return told if home is None or around else home


def goals(reading: Reading, filled: Filled, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places that may be where a gift goes: all that stand in no name of its giver, nor abroad where it is.

    Args:
        reading: The document as read.
        filled: The gift, with its roles.
        candidates: Its candidates for a place.
    """
    getters = {reading.names.name(one) for role in GETTERS for one in filled.mentions.get(role, ())}
    givers = {reading.names.name(one) for one in filled.mentions.get(GIVER, ())} - getters
    kept = [one for one in _away_from_home(reading, candidates) if not _gives_next(reading, filled.figure, one)]
    kept = [one for one in kept if one.sentence < 0 or not _IS_HELPER.match(reading.text, one.spot.end)]
    kept = [one for one in kept if one.sentence < 0 or not _AND_EVEN.match(reading.text, one.spot.end)]
    if not getters:
        kept = [one for one in kept if _may_get(reading, filled.figure, one)]
    if not givers:
        return kept
    return [one for one in kept if not any(_bearer(reading, place) in givers for place in one.mentions)]


def _away_from_home(reading: Reading, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places but those that only say where the givers live: 洛杉矶传统老侨, however often they are named."""
    homes = {one.spot.start for one in candidates if _is_home_of_givers(reading, one)}
    named = {one.spot.words for one in candidates if one.sentence >= 0 and one.spot.start not in homes}
    at_home = {one.spot.words for one in candidates if one.spot.start in homes} - named
    return [one for one in candidates if one.spot.start not in homes and one.spot.words not in at_home]


def receivers_home(reading: Reading, filled: Filled) -> tuple[Mention, ...]:
    """Return the place that opens the name of the one receiver of a gift, if it has one: 山东省|慈善总会.

    Args:
        reading: The document as read.
        filled: The gift, with its roles.
    """
    getters = filled.mentions.get("recipient", ())
    if len(getters) != 1 or _HELPS.search(reading.text, getters[0].start, getters[0].end):
        return ()
    at, end = getters[0].start, getters[0].end
    # 全国红十字会系统 is everywhere
    places = line(reading, "places", lambda: reading.places.mentions, PLACE)
    opening = places.mentions[bisect_left(places.starts, at) : bisect_right(places.starts, at)]
    homes = [place for place in opening if place.end < end]
    return tuple(home for home in homes[:1] if home.value != CHINA)


def _may_get(reading: Reading, figure: Figure, one: Candidate) -> bool:
    """Tell whether a gift without a receiver may go to a place: one behind it, or one that a word points at.

    What else is named before a gift is where its giver is, or what the report is about: of 1,851 such gifts in
    annotated articles whose last place before them no word points at, 337 go there.
    """
    text, spot = reading.text, one.spot
    if spot.start >= figure.start or POINTS.search(spot.lead) or _STRUCK.match(text, spot.end) or is_struck(text, spot):
        return True
    return _RECEIVES.match(text, spot.end, figure.start) is not None


def _gives_next(reading: Reading, figure: Figure, one: Candidate) -> bool:
    """Tell whether a place stands in the name of who gives what comes next: 捐款300万元，|南京市民王先生捐款2万元."""
    text, spot = reading.text, one.spot
    if spot.start < figure.end or spot.lead[-1:] not in CLAUSE_ENDS:
        return False
    return _GIVES.match(text, spot.end) is not None


def _told_behind(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    # 24万元（其中僧众捐款4万元），专项用于支援|敦化市
    closed = CLOSED.match(reading.text, figure.end)
    towards = _TOWARDS.match(reading.text, closed.end() if closed else figure.end)
    if towards is None:
        return None
    found = (one for one in candidates if one.sentence >= 0 and one.spot.start == towards.end())
    return next((one for one in found if not _TELLS_ELSE.match(reading.text, one.spot.end)), None)


def _told_before(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the last place in the clause that 向 or 给 points at, by itself or in the name of a facility."""
    text = reading.text
    for one in candidates:
        spot = one.spot
        if one.sentence != figure.sentence or spot.lead[-1:] not in _TO:
            continue
        if not figure.clause[0] <= spot.start < figure.start or _TELLS_ELSE.match(text, spot.end):
            continue
        between = text[spot.end : figure.start]
        if spot.lead.endswith(_ASKED) or _ASKED_FOR.match(between) or not _QUOTES.isdisjoint(between):
            continue
        if reading.places.facts(one.mentions[-1]).inside != "ORG" or _is_abroad(one.mentions[-1]):
            return one
    return None


def _lies_in(place: Mention, at: str) -> bool:
    return any(one.id == at for one in lineage(place.value))


def _is_abroad(mention: Mention) -> bool:
    """Tell whether a place is another country, whose government or Red Cross gets for it: 向日本政府提供."""
    return mention.value != CHINA and mention.value.startswith("iso:")


def _is_home_of_givers(reading: Reading, one: Candidate) -> bool:
    spot = one.spot
    if one.sentence >= 0 and is_home_of_person(reading, spot):
        return True
    return one.sentence >= 0 and spot.lead[-1:] not in _TO and _COMPATRIOTS.match(reading.text, spot.end) is not None


def _bearer(reading: Reading, place: Mention) -> str:
    """Return the name in which a place stands, or that it is by itself: 海南省 gives too."""
    host = reading.mentions[max(0, reading.index_after(place.start + 1) - 1)]
    return reading.names.name(host if host.start <= place.start < host.end else place)
