"""What rules settle beside the models: kinds that are no event, numbered rows, falls, plain words for totals."""

from __future__ import annotations

from itertools import pairwise

import numpy
import pytest

from epiextract import Document, Extractor
from epiextract.deciding.attributes.totals import headed
from epiextract.deciding.brackets import Brackets, enclosure
from epiextract.deciding.lists.parts import repeats
from epiextract.deciding.types.counted import counted_words
from epiextract.deciding.types.decider import is_plain, numbering
from epiextract.deciding.types.fits import NOTHING, Margins
from epiextract.packs.schema import Pack
from epiextract.values import parse_quantity


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-02-10")


@pytest.fixture(scope="module", params=[True, False], ids=["learned", "rules"])
def either(request: pytest.FixtureRequest) -> Extractor:
    return Extractor(learned=request.param)


def pack(*counts: str) -> Pack:
    return Pack(format=1, pack="zh.some", version="1.0.0", lang="zh", event="some", counts=counts)


@pytest.mark.parametrize(
    ("counts", "quantity", "fits"),
    [
        (("person",), "30人", True),
        (("person",), "30家", False),
        (("goods",), "30箱", True),
        (("张",), "300张", True),
        (("张",), "300箱", False),
        ((), "30家", True),
    ],
)
def test_a_pack_says_what_its_type_can_count(counts: tuple[str, ...], quantity: str, fits: bool) -> None:
    found = parse_quantity(quantity)
    assert found is not None
    assert (Margins([pack(*counts)]).of(found).get("some") == float("inf")) is not fits


def test_nobody_gives_where_no_word_says_so(extractor: Extractor) -> None:
    text = "医院增设病床100张，向武汉发放口罩200箱。"
    assert "donation" not in {event.type for event in extractor.extract(text)}
    events = extractor.extract(f"{text}某商会又捐赠手套300箱。")
    assert [event.quote for event in events if event.type == "donation"][-1:] == ["300箱"]


def test_hospitals_that_take_patients_in_are_no_patients(extractor: Extractor) -> None:
    events = extractor.extract("医疗队分成三组，前往全县七家定点收治医院。")
    assert "case_count" not in {event.type for event in events.figures}


@pytest.mark.parametrize(
    ("text", "counted_out"),
    [
        # the rows of a table that lost its layout
        ("名单：21 陈某某 男 护师 22 周某某 女 医师 23 吴某某 女 护师 24 郑某某 男 医师", True),
        # counts that happen to go up by one, each with its unit
        ("甲村确诊21人，乙村确诊22人，丙村确诊23人，丁村确诊24人。", False),
        # two are no list
        ("疑似病例分别为21、22，另有待查。", False),
    ],
)
def test_numbers_that_only_number_rows_are_no_figures(extractor: Extractor, text: str, counted_out: bool) -> None:
    reading = extractor.read(Document(id="a", text=text))
    assert reading.figures
    assert (numbering(reading) == {figure.index for figure in reading.figures}) is counted_out
    extractor.decider.decide(reading)
    nothing = [figure.decided is not None and figure.decided.type == NOTHING for figure in reading.figures]
    assert all(nothing) is counted_out


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("疗程一般为14天。", True),
        ("患者今年83岁。", True),
        # a share of prices is one that a pattern speaks of
        ("猪肉价格比上周下降3.2%。", False),
        ("累计确诊83例。", False),
    ],
)
def test_kinds_that_are_no_event_are_left_to_rules(extractor: Extractor, text: str, plain: bool) -> None:
    [figure] = extractor.read(Document(id="a", text=text)).figures
    assert is_plain(figure) is plain


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("大白菜、豆角价格环比下降1.5%、2.5%。", [-1.5, -2.5]),
        ("荆门市核减107例，咸宁市核减66例。", [-107, -66]),
        ("大白菜价格下降1.5%，豆角价格上涨2.5%。", [-1.5, 2.5]),
        ("现有重症病例减少17例。", [-17]),
        ("重症病例减少，新增治愈17例。", [17]),
        # what it falls to is no fall
        ("鸡蛋价格由每斤6元降至4元。", [6, 4]),
        ("国际油价一度跌到25美元。", [25]),
        ("现有重症病例减少了至少17例。", [-17]),
        ("国际油价跌破28美元。", [28]),
        ("青菜价格下降到约2元。", [2]),
        ("鸡蛋价格跌幅为2.4%。", [-2.4]),
        # what is struck off stands between, or what was before
        ("2月9日，荆门市核减死亡病例4例。", [-4]),
        ("2月9日，荆门市新增死亡病例9例（咸宁5例，核减重复统计4例）。", [9, 5, -4]),
        ("荆门市核减确诊病例后累计为46例。", [46]),
        ("荆门市新增确诊病例9例，比前一天少4例。", [9, -4]),
        ("荆门市新增确诊病例9例，较前一日下降了约4例。", [9, -4]),
        ("荆门市新增确诊病例9例，比昨日多4例。", [9, 4]),
        ("荆门市新增确诊病例9例，比咸宁至少多4例。", [9, 4]),
        ("荆门市确诊病例中，女性比男性少4人。", [4]),
    ],
)
def test_a_fall_is_negative_as_far_as_its_word_reaches(extractor: Extractor, text: str, values: list[float]) -> None:
    assert [float(event.value or 0) for event in extractor.extract(text).figures] == values


