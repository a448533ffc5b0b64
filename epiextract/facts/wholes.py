"""Totals beside their parts in one text: 共捐1000万元，其中现金600万元、物资400万元."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence

from epiextract.facts.claims import Claim

TOTAL, WHOLE, PART, UNIT = "total", "whole", "part", "unit"
# 捐赠口罩100万只，首批11万只已运抵: what comes first of a gift is a part of it, unless it is given by itself.
_OPENS_PARTS = re.compile(r"其中|[，,；;（(][^，,；;。捐赠\d]{0,8}(?:首批|第一批|首期|首笔)[^，,；;。捐赠\d]{0,10}\Z")
# 每台价值30万元 beside 总价值600万元: what one is worth, and no gift of its own
_OF_ONE = re.compile(r"(?:每[台辆只个套件箱支盒副张瓶]|单价)[^，,、。；;（）()\d]{0,6}$")
# More parts than this are not tried against a whole.
MOST_PARTS = 40

Held = tuple[Claim, Sequence[Claim]]


def marks(entries: Sequence[Held], shared: Sequence[Hashable]) -> list[tuple[str, ...]]:
    """Return for each entry of a ledger its marks: ``total``, ``whole``, ``part``, ``unit``, or none.

    A running total (累计) is a ``total``. Within one sentence and among entries that share giver, measure and unit,
    what follows 其中, or is the first lot of it (首批), is a ``part`` of the greater figure before it; a figure that
    equals the sum of two or more that stand after it, or before it, is their ``whole``.

    Args:
        entries: For each entry the claim that speaks for it, and all its claims.
        shared: For each entry what a whole and its parts have in common.
    """
    found: list[set[str]] = [{TOTAL} if claim.accumulation == "cumulative" else set() for claim, _ in entries]
    sentences: dict[Hashable, list[tuple[int, int]]] = {}
    for place, (claim, claims) in enumerate(entries):
        if _is_of_one(claim):
            found[place].add(UNIT)
        if found[place]:
            continue
        for claim in claims:
            if claim.sentence and claim.value is not None:
                key = (claim.source.id, claim.sentence_at, shared[place])
                sentences.setdefault(key, []).append((claim.at, place))
    for held in sentences.values():
        if 1 < len(held) <= MOST_PARTS:
            _mark_sentence([place for _, place in sorted(held)], entries, found)
    return [tuple(sorted(one)) for one in found]


def _mark_sentence(places: Sequence[int], entries: Sequence[Held], found: list[set[str]]) -> None:
    claims = [entries[place][0] for place in places]
    values = [claim.value or 0 for claim in claims]
    for at, whole in enumerate(claims):
        after = list(range(at + 1, len(claims)))
        opened = [later for later in after if values[later] < values[at] and _is_opened(whole, claims[later])]
        for group in (after, list(range(at))):
            if len(group) > 1 and values[at] and sum(values[part] for part in group) == values[at]:
                opened = group
        if opened:
            found[places[at]].add(WHOLE)
            for part in opened:
                found[places[part]].add(PART)


def _is_of_one(claim: Claim) -> bool:
    at = max(0, claim.at - claim.sentence_at)
    return claim.measure == "goods_value" and bool(_OF_ONE.search(claim.sentence, max(0, at - 12), at))


def _is_opened(whole: Claim, part: Claim) -> bool:
    if whole.source.id != part.source.id or whole.sentence_at != part.sentence_at:
        return False
    return bool(_OPENS_PARTS.search(part.sentence[whole.end - whole.sentence_at : part.at - part.sentence_at]))
