"""Names that hold a place and are not in it: venues, the corps beside provinces; and what 全区 and 海南 mean."""

from __future__ import annotations

import pytest

from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.tagger import Tagger

TAGGER = Tagger()


def named(text: str) -> list[str]:
    places = (mention.payload for mention in TAGGER.tag(text).places)
    return [place.place.name for place in places if isinstance(place, PlaceRef)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("首尔江南区的上海大厦有21人确诊。", ["首尔"]),
        ("位于札幌市的意大利面馆出现聚集性感染。", ["札幌市"]),
        ("在成都的泰国餐厅，8人确诊。", ["成都市"]),
        ("武汉市江汉区的湖北大厦有3人确诊。", ["武汉市江汉区"]),
        ("在巴黎的中国城，3人确诊。", ["巴黎"]),
        ("泰山景区接待游客2000人次。", []),
        # near misses: a venue in the place itself, restaurants of a country, a city of China, a real district
        ("湖北的武汉饭店有3人确诊。", ["湖北省", "武汉市"]),
        ("英国餐厅裁员3000人。", ["英国"]),
        ("在中国城市，3人确诊。", ["全国"]),
        ("泰安市泰山区有3人确诊。", ["泰安市泰山区"]),
    ],
)
def test_a_venue_is_not_in_the_place_that_it_is_named_after(text: str, places: list[str]) -> None:
    assert named(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("20个省份和新疆生产建设兵团新增确诊病例为0。", []),
        ("昨日22个省（区、市）及新疆生产建设兵团无新增确诊病例。", []),
        # near misses: all of them report, or the corps by itself
        ("31个省份和新疆生产建设兵团报告新增病例7例。", ["全国"]),
        ("新疆维吾尔自治区和新疆生产建设兵团新增2例。", ["新疆维吾尔自治区", "新疆生产建设兵团"]),
    ],
)
def test_the_corps_beside_provinces_is_not_alone(text: str, places: list[str]) -> None:
    assert named(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("青海、海南连续3天零新增。", ["青海省", "海南省"]),
        ("甘肃、青海和海南新增确诊病例为0。", ["甘肃省", "青海省", "海南省"]),
        # near misses: the prefecture is said, or stands among towns of its province
        ("青海海南州新增2例。", ["海南藏族自治州"]),
        ("青海省西宁市、海南州新增2例。", ["西宁市", "海南藏族自治州"]),
    ],
)
def test_a_name_in_a_list_of_provinces_is_a_province(text: str, places: list[str]) -> None:
    assert named(text) == places


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("内蒙古自治区新增4例，其中东胜区3例、松山区1例。全区12例。", "内蒙古自治区"),
        ("新疆新增1例（天山区）。全区累计76例。", "新疆维吾尔自治区"),
        # near misses: the district is what is told of, or in no region
        ("广西新增2例。青秀区新增1例，全区累计3例。", "南宁市青秀区"),
        ("武汉市新增2例，其中江汉区1例。全区累计3例。", "武汉市江汉区"),
    ],
)
def test_the_whole_area_is_the_region_that_districts_have_parts_of(text: str, last: str) -> None:
    assert named(text)[-1] == last
