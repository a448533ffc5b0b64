"""What words before a figure, and the list that it is in, tell of its modality."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.attributes.moods import modalities
from epiextract.deciding.filled import Filled

ACTUAL = {"actual": 1.0, "planned": 0.5, "estimated": 0.4}
PLANS = {"planned": 1.0, "actual": 0.2, "estimated": 0.1}


def told(text: str, kind: str, measure: str, odds: list[dict[str, float]]) -> list[str]:
    """Return the modalities of the last figures of a text, as many as there are odds."""
    reading = Extractor(learned=False)._decided(Document(id="a", text=text), "2020-03-12")
    figures = reading.figures[-len(odds) :]
    return modalities(reading, [Filled(one, kind, {"measure": measure}, {}) for one in figures], odds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("据测算，全市各医院还缺护士60人。", "estimated"),
        ("疾控专家推算，全市各医院还缺医生20人，其中缺护士60人。", "estimated"),
        ("按照模型估计，全市各医院还缺护士60人。", "estimated"),
        # reckoned and then decided, another matter, another sentence
        ("据测算后，全市各医院已到岗护士60人。", "actual"),
        ("据测算，市里决定增派护士60人。", "actual"),
        ("据测算，全市各医院还缺医生，但到岗护士60人。", "actual"),
        ("据测算，全市各医院还缺医生。全市到岗护士60人。", "actual"),
    ],
)
def test_what_is_reckoned_is_estimated(text: str, expected: str) -> None:
    assert told(text, "personnel", "medical_staff", [ACTUAL]) == [expected]


@pytest.mark.parametrize(
    ("text", "kind", "measure", "expected"),
    [
        ("预计下月鸡蛋产量1.7万吨。", "supply", "produced", "estimated"),
        ("预计下月将生产鸡蛋1.7万吨。", "supply", "produced", "planned"),
        ("预计下月运抵鸡蛋1.7万吨。", "supply", "delivered", "planned"),
        ("预计全年为企业减免5亿元。", "finance", "relief", "estimated"),
        ("预计投放贷款5亿元。", "finance", "loan", "planned"),
        ("预计下月投产，已生产鸡蛋1.7万吨。", "supply", "produced", "planned"),
    ],
)
def test_an_outcome_that_is_expected_is_estimated(text: str, kind: str, measure: str, expected: str) -> None:
    assert told(text, kind, measure, [PLANS]) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司决定捐赠汽油3吨、柴油2吨。", ["planned", "planned"]),
        ("公司决定捐赠汽油3吨和柴油2吨。", ["planned", "planned"]),
        ("公司决定捐赠汽油3吨，运抵柴油2吨。", ["planned", "actual"]),
        ("公司决定捐赠汽油3吨。运抵米、柴油2吨。", ["planned", "actual"]),
    ],
)
def test_figures_of_a_list_are_meant_alike(text: str, expected: list[str]) -> None:
    assert told(text, "donation", "goods", [PLANS, ACTUAL]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("某商城宣布，向武汉市分批捐赠口罩100万只。", "planned"),
        ("某客车厂对外宣布向疫区紧急捐赠负压救护车10台。", "planned"),
        ("基金会提出捐款300万元。", "planned"),
        ("世卫组织呼吁各国捐款6.75亿美元。", "planned"),
        # near misses: it is there, another clause tells of it, or nobody gives
        ("指挥部宣布已收到某集团捐赠的2亿元。", "actual"),
        ("他宣布取消演出，随后捐出100万元。", "actual"),
        ("集团决定停产，员工捐款3万元。", "actual"),
        ("市计划生育协会捐款10万元。", "actual"),
        ("计划单列市捐款3亿元。", "actual"),
        ("虚拟货币平台捐款3万元。", "actual"),
        ("该公司此前宣布捐赠的1000万元已全部到账。", "actual"),
        ("该公司宣布捐款1000万元，目前已全部到账。", "planned"),
    ],
)
def test_what_is_pledged_is_planned(text: str, expected: str) -> None:
    assert told(text, "donation", "money", [ACTUAL]) == [expected]


def test_only_gifts_are_pledged() -> None:
    assert told("集团宣布向捐赠站发放口罩3万只。", "supply", "delivered", [ACTUAL]) == ["actual"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("专家预计，到4月底感染人数将达5200人，死亡640人。", "estimated"),
        ("专家预测，感染者可能增至5200人，其中重症640人。", "estimated"),
        ("专家预计感染人数将达5200人，但目前死亡640人。", "actual"),
        ("专家预计，感染人数将达5200人。死亡640人。", "actual"),
        ("医院预计将增加床位，死亡640人。", "actual"),
        ("预计医疗队将有3支到武汉，死亡640人。", "actual"),
    ],
)
def test_what_comes_to_pass_with_what_is_expected(text: str, expected: str) -> None:
    assert told(text, "case_count", "death", [ACTUAL]) == [expected]


@pytest.mark.parametrize(
    ("text", "kind", "measure", "expected"),
    [
        # 将 is 把 before what is handed over
        ("新希望集团将口罩12万只捐给汉川市医院。", "donation", "goods", "actual"),
        ("2月3日，市卫健委将N95口罩5000只发放给各医院。", "supply", "delivered", "actual"),
        ("2月3日，红十字会将第一批口罩5000只送往汉川。", "supply", "delivered", "actual"),
        ("周建明将积攒的3400元捐给慈善总会。", "donation", "money", "actual"),
        ("慈善总会将恒力集团捐赠的10万只口罩转交汉川市医院。", "donation", "goods", "actual"),
        ("县财政局将救助资金80万元拨付到各乡镇。", "finance", "funding", "actual"),
        ("王磊将自家种的白菜5吨用于慰问民警。", "donation", "goods", "actual"),
        ("区武装部按照要求，将民兵分成6支队伍巡逻。", "personnel", "team", "actual"),
        ("汉川市将网格员编成6支队伍。", "personnel", "team", "actual"),
        ("汉川市计划将网格员编成6支队伍。", "personnel", "team", "planned"),
        # what is to come
        ("恒力集团将向武汉捐赠口罩12万只。", "donation", "goods", "planned"),
        ("恒力集团将捐赠口罩12万只用于防疫。", "donation", "goods", "planned"),
        ("恒力集团将于2月10日把口罩12万只送往武汉。", "supply", "delivered", "planned"),
        ("恒力集团计划将口罩12万只捐给武汉。", "donation", "goods", "planned"),
        ("预计下周，公司将口罩12万只运往武汉。", "supply", "delivered", "planned"),
        ("公司将有口罩12万只运往武汉。", "supply", "delivered", "planned"),
        ("公司将每天生产的口罩5000只送往武汉。", "supply", "produced", "planned"),
        ("公司即将把口罩5000只送往武汉。", "supply", "delivered", "planned"),
        ("公司将采购口罩5000只发放给社区。", "supply", "procured", "planned"),
        ("集团将发行债券30亿元用于防疫。", "finance", "other", "planned"),
        ("恒力集团将口罩库存提高到12万只。", "supply", "stock", "planned"),
    ],
)
def test_what_is_taken_in_hand_by_jiang_is_there(text: str, kind: str, measure: str, expected: str) -> None:
    assert told(text, kind, measure, [PLANS]) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("合肥市将派出60名医护人员支援武汉。", ["planned"]),
        ("安徽省将派出第二批60名医护人员支援武汉。", ["planned"]),
        ("60名医护人员将支援武汉。", ["planned"]),
        ("合肥市将招募60名志愿者。", ["planned"]),
        ("合肥市将组建医疗队20支。", ["planned"]),
        ("合肥市计划派出医护人员60名，其中医生20名。", ["planned", "planned"]),
        ("该院将开放床位60张，其中ICU床位20张。", ["planned", "planned"]),
        ("合肥市计划新增床位60张，其中蜀山区40张、包河区20张，下周全部到位。", ["planned"] * 3),
        ("安徽省将于3月20日再派60名医护人员支援武汉。此前已有20名医护人员在武汉工作。", ["planned", "actual"]),
        # 将 that takes hold of what is there, what is done, and what has another subject
        ("合肥市将口罩1200只捐给武汉，派出20名医生。", ["actual", "actual"]),
        ("合肥市将派出的60名医护人员编入5支队伍。", ["actual", "actual"]),
        ("合肥市已将60名医护人员派往武汉。", ["actual"]),
        ("合肥市将20家医院改造为定点医院。", ["actual"]),
        ("该院将60名患者转入方舱医院，开放床位20张。", ["actual", "actual"]),
        ("合肥市计划派出医护人员60名，其中20名已出发。", ["planned", "actual"]),
    ],
)
def test_who_is_sent_and_what_is_set_up_later_is_planned(text: str, expected: list[str]) -> None:
    assert [
        one.modality for one in Extractor().extract(Document(id="a", text=text, published="2020-03-12"))
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月3日，合肥市3家工厂复工；在芜湖的2家工厂将于3月20日复工。", ["actual", "planned"]),
        ("合肥市12家商场营业，6家商场计划于3月17日正式开业。", ["actual", "planned"]),
        ("合肥市3家医院将派出医护人员24名。", ["actual", "planned"]),
        ("合肥市3家工厂已于3月10日复工。", ["actual"]),
        ("方舱医院启用，首批三家中的另外两家也将逐步启用。", ["actual", "planned"]),
    ],
)
def test_sites_that_open_later_are_planned(text: str, expected: list[str]) -> None:
    events = Extractor().extract(Document(id="a", text=text, published="2020-03-12"))
    assert [one.modality for one in events] == expected
