"""What each place got of a whole, and what 分别 deals out to places."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def gifts(extractor: Extractor, text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Return place, recipient and donor of every gift but the first."""
    records = [event.record() for event in extractor.extract(Document("one", text, published="2020-02-05"))]
    assert {record["type"] for record in records} == {"donation"}
    return [(record.get("place"), record.get("recipient"), record.get("donor")) for record in records[1:]]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "安徽省各地共接收捐款4000万元，其中合肥市600万元、芜湖市30万元、黄山市20万元。",
            ["合肥市", "芜湖市", "黄山市"],
        ),
        ("据统计，山东省累计收到捐赠口罩20万只，其中济南市8000只、烟台市500只。", ["济南市", "烟台市"]),
        ("湖南省各地接受捐赠防护服2600套。其中，长沙市600套，岳阳市80套。", ["长沙市", "岳阳市"]),
        ("全国共接收社会捐赠5000万元，其中湖北省4000万元、河南省200万元。", ["湖北省", "河南省"]),
        ("河北省共接收捐赠口罩20万只，其中唐山市近9000只、保定市共有600只。", ["唐山市", "保定市"]),
    ],
)
def test_the_parts_of_what_a_region_got_went_to_where_they_name(
    extractor: Extractor, text: str, places: list[str]
) -> None:
    assert gifts(extractor, text) == [(place, place, None) for place in places]


def test_goods_without_a_place_are_those_of_the_place_before_them(extractor: Extractor) -> None:
    text = "安徽省民政厅通报。全省累计收到社会捐赠口罩30万只。其中，合肥市口罩9000只，防护服300套；芜湖市680只。"
    assert [place for place, *_ in gifts(extractor, text)] == ["合肥市", "合肥市", "芜湖市"]


@pytest.mark.parametrize(
    ("text", "donors"),
    [
        # none lies in what got the whole: they gave
        ("湖北省接收捐赠防护服3400套，其中江苏省560套、浙江省125套。", ["江苏省", "浙江省"]),
        ("湖北省接收捐赠防护服3400套，其中腾讯公司捐赠560套、阿里巴巴捐赠125套。", ["腾讯公司", "阿里巴巴"]),
    ],
)
def test_the_parts_of_what_a_region_got_may_tell_who_gave(extractor: Extractor, text: str, donors: list[str]) -> None:
    assert [donor for *_, donor in gifts(extractor, text)] == donors


def test_parts_of_what_a_region_gave_did_not_go_there(extractor: Extractor) -> None:
    text = "江苏省向湖北省捐款3000万元，其中南京市500万元、无锡市20万元。"
    assert [place for place, *_ in gifts(extractor, text)] == ["湖北省", "湖北省"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("腾讯公司向济南市、烟台市分别捐款40万元、300万元。", ["济南市", "烟台市"]),
        ("腾讯公司向湖南省、湖北省和河南省分别捐款4000万元、3000万元和200万元。", ["湖南省", "湖北省", "河南省"]),
        ("腾讯公司向武汉协和医院、黄石市中心医院分别捐赠口罩3万只、2万只。", ["武汉市", "黄石市"]),
        ("腾讯公司向济南市、烟台市捐赠口罩，其中济南市1.2万只、烟台市9000只。", ["济南市", "烟台市"]),
        ("腾讯公司、京东集团分别向济南市、烟台市捐款40万元、300万元。", ["济南市", "烟台市"]),
        ("腾讯公司向长春市传染病医院和吉林大学第一医院分别捐款40万元、300万元。", ["长春市", "长春市"]),
        # near misses: one gift for each, and one place
        ("腾讯公司向济南市、烟台市分别捐款300万元。", ["济南市、烟台市"]),
        ("腾讯公司向武汉市分别捐款40万元、300万元。", ["武汉市", "武汉市"]),
    ],
)
def test_gifts_dealt_out_go_each_to_its_own_place(extractor: Extractor, text: str, places: list[str]) -> None:
    records = [event.record() for event in extractor.extract(text)]
    assert [record.get("place") for record in records] == places


@pytest.mark.parametrize(
    "text", ["腾讯公司此次共捐赠口罩12万只。", "本次共捐赠口罩12万只。", "腾讯公司本次又捐赠口罩12万只。"]
)
def test_what_is_said_before_the_verb_of_giving_is_no_name(extractor: Extractor, text: str) -> None:
    assert [event.type for event in extractor.extract(text)] == ["donation"]
