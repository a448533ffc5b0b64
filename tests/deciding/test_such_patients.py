"""Patients of whom more is told before what became of them; with near misses."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("芬兰38名患有慢性病的患者死亡。", ["death"]),
        ("该院9名感染新冠病毒的老年患者先后离世。", ["death"]),
        ("该院4名接受ECMO治疗的患者死亡。", ["death"]),
        ("该院6名使用呼吸机的重症患者治愈出院。", ["recovered"]),
        # near misses: of some of them, of their rate, of what became of them before
        ("该院12名接受治疗的患者中有3人死亡。", ["hospitalized", "death"]),
        ("8名已确诊的患者死亡率较高。", ["confirmed"]),
        ("有5名感染新冠病毒的患者死亡病例待查。", ["infection"]),
    ],
)
def test_what_became_of_them_is_counted(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert [event.measure for event in extractor.extract(text)] == measures
