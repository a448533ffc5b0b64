"""Where a run writes its events: JSON Lines, CSV, Parquet or DuckDB, chosen by the file's name."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

from epiextract.errors import ConfigError
from epiextract.events.sequence import Events
from epiextract.io.schema import columns
from epiextract.writing import opened

if TYPE_CHECKING:
    from epiextract.text.document import Document

STDOUT = "-"


class Sink:
    """A place that takes the events of one document after another.

    Args:
        target: The file, or ``-`` for standard output.
        typed_only: Leave out figures of type ``other``.
    """

    def __init__(self, target: str, typed_only: bool = False) -> None:
        self.target = target
        self.typed_only = typed_only

    def write(self, events: Events, document: Document | None = None) -> None:
        """Write the events of a document."""
        raise NotImplementedError

    def close(self) -> None:
        """Finish the file."""

    def __enter__(self) -> Sink:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _TextSink(Sink):
    def __init__(self, target: str, typed_only: bool = False) -> None:
        super().__init__(target, typed_only)
        self._file: IO[str] = sys.stdout if target == STDOUT else opened(target)

    def close(self) -> None:
        if self._file is sys.stdout:
            self._file.flush()
        else:
            self._file.close()


class JsonLines(_TextSink):
    """One record a line."""

    def write(self, events: Events, document: Document | None = None) -> None:
        """Write the events of a document."""
        for record in events.records(typed_only=self.typed_only):
            self._file.write(json.dumps(record, ensure_ascii=False) + "\n")


class Csv(_TextSink):
    """One record a row, always with all columns, so that files of several runs fit together."""

    def __init__(self, target: str, typed_only: bool = False) -> None:
        super().__init__(target, typed_only)
        self._writer = csv.DictWriter(self._file, fieldnames=list(columns()), restval="", lineterminator="\n")
        self._writer.writeheader()

    def write(self, events: Events, document: Document | None = None) -> None:
        """Write the events of a document."""
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
        opened(target).close()
        self._records: list[dict[str, Any]] = []
        self._writer = parquet.ParquetWriter(target, arrow_schema())

    def write(self, events: Events, document: Document | None = None) -> None:
        """Write the events of a document."""
        self._records.extend(events.records(typed_only=self.typed_only))
        if len(self._records) >= self.BATCH:
            self._flush()

    def close(self) -> None:
        """Write what is left and finish the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        from epiextract.io.frames import to_arrow

        if self._records:
            self._writer.write_table(to_arrow(self._records))
            self._records = []


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
