"""Events as a table: for the terminal by rich, for a notebook as HTML."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import TYPE_CHECKING

from epiextract.events.base import Event
from epiextract.events.slots import names

if TYPE_CHECKING:
    from rich.table import Table

COLUMNS = ("type", "measure", "value", "unit", "date", "place", "who and what", "quote")
WIDTH = 140
"""Columns of a table that is printed elsewhere than on a terminal."""
BOUNDS = {"about": "≈", "over": "≥", "under": "≤"}


def cells(event: Event) -> tuple[str, ...]:
    """Return the words of one row.

    >>> import epiextract
    >>> event = epiextract.extract("截至2020年2月4日24时，湖南省累计确诊病例593例。")[0]
    >>> cells(event)
    ('case_count', 'confirmed, cumulative', '593', 'person', '…2020-02-04', '湖南省', '', '593例')
    """
    measure = ", ".join(
        part
        for part in (event.measure, event.accumulation, None if event.modality == "actual" else event.modality)
        if part
    )
    roles = "  ".join(f"{role}: {names(getattr(event, role))}" for role in event.roles if getattr(event, role))
    place = names(event.place) or ""
    if event.excluding:
        place += f" without {names(event.excluding)}"
    unit = f"{event.unit or ''}/{event.per}" if event.per else event.unit or ""
    return (event.type, measure, _value(event), unit, _dates(event), place, roles, " ".join(event.quote.split()))


def _value(event: Event) -> str:
    if event.value is None:
        return "(vague)"
    shown = f"{event.value:,}"
    if event.value_max is not None:
        shown += f"–{event.value_max:,}"
    return BOUNDS.get(event.bound, "") + shown


def _dates(event: Event) -> str:
    first, last = event.date_start, event.date_end
    if first is None and last is None:
        return ""
    if first == last:
        return str(last)
    return f"{first or ''}…{last or ''}"


def rich_table(events: Iterable[Event], title: str | None = None) -> Table:
    """Return the events as a rich table."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(title=title, header_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for column in COLUMNS:
        whole = column in ("type", "value", "unit", "date")
        table.add_column(column, justify="right" if column == "value" else "left", overflow="fold", no_wrap=whole)
    for event in events:
        table.add_row(*cells(event))
    return table


def as_text(events: Iterable[Event]) -> str:
    """Return the table as text, as wide as the terminal."""
    from rich.console import Console

    console = Console(emoji=False, highlight=False, markup=False)
    if not console.is_terminal:
        console = Console(emoji=False, highlight=False, markup=False, width=WIDTH)
    with console.capture() as capture:
        console.print(rich_table(events))
    return capture.get()


def as_html(events: Iterable[Event]) -> str:
    """Return the table as HTML; the sentence of an event shows on hover."""
    head = "".join(f"<th>{html.escape(column)}</th>" for column in COLUMNS)
    rows = []
    for event in events:
        row = "".join(f"<td>{html.escape(cell)}</td>" for cell in cells(event))
        rows.append(f'<tr title="{html.escape(event.evidence.sentence.strip(), quote=True)}">{row}</tr>')
    return f'<table class="epiextract"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
