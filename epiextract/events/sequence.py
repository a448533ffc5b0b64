"""`Events`: what a document or a run gave, as a sequence that prints, renders, and turns into records and frames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from epiextract.events.base import Event

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

OTHER = "other"


class Events(Sequence[Event]):
    """An immutable sequence of typed events.

    Iterating, indexing and `len` see the typed events. Figures of type ``other`` (ages, shares, distances) are kept too
    and stand in `figures`.

    Args:
        figures: Events in the order of the text, those of type ``other`` among them.

    >>> import epiextract
    >>> events = epiextract.extract("2月4日，湖南省新增确诊病例72例，其中最大的83岁。", published="2020-02-05")
    >>> len(events), len(events.figures), events[0].quote
    (1, 2, '72例')
    """

    __slots__ = ("_typed", "figures")

    def __init__(self, figures: Iterable[Event] = ()) -> None:
        self.figures: tuple[Event, ...] = tuple(figures)
        self._typed = tuple(event for event in self.figures if event.type != OTHER)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> Events: ...
    def __getitem__(self, index: int | slice) -> Event | Events:
        return Events(self._typed[index]) if isinstance(index, slice) else self._typed[index]

    def __len__(self) -> int:
        return len(self._typed)

    def __iter__(self) -> Iterator[Event]:
        return iter(self._typed)

    def __add__(self, other: Iterable[Event]) -> Events:
        return Events((*self.figures, *_figures(other)))

    def __eq__(self, other: object) -> bool:
        return self.figures == other.figures if isinstance(other, Events) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.figures)

    def __reduce__(self) -> tuple[object, ...]:
        return (Events, (self.figures,))

    def of(self, *types: str) -> Events:
        """Return the figures of the types named.

        >>> Events().of("case_count", "bed")
        Events([])
        """
        return Events(event for event in self.figures if event.type in types)

    def counts(self) -> dict[str, int]:
        """Return the number of typed events by type, the most frequent first."""
        return dict(Counter(event.type for event in self).most_common())

    def records(self, *, typed_only: bool = False) -> list[dict[str, Any]]:
        """Return the flat record of every figure.

        Args:
            typed_only: Leave out those of type ``other``.
        """
        return [event.record() for event in (self._typed if typed_only else self.figures)]

    def to_pandas(self, *, typed_only: bool = False) -> pandas.DataFrame:
        """Return the records as a pandas frame, with the columns of the Arrow schema; see `records`."""
        from epiextract.io.frames import to_pandas

        return to_pandas(self.records(typed_only=typed_only))

    def to_polars(self, *, typed_only: bool = False) -> polars.DataFrame:
        """Return the records as a polars frame, with the columns of the Arrow schema; see `records`."""
        from epiextract.io.frames import to_polars

        return to_polars(self.records(typed_only=typed_only))

    def to_arrow(self, *, typed_only: bool = False) -> pyarrow.Table:
        """Return the records as an Arrow table, by the schema of docs/events.md; see `records`."""
        from epiextract.io.frames import to_arrow

        return to_arrow(self.records(typed_only=typed_only))

    def write(self, path: str | Path, *, typed_only: bool = False) -> None:
        """Write the records to a file, in the format that its name asks for (.jsonl, .csv, .parquet, .duckdb).

        Args:
            path: The file.
            typed_only: Leave out figures of type ``other``.
        """
        from epiextract.io.sinks import open_sink

        with open_sink(path, typed_only=typed_only) as sink:
            sink.write(self)

    @classmethod
    def read(cls, path: str | Path) -> Events:
        """Return the events of a JSON Lines or Parquet file of records."""
        from epiextract.io.records import read_events

        return cls(read_events(path))

    def __repr__(self) -> str:
        return f"Events([{', '.join(f'{e.type} {e.measure} {e.quote}' for e in self)}])"

    def __str__(self) -> str:
        from epiextract.events.table import as_text

        return as_text(self)

    def _repr_html_(self) -> str:
        from epiextract.events.table import as_html

        return as_html(self)


def _figures(events: Iterable[Event]) -> Iterable[Event]:
    return events.figures if isinstance(events, Events) else events
