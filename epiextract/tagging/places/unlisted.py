"""Cities and counties that no table holds, told by what ends their names: 截至2月20日，沂川市累计确诊4例."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.geography import Place
from epiextract.tagging.segmentation import ends_a_word, known_words, segments

_HEAD = re.compile(r"(?<=[\u3400-\u9fff]{2})[市县](?![场值面价盈民况井政级区占直域营])")
_SIZES = (3, 2)
# What makes a common word of the head, and what no name holds: 超市, 上市, 贫困县, 向全市.
_COMMON = frozenset(
    "城超都股楼门上夜集地省区个全本各该我两这那熊牛菜花鱼早黑入下国港外债汇金期小困某同大多其几数属辖邻"
)
_NO_NAME = re.compile(
    r"[的了在是有和与及将还再也又从向由对给为到至据让把被距往各全该这那我本某每个名家进入要求级设暂停回返离驻赴抵来去]"
)
_LEVELS = {"市": "city", "县": "county"}
# Named so often, once behind a mark or the place that holds it, it is no accident of other words.
_TIMES = 2


def find_unlisted(text: str, places: Sequence[Mention]) -> Iterator[tuple[int, int, Place]]:
    """Yield the spans of cities and counties that are in no table, each with the place.

    Args:
        text: The text as read.
        places: The places of the tables, sorted.
    """
    ends = {m.end: m for m in places}
    inside = {at for m in places for at in range(m.start, m.end)}
    known: dict[str, Place] = {}
    words = known_words().costs
    heads = list(_HEAD.finditer(text))
    times = Counter(text[head.start() - size : head.end()] for head in heads for size in _SIZES if size <= head.start())
    for head in heads:
        for start in (head.start() - size for size in _SIZES):
            name, before = text[max(0, start) : head.end()], ends.get(start)
            if start < 0 or name in known or (before is None and start and _is_han(text[start - 1])):
                continue
            if not inside.isdisjoint(range(start, head.end())) or not _is_name(text, name, head.end()):
                continue
            # 贵州安瓮县 is told by 贵州 at once
            told = before is not None and len(segments(name[:-1])) == len(name) - 1
            if told or times[name] >= _TIMES:
                known[name] = Place(f"local:{name}", name, _LEVELS[name[-1]], before.value if before else "")
    for name, place in known.items():
        # 沂川 is 沂川市 from there on, where it is no word
        short = "?" if name[:-1] not in words and len(segments(name[:-1])) == len(name) - 1 else ""
        for found in re.finditer(name + short, text):
            if inside.isdisjoint(range(*found.span())) and ends_a_word(text, found.end()):
                yield *found.span(), place


def _is_name(text: str, name: str, end: int) -> bool:
    words, own = known_words(), name[:-1]
    if not all(map(_is_han, own)) or own[-1] in _COMMON or _NO_NAME.search(own) or own in words.stops:
        return False
    # 友好|城市, 水果|超市: no word goes across the head
    return name not in words.costs and ends_a_word(text, end) and segments(name)[-1] == (len(own), len(name))


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
