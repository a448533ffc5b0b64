"""Names without a head word, told by what is said of them: who gives, who stands in a list of names, what is 简称."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from epiextract.tagging.mentions import Hit, Mention
from epiextract.tagging.names.giver_frames import distant_givers
from epiextract.tagging.names.giver_lists import (
    LEAD,
    getting_kinds,
    giving_kinds,
    grouped,
    is_known,
    joined,
    listed_givers,
)
from epiextract.tagging.names.standing import standing
from epiextract.tagging.names.words import ANAPHOR, GENERIC, GROUP, NameRef
from epiextract.tagging.segmentation import known_words, segments
from epiextract.values.times.model import TimeExpression

# How many items tell that most of a list are names.
_SHORTEST_ROW = 3
SUBJECT, LISTED = "subject", "listed"
_GIVING = re.compile(r"捐|赠|驰援|增援|资助")
_CLAUSE_END = frozenset("，。；：！？\n\t>|,;!?…／/")
_SUBJECT = re.compile(
    r"(?P<name>[“「]?[\u3400-\u9fffA-Za-z0-9·&.（）]{2,16}?[”」]?)"
    r"(?:(?:也|还|又|再次|再|已经|已|将|拟|率先|首批|第[一二三四五六七八九十]{1,2}批|首次|紧急|第一时间|迅速|主动|累计|共计|共|分别|各|无偿|连夜|先后|陆续|积极|一次性|立即|即|便|就|预计|计划"
    r"|合计|总计|追加|额外|现已|正式|随即|火速|慷慨|毅然|决定|宣布|表示|承诺|发文称|公告称|发布公告|声明|提出|筹集|募集|组织|发起|启动|完成|出资|向|通过|联合|携手|为|给|对|从"
    r"|以[^，。]{2,12}?名义)(?:[^，。；]{0,28}?))?$"
)
# 的 before a giving verb makes a noun of it: 企业的捐赠. What a subject cannot hold or be.
_NO_NAME = re.compile(
    r"[的了在是有和与及将还再也又已曾却能继这我你他她它们其某此该本各每全些等把被让向给为从]|[0-9]+[月日时点年]|^[0-9.]+$|^(?:定向|多次|一方面|接受|收到|用于|对|从|到)"
)
# 其中1万元由|静安寺捐赠, 由|静安寺捐赠
_BY = re.compile(r"(?:[0-9.]{1,9}[余多]?[万亿千百]?[余多]?[\u3400-\u9fff]{1,3}?)?(?:[均都全]部?)?由(?![于此来])")
_COUNTED = re.compile(r"[家个大各多该这]")
_JOINT = re.compile(r"[与和及](?![平睦谐记])")
_SHORT = re.compile(
    r"[（(](?:以下|下文|下)?(?:简称|称)(?:为)?[：:]?[“「\"]?(?P<short>[^”」\"（）()，。]{2,12})[”」\"]?[）)]"
)
# 欧姆龙（中国）: a firm's arm in a country
ARM = re.compile(r"[（(](?:中国|亚太|亚洲|欧洲|香港|大中华)[）)](?!有限|股份|集团)")
_NO_STEM = re.compile(r"[的了在是有和与我你他她它们其这那]|大家")
_ARM_STEM = re.compile(r"(?<![\u3400-\u9fff])[\u3400-\u9fff]{2,8}$")


def find_subjects(text: str, hits: Sequence[Hit], found: Sequence[Mention], values: Sequence[object]) -> list[Mention]:
    """Return names without a head word, each wherever it stands.

    Args:
        text: The text as read.
        hits: What the lexicon found.
        found: The names that are known already, sorted.
        values: Quantities and times, sorted.
    """
    names = _Names(text, found)
    names.add_subjects(values)
    for start, end in distant_givers(text, values):
        names.add(start, end, "ORG", SUBJECT)
    names.add_kinds()
    names.add_grouped(hits)
    names.add_listed(hits)
    names.add_short(found)
    for start, end in joined(text, found, hits):
        names.add(start, end, "ORG", LISTED)
    return names.everywhere()


class _Names:
    """The names of a text that no head tells, in the making.

    Args:
        text: The text as read.
        found: The names that are known already, sorted.
    """

    def __init__(self, text: str, found: Sequence[Mention]) -> None:
        self._text = text
        self._taken = _Taken(found)
        # 集团 of 星咖特购集团, whose name the grammar of heads lost
        self._heads = {m.end: m.start for m in found if m.tag == "ORG" and m.value in (GENERIC, ANAPHOR)}
        self._groups = {m.start: m.end for m in found if m.value == GROUP}
        # the names that hold wherever they stand, and those that are names only here
        self._names: dict[str, tuple[str, str]] = {}
        self._here: list[Mention] = []
        # 一班同学集体捐款: 同学 is no kind by itself
        self._subjects = _Taken(())

    def add(self, start: int, end: int, tag: str, kind: str, *, strict: bool = True) -> None:
        """Add a name, unless a known one holds a part of it or common words make it up."""
        name = self._text[start:end]
        if not self._taken.touches(start, self._heads.get(end, end)) and _is_unknown_name(name, strict=strict):
            self._names.setdefault(name, (tag, kind))

    def add_subjects(self, values: Sequence[object]) -> None:
        """Add who gives, as the subject of its clause."""
        for start, end in _givers(self._text, values):
            # 爱心企业星河湾捐赠: the name begins behind the kind
            start = self._groups.get(start, start)
            head = self._heads.get(end, end)
            if head < end and _COUNTED.search(self._text, start, head):
                continue
            for name, low, high in _givers_of(self._text, start, head, end):
                if name not in self._names and not self._taken.touches(low, high) and _is_unknown_name(name):
                    self._names[name] = ("ORG", SUBJECT)
                    self._subjects.add(low, high)

    def add_kinds(self) -> None:
        """Add kinds of people, where they give or get."""
        for start, end in giving_kinds(self._text):
            if not self._subjects.touches(start, end):
                self._add_here(start, end, GROUP, GROUP)
        for start, end in getting_kinds(self._text):
            self._add_here(start, end, GROUP, GROUP)

    def add_grouped(self, hits: Sequence[Hit]) -> None:
        """Add the items of lists that end in their kind: 泰康同济、妇幼光谷等3所医院."""
        for tag, row in grouped(self._text):
            for start, end in row:
                self.add(start, end, tag, LISTED, strict=False)
            if tag == "ORG":
                self._add_others(row, hits)

    def add_listed(self, hits: Sequence[Hit]) -> None:
        """Add the items of lists that give; of 长安机电 no word is unknown, so it is a name only where it gives."""
        for row in listed_givers(self._text):
            for start, end in row:
                if is_known(hits, start, end):
                    continue
                if _is_unknown_name(self._text[start:end]):
                    self.add(start, end, "ORG", LISTED)
                elif _may_give(self._text[start:end]):
                    self._add_here(start, end, "name", LISTED)
            if row and self._text[row[-1][1] : row[-1][1] + 1] == "等":
                self._add_others(row, hits)

    def _add_others(self, row: Sequence[tuple[int, int]], hits: Sequence[Hit]) -> None:
        """Add the common words of a closed list of names: 恒信、大悦、|江海|等房企, 六冶建、|江海建设|等三家企业."""
        text = self._text
        others = [
            (start, end)
            for start, end in row
            if not self._taken.touches(start, end) and not _is_unknown_name(text[start:end], strict=False)
        ]
        if len(row) < _SHORTEST_ROW or 2 * len(others) > len(row):
            return
        for start, end in others:
            if not is_known(hits, start, end) and _may_be_listed(text[start:end]):
                self._add_here(start, end, "name", LISTED)

    def add_short(self, found: Sequence[Mention]) -> None:
        """Add what names are called in short: 欧姆龙 of 欧姆龙（中国）, 恒大 of 恒大集团."""
        for match in ARM.finditer(self._text):
            before = _ARM_STEM.search(self._text, max(0, match.start() - 9), match.start())
            if before and _names_firm(before[0]):
                self._names.setdefault(self._text[before.start() : match.end()], ("ORG", "company"))
        for short, full in introduced_shorts(self._text, found):
            if short not in known_words().costs:
                self._names.setdefault(short, (full.tag, "short"))
        for mention in found:
            stem = _stem(mention)
            if stem and _is_unknown_name(stem):
                self._names.setdefault(stem, ("ORG", "short"))

    def everywhere(self) -> list[Mention]:
        """Return the names, each wherever it stands, the longest first."""
        text = self._text
        places = standing(text, self._names)
        for name, (tag, kind) in sorted(self._names.items(), key=lambda item: -len(item[0])):
            for position in places[name]:
                end = position + len(name)
                if not self._taken.touches(position, self._heads.get(end, end)):
                    self._here.append(Mention(position, end, tag, "name", NameRef(name, kind)))
                    self._taken.add(position, end)
        return self._here

    def _add_here(self, start: int, end: int, value: str, kind: str) -> None:
        if not self._taken.touches(start, end):
            self._here.append(Mention(start, end, "ORG", value, NameRef(self._text[start:end], kind)))
            self._taken.add(start, end)


def _givers_of(text: str, start: int, head: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield a subject, each with the span that no other name may hold; of 周杰伦与昆凌 both."""
    joint = _JOINT.search(text, start, end)
    if joint and _is_unknown_name(text[start : joint.start()]) and _is_unknown_name(text[joint.end() : end]):
        yield text[start : joint.start()], start, joint.start()
        start = joint.end()
    yield text[start:end].strip("“”「」"), start, head


