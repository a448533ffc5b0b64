"""Who gives and who gets, told by what stands right beside a name: 武汉 gives nothing in 向武汉捐赠500万元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.spots import Spot
from epiextract.deciding.places.received import is_at_home
from epiextract.deciding.roles.posted import persons_with
from epiextract.matching.aliases import POINTING
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.words import GROUP

# How far before a name its particle stands.
LEAD = 20
# 向武汉市慈善总会, 为奋战在一线的员工, 资助协和医院: who gets; 通过红十字会, 经红十字会: the channel.
# 作为腾讯公司 is neither. 为家乡荆州 and 为荆州 are one.
_GETS = re.compile(
    r"(?:(?<![作成名称因认以改更变最视转极颇较])为|(?<!一)向|(?<![针面应])对|给了?|[用捐赠]于|(?:支援|驰援|援助|资助|捐助|帮助|支持|慰问)了?|"
    r"[送捐运发寄][往到达至抵]了?|运抵|通过|(?<![已曾财])经由?|委托)(?:[^，。；：、！？\n“”（）捐赠]{0,10}的)?"
    r"(?:家乡|故乡|老家)?\Z"
)
# 向省厅、县指挥部、15个|检查站捐赠: the items of a list get as its first one does.
_GETS_TOO = re.compile(
    r"[向给](?:(?!我)[^，。；：！？\n捐赠送通联由将把和与]){2,36}[、和及](?:[0-9]{1,3}[余多]?[家个所名])?\Z"
)
_TO_KIND = re.compile(r"[向给为][^，。；：、！？\n“”（）捐赠送通联由将把和与是]{1,10}\Z")
_LIST_LEAD = 44
_LIST_MARKS = frozenset("、和及家个所名")
_TO = ("向", "给")
_STARTS = frozenset("，。；：\n 　）)日时晚午年、而由")
# 武汉协和医院已收到…: it gets what stands in the clause.
_RECEIVES = re.compile(r"[^，。；：、！？\n向给为对由表说称]{0,10}?(?:收到|接收|接受|签收|获赠|受赠|获捐)")
_CHARITY = re.compile(r"(?:基金会|慈善总?会|红十字会|慈善协会|红会)\Z")
_COLLECTS = re.compile(f"{_RECEIVES.pattern[:-1]}|募[集得]|筹[集得])")
_NAMED, _MOST_LISTED = frozenset({"ORG", "PERSON", "FACILITY", "PLACE"}), 60
_GIVES = re.compile(
    r"等?[^，。；：、！？\n（(“向给为对由被收接受获在的]{0,10}?[捐赠](?![赠助款]?(?:给了?|账|热线|通道|渠道|名单|仪式|平台|箱|站|证))"
)
# 口罩300只以及江海集团|捐赠手套20箱
_NEXT_GIVES = re.compile(
    r"[共也再已还又]?(?:累计)?(?:捐[赠款出献助资]?|赠送|献出|(?:支援|援助)(?=[0-9]))了?[^，。；：、！？\n（）“”]{0,14}"
)
_GIVEN, _ITEM_OPENS = frozenset({"goods", "money"}), frozenset("、，")
# 全联农业产业商会会员企业|三全食品
_MEMBERS = re.compile(
    r"(?:常务)?(?:副?会长|副?理事长?|会员|成员|秘书长|监事长?|副?主席|副?主任|委员|分会)(?:企业|单位|公司)"
)
_MEMBER = re.compile(_MEMBERS.pattern + r"\Z")
# 捐赠方为|恒力集团, 捐赠单位：|恒力集团
_GIVER_IS = re.compile(r"(?:捐[赠款献助]|赠送)(?:方|单位|企业|人|者)(?:均?[为是系]|[：:])\Z")
LONGEST_GIVER_IS = 8
# Between a number and the kind that it counts: 三家|在鄂|企业.
_JOINTS = ("、", "和", "与", "及")
_COUNT_REACH, _NO_BREAK = 6, re.compile(r"[\u3400-\u9fff]*")
# What may stand between a body and the person whose post it tells: 欧洲湖北商会|副会长|徐铁.
_POST = re.compile(r"[^，。；：！？\n（）“”向给为对由和与及的在是把将收获捐赠派]{1,14}")
_POST_GIVES = re.compile(r"[^，。；：！？\n（）“”代发号组动宣表介提说率]{0,8}?(?:捐|赠|出资)")
_NAMES = frozenset({"ORG", "FACILITY", "PERSON"})
# 方便面20箱、双汇|火腿肠12箱: the brand of goods.
_COUNTED = re.compile(r"(?:[、和及]|[捐购]赠?买?了?|产品|品牌)\Z")


def receiver(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return the name that takes in what a figure counts, the nearest of several: 武汉市红十字会收到捐款500万元.

    Args:
        reading: The document as read.
        figure: The figure.
        spots: Where names stand around it.
    """
    # 全国|红十字会系统: a place before who receives does not
    names = [one for one in spots if one.end <= figure.start and one.mentions[0].tag != "PLACE"]
    found = [one for one in names if receives(reading, figure, one)]
    return max(found, key=lambda one: one.end, default=None)


