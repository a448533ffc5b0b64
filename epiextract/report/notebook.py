"""Facts in a notebook: tables and charts as HTML that needs nothing from outside."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from epiextract.report.charts import flow_chart, line_chart

if TYPE_CHECKING:
    from epiextract.facts import Facts, Ledger, Series

MOST_CHARTS = 6
MOST_ROWS = 30
SERIES_COLUMNS = ("day", "value", "bound", "sources", "other_values", "why", "flags", "quote", "doc")
LEDGER_COLUMNS = ("day", "donor", "supplier", "org", "origin", "facility", "recipient", "destination", "via", "item")
ENTRY_COLUMNS = ("measure", "value", "unit", "modality", "accumulation", "flags", "sources", "quote", "doc")


def series_html(series: Sequence[Series]) -> str:
    """Return the charts of series, and the days of the first as a table.

    Args:
        series: The series.
    """
    charts = "".join(line_chart(one) for one in series[:MOST_CHARTS])
    return charts + (table(series[0].rows(), SERIES_COLUMNS) if series else "<p>No series.</p>")


def ledger_html(ledger: Ledger) -> str:
    """Return the flows of a ledger as a chart, and its entries as a table.

    Args:
        ledger: The ledger.
    """
    return flow_chart(ledger) + table(ledger.rows(), (*LEDGER_COLUMNS, "place", "context", *ENTRY_COLUMNS))


def facts_html(facts: Facts) -> str:
    """Return what a run holds: counts by type, the longest series, conflicts by kind.

    Args:
        facts: The facts.
    """
    counts = facts.counts()
    types = table(({"type": kind, "events": number} for kind, number in counts.items()), ("type", "events"))
    kinds = ({"conflict": kind, "number": number} for kind, number in facts.conflict_counts().items())
    charts = "".join(line_chart(one) for one in facts.series()[:MOST_CHARTS] if len(one) > 1)
    return f"<p>{html.escape(repr(facts)[1:-1])}</p>{types}{charts}{table(kinds, ('conflict', 'number'))}"


def table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """Return rows as a table, without columns that are empty throughout; long ones are cut and say so.

    Args:
        rows: Flat rows.
        columns: The columns, in order.

    >>> table([{"day": "2020-02-04", "value": 661, "flags": None}], ("day", "value", "flags"))[49:]
    '<th>value</th></tr></thead><tbody><tr><td>2020-02-04</td><td>661</td></tr></tbody></table>'
    """
    left = iter(rows)
    first = list(islice(left, MOST_ROWS))
    more = sum(1 for _ in left)
    shown = [name for name in columns if any(row.get(name) not in (None, "") for row in first)]
    head = "".join(f"<th>{html.escape(name)}</th>" for name in shown)
    body = "".join("<tr>" + "".join(f"<td>{_cell(row.get(name))}</td>" for name in shown) + "</tr>" for row in first)
    note = f"<p>… and {more:,} more</p>" if more else ""
    return f'<table class="epiextract"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{note}'


def _cell(value: Any) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value:,}"
    return "" if value is None else html.escape(str(value))
