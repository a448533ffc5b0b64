"""Names without a head word, told by what is said of them: who gives, who stands in a list of names, what is 简称."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from epiextract.tagging.mentions import Hit, Mention
from epiextract.tagging.name_words import ANAPHOR, GENERIC, GROUP, NameRef
from epiextract.tagging.segmentation import known_words, segments
from epiextract.values.time_model import TimeExpression

SUBJECT, LISTED = "subject", "listed"
_GIVING = re.compile(r"捐|赠|驰援|增援|资助")
_CLAUSE_END = frozenset("，。；：！？\n\t>|,;!?…／/")
_LEAD = re.compile(
    r"(?:而|同时|此外|另外|据悉|近日|日前|随后|目前|当日|当天|昨日|昨天|今日|今天|同日|其中|例如|比如|包括|另据|据了解|近期|前期|其后|之后|截至目前|[\s”）)】])*"
)
_SUBJECT = re.compile(
    r"(?P<name>[“「]?[\u3400-\u9fffA-Za-z0-9·&.（）]{2,16}?[”」]?)"
    r"(?:(?:也|还|又|再次|再|已经|已|将|拟|率先|首批|首次|紧急|第一时间|迅速|主动|累计|共计|共|分别|各|无偿|连夜|先后|陆续|积极|一次性|立即|即|便|就|预计|计划"
    r"|合计|总计|追加|额外|现已|正式|随即|火速|慷慨|毅然|决定|宣布|表示|承诺|发文称|公告称|发布公告|声明|提出|筹集|募集|组织|发起|启动|完成|出资|向|通过|联合|携手|为|给|对|从"
    r"|以[^，。]{2,12}?名义)(?:[^，。；]{0,28}?))?$"
)
# 的 before a giving verb makes a noun of it: 企业的捐赠. What a subject cannot hold or be.
_NO_NAME = re.compile(
    r"[的了在是有和与及将还再也又已曾却能继这我你他她它们其某此该本各每全些等把被让向给为从]|[0-9]+[月日时点年]|^[0-9.]+$|^(?:定向|接受|收到|用于|对|从|到)"
)
_GROUPED = re.compile(
    r"(?:[0-9]{1,3}|[两二三四五六七八九十]{1,3}|数|多)[余多]?[家所大个间座]"
    r"[\u3400-\u9fff]{0,7}?(?P<head>方舱医院|医院|院区|企业|公司|银行|批发市场|市场|机构|基金会|高校|大学|学校|协会|商会|平台|超市|单位|集团|药企|车企|房企)"
)
_COUNTED = re.compile(r"[家个大各多该这]")
_JOINT = re.compile(r"[与和及](?![平睦谐记])")
# 长安机电、太白酒业各捐款10万元, 粤汽东田、粤汽丰本一起捐赠600万元
_GIVER_LIST = re.compile(
    r"(?<![\u3400-\u9fffA-Za-z0-9“”·（）、])(?P<items>(?![^、]{0,22}[向给为对归收由把将让被])[\u3400-\u9fffA-Za-z0-9“”·（）]{2,24}(?:、[\u3400-\u9fffA-Za-z0-9“”·（）]{2,16}?){1,14}?(?:[和与及][\u3400-\u9fffA-Za-z0-9“”·（）]{2,12}?)?)"
    r"(?:(?:[0-9]{1,3}|[两二三四五六七八九十]{1,2})[家个位所名][\u3400-\u9fff]{0,6}?)?(?:等[\u3400-\u9fff0-9]{0,12}?)?(?:各自?|分别|均|都|也|一起|一同|共同|联合|联手|先后|相继|纷纷|共计?|合计|累计)(?:[^，。；：、！？\n捐赠收接获受得]{0,20})[捐赠](?!助?给|[赠助款]?的)"
)
_LIST_ITEM = re.compile(r"[^、和与及0-9]+")
_ITEM = re.compile(r"[\u3400-\u9fffA-Za-z0-9“”·（）]{2,14}")
_SHORT = re.compile(
    r"[（(](?:以下|下文|下)?(?:简称|称)(?:为)?[：:]?[“「\"]?(?P<short>[^”」\"（）()，。]{2,12})[”」\"]?[）)]"
)
# Kinds of people who are names only where they give, alone or with others: 教师、学生和家长共捐款76万元.
_KIND = r"(?:教师|老师|学生|家长|孩子|朋友|同事|同学|干部|队员|学员|团体|老板|夫妻|退伍军人|教职员)们?"
_KINDS = re.compile(
    rf"{_KIND}(?:(?:、|和|及|与|以及)(?:[\u3400-\u9fff]{{0,4}}?{_KIND})){{0,5}}(?=(?!的)[^，。；：、！？“”\n向给为对]{{0,8}}[捐赠](?!助?给|[赠助款]?(?:的|活动|仪式)))"
)
_TO = re.compile(r"[向给为对][^，。；：、！？\n捐赠]{0,6}\Z")
_ONE_KIND = re.compile(_KIND)
# 欧姆龙（中国）: a firm's arm in a country
ARM = re.compile(r"[（(](?:中国|亚太|亚洲|欧洲|香港|大中华)[）)](?!有限|股份|集团)")
_ARM_STEM = re.compile(r"(?<![\u3400-\u9fff])[\u3400-\u9fff]{2,8}$")
_PLACES_FOR_CARE = ("医院", "院区", "方舱医院")


def find_subjects(text: str, hits: Sequence[Hit], found: Sequence[Mention], values: Sequence[object]) -> list[Mention]:
    """Return names without a head word, each wherever it stands.

    Args:
        text: The text as read.
        hits: What the lexicon found.
        found: The names that are known already, sorted.
        values: Quantities and times, sorted.
    """
    taken = _Taken(found)
    # 集团 of 星咖特购集团, whose name the grammar of heads lost
    heads = {m.end: m.start for m in found if m.tag == "ORG" and m.value in (GENERIC, ANAPHOR)}
    names: dict[str, tuple[str, str]] = {}
    giving: list[Mention] = []
    # 一班同学集体捐款: no kind by itself
    subjects = _Taken(())
    groups = {m.start: m.end for m in found if m.value == GROUP}
    for start, end in _givers(text, values):
        # 爱心企业星河湾捐赠: the name begins behind the kind
        start = groups.get(start, start)
        head = heads.get(end, end)
        if head < end and _COUNTED.search(text, start, head):
            continue
        for name, low, high in _givers_of(text, start, head, end):
            if name not in names and not taken.touches(low, high) and _is_unknown_name(name):
                names[name] = ("ORG", SUBJECT)
                subjects.add(low, high)
    for kinds in _KINDS.finditer(text):
        if _TO.search(text, max(0, kinds.start() - 8), kinds.start()):
            continue
        for one in _ONE_KIND.finditer(text, kinds.start(), kinds.end()):
            if not taken.touches(*one.span()) and not subjects.touches(*one.span()):
                giving.append(Mention(*one.span(), "ORG", GROUP, NameRef(one.group(), GROUP)))
                taken.add(*one.span())
    for start, end, tag in _grouped(text):
        name = text[start:end]
        if not taken.touches(start, end) and _is_unknown_name(name, strict=False):
            names.setdefault(name, (tag, LISTED))
    for start, end in _giver_lists(text):
        name = text[start:end]
        if taken.touches(start, end) or _is_known(hits, start, end):
            continue
        if _is_unknown_name(name):
            names.setdefault(name, ("ORG", LISTED))
        elif _may_give(name):
            # of 长安机电 no word is unknown: a name only where it gives
            giving.append(Mention(start, end, "ORG", "name", NameRef(name, LISTED)))
            taken.add(start, end)
    for match in ARM.finditer(text):
        before = _ARM_STEM.search(text, max(0, match.start() - 9), match.start())
        if before and (before[0] in known_words().brands or _is_unknown_name(before[0])):
            names.setdefault(text[before.start() : match.end()], ("ORG", "company"))
    for short, full in introduced_shorts(text, found):
        if short not in known_words().costs:
            names.setdefault(short, (full.tag, "short"))
    for mention in found:
        stem = _stem(mention)
        if stem and _is_unknown_name(stem):
            names.setdefault(stem, ("ORG", "short"))
    for start, end in _beside(text, found, hits):
        name = text[start:end]
        if not taken.touches(start, heads.get(end, end)) and _is_unknown_name(name):
            names.setdefault(name, ("ORG", LISTED))
    out = giving
    for name, (tag, kind) in sorted(names.items(), key=lambda item: -len(item[0])):
        position = text.find(name)
        while position >= 0:
            end = position + len(name)
            if not taken.touches(position, heads.get(end, end)):
                out.append(Mention(position, end, tag, "name", NameRef(name, kind)))
                taken.add(position, end)
            position = text.find(name, end)
    return out


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
        lead = _LEAD.match(text, start, verb.start())
        begin = lead.end() if lead else start
        match = _SUBJECT.match(text, begin, verb.start())
        if match:
            yield match.span("name")


def _giver_lists(text: str) -> Iterator[tuple[int, int]]:
    """Yield the items of lists that give, each or together: 长安机电、太白酒业各捐款10万元."""
    for row in _GIVER_LIST.finditer(text):
        begin, end = row.span("items")
        lead = _LEAD.match(text, begin, end)
        begin = lead.end() if lead else begin
        first = text.find("、", begin, end)
        for item in _LIST_ITEM.finditer(text, begin, end):
            start = item.start() + (_after_verb(item[0]) if item.start() < first else 0)
            if item.end() - start > 1:
                yield start, item.end()


def _may_give(name: str) -> bool:
    """Tell whether no verb and no particle stands in an item of a list that gives."""
    words = known_words()
    if not 4 <= len(name) <= 10 or _NO_NAME.search(name) or words.generic.fullmatch(name):
        return False
    pieces = [name[a:b] for a, b in segments(name)]
    return len(pieces) > 1 and not any(piece in words.stops for piece in pieces)


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


def _grouped(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the items of a list that ends in its kind: 泰康同济、妇幼光谷等3所医院."""
    for match in _GROUPED.finditer(text):
        end = match.start() - (text[match.start() - 1 : match.start()] == "等")
        tag = "FACILITY" if match["head"] in _PLACES_FOR_CARE else "ORG"
        low = max(0, end - 80)
        stretch = text[low:end]
        if "、" not in stretch and "和" not in stretch[-16:]:
            continue
        for cut in "，。；：\n！？":
            stretch = stretch[stretch.rfind(cut) + 1 :]
        items = list(re.finditer(r"[^、]+", stretch))
        position = end - len(stretch)
        for number, item in enumerate(items):
            words = item.group()
            shift = 0
            if number == len(items) - 1:
                joint = max(words.rfind("和"), words.rfind("及"), words.rfind("与"))
                if joint > 1 and len(words) - joint > 2:
                    yield position + item.start(), position + item.start() + joint, tag
                    shift = joint + 1
            if number == 0:
                # only what is left of the last verb before it: 截至3月1日，武汉市组织同济、协和等7家大医院
                shift = _after_verb(words)
            if shift < len(words) and (len(items) > 1 or shift):
                yield position + item.start() + shift, position + item.end(), tag


