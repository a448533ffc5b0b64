"""How the network sees where a candidate stands: near distances apart, far ones together, and what lies between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import add

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.context.tokens import Tokens
from epiextract.deciding.models.network import UNKNOWN, Network
from epiextract.matching.reading import Figure, Reading

# So many tokens between a candidate and its figure are looked at, those beside the figure.
MOST_BETWEEN = 40
# Distances that are told apart; what stands for those in clauses where a candidate is in another sentence.
STEPS = (0, 1, 2, 3, 4, 6, 9, 13, 20, 35, 60, 120, 250)
ELSEWHERE = 2 * (len(STEPS) + 1)
# Candidates that stand nearer are counted so far.
MOST_NEARER = 7


def place_of(reading: Reading, figure: Figure, one: Candidate, tokens: int) -> tuple[int, int, int, int, int, int]:
    """Return the features of a candidate's place as numbers, each counted from 0: `network.PLACES` says how many.

    They are how many candidates stand nearer, how many sentences, paragraphs, clauses and tokens it stands apart, and
    whether it opens the document or stands in the paragraph of the figure.

    Args:
        reading: The document as read.
        figure: The figure.
        one: The candidate.
        tokens: How many tokens the figure stands behind it, or less than 1.
    """
    spot = one.spot
    behind = tokens <= 0
    paragraphs = reading.paragraph_of(figure.sentence) - spot.paragraph
    clauses = ELSEWHERE
    if spot.sentence == figure.sentence:
        clauses = apart(spot.clauses[0] - reading.clauses_until(figure.start), behind=behind)
    return (
        min(one.order, MOST_NEARER) + (MOST_NEARER + 1) * (one.sentence < 0),
        apart(figure.sentence - spot.sentence, behind=behind),
        apart(paragraphs, behind=behind),
        clauses,
        apart(tokens, behind=behind),
        (spot.sentence == 0) + 2 * (paragraphs == 0),
    )


def apart(number: int, *, behind: bool) -> int:
    """Return the number of a distance on one side of the figure.

    >>> apart(3, behind=False), apart(-3, behind=True), apart(300, behind=False)
    (6, 7, 26)
    """
    return 2 * bisect_left(STEPS, abs(number)) + behind


def between(own: int, first: int, last: int) -> tuple[int, int]:
    """Return the first token between a figure and a name, or of those that are looked at, and one past the last.

    Args:
        own: The token of the figure.
        first: The first token of the name.
        last: Its last token.

    >>> between(10, 3, 4), between(10, 14, 14), between(100, 3, 3)
    ((5, 10), (11, 14), (60, 100))
    """
    if first < own:
        return max(min(last + 1, own), own - MOST_BETWEEN), own
    return min(own + 1, first), min(first, own + 1 + MOST_BETWEEN)


@dataclass(frozen=True, slots=True)
class Seen:
    """A candidate as the network sees it from a figure.

    Args:
        tokens: Its first and last token, the first one between it and the figure, and one past the last of those.
        where: The numbers of the features of its place.
        shown: The numbers of what it shows of itself.
    """

    tokens: tuple[int, int, int, int]
    where: tuple[int, ...]
    shown: list[int]


def seen_as(
    reading: Reading, figure: Figure, one: Candidate, own: int, tokens: Tokens, network: Network, shows: Iterable[str]
) -> Seen:
    """Return how the network sees a candidate.

    Args:
        reading: The document as read.
        figure: The figure.
        one: The candidate.
        own: The token of the figure.
        tokens: The tokens of the document.
        network: The network.
        shows: What the candidate shows of itself.
    """
    first, last = ends(one, tokens)
    where = (network.known.kinds.get(one.kind, UNKNOWN), *place_of(reading, figure, one, own - first))
    return Seen(
        (first, last, *between(own, first, last)),
        tuple(map(add, where, network.offsets)),
        numbers_of(shows, network.known.shown),
    )


def ends(one: Candidate, tokens: Tokens) -> tuple[int, int]:
    """Return the first and the last token of a candidate."""
    spot = one.spot
    return tokens.at(spot.start), tokens.at(max(spot.start, spot.end - 1))


def numbers_of(shows: Iterable[str], known: Mapping[str, int]) -> list[int]:
    """Return the numbers of what a candidate shows of itself; what is not known is left out.

    >>> numbers_of(["level=city", "towards", "level=moon"], {"level=city": 2, "towards": 3})
    [2, 3]
    """
    return [known[one] for one in shows if one in known]