_LEGAL = re.compile(r"(?:股份|有限|责任|集团|总|控股)*(?:公司|集团)$")


def _stem(mention: Mention) -> str:
    """Return what is left of a firm's name without its legal form, by which news calls it later: 恒大集团."""
    name = getattr(mention.payload, "name", "")
    if mention.tag != "ORG" or mention.value != "name" or not name.endswith(("公司", "集团")):
        return ""
    stem = _LEGAL.sub("", name)
    return stem if 3 <= len(stem) <= 8 and stem != name else ""


def introduced_shorts(text: str, names: Sequence[Mention]) -> Iterator[tuple[str, Mention]]:
    """Yield what brackets introduce as a short form, with the full one before them: （以下简称“…”）.

    Args:
        text: The text as read.
        names: The names of the document.
    """
    if "称" not in text:
        return
    ends = {m.end: m for m in names if m.tag in ("ORG", "FACILITY")}
    for match in _SHORT.finditer(text):
        full = ends.get(match.start())
        if full is not None:
            yield match["short"], full


class _Taken:
    """Which characters belong to names already."""

    def __init__(self, found: Sequence[Mention]) -> None:
        self._inside = {at for m in found for at in range(m.start, m.end)}

    def touches(self, start: int, end: int) -> bool:
        return any(at in self._inside for at in range(start, end))

    def add(self, start: int, end: int) -> None:
        self._inside.update(range(start, end))


