"""A total without a subject goes back to the place that reports, once a part of it was told; each with near misses."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def places(extractor: Extractor, text: str) -> dict[str, str | None]:
    records = extractor.extract(Document("one", text, published="2020-03-01")).records()
    return {record["quote"]: record["place"] for record in records}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("2月28日，江苏省新增确诊病例5例。南京市新增2例。截至2月28日24时，累计治愈出院50例。", "江苏省"),
        ("2月28日，全国新增死亡病例6例。湖北新增死亡病例4例。截至2月28日24时，现有重症病例50例。", "全国"),
        ("2月28日，江苏省新增确诊病例5例，南京市无新增确诊病例。截至2月28日24时，累计报告50例。", "江苏省"),
        ("2月28日，意大利新增确诊病例86例。伦巴第大区新增死亡病例7例。目前，累计死亡病例50例。", "意大利"),
        # near misses: the part has totals, is named again or meant, or is no part
        ("2月28日，江苏省新增确诊病例5例。南京市累计确诊93例。截至2月28日24时，累计治愈出院50例。", "南京市"),
        ("2月28日，江苏省新增确诊病例5例。南京市新增2例。截至2月28日24时，该市累计治愈出院50例。", "南京市"),
        ("2月28日，江苏省新增确诊病例5例。南京市新增2例。截至2月28日24时，南京累计治愈出院50例。", "南京市"),
        ("2月28日，江苏省新增确诊病例5例。四川省新增2例。截至2月28日24时，累计治愈出院50例。", "四川省"),
    ],
)
def test_a_total_goes_back_to_who_reports(extractor: Extractor, text: str, whole: str) -> None:
    assert places(extractor, text)["50例"] == whole


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "浙江省现有疑似病例9例。疑似病例7例中温州市4例、台州市3例。",
            {"7例": "浙江省", "3例": "台州市"},
        ),
        (
            "浙江省确诊病例12例。其中，11例确诊病例中温州市8例、台州市3例。",
            {"11例": "浙江省", "8例": "温州市"},
        ),
        # near misses: no list of parts
        ("截至2月3日，浙江省确诊病例12例。新增5例集中在温州市。", {"12例": "浙江省"}),
        ("在全球累计8000例感染中，中国共有3000例死亡。", {"3000例": "全国"}),
    ],
)
def test_a_whole_is_not_where_its_first_part_is(extractor: Extractor, text: str, told: dict[str, str]) -> None:
    found = places(extractor, text)
    assert {quote: found[quote] for quote in told} == told
