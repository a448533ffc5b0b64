"""What a place collects is for it, where nobody else is helped."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "place", "donor"),
    [
        ("竹溪县累计筹集口罩3000只。", "十堰市竹溪县", None),
        ("竹溪县目前筹集到的物资有：口罩3000只，防护服300套。", "十堰市竹溪县", None),
        ("2月3日，竹溪县募集到善款50万元，口罩3000只。", "十堰市竹溪县", None),
        # near misses: who is helped elsewhere, and who collects in the county
        ("竹溪县筹集口罩3000只支援武汉。", "武汉市", "竹溪县"),
        ("竹溪县为武汉筹集口罩3000只。", "武汉市", "竹溪县"),
        ("竹溪县商会筹集口罩3000只。", None, "竹溪县商会"),
    ],
)
def test_a_place_collects_for_itself(extractor: Extractor, text: str, place: str | None, donor: str | None) -> None:
    records = [one for one in extractor.extract(text).records() if one["type"] == "donation"]
    assert {(one.get("place"), one.get("donor")) for one in records} == {(place, donor)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("黄石市开元寺捐款24万元（其中，僧众捐款4万元，信众捐款20万元），专项用于支援竹溪县抗疫。", "十堰市竹溪县"),
        ("恒安公司捐款24万元（含口罩款4万元），用于支援武汉。", "武汉市"),
        # near miss: nothing behind the brackets says where
        ("恒安公司捐款24万元（含口罩款4万元），专项用于购买口罩。", None),
    ],
)
def test_brackets_stand_before_where_a_gift_goes(extractor: Extractor, text: str, place: str | None) -> None:
    records = [one for one in extractor.extract(text).records() if one["type"] == "donation"]
    assert records[0].get("place") == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("黎平县永从镇累计确诊病例12例。", "黎平县永从镇"),
        # near miss: a word that parts
        ("竹溪县从各镇抽调医生60名。", "十堰市竹溪县"),
    ],
)
def test_a_town_may_end_in_a_particle(extractor: Extractor, text: str, place: str) -> None:
    assert [one.get("place") for one in extractor.extract(text).records()] == [place]
