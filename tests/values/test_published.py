"""The date of publication as metadata writes it: ISO, Chinese, other languages through dateparser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(st.text(max_size=30))
def test_no_field_raises(field: str) -> None:
    parse_published(field)
