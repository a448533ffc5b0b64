"""Which days an expression means, and from where the parts come that it leaves out."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from epiextract.values.times.finder import Period, find_times, parse_time
from epiextract.values.times.lists import resolve_parts
from epiextract.values.times.moments import resolve_moment
from epiextract.values.times.partial import PartialDate, parse_published
from epiextract.values.times.resolution import resolve_time


def period(text: str, published: str | None = "2021-03-10", anchor: str | None = None, **options: bool) -> Period:
    """Return the days of the one expression in a text."""
    (one,) = find_times(text)
    before = date.fromisoformat(anchor) if anchor else None
    return resolve_time(one, published=published, anchor=before, **options)


def days(text: str, published: str | None = "2021-03-10", anchor: str | None = None, **options: bool) -> str:
    """Return both ends, short: a missing one is a dash."""
    found = period(text, published, anchor, **options)
    return " ".join(end.isoformat() if end else "-" for end in (found.start, found.end))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020年2月3日", "2020-02-03 2020-02-03"),
        ("2月3日", "2021-02-03 2021-02-03"),
        ("12月31日", "2020-12-31 2020-12-31"),
        ("3日", "2021-03-03 2021-03-03"),
        ("28日", "2021-02-28 2021-02-28"),
        ("昨日", "2021-03-09 2021-03-09"),
        ("昨新增", "2021-03-09 2021-03-09"),
        ("今（10）日", "2021-03-10 2021-03-10"),
        ("前（8）日", "2021-03-08 2021-03-08"),
        ("今午", "2021-03-10 2021-03-10"),
        ("前天晚上", "2021-03-08 2021-03-08"),
        ("明天", "2021-03-11 2021-03-11"),
        ("上周五", "2021-03-05 2021-03-05"),
        ("本周", "2021-03-08 2021-03-14"),
        ("周五", "2021-03-05 2021-03-05"),
        ("上月", "2021-02-01 2021-02-28"),
        ("本月3日", "2021-03-03 2021-03-03"),
        ("去年", "2020-01-01 2020-12-31"),
        ("去年12月底", "2020-12-31 2020-12-31"),
        ("2月", "2021-02-01 2021-02-28"),
        ("2月上旬", "2021-02-01 2021-02-10"),
        ("2月初", "2021-02-01 2021-02-10"),
        ("2月下旬", "2021-02-21 2021-02-28"),
        ("2月中下旬", "2021-02-11 2021-02-28"),
        ("中下旬", "2021-03-11 2021-03-31"),
        ("元月10日", "2021-01-10 2021-01-10"),
        ("腊月二十九日", "2021-02-10 2021-02-10"),
        ("2019全年", "2019-01-01 2019-12-31"),
        ("2019底", "2019-12-31 2019-12-31"),
        ("2月底", "2021-02-28 2021-02-28"),
        ("2020年第三季度", "2020-07-01 2020-09-30"),
        ("去年上半年", "2020-01-01 2020-06-30"),
        ("大年初三", "2021-02-14 2021-02-14"),
        ("除夕", "2021-02-11 2021-02-11"),
        ("元宵节", "2021-02-26 2021-02-26"),
        ("腊月廿三", "2021-02-04 2021-02-04"),
        ("2020年除夕", "2020-01-24 2020-01-24"),
        ("去年清明节", "2020-04-04 2020-04-04"),
        ("闰四月初一", "2020-05-23 2020-05-23"),
        ("上世纪90年代", "1990-01-01 1999-12-31"),
    ],
)
def test_points(text: str, expected: str) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至3月8日24时", "- 2021-03-08"),
        ("截至3月8日0时", "- 2021-03-07"),
        ("截至昨天", "- 2021-03-09"),
        ("截至昨", "- 2021-03-09"),
        ("截至昨（8）日", "- 2021-03-08"),
        ("截至3/6", "- 2021-03-06"),
        ("截至今", "- 2021-03-10"),
        ("截至目前", "- 2021-03-10"),
        ("迄今为止", "- 2021-03-10"),
        ("2020春节期间", "2020-01-25 2020-01-25"),
        ("自3月1日以来", "2021-03-01 2021-03-10"),
        ("3月1日开诊以来", "2021-03-01 2021-03-10"),
        ("3月1日至今", "2021-03-01 2021-03-10"),
        ("今年以来", "2021-01-01 2021-03-10"),
        ("春节以来", "2021-02-12 2021-03-10"),
        ("3月8日0—24时", "2021-03-08 2021-03-08"),
        ("3月7日12时至3月8日0时", "2021-03-07 2021-03-07"),
        ("2月26日至3月2日", "2021-02-26 2021-03-02"),
        ("12月30日至1月5日", "2020-12-30 2021-01-05"),
        ("2月26日至28日", "2021-02-26 2021-02-28"),
        ("1月1日到6月30日", "2021-01-01 2021-06-30"),
        ("2019年12月—2020年1月", "2019-12-01 2020-01-31"),
        ("2—3月", "2021-02-01 2021-03-31"),
        ("6、7日", "2021-03-06 2021-03-07"),
        ("近一周", "2021-03-04 2021-03-10"),
        ("未来三天", "2021-03-11 2021-03-13"),
        ("此后三天", "2021-03-11 2021-03-13"),
        ("两天前", "2021-03-08 2021-03-08"),
        ("3月15日前", "- 2021-03-15"),
        ("延长至3月20日", "- 2021-03-20"),
    ],
)
def test_periods(text: str, expected: str) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("27日", "2021-01-20", "2021-01-27 2021-01-27"),
        ("2日", "2021-02-28", "2021-03-02 2021-03-02"),
        # the nearer one, where it has begun
        ("9日", "2021-01-25", "2021-02-09 2021-02-09"),
        ("16日", "2021-01-25", "2021-01-16 2021-01-16"),
        ("9日", "2021-02-24", "2021-03-09 2021-03-09"),
        ("11日", "2021-02-26", "2021-02-11 2021-02-11"),
        ("次日", "2021-02-28", "2021-03-01 2021-03-01"),
        ("当天下午", "2021-02-20", "2021-02-20 2021-02-20"),
        ("前一天", "2021-02-20", "2021-02-19 2021-02-19"),
        ("同月", "2021-02-20", "2021-02-01 2021-02-28"),
        ("连续3天", "2021-02-20", "2021-02-18 2021-02-20"),
        ("晚上8时", "2021-02-20", "2021-02-20 2021-02-20"),
        ("截至9日", "2021-01-20", "- 2021-03-09"),
        ("截至9日", "2012-01-02", "- 2012-01-09"),
        ("随后一周", "2021-01-20", "2021-01-21 2021-01-27"),
        ("之后三天", "2021-01-20", "2021-01-21 2021-01-23"),
        ("未来三天", "2021-01-20", "2021-03-11 2021-03-13"),
    ],
)
def test_what_the_date_before_lends(text: str, anchor: str, expected: str) -> None:
    assert days(text, anchor=anchor) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月25日", "2021-02-25 2021-02-25"),
        ("昨天", "- -"),
        ("25日", "- -"),
        ("周五", "- -"),
        ("周三（10日）", "2021-03-10 2021-03-10"),
        ("上月", "2021-02-01 2021-02-28"),
        ("2月25日以来", "2021-02-25 -"),
        ("截至目前", "- -"),
    ],
)
def test_a_month_of_publication_gives_the_year_only(text: str, expected: str) -> None:
    assert days(text, "2021-03") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月15日", "2021-03-15 2021-03-15"),
        ("5月底", "2021-05-31 2021-05-31"),
        ("6月30日前", "- 2021-06-30"),
        ("2月20日前", "- 2021-02-20"),
        ("28日前", "- 2021-02-28"),
        ("12日前", "- 2021-03-12"),
        ("年底前", "- 2021-12-31"),
        ("4月1日起", "2021-04-01 -"),
        ("12日起", "2021-03-12 -"),
        ("20日起", "2021-02-20 2021-03-10"),
        ("到3月底", "- 2021-03-31"),
        ("到12月底", "- 2020-12-31"),
        ("清明节", "2021-04-04 2021-04-04"),
        ("6月", "2021-06-01 2021-06-30"),
        ("7月", "2020-07-01 2020-07-31"),
        ("二季度", "2021-04-01 2021-06-30"),
        ("下半年", "2020-07-01 2020-12-31"),
        ("截至二季度末", "- 2020-06-30"),
        ("截至3月15日", "- 2020-03-15"),
        ("3月15日以来", "2020-03-15 2021-03-10"),
        ("周五", "2021-03-05 2021-03-05"),
    ],
)
def test_a_day_may_lie_soon_after_publication(text: str, expected: str) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("1月23日", "2020-11-20", "2020-01-23 2020-01-23"),
        ("2月", "2020-12-15", "2020-02-01 2020-02-29"),
        ("1—11月", "2020-12-28", "2020-01-01 2020-11-30"),
        ("1月1日至11月30日", "2020-12-28", "2020-01-01 2020-11-30"),
        ("1月23日至4月8日", "2020-11-20", "2020-01-23 2020-04-08"),
        ("12月8日", "2020-11-20", "2020-12-08 2020-12-08"),
        ("1月1日", "2020-12-28", "2021-01-01 2021-01-01"),
        ("1月1日起", "2020-12-10", "2021-01-01 -"),
        ("1月15日前", "2020-12-10", "- 2021-01-15"),
        ("延长至1月31日", "2020-11-20", "- 2021-01-31"),
    ],
)
def test_the_next_year_is_told_of_only_shortly_before_it(text: str, published: str, expected: str) -> None:
    assert days(text, published) == expected


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [("2021-01-25", "2021-02-09 2021-02-09"), ("2021-02-25", "2021-02-09 2021-02-09")],
)
def test_a_month_of_publication_may_not_have_come_to_that_day(anchor: str, expected: str) -> None:
    assert days("9日", "2021-03", anchor) == expected


def test_words_of_plans_let_a_day_begin_later() -> None:
    assert days("自6月1日起") == "2020-06-01 2021-03-10"
    assert days("自6月1日起", future=True) == "2021-06-01 -"
    assert days("到12月底") == "- 2020-12-31"
    assert days("截至3月15日", future=True) == "- 2021-03-15"


def test_a_month_lies_in_the_year_of_its_sentence() -> None:
    (month, winter) = find_times("5月，1月")
    told = {"published": "2021-03-10", "anchor": date(2018, 3, 31), "sentence_year": 2018}
    assert resolve_time(month, **told).end == date(2018, 5, 31)
    late = {"published": "2021-03-10", "anchor": date(2019, 12, 31), "sentence_year": 2019}
    assert resolve_time(winter, **late).end == date(2020, 1, 31)


def test_a_year_of_publication_says_too_little_to_look_ahead() -> None:
    assert days("2月25日", "2021") == "2021-02-25 2021-02-25"
    assert days("4月8日", "2021-03") == "2021-04-08 2021-04-08"


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("月底前", None, "- 2021-03-31"),
        ("月初", None, "2021-03-01 2021-03-10"),
        ("月中", None, "2021-03-11 2021-03-20"),
        ("季末", None, "2021-03-01 2021-03-31"),
        ("月底", "2021-01-20", "2021-01-31 2021-01-31"),
        ("月底前", "2021-01-20", "- 2021-03-31"),
        ("截至月末", None, "- 2021-02-28"),
        ("本月月底", None, "2021-03-31 2021-03-31"),
        ("1月初至月底", None, "2021-01-01 2021-01-31"),
        ("周末", None, "2021-03-06 2021-03-07"),
        ("周末前", None, "- 2021-03-14"),
    ],
)
def test_parts_are_of_the_month_or_week_that_the_text_is_in(text: str, anchor: str | None, expected: str) -> None:
    assert days(text, anchor=anchor) == expected


@pytest.mark.parametrize(
    ("text", "published", "anchor", "expected"),
    [
        ("昨天（28日）", "2021-03-01", "2021-01-20", "2021-02-28 2021-02-28"),
        ("今天（5日）", "2021-03-05", "2021-02-03", "2021-03-05 2021-03-05"),
        ("昨日（4日）", "2021-03", "2021-02-03", "2021-02-04 2021-02-04"),
        ("昨日（4日）", "2021-03", None, "- -"),
    ],
)
def test_the_bracket_of_a_day_told_is_near_publication(
    text: str, published: str, anchor: str | None, expected: str
) -> None:
    assert days(text, published, anchor) == expected


def test_words_of_plans_look_ahead() -> None:
    assert days("周五", future=True) == "2021-03-12 2021-03-12"
    assert days("1月20日", future=True) == "2021-01-20 2021-01-20"


def test_a_year_named_alone_lends_no_month() -> None:
    (day,), (told,) = find_times("25日"), find_times("次年")
    known = {"published": "2021-03", "anchor": date(2021, 1, 20), "year": 2003}
    assert resolve_time(day, **known).end == date(2021, 1, 25)
    assert resolve_time(told, **known).end == date(2004, 12, 31)


def test_nothing_known_leaves_it_partial() -> None:
    found = period("3月8日", published=None)
    assert (found.start, found.end, found.partial) == (None, None, True)
    assert not found


def test_it_says_what_it_took() -> None:
    assert period("27日", anchor="2021-01-20").took == ("month:anchor",)
    assert period("2月25日").took == ("year:published",)
    assert period("3月1日以来").took == ("year:published", "end:published")


@pytest.mark.parametrize("text", ["2月30日", "2021年2月29日", "正月初三十一"])
def test_days_that_do_not_exist_resolve_to_nothing(text: str) -> None:
    for one in find_times(text):
        if one.begin is not None and one.begin.day is not None and one.begin.day > 28:
            assert not resolve_time(one, published="2021-03-10")


@pytest.mark.parametrize("text", ["春节期间", "春节", "三天内", "近日", "一个多月来"])
def test_loose_words_give_no_days(text: str) -> None:
    assert days(text) == "- -"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("2021", "2021"),
        ("2021-03", "2021-03"),
        ("2021年3月", "2021-03"),
        ("2021年3月8日", "2021-03-08"),
        ("2021-03-08T09:30:00+08:00", "2021-03-08"),
        ("20210308", "2021-03-08"),
        ("Mar 8, 2021", "2021-03-08"),
        ("8 March 2021 10:00", "2021-03-08"),
        ("2021-13-08", None),
        ("unknown", None),
        ("", None),
        ("3" * 500, None),
    ],
)
def test_published_fields(field: str, expected: str | None) -> None:
    read = parse_published(field)
    assert (str(read) if read else None) == expected


def test_published_may_be_given_in_any_form() -> None:
    (one,) = find_times("2月25日")
    wanted = Period(date(2021, 2, 25), date(2021, 2, 25), took=("year:published",))
    for published in ("2021-03", PartialDate(2021, 3), date(2021, 3, 1), "2021"):
        assert resolve_time(one, published=published) == wanted


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("明天下午3点至5点", "2021-03-11T15:00", "2021-03-11T17:00"),
        ("3月9日24时", "2021-03-10T00:00", "2021-03-10T00:00"),
        ("半小时后", "2021-03-10T09:30", "2021-03-10T10:00"),
        ("昨天上午", "2021-03-09T07:00", "2021-03-09T12:00"),
        ("近三个月", "2020-12-10T00:00", "2021-03-10T09:00"),
        ("5个工作日内", "2021-03-10T09:00", "2021-03-18T00:00"),
        ("20000年后", None, None),
    ],
)
def test_moments(text: str, start: str | None, end: str | None) -> None:
    one = parse_time(text)
    assert one is not None
    moment = resolve_moment(one, datetime(2021, 3, 10, 9))
    assert [side.isoformat(timespec="minutes") if side else None for side in (moment.start, moment.end)] == [start, end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1月30日、31日和2月2日", "2020-01-30 2020-01-31 2020-02-02"),
        ("周六、周日", "2020-02-08 2020-02-09"),
        ("29、30日", "2020-01-29 2020-01-30"),
        ("1月29日至2月1日", "2020-01-29 2020-01-30 2020-01-31 2020-02-01"),
        ("11月、12月、1月", "2019-11-30 2019-12-31 2020-01-31"),
        ("10月、11月、12月", "2019-10-31 2019-11-30 2019-12-31"),
        ("去年10月至12月", "2019-10-31 2019-11-30 2019-12-31"),
        ("2016-2018年", "2016-12-31 2017-12-31 2018-12-31"),
        # neither days in a row nor a list
        ("2月3日", ""),
        ("2月3日8时至11时", ""),
        ("1月底至2月9日", ""),
        ("初三、初四", ""),
    ],
)
def test_a_list_or_a_range_is_told_one_by_one(text: str, expected: str) -> None:
    expression = parse_time(text)
    assert expression is not None
    parts = resolve_parts(expression, resolve_time(expression, published="2020-02-10"))
    assert " ".join(str(part.end) for part in parts) == expected
