"""Headlines in brackets have no date but their own, and a count with which another is compared dates none."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def days(extractor: Extractor, text: str) -> list[str | None]:
    records = extractor.extract(Document("one", text, published="2020-03-11")).records()
    return [record.get("date_end") for record in records]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("【河南新增治愈出院9例】3月5日，河南省新增治愈出院病例9例。", [None, "2020-03-05"]),
        ("#河南新增确诊7例# 3月4日8时至5日8时，河南省新增确诊病例7例。", [None, "2020-03-05"]),
        # near misses: the headline states a day, or no day opens what follows, or it opens nothing
        ("【3月4日河南新增出院9例】3月5日，郑州市确诊12例。", ["2020-03-04", "2020-03-05"]),
        ("3月5日，河南省卫健委发布【快讯】，新增确诊病例9例。", ["2020-03-05"]),
    ],
)
def test_a_headline_has_no_date_of_its_article(extractor: Extractor, text: str, dates: list[str | None]) -> None:
    assert days(extractor, text) == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "截至3月9日，法国确诊1412例。与截至8日的统计相比，确诊病例增加286例，死亡病例增加11例。",
            ["2020-03-09", "2020-03-09", "2020-03-09"],
        ),
        (
            "截至6日18时，韩国累计确诊6593例。这一数字相比截至6日零时的统计，确诊病例增加309例。",
            ["2020-03-06", "2020-03-06"],
        ),
        # near miss: nothing is compared
        ("截至3月9日，法国确诊1412例。根据8日的统计，确诊病例增加286例。", ["2020-03-09", "2020-03-08"]),
    ],
)
def test_the_count_compared_with_dates_no_change(extractor: Extractor, text: str, dates: list[str]) -> None:
    assert days(extractor, text) == dates
