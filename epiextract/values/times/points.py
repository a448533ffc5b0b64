"""From one piece of an expression to what it says of a point in time."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import regex

from epiextract.values.times.lexicon import time_lexicon
from epiextract.values.times.model import Clock, Duration, TimePoint
from epiextract.values.times.numbers import amount, small_number, year_number

_NUMBERS = regex.compile(r"[0-9]+")
WEEKDAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7}
_LUNAR_MONTHS = {"正": 1, "腊": 12, "冬": 11}
_CLOCK = regex.compile(
    r"([0-9]{1,2}|[零〇一二两三四五六七八九十]{1,3})(?:时|点(?:多钟?)?)"
    r"(?:(半)|([一三13])刻|([0-9]{1,2}|[零〇一二三四五六七八九十]{1,3})分?(?:([0-9]{1,2}|[零〇一二三四五六七八九十]{1,3})秒)?)?"
)
_COLON = regex.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?时? ?([ap])?")
_AFTER_NOON = ("afternoon", "past_noon", "dusk", "night", "late", "midnight", "small_hours", "noon")
_NIGHTS = ("night", "late", "midnight", "small_hours")
_UNITS = {
    "年": "year", "月": "month", "星期": "week", "礼拜": "week", "周": "week", "天": "day", "日": "day",
    "季度": "quarter", "世纪": "century", "工作日": "workday", "小时": "hour", "钟头": "hour", "分钟": "minute",
    "刻钟": "quarterhour", "秒": "second", "秒钟": "second", "周年": "year", "时": "hour", "分": "minute",
}  # fmt: skip
_ORDER = ("century", "year", "quarter", "month", "week", "workday", "day", "hour", "quarterhour", "minute", "second")
_LENGTH = regex.compile(
    r"([0-9]+(?:\.[0-9]+)?[万亿]?|[一二两三四五六七八九十百廿零几数]+|半)([多余几来])?(?:个[多几]?)?(半)?"
    r"(周年|年|月|星期|礼拜|周|天|日|季度|世纪|工作日|小时|钟头|分钟|刻钟|秒钟|秒|时|分)(半)?([多余])?"
)
_LOW_END = regex.compile(r"([0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百半]+)(?:--?|~|至|到)")
_ORDINAL = regex.compile(
    r"(第|前|最后|头|后)([0-9]{1,2}|[一二两三四五六七八九十]{1,3})个?(季度|工作日|星期|礼拜|周|月|天|年)([一二三四五六日天])?"
)


def stamp_point(text: str) -> TimePoint | None:
    """Return the day of a numeric form, 2020-02-03, 20200203 or 3.2.2020 (day first).

    >>> stamp_point("2020/2/3") == TimePoint(year=2020, month=2, day=3), stamp_point("3-7-2017").month
    (True, 7)
    """
    numbers = _NUMBERS.findall(text)
    if len(numbers) == 1:
        numbers = [numbers[0][:4], numbers[0][4:6], numbers[0][6:]]
    if len(numbers) != 3:
        return None
    if len(numbers[0]) != 4:
        numbers.reverse()
    year, month, day = year_number(numbers[0]), int(numbers[1]), int(numbers[2])
    return TimePoint(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def clock_of(text: str) -> Clock | None:
    """Return the time of day that a piece writes, None where there is no such hour or minute.

    >>> clock_of("18点30分") == Clock(18, 30), clock_of("8时半").minute, clock_of("七八点").last_hour
    (True, 30, 8)
    """
    clock = _with_colon(text) or _in_words(text)
    if clock is None or clock.hour is None or clock.hour > 24:
        return None
    if (clock.minute or 0) > 59 or (clock.second or 0) > 59 or (clock.hour == 24 and clock.minute):
        return None
    return clock


def _with_colon(text: str) -> Clock | None:
    """Return the time of 18:30 and 11:30 p.m."""
    match = _COLON.match(text)
    if match is None:
        return None
    hour = int(match[1])
    if match[4] and hour <= 12:
        hour = hour % 12 + (12 if match[4] == "p" else 0)
    return Clock(hour, int(match[2]), int(match[3]) if match[3] else None)


def _in_words(text: str) -> Clock | None:
    """Return the time of 8时35分, 八点半 and 20时1刻."""
    match = _CLOCK.match(text)
    if match is None:
        return None
    quarters = _small(match[3])
    minute = 30 if match[2] else _small(match[4]) if quarters is None else 15 * quarters
    if len(match[1]) == 2 and not match[1].isdigit() and "十" not in match[1]:
        # 七八点
        return Clock(small_number(match[1][0]), minute, _small(match[5]), last_hour=small_number(match[1][1]))
    return Clock(small_number(match[1]), minute, _small(match[5]))


def _small(text: str | None) -> int | None:
    """Return the number of an optional group."""
    return small_number(text) if text else None


def with_part(clock: Clock | None, part: str) -> Clock:
    """Return the clock within a part of the day: 晚上8时 is 20时, 凌晨12时 is 0时.

    >>> with_part(Clock(8), "night").hour, with_part(Clock(11), "noon").hour
    (20, 11)
    """
    if clock is None or clock.hour is None:
        return Clock(part=part)
    hour = clock.hour
    if (
        part in _AFTER_NOON
        and 0 < hour < 12
        and not (part == "noon" and hour >= 10)
        and not _is_small_hours(part, hour)
    ):
        hour += 12
    elif hour == 12 and part == "dawn":
        hour = 0
    elif hour == 12 and part in _NIGHTS:
        hour = 24
    last = clock.last_hour + hour - clock.hour if clock.last_hour is not None else None
    return replace(clock, hour=hour, part=part, last_hour=last)


def _is_small_hours(part: str, hour: int) -> bool:
    """Tell 半夜2点 and 深夜1点, which are after midnight."""
    return part in ("midnight", "small_hours") and hour < 6


def duration_of(text: str) -> Duration | None:
    """Return the length that a piece writes.

    >>> duration_of("两个半月").amounts, duration_of("四年六个月").amounts
    ((('month', Fraction(5, 2)),), (('year', Fraction(4, 1)), ('month', Fraction(6, 1))))
    """
    amounts: dict[str, Fraction] = {}
    is_open = False
    maximum: tuple[tuple[str, Fraction], ...] | None = None
    if (low := _LOW_END.match(text)) is not None:
        return _between(low[1], text[low.end() :])
    for match in _LENGTH.finditer(text):
        read = amount(match[1])
        if read is None:
            return None
        number, vague = read
        number += Fraction(1, 2) * (bool(match[3]) + bool(match[5])) if match[1] != "半" else 0
        unit = _UNITS[match[4]]
        amounts[unit] = amounts.get(unit, Fraction(0)) + number
        if vague and unit == "year" and match[1].endswith("十几"):
            # 二十几年 may be any up to thirty.
            maximum = ((unit, number + 10),)
        is_open = is_open or vague or bool(match[2] or match[6] or "个多" in match[0] or "个几" in match[0])
    if not amounts:
        return None
    return Duration(tuple((unit, amounts[unit]) for unit in _ORDER if unit in amounts), is_open, maximum)


def _between(low: str, text: str) -> Duration | None:
    """Return 3至5天 and 两到三年, told in the last unit."""
    high, least = duration_of(text), amount(low)
    if high is None or least is None or len(high.amounts) != 1 or not 0 < least[0] < high.amounts[0][1]:
        return None
    return Duration(((high.amounts[0][0], least[0]),), high.open, maximum=high.amounts)


def ordinal_of(text: str) -> tuple[str, int, int] | None:
    """Return unit, which one and how many of a counted part; a weekday's unit is its number.

    >>> ordinal_of("第一周"), ordinal_of("前五个月"), ordinal_of("最后一个星期一")
    (('week', 1, 1), ('month', 0, 5), ('1', -1, 1))
    """
    match = _ORDINAL.match(text)
    if match is None:
        return None
    number = small_number(match[2])
    if not number:
        return None
    unit = str(WEEKDAYS[match[4]]) if match[4] else _UNITS[match[3]]
    if match[1] == "第":
        return unit, number, 1
    return (unit, -1, 1) if match[4] else (unit, 0 if match[1] in "前头" else -1, number)


def date_point(kind: str, text: str) -> TimePoint | None:
    """Return what a date piece says, None where it says nothing that a calendar knows.

    >>> date_point("month", "2月").month, date_point("relative", "昨天").shift, date_point("lunarday", "大年初三").day
    (2, -1, 3)
    """
    words = time_lexicon()
    if kind == "stamp":
        return stamp_point(text)
    if kind in ("stampmonth", "stampday"):
        first, second = (int(number) for number in _NUMBERS.findall(text))
        return TimePoint(year=first, month=second) if kind == "stampmonth" else TimePoint(month=first, day=second)
    if kind == "year":
        if (opening := words.eras.get(text[:2]) or words.reigns.get(text[:2])) is not None:
            number = small_number(text[2:-1])
            # The months of the old reigns are those of the Chinese calendar.
            return TimePoint(year=opening + number - 1, lunar=text[:2] in words.reigns) if number else None
        return TimePoint(year=year_number(text.removeprefix("公元").rstrip("年度份")))
    if kind == "month":
        leap = text.startswith("闰")
        return TimePoint(month=small_number(text.strip("闰月份")), lunar=leap, leap=leap)
    if kind == "lunarmonth":
        return TimePoint(month=_LUNAR_MONTHS[text.removeprefix("大")[0]], lunar=True)
    if kind == "lunarday":
        number = small_number(text.removeprefix("大年").removeprefix("年").removeprefix("初"))
        return TimePoint(month=1 if "年" in text else None, day=number, lunar=True)
    if kind == "day":
        return TimePoint(day=small_number(text.rstrip("日号")))
    if kind == "relative":
        base, unit, shift, part = words.relative.get(text) or words.relative[text + "天"]
        return TimePoint(unit=unit, shift=shift, base=base, clock=Clock(part=part) if part else None)
    if kind == "weekday":
        return TimePoint(weekday=WEEKDAYS[text[-1]])
    if kind in ("wholepart", "part"):
        return TimePoint(part=words.parts[text])
    if kind == "festival":
        rule = (
            words.festivals.get(text) or words.festivals_with.get(text) or words.festivals_with.get(text.rstrip("节"))
        )
        return TimePoint(festival=rule) if rule else None
    if kind == "ordinal":
        counted = ordinal_of(text)
        return TimePoint(ordinal=counted) if counted else None
    return _decade(text) if kind == "decade" else None


_DECADE = regex.compile(
    r"(?:([0-9]{1,2}|[一二十三四五六七八九]+|[本上])世纪)?(?:([0-9]{2}|[二三四五六七八九]?十|[0-9]{4})年代)?"
)


def _decade(text: str) -> TimePoint | None:
    """Return the first year of a decade or century: 20世纪90年代 is 1990, 18世纪 is 1700."""
    match = _DECADE.fullmatch(text)
    if match is None or not (match[1] or match[2]):
        return None
    if match[1] is None:
        first = small_number(match[2]) or 0
        return TimePoint(year=first if first > 99 else 1900 + first, decade="decade")
    century = {"本": 21, "上": 20}.get(match[1]) or small_number(match[1]) or 0
    year = (century - 1) * 100
    return (
        TimePoint(year=year + (small_number(match[2]) or 0), decade="decade")
        if match[2]
        else TimePoint(year=year, decade="century")
    )


def rank(point: TimePoint) -> int:
    """Return how fine the finest part of a point is: 1 for a year, 8 for a time of day."""
    if point.clock is not None and point.clock.hour is not None:
        return 8
    if point.clock is not None:
        return 7
    if point.weekday is not None:
        return 6
    if point.day is not None or point.festival or point.unit == "day":
        return 5
    if point.unit == "week" or point.ordinal:
        return 4
    if point.part:
        return 3
    return 2 if point.month is not None or point.unit in ("month", "quarter", "hour") else 1
