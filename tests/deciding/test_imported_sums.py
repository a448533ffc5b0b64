"""Imported cases whose totals come out, and cases that came in from a country; each with near misses."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-04-05")


def imported(extractor: Extractor, text: str) -> list[float | None]:
    return [event.value for event in extractor.extract(text) if event.record().get("imported")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("现有境外输入确诊病例40例（含重症2例），累计治愈出院12例，累计确诊52例。", [40, 2, 12, 52]),
        ("现有境外输入病例40例，累计52例，累计治愈出院12例，无死亡病例。", [40, 52, 12]),
        (
            "4月2日，新增境外输入确诊病例5例，现有境外输入病例40例，累计52例，累计治愈出院12例。",
            [5, 40, 52, 12],
        ),
        (
            "现有境外输入确诊病例40例，现有疑似病例9例。累计确诊病例52例，累计治愈出院病例12例。",
            [40, 9, 52, 12],
        ),
        ("累计境外输入确诊病例52例，治愈出院11例，死亡1例，现有40例。累计确诊1313例。", [52, 11, 1, 40]),
        # near misses: the totals are those of all cases, at home too, or of another day or place
        ("全省现有境外输入确诊病例12例，累计治愈出院1200例，累计确诊1313例。", [12]),
        ("累计境外输入确诊病例20例，累计治愈出院8例，本土现有确诊12例。", [20]),
        ("现有境外输入病例40例。4月3日，累计确诊52例，累计治愈出院12例。", [40]),
        ("现有境外输入病例40例。湖南省累计确诊52例，累计治愈出院12例。", [40]),
        ("现有境外输入病例40例。\n累计确诊52例，累计治愈出院12例。", [40]),
        ("现有确诊病例40例，累计52例，累计治愈出院12例，新增境外输入1例。", [1]),
    ],
)
def test_cases_that_make_a_sum_with_imported_ones_are_imported(
    extractor: Extractor, text: str, values: list[float]
) -> None:
    assert imported(extractor, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("甘肃新增4例，为伊朗输入病例。", [4]),
        ("甘肃新增4例，均为伊朗输入。", [4]),
        ("甘肃新增4例，均由英国、法国输入。", [4]),
        ("深圳新增2例，为英国输入病例和菲律宾输入病例。", [2]),
        ("湖州新增2例，1例由法国输入，1例由湖北输入。", [1]),
        ("安徽新增确诊病例3例（泰国输入），累计5例。", [3]),
        ("全市在院20人，其中意大利输入的8人，西班牙输入的5人。", [8, 5]),
        # near misses: the next figure is the one that came in, or nobody did
        ("全市新增5例，英国输入病例3例，本土2例。", [3]),
        ("全市新增5例，均为武汉输入。", []),
        ("全市新增5例，均由香港输入。", []),
        ("全市新增5例，英国输入风险仍高。", []),
        ("全市新增5例，为英国输入病例的密切接触者。", []),
    ],
)
def test_cases_that_came_in_from_a_country_are_imported(extractor: Extractor, text: str, values: list[float]) -> None:
    assert imported(extractor, text) == values
