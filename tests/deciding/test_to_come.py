"""What is to come without 将 before it, and what is there although a plan is told with it."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def modalities(extractor: Extractor, text: str) -> list[str]:
    events = extractor.extract(Document("one", text, published="2020-02-20"))
    return [record["modality"] for record in events.records() if record["type"] != "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("预计到3月中旬，该厂防护服日产量达到2600件。", ["planned"]),
        ("该厂防护服日产能3月底可逐步达到2600件。", ["planned"]),
        ("2月25日起，全市各药店投放口罩26万只。", ["planned"]),
        ("该厂口罩日产量2月18日达到26万只。", ["actual"]),
        ("到2月25日，在全市现有12家定点药店的基础上扩大范围。", ["actual"]),
        ("截至2月19日，该厂累计生产防护服2600件。", ["actual"]),
    ],
)
def test_what_is_dated_by_a_day_to_come_is_planned(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert modalities(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新线月底投产，届时日产量将达到口罩26万只，防护服2600件。", ["planned", "planned"]),
        ("南京市将于2月20日开始向各区药店投放26万只口罩。", ["planned"]),
        ("新厂设计日产口罩26万只。", ["planned"]),
        ("病房楼设计房间126间，其中病房86间。", ["planned", "planned"]),
        ("公司再建6条口罩生产线。", ["planned"]),
        # near misses: it is there, or somebody designs
        ("公司又再建6条口罩生产线，已投产。", ["actual"]),
        ("设计院捐赠口罩2600只。", ["actual"]),
        ("由设计院负责的病房86间已建成。", ["actual"]),
        ("当时日产量达到口罩26万只。", ["actual"]),
    ],
)
def test_words_that_look_ahead_make_plans(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert modalities(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("恒力集团决定捐款2600万元。其中，恒力石化捐款600万元。", ["planned", "planned"]),
        ("恒力集团决定捐款2600万元。其中，恒力石化已捐款600万元。", ["planned", "actual"]),
        ("恒力集团捐款2600万元。其中，恒力石化捐款600万元。", ["actual", "actual"]),
    ],
)
def test_a_part_of_a_pledge_is_pledged(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert modalities(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("如果发生密切接触，26名民警会被隔离。", ["hypothetical"]),
        ("一旦出现疫情，全车120人都将被隔离。", ["hypothetical"]),
        ("发生密切接触后，26名民警被隔离。", ["actual"]),
    ],
)
def test_what_comes_of_what_may_be_is_hypothetical(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert modalities(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("可容纳260张床位的医院已建成。", ["actual"]),
        ("可容纳260张床位的方舱医院已于昨日投入使用。", ["actual"]),
        ("可容纳260张床位的医院将于3月建成。", ["planned"]),
        ("当日抵达的126名队员将集中休养14天。", ["actual"]),
        ("将抵达的126名队员计划休养14天。", ["planned"]),
    ],
)
def test_what_is_there_stays_so_whatever_is_planned(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert modalities(extractor, text) == expected
