"""Where a run writes its events: JSON Lines, CSV, Parquet or DuckDB, chosen by the file's name."""

from __future__ import annotations

import csv
import json
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

from epiextract.errors import ConfigError
from epiextract.events.sequence import Events
from epiextract.io.schema import columns
from epiextract.writing import Beside

if TYPE_CHECKING:
    from epiextract.text.document import Document

STDOUT = "-"


class Sink:
    """A place that takes the events of one document after another.

    The file is written beside its place, with ``.part`` behind its name, and comes there when it is closed. Where an
    exception ends the ``with`` block, what was written stays under that name, which `left` tells.

    Args:
        target: The file, or ``-`` for standard output.
        typed_only: Leave out figures of type ``other``.
    """

    def __init__(self, target: str, typed_only: bool = False) -> None:
        self.target = target
        self.typed_only = typed_only
        self.left: str | None = None
        self._beside = None if target == STDOUT else Beside(target)
        self._documents = 0

    def write(self, events: Events, document: Document | None = None) -> None:
        """Write the events of a document."""
        self._documents += 1
        self._write(events, document)

    def close(self) -> None:
        """Finish the file and bring it to its place."""
        try:
            self._finish()
            if self._beside is not None:
                self._put(self._beside)
        except BaseException:
            self._leave()
            raise

    def _write(self, events: Events, document: Document | None) -> None:
        raise NotImplementedError

    def _finish(self) -> None:
        """Close the file, whatever becomes of it."""

    def _put(self, beside: Beside) -> None:
        beside.put()

    def _leave(self) -> None:
        # what nothing was written to is of no use to anybody
        if self._beside is not None and self._beside.path != self._beside.target:
            if self._documents:
                self.left = self._beside.left
            else:
                self._beside.remove()

    def __enter__(self) -> Sink:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
            return
        with suppress(Exception):  # the first error is told, not one that it leads to
            self._finish()
        self._leave()


class _TextSink(Sink):
    def __init__(self, target: str, typed_only: bool = False) -> None:
        super().__init__(target, typed_only)
        self._file: IO[str] = sys.stdout if self._beside is None else self._beside.opened()

    def _finish(self) -> None:
        if self._file is sys.stdout:
            self._file.flush()
        else:
            self._file.close()


class JsonLines(_TextSink):
    """One record a line."""

    def _write(self, events: Events, document: Document | None) -> None:
        for record in events.records(typed_only=self.typed_only):
            self._file.write(json.dumps(record, ensure_ascii=False) + "\n")


class Csv(_TextSink):
    """One record a row, always with all columns, so that files of several runs fit together."""

    def __init__(self, target: str, typed_only: bool = False) -> None:
        super().__init__(target, typed_only)
        self._writer = csv.DictWriter(self._file, fieldnames=list(columns()), restval="", lineterminator="\n")
        self._writer.writeheader()

    def _write(self, events: Events, document: Document | None) -> None:
        self._writer.writerows(events.records(typed_only=self.typed_only))


class Parquet(Sink):
    """An Arrow table in a Parquet file, written a batch of records at a time."""

    BATCH = 20_000

    def __init__(self, target: str, typed_only: bool = False) -> None:
        super().__init__(target, typed_only)
        from epiextract.io.frames import needs
        from epiextract.io.schema import arrow_schema

        try:
            from pyarrow import parquet
        except ImportError as error:
            raise needs("pyarrow", "arrow") from error
        beside = self._beside or Beside(target)
        beside.opened().close()
        self._records: list[dict[str, Any]] = []
        self._writer = parquet.ParquetWriter(beside.path, arrow_schema())

    def _write(self, events: Events, document: Document | None) -> None:
        self._records.extend(events.records(typed_only=self.typed_only))
        if len(self._records) >= self.BATCH:
            self._flush()

    def _finish(self) -> None:
        try:
            self._flush()
        finally:
            self._writer.close()

    def _flush(self) -> None:
        from epiextract.io.frames import to_arrow

        # what fails is not tried again when the file is closed: the second error would hide the first
        records, self._records = self._records, []
        if records:
            self._writer.write_table(to_arrow(records))


def _duckdb(target: str, typed_only: bool = False) -> Sink:
    from epiextract.io.duckdb import DuckDb

    return DuckDb(target, typed_only)


FORMATS = {".jsonl": JsonLines, ".ndjson": JsonLines, ".csv": Csv, ".parquet": Parquet, ".duckdb": _duckdb}


def open_sink(path: str | Path, *, typed_only: bool = False) -> Sink:
    """Return a sink for a file, by the ending of its name; ``-`` is JSON Lines on standard output.

    Args:
        path: The file.
        typed_only: Leave out figures of type ``other``.

    Raises:
        ConfigError: EPX303 where a library is missing, EPX304 for an ending that names no format, or a file that
            cannot be written.
    """
    target = str(path)
    if target == STDOUT:
        return JsonLines(target, typed_only)
    made = FORMATS.get(Path(target).suffix.lower())
    if made is None:
        raise ConfigError(
            "EPX304",
            "the name's ending tells no format",
            where=target or "''",
            hint=f"End it in {', '.join(FORMATS)}, or give -.",
        )
    return made(target, typed_only)
