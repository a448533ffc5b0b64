"""`Facts`: what the events of a run say, per entity; it answers questions about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from epiextract.events.sequence import Events
from epiextract.facts.asking import (
    EXCLUDING,
    check_question,
    check_slots,
    check_type,
    check_values,
    claim_has,
    extras,
    is_of,
    narrowed,
)
from epiextract.facts.checks import checked
from epiextract.facts.claims import Claim
from epiextract.facts.collecting import without_collecting
from epiextract.facts.conflicts import Conflict, check_kind
from epiextract.facts.entities import Entity, Known, Resolver, known_entities, unresolved
from epiextract.facts.framed import Framed
from epiextract.facts.ledger import Ledger, build_ledger
from epiextract.facts.naming import refuse_unknown
from epiextract.facts.ordering import ordered
from epiextract.facts.policy import Policy
from epiextract.facts.review import Proposal, Review, propose, read_review, write_review
from epiextract.facts.rollup import Whole, roll_up
from epiextract.facts.series import Series, Wanted, build_series, why_left
from epiextract.facts.sources import Origins, origins_of
from epiextract.facts.sums import Rates, Sum, sums
from epiextract.facts.usual import usual_conflicts, usual_facts


class Facts(Framed):
    """What the events of a run say, per entity. Make it with `aggregate`.

    Args:
        claims: The claims of all documents, in any order.
        texts: The documents' texts by id, where they are known: they tell near-copies and show sentences.
        policy: How one of several values is chosen.
        gazetteers: Files of names, ids and aliases, or names of installed gazetteers.
        review: A review file with decisions about merges.

    >>> import epiextract
    >>> text = "截至2月3日24时，湖南省累计确诊病例593例。截至2月4日24时，湖南省累计确诊病例661例。"
    >>> facts = epiextract.aggregate(epiextract.extract(text, published="2020-02-05"))
    >>> [(str(cell.day), cell.value) for cell in facts.series(place="湖南省", measure="confirmed")[0]]
    [('2020-02-03', 593), ('2020-02-04', 661)]
    """

    def __init__(
        self,
        claims: Iterable[Claim],
        *,
        texts: Mapping[str, str] | None = None,
        policy: Policy | None = None,
        gazetteers: Iterable[str | Path] | str | Path = (),
        review: str | Path | None = None,
    ) -> None:
        self.claims: tuple[Claim, ...] = ordered(claims)
        self.policy = policy or Policy()
        self.texts: Mapping[str, str] = texts or {}
        self._review = read_review(review) if review is not None else Review({}, frozenset())
        self.resolver = Resolver(gazetteers, self._review.merges)
        self._series: dict[tuple[str | None, Wanted], list[Series]] = {}
        self._ledgers: dict[str, Ledger] = {}
        self._by_type: dict[str, list[Claim]] = {}
        for claim in self.claims:
            self._by_type.setdefault(claim.type, []).append(claim)

    @cached_property
    def origins(self) -> Origins:
        """What tells which documents are copies, and where a figure comes from."""
        return without_collecting(origins_of)(self.claims, self.texts)

    @property
    def events(self) -> Events:
        """The events, made anew from what is kept of them; spans of slots are there where they were given."""
        return Events(claim.event() for claim in self.claims)

    def series(
        self,
        *,
        by: str | None = None,
        type: str | None = "case_count",
        measure: str | None = None,
        accumulation: str | None = None,
        modality: str = "actual",
        undated: str = "leave",
        **slots: str | bool,
    ) -> list[Series]:
        """Return series, the longest first; totals, increases and stocks are series of their own.

        Whoever names an entity and a measure gets no imported cases, and those of another disease only where there are
        no others, unless they are asked for; figures that leave places out come only where they are asked for.

        Args:
            by: The slot that holds the entity: ``place``, ``facility``, ``item``, ``org`` … Default: the first of
                *slots* that holds entities, else ``place``.
            type: The type of event; None for all.
            measure: The measure; None for all.
            accumulation: ``cumulative``, ``new`` or ``current``; None for all.
            modality: ``planned`` for pledges and plans, ``estimated`` for forecasts.
            undated: ``reported`` sets figures that no text dates on the day of their article, and flags them.
            slots: A name or an id for a slot that holds entities, ``place="湖北省"``, ``excluding="湖北省"``; True or
                False for others, ``imported=True``; for ``excluding`` and ``disease`` True stands for any.

        Raises:
            ConfigError: EPX301 for a type of event that there is none of.
            FactsError: EPX601 for a slot that no event has, or a measure, an accumulation … that there is none of,
                EPX606 for a name that nothing has, where others are near or it is the name of several.
        """
        wanted, entities, others = self._question(by, type, modality, undated, slots)
        self._check(type, measure=measure, accumulation=accumulation, modality=modality, undated=undated)
        made = self._built(type, wanted, {slot: name for slot, name in entities.items() if slot != wanted.by})
        name = entities.get(wanted.by)
        is_asked = self._named(wanted.by, name) if name is not None else None
        kept = [
            one
            for one in made
            if is_of(one.key, measure=measure, accumulation=accumulation) and (is_asked is None or is_asked(one.entity))
        ]
        kept = narrowed(kept, others, plain=bool(entities) and measure is not None)
        return sorted(kept, key=lambda one: (-len(one), one.entity.name, tuple(str(part) for part in one.key)))

    def left_out(
        self,
        *,
        by: str | None = None,
        type: str | None = "case_count",
        measure: str | None = None,
        accumulation: str | None = None,
        modality: str = "actual",
        undated: str = "leave",
        **slots: str | bool,
    ) -> dict[str, tuple[Claim, ...]]:
        """Return the claims that come into no series, by the reason, the most frequent first.

        Takes what `series` takes. Claims without an entity are left out of every entity's series.

        >>> import epiextract
        >>> facts = epiextract.aggregate(epiextract.extract("湖南省累计确诊病例593例。"))
        >>> [(why, [claim.quote for claim in claims]) for why, claims in facts.left_out().items()]
        [('undated', ['593例'])]

        Raises:
            ConfigError: EPX301 for a type of event that there is none of.
            FactsError: EPX601 and EPX606 as `series` raises them.
        """
        wanted, entities, others = self._question(by, type, modality, undated, slots)
        self._check(type, measure=measure, accumulation=accumulation, modality=modality, undated=undated)
        left: dict[str, list[Claim]] = {}
        for claim in self._of(type, entities):
            asked = is_of(claim, measure=measure, accumulation=accumulation) and claim_has(claim, others)
            why = why_left(claim, wanted) if asked else None
            if why is not None:
                left.setdefault(why, []).append(claim)
        return {why: tuple(left[why]) for why in sorted(left, key=lambda one: (-len(left[one]), one))}

    def _question(
        self, by: str | None, type: str | None, modality: str, undated: str, slots: Mapping[str, str | bool]
    ) -> tuple[Wanted, dict[str, str], dict[str, str | bool]]:
        """Return how series are built, the entities asked for by slot, and what is asked of other slots."""
        check_type(type, self._by_type)
        check_question(type, slots)
        others = {slot: asked for slot, asked in slots.items() if slot == EXCLUDING or slot in extras(type)}
        entities = {slot: asked for slot, asked in slots.items() if isinstance(asked, str) and slot not in extras(type)}
        by = by or next((slot for slot in entities if slot != EXCLUDING), "place")
        check_slots((by,))
        return Wanted(by, modality, undated, frozenset(entities) - {by}), entities, others

    def _named(self, slot: str, name: str) -> Callable[[Entity], bool]:
        """Return what tells the entity asked for, unless nothing has that name and others are near."""
        is_asked = self.resolver.named(slot, name)
        refuse_unknown(slot, name, is_asked, self.entities)
        return is_asked

    def _of(self, type: str | None, entities: Mapping[str, str]) -> Sequence[Claim]:
        """Return the claims of a type that name an entity in each of some slots."""
        claims: Sequence[Claim] = self.claims if type is None else self._by_type.get(type, ())
        for slot, name in entities.items():
            is_asked = self._named(slot, name)
            claims = [one for one in claims if any(map(is_asked, self.resolver.entities(slot, one.names(slot))))]
        return claims

    def rows(self, **asked: Any) -> Iterator[dict[str, Any]]:
        """Yield the flat rows of series, one a day; takes what `series` takes.

        `to_pandas`, `to_polars` and `to_arrow` give the same rows: without a question those of the series of
        ``case_count`` by place. Of gifts and other entries ``ledger(type).to_pandas()`` gives the rows.
        """
        for one in self.series(**asked):
            yield from one.rows()

    @without_collecting
    def _built(self, type: str | None, wanted: Wanted, entity: dict[str, str]) -> list[Series]:
        """Return all series of a type, of all measures, which are checked against one another."""
        if not entity and (type, wanted) in self._series:
            return self._series[type, wanted]
        made = checked(
            build_series(self._of(type, entity), wanted, self.resolver, self.policy, self.origins.independent)
        )
        if not entity:
            self._series[type, wanted] = made
        return made

    @without_collecting
    def ledger(self, type: str = "donation") -> Ledger:
        """Return the ledger of one type of event: an entry a statement, repeats folded.

        Args:
            type: The type of event.

        Raises:
            ConfigError: EPX301 for a type of event that there is none of.
        """
        check_type(type, self._by_type)
        if type not in self._ledgers:
            self._ledgers[type] = build_ledger(self._by_type.get(type, ()), type, self.resolver, self.origins)
        return self._ledgers[type]

    @without_collecting
    def sums(
        self,
        by: str | Sequence[str] = "donor",
        *,
        type: str = "donation",
        measure: str | None = None,
        accumulation: str | None = None,
        rates: Rates | None = None,
        roll_up: bool = False,
    ) -> list[Sum]:
        """Return the sums of a ledger, the greatest first: gifts and pledges apart, running totals never added.

        Args:
            by: A slot or several: ``donor``, ``("donor", "recipient")``, ``item``.
            type: The type of event.
            measure: The measure; None for all.
            accumulation: ``cumulative``, ``new`` or ``current``; None for all.
            rates: What one unit of each currency is worth in CNY; without it currencies stay apart.
            roll_up: Count an entry also for what holds its place or its class of goods.

        Raises:
            ConfigError: EPX301 for a type of event that there is none of.
            FactsError: EPX601 for a slot, a measure or an accumulation that there is none of, EPX605 for a rate that is
                no number above 0, whose currency no figure has, or that is another one than 1 of CNY.
        """
        slots = (by,) if isinstance(by, str) else tuple(by)
        check_slots(slots)
        entries = self.ledger(type).where(measure=measure, accumulation=accumulation)
        return sums(entries, slots, rates=rates, roll_up=roll_up)

    def roll_up(self, *, by: str = "place", type: str = "case_count", **asked: Any) -> list[Whole]:
        """Return wholes beside the sum of their parts, along places or goods; takes what `series` takes.

        Args:
            by: ``place`` or ``item``.
            type: The type of event.
            asked: What `series` takes; ``place`` names the whole.
        """
        whole = asked.pop(by, None)
        made = roll_up(self.series(by=by, type=type, **asked))
        if whole is None:
            return made
        is_asked = self._named(by, whole)
        others = {slot: value for slot, value in asked.items() if slot == EXCLUDING or slot in extras(type)}
        return narrowed([one for one in made if is_asked(one.entity)], others, plain=asked.get("measure") is not None)

    @cached_property
    def conflicts(self) -> list[Conflict]:
        """Everything that the texts say and that cannot all be true, the most serious first, then by day."""
        return without_collecting(usual_conflicts)(self)

    def conflicts_of(
        self,
        *,
        by: str | None = None,
        type: str | None = None,
        measure: str | None = None,
        accumulation: str | None = None,
        entity: str | None = None,
        kind: str | None = None,
        between_documents: bool | None = None,
    ) -> list[Conflict]:
        """Return those of `conflicts` that are asked for.

        Args:
            by: The slot that holds the entity; None for any.
            type: The type of event; None for all.
            measure: The measure; None for all.
            accumulation: ``cumulative``, ``new`` or ``current``; None for all.
            entity: The entity's name or id.
            kind: One of the kinds of conflict: ``values``, ``falls`` …; None for all.
            between_documents: True for those in which one document speaks against another, False for the others.

        Raises:
            ConfigError: EPX301 for a type of event that there is none of.
            FactsError: EPX601 for a slot, a measure, an accumulation or a kind that there is none of.
        """
        check_slots((by,) if by else ())
        self._check(type, measure=measure, accumulation=accumulation)
        check_kind(kind)
        return [
            one
            for one in self.conflicts
            if one.is_of(by=by, kind=kind, between_documents=between_documents)
            and is_of(one.key, type=type, measure=measure, accumulation=accumulation)
            and (entity is None or self.resolver.named(one.by, entity)(one.entity))
        ]

    def counts(self) -> dict[str, int]:
        """Return the number of events by type, the most frequent first."""
        return dict(Counter(claim.type for claim in self.claims).most_common())

    def conflict_counts(self) -> dict[str, int]:
        """Return the number of conflicts of each kind, the most frequent first."""
        return dict(Counter(conflict.kind for conflict in self.conflicts).most_common())

    @cached_property
    def entities(self) -> list[Known]:
        """Every entity with its names, the most frequent first."""
        return without_collecting(known_entities)(self.claims, self.resolver)

    def unresolved(
        self,
        slot: str | None = "place",
        *,
        type: str | None = None,
        measure: str | None = None,
        accumulation: str | None = None,
        entity: str | None = None,
    ) -> list[tuple[str, int]]:
        """Return names that no id was found for, the most frequent first, for a gazetteer to name.

        Args:
            slot: The slot that holds them; None for all.
            type: Only names beside figures of this type of event.
            measure: Only names beside figures of this measure.
            accumulation: Only names beside totals, increases or stocks.
            entity: Only this name, however it is written.

        Raises:
            ConfigError: EPX301 for a type of event that there is none of.
            FactsError: EPX601 for a slot, a measure or an accumulation that there is none of.
        """
        check_slots((slot,) if slot else ())
        self._check(type, measure=measure, accumulation=accumulation)
        known = self.entities
        if not (type is measure is accumulation is None):
            asked = [one for one in self.claims if is_of(one, type=type, measure=measure, accumulation=accumulation)]
            known = known_entities(asked, self.resolver)
        if entity is not None:
            is_asked = self.resolver.named(slot or "place", entity)
            known = [one for one in known if is_asked(one.entity)]
        return unresolved(known, slot)

    def proposals(self) -> list[Proposal]:
        """Return merges of names to look at, the most frequent first."""
        return propose(self.entities, self._review.rejected)

    def write_review(self, path: str | Path) -> None:
        """Write the proposals to a CSV file for a person to accept or reject; `aggregate` takes it as ``review``.

        What is decided already, in that file or in the review of this run, stays in it.

        Args:
            path: The file.
        """
        write_review(self.proposals(), path, self._review.rows)

    def all_facts(self) -> Iterator[tuple[dict[str, Any], tuple[Claim, ...]]]:
        """Yield every fact of the usual series and of all ledgers: its row, and the claims that state it."""
        return usual_facts(self)

    def _check(self, type: str | None, **asked: str | None) -> None:
        check_type(type, self._by_type)
        check_values(type, self.claims, **asked)

    def __repr__(self) -> str:
        documents = len({claim.source.id for claim in self.claims})
        return f"<Facts of {len(self.claims):,} events in {documents:,} documents>"

    def _repr_html_(self) -> str:
        from epiextract.report.notebook import facts_html

        return facts_html(self)
