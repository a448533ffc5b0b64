"""Patterns tried at each figure of a sentence, the most specific match first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from epiextract.matching.compiler import CompiledPacks
from epiextract.matching.expressions import CompiledPattern
from epiextract.matching.sequence import Coded
from epiextract.tagging.mentions import Mention


@dataclass(slots=True)
class Match:
    """A pattern that matched at a figure.

    Args:
        pattern: The compiled pattern.
        figure: The index of the figure's mention in the sentence.
        captured: Slot name to the index of the mention that fills it, counted from the sentence's first.
        tags: Slot name to the tag under which the mention was captured.
        mentions: How many mentions the pattern used.
        width: How many symbols it reached over; the nearer trigger wins.
    """

    pattern: CompiledPattern
    figure: int
    captured: Mapping[str, int]
    tags: Mapping[str, str]
    mentions: int
    width: int

    @property
    def event(self) -> str:
        """The event type that the pattern's pack fills."""
        return self.pattern.pack.pack.event or ""

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """Sorts sure patterns first, then by more mentions, the narrower reach, the order of declaration."""
        return (not self.pattern.pattern.sure, -self.mentions, self.width, self.pattern.order)

    def value_of(self, slot: str, mentions: Sequence[Mention]) -> str | None:
        """Return the value that the pattern gives to *slot*: captured and mapped, or else set by it.

        Args:
            slot: A slot's name.
            mentions: The mentions of the sentence.
        """
        pattern = self.pattern.pattern
        index = self.captured.get(slot)
        if index is None:
            return str(pattern.set[slot]) if slot in pattern.set else None
        value = mentions[index].valued(self.tags[slot]) or ""
        return pattern.map.get(slot, {}).get(value, value)


def match_figures(coded: Coded, packs: CompiledPacks) -> dict[int, list[Match]]:
    """Return for each figure's mention the matches of all patterns, the most specific first.

    Args:
        coded: A coded sentence.
        packs: The compiled packs.
    """
    codes = coded.codes
    figure_codes, bits = packs.figure_codes, packs.code_bits
    positions = [i for i, code in enumerate(codes) if code in figure_codes]
    found: dict[int, list[Match]] = {coded.index[i]: [] for i in positions}
    if not positions:
        return found
    present = 0
    for code in set(codes):
        present |= bits.get(code, 0)
    left = present
    while left:
        need = left & -left
        left ^= need
        for pattern in packs.by_need.get(need, ()):
            wanted = pattern.need_bits
            if present & wanted == wanted:
                for match in _tries(pattern, coded, positions):
                    found[match.figure].append(match)
    for matches in found.values():
        if len(matches) > 1:
            matches.sort(key=_rank)
    return found


def _rank(match: Match) -> tuple[bool, int, int, int]:
    return match.rank


def _tries(pattern: CompiledPattern, coded: Coded, positions: Sequence[int]) -> Iterator[Match]:
    codes, figure, expression = coded.codes, pattern.needs[-1], pattern.expression
    for position in positions:
        match = expression.match(codes, position) if codes[position] in figure else None
        if match is None:
            continue
        captured: dict[str, int] = {}
        tags: dict[str, str] = {}
        used = [position]
        for group in pattern.groups:
            at = match.start(group.name)
            if at >= 0:
                used.append(at)
                if group.slot:
                    captured[group.slot] = coded.index[at]
                    tags[group.slot] = group.tag
        width = max(used) - min(used) + 1 - len(used)
        yield Match(pattern, coded.index[position], captured, tags, len(used), width)
