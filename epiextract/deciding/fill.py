"""From decided figures to the slots of their events: what a pattern captured first, then what the rankers choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from epiextract.deciding.carrying import DATES, carry
from epiextract.deciding.choosing import Chooser, bearer, period, region
from epiextract.deciding.counted import counted_words, set_unit, value_slots
from epiextract.deciding.cues import fall_cues, falls, fill_cued, negate
from epiextract.deciding.dealing import deal_measure, deal_names, dealing_of
from epiextract.deciding.filled import Filled
from epiextract.deciding.fits import NOTHING, OTHER
from epiextract.deciding.linear import ModelSet
from epiextract.deciding.parts import Run
from epiextract.deciding.roles import role_cues, role_row
from epiextract.deciding.slots import (
    Placed,
    date_behind,
    date_candidates,
    date_rows,
    place_candidates,
    place_rows,
    placed,
    role_candidates,
)
from epiextract.deciding.wording import Wording
from epiextract.matching.compiler import CompiledPacks
from epiextract.matching.reading import Figure, Reading
from epiextract.packs.schema import Pack
from epiextract.tagging.mentions import Mention


class Filler:
    """Fills the slots of decided figures.

    Args:
        packs: The compiled packs, whose ``roles`` say which names may fill what.
        models: The trained models, or None for the weights written by hand.
    """

    def __init__(self, packs: CompiledPacks, models: ModelSet | None) -> None:
        self.models = models
        self.chooser = Chooser(models)
        self.packs: Mapping[str, Pack] = {p.pack.event: p.pack for p in packs.packs if p.pack.event}
        self.cues = {p.pack.event: role_cues(p.pack, packs.scopes[p.name]) for p in packs.packs if p.pack.event}
        self.falls = {p.pack.event: fall_cues(p, packs.scopes[p.name]) for p in packs.packs if p.pack.event}
        self.deals = {
            p.pack.event: dealing_of(p, packs.scopes[p.name], packs.packs) for p in packs.packs if p.pack.event
        }

    def fill(self, reading: Reading) -> Iterator[Filled]:
        """Yield the events of *reading* in the order of the text, those of type other too."""
        events: dict[int, Filled] = {}
        for number, figure in enumerate(reading.figures):
            decided = figure.decided
            if decided is None or decided.type == NOTHING:
                continue
            filled = Filled(figure, decided.type, value_slots(figure), {})
            if decided.type != OTHER:
                filled.slots["measure"] = decided.measure or counted_words(reading, figure)
                self.fill_typed(reading, number, filled, events)
                events[figure.index] = filled
            yield filled

    def fill_typed(self, reading: Reading, number: int, filled: Filled, events: Mapping[int, Filled]) -> None:
        """Fill place, date, accumulation, modality and roles of a typed event; *events* are those before it."""
        figure = filled.figure
        pack = self.packs.get(filled.type)
        deals = self.deals.get(filled.type)
        if deals:
            deal_measure(reading, number, filled, deals)
        self.captured(reading, figure, filled, pack)
        carry(reading, number, filled, events, pack.roles if pack else {})
        self.date(reading, figure, filled)
        self.place(reading, figure, filled)
        fill_cued(reading, figure, filled, self.models)
        self.roles(reading, figure, filled)
        if deals:
            deal_names(reading, number, filled, deals)

    def captured(self, reading: Reading, figure: Figure, filled: Filled, pack: Pack | None) -> None:
        """Take over what the pattern captured."""
        decided = figure.decided
        match = decided.match if decided else None
        if pack:
            set_unit(figure, filled, pack)
        signed = match is not None and "sign" in match.captured
        if not signed and falls(reading, figure, self.falls.get(filled.type, ())):
            negate(filled.slots)
        if match is None:
            return
        # the measure was decided before
        filled.slots.update((name, value) for name, value in match.pattern.pattern.set.items() if name != "measure")
        first, last = reading.bounds[figure.sentence]
        sentence = reading.mentions[first:last]
        for slot, index in match.captured.items():
            mention = sentence[index]
            if slot == "measure":
                filled.mentions.setdefault(slot, (mention,))
                continue
            if slot == "sign":
                negate(filled.slots)
            elif mention.tag in ("ORG", "FACILITY", "PERSON", "GOODS", "PLACE", "TIME"):
                filled.mentions[slot] = (mention,)
            else:
                value = match.value_of(slot, sentence) or ""
                filled.slots[slot] = {"true": True, "false": False}.get(value, value)
                filled.mentions[slot] = (mention,)

    def date(self, reading: Reading, figure: Figure, filled: Filled) -> None:
        """Fill the dates from the time expression that governs the figure."""
        if "date" in filled.mentions:
            chosen: tuple[Mention, ...] | None = filled.mentions.pop("date")
        elif any(slot in filled.mentions for slot in DATES):
            return
        else:
            chosen = date_behind(reading, figure)
            if not chosen:
                candidates = date_candidates(reading, figure)
                rows = date_rows(reading, figure, candidates)
                chosen = self.chooser.choose(reading, figure, "date", candidates, rows, period, ())
        if chosen:
            dated = reading.period_of(chosen[0])
            start, end = dated.start, dated.end
            # a range that runs backwards tells its end only: 2月15日至14日
            filled.slots["date_start"] = None if start and end and end < start else start
            filled.slots["date_end"] = end
            filled.mentions["date_end" if dated.end else "date_start"] = chosen

    def place(self, reading: Reading, figure: Figure, filled: Filled) -> None:
        """Fill the place."""
        if "place" not in filled.mentions:
            candidates = place_candidates(reading, figure)
            excluded = filled.mentions.get("excluding")
            if excluded:
                candidates = [one for one in candidates if one.mentions[0] not in excluded]
            rows = place_rows(reading, figure, candidates)
            said = Wording(reading, figure).between(candidates)
            chosen = self.chooser.choose(reading, figure, "place", candidates, rows, region, said)
            if chosen:
                filled.mentions["place"] = chosen

    def roles(self, reading: Reading, figure: Figure, filled: Filled) -> None:
        """Fill the roles from the names around the figure."""
        known: dict[frozenset[str], tuple[list[Placed], list[list[Run]]]] = {}
        wording = Wording(reading, figure)
        for role in self.cues.get(filled.type, ()):
            if role.name in filled.mentions:
                continue
            if role.tags not in known:
                candidates = role_candidates(reading, figure, role.tags)
                known[role.tags] = placed(reading, figure, candidates), wording.around(candidates)
            ready, said = known[role.tags]
            rows = [role_row(reading, figure, one, role) for one in ready]
            candidates = [one.candidate for one in ready]
            chosen = self.chooser.choose(reading, figure, f"role.{role.name}", candidates, rows, bearer, said)
            if chosen:
                filled.mentions[role.name] = chosen
