"""Stems of places that need their suffix, 洪湖 and 武清: a text that says which place is meant may leave it out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import regex

from epiextract.tagging.mentions import Hit, Mention
from epiextract.tagging.places.geography import MUNICIPALITIES, Place, bare_stems, lineage, places
from epiextract.tagging.segmentation import ends_a_word, known_words, stands_apart

_LONGEST, _OPENING = 5, 2
# What a word of the dictionary costs a segmentation where it is seldom anything but a place's name: 汉川, 海淀.
_RARE = 5.2
# Where only what holds it is told, a stem has to be led in: 去|汉川, but not 李|建德.
_LEADS = frozenset("在到赴去往抵从至自离回给向、，。：；“（和与及")
# 朝阳路, 青山大桥, 洪山广场: what is named after a place.
_AFTER = frozenset("路街桥门站港湖山河江园寺塔派系式牌人戏大州县区市旗")
# 通州|公安分局, 孝昌|交警大队: the police of a place bear its name, and only such stand there.
_POLICE = regex.compile("公安(?:分局|局)|交警[大支]队|派出所")
# An item of a list of cases.
_LISTS, _COUNTED = frozenset("（(、，,：:中"), regex.compile(r"\s?\d{1,5}[例人名宗](?=[、，,；;。）)和及\s]|$)")
_SHORTEST_STEM, _LONGEST_STEM = 2, 4


def with_stems(text: str, mentions: Sequence[Mention], hits: Sequence[Hit]) -> Iterator[tuple[int, int, Place]]:
    """Yield the stems that mean a place here: behind what holds it (荆州洪湖), or once its full name is told.

    Args:
        text: The text as read.
        mentions: The places told by their names, sorted.
        hits: What the lexicon found.
    """
    stems = bare_stems()
    starts = [hit.start for hit in hits]
    spans = [(m.start, m.end) for m in mentions]
    policed = list(_policed(text, mentions, hits, starts))
    yield from policed
    told: dict[str, tuple[Place, bool]] = {text[start:end]: (place, True) for start, end, place in policed}
    taken = {start for start, _, _ in policed}
    opened: set[str] = set()
    for number, mention in enumerate(mentions):
        place = places().get(mention.value)
        if place is None or place.level not in ("province", "city", "county"):
            continue
        if place.id not in opened and (place.level != "province" or place.id in MUNICIPALITIES):
            opened.add(place.id)
            for stem, inner in _below().get(place.id, ()):
                # 龙山 is in 辽源 and in 湘西
                if len(stems[stem]) == 1:
                    told.setdefault(stem, (inner, False))
        for stem in _by_id().get(place.id, ()):
            told[stem] = (place, True)
        if text[mention.end : mention.end + _OPENING] not in _openings():
            continue
        following = mentions[number + 1].start if number + 1 < len(mentions) else len(text)
        for end in range(min(mention.end + _LONGEST, following), mention.end + 1, -1):
            ids = stems.get(text[mention.end : end], ())
            inside = [id for id in ids if any(a.id == place.id for a in lineage(id)[1:])]
            if inside and _stands(text, mention.end, end, hits, starts) and ends_a_word(text, end):
                spans[number] = (mention.start, end)
                yield mention.start, end, places()[inside[0]]
                break
    if not told:
        return
    common = known_words()
    words, scan = _scan()
    for number, at, end in scan.find_matches_as_indexes(text, overlapping=True):
        stem = words[number]
        if stem not in told:
            continue
        place, fully = told[stem]
        known = stem in common.costs and stem not in common.proper
        # （万州2例、巫山2例、长寿1例）: common words too, but not there
        counted = text[at - 1 : at] in _LISTS and _COUNTED.match(text, end) is not None
        if known and not counted and (common.costs[stem] < _RARE or not fully):
            continue
        before = bisect_right(spans, (at, len(text))) - 1
        free = before < 0 or spans[before][1] <= at
        led = (fully and not known) or at == 0 or text[at - 1] in _LEADS
        if at not in taken and free and led and _stands(text, at, end, hits, starts) and stands_apart(text, at, end):
            yield at, end, place


def _policed(
    text: str, mentions: Sequence[Mention], hits: Sequence[Hit], starts: Sequence[int]
) -> Iterator[tuple[int, int, Place]]:
    """Yield the stems whose police is named, of two places of one stem that which lies in a place that is named."""
    stems = bare_stems()
    ends = [m.end for m in mentions]
    for office in _POLICE.finditer(text):
        end = office.start()
        for start in range(max(0, end - _LONGEST_STEM), end - _SHORTEST_STEM + 1):
            ids = stems.get(text[start:end], ())
            if len(ids) > 1:
                named = {mention.value for mention in mentions}
                ids = tuple(id for id in ids if any(a.id in named for a in lineage(id)))
            if len(ids) != 1:
                continue
            at = bisect_right(ends, start)
            free = at == len(mentions) or mentions[at].start >= end
            opens = (
                start == 0 or text[start - 1] in _LEADS or text[start - 1] in "\n ”）" or (at and ends[at - 1] == start)
            )
            if free and opens and _stands(text, start, end, hits, starts):
                yield start, end, places()[ids[0]]
                break


def _stands(text: str, start: int, end: int, hits: Sequence[Hit], starts: Sequence[int]) -> bool:
    """Tell whether a stem is no part of a longer known word, and nothing that is named after a place."""
    if text[end : end + 1] in _AFTER:
        return False
    at = bisect_right(starts, start) - 1
    return not (at >= 0 and hits[at].end > start and hits[at].end - hits[at].start > end - start) and not (
        at + 1 < len(hits) and hits[at + 1].start < end < hits[at + 1].end
    )


@lru_cache(maxsize=1)
def _scan() -> tuple[list[str], Any]:
    """Return the stems, and what finds all of them in one pass."""
    from ahocorasick_rs import AhoCorasick

    words = list(bare_stems())
    return words, AhoCorasick(words)


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """Return what the stems begin with: behind most places stands none of them."""
    return frozenset(stem[:_OPENING] for stem in bare_stems())


@lru_cache(maxsize=1)
def _by_id() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for stem, ids in bare_stems().items():
        for id in ids:
            out[id] = (*out.get(id, ()), stem)
    return out


@lru_cache(maxsize=1)
def _below() -> dict[str, list[tuple[str, Place]]]:
    """Return by the id of each prefecture the stems of its counties, with the places."""
    out: dict[str, list[tuple[str, Place]]] = {}
    for id, stems in _by_id().items():
        place = places().get(id)
        if place is not None:
            out.setdefault(place.parent, []).extend((stem, place) for stem in stems)
    return out


__all__ = ["with_stems"]