def _after_verb(words: str) -> int:
    stops = known_words().stops
    last = 0
    for a, b in segments(words):
        if words[a:b] in stops or (b - a == 1 and words[a] in "的向给由对为在从及和"):
            last = b
    return last


def _beside(text: str, found: Sequence[Mention], hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """Yield what 、 joins on both sides to organisations, or on one side where the list ends: 阿亚那."""
    starts = {m.start for m in found if m.tag == "ORG" and m.value in ("name", "known")}
    ends = {m.end for m in found if m.tag == "ORG" and m.value in ("name", "known")}
    for end in sorted(ends):
        if text[end : end + 1] != "、":
            continue
        position = end
        run: list[tuple[int, int]] = []
        while text[position : position + 1] == "、":
            item = _ITEM.match(text, position + 1)
            if item is None or item.start() in starts:
                break
            stop = item.end()
            for ending in ("等", "分别", "各", "共", "捐", "在", "向"):
                cut = text.find(ending, item.start(), stop)
                stop = cut if cut > 0 else stop
            run.append((item.start(), stop))
            position = stop
        closed = text[position : position + 1] in ("等", "分") or position + 1 in starts
        if closed:
            yield from ((a, b) for a, b in run if b - a >= 2 and not _is_known(hits, a, b))


def _is_known(hits: Sequence[Hit], start: int, end: int) -> bool:
    """Tell whether terms of the lexicon cover a stretch."""
    covered = 0
    for hit in hits[bisect_left(hits, start, key=_start) :]:
        if hit.start >= end:
            break
        covered += min(end, hit.end) - hit.start
    return covered >= end - start


def _start(hit: Hit) -> int:
    return hit.start
