"""Ledgers: who gave what to whom, supplies by good, beds by hospital, teams by origin and destination."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from epiextract.facts.asking import check_slots, check_values, is_of
from epiextract.facts.claims import Claim
from epiextract.facts.entities import Entity, Resolver, known_entities
from epiextract.facts.framed import Framed
from epiextract.facts.naming import refuse_unknown
from epiextract.facts.series import together
from epiextract.facts.sources import Origins
from epiextract.facts.statements import Statement, fold
from epiextract.facts.wholes import marks

# Without one of these, 捐款100万元 in two articles may be two gifts: it is folded only among copies of one article.
TELLING = {
    "donation": ("donor",),
    "supply": ("item",),
    "bed": ("facility", "place"),
    "personnel": ("org", "origin", "destination"),
    "facility": ("place",),
    "testing": ("org", "place"),
    "finance": ("payer", "payee"),
}


class EntryKey(NamedTuple):
    """What makes an entry one: its kind, its day and who takes part.

    Args:
        type: The type of event.
        measure: What is given, moved or had: flows and stocks of goods are apart.
        modality: A pledge is ``planned``, a gift ``actual``.
        accumulation: ``cumulative`` for a running total.
        unit: The unit: currencies are apart.
        per: The unit of time of a rate.
        each: Whether the figure holds for each of several.
        first: The first day.
        last: The last day.
        slots: Each slot that is filled, with its entity.
        apart: The origin, where too little is told to know the entry elsewhere.
    """

    type: str
    measure: str | None
    modality: str
    accumulation: str | None
    unit: str | None
    per: str | None
    each: bool
    first: date | None
    last: date | None
    slots: tuple[tuple[str, Entity], ...]
    apart: str | None

    @property
    def kind(self) -> tuple[object, ...]:
        """What two entries must share to be one that is told more or less fully."""
        return (*self[:7], self.apart)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a ledger.

    Args:
        key: What makes it one.
        statement: The figure with all its evidence.
        marks: ``total``: a running total, which is never added to its parts. ``whole``: it is stated beside its own
            parts. ``part``: its whole is stated beside it.
    """

    key: EntryKey
    statement: Statement
    marks: tuple[str, ...] = ()

    @property
    def claim(self) -> Claim:
        """The claim that speaks for the entry."""
        return self.statement.claims[0]

    def is_of(self, slot: str, is_asked: Callable[[Entity], bool], resolver: Resolver) -> bool:
        """Tell whether a slot holds the entity asked for, alone or together with others: 腾讯公司和阿里巴巴集团捐赠.

        Args:
            slot: The slot.
            is_asked: What tells the entity asked for.
            resolver: What tells entities by their names.
        """
        whole = self.entity(slot)
        if whole is None:
            return False
        return is_asked(whole) or any(map(is_asked, resolver.entities(slot, self.claim.names(slot))))

    def entity(self, slot: str) -> Entity | None:
        """Return the entity in a slot, or None."""
        return next((entity for name, entity in self.key.slots if name == slot), None)

    @property
    def day(self) -> date | None:
        """The day, or the last day, for which it is told."""
        return self.key.last

    def row(self) -> dict[str, Any]:
        """Return the entry as a flat row, with the columns of `epiextract.facts.tables`."""
        from epiextract.facts.tables import entry_row

        return entry_row(self)


