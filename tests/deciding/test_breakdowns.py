"""Whose figure it is that brackets or 其中 break down."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.breakdowns import parts, whole_of
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
    ("text", "expected"),
    [
        ("现有确诊病例37例（长沙市21例）。", 37),
        ("现有37例确诊病例（长沙市12例，株洲市21例）。", 37),
        ("现有确诊病例90例，重症37例（长沙市21例）。", 37),
        # near misses: out of the brackets, a clause between, brackets of something else
        ("现有确诊病例37例，长沙市21例。", None),
        ("现有确诊病例37例，死亡病例（长沙市21例）未计入。", None),
        ("现有确诊病例37例。长沙市（含郊县）21例。", None),
    ],
)
def test_the_whole_of_a_part(extractor: Extractor, text: str, expected: int | None) -> None:
    reading = extractor.read(Document(id="a", text=text))
    number = next(n for n, f in enumerate(reading.figures) if f.quantity.value == 21)
    whole = whole_of(reading, number)
    assert (whole.quantity.value if whole else None) == expected


@pytest.mark.parametrize("learned", [True, False])
def test_a_part_is_meant_as_its_whole_is(learned: bool) -> None:
    extractor = Extractor(learned=learned)
    events = extractor.extract(
        "截至3月2日24时，湖南现有确诊病例370例（长沙市210例），累计确诊病例1010例（当日新增9例）。"
    )
    found = {event.evidence.quote: event.accumulation for event in events}
    assert found == {"370例": "current", "210例": "current", "1010例": "cumulative", "9例": "new"}
