"""What an article says of its own date and place."""

from __future__ import annotations

import pytest

from epiextract.errors import InputError
from epiextract.text.dateline import REACH, document_date, find_datelines
from epiextract.text.document import Document


def own_date(text: str, published: str | None = None, default: str | None = None) -> str | None:
    return document_date(Document(id="a", text=text, published=published), text, default)


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("央广网北京2月3日消息（记者甲）今天", "北京", (None, 2, 3)),
        ("新华社武汉2月4日电 题：守城", "武汉", (None, 2, 4)),
        ("中新网西安1月29日电（记者乙）", "西安", (None, 1, 29)),
        ("央广网河南分网2月15日消息", "", (None, 2, 15)),
        ("新华社北京2020年3月1日电", "北京", (2020, 3, 1)),
        ("某省日报2月15日襄阳电 昨天", "襄阳", (None, 2, 15)),
        ("央广网2月15日赣州消息（记者甲）", "赣州", (None, 2, 15)),
        ("某省日报网2月15日襄阳电（记者甲）", "襄阳", (None, 2, 15)),
        ("某事。（本报金边3月8日电）", "金边", (None, 3, 8)),
        (">>>2020-02-07 早间新闻摘要\n某事", "", (2020, 2, 7)),
        ("某报讯\n新华社上海12月31日专电", "上海", (None, 12, 31)),
        ("发布时间：2020-02-07 10:20:00 来源：某网", "", (2020, 2, 7)),
        ("2020年02月07日09:40 来源：某网", "", (2020, 2, 7)),
        ("2020年2月7日 责编：某某", "", (2020, 2, 7)),
    ],
)
def test_datelines(text: str, place: str, day: tuple[int | None, int, int]) -> None:
    [line] = find_datelines(text)
    assert (line.year, line.month, line.day) == day
    assert place in line.place
    assert text[line.start : line.end]


@pytest.mark.parametrize(
    "text",
    [
        "截至2月3日24时，新增3例。",
        "2月3日电话会议召开。",
        "2月3日电视台播出。",
        "央广网2月3日发布消息，新增3例。",
        "新增3例（2月3日电报核实）",
        "2月3日武汉消息不断",
        ">>>2020-02-07新增3例\n某事",
        "他们在2月30日后返回",
        "13月1日电",
        "",
    ],
)
def test_dates_of_figures_are_no_datelines(text: str) -> None:
    assert list(find_datelines(text)) == []


@pytest.mark.parametrize(
    ("published", "date"),
    [
        (None, None),
        ("2020", "2020-02-03"),
        ("2020-03", "2020-02-03"),
        ("2020-01", "2019-02-03"),
        ("2020-02-05", "2020-02-05"),
    ],
    ids=["unknown", "year", "month", "month before", "day"],
)
def test_a_dateline_takes_its_year_from_what_is_known(published: str | None, date: str | None) -> None:
    assert own_date("央广网北京2月3日消息 今天新增3例。", published) == date


def test_a_year_in_the_text_needs_nothing_from_outside() -> None:
    assert own_date("新华社武汉2020年2月4日电 今天") == "2020-02-04"


def test_the_default_serves_documents_without_a_date() -> None:
    assert own_date("新增3例。", default="2020/2/5") == "2020-02-05"
    assert own_date("新增3例。", published="2020-01", default="2020-02-05") == "2020-01"


def test_a_bad_default_is_told() -> None:
    with pytest.raises(InputError, match="EPX404"):
        own_date("新增3例。", default="昨天")


def test_today_in_brackets_dates_the_article() -> None:
    assert own_date("从今天（2月23日）起，各超市恢复营业。", "2020-03") == "2020-02-23"


def test_today_at_the_opening_dates_the_article() -> None:
    assert own_date("听众朋友，早上好！今天是2月15日，星期六。昨天新增3例。", "2020-03") == "2020-02-15"
    assert own_date("他说，今天是2月15日。", "2020-03") == "2020-03"


def test_no_day_of_the_calendar_is_passed_over() -> None:
    assert own_date("新华社武汉2月30日电 某\n新华社武汉3月1日电 某", "2020-03") == "2020-03-01"


def test_a_dateline_far_into_the_text_is_somebody_elses() -> None:
    text = "。" * REACH + "\n新华社武汉2月4日电 某"
    assert own_date(text, "2020-03") == "2020-03"
