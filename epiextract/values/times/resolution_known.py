"""What is known around a time expression, from which it takes what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from epiextract.values.times.partial import PartialDate

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Reach:
    """So many days after publication may lie what the text states without a word of plans.

    Args:
        year: A month and day, or a month, of the year of publication: 4月10日开学, written in February.
        over: The same of the next year: 1月3日 is meant so only a week before, 1月23日 of news in November is past.
        day: A day alone: 26日起, written on the 25th.
    """

    year: int = 90
    over: int = 7
    day: int = 0


@dataclass(slots=True)
class Known:
    """What stands around an expression.

    Args:
        published: The document's own date, as far as it is known.
        anchor: The nearest day or month before the expression.
        future: Whether the text speaks of what is to come.
        lower: A day that the point does not come before: the first end of its range.
        upper: A day that the point does not come after, instead of publication.
        lean: Where a date without a year or a month lies: ``past`` as news has it, in the ``same`` year or month as
            publication, or ``next`` for the first that is not over.
        recent: Whether the point is near to publication rather than to the anchor.
        named_year: The year that was named alone since.
        ahead: Whether its words alone say so: 将在周五, not 至周五共26例.
        past: Whether the point cannot come after publication: 截至, 自…以来.
        reach: How far a point may lie after publication, of which only its words tell.
        sentence_year: The year of a day or month that the same sentence named with its year.
        week: A day that the article named with its weekday.
        took: What was taken from where; `days_of` adds to it.
    """

    published: PartialDate | None
    anchor: date | None
    future: bool = False
    lower: date | None = None
    upper: date | None = None
    recent: bool = False
    ahead: bool = False
    past: bool = False
    named_year: int | None = None
    reach: Reach = field(default_factory=Reach)
    sentence_year: int | None = None
    week: date | None = None
    lean: str = "past"
    took: list[str] = field(default_factory=list)

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known whole."""
        return self.published.first if self.published is not None and self.published.is_day else None

    @property
    def limit(self) -> date | None:
        """The last day on which the document can have appeared."""
        return self.upper or (self.published.last if self.published is not None else None)

    @property
    def may_come(self) -> bool:
        """Whether a month and day may lie soon after publication, of which the year alone says too little."""
        return not self.past and self.published is not None and self.published.month is not None

    def since(self, day: date) -> Known:
        """Return the same with a day that the point does not come before."""
        return replace(self, lower=day)

    def until(self, day: date) -> Known:
        """Return the same with a day that the point does not come after."""
        return replace(self, upper=day, past=True)

    def base(self, kind: str, shift: int = 0) -> date | None:
        """Return the day from which 昨天 (published) or 次日 (anchor) count; 当日 may be the day of publication."""
        if kind == "anchor":
            if self.lower is not None:
                return self.lower
            if self.anchor is not None:
                self.took.append("day:anchor")
                return self.anchor
            if shift:
                return None
        if self.day is not None:
            self.took.append("day:published")
        return self.day

    def whole_month(self) -> date | None:
        """Return a day of the month of which 月底 is the end: that of the date before it, or of publication.

        Plans (月底前建成) are told from a full day of publication.
        """
        if self.lower is not None or (self.anchor is not None and not self.recent and not (self.future and self.day)):
            self.took.append("month:anchor")
            return self.lower or self.anchor
        return self.month("published") or self.anchor

    def month(self, kind: str) -> date | None:
        """Return a day of the month from which 上月 or 当月 count."""
        if kind == "anchor":
            if self.anchor is not None:
                self.took.append("month:anchor")
            return self.anchor
        if self.published is not None and self.published.month is not None:
            self.took.append("month:published")
            return self.published.first
        return None

    def year(self, kind: str) -> int | None:
        """Return the year from which 去年 or 次年 count."""
        if kind == "anchor":
            named = self.named_year or (self.anchor.year if self.anchor is not None else None)
            if named is not None:
                self.took.append("year:anchor")
            return named
        if self.published is not None and self.published.year is not None:
            self.took.append("year:published")
            return self.published.year
        return None
