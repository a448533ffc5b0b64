"""What a figure counts, where no list of words has it: unknown goods kept as written, and kinds of sites and firms.

In 50台可视喉镜仪 the unit says that goods are counted, in 54家医用防护服生产企业 that firms are: the words behind the
figure, up to a verb, a particle or a mark, are the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from epiextract.tagging.goods import GoodsRef
from epiextract.tagging.mentions import Hit, Mention
from epiextract.tagging.names.boundaries import name_start
from epiextract.tagging.names.words import FACILITY_HEAD, GENERIC, HEAD, NameRef, boundary_words
from epiextract.tagging.segmentation import known_words, segments
from epiextract.values.quantities.finder import Quantity

UNKNOWN = "other_goods"
# Units that count goods by themselves, and those that count many other things: 个, 张, 份.
_OF_GOODS = frozenset("台套瓶箱盒副双枚包袋桶辆罐件只支批架卷筐粒顶块塊") | {"t", "kg", "台（套）", "床被子"}
_OF_SITES = frozenset("家所座处间大个条栋")
_RUN = re.compile(r"(?:[“「][^”」\n]{1,10}[”」]|[\u3400-\u9fffA-Za-z0-9\-])+")
_STOP = frozenset(
    "的在给向等和及与、到由被将已从为是以有供用于后共计运送捐赠约超各不未并也均后前中内上下来去总总价值时，（"
)
_TOOLS = frozenset("剂器机仪车柜架床灯液袋衣服帽箱盒枪炉膜纸布粉片针管泵表计板椅桌垫被鞋罩镜棒网")
_NO_GOODS = re.compile(
    r"^(?:左右|以上|以下|余|多|人|队|成品|合计|总)|(?:队|人|员|院|企业|公司|组|车间|生产线|小时|医院|病例|患者|左右|以上|能力|产能|工作|任务|货车)$"
)
_REACH = 18


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Nouns that sites and firms are counted by."""

    tags: dict[str, str]
    within: re.Pattern[str]
    at_end: re.Pattern[str]
    modifying: frozenset[str]


@lru_cache(maxsize=1)
def _kinds() -> _Kinds:
    tags = {
        **dict.fromkeys(boundary_words("sites"), "FACILITY"),
        **dict.fromkeys(boundary_words("organisations"), "ORG"),
    }
    nouns = "|".join(sorted(tags, key=len, reverse=True))
    modifying = frozenset(boundary_words("modifying"))
    return _Kinds(tags, re.compile(f"(?:{nouns})"), re.compile(f"(?:{nouns})$"), modifying)


def find_counted(text: str, hits: Sequence[Hit], values: Sequence[object], goods: Sequence[Mention]) -> list[Mention]:
    """Return goods and kinds that the figures of *text* count and that the lexicon does not have.

    Args:
        text: The text as read.
        hits: What the lexicon found.
        values: Quantities and times, sorted.
        goods: The goods that are known, sorted.
    """
    starts: dict[int, Hit] = {}
    by_start = {m.start: m for m in goods}
    out: list[Mention] = []
    limits = [v.start for v in values]  # type: ignore[attr-defined]
    for number, value in enumerate(values):
        if not isinstance(value, Quantity):
            continue
        ceiling = limits[number + 1] if number + 1 < len(limits) else len(text)
        mention = None
        if value.kind in ("goods", "count") and value.unit in _OF_SITES:
            floor = limits[number - 1] if number else 0
            mention = _kind(text, value.end, ceiling) or _kind_before(text, value, floor)
        if mention is None and value.kind == "goods":
            starts = starts or {hit.start: hit for hit in hits}
            mention = _goods(text, value, ceiling, starts, by_start)
        if mention is not None:
            out.append(mention)
    return out


def _run(text: str, start: int, ceiling: int) -> int:
    """Return where the noun ends that begins at *start*: before a verb, a particle, a mark."""
    match = _RUN.match(text, start, min(ceiling, start + _REACH))
    if match is None:
        return start
    stops = known_words().stops
    end = start
    for a, b in segments(match.group()):
        if b - a == 1 and text[start + a] in _STOP:
            break
        # 洗涤剂: a verb before what makes a tool or a substance of it
        if text[start + a : start + b] in stops and text[start + b : start + b + 1] not in _TOOLS:
            break
        end = start + b
    return end


