"""Patients whom a hospital took in, and what became of them."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("合肥市第一人民医院收治的36名患者治愈出院。", ["recovered"]),
        ("江汉方舱医院收治的36名患者出舱。", ["recovered"]),
        ("该院收治的首批36名确诊患者3月8日全部治愈，仍有12名患者在该院治疗。", ["recovered", "hospitalized"]),
        ("该院收治的36名患者经治疗痊愈出院。", ["recovered"]),
        ("该院收治的2名重症患者死亡。", ["death"]),
        # of these some left, or nobody
        ("该院收治的157名患者，已经有29人康复出院。", ["hospitalized", "recovered"]),
        ("该院收治的157名患者中29人康复出院。", ["hospitalized", "recovered"]),
        ("该院收治的157名患者病情稳定。", ["hospitalized"]),
        ("该院收治36名患者，治愈出院12人。", ["hospitalized", "recovered"]),
    ],
)
def test_patients_who_left_are_counted_by_how(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert [one.record()["measure"] for one in extractor.extract(text)] == measures
