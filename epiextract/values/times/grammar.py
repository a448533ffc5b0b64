"""From the points of a run to the expressions in it: ranges, lists, and the words that stand before and after."""

from __future__ import annotations

from dataclasses import dataclass, replace

from epiextract.values.times.lengths import LengthReader
from epiextract.values.times.lexicon import time_lexicon
from epiextract.values.times.merge import DATE_KINDS
from epiextract.values.times.model import Clock, TimeExpression, TimePoint
from epiextract.values.times.points import rank, with_part

_SUFFIXES = ("since_after", "until_after", "before_after", "after_after", "within_after")
_LEADS = ("until_before", "since_before", "from_before")
_LIST_RANK = (5, 6)
_NOWS = ("现在", "目前", "今", "当前")
_SEASONS = ("spring", "summer", "autumn", "winter", "holiday_summer", "holiday_winter")


@dataclass(slots=True)
class Reader(LengthReader):
    """Reads the pieces of one run from left to right.

    Args:
        opens_clause: Whether the run stands at the start of a clause, where 到25日晚 means up to it.
        listed: The points of the last range that was read where it is a list.
    """

    opens_clause: bool = False
    listed: tuple[TimePoint, ...] = ()

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
        if not lead and self.kind() == "sofar":
            self.at += 1
            return self._made(first, "vague", "until", TimePoint(unit="day", base="published"))
        if not lead and self.kind() == "vague":
            # 目前为止 with or without its 到
            until = self.text() in _NOWS and self.kind(1) == "until_after"
            self.at += 1 + until
            day = TimePoint(unit="day", base="published") if until else None
            return self._made(first, "vague", "until" if until else "at", day)
        if not lead and self.kind() == "set":
            return self._set(first)
        point = self.point(lunar)
        if point is None:
            self.at = max(self.at, first + bool(lead))
            return None
        return self._related(first, lead, point)

    def _now(self) -> str:
        """Move past 目前 and 发稿 after 截至; return the day that it means, an empty string for something else."""
        text = self.text()
        if text in time_lexicon().words["now"]:
            self.at += 1
            if self.kind() == "until_after":
                self.at += 1
            # 至此 is up to what was just told.
            return "anchor" if text == "此" else "published"
        return ""

    def _set(self, first: int) -> TimeExpression | None:
        """Read 每天, 每周一下午八点 and 每天9点到11点: how far apart, and the time in the present day, week or year."""
        night = self.text().endswith("晚")
        between, seed = self._every()
        begin = self.point(False, seed)
        if night:
            part = with_part(begin.clock if begin is not None else None, "night")
            begin = replace(begin or TimePoint(), clock=part)
        finish = self._finish(begin, ahead=1) if begin is not None and self.kind() == "join" else None
        if finish is None and begin == seed and seed is not None and seed.weekday is None and not seed.part:
            begin = None
        return self._made(first, "set", "at", begin, finish, between) if self.everything else None

    def _related(self, first: int, lead: str, begin: TimePoint) -> TimeExpression | None:
        """Read what follows a point: another end, 以来, 为止, 之前."""
        relation = {"until_before": "until", "since_before": "since"}.get(lead, "at")
        if lead == "join" and self.kind() != "of":
            # 到25日晚，开放床位2400张 counts up to the day, 延长至2月9日 sets a limit,
            # 扩大到2月中旬的7000例 does neither.
            relation = "until" if self.opens_clause and not first else "to"
        finish: TimePoint | None = None
        if self.kind() == "join" and self.text(1) in _NOWS:
            # 从2月8日到现在
            self.at += 2
            return self._judged(first, "since", begin, None)
        opened = self.kind() == "since_after" and self.kind(1) == "join"
        if opened or self.kind() in ("join", "list"):
            finish = self._finish(begin, ahead=2 if opened else 1)
        if finish is not None:
            relation = "list" if self.listed else "range"
            while self.kind() in ("until_after", "within_after", "before_after"):
                self.at += 1
        inclusive = True
        ahead = lead == "join" and relation == "until"
        while finish is None and self.kind() in _SUFFIXES:
            text = self.text()
            relation = self._suffix(relation)
            ahead = text in time_lexicon().words["since_ahead"] or (ahead and relation == "until")
            inclusive = relation not in ("before", "after") or text[0] in "或及"
            self.at += 1
        if relation == "after" and self.kind() in DATE_KINDS:
            finish = self._before()
            relation = "range" if finish is not None else relation
        return self._judged(first, relation, begin, finish, inclusive=inclusive, ahead=ahead)

    def _before(self) -> TimePoint | None:
        """Read 2018年之前 after 2010年之后; the place stays where something else follows."""
        here = self.at
        point = self.point(False)
        if point is None or self.kind() != "before_after":
            self.at = here
            return None
        self.at += 1
        return point

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
        finish = self.point(begin.lunar and self.kind() != "relative")
        members: tuple[TimePoint, ...] = ()
        if is_list and finish is not None:
            members = (begin, *self._rest_of_list(finish))
            finish = members[-1]
        fits = finish is not None and (
            (self._is_listed(begin, finish) or self._is_between()) if is_list else self._is_end(begin, finish)
        )
        if not fits:
            self.at = here
            return None
        if self.kind() == "until_after":
            self.at += 1
        self.listed = members if self.kind() != "within_after" else ()
        return finish

    def _rest_of_list(self, second: TimePoint) -> list[TimePoint]:
        """Return the points of a list from the second on: 1月23日、25日、28日 together govern what was done on them."""
        found = [second]
        while self.kind() == "list":
            place = self.at
            self.at += 1
            another = self.point(False)
            if another is None or not self._is_listed(found[-1], another):
                self.at = place
                break
            found.append(another)
        return found

    @staticmethod
    def _is_listed(begin: TimePoint, finish: TimePoint) -> bool:
        """Tell whether two points are days, or two are months, of one list."""
        if begin.unit or finish.unit:
            return False
        ranks = rank(begin), rank(finish)
        return (ranks[0] in _LIST_RANK and ranks[1] in _LIST_RANK) or ranks == (2, 2)

    def _is_between(self) -> bool:
        """Tell 1月15号4点和2月3号9点之间."""
        return self.kind() == "within_after" and self.text() in ("之间", "间")

    @staticmethod
    def _is_end(begin: TimePoint, finish: TimePoint) -> bool:
        """Tell whether a point can be the other end: no day to a season."""
        return bool(begin.has_date == finish.has_date or finish.has_date or finish.clock)

    def _judged(
        self,
        first: int,
        relation: str,
        begin: TimePoint,
        finish: TimePoint | None,
        *,
        inclusive: bool = True,
        ahead: bool = False,
    ) -> TimeExpression | None:
        """Return the expression, or None where the words are more likely no time."""
        if finish is None and begin.ordinal and begin == TimePoint(ordinal=begin.ordinal):
            # 前五个月 may be of this year, 第一周 of anything.
            of_year = self.everything and begin.ordinal[0] in ("month", "quarter")
            return self._made(first, "period", relation, begin) if of_year else None
        only_part = begin.clock is not None and begin == TimePoint(clock=Clock(part=begin.clock.part))
        if finish is None and only_part and len(self.pieces[self.at - 1][1]) == 1:
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
        members = self.listed if relation == "list" else ()
        return self._made(first, kind, relation, begin, finish, inclusive=inclusive, ahead=ahead, members=members)

    def _is_bare_numeral(self, begin: TimePoint) -> bool:
        """Tell 三日 and 一日, which are more often lengths."""
        last = self.pieces[self.at - 1]
        only_day = begin == TimePoint(day=begin.day)
        is_short = last[0] == "day" and last[1][0] in "一二三四五六七八九" and len(last[1]) == 2
        return only_day and is_short and not (self.everything and last[1][-1] == "号")


def _kind(point: TimePoint) -> str:
    """Return the kind of an expression of one point."""
    if point.unit or (point.weekday is not None and point.day is None):
        return "relative"
    if point.festival:
        return "festival"
    return "date" if point.day is not None else "period"
