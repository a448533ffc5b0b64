"""What counts as a time in a text, and where it stands."""

from __future__ import annotations

import pytest

from epiextract.values.quantities.finder import find_quantities
from epiextract.values.times.finder import find_times, parse_time


def found(text: str, **options: bool) -> list[tuple[str, str]]:
    """Return the characters and the relation of every expression."""
    return [(text[one.start : one.end], one.relation) for one in find_times(text, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月8日，我县新增一例", "3月8日"),
        ("2021年11月5日通报", "2021年11月5日"),
        ("二〇二一年十一月五日通报", "二〇二一年十一月五日"),
        ("２０２１年３月８日通报", "２０２１年３月８日"),
        ("2021 年 3 月 8 日通报", "2021 年 3 月 8 日"),
        ("3月8號晚上9點半", "3月8號晚上9點半"),
        ("昨天（7日）抵达", "昨天（7日）"),
        ("本港昨新增6宗", "昨"),
        ("澳門今再添1例", "今"),
        ("衛生局昨宣佈", "昨"),
        ("指揮中心今（9）日公布", "今（9）日"),
        ("市府前（11）日晚間", "前（11）日晚間"),
        ("昨午抵港", "昨午"),
        ("當局3/6公布", "3/6"),
        ("周三（10日）开诊", "周三（10日）"),
        ("3月8日（农历二月廿五）开诊", "3月8日（农历二月廿五）"),
        ("上週五開診", "上週五"),
        ("上星期五开诊", "上星期五"),
        ("下个礼拜三开诊", "下个礼拜三"),
        ("正月初六复工", "正月初六"),
        ("腊月二十八那天", "腊月二十八那天"),
        ("大年初四返岗", "大年初四"),
        ("除夕当天出发", "除夕当天"),
        ("第三季度投产", "第三季度"),
        ("4月中旬投产", "4月中旬"),
        ("去年12月底发现", "去年12月底"),
        ("2021-03-08更新", "2021-03-08"),
        ("2021/3/8 10:20更新", "2021/3/8 10:20"),
        ("次日中午送到", "次日中午"),
        ("本周三上午9时许送到", "本周三上午9时许"),
        ("3月6晚上送到", "3月6晚上"),
        ("3月26上午9时送到", "3月26上午9时"),
        ("腊月二十九日返岗", "腊月二十九日"),
        ("正月十五日返岗", "正月十五日"),
        ("4月中下旬投产", "4月中下旬"),
        ("3月8日零时零分发车", "3月8日零时零分"),
        ("元月10日投产", "元月10日"),
        ("2010年元月份投产", "2010年元月份"),
        ("2019全年，公司接单", "2019全年"),
        ("2018财年接单", "2018"),
        ("2019上半年投产", "2019上半年"),
        ("周四零点关闭", "周四零点"),
        ("周四38例", "周四"),
        ("星期六1,250例", "星期六"),
        ("上周日1.3万例", "上周日"),
        ("2月11日大年三十返岗", "2月11日大年三十"),
        ("2月12日农历正月初一返岗", "2月12日农历正月初一"),
        ("去年农历六月初三开诊", "去年农历六月初三"),
        ("前一晚抵达", "前一晚"),
        ("记者了解到3月8日新增一例", "3月8日"),
        ("3月8号方舱医院开舱", "3月8号"),
        ("3月8号令人难忘", "3月8号"),
    ],
)
def test_finds_a_point(text: str, expected: str) -> None:
    assert found(text) == [(expected, "at")]


