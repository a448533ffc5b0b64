"""Who is not severe, how cases were found, who has symptoms beside the dead, and forecasts; each with near misses."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def measures(extractor: Extractor, text: str) -> list[str]:
    return [str(event.measure) for event in extractor.extract(Document("one", text, published="2022-11-20")).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("研究纳入210例患者，其中180例非重症，30例重症。", ["patient", "patient", "severe"]),
        ("全市在院病例210例，其中非重症180例，重症30例。", ["hospitalized", "hospitalized", "severe"]),
        ("院内非危重病人38名，危重病人9名。", ["patient", "critical"]),
        # near misses
        ("院内重症病人38名，危重病人9名。", ["severe", "critical"]),
        ("医院并非收治重症病人9名。", ["hospitalized"]),
    ],
)
def test_who_is_not_severe(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert measures(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("福州新增71例本土确诊病例和216例本土无症状感染者。", ["confirmed", "asymptomatic"]),
        ("福州新增71例本土确诊病例、216例本土无症状感染者。", ["confirmed", "asymptomatic"]),
        ("11月19日，福州新增24例本土确诊病例，其中隔离观察人员21例、社会面筛查人员3例。", ["confirmed"] * 3),
        ("11月19日，福州新增640例，隔离观察人员512例，社会面筛查人员128例。", ["confirmed"] * 3),
        ("福州新增无症状感染者24例，其中隔离管控人员21例、社会面筛查发现3例。", ["asymptomatic"] * 3),
        # near misses: people under observation
        ("全市累计隔离观察人员512人。", ["observation"]),
        ("福州新增24例确诊病例，现有隔离观察人员512人。", ["confirmed", "observation"]),
    ],
)
def test_how_cases_were_found(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert measures(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("邮轮上3人死亡，94人出现流感样症状。", ["death", "patient"]),
        ("该船3人死亡，26人出现症状。", ["death", "patient"]),
        ("该船3人死亡，26名乘客和41名船员有流感样症状。", ["death", "patient", "patient"]),
        ("该船3人死亡，26人出现发热症状。", ["death", "fever"]),
        # near misses: who died of it, and who has none
        ("该船3人死亡，另有2人出现症状后死亡。", ["death", "death"]),
        ("该船3人死亡，2人死亡前没有症状。", ["death", "death"]),
    ],
)
def test_who_has_symptoms_is_not_dead(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert measures(extractor, text) == expected


def test_influenza_like_symptoms_are_no_influenza(extractor: Extractor) -> None:
    events = extractor.extract("邮轮上3人死亡，94人出现流感样症状。流感病例7例。").records()
    assert [record.get("disease") for record in events] == [None, None, "流感"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("专家预计，仍将有8万至15万法国人死亡。", ("death", 80000, 150000, "estimated")),
        ("模型预测法国死亡人数将在3万至4万之间。", ("death", 30000, 40000, "estimated")),
        ("总统说死亡人数可能在3万至4万。", ("death", 30000, 40000, "estimated")),
        # near misses: what has come about
        ("法国死亡人数在3万至4万之间。", ("death", 30000, 40000, "actual")),
    ],
)
def test_forecasts_without_a_unit(extractor: Extractor, text: str, expected: tuple[str, int, int, str]) -> None:
    (event,) = extractor.extract(text).figures
    assert (event.measure, event.value, event.value_max, event.modality) == expected
