"""Which team is meant where its people are counted and only 医疗队 is said: 江海省援鄂医疗队出征。医疗队共120人."""

from __future__ import annotations

import re

from epiextract.deciding.candidates.spots import Spot
from epiextract.deciding.filled import Filled
from epiextract.matching.aliases import POINTING
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.words import NameRef

TEAM = "team"
# How many sentences before a word that points at a team its name may stand, and before 队员 that do.
REACH, NEAR = 3, 1
# 据了解，在首批援随|医疗队|共有, 队伍|中: no number stands before it, 39支医疗队 are none that was named.
_POINTS = re.compile(
    r"[\s“]*(?:目前|其中|此外|据了解|据悉|为此|在)?(?:我们|本[次批支]?|此[次批]|这[次批支]?|该[批支]?|首批|全体|整[支个])?"
    r"(?:[赴援][鄂汉随]|支援湖北|抗疫|紧急)*(?P<head>(?:医疗|救援|支援|救护|护理|防疫|志愿|突击|工作|小分)?队|医疗救[治援护]队|(?:医疗)?团队|队伍"
    r"|(?:专家|医疗|考察|工作|指导)组)(?:里|中|内)?的?(?:全体)?(?:成员|队员)?[^，。；：、！？\n（）“”支派赴往抵到达向给]{0,8}"
)
# 120名|医疗队员, 2名|领队: the members of a team.
_MEMBERS = re.compile(r"(?:医疗|援[鄂汉])?队员|领队")
# 全国各地|增援武汉的医疗队: whose name only says whom it helps, is no team of anybody.
_HELPING = re.compile(r"[增支驰]?援(?!建)|赴|对口|抗疫|驻")

# 江海省第三批援鄂医疗队 is one team: 39支 that work with it are others, 6个 are its groups.
_NUMBERED, _TEAMS = re.compile(r"第[一二三四五六七八九十\d]+[批支]|首[批支]"), frozenset({"支", "批", "批次"})

# 39支|医疗队、|2337人
_THEIR_PEOPLE = re.compile(r"[^，。；：！？、\n（）\d]{0,8}队[、，,]?(?:共计?|合计|总计)?")
# 311名|江海医疗队|员, 江海医疗队|员共有402人: their team; of 江海队员 annotated news has none.
_ITS_MEMBERS = re.compile(r"(?:[支驰]?援(?:[鄂汉]|湖北|武汉))?医疗队(?=员)")
_COUNTED_MEMBERS = re.compile(r"员(?:已|现|目前|仍|还|总|一共|累计|合计|共计?){0,3}(?:有|达到?|为)?")
_MEMBERS_REACH = 14
# 15支|国家紧急医学救援队 are counted themselves.
_COUNTED = re.compile(r"(?<!第)(?:\d|[二两三四五六七八九十几多余])支\Z")


def is_one_team(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a name is that of one team where several are counted: 第三批医疗队抵达。39支医疗队并肩作战.

    Args:
        reading: The document as read.
        figure: The figure, decided.
        spot: Where the name stands.
    """
    if len(spot.mentions) > 1 or not _is_team(spot.mentions[0]):
        return False
    numbered = _NUMBERED.search(spot.words) is not None
    if _counts_teams(figure):
        return numbered or _COUNTED.search(reading.text, max(0, spot.start - 3), spot.start) is not None
    # 39支医疗队2337人: the people of these, and not of the team named before; of 4支国家医疗队，共588人 they are
    at = reading.figure_after(figure.start)
    teams = reading.figures[at - 1] if at else None
    if not numbered or teams is None or not _counts_teams(teams) or spot.end > teams.start:
        return False
    return _THEIR_PEOPLE.fullmatch(reading.text, teams.end, figure.start) is not None


def _counts_teams(figure: Figure) -> bool:
    """Tell whether a figure counts several teams."""
    if figure.decided is None or figure.decided.measure != TEAM or figure.quantity.value == 1:
        return False
    return figure.quantity.surface_unit in _TEAMS


def team_meant(reading: Reading, filled: Filled) -> Mention | None:
    """Return the team that the people of an event make up, where nothing else tells who sends them.

    Args:
        reading: The document as read.
        filled: The event in the making.
    """
    figure = filled.figure
    points = _POINTS.fullmatch(reading.text, figure.clause[0], figure.start)
    if points:
        return _named(reading, figure.clause[0], figure.sentence - REACH, points["head"])
    opened = reading.sentences[figure.sentence].start
    if _MEMBERS.match(reading.text, figure.end) and not _tells(reading, opened, figure.start):
        return _named(reading, opened, figure.sentence - NEAR, "队")
    return None


def team_of_members(reading: Reading, filled: Filled) -> Mention | None:
    """Return the team whose members are counted, named by its place alone: 311名|江海医疗队|员留守武汉.

    Args:
        reading: The document as read.
        filled: The event in the making.
    """
    figure, text = filled.figure, reading.text
    first, last = (reading.index_after(at) for at in (figure.start - _MEMBERS_REACH, figure.end + 1))
    for one in reading.mentions[first : last + 1]:
        if one.tag != "PLACE" or (one.start != figure.end and one.end > figure.start):
            continue
        team = _ITS_MEMBERS.match(text, one.end)
        if team is None:
            continue
        if one.start == figure.end or _COUNTED_MEMBERS.fullmatch(text, team.end(), figure.start):
            return Mention(one.start, team.end(), "ORG", "name", NameRef(text[one.start : team.end()], TEAM))
    return None


def _named(reading: Reading, end: int, sentence: int, head: str) -> Mention | None:
    """Return the team that was named last before *end*, in *sentence* or later; None where that sentence names two."""
    found: Mention | None = None
    last = "组" if head.endswith("组") else "队"
    for index in range(reading.index_after(end) - 1, reading.bounds[max(0, sentence)][0] - 1, -1):
        team = reading.mentions[index]
        if team.end > end or not _is_team(team) or reading.text[team.end - 1] != last:
            continue
        if found is None:
            if _HELPING.match(reading.names.name(team)):
                return None
            found = team
        elif reading.sentence_at(team.start) != reading.sentence_at(found.start):
            break
        elif reading.names.name(team) != reading.names.name(found):
            return None
    return found


def _tells(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a name or a place stands in a stretch, which may tell who sends."""
    between = reading.mentions[reading.index_after(start) : reading.index_after(end)]
    return any(one.tag in ("ORG", "FACILITY", "PLACE") and one.value not in POINTING for one in between)


def _is_team(mention: Mention) -> bool:
    return mention.tag == "ORG" and mention.value not in POINTING and getattr(mention.payload, "kind", "") == TEAM
