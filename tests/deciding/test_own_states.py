"""People beside whom a state stands that is somebody else's, and nouns that say themselves what is counted."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def _measures(extractor: Extractor, text: str) -> list[object]:
    return [one.record()["measure"] for one in extractor.extract(text)]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("南京市重型29例、普通型50例。", ["severe", "confirmed"]),
        ("确诊病例中危重型3例、普通型41例、轻型5例。", ["critical", "confirmed", "mild"]),
        ("确诊病例208例，其中输入性病例112例，聚集性病例12例。", ["confirmed", "confirmed", "confirmed"]),
        ("新增严重个案12例。", ["severe"]),
        ("南京市10人染病丧命。", ["death"]),
        ("又有3名船员染疫去世。", ["death"]),
        ("南京市10人染病。", ["infection"]),
        ("南京市累计出院确诊患者72例。", ["recovered"]),
        ("当日治愈确诊病例12例，新增确诊病例3例。", ["recovered", "confirmed"]),
        ("新增解除密切接触者822人，新增密切接触者945人。", ["released", "close_contact"]),
    ],
)
def test_nouns_say_what_is_counted(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert _measures(extractor, text) == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("南京市死亡人数升至10人，病例升至100例。", ["death", "confirmed"]),
        ("意大利死亡病例增至233例，病例总数升至5883例。", ["death", "confirmed"]),
        ("南京市死亡3人，累计病例达到120例。", ["death", "confirmed"]),
        # of the dead
        ("当日死亡病例3例，其中城区病例达到2例。", ["death", "death"]),
        ("死亡病例升至100例。", ["death"]),
    ],
)
def test_cases_beside_the_dead_are_none_of_them(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert _measures(extractor, text) == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("宝坻39例确诊上万人隔离", ["confirmed", "observation"]),
        ("南京市10例确诊病例 143人死亡", ["confirmed", "death"]),
        ("新增3例确诊5例疑似2例死亡", ["confirmed", "suspected", "death"]),
        # states that stand before their figures
        ("确诊10例疑似5例死亡3例", ["confirmed", "suspected", "death"]),
        ("死亡3例 确诊12例 治愈2例", ["death", "confirmed", "recovered"]),
        ("确诊12例治愈2例死亡1例。", ["confirmed", "recovered", "death"]),
    ],
)
def test_states_side_by_side_keep_their_figures(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert _measures(extractor, text) == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("两名有密切接触史的警察出现发热症状。", ["fever"]),
        ("两名与确诊病例有密切接触史的乘客被隔离。", ["observation"]),
        ("两名密切接触者。", ["close_contact"]),
        ("南京市4例病例，经精心治疗，于3月12日出院。", ["recovered"]),
        ("该市4例确诊病例，经医护人员全力救治，今日治愈出院。", ["recovered"]),
        # of these some left, or nobody
        ("南京市12例确诊病例，经过治疗，3例出院。", ["confirmed", "recovered"]),
        ("南京市12例确诊病例，经过治疗，病情稳定。", ["confirmed"]),
        ("南京市12例确诊病例，经治疗，3月12日有3例出院。", ["confirmed", "recovered"]),
    ],
)
def test_what_became_of_them_is_what_they_are(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert _measures(extractor, text) == measures
