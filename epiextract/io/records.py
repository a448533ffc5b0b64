"""Reading records back: JSON Lines of flat records to events."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from epiextract.errors import EpiextractError, InputError
from epiextract.events.base import Event
from epiextract.events.record import event_of


def read_events(path: str | Path) -> Iterator[Event]:
    """Yield the events of a JSON Lines file of records, as `epiextract extract` writes it.

    Raises:
        InputError: EPX401 where the file is missing, EPX405 for a line that is no record, with its place.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError("EPX401", "no such file", where=str(path), hint="Check the path.")
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                if not isinstance(record, dict):
                    raise ValueError("it is no object")
                yield event_of(record)
            except (ValueError, EpiextractError) as error:
                raise InputError(
                    "EPX405", f"is no record: {error}", where=f"{path}:{number}", hint="Give a file of records."
                ) from error
