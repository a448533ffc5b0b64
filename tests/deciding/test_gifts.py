"""Goods that are a gift though nobody says 捐, and goods that are handed on."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor

EXTRACTOR = Extractor()


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return type, measure and donor of the figures of a text."""
    records = EXTRACTOR.extract(Document(id="a", text=text, published="2020-03-12")).records()
    return [(str(one["type"]), one.get("measure"), one.get("donor")) for one in records]


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ("3月3日，恒力集团将300吨苹果送到汉川市人民医院，慰问一线医护人员。", "恒力集团"),
        ("恒力集团把300箱牛奶送给汉川市人民医院医护人员。", "恒力集团"),
        ("周建明自费购买680只口罩，送给汉川市人民医院。", "周建明"),
        ("她自掏腰包买来1000个口罩，送给一线民警。", None),
        ("王磊把3000只口罩寄给汉川市人民医院。", None),
        ("一位市民放下3400只口罩就离开了。", "市民"),
        ("一名男子来到派出所，留下500个口罩，转身就跑。", None),
        ("恒力集团无偿向汉川市提供30台呼吸机。", "恒力集团"),
        ("恒力集团免费为汉川市提供30台呼吸机。", "恒力集团"),
        ("恒力集团免费向市卫健委提供30台呼吸机。", "恒力集团"),
        ("恒力集团为汉川市一线工作人员送上3000份盒饭。", "恒力集团"),
        ("2月3日，恒力集团给环卫工人送去口罩3000只。", "恒力集团"),
        ("恒力集团通过“健康汉川”平台，向汉川市居民免费提供3000份蔬菜。", "恒力集团"),
    ],
)
def test_goods_brought_for_nothing_are_a_gift(text: str, donor: str | None) -> None:
    assert told(text) == [("donation", "goods", donor)]


@pytest.mark.parametrize(
    "text",
    [
        "市指挥部将3000只口罩送到社区。",
        "市卫健委把3000只口罩送给各医院。",
        "社区工作者把3000只口罩送给居民。",
        "市民自费购买口罩50只。",
        "市政府免费向市民发放口罩5万只。",
        "公司留下500个口罩备用。",
        "汉川市将3000只口罩送到社区，缓解一线压力。",
        "市卫健委为各医院送去口罩3000只。",
        "志愿者为居民送去蔬菜300份。",
        "恒力集团每天为居民送去蔬菜300份。",
        "恒力集团为员工购买口罩300只。",
    ],
)
def test_what_is_allotted_bought_or_kept_is_a_supply(text: str) -> None:
    assert [kind for kind, _, _ in told(text)] == ["supply"]


def test_who_asks_for_supplies_alone_gets_no_gift() -> None:
    events = Extractor(types=["supply"]).extract(Document(id="a", text="王磊把3000只口罩寄给汉川市人民医院。"))
    assert {one["type"] for one in events.records()} <= {"supply", "other"}


@pytest.mark.parametrize(
    ("text", "donor", "figures"),
    [
        ("日本政府向中国提供10万只口罩。", "日本政府", 1),
        ("哈萨克斯坦援助中国100万双医用手套和50万多个口罩。", "哈萨克斯坦", 2),
        ("中国政府援助意大利的抗疫物资运抵罗马，包括口罩30万只、防护服2000套。", "中国政府", 2),
        ("日本支援武汉口罩100万只。", "日本", 1),
        ("3月3日，韩国政府向中国提供的10万只口罩和2000套防护服运抵武汉。", "韩国政府", 2),
        ("中国向意大利提供了1000台呼吸机。", "中国", 1),
    ],
)
def test_what_one_state_gives_to_another_is_a_gift(text: str, donor: str, figures: int) -> None:
    assert told(text) == [("donation", "goods", donor)] * figures


@pytest.mark.parametrize(
    "text",
    [
        "中国支援武汉口罩100万只。",
        "湖北省向武汉市提供口罩10万只。",
        "日本企业向中国提供10万只口罩。",
        "意大利从中国采购口罩100万只。",
        "中国向美国出口口罩100万只。",
        "日本向中国提供订购的口罩100万只。",
        "世卫组织向伊朗提供检测试剂盒5万份。",
    ],
)
def test_what_is_traded_or_stays_at_home_is_a_supply(text: str) -> None:
    assert [kind for kind, _, _ in told(text)] == ["supply"]


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ("恒力集团此次共捐赠口罩12万只。", "恒力集团"),
        ("恒力集团本次累计捐赠口罩12万只。", "恒力集团"),
        ("此次共捐赠口罩12万只。", None),
        ("此次共向汉川市捐赠口罩12万只。", None),
        # names that follow 此次, or open with 共
        ("此次恒力集团捐赠口罩12万只。", "恒力集团"),
        ("此次共享单车公司捐赠口罩12万只。", "共享单车公司"),
    ],
)
def test_a_total_of_this_time_is_no_name(text: str, donor: str | None) -> None:
    assert told(text) == [("donation", "goods", donor)]
