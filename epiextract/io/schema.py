"""The columns of the flat record, version 1, and their Arrow types: one documented, versioned schema."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from epiextract.events.base import SCHEMA
from epiextract.events.record import BODY, HEAD, TAIL, extra_fields
from epiextract.events.registry import event_model, event_types

if TYPE_CHECKING:
    import pyarrow

INTEGERS = frozenset({"schema", "start", "end"})
NUMBERS = frozenset({"value", "value_max"})
DATES = frozenset({"date_start", "date_end", "reported"})
FLAGS = frozenset({"each", "imported"})
NUMBER_TYPE = (38, 6)
"""Precision and scale of the decimal that holds values in Arrow."""


def columns() -> tuple[str, ...]:
    """Return the keys that a record may have, in their order: those of every event, roles, extras, ids, document.

    >>> columns()[:5], "donor" in columns(), columns()[-1]
    (('schema', 'doc', 'start', 'end', 'quote'), True, 'source')
    """
    return _columns(event_types())


@lru_cache(maxsize=8)
def _columns(types: tuple[str, ...]) -> tuple[str, ...]:
    models = [event_model(kind) for kind in types]
    roles = dict.fromkeys(role for model in models for role in model.roles)
    extras = dict.fromkeys(name for model in models for name in extra_fields(model))
    return (*HEAD, *BODY, *roles, *extras, "place_code", *(f"{role}_id" for role in roles), *TAIL)


def arrow_schema() -> pyarrow.Schema:
    """Return the Arrow schema of records; its metadata hold the schema's version.

    >>> arrow_schema().field("value").type
    Decimal128Type(decimal128(38, 6))
    """
    import pyarrow as pa

    def kind(name: str) -> pa.DataType:
        if name in INTEGERS:
            return pa.int64()
        if name in NUMBERS:
            return pa.decimal128(*NUMBER_TYPE)
        if name in DATES:
            return pa.date32()
        return pa.bool_() if name in FLAGS else pa.string()

    return pa.schema([(name, kind(name)) for name in columns()], metadata={"epiextract.schema": str(SCHEMA)})
