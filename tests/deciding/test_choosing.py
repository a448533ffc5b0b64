"""What a candidate may speak for, and how those that mean the same are counted."""

from __future__ import annotations

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
