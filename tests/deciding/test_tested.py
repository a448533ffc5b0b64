"""People who are tested are counted as tests, whoever they are."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


TESTED = ("testing", "tested")
DOCTORS, OTHERS = ("personnel", "medical_staff"), ("personnel", "other_staff")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("合肥市对1.2万名居民进行核酸检测。", [TESTED]),
        ("合肥市对450名环卫工人进行核酸检测，结果均为阴性。", [TESTED]),
        ("合肥市对450名医务人员开展了核酸检测。", [TESTED]),
        ("合肥市第一人民医院对450名住院患者和陪护人员开展核酸检测。", [TESTED]),
        ("市里对该院全院450名职工、36名住院患者和陪护人员开展核酸检测。", [TESTED, TESTED]),
        ("合肥市组织1.2万名学生进行核酸检测。", [TESTED]),
        ("合肥市完成1.2万名居民核酸检测。", [TESTED]),
        ("合肥市连夜对1.2万名居民采样。", [TESTED]),
        ("合肥市已为1.2万名返程人员提供免费核酸检测。", [TESTED]),
        ("蜀山区1.2万名居民完成第二轮核酸检测。", [TESTED]),
        # who tests, what is no test of a virus, and who is counted by the state of health
        ("合肥市组织450名医务人员开展核酸检测。", [DOCTORS]),
        ("合肥市派出450名医护人员对1.2万名居民进行核酸检测。", [DOCTORS, TESTED]),
        ("合肥市对450名医务人员开展核酸检测培训。", [DOCTORS]),
        ("合肥市对450名环卫工人进行体温检测。", [OTHERS]),
        ("合肥市为450名医护人员提供住宿，并开展核酸检测。", [DOCTORS]),
        ("合肥市对排查出的450名密切接触者进行核酸检测。", [("case_count", "close_contact")]),
    ],
)
def test_people_who_are_tested(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.type, one.record()["measure"]) for one in extractor.extract(text)] == expected
