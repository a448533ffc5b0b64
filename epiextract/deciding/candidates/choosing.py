"""Which candidate fills a slot, if any: each is weighed by itself, and those that mean the same count together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import exp

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.slots import none_features
from epiextract.deciding.models.linear import EMPTY, ModelSet, Ranker
from epiextract.deciding.models.network import SLOTS
from epiextract.deciding.models.parts import Part, Run
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

# Slots whose absence the words around the figure tell too. Measured on unseen articles: with them the right facility is
# chosen in 83 of 100 and not in 76, place and recipient in one or two more; who sends staff, or gives, in fewer.
ABSENCE = frozenset(
    {"place", "date", "role.facility", "role.recipient", "role.supplier", "role.origin", "role.destination"}
)


# Where the linear model of a slot gives one answer so much, the network is not asked: of 12,099 slots of articles that
# neither had seen so many are right with this and without it (0.810), and 60 of 100 are such.
SURE = 0.9
# How much less likely it is than the models say that no name fills a slot, in logarithms of odds. They say it too
# often: of staff of unseen articles 136 of 716 lacked the sender or employer that they have, 24 had one that they have
# not. With it strict F1 of core events of the four sets of docs/training.md is 0.489, 0.430, 0.655 and 0.535, without
# 0.489, 0.420, 0.654 and 0.514; 0.7 is no better, and dates are no better with it.
UNFILLED = 0.4


@lru_cache(maxsize=1)
def hand_weights() -> ModelSet:
    """Return the rankers whose weights are written by hand."""
    from epiextract.packs.yaml_nodes import parse_yaml

    path = resources.files("epiextract.deciding.models") / "weights.yaml"
    tables = parse_yaml(path.read_text(encoding="utf-8"), "weights.yaml").data
    rankers = {
        name: Ranker.of(name, (), {feature: (float(weight),) for feature, weight in table.items()})
        for name, table in tables.items()
    }
    return ModelSet("0", EMPTY, rankers)


@dataclass(frozen=True, slots=True)
class Question:
    """What may fill a slot of a figure.

    Args:
        figure: The figure, decided.
        slot: The slot, by the name of its ranker: ``place``, ``date``, ``role.donor``.
        candidates: What may fill it; none of them may be right.
        rows: What is seen of each.
        said: What is said around each, for trained weights; nothing where nobody asks.
    """

    figure: Figure
    slot: str
    candidates: Sequence[Candidate]
    rows: Sequence[list[Part]]
    said: Sequence[Sequence[Run]] = ()

    @property
    def kind(self) -> str:
        """The figure's type."""
        return self.figure.decided.type if self.figure.decided else ""

    def options(self) -> list[Sequence[Part]]:
        """Return what is seen of the empty slot, then of each candidate."""
        return [none_features(self.figure, self.candidates), *self.rows]


class Chooser:
    """Chooses among candidates with the trained weights of a slot, or with those written by hand.

    Args:
        models: The trained models, or None.
    """

    def __init__(self, models: ModelSet | None) -> None:
        self.models = models
        self.hand = hand_weights()

    def choose(self, reading: Reading, asked: Question) -> tuple[Mention, ...] | None:
        """Return the mentions of the best candidate, or None where none is better."""
        return self.weigh(reading, asked).best() if asked.candidates else None

    def weigh(self, reading: Reading, asked: Question) -> Weighed:
        """Return the candidates with their odds."""
        trained = self.models.rankers.get(asked.slot) if self.models else None
        options = asked.options()
        if trained is None:
            ranker = self.hand.rankers[asked.slot.partition(".")[0]]
            # weights written by hand are no odds, and can't be added up: each candidate means something of its own
            return Weighed(
                asked.candidates, [ranker.score(parts, asked.kind) for parts in options], range(len(options))
            )
        meaning = MEANINGS.get(asked.slot, bearer)
        meant = [None, *(_meant(reading, one, meaning) for one in asked.candidates)]
        scores = self._scores(asked, options, trained)
        if reading.context is not None and not _is_sure(scores, meant):
            read = reading.context.choose(reading, asked.figure, (asked.slot, asked.kind), asked.candidates)
            own, others = SLOTS
            scores = [own * one + others * other for one, other in zip(scores, read, strict=True)]
        if asked.slot != "date":
            scores[0] -= UNFILLED
        return Weighed(asked.candidates, scores, meant)

    def _scores(self, asked: Question, options: Sequence[Sequence[Part]], ranker: Ranker) -> list[float]:
        kind = asked.kind
        scores = [ranker.score(parts, kind) for parts in options]
        for at, runs in enumerate(asked.said, 1):
            scores[at] += ranker.heard(runs, kind)
        if self.models is not None:
            scores[0] += self.models.table.score_of(f"absent.{asked.slot}", kind, asked.figure.scores)
        return scores


