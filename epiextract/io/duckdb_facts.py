"""Claims out of a DuckDB file, and facts into it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from epiextract.errors import InputError
from epiextract.facts.claims import Claim, ClaimReader
from epiextract.io.duckdb import connect
from epiextract.io.duckdb_tables import make_tables
from epiextract.io.frames import facts_layout, fitting, needs_arrow, to_arrow

if TYPE_CHECKING:
    import duckdb

    from epiextract.facts import Facts

BATCH = 20_000
# Where there are more events, the spans of their slots are not read: they only colour a page that cannot show so many.
MOST_SPANS = 200_000


def read_claims(path: str | Path) -> tuple[list[Claim], dict[str, str]]:
    """Return the claims of a DuckDB file, and the texts of its documents by id.

    Args:
        path: A file that ``extract -o`` wrote.

    Raises:
        InputError: EPX401 where the file is missing, EPX405 where it has no table of events.
    """
    if not Path(path).is_file():
        raise InputError("EPX401", "no such file", where=str(path), hint="Check the path.")
    with connect(str(path), read_only=True) as base:
        tables = {row[0] for row in base.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        if "events" not in tables:
            raise InputError("EPX405", "has no table of events", where=str(path), hint="Give what extract -o wrote.")
        claims = list(_claims(base))
        if len(claims) <= MOST_SPANS and "evidence" in tables:
            claims = _with_spans(base, claims)
        if "documents" not in tables:
            return claims, {}
        return claims, dict(base.execute("SELECT doc, text FROM documents WHERE text IS NOT NULL").fetchall())


def _claims(base: duckdb.DuckDBPyConnection) -> Iterator[Claim]:
    reader = ClaimReader()
    cursor = base.execute("SELECT * FROM events WHERE type <> 'other'")
    names = [column[0] for column in cursor.description or ()]
    while rows := cursor.fetchmany(BATCH):
        for row in rows:
            yield reader.of_record(dict(zip(names, row, strict=True)))


def _with_spans(base: duckdb.DuckDBPyConnection, claims: Iterable[Claim]) -> list[Claim]:
    spans: dict[tuple[str, int], dict[str, tuple[int, int]]] = {}
    for doc, start, slot, first, last in base.execute("SELECT * FROM evidence").fetchall():
        spans.setdefault((doc, start), {})[slot] = (first, last)
    return [claim._replace(spans=spans.get((claim.source.id, claim.at), {})) for claim in claims]


def save_facts(facts: Facts, path: str | Path) -> int:
    """Write facts, entities and conflicts into a DuckDB file, in place of those that it had, and return their number.

    Args:
        facts: The facts of a run.
        path: The file; made where it does not exist.

    Raises:
        ConfigError: EPX304 where the file cannot be opened.
    """
    needs_arrow("duckdb")
    with connect(str(path)) as base:
        make_tables(base, str(path))
        base.execute("BEGIN")
        for table in ("facts", "fact_events", "entities", "conflicts"):
            base.execute(f"DELETE FROM {table}")
        written = sum(_save_batch(base, batch) for batch in _batches(facts.all_facts()))
        _insert(base, "entities", (_entity(known) for known in facts.entities))
        _insert(base, "conflicts", (_conflict(conflict.row()) for conflict in facts.conflicts))
        base.execute("COMMIT")
    return written


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield batch


def _save_batch(base: duckdb.DuckDBPyConnection, batch: list[tuple[Mapping[str, Any], tuple[Claim, ...]]]) -> int:
    _append(base, "facts", to_arrow((row for row, _ in batch), facts_layout()))
    _insert(
        base,
        "fact_events",
        ({"fact": row["fact"], "doc": claim.source.id, "start": claim.at} for row, claims in batch for claim in claims),
    )
    return len(batch)


def _insert(base: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    pa = needs_arrow("duckdb")
    for batch in _batches(rows):
        held = pa.Table.from_pylist([{key: _plain(value) for key, value in row.items()} for row in batch])
        _append(base, table, held)


def _append(base: duckdb.DuckDBPyConnection, table: str, held: Any) -> None:
    base.register("batch", held)
    base.execute(f"INSERT INTO {table} BY NAME SELECT * FROM batch")
    base.unregister("batch")


def _plain(value: Any) -> Any:
    # a column of ints and floats has no one Arrow type; DuckDB casts text to the column's own
    return str(value) if isinstance(value, (int, float, Decimal)) else value


def _conflict(row: Mapping[str, Any]) -> dict[str, Any]:
    chosen = row["chosen"]
    return {**row, "chosen": None if chosen is None else fitting(chosen)}


def _entity(known: Any) -> dict[str, Any]:
    return {
        "entity": known.entity.key,
        "id": known.entity.id,
        "name": known.entity.name,
        "count": known.total,
        "names": json.dumps(dict(known.names.most_common()), ensure_ascii=False),
        "slots": json.dumps(dict(known.slots.most_common()), ensure_ascii=False),
    }