def noun_end(text: str, start: int) -> int:
    """Return where the noun ends that begins at a character: before a verb, a particle, a mark.

    Args:
        text: The text as read.
        start: One past the figure that counts it.

    >>> noun_end("三家报社要求撤回决定", 2)
    4
    """
    return _run(text, start, len(text))


def site_end(text: str, start: int) -> int | None:
    """Return where the noun ends that begins at a character, if sites or firms are counted by it.

    Args:
        text: The text as read.
        start: Where the noun begins.

    >>> site_end("高校和相关机构的志愿者", 3), site_end("高校和医护人员", 3)
    (7, None)
    """
    kind = _kind(text, start, len(text))
    return kind.end if kind else None


def _goods(
    text: str, value: Quantity, ceiling: int, starts: dict[int, Hit], known: dict[int, Mention]
) -> Mention | None:
    start = value.end
    end = _run(text, start, ceiling)
    inside = [known[at] for at in range(start, end) if at in known]
    if inside:
        # 高德MS400红外测温仪: what stands between the figure and the noun belongs to the name
        last = inside[-1]
        if len(inside) == 1 and last.start > start and _free(starts, start, last.start):
            return Mention(start, last.end, "GOODS", last.value, _ref(text, start, last.end, last.value))
        return None
    if value.unit not in _OF_GOODS or not 2 <= end - start <= 12 or not _free(starts, start, end):
        return None
    # 一批特殊的力量: what 的 follows is no noun, and 一件 alone is a mere article
    if text[end : end + 1] == "的" or value.value == 1 or _NO_GOODS.search(text[start:end]):
        return None
    return Mention(start, end, "GOODS", UNKNOWN, _ref(text, start, end, UNKNOWN))


def _free(starts: dict[int, Hit], start: int, end: int) -> bool:
    """Tell whether no term stands there but parts of names of goods."""
    for at in range(start, end):
        hit = starts.get(at)
        if hit is not None and any(":" in e.tag or e.tag in _TAKEN for e in hit.entries):
            return False
    return True


_TAKEN = frozenset({HEAD, FACILITY_HEAD, "GROUP_PART", "PERSON_TITLE", "DISEASE"})


def _ref(text: str, start: int, end: int, value: str) -> GoodsRef:
    return GoodsRef(text[start:end], f"item:{value}", value)


def _kind(text: str, start: int, ceiling: int) -> Mention | None:
    """Return the kind of sites or firms that is named at a character."""
    if text[start : start + 1] == "的":
        return None
    stretch = text[start : min(ceiling, start + _REACH)]
    match = _RUN.match(stretch)
    if match is None:
        return None
    endings = list(_kinds().within.finditer(match.group()))
    for ending in endings:
        end = start + ending.end()
        words = text[start : start + ending.start()]
        follows = endings[-1] is ending or text[end : end + 1] in _STOP
        if follows and not _verb_before_noun(words):
            tag = _kinds().tags[ending.group()]
            return Mention(start, end, tag, GENERIC, NameRef(text[start:end], GENERIC))
    return None


def kind_start(text: str, end: int, floor: int) -> int | None:
    """Return where the kind of sites or firms begins that ends at a character, if one does.

    Args:
        text: The text as read.
        end: Where the kind may end.
        floor: Where it cannot begin before.

    >>> kind_start("全县共有快递网点52家", 8, 0), kind_start("全县共有快递网52家", 7, 0)
    (4, None)
    """
    ending = _kinds().at_end.search(text, max(floor, end - 6), end)
    return name_start(text, ending.start(), floor) if ending else None


def _kind_before(text: str, value: Quantity, floor: int) -> Mention | None:
    """Return the kind that stands before its figure: 医疗器械生产企业79家, 农贸市场12个."""
    end = value.start
    ending = _kinds().at_end.search(text, max(floor, end - 6), end)
    if ending is None:
        return None
    start = name_start(text, ending.start(), floor)
    tag = _kinds().tags[ending.group()]
    return Mention(start, end, tag, GENERIC, NameRef(text[start:end], GENERIC))


def _verb_before_noun(words: str) -> bool:
    """Tell whether a verb stands between a figure and a noun, so that the noun is not what is counted."""
    stops = known_words().stops
    pieces = [words[a:b] for a, b in segments(words)]
    return any(
        (len(piece) > 1 and piece in stops and piece not in _kinds().modifying) or (len(piece) == 1 and piece in _STOP)
        for piece in pieces
    )
