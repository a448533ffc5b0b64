"""Organisations, facilities and persons: a small grammar of Chinese names on top of the lexicon's hits.

A head word (集团, 医院, 基金会) ends a name; its left boundary is found by walking back over characters that names are
made of, up to a particle, a verb, a quantity or a mark. Nested names yield the longest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import regex

from epiextract.tagging.mentions import Entry, Hit, Mention
from epiextract.tagging.names.boundaries import firm_start, name_start
from epiextract.tagging.names.firms import firms_that_give, is_branch, is_brand, is_firm, trade_end
from epiextract.tagging.names.givers import ARM, find_subjects
from epiextract.tagging.names.person_lists import listed_persons
from epiextract.tagging.names.persons import after_title, again, find_persons
from epiextract.tagging.names.words import (
    ANAPHOR,
    FACILITY_HEAD,
    GENERIC,
    GROUP,
    HEAD,
    TITLE,
    NameRef,
    boundary_words,
    name_entries,
)
from epiextract.tagging.segmentation import ends_a_word, known_words, opens_citizens, stands_apart

__all__ = ["FACILITY_HEAD", "NameRef", "find_names", "name_entries"]

# 省二院, 市一院: hospitals by number
_NTH = regex.compile(r"(?<!\p{Han}\p{Han}法)[省市县州](?:第)?[一二三四五六七八九十]院(?!区|士|校|墙|落|长)")
# 中建三局, 中交二航局: the bureaus of builders by number
_BUREAU = regex.compile(r"(?:中[建铁交冶]|水电|电建)第?[一二三四五六七八九十]{1,2}[航公]?局(?!部|面|势|限)")
# Heads of firms that common words stand before too: 确保食品, 地市医疗.
_NAMED = {"brand": is_brand, "firm": is_firm}
_BEFORE_UNIT = frozenset("0123456789一二两三四五六七八九十几数多这")
# 健全, 完全; 院内, 院区, 院感, 院线.
_ALL_BEFORE, _ALL_BEHIND = frozenset("安健保完周齐"), frozenset("内区感线士长")
_OFFICES = regex.compile("门(?![户口前])")
# 捐赠|小米|20吨, 小米500袋: no firm
_MILLET, _WEIGHED = (
    "小米",
    regex.compile(
        r"(?:[约近]?[\d.]{1,8}[余多]?[万千百]?[余多]?(?:吨|公?斤|千克|袋|石)|[、和及][米面菜蔬粮油豆大玉]|粥|面)"
    ),
)
_DEGREES = frozenset("最很更真")
# 拜耳中国宣布, 汇丰中国、: a firm's arm in China, not 央视中国之声.
_IN_CHINA = regex.compile(
    r"中国(?:区|公司)?(?=[，。；、：！？”（）()\s]|$|[向为给将已宣日近在通与和及等捐也还联携共从以拟推决计累再又首总率的员旗]|(?<=公司|区))"
)
# 蓝天救援队|员: the team whose members they are
_CREW = "救援队员"
# 全国|税务系统
_WHOLE = regex.compile(r"(?:全[国省市区县州]|各地)$")
_BEFORE_ANAPHOR = frozenset(["", *"，。；：、！？“”（）\n 的由在向从对为与和及是到给让将，"])


def find_names(text: str, hits: Sequence[Hit], *, values: Sequence[object] = ()) -> list[Mention]:
    """Return the organisations, facilities and persons of *text*, sorted; the longest of nested ones.

    Args:
        text: The text as read.
        hits: What the lexicon found.
        values: Quantities and times, which no name goes across.
    """
    ends = [(v.start, v.end) for v in values]  # type: ignore[attr-defined]
    found: list[Mention] = []
    titles: list[Hit] = []
    described: set[int] = set()
    at = 0
    for hit in hits:
        if hit.entries.places and opens_citizens(text, hit.end):
            found.extend(_citizens(text, hit.end))
        trade = trade_end(text, hit.start, hit.end) if hit.entries.places else None
        if trade:
            found.append(Mention(hit.start, trade, "ORG", "name", NameRef(text[hit.start : trade], "company")))
        entries = hit.entries.names
        if not entries:
            continue
        while at < len(ends) and ends[at][1] <= hit.start:
            at += 1
        floor = ends[at - 1][1] if at else 0
        for entry in entries:
            if entry.tag == TITLE:
                titles.append(hit)
            if entry.tag in (TITLE, "GROUP_PART"):
                described.add(hit.end)
            mention = _name_at(text, hit, entry, floor)
            if mention is not None:
                found.append(mention)
                break
    found.extend(find_persons(text, titles, described))
    described.update(hit.end for hit in titles)
    found.extend(
        Mention(start, end, "PERSON", "person", NameRef(text[start:end], "person"))
        for start, end in listed_persons(text, described)
    )
    found.extend(again(text, found))
    found.extend(
        Mention(m.start(), m.end(), "FACILITY", "name", NameRef(m.group(), "hospital")) for m in _NTH.finditer(text)
    )
    found.extend(_bureaus(text))
    found.extend(
        Mention(start, end, "ORG", "name", NameRef(text[start:end], "company")) for start, end in firms_that_give(text)
    )
    found = _longest(found)
    return _longest([*found, *find_subjects(text, hits, found, values)])


@lru_cache(maxsize=1)
def _authorities() -> tuple[str, ...]:
    return tuple(boundary_words("authorities"))


def _citizens(text: str, end: int) -> Iterator[Mention]:
    """Yield the citizens behind a place that ends at *end*, and the one who is named: 武汉市民, 武汉市民王女士."""
    yield Mention(end - 1, end + 1, "ORG", GROUP, NameRef(text[end - 1 : end + 1], GROUP))
    person = after_title(text, end + 1, weak=True)
    if person is not None:
        yield person


def _bureaus(text: str) -> Iterator[Mention]:
    for match in _BUREAU.finditer(text):
        start = match.start() - 2 * text.endswith("中国", 0, match.start())
        yield Mention(start, match.end(), "ORG", "name", NameRef(text[start : match.end()], "bureau"))


def _name_at(text: str, hit: Hit, entry: Entry, floor: int) -> Mention | None:
    tag = entry.tag
    if tag in (HEAD, FACILITY_HEAD):
        return _headed(text, hit, entry, floor)
    if tag == TITLE:
        weak = any(other.tag == "GROUP_PART" for other in hit.entries)
        return after_title(text, hit.end, weak=weak)
    if tag == "GROUP_PART":
        if hit.end - hit.start == 2 and not ends_a_word(text, hit.end):
            # 家乡医|院
            return None
        if text[hit.end - 1] == "队":
            start = _with_wave(text, hit.start, floor)
            if start == hit.start and text[start] == "援":
                # 青海省|援鄂医疗队: the group's own words say whom it helps, and the sender stands before them
                start = name_start(text, start, floor)
            if start < hit.start:
                return Mention(start, hit.end, "ORG", "name", NameRef(text[start : hit.end], "team"))
        return Mention(hit.start, hit.end, "ORG", GROUP, NameRef(text[hit.start : hit.end], GROUP))
    if tag.endswith("_NAME_PART"):
        kind = tag.partition("_")[0]
        # 最美的逆行者: no firm
        if hit.end - hit.start == 2 and (
            text[hit.start - 1 : hit.start] in _DEGREES or not stands_apart(text, hit.start, hit.end)
        ):
            return None
        if text.startswith(_MILLET, hit.start) and _WEIGHED.match(text, hit.end):
            return None
        if text[hit.end - 1] == "部" and _OFFICES.match(text, hit.end):
            # 民政|部门 are many, and none the ministry
            return None
        start = name_start(text, hit.start, floor) if kind == "FACILITY" else hit.start
        # 西门子中国, 佳能（中国）
        country = (_IN_CHINA.match(text, hit.end) or ARM.match(text, hit.end)) if kind == "ORG" else None
        end = country.end() if country else hit.end
        return Mention(start, end, kind, "known", NameRef(text[start:end], "known"))
    if tag.endswith("_ANAPHOR_PART"):
        kind = tag.partition("_")[0]
        all_of = text[hit.start] == "全"
        if all_of and (text[hit.start - 1 : hit.start] in _ALL_BEFORE or text[hit.end : hit.end + 1] in _ALL_BEHIND):
            # 健|全院感防控, 全院|内感染防控
            return None
        start = name_start(text, hit.start, floor)
        if start < hit.start:
            if all_of:
                # 江海医院|全院
                return None
            return _named(text, start, hit.end, kind, "hospital" if kind == "FACILITY" else "company", hit.start)
        # 七国集团, 2家公司: what stands before says that no certain one is meant
        bare = text[hit.start] not in "该本我这全"
        role = GENERIC if bare and text[hit.start - 1 : hit.start] not in _BEFORE_ANAPHOR else ANAPHOR
        return Mention(hit.start, hit.end, kind, role, NameRef(text[hit.start : hit.end], role))
    return None


def _headed(text: str, hit: Hit, entry: Entry, floor: int) -> Mention | None:
    crew = text.startswith(_CREW, hit.start) and hit.end - hit.start == len(_CREW) - 1
    if not crew and not ends_a_word(text, hit.end):
        return None
    if text[hit.start] == "支" and text[hit.start - 1 : hit.start] in _BEFORE_UNIT and text[hit.start - 2] != "第":
        # 2支队伍, 三支队伍: a number and its unit
        return None
    start = name_start(text, hit.start, floor)
    if entry.value == "company":
        start = firm_start(text, start, hit.start, floor)
    if entry.value in _NAMED and not _NAMED[entry.value](text[start : hit.start]):
        return None
    if entry.value == "branch" and not is_branch(text[start : hit.start], text, hit.end):
        return None
    if entry.value == "system" and start < hit.start and text.endswith(_authorities(), start, hit.start):
        whole = _WHOLE.search(text, max(floor, start - 2), start)
        start = whole.start() if whole else start
    if entry.value == "team":
        # 援助湖北应对流感疫情|医疗队: the grammar of teams sees past the verb
        start = min(_with_wave(text, start, floor), _with_wave(text, hit.start, floor))
    tag = "FACILITY" if entry.tag == FACILITY_HEAD else "ORG"
    if entry.value in _NAMED:
        arm = ARM.match(text, hit.end)
        return _named(text, start, arm.end() if arm else hit.end, tag, entry.value, hit.start)
    if start == hit.start and (len(text[hit.start : hit.end]) < 3 or tag == "ORG"):
        if tag == "ORG":
            return None
        return Mention(start, hit.end, tag, GENERIC, NameRef(text[start : hit.end], entry.value))
    return _named(text, start, hit.end, tag, entry.value, hit.start)


_WAVE = regex.compile(
    r"(?:(?:第[一二三四五六七八九十0-9]{1,3}|首)批)?(?:对口|紧急)?(?:(?:支援|援助|驰援|援|赴)(?:湖北|武汉|鄂|汉|\p{Han}{2}的)?)?"
    r"(?:(?:应对|抗击|防控)\p{Han}{0,16}(?:疫情|肺炎|感染的))?(?:(?:第[一二三四五六七八九十0-9]{1,3}|首)批)?(?:紧急)?的?$"
)


def _with_wave(text: str, start: int, floor: int) -> int:
    """Return where a team's name begins whose sender stands before 支援: 广东省第一批对口支援|湖北荆州医疗队."""
    wave = _WAVE.search(text, max(floor, start - 32), start)
    if wave is None or wave.group() in ("", "的"):
        return start
    sender = name_start(text, wave.start(), floor)
    # 第二批援助湖北医疗队 names no sender
    return sender if sender < wave.start() or "批" in wave.group() else start


def _named(text: str, start: int, end: int, tag: str, kind: str, head: int) -> Mention:
    before = text[start:head]
    generic = start == head or known_words().generic.fullmatch(before) is not None
    return Mention(start, end, tag, GENERIC if generic else "name", NameRef(text[start:end], kind))


def _longest(found: Iterable[Mention]) -> list[Mention]:
    taken: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if taken and mention.start < taken[-1].end:
            if mention.end > taken[-1].end and mention.start == taken[-1].start:
                taken[-1] = mention
            continue
        taken.append(mention)
    return taken
