"""Tables that were flattened to text: what the head of a column says holds for its figures."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-02-10")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "地区  累计确诊  治愈  死亡\n沙洋县  318例  205例  6例\n京山市  64例  9例  2例",
            ["confirmed cumulative", "recovered", "death"] * 2,
        ),
        (
            "|国家|新增确诊|新增死亡|\n|泰国|46|3|\n|越南|7|0|",
            ["confirmed new", "death new"] * 2,
        ),
        ("城市\t现有确诊\t重症病例\n沙洋县\t46\t3", ["confirmed current", "severe"]),
        # near misses: fewer figures than heads, no heads at all, a sentence
        ("地区  累计确诊  治愈  死亡\n沙洋县  318例  205例", ["confirmed", "confirmed"]),
        ("新增确诊、死亡病例\n沙洋县  318例  205例", ["confirmed", "confirmed"]),
    ],
)
def test_the_head_of_a_column_says_what_its_figures_count(extractor: Extractor, text: str, expected: list[str]) -> None:
    events = extractor.extract(text)
    assert len(events) == len(expected)
    for event, said in zip(events, expected, strict=True):
        assert said in (event.measure, f"{event.measure} {event.accumulation}")
