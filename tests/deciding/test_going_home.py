"""Where people leave and where they go back to, and the bodies that only hold them; each with near misses."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "place", "destination"),
    [
        ("昨日，江海援鄂医疗队126人离开黄石返回南京。", "南京市", "南京"),
        ("800名医护人员今天撤离武汉，返回广东。", "广东省", "广东"),
        ("首批300名医疗队员今天撤离武汉。", "武汉市", None),
        # near misses: who leaves goes to help, or goes back to work
        ("昨日，江苏医疗队126人离开南京，驰援黄石。", "黄石市", "黄石"),
        ("126名医护人员抵达武汉。", "武汉市", "武汉"),
    ],
)
def test_where_people_go_back_to(extractor: Extractor, text: str, place: str, destination: str | None) -> None:
    [record] = extractor.extract(Document("one", text, published="2020-03-20")).records()
    assert (record["place"], record.get("destination")) == (place, destination)


@pytest.mark.parametrize(
    ("text", "orgs"),
    [
        ("武汉江海医院曾汇聚了18支国家医疗队的2100多名医护人员。", [None, "国家医疗队"]),
        ("金银潭医院聚集了9支援鄂医疗队。", [None]),
        # near misses: whose they are
        ("江海医院迅速集结了30名护士。", ["江海医院"]),
        ("江海医院汇聚了30名志愿者。", ["江海医院"]),
        ("江海医院派出9支医疗队。", ["江海医院"]),
    ],
)
def test_who_holds_teams_sends_none(extractor: Extractor, text: str, orgs: list[str | None]) -> None:
    assert [record.get("org") for record in extractor.extract(text).records()] == orgs


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("超市准备了蔬菜60吨。\n孙伟是武汉市蔡甸区的一名社区干部。", None),
        ("在中心医院ICU，50多名医护人员昼夜轮班。\n李明是武汉市硚口区的一名社区民警，他值守了18天。", None),
        # near misses: the place is told of what was counted
        ("武汉市蔡甸区的超市准备了蔬菜60吨。\n孙伟是武汉市蔡甸区的一名社区干部。", "武汉市蔡甸区"),
        ("超市准备了蔬菜60吨。\n这家超市是武汉市蔡甸区最大的超市。", "武汉市蔡甸区"),
    ],
)
def test_the_office_of_who_is_told_of_next_is_no_place(extractor: Extractor, text: str, place: str | None) -> None:
    assert extractor.extract(text).records()[0].get("place") == place
