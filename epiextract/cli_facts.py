"""The commands that work on events: aggregate, query and report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from epiextract.facts import Facts

Records = Annotated[Path, typer.Argument(help="Records that `extract` wrote: .jsonl or .duckdb.")]
Output = Annotated[str, typer.Option("-o", "--output", help="A .csv, .jsonl or .parquet file; - prints a table.")]
Prefer = Annotated[list[str] | None, typer.Option(help="An outlet to believe first; several times, the best first.")]
Gazetteers = Annotated[
    list[str] | None,
    typer.Option("--gazetteer", help="A CSV or JSON Lines file of your names, or the name of an installed gazetteer."),
]
Reviewed = Annotated[Path | None, typer.Option("--review", help="A review file with your decisions about names.")]

# What a table on a terminal has room for; a file has every column.
PRINTED = (
    "entity", "day", "donor", "supplier", "origin", "facility", "recipient", "destination", "item", "measure",
    "accumulation", "modality", "context", "value", "bound", "unit", "sources", "other_values", "why", "flags", "quote",
)  # fmt: skip


class Show(str, Enum):
    """What `aggregate` shows."""

    series = "series"
    ledger = "ledger"
    sums = "sums"
    parts = "parts"
    conflicts = "conflicts"
    unresolved = "unresolved"


def aggregate(
    events: Records,
    by: Annotated[str, typer.Option(help="The slot that holds the entity: place, facility, item, donor …")] = "place",
    kind: Annotated[str, typer.Option("--type", help="The type of event.")] = "case_count",
    measure: Annotated[str | None, typer.Option(help="Only this measure.")] = None,
    accumulation: Annotated[str | None, typer.Option(help="Only cumulative, new or current.")] = None,
    entity: Annotated[str | None, typer.Option(help="Only this entity, by name or id.")] = None,
    show: Annotated[Show, typer.Option(help="What to show.")] = Show.series,
    ledger: Annotated[bool, typer.Option("--ledger", help="The same as --show ledger.")] = False,
    prefer: Prefer = None,
    gazetteers: Gazetteers = None,
    review: Reviewed = None,
    write_review: Annotated[Path | None, typer.Option(help="Write names that may be one, for you to decide.")] = None,
    undated: Annotated[bool, typer.Option("--undated", help="Set undated figures on their article's day.")] = False,
    output: Output = "-",
) -> None:
    """Aggregate events into daily series per entity, ledgers, sums, wholes with parts, or conflicts.

    A DuckDB file keeps the facts too, in its tables facts, entities and conflicts.
    """
    import epiextract

    facts = epiextract.aggregate(events, prefer=prefer or (), gazetteers=gazetteers or (), review=review)
    if events.suffix.lower() == ".duckdb":
        from epiextract.io.duckdb_facts import save_facts

        save_facts(facts, events)
    if write_review is not None:
        facts.write_review(write_review)
    asked: dict[str, Any] = {"by": by, "type": kind, "measure": measure, "accumulation": accumulation}
    if undated:
        asked["undated"] = "reported"
    rows = _shown(facts, Show.ledger if ledger else show, asked, entity)
    _put(rows, output, PRINTED if show in (Show.series, Show.ledger) else None)


def _shown(facts: Facts, show: Show, asked: dict[str, Any], entity: str | None) -> list[dict[str, Any]]:
    by, kind, measure = asked["by"], asked["type"], asked["measure"]
    only = {by: entity} if entity else {}
    if show is Show.ledger:
        return [row for row in facts.ledger(kind).where(**only).rows() if measure in (None, row["measure"])]
    if show is Show.sums:
        made = facts.sums(by, type=kind, measure=measure)
        return [one.row((by,)) for one in made if not entity or entity in one.entities[0]]
    if show is Show.parts:
        return [whole.row() for whole in facts.roll_up(**asked, **only)]
    if show is Show.conflicts:
        return [one.row() for one in facts.conflicts if not entity or entity in one.entity]
    if show is Show.unresolved:
        return [{"name": name, "count": number} for name, number in facts.unresolved(by)]
    return list(facts.rows(**asked, **only))


def query(
    database: Annotated[Path, typer.Argument(help="A DuckDB file that `extract -o` wrote.")],
    sql: Annotated[str, typer.Argument(help="A question in SQL.")],
    output: Output = "-",
) -> None:
    """Ask a DuckDB file a question in SQL; the file is opened for reading only."""
    from epiextract.io.duckdb import ask

    _put(ask(database, sql), output)


def report(
    events: Records,
    output: Annotated[Path, typer.Option("-o", "--output", help="The HTML page.")] = Path("report.html"),
    title: Annotated[str, typer.Option(help="The page's title.")] = "epiextract",
    prefer: Prefer = None,
    gazetteers: Gazetteers = None,
    review: Reviewed = None,
) -> None:
    """Write one self-contained HTML page: events, series, ledgers, conflicts, every figure beside its sentence."""
    import epiextract
    from epiextract.report.page import write_page

    facts = epiextract.aggregate(events, prefer=prefer or (), gazetteers=gazetteers or (), review=review)
    write_page(facts, output, title=title)
    typer.echo(f"{output}: {output.stat().st_size:,} bytes", err=True)


def _put(rows: list[dict[str, Any]], output: str, printed: Iterable[str] | None = None) -> None:
    from epiextract.report.tables import print_rows, write_rows

    if output != "-":
        write_rows(rows, output)
    elif printed is None:
        print_rows(rows)
    else:
        print_rows([_columns(row, printed) for row in rows])


def _columns(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: row.get(name) for name in names}
