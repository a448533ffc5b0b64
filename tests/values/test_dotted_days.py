"""2.18日, and 2.18 where only a day can stand, are days; all other decimals are numbers."""

from __future__ import annotations

from datetime import date

import pytest

from epiextract import Document, Extractor
from epiextract.values import find_times


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("3.14日新增6例，3.13日新增9例", ["3.14日", "3.13日"]),
        ("截至3.14日24时，累计96例", ["截至3.14日24时"]),
        ("截至3.14，累计96例", ["截至3.14"]),
        ("3.14新增确诊6例", ["3.14"]),
        ("3.13-3.14日新增6例", ["3.13-3.14日"]),
        ("3.13至3.14日新增6例", ["3.13至3.14日"]),
        ("3.14公布", ["3.14"]),
        # near misses: numbers, lengths, money, what is no day of a month
        ("截至目前捐款3.14万元", ["截至目前"]),
        ("捐款3.14亿元，增长3.14", []),
        ("占3.14%，新增6例", []),
        ("平均3.5日，约2.5日，缩短至2.5日", []),
        ("疗程3.5日左右", []),
        ("单价3.14日元", []),
        ("指数为3.14，新增6例", []),
        ("3.32日，13.5日", []),
        ("3.14新增长点", []),
    ],
)
def test_which_decimals_are_days(text: str, times: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_times(text)] == times


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.14日新增6例，3.13日新增9例。", {"6例": date(2020, 3, 14), "9例": date(2020, 3, 13)}),
        ("3.14新增确诊6例，出院8例。", {"6例": date(2020, 3, 14), "8例": date(2020, 3, 14)}),
    ],
)
def test_dotted_days_date_figures(extractor: Extractor, text: str, expected: dict[str, date]) -> None:
    events = extractor.extract(Document("one", text, published="2020-03-15")).figures
    assert {event.quote: event.date_end for event in events} == expected
