"""Which body is meant where only its kind is said: 江海医院改造完成。院区开放床位450张, 我所累计检测3600份."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from epiextract.deciding.candidates.spots import Spot
from epiextract.deciding.filled import Filled
from epiextract.matching.aliases import POINTING
from epiextract.matching.reading import Figure, Reading
from epiextract.matching.speaking import OWN, speaker_of
from epiextract.tagging.mentions import Mention

_BODIES = frozenset({"ORG", "FACILITY"})
_NAMES = frozenset({"ORG", "FACILITY", "PLACE"})
# How many sentences before a kind its name may stand, and before a figure that of a laboratory; how many names are
# looked at, and how many characters before a figure 我所 and 该中心 may stand.
REACH, NEAR, MOST, LOOK = 3, 2, 24, 120
# What a kind points at, by its last character.
_KINDS = {
    "院": re.compile(r".*[院舱]|.*医院.*"),
    "区": re.compile(r".*院区?"),
    "舱": re.compile(r".*方舱(?:医院)?"),
    "室": re.compile(r".*实验室"),
    "心": re.compile(r".*中心"),
    "所": re.compile(r".*所"),
    "站": re.compile(r".*站"),
}
_BARE = re.compile(r"医院|新?院区|方舱(?:医院)?|实验室")
# 方舱医院共收治1.2万人 tells of all of them; 该方舱 and 这家方舱医院 of one.
_MANY, _THIS = re.compile(r"方舱.*"), re.compile(r"(?:[该我本]|这[家座所个]|我们)\Z")
# 武汉定点医院, 扩增医院, 第一批方舱医院: kinds too, though a name's grammar takes them for names.
_KIND = re.compile(r".*(?:定点|扩增|扩建|具体|首批|第[一二三四五]批).*")
# 截至2月10日，|医院, 我们|院区: what may stand before a kind that is the subject of its clause.
_SUBJECT = re.compile(
    r"(?:[，。；：！？“\n ]|^|[日时天晚早午]|目前|现在|如今|当时|此外|其中|同时|至此|期间|截至目前|我们"
    r"|[该我本]|这[家所])\Z"
)
# 两家|医院, 首批三所|方舱医院
_SEVERAL = re.compile(r"(?P<number>[两二三四五六七八2-8])[家所座个](?:新建|专门|定点)?\Z")
_NUMBERS = dict(zip("两二三四五六七八2345678", (2, *range(2, 9), *range(2, 9)), strict=True))
# Who tests: “一天能检测500份。”|江海医院检验科主任说; what an office reports others did.
_TESTS = re.compile(r".*(?:医院|[一二三四]院|实验室|研究[所院]|检[验测]中心|检验所|疾控中心|疾病预防控制中心|血站)")
# Whose work is testing alone: “火眼”实验室启用。第一天检测1200份.
_LABORATORY = re.compile(r".*(?:(?<!安全)实验室|检[验测]中心|检验所)")
_SAFE = re.compile(r"安全实验室\Z")
# “全市一天能检测500份”
_WHOLE = re.compile(r"[全各][国省市区县州地]")
# 我所自1月26日起; 据我所知, 我所在的医院 and 应该所有 point at nobody.
_HEARD, _TESTING = re.compile("据我(?:所知|了解|们了解)"), "testing"
_POINTS = re.compile(
    r"(?<![应活据])(?:[该我本]|我们)(?P<kind>中心(?![城区])|实验室|(?:研究)?所(?![知见在有说做谓从认想能需处属述言期感以为长用指])|院(?![长士]))"
)


def named_meant(reading: Reading, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the names that a bare kind stands for, or what was *found* where it is none or does not tell.

    Args:
        reading: The document as read.
        found: What fills a role.
    """
    kind = found[0]
    text = reading.text
    if len(found) > 1 or kind.value not in POINTING or not _BARE.fullmatch(text, kind.start, kind.end):
        return found
    sentence = reading.sentence_at(kind.start)
    alone = _THIS if _MANY.match(text, kind.start, kind.end) else _SUBJECT
    if alone.search(text, max(0, kind.start - 4), kind.start):
        return _of_sentence(reading, kind, sentence, 1) or found
    several = _SEVERAL.search(text, max(0, kind.start - 4), kind.start)
    return (several and _of_sentence(reading, kind, sentence, _NUMBERS[several["number"]])) or found


