"""Rows as a table on the terminal, or as a file."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from epiextract.errors import ConfigError

Row = Mapping[str, Any]


def print_rows(rows: Sequence[Row], title: str | None = None) -> None:
    """Print rows as a table, without the columns that are empty throughout.

    Args:
        rows: Flat rows with the same keys.
        title: A line above the table.
    """
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from epiextract.events.table import WIDTH

    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console = Console(highlight=False, markup=False, width=WIDTH)
    names = [name for name in (rows[0] if rows else ()) if any(row.get(name) not in (None, "") for row in rows)]
    table = Table(*names, title=title, box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*("" if row.get(name) is None else str(row[name]) for name in names))
    console.print(table)


def write_rows(rows: Sequence[Row], path: str) -> None:
    """Write rows to a file, in the format that its name asks for: .csv, .jsonl or .parquet.

    Args:
        rows: Flat rows with the same keys.
        path: The file.

    Raises:
        ConfigError: EPX303 where a library is missing, EPX304 where the name tells no format or the file cannot be
            written.
    """
    write = {".csv": _write_csv, ".jsonl": _write_lines, ".parquet": _write_parquet}.get(Path(path).suffix.lower())
    if write is None:
        hint = "End it in .csv, .jsonl or .parquet, or give -."
        raise ConfigError("EPX304", "the name's ending tells no format", where=path, hint=hint)
    try:
        write(rows, path)
    except OSError as error:
        raise ConfigError("EPX304", f"cannot be written: {error.strerror}", where=path) from error


def _write_csv(rows: Sequence[Row], path: str) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]) if rows else [], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _write_lines(rows: Sequence[Row], path: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            told = {name: value for name, value in row.items() if value is not None}
            file.write(json.dumps(told, ensure_ascii=False, default=str) + "\n")


def _write_parquet(rows: Sequence[Row], path: str) -> None:
    from epiextract.facts.tables import COLUMNS
    from epiextract.io.frames import facts_layout, needs, to_arrow

    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise needs("pyarrow", "arrow") from error
    if rows and list(rows[0]) == list(COLUMNS):
        table = to_arrow(rows, facts_layout())
    else:
        table = pa.Table.from_pylist([dict(row) for row in rows])
    parquet.write_table(table, path)