@dataclass(frozen=True, slots=True)
class Weighed:
    """The candidates for a slot of a figure, weighed.

    Args:
        candidates: The candidates.
        scores: The logarithm of the odds that the slot is empty, and of those of each candidate.
        meanings: What stands for the empty slot, and what each candidate means.
    """

    candidates: Sequence[Candidate]
    scores: Sequence[float]
    meanings: Sequence[Hashable]

    def odds(self) -> dict[Hashable, float]:
        """Return the odds of each meaning."""
        return summed(self.scores, self.meanings)

    def best(self) -> tuple[Mention, ...] | None:
        """Return the mentions of the best candidate of the likeliest meaning, or None where that is the empty slot."""
        return self._mentions(likeliest(self.scores, self.meanings))

    def meaning(self, meaning: Hashable) -> tuple[Mention, ...] | None:
        """Return the mentions of the best candidate that means *meaning*, or None where that is the empty slot."""
        return self._mentions(_best(self.scores, self.meanings, meaning))

    def _mentions(self, at: int) -> tuple[Mention, ...] | None:
        return self.candidates[at - 1].mentions if at else None


def _meant(reading: Reading, candidate: Candidate, meaning: Callable[[Reading, Candidate], Hashable]) -> Hashable:
    """Return what a candidate means, worked out once for all figures around it."""
    spot = candidate.spot
    if spot.means is None:
        spot.means = meaning(reading, candidate)
    return spot.means


def likeliest(scores: Sequence[float], meanings: Sequence[Hashable]) -> int:
    """Return the best candidate of the likeliest meaning, the first of equals.

    武汉 in the title, in the dateline and two sentences before is one answer with three reasons. The models are trained
    with odds added up in the same way.

    Args:
        scores: The logarithm of the odds of each candidate.
        meanings: What each candidate means.

    >>> likeliest([1.0, 0.6, 0.7], [None, "武汉市", "武汉市"])
    2
    """
    odds = summed(scores, meanings)
    return _best(scores, meanings, max(odds, key=odds.__getitem__))


def summed(scores: Sequence[float], meanings: Sequence[Hashable]) -> dict[Hashable, float]:
    """Return the odds of each meaning, the best candidate's being 1.

    Args:
        scores: The logarithm of the odds of each candidate.
        meanings: What each candidate means.
    """
    best = max(scores)
    odds: dict[Hashable, float] = {}
    for score, meaning in zip(scores, meanings, strict=True):
        odds[meaning] = odds.get(meaning, 0.0) + exp(score - best)
    return odds


def _is_sure(scores: Sequence[float], meanings: Sequence[Hashable]) -> bool:
    """Tell whether one meaning is so likely that the network need not be asked."""
    odds = summed(scores, meanings).values()
    return max(odds) > SURE * sum(odds)


def _best(scores: Sequence[float], meanings: Sequence[Hashable], chosen: Hashable) -> int:
    return max((at for at, meaning in enumerate(meanings) if meaning == chosen), key=scores.__getitem__)


def period(reading: Reading, candidate: Candidate) -> Hashable:
    """Return what a date means."""
    dated = reading.period_of(candidate.mentions[0])
    return dated.start, dated.end


def region(reading: Reading, candidate: Candidate) -> Hashable:
    """Return what a place means."""
    return reading.places.meaning(candidate.mentions)


def bearer(reading: Reading, candidate: Candidate) -> Hashable:
    """Return who or what a name, or a list of names, means."""
    return reading.names.meaning(candidate.mentions)


# What tells whether two candidates for a slot mean the same; names are by `bearer`.
MEANINGS: dict[str, Callable[[Reading, Candidate], Hashable]] = {"date": period, "place": region}
