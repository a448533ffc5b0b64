"""Countries told by their number, citizens who are abroad, and hospitals that take in imported cases."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-03-20")


def places(extractor: Extractor, text: str) -> list[str | None]:
    return [event.record().get("place") for event in extractor.extract(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中国大陆有4023宗确诊病例。另外，也有24个国家和地区共有确诊病例319宗。", ["全国", "境外"]),
        ("中国累计确诊100例，其他15个国家共确诊68例。", ["全国", "境外"]),
        ("其他15个国家共确诊68例。", ["境外"]),
        # near misses: all of the world or of a continent, people from there, provinces
        ("全球150多个国家累计确诊16万余例。", ["全球"]),
        ("非洲其他15个国家共确诊68例。", ["非洲"]),
        ("北京新增3例。来自其他15个国家的旅客中确诊2例。", ["北京市", "北京市"]),
        ("湖北新增9例，其他15个省份共新增3例。", ["湖北省", "湖北省"]),
    ],
)
def test_a_number_of_other_countries_is_abroad(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    assert places(extractor, text)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("在意大利的中国公民累计10人感染。", "意大利"),
        ("中国驻意大利使馆：已有4名中国公民确诊。", "意大利"),
        ("海外中国公民累计确诊1000余人。", "境外"),
        # near misses: no other country before them
        ("中国公民中累计确诊80000人。", "全国"),
        ("中国累计确诊80000人，意大利累计确诊10000人。", "全国"),
        ("中国驻意大利使馆通报，中国累计确诊80000人。", "全国"),
    ],
)
def test_citizens_are_counted_where_they_are(extractor: Extractor, text: str, place: str) -> None:
    assert places(extractor, text)[0] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("哈萨克斯坦首都努尔苏丹新增8例。", "阿斯塔纳"),
        ("美国马里恩监狱1800人感染。", "美国"),
        ("亚利桑那州马里科帕县确诊20例。", "马里科帕县"),
        # near misses: the names by themselves
        ("苏丹新增8例。", "苏丹"),
        ("马里新增8例。", "马里"),
    ],
)
def test_a_name_within_a_name_is_no_place(extractor: Extractor, text: str, place: str) -> None:
    assert places(extractor, text) == [place]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("北京地坛医院收治境外输入病例127例。", "hospitalized"),
        ("医院首批收治境外来京患者32人。", "hospitalized"),
        # near misses: what has become of them, who are not taken in, places for them
        ("医院收治的境外输入病例57例均已治愈。", "patient"),
        ("北京累计境外输入病例57例。", "patient"),
        ("该院可收治境外输入病例57例。", "capacity"),
    ],
)
def test_who_is_taken_in_is_in_hospital(extractor: Extractor, text: str, measure: str) -> None:
    assert extractor.extract(text)[0].record()["measure"] == measure