@pytest.mark.parametrize(
    ("text", "accumulation"),
    [
        ("截至2月8日24时，全县现有确诊病例26例。", "current"),
        ("截至2月8日24时，全县新增确诊病例26例。", "new"),
        ("截至2月8日24时，全县累计确诊病例26例。", "cumulative"),
    ],
)
def test_a_plain_word_says_whether_it_is_a_total(extractor: Extractor, text: str, accumulation: str) -> None:
    [event] = extractor.extract(text)
    assert event.accumulation == accumulation
    first, last = event.evidence.spans["accumulation"]
    assert text[first:last] in ("现有", "新增", "累计")


def test_people_stay_people_where_a_team_is_spoken_of(extractor: Extractor) -> None:
    events = extractor.extract("我省派出5支医疗队共650人驰援武汉。")
    assert [(event.value, event.unit) for event in events] == [(5, "team"), (650, "person")]


def test_what_stands_in_brackets_does_not_speak_for_what_is_outside() -> None:
    text = "甲市9例（出院2例，死亡1例），乙市7例"
    brackets = Brackets(text, 0, len(text))
    inside, outside = text.index("死亡"), text.index("7例")
    assert brackets.hides(inside, outside)
    assert not brackets.hides(outside, inside)
    assert not brackets.hides(inside, text.index("1例"))
    assert brackets.around(inside) == text.index("（")
    assert enclosure(text[inside:outside]) == "inside"


def test_a_bracket_that_never_closes_holds_to_the_end() -> None:
    text = "新增5例（其中输入3例"
    assert Brackets(text, 0, len(text)).hides(text.index("输入"), 0)


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        ("他们夫妇有两个孩子，都在上学。", "两个", "person"),
        ("店里的4个年轻护士排了班。", "4个", "person"),
        ("全镇共有36个村民小组。", "36个", "个"),
        ("方案提出了5个要求。", "5个", "个"),
    ],
)
def test_persons_have_the_unit_of_persons(extractor: Extractor, text: str, quote: str, unit: str) -> None:
    found = [event for event in extractor.extract(text).figures if event.quote == quote]
    assert [event.unit for event in found] == [unit]


