"""Days on which patients fell ill or givers began to study, and 昨 alone."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月6日合肥市新增12例，发病日期在3月2日前；2例为重症。", ["03-06", "03-06"]),
        ("3月6日合肥市新增12例，发病时间均为3月2日；2例为重症。", ["03-06", "03-06"]),
        ("3月6日合肥市新增12例，發病日期分別為3月1日和3月2日；2例為重症。", ["03-06", "03-06"]),
        ("3名2018年入学的校友，各捐赠了600元。", [None]),
        ("12名患者昨出院。", ["03-07"]),
        ("合肥市昨治愈出院12例。", ["03-07"]),
        # near misses
        ("3月6日合肥市新增12例，3月2日新增2例重症。", ["03-06", "03-02"]),
        ("3月6日，36名校友各捐赠了600元。", ["03-06"]),
        ("合肥市至今出院12例。", [None]),
    ],
)
def test_a_day_of_something_else_dates_nothing(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    records = [event.record() for event in extractor.extract(Document("one", text, published="2020-03-08"))]
    found = [record.get("date_end") for record in records if record["type"] in ("case_count", "donation")]
    assert found == [day and f"2020-{day}" for day in expected]
