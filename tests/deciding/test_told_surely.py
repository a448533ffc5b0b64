"""What a few words tell surely, whatever the models make of the rest of the text; each with near misses."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.candidates.slots import date_candidates
from epiextract.deciding.dates.imprints import is_imprint
from epiextract.deciding.types.no_event import is_foreign, is_households


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str, slot: str) -> dict[str, str | None]:
    records = extractor.extract(Document("one", text, published="2022-05-10")).records()
    return {record["quote"]: record.get(slot) for record in records}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("武汉市走访群众2300户、8600人。", {"2300户": "other", "8600人": "activity"}),
        ("民警入户登记居民340户，共1100人。", {"340户": "other", "1100人": "activity"}),
        ("全市摸排94户，360人。", {"94户": "other", "360人": "activity"}),
    ],
)
def test_households_are_no_event_beside_their_people(extractor: Extractor, text: str, types: dict[str, str]) -> None:
    events = extractor.extract(text).figures
    assert {event.quote: event.type for event in events} == types


@pytest.mark.parametrize(
    ("text", "households"),
    [
        ("全市摸排94户，360人。", True),
        ("全市摸排94户和360人。", True),
        # near misses: firms, and other people than theirs
        ("此次涉及企业94户、360人。", False),
        ("全市慰问家庭94户，确诊360人。", False),
        ("全市慰问家庭94户。", False),
    ],
)
def test_which_households_have_their_people_beside_them(extractor: Extractor, text: str, households: bool) -> None:
    reading = extractor.read(Document("one", text))
    assert is_households(reading, reading.figures[0]) is households


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("一位老人走进派出所，放下2000只口罩，扭头就走。", ["donation"]),
        ("他放下300双手套就离开了。", ["donation"]),
        ("小伙子进门留下20箱牛奶，匆匆离开。", ["donation"]),
        # near misses: nobody is gone, or no goods are left
        ("药店留下500个口罩备用。", ["supply"]),
        ("他留下2个孩子，转身就走。", ["other"]),
    ],
)
def test_goods_of_whoever_is_gone_are_a_gift(extractor: Extractor, text: str, types: list[str]) -> None:
    assert [event.type for event in extractor.extract(text).figures] == types


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("无一人感染，36名产妇顺利分娩。", ["infection"]),
        ("12名护士接受检测培训。", []),
        ("80名社区工作者参加核酸采样培训。", []),
        # near misses: who is ill, and who is tested
        ("12名产妇确诊，均已出院。", ["confirmed"]),
        ("12名员工接受核酸检测。", ["tested"]),
    ],
)
def test_who_gives_birth_or_is_trained_is_neither_ill_nor_tested(
    extractor: Extractor, text: str, measures: list[str]
) -> None:
    events = extractor.extract(text)
    assert [event.measure for event in events if event.type in ("case_count", "testing")] == measures


@pytest.mark.parametrize(
    ("text", "slot", "expected"),
    [
        # the body of the post, where its kind is said
        ("恒力集团董事长赵小兰代表集团向孝感市捐款500万元。", "donor", "恒力集团"),
        ("江海商会会长李明代表商会捐款30万元。", "donor", "江海商会"),
        ("恒力集团派代表捐款30万元。", "donor", "恒力集团"),
        # the place makes them, or a works of the firm in it does
        ("新兴公司生产的防护服运到孝感，孝感日产防护服1200套。", "supplier", None),
        ("恒安公司的口罩送到荆州，荆州市目前日产口罩3.6万只。", "supplier", None),
        ("恒安公司日产口罩3.6万只。", "supplier", "恒安公司"),
        # an official whose words follow
        ("武汉市副市长李海兰：近期捐赠武汉市蔬菜总量累计达8500吨。", "donor", None),
        ("武汉市副市长李海兰捐赠蔬菜8500吨。", "donor", "李海兰"),
        # hearsay is of nobody named
        ("江海疾控中心参与研究。据我了解，一天检测标本1200份。", "org", None),
        # others send than the one who speaks
        ("“他们抽调了30名护士来帮我们。”孝感市第一医院院长李明介绍。", "org", None),
        ("“我们抽调了30名护士。”孝感市第一医院院长李明介绍。", "org", "孝感市第一医院"),
        # who tells of gifts gets none; who takes them in does
        ("孝感市红十字会介绍了受捐情况：\n恒力集团捐款5000万元。", "recipient", None),
        ("孝感市红十字会接收捐赠情况如下：\n恒力集团捐款5000万元。", "recipient", "孝感市红十字会"),
        # a year that is looked forward to
        ("专家估计今年全国损失2000亿元。", "date_end", "2022-12-31"),
        ("预计明年全市粮食产值120亿元。", "date_end", "2023-12-31"),
    ],
)
def test_slots_of_one_figure(extractor: Extractor, text: str, slot: str, expected: str | None) -> None:
    (found,) = told(extractor, text, slot).values()
    assert (str(found) if found else None) == expected


def test_the_people_of_teams_that_are_counted_are_of_no_team_named_before(extractor: Extractor) -> None:
    text = "海江省第二批援鄂医疗队今天抵达黄冈。在当地，21支医疗队1460人一起工作。"
    assert told(extractor, text, "org") == {"21支": None, "1460人": None}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "截至2月20日，孝感市累计收到捐款560万元（向荆州市慈善会转20万元）；接收捐赠口罩6万只、护目镜800副。",
            {"560万元": "孝感市", "20万元": "荆州市", "6万只": "孝感市", "800副": "孝感市"},
        ),
        # near miss: the next part has a subject of its own
        ("孝感市收到捐款560万元；荆州市收到捐赠口罩6万只。", {"560万元": "孝感市", "6万只": "荆州市"}),
    ],
)
def test_who_goes_on_receiving_is_the_same(extractor: Extractor, text: str, places: dict[str, str]) -> None:
    assert told(extractor, text, "place") == places


def test_all_items_of_a_list_up_to_a_day_are_totals(extractor: Extractor) -> None:
    text = (
        "截至2月3日，红十字会收到捐赠明细：\n一、企业\n恒力集团捐款5000万元。\n新兴公司捐款20万元。\n"
        "二、个人\n王芳捐款3000元。"
    )
    assert told(extractor, text, "accumulation") == dict.fromkeys(("5000万元", "20万元", "3000元"), "cumulative")


@pytest.mark.parametrize("line", ["2022年2月9日", "2022-02-09", "2022.2.9"])
def test_an_imprint_dates_no_figure(extractor: Extractor, line: str) -> None:
    text = f"以下是各批医疗队的情况。\n{line}\n第五批医疗队队员共58人。"
    assert told(extractor, text, "date_end")["58人"] is None


@pytest.mark.parametrize(
    ("text", "imprints"),
    [
        ("各批医疗队的情况。\n2022年2月9日\n第五批医疗队队员共58人。", [True]),
        # near misses: a line that says more, a day of the text, the heads of a chronicle
        ("各批医疗队的情况。\n2022年2月9日出征\n第五批医疗队队员共58人。", [False]),
        ("各批医疗队的情况。\n2022年2月9日，第五批医疗队队员共58人。", [False]),
        ("2022年2月8日\n第四批医疗队队员共36人。\n2022年2月9日\n第五批医疗队队员共58人。", [False, False]),
    ],
)
def test_which_days_are_imprints(extractor: Extractor, text: str, imprints: list[bool]) -> None:
    reading = extractor.read(Document("one", text))
    found = [is_imprint(reading, one) for one in date_candidates(reading, reading.figures[-1])]
    assert sorted(found) == imprints


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("The state has 300,000 masks and will be receiving more this week.", True),
        ("検査は10日間で320件余りとなっていることが分かりました。", True),
        ("武汉市有300,000只口罩。", False),
        # near misses: a row of a table, and a name
        ("N95 300,000", False),
        ("KN95 mask 300,000只", False),
    ],
)
def test_no_event_is_told_in_another_language(extractor: Extractor, text: str, foreign: bool) -> None:
    reading = extractor.read(Document("one", text))
    assert {is_foreign(reading, figure) for figure in reading.figures} == {foreign}
    assert not foreign or not list(extractor.extract(text))


@pytest.mark.parametrize(
    ("text", "types"),
    [
        # so many to a room; not 5人间接接触
        ("除重症病区外，病房均为2人间。", ["other"]),
        ("医院收治5人，间接接触者3人。", ["case_count", "case_count"]),
        # staff who were patients
        ("协和医院第三批共有5名医护人员出院。", ["case_count"]),
        ("协和医院首批共有3名医护人员符合出院标准，于上午出院。", ["case_count"]),
        # days and nights
        ("经过医护人员63个日夜坚守，病例清零。", ["other"]),
        ("协和医院派出5名医护人员，他们昨天出发。", ["personnel"]),
        # what a charity pays out of gifts
        ("目前首批捐助款已经使用8.4亿元。", ["finance"]),
        ("目前收到捐助款8.4亿元。", ["donation"]),
        ("今天省内企业自产N95口罩超过12万只。", ["supply"]),
    ],
)
def test_types_that_the_words_beside_a_figure_tell(extractor: Extractor, text: str, types: list[str]) -> None:
    assert [event.type for event in extractor.extract(text).figures] == types


def test_what_each_gets_is_no_rate_of_their_number(extractor: Extractor) -> None:
    text = "总领馆向留学生和教师共436人每人发放口罩50只。"
    found = {event.quote: getattr(event, "per", None) for event in extractor.extract(text).figures}
    assert found["436人"] is None
    assert found["50只"] == "person"


def test_goods_behind_a_bare_number_are_given(extractor: Extractor) -> None:
    (event,) = extractor.extract("中国向法国捐赠100万口罩等防护物资。")
    assert (event.type, event.measure) == ("donation", "goods")


@pytest.mark.parametrize("batch", ["首批", "第二批"])
def test_a_team_is_named_with_its_sender(extractor: Extractor, batch: str) -> None:
    name = f"江苏省赴湖北{batch}医疗队"
    assert told(extractor, f"2月8日，{name}139名医护人员从南京飞赴武汉。", "org")["139名"] == name
