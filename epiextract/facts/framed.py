"""Series as flat rows and as frames of pandas, polars and Arrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from epiextract.facts.series import Series


class Framed:
    """What has series gives them as rows and frames too."""

    def series(self, *args: Any, **asked: Any) -> list[Series]:
        """Return the series asked for."""
        raise NotImplementedError

    def rows(self, **asked: Any) -> Iterator[dict[str, Any]]:
        """Yield the flat rows of series; takes what `series` takes."""
        for one in self.series(**asked):
            yield from one.rows()

    def to_pandas(self, **asked: Any) -> pandas.DataFrame:
        """Return series as a pandas frame, one row a day; takes what `series` takes."""
        from epiextract.io.frames import facts_layout, to_pandas

        return to_pandas(self.rows(**asked), facts_layout())

    def to_polars(self, **asked: Any) -> polars.DataFrame:
        """Return series as a polars frame, one row a day; takes what `series` takes."""
        from epiextract.io.frames import facts_layout, to_polars

        return to_polars(self.rows(**asked), facts_layout())

    def to_arrow(self, **asked: Any) -> pyarrow.Table:
        """Return series as an Arrow table, one row a day; takes what `series` takes."""
        from epiextract.io.frames import facts_layout, to_arrow

        return to_arrow(self.rows(**asked), facts_layout())
