"""Series: what was counted of an entity day by day, one value a day, chosen by a stated policy, with its evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from epiextract.facts.cells import Cell, Period
from epiextract.facts.claims import Claim
from epiextract.facts.corrections import is_amount
from epiextract.facts.entities import Entity, Resolver
from epiextract.facts.framed import Framed
from epiextract.facts.parts import parted
from epiextract.facts.policy import Policy
from epiextract.facts.rise import fitted
from epiextract.facts.statements import Independent, fold

# Slots that make a figure one of a part: 武汉市金银潭医院's patients are not the patients of 武汉市.
PARTS_OF_PLACES = ("facility",)
# Slots whose entities stand in one place, which therefore tells nothing more.
PLACED = ("facility", "org", "donor", "recipient", "supplier", "origin", "destination")

LEFT = {
    "undated": "no date: no text dates them",
    "nameless": "no entity: the slot that holds it is empty",
    "facility": "of a facility, which is not its place",
    "each": "hold for each of several that are not named",
    "amount": "by how much another figure was corrected",
    "rate": "a rate",
    "vague": "no number",
    "modality": "planned, estimated, negated or hypothetical",
}
"""Why figures come into no series, and what each says."""


class SeriesKey(NamedTuple):
    """What makes a series one: totals, increases and stocks are apart, and so are units.

    Args:
        entity: The key of the entity.
        type: The type of event.
        measure: What is counted.
        accumulation: ``cumulative``, ``new``, ``current``, or None where the texts do not say.
        unit: The unit.
        modality: ``actual``, ``planned`` …
        context: Other slots that the figures share: ``(("item", "口罩"),)``, ``(("imported", "True"),)``.
    """

    entity: str
    type: str
    measure: str | None
    accumulation: str | None
    unit: str | None
    modality: str
    context: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Series(Framed):
    """The values of one entity and measure over the days.

    Args:
        by: The slot that holds the entity.
        entity: The entity.
        key: What makes the series one.
        cells: The values, by day; days that nobody speaks of are missing.
        periods: Increases over several days, which are no cell of any day.
    """

    by: str
    entity: Entity
    key: SeriesKey
    cells: tuple[Cell, ...]
    periods: tuple[Period, ...] = ()

    def __iter__(self) -> Iterator[Cell]:
        return iter(self.cells)

    def __len__(self) -> int:
        return len(self.cells)

    def __getitem__(self, place: int) -> Cell:
        return self.cells[place]

    def __str__(self) -> str:
        days = f", {self.cells[0].day} to {self.cells[-1].day}" if self.cells else ""
        return f"{self.label}: {len(self):,} days{days}"

    @property
    def imported(self) -> bool:
        """Whether it counts imported cases."""
        return dict(self.key.context).get("imported") == "True"

    @property
    def excluding(self) -> str | None:
        """The places that it leaves out, or None."""
        return dict(self.key.context).get("excluding")

    @property
    def label(self) -> str:
        """What the series is of, in words."""
        key = self.key
        parts = (key.measure or key.type, key.accumulation, None if key.modality == "actual" else key.modality)
        shown = f"{self.entity.name}: {', '.join(part for part in parts if part)}"
        return shown + "".join(f", {slot} {name}" for slot, name in key.context)

    def on(self, day: date) -> Cell | None:
        """Return the cell of a day, or None where nobody speaks of it.

        Args:
            day: The day.
        """
        return next((cell for cell in self.cells if cell.day == day), None)

    def with_cells(self, cells: Iterable[Cell]) -> Series:
        """Return the series with other cells."""
        return Series(self.by, self.entity, self.key, tuple(cells), self.periods)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield one flat row a day, with the columns of `epiextract.facts.tables`."""
        from epiextract.facts.tables import series_rows

        return series_rows(self)

    def _repr_html_(self) -> str:
        from epiextract.report.notebook import series_html

        return series_html([self])


@dataclass(frozen=True, slots=True)
class Wanted:
    """How series are built.

    Args:
        by: The slot that holds the entity.
        modality: The modality of the figures.
        undated: ``leave`` figures that no text dates, or set them on the day that was ``reported``.
        within: Other slots that are asked for: patients of a facility where that is named.
    """

    by: str = "place"
    modality: str = "actual"
    undated: str = "leave"
    within: frozenset[str] = frozenset()


