"""Places of figures that stand together, and places of parts."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.slots import place_candidates
from epiextract.deciding.places.lists import TOGETHER, TOUCHING, likeness, place_lists
from epiextract.deciding.places.parts import outside_parts


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-02-10")


def places(extractor: Extractor, text: str) -> list[tuple[str, str | None]]:
    return [(event.quote, event.record().get("place")) for event in extractor.extract(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "台风造成浙江、安徽两省44人死亡。其中，浙江死亡39人，失踪9人；安徽死亡5人，失踪7人。",
            {"39人": "浙江省", "9人": "浙江省", "5人": "安徽省", "7人": "安徽省"},
        ),
        ("甘肃死亡3人，受伤97人；青海死亡11人，受伤40人。", {"97人": "甘肃省", "40人": "青海省"}),
    ],
)
def test_figures_of_one_list_hold_at_one_place(extractor: Extractor, text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= dict(places(extractor, text)).items()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甘肃死亡3人，受伤97人，失踪2人。", [["3人", "97人", "2人"]]),
        ("甘肃新增3例（兰州1例），死亡2例。", [["3例", "2例"], ["1例"]]),
        # another place, another sentence, a place behind, a place in a word before
        ("甘肃死亡3人，青海受伤40人。", [["3人"], ["40人"]]),
        ("甘肃死亡3人。受伤97人。", [["3人"], ["97人"]]),
        ("新增确诊3例，死亡2例在武汉。", [["3例"], ["2例"]]),
        ("累计捐款3600万元，其中定向援助湖北1200万元。", [["3600万元"], ["1200万元"]]),
        # figures that touch, and what is elsewhere
        ("甘肃死亡3户5人，受伤97人。", [["5人", "97人"]]),
        ("甘肃死亡3人，其他地区受伤40人。", [["3人"], ["40人"]]),
    ],
)
def test_which_figures_choose_their_place_together(extractor: Extractor, text: str, expected: list[list[str]]) -> None:
    reading = extractor.read(Document(id="a", text=text))
    extractor.decider.decide(reading)
    rows = place_lists(reading, [one for one in extractor.filler.fill(reading) if one.type != "other"])
    assert [[reading.text[one.figure.start : one.figure.end] for one in row] for row in rows] == expected


def named(text: str, candidates: list[Candidate]) -> set[str]:
    return {text[one.spot.start : one.spot.end] for one in candidates}


@pytest.mark.parametrize(
    ("text", "figure", "kept"),
    [
        ("四川确诊93例，其中雅安市38例；另有疑似病例25例。", "25例", {"四川"}),
        ("四川确诊93例，其中雅安市38例。目前420例住院。", "420例", {"四川"}),
        # what is no part itself: of 11 such figures of annotated news all hold at the whole's place
        ("四川确诊93例，其中雅安市38例，死亡2例。", "2例", {"四川"}),
        # what is a part, another paragraph, and where only parts name a place
        ("四川确诊93例，其中雅安市38例（重症2例）。", "2例", {"四川", "雅安市"}),
        ("四川确诊93例，其中雅安市38例。\n目前420例住院。", "420例", {"四川", "雅安市"}),
        ("确诊93例，其中雅安市38例。目前420例住院。", "420例", {"雅安市"}),
    ],
)
def test_a_place_of_a_part_holds_for_the_part(extractor: Extractor, text: str, figure: str, kept: set[str]) -> None:
    reading = extractor.read(Document(id="a", text=text))
    found = next(one for one in reading.figures if reading.text[one.start : one.end] == figure)
    assert named(text, outside_parts(reading, found, place_candidates(reading, found))) == kept


def test_what_goes_on_behind_the_parts_is_the_whole_s(extractor: Extractor) -> None:
    text = (
        "截至2月9日，四川省累计确诊93例，其中甘孜州55例，雅安市38例；另有疑似病例25例，其中泸定县9例，石棉县16例。"
        "目前共有420例住院，其中重症57例。"
    )
    found = dict(places(extractor, text))
    assert {found[quote] for quote in ("93例", "25例", "420例", "57例")} == {"四川省"}


def test_what_is_told_of_a_whole_in_its_sentence_is_told_of_its_parts(extractor: Extractor) -> None:
    text = (
        "陕西省第三批支援湖北医疗队120名队员从西安咸阳国际机场出发，驰援武汉。其中医生40名、护士80名。"
        "截至目前，陕西省已派出3批共410名医护人员。"
    )
    found = dict(places(extractor, text))
    assert {found[quote] for quote in ("120名", "40名", "80名", "410名")} == {"武汉市"}


def test_how_much_likelier_figures_hold_at_one_place(extractor: Extractor) -> None:
    reading = extractor.read(Document(id="a", text="甘肃死亡3户5人，受伤97人。"))
    extractor.decider.decide(reading)
    events = list(extractor.filler.fill(reading))
    assert likeness(events) == [TOUCHING, TOGETHER]


def test_figures_that_touch_hold_at_one_place(extractor: Extractor) -> None:
    text = "各地共派出医疗队217支、医护人员25633人支援湖北，其中武汉181支20374人。"
    found = dict(places(extractor, text))
    assert (found["181支"], found["20374人"]) == ("武汉市", "武汉市")
    assert (found["217支"], found["25633人"]) == ("湖北省", "湖北省")


def test_what_is_told_behind_of_parts_is_not_told_of_the_whole(extractor: Extractor) -> None:
    text = (
        "2月9日0—24时，四川省新增病例2618例，其中：成都市1921例、雅安市57例、绵阳市24例、德阳市123例、乐山市115例、宜宾市60例。"
        "新增死亡91例，其中：成都市73例、乐山市4例、德阳市2例。新增出院356例，其中：成都市166例。"
    )
    found = dict(places(extractor, text))
    assert {found[quote] for quote in ("2618例", "91例", "356例")} == {"四川省"}


def test_a_list_of_people_in_a_document_that_names_no_place(extractor: Extractor) -> None:
    assert places(extractor, "收治患者136名，医护人员36名。") == [("136名", None), ("36名", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("安徽省已有24个县复工，合肥市规上工业企业复工率达92.3%，240家重点企业全部复产。", "合肥市"),
        ("安徽省240家企业开工，合肥市复工率为92%，24家企业全部复产。", "合肥市"),
        # the rate of the whole, and a place of its own
        ("安徽省规上企业复工率达92%，240家重点企业全部复产。", "安徽省"),
        ("安徽省复工率达92%，合肥市240家重点企业全部复产。", "合肥市"),
    ],
)
def test_sites_behind_a_rate_are_where_that_is(extractor: Extractor, text: str, expected: str) -> None:
    assert places(extractor, text)[-1][1] == expected
