"""Cash handed over, funds of firms, loans named behind their amount, who forgoes money, gifts promised or so far."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def records(extractor: Extractor, text: str) -> list[dict[str, object]]:
    return extractor.extract(Document(id="a", text=text, published="2020-03-05")).records()


@pytest.mark.parametrize(
    ("text", "donor", "recipient"),
    [
        ("一位环卫工人走进镇政府，放下3000元现金后转身离开。", "环卫工人", None),
        ("退休老人赵立新将8000元交给居委会，说要支援武汉。", "赵立新", None),
        ("陈先生将6万元转入县慈善总会账户。", "陈先生", "县慈善总会"),
        ("她通过网上银行给江海市红十字会转账2000元。", None, "江海市红十字会"),
    ],
)
def test_cash_handed_over_is_a_gift(extractor: Extractor, text: str, donor: str | None, recipient: str | None) -> None:
    found = records(extractor, text)[0]
    assert (found["type"], found["measure"]) == ("donation", "money")
    assert donor is None or found.get("donor") == donor
    assert recipient is None or found.get("recipient") == recipient


@pytest.mark.parametrize(
    "text",
    [
        "王某将5万元转入骗子账户，社区民警介入调查。",
        "市民将500元罚款交给派出所。",
        "一位司机将2万元交给商场收银员。",
        "她给医院转账3000元医药费。",
    ],
)
def test_what_is_owed_or_lost_is_none(extractor: Extractor, text: str) -> None:
    assert "donation" not in {one["type"] for one in records(extractor, text)}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("远山汽车设立2亿元疫情防控专项基金。", [200000000]),
        ("蓝海集团成立5000万元抗疫关爱基金。", [50000000]),
        ("云帆公司宣布设立1亿元疫情防控基金，2月9日又追加4亿元，总额达到5亿元。", [1e8, 4e8, 5e8]),
    ],
)
def test_a_fund_that_a_firm_sets_up_is_promised(extractor: Extractor, text: str, values: list[float]) -> None:
    found = records(extractor, text)
    assert [one["value"] for one in found] == values
    assert {(one["type"], one["measure"], one["modality"]) for one in found} == {("donation", "money", "planned")}


@pytest.mark.parametrize(
    "text",
    ["江海市政府设立2亿元疫情防控专项基金。", "江海集团设立5亿元产业投资基金。", "市财政安排2亿元疫情防控专项资金。"],
)
def test_funds_of_the_state_and_of_investors_are_finance(extractor: Extractor, text: str) -> None:
    assert {one["type"] for one in records(extractor, text)} == {"finance"}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("农商银行为康宁药业发放600万元流动资金贷款。", "loan"),
        ("江海银行向一家服装厂发放1500万元低息贷款。", "loan"),
        ("财政部门发放500万元贷款贴息。", "funding"),
        ("区财政向企业发放500万元补助。", "funding"),
    ],
)
def test_a_loan_is_named_behind_its_amount(extractor: Extractor, text: str, measure: str) -> None:
    found = records(extractor, text)[-1]
    assert (found["type"], found["measure"]) == ("finance", measure)


@pytest.mark.parametrize(
    ("text", "payer", "payee"),
    [
        ("江海电网公司减免电费约20亿元。", "江海电网公司", None),
        ("江海商业集团为商户减免租金300万元。", "江海商业集团", "商户"),
    ],
)
def test_who_forgoes_money_pays(extractor: Extractor, text: str, payer: str, payee: str | None) -> None:
    found = records(extractor, text)[0]
    assert (found["measure"], found.get("payer"), found.get("payee")) == ("relief", payer, payee)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("企业家赵刚表示愿捐赠80万元。", "planned"),
        ("会上，12家企业现场认捐560万元。", "planned"),
        ("远山公司答应向武汉捐赠药品300份。", "planned"),
        ("员工自愿捐款80万元。", "actual"),
        ("12家企业认捐的560万元已到账。", "actual"),
    ],
)
def test_who_is_willing_to_give_has_not_given(extractor: Extractor, text: str, modality: str) -> None:
    found = [one for one in records(extractor, text) if one["type"] == "donation"]
    assert [one["modality"] for one in found] == [modality]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("昨日上午，远山集团向交警支队捐赠消毒液3吨。据了解，疫情发生以来，远山集团已累计捐款捐物300余万元。", None),
        ("3月4日，蓝海公司捐赠防护服400套。公司负责人说，前期已向湖北捐赠消毒液20吨。", None),
        ("3月4日，蓝海公司捐赠防护服400套。当天还捐赠消毒液20吨。", "2020-03-04"),
    ],
)
def test_what_was_given_so_far_is_of_no_day(extractor: Extractor, text: str, day: str | None) -> None:
    first, last = records(extractor, text)
    assert first["date_start"] == "2020-03-04"
    assert last.get("date_start") == day