def test_the_items_of_a_list_are_meant_alike(extractor: Extractor) -> None:
    text = "截至2月8日，全市冷库另备有大米8600吨、面粉5200吨、食用油2100吨、冻猪肉900吨、方便面30万箱，随时可以投放。"
    events = extractor.extract(text)
    assert len(events) == 5
    assert {(event.type, getattr(event, "measure", None)) for event in events} == {("supply", "stock")}


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # whoever is taken in is in hospital, whatever he has
        ("三家医院共收治轻症患者1500名。", ["hospitalized"]),
        ("医疗队先后接收66名重症或危重症病人，其中31名已经出院。", ["hospitalized", "recovered"]),
        ("该院累计收治确诊和疑似患者179人。", ["hospitalized"]),
        # a record that is confirmed
        ("秘鲁周四确诊了35例感染病例，其中2例危重。", ["confirmed", "critical"]),
        ("邮轮上新确诊的27名新冠病人没有症状。", ["confirmed"]),
        ("该国去年冬天确诊的流感患者人数超过3万。", ["confirmed"]),
        # what has become of patients
        ("9名确诊患者从金银潭医院出院。", ["recovered"]),
        ("又有3例重症确诊患者治愈出院。", ["recovered"]),
        ("该院ICU有一例确诊病人死亡，另有4例疑似病例。", ["death", "suspected"]),
        ("辖区的14名确诊患者已全部送医。", ["hospitalized"]),
        ("4人由重症转为轻症。", ["mild"]),
        # what there is none of stands behind 零
        ("方舱医院实现零感染零死亡。", ["infection", "death"]),
        ("医护人员零感染、确诊患者零病亡。", ["infection", "death"]),
        ("新增确诊病例为零，死亡病例为零。", ["confirmed", "death"]),
        ("秘鲁已有37例确诊和两例死亡，邻国有5例确诊。", ["confirmed", "death", "confirmed"]),
        ("3人正在救治中，12名确诊患者在定点医院接受治疗。", ["hospitalized", "hospitalized"]),
        ("18名康复隔离人员结束了隔离观察。", ["released"]),
        ("新增确诊病例5例和疑似病例2例。", ["confirmed", "suspected"]),
        # those of whom something is told
        ("死亡病例中，男性18例，女性7例。", ["death", "death"]),
        ("确诊病例中，有3人死亡，重症12例。", ["death", "severe"]),
        ("该国有23名国会议员染疫。", ["infection"]),
        # contacts who are watched are not only traced
        ("累计追踪到密切接触者4120人，尚在医学观察的密切接触者351人。", ["close_contact", "observation"]),
        ("与他们密切接触的56人均在接受医学观察，另有8名密切接触者在宾馆隔离观察。", ["observation"] * 2),
        ("密切接触者56人已解除隔离医学观察，密切接触者尚有8人在观察中。", ["released", "observation"]),
        ("该患者的8名密切接触者解除了集中隔离医学观察。", ["released"]),
        ("密切接触者累计56人，其中3人确诊。", ["close_contact", "confirmed"]),
        ("1533人已解除观察，尚有279人居家观察。", ["released", "observation"]),
        # staff who are isolated or ill are people in a state of health
        ("医疗队的12名队员结束了14天的隔离，另外3名队员将解除隔离。", ["released"] * 2),
        ("5名护士确诊，另有8名民警被隔离。", ["confirmed", "observation"]),
        ("8名志愿者结束支援任务后要隔离14天，12名护士走进隔离病房。", []),
        ("抗疫中已有53人因公殉职。", ["death"]),
        ("已有53名社区工作者因公殉职，46名医务人员献出了生命。", ["death"] * 2),
        ("造成3名医生和1名护士感染，12名员工被感染。", ["infection"] * 3),
        ("11名护士、4名医生和3名护工被隔离。", ["observation"] * 3),
        ("当地23名医生感染病毒后死亡。", ["death"]),
        ("1.9万名干部零感染，22名孕妇平安生产，无一感染新冠病毒，患者无一死亡。", ["infection", "infection", "death"]),
        ("12名护士参加感染防控培训，300名党员牺牲休息时间，16名民警护送隔离人员，10名志愿者为隔离家庭送菜。", []),
        ("累计确诊56例，其中3人病情较重。现有疑似者8人。", ["confirmed", "severe", "suspected"]),
        ("有20多名病人出现高热症状。", ["fever"]),
        # who is moved, or came in, or got better
        (
            "6名疑似患者被送到指定地点，12名发热病人送往同济医院，3名轻症患者由隔离点转到方舱医院。",
            ["hospitalized"] * 3,
        ),
        ("一天转运了18名确诊患者，转出重症患者5名。", ["hospitalized"] * 2),
        ("收治患者89人，症状改善54人，12人病情好转。", ["hospitalized", "patient", "patient"]),
        ("病毒夺去了意大利3400多人的生命，4名民警因感染新冠肺炎身故，流感每年会死1万人。", ["death"] * 3),
        ("疫情让2000多人失去了生命，有2例病情好转后出院。", ["death", "recovered"]),
        # each figure has its own word
        ("新增确诊病例3例，出院5例，死亡1例。", ["confirmed", "recovered", "death"]),
        ("新增3例确诊病例，5例出院。", ["confirmed", "recovered"]),
        ("湖北参与救治确诊病例791例。", ["confirmed"]),
        ("现有确诊病例12例，重症3例。", ["confirmed", "severe"]),
    ],
)
def test_what_is_done_to_patients_decides_over_what_they_have(
    either: Extractor, text: str, measures: list[str]
) -> None:
    events = either.extract(text)
    assert [event.measure for event in events if event.type == "case_count"] == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("该国确诊病例与死亡病例增至640例与21例。", ["confirmed", "death"]),
        ("全市重症和危重病例12例、7例。", ["severe", "critical"]),
        # the word of a figure before is none of the list
        ("该国新增40例确诊与3例死亡病例，将累计确诊病例与死亡病例提升至640例与21例。", ["confirmed", "death"] * 2),
        # a comma opens another clause, a figure with a word of its own is no second one of the list
        ("确诊病例和死亡病例增至640例，21例病情危重。", ["death", "critical"]),
        ("重症病例和危重病例12例和轻症30例。", ["critical", "mild"]),
    ],
)
@pytest.mark.parametrize("learned", [True, False])
def test_a_list_is_dealt_out_to_a_list_without_a_word_that_says_so(
    text: str, measures: list[str], learned: bool
) -> None:
    events = Extractor(learned=learned).extract(text)
    assert [event.measure for event in events] == measures


