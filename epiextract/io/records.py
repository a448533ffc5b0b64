"""Reading records back: JSON Lines of flat records, as they are, as events, or as what another room makes of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from epiextract.errors import EpiextractError, EventError, InputError
from epiextract.events.base import Event
from epiextract.events.record import event_of

T = TypeVar("T")


def read_records(path: str | Path, of: Callable[[dict[str, Any]], T]) -> Iterator[T]:
    """Yield what *of* makes of each record of a JSON Lines file.

    Args:
        path: The file.
        of: Takes a record; raises ValueError, KeyError or an error of epiextract where it is none.

    Raises:
        InputError: EPX401 where the file is missing, at once; EPX405 for a line that is no record, with its place.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError("EPX401", "no such file", where=str(path), hint="Check the path.")
    return _records(path, of)


def _records(path: Path, of: Callable[[dict[str, Any]], T]) -> Iterator[T]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _record(line, f"{path}:{number}", of)


def _record(line: str, where: str, of: Callable[[dict[str, Any]], T]) -> T:
    try:
        record = json.loads(line)
        if not isinstance(record, dict):
            raise ValueError("it is no object")
        return of(record)
    except KeyError as error:
        raise InputError("EPX405", f"is no record: it has no {error}", where=where, hint=HINT) from error
    except (ValueError, TypeError, EpiextractError) as error:
        if isinstance(error, EventError) and error.code == "EPX201":
            # a record all the same, of a type that no loaded pack declares
            error.where = where
            raise
        raise InputError("EPX405", f"is no record: {error}", where=where, hint=HINT) from error


HINT = "Give a file of records."


def read_events(path: str | Path) -> Iterator[Event]:
    """Yield the events of a JSON Lines file of records, as `epiextract extract` writes it.

    Args:
        path: The file.

    Raises:
        InputError: EPX401 where the file is missing, EPX405 for a line that is no record, with its place.
    """
    return read_records(path, event_of)
