"""Money that a charity takes in and passes on."""

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
    ("text", "told_as"),
    [
        ("2月3日，黄石市红十字会收到爱心捐款2600笔，合计105万元。", ("donation", "money")),
        ("黄石市慈善总会接收社会捐款2600笔，共计105万元。", ("donation", "money")),
        ("截至2月3日，黄石市慈善总会收到捐款2亿元，拨付资金2600万元。", ("finance", "funding")),
        ("截至2月3日，黄石市慈善总会已收到捐款2亿元；已拨付资金2600余万元。", ("finance", "funding")),
        ("黄石市红十字会收到捐款300万元，拨付178万元。", ("finance", "funding")),
        ("黄石市红十字会共接收善款300万元，已向各医院拨付178万元。", ("finance", "funding")),
        ("黄石市慈善会已支出款物2亿元。", ("finance", "funding")),
        ("黄石市红十字会上缴省红十字会捐款164万元。", ("finance", "funding")),
        ("黄石市红十字会已向省红十字会汇缴善款164万元。", ("finance", "funding")),
        ("黄石市红十字会委托荆州市慈善会实施款物1763.5万元。", ("finance", "funding")),
        # near misses
        ("恒安公司支出300万元捐赠给黄石市红十字会。", ("donation", "money")),
        ("黄石市红十字会收到各县红十字会汇缴的捐款300万元。", ("donation", "money")),
        ("黄石市红十字会收到捐款300万元，恒安公司捐款100万元。", ("donation", "money")),
        ("2月3日，黄石市民政局发放救助金2600笔，合计105万元。", ("finance", "funding")),
        ("黄石市慈善总会收到捐款2亿元，其中恒安公司捐款2600万元。", ("donation", "money")),
        ("恒安公司拨出资金2600万元捐给黄石市。", ("donation", "money")),
    ],
)
def test_the_last_sum(extractor: Extractor, text: str, told_as: tuple[str, str]) -> None:
    assert (told(extractor, text, "type")[-1], told(extractor, text, "measure")[-1]) == told_as


@pytest.mark.parametrize(
    ("text", "accumulations"),
    [
        ("2月3日0时至24时，黄石市慈善总会接受捐款2600万元。", ["new"]),
        ("2月3日0—24时，黄石市慈善总会接受捐款2600万元。", ["new"]),
        ("2月3日0时至24时，黄石市慈善总会接受捐款2600万元，累计接受捐款2亿元。", ["new", "cumulative"]),
        # near misses
        ("截至2月3日24时，黄石市慈善总会接受捐款2600万元。", ["cumulative"]),
        ("1月26日至2月3日，黄石市慈善总会累计接受捐款2600万元。", ["cumulative"]),
    ],
)
def test_gifts_of_one_whole_day_are_new(extractor: Extractor, text: str, accumulations: list[str]) -> None:
    assert told(extractor, text, "accumulation") == accumulations


def test_to_whom_a_charity_hands_on_pays_nothing(extractor: Extractor) -> None:
    text = "黄石市红十字会上缴湖北省红十字会捐款164万元。"
    assert told(extractor, text, "payer") == ["黄石市红十字会"]
    assert told(extractor, text, "payee") == ["湖北省红十字会"]
    text = "黄石市红十字会委托荆州市慈善会实施款物1763.5万元。"
    assert told(extractor, text, "payee") == ["荆州市慈善会"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("恒安公司捐赠20万元及30万元的医用口罩。", ["money", "goods_value"]),
        ("恒安公司捐款20万元和30万元物资。", ["money", "goods_value"]),
        ("恒安公司捐赠20万元现金、30万元防疫物资。", ["money", "goods_value"]),
        ("黄石市募集疫情防控款物2.6亿元。", ["money"]),
        ("黄石市慈善会接收抗疫款物2.6亿元。", ["money"]),
        # near misses: money too
        ("恒安公司捐款20万元和30万元。", ["money", "money"]),
        ("恒安公司捐款20万元和30万元善款。", ["money", "money"]),
    ],
)
def test_what_goods_are_worth_beside_money(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert told(extractor, text, "measure") == measures


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("恒安公司捐赠20kg消毒液300桶、500ml酒精600瓶。", ["other", "donation", "other", "donation"]),
        ("恒安公司捐赠500ml/瓶的酒精600瓶。", ["other", "donation"]),
        ("恒安公司捐赠消毒液300桶（20kg/桶）。", ["donation", "other"]),
        ("恒安公司捐赠25公斤装大米300袋。", ["other", "donation"]),
        ("恒安公司捐赠50斤面粉300袋。", ["other", "donation"]),
        # near misses: all of it, or goods of their own
        ("恒安公司捐赠20kg消毒液。", ["donation"]),
        ("恒安公司捐赠20吨消毒液300桶。", ["donation", "donation"]),
        ("恒安公司捐赠300公斤消毒液30桶。", ["donation", "donation"]),
        ("恒安公司捐赠25公斤大米、300袋面粉。", ["donation", "donation"]),
    ],
)
def test_the_size_of_a_pack_is_no_gift(extractor: Extractor, text: str, types: list[str]) -> None:
    assert told(extractor, text, "type") == types
