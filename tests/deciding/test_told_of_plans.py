"""How far a plan reaches, and what is said to be false; each with near misses."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str) -> list[str]:
    events = extractor.extract(Document("one", text, published="2020-05-10")).figures
    return [f"{event.quote} {event.measure} {event.modality}" for event in events if event.type != "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "挪威计划把检测能力提高到每天6万人次，目前每天检测约8000人。",
            ["6万人次 capacity planned", "约8000人 tested actual"],
        ),
        ("挪威拟将每日检测量提高到1.2万份，目前为每日3600份。", ["1.2万份 capacity planned", "3600份 capacity actual"]),
        ("缅因州计划新增床位2.4万张，现有床位3.1万张。", ["2.4万张 added planned", "3.1万张 capacity actual"]),
        # near misses: what is planned or built now is not there
        ("我市目前计划新增床位600张。", ["600张 added planned"]),
        ("我市目前拟改建床位600张。", ["600张 capacity planned"]),
    ],
)
def test_what_is_told_of_now_is_there(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "荆州市计划在3月底前实现定点医院储备床位1.2万张，方舱医院储备床位1.4万张，隔离点储备床位1.6万张，观察点储备床位2万张。",
            [
                "1.2万张 capacity planned",
                "1.4万张 capacity planned",
                "1.6万张 capacity planned",
                "2万张 capacity planned",
            ],
        ),
        # near misses: a word for what is there ends the list
        ("荆州市计划储备床位1.2万张，目前已储备床位3600张。", ["1.2万张 capacity planned", "3600张 capacity actual"]),
        ("该县计划捐赠土豆800吨，前一次送出的是220吨。", ["800吨 goods planned", "220吨 goods actual"]),
        ("荆州市计划储备床位1.2万张，其中3600张已到位。", ["1.2万张 capacity planned", "3600张 capacity actual"]),
    ],
)
def test_a_plan_holds_for_its_list(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市政府计划采购口罩36万只、防护服1.2万套。", ["36万只 procured planned", "1.2万套 procured planned"]),
        ("该院拟购置呼吸机12台。", ["12台 procured planned"]),
        # near misses: what was bought
        ("市政府已采购口罩36万只。", ["36万只 procured actual"]),
    ],
)
def test_goods_that_will_be_bought_are_planned(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("该厂接到了12万套防护服的生产任务。", ["12万套 produced planned"]),
        ("公司主动承担了十余万只口罩的紧急生产任务。", ["十余万只 produced planned"]),
        # near misses: a task that is done
        ("该厂完成了12万套防护服的生产任务。", ["12万套 produced actual"]),
    ],
)
def test_a_task_is_still_to_be_done(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("虚假信息：挪威政府派出800人的医疗队伍支援武汉。", ["800人 medical_staff negated"]),
        ("网上散布诸如“挪威派出800人医疗队”等虚假信息。", ["800人 medical_staff negated"]),
        ("男子散布“某医院死亡12人”的谣言。", ["12人 death negated"]),
        # near misses: the false word is of something else, or what is true follows
        ("警方查处散布虚假信息的网民。该院死亡12人。", ["12人 death actual"]),
        ("院长说“该院死亡12人”，并批评了谣言。", ["12人 death actual"]),
    ],
)
def test_what_is_said_to_be_false_is_negated(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected
