"""Rows as a table on the terminal, or as a file."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from epiextract.errors import ConfigError
from epiextract.events.record import json_number
from epiextract.writing import beside, written

Row = Mapping[str, Any]

# Columns that are read as exactly as the figure: what belongs to it, and lists of others.
WHOLE = frozenset({"unit", "bound", "per", "other_values", "others"})
# Names fold down to so many columns of the terminal: four Chinese characters.
FOLDED = 8
WIDEST = 100_000
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def print_rows(rows: Sequence[Row], title: str | None = None) -> None:
    """Print rows as a table, without the columns that are empty throughout.

    Nothing is cut: on a narrow terminal names fold, while figures, days and units stand whole; elsewhere a table is as
    wide as its content.

    Args:
        rows: Flat rows with the same keys.
        title: A line above the table.
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.measure import Measurement
    from rich.table import Table

    names = [name for name in (rows[0] if rows else ()) if any(row.get(name) not in (None, "") for row in rows)]
    table = Table(title=title, box=SIMPLE_HEAD, pad_edge=False)
    spare = 0
    for name in names:
        widest, whole = _room(name, [row.get(name) for row in rows])
        least = widest if whole else min(widest, FOLDED)
        spare += widest - least
        table.add_column(name, min_width=least, no_wrap=whole, overflow="fold")
    for row in rows:
        table.add_row(*("" if row.get(name) is None else str(row[name]) for name in names))
    console = Console(emoji=False, highlight=False, markup=False)
    width = Measurement.get(console, console.options.update(max_width=WIDEST), table).maximum
    if console.is_terminal:
        # a terminal wraps a line that it has no room for, where the table would cut it
        width = max(console.width, width - spare)
    Console(emoji=False, highlight=False, markup=False, width=max(width, 1)).print(table)


def _room(name: str, values: Sequence[Any]) -> tuple[int, bool]:
    """Return the width of a column, and whether it stands whole: figures, days and units do, names fold."""
    from rich.cells import cell_len

    told = [value for value in values if value not in (None, "")]
    widest = max(cell_len(line) for value in (name, *told) for line in str(value).splitlines() or ("",))
    whole = name in WHOLE or all(isinstance(value, (int, float, Decimal, date)) or _is_day(value) for value in told)
    return widest, whole


def _is_day(value: object) -> bool:
    return isinstance(value, str) and _DAY.fullmatch(value) is not None


def write_rows(rows: Sequence[Row], path: str, columns: Sequence[str] = ()) -> None:
    """Write rows to a file, in the format that its name asks for: .csv, .jsonl or .parquet.

    Args:
        rows: Flat rows with the same keys.
        path: The file.
        columns: Their keys, for a file without rows.

    Raises:
        ConfigError: EPX303 where a library is missing, EPX304 where the name tells no format or the file cannot be
            written.
    """
    write = {".csv": _write_csv, ".jsonl": _write_lines, ".parquet": _write_parquet}.get(Path(path).suffix.lower())
    if write is None:
        hint = "End it in .csv, .jsonl or .parquet, or give -."
        raise ConfigError("EPX304", "the name's ending tells no format", where=path, hint=hint)
    write(rows, path, list(rows[0]) if rows else list(columns))


def _write_csv(rows: Sequence[Row], path: str, columns: list[str]) -> None:
    with written(path) as file:
        writer = csv.DictWriter(file, fieldnames=columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _number(value) for name, value in row.items()} for row in rows)


def _write_lines(rows: Sequence[Row], path: str, columns: list[str]) -> None:
    with written(path) as file:
        for row in rows:
            told = {name: value for name, value in row.items() if value is not None}
            file.write(json.dumps(told, ensure_ascii=False, default=_told) + "\n")


def _number(value: Any) -> Any:
    # a decimal of DuckDB, 661.000000, is written as extract writes it
    return json_number(value) if isinstance(value, Decimal) else value


def _told(value: Any) -> Any:
    return json_number(value) if isinstance(value, Decimal) else str(value)


def _is_wide(value: Any) -> bool:
    return isinstance(value, int) and not -(1 << 63) <= value < 1 << 63


def _exact(value: Any) -> Any:
    # Arrow takes integers of 64 bits; a sum of more is a decimal, and its whole column with it
    return Decimal(str(value)) if isinstance(value, (int, float)) else value


def _write_parquet(rows: Sequence[Row], path: str, columns: list[str]) -> None:
    from epiextract.facts.tables import COLUMNS
    from epiextract.io.frames import facts_layout, needs, to_arrow

    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise needs("pyarrow", "arrow") from error
    if columns == list(COLUMNS):
        table = to_arrow(rows, facts_layout())
    elif not rows:
        table = pa.table({name: pa.array([], pa.string()) for name in columns})
    else:
        wide = {name for name in columns if any(_is_wide(row.get(name)) for row in rows)}
        table = pa.Table.from_pylist([{n: _exact(v) if n in wide else v for n, v in row.items()} for row in rows])
    with beside(path) as unfinished:
        parquet.write_table(table, unfinished.path)
