"""Dates and periods in Chinese text: find them, or read one."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from epiextract.values.times.grammar import Reader
from epiextract.values.times.model import Clock, Duration, Period, TimeExpression, TimePoint
from epiextract.values.times.partial import PartialDate, parse_published
from epiextract.values.times.tokens import Piece, cut, fold, trigger

__all__ = [
    "Clock",
    "Duration",
    "PartialDate",
    "Period",
    "TimeExpression",
    "TimePoint",
    "find_times",
    "parse_published",
    "parse_time",
]

CLAUSE_ENDS = frozenset("\n\r，。；、：！？,;:!? \t\u3000“”（()")
# 1月23日封城以来, or 至今, is since that day; 2月3日为疫情以来最高 and 昨日公布疫情以来首份 are not.
_SINCE_BEHIND = re.compile(
    r"(?:(?!报告|公布|发布|通报|新增|创(?![立办建业])|(?<![抵到])达)[^0-9\s，。；、：！？,;:!?（(是为]){1,12}?(?:以来|至今)"
)
# 从2月5日首批方舱医院启用开始，… opens one too.
_FROM = frozenset("从自")
_OPENED_BEHIND = re.compile(r"[^0-9\s，。；、：！？,;:!?（(]{1,14}?(?:开始|起)(?=[，,])")


def find_times(text: str, *, everything: bool = False, lunar_days: bool = True) -> list[TimeExpression]:
    """Return the time expressions of a text, in its order, none overlapping another.

    Args:
        text: Any text; full-width and traditional characters are read too.
        everything: Whether lengths (14天), sets (每周一) and parts of the day (上午) count as expressions. They date
            nothing, so events do without them.
        lunar_days: Whether 八月十五, a day without its 日, is of the Chinese calendar, as it mostly is.

    >>> [(text.start, text.end, text.relation) for text in find_times("截至2月3日24时，累计确诊病例1921例")]
    [(0, 9, 'until')]
    >>> find_times("累计确诊病例1921例，使用1908吨")
    []
    """
    folded = fold(text)
    found: list[TimeExpression] = []
    at = 0
    for match in trigger(everything).finditer(folded):
        start = match.start()
        if start < at:
            continue
        pieces = cut(folded, start)
        if not pieces:
            continue
        opens_clause = start == 0 or folded[start - 1] in CLAUSE_ENDS
        at = start + (pieces[-1][2] or pieces[-1][3])
        for one in _read(pieces, everything, opens_clause, lunar_days):
            end = start + one.end
            at = max(at, end)
            found.append(
                TimeExpression(
                    start + one.start,
                    end,
                    one.kind,
                    "since" if _opens_since(one, folded, start + one.start, end) else one.relation,
                    one.begin,
                    one.finish,
                    one.duration,
                    one.inclusive,
                    one.ahead,
                    one.members,
                )
            )
    return found


def _opens_since(one: TimeExpression, folded: str, start: int, end: int) -> bool:
    """Tell whether what was done at a time opens a period up to now: 1月23日封城以来, 从去年8月推出以来."""
    is_date = one.relation == "at" and one.begin is not None and one.begin.has_date and one.kind != "set"
    if not is_date:
        return False
    opened = folded[start] in _FROM and _OPENED_BEHIND.match(folded, end) is not None
    return opened or _SINCE_BEHIND.match(folded, end) is not None


@lru_cache(maxsize=16384)
def _read(
    pieces: tuple[Piece, ...], everything: bool, opens_clause: bool, lunar_days: bool
) -> tuple[TimeExpression, ...]:
    """Return the expressions of a run. News says the same few dates over and over: they are read once."""
    reader = Reader(pieces, everything=everything, opens_clause=opens_clause, lunar_days=lunar_days)
    return tuple(reader.expressions())


# Forms that are a date only where nothing else stands: in a text 12/1 is a fraction and 十一 a number.
_WHOLE_FORMS = tuple(
    (re.compile(pattern), template)
    for pattern, template in (
        (r"([12][0-9]{3}) ([0-9]{1,2}) ([0-9]{1,2})", r"\1-\2-\3"),
        (r"([0-9]{1,2})[/·.]([0-9]{1,2})[号日]?(\D.{0,20})?", r"\1月\2日\3"),
        (r"([0-9]{1,2}月[0-9]{1,2})", r"\1日"),
        (r"([三四五六七八九][〇零一二三四五六七八九])年", r"一九\1年"),
        (r"([〇零一二][〇零一二三四五六七八九])年", r"二〇\1年"),
        (r"0([0-9])年", r"200\1年"),
        (r"([6-9][0-9])年", r"19\1年"),
        (r"([12][0-9]{3})[./-]([0-9]{1,2})", r"\1年\2月"),
        (r"([0-9]{1,2})-([0-9]{1,2})", r"\1月\2日"),
        (r"十一|国庆", "国庆节"),
        (r"五一", "劳动节"),
    )
)


# 98年 alone is a year, 24年 may be either and is a length.
_OLD_YEAR = re.compile("(?:0[0-9]|[6-9][0-9])年")


def parse_time(text: str, *, lunar_days: bool = True) -> TimeExpression | None:
    """Return the time expression that the whole of a text is, or None.

    Args:
        text: The characters of one expression; what needs its context (12/1, 98年) is read as a date here.
        lunar_days: As for `find_times`.

    >>> parse_time("2月10日0—24时").relation
    'range'
    >>> parse_time("2月10日的新闻") is None
    True
    """
    stripped = text.strip()
    offset = text.find(stripped)
    for one in find_times(text, everything=True, lunar_days=lunar_days):
        if one.start == offset and one.end == offset + len(stripped) and not _OLD_YEAR.fullmatch(stripped):
            return one
    for pattern, template in _WHOLE_FORMS:
        if (match := pattern.fullmatch(fold(stripped))) is not None:
            full = match.expand(template)
            found = find_times(full, everything=True, lunar_days=lunar_days)
            if len(found) == 1 and (found[0].start, found[0].end) == (0, len(full)):
                return replace(found[0], start=offset, end=offset + len(stripped))
    return None
