"""Lists a line an item, below a line that says what they are."""

from __future__ import annotations

from typing import Any

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str, *slots: str) -> list[Any]:
    records = extractor.extract(Document("one", text, published="2020-02-05")).records()
    rows = [tuple(record.get(slot) for slot in slots) for record in records]
    return [row[0] if len(slots) == 1 else row for row in rows]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("2月3日，黄石市急需物资如下：\n护目镜60副；\n防护服200套；", ["needed", "needed"]),
        ("黄石市中心医院紧缺物资清单：\n1.护目镜60副\n2.防护服200套\n3.口罩5000只", ["needed"] * 3),
        ("黄石市中心医院急需以下物资，欢迎社会各界捐赠：\n1.护目镜60副\n2.防护服200套", ["needed", "needed"]),
        ("目前医院急需物资如下：护目镜60副；防护服200套。", ["needed", "needed"]),
        ("腾讯公司向黄石市捐赠了一批物资：\n护目镜60副；\n防护服200套；\n呼吸机12台。", ["goods"] * 3),
        # near misses: another verb above, words of their own, and what follows the last item
        ("2月3日，腾讯公司采购的物资如下：\n口罩2.6万只；\n防护服20件。", ["procured", "procured"]),
        ("黄石市中心医院急需以下物资：\n护目镜60副；\n现库存防护服200套。", ["needed", "stock"]),
        ("腾讯公司捐赠物资如下：\n护目镜60副。\n目前医院库存防护服200套。", ["goods", "stock"]),
        ("黄石市急需物资捐赠情况如下：\n腾讯公司护目镜60副；\n恒安公司防护服200套。", ["goods", "goods"]),
        ("黄石市急需医疗物资。\n腾讯公司捐赠护目镜60副。", ["goods"]),
    ],
)
def test_the_line_above_tells_what_goods_are(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert told(extractor, text, "measure") == measures


SLOTS = ("donor", "recipient", "place", "date_end", "accumulation")
SHARED = ("黄石市慈善总会", "黄石市", "2020-02-03", "cumulative")


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        (
            "截至2月3日，黄石市慈善总会收到以下捐赠：\n腾讯公司捐款2亿元；\n恒安公司捐款1万元；\n华新公司捐款3万元；",
            ["腾讯公司", "恒安公司", "华新公司"],
        ),
        ("截至2月3日，黄石市慈善总会收到捐赠如下：\n1.腾讯公司 500万元\n2.恒安公司 300万元", ["腾讯公司", "恒安公司"]),
        (
            "截至2月3日，黄石市慈善总会收到捐赠如下：\n一、现金捐赠\n1.腾讯公司 500万元\n"
            "二、物资捐赠\n1.恒安公司 口罩12万只",
            ["腾讯公司", "恒安公司"],
        ),
    ],
)
def test_items_share_the_line_above(extractor: Extractor, text: str, givers: list[str]) -> None:
    assert told(extractor, text, *SLOTS) == [(giver, *SHARED) for giver in givers]


def test_an_item_with_a_day_of_its_own_keeps_it(extractor: Extractor) -> None:
    text = "2月3日，黄石市慈善总会收到以下捐赠：\n腾讯公司捐款2亿元；\n恒安公司2月1日捐款1万元；"
    assert told(extractor, text, "date_end") == ["2020-02-03", "2020-02-01"]


def test_what_follows_the_list_is_no_item(extractor: Extractor) -> None:
    text = "截至2月3日，黄石市慈善总会收到以下捐赠：\n腾讯公司捐款2亿元。\n恒安公司向孝感市红十字会捐款1万元。"
    assert told(extractor, text, "recipient") == ["黄石市慈善总会", "孝感市红十字会"]


@pytest.mark.parametrize(
    "text",
    [
        "截至2月3日，黄石市慈善总会接收捐赠如下：\n腾讯公司捐款2亿元。\n恒安公司捐款1万元。\n华新公司捐款3万元。",
        "截至2月3日，黄石市慈善总会接收捐赠名单：\n一、省外企业\n腾讯公司捐款2亿元。\n恒安公司捐款1万元。\n"
        "二、省内企业\n华新公司捐款3万元。",
        "截至2月3日，黄石市慈善总会接收捐赠如下：腾讯公司捐款2亿元。恒安公司捐款1万元。华新公司捐款3万元。",
        "现将截至2月3日黄石市慈善总会接收捐赠情况公布如下：\n腾讯公司捐款2亿元。公司负责人表示，将继续支持抗击疫情工作。\n"
        "恒安公司捐款1万元，用于抗击疫情一线工作人员购买口罩、防护服、护目镜等各类防护物资和生活物资，并组织志愿者配送。\n"
        "华新公司捐款3万元。",
    ],
)
def test_items_may_be_sentences(extractor: Extractor, text: str) -> None:
    givers = ["腾讯公司", "恒安公司", "华新公司"]
    assert told(extractor, text, *SLOTS) == [(giver, *SHARED) for giver in givers]


@pytest.mark.parametrize(
    ("text", "slot", "expected"),
    [
        # what goes on behind the list, and an item with a receiver or a day of its own
        (
            "2月3日，黄石市慈善总会接收捐赠如下：\n腾讯公司捐款2亿元。\n恒安公司捐款1万元。\n目前，全市累计收治患者300名。",
            "date_end",
            ["2020-02-03", "2020-02-03", None],
        ),
        (
            "2月3日，黄石市慈善总会接收捐赠如下：\n腾讯公司捐款2亿元。\n恒安公司2月1日捐款1万元。",
            "date_end",
            ["2020-02-03", "2020-02-01"],
        ),
        (
            "黄石市慈善总会接收捐赠如下：\n腾讯公司捐款2亿元。\n恒安公司向孝感市红十字会捐款1万元。",
            "recipient",
            ["黄石市慈善总会", "孝感市红十字会"],
        ),
        (
            "2月3日，黄石市慈善总会接收捐赠如下：腾讯公司捐款2亿元。恒安公司捐款1万元。此外，华新公司捐款3万元给孝感市。",
            "recipient",
            ["黄石市慈善总会", "黄石市慈善总会", "孝感市"],
        ),
        # a list whose items end in ； is over with its full stop
        (
            "黄石市慈善总会接收捐赠如下：\n腾讯公司捐款2亿元；\n恒安公司捐款1万元。\n华新公司捐款3万元。",
            "recipient",
            ["黄石市慈善总会", "黄石市慈善总会", None],
        ),
        # no list is said to come
        (
            "黄石市慈善总会介绍了捐赠情况：\n腾讯公司捐款2亿元。\n华新公司捐款3万元。",
            "recipient",
            [None, None],
        ),
    ],
)
def test_sentences_behind_a_list(extractor: Extractor, text: str, slot: str, expected: list[str | None]) -> None:
    assert told(extractor, text, slot) == expected
