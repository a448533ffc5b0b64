"""Claims out of files: JSON Lines of flat records, read without building events."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from epiextract.errors import EpiextractError, InputError
from epiextract.facts.claims import Claim, ClaimReader


def read_claims(path: str | Path) -> Iterator[Claim]:
    """Yield the claims of a JSON Lines file of records, as `epiextract extract` writes it.

    Args:
        path: The file.

    Raises:
        InputError: EPX401 where the file is missing, EPX405 for a line that is no record, with its place.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError("EPX401", "no such file", where=str(path), hint="Check the path.")
    return _claims(path)


def _claims(path: Path) -> Iterator[Claim]:
    reader = ClaimReader()
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                if not isinstance(record, dict):
                    raise ValueError("it is no object")
                yield reader.of_record(record)
            except (ValueError, EpiextractError) as error:
                raise InputError(
                    "EPX405", f"is no record: {error}", where=f"{path}:{number}", hint="Give a file of records."
                ) from error