@pytest.mark.parametrize(
    ("text", "expected", "relation"),
    [
        ("截至3月8日24时，全县累计确诊", "截至3月8日24时", "until"),
        ("截止到昨天，已捐", "截止到昨天", "until"),
        ("截至昨（9）日，累計", "截至昨（9）日", "until"),
        ("截至昨，累計", "截至昨", "until"),
        ("截至3/6，累計", "截至3/6", "until"),
        ("截至当地时间3月8日6时", "截至当地时间3月8日6时", "until"),
        ("到3月8日晚，已到货", "到3月8日晚", "until"),
        ("截至目前，共有", "截至目前", "until"),
        ("到目前为止共有", "到目前为止", "until"),
        ("迄今为止共有", "迄今为止", "until"),
        ("县里迄今收治3人", "迄今", "until"),
        ("县里至今一共收治3人", "至今", "until"),
        ("目前为止共有", "目前为止", "until"),
        ("3月1日封山至今，巡护12次", "3月1日", "since"),
        ("截至3月6晚，共有", "截至3月6晚", "until"),
        ("到2019底，共有", "到2019底", "until"),
        ("3月1日迄今", "3月1日迄今", "since"),
        ("2020春节期间休市", "2020春节期间", "during"),
        ("工期延长至3月20日", "至3月20日", "to"),
        ("截至\u30003月8日\t24时", "截至\u30003月8日\t24时", "until"),
        ("近\u30007\u3000天新增", "近\u30007\u3000天", "past"),
        ("自3月1日以来", "自3月1日以来", "since"),
        ("3月1日封山以来，巡护12次", "3月1日", "since"),
        ("从去年8月投产以來", "从去年8月", "since"),
        ("3月1日抵达灾区以来", "3月1日", "since"),
        ("3月1日为开诊以来最忙的一天", "3月1日", "at"),
        ("昨天公布投产以来的产量", "昨天", "at"),
        ("3月1日，投产以来", "3月1日", "at"),
        ("从3月1日首条生产线投产开始，", "从3月1日", "since"),
        ("自3月1日全面封山起，", "自3月1日", "since"),
        ("从3月1日投产的车间开始复工，", "从3月1日", "at"),
        ("3月1日首条生产线投产开始，", "3月1日", "at"),
        ("从3月1日起，免收", "从3月1日起", "since"),
        ("3月1日至今", "3月1日至今", "since"),
        ("从3月1日到现在", "从3月1日到现在", "since"),
        ("今年以来", "今年以来", "since"),
        ("3月1日至5日", "3月1日至5日", "range"),
        ("3月1日—4月2日", "3月1日—4月2日", "range"),
        ("3月1日0—24时", "3月1日0—24时", "range"),
        ("从3月1日起至4月2日止", "从3月1日起至4月2日止", "range"),
        ("2—3月共减免", "2—3月", "range"),
        ("2018—2019年共减免", "2018—2019年", "range"),
        ("6、7日两天", "6、7日", "list"),
        ("3月1日、3月5日两次", "3月1日、3月5日", "list"),
        ("3月、4月、5月三个月", "3月、4月、5月", "list"),
        ("4月10日前完工", "4月10日前", "before"),
        ("4月10日之后开课", "4月10日之后", "after"),
        ("国庆期间休市", "国庆期间", "during"),
        ("近一周新增", "近一周", "past"),
        ("之后两周，新增3例", "之后两周", "future"),
        ("随后的两周新增3例", "随后的两周", "future"),
        ("近7日新增", "近7日", "past"),
        ("過去十日新增", "過去十日", "past"),
        ("最近3日新增", "最近3日", "past"),
        ("连续10日无新增", "连续10日", "consecutive"),
        ("2月14日隔离治疗", "2月14日", "at"),
        ("两人14日隔离治疗", "14日", "at"),
        ("3月1日至14日隔离", "3月1日至14日", "range"),
        ("半个月来新增", "半个月来", "past"),
        ("未来三天到货", "未来三天", "future"),
        ("连续9天无新增", "连续9天", "consecutive"),
        ("三天内到货", "三天内", "within"),
        ("两天前到货", "两天前", "before"),
    ],
)
def test_finds_a_relation(text: str, expected: str, relation: str) -> None:
    assert found(text) == [(expected, relation)]


