"""Whose cases were infected abroad: told on either side, of all, or of the figure that brackets break down."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-04-05")


@pytest.mark.parametrize(
    ("text", "imported"),
    [
        ("全省新增确诊病例31例（境外输入29例），累计确诊病例408例。", [29]),
        ("全市新增确诊病例6例，其中境外输入4例。", [4]),
        ("全市新增确诊病例6例，4例为境外输入。", [4]),
        ("全市新增确诊病例6例，全部来自于境外输入。", [6]),
        ("全市新增确诊病例6例（均为境外输入）。", [6]),
        ("新增境外输入确诊病例6例（甘肃4例，陕西2例）。", [6, 4, 2]),
        ("新增确诊病例6例（甘肃4例，陕西2例，均为境外输入）。", [6, 4, 2]),
        # the first figure of a text, and all of a figure whose parts brackets tell
        ("4例为境外输入，3例为本土病例。", [4]),
        ("新增疑似病例3例，均为境外输入病例（上海1例，广东2例）。", [3, 1, 2]),
        # a bulletin that goes on, up to a date, a place or cases at home
        ("境外输入现有确诊病例776例。累计确诊病例1183例，累计出院407例。", [776, 1183, 407]),
        ("境外输入现有确诊病例776例。4月3日，现有确诊病例1089例。", [776]),
        ("境外输入现有确诊病例776例。湖北省现有确诊病例313例。", [776]),
        ("境外输入现有确诊病例776例。本土现有确诊病例313例。", [776]),
        ("境外输入病例3例。现有确诊病例313例。", [3]),
        ("新增16例，其中4例在甲市，其余均为境外输入病例，其中乙市3例。", []),
        ("全省新增输入性病例15例。", [15]),
        ("全港新增确诊个案5宗，其中输入个案3宗。", [3]),
        ("全港新增5宗确诊个案，3宗属输入个案，2宗为本地个案。", [3]),
        ("當日無新增輸入個案，累計輸入個案12宗。", [0, 12]),
        ("全市新增病例52例，其中海外输入46例。", [46]),
        ("报告登革热输入病例12例，本地病例3例。", [12]),
        # told again to be broken down, a row of days, those without symptoms that 和 joins
        ("新增境外输入确诊病例12例。累计报告境外输入确诊病例52例。这12例中，甘肃7例，陕西5例。", [12, 52, 12, 7, 5]),
        ("新增16例，其中12例为境外输入病例。在新增的12例境外输入病例中，甘肃占7例。", [12, 12, 7]),
        ("累计境外输入确诊病例136例，3月19日达158例，21日增至214例。", [136, 158, 214]),
        ("境外输入病例不断攀升，6日为21例、7日为24例、8日为26例。", [21, 24, 26]),
        ("全市新增境外输入确诊病例8例和无症状感染者4例。", [8, 4]),
        ("全市新增境外输入确诊病例8例和无症状感染者4例（境外输入3例）。", [8, 3]),
        ("全市新增境外输入确诊病例8例和本土无症状感染者4例。", [8]),
        ("全省新增境外输入确诊病例13例，5日新增确诊病例20例。", [13]),
        ("新增境外输入确诊病例12例，本土确诊病例15例。这15例中，甘肃7例，陕西8例。", [12]),
        # near misses: from another part of the country, 输入 that tells of no cases
        ("全市新增武汉输入病例3例。", []),
        ("全市新增省外输入病例3例。", []),
        ("由武汉输入的病例12例。", []),
        ("全市新增海外输入关联病例3例。", []),
        ("全市无输入病例。", []),
        # near misses: the other figure, cases at home, their contacts, those infected by them
        ("全市新增4例境外输入确诊病例和3例本土确诊病例。", [4]),
        ("新增境外输入确诊病例6例（本土0例）。", [6]),
        ("追踪到境外输入病例的密切接触者58人。", []),
        ("全市新增境外输入关联确诊病例2例。", []),
        ("全市新增非境外输入确诊病例2例。", []),
        ("防境外输入，全市现有确诊病例2例。", []),
    ],
)
def test_the_nearest_figure_is_imported(extractor: Extractor, text: str, imported: list[int]) -> None:
    events = extractor.extract(text)
    assert [event.value for event in events if event.record().get("imported")] == imported


def test_the_words_that_tell_it_are_evidence(extractor: Extractor) -> None:
    text = "新增境外输入确诊病例6例（甘肃4例，陕西2例）。"
    spans = [event.evidence.spans["imported"] for event in extractor.extract(text)]
    assert [text[start:end] for start, end in spans] == ["境外输入"] * 3


@pytest.mark.parametrize(("published", "imported"), [("2020-02-10", False), ("2019-09-10", True), ("2020-04-10", True)])
def test_cases_that_came_in_early_in_2020_came_from_inside_the_country(published: str, imported: bool) -> None:
    events = Extractor(published=published).extract("全县累计确诊病例12例，其中输入病例9例，本地病例3例。")
    assert any(event.record().get("imported") for event in events) == imported


def test_abroad_is_no_place_of_cases_that_came_in() -> None:
    events = Extractor(published="2022-05-10").extract("韩国新增确诊病例52例，其中海外输入病例46例，本土病例6例。")
    assert [event.record()["place"] for event in events] == ["韩国"] * 3


def test_cases_of_hong_kong_and_macau_came_from_abroad_from_the_beginning() -> None:
    events = Extractor(published="2020-02-10").extract("澳门新增确诊个案2宗，均属输入个案。")
    assert [event.record().get("imported") for event in events] == [True]


def test_a_country_right_before_says_whence_they_came() -> None:
    events = Extractor(published="2020-02-10").extract("全省新增确诊病例3例，均为伊朗输入病例。")
    assert [event.record().get("imported") for event in events] == [True]


def test_a_figure_told_again_is_new_on_its_day_and_so_are_its_parts(extractor: Extractor) -> None:
    text = "4月3日，全国新增境外输入确诊病例12例。截至4月3日24时，累计52例。这12例中，甘肃7例，陕西5例。"
    told = [one.record() for one in extractor.extract(text)]
    assert [(one["value"], one["accumulation"], one["date_start"]) for one in told if one["value"] != 52] == [
        (value, "new", "2020-04-03") for value in (12, 12, 7, 5)
    ]
