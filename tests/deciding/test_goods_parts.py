"""Parts of goods, and who makes them."""

from __future__ import annotations

from typing import Any

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str, slot: str) -> list[Any]:
    records = extractor.extract(Document("one", text, published="2020-02-05")).records()
    return [record.get(slot) for record in records]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("全国护目镜日产量达到2600副，其中江苏省600副、湖北省150副。", ["produced"] * 3),
        ("全国口罩日产量达到2600万只，其中广东省600万只，河南省150万只。", ["produced"] * 3),
        ("全省口罩日产能达到26万只，其中黄石市6万只，孝感市2万只。", ["capacity"] * 3),
        # near misses: words of their own
        ("全省生产口罩26万只，其中调拨湖北省6万只、黄石市2万只。", ["produced", "delivered", "delivered"]),
        ("全省库存口罩26万只，其中发往黄石市6万只。", ["stock", "delivered"]),
        ("腾讯公司捐赠口罩26万只，其中黄石市6万只。", ["goods", "goods"]),
    ],
)
def test_parts_of_goods_are_what_their_whole_is(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert told(extractor, text, "measure") == measures


def test_parts_of_what_is_made_go_to_nobody(extractor: Extractor) -> None:
    text = "全国护目镜日产量达到2600副，其中江苏省600副、湖北省150副。"
    assert told(extractor, text, "recipient") == [None] * 3
    assert told(extractor, text, "per") == ["day"] * 3


@pytest.mark.parametrize(
    ("text", "makers"),
    [
        ("恒安公司转产口罩，日产量可达2600只。", ["恒安公司"]),
        ("2月3日，恒安公司紧急转产口罩，日产能达2.6万只。", ["恒安公司"]),
        ("恒安公司复工后，口罩日产能达2.6万只。", ["恒安公司"]),
        # near misses: nobody is named, or somebody else
        ("全市日产量可达2600只。", [None]),
        ("恒安公司采购口罩，腾讯公司日产量可达2600只。", ["腾讯公司"]),
        ("恒安公司生产的口罩送到黄石，黄石日产口罩2600只。", [None]),
    ],
)
def test_who_turns_to_making_goods_makes_them(extractor: Extractor, text: str, makers: list[str | None]) -> None:
    assert told(extractor, text, "supplier") == makers


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("全市口罩企业86家，日产量260万只。", [None, "口罩"]),
        ("全省医用酒精企业共42家，日产能320吨，库存150吨。", [None, "医用酒精", "医用酒精"]),
        ("口罩26万只。\n目前，有36家84消毒液生产企业，日产量260吨。", ["口罩", None, "84消毒液"]),
        (
            "全省口罩复工企业从3家增加到86家，日产量从12万只大幅提升到260多万只，防护服生产企业从2家增加到12家，日产量3万件。",
            [None, None, "口罩", "口罩", None, None, "防护服"],
        ),
        ("防护服企业12家，口罩企业86家，日产量260万只。", [None, None, "口罩"]),
        # near misses: goods of their own, makers of no goods, another sentence
        ("口罩企业86家，日产防护服2600件。", [None, "防护服"]),
        ("口罩企业86家，日产量260套防护服。", [None, "防护服"]),
        ("口罩企业86家，熔喷布日产能达26吨。", [None, "熔喷布"]),
        ("全市重点企业86家，日产量260万只。", [None, None]),
        ("口罩企业86家，共发放额温枪120把。", [None, "额温枪"]),
    ],
)
def test_who_is_called_after_goods_makes_them(extractor: Extractor, text: str, items: list[str | None]) -> None:
    assert told(extractor, text, "item") == items
