"""Lengths, sets and parts of the day as stretches of time, said on 20 October 2022 at 15:30, a Thursday."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

import pytest

from epiextract.values.times.finder import find_times, parse_time
from epiextract.values.times.moments import Moment, resolve_moment
from epiextract.values.times.partial import PartialDate, parse_published

NOW = datetime(2022, 10, 20, 15, 30)


def read(text: str, now: datetime | PartialDate = NOW) -> str:
    """Return the stretch that a text means, ``from .. to``, a side that is open as nothing."""
    expression = parse_time(text)
    assert expression is not None, text
    moment = resolve_moment(expression, now)
    return " .. ".join("" if side is None else f"{side:%Y-%m-%d %H:%M}" for side in (moment.start, moment.end))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # as fine as the words
        ("六年后", "2028-01-01 00:00 .. 2029-01-01 00:00"),
        ("六年半后", "2029-04-01 00:00 .. 2029-05-01 00:00"),
        ("六天后", "2022-10-26 00:00 .. 2022-10-27 00:00"),
        ("一天半后", "2022-10-22 03:00 .. 2022-10-22 04:00"),
        ("四周后", "2022-11-14 00:00 .. 2022-11-21 00:00"),
        # a time ago lies before its moment
        ("四小时前", "2022-10-20 10:30 .. 2022-10-20 11:30"),
        ("四小时后", "2022-10-20 19:30 .. 2022-10-20 20:30"),
        ("半小时前", "2022-10-20 14:30 .. 2022-10-20 15:00"),
        ("四个月前", "2022-05-01 00:00 .. 2022-07-01 00:00"),
        ("四个月后", "2023-02-01 00:00 .. 2023-04-01 00:00"),
        # open
        ("六年以后", "2028-01-01 00:00 .. "),
        ("六年之前", " .. 2017-01-01 00:00"),
        ("四小时以前", " .. 2022-10-20 11:30"),
        ("再过六天", "2022-10-26 00:00 .. "),
        ("过四小时", "2022-10-20 19:30 .. "),
        # up to now, and from now on
        ("六年来", "2016-01-01 00:00 .. 2022-10-20 15:30"),
        ("近六年", "2016-10-20 00:00 .. 2022-10-20 15:30"),
        ("四个月以来", "2022-06-01 00:00 .. 2022-10-20 15:30"),
        ("最近四天", "2022-10-16 15:30 .. 2022-10-20 15:30"),
        ("今后四天", "2022-10-20 15:30 .. 2022-10-24 15:30"),
        ("六年内", "2022-10-20 15:30 .. 2029-01-01 00:00"),
        ("四个月内", "2022-10-20 15:30 .. 2023-03-01 00:00"),
        ("三十多分钟内", "2022-10-20 15:30 .. 2022-10-20 16:00"),
        # loose
        ("前两天", "2022-10-13 00:00 .. 2022-10-19 00:00"),
        ("前两年", "2017-01-01 00:00 .. 2021-01-01 00:00"),
        ("三十几年前", "1982-01-01 00:00 .. 1993-01-01 00:00"),
        ("前四天", "2022-10-16 15:30 .. 2022-10-20 15:30"),
        # counted
        ("第六年", "2027-01-01 00:00 .. 2028-01-01 00:00"),
        ("第六天", "2022-10-25 00:00 .. 2022-10-26 00:00"),
        ("头三个月", "2022-01-01 00:00 .. 2022-04-01 00:00"),
        ("去年后两个月", "2021-11-01 00:00 .. 2022-01-01 00:00"),
        ("本月后五天", "2022-10-27 00:00 .. 2022-11-01 00:00"),
        # parts as stretches
        ("明年初", "2023-01-01 00:00 .. 2023-03-01 00:00"),
        ("去年底", "2021-11-01 00:00 .. 2022-01-01 00:00"),
        ("9月初", "2022-09-01 00:00 .. 2022-09-06 00:00"),
        ("9月中", "2022-09-10 00:00 .. 2022-09-21 00:00"),
        ("9月底", "2022-09-25 00:00 .. 2022-10-01 00:00"),
        ("今年伊始", "2022-01-01 00:00 .. 2022-02-01 00:00"),
        ("2021年伊始", "2021-01-01 00:00 .. 2021-02-01 00:00"),
        # hours
        ("明天晚上八九点", "2022-10-21 20:00 .. 2022-10-21 22:00"),
        ("凌晨三四点", "2022-10-20 03:00 .. 2022-10-20 05:00"),
        ("昨下午", "2022-10-19 13:00 .. 2022-10-19 18:00"),
        ("今上午10点", "2022-10-20 10:00 .. 2022-10-20 11:00"),
        ("上周二14:20", "2022-10-11 14:20 .. 2022-10-11 14:21"),
        ("今晚上", "2022-10-20 18:00 .. 2022-10-21 00:00"),
        ("明天9点前", " .. 2022-10-21 09:00"),
        ("晚上9点到早上6点", "2022-10-20 21:00 .. 2022-10-21 06:00"),
        ("明天半夜12点", "2022-10-22 00:00 .. 2022-10-22 01:00"),
        # centuries, decades, eras
        ("七十年代", "1970-01-01 00:00 .. 1980-01-01 00:00"),
        ("上世纪末", "1980-01-01 00:00 .. 2000-01-01 00:00"),
        ("民国十五年", "1926-01-01 00:00 .. 1927-01-01 00:00"),
        ("令和3年4月", "2021-04-01 00:00 .. 2021-05-01 00:00"),
        ("乾隆五十年", "1785-01-01 00:00 .. 1786-01-01 00:00"),
        ("去年农历五月", "2021-06-10 00:00 .. 2021-07-10 00:00"),
        # ends that frame
        ("2015年之后2019年之前", "2015-01-01 00:00 .. 2020-01-01 00:00"),
        ("从2015到2019", "2015-01-01 00:00 .. 2020-01-01 00:00"),
        # what is a date only where nothing else stands
        ("97年", "1997-01-01 00:00 .. 1998-01-01 00:00"),
        ("04年", "2004-01-01 00:00 .. 2005-01-01 00:00"),
        ("2021.7", "2021-07-01 00:00 .. 2021-08-01 00:00"),
        ("国庆", "2022-10-01 00:00 .. 2022-10-02 00:00"),
    ],
)
def test_stretch(text: str, expected: str) -> None:
    assert read(text) == expected


def test_a_base_that_is_only_a_month_lasts_to_its_end() -> None:
    assert read("四年半来", PartialDate(2022, 10)) == "2018-04-01 00:00 .. 2022-11-01 00:00"
    assert read("两天半以来", PartialDate(2022, 10, 20)) == "2022-10-17 12:00 .. 2022-10-21 00:00"
    assert resolve_moment(find_times("三天内")[0], PartialDate(None, 3)) == Moment(None, None)
    assert parse_published("2022-10") == PartialDate(2022, 10)


@pytest.mark.parametrize(
    ("text", "least", "most", "bound"),
    [
        ("4至6天", ("day", 4), ("day", 6), ""),
        ("四到六年", ("year", 4), ("year", 6), ""),
        ("两年以上五年以下", ("year", 2), ("year", 5), ""),
        ("八个月以上两年以下", ("month", 8), ("year", 2), ""),
        ("二十年以上", ("year", 20), None, "over"),
        ("6个月以下", ("month", 6), None, "under"),
    ],
)
def test_length_has_two_ends(text: str, least: tuple[str, int], most: tuple[str, int] | None, bound: str) -> None:
    expression = parse_time(text)
    assert expression is not None
    assert expression.duration is not None
    assert expression.duration.amounts == ((least[0], Fraction(least[1])),)
    assert expression.duration.maximum == (None if most is None else ((most[0], Fraction(most[1])),))
    assert expression.duration.bound == bound


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("两年零四个月", (("year", 2), ("month", 4))),
        ("2分15秒", (("minute", 2), ("second", 15))),
        ("四天四夜", (("day", 4),)),
    ],
)
def test_length_of_two_units(text: str, amounts: tuple[tuple[str, int], ...]) -> None:
    expression = parse_time(text)
    assert expression is not None
    assert expression.duration is not None
    assert expression.duration.amounts == tuple((unit, Fraction(number)) for unit, number in amounts)


@pytest.mark.parametrize(
    ("text", "every", "expected"),
    [
        ("每两周", ("week", 2), " .. "),
        ("每隔四天", ("day", 4), " .. "),
        ("每周二", ("week", 1), "2022-10-18 00:00 .. 2022-10-19 00:00"),
        ("每周末", ("week", 1), "2022-10-22 00:00 .. 2022-10-24 00:00"),
        ("每逢周六", ("week", 1), "2022-10-22 00:00 .. 2022-10-23 00:00"),
        ("每周一至周四", ("week", 1), "2022-10-17 00:00 .. 2022-10-21 00:00"),
        ("每天8点到10点", ("day", 1), "2022-10-20 08:00 .. 2022-10-20 10:00"),
        ("每晚9点", ("day", 1), "2022-10-20 21:00 .. 2022-10-20 22:00"),
        ("每月12日", ("month", 1), "2022-10-12 00:00 .. 2022-10-13 00:00"),
        ("每个月的第一个周三", ("month", 1), "2022-10-05 00:00 .. 2022-10-06 00:00"),
        ("每年父亲节", ("year", 1), "2022-06-19 00:00 .. 2022-06-20 00:00"),
        ("每周工作日8点", ("week", 1), "2022-10-20 08:00 .. 2022-10-20 09:00"),
        ("每半年", ("year", Fraction(1, 2)), " .. "),
    ],
)
def test_set_tells_how_far_apart_and_when(text: str, every: tuple[str, Fraction], expected: str) -> None:
    expression = parse_time(text)
    assert expression is not None
    assert expression.kind == "set"
    assert expression.duration is not None
    assert expression.duration.amounts == (every,)
    assert read(text) == expected


def test_a_day_without_its_sign_may_be_told_to_be_gregorian() -> None:
    for text, day in (("九月十二", 7), ("九月十二晚上", 7)):
        lunar, plain = parse_time(text), parse_time(text, lunar_days=False)
        assert lunar is not None
        assert plain is not None
        assert resolve_moment(lunar, NOW).start.day == day  # type: ignore[union-attr]
        assert resolve_moment(plain, NOW).start.day == 12  # type: ignore[union-attr]
    assert parse_time("九月廿二", lunar_days=False) == parse_time("九月廿二")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("最近四天没有新增", ["最近四天"]),
        ("最近几天没有新增", ["最近"]),
        ("此前3月8日到货", ["此前", "3月8日"]),
        ("3月8日农历二月廿五开诊", ["3月8日", "农历二月廿五"]),
        ("寒假期间开放", []),
        ("从2015例到2019例", []),
        ("昨下午抵达", ["昨下午"]),
        ("周四14:30抵达", ["周四14:30"]),
        ("周四14人抵达", []),
        ("3月中国出口", ["3月"]),
        ("康熙字典收录", []),
    ],
)
def test_what_dates_something(text: str, spans: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_times(text)] == spans
