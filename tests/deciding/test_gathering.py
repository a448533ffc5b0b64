"""Which names around a figure may fill its slots."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.candidates.slots import place_candidates, role_candidates
from epiextract.matching.reading import Reading

ORGS = frozenset({"ORG", "FACILITY", "PERSON"})


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(learned=False)


def candidates(extractor: Extractor, text: str, value: int) -> list[str]:
    reading = extractor.read(Document(id="a", text=text))
    figure = next(one for one in reading.figures if one.quantity.value == value)
    return [reading.text[one.spot.start : one.spot.end] for one in role_candidates(reading, figure, ORGS)]


def test_groups_leave_room_for_names(extractor: Extractor) -> None:
    crowd = "患者要吃饭，居民要买菜，医护人员要休息，志愿者要口罩，群众要平安，党员要带头，"
    found = candidates(extractor, f"澄湖食品集团没有停工。{crowd}这次送来500箱面条。", 500)
    assert "澄湖食品集团" in found
    assert "患者" not in found


def test_a_name_far_behind_other_names_stays_out(extractor: Extractor) -> None:
    others = "、。".join(f"江城{name}集团来过" for name in ("青山", "绿水", "长风", "大明", "白云", "金桥", "银河"))
    found = candidates(extractor, f"澄湖食品集团没有停工。{others}。这次送来500箱面条。", 500)
    assert "澄湖食品集团" not in found


def test_the_sentence_behind_a_headline_names_who_gave(extractor: Extractor) -> None:
    text = "爱心驰援 捐赠500万元物资\n\n澄湖食品集团昨日捐赠。\n\n江城第一医院收下。"
    found = candidates(extractor, text, 5_000_000)
    assert "澄湖食品集团" in found
    # one is enough: what follows speaks of itself
    assert "江城第一医院" not in found


def test_the_place_may_stand_in_the_next_sentence(extractor: Extractor) -> None:
    reading: Reading = extractor.read(Document(id="a", text="新增确诊病例35例。岳阳市今日通报。长沙市未通报。"))
    found = place_candidates(reading, reading.figures[0])
    near = [one.spot.words for one in found if one.sentence >= 0]
    assert near == ["岳阳市"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("澄湖大学、江城第一医院派出90人。", "澄湖大学、江城第一医院"),
        ("李大成、江城第一医院派出90人。", "江城第一医院"),
    ],
)
def test_bodies_of_two_sorts_are_one_list(extractor: Extractor, text: str, words: str) -> None:
    assert words in candidates(extractor, text, 90)


def test_places_leave_a_firm_among_what_the_text_names_most(extractor: Extractor) -> None:
    cities = "从长沙到岳阳，" * 3
    text = f"澄湖食品集团复工。澄湖食品集团招工。{cities}{'车队在路上。' * 14}路上有员工50名。"
    reading = extractor.read(Document(id="a", text=text))
    figure = next(one for one in reading.figures if one.quantity.value == 50)
    found = role_candidates(reading, figure, ORGS | {"PLACE"})
    kinds = {one.kind: one.spot.words for one in found if one.sentence < 0}
    assert kinds["frequent"] == "澄湖食品集团"
    assert (kinds["frequent-place"], kinds["second-place"]) == ("长沙", "岳阳")
    # one that is named once is nothing that the text is about
    assert "second" not in kinds
