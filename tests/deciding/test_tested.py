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
        ("合肥市开展核酸检查4500人次。", [TESTED]),
        ("合肥市1200人接受核酸检查。", [TESTED]),
        ("合肥市检查站累计检查4500人次。", [("activity", "检查")]),
        # who tests, what is no test of a virus, and who is counted by the state of health
        ("合肥市组织450名医务人员开展核酸检测。", [DOCTORS]),
        ("合肥市派出450名医护人员对1.2万名居民进行核酸检测。", [DOCTORS, TESTED]),
        ("合肥市对450名环卫工人进行体温检测。", [OTHERS]),
        ("合肥市为450名医护人员提供住宿，并开展核酸检测。", [DOCTORS]),
        ("合肥市对排查出的450名密切接触者进行核酸检测。", [("case_count", "close_contact")]),
    ],
)
def test_people_who_are_tested(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.type, one.record()["measure"]) for one in extractor.extract(text)] == expected


TRAINED, BACK = ("activity", "培训"), ("activity", "返岗")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("安徽省培训医务人员450人。", [TRAINED]),
        ("安徽省对450名医务人员进行培训。", [TRAINED]),
        ("安徽省培训了400名医护人员。", [TRAINED]),
        ("安徽省培训流调人员450名、采样人员1200名。", [TRAINED, TRAINED]),
        ("该院对450名护士进行穿脱防护服培训。", [TRAINED]),
        ("合肥市对450名医务人员开展核酸检测培训。", [TRAINED]),
        # who was trained before, and is at work now
        ("安徽省派出培训的36名医护人员支援武汉。", [DOCTORS]),
        ("培训后，36名医护人员上岗。", [DOCTORS]),
    ],
)
def test_people_who_are_trained(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.type, one.record()["measure"]) for one in extractor.extract(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("恒力集团1.2万名员工返岗。", [BACK]),
        ("恒力集团3月8日组织450名员工返岗。", [BACK]),
        ("全厂300名工人复工。", [("activity", "复工")]),
        ("合肥市1.2万名师生参与线上教学。", [("activity", "参与线上教学")]),
        ("12名员工返岗前都领到口罩。", [OTHERS]),
        ("复工首日，450名员工上岗。", [OTHERS]),
        ("该院450名医护人员返岗。", [DOCTORS]),
    ],
)
def test_people_who_go_back_to_work(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.type, one.record()["measure"]) for one in extractor.extract(text)] == expected


POSITIVE = ("testing", "positive")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("合肥市核酸检测结果：阴性2.4万份，阳性24份，待检48份。", [TESTED, POSITIVE, TESTED]),
        ("合肥市检测样本2.4万份，其中阳性24份，待检测样本48份。", [TESTED, POSITIVE, TESTED]),
        ("合肥市核酸检测阳性24份，待检测48份。", [POSITIVE, TESTED]),
        ("合肥市待检48份，阳性24份。", [TESTED, POSITIVE]),
        ("合肥市检测样本2.4万份，阳性24份。", [TESTED, POSITIVE]),
    ],
)
def test_samples_that_wait_are_not_positive(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.type, one.record()["measure"]) for one in extractor.extract(text)] == expected
