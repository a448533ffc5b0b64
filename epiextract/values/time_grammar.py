"""From the pieces of a run to the expressions in it: points, ranges, what stands before and after them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from epiextract.values.time_lexicon import time_lexicon
from epiextract.values.time_merge import DATE_KINDS, as_length, merged, with_bracket
from epiextract.values.time_model import Clock, Duration, TimeExpression, TimePoint
from epiextract.values.time_points import clock_of, date_point, duration_of, rank, with_part
from epiextract.values.time_tokens import Piece

_SUFFIXES = ("since_after", "until_after", "before_after", "after_after", "within_after")
_LEADS = ("until_before", "since_before", "from_before")
_BETWEEN = ("和", "与", "及")
_LIST_RANK = (5, 6)
_SEASONS = ("spring", "summer", "autumn", "winter", "holiday_summer")


@dataclass(slots=True)
class Reader:
    """Reads the pieces of one run from left to right.

    Args:
        pieces: The pieces.
        everything: Whether lengths, sets and parts of the day count as expressions of their own.
        opens_clause: Whether the run stands at the start of a clause, where 到25日晚 means up to it.
    """

    pieces: tuple[Piece, ...]
    everything: bool = False
    opens_clause: bool = False
    at: int = 0
    listed: bool = False
    bracketed: TimePoint | None = None

    def kind(self, ahead: int = 0) -> str:
        """Return the kind of the piece that is *ahead* of the place of reading, or an empty string."""
        index = self.at + ahead
        return self.pieces[index][0] if index < len(self.pieces) else ""

    def expressions(self) -> list[TimeExpression]:
        """Return what stands in the run."""
        found: list[TimeExpression] = []
        while self.at < len(self.pieces):
            before = self.at
            expression = self._expression()
            if expression is not None:
                found.append(expression)
            if self.at == before:
                self.at += 1
        return found

    def _expression(self) -> TimeExpression | None:
        """Read one expression from here on, or None and the place moved past what is none."""
        first = self.at
        lead = ""
        if self.everything and self.kind() == "about_before" and self.kind(1) in ("clock", "daypart"):
            self.at += 1
        if self.kind() in _LEADS or self.kind() == "join":
            lead = self.kind()
            self.at += 1
        if lead and (base := self._now()):
            return self._made(first, "vague", "until", TimePoint(unit="day", base=base))
        while self.kind() in ("lunar", "zone"):
            self.at += 1
        lunar = self.at > first and self.pieces[self.at - 1][0] == "lunar"
        length = self._length(first)
        if length is not None:
            return length
        if not lead and self.kind() == "vague":
            self.at += 1
            return self._made(first, "vague", "at", None)
        if not lead and self.kind() == "set":
            return self._set(first)
        point = self._point(lunar)
        if point is None:
            self.at = max(self.at, first + bool(lead))
            return None
        return self._related(first, lead, point)

    def _now(self) -> str:
        """Move past 目前 and 发稿 after 截至; return the day that it means, an empty string for something else."""
        if self.at < len(self.pieces) and (text := self.pieces[self.at][1]) in time_lexicon().words["now"]:
            self.at += 1
            if self.kind() == "until_after":
                self.at += 1
            # 至此 is up to what was just told.
            return "anchor" if text == "此" else "published"
        return ""

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
    ) -> TimeExpression:
        """Return the expression from the piece *first* to the one before here."""
        start, end = self.pieces[first][2], self.pieces[self.at - 1][3]
        return TimeExpression(start, end, kind, relation, begin, finish, duration, inclusive)

    def _set(self, first: int) -> TimeExpression | None:
        """Read 每天 and 每周一下午八点."""
        self.at += 1
        point = self._point(False) if self.kind() in DATE_KINDS or self.kind() in ("daypart", "clock") else None
        return self._made(first, "set", "at", point) if self.everything else None

    def _length(self, first: int) -> TimeExpression | None:
        """Read a length with what makes it tell a time: 近三天, 未来两周, 半个月来, 三天内."""
        kind, relation = self.kind(), ""
        leads = {"past_before": "past", "future_before": "future"}
        if self.everything:
            leads |= {"before_after": "past", "after_after": "future", "loose_past": "past", "loose_future": "future"}
        start = self.at
        if kind in (*leads, "consecutive_before"):
            ahead = 2 if self.kind(1) == "of" else 1
            if self.kind(ahead) != "duration":
                return None
            relation = leads.get(kind, "consecutive")
            start += ahead
        elif kind != "duration" and not self._is_day_length():
            return None
        duration = duration_of(as_length(self.pieces[start][1]))
        if duration is None:
            return None
        self.at = start + 1
        after = {"past_after": "past", "within_after": "within", "before_after": "before", "after_after": "after"}
        follows, inclusive = self.kind(), True
        if follows in after or (follows == "since_after" and self.pieces[self.at][1] == "以来"):
            # 半年以后 is open, 半年后 is a time.
            inclusive = self.pieces[self.at][1].startswith("以")
            relation = relation or after.get(follows, "past")
            self.at += 1
        if not relation:
            relation = "length"
            if not self.everything:
                return None
        return self._made(first, "duration", relation, None, duration=duration, inclusive=inclusive)

    def _is_day_length(self) -> bool:
        """Tell 3日内 and 十日之内, which are lengths, from 2月3日内."""
        return self.kind() == "day" and self.kind(1) == "within_after" and self.pieces[self.at + 1][1] in ("内", "之内", "以内")

    def _point(self, lunar: bool) -> TimePoint | None:
        """Read one point: its pieces from coarse to fine, a bracket that says the same in another way."""
        point: TimePoint | None = None
        written = 0
        while self.at < len(self.pieces):
            kind = self.kind()
            if kind == "of" and point is not None and self.kind(1) in DATE_KINDS:
                self.at += 1
                continue
            if kind == "zone" and point is not None:
                self.at += 1
                continue
            if kind == "open" and point is not None:
                if not self._bracket(point):
                    break
                point = self.bracketed
                continue
            added = self._added(point, kind)
            if added is None:
                break
            point, written = added, written + 1
            self.at += 1
        if point is not None and lunar and (point.month is not None or point.day is not None):
            point = replace(point, lunar=True)
        return point

    def _bracket(self, point: TimePoint) -> bool:
        """Read 周四（6日） and 昨天（24日）; the place stays where the bracket says something else."""
        here = self.at
        self.at += 1
        inner = self._point(False)
        if inner is not None and self.kind() == "close":
            both = with_bracket(point, inner)
            if both is not None:
                self.at += 1
                self.bracketed = both
                return True
        self.at = here
        return False

    def _added(self, point: TimePoint | None, kind: str) -> TimePoint | None:
        """Return the point with the piece here, or None where the piece does not go on with it."""
        text = self.pieces[self.at][1]
        if kind == "span":
            kind, text = self._span()
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
        return self.at > 1 and self.pieces[self.at - 1][0] == "join" and self.pieces[self.at - 2][0] in ("clock", "span")

    def _span(self) -> tuple[str, str]:
        """Return what a number without its unit stands for: the 26 of 26、27日 and the 0 of 0—24时."""
        for piece in self.pieces[self.at + 1 :]:
            if piece[0] in ("month", "day", "year", "clock"):
                unit = {"month": "月", "day": "日", "year": "年", "clock": "时"}[piece[0]]
                return piece[0], self.pieces[self.at][1] + unit
        return "", ""

    def _related(self, first: int, lead: str, begin: TimePoint) -> TimeExpression | None:
        """Read what follows a point: another end, 以来, 为止, 之前."""
        relation = {"until_before": "until", "since_before": "since"}.get(lead, "at")
        if lead == "join" and self.kind() != "of":
            # 到25日晚，开放床位2400张 counts up to the day; 延长至2月9日 sets a limit; 扩大到2月中旬的7000例 does neither.
            relation = "until" if self.opens_clause and not first else "to"
        finish: TimePoint | None = None
        if self.kind() == "join" and self.at + 1 < len(self.pieces) and self.pieces[self.at + 1][1] in ("现在", "目前", "今", "当前"):
            # 从2月8日到现在
            self.at += 2
            return self._judged(first, "since", begin, None, True)
        opened = self.kind() == "since_after" and self.kind(1) == "join"
        if opened or self.kind() in ("join", "list"):
            finish = self._finish(begin, ahead=2 if opened else 1)
        if finish is not None:
            relation = "list" if self.listed else "range"
            while self.kind() in ("until_after", "within_after", "before_after"):
                self.at += 1
        inclusive = True
        while finish is None and self.kind() in _SUFFIXES:
            text = self.pieces[self.at][1]
            relation = self._suffix(relation)
            inclusive = relation not in ("before", "after") or text[0] in "或及"
            self.at += 1
        return self._judged(first, relation, begin, finish, inclusive)

    def _suffix(self, relation: str) -> str:
        """Return the relation that a word after the point makes."""
        kind = self.kind()
        new = {
            "since_after": "since",
            "until_after": "until",
            "before_after": "before",
            "after_after": "after",
            "within_after": "during",
        }[kind]
        return relation if relation in ("until", "to", "since") and new != "until" else new

    def _finish(self, begin: TimePoint, ahead: int) -> TimePoint | None:
        """Read the other end after 至 or, for days in a list, after 、; the place stays where there is none."""
        here = self.at
        is_list = self.kind() == "list"
        self.at += ahead
        finish = self._point(begin.lunar and self.kind() != "relative")
        # 1月23日、1月28日 and 26、27日 together govern what was done on them.
        while is_list and finish is not None and self.kind() == "list":
            place = self.at
            self.at += 1
            another = self._point(False)
            if another is None or rank(another) not in _LIST_RANK:
                self.at = place
                break
            finish = another
        fits = finish is not None and (
            (rank(begin) in _LIST_RANK and rank(finish) in _LIST_RANK and not finish.unit and not begin.unit)
            or self._between(is_list)
            if is_list
            else self._is_end(begin, finish)
        )
        if not fits:
            self.at = here
            return None
        if self.kind() == "until_after":
            self.at += 1
        self.listed = is_list and self.kind() != "within_after"
        return finish

    def _between(self, is_list: bool) -> bool:
        """Tell 1月15号4点和2月3号9点之间."""
        return is_list and self.kind() == "within_after" and self.pieces[self.at][1] in ("之间", "间")

    @staticmethod
    def _is_end(begin: TimePoint, finish: TimePoint) -> bool:
        """Tell whether a point can be the other end: no day to a season."""
        return bool(begin.has_date == finish.has_date or finish.has_date or finish.clock)

    def _judged(
        self, first: int, relation: str, begin: TimePoint, finish: TimePoint | None, inclusive: bool
    ) -> TimeExpression | None:
        """Return the expression, or None where the words are more likely no time."""
        if finish is None and begin.ordinal and begin == TimePoint(ordinal=begin.ordinal):
            return None
        if finish is None and begin == TimePoint(clock=begin.clock) and len(self.pieces[self.at - 1][1]) == 1:
            # 一日之计在于晨
            return None
        if finish is None and not self.everything:
            if begin.part in _SEASONS and begin == TimePoint(part=begin.part):
                return None
            if begin.is_clock_only and begin.clock is not None and begin.clock.hour is None:
                return None
        if finish is None and self._is_bare_numeral(begin):
            return None
        kind = "period"
        if begin.is_clock_only:
            kind = "time" if finish is None or finish.is_clock_only else "period"
        elif finish is None:
            kind = _kind(begin)
        return self._made(first, kind, relation, begin, finish, inclusive=inclusive)

    def _is_bare_numeral(self, begin: TimePoint) -> bool:
        """Tell 三日 and 一日, which are more often lengths."""
        last = self.pieces[self.at - 1]
        only_day = begin == TimePoint(day=begin.day)
        return only_day and last[0] == "day" and last[1][0] in "一二三四五六七八九" and len(last[1]) == 2


def _kind(point: TimePoint) -> str:
    """Return the kind of an expression of one point."""
    if point.unit or (point.weekday is not None and point.day is None):
        return "relative"
    if point.festival:
        return "festival"
    return "date" if point.day is not None else "period"
