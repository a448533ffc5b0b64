"""From decided figures to the slots of their events: what a pattern captured first, then what the rankers choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from epiextract.deciding.bulletin_dates import bulletin_date
from epiextract.deciding.carrying import DATES, carry, take
from epiextract.deciding.chain import agreed
from epiextract.deciding.choosing import Chooser, Question, Weighed
from epiextract.deciding.counted import counted_words, set_unit, value_slots
from epiextract.deciding.cues import fall_cues, falls, falls_to, fill_cued, fill_learned, negate
from epiextract.deciding.dealing import deal_measure, deal_names, dealing_of
from epiextract.deciding.dealing_dates import deal_dates
from epiextract.deciding.diseases import disease_of
from epiextract.deciding.filled import Filled
from epiextract.deciding.fits import NOTHING, OTHER
from epiextract.deciding.goals import GIVER
from epiextract.deciding.imported import IMPORTED, fill_imported
from epiextract.deciding.items import ITEM, counts_goods, named_with
from epiextract.deciding.kinds import KIND, kind_counted
from epiextract.deciding.linear import ModelSet
from epiextract.deciding.links import DATE, links
from epiextract.deciding.opening_dates import carried_on, opening_date
from epiextract.deciding.parts import Run
from epiextract.deciding.placing import Placer
from epiextract.deciding.role_rules import is_barred, is_other, surely, told_else
from epiextract.deciding.roles import role_cues, role_row
from epiextract.deciding.sharing import share
from epiextract.deciding.slots import (
    Placed,
    date_behind,
    date_candidates,
    date_rows,
    placed,
    role_candidates,
)
from epiextract.deciding.wording import Wording
from epiextract.events import event_model
from epiextract.matching.compiler import CompiledPacks
from epiextract.matching.reading import Figure, Reading
from epiextract.packs.schema import Pack
from epiextract.tagging.diseases import disease_name
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
        self.of_diseases = frozenset(kind for kind in self.packs if "disease" in event_model(kind).model_fields)
        of_givers = frozenset(kind for kind, pack in self.packs.items() if GIVER in pack.roles)
        self.placer = Placer(self.chooser, of_givers)
        self.of_imported = frozenset(kind for kind in self.packs if IMPORTED in event_model(kind).model_fields)
        self.deals = {
            p.pack.event: dealing_of(p, packs.scopes[p.name], packs.packs) for p in packs.packs if p.pack.event
        }

    def fill(self, reading: Reading) -> Iterator[Filled]:
        """Yield the events of *reading* in the order of the text, those of type other too."""
        begun = [one for number in range(len(reading.figures)) if (one := self.begin(reading, number))]
        typed = [filled for _, filled in begun if filled.type != OTHER]
        learned = [one for one in typed if one.figure.scores is not None]
        self.dates(reading, typed)
        if self.models is not None:
            fill_learned(reading, learned, self.models)
        events: dict[int, Filled] = {}
        for number, filled in begun:
            if filled.type != OTHER:
                self.fill_typed(reading, number, filled, events)
                events[filled.figure.index] = filled
        self.placer.fill(reading, learned)
        for number, filled in begun:
            if filled.figure.scores is not None:
                self.deal(reading, number, filled)
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
            self.date(reading, filled)
            fill_cued(reading, figure, filled)
        if filled.type in self.of_diseases:
            self.disease(reading, filled)
        if filled.type in self.of_imported:
            fill_imported(reading, filled, events)
        self.roles(reading, filled)
        if pack:
            share(reading, number, filled, events, pack.roles)
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
                if not falls_to(reading, mention, figure.start):
                    negate(filled.slots)
            elif mention.tag in ("ORG", "FACILITY", "PERSON", "GOODS", "PLACE", "TIME"):
                filled.mentions[slot] = (mention,)
            else:
                value = match.value_of(slot, sentence) or ""
                filled.slots[slot] = {"true": True, "false": False}.get(value, value)
                filled.mentions[slot] = (mention,)

    def dates(self, reading: Reading, typed: Sequence[Filled]) -> None:
        """Fill the dates of the events that models decided: what governs a figure mostly governs its neighbours too."""
        weighed = [self.dated(reading, one) if one.figure.scores is not None else None for one in typed]
        kept = links(reading, [one.figure for one in typed], self.models, DATE)
        # a date that is known, or told by rules, says nothing of the neighbours'
        for open_, group in groupby(range(len(typed)), lambda at: weighed[at] is not None):
            if open_:
                row = list(group)
                chain = [one for at in row if (one := weighed[at])]
                chosen = agreed([one.odds() for one in chain], kept[row[0] : row[-1]])
                for at, one, meaning in zip(row, chain, chosen, strict=True):
                    set_date(reading, typed[at], one.meaning(meaning) or opening_date(reading, typed[at].figure))
        for before, filled in pairwise(typed):
            carry_date(reading, before, filled)

    def date(self, reading: Reading, filled: Filled) -> None:
        """Fill the dates of one event."""
        weighed = self.dated(reading, filled)
        if weighed:
            set_date(reading, filled, weighed.best())

    def dated(self, reading: Reading, filled: Filled) -> Weighed | None:
        """Return the time expressions that may govern the figure, weighed; fill the dates where one is its own."""
        figure = filled.figure
        if "date" in filled.mentions:
            set_date(reading, filled, filled.mentions.pop("date"))
        elif not any(slot in filled.mentions for slot in DATES):
            own = date_behind(reading, figure) or bulletin_date(reading, figure)
            if not own:
                candidates = date_candidates(reading, figure)
                if candidates:
                    asked = Question(figure, "date", candidates, date_rows(reading, figure, candidates))
                    return self.chooser.weigh(reading, asked)
                return None
            set_date(reading, filled, own)
        return None

    def disease(self, reading: Reading, filled: Filled) -> None:
        """Fill the disease, where it is another than COVID-19."""
        found = disease_of(reading, filled.figure)
        if found:
            mention, id = found
            filled.slots["disease"] = disease_name(id, mention)
            filled.mentions["disease"] = (mention,) if mention else ()

    def roles(self, reading: Reading, filled: Filled) -> None:
        """Fill the roles from the names around the figure."""
        figure = filled.figure
        known: dict[frozenset[str], tuple[list[Placed], list[list[Run]]]] = {}
        wording = Wording(reading, figure)
        for role in self.cues.get(filled.type, ()):
            if role.name in filled.mentions and not counts_goods(filled, role.name):
                continue
            if role.tags not in known:
                candidates = role_candidates(reading, figure, role.tags)
                known[role.tags] = placed(reading, figure, candidates), wording.around(candidates)
            able = [
                (one, runs)
                for one, runs in zip(*known[role.tags], strict=True)
                if not is_barred(reading, figure, one.candidate.spot, role)
                and not is_other(reading, filled, role.name, one.candidate.spot)
            ]
            rows = [role_row(reading, figure, one, role) for one, _ in able]
            candidates = [one.candidate for one, _ in able]
            sure = surely(reading, filled, role.name, [one.spot for one in candidates if one.sentence >= 0])
            if sure:
                filled.mentions[role.name] = sure.mentions
            if role.name in filled.mentions:
                continue
            said = [runs for _, runs in able]
            chosen = self.chooser.choose(reading, Question(figure, f"role.{role.name}", candidates, rows, said))
            if chosen:
                filled.mentions[role.name] = chosen
            else:
                told = told_else(reading, filled, role.name)
                if told:
                    filled.mentions[role.name] = (told,)
        if counts_goods(filled, ITEM) and ITEM in filled.mentions:
            filled.mentions[ITEM] = named_with(reading, figure, filled.mentions[ITEM])
        if KIND in {role.name for role in self.cues.get(filled.type, ())}:
            filled.mentions[KIND] = kind_counted(reading, figure, filled.mentions.get(KIND, ()))


def is_dated(filled: Filled) -> bool:
    """Tell whether an event has a date."""
    return any(filled.slots.get(slot) is not None for slot in DATES)


def carry_date(reading: Reading, before: Filled, filled: Filled) -> None:
    """Give an event that has none the date of the event before, where its sentence goes on with that one's."""
    if filled.figure.scores is None or is_dated(filled) or not is_dated(before):
        return
    # 将于2月25日前再采购5000套。此外，员工捐款200万元: a limit is set to what it is said of
    if any(mention.value == "before" for slot in DATES for mention in before.mentions.get(slot, ())):
        return
    if carried_on(reading, before.figure, filled.figure):
        take(filled, before, "date", reading.text[before.figure.start : before.figure.end])


def set_date(reading: Reading, filled: Filled, chosen: tuple[Mention, ...] | None) -> None:
    """Fill the dates of an event from the time expression that governs its figure, if there is one."""
    if chosen:
        dated = reading.period_of(chosen[0])
        start, end = dated.start, dated.end
        # a range that runs backwards tells its end only: 2月15日至14日
        filled.slots["date_start"] = None if start and end and end < start else start
        filled.slots["date_end"] = end
        filled.mentions["date_end" if dated.end else "date_start"] = chosen