def gets(reading: Reading, _: Figure, spot: Spot) -> bool:
    """Tell whether a name is one that gets, or a channel: 向武汉捐赠, 通过红十字会捐赠."""
    start, text = whole_start(reading, spot), reading.text
    if _GETS.search(text, max(0, start - LEAD), start):
        return not _is_told_to_give(reading, spot)
    if spot.mentions[-1].value == GROUP and _TO_KIND.search(text, max(0, start - LEAD), start):
        # 我代表全家向村里执勤|卡点捐款
        return _GIVES.match(text, spot.end) is not None
    listed = text[start - 1 : start] in _LIST_MARKS
    return listed and _GETS_TOO.search(text, max(0, start - _LIST_LEAD), start) is not None


def is_helped(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place is what the clause of a gift points at, by another name: 该市政府向|绵阳市捐赠.

    Args:
        reading: The document as read.
        figure: The gift.
        spot: Where the place stands.
    """
    place = spot.mentions[0]
    if place.tag != "PLACE" or len(spot.mentions) > 1 or spot.start >= figure.start:
        return False
    for goal in reading.mentions[reading.index_after(figure.clause[0]) : figure.index]:
        if goal.tag == "PLACE" and goal.value == place.value and goal.start > spot.start:
            to = reading.text[goal.start - 1 : goal.start] in _TO
            return to and _GIVES.match(reading.text, goal.end, figure.start) is not None
    return False


def whole_start(reading: Reading, spot: Spot) -> int:
    """Return where a name begins, a kind with its place: 向武汉|疫区.

    Args:
        reading: The document as read.
        spot: Where it stands.
    """
    first = spot.mentions[0]
    return first.end - len(reading.names.name(first)) if first.value in ("generic", "group") else spot.start


def receives(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a name takes in what its figure counts: 武汉市红十字会累计接受捐赠3.4亿元."""
    # 慈善总会共募集善款: what a charity collects others give
    at_home = is_at_home(reading, figure, spot)
    collects = at_home or _CHARITY.search(spot.words) is not None
    found = (_COLLECTS if collects else _RECEIVES).match(reading.text, spot.end)
    return found is not None and (_in_clause(figure, found.end()) or (at_home and _is_alone(reading, figure, spot)))


def _is_alone(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether no other name stands between a place and what its list counts: 竹溪县筹集善款50万元，口罩|3000只."""
    between = reading.mentions[reading.index_after(spot.end) : figure.index]
    return len(between) <= _MOST_LISTED and all(mention.tag not in _NAMED for mention in between)


def gives(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a name gives what its figure counts: 合景泰富等分别捐赠1000万元."""
    # 向观察区，协和医院，火神山医院捐赠: hospitals get, and hardly ever give
    if spot.mentions[0].tag == "FACILITY" or (spot.start and reading.text[spot.start - 1] not in _STARTS):
        return False
    found = _GIVES.match(reading.text, spot.end)
    return found is not None and _in_clause(figure, found.end())


def next_giver(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return the name right before the verb of giving that stands behind another gift of the same clause.

    口罩300只以及江海集团捐赠手套20箱; who gets, 向红十字会捐款, is barred before. All 6 such names of articles give.

    Args:
        reading: The document as read.
        figure: The gift.
        spots: Where names stand around it.
    """
    left = [one for one in spots if figure.clause[0] <= one.start and one.end <= figure.start]
    nearest = max(left, key=lambda one: one.end, default=None)
    if nearest is None or nearest.mentions[-1].value in POINTING:
        return None
    # 江苏省支援560套、|日本捐赠125套; of places only one that opens its item surely gives
    if nearest.mentions[-1].tag == "PLACE" and nearest.lead[-1:] not in _ITEM_OPENS:
        return None
    if not _NEXT_GIVES.fullmatch(reading.text, nearest.end, figure.start):
        return None
    at = reading.figure_after(nearest.start) - 1
    other = reading.figures[at] if at >= 0 else None
    apart = other is None or other.start < figure.clause[0] or other.quantity.kind not in _GIVEN
    return None if apart else nearest


def told_giver(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return the name that the sentence says to be the giver's, or the one of `next_giver`: 捐赠方为|恒力集团.

    Args:
        reading: The document as read.
        figure: The gift.
        spots: Where names stand around it.
    """
    for one in spots:
        if one.sentence == figure.sentence and _is_told_to_give(reading, one):
            return one
    return next_giver(reading, figure, spots)


def _is_told_to_give(reading: Reading, spot: Spot) -> bool:
    low = max(0, spot.start - LONGEST_GIVER_IS)
    return _GIVER_IS.search(reading.text, low, spot.start) is not None


def _in_clause(figure: Figure, position: int) -> bool:
    return figure.clause[0] <= position <= figure.start


def is_nowhere(_: Reading, __: Figure, spot: Spot) -> bool:
    """Tell whether a name only says where it is needed: 悦己未来助力抗疫一线，捐赠饮料; nothing comes from there."""
    return spot.words.endswith(("疫区", "灾区", "一线", "前线", "本级"))


def is_brand(reading: Reading, _: Figure, spot: Spot) -> bool:
    """Tell whether a name tells the make of goods: 捐赠方便面20箱、双汇火腿肠12箱."""
    goods = _mention_at(reading, spot.end)
    # 70余家企业|捐款15万元: the money given is no goods of theirs
    if (
        goods is None
        or goods.tag != "GOODS"
        or spot.mentions[-1].value in POINTING
        or reading.text[goods.start] == "捐"
    ):
        return False
    index = reading.index_after(spot.start)
    last = reading.mentions[index - 1] if index else None
    touched = last is not None and last.tag == "QTY" and last.end == spot.start
    return touched or _COUNTED.search(reading.text, max(0, spot.start - 4), spot.start) is not None


def is_described(reading: Reading, _: Figure, spot: Spot) -> bool:
    """Tell whether a name only says what the one behind it is: 全联农业产业商会会员企业|三全食品, 零售商|伊藤洋华堂."""
    member = _MEMBERS.match(reading.text, spot.end)
    end = member.end() if member else spot.end
    if member or spot.mentions[-1].value in POINTING or _MEMBER.search(spot.words):
        other = _mention_at(reading, end)
        return other is not None and other.tag in _NAMES and other.value not in POINTING
    return False


def is_summed_up(reading: Reading, _: Figure, spot: Spot) -> bool:
    """Tell whether a kind only counts the names of the list before it: 江海集团、星河公司两家|企业捐款."""
    if spot.mentions[-1].value not in POINTING:
        return False
    index = reading.index_after(spot.start) - 1
    # 三家|在鄂|企业
    while index >= 0 and reading.mentions[index].tag == "PLACE":
        index -= 1
    count = reading.mentions[index] if index > 0 else None
    if count is None or count.tag != "QTY" or spot.start - count.end > _COUNT_REACH:
        return False
    if not _NO_BREAK.fullmatch(reading.text, count.end, spot.start):
        return False
    such = reading.text.endswith("等", 0, count.start)
    before = (one for one in reversed(reading.mentions[max(0, index - 3) : index]) if one.tag in _NAMES)
    # 全村82位|村民 are its own, and no list
    return any(
        one.end == count.start - such
        and one.value not in POINTING
        and (such or reading.text[one.start - 1 : one.start] in _JOINTS)
        for one in before
    )


def is_held(reading: Reading, _: Figure, spot: Spot) -> bool:
    """Tell whether a name is the body in which the giver has a post: 欧洲湖北商会副会长徐铁捐赠了5万元."""
    if spot.mentions[-1].tag not in ("ORG", "FACILITY"):
        return False
    post = _POST.match(reading.text, spot.end)
    if post is None:
        return False
    for index in range(reading.index_after(spot.end), len(reading.mentions)):
        person = reading.mentions[index]
        if person.start > post.end():
            return False
        if person.tag == "PERSON" and person.value not in POINTING:
            last = persons_with(reading, (person,))[-1]
            return _POST_GIVES.match(reading.text, last.end) is not None
    return False


def _mention_at(reading: Reading, position: int) -> Mention | None:
    index = reading.index_after(position)
    found = reading.mentions[index] if index < len(reading.mentions) else None
    return found if found is not None and found.start == position else None