@pytest.mark.parametrize(
    "text",
    [
        "累计确诊1921例，使用1908吨",
        "2019新型冠状病毒",
        "拨打010-85551234或13900001111",
        "版本号2.10.3",
        "年满65岁的患者",
        "住在12号楼3单元，乘6号线",
        "发布7号通告和9号令，服用1号方，住8号栋、6号产房",
        "第12号公报，第3日",
        "一点都不难，有一点累",
        "提出三点建议",
        "零点五个百分点",
        "孩子已有8月龄",
        "五角大楼回应",
        "光明日报记者报道",
        "三日之内",
        "须强制检疫14日",
        "經過14日隔離",
        "为期12日的训练",
        "为期一周的训练",
        "为期三日的训练",
        "为期一月的训练",
        "合同延期一年，工期三个月",
        "历时20日建成，停工5日",
        "口罩库存够14天",
        "用了五个月时间",
        "每天服药两次",
        "罚款5日以上10日以下",
        "均在一月以上",
        "地址192.168.1.12",
        "2/3新增病例没有症状",
        "迄今最大的一家医院",
        "时至今日仍有影响，疫情爆发至今的做法",
        "出院之后14天复查",
        "底座2000底板2000个",
        "每人100元月租",
        "如今增加了，而今公布",
        "周三001比赛",
        "疫情伊始，施工伊始",
        "封城伊始困难多",
        "每周三12例",
        "一周38例，两周71例",
    ],
)
def test_finds_no_date(text: str) -> None:
    assert [one for one in find_times(text) if one.kind != "duration"] == []


def test_lengths_and_sets_only_when_all_is_asked_for() -> None:
    text = "连同每周一的例会，观察14天，下午讨论"
    assert found(text) == []
    assert [span for span, _ in found(text, everything=True)] == ["每周一", "14天", "下午"]


def test_vague_words_are_marked() -> None:
    assert [one.kind for one in find_times("日前，近日，目前")] == ["vague"] * 3


def test_a_day_in_brackets_keeps_the_weekday() -> None:
    (one,) = find_times("周三（10日）开诊")
    assert one.begin is not None
    assert (one.begin.day, one.begin.weekday) == (10, 3)


def test_a_part_of_the_day_moves_the_hour() -> None:
    (one,) = find_times("3月8日晚上9点半")
    assert one.begin is not None
    assert one.begin.clock is not None
    assert (one.begin.clock.hour, one.begin.clock.minute) == (21, 30)


def test_parse_time_wants_the_whole_text() -> None:
    assert parse_time("3月8日") is not None
    assert parse_time("3月8日通报") is None
    assert parse_time("6·18") is not None
    assert parse_time("") is None


def test_parts_touch_only_within_a_clause() -> None:
    text = "3月1日，4月2日。5月3日"
    assert [span for span, _ in found(text)] == ["3月1日", "4月2日", "5月3日"]


@pytest.mark.parametrize(
    ("length", "days", "is_open"),
    [
        ("一百二十天", 120, False),
        ("一百二天", 120, False),
        ("一百零二天", 102, False),
        ("三百六十五天", 365, False),
        ("二三十天", 20, True),
        ("一百二三十天", 120, True),
        ("十七八天", 17, True),
        ("三五天", 3, True),
        ("十几天", 10, True),
    ],
)
def test_a_length_reads_its_number_as_a_figure_does(length: str, days: int, is_open: bool) -> None:
    read = parse_time(length)
    assert read is not None
    assert read.duration is not None
    assert (read.duration.amounts, read.duration.open) == ((("day", days),), is_open)
    (figure,) = find_quantities(length)
    assert figure.value == (None if length == "十几天" else days)


@pytest.mark.parametrize(
    ("year", "number"),
    [("两千八年", 2008), ("两千零八年", 2008), ("二千二十年", 2020), ("二〇〇八年", 2008), ("两千年", 2000)],
)
def test_a_year_of_thousands_needs_no_zero(year: str, number: int) -> None:
    read = parse_time(year)
    assert read is not None
    assert read.begin is not None
    assert read.begin.year == number


@pytest.mark.parametrize("text", ["三三天", "十十天", "廿廿天"])
def test_what_is_no_number_is_no_length(text: str) -> None:
    assert parse_time(text) is None
