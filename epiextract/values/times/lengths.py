"""Lengths of time and what makes them tell a time: 近三天, 未来两周, 半个月来, 三年以后, 3年以上7年以下, 每两周."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from epiextract.values.times.merge import as_length
from epiextract.values.times.model import Duration, TimeExpression, TimePoint
from epiextract.values.times.points import WEEKDAYS, duration_of, ordinal_of
from epiextract.values.times.reader import PointReader

_LEAD_OF = {"past_before": "past", "future_before": "future", "anchored_before": "future", "passed_before": "after"}
_LOOSE_LEAD_OF = {
    "before_after": "past",
    "after_after": "future",
    "loose_past": "past",
    "loose_future": "future",
    "loose_passed": "after",
}
_AFTER = {"past_after": "past", "within_after": "within", "before_after": "before", "after_after": "after"}
# 前两天 is a few days ago, 前两年 a few years ago.
_LOOSELY = {"day": 7, "year": 5}
_SET_UNITS = {
    "天": "day", "日": "day", "晚": "day", "周": "week", "星期": "week", "礼拜": "week", "月": "month", "年": "year",
    "季度": "quarter", "小时": "hour", "分钟": "minute",
}  # fmt: skip
_NUMBER = re.compile(r"[0-9]+|[一二两三四五六七八九十半]+")
_SEEDED = ("day", "week", "month", "year")


@dataclass(slots=True)
class LengthReader(PointReader):
    """Reads lengths from the pieces of one run.

    Args:
        everything: Whether lengths, sets and parts of the day count as expressions of their own.
    """

    everything: bool = False

    def _made(
        self,
        first: int,
        kind: str,
        relation: str,
        begin: TimePoint | None,
        finish: TimePoint | None = None,
        duration: Duration | None = None,
        *,
        inclusive: bool = True,
        ahead: bool = False,
        members: tuple[TimePoint, ...] = (),
    ) -> TimeExpression:
        """Return the expression from the piece *first* to the one before here."""
        start, end = self.pieces[first][2], self.pieces[self.at - 1][3]
        return TimeExpression(start, end, kind, relation, begin, finish, duration, inclusive, ahead, members)

    def _length(self, first: int) -> TimeExpression | None:
        """Read a length with what makes it tell a time: 近三天, 未来两周, 半个月来, 三天内."""
        relation = lead = self._length_lead()
        if self.kind() != "duration" and not self._is_day_length():
            return self._counted(first) if self.everything and self.kind() == "ordinal" else None
        duration = duration_of(as_length(self.text()))
        if duration is None:
            return None
        self.at += 1
        if self.everything and not lead:
            duration = self._bounded(duration)
        inclusive = True
        if self.kind() in _AFTER or (self.kind() == "since_after" and self.text() == "以来"):
            # 半年以后 is open, 半年后 is a time; 三年来 counts all of the first year, 近三年来 does not.
            inclusive = self.kind() in ("past_after", "since_after") or self.text()[0] in "以之"
            relation = relation or _AFTER.get(self.kind(), "past")
            self.at += 1
        if not relation and not self.everything:
            return None
        inclusive = inclusive and not (lead and relation == "past")
        if lead == "past" and duration.amounts[0][0] in _LOOSELY and self._is_loose(first):
            return self._loosely_before(first, duration)
        # 再过三天 counts from now, 随后三天 and perhaps 三天后 from a day that was told before.
        begin = TimePoint(unit="day", base="published") if lead == "after" else None
        if self.pieces[first][0] == "anchored_before":
            begin = TimePoint(unit="day", base="anchor")
        return self._made(first, "duration", relation or "length", begin, duration=duration, inclusive=inclusive)

    def _length_lead(self) -> str:
        """Move past 近, 过去的 and 连续 where a length follows; return the relation that they make."""
        kind = self.kind()
        relation = "consecutive" if kind == "consecutive_before" else _LEAD_OF.get(kind, "")
        if self.everything:
            relation = relation or _LOOSE_LEAD_OF.get(kind, "")
        ahead = 2 if self.kind(1) == "of" else 1
        if not relation or self.kind(ahead) != "duration":
            return ""
        self.at += ahead
        return relation

    def _is_day_length(self) -> bool:
        """Tell 3日内 and 十日之内, which are lengths, from 2月3日内."""
        return self.kind() == "day" and self.kind(1) == "within_after" and self.text(1) in ("内", "之内", "以内")

    def _is_loose(self, first: int) -> bool:
        """Tell 前两年, the other year, from 近两年."""
        return self.pieces[first][1] == "前" and self.pieces[first + 1][1] in ("两天", "两年")

    def _loosely_before(self, first: int, duration: Duration) -> TimeExpression:
        """Return 前两天: some days ago, from two to seven."""
        unit = duration.amounts[0][0]
        loose = replace(duration, open=True, maximum=((unit, Fraction(_LOOSELY[unit])),))
        return self._made(first, "duration", "before", None, duration=loose, inclusive=False)

    def _bounded(self, duration: Duration) -> Duration:
        """Return the length with the words behind it that bound it: 三年以上, 3年以上7年以下."""
        if self.kind() != "bound_after":
            return duration
        over = "上" in self.text()
        self.at += 1
        upper = duration_of(as_length(self.text())) if self.kind() == "duration" else None
        if over and upper is not None and self.kind(1) == "bound_after" and "下" in self.text(1):
            self.at += 2
            return replace(duration, maximum=upper.amounts)
        return replace(duration, bound="over" if over else "under")

    def _counted(self, first: int) -> TimeExpression | None:
        """Read what is counted from elsewhere, 第七年 or 前三天; the place stays where it is a part of a whole."""
        counted = ordinal_of(self.text())
        text = self.text()
        if counted is None or self.kind(1) in ("clock", "daypart"):
            return None
        unit, which, count = counted
        if text[0] == "第" and unit in ("day", "year"):
            self.at += 1
            return self._made(first, "relative", "at", TimePoint(unit=unit, shift=which - 1, base="anchor"))
        if text[0] == "前" and unit in ("day", "week"):
            self.at += 1
            duration = Duration(((unit, Fraction(count)),))
            if text.startswith("前两天"):
                return self._loosely_before(first, duration)
            return self._made(first, "duration", "past", None, duration=duration, inclusive=False)
        return None

    def _every(self) -> tuple[Duration | None, TimePoint | None]:
        """Move past 每两周, 每周一 and 每晚; return what lies between two of its times, and the next one's whole."""
        text = self.text().removeprefix("每").lstrip("逢隔")
        self.at += 1
        weekday = WEEKDAYS.get(text[-1]) if len(text) > 1 and text[-2] in "周期拜" else None
        bare = text[:-1] if weekday or text.endswith("末") else text
        unit = next((name for word, name in _SET_UNITS.items() if bare.endswith(word)), "")
        if not unit:
            return None, None
        number = _NUMBER.match(bare)
        read = duration_of(f"{number.group()}天") if number else None
        amount = read.amounts[0][1] if read is not None else Fraction(1)
        seed = TimePoint(unit=unit, base="published") if unit in _SEEDED and amount == 1 else None
        if seed is not None and weekday is not None:
            seed = replace(seed, weekday=weekday)
        if seed is not None and text.endswith("末"):
            seed = replace(seed, part="weekend")
        # 每周工作日 is on days and comes back by weeks.
        return Duration((("week" if "周工作日" in bare else unit, amount),)), seed
