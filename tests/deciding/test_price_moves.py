"""Prices that fall and rise in one sentence, what they come to, 3块5一斤, and kinds that went up or down."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def records(extractor: Extractor, text: str) -> list[dict[str, object]]:
    return extractor.extract(Document(id="a", text=text, published="2020-03-05")).records()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("本周，土豆批发价下跌1.5%，芹菜涨3.2%，茄子涨0.8%。", [-1.5, 3.2, 0.8]),
        ("3月2日，牛肉批发价每公斤70元，比前一天下降0.4%；鸡蛋每公斤7元，上涨了约0.9%。", [70, -0.4, 7, 0.9]),
        ("水果平均价格降0.4%；蔬菜升0.6%、0.8%。", [-0.4, 0.6, 0.8]),
        ("蔬菜价格下跌0.3%、0.6%。", [-0.3, -0.6]),
        ("蔬菜价格上涨2%，鸡蛋价格下跌1%。", [2, -1]),
        ("猪肉价格由升转降0.3%。", [-0.3]),
    ],
)
def test_each_price_moves_by_its_own_word(extractor: Extractor, text: str, values: list[float]) -> None:
    assert [one["value"] for one in records(extractor, text)] == values


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("口罩零售价由每只4.5元降为3.2元。", "level", 3.2),
        ("芹菜每斤由5元跌为3元。", "level", 3),
        ("土豆批发价由每斤0.8元涨为1.2元。", "level", 1.2),
        ("鸡蛋每斤12元，比前一天便宜0.2元。", "change", -0.2),
        ("汽油价格每吨下调500元。", "change", -500),
        ("猪肉价格跌幅为3.8%。", "change", -3.8),
    ],
)
def test_what_a_price_is_lowered_to_is_its_level(extractor: Extractor, text: str, measure: str, value: float) -> None:
    last = records(extractor, text)[-1]
    assert (last["type"], last["measure"], last["value"]) == ("price", measure, value)


@pytest.mark.parametrize(
    ("text", "quotes", "values"),
    [
        ("芹菜2块5一斤，土豆1块8一斤。", ["2块5", "1块8"], [2.5, 1.8]),
        ("茄子从4块5涨到7块。", ["4块5", "7块"], [4.5, 7]),
        ("土豆卖到3块一斤。", ["3块"], [3]),
    ],
)
def test_a_digit_behind_the_price_is_a_tenth(
    extractor: Extractor, text: str, quotes: list[str], values: list[float]
) -> None:
    found = records(extractor, text)
    assert [one["quote"] for one in found] == quotes
    assert [one["value"] for one in found] == values


@pytest.mark.parametrize(
    "text",
    ["监测的20种蔬菜价格11涨9降。", "本周价格6涨10跌4平。", "10种水产品价格3升5降2持平。"],
)
def test_kinds_that_went_up_or_down_are_no_prices(extractor: Extractor, text: str) -> None:
    assert not [one for one in records(extractor, text) if one["type"] != "other"]


def test_what_is_told_of_their_mean_is_one(extractor: Extractor) -> None:
    found = records(extractor, "监测的20种蔬菜价格11涨9降，平均价格下降0.7%。")
    assert [(one["type"], one["value"]) for one in found if one["type"] != "other"] == [("price", -0.7)]
