"""Counts of a stated period are new without a word that says so."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月8日，合肥市共完成核酸检测1.2万人次。", ["new"]),
        ("3月8日0时至24时，合肥市采集样本1.2万份。", ["new"]),
        ("3月8日，全市共采集核酸样本1.2万份，完成检测9800份。", ["new", "new"]),
        ("昨天，疾控中心检测样本450份，累计检测3.6万份。", ["new", "cumulative"]),
        ("3月8日，合肥市发热门诊共接诊450人次。", ["new"]),
        ("3月8日，合肥市无症状感染者转为确诊病例2例。", ["new"]),
        ("3月8日，合肥市2例无症状感染者转为确诊病例。", ["new"]),
        ("3月8日，合肥市累计无症状感染者转为确诊病例2例。", ["cumulative"]),
        # totals, and what there is
        ("3月8日，合肥市累计完成核酸检测1.2万人次。", ["cumulative"]),
        ("截至3月8日，合肥市共完成核酸检测1.2万人次。", ["cumulative"]),
        ("截至3月8日24时，合肥市采集样本1.2万份。", ["cumulative"]),
        ("3月8日，合肥市已检测1.2万人。", ["cumulative"]),
        ("3月8日，全球共有153例确诊病例。", ["cumulative"]),
        ("3月8日，合肥市检测能力为每天450份。", [None]),
    ],
)
def test_tests_and_visits_of_a_day_are_new(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    events = extractor.extract(Document(id="a", text=text, published="2020-03-09"))
    assert [one.record().get("accumulation") for one in events] == expected
