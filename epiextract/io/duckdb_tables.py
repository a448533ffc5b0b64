"""The tables and views of a run's DuckDB file.

``events``, ``evidence`` and ``documents`` are what extraction wrote; ``facts``, ``fact_events``, ``entities`` and
``conflicts`` are what aggregation made of them. Facts are made anew each time, events are replaced document by
document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from epiextract.errors import ConfigError
from epiextract.facts.tables import COLUMNS, DAY, INTEGER, NUMBER
from epiextract.io.schema import DATES, FLAGS, INTEGERS, NUMBER_TYPE, NUMBERS, columns

if TYPE_CHECKING:
    import duckdb

TABLES = {
    "documents": "doc TEXT, title TEXT, published TEXT, source TEXT, text TEXT",
    "evidence": 'doc TEXT, "start" BIGINT, slot TEXT, first BIGINT, last BIGINT',
    "fact_events": 'fact TEXT, doc TEXT, "start" BIGINT',
    "entities": "entity TEXT, id TEXT, name TEXT, count BIGINT, names TEXT, slots TEXT",
    "conflicts": (
        "kind TEXT, entity TEXT, entity_id TEXT, type TEXT, measure TEXT, accumulation TEXT, day DATE, unit TEXT, "
        f"chosen DECIMAL{NUMBER_TYPE}, chosen_sources BIGINT, chosen_docs TEXT, others TEXT, other_docs TEXT, why TEXT"
    ),
}
"""Tables beside ``events`` and ``facts``, whose columns are those of the record and of `epiextract.facts.tables`."""

VIEWS = {
    "case_series": """
        SELECT place, place_code, measure, accumulation, date_end AS day, value, bound, doc, quote
        FROM events WHERE type = 'case_count' AND modality = 'actual' AND date_end IS NOT NULL AND value IS NOT NULL
        ORDER BY place, measure, accumulation, day""",
    "donations": """
        SELECT donor, recipient, via, item, measure, value, unit, bound, modality, date_end AS day, place, doc, quote
        FROM events WHERE type = 'donation' ORDER BY donor, day""",
    "beds": """
        SELECT facility, place, measure, accumulation, value, bound, modality, date_end AS day, doc, quote
        FROM events WHERE type = 'bed' ORDER BY facility, day""",
    "supplies": """
        SELECT item, recipient, supplier, measure, value, unit, per, bound, modality, date_end AS day, place, doc, quote
        FROM events WHERE type = 'supply' ORDER BY item, day""",
    "daily": """
        SELECT entity, entity_id, type, measure, accumulation, context, day, value, unit, bound, sources, flags,
            doc, quote
        FROM facts WHERE form = 'series' AND "by" = 'place' AND modality = 'actual'
            AND coalesce(context, '') NOT LIKE '%excluding %'
        ORDER BY entity, type, measure, accumulation, context, day""",
    "gifts": """
        SELECT donor, recipient, via, item, measure, value, unit, bound, modality, accumulation, day, place, sources,
            flags, fact
        FROM facts WHERE form = 'ledger' AND type = 'donation' ORDER BY donor, day""",
    # running totals and parts of a whole are in the ledger, and in no sum
    "donor_totals": """
        SELECT donor, measure, unit, sum(value) FILTER (modality = 'actual' AND accumulation IS DISTINCT FROM
            'cumulative') AS actual, sum(value) FILTER (modality = 'planned' AND accumulation IS DISTINCT FROM
            'cumulative') AS planned, max(value) FILTER (accumulation = 'cumulative') AS stated_total, count(*) AS gifts
        FROM facts WHERE form = 'ledger' AND type = 'donation' AND donor IS NOT NULL
            AND split_part(coalesce(context, ''), '; ', 1) <> 'each'
            AND coalesce(flags, '') NOT SIMILAR TO '.*(part|unit).*'
        GROUP BY ALL ORDER BY actual DESC NULLS LAST""",
    "fact_sources": """
        SELECT f.fact, f.entity, f.type, f.measure, f.day, f.value AS chosen, e.doc, d.source, d.published, e.value,
            e.quote, e.sentence
        FROM facts f JOIN fact_events l ON l.fact = f.fact JOIN events e ON e.doc = l.doc AND e."start" = l."start"
            AND e.type = f.type LEFT JOIN documents d ON d.doc = e.doc
        ORDER BY f.fact, e.doc, e."start" """,
    "unresolved": "SELECT name, count, slots, names FROM entities WHERE id IS NULL ORDER BY count DESC, name",
}
"""Views that answer the usual questions."""


# What the tables of every version have: a file of an older one is ours too.
_EVER = {
    "documents": {"doc", "title", "published", "source", "text"},
    "events": {"schema", "doc", "start", "end", "quote", "type", "measure", "value"},
    "evidence": {"doc", "start", "slot", "first", "last"},
    "facts": {"schema", "fact", "form"},
    "fact_events": {"fact", "doc", "start"},
    "entities": {"entity", "id", "name", "count", "names", "slots"},
    "conflicts": {"kind", "entity", "chosen", "chosen_docs", "others", "why"},
}


def check_ours(base: duckdb.DuckDBPyConnection, path: str) -> None:
    """Refuse a file that has tables or views of somebody else's under names that are used here.

    A view may be replaced where the file has our events: it is one of an older version.

    Args:
        base: The database.
        path: Its file, for the message.

    Raises:
        ConfigError: EPX304, with the name.
    """
    here = "NOT internal AND schema_name = 'main' AND database_name = current_database()"
    views = {row[0] for row in base.execute(f"SELECT lower(view_name) FROM duckdb_views() WHERE {here}").fetchall()}
    has: dict[str, set[str]] = {view: set() for view in views}
    for table, column in base.execute(f"SELECT table_name, column_name FROM duckdb_columns() WHERE {here}").fetchall():
        has.setdefault(table.lower(), set()).add(column.lower())
    ours = {name: name not in views and needed <= has.get(name, set()) for name, needed in _EVER.items()}
    ours |= {view: view in views and ours["events"] for view in VIEWS}
    for name in ours:
        if name in has and not ours[name]:
            what = f"has a {'view' if name in views else 'table'} {name!r} that epiextract did not make"
            hint = "Name another file: it would be replaced, or mixed with what is written."
            raise ConfigError("EPX304", what, where=path, hint=hint)


def make_tables(base: duckdb.DuckDBPyConnection, path: str) -> None:
    """Make the tables and views where they are missing, and columns that a newer version added.

    Args:
        base: The database.
        path: Its file, for messages.

    Raises:
        ConfigError: EPX304 where a table of somebody else's has the name of one.
    """
    check_ours(base, path)
    for table, listed in TABLES.items():
        base.execute(f"CREATE TABLE IF NOT EXISTS {table} ({listed})")
    _table(base, "events", {name: _event_type(name) for name in columns()})
    _table(base, "facts", {name: _fact_type(kind) for name, kind in COLUMNS.items()})
    for name, query in VIEWS.items():
        base.execute(f"CREATE OR REPLACE VIEW {name} AS {query}")


def _table(base: duckdb.DuckDBPyConnection, table: str, typed: dict[str, str]) -> None:
    listed = ", ".join(f'"{name}" {kind}' for name, kind in typed.items())
    base.execute(f"CREATE TABLE IF NOT EXISTS {table} ({listed})")
    found = base.execute("SELECT column_name FROM duckdb_columns() WHERE table_name = ?", [table]).fetchall()
    for name in typed.keys() - {row[0] for row in found}:
        base.execute(f'ALTER TABLE {table} ADD COLUMN "{name}" {typed[name]}')


def _event_type(name: str) -> str:
    if name in INTEGERS:
        return "BIGINT"
    if name in NUMBERS:
        return f"DECIMAL{NUMBER_TYPE}"
    if name in DATES:
        return "DATE"
    return "BOOLEAN" if name in FLAGS else "TEXT"


def _fact_type(kind: str) -> str:
    return {INTEGER: "BIGINT", NUMBER: f"DECIMAL{NUMBER_TYPE}", DAY: "DATE"}.get(kind, "TEXT")
