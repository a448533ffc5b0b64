"""One DuckDB file for a run: documents, events and evidence, and views that answer the usual questions.

A run is written to a file of its own. In the end that comes to its place, or, where a file of earlier runs is, what it
holds goes into that one at once: writing the same documents twice changes nothing, since what a document gave before is
replaced.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from epiextract.errors import ConfigError, FactsError, InputError
from epiextract.events.base import Event
from epiextract.events.sequence import Events
from epiextract.io.duckdb_tables import check_ours, make_tables
from epiextract.io.frames import needs, needs_arrow, to_arrow
from epiextract.io.sinks import Sink
from epiextract.writing import Beside

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
        ConfigError: EPX303 where duckdb or pyarrow is not installed, EPX304 where the file cannot be opened or has
            tables of somebody else's under the same names.
    """

    def __init__(self, target: str, typed_only: bool = False) -> None:
        super().__init__(target, typed_only)
        needs_arrow("duckdb")
        beside = self._beside or Beside(target)
        if beside.is_there:
            with connect(target) as base:
                check_ours(base, target)
        beside.remove()
        self._base = connect(beside.path)
        make_tables(self._base, target)
        self._waiting: list[tuple[Document | None, Events]] = []

    def _write(self, events: Events, document: Document | None) -> None:
        self._waiting.append((document, events))
        if len(self._waiting) >= BATCH:
            self._flush()

    def _finish(self) -> None:
        try:
            self._flush()
        finally:
            self._base.close()

    def _put(self, beside: Beside) -> None:
        if not os.path.isfile(self.target):
            beside.put()
            return
        with connect(self.target) as base:
            make_tables(base, self.target)
            # a path is no parameter of ATTACH
            base.execute(f"ATTACH '{beside.path.replace(chr(39), chr(39) * 2)}' AS run (READ_ONLY)")
            with _together(base):
                for table, condition in REPLACED.items():
                    base.execute(f"DELETE FROM {table} WHERE doc IN ({condition})")
                for table in REPLACED:
                    base.execute(f"INSERT INTO {table} BY NAME SELECT * FROM run.{table}")
            base.execute("DETACH run")
        beside.remove()

    def _flush(self) -> None:
        # what fails is not tried again when the file is closed: the second error would hide the first
        waiting, self._waiting = self._waiting, []
        if waiting:
            with _together(self._base):
                self._insert(waiting)

    def _insert(self, waiting: list[tuple[Document | None, Events]]) -> None:
        records = [event.record() for _, events in waiting for event in self._kept(events)]
        spans = [row for _, events in waiting for event in self._kept(events) for row in _evidence(event)]
        rows = [[d.id, d.title, d.published, d.source, d.text] for d, _ in waiting if d is not None]
        base = self._base
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


_OF_RUN = "SELECT doc FROM run.documents"
_TOLD_OF = f"{_OF_RUN} UNION SELECT doc FROM run.events UNION SELECT doc FROM run.evidence"
# events alone leave the text of their document, which they do not bring
REPLACED = {"documents": _OF_RUN, "events": _TOLD_OF, "evidence": _TOLD_OF}
"""The tables of a run, each with the documents whose rows of before its rows replace."""


@contextmanager
def _together(base: duckdb.DuckDBPyConnection) -> Iterator[None]:
    base.execute("BEGIN")
    try:
        yield
        base.execute("COMMIT")
    except BaseException:
        with suppress(Exception):  # a base that is broken takes nothing back either
            base.execute("ROLLBACK")
        raise


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
