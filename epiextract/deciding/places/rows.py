"""The places of tables: each row's figures are where its name says, and the sums below at no row's place."""

from __future__ import annotations

from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.lists.tables import tables_of
from epiextract.matching.reading import Figure, Reading


def row_place(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place that opens the row of a figure of a table, or None.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: The candidates for its place.
    """
    named = tables_of(reading).places.get(figure.index)
    if named is None:
        return None
    return next((one for one in candidates if one.sentence >= 0 and one.spot.start == named.start), None)


def outside_rows(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that no row names of which a figure is the sum.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: The candidates for its place.
    """
    start = tables_of(reading).sums.get(figure.index)
    if start is None:
        return list(candidates)
    return [one for one in candidates if one.sentence < 0 or one.spot.start < start]
