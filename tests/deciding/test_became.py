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


CONFIRMED, INFECTED, INSIDE = ("case_count", "confirmed"), ("case_count", "infection"), ("case_count", "hospitalized")
DOCTORS = ("personnel", "medical_staff")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("合肥市第一人民医院确诊医护人员36名。", [CONFIRMED]),
        ("该院感染医护人员36名。", [INFECTED]),
        ("该院感染的医护人员共36名。", [INFECTED]),
        ("感染者中有36名医护人员。", [INFECTED]),
        ("江汉方舱医院在舱患者136人。", [INSIDE]),
        # at work
        ("该院感染科医护人员36名。", [DOCTORS]),
        ("该院派出医护人员36名。", [DOCTORS]),
        ("该院无感染，医护人员36名。", [DOCTORS]),
    ],
)
def test_staff_who_fell_ill_are_cases(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.type, one.record()["measure"]) for one in extractor.extract(text)] == expected
