"""Staff whom something befell, who were carried, served or punished, and forces that treat nobody; with near misses."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str) -> dict[str, tuple[str, str | None]]:
    records = extractor.extract(Document("one", text, published="2022-05-10")).records()
    return {record["quote"]: (record["type"], record.get("measure")) for record in records}


OTHER_STAFF, MEDICAL = ("personnel", "other_staff"), ("personnel", "medical_staff")


@pytest.mark.parametrize(
    ("text", "quote", "answer"),
    [
        ("隧道塌方，36名工人被困隧道。", "36名", ("activity", "被困")),
        ("事故致17名施工人员被埋。", "17名", ("activity", "被埋")),
        ("该矿井下58名矿工全部安全升井。", "58名", ("activity", "升井")),
        ("爆炸造成27名工人受伤。", "27名", ("activity", "受伤")),
        ("6名消防员在灭火中牺牲。", "6名", ("case_count", "death")),
        ("3名民警因公殉职。", "3名", ("case_count", "death")),
        ("台风来临前，420名海上作业人员撤离上岸。", "420名", ("activity", "撤离")),
        ("14名渔民失联。", "14名", ("activity", "失联")),
        # near misses: those who help them, and who goes home from work
        ("36名消防员救出被困群众。", "36名", OTHER_STAFF),
        ("17名工人抢修被困车辆。", "17名", OTHER_STAFF),
        ("58名医疗队员撤离武汉。", "58名", MEDICAL),
        ("36名民警牺牲休息时间值守。", "36名", OTHER_STAFF),
    ],
)
def test_whom_something_befell_is_no_staff_at_work(
    extractor: Extractor, text: str, quote: str, answer: tuple[str, str]
) -> None:
    assert told(extractor, text)[quote] == answer


@pytest.mark.parametrize(
    ("text", "quote", "answer"),
    [
        ("合肥市组织包车36趟，运送返岗员工1700人。", "1700人", ("activity", "运送")),
        ("420名务工人员乘坐专列从昆明市前往合肥市。", "420名", ("activity", "乘坐")),
        ("合肥市某酒店免费接待医护人员170人。", "170人", ("activity", "接待")),
        # near misses: staff that is sent, and workers who ride to their work there
        ("民航共运送医护人员1700人。", "1700人", MEDICAL),
        ("420名工人乘坐高铁驰援武汉，参与火神山医院建设。", "420名", OTHER_STAFF),
        ("合肥市组织接待人员36人值守。", "36人", OTHER_STAFF),
    ],
)
def test_who_was_carried_or_a_guest_is_no_staff_at_work(
    extractor: Extractor, text: str, quote: str, answer: tuple[str, str]
) -> None:
    assert told(extractor, text)[quote] == answer


@pytest.mark.parametrize(
    ("text", "quote", "answer"),
    [
        ("志愿者为420名医护人员家属送菜上门。", "420名", ("activity", "家属")),
        ("合肥市为170名援鄂医务人员子女落实入学政策。", "170名", ("activity", "子女")),
        # near misses: those who look after them
        ("36名志愿者照顾医护人员家属。", "36名", OTHER_STAFF),
        ("合肥市派出170名医务人员支援湖北，家属送行。", "170名", MEDICAL),
    ],
)
def test_families_of_staff_are_no_staff(extractor: Extractor, text: str, quote: str, answer: tuple[str, str]) -> None:
    assert told(extractor, text)[quote] == answer


@pytest.mark.parametrize(
    ("text", "quote", "answer"),
    [
        ("县纪委监委对防控不力的6名党员干部给予党纪政务处分。", "6名", ("activity", "处分")),
        ("合肥市对17名履职不力的干部进行约谈。", "17名", ("activity", "约谈")),
        ("6名干部因防控不力被免职。", "6名", ("activity", "免职")),
        ("该市共约谈27人。", "27人", ("activity", "约谈")),
        ("该市问责党员干部36人。", "36人", ("activity", "问责")),
        # near misses: staff at work
        ("6名党员干部下沉社区。", "6名", OTHER_STAFF),
        ("县纪委监委派出17名干部督查问责情况。", "17名", OTHER_STAFF),
    ],
)
def test_who_was_called_to_account_is_no_staff(
    extractor: Extractor, text: str, quote: str, answer: tuple[str, str]
) -> None:
    assert told(extractor, text)[quote] == answer


@pytest.mark.parametrize(
    ("text", "quote", "answer"),
    [
        ("现场救援力量达1700人。", "1700人", OTHER_STAFF),
        ("该县已投入扑火力量920人，出动直升机4架。", "920人", OTHER_STAFF),
        ("该县投入消防救援力量360人。", "360人", OTHER_STAFF),
        ("矿山救护队27名队员下井搜救。", "27名", OTHER_STAFF),
        ("合肥市水上救援队出动17名队员。", "17名", OTHER_STAFF),
        ("合肥市打捞队17名队员下水搜救。", "17名", OTHER_STAFF),
        ("交通运输部派出17名专家赴安徽省指导公路抢通。", "17名", OTHER_STAFF),
        ("安徽省农业农村厅派出36名专家指导春耕。", "36名", OTHER_STAFF),
        # near misses: forces, squads and experts that do treat, or whom something befell
        ("支援湖北的医护力量达1700人。", "1700人", MEDICAL),
        ("合肥市医疗救护队27名队员出发。", "27名", MEDICAL),
        ("安徽省教育厅派出36名专家指导学校疫情防控。", "36名", MEDICAL),
        ("安徽省卫健委派出36名专家。", "36名", MEDICAL),
        ("全省有108万名乡村医生参与疫情防控。", "108万名", MEDICAL),
    ],
)
def test_forces_squads_and_experts_that_treat_nobody(
    extractor: Extractor, text: str, quote: str, answer: tuple[str, str]
) -> None:
    assert told(extractor, text)[quote] == answer
