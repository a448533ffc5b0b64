"""Givers and others in lists, where what closes the list or what they do tells that they are names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from epiextract.tagging.mentions import Hit, Mention
from epiextract.tagging.names.words import boundary_words
from epiextract.tagging.segmentation import known_words, segments

LEAD = re.compile(
    r"(?:而|同时|此外|另外|据悉|近日|日前|随后|目前|当日|当天|昨日|昨天|今日|今天|同日|其中|例如|比如|包括|另据|据了解|近期|前期|其后|之后|截至目前|[\s”）)】])*"
)
_PLACES_FOR_CARE = ("医院", "院区", "方舱医院")
_GROUPED = re.compile(
    r"(?:[0-9]{1,3}|[两二三四五六七八九十]{1,3}|数|多)[余多]?[家所大个间座]"
    r"[\u3400-\u9fff]{0,7}?(?P<head>方舱医院|医院|院区|企业|公司|银行|批发市场|市场|机构|基金会|高校|大学|学校|协会|商会|平台|超市|单位|集团|药企|车企|房企)"
)
# 长安机电、太白酒业各捐款10万元, 粤汽东田、粤汽丰本一起捐赠600万元
_GIVER_LIST = re.compile(
    r"(?<![\u3400-\u9fffA-Za-z0-9“”·（）、])(?P<items>(?![^、]{0,22}[向给为对归收由把将让被])[\u3400-\u9fffA-Za-z0-9“”·（）]{2,24}(?:、[\u3400-\u9fffA-Za-z0-9“”·（）]{2,16}?){1,14}?(?:[和与及][\u3400-\u9fffA-Za-z0-9“”·（）]{2,12}?)?)"
    r"(?:(?:[0-9]{1,3}|[两二三四五六七八九十]{1,2})[家个位所名][\u3400-\u9fff]{0,6}?)?(?:等[\u3400-\u9fff0-9]{0,12}?)?(?:各自?|分别|均|都|也|一起|一同|共同|联合|联手|先后|相继|纷纷|共计?|合计|累计)(?:[^，。；：、！？\n捐赠收接获受得]{0,20})[捐赠](?!助?给|[赠助款]?的)"
)
# 阿里|和|腾讯; 融和, 新和成 and 和谐 hold it.
_LIST_ITEM = re.compile(r"(?:[^、和与及0-9]|(?<![^、0-9][^、0-9])[和与及]|[和与及](?![^、0-9]{2}))+")
_ITEM = re.compile(r"[\u3400-\u9fffA-Za-z0-9“”·（）]{2,14}")
_TO = re.compile(r"[向给为对][^，。；：、！？\n捐赠]{0,6}\Z")


@lru_cache(maxsize=1)
def _kinds() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what kinds of people read as that give, alone or with others, and what one of them does."""
    words = sorted(boundary_words("giving_kinds"), key=len, reverse=True)
    one = f"(?:{'|'.join(words)})们?"
    more = rf"(?:(?:、|和|及|与|以及)(?:[\u3400-\u9fff]{{0,4}}?{one})){{0,5}}"
    gives = (
        r"(?=(?!的)[^，。；：、！？“”\n向给为对]{0,8}(?:[向给为][^，。；：、！？“”\n的]{1,20}?)?"
        r"(?:[捐赠](?!助?给|[赠助款]?(?:的|活动|仪式))|筹[集得措](?:善款|捐款|款|资金)))"
    )
    return re.compile(one + more + gives), re.compile(one)


