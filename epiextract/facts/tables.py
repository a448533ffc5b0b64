"""Facts as flat rows and as one documented, versioned Arrow schema, `FACTS_SCHEMA`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from epiextract.events.record import json_number

if TYPE_CHECKING:
    import pyarrow

    from epiextract.facts.ledger import Entry
    from epiextract.facts.series import Series
    from epiextract.facts.statements import Statement
FACTS_SCHEMA = 1
"""The version of the rows of facts. A changed or added column raises it."""

TEXT, NUMBER, DAY, INTEGER = "text", "number", "day", "integer"
COLUMNS = {
    "schema": INTEGER,
    "fact": TEXT,
    "form": TEXT,
    "by": TEXT,
    "entity": TEXT,
    "entity_id": TEXT,
    "type": TEXT,
    "measure": TEXT,
    "accumulation": TEXT,
    "modality": TEXT,
    "per": TEXT,
    "context": TEXT,
    "day": DAY,
    "date_start": DAY,
    "value": NUMBER,
    "value_max": NUMBER,
    "unit": TEXT,
    "bound": TEXT,
    "donor": TEXT,
    "recipient": TEXT,
    "via": TEXT,
    "item": TEXT,
    "supplier": TEXT,
    "facility": TEXT,
    "org": TEXT,
    "origin": TEXT,
    "destination": TEXT,
    "place": TEXT,
    "sources": INTEGER,
    "events": INTEGER,
    "other_values": TEXT,
    "why": TEXT,
    "flags": TEXT,
    "doc": TEXT,
    "start": INTEGER,
    "quote": TEXT,
}
"""The columns of a row of facts and what they hold. ``form`` is ``series`` or ``ledger``; see docs/aggregation.md."""

ROLE_COLUMNS = ("donor", "recipient", "via", "item", "supplier", "facility", "org", "origin", "destination", "place")
_PRECISION = (38, 6)


def series_rows(series: Series) -> Iterator[dict[str, Any]]:
    """Yield one row a day of a series, all columns of `COLUMNS` in their order.

    Args:
        series: The series.
    """
    key, entity = series.key, series.entity
    for cell in series:
        own = {slot: name for slot, name in key.context if slot in ROLE_COLUMNS}
        if series.by in ROLE_COLUMNS:
            own[series.by] = entity.name
        yield _row(
            cell.chosen,
            ("series", series.by, key, cell.day),
            form="series",
            by=series.by,
            entity=entity.name,
            entity_id=entity.id,
            type=key.type,
            measure=key.measure,
            accumulation=key.accumulation,
            modality=key.modality,
            context=_told(key.context),
            day=cell.day.isoformat(),
            other_values="、".join(str(json_number(other.value)) for other in cell.others) or None,
            why=cell.why,
            flags="、".join(
                (*cell.flags, *(("values",) if cell.disputed else ()), *(("guess",) if cell.guessed else ()))
            )
            or None,
            **own,
        )


def entry_row(entry: Entry) -> dict[str, Any]:
    """Return the row of an entry of a ledger.

    Args:
        entry: The entry.
    """
    key = entry.key
    named = [(slot, entity.name) for slot, entity in key.slots]
    filled = {slot: name for slot, name in named if slot in ROLE_COLUMNS}
    # 财政部拨付10亿元: a payer has no column of its own, nor have the roles of a pack's types
    others = _told([(slot, name) for slot, name in named if slot not in ROLE_COLUMNS])
    return _row(
        entry.statement,
        ("ledger", key, entry.statement.value, entry.statement.value_max),
        form="ledger",
        type=key.type,
        measure=key.measure,
        accumulation=key.accumulation,
        modality=key.modality,
        per=key.per,
        context="; ".join(part for part in ("each" if key.each else None, others) if part) or None,
        day=key.last and key.last.isoformat(),
        date_start=key.first and key.first.isoformat(),
        flags="、".join(entry.marks) or None,
        **filled,
    )


def _told(slots: Iterable[tuple[str, str]]) -> str | None:
    return "; ".join(f"{slot} {name}" for slot, name in slots) or None


def _row(statement: Statement, identity: object, **own: Any) -> dict[str, Any]:
    claim = statement.claims[0]
    row = dict.fromkeys(COLUMNS) | {
        "schema": FACTS_SCHEMA,
        "fact": fact_id(identity),
        "value": json_number(statement.value),
        "value_max": json_number(statement.value_max),
        "unit": statement.unit,
        "bound": statement.bound,
        "sources": statement.sources,
        "events": len(statement.claims),
        "doc": claim.source.id,
        "start": claim.at,
        "quote": claim.quote,
    }
    return row | own


def fact_id(identity: object) -> str:
    """Return the id of a fact: the same for what makes it one, in every run.

    >>> fact_id(("series", "place", "cn:420000")) == fact_id(("series", "place", "cn:420000"))
    True
    """
    return blake2b(repr(identity).encode(), digest_size=8).hexdigest()


def facts_schema() -> pyarrow.Schema:
    """Return the Arrow schema of rows of facts; its metadata hold the version.

    >>> facts_schema().field("day").type, facts_schema().metadata
    (DataType(date32[day]), {b'epiextract.facts': b'1'})
    """
    import pyarrow as pa

    kinds = {TEXT: pa.string(), NUMBER: pa.decimal128(*_PRECISION), DAY: pa.date32(), INTEGER: pa.int64()}
    fields = [(name, kinds[kind]) for name, kind in COLUMNS.items()]
    return pa.schema(fields, metadata={"epiextract.facts": str(FACTS_SCHEMA)})
