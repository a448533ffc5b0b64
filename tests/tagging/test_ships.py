"""Ships that no table holds are told by what they are, and a country before that is whose they are."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-04-25")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("停靠在长崎的意大利邮轮“歌诗达大西洋号”上，148名船员感染。", ["歌诗达大西洋号邮轮"]),
        ("法国邮轮“歌诗达唯美号”36人确诊。", ["歌诗达唯美号邮轮"]),
        ("法国核动力航母“戴高乐号”50名官兵确诊。", ["戴高乐号航母"]),
        ("“红宝石公主”号邮轮累计确诊600例，澳大利亚累计确诊6000例。", ["红宝石公主号邮轮", "澳大利亚"]),
        ("法国确诊100例，航母“戴高乐号”上确诊50例。“戴高乐”号又确诊3例。", ["法国", "戴高乐号航母", "戴高乐号航母"]),
        # near misses: a ship that is known, what is called 号 and is no ship
        ("停靠长崎的“钻石公主”号邮轮确诊3例。", ["钻石公主号邮轮"]),
        ("湖南省“复兴号”列车上有3名发热乘客。", ["湖南省"]),
        ("意大利新增邮轮病例3例。", ["意大利"]),
    ],
)
def test_a_ship_is_where_its_people_are(extractor: Extractor, text: str, places: list[str]) -> None:
    assert [event.record().get("place") for event in extractor.extract(text)] == places
