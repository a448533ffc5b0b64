"""What came of tests, of how many people, and how many can be tested; each with near misses."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.types.no_event import is_of_rate
from epiextract.deciding.types.throughput import capacity_measure


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str) -> list[str]:
    events = extractor.extract(Document("one", text, published="2020-05-10")).figures
    return [f"{event.quote} {event.measure or event.type}" for event in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("挪威检测了3.6万人，检出1260例。", ["3.6万人 tested", "1260例 positive"]),
        ("全县检测24万人，共检出12例。", ["24万人 tested", "12例 positive"]),
        ("该区对商户和居民共1530人检测，筛出16人。", ["1530人 tested", "16人 positive"]),
        # near misses: who is found free of the virus, or waits, is only tested
        ("全县检测640人，检出阴性628人。", ["640人 tested", "628人 tested"]),
        ("全县检测640人，检出阳性12人。", ["640人 tested", "12人 positive"]),
    ],
)
def test_who_is_found_by_tests_is_positive(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("荷兰昨日检测1.2万人，新增860例。", ["1.2万人 tested", "860例 confirmed"]),
        ("荷兰当日检测1.2万人，新增860例，累计3.1万例。", ["1.2万人 tested", "860例 confirmed", "3.1万例 confirmed"]),
        # near misses: what is new are tests
        ("全市昨日检测1.2万人，新增检测860例。", ["1.2万人 tested", "860例 tested"]),
    ],
)
def test_new_cases_behind_tests_are_confirmed(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("爱尔兰迄今检测了2640人，2590人呈阴性，50人呈阳性。", ["2640人 tested", "2590人 tested", "50人 positive"]),
        ("完成检测436人，检出阳性21人，阴性415人。", ["436人 tested", "21人 positive", "415人 tested"]),
        (
            "船上已检测36人，12人呈阳性，22人呈阴性，2人待定。",
            ["36人 tested", "12人 positive", "22人 tested", "2人 tested"],
        ),
        # near misses: the other word stands behind the other number
        ("已检测36人，阴性24人，12人呈阳性。", ["36人 tested", "24人 tested", "12人 positive"]),
        ("已检测36人，其中12名阴性患者转为阳性。", ["36人 tested", "12名 positive"]),
        ("已检测36人，12人阳性，24人阴性。", ["36人 tested", "12人 positive", "24人 tested"]),
    ],
)
def test_who_is_negative_or_waits_is_not_positive(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("冷藏船上320人中21人确诊。", ["320人 other", "21人 confirmed"]),
        ("首批撤侨包机176人中有4人确诊。", ["176人 other", "4人 confirmed"]),
        ("“南风号”邮轮240人中96人检测呈阳性。", ["240人 other", "96人 positive"]),
        ("邮轮上2600人中，已检测52人，21人呈阳性。", ["2600人 other", "52人 tested", "21人 positive"]),
        # near misses: all were tested, or all are ill
        ("船上首批送检的240人中，61人结果为阳性。", ["240人 tested", "61人 positive"]),
        ("新增确诊病例36例中，12人死亡。", ["36例 confirmed", "12人 death"]),
        ("该县确诊病例36人中8人无症状感染。", ["36人 confirmed", "8人 asymptomatic"]),
    ],
)
def test_people_of_whom_some_are_ill_are_no_cases(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("挪威每百万人检测2.1万人。", [True, True]),
        ("挪威每百万人确诊1300例。", [True, True]),
        ("全州每10万人仅有3.4名医生。", [True, True]),
        ("全县每千人拥有床位6.2张。", [True, True]),
        ("每50人配备1名医生。", [True, False]),
        # near misses: what each of them gets, and a day's number
        ("全市为百万人检测，每人发放口罩5只。", [False, False]),
        ("每天检测1.2万人。", [False]),
    ],
)
def test_rates_by_a_number_of_people(extractor: Extractor, text: str, rate: list[bool]) -> None:
    reading = extractor.read(Document("one", text))
    assert [is_of_rate(reading.text, figure) for figure in reading.figures] == rate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("该实验室日检测通量可达1.6万人份。", ["1.6万人份 capacity"]),
        ("公司日检测量1200份，最大日检测通量4500份。", ["1200份 capacity", "4500份 capacity"]),
        ("葡萄牙每周最多可完成6万份样本检测。", ["6万份 capacity"]),
        ("荷兰每周可进行12万次病毒检测。", ["12万次 capacity"]),
        # near misses: what was done
        ("荷兰上周完成12万次病毒检测。", ["12万次 tested"]),
        ("荷兰每周进行12万次病毒检测。", ["12万次 tested"]),
    ],
)
def test_what_can_be_tested_is_a_capacity(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


def test_a_number_of_tests_that_may_have_been_done_is_no_capacity(extractor: Extractor) -> None:
    reading = extractor.read(Document("one", "该国每天可能检测1.2万人。"))
    assert [capacity_measure(reading.text, figure) for figure in reading.figures] == [None]
