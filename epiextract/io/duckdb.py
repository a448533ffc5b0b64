"""One DuckDB file for a run: documents, events and evidence, and views that answer the usual questions.

Writing the same documents twice changes nothing: what a document gave before is replaced.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from epiextract.errors import ConfigError, FactsError, InputError
from epiextract.events.base import Event
from epiextract.events.sequence import Events
from epiextract.io.duckdb_tables import make_tables
from epiextract.io.frames import needs, needs_arrow, to_arrow
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
        ConfigError: EPX303 where duckdb or pyarrow is not installed, EPX304 where the file cannot be opened.
    """

    def __init__(self, target: str, typed_only: bool = False) -> None:
        super().__init__(target, typed_only)
        needs_arrow("duckdb")
        self._base = connect(target)
        make_tables(self._base)
        self._waiting: list[tuple[Document | None, Events]] = []
        # two documents of a run may share a name: the second does not take the place of the first
        self._replaced: dict[str, set[str]] = {"documents": set(), "events": set()}

    def write(self, events: Events, document: Document | None = None) -> None:
        """Write the events of a document, in place of those that it gave before."""
        self._waiting.append((document, events))
        if len(self._waiting) >= BATCH:
            self._flush()

    def close(self) -> None:
        """Write what is left and close the file."""
        try:
            self._flush()
        finally:
            self._base.close()

    def _flush(self) -> None:
        # what fails is not tried again when the file is closed: the second error would hide the first
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        self._base.execute("BEGIN")
        try:
            self._replace(waiting)
            self._base.execute("COMMIT")
        except BaseException:
            with suppress(Exception):  # a base that is broken takes nothing back either
                self._base.execute("ROLLBACK")
            raise

    def _replace(self, waiting: list[tuple[Document | None, Events]]) -> None:
        records = [event.record() for _, events in waiting for event in self._kept(events)]
        spans = [row for _, events in waiting for event in self._kept(events) for row in _evidence(event)]
        given = {document.id for document, _ in waiting if document}
        docs = given | {record["doc"] for record in records} | {row[0] for row in spans}
        base = self._base
        # events alone leave the text of their document, which they do not bring
        self._remove(given, "documents", ("documents",))
        self._remove(docs, "events", ("events", "evidence"))
        rows = [[d.id, d.title, d.published, d.source, d.text] for d, _ in waiting if d is not None]
        if rows:
            base.executemany("INSERT INTO documents VALUES (?, ?, ?, ?, ?)", rows)
        if records:
            batch = to_arrow(records)  # read by name in the query
            base.register("batch", batch)
            base.execute("INSERT INTO events BY NAME SELECT * FROM batch")
            base.unregister("batch")
        if spans:
            base.executemany("INSERT INTO evidence VALUES (?, ?, ?, ?, ?)", spans)

    def _kept(self, events: Events) -> Iterable[Event]:
        return events if self.typed_only else events.figures

    def _remove(self, docs: set[str], kind: str, tables: Iterable[str]) -> None:
        old = sorted(docs - self._replaced[kind])
        self._replaced[kind] |= docs
        for table in tables if old else ():
            self._base.executemany(f"DELETE FROM {table} WHERE doc = ?", [[doc] for doc in old])


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
        if Path(path).is_file() and not _is_duckdb(path):
            hint = "Name a file that extract -o wrote, with the ending .duckdb."
            raise ConfigError("EPX304", "is no DuckDB file", where=path, hint=hint) from error
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
    return answer(path, sql)[1]


def answer(path: str | Path, sql: str) -> tuple[list[str], list[dict[str, Any]]]:
    """Return the columns that a question in SQL gives, each by a name of its own, and the rows, as in `ask`.

    Args:
        path: A DuckDB file.
        sql: The question.
    """
    if not Path(path).is_file():
        raise InputError("EPX401", "no such file", where=str(path), hint="Check the path.")
    with connect(str(path), read_only=True) as base:
        import duckdb  # connect has told if there is none

        try:
            cursor = base.execute(sql)
            if cursor is None or not cursor.description:
                raise FactsError("EPX602", "the question is empty", hint="Ask such as SELECT * FROM events LIMIT 5.")
            rows = cursor.fetchall()
        except duckdb.Error as error:
            first = str(error).splitlines()[0]
            raise FactsError(
                "EPX602",
                f"the question fails: {first}",
                hint="Tables: events, evidence, documents, facts, fact_events, entities, conflicts.",
            ) from error
        names = _distinct([column[0] for column in cursor.description])
        return names, [dict(zip(names, row, strict=True)) for row in rows]


def _distinct(names: list[str]) -> list[str]:
    # SELECT e.doc, d.doc gives two columns doc; the second is doc_1, as DuckDB itself names it in frames
    taken: dict[str, None] = {}
    for name in names:
        free, number = name, 0
        while free in taken or (number and free in names):
            number += 1
            free = f"{name}_{number}"
        taken[free] = None
    return list(taken)


def _is_duckdb(path: str) -> bool:
    with open(path, "rb") as file:
        return file.read(12)[8:] == b"DUCK"
