"""Claims out of files: JSON Lines or Parquet of flat records, read without building events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from epiextract.facts.claims import Claim, ClaimReader
from epiextract.io.records import read_records


def read_claims(path: str | Path) -> Iterator[Claim]:
    """Yield the claims of a JSON Lines or Parquet file of records, as `epiextract extract` writes it.

    Args:
        path: The file.

    Raises:
        InputError: EPX401 where the file is missing, EPX405 for a line that is no record, with its place.
    """
    return read_records(path, ClaimReader().of_record)
