"""Who and what belongs to each figure: what is sure of a role first, then what its ranker chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from epiextract.deciding.candidates.choosing import Chooser, Question
from epiextract.deciding.candidates.slots import Placed, placed, role_candidates
from epiextract.deciding.candidates.wording import Wording
from epiextract.deciding.filled import Filled
from epiextract.deciding.models.parts import Run
from epiextract.deciding.places.goals import GIVER
from epiextract.deciding.roles.items import ITEM, counts_goods, named_with, unlisted
from epiextract.deciding.roles.kinds import KIND, kind_counted
from epiextract.deciding.roles.makers import made_by_kind
from epiextract.deciding.roles.meant import named_meant
from epiextract.deciding.roles.named_items import named_item, sums_up
from epiextract.deciding.roles.plain_kinds import plain_kind
from epiextract.deciding.roles.pointers import RoleCues, role_row
from epiextract.deciding.roles.posted import persons_with
from epiextract.deciding.roles.priced import priced
from epiextract.deciding.roles.rules import is_barred, is_other, surely, told_else
from epiextract.matching.reading import Reading
from epiextract.tagging.mentions import Mention

# The roles that 医院 and 院区 fill for the hospital named before.
BODIES = frozenset({"facility", "org"})


class Caster:
    """Fills the roles of events from the names around their figures.

    Args:
        chooser: Weighs the candidates.
        cues: The roles of each type of event, in the order in which they are filled.
    """

    def __init__(self, chooser: Chooser, cues: Mapping[str, Sequence[RoleCues]]) -> None:
        self.chooser = chooser
        self.cues = cues

    def fill(self, reading: Reading, filled: Filled) -> None:
        """Fill the roles of an event that no pattern filled."""
        figure = filled.figure
        cues = self.cues.get(filled.type, ())
        known: dict[frozenset[str], tuple[list[Placed], list[list[Run]]]] = {}
        wording = Wording(reading, figure)
        for role in cues:
            if role.name in filled.mentions and not counts_goods(filled, role.name):
                continue
            if role.tags not in known:
                candidates = role_candidates(reading, figure, role.tags)
                known[role.tags] = placed(reading, figure, candidates), wording.around(candidates)
            found = self._cast(reading, filled, role, *known[role.tags])
            if found:
                filled.mentions[role.name] = _whole_of(reading, role.name, found)
        of_goods = counts_goods(filled, ITEM) and any(one.name == ITEM for one in cues)
        own = (
            (unlisted(reading, figure) or priced(reading, figure) or made_by_kind(reading, filled))
            if of_goods
            else None
        )
        if own is not None:
            filled.mentions[ITEM] = (own,)
        elif counts_goods(filled, ITEM) and ITEM in filled.mentions:
            filled.mentions[ITEM] = named_with(reading, figure, filled.mentions[ITEM])
        listed = named_item(reading, filled)
        if listed is not None and any(one.name == listed[0] for one in cues):
            filled.mentions[listed[0]] = (listed[1],)
        elif GIVER in filled.mentions and sums_up(reading, figure):
            del filled.mentions[GIVER]
        if any(role.name == KIND for role in cues):
            kinds = kind_counted(reading, figure, filled.mentions.get(KIND, ()))
            filled.mentions[KIND] = plain_kind(reading, figure, kinds)

    def _cast(
        self, reading: Reading, filled: Filled, role: RoleCues, around: Sequence[Placed], said: Sequence[list[Run]]
    ) -> tuple[Mention, ...] | None:
        """Return what fills a role, if anything does.

        Args:
            reading: The document, decided.
            filled: The event in the making.
            role: The role.
            around: The names around the figure that may fill it.
            said: What is said around each of them.
        """
        figure = filled.figure
        able = [
            (one, runs)
            for one, runs in zip(around, said, strict=True)
            if not is_barred(reading, figure, one.candidate.spot, role)
            and not is_other(reading, filled, role.name, one.candidate.spot)
        ]
        candidates = [one.candidate for one, _ in able]
        sure = surely(reading, filled, role.name, [one.spot for one in candidates if one.sentence >= 0])
        if sure:
            return sure.mentions
        if role.name in filled.mentions:
            return None
        rows = [role_row(reading, figure, one, role) for one, _ in able]
        asked = Question(figure, f"role.{role.name}", candidates, rows, [runs for _, runs in able])
        chosen = self.chooser.choose(reading, asked)
        if chosen:
            return chosen
        told = told_else(reading, filled, role.name)
        return (told,) if told else None


def _whole_of(reading: Reading, role: str, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the names that are meant by what fills a role: who a kind stands for, and who gives with a person."""
    if role in BODIES:
        return named_meant(reading, found)
    return persons_with(reading, found) if role == GIVER else found
