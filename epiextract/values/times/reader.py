"""From the pieces of a run to one point in time: what comes from coarse to fine belongs together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from epiextract.values.times.lexicon import time_lexicon
from epiextract.values.times.merge import DATE_KINDS, merged, with_bracket
from epiextract.values.times.model import Clock, TimePoint
from epiextract.values.times.pieces import T
from epiextract.values.times.points import clock_of, date_point, rank, with_part
from epiextract.values.times.tokens import Piece


@dataclass(slots=True)
class PointReader:
    """Reads points from the pieces of one run, from left to right.

    Args:
        pieces: The pieces.
        at: The place of reading.
        lunar_days: Whether 八月十五, a day without its 日, is of the Chinese calendar.
    """

    pieces: tuple[Piece, ...]
    at: int = 0
    lunar_days: bool = True

    def kind(self, ahead: int = 0) -> str:
        """Return the kind of the piece that is *ahead* of the place of reading, or an empty string."""
        index = self.at + ahead
        return self.pieces[index][0] if index < len(self.pieces) else ""

    def text(self, ahead: int = 0) -> str:
        """Return the characters of the piece that is *ahead* of the place of reading, or an empty string."""
        index = self.at + ahead
        return self.pieces[index][1] if index < len(self.pieces) else ""

    def point(self, lunar: bool, point: TimePoint | None = None) -> TimePoint | None:
        """Read one point: its pieces from coarse to fine, a bracket that says the same in another way.

        Args:
            lunar: Whether months and days are of the Chinese calendar.
            point: What the pieces go on with.
        """
        while self.at < len(self.pieces):
            kind = self.kind()
            if point is not None and (kind == "zone" or (kind == "of" and self.kind(1) in DATE_KINDS)):
                self.at += 1
                continue
            if point is not None and self._says_again(point, kind):
                self.at += 1
                continue
            year_only = point is not None and rank(point) == 1
            if kind == "lunar" and year_only and self.kind(1) in ("month", "lunarmonth", "span"):
                # 去年农历六月
                lunar = True
                self.at += 1
                continue
            added = self._bracket(point) if point is not None and kind == "open" else self._added(point, kind)
            if added is None:
                break
            # 农历正月初八（2月1日）: the bracket is of the other calendar.
            lunar = lunar and kind != "open"
            point = added
            self.at += 1
        if point is not None and lunar and (point.month is not None or point.day is not None):
            point = replace(point, lunar=True)
        return point

    def _says_again(self, point: TimePoint, kind: str) -> bool:
        """Tell 农历 and 正月 of 1月27日农历正月初三, where the other calendar names the same day."""
        follows = {"lunar": ("lunarmonth", "lunarday"), "lunarmonth": ("lunarday",)}.get(kind, ())
        return point.day is not None and not point.lunar and self.kind(1) in follows

    def _bracket(self, point: TimePoint) -> TimePoint | None:
        """Return the day of 周四（6日） and 昨天（24日）; the place stays where the bracket says something else."""
        here = self.at
        self.at += 1
        lunar = self.kind() == "lunar"
        self.at += lunar
        inner = self.point(lunar)
        both = with_bracket(point, inner) if inner is not None and self.kind() == "close" else None
        if both is None:
            self.at = here
        return both

    def _added(self, point: TimePoint | None, kind: str) -> TimePoint | None:
        """Return the point with the piece here, or None where the piece does not go on with it."""
        text = self.text()
        if kind == "span":
            kind, text = self._span()
        if kind == "lunarday" and not self.lunar_days and point is not None and not point.lunar and text[0] in T:
            kind, text = "day", text + "日"
        if kind == "whole_after":
            return point if point is not None and rank(point) >= 5 else None
        if kind == "about_after":
            return point
        if kind == "daypart":
            if point is None:
                return TimePoint(clock=Clock(part=time_lexicon().dayparts[text]))
            if point.clock is not None and point.clock.hour is not None:
                return None
            return replace(point, clock=Clock(part=time_lexicon().dayparts[text])) if rank(point) >= 4 else None
        if kind == "clock":
            return self._with_clock(point, text)
        if kind not in DATE_KINDS or (kind == "part" and point is None):
            return None
        new = date_point(kind, text)
        return new if point is None or new is None else merged(point, new)

    def _with_clock(self, point: TimePoint | None, text: str) -> TimePoint | None:
        """Return the point with a time of day; a bare 三点 may be three points."""
        clock = clock_of(text)
        if clock is None:
            return None
        if point is None:
            plain = text[0] not in "0123456789" and len(text) == 2 and text[0] not in "零十"
            return None if plain and not self._in_range() else TimePoint(clock=clock)
        if point.clock is not None and point.clock.hour is not None:
            return None
        part = point.clock.part if point.clock is not None else ""
        return replace(point, clock=with_part(clock, part) if part else clock) if rank(point) >= 4 else None

    def _in_range(self) -> bool:
        """Tell 到六点 after 五点半, which is a time, from 到一点."""
        return self.at > 1 and self.kind(-1) == "join" and self.kind(-2) in ("clock", "span")

    def _span(self) -> tuple[str, str]:
        """Return what a number without its unit stands for: the 26 of 26、27日 and the 0 of 0—24时."""
        for piece in self.pieces[self.at + 1 :]:
            if piece[0] in ("month", "day", "year", "clock"):
                unit = {"month": "月", "day": "日", "year": "年", "clock": "时"}[piece[0]]
                return piece[0], self.text() + unit
        return "", ""
