"""What prices and weighed gifts are of where no table holds it, and numbers in the names of firms and goods."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def records(extractor: Extractor, text: str) -> list[dict[str, object]]:
    found = extractor.extract(Document(id="a", text=text, published="2020-03-05")).records()
    return [one for one in found if one["type"] != "other"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "羊肉66.1元/公斤，比昨天上升0.2%；草鱼14.2元/公斤，比昨天下降0.3%；鲫鱼17.1元/公斤。",
            ["羊肉", "羊肉", "草鱼", "草鱼", "鲫鱼"],
        ),
        ("鸡蛋6.8元/公斤，鸭梨4.2元/公斤，巨峰葡萄9.1元/公斤。", ["鸡蛋", "鸭梨", "巨峰葡萄"]),
        ("目前大白菜1.2元/斤，昨天1.1元/斤。", ["大白菜", "大白菜"]),
        ("2月份，江海市居民消费价格同比上涨5.1%，猪肉价格上涨118%。", [None, "猪肉"]),
        ("猪肉价格上涨3%，其中五花肉上涨4%。", ["猪肉", "猪肉"]),
    ],
)
def test_a_price_is_of_the_noun_before_it(extractor: Extractor, text: str, items: list[str | None]) -> None:
    assert [one.get("item") for one in records(extractor, text)] == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("海南捐赠木瓜30吨、火龙果20吨、百香果6吨。", ["木瓜", "火龙果", "百香果"]),
        ("公司捐赠次氯酸钠10吨、过氧乙酸6吨、双氧水4吨。", ["次氯酸钠", "过氧乙酸", "双氧水"]),
        ("山西沁县农民捐赠小米30吨。", ["小米"]),
        ("牧民捐赠牛20头、羊400只。", ["牛", "羊"]),
        ("小米捐赠口罩600袋。", ["口罩"]),
        ("某化工厂捐赠84原液20吨。", ["84原液"]),
        ("捐赠84消毒水400桶、84泡腾片3000瓶。", ["84消毒水", "84泡腾片"]),
    ],
)
def test_a_weighed_gift_is_of_the_noun_before_it(extractor: Extractor, text: str, items: list[str]) -> None:
    assert [one.get("item") for one in records(extractor, text)] == items


@pytest.mark.parametrize(
    ("text", "donor", "quote"),
    [
        ("58集团捐款3000万元驰援武汉。", "58集团", "3000万元"),
        ("三只松鼠捐赠零食4万箱。", "三只松鼠", "4万箱"),
        ("七匹狼捐赠羽绒服4000件。", "七匹狼", "4000件"),
        ("361度集团捐款900万元。", "361度集团", "900万元"),
        ("小米集团捐款900万元。", "小米集团", "900万元"),
    ],
)
def test_a_number_in_a_name_counts_nothing(extractor: Extractor, text: str, donor: str, quote: str) -> None:
    assert [(one["quote"], one.get("donor")) for one in records(extractor, text)] == [(quote, donor)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("全国外三元生猪均价35.2元/公斤，较昨日下降0.2元。", ["35.2元/公斤", "0.2元"]),
        ("口罩每只三元。", ["三元"]),
        ("“农产品批发价格200指数”为126.4，比前一天下降0.2个点。", ["126.4"]),
    ],
)
def test_a_breed_is_no_price(extractor: Extractor, text: str, quotes: list[str]) -> None:
    assert [one["quote"] for one in records(extractor, text)] == quotes


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("羊肉66元/公斤，比昨天上升0.2%；草鱼14元/公斤，比昨天下降0.3%；鲫鱼17元/公斤。", [None] * 5),
        ("昨天猪肉46元/公斤，比前天下降0.4%。", ["2020-03-04"] * 2),
        ("3月3日，猪肉46元/公斤，比前一天下降0.4%；鸡蛋7元/公斤。", ["2020-03-03"] * 3),
    ],
)
def test_the_day_compared_with_dates_no_price(extractor: Extractor, text: str, days: list[str | None]) -> None:
    assert [one.get("date_end") for one in records(extractor, text)] == days