def test_a_row_of_days_counts_one_thing(extractor: Extractor) -> None:
    text = "全省新增确诊数连续下降，过去几天分别为：71例(9日)、63例(10日)、58例(11日)、49例(12日)、36例(13日)。"
    events = extractor.extract(text, published="2020-02-15")
    assert {(event.type, event.measure, event.accumulation) for event in events} == {("case_count", "confirmed", "new")}
    assert [str(event.date_end) for event in events] == [f"2020-02-{day:02}" for day in range(9, 14)]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "现有重症病例219例，比昨日增加12例；危重病例88例，比昨日增加5例。",
            ["severe", "severe", "critical", "critical"],
        ),
        ("该国累计确诊3089例，新增587例；死亡107例，新增28例。", ["confirmed", "confirmed", "death", "death"]),
        ("现有无症状感染者52例，当日新增9例。", ["asymptomatic", "asymptomatic"]),
        ("累计治愈812例（当日新增36例），死亡12例（新增1例）。", ["recovered", "recovered", "death", "death"]),
        ("全市共有密切接触者812人，其中当日新增17人。", ["close_contact", "close_contact"]),
        # another place, another noun, and what may be a change of any figure before
        ("该国死亡89例，比利时新增确诊病例50例。", ["death", "confirmed"]),
        ("该国死亡79例，较前一日新增确诊病例50例。", ["death", "confirmed"]),
        ("该国确诊2502例、死亡79例，新增确诊466例。", ["confirmed", "death", "confirmed"]),
    ],
)
def test_a_change_counts_what_it_is_a_change_of(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert [event.measure for event in extractor.extract(text)] == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("该国已有686人接受了病毒检测，结果显示，其中21份标本为新型冠状病毒核酸阳性。", ["tested", "positive"]),
        ("当地有100多位居民开车前来接受检测。", ["tested"]),
        ("12名员工返岗前都完成了核酸检测。", ["tested"]),
        ("市场的27份样品检出新型冠状病毒核酸。", ["positive"]),
        # no tests of a virus
        ("40名员工接受体温检测，12名护士接受检测培训。", []),
    ],
)
def test_who_takes_a_test_is_tested(either: Extractor, text: str, measures: list[str]) -> None:
    assert [event.measure for event in either.extract(text) if event.type == "testing"] == measures


@pytest.mark.parametrize(
    ("text", "accumulation"),
    [
        ("累计追踪到密切接触者431人，当日解除医学观察25人。", "new"),
        ("全市累计确诊89例。当日治愈出院36例。", "new"),
        ("新出现的4例病例均为境外输入。", "new"),
        # what is reached by that day is a total, what is there that day a stock
        ("截至当日，累计治愈出院36例。", "cumulative"),
        ("昨日现有重症病例36例。", "current"),
    ],
)
def test_who_is_cured_or_let_go_in_a_day_is_new(extractor: Extractor, text: str, accumulation: str) -> None:
    assert [event.accumulation for event in extractor.extract(text)][-1] == accumulation


@pytest.mark.parametrize(
    ("text", "accumulations"),
    [
        ("西院区共收治768人；当日新收治56人，出院23人，死亡4人。", ["cumulative", "new", "new", "new"]),
        # near misses: words of their own
        ("当日新增确诊5例，累计出院23例，死亡4例。", ["new", "cumulative", "cumulative"]),
        ("截至24时新增确诊5例，现有重症9例。", ["new", "current"]),
        ("昨日新增确诊5例，至此确诊病例达20例，治愈3例。", ["new", "cumulative", "cumulative"]),
    ],
)
def test_what_follows_in_the_list_of_one_day_is_new(extractor: Extractor, text: str, accumulations: list[str]) -> None:
    assert [event.accumulation for event in extractor.extract(text)] == accumulations


def test_a_fall_is_a_change(extractor: Extractor) -> None:
    events = extractor.extract("全省现有确诊病例2310例，较前一天减少204例。")
    assert [(event.value, event.accumulation) for event in events] == [(2310, "current"), (-204, "new")]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("该国新增死亡病例54例，这一数字创下新高。前一天这一数字还是43例。", ["death", "death"]),
        ("瑞士新增疑似病例38例，为单日最高，而一天前该数据为22例。", ["suspected", "suspected"]),
        # an empty pointer leaves what has words of its own alone
        ("全省新增确诊病例54例，这一数字创下新高，死亡3例。", ["confirmed", "death"]),
        ("全省新增确诊病例54例。这一数字包括死亡病例3例。", ["confirmed", "death"]),
    ],
)
def test_a_word_that_points_back_counts_the_same(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert [event.measure for event in extractor.extract(text)] == measures


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("新增病例9例。过去这一数据分别为：89例(3日)、71例(4日)。", [True, True]),
        ("新增病例9例。过去这一数据分别为：89例（2月3日）；71例（2月4日）。", [True, True]),
        ("新增病例9例，这一数据占全省的35%。", [False]),
        ("新增病例9例(3日)，死亡2例(4日)。", [False]),
        ("新增病例9例（3日，甲县）、7例（乙县）。", [False]),
        ("该数据公布后，新增病例9例，死亡2例。", [False]),
    ],
)
def test_figures_that_say_nothing_of_what_they_count(extractor: Extractor, text: str, same: list[bool]) -> None:
    reading = extractor.read(Document("one", text))
    assert [repeats(reading, one, other) for one, other in pairwise(reading.figures)] == same


