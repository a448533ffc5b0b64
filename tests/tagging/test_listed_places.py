"""Places that no table holds, told by their place in a list of cases."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def _places(extractor: Extractor, text: str) -> list[object]:
    return [one.record().get("place") for one in extractor.extract(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("陕西省累计确诊病例9例，商洛市7例、杨凌示范区1例。", ["陕西省", "商洛市", "杨凌示范区"]),
        ("确诊病例：郑州市3例、航空产业集聚区1例。", ["郑州市", "航空产业集聚区"]),
        ("兵团累计确诊3例，其中第八师2例，第四师1例。", ["新疆生产建设兵团", "第八师", "第四师"]),
        ("新疆确诊27例，其中乌鲁木齐市23例、兵团第八师4例。", ["新疆维吾尔自治区", "乌鲁木齐市", "兵团第八师"]),
        ("新疆生產建設兵團新增確診病例2例。", ["新疆生产建设兵团"]),
        ("全县确诊3例，其中城关镇1例、石集镇2例。\n南漳县指挥部", ["襄阳市南漳县", "城关镇", "石集镇"]),
        ("确诊病例：七里镇5例、石集镇5例、三官镇1例。", ["七里镇", "石集镇", "三官镇"]),
        ("南漳县疑似病例：城关镇7例、九集镇5例、肖堰镇1例。", ["城关镇", "九集镇", "肖堰镇"]),
        # zones, towns and divisions in general
        ("南京市确诊3例，重点乡镇2例。", ["南京市", "南京市"]),
        ("南京市确诊3例，3所监狱2例。", ["南京市"] * 3),
        ("南京市确诊3例，封控区2例。", ["南京市", "南京市"]),
    ],
)
def test_items_have_their_own_places(extractor: Extractor, text: str, places: list[object]) -> None:
    assert _places(extractor, text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("我县新增疑似病例3例。其中城关镇1例。\n南漳县防控领导小组", ["襄阳市南漳县", "城关镇"]),
        ("我县新增3例，全县累计30例。\n\n望江县疫情防控指挥部\n2020年2月12日", ["安庆市望江县"] * 2),
        # named before, or signed by nobody
        ("2月3日，望江县通报，我县新增3例。\n南漳县防控领导小组", ["安庆市望江县"]),
        ("我县新增3例。", [None]),
    ],
)
def test_the_signature_says_which_county_is_meant(extractor: Extractor, text: str, places: list[object]) -> None:
    assert _places(extractor, text) == places
