"""Places of goods that leave, and of firms that bear the name of a region around their own place."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def places(extractor: Extractor, text: str) -> list[str | None]:
    records = extractor.extract(Document("one", text, published="2020-02-05")).records()
    return [one.get("place") for one in records if one["type"] == "supply"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("江苏累计向外地调运医用防护服2.6万件、护目镜3600副。", [None, None]),
        ("江苏全省累计生产口罩机260台，其中120台交付省外。", ["江苏省", None]),
        ("江苏省累计向湖北调运医用防护服2.6万件。", ["湖北省"]),
        ("江苏省向外地调运口罩2600只，向南京市调运口罩360只。", [None, "南京市"]),
        ("南京市从外地采购口罩2.6万只。", ["南京市"]),
        ("江苏省外地调运口罩2600只发放到南京市。", ["南京市"]),
    ],
)
def test_goods_sent_elsewhere_hold_at_no_place_named(
    extractor: Extractor, text: str, expected: list[str | None]
) -> None:
    assert places(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月3日，汉川市12家企业复工。湖北恒安塑料制品有限公司日产防护服2600件。", ["孝感市汉川市"]),
        ("位于石家庄市元氏县的河北恒安公司日产口罩2.6万只。", ["石家庄市元氏县"]),
        # near misses: nothing of the region was named
        ("合肥市12家企业复工。武汉恒安公司日产防护服2600件。", ["武汉市"]),
        ("湖北恒安塑料制品有限公司日产防护服2600件。", ["湖北省"]),
    ],
)
def test_a_firm_is_at_the_place_named_in_its_region(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert places(extractor, text) == expected
