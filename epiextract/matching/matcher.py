"""Patterns tried at each figure of a sentence, the most specific match first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from epiextract.matching.compiler import CompiledPacks, CompiledPattern
from epiextract.matching.sequence import Coded
from epiextract.tagging.mentions import Mention


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that matched at a figure.

    Args:
        pattern: The compiled pattern.
        figure: The index of the figure's mention in the sentence.
        captured: Slot name to the index of the mention that fills it.
        mentions: How many mentions the pattern used.
        width: How many symbols it reached over; the nearer trigger wins.
    """

    pattern: CompiledPattern
    figure: int
    captured: Mapping[str, int]
    mentions: int
    width: int

    @property
    def event(self) -> str:
        """The event type that the pattern's pack fills."""
        return self.pattern.pack.pack.event or ""

    @property
    def rank(self) -> tuple[int, int, int]:
        """Sorts the most specific first: more mentions, then the narrower reach, then the order of declaration."""
        return (-self.mentions, self.width, self.pattern.order)

    def captured_mention(self, slot: str, mentions: Sequence[Mention]) -> Mention | None:
        """Return the mention that fills *slot*, or None."""
        index = self.captured.get(slot)
        return None if index is None else mentions[index]


def match_figures(coded: Coded, packs: CompiledPacks) -> dict[int, list[Match]]:
    """Return for each figure's mention the matches of all patterns, the most specific first.

    Args:
        coded: A coded sentence.
        packs: The compiled packs.
    """
    codes = coded.codes
    present = frozenset(codes)
    positions = [i for i, code in enumerate(codes) if code in packs.figure_codes]
    found: dict[int, list[Match]] = {coded.index[i]: [] for i in positions}
    if not positions:
        return found
    for pattern in packs.patterns:
        if all(need & present for need in pattern.needs):
            for match in _tries(pattern, coded, positions):
                found[match.figure].append(match)
    for matches in found.values():
        matches.sort(key=lambda match: match.rank)
    return found


def _tries(pattern: CompiledPattern, coded: Coded, positions: Sequence[int]) -> Iterator[Match]:
    for position in positions:
        match = pattern.expression.match(coded.codes, position)
        if match is None:
            continue
        captured: dict[str, int] = {}
        used = [position]
        for name in pattern.names:
            at = match.start(name)
            if at >= 0:
                used.append(at)
                slot = name.partition("__")[0]
                if slot:
                    captured[slot] = coded.index[at]
        width = max(used) - min(used) + 1 - len(used)
        yield Match(pattern, coded.index[position], captured, len(used), width)
