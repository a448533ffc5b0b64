"""What the figures of one list share: 向红十字会捐赠口罩4万个、防护服200件 gives both to 红十字会."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from epiextract.deciding.candidates.spots import PLACE, spot_of
from epiextract.deciding.filled import Filled
from epiextract.deciding.lists.carrying import take
from epiextract.deciding.lists.headings import GIVEN, heading_of
from epiextract.deciding.lists.wholes import counted_with, names_itself
from epiextract.deciding.places.goals import GOAL
from epiextract.deciding.places.sent import is_listed_goal
from epiextract.deciding.roles.items import ITEM
from epiextract.deciding.roles.teams import TEAM
from epiextract.matching.aliases import POINTING
from epiextract.matching.reading import Figure, Reading

# What may stand between two figures of a list: 4万个、防护服|200件, 115万元，其中现金|103.5万元.
_BETWEEN = re.compile(r"(?:[，（]其中)?[^，。；：！？\n（）给向对由把]{0,20}")
# Parts of one staff have one sender: 其中医生25人，护理|120人; so have those who are sent to the places of one list.
_PEOPLE, _SENDER, _SENDERS = "personnel", frozenset({"org"}), frozenset({"org", "origin"})
_STAFF = re.compile(r"，[^，。；：！？、\n（）派调从由]{1,8}")
# Teams and the people in them: 江苏省派出6批医疗队奔赴武汉，共|919人; 江苏共有8支队伍，|2492名队员.
_OF_TEAMS = re.compile(r"[^，。；：！？、\n（）\d]{0,20}[，,（(](?P<sum>(?:共计?|总共|一共|合计|总计)有?)?")
_IN_TEAMS = re.compile("(?:医疗)?队员|医护|医务")
# A hospital's patients by state: 在院患者136例，出院12例，死亡|4例.
_CASES, _COUNTER = "case_count", frozenset({"facility"})
_NEXT_STATE = re.compile(
    r"[，,](?:其中|已|累计|现有|现)?(?:在院|住院|出院|治愈|治愈出院|康复出院|死亡|病亡|转院|重症|危重症?|轻症)(?:病例|患者|病人)?"
)
# 价值300万元的救护车|10辆, 口罩10万只，价值|30万元: what is given is told twice, by worth and by number. All 113
# such pairs of annotated articles have one giver, one place and one date.
_GIFT, _TWICE = "donation", frozenset({"goods", "goods_value"})
_WORTH = re.compile(
    r"[^。；;\n，,、\d捐赠贈献送向给由和及而并]{0,14}|[，,、（(]?(?:[总共]?计?价值|总值|折合|货值)[^。；，\n\d]{0,10}"
)
# What each has for itself; of a list of goods made and goods bought only the former have the maker.
_OWN = frozenset({ITEM, "supplier"})
_TOTAL, _CUMULATIVE = "accumulation", "cumulative"
_NAMES = frozenset({"ORG", "FACILITY", "PERSON", "PLACE"})


def share(reading: Reading, number: int, filled: Filled, events: Mapping[int, Filled], roles: Iterable[str]) -> None:
    """Fill the roles that are empty from the figure before in the same list, where no other name stands between.

    Args:
        reading: The document, decided.
        number: The place of the event's figure among the figures.
        filled: The event in the making, its roles filled.
        events: The events before it, by the index of their figures.
        roles: The names of the roles.
    """
    if not number:
        return
    other = reading.figures[number - 1]
    source = events.get(other.index)
    # what 分别 dealt to the one is not the other's
    if source is None or source.type != filled.type or source.dealt:
        return
    listed = _one_list(reading, other, filled.figure)
    alike = _alike(reading, source, filled)
    same = is_one_gift(reading, source, filled)
    for role in roles:
        if role in _OWN or role not in source.mentions or (role in filled.mentions and not same):
            continue
        if same or listed or role in alike:
            take(filled, source, role, reading.text[other.start : other.end])


def share_whole(reading: Reading, filled: Filled, events: Mapping[int, Filled], roles: Iterable[str]) -> None:
    """Fill the empty roles of a part as those of its whole are, where no name of its own stands beside it.

    医疗队共958人抵达。其中医生280名，护士678名: all are of one team.

    Args:
        reading: The document, decided.
        filled: The event in the making, its roles filled.
        events: The events before it, by the index of their figures.
        roles: The names of the roles.
    """
    source = counted_with(reading, filled, events)
    if source is None or source.dealt or filled.dealt or names_itself(reading, filled.figure, _NAMES):
        return
    for role in roles:
        if role not in _OWN and role not in filled.mentions and role in source.mentions:
            take(filled, source, role, reading.text[source.figure.start : source.figure.end])


def share_heading(reading: Reading, filled: Filled, events: Mapping[int, Filled], slots: Iterable[str]) -> None:
    """Fill the empty slots of an item as those of the first one of its list are, where the line above it tells them.

    慈善总会收到以下捐赠：/恒力集团捐款2亿元；/苏宁易购捐款1万元: one gets both.

    Args:
        reading: The document, decided.
        filled: The event in the making.
        events: The events before it, by the index of their figures.
        slots: The names of the slots.
    """
    heading = heading_of(reading, filled.figure)
    source = events.get(heading.first) if heading else None
    if heading is None or source is None or source is filled or source.type != filled.type:
        return
    for slot in slots:
        told = source.mentions.get(slot, ())
        above = bool(told) and all(heading.start <= one.start < heading.end for one in told)
        if above and slot != ITEM and slot not in filled.mentions:
            take(filled, source, slot, reading.text[source.figure.start : source.figure.end])


def share_total(reading: Reading, filled: Filled, events: Mapping[int, Filled]) -> None:
    """Let an item be a total as the first one of its list is, where the line above dates both: 截至2月3日…如下：.

    Of a list of gifts the first one is a total too.

    Args:
        reading: The document, decided.
        filled: The event in the making, all else filled.
        events: The events by the index of their figures.
    """
    heading = heading_of(reading, filled.figure)
    source = events.get(heading.first) if heading else None
    if heading is None or source is None or source.type != filled.type or _TOTAL in filled.slots:
        return
    if source is filled and heading.tells != GIVEN:
        return
    dates = filled.mentions.get("date_end", ())
    dated = bool(dates) and heading.start <= dates[0].start < heading.end
    if not dated or dates != source.mentions.get("date_end") or dates[0].value != "until":
        return
    if source is filled:
        # 截至 makes each item a total, the first one too
        filled.slots[_TOTAL] = _CUMULATIVE
    else:
        take(filled, source, _TOTAL, reading.text[source.figure.start : source.figure.end])


def is_one_gift(reading: Reading, one: Filled, other: Filled) -> bool:
    """Tell whether two figures are the worth and the number of the same goods.

    Args:
        reading: The document, decided.
        one: The event of the figure before.
        other: The event of the next figure.
    """
    measures = {one.slots.get("measure"), other.slots.get("measure")}
    if one.type != _GIFT or measures != _TWICE or one.figure.sentence != other.figure.sentence:
        return False
    return _WORTH.fullmatch(reading.text, one.figure.end, other.figure.start) is not None


def _one_list(reading: Reading, other: Figure, figure: Figure) -> bool:
    if other.sentence != figure.sentence or not _BETWEEN.fullmatch(reading.text, other.end, figure.start):
        return False
    return all(mention.tag not in _NAMES for mention in reading.mentions[other.index + 1 : figure.index])


def _alike(reading: Reading, source: Filled, filled: Filled) -> frozenset[str]:
    """Return the roles that two figures of people share: who sends them, or which hospital counts them."""
    one, other = source.figure, filled.figure
    if filled.type == _CASES:
        return _COUNTER if _one_hospital(reading, one, other) else frozenset()
    if filled.type != _PEOPLE:
        return frozenset()
    if one.sentence == other.sentence and _is_sent(reading, source) and _is_sent(reading, filled):
        return _SENDERS
    return _SENDER if _one_staff(reading, one, other) or _of_teams(reading, source, other) else frozenset()


def _one_hospital(reading: Reading, other: Figure, figure: Figure) -> bool:
    if other.sentence != figure.sentence or not _NEXT_STATE.fullmatch(reading.text, other.end, figure.start):
        return False
    return all(mention.tag not in _NAMES for mention in reading.mentions[other.index + 1 : figure.index])


def _is_sent(reading: Reading, filled: Filled) -> bool:
    """Tell whether people are sent to a place of a list that touches their figure: 支援武汉450人、|黄石136人."""
    goals = (spot_of(reading, (goal,), PLACE) for goal in filled.mentions.get(GOAL, ()))
    return any(is_listed_goal(reading, filled.figure, goal) for goal in goals)


def _of_teams(reading: Reading, source: Filled, figure: Figure) -> bool:
    """Tell whether a figure counts the people of the teams before it, no name but their goal between."""
    one = source.figure
    if source.slots.get("measure") != TEAM or one.sentence != figure.sentence:
        return False
    told = _OF_TEAMS.fullmatch(reading.text, one.end, figure.start)
    if figure.quantity.kind != "person" or not told:
        return False
    if not told["sum"] and not _IN_TEAMS.match(reading.text, figure.end):
        return False
    goals = source.mentions.get(GOAL, ())
    between = reading.mentions[one.index + 1 : figure.index]
    return all(mention.tag not in _NAMES or mention.value in POINTING or mention in goals for mention in between)


def _one_staff(reading: Reading, other: Figure, figure: Figure) -> bool:
    if other.sentence != figure.sentence or not _STAFF.fullmatch(reading.text, other.end, figure.start):
        return False
    between = reading.mentions[other.index + 1 : figure.index]
    return all(mention.tag not in _NAMES or mention.value in POINTING for mention in between)