def test_a_one_in_a_phrase_counts_nothing(extractor: Extractor) -> None:
    text = "排查不落一户、不漏一人，送走了一批又一批患者。昨天又一名患者出院，新增确诊病例1例，其中一人又一次住院。"
    assert [event.quote for event in extractor.extract(text).figures] == ["一名", "1例", "一人"]
    text = "蔬菜一车一车运来，口罩一箱一箱发放，昨天又运来蔬菜20吨。"
    assert [event.quote for event in extractor.extract(text).figures] == ["20吨"]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("截至2月10日，某快餐店已为全国22个省份的217家医院送餐。", ["217家"]),
        ("全市7个县区、120个街道、12个乡镇卫生院参与。", ["12个"]),
        ("市里从6个方面出台30条措施，向武汉调运15种蔬菜80吨。", ["80吨"]),
        ("全县26个村共设立隔离点48个。", ["48个"]),
        ("省里已有165家供货主体提供粮油等10大类、200余个品种的货物。", ["165家"]),
        ("中国红十字会向19个国家和地区调拨口罩50万只。", ["50万只"]),
        ("全市5个县医院接收了患者。", ["5个"]),
        ("厂里有3款呼吸机，日产20台。", ["20台"]),
    ],
)
def test_kinds_and_parts_of_the_administration_are_no_event(either: Extractor, text: str, typed: list[str]) -> None:
    assert [event.quote for event in either.extract(text)] == typed


def test_what_was_read_in_a_wrong_encoding_is_no_event(extractor: Extractor) -> None:
    words = "昨天，全市新增确诊病例12例，其中城关镇8例。治愈出院的是5例。"
    garbled = words.encode().decode("gb18030", "replace")
    assert garbled != words
    for each in (extractor, Extractor(learned=False, published="2020-02-10")):
        assert len(each.extract(words)) == 3
        assert len(each.extract(garbled)) == 0


@pytest.mark.parametrize(("text", "unit"), [("企业捐赠口罩3000。", None), ("企业捐款3000。", "CNY")])
def test_only_money_takes_the_currency_of_bare_donations(extractor: Extractor, text: str, unit: str | None) -> None:
    (event,) = extractor.extract(text).figures
    assert (event.type, event.unit) == ("donation", unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("某国政府向灾区捐款1000万瓜拉尼。", None),
        ("该国政府拨款3亿伦皮拉救灾。", None),
        ("某公司捐款800万。", "CNY"),
        ("某公司捐款800万，用于抗击疫情。", "CNY"),
        ("某公司捐款800万用于抗击疫情。", "CNY"),
        ("某公司捐款800万驰援湖北。", "CNY"),
        ("某公司捐款800万助湖北抗疫。", "CNY"),
        ("某公司捐款800万购置呼吸机。", "CNY"),
        ("某公司捐款800万给武汉。", "CNY"),
        ("某公司捐80万献爱心。", "CNY"),
        ("某公司筹集800万善款。", "CNY"),
        ("某银行提供800万免息贷款。", "CNY"),
    ],
)
def test_money_of_a_name_that_no_list_holds_is_no_yuan(extractor: Extractor, text: str, unit: str | None) -> None:
    assert [event.unit for event in extractor.extract(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "accumulation"),
    [
        ("累计追踪到密切接触者6814人，尚在医学观察的密切接触者351人。", "current"),
        ("已经累计收治了138人，在住的有98人，其余的都周转了。", "current"),
        ("截至2月3日，全市累计隔离210人，正在隔离36人。", "current"),
        ("截至2月3日，全市累计隔离210人，在隔离36人。", "current"),
        ("累计居家隔离2300人，在居家隔离人员340人。", "current"),
        ("累计医学观察210人，在医学观察密切接触者36人。", "current"),
        ("全市正在隔离36人，累计隔离210人。", "cumulative"),
        ("确诊病例净增300例。", "new"),
        ("累计收治患者89例，其中30名患者仍在住院。", "current"),
        ("累计收治患者89例，另有3例尚在观察。", "current"),
        ("累计确诊89例，其中3例确诊病例正在核实。", "cumulative"),
        ("累计收治患者89例，医院仍在接收。", "cumulative"),
        ("截至2月8日，累计收治89名患者中仍在住院的不多。", "cumulative"),
    ],
)
def test_a_word_tells_who_is_still_there(text: str, accumulation: str) -> None:
    events = [event for event in Extractor().extract(text) if event.type == "case_count"]
    assert events[-1].accumulation == accumulation


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("2月18日，医院新增床位300张。正式启用后，新病区可提供床位500张。", "planned"),
        ("改造完成后，可提供床位1600张。", "planned"),
        ("改造完成后，医院已开放床位1600张。", "actual"),
        ("医院启用后，目前开放床位1600张。", "actual"),
    ],
)
def test_what_can_be_used_once_it_is_built_is_planned(text: str, modality: str) -> None:
    events = [event for event in Extractor().extract(text) if event.type == "bed"]
    assert events[-1].modality == modality


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("撞车造成16死38伤。", [("case_count", "death"), ("activity", "受伤")]),
        ("【爆炸致16死38伤】", [("case_count", "death"), ("activity", "受伤")]),
        ("暴雨已致16死、38伤。", [("case_count", "death"), ("activity", "受伤")]),
        ("撞车致16人死亡，38人伤。", [("case_count", "death"), ("activity", "受伤")]),
        ("翻船致31人遇难12人获救。", [("case_count", "death"), ("activity", "获救")]),
        ("翻船致31人遇难、12人获救。", [("case_count", "death"), ("activity", "获救")]),
        ("塌方造成14人死亡17人被困。", [("case_count", "death"), ("activity", "被困")]),
        ("塌方造成14人死亡，救出5人。", [("case_count", "death"), ("activity", "救出")]),
        ("塌方造成14人死亡，9人被埋，2人生还。", [("case_count", "death"), ("activity", "被埋"), ("activity", "生还")]),
        ("撞车造成14人死亡，另有9名伤员。", [("case_count", "death"), ("activity", "受伤")]),
        ("被困的14人中5人死亡。", [("activity", "被困"), ("case_count", "death")]),
        # the dead among those who got away, and what tells where the hurt are
        ("9名伤者不治身亡。", [("case_count", "death")]),
        ("获救者中5人不治身亡。", [("case_count", "death")]),
        ("救出的5人死亡。", [("case_count", "death")]),
        ("5人获救后死亡。", [("case_count", "death")]),
        ("死者中有9名儿童。", [("case_count", "death")]),
        ("9名伤者送医。", [("case_count", "hospitalized")]),
        ("医院收治9名伤员。", [("case_count", "hospitalized")]),
        ("他们九死一生。", []),
    ],
)
def test_a_toll_is_told_by_the_words_at_each_number(
    extractor: Extractor, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(event.type, getattr(event, "measure", None)) for event in extractor.extract(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("山洪已致全县遇难7人，失踪3人。", [("case_count", "death"), ("activity", "失踪")]),
        (
            "全州因灾遇难30人，5人失踪。其中，青县遇难29人，失踪4人。",
            [("case_count", "death"), ("activity", "失踪")] * 2,
        ),
        (
            "矿难中15人遇难，9人受伤，26人安全升井。",
            [("case_count", "death"), ("activity", "受伤"), ("activity", "安全升井")],
        ),
        ("全省组织紧急避险9.3万人，转移安置14.7万人。", [("activity", "紧急避险"), ("activity", "转移安置")]),
        # near misses: who is dead or at work is counted as such
        ("地震造成受灾地区的12人死亡。", [("case_count", "death")]),
    ],
)
def test_what_befalls_people_is_said_beside_their_number(
    extractor: Extractor, text: str, expected: list[tuple[str, str]]
) -> None:
    events = [event.record() for event in extractor.extract(text)]
    assert [(event["type"], event["measure"]) for event in events] == expected


