"""Flat rows as data frames and Arrow tables: records of events, or rows with a layout of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from epiextract.errors import ConfigError
from epiextract.io.schema import DATES, NUMBER_TYPE, NUMBERS, arrow_schema, columns

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Row = Mapping[str, Any]
_STEP = Decimal(1).scaleb(-NUMBER_TYPE[1])
# the usual context has 28 digits and raises for 23 before the point, which the type holds
_WIDE = Context(prec=NUMBER_TYPE[0])


def needs(package: str, extra: str) -> ConfigError:
    """Return the error that says which extra to install."""
    return ConfigError("EPX303", f"{package} is not installed", hint=f"Run: pip install 'epiextract[{extra}]'")


def needs_arrow(extra: str) -> Any:
    """Return the module pyarrow, or tell which extra brings it.

    Args:
        extra: The extra of what goes through Arrow.

    Raises:
        ConfigError: EPX303 where it is not installed.
    """
    try:
        import pyarrow
    except ImportError as error:
        raise needs("pyarrow", extra) from error
    return pyarrow


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of flat rows, and what they hold.

    Args:
        columns: Their names, in order.
        dates: Those with ISO dates.
        numbers: Those with values, decimals in Arrow.
        schema: Gives the Arrow schema; called only where pyarrow is there.
    """

    columns: tuple[str, ...]
    dates: frozenset[str]
    numbers: frozenset[str]
    schema: Callable[[], pyarrow.Schema]

    def typed(self, row: Row) -> dict[str, Any]:
        """Return *row* with the values that Arrow wants; a value that none of its numbers can be is vague."""
        typed = dict(row)
        for name in self.dates:
            if typed.get(name):
                typed[name] = date.fromisoformat(typed[name])
        for name in self.numbers:
            if typed.get(name) is not None:
                typed[name] = fitting(typed[name])
        if typed.get("value") is None and row.get("value") is not None:
            # the quote tells the number; a record without a value has this bound and no upper end
            typed |= {"value_max": None, "bound": "vague"}
        return typed


def fitting(value: int | float | Decimal) -> Decimal | None:
    """Return a number as the columns of Arrow and DuckDB hold it, rounded to six places.

    What has more than 32 digits before the point, or nothing left of it after rounding, is None: any number there
    would be wrong.

    Args:
        value: The number.

    >>> fitting(10**23), fitting(10**32), fitting(2.5e-07)
    (Decimal('100000000000000000000000.000000'), None, None)
    """
    number = Decimal(str(value))
    try:
        held = number.quantize(_STEP, context=_WIDE)
    except InvalidOperation:
        return None
    return held if held or not number else None


def records_layout() -> Layout:
    """Return the layout of records of events."""
    return Layout(columns(), DATES, NUMBERS, arrow_schema)


def facts_layout() -> Layout:
    """Return the layout of rows of facts."""
    from epiextract.facts.tables import COLUMNS, DAY, NUMBER, facts_schema

    dates = frozenset(name for name, kind in COLUMNS.items() if kind == DAY)
    numbers = frozenset(name for name, kind in COLUMNS.items() if kind == NUMBER)
    return Layout(tuple(COLUMNS), dates, numbers, facts_schema)


def to_pandas(rows: Iterable[Row], layout: Layout | None = None) -> pandas.DataFrame:
    """Return rows as a pandas frame: dates as datetime64, absent slots as missing.

    Args:
        rows: Flat rows.
        layout: Their columns; None for records of events.

    Raises:
        ConfigError: EPX303 where pandas is not installed.

    >>> to_pandas([{"type": "bed", "value": 900, "date_end": "2020-02-04"}])[["type", "value"]].values.tolist()
    [['bed', 900]]
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise needs("pandas", "pandas") from error
    layout = layout or records_layout()
    frame: pandas.DataFrame = pd.DataFrame.from_records(list(rows), columns=list(layout.columns))
    for name in layout.dates:
        frame[name] = pd.to_datetime(frame[name])
    for name in layout.numbers:
        frame[name] = pd.to_numeric(frame[name])
    return frame


def to_arrow(rows: Iterable[Row], layout: Layout | None = None) -> pyarrow.Table:
    """Return rows as an Arrow table.

    Args:
        rows: Flat rows.
        layout: Their columns; None for records of events.

    Raises:
        ConfigError: EPX303 where pyarrow is not installed.

    >>> to_arrow([{"type": "bed", "value": 900}]).column("value").to_pylist()
    [Decimal('900.000000')]
    """
    pa = needs_arrow("arrow")
    layout = layout or records_layout()
    return pa.Table.from_pylist([layout.typed(row) for row in rows], schema=layout.schema())


def to_polars(rows: Iterable[Row], layout: Layout | None = None) -> polars.DataFrame:
    """Return rows as a polars frame.

    Args:
        rows: Flat rows.
        layout: Their columns; None for records of events.

    Raises:
        ConfigError: EPX303 where polars or pyarrow is not installed.
    """
    try:
        import polars as pl
    except ImportError as error:
        raise needs("polars", "polars") from error
    needs_arrow("polars")
    frame = pl.from_arrow(to_arrow(rows, layout))
    assert isinstance(frame, pl.DataFrame)
    return frame
