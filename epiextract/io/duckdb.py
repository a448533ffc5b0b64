"""One DuckDB file for a run: documents, events and evidence, and views that answer the usual questions.

Writing the same documents twice changes nothing: what a document gave before is replaced.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from epiextract.errors import ConfigError, FactsError, InputError
from epiextract.events.sequence import Events
from epiextract.io.duckdb_tables import make_tables
from epiextract.io.frames import needs, to_arrow
from epiextract.io.sinks import Sink

if TYPE_CHECKING:
    import duckdb

    from epiextract.text.document import Document

BATCH = 200
"""Documents that are written together."""


class DuckDb(Sink):
    """Writes to the tables ``documents``, ``events`` and ``evidence`` of a DuckDB file.

    Args:
        target: The file; made where it does not exist.
        typed_only: Leave out figures of type ``other``.

    Raises:
        ConfigError: EPX303 where duckdb is not installed, EPX304 where the file is no DuckDB file or cannot be opened.
    """

    def __init__(self, target: str, typed_only: bool = False) -> None:
        super().__init__(target, typed_only)
        self._base = connect(target)
        make_tables(self._base)
        self._waiting: list[tuple[Document | None, Events]] = []

    def write(self, events: Events, document: Document | None = None) -> None:
        """Write the events of a document, in place of those that it gave before."""
        self._waiting.append((document, events))
        if len(self._waiting) >= BATCH:
            self._flush()

    def close(self) -> None:
        """Write what is left, make the views anew and close the file."""
        self._flush()
        self._base.close()

    def _flush(self) -> None:
        if not self._waiting:
            return
        records = [record for _, events in self._waiting for record in events.records(typed_only=self.typed_only)]
        spans = [row for _, events in self._waiting for event in events.figures for row in _evidence(event)]
        docs = {document.id for document, _ in self._waiting if document} | {record["doc"] for record in records}
        base = self._base
        base.execute("BEGIN")
        for table in ("documents", "events", "evidence"):
            base.executemany(f"DELETE FROM {table} WHERE doc = ?", [[doc] for doc in sorted(docs)])
        rows = [[d.id, d.title, d.published, d.source, d.text] for d, _ in self._waiting if d is not None]
        if rows:
            base.executemany("INSERT INTO documents VALUES (?, ?, ?, ?, ?)", rows)
        if records:
            batch = to_arrow(records)  # read by name in the query
            base.register("batch", batch)
            base.execute("INSERT INTO events BY NAME SELECT * FROM batch")
            base.unregister("batch")
        if spans:
            base.executemany("INSERT INTO evidence VALUES (?, ?, ?, ?, ?)", spans)
        base.execute("COMMIT")
        self._waiting = []


def connect(path: str, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Return a connection to a DuckDB file.

    Raises:
        ConfigError: EPX303 where duckdb is not installed, EPX304 where the file cannot be opened.
    """
    try:
        import duckdb
    except ImportError as error:
        raise needs("duckdb", "duckdb") from error
    try:
        return duckdb.connect(path, read_only=read_only)
    except duckdb.Error as error:
        first = str(error).splitlines()[0]
        raise ConfigError("EPX304", f"cannot be opened: {first}", where=path, hint="Name a DuckDB file.") from error


def _evidence(event: Any) -> list[list[Any]]:
    start = event.evidence.start
    return [[event.document.id, start, slot, first, last] for slot, (first, last) in event.evidence.spans.items()]


def ask(path: str | Path, sql: str) -> list[dict[str, Any]]:
    """Return the rows that a question in SQL gives; the file is opened for reading only.

    Args:
        path: A DuckDB file.
        sql: The question.

    Raises:
        InputError: EPX401 where the file is missing.
        FactsError: EPX602 where DuckDB does not understand the question.
    """
    import duckdb

    if not Path(path).is_file():
        raise InputError("EPX401", "no such file", where=str(path), hint="Check the path.")
    with connect(str(path), read_only=True) as base:
        try:
            cursor = base.execute(sql)
        except duckdb.Error as error:
            first = str(error).splitlines()[0]
            raise FactsError(
                "EPX602",
                f"the question fails: {first}",
                hint="Tables: events, evidence, documents, facts, fact_events, entities, conflicts.",
            ) from error
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
