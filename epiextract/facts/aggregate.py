"""`aggregate`: the door from events to facts, and `Facts`, which answers questions about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from epiextract.errors import FactsError
from epiextract.events.base import Event
from epiextract.events.sequence import Events
from epiextract.facts.ledger import Ledger, build_ledger
from epiextract.facts.series import Cell, Series, build_series, flag_sums

if TYPE_CHECKING:
    import pandas

STATES = ("case_count", "bed", "testing", "personnel", "facility", "supply")
"""Types whose figures make series; the others make ledgers."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements of different values for one entity, measure and day, and the one that was chosen."""

    series: Series
    cell: Cell


class Facts:
    """What the events of a run say, per entity.

    Args:
        events: Typed events of any number of documents.

    >>> import epiextract
    >>> text = "截至2月3日24时，湖南省累计确诊病例593例。截至2月4日24时，湖南省累计确诊病例661例。"
    >>> facts = epiextract.aggregate(epiextract.extract(text, published="2020-02-05"))
    >>> [(str(cell.day), cell.value) for cell in facts.series(place="湖南省", measure="confirmed")[0]]
    [('2020-02-03', 593), ('2020-02-04', 661)]
    """

    def __init__(self, events: Iterable[Event]) -> None:
        self.events = Events(events)

    def series(
        self,
        *,
        by: str = "place",
        type: str | None = "case_count",
        measure: str | None = None,
        accumulation: str | None = None,
        **entity: str,
    ) -> list[Series]:
        """Return series, the longest first; totals, increases and stocks are series of their own.

        Args:
            by: The slot that holds the entity: ``place``, ``facility``, ``item``, ``org`` …
            type: The type of event; None for all.
            measure: The measure; None for all.
            accumulation: ``cumulative``, ``new`` or ``current``; None for all.
            entity: The entity's name or id, under the slot's name: ``place="湖北省"``.

        Raises:
            FactsError: EPX601 for a slot that no event has.
        """
        slots = {by, *entity}
        for slot in sorted(slots):
            if not any(slot in model_slots(event) for event in self.events) and self.events:
                raise FactsError("EPX601", f"no event has the slot {slot!r}", hint="Group by place or a role.")
        chosen = [
            event
            for event in self.events
            if (type is None or event.type == type)
            and (measure is None or event.measure == measure)
            and all(_names(event, slot, name) for slot, name in entity.items())
        ]
        made = _checked(build_series(chosen, by))
        kept = [one for one in made if accumulation is None or one.accumulation == accumulation]
        return sorted(kept, key=lambda one: (-len(one), one.entity, str(one.measure), str(one.accumulation)))

    def ledger(self, type: str = "donation") -> Ledger:
        """Return the ledger of one type of event: an entry a statement, repeats folded.

        Args:
            type: The type of event.
        """
        return build_ledger(self.events, type)

    @property
    def conflicts(self) -> list[Conflict]:
        """Every day for which the texts give different values, or a value that cannot be."""
        every = (one for kind in STATES for one in self.series(type=kind))
        return [Conflict(one, cell) for one in every for cell in one if cell.others or cell.flags]

    def unresolved(self, slot: str = "place") -> list[tuple[str, int]]:
        """Return names that no id was found for, the most frequent first, for a gazetteer to name.

        Args:
            slot: The slot that holds them.
        """
        missing = Counter(e.name for event in self.events for e in getattr(event, slot, ()) if e.id is None)
        return missing.most_common()

    def rows(self, **asked: Any) -> Iterator[dict[str, Any]]:
        """Yield the flat rows of series; takes what `series` takes."""
        for one in self.series(**asked):
            yield from one.rows()

    def to_pandas(self, **asked: Any) -> pandas.DataFrame:
        """Return series as a pandas frame, one row a day; takes what `series` takes."""
        import pandas as pd

        frame: pandas.DataFrame = pd.DataFrame.from_records(list(self.rows(**asked)))
        if len(frame):
            frame["day"] = pd.to_datetime(frame["day"])
        return frame


def aggregate(events: Iterable[Event] | str | Path) -> Facts:
    """Return the facts of events.

    Args:
        events: Events of any number of documents, a JSON Lines file of records, or a DuckDB file.

    Raises:
        InputError: EPX401 or EPX405 for a file that is missing or holds no records.
    """
    if isinstance(events, (str, Path)):
        return Facts(_read(Path(events)))
    return Facts(events)


def _read(path: Path) -> Iterator[Event]:
    # the room io stands after this one: a door of convenience opens it only when it is asked to
    if path.suffix.lower() == ".duckdb":
        from epiextract.events.record import event_of
        from epiextract.io.duckdb import connect, read_records

        with connect(str(path), read_only=True) as base:
            yield from (event_of(record) for record in read_records(base))
    else:
        from epiextract.io.records import read_events

        yield from read_events(path)


def model_slots(event: Event) -> tuple[str, ...]:
    """Return the slots of an event that hold entities."""
    return ("place", *event.roles)


def _names(event: Event, slot: str, wanted: str) -> bool:
    return any(wanted in (entity.name, entity.id) for entity in getattr(event, slot, ()))


def _checked(series: list[Series]) -> list[Series]:
    """Check totals against increases of the same entity and measure."""
    new = {(s.entity_id or s.entity, s.type, s.measure): s for s in series if s.accumulation == "new"}
    checked = []
    for one in series:
        increase = new.get((one.entity_id or one.entity, one.type, one.measure))
        checked.append(flag_sums(one, increase) if one.accumulation == "cumulative" and increase else one)
    return checked
