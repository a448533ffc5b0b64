"""Which candidate fills a slot, if any: each is weighed by itself, and those that mean the same count together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from importlib import resources
from math import exp

from epiextract.deciding.candidates import Candidate
from epiextract.deciding.linear import EMPTY, ModelSet, Ranker
from epiextract.deciding.parts import Part, Run
from epiextract.deciding.slots import none_features
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

# Slots whose absence the words around the figure tell too. Measured on unseen articles: with them the right facility is
# chosen in 83 of 100 and not in 76, place and recipient in one or two more; who sends staff, or gives, in fewer.
ABSENCE = frozenset(
    {"place", "date", "role.facility", "role.recipient", "role.supplier", "role.origin", "role.destination"}
)

Meaning = Callable[[Reading, Candidate], Hashable]


@lru_cache(maxsize=1)
def hand_weights() -> ModelSet:
    """Return the rankers whose weights are written by hand."""
    from epiextract.packs.yaml_nodes import parse_yaml

    path = resources.files("epiextract.deciding") / "weights.yaml"
    tables = parse_yaml(path.read_text(encoding="utf-8"), "weights.yaml").data
    rankers = {
        name: Ranker(name, (), {feature: (float(weight),) for feature, weight in table.items()})
        for name, table in tables.items()
    }
    return ModelSet("0", EMPTY, rankers)


class Chooser:
    """Chooses among candidates with the trained weights of a slot, or with those written by hand.

    Args:
        models: The trained models, or None.
    """

    def __init__(self, models: ModelSet | None) -> None:
        self.models = models
        self.hand = hand_weights()

    def choose(
        self,
        reading: Reading,
        figure: Figure,
        slot: str,
        candidates: Sequence[Candidate],
        rows: Sequence[list[Part]],
        meaning: Meaning,
        said: Sequence[Sequence[Run]],
    ) -> tuple[Mention, ...] | None:
        """Return the mentions of the best candidate, or None where none is better.

        Args:
            reading: The document as read.
            figure: The figure, decided.
            slot: The slot, by the name of its ranker: ``place``, ``date``, ``role.donor``.
            candidates: What may fill it.
            rows: What is seen of each.
            meaning: What tells whether two candidates mean the same.
            said: What is said around each, for trained weights.
        """
        if not candidates:
            return None
        kind = figure.decided.type if figure.decided else ""
        options = [none_features(figure, candidates), *rows]
        trained = self.models.rankers.get(slot) if self.models else None
        if trained is None or self.models is None:
            ranker = self.hand.rankers[slot.partition(".")[0]]
            # weights written by hand are no odds, and can't be added up
            scores = [ranker.score(parts, kind) for parts in options]
            at = scores.index(max(scores))
        else:
            scores = [trained.score(parts, kind) for parts in options]
            for at, runs in enumerate(said, 1):
                scores[at] += trained.heard(runs, kind)
            scores[0] += self.models.table.score_of(f"absent.{slot}", kind, figure.scores)
            at = likeliest(scores, [None, *(_meant(reading, one, meaning) for one in candidates)])
        return candidates[at - 1].mentions if at else None


def _meant(reading: Reading, candidate: Candidate, meaning: Meaning) -> Hashable:
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
    best = max(scores)
    odds: dict[Hashable, float] = {}
    for score, meaning in zip(scores, meanings, strict=True):
        odds[meaning] = odds.get(meaning, 0.0) + exp(score - best)
    chosen = max(odds, key=odds.__getitem__)
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
