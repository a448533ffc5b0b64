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
        ("黄石市红十字会委托荆州市慈善会实施款物1984.94万元。", ("finance", "funding")),
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
    text = "黄石市红十字会委托荆州市慈善会实施款物1984.94万元。"
    assert told(extractor, text, "payee") == ["荆州市慈善会"]