def tester_meant(reading: Reading, filled: Filled) -> Mention | None:
    """Return the body that 我所 and 该中心 point at before the figure of an event, where no name stands between.

    Args:
        reading: The document as read.
        filled: The event in the making.
    """
    figure = filled.figure
    start = max(reading.sentences[figure.sentence].start, figure.start - LOOK)
    pointing = max(_POINTS.finditer(reading.text, start, figure.start), key=re.Match.start, default=None)
    if pointing is None or _is_told(reading, pointing.end(), figure):
        return None
    if reading.text.startswith(OWN, pointing.start()):
        said = speaker_of(reading.text, pointing.end(), reading.names.mentions)
        if said is not None and _fits(reading, pointing["kind"], said):
            return said
    before = _before(reading, pointing.start())
    return next((one for one in before if _fits(reading, pointing["kind"], one)), None)


def tester_speaking(reading: Reading, filled: Filled) -> Mention | None:
    """Return the body of who says “一天能检测500份”, where it tests and nobody else is named in what was said.

    Args:
        reading: The document as read.
        filled: The event in the making.
    """
    figure = filled.figure
    start = max(reading.sentences[figure.sentence].start, figure.start - LOOK)
    opens = reading.text.rfind("“", start, figure.start)
    if opens < 0 or "”" in reading.text[opens : figure.start] or _is_told(reading, opens, figure):
        return None
    if _WHOLE.search(reading.text, opens, figure.start):
        return None
    said = speaker_of(reading.text, figure.end, reading.names.mentions)
    return said if said is not None and _TESTS.fullmatch(reading.names.name(said)) else None


def laboratory_before(reading: Reading, filled: Filled) -> Mention | None:
    """Return the laboratory that was named last, where nobody was named since: “火眼”实验室启用。第一天检测1200份.

    Args:
        reading: The document as read.
        filled: The event in the making.
    """
    figure = filled.figure
    opened = reading.sentences[figure.sentence].start
    said = reading.text[max(opened, figure.start - LOOK) : figure.start]
    # “累计到样数1200，|检测数1100。” is of whoever says it
    if "“" in said or _WHOLE.search(said) or _is_told(reading, opened, figure):
        return None
    named = next((one for one in _before(reading, opened) if one.tag in _BODIES and one.value not in POINTING), None)
    if named is None or figure.sentence - reading.sentence_at(named.start) > NEAR:
        return None
    return named if _LABORATORY.fullmatch(reading.names.name(named)) else None


def is_heard_of(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether somebody tells by hearsay what a figure of tests counts, behind a name: 据我所知，每天检测3600份.

    Args:
        reading: The document as read.
        figure: The figure.
        spot: Where the name stands.
    """
    if figure.decided is None or figure.decided.type != _TESTING or spot.end > figure.start:
        return False
    opened = max(spot.end, reading.sentences[figure.sentence].start, figure.start - LOOK)
    return _HEARD.search(reading.text, opened, figure.start) is not None


def is_kind_of_laboratory(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a name is what kind of laboratory samples need: 具备防护级别的|生物安全实验室.

    Args:
        reading: The document as read.
        figure: The figure.
        spot: Where the name stands.
    """
    if figure.decided is None or figure.decided.type != _TESTING:
        return False
    return _SAFE.search(spot.words) is not None and reading.text.endswith("的", 0, spot.start)


def _is_told(reading: Reading, start: int, figure: Figure) -> bool:
    between = reading.mentions[reading.index_after(start) : figure.index]
    return any(one.tag in _NAMES and one.value not in POINTING for one in between)


def _of_sentence(reading: Reading, kind: Mention, sentence: int, number: int) -> tuple[Mention, ...]:
    """Return the names in the nearest sentence before a kind that has any of it, where they are *number*."""
    words = reading.text[kind.start : kind.end]
    found: dict[str, Mention] = {}
    nearest = sentence - REACH
    for one in _before(reading, kind.start):
        at = reading.sentence_at(one.start)
        if at < nearest:
            break
        if one.tag == kind.tag and _fits(reading, words, one):
            nearest = at
            found[reading.names.name(one)] = one
    return tuple(reversed(found.values())) if len(found) == number else ()


def _before(reading: Reading, position: int) -> Iterator[Mention]:
    """Yield the names before *position*, the nearest first."""
    names = reading.names.mentions
    end = bisect_left(names, position, key=lambda one: one.start)
    return reversed(names[max(0, end - MOST) : end])


def _fits(reading: Reading, kind: str, mention: Mention) -> bool:
    if mention.tag not in _BODIES or mention.value in POINTING:
        return False
    name = reading.names.name(mention)
    wanted = _KINDS["舱" if _MANY.match(kind) else kind[-1]]
    return wanted.fullmatch(name) is not None and not _KIND.fullmatch(name)
