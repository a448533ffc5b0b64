"""Facts as frames of pandas, polars and Arrow: series, and the entries of ledgers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


class Framed:
    """What has flat rows of facts gives them as frames too, with the columns of `epiextract.facts.tables`."""

    __slots__ = ()

    def rows(self, *args: Any, **asked: Any) -> Iterator[dict[str, Any]]:
        """Yield flat rows."""
        raise NotImplementedError

    def to_pandas(self, **asked: Any) -> pandas.DataFrame:
        """Return the rows as a pandas frame; takes what `rows` takes."""
        from epiextract.io.frames import facts_layout, to_pandas

        return to_pandas(self.rows(**asked), facts_layout())

    def to_polars(self, **asked: Any) -> polars.DataFrame:
        """Return the rows as a polars frame; takes what `rows` takes."""
        from epiextract.io.frames import facts_layout, to_polars

        return to_polars(self.rows(**asked), facts_layout())

    def to_arrow(self, **asked: Any) -> pyarrow.Table:
        """Return the rows as an Arrow table; takes what `rows` takes."""
        from epiextract.io.frames import facts_layout, to_arrow

        return to_arrow(self.rows(**asked), facts_layout())
