"""Whose figure it is that brackets or 其中 break down."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.candidates.breakdowns import parts
from epiextract.deciding.candidates.slots import place_candidates
from epiextract.deciding.lists.parts import followed


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(learned=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增确诊病例37例（长沙市21例，株洲市9例）。", ("cn:430100", "cn:430200")),
        ("新增37例确诊病例（长沙市21例）。", ("cn:430100",)),
        ("新增确诊病例37例，其中长沙市21例，死亡3例。", ("cn:430100",)),
        ("新增确诊病例37例，来自长沙市21例、株洲市16例。", ("cn:430100", "cn:430200")),
        ("新增确诊病例37例，分布在长沙市（21例）、株洲市（16例）。", ("cn:430100", "cn:430200")),
        ("新增确诊病例37例，来自长沙市、株洲市。", ()),
        # near misses: another state, a place without a figure of its own, a clause between
        ("新增确诊病例37例（重症3例）。", ()),
        ("新增确诊病例37例（均在长沙市收治）。", ()),
        ("新增确诊病例37例，死亡3例（长沙市1例）。", ()),
        ("新增确诊病例37例。其中长沙市21例。", ()),
    ],
)
def test_the_parts_of_a_figure(extractor: Extractor, text: str, expected: tuple[str, ...]) -> None:
    reading = extractor.read(Document(id="a", text=text))
    figure = next(f for f in reading.figures if f.quantity.value == 37)
    assert parts(reading, figure) == expected


def test_the_whole_takes_the_place_of_what_holds_more_and_of_its_parts(extractor: Extractor) -> None:
    text = "全国新增确诊病例90例。湖南新增确诊病例37例（长沙市21例）。全国累计死亡8例。累计出院18例（长沙市10例）。"
    reading = extractor.read(Document(id="a", text=text))
    figure = next(f for f in reading.figures if f.quantity.value == 18)
    names = {one.mentions[0].value for one in place_candidates(reading, figure)}
    assert names == {"cn:430000"}


@pytest.mark.parametrize(
    ("parts", "names"),
    [
        ("甘肃4例，陕西3例，四川2例", {"iso:CN"}),
        # near misses: the parts of one province, those who came from a few, and from abroad
        ("武汉市4例，黄石市3例，宜昌市2例", {"cn:420000"}),
        ("甘肃4例，陕西3例", {"iso:CN", "cn:420000"}),
        ("英国4例，法国3例，意大利2例", {"iso:CN", "cn:420000"}),
    ],
)
def test_the_parts_of_the_nation_are_no_part_of_a_province(extractor: Extractor, parts: str, names: set[str]) -> None:
    text = f"全国新增确诊病例90例。湖北新增死亡病例7例。\n4月3日，新增境外输入确诊病例37例（{parts}）。"
    reading = extractor.read(Document(id="a", text=text))
    figure = next(f for f in reading.figures if f.quantity.value == 37)
    found = {one.mentions[0].value for one in place_candidates(reading, figure)}
    assert found & {"iso:CN", "cn:420000"} == names


def test_without_the_whole_all_candidates_stay(extractor: Extractor) -> None:
    text = "全国累计死亡8例。累计出院18例（长沙市10例）。"
    reading = extractor.read(Document(id="a", text=text))
    figure = next(f for f in reading.figures if f.quantity.value == 18)
    assert {one.mentions[0].value for one in place_candidates(reading, figure)} == {"iso:CN", "cn:430100"}


@pytest.mark.parametrize(
    "text",
    ["新增确诊病例37例，其中甘肃21例，陕西9例。", "新增死亡37例（甘肃21例，陕西16例）。"],
)
def test_the_parts_are_no_place_of_the_whole(extractor: Extractor, text: str) -> None:
    reading = extractor.read(Document(id="a", text=text))
    figure = next(f for f in reading.figures if f.quantity.value == 37)
    assert place_candidates(reading, figure) == []


def test_a_part_that_holds_the_other_parts_is_the_whole(extractor: Extractor) -> None:
    text = "全国新增确诊病例90例。咸宁市新增确诊病例37例，其中咸宁市区21例，赤壁市9例。"
    reading = extractor.read(Document(id="a", text=text))
    figure = next(f for f in reading.figures if f.quantity.value == 37)
    assert {one.mentions[0].value for one in place_candidates(reading, figure)} == {"cn:421200"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("累计死亡19例，其中：城区9例、平泽镇4例，农垦第四师1例、其余各地5例。", [None, 0, 1, 2, 3]),
        ("昨天新增死亡19例，9例在甘肃，陕西、青海各5例。", [None, 0, 1]),
        ("又有19名患者治愈出院。按地区分，酒泉市9例、张掖市4例。", [None, 0, 1]),
        ("现有疑似病例19例（男性9例，女性10例），酒泉市2例。", [None, 0, 1, 0]),
        ("重症病例19例（酒泉市9例，其中危重2例），张掖市4例。", [None, 0, None, 0]),
        ("转为重症的，酒泉市1例、张掖市2例。", [None, 0]),
        # near misses: words of its own before or behind, more than the whole, another kind, no name, another sentence
        ("酒泉市确诊19例，张掖市死亡2例。", [None, None]),
        ("酒泉市确诊19例，张掖市2例出院。", [None, None]),
        ("累计290例，死亡19例，其中酒泉市105例。", [None, None, None]),
        ("确诊19例，其中酒泉市占9%。", [None, None]),
        ("确诊19例，重症2例。", [None, None]),
        ("确诊19例。酒泉市2例。", [None, None]),
    ],
)
def test_what_the_items_of_a_list_follow(extractor: Extractor, text: str, expected: list[int | None]) -> None:
    reading = extractor.read(Document(id="a", text=text))
    assert followed(reading, reading.figures) == expected


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("新增出院33例，其中：城区12例、平泽镇9例。", ["recovered"] * 3),
        ("又有19名患者治愈出院。按地区分，酒泉市9例、张掖市4例。", ["recovered"] * 3),
        ("死亡19例（酒泉市9例，其中女性2例），张掖市4例，累计确诊290例。", ["death"] * 4 + ["confirmed"]),
    ],
)
def test_the_items_of_a_list_count_what_their_whole_counts(text: str, measures: list[str]) -> None:
    assert [event.measure for event in Extractor().extract(text)] == measures
