"""What a candidate may speak for, and how those that mean the same are counted."""

from __future__ import annotations

from typing import Any

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.candidates.choosing import likeliest
from epiextract.deciding.candidates.slots import date_behind, place_candidates
from epiextract.matching.reading import Figure, Reading


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(learned=False)


def read(extractor: Extractor, text: str) -> Reading:
    return extractor.read(Document("a", text, published="2020-02-25"))


def figure(reading: Reading, quote: str) -> Figure:
    return next(one for one in reading.figures if reading.text[one.start : one.end] == quote)


def places(reading: Reading, quote: str) -> list[str]:
    found = place_candidates(reading, figure(reading, quote))
    return [reading.text[one.spot.start : one.spot.end] for one in found if one.sentence >= 0]


def test_brackets_of_a_later_sentence_speak_for_nothing_before(extractor: Extractor) -> None:
    reading = read(extractor, "湖南省新增确诊病例3例。湖南新增疑似病例4例（均在岳阳市）。")
    assert "岳阳市" not in places(reading, "3例")
    assert "岳阳市" in places(reading, "4例")
    # without brackets it may be told afterwards
    assert "岳阳市" in places(read(extractor, "新增确诊病例3例。岳阳市的疑似病例都已排除。"), "3例")


def test_the_network_is_asked_where_the_weights_are_in_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    from epiextract.deciding.candidates import choosing
    from epiextract.deciding.context.context import Context

    asked: list[str] = []
    choose = Context.choose

    def noted(*given: Any) -> list[float]:
        asked.append(given[3][0])
        return choose(*given)

    monkeypatch.setattr(Context, "choose", noted)
    text = "截至2月4日24时，湖南省累计报告确诊病例661例。江海集团捐赠口罩3万只，医疗队到了武汉。"
    learned = Extractor()
    learned.extract(text, published="2020-02-05")
    some = len(asked)
    asked.clear()
    monkeypatch.setattr(choosing, "SURE", 0.0)
    learned.extract(text, published="2020-02-05")
    assert not asked
    monkeypatch.setattr(choosing, "SURE", 0.9999)
    learned.extract(text, published="2020-02-05")
    assert 0 < some < len(asked)


def test_many_weak_reasons_outweigh_one_strong() -> None:
    assert likeliest([0.0, 1.0, 0.5, 0.6], [None, "甲", "乙", "乙"]) == 3
    assert likeliest([0.0, 1.0, -2.0, -2.0], [None, "甲", "乙", "乙"]) == 1


def test_the_first_of_equals_is_chosen() -> None:
    assert likeliest([0.5, 0.5], [None, "甲"]) == 0


def test_a_breakdown_speaks_for_what_it_holds(extractor: Extractor) -> None:
    reading = read(extractor, "湖南省累计出院病例820例（长沙市210例），死亡病例14例（岳阳市3例）。")
    assert places(reading, "14例") == ["湖南省"]
    assert places(reading, "210例")[0] == "长沙市"
    assert places(reading, "820例") == ["湖南省"]


def test_brackets_without_a_figure_hide_nothing(extractor: Extractor) -> None:
    reading = read(extractor, "疫情最重的三地（武汉、孝感、黄冈）共报告病例900例。")
    assert "武汉、孝感、黄冈" in places(reading, "900例")


@pytest.mark.parametrize(("quote", "day"), [("88例", "2020-02-03"), ("72例", "2020-02-04"), ("65例", None)])
def test_a_date_right_behind_in_brackets_is_the_figures_own(extractor: Extractor, quote: str, day: str | None) -> None:
    reading = read(extractor, "2月以来每日新增依次为：88例（3日）、72例(4日)、65例。")
    found = date_behind(reading, figure(reading, quote))
    assert (str(reading.period_of(found[0]).end) if found else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("南京市累计确诊12例！（截至2月3日24时）", "2020-02-03"),
        ("南京市累计确诊12例。（截至2月3日12时）", "2020-02-03"),
        ("南京市新增确诊12例。（截至2月3日12时）", None),
        ("南京市累计确诊12例。（2月3日电）", None),
    ],
)
def test_brackets_behind_a_sentence_tell_up_to_when_was_counted(
    extractor: Extractor, text: str, day: str | None
) -> None:
    reading = read(extractor, text)
    found = date_behind(reading, figure(reading, "12例"))
    assert (str(reading.period_of(found[0]).end) if found else None) == day
