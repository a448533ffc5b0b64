"""What a date shows of itself, and with what its figure counts."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.candidates.slots import date_candidates, date_rows
from epiextract.deciding.dates.bulletins import goes_on_to
from epiextract.deciding.dates.opening import carried_on, opening_date
from epiextract.deciding.models.parts import spelled


def test_a_date_is_read_with_what_the_clause_says_of_the_figure() -> None:
    text = "2月4日0—24时，全省新增死亡2例。截至2月4日24时，全省累计死亡8例，尚有5例重症病例。"
    reading = Extractor(learned=False)._decided(Document(id="a", text=text), "2020-02-05")
    said = {}
    for figure in reading.figures:
        features = spelled(date_rows(reading, figure, date_candidates(reading, figure))[0])
        said[figure.quantity.value] = {f for f in features if f.startswith("relation=") and f.count("&") == 1}
    assert "relation=until&said=cumulative" in said[8]
    assert not any("said=cumulative" in feature for feature in said[2] | said[5])
    assert any("said=new" in feature for feature in said[2])


@pytest.mark.parametrize("learned", [True, False])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月8日、9日，全市分别新增确诊病例11例、6例。", ["03-08 03-08", "03-09 03-09"]),
        ("3月8日、10日和11日全市分别新增确诊病例11例、6例和2例。", ["03-08 03-08", "03-10 03-10", "03-11 03-11"]),
        ("3月8日至10日全市分别新增确诊病例11例、6例、2例。", ["03-08 03-08", "03-09 03-09", "03-10 03-10"]),
        ("前天和昨天，全市依次新增确诊病例11例、6例。", ["03-10 03-10", "03-11 03-11"]),
        ("今年1月、2月，公司营收分别为3亿元、2亿元。", ["01-01 01-31", "02-01 02-29"]),
        ("长沙、株洲分别于3月8日、9日新增确诊病例11例、6例。", ["03-08 03-08", "03-09 03-09"]),
        # as many places or measures as figures: 分别 speaks of those
        ("3月8日至9日，长沙、株洲分别新增确诊病例11例、6例。", ["03-08 03-09", "03-08 03-09"]),
        ("长沙、株洲3月8日至9日分别新增确诊病例11例、6例。", ["03-08 03-09", "03-08 03-09"]),
        ("3月8日至9日，全市新增确诊病例、疑似病例分别为11例、6例。", ["03-08 03-09", "03-08 03-09"]),
        # more days than figures
        ("3月8日至10日，全市分别新增确诊病例11例、6例。", ["03-08 03-10", "03-08 03-10"]),
        ("3月8日、9日，全市各新增确诊病例6例。", ["03-08 03-09"]),
        ("3月8日、9日，全市新增确诊病例11例、6例。", ["03-08 03-09", "03-08 03-09"]),
    ],
)
def test_days_are_dealt_out_to_as_many_figures(text: str, expected: list[str], learned: bool) -> None:
    events = Extractor(learned=learned).extract(text, published="2020-03-12")
    assert [f"{event.date_start} {event.date_end}".replace("2020-", "") for event in events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # to the end of a long list
        (
            "2月3日，江城集团在英国、德国、日本等地采购超过5万套防护服和20万个口罩；新港集团在海外采购的49万个口罩通过物流"
            "加急运往武汉；云山公司向武汉捐赠5台救护车以及800份度假权益，价值共计300万元。",
            ["02-03"] * 6,
        ),
        # and over the next two sentences of the paragraph
        ("2月3日，公司接到求助函。很快，700余名工人分批赶到工地。", ["02-03"]),
        (
            "2月7日，省人民医院连夜组建了一支由王院长任队长的医疗队。此次出征的队员中，共有30名医生，100名护士。",
            ["02-07"] * 2,
        ),
        # but not where another time is named between, known or not, nor in the next paragraph
        (
            "1月25日，市防控指挥部召开会议研究部署下一阶段工作。目前，全市有定点医院3家，开放床位1500张。",
            ["None"] * 2,
        ),
        ("2月3日，公司复工。2003年抗击非典时，公司曾捐款700万元。", ["2003-12-31"]),
        ("2月3日，公司接到求助函。\n700余名工人分批赶到工地。", ["None"]),
        ("集团将于2月25日前，再采购口罩10万只、防护服5000套。此外，集团员工捐款200万元。", ["02-25", "02-25", "None"]),
        # a total ends with its sentence
        ("1月29日以来，全市已累计投放4000多吨蔬菜。后续还有3500多吨货源可以投放。", ["02-21", "None"]),
        ("每天凌晨0点到8点，都有40多吨的蔬菜从这里运出，送到各个超市。", ["None"]),
    ],
)
def test_a_date_that_opens_a_sentence_or_paragraph_holds_on(text: str, expected: list[str]) -> None:
    events = [event for event in Extractor().extract(text, published="2020-02-21") if event.type != "other"]
    assert [str(event.date_end).replace("2020-", "") for event in events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月19日，公司召开会议，决定捐款300万元。", "2月19日"),
        ("3、2月19日，公司捐款300万元。", "2月19日"),
        # the same day named twice
        ("1月25日，大年初一，公司召开会议，决定捐款300万元。", "1月25日"),
        ("1月25日，20日的会议之后，公司决定捐款300万元。", None),
        # behind a dateline, and where it opens a clause of its own or sets a limit
        ("人民网北京2月20日电（记者张三） 2月19日，公司向市慈善总会捐款300万元。", "2月19日"),
        ("公司研究部署，于2月19日，召开董事会，决定捐款300万元。", "2月19日"),
        ("全市计划在2月25日前，通过改造扩容，开放床位3万张。", "2月25日前"),
        # not what stands in the middle of its clause or of another's
        ("公司始建于1997年，热心公益，捐款300万元。", None),
        ("新港公司2月19日捐款，云山公司捐款300万元。", None),
        ("同样在不到一天之前，公司捐款300万元。", None),
        ("人民网北京2月20日电，公司捐款300万元。", None),
    ],
)
def test_what_opens_a_sentence(text: str, expected: str | None) -> None:
    reading = Extractor(learned=False)._decided(Document(id="a", text=text), "2020-02-21")
    chosen = opening_date(reading, reading.figures[-1])
    assert (reading.text[chosen[0].start : chosen[0].end] if chosen else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月19日，公司捐款300万元。其中包括员工捐款20万元。", True),
        ("2月19日，公司捐款300万元。此外，员工捐款20万元、30万元。", True),
        ("2月19日，公司捐款300万元。另外，员工捐款20万元。", True),
        ("2月19日，公司捐款300万元。除此之外，员工捐款20万元。", True),
        ("2月19日，公司捐款300万元。另外20名员工捐款20万元。", True),
        ("2月19日，公司捐款300万元。员工捐款20万元。", False),
        ("2月19日，公司捐款300万元。此外，20日员工捐款20万元。", False),
        ("2月19日，公司捐款300万元。\n此外，员工捐款20万元。", False),
        ("2月19日，公司捐款300万元。社会各界踊跃捐款。此外，员工捐款20万元。", False),
    ],
)
def test_a_sentence_goes_on_with_the_one_before(text: str, expected: bool) -> None:
    reading = Extractor(learned=False)._decided(Document(id="a", text=text), "2020-02-21")
    assert carried_on(reading, reading.figures[0], reading.figures[-1]) is expected


DIARY = """援鄂日记
第一天：1月26日 到达武汉
下午到了驻地，领取物资。
第二天：1月27日 内外配合逐渐默契
病房早交班是7点55分。今天开始实行双查房制，管理的患者9名。
第三天：1月28日 忙碌的一天
到昨天为止，武汉市已有600多人确诊。"""


def test_today_in_a_diary_is_the_day_of_the_entry() -> None:
    events = Extractor().extract(DIARY, published="2020-02-21")
    days = {event.value: str(event.date_end) for event in events if event.type == "case_count"}
    assert days == {9: "2020-01-27", 600: "2020-01-27"}


def test_captions_are_no_entries_of_a_diary() -> None:
    text = "2月3日，车站的一角\n2月3日，候车室里\n2月3日，值班的民警\n今天，车站发送旅客3万人次。截至目前，确诊2例。"
    events = Extractor().extract(text, published="2020-02-04")
    assert [str(event.date_end) for event in events if event.type == "case_count"] == ["2020-02-04"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月3日，公司复工。每天凌晨0点到早上8点，都有40吨蔬菜运出。", "2月3日"),
        ("2月3日，公司复工。每天早上8点运出40吨蔬菜。", "2月3日"),
        ("2月3日，公司复工。早上8点运出40吨蔬菜。", "2月3日 早上8点"),
    ],
)
def test_an_hour_of_every_day_dates_nothing(text: str, expected: str) -> None:
    reading = Extractor(learned=False)._decided(Document(id="a", text=text), "2020-02-21")
    assert " ".join(reading.text[reading.mentions[at].start : reading.mentions[at].end] for at in reading.periods) == (
        expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "截至3月8日24时，全省累计确诊病例240例，当日新增11例；现有重症病例9例，当日新增2例；累计死亡3例，当日新增1例。",
            ["- 03-08", "03-08 03-08", "- 03-08", "03-08 03-08", "- 03-08", "03-08 03-08"],
        ),
        (
            "截至3月8日24时，全省累计确诊病例240例，其中当日新增11例，累计出院60例，当日出院7例。",
            ["- 03-08", "03-08 03-08", "- 03-08", "03-08 03-08"],
        ),
        # 截至当日 is up to that day
        ("3月8日，医院新收治患者12名，截至当日，累计收治患者230名。", ["03-08 03-08", "- 03-08"]),
    ],
)
def test_a_bulletin_tells_totals_and_that_day_in_turns(text: str, expected: list[str]) -> None:
    events = [event for event in Extractor().extract(text, published="2020-03-12") if event.type == "case_count"]
    days = [f"{event.date_start or '-'} {event.date_end or '-'}".replace("2020-", "") for event in events]
    assert days == expected


def test_a_time_up_to_which_is_counted_says_nothing_of_what_stands_before_it() -> None:
    text = "方舱医院2月12日启用，床位1100张，由10支医疗队436名医护人员接管，截至18日共收治973人，出院12人。"
    events = Extractor(published="2020-02-19").extract(text)
    found = {event.quote: event.record().get("date_end") for event in events}
    assert {found[quote] for quote in ("1100张", "10支", "436名")} == {"2020-02-12"}
    assert {found[quote] for quote in ("973人", "12人")} == {"2020-02-18"}


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        ("床位1100张，截至18日共收治973人。", "1100张", True),
        # near misses: it stands behind the figure in its clause, before it, or nothing is counted behind it
        ("床位截至18日有1100张，共收治973人。", "1100张", False),
        ("床位1100张（截至18日），共收治973人。", "1100张", False),
        ("床位1100张，截至18日。", "1100张", False),
    ],
)
def test_which_times_open_what_comes_next(text: str, figure: str, expected: bool) -> None:
    reading = Extractor(published="2020-02-19").read(Document("a", text))
    found = next(one for one in reading.figures if reading.text[one.start : one.end] == figure)
    until = [one for one in date_candidates(reading, found) if one.mentions[0].value == "until"]
    assert [goes_on_to(reading, found, one) for one in until] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("当地内政部11日说，8日夜间发生的强烈地震已造成2862人死亡，另有15人失踪。", ("2023-09-11", "2023-09-11")),
        ("应急管理部门11日说，8日的山洪共造成12人死亡。", ("2023-09-11", "2023-09-11")),
        ("截至11日10时，8日凌晨发生的山洪已致12人死亡。", (None, "2023-09-11")),
        ("截至11日，8日发生在该国北部的泥石流造成的死亡人数升至12人。", (None, "2023-09-11")),
        ("校方11日说，4日开学的该校已有78名学生感染。", ("2023-09-11", "2023-09-11")),
        # near misses: no other day, a day told years later, a day on which was counted, a team
        ("8日夜间发生的强烈地震已造成2862人死亡。", ("2023-09-08", "2023-09-08")),
        ("该机构11日说，2011年3月11日发生的大地震已造成15900人死亡。", ("2011-03-11", "2011-03-11")),
        ("省卫健委11日通报，10日新增12例。", ("2023-09-10", "2023-09-10")),
        ("省卫健委11日通报，10日的新增病例共12例。", ("2023-09-10", "2023-09-10")),
        ("8日发生的山洪截至11日已致12人死亡。", (None, "2023-09-11")),
    ],
)
def test_a_day_on_which_something_happened_is_not_the_day_of_its_toll(
    text: str, expected: tuple[str | None, str | None]
) -> None:
    first = Extractor(published="2023-09-12").extract(text)[0].record()
    assert (first.get("date_start"), first.get("date_end")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年全市已报告登革热病例120例。", ("2022-01-01", "2022-05-10")),
        ("本月全市累计报告病例30例。", ("2022-05-01", "2022-05-10")),
        ("本周，医院累计收治患者30名。", ("2022-05-09", "2022-05-10")),
        ("今年，中央财政已下达资金30亿元。", ("2022-01-01", "2022-05-10")),
        ("今年以来全市累计报告病例30例。", ("2022-01-01", "2022-05-10")),
        # near misses: what is planned or forecast, and what is over
        ("今年计划建设床位3000张。", ("2022-01-01", "2022-12-31")),
        ("预计今年全球经济损失300亿美元。", ("2022-01-01", "2022-12-31")),
        ("4月全市报告病例30例。", ("2022-04-01", "2022-04-30")),
        ("去年全市累计报告病例30例。", ("2021-01-01", "2021-12-31")),
    ],
)
def test_what_has_come_about_in_a_running_period_is_true_up_to_the_day_of_the_document(
    text: str, expected: tuple[str, str]
) -> None:
    first = Extractor(published="2022-05-10").extract(text)[0].record()
    assert (first.get("date_start"), first.get("date_end")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月9日，北京市接种疫苗。全年累计接种300万剂次，当日接种13万剂次。", "2022-05-09"),
        ("全年累计接种300万剂次，当日接种13万剂次。", "2022-05-10"),
        ("4月，北京市报告病例30例。4月20日新增3例。当日接种13万剂次。", "2022-04-20"),
        ("5月1日至8日报告病例30例，当日接种13万剂次。", "2022-05-08"),
    ],
)
def test_that_day_is_no_end_of_a_month_or_a_year(text: str, expected: str) -> None:
    last = Extractor(published="2022-05-10").extract(text)[-1].record()
    assert last.get("date_end") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("泰国周一新增确诊病例38例，周二51例，周三64例。", [2, 3, 4]),
        ("星期一新增死亡病例3例、星期二5例、星期四1,024例。", [2, 3, 5]),
        ("周一新增确诊病例38例，其中泰国12例。", [2, 2]),
    ],
)
def test_each_weekday_of_a_row_has_its_own_count(text: str, expected: list[int]) -> None:
    rows = Extractor(published="2020-03-06").extract(text).records()
    ends = [row["date_end"] for row in rows if row["type"] == "case_count"]
    assert ends == [f"2020-03-0{day}" for day in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("南京市3家工厂已复工，南通市2家工厂将于2月20日复工。", [None, "2020-02-20"]),
        ("南京市3家工厂已复工，南通市2家工厂已于2月10日复工。", [None, "2020-02-10"]),
        # of somebody else, or told before
        ("新增确诊病例3例，患者王某于2月3日发病。", [None]),
        ("累计确诊病例136例，首例于1月20日确诊。", [None]),
        ("南京市3家工厂已复工，南通市2家工厂许可证于2020年到期。", [None, None]),
        ("2月13日，新增确诊病例3例，均于2月3日发病。", ["2020-02-13"]),
    ],
)
def test_a_clause_names_its_day_behind_the_figure(text: str, expected: list[str | None]) -> None:
    events = Extractor().extract(text, published="2020-02-14")
    assert [str(event.date_end) if event.date_end else None for event in events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月3日，合肥市3家工厂复工；在芜湖的2家工厂将于2月20日复工。", ["2020-02-03", "2020-02-20"]),
        ("2月3日，合肥市3家工厂复工，芜湖市2家工厂将于2月20日复工。", ["2020-02-03", "2020-02-20"]),
        ("截至2月13日，合肥市有12家商场营业，6家商场计划于2月17日开业。", ["2020-02-13", "2020-02-17"]),
        ("2月3日，24名患者出院，12名患者将于2月6日出院。", ["2020-02-03", "2020-02-06"]),
        ("2月3日，合肥市3家工厂复工，芜湖市2家工厂复工。", ["2020-02-03", "2020-02-03"]),
        ("2月3日，合肥市3家工厂复工，学校将于2月20日开学。", ["2020-02-03"]),
    ],
)
def test_what_is_to_come_on_a_day_is_of_that_day(text: str, expected: list[str | None]) -> None:
    events = Extractor().extract(text, published="2020-02-14")
    assert [str(event.date_end) if event.date_end else None for event in events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月2日出征\n第三批医疗队医务人员共120人。", "02-02"),
        ("【2月2日】\n第三批医疗队医务人员共120人。", "02-02"),
        ("第三批：2月2日\n第三批医疗队医务人员共120人。", "02-02"),
        ("一、2月2日\n第三批医疗队医务人员共120人。", "02-02"),
        ("第三批：2月2日120人出征\n医疗队里有医生36人。", "02-02"),
        ("2月2日（正月初九）\n全市新增确诊病例3例。", "02-02"),
        # near misses: a line that says more, an imprint, a paragraph farther off
        ("2020年2月2日\n第三批医疗队医务人员共120人。", None),
        ("来源：江海日报 2月2日\n第三批医疗队医务人员共120人。", None),
        ("2月2日起出征\n第三批医疗队医务人员共120人。", None),
        ("2月2日出征\n医疗队昨天整理行装。\n第三批医疗队医务人员共120人。", None),
    ],
)
def test_a_day_in_a_line_above_governs_its_paragraph(text: str, expected: str | None) -> None:
    text = "江海市派出多批医疗队，以下是各批医疗队的情况。\n" + text
    *_, record = (event.record() for event in Extractor().extract(text, published="2020-03-12"))
    found = record.get("date_end")
    assert (str(found)[5:] if found else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月5日，全省治愈人数连续6天上升。新增确诊病例36例。", "2020-02-05"),
        ("2月5日，全市连续三天零死亡。新增确诊病例36例。", "2020-02-05"),
        ("2月5日，全市复工。2月6日疫情通报。新增确诊病例36例。", "2020-02-06"),
    ],
)
def test_how_long_something_goes_on_is_no_other_date(text: str, expected: str | None) -> None:
    *_, record = (event.record() for event in Extractor().extract(text, published="2020-03-12"))
    assert record.get("date_end") == expected
