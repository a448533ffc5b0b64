"""The commands that work on events: aggregate, query and report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from epiextract.errors import EpiextractError, EventError, FactsError

if TYPE_CHECKING:
    from epiextract.facts import Facts

Records = Annotated[Path, typer.Argument(help="Records that `extract` wrote: .jsonl, .parquet or .duckdb.")]
Output = Annotated[str, typer.Option("-o", "--output", help="A .csv, .jsonl or .parquet file; - prints a table.")]
Prefer = Annotated[list[str] | None, typer.Option(help="An outlet to believe first; several times, the best first.")]
Gazetteers = Annotated[
    list[str] | None,
    typer.Option("--gazetteer", help="A CSV or JSON Lines file of your names, or the name of an installed gazetteer."),
]
Packs = Annotated[
    list[str] | None,
    typer.Option(
        help="A pack, by name or path, that declares a type of these events; several times. Installed ones are known."
    ),
]
Reviewed = Annotated[Path | None, typer.Option("--review", help="A review file with your decisions about names.")]

# What a table on a terminal has room for; a file has every column.
PRINTED = (
    "entity", "day", "place", "donor", "supplier", "org", "origin", "facility", "recipient", "via", "destination",
    "item", "measure", "accumulation", "modality", "context", "value", "bound", "unit", "sources", "other_values",
    "why", "flags", "quote",
)  # fmt: skip

UNKNOWN_TYPE = "EPX201"
# Where an error of the library comes from, by its code, where it does not say so itself.
OPTIONS = {"EPX107": "--packs", "EPX301": "--type"}


class Show(str, Enum):
    """What `aggregate` shows."""

    series = "series"
    ledger = "ledger"
    sums = "sums"
    parts = "parts"
    conflicts = "conflicts"
    unresolved = "unresolved"


# What is asked where the command names none: None stands for all.
DEFAULTS: dict[Show, dict[str, str]] = {Show.conflicts: {}, Show.unresolved: {"by": "place"}}
# The columns of rows that are no rows of facts.
WITHOUT_ROWS = {
    Show.sums: "measure unit actual planned stated_total stock entries sources vague each",
    Show.parts: "entity entity_id type measure accumulation day unit stated sum parts missing flags of",
    Show.conflicts: "kind entity entity_id type measure accumulation day unit chosen chosen_sources chosen_docs others "
    "other_docs why",
    Show.unresolved: "name count",
}


def aggregate(
    events: Records,
    by: Annotated[
        str | None,
        typer.Option(
            help="The slot that holds the entity: place, facility, item, donor … Default: place; for conflicts, any."
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--type", help="The type of event. Default: case_count; for conflicts and unresolved, all."),
    ] = None,
    measure: Annotated[str | None, typer.Option(help="Only this measure.")] = None,
    accumulation: Annotated[str | None, typer.Option(help="Only cumulative, new or current.")] = None,
    entity: Annotated[str | None, typer.Option(help="Only this entity, by any of its names or by id.")] = None,
    show: Annotated[Show, typer.Option(help="What to show.")] = Show.series,
    ledger: Annotated[bool, typer.Option("--ledger", help="The same as --show ledger.")] = False,
    packs: Packs = None,
    prefer: Prefer = None,
    gazetteers: Gazetteers = None,
    review: Reviewed = None,
    write_review: Annotated[Path | None, typer.Option(help="Write names that may be one, for you to decide.")] = None,
    undated: Annotated[
        bool, typer.Option("--undated", help="In series and parts, set undated figures on their article's day.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            help="In series and parts, what another slot must hold: imported=true, excluding=湖北省, facility=…; "
            "several times."
        ),
    ] = None,
    between: Annotated[
        bool, typer.Option("--between-documents", help="Only conflicts of one document with another.")
    ] = False,
    output: Output = "-",
) -> None:
    """Aggregate events into daily series per entity, ledgers, sums, wholes with parts, or conflicts.

    A DuckDB file keeps the facts too, in its tables facts, entities and conflicts.
    """
    from epiextract.io.targets import refuse_inputs, refuse_output, refuse_stdout

    refuse_inputs(output, [events, *(gazetteers or ()), *filter(None, (review,))])
    refuse_stdout(write_review, "--write-review")
    refuse_inputs(write_review, [events, *(gazetteers or ())])
    refuse_output(write_review, output, hint="Name another file with --write-review.")
    facts = _facts(events, packs, prefer=prefer or (), gazetteers=gazetteers or (), review=review)
    show = Show.ledger if ledger else show
    asked = {"by": by, "type": kind, "measure": measure, "accumulation": accumulation}
    for name, default in DEFAULTS.get(show, {"by": "place", "type": "case_count"}).items():
        asked[name] = asked[name] or default
    # what cannot be asked is told before anything is written
    with blaming():
        slots = _slots(asked["by"] or "place", entity, only or ())
        rows = _shown(facts, show, asked, entity, undated, slots, between)
    if events.suffix.lower() == ".duckdb":
        from epiextract.io.duckdb_facts import save_facts

        save_facts(facts, events)
    if write_review is not None:
        facts.write_review(write_review)
    if not rows:
        words = " ".join(f"--{name} {value}" for name, value in {**asked, "entity": entity}.items() if value)
        typer.echo(f"nothing matches --show {show.value} {words}".rstrip(), err=True)
        if show is Show.series:
            _tell_narrower(facts, asked, slots)
    if show in (Show.series, Show.parts):
        _tell_left_out(facts, asked, undated, slots)
    if rows or output != "-":
        # the slot of a series is its entity already; a ledger has none
        told = [name for name in PRINTED if show is Show.ledger or name != (asked["by"] or "place")]
        printed = told if show in (Show.series, Show.ledger) else None
        _put(rows, output, printed, _all_columns(show, asked["by"] or "place"))


def _all_columns(show: Show, by: str) -> list[str]:
    """Return the columns of a file, which has them where it has no row."""
    from epiextract.facts.tables import COLUMNS

    return [by, *WITHOUT_ROWS[show].split()] if show is Show.sums else WITHOUT_ROWS.get(show, " ".join(COLUMNS)).split()


def _facts(events: Path, packs: list[str] | None, **options: Any) -> Facts:
    """Return the facts of a file, once the packs are loaded whose types its events have."""
    import epiextract

    if packs:
        _load(packs)
    try:
        return epiextract.aggregate(events, **options)
    except EventError as error:
        if error.code != UNKNOWN_TYPE:
            raise
    # `extract` uses every installed pack, and one of them may have declared the type
    _load(None)
    try:
        return epiextract.aggregate(events, **options)
    except EventError as error:
        if error.code == UNKNOWN_TYPE:
            error.hint = f"{error.hint}: name it with --packs."
        raise


def _load(packs: list[str] | None) -> None:
    from epiextract.packs.discovery import find_packs

    with blaming():
        find_packs(packs)


@contextmanager
def blaming() -> Iterator[None]:
    """Say of an error which option it comes from, where its code tells and it does not say so itself."""
    try:
        yield
    except EpiextractError as error:
        error.where = error.where or OPTIONS.get(error.code)
        raise


def _slots(by: str, entity: str | None, only: Iterable[str]) -> dict[str, str | bool]:
    """Return what is asked of slots: ``imported=true`` is True."""
    slots: dict[str, str | bool] = {by: entity} if entity else {}
    for word in only:
        slot, equals, value = word.partition("=")
        if not equals or not value:
            raise FactsError("EPX601", f"{word!r} asks nothing of a slot", where="--only", hint="Give SLOT=VALUE.")
        slots[slot] = {"true": True, "false": False}.get(value.lower(), value)
    return slots


def _tell_narrower(facts: Facts, asked: Mapping[str, Any], slots: Mapping[str, Any]) -> None:
    """Say which series come only where they are asked for, such as those of imported cases."""
    from epiextract.facts.asking import EXCLUDING, extras

    for slot in (*extras(asked["type"]), EXCLUDING):
        narrower: dict[str, Any] = {**asked, **slots, slot: True}
        found = () if slot in slots else facts.series(**narrower)
        if found:
            typer.echo(f"with --only {slot}=true there is something: {len(found):,} series", err=True)


def _tell_left_out(facts: Facts, asked: Mapping[str, Any], undated: bool, slots: Mapping[str, Any]) -> None:
    """Say how many figures come into none of the series, and why."""
    from epiextract.facts.series import LEFT

    left = facts.left_out(**asked, undated="reported" if undated else "leave", **slots)
    if left:
        told = "; ".join(f"{len(claims):,} {why} ({LEFT[why]})" for why, claims in left.items())
        typer.echo(f"left out: {told}", err=True)
    if "undated" in left and not undated:
        typer.echo("--undated sets figures without a date on their article's day, where that is known", err=True)


def _shown(
    facts: Facts,
    show: Show,
    asked: dict[str, str | None],
    entity: str | None,
    undated: bool,
    slots: Mapping[str, str | bool],
    between: bool,
) -> list[dict[str, Any]]:
    """Return the rows of what is asked for; only conflicts are asked for without a slot or a type."""
    from epiextract.facts.asking import check_slots

    by, kind = asked["by"] or "place", asked["type"] or "case_count"
    only = {by: entity} if entity else {}
    kept: dict[str, Any] = {"measure": asked["measure"], "accumulation": asked["accumulation"]}
    if show is Show.ledger:
        check_slots((by,))
        return list(facts.ledger(kind).where(**kept, **only).rows())
    if show is Show.sums:
        is_asked = facts.resolver.named(by, entity) if entity else None
        made = facts.sums(by, type=kind, **kept)
        return [one.row((by,)) for one in made if is_asked is None or is_asked(one.entities[0])]
    if show is Show.conflicts:
        return [one.row() for one in facts.conflicts_of(**asked, entity=entity, between_documents=between or None)]
    if show is Show.unresolved:
        names = facts.unresolved(by, type=asked["type"], **kept, entity=entity)
        return [{"name": name, "count": number} for name, number in names]
    series: dict[str, Any] = {"by": by, "type": kind, **kept, "undated": "reported" if undated else "leave"}
    series |= slots
    return [whole.row() for whole in facts.roll_up(**series)] if show is Show.parts else list(facts.rows(**series))


def query(
    database: Annotated[Path, typer.Argument(help="A DuckDB file that `extract -o` wrote.")],
    sql: Annotated[str, typer.Argument(help="A question in SQL.")],
    output: Output = "-",
) -> None:
    """Ask a DuckDB file a question in SQL; the file is opened for reading only."""
    from epiextract.io.duckdb import answer

    columns, rows = answer(database, sql)
    _put(rows, output, columns=columns)


def report(
    events: Records,
    output: Annotated[Path, typer.Option("-o", "--output", help="The HTML page; - for standard output.")] = Path(
        "report.html"
    ),
    title: Annotated[str, typer.Option(help="The page's title.")] = "epiextract",
    prefer: Prefer = None,
    gazetteers: Gazetteers = None,
    review: Reviewed = None,
    packs: Packs = None,
) -> None:
    """Write one self-contained HTML page: events, series, ledgers, conflicts, every figure beside its sentence."""
    from epiextract.io.targets import refuse_inputs
    from epiextract.report.page import render, write_page

    refuse_inputs(output, [events, *(gazetteers or ()), *filter(None, (review,))])
    facts = _facts(events, packs, prefer=prefer or (), gazetteers=gazetteers or (), review=review)
    if str(output) == "-":
        typer.echo(render(facts, title=title), nl=False)
        return
    write_page(facts, output, title=title)
    typer.echo(f"{output}: {output.stat().st_size:,} bytes", err=True)


def _put(
    rows: list[dict[str, Any]], output: str, printed: Iterable[str] | None = None, columns: Sequence[str] = ()
) -> None:
    from epiextract.report.tables import print_rows, write_rows

    if output != "-":
        write_rows(rows, output, columns)
    elif printed is None:
        print_rows(rows)
    else:
        print_rows([_columns(row, printed) for row in rows])


def _columns(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: row.get(name) for name in names}
