"""What a time expression says, before anything outside of it is asked: points, clock times, durations, relations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or a part of the day, or both.

    Args:
        hour: 0 to 24, of the day as it is written: 晚上8时 is 20.
        minute: Absent where only the hour is said.
        second: Absent where it is not said.
        part: The part of the day (``night`` for 晚上), or an empty string.
        last_hour: The other hour of 七八点, of the day as `hour` is.
    """

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str = ""
    last_hour: int | None = None

    @property
    def is_midnight_start(self) -> bool:
        """Whether this is 0时: the moment at which the day before ends."""
        return self.hour == 0 and not self.minute and not self.second


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: amounts by unit, largest first.

    Args:
        amounts: Pairs of unit (``year`` to ``second``, ``workday``) and amount.
        open: Whether the text says that it is somewhat more (两个多月).
        maximum: The upper amounts of a range (3至5天, 3年以上7年以下), or None.
        bound: ``over`` of 三年以上, ``under`` of 三年以下, else empty.
    """

    amounts: tuple[tuple[str, Fraction], ...]
    open: bool = False
    maximum: tuple[tuple[str, Fraction], ...] | None = None
    bound: str = ""


@dataclass(frozen=True, slots=True)
class TimePoint:
    """One end of an expression: what it says of year, month, day and clock, and from where it counts.

    Args:
        year: The year, where it is said.
        month: The month, of the Chinese calendar where `lunar`.
        day: The day of the month.
        weekday: 1 is Monday.
        unit: The unit by which the point is told from another day (``day`` for 昨天), or an empty string.
        shift: How many of the unit.
        base: Where a told point counts from: ``published`` or ``anchor``; of 昨天（24日） without `unit`.
        part: A part of the month, year or decade (``early`` for 上旬, ``end`` for 年底, ``quarter1``), else empty.
        lunar: Whether month and day are of the Chinese calendar.
        leap: Whether the month is a leap month of the Chinese calendar.
        festival: The rule of a feast's day, else empty.
        clock: The time of day, where it is said.
        ordinal: A counted part: unit, which one (-1 is the last), how many: 第一周, 前五个月, 最后一个星期一.
        decade: Whether the year opens ten years (1870年代), or a hundred where it is ``century``.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str = ""
    shift: int = 0
    base: str = ""
    part: str = ""
    lunar: bool = False
    leap: bool = False
    festival: str = ""
    clock: Clock | None = None
    ordinal: tuple[str, int, int] | None = None
    decade: str = ""

    @property
    def is_clock_only(self) -> bool:
        """Whether the point names a time of day and no day."""
        return self.clock is not None and not self.has_date

    @property
    def has_date(self) -> bool:
        """Whether the point says anything of a day, week, month or year."""
        return bool(
            self.year is not None
            or self.month is not None
            or self.day is not None
            or self.weekday is not None
            or self.unit
            or self.part
            or self.festival
            or self.ordinal
        )


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as the text writes it, at ``text[start:end]``.

    Args:
        start: Offset of its first character.
        end: Offset after its last character.
        kind: ``date`` (a day), ``period`` (month, year, part of one, or a range), ``relative`` (昨天, 上周),
            ``festival``, ``time`` (a time of day alone), ``duration`` (三天内, 近一周), ``vague`` (近日, 目前) or
            ``set`` (每天).
        relation: ``at``, ``range`` (from `begin` to `finish`), ``list`` (1月23日、1月28日),
            ``until`` (截至), ``to`` (延长至2月9日: a limit that may lie ahead), ``since`` (起, 以来, 至今), ``before``,
            ``after``, ``during`` (期间, 内); for durations ``past`` (近一周), ``future`` (未来三天), ``within``
            (三天内), ``before`` (17年前), ``after`` (三天后), ``consecutive`` (连续14天) or ``length``.
        begin: The point, or the first one of a range.
        finish: The last point of a range or list.
        duration: The length, for durations; for a ``set`` what lies between two of its times (每两周).
        inclusive: For ``before`` and ``after``: whether the point itself belongs to it (2月1日或之前). For lengths:
            whether the side away from now is open (三年以后; 三年后 is a year), and for ``past`` whether the first
            unit counts whole (三年来 opens with the year, 近三年 with the day).
        ahead: Whether the words let it lie after publication: 到2月底 and 3月1日起, not 截至, 以来 and 至今.
        members: The points of a list, its ends among them: the three of 1月23日、25日、28日.
    """

    start: int
    end: int
    kind: str
    relation: str = "at"
    begin: TimePoint | None = None
    finish: TimePoint | None = None
    duration: Duration | None = None
    inclusive: bool = True
    ahead: bool = False
    members: tuple[TimePoint, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """The days for which something is true, as far as the text and what is known around it say.

    Args:
        start: The first day, or None where it is open or unknown.
        end: The last day, or None where it is open or unknown.
        partial: Whether something that was needed was not known, so that a side is absent that the text does state.
        took: What was taken from where, such as ``year:published``, ``month:anchor``, ``end:published``.
    """

    start: date | None
    end: date | None
    partial: bool = False
    took: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.start is not None or self.end is not None


NO_PERIOD = Period(None, None, partial=True)