def test_a_part_counts_in_the_words_of_its_whole(extractor: Extractor) -> None:
    events = extractor.extract("地震造成93人遇难；另有25人失联，其中泸定县9人，石棉县16人。")
    assert [event.record()["measure"] for event in events] == ["death", "失联", "失联", "失联"]


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        ("累计发放临时生活救助金5839人。", "5839人", "发放临时生活救助金"),
        ("全市设置临时安置点241个。", "241个", "设置临时安置点"),
        ("该公司有员工20余人。", "20余人", "员工"),
        ("平台上线了科普视频630余条。", "630余条", "科普视频"),
        ("点赞量高达676万次。", "676万次", "点赞"),
        ("快手发布了630余条视频。", "630余条", "视频"),
        ("这里每天有3000人在此就餐。", "3000人", "在此就餐"),
        ("3000人", "3000人", "人"),
        # what touches the figure before it counts the same, and what that one counts is not what this one does
        ("街道有居民3.2万户8.6万人。", "8.6万人", "居民"),
        ("发放口罩3万只，20人。", "20人", "人"),
    ],
)
def test_what_is_counted_is_named_in_whole_words(extractor: Extractor, text: str, figure: str, words: str) -> None:
    reading = extractor.read(Document(id="a", text=text))
    found = next(one for one in reading.figures if reading.text[one.start : one.end] == figure)
    assert counted_words(reading, found) == words


def test_a_list_of_goods_behind_a_word_for_giving_is_given(extractor: Extractor) -> None:
    text = "该商会捐赠现金3万元，以及价值5万元的物资，医用口罩5698只，5箱N95口罩，防护服6.16万件。"
    assert [event.type for event in extractor.extract(text).figures] == ["donation"] * 5


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("该商会捐赠现金3万元，医用口罩5698只。", True),
        # near misses: goods that are bought or moved, a word for giving behind the figure, or in another sentence
        ("该商会捐赠现金3万元，采购口罩5698只。", False),
        ("该商会捐赠现金3万元，向武汉运送口罩5698只。", False),
        ("该商会的口罩5698只，是员工捐赠的。", False),
        ("该商会捐赠现金3万元。口罩共5698只。", False),
        # a rate is of what is made
        ("该商会捐赠现金3万元，工厂每天可出口罩5698只。", False),
        ("“各界捐赠现金3万元”“口罩共5698只”等话题受到关注。", False),
    ],
)
def test_goods_are_claimed_by_the_words_before_them(extractor: Extractor, text: str, claimed: bool) -> None:
    reading = extractor.read(Document("a", text))
    moves = extractor.decider.claimed.moves(reading, reading.figures[-1])
    assert moves == ([("supply", "donation")] if claimed else [])


