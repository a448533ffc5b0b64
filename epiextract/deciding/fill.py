"""From decided figures to the slots of their events: what a pattern captured first, then what the rankers choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from epiextract.deciding.attributes.bought import fill_bought
from epiextract.deciding.attributes.diseases import disease_of
from epiextract.deciding.attributes.each import fill_each
from epiextract.deciding.attributes.falls import fall_cues, falls, falls_to, negate, rises
from epiextract.deciding.attributes.imported import IMPORTED, fill_imported
from epiextract.deciding.attributes.totals import fill_cued, fill_learned
from epiextract.deciding.candidates.choosing import Chooser
from epiextract.deciding.dates.dating import Dater
from epiextract.deciding.dates.rates_now import forget_since
from epiextract.deciding.dates.running import end_with_own_day
from epiextract.deciding.dates.since import begin_with_since
from epiextract.deciding.filled import Filled
from epiextract.deciding.lists.carrying import carry
from epiextract.deciding.lists.dealing import deal_measure, deal_names, dealing_of
from epiextract.deciding.lists.dealing_dates import deal_dates
from epiextract.deciding.models.linear import ModelSet
from epiextract.deciding.places.by_nation import place_as_whole
from epiextract.deciding.places.goals import GIVER
from epiextract.deciding.places.placing import PLACE, Placer
from epiextract.deciding.roles.casting import Caster
from epiextract.deciding.roles.pointers import role_cues
from epiextract.deciding.roles.sharing import share, share_heading, share_total, share_whole
from epiextract.deciding.types.counted import counted_words, set_unit, value_slots
from epiextract.deciding.types.fits import NOTHING, OTHER
from epiextract.deciding.types.prices import has_fallen
from epiextract.events import event_model
from epiextract.matching.compiler import CompiledPacks
from epiextract.matching.reading import Figure, Reading
from epiextract.packs.schema import Pack
from epiextract.tagging.diseases import disease_name


class Filler:
    """Fills the slots of decided figures.

    Args:
        packs: The compiled packs, whose ``roles`` say which names may fill what.
        models: The trained models, or None for the weights written by hand.
    """

    def __init__(self, packs: CompiledPacks, models: ModelSet | None) -> None:
        self.models = models
        chooser = Chooser(models)
        self.packs: Mapping[str, Pack] = {p.pack.event: p.pack for p in packs.packs if p.pack.event}
        cues = {p.pack.event: role_cues(p.pack, packs.scopes[p.name]) for p in packs.packs if p.pack.event}
        self.falls = {p.pack.event: fall_cues(p, packs.scopes[p.name]) for p in packs.packs if p.pack.event}
        self.of_diseases = frozenset(kind for kind in self.packs if "disease" in event_model(kind).model_fields)
        of_givers = frozenset(kind for kind, pack in self.packs.items() if GIVER in pack.roles)
        self.dater = Dater(chooser)
        self.caster = Caster(chooser, cues)
        self.of_imported = frozenset(kind for kind in self.packs if IMPORTED in event_model(kind).model_fields)
        self.deals = {
            p.pack.event: dealing_of(p, packs.scopes[p.name], packs.packs) for p in packs.packs if p.pack.event
        }
        dealt = frozenset(kind for kind, deals in self.deals.items() if deals and PLACE in deals.slots)
        self.placer = Placer(chooser, of_givers, dealt)

    def fill(self, reading: Reading) -> Iterator[Filled]:
        """Yield the events of *reading* in the order of the text, those of type other too; none of a title apart."""
        begun = [one for number in range(len(reading.figures)) if (one := self.begin(reading, number))]
        typed = [filled for _, filled in begun if filled.type != OTHER]
        learned = [one for one in typed if one.figure.scores is not None]
        self.dater.fill(reading, typed)
        if self.models is not None:
            fill_learned(reading, learned, self.models)
            for event in learned:
                end_with_own_day(reading, event)
                begin_with_since(reading, event)
                forget_since(reading, event)
                fill_bought(reading, event)
        events: dict[int, Filled] = {}
        for number, filled in begun:
            if filled.type != OTHER:
                self.fill_typed(reading, number, filled, events)
                events[filled.figure.index] = filled
        self.placer.fill(reading, learned)
        for event in learned:
            place_as_whole(reading, event, events)
            share_heading(reading, event, events, (PLACE,))
            share_total(reading, event, events)
        last: Filled | None = None
        for number, filled in begun:
            if filled.figure.scores is not None:
                self.deal(reading, number, filled)
                fill_each(reading, number, filled, last)
            last = filled
            if filled.figure.start >= reading.apart:
                yield filled

    def begin(self, reading: Reading, number: int) -> tuple[int, Filled] | None:
        """Return the event of a figure with its value, its measure and what its pattern captured, or None."""
        figure = reading.figures[number]
        decided = figure.decided
        if decided is None or decided.type == NOTHING:
            return None
        filled = Filled(figure, decided.type, value_slots(reading, figure), {})
        if decided.type != OTHER:
            filled.slots["measure"] = decided.measure or counted_words(reading, figure)
            deals = self.deals.get(filled.type)
            if deals:
                deal_measure(reading, number, filled, deals)
            self.captured(reading, figure, filled, self.packs.get(filled.type))
        return number, filled

    def fill_typed(self, reading: Reading, number: int, filled: Filled, events: Mapping[int, Filled]) -> None:
        """Fill what is not filled yet of a typed event; *events* are those before it."""
        figure = filled.figure
        pack = self.packs.get(filled.type)
        deals = self.deals.get(filled.type)
        if figure.scores is None:
            carry(reading, number, filled, events, pack.roles if pack else {})
            self.dater.fill_one(reading, filled)
            fill_cued(reading, figure, filled)
        if filled.type in self.of_diseases:
            self.disease(reading, filled)
        if filled.type in self.of_imported:
            fill_imported(reading, filled, events)
        self.caster.fill(reading, filled)
        if pack:
            share(reading, number, filled, events, pack.roles)
            if figure.scores is not None:
                share_whole(reading, filled, events, pack.roles)
                share_heading(reading, filled, events, pack.roles)
        if deals:
            deal_names(reading, number, filled, deals)
        if figure.scores is None:
            self.placer.fill(reading, [filled])
            self.deal(reading, number, filled)

    def deal(self, reading: Reading, number: int, filled: Filled) -> None:
        """Give a figure its own of several places and days, all else filled."""
        deals = self.deals.get(filled.type)
        if deals:
            deal_names(reading, number, filled, deals)
            deal_dates(reading, number, filled, deals)

    def captured(self, reading: Reading, figure: Figure, filled: Filled, pack: Pack | None) -> None:
        """Take over what the pattern captured."""
        decided = figure.decided
        match = decided.match if decided else None
        if pack:
            set_unit(reading, figure, filled, pack)
        signed = match is not None and "sign" in match.captured
        if not signed and (falls(reading, figure, self.falls.get(filled.type, ())) or has_fallen(reading, figure)):
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
                if not falls_to(reading, mention, figure.start) and not rises(reading, figure):
                    negate(filled.slots)
            elif mention.tag in ("ORG", "FACILITY", "PERSON", "GOODS", "PLACE", "TIME"):
                filled.mentions[slot] = (mention,)
            else:
                value = match.value_of(slot, sentence) or ""
                filled.slots[slot] = {"true": True, "false": False}.get(value, value)
                filled.mentions[slot] = (mention,)

    def disease(self, reading: Reading, filled: Filled) -> None:
        """Fill the disease, where it is another than COVID-19."""
        found = disease_of(reading, filled.figure)
        if found:
            mention, id = found
            filled.slots["disease"] = disease_name(id, mention)
            filled.mentions["disease"] = (mention,) if mention else ()
