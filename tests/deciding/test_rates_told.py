"""Rates told by 日, 周 or 年 before what is done, none of minutes, none of what a month gave in all."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("该厂周产量3万套。", "week"),
        ("企业口罩周产能达400万只。", "week"),
        ("公司日发货30万只。", "day"),
        ("该厂日交付口罩6万只。", "day"),
        ("该项目建成后年产口罩2亿只。", "year"),
        ("2月，全市口罩日均产量达到120万只。", "day"),
        ("2月3日交付口罩8万只。", None),
        ("上周产能达5万只。", None),
        ("当日发货30万只。", None),
        ("这台口罩机每分钟可生产90片口罩。", None),
        ("1月，全省口罩产量达到1.1亿只。", None),
    ],
)
def test_what_a_rate_is_measured_by(extractor: Extractor, text: str, per: str | None) -> None:
    found = extractor.extract(Document(id="a", text=text, published="2020-03-05")).records()[0]
    assert (found["type"], found.get("per")) == ("supply", per)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("项目总投资3亿元，投产后年产值可达6亿元。", None),
        ("达产后年销售收入可达9亿元。", None),
        ("公司力争后年销售收入达9亿元。", "2022-01-01"),
    ],
)
def test_the_year_after_the_start_is_no_date(extractor: Extractor, text: str, date: str | None) -> None:
    found = extractor.extract(Document(id="a", text=text, published="2020-03-05")).records()[-1]
    assert found.get("date_start") == date