@dataclass(frozen=True, slots=True)
class Ledger(Framed):
    """The entries of one type of event. Totals (累计捐款) stand beside their parts, marked, and are never added.

    Args:
        type: The type of event.
        entries: The entries, by day.
        resolver: What tells entities by their names.
    """

    type: str
    entries: tuple[Entry, ...]
    resolver: Resolver = field(default_factory=Resolver, repr=False, compare=False)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __getitem__(self, place: int) -> Entry:
        return self.entries[place]

    def __str__(self) -> str:
        return f"{self.type}: {len(self):,} entries"

    def where(self, *, measure: str | None = None, accumulation: str | None = None, **entities: str) -> Ledger:
        """Return the entries of entities, by any of their names or by id: ``ledger.where(donor="恒大集团")``.

        What several give together is an entry of each of them.

        Args:
            measure: Only this measure.
            accumulation: Only ``cumulative``, ``new`` or ``current``.
            entities: A name or an id for each slot asked for.

        Raises:
            FactsError: EPX601 for a slot, a measure or an accumulation that there is none of, EPX606 for a name that no
                entry has, where others are near or it is the name of several.
        """
        check_slots(entities)
        check_values(self.type, (entry.claim for entry in self.entries), measure=measure, accumulation=accumulation)
        asked = [(slot, self._named(slot, name)) for slot, name in entities.items()]
        kept = (
            entry
            for entry in self.entries
            if is_of(entry.key, measure=measure, accumulation=accumulation)
            and all(entry.is_of(slot, is_asked, self.resolver) for slot, is_asked in asked)
        )
        return Ledger(self.type, tuple(kept), self.resolver)

    def _named(self, slot: str, name: str) -> Callable[[Entity], bool]:
        is_asked = self.resolver.named(slot, name)
        if not any(entry.is_of(slot, is_asked, self.resolver) for entry in self.entries):
            claims = (claim for entry in self.entries for claim in entry.statement.claims)
            refuse_unknown(slot, name, is_asked, known_entities(claims, self.resolver))
        return is_asked

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the entries as flat rows."""
        for entry in self.entries:
            yield entry.row()

    def _repr_html_(self) -> str:
        from epiextract.report.notebook import ledger_html

        return ledger_html(self)


def build_ledger(claims: Iterable[Claim], kind: str, resolver: Resolver, origins: Origins) -> Ledger:
    """Return the ledger of one type of event.

    Claims are one entry where type, measure, modality, accumulation, unit, days and all entities agree and the value is
    the same, a rounded one joining its exact one. An entry that says less (no day, no recipient) joins the one that
    says more and nothing else, where there is one only.

    Args:
        claims: The claims.
        kind: The type.
        resolver: What tells entities.
        origins: What tells independent sources.
    """
    groups: dict[EntryKey, list[Claim]] = {}
    for claim in claims:
        if claim.type == kind:
            groups.setdefault(_key(claim, resolver, origins), []).append(claim)
    entries = [Entry(key, one) for key, held in groups.items() for one in fold(held, origins.independent)]
    entries = _joined(entries, origins)
    marked = marks([(entry.claim, entry.statement.claims) for entry in entries], _givers(entries))
    entries = [replace(entry, marks=found) if found else entry for entry, found in zip(entries, marked, strict=True)]
    return Ledger(kind, tuple(sorted(entries, key=_order)), resolver)


def _key(claim: Claim, resolver: Resolver, origins: Origins) -> EntryKey:
    slots = [("place", together(resolver.entities("place", claim.place)))] if claim.place else []
    slots += [(role, together(resolver.entities(role, names))) for role, names in claim.roles]
    told = {slot for slot, _ in slots}
    telling = TELLING.get(claim.type, ())
    apart = None if not telling or told & set(telling) else origins.of(claim)
    return EntryKey(
        claim.type,
        claim.measure,
        claim.modality,
        claim.accumulation,
        claim.unit,
        claim.per,
        claim.each,
        claim.date_start,
        claim.date_end,
        tuple(slots),
        apart,
    )


def _joined(entries: list[Entry], origins: Origins) -> list[Entry]:
    """Join what is told less fully to what is told more fully."""
    alike: dict[tuple[object, ...], list[Entry]] = {}
    for entry in entries:
        alike.setdefault((entry.key.kind, entry.statement.value, entry.statement.value_max), []).append(entry)
    kept: list[Entry] = []
    for group in alike.values():
        kept.extend(group if len(group) == 1 else _nested(group, origins))
    return kept


def _nested(group: Sequence[Entry], origins: Origins) -> Iterator[Entry]:
    fullest = sorted(group, key=lambda entry: (-_fullness(entry.key), _slots(entry.key)))
    tops: list[Entry] = []
    below: dict[int, list[Claim]] = {}
    holding: dict[object, list[int]] = {}
    for entry in fullest:
        telling = _telling(entry.key)
        slots = dict.fromkeys((*telling, *entry.key.slots)) if telling else ()
        # whoever holds all slots of this entry holds the one that fewest hold; two are as good as many
        near = min((holding.get(slot, ()) for slot in slots), key=len, default=())
        above = list(islice((place for place in near if _within(entry.key, tops[place].key)), 2))
        if len(above) == 1:
            below.setdefault(above[0], []).extend(entry.statement.claims)
            continue
        for slot in slots:
            holding.setdefault(slot, []).append(len(tops))
        tops.append(entry)
    for place, top in enumerate(tops):
        if place in below:
            claims = (*top.statement.claims, *sorted(below[place], key=lambda c: (c.source.id, c.at)))
            yield replace(top, statement=replace(top.statement, claims=claims, sources=origins.independent(claims)))
        else:
            yield top


def _telling(key: EntryKey) -> list[object]:
    telling = TELLING.get(key.type, ())
    found: list[object] = [(slot, entity) for slot, entity in key.slots if slot in telling]
    return found or ([key.apart] if key.apart else [])


def _fullness(key: EntryKey) -> int:
    return len(key.slots) + (key.last is not None) + (key.first is not None)


def _slots(key: EntryKey) -> tuple[str, ...]:
    return (str(key.first), str(key.last), *(f"{slot} {entity.key}" for slot, entity in key.slots))


def _within(less: EntryKey, more: EntryKey) -> bool:
    held = dict(more.slots)
    days = less.last in (None, more.last) and less.first in (None, more.first)
    return days and all(held.get(slot) == entity for slot, entity in less.slots)


def _givers(entries: Sequence[Entry]) -> list[tuple[object, ...]]:
    """Return for each entry what a whole and its parts share."""
    slots = ("donor", "supplier", "org", "payer", "facility")
    return [(entry.key.kind, tuple(e.key for s, e in entry.key.slots if s in slots)) for entry in entries]


def _order(entry: Entry) -> tuple[object, ...]:
    claim = entry.claim
    return (entry.day or date.max, claim.source.id, claim.at, claim.quote, str(claim.measure))