@lru_cache(maxsize=1)
def _getters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what kinds of people and places read as that get, alone or with others, and what one of them does."""
    words = sorted(boundary_words("getting_kinds"), key=len, reverse=True)
    one = f"(?:{'|'.join(words)})们?"
    more = rf"(?:(?:、|和|及|与|以及)(?:[\u3400-\u9fff]{{0,4}}?{one})){{0,5}}"
    # 捐给社区民警, 向社区民警捐赠; 向慈善会捐|给老人买的: the clause in which one is pointed at ends before the gift
    row = (
        rf"(?:[捐赠送运发转](?:[赠献运]?(?:给|往|到|达|至|抵)了?|[^，。；：、！？“”\n]{{2,20}}?给)[^，。；：！？“”\n捐赠]{{0,16}}?(?P<goal>{one}{more})(?![\u3400-\u9fff])"
        rf"|(?:[向给为]|对(?!于))[^，。；：！？“”\n捐赠]{{0,16}}?(?P<named>{one}{more})(?=[^，。；：！？“”\n的]{{0,8}}(?:[捐赠](?!赠?款?的)|送[去来上出达到])))"
    )
    return re.compile(row), re.compile(one)


def getting_kinds(text: str) -> Iterator[tuple[int, int]]:
    """Yield kinds of people and places that are names only where they get: 为社区民警送去口罩300只."""
    row, one = _getters()
    for kinds in row.finditer(text):
        start, end = kinds.span(kinds.lastgroup or 0)
        yield from (kind.span() for kind in one.finditer(text, start, end))


def giving_kinds(text: str) -> Iterator[tuple[int, int]]:
    """Yield kinds of people who are names only where they give: 教师、学生和家长共捐款76万元."""
    row, one = _kinds()
    for kinds in row.finditer(text):
        if not _TO.search(text, max(0, kinds.start() - 8), kinds.start()):
            yield from (kind.span() for kind in one.finditer(text, kinds.start(), kinds.end()))


def listed_givers(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the items of each list that gives, each or together: 长安机电、太白酒业各捐款10万元."""
    for row in _GIVER_LIST.finditer(text):
        begin, end = row.span("items")
        lead = LEAD.match(text, begin, end)
        begin = lead.end() if lead else begin
        first = text.find("、", begin, end)
        starts = (
            (item.start() + (_after_verb(item[0]) if item.start() < first else 0), item.end())
            for item in _LIST_ITEM.finditer(text, begin, end)
        )
        yield [(start, stop) for start, stop in starts if stop - start > 1]


def grouped(text: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield the tag and the items of each list that ends in its kind: 泰康同济、妇幼光谷等3所医院."""
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
        row: list[tuple[int, int]] = []
        for number, item in enumerate(items):
            words = item.group()
            shift = 0
            if number == len(items) - 1:
                joint = max(words.rfind("和"), words.rfind("及"), words.rfind("与"))
                if joint > 1 and len(words) - joint > 2:
                    row.append((position + item.start(), position + item.start() + joint))
                    shift = joint + 1
            if number == 0:
                # only what is left of the last verb before it: 截至3月1日，武汉市组织同济、协和等7家大医院
                shift = _after_verb(words)
            if shift < len(words) and (len(items) > 1 or shift):
                row.append((position + item.start() + shift, position + item.end()))
        yield tag, row


def _after_verb(words: str) -> int:
    """Return where the last verb or particle ends before the end of an item: 组织|同济, not 江海建设|."""
    stops = known_words().stops
    last = 0
    for a, b in segments(words):
        if b == len(words) and b - a > 1:
            break
        # of 三和钢铁 和 joins nothing
        if words[a:b] in stops or (
            b - a == 1 and words[a] in ("的向给由对为在从及和" if a > 1 else "的向给由对为在从")
        ):
            last = b
    return last


def joined(text: str, found: Sequence[Mention], hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """Yield what 、 joins on both sides to organisations, or on one side where the list ends: 阿亚那."""
    starts = {m.start for m in found if m.tag == "ORG" and m.value in ("name", "known")}
    ends = {m.end for m in found if m.tag == "ORG" and m.value in ("name", "known")}
    # whether the list that goes on there is closed: in 、原甲公司、原乙公司 no item is where a name begins, and what
    # stands behind each of them is read once
    seen: dict[int, bool] = {}
    for end in sorted(ends):
        if text[end : end + 1] != "、":
            continue
        position = end
        run: list[tuple[int, int]] = []
        passed: list[int] = []
        while text[position : position + 1] == "、" and position not in seen:
            passed.append(position)
            item = _ITEM.match(text, position + 1)
            if item is None or item.start() in starts:
                break
            stop = item.end()
            for ending in ("等", "分别", "各", "共", "捐", "在", "向"):
                cut = text.find(ending, item.start(), stop)
                stop = cut if cut > 0 else stop
            run.append((item.start(), stop))
            position = stop
        closed = seen.get(position, text[position : position + 1] in ("等", "分") or position + 1 in starts)
        seen.update(dict.fromkeys(passed, closed))
        if closed:
            yield from ((a, b) for a, b in run if b - a >= 2 and not is_known(hits, a, b))


def is_known(hits: Sequence[Hit], start: int, end: int) -> bool:
    """Tell whether terms of the lexicon cover a stretch."""
    covered = 0
    for at in range(bisect_left(hits, start, key=_start), bisect_left(hits, end, key=_start)):
        covered += min(end, hits[at].end) - hits[at].start
    return covered >= end - start


def _start(hit: Hit) -> int:
    return hit.start
