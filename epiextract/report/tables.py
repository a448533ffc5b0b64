"""Rows as a table on the terminal, or as a CSV file."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
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
    """Write rows to a CSV file.

    Args:
        rows: Flat rows with the same keys.
        path: The file.

    Raises:
        ConfigError: EPX304 where the file cannot be written.
    """
    try:
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, fieldnames=list(rows[0]) if rows else [], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    except OSError as error:
        raise ConfigError("EPX304", f"cannot be written: {error.strerror}", where=path) from error
