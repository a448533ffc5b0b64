"""Ministries, commands and offices send people and allot goods."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def senders(extractor: Extractor, text: str) -> list[str | None]:
    records = extractor.extract(Document("one", text, published="2020-03-13")).records()
    return [record.get("org") for record in records if record["type"] == "personnel"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("水利部派出3个工作组、17名专家赴湖南省指导防汛。", ["水利部"] * 2),
        ("自然资源部派出17名地质专家赴双峰县开展排查。", ["自然资源部"]),
        ("国家矿山安全监察局派出3名专家赶赴双峰县煤矿指导救援。", ["国家矿山安全监察局"]),
        ("东部战区出动官兵1740名、民兵286名，在双峰县救灾。", ["东部战区"] * 2),
        ("中部战区出动1740名官兵支援双峰县抗洪。", ["中部战区"]),
        # near miss: many offices, and none the ministry
        ("各地水利部门派出17名专家。", [None]),
    ],
)
def test_ministries_and_commands_send(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    assert senders(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "items", "supplier"),
    [
        (
            "财政部紧急拨付救灾资金87万元，国家粮食和物资储备局调拨帐篷286顶、折叠床1740张。",
            ["帐篷", "折叠床"],
            "国家粮食和物资储备局",
        ),
        ("湖南省应急管理厅向双峰县调拨帐篷286顶、棉被1740床。", ["帐篷", "棉被"], "湖南省应急管理厅"),
        (
            "中国红十字会总会紧急调拨赈济家庭箱1740个、毛巾被286床，支援双峰县灾区。",
            ["赈济家庭箱", "毛巾被"],
            "中国红十字会总会",
        ),
    ],
)
def test_offices_allot_relief_goods(extractor: Extractor, text: str, items: list[str], supplier: str) -> None:
    goods = [one for one in extractor.extract(text).records() if one["type"] == "supply"]
    assert [(one["item"], one["supplier"]) for one in goods] == [(item, supplier) for item in items]
