"""Records as data frames and Arrow tables, all with the columns of `epiextract.io.schema`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from epiextract.errors import ConfigError
from epiextract.io.schema import DATES, NUMBER_TYPE, NUMBERS, arrow_schema, columns

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Record = Mapping[str, Any]
_STEP = Decimal(1).scaleb(-NUMBER_TYPE[1])


def needs(package: str, extra: str) -> ConfigError:
    """Return the error that says which extra to install."""
    return ConfigError("EPX303", f"{package} is not installed", hint=f"Run: pip install 'epiextract[{extra}]'")


def to_pandas(records: Iterable[Record]) -> pandas.DataFrame:
    """Return records as a pandas frame: dates as datetime64, absent slots as missing.

    Raises:
        ConfigError: EPX303 where pandas is not installed.

    >>> to_pandas([{"type": "bed", "value": 900, "date_end": "2020-02-04"}])[["type", "value"]].values.tolist()
    [['bed', 900]]
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise needs("pandas", "pandas") from error
    frame: pandas.DataFrame = pd.DataFrame.from_records(list(records), columns=list(columns()))
    for name in DATES:
        frame[name] = pd.to_datetime(frame[name])
    for name in NUMBERS:
        frame[name] = pd.to_numeric(frame[name])
    return frame


def to_arrow(records: Iterable[Record]) -> pyarrow.Table:
    """Return records as an Arrow table.

    Raises:
        ConfigError: EPX303 where pyarrow is not installed.

    >>> to_arrow([{"type": "bed", "value": 900}]).column("value").to_pylist()
    [Decimal('900.000000')]
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise needs("pyarrow", "arrow") from error
    schema = arrow_schema()
    return pa.Table.from_pylist([_arrow_row(record) for record in records], schema=schema)


def to_polars(records: Iterable[Record]) -> polars.DataFrame:
    """Return records as a polars frame.

    Raises:
        ConfigError: EPX303 where polars or pyarrow is not installed.
    """
    try:
        import polars as pl
    except ImportError as error:
        raise needs("polars", "polars") from error
    frame = pl.from_arrow(to_arrow(records))
    assert isinstance(frame, pl.DataFrame)
    return frame


def _arrow_row(record: Record) -> dict[str, Any]:
    row = dict(record)
    for name in DATES:
        if row.get(name):
            row[name] = date.fromisoformat(row[name])
    for name in NUMBERS:
        if row.get(name) is not None:
            row[name] = Decimal(str(row[name])).quantize(_STEP)
    return row
