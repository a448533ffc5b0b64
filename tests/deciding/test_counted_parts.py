"""The place of a whole is none of those that only parts of it hold at, and what a list adds up to has none of them."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-03-05")


def places(extractor: Extractor, text: str) -> dict[str, str | None]:
    return {event.quote: event.record().get("place") for event in extractor.extract(text)}


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("新增死亡病例6例，分别为信阳市3例、南阳市2例、商丘市1例。", "6例", None),
        ("河南新增死亡病例6例，分别为信阳市3例、南阳市2例、商丘市1例。", "6例", "河南省"),
        ("新增确诊病例9例，为十堰市4例、襄阳市5例。", "9例", None),
        ("新增确诊病例9例，包括十堰市4例、襄阳市5例。", "9例", None),
        ("现有重症病例800例（湖北720例）。", "800例", None),
        ("医务人员确诊共1700例，其中湖北1500例，武汉1100例。", "1700例", None),
        # near misses: the parts make the whole, and it is where all of them are
        ("累计确诊248例，其中黄石市区186人，大冶市62人。", "248例", "黄石市"),
        ("新增确诊病例1例（武汉1例）。", "1例", "武汉市"),
        ("湖北新增死亡12例（武汉11例），出院5例（武汉3例）。", "5例", "湖北省"),
    ],
)
def test_a_whole_is_not_where_a_part_is(extractor: Extractor, text: str, quote: str, place: str | None) -> None:
    assert places(extractor, text)[quote] == place


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("大邱确诊60人，庆北30人，首尔12人，合计102人。", "102人", None),
        ("韩国疫情：大邱确诊60人，庆北30人，首尔12人，合计102人。", "102人", "韩国"),
        ("广东31例、浙江21例、江苏15例，三省合计67例。", "67例", None),
        ("武汉市确诊60例（重症3例），黄冈市30例，共计90例。", "90例", None),
        # near misses: no sum of these, or one place for all
        ("武汉市新增60例，黄冈市新增30例，累计确诊500例。", "500例", "黄冈市"),
        ("湖南省确诊3例，疑似1例，共4例。", "4例", "湖南省"),
    ],
)
def test_a_sum_is_not_where_the_last_item_is(extractor: Extractor, text: str, quote: str, place: str | None) -> None:
    assert places(extractor, text)[quote] == place


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("武汉市确诊60例，黄冈市30例，共计90例。", "confirmed"),
        ("死亡病例：武汉市6例，黄冈市3例，共计9例。", "death"),
        # near misses: its own words, or items that count different things
        ("武汉市死亡6例，黄冈市死亡3例，共确诊9例。", "confirmed"),
        ("武汉市确诊6例，出院3例，共计病例9例。", "patient"),
    ],
)
def test_a_sum_counts_what_its_items_do(extractor: Extractor, text: str, measure: str) -> None:
    assert list(extractor.extract(text))[-1].record()["measure"] == measure
