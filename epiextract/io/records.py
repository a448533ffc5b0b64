"""Reading records back, of JSON Lines or Parquet: as they are, as events, or as what another room makes of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from epiextract.errors import EpiextractError, EventError, InputError
from epiextract.events.base import Event
from epiextract.events.record import DAYS, event_of, json_scalar
from epiextract.io.frames import needs_arrow
from epiextract.text.document import whole
from epiextract.text.readers import decode

T = TypeVar("T")
_ESCAPED = r"\ud"


def read_records(path: str | Path, of: Callable[[dict[str, Any]], T]) -> Iterator[T]:
    """Yield what *of* makes of each record of a JSON Lines file, or of a Parquet file.

    Args:
        path: The file.
        of: Takes a record; raises ValueError, KeyError or an error of epiextract where it is none.

    Raises:
        InputError: EPX401 where the file is missing, at once; EPX405 for a line that is no record, with its place.
        ConfigError: EPX303 for a Parquet file where pyarrow is not installed.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError("EPX401", "no such file", where=str(path), hint="Check the path.")
    if path.suffix.lower() == ".csv":
        raise InputError(
            "EPX405", "is CSV, which is written for spreadsheets and not read again", where=str(path), hint=HINT
        )
    return _parquet(path, of) if path.suffix.lower() == ".parquet" else _records(path, of)


def _records(path: Path, of: Callable[[dict[str, Any]], T]) -> Iterator[T]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _record(partial(_of_line, line), f"{path}:{number}", of)


def _of_line(line: bytes) -> dict[str, Any]:
    # an editor may have saved the file anew as GB18030
    text = decode(line, "the line")
    record = json.loads(text)
    if not isinstance(record, dict):
        raise ValueError("it is no object")
    # the escape \ud83d alone is half a pair: no file could hold what is made of it
    return record if _ESCAPED not in text.lower() else {name: _whole(value) for name, value in record.items()}


def _whole(value: Any) -> Any:
    return whole(value) if isinstance(value, str) else value


def _parquet(path: Path, of: Callable[[dict[str, Any]], T]) -> Iterator[T]:
    pa = needs_arrow("arrow")
    from pyarrow import parquet

    try:
        batches = parquet.ParquetFile(path).iter_batches()
    except pa.ArrowException as error:
        raise InputError("EPX405", "is no Parquet file", where=str(path), hint=HINT) from error
    number = 0
    for batch in batches:
        for row in batch.to_pylist():
            number += 1
            record = {name: value if name in DAYS else json_scalar(value) for name, value in row.items()}
            yield _record(partial(dict, record), f"{path}:{number}", of)


def _record(read: Callable[[], dict[str, Any]], where: str, of: Callable[[dict[str, Any]], T]) -> T:
    try:
        return of(read())
    except KeyError as error:
        raise InputError("EPX405", f"is no record: it has no {error}", where=where, hint=HINT) from error
    except EpiextractError as error:
        if isinstance(error, EventError) and error.code == "EPX201":
            # a record all the same, of a type that no loaded pack declares
            error.where = where
            raise
        raise InputError("EPX405", f"is no record: {error.message}", where=where, hint=HINT) from error
    except (ValueError, TypeError, RecursionError) as error:
        raise InputError("EPX405", f"is no record: {error}", where=where, hint=HINT) from error


HINT = "Give records as extract wrote them: .jsonl, .parquet, or .duckdb for aggregate and report."


def read_events(path: str | Path) -> Iterator[Event]:
    """Yield the events of a file of records, JSON Lines or Parquet, as `epiextract extract` writes it.

    Args:
        path: The file.

    Raises:
        InputError: EPX401 where the file is missing, EPX405 for a line that is no record, with its place.
    """
    return read_records(path, event_of)
