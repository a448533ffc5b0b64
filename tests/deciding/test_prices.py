"""Prices that move by a sum of money, or by a share told right behind a price."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor

EXTRACTOR = Extractor()


def told(text: str) -> list[tuple[str, str | None, float]]:
    """Return type, measure and value of the figures of a text."""
    records = EXTRACTOR.extract(Document(id="a", text=text, published="2020-03-12")).records()
    return [(str(one["type"]), one.get("measure"), float(one["value"])) for one in records]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("大白菜价格比上周上涨0.5元。", 0.5),
        ("汽油价格每吨下调500元。", -500),
        ("蔬菜均价6元/公斤，比上周下降0.3元。", -0.3),
        ("鸡蛋每斤12元，比前一天便宜0.2元。", -0.2),
        ("鸡蛋每斤5元，比上周每斤低0.2元。", -0.2),
        ("口罩每只涨价0.5元。", 0.5),
        ("猪肉价格上涨了约2元。", 2),
        ("大白菜每斤2元，涨幅12%。", 12),
        ("鸡蛋每斤5元，比上周下跌3%。", -3),
    ],
)
def test_a_price_changes_by_what_it_rose_or_fell(text: str, value: float) -> None:
    assert told(text)[-1] == ("price", "change", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("猪肉价格涨至每斤30元。", 30),
        ("口罩价格由2元涨到5元。", 5),
        ("口罩价格上调至3元。", 3),
        ("蔬菜均价降至6元。", 6),
        ("芹菜最便宜每斤3.18元，最贵每斤4.55元。", 4.55),
    ],
)
def test_what_a_price_comes_to_is_a_level(text: str, value: float) -> None:
    assert told(text)[-1] == ("price", "level", value)


@pytest.mark.parametrize("text", ["公司股价上涨3元。", "大白菜每斤2元，销量上涨12%。", "门店客流下降，涨幅12%。"])
def test_what_is_no_price_changes_none(text: str) -> None:
    assert ("price", "change") not in {one[:2] for one in told(text)}


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("药店的医用口罩售价2.6元一个。", "个"),
        ("消毒液卖到26元一瓶。", "瓶"),
        ("他以每只口罩加价6元的价格出售。", "只"),
        ("猪肉价格每500克12元。", "0.5kg"),
        ("每2.5公斤笋的运费从12元降至6元。", "2.5kg"),
        # near misses: as before, or nothing is bought
        ("鸡蛋每公斤12元。", "kg"),
        ("口罩售价2.6元，每人限购6只。", None),
        ("口罩售价2.6元一律不涨。", None),
    ],
)
def test_a_price_is_for_what_it_buys(text: str, per: str | None) -> None:
    records = EXTRACTOR.extract(Document(id="a", text=text, published="2020-03-12")).records()
    assert {one.get("per") for one in records if one["type"] == "price"} == {per}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("口罩价格上涨8倍。", ("price", "change", 8)),
        ("菜价比上周下降6%。", ("price", "change", -6)),
        ("口罩价格上涨，销量增加8倍。", ("other", None, 8)),
    ],
)
def test_a_price_in_one_word_with_its_goods_moves(text: str, expected: tuple[str, str | None, float]) -> None:
    assert told(text)[-1] == expected
