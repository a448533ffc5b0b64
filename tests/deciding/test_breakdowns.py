"""Whose figure it is that brackets or 其中 break down."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.breakdowns import parts
from epiextract.deciding.slots import place_candidates


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(learned=False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增确诊病例37例（长沙市21例，株洲市9例）。", ("cn:430100", "cn:430200")),
        ("新增37例确诊病例（长沙市21例）。", ("cn:430100",)),
        ("新增确诊病例37例，其中长沙市21例，死亡3例。", ("cn:430100",)),
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
