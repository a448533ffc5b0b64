"""The date of publication as metadata writes it: ISO, Chinese, other languages through dateparser."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from epiextract.errors import InputError
from epiextract.text.document import published_date
from epiextract.values import PartialDate, parse_published

FIELDS = {
    "2020-02-03": (2020, 2, 3), "2020-02": (2020, 2, None), "2020": (2020, None, None), "20200203": (2020, 2, 3),
    "2020/2/3": (2020, 2, 3), "2020.02.03": (2020, 2, 3), "2020年2月3日": (2020, 2, 3), "2020年2月": (2020, 2, None),
    "2020-02-03T08:00:00Z": (2020, 2, 3), "2020年2月3日 星期一": (2020, 2, 3), "Feb 3, 2020": (2020, 2, 3),
    "3 February 2020": (2020, 2, 3), "3 février 2020": (2020, 2, 3), "3 de febrero de 2020": (2020, 2, 3),
    "3. Februar 2020": (2020, 2, 3), "3 февраля 2020": (2020, 2, 3), "2020년 2월 3일": (2020, 2, 3),
    "Mon, 03 Feb 2020 08:00:00 GMT": (2020, 2, 3), "25/02/2020": (2020, 2, 25), "02/25/2020": (2020, 2, 25),
    "3/3/2020": (2020, 3, 3),
}  # fmt: skip


@pytest.mark.parametrize(("field", "parts"), FIELDS.items(), ids=FIELDS)
def test_field_reads(field: str, parts: tuple[int, int | None, int | None]) -> None:
    assert parse_published(field) == PartialDate(*parts)


@pytest.mark.parametrize(
    "field", ["", "昨天", "today", "February", "2/3/2020", "03-02-2020", "2020-13-01", "2020-02-30", "x" * 500]
)
def test_what_names_no_one_day_gives_none(field: str) -> None:
    assert parse_published(field) is None


# What one door took and the other refused, while there were two readers.
DAY: tuple[object, ...] = (
    "2020-3-7", "2020/03/07", "2020年3月7日", "2020 年 3 月 7 日", "２０２０年３月７日", "2020\u00a0年3月7日",
    "2020-3 -7", "2020-03-07\n来源：某报",
    "Mar 7, 2020", "2020年03月07日08:30", "2020年3月7日星期六", "2020年3月7日（星期六）", "2020年3月7日 8时",
    "2020-03-07T", "2020-03-07Z", "2020-03-07+08:00", "2020-03-07T23:30:00-05:00",
    date(2020, 3, 7), datetime(2020, 3, 7, 8),
    datetime(2020, 3, 7, 23, tzinfo=timezone.utc),
)  # fmt: skip
# Digits alone are a day in a field of metadata, and none where a document is given its date.
COMPACT: tuple[object, ...] = ("20200307", "20200307080000", "20200307T0800Z", 20200307, 20200307.0)
LESS: dict[object, str] = {
    "2020年3月": "2020-03", "2020 年 3 月": "2020-03", "2020.3": "2020-03", "2020/03": "2020-03",
    2020.0: "2020", "2020.0": "2020", " 2020年 ": "2020", "1918": "1918",
}  # fmt: skip
NO_DATE: tuple[object, ...] = (
    "2020-00", "2020-3-0", "2020年13月", "2020 soon", "2020-03 soon", "2020 02 03", "202003", "2150", "1234", "0020",
    "2020-2021", "2020-03-07foo", "2020年3月7日电", "2020年3月7日-8日", "2020-3/", "1990 days ago", "2020 years ago",
    "2020-W10", float("nan"), None, True, 0, 1583280000,
)  # fmt: skip


@pytest.mark.parametrize(("field", "iso"), [*((field, "2020-03-07") for field in DAY), *LESS.items()], ids=str)
def test_both_doors_read_the_same(field: object, iso: str) -> None:
    assert (str(parse_published(field)), published_date(field)) == (iso, iso)


@pytest.mark.parametrize("field", COMPACT, ids=str)
def test_digits_alone_are_a_day_of_metadata_only(field: object) -> None:
    assert str(parse_published(field)) == "2020-03-07"
    with pytest.raises(InputError, match="EPX404"):
        published_date(field)


@pytest.mark.parametrize("field", NO_DATE, ids=str)
def test_both_doors_refuse_the_same(field: object) -> None:
    assert parse_published(field) is None
    with pytest.raises(InputError, match="EPX404"):
        published_date(field)


@given(st.text(max_size=30))
def test_no_field_raises(field: str) -> None:
    parse_published(field)
