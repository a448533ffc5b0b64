"""Parts that a nation alone tells, by where people came from or whose citizens they are, are where their whole is."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-04-05")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("上海累计境外输入病例66例，其中英国27例、意大利12例、瑞士8例。", ["上海市"] * 4),
        ("新加坡新增病例47例，输入病例33例，其中来自英国的18例、印尼6例。", ["新加坡"] * 4),
        ("广东累计境外输入103例，病例来源为英国36例、菲律宾10例、美国9例。", ["广东省"] * 4),
        ("“钻石公主号”新增13例，其中美国人6例、日本人5例、中国人2例。", ["钻石公主号邮轮"] * 4),
        ("“钻石公主号”新增65例确诊，包括日本45人、美国11人、澳大利亚4人。", ["钻石公主号邮轮"] * 4),
        ("广州市累计确诊外籍人员19例，其中尼日利亚9例、安哥拉2例。", ["广州市"] * 3),
        ("泰国累计确诊25例，其中中国籍19例、泰国籍6例。", ["泰国"] * 3),
        # near misses: those that were counted there, and provinces that report imported cases
        ("全球累计确诊1000例，其中美国500例、英国200例。", ["全球", "美国", "英国"]),
        ("中国境外累计确诊700例，其中意大利400例，韩国200例。", ["境外", "意大利", "韩国"]),
        ("全国新增境外输入病例67例，其中上海18例、内蒙古12例。", ["全国", "上海市", "内蒙古自治区"]),
        ("全国新增境外输入确诊病例39例。意大利新增5560例，西班牙新增4000例。", ["全国", "意大利", "西班牙"]),
    ],
)
def test_a_nation_tells_no_place_of_a_part(extractor: Extractor, text: str, places: list[str]) -> None:
    assert [event.record().get("place") for event in extractor.extract(text)] == places


def test_parts_by_source_are_imported(extractor: Extractor) -> None:
    events = extractor.extract("广东累计境外输入103例，病例来源为英国36例、菲律宾10例。")
    assert [event.record().get("imported") for event in events] == [True] * 3