def test_what_speaks_for_goods_on_their_way_speaks_for_a_gift_behind_a_word_for_giving(extractor: Extractor) -> None:
    answers = extractor.decider.answers
    assert answers is not None
    row = numpy.full(len(answers.types), 0.1)
    at = {kind: answers.types.index(kind) for kind in ("supply", "donation", "other")}
    row[at["supply"]] = 0.6
    answers._move(row, [("supply", "donation"), ("none such", "donation")])
    assert [float(row[at[kind]]) for kind in ("supply", "donation", "other")] == [0.0, 0.7, 0.1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("驶入港口时，又有10人被确诊感染。", "new"),
        ("船上共有10人被确诊感染。", "cumulative"),
    ],
)
def test_who_comes_on_top_is_new(extractor: Extractor, text: str, expected: str) -> None:
    events = [event for event in extractor.extract(text) if event.type == "case_count"]
    assert events[-1].accumulation == expected


@pytest.mark.parametrize(
    ("text", "accumulations"),
    [
        (
            "现有确诊病例中：酒泉市120例、张掖市3例。新增死亡病例中，酒泉市2例、张掖市1例。",
            ["current", "current", "new", "new"],
        ),
        ("新增确诊病例中，酒泉市32例，累计确诊800例。", ["new", "cumulative"]),
        ("新增确诊病例中，酒泉市12例；累计确诊病例中，重症30例。", ["new", "cumulative"]),
    ],
)
def test_the_head_of_a_list_says_how_its_items_are_meant(
    extractor: Extractor, text: str, accumulations: list[str]
) -> None:
    assert [event.accumulation for event in extractor.extract(text) if event.type == "case_count"] == accumulations


def test_a_head_speaks_for_its_own_list_alone(extractor: Extractor) -> None:
    reading = extractor.read(Document("a", "新增病例中，酒泉市2例；患者中，男性3例。新增病例8例中，男性5例。"))
    assert [bool(headed(reading, figure)) for figure in reading.figures] == [True, False, False, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月24日，福建省治愈出院12例，解除医学观察30例。", ["new", "new"]),
        ("3月24日0—24时，福建省治愈出院12例。", ["new"]),
        ("过去24小时内有26人死亡。", ["new"]),
        ("2月份，全省报告登革热病例120例，死亡3例。", ["new", "new"]),
        ("上周，全市报告登革热病例48例。", ["new"]),
        ("过去一周，全国有300人死于流感。", ["new"]),
        # near misses: up to a day, since a day, a word for a total, what one accident did
        ("截至3月24日，福建省治愈出院12例，解除医学观察30例。", ["cumulative", "cumulative"]),
        ("3月1日以来，福建省治愈出院12例。", ["cumulative"]),
        ("3月24日，全省累计治愈出院50例。", ["cumulative"]),
        ("3月24日，全省已治愈出院50例。", ["cumulative"]),
        ("3月24日，全省有在院病例5例。", ["current"]),
        ("3月8日发生的车祸造成3人死亡。", ["cumulative"]),
    ],
)
def test_a_count_for_a_stated_period_is_new(text: str, expected: list[str]) -> None:
    events = [one for one in Extractor(published="2020-03-25").extract(text) if one.type == "case_count"]
    assert [one.record().get("accumulation") for one in events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("累计发生在院新冠感染相关死亡病例59938例，其中呼吸衰竭死亡5503例。", [("death", "cumulative")] * 2),
        ("新增在院死亡病例3例。", [("death", "new")]),
        ("在院的感染者127万人，其中重症10.5万人。", [("hospitalized", "current"), ("severe", "current")]),
        ("当日解除隔离医学观察无症状感染者352例。", [("released", "new")]),
        ("当日解除集中隔离无症状感染者352例。", [("released", "new")]),
        ("新增确诊病例20例，其中15例由无症状感染者订正为确诊病例。", [("confirmed", "new")] * 2),
        ("新增本土确诊病例36例、无症状感染者转归确诊病例608例。", [("confirmed", "new")] * 2),
        # near misses
        ("在院病例3例，其中重症1例。", [("hospitalized", "current"), ("severe", "current")]),
        ("当日转为确诊病例3例。", [("confirmed", "new")]),
        ("新增确诊病例20例，其中无症状感染者转确诊12例。", [("confirmed", "new")] * 2),
        ("新增无症状感染者12例。", [("asymptomatic", "new")]),
    ],
)
def test_who_died_in_hospital_was_let_go_or_turned_out_ill(text: str, expected: list[tuple[str, str]]) -> None:
    events = [one for one in Extractor(published="2022-05-10").extract(text) if one.type == "case_count"]
    assert [(one.measure, one.record().get("accumulation")) for one in events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月4日，江海集团没有向武汉市捐赠100万元。", ["negated"]),
        ("江海集团否认捐款1亿元。", ["negated"]),
        ("没有参加活动的江海集团捐赠100万元。", ["actual"]),
        ("江海集团捐赠100万元，没有留下姓名。", ["actual"]),
        ("张阿姨没有留名捐款100万元。", ["actual"]),
        ("江海集团没有忘记向武汉捐款100万元。", ["actual"]),
        ("网传武汉新增确诊病例1000例，系谣言。", ["negated"]),
        ("网传武汉新增确诊病例1000例属实。", ["actual"]),
        ("网传消息不实。武汉新增确诊病例10例。", ["actual"]),
        ("针对网传消息，武汉市通报新增确诊病例10例。", ["actual"]),
        ("如果不采取措施，确诊病例将超过10万例。", ["hypothetical"]),
        ("研究团队估计，如果不采取措施，确诊病例将超过10万例。", ["estimated"]),
        ("如果情况允许就复工。武汉新增确诊病例10例。", ["actual"]),
    ],
)
def test_what_is_denied_or_only_supposed_is_not_there(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [event.modality for event in extractor.extract(text)] == expected


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("巴拉圭捐款1000万瓜拉尼。", 10_000_000, None),
        ("江海集团捐款500万战疫。", 5_000_000, "CNY"),
        ("江海集团捐款500万赈灾。", 5_000_000, "CNY"),
        ("江海集团捐款500万支援武汉。", 5_000_000, "CNY"),
    ],
)
def test_what_follows_a_sum_is_a_currency_only_by_its_characters(
    extractor: Extractor, text: str, value: int, unit: str | None
) -> None:
    [event] = extractor.extract(text)
    assert (event.type, event.value, event.unit) == ("donation", value, unit)


