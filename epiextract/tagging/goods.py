"""Goods: a taxonomy of supplies, and the modifiers that belong to a name: 一次性医用外科口罩, N95型口罩."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from epiextract.rules_path import read_table
from epiextract.tagging.mentions import Entry, Hit, Mention
from epiextract.tagging.segmentation import lies_across

MODIFIER = "GOODS_MOD_PART"
# A name of one character counts only with a modifier: 冻鱼, 新鲜菜; 水 and 电 alone are too much else.
_SHORTEST = 2
# How many characters of a name are looked at from its end.
_LONGEST = 12

# What such a name is called that holds money: 善款和物资.
MIXED = "mixed"
_JOINTS = frozenset({"和", "及", "与", "以及"})
# What is made of food keeps its name up to a number or a mark, or what joins it to the next: 牛肉干|200袋, 苹果醋|和.
_ENDS = r"(?![\u3400-\u9fffA-Za-z])|(?=[等和及与共各约近一二两三四五六七八九十百千万数几])"
_TAIL = "tail"
# A figure that counts money and supplies at once counts neither.
_TOGETHER = ({"cash", "supplies"}, {"medicine", "supplies"}, {"equipment", "supplies"})


@dataclass(frozen=True, slots=True)
class GoodsRef:
    """What a mention of goods means.

    Args:
        name: The name as written, with its modifiers.
        id: The class of the taxonomy: ``item:mask.n95``.
        kind: The class without its prefix, for models.
    """

    name: str
    id: str
    kind: str


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return tuple(
        (id, parent, tuple(dict.fromkeys(names.split("|")))) for id, parent, names in read_table("lexicons/goods.tsv")
    )


@lru_cache(maxsize=1)
def goods_parents() -> dict[str, str]:
    """Return the class above each class, for roll-up: ``item:mask.n95`` to ``item:mask``.

    >>> goods_parents()["item:mask.n95"]
    'item:mask'
    """
    return {f"item:{id}": f"item:{parent}" for id, parent, _ in _rows() if parent and id != _TAIL}


@lru_cache(maxsize=1)
def goods_entries() -> tuple[Entry, ...]:
    """Return the rows for the lexicon: names with their class, and modifiers."""
    entries = []
    for id, _, names in _rows():
        if id == _TAIL:
            continue
        tag = {"mod": MODIFIER, "not": "NOT_GOODS"}.get(id, "GOODS")
        entries += [Entry(name, tag, id if tag == "GOODS" else "") for name in names if name]
    return tuple(entries)


def find_goods(text: str, hits: Sequence[Hit]) -> list[Mention]:
    """Return the goods of *text*, sorted, each with the modifiers before it.

    Args:
        text: The text as read.
        hits: What the lexicon found.
    """
    mentions: list[Mention] = []
    start: int | None = None
    last_end = -1
    for hit in hits:
        known = hit.entries.goods
        if not known or lies_across(text, hit.start, hit.end):
            # 国|家电|视台 and 方|面食|品 hold none
            start = None
            continue
        noun = next((entry for entry in reversed(known) if entry.tag == "GOODS"), None)
        if start is None or hit.start - last_end > 0:
            start = hit.start
        last_end = hit.end
        if noun is None:
            continue
        previous = mentions[-1] if mentions else None
        if previous is not None and hit.start < previous.end:
            # what ends the name of food is no noun of its own
            start = None
            continue
        if previous is not None and previous.end == hit.start:
            # 防护服装备, 口罩生产设备: the last noun is the head
            start = previous.start
            mentions.pop()
        end = _with_tail(text, hit.end, noun)
        if end - start >= _SHORTEST:
            name = text[start:end]
            # a good of a user's gazetteer brings its own id
            ref = GoodsRef(name, f"item:{noun.value}", noun.value) if noun.payload is None else noun.payload
            mentions.append(Mention(start, end, "GOODS", noun.value, ref))
        start = None
    return _joined(text, mentions)


@lru_cache(maxsize=1)
def _names() -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the class of each name, and the modifiers, the longest first."""
    nouns, modifiers = {}, []
    for entry in goods_entries():
        if entry.tag == "GOODS":
            nouns[entry.term] = entry.value
        elif entry.tag == MODIFIER:
            modifiers.append(entry.term)
    return nouns, tuple(sorted(modifiers, key=len, reverse=True))


def goods_until(text: str, start: int, end: int) -> Mention | None:
    """Return the goods that end at a character, with their modifiers, also inside of a name: 医用口罩 of 医用口罩|企业.

    Args:
        text: The text as read.
        start: Where they may begin.
        end: Where they end.
    """
    nouns, modifiers = _names()
    first = next((at for at in range(max(start, end - _LONGEST), end - 1) if text[at:end] in nouns), None)
    if first is None:
        return None
    kind, named = nouns[text[first:end]], first
    while modifier := next((one for one in modifiers if text.endswith(one, start, named)), None):
        named -= len(modifier)
    return Mention(named, end, "GOODS", kind, GoodsRef(text[named:end], f"item:{kind}", kind))


@lru_cache(maxsize=1)
def _tails() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return what is made of food, as the end of its name, and the classes of food."""
    tails, food = next((names, parent) for id, parent, names in _rows() if id == _TAIL)
    parents = goods_parents()
    classes = {food, *(id for id, parent, _ in _rows() if parent == food and f"item:{id}" in parents)}
    return re.compile(f"(?:{'|'.join(sorted(tails, key=len, reverse=True))})(?:{_ENDS})"), frozenset(classes)


def _with_tail(text: str, end: int, noun: Entry) -> int:
    """Return where the name of food ends that goes on behind a known noun: 牛肉|干, 苹果|醋."""
    tails, classes = _tails()
    found = tails.match(text, end) if noun.value in classes and len(noun.term) > 1 else None
    return found.end() if found else end


def _joined(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return *mentions* with money and supplies that are given together as one: 善款和物资."""
    out: list[Mention] = []
    for mention in mentions:
        last = out[-1] if out else None
        if last and text[last.end : mention.start] in _JOINTS and {last.value, mention.value} in _TOGETHER:
            name = text[last.start : mention.end]
            sort = MIXED if "cash" in (last.value, mention.value) else "supplies"
            mention = Mention(last.start, mention.end, "GOODS", sort, GoodsRef(name, "item:supplies", "supplies"))
            out.pop()
        out.append(mention)
    return out