def build_series(
    claims: Iterable[Claim], wanted: Wanted, resolver: Resolver, policy: Policy, independent: Independent
) -> list[Series]:
    """Return the series of figures that are true of one day or as of a day, grouped by the entities of a slot.

    Figures that leave places out (湖北以外) are series of their own, with ``excluding`` in their context. What comes
    into no series, such as rates, `why_left` tells.

    Args:
        claims: The claims.
        wanted: What is asked for.
        resolver: What tells entities.
        policy: How a value is chosen.
        independent: Counts independent sources.
    """
    groups: dict[SeriesKey, tuple[Entity, list[Claim]]] = {}
    for claim in claims:
        if why_left(claim, wanted) is not None:
            continue
        for entity in holders(claim, wanted.by, resolver):
            groups.setdefault(_key(claim, entity, wanted, resolver), (entity, []))[1].append(claim)
    return [_series(wanted, entity, key, found, policy, independent) for key, (entity, found) in groups.items()]


def why_left(claim: Claim, wanted: Wanted) -> str | None:
    """Return why a claim comes into no cell of a series, one of `LEFT`, or None where it comes into one.

    Args:
        claim: The claim.
        wanted: What is asked for.
    """
    if claim.modality != wanted.modality:
        return "modality"
    if claim.value is None:
        return "vague"
    if claim.per:
        return "rate"
    if is_amount(claim):
        return "amount"
    if not claim.names(wanted.by):
        return "nameless"
    if claim.each and len(claim.names(wanted.by)) < 2:
        return "each"
    if wanted.by == "place" and _is_of_a_part(claim, wanted.within):
        return "facility"
    return "undated" if _day(claim, wanted) is None else None


def holders(claim: Claim, slot: str, resolver: Resolver) -> tuple[Entity, ...]:
    """Return the entities that a claim's figure belongs to: each of several, or all of them as one.

    Args:
        claim: The claim.
        slot: The slot that holds them.
        resolver: What tells entities.
    """
    names = claim.names(slot)
    if not names:
        return ()
    entities = resolver.entities(slot, names)
    return entities if claim.each or len(entities) == 1 else (together(entities),)


def together(entities: Sequence[Entity]) -> Entity:
    """Return several entities as one: 湖北、四川 that have a figure in common."""
    if len(entities) == 1:
        return entities[0]
    ids = [entity.id for entity in entities if entity.id]
    name = "、".join(entity.name for entity in entities)
    return Entity(
        "、".join(entity.key for entity in entities), name, "、".join(ids) if len(ids) == len(entities) else None
    )


def _is_of_a_part(claim: Claim, within: Collection[str]) -> bool:
    return any(claim.names(slot) for slot in PARTS_OF_PLACES if slot not in within)


def _day(claim: Claim, wanted: Wanted) -> date | None:
    if claim.date_end is None and claim.date_start is None and wanted.undated == "reported":
        return claim.reported
    return claim.date_end


def _key(claim: Claim, entity: Entity, wanted: Wanted, resolver: Resolver) -> SeriesKey:
    context: list[tuple[str, str]] = []
    if claim.place and wanted.by != "place" and wanted.by not in PLACED:
        context.append(("place", together(resolver.entities("place", claim.place)).name))
    if claim.excluding:
        context.append(("excluding", together(resolver.entities("excluding", claim.excluding)).name))
    for role, names in claim.roles:
        if role != wanted.by:
            context.append((role, together(resolver.entities(role, names)).name))
    context.extend((name, str(value)) for name, value in claim.extra)
    return SeriesKey(
        entity.key, claim.type, claim.measure, claim.accumulation, claim.unit, claim.modality, tuple(context)
    )


def _series(
    wanted: Wanted, entity: Entity, key: SeriesKey, claims: list[Claim], policy: Policy, independent: Independent
) -> Series:
    days: dict[date, list[Claim]] = {}
    periods: dict[tuple[date, date], list[Claim]] = {}
    for claim in claims:
        day = _day(claim, wanted)
        if day is None:
            continue
        if key.accumulation == "new" and claim.date_start not in (None, day):
            assert claim.date_start is not None
            periods.setdefault((claim.date_start, day), []).append(claim)
        else:
            days.setdefault(day, []).append(claim)
    cells = tuple(_cell(day, days[day], policy, independent) for day in sorted(days))
    if key.accumulation == "cumulative" and policy.asks_fit:
        cells = fitted(cells)
    spans = tuple(
        Period(first, last, policy.rank(fold(parted(periods[first, last])[0], independent))[0][0])
        for first, last in sorted(periods)
    )
    return Series(wanted.by, entity, key, cells, spans)


def _cell(day: date, claims: list[Claim], policy: Policy, independent: Independent) -> Cell:
    whole, parts = parted(claims)
    ranked, why = policy.rank(fold(whole, independent))
    undated = all(claim.date_end is None for claim in ranked[0].claims)
    told = tuple(fold(parts, independent)) if parts else ()
    return Cell(day, ranked[0], tuple(ranked[1:]), ("reported",) if undated else (), why, told)