@pytest.mark.parametrize(
    ("text", "accumulations"),
    [
        (
            "目前，沙洋县9个集中隔离点共隔离318人，其中密切接触者46人，已解除隔离205人。",
            ["current", "current", "cumulative"],
        ),
        ("当前，沙洋县3家酒店共集中隔离观察318人。", ["current"]),
        ("截至目前，沙洋县共隔离318人。", ["cumulative"]),
        ("目前，沙洋县累计隔离318人。", ["cumulative"]),
    ],
)
def test_who_is_held_now_is_no_total(extractor: Extractor, text: str, accumulations: list[str]) -> None:
    assert [event.accumulation for event in extractor.extract(text) if event.type == "case_count"] == accumulations


@pytest.mark.parametrize(
    ("text", "accumulations"),
    [
        ("2月8日，沙洋县新增确诊病例14例。普通型5例，重型4例，危重型2例。", ["new"] * 4),
        ("2月8日，沙洋县新增确诊病例14例。其中轻型5例、重型4例。累计确诊86例。", ["new", "new", "new", "cumulative"]),
        # near misses: a stock, a total, more than are new
        ("2月8日，沙洋县新增确诊病例14例。现有重型4例。", ["new", "current"]),
        ("2月8日，沙洋县累计确诊病例86例。重型4例，危重型2例。", ["cumulative", "current", "current"]),
        ("2月8日，沙洋县新增确诊病例1例。重型4例，危重型2例。", ["new", "current", "current"]),
    ],
)
def test_how_grave_the_new_cases_are(extractor: Extractor, text: str, accumulations: list[str]) -> None:
    assert [event.accumulation for event in extractor.extract(text)] == accumulations


@pytest.mark.parametrize(
    ("text", "accumulation"),
    [
        ("沙洋县共排查密切接触者918人，其中2月8日解除医学观察46人。", "new"),
        ("沙洋县累计收治患者318人，其中8日出院12人。", "new"),
        ("沙洋县共排查密切接触者918人，其中截至2月8日解除医学观察46人。", "cumulative"),
        ("沙洋县共排查密切接触者918人，其中2月8日前解除医学观察46人。", "cumulative"),
    ],
)
def test_a_part_of_one_day_is_new(extractor: Extractor, text: str, accumulation: str) -> None:
    assert extractor.extract(text)[-1].accumulation == accumulation


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("泰国死亡个案升至1,208宗。", "death"),
        ("泰国累计康复个案1,208宗。", "recovered"),
        ("沙洋县累计确诊86例，37人隔离解除。", "released"),
        ("泰国确诊个案升至1,208宗。", "confirmed"),
    ],
)
def test_what_befell_cases_is_said_in_many_words(extractor: Extractor, text: str, measure: str) -> None:
    assert extractor.extract(text)[-1].measure == measure