def _givers(text: str, values: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield the subjects of clauses that tell of giving: 星河湾宣布捐赠, 大分市向武汉捐赠."""
    times = [v.end for v in values if isinstance(v, TimeExpression)]
    at = 0
    seen = -1
    for verb in _GIVING.finditer(text):
        start = verb.start()
        while start > max(0, verb.start() - 48) and text[start - 1] not in _CLAUSE_END:
            start -= 1
        while at < len(times) and times[at] < start:
            at += 1
        ahead = at
        while ahead < len(times) and times[ahead] <= verb.start():
            start = times[ahead]
            ahead += 1
        if start == seen:
            continue
        seen = start
        lead = LEAD.match(text, start, verb.start())
        begin = lead.end() if lead else start
        pointed = _BY.match(text, begin, verb.start())
        match = _SUBJECT.match(text, pointed.end() if pointed else begin, verb.start())
        if match:
            yield match.span("name")


def _may_give(name: str) -> bool:
    """Tell whether no verb and no particle stands in an item of a list that gives."""
    words = known_words()
    # no joint is left in an item: 三和钢铁
    if not 4 <= len(name) <= 10 or _NO_NAME.search(name.replace("和", "")) or words.generic.fullmatch(name):
        return False
    pieces = [name[a:b] for a, b in segments(name)]
    return len(pieces) > 1 and not any(piece in words.stops for piece in pieces)


def _may_be_listed(name: str) -> bool:
    """Tell whether an item of a list of names may be one though common words make it up: 江海, 江海建设, 融和."""
    words = known_words()
    if not 2 <= len(name) <= 8 or _NO_NAME.search(name.replace("和", "")) or words.generic.fullmatch(name):
        return False
    # of 江海建设 the last word is what it does; 建设 alone is no name
    *pieces, last = (name[a:b] for a, b in segments(name))
    return not any(piece in words.stops for piece in pieces) and (bool(pieces) or last not in words.stops)


def _names_firm(stem: str) -> bool:
    """Tell whether what stands before （中国） is a firm's name: 佳能（中国）, and not 可能和到访（中国）."""
    words = known_words()
    pieces = [stem[a:b] for a, b in segments(stem)]
    return stem in words.brands or not (_NO_STEM.search(stem) or any(p in words.stops for p in pieces if len(p) > 1))


def _is_unknown_name(name: str, *, strict: bool = True) -> bool:
    """Tell whether a run of characters reads as a name: no particle, no verb, not made of common words alone."""
    if not 2 <= len(name) <= 14 or _NO_NAME.search(name):
        return False
    words = known_words()
    if name in words.costs and name not in words.proper:
        return False
    pieces = [name[a:b] for a, b in segments(name)]
    if any(len(piece) > 1 and piece in words.stops for piece in pieces):
        return False
    loose = sum(len(piece) == 1 or piece in words.proper for piece in pieces)
    return loose > 0 and (not strict or loose >= 2 or len(name) > 2)
