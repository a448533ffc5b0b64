"""Parts of a count that differ from their whole in no slot: 累计确诊207例，其中男性97例、女性110例.

No slot holds 男性, 临床诊断 or 本土, so that whole and part would be two values of one day. Which figure is a part is
told from what records hold, each document by itself: events, files and tables give the same series.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from epiextract.facts.claims import Claim
from epiextract.facts.corrections import corrects

# More figures than this of one entity, measure and day in one document are not tried against each other.
MOST_CLAIMS = 40
# 由67例降至44例, 比前一天的207例少5例: the smaller figure behind is of the day itself
_COMPARED = re.compile("[降减減][至到为為]|[减減]少[至到为為]|比|较|較|昨|前一|上一|订正|更正|修正|修订")
# 新增确诊病例中，男性97例; 202例确诊病例均在市第三人民医院
_AMONG = re.compile("其中|[病例者人][当當之]?中[，,：:]|(?<=[，,；;])(?:首批|第一批)")
_CLAUSES = re.compile("[，,。；;\n]")
_COUNTED = re.compile("累计|累計|新增|现有|現有|共有")
_ALL_IN = re.compile(r"[^，,。；;\d]{0,8}(?:均|都|全部)[在为為系是经經]")


def parted(claims: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Return the claims of one entity, measure and day that stand for themselves, and those that are parts of others.

    Within a document a smaller figure is a part where

    - it stands behind the greater one in one sentence, which compares nothing: 4711例（含临床诊断病例3026例）;
    - it and its neighbours of one sentence add up to the greater one, wherever that stands: 男性97例、女性110例;
    - its sentence says among whom it is, or where all of them are: 确诊病例中，男性197例; 202例均在市第三人民医院.

    Args:
        claims: Claims that agree in every slot of a series and in the day.
    """
    if len(claims) < 2 or len({claim.value for claim in claims}) < 2:
        return list(claims), []
    documents: dict[str, list[Claim]] = {}
    for claim in claims:
        documents.setdefault(claim.source.id, []).append(claim)
    found: set[tuple[str, int]] = set()
    for held in documents.values():
        if 1 < len(held) <= MOST_CLAIMS:
            found.update((part.source.id, part.at) for part in _parts(sorted(held, key=lambda one: one.at)))
    whole = [claim for claim in claims if (claim.source.id, claim.at) not in found]
    return whole, [claim for claim in claims if (claim.source.id, claim.at) in found]


def _parts(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the parts among the claims of one document, in the order in which they stand there."""
    wholes = {claim.value for claim in claims if claim.value is not None and not claim.each}
    sums = set(_adding_up(claims, wholes))
    for place, part in enumerate(claims):
        if part.value is None or part.value <= 0 or corrects(part):
            continue
        greater = [one for one in claims if one.value is not None and one.value > part.value and not corrects(one)]
        if not greater:
            continue
        before = [one for one in claims[:place] if one in greater]
        if place in sums or _is_among(part) or any(_stands_behind(part, one) for one in before):
            yield part


def _adding_up(claims: Sequence[Claim], wholes: Iterable[object]) -> Iterator[int]:
    """Yield the places of claims of one sentence whose sum is another claim's value: 男性97例、女性110例 of 207例."""
    known = set(wholes)
    first = 0
    while first < len(claims):
        last = first
        while last + 1 < len(claims) and _together(claims[first], claims[last + 1]):
            last += 1
        for start in range(first, last):
            for count, total in enumerate(accumulate(one.value or 0 for one in claims[start : last + 1]), 1):
                if count > 1 and total in known and all(one.value for one in claims[start : start + count]):
                    yield from range(start, start + count)
        first = last + 1


def _together(one: Claim, other: Claim) -> bool:
    """Tell whether two claims of a document stand in one sentence."""
    return one.sentence == other.sentence and bool(one.sentence) and other.end - one.at <= len(one.sentence)


def _stands_behind(part: Claim, whole: Claim) -> bool:
    between = _between(whole, part)
    if between is None or _COMPARED.search(between) or _names_place(part, between):
        return False
    # 全球累计死亡3289例…全国…累计死亡3213例: what is counted anew is another count
    return "其中" in between or not _COUNTED.search(between)


def _names_place(part: Claim, text: str) -> bool:
    """Tell whether a text names the place of a claim: 新增病例中，宁波市1例 is all that 宁波市 has."""
    return any(place.name[:2] in text for place in part.place)


def _between(before: Claim, behind: Claim) -> str | None:
    """Return what stands between two claims of one sentence, or None for claims of two."""
    sentence, apart = before.sentence, behind.at - before.at
    if not _together(before, behind):
        return None
    # a record does not tell where in its document a sentence begins: where both quotes stand so far apart
    at = sentence.find(before.quote)
    while at >= 0:
        if sentence.startswith(behind.quote, at + apart):
            return sentence[at + len(before.quote) : at + apart]
        at = sentence.find(before.quote, at + 1)
    return None


def _is_among(part: Claim) -> bool:
    at = max(0, part.at - part.sentence_at)
    if _ALL_IN.match(part.sentence, at + len(part.quote)):
        return True
    before = _AMONG.split(part.sentence[max(0, at - 60) : at])
    return len(before) > 1 and not _CLAUSES.search(before[-1]) and not _names_place(part, before[-1])
