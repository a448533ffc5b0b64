"""Dates of which only a part is known: a year, a month, a day of a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from epiextract.published import read_published


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known: each part may be absent.

    >>> PartialDate(2020, 3).last, PartialDate(2020, 3).is_day
    (datetime.date(2020, 3, 31), False)
    >>> str(PartialDate(2020, 3)), str(PartialDate(None, 2, 15))
    ('2020-03', '????-02-15')
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def is_day(self) -> bool:
        """Whether year, month and day are all known."""
        return self.day is not None and self.month is not None and self.year is not None

    @property
    def first(self) -> date | None:
        """The first day that fits, where the year is known."""
        if self.year is None:
            return None
        return make_date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date | None:
        """The last day that fits, where the year is known."""
        if self.year is None:
            return None
        if self.day is not None:
            return self.first
        return month_end(self.year, self.month or 12)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}" if self.year is not None else "????"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day (2月30日).

    >>> make_date(2020, 2, 30) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date | None:
    """Return the last day of a month, None outside the years that Python's calendar knows.

    >>> month_end(2020, 2)
    datetime.date(2020, 2, 29)
    """
    first = make_date(year, month, 1)
    if first is None or first > date(9999, 11, 30):
        return None
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def parse_published(text: object) -> PartialDate | None:
    """Return the date of publication that a metadata field states, as far as it goes: see `read_published`.

    >>> [str(parse_published(text)) for text in ("2020-03", "2020年3月5日", "2020-03-05T08:00:00Z", "Mar 5, 2020")]
    ['2020-03', '2020-03-05', '2020-03-05', '2020-03-05']
    >>> parse_published("昨天") is None
    True
    """
    parts = read_published(text)
    return None if parts is None else PartialDate(*parts)


def as_partial(published: PartialDate | date | str | None) -> PartialDate | None:
    """Return any way of giving a publication date as a `PartialDate`.

    >>> as_partial(date(2020, 2, 3))
    PartialDate(year=2020, month=2, day=3)
    """
    if published is None or isinstance(published, PartialDate):
        return published
    if isinstance(published, date):
        return PartialDate(published.year, published.month, published.day)
    return parse_published(published)
