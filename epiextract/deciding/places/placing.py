"""Which place each figure has: what is sure of it first, then what the ranker makes of a list as a whole."""

from __future__ import annotations

from collections.abc import Container, Hashable, Sequence
from itertools import pairwise

from epiextract.deciding.candidates.choosing import Chooser, Question, Weighed
from epiextract.deciding.candidates.slots import place_candidates, place_rows
from epiextract.deciding.candidates.wording import Wording
from epiextract.deciding.filled import Filled
from epiextract.deciding.models.chain import agreed
from epiextract.deciding.places.dealt import deal_place
from epiextract.deciding.places.goals import receivers_home
from epiextract.deciding.places.lists import likeness, place_lists
from epiextract.deciding.places.rules import able, sure_place
from epiextract.matching.reading import Reading

PLACE = "place"


class Placer:
    """Fills the places of events.

    Args:
        chooser: Weighs the candidates.
        of_givers: Types of events in which somebody gives.
        dealt: Types of events whose pack lets 分别 deal out places.
    """

    def __init__(self, chooser: Chooser, of_givers: Container[str], dealt: Container[str]) -> None:
        self.chooser = chooser
        self.of_givers = of_givers
        self.dealt = dealt

    def fill(self, reading: Reading, events: Sequence[Filled]) -> None:
        """Fill the places of events whose roles are filled, those of one list together.

        Args:
            reading: The document, decided.
            events: Events in the order of the text.
        """
        for row in place_lists(reading, events):
            weighed = [self._weighed(reading, one) for one in row]
            # what is told of a figure itself holds for those behind it: 累计捐款3600万元，其中援助湖北1200万元
            told = [0, *(at for at, one in enumerate(weighed) if at and one is None), len(row)]
            for first, last in pairwise(told):
                self._agree(reading, row[first:last], weighed[first:last])

    def _agree(self, reading: Reading, row: Sequence[Filled], weighed: Sequence[Weighed | None]) -> None:
        """Fill the places of a list, of which the first may be known."""
        # weights written by hand are no odds, so each is chosen by itself
        if len(row) == 1 or self.chooser.models is None:
            chosen = [one.best() if one else None for one in weighed]
        else:
            odds = [one.odds() if one else _known(reading, filled) for filled, one in zip(row, weighed, strict=True)]
            meanings = agreed(odds, likeness(row))
            chosen = [one.meaning(meaning) if one else None for one, meaning in zip(weighed, meanings, strict=True)]
        for filled, mentions in zip(row, chosen, strict=True):
            if not mentions and filled.type in self.of_givers and PLACE not in filled.mentions:
                mentions = receivers_home(reading, filled)
            if mentions:
                filled.mentions[PLACE] = mentions

    def _weighed(self, reading: Reading, filled: Filled) -> Weighed | None:
        """Return the places that a figure may hold at, weighed; None where its place is known, or told right here."""
        if PLACE in filled.mentions:
            return None
        figure = filled.figure
        if filled.type in self.dealt and deal_place(reading, filled):
            return None
        excluded = filled.mentions.get("excluding", ())
        candidates = [one for one in place_candidates(reading, figure) if one.mentions[0] not in excluded]
        gift = filled.type in self.of_givers
        sure = sure_place(reading, filled, candidates, gift=gift)
        if sure:
            filled.mentions[PLACE] = sure.mentions
            return None
        candidates = able(reading, filled, candidates, gift=gift)
        rows = place_rows(reading, figure, candidates)
        said = Wording(reading, figure).between(candidates)
        return self.chooser.weigh(reading, Question(figure, PLACE, candidates, rows, said))


def _known(reading: Reading, filled: Filled) -> dict[Hashable, float]:
    """Return the odds of a place that is known."""
    return {reading.places.meaning(filled.mentions[PLACE]): 1.0}
