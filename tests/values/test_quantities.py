"""Figures: every form that news writes, with its unit and its bound; and what is no figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epiextract.values.quantities.finder import find_quantities, parse_quantity

# text: value, unit, bound
WHOLE = {
    "1.7万余": (17000, None, "over"), "2亿": (200000000, None, "exact"), "3亿多": (300000000, None, "over"),
    "55294.93万": (552949300, None, "exact"), "近8500万": (85000000, None, "under"), "两万三千": (23000, None, "exact"),
    "一百零五": (105, None, "exact"), "十几": (None, None, "vague"), "几十万": (None, None, "vague"),
    "数百": (None, None, "vague"), "上千": (None, None, "vague"), "半": (Decimal("0.5"), None, "exact"),
    "一半": (50, "%", "exact"), "两成": (20, "%", "exact"), "三成五": (35, "%", "exact"), "三成半": (35, "%", "exact"),
    "百分之九十五点三": (Decimal("95.3"), "%", "exact"), "千分之五": (Decimal("0.5"), "%", "exact"),
    "万分之三": (Decimal("0.03"), "%", "exact"), "4∶1": (4, "ratio", "exact"), "1/3": (Decimal("33.33"), "%", "exact"),
    "三分之一": (Decimal("33.33"), "%", "exact"), "四分之三": (75, "%", "exact"), "二〇二〇": (2020, None, "exact"),
    "廿": (20, None, "exact"), "仨": (3, None, "exact"), "俩": (2, None, "exact"), "零下5": (-5, None, "exact"),
    "零下5度": (-5, "degC", "exact"), "－3℃": (-3, "degC", "exact"), "１，７４９例": (1749, "person", "exact"),
    "12.3％": (Decimal("12.3"), "%", "exact"), "２．５％": (Decimal("2.5"), "%", "exact"),
    "0.5‰": (Decimal("0.05"), "%", "exact"),
    "百分之百": (100, "%", "exact"), "近一半": (50, "%", "under"), "超过半数": (50, "%", "over"),
    "十成": (100, "%", "exact"),
    # 余, 多, 几, 约, 近, 超, 逾, 不到, 以上, 左右: on either side
    "7000余例": (7000, "person", "over"), "600多名": (600, "person", "over"), "二十多天": (20, "day", "over"),
    "约30万元": (300000, "CNY", "about"), "大约两周": (2, "week", "about"), "近百人": (100, "person", "under"),
    "超3万吨": (30000, "t", "over"), "超过37.3度": (Decimal("37.3"), "degC", "over"), "逾60家": (60, "家", "over"),
    "不到48小时": (48, "hour", "under"), "不足五成": (50, "%", "under"), "10%左右": (10, "%", "about"),
    "500人以上": (500, "person", "over"), "20人以下": (20, "person", "under"), "14天内": (14, "day", "under"),
    "48小时以内": (48, "hour", "under"), "至少200张": (200, "张", "over"), "最多5人": (5, "person", "under"),
    "不少于30天": (30, "day", "over"), "不超过10人": (10, "person", "under"), "上百名": (None, "person", "vague"),
    "数十亿元": (None, "CNY", "vague"), "几千只": (None, "只", "vague"), "40几家": (None, "家", "vague"),
    "成千上万人": (None, "person", "vague"), "三年多": (3, "year", "over"), "一个多月": (1, "month", "over"),
    "30人以内": (30, "person", "under"), "80例之内": (80, "person", "under"), "≥65岁": (65, "岁", "over"),
    ">38.5℃": (Decimal("38.5"), "degC", "over"), "＜3%": (3, "%", "under"), "≤90分钟": (90, "minute", "under"),
    "200+家": (200, "家", "over"), "10万+人": (100000, "person", "over"), "四成多": (40, "%", "over"),
    "百分之七十多": (70, "%", "over"), "38度2以上": (Decimal("38.2"), "degC", "over"),
    "2年3个月以内": (27, "month", "under"), "过千人": (1000, "person", "over"), "過億元": (100000000, "CNY", "over"),
    "过半": (50, "%", "over"),
    # what is denied says the opposite
    "不得超过80人": (80, "person", "under"), "不应超过6小时": (6, "hour", "under"), "未超过3%": (3, "%", "under"),
    "从未突破2000例": (2000, "person", "under"), "不建议超过4次": (4, "次", "under"), "未过半": (50, "%", "under"),
    "没有超過38度": (38, "degC", "under"), "不超70元": (70, "CNY", "under"), "不得低于85%": (85, "%", "over"),
    "未跌破3000点": (3000, "点", "over"), "不止20人": (20, "person", "over"), "不会超过200": (200, None, "under"),
    # money
    "人民币55294.93万元": (552949300, "CNY", "exact"), "美元102591.18元": (Decimal("102591.18"), "USD", "exact"),
    "34513欧元": (34513, "EUR", "exact"), "$99.99": (Decimal("99.99"), "USD", "exact"), "￥300": (300, "CNY", "exact"),
    "3亿多元": (300000000, "CNY", "over"), "200万人民币": (2000000, "CNY", "exact"),
    "5亿元人民币": (500000000, "CNY", "exact"),
    "人民币 8千元": (8000, "CNY", "exact"), "港币两千元": (2000, "HKD", "exact"), "1.9万台币": (19000, "TWD", "exact"),
    "800万日元": (8000000, "JPY", "exact"), "6000英镑": (6000, "GBP", "exact"),
    "五元三毛": (Decimal("5.3"), "CNY", "exact"),
    "123元1角1分": (Decimal("123.11"), "CNY", "exact"), "7个多亿": (700000000, None, "over"),
    "3个亿": (300000000, None, "exact"),
    "5.93 亿元": (593000000, "CNY", "exact"), "2亿1050万元": (210500000, "CNY", "exact"),
    "30w": (300000, None, "exact"),
    # units with factors, and compound ones
    "1908吨": (1908, "t", "exact"), "5公斤": (5, "kg", "exact"), "20斤": (10, "kg", "exact"),
    "一点二三亿元": (123 * 10**6, "CNY", "exact"), "三点四五万人": (34500, "person", "exact"),
    "两百零三例": (203, "person", "exact"), "零例": (0, "person", "exact"), "百万人": (10**6, "person", "exact"),
    "一点五倍": (Decimal("1.5"), "倍", "exact"), "38度5": (Decimal("38.5"), "degC", "exact"),
    "三斤半": (Decimal("1.75"), "kg", "exact"), "6两": (Decimal("0.3"), "kg", "exact"),
    "四斤六两": (Decimal("2.3"), "kg", "exact"),
    "20日元7日本銭": (Decimal("20.07"), "JPY", "exact"), "四万多件套": (40000, "件套", "over"),
    "六十岁或以上": (60, "岁", "over"), "5例或者以下": (5, "person", "under"),
    "500克": (Decimal("0.5"), "kg", "exact"), "3.39万平方米": (33900, "m2", "exact"),
    "30亩": (Decimal("20000.1"), "m2", "exact"),
    "12公里": (12, "km", "exact"), "12千米": (12, "km", "exact"), "168cm": (Decimal("1.68"), "m", "exact"),
    "一米五": (Decimal("1.5"), "m", "exact"), "两米半": (Decimal("2.5"), "m", "exact"),
    "5.5万台（套）": (55000, "台（套）", "exact"),
    "1岁半": (Decimal("1.5"), "岁", "exact"), "两天半": (Decimal("2.5"), "day", "exact"),
    "1个半小时": (Decimal("1.5"), "hour", "exact"), "半小时": (Decimal("0.5"), "hour", "exact"),
    "半个月": (Decimal("0.5"), "month", "exact"),
    "1年6个月": (18, "month", "exact"), "2小时30分钟": (150, "minute", "exact"), "3个百分点": (3, "百分点", "exact"),
    "53万5000人": (535000, "person", "exact"),
    "3億4,600萬港元": (346000000, "HKD", "exact"), "2亿1,050万人": (210500000, "person", "exact"),
    "7亿零三百万元": (703000000, "CNY", "exact"), "1亿两千万元": (120000000, "CNY", "exact"),
    "两个半月": (Decimal("2.5"), "month", "exact"), "4個半月": (Decimal("4.5"), "month", "exact"),
    "53万5000多人": (535000, "person", "over"), "12萬3,456例": (123456, "person", "exact"),
    "2万3000余元": (23000, "CNY", "over"), "1.2万人次": (12000, "person_time", "exact"),
    "数百TB": (None, "TB", "vague"),
    "华氏98.6度": (Decimal("98.6"), "degF", "exact"), "3倍": (3, "倍", "exact"), "五十兆字节": (50, "兆字节", "exact"),
    # traditional characters, Hong Kong and Taiwan usage
    "三億元": (300000000, "CNY", "exact"), "兩萬個": (20000, "個", "exact"), "55宗": (55, "宗", "exact"),
    "2.5個百分點": (Decimal("2.5"), "百分点", "exact"), "48小時": (48, "hour", "exact"),
    "超過30萬隻": (300000, "隻", "over"),
    "壹仟玖佰圓整": (1900, "CNY", "exact"), "5000萬劑": (50000000, "劑", "exact"), "18,420點": (18420, "點", "exact"),
    "75公噸": (75, "t", "exact"), "400平方呎": (400, "平方英尺", "exact"), "40頂": (40, "頂", "exact"),
    "60臺": (60, "臺", "exact"), "三個禮拜": (3, "week", "exact"), "一個多小時": (1, "hour", "over"),
    "12巴仙": (12, "%", "exact"), "70分鐘": (70, "minute", "exact"), "0.5個基點": (Decimal("0.5"), "基点", "exact"),
    # currencies by name, sign and code, before and behind
    "RM20万": (200000, "MYR", "exact"), "RM 300": (300, "MYR", "exact"), "7亿马币": (700000000, "MYR", "exact"),
    "馬幣500元": (500, "MYR", "exact"), "S$800": (800, "SGD", "exact"), "2万新币": (20000, "SGD", "exact"),
    "坡幣90元": (90, "SGD", "exact"), "A$450": (450, "AUD", "exact"), "NZ$70": (70, "NZD", "exact"),
    "C$60": (60, "CAD", "exact"), "US$15": (15, "USD", "exact"), "HK$25": (25, "HKD", "exact"),
    "新臺幣30億元": (3000000000, "TWD", "exact"),
    "臺幣700元": (700, "TWD", "exact"), "2萬元港幣": (20000, "HKD", "exact"),
    "USD900": (900, "USD", "exact"), "RMB80万": (800000, "CNY", "exact"), "40美分": (Decimal("0.4"), "USD", "exact"),
    "60亿伊朗里亚尔": (6000000000, "IRR", "exact"), "90万尼泊尔卢比": (900000, "NPR", "exact"),
    "4000万格里夫纳": (40000000, "UAH", "exact"), "7亿图格里克": (700000000, "MNT", "exact"),
    "15亿緬元": (1500000000, "MMK", "exact"), "约20亿塔卡": (2000000000, "BDT", "about"),
    "70万俄罗斯卢布": (700000, "RUB", "exact"), "2000土曼": (20000, "IRR", "exact"), "80万克": (800, "kg", "exact"),
    # of which country it is, the word alone does not say
    "60亿里亚尔": (6000000000, "里亚尔", "exact"), "30亿比索": (3000000000, "比索", "exact"),
    "50万克朗": (500000, "克朗", "exact"), "200万第納爾": (2000000, "第納爾", "exact"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WHOLE.items(), ids=WHOLE)
def test_quantity_reads(text: str, expected: tuple[int | Decimal | None, str | None, str]) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.value, quantity.unit, quantity.bound) == expected
    assert not isinstance(quantity.value, float)


RANGES = {
    "100万至3500万元": (10**6, 35 * 10**6, "CNY"), "8名～10名": (8, 10, "person"), "1—2天": (1, 2, "day"),
    "5~6小时": (5, 6, "hour"), "2至3万只": (20000, 30000, "只"), "8500到3万港元": (8500, 30000, "HKD"),
    "十八至三十万日元": (180000, 300000, "JPY"), "三四百人": (300, 400, "person"), "两三天": (2, 3, "day"),
    "100万至3500万": (10**6, 35 * 10**6, None), "2至3万": (20000, 30000, None), "百分之三十到四十": (30, 40, "%"),
    "三至五成": (30, 50, "%"), "一两名": (1, 2, "person"),
    "十七八岁": (17, 18, "岁"), "三五百块": (300, 500, "CNY"),
    "两到三千只": (2000, 3000, "只"), "7至8千册": (7000, 8000, "册"), "2到3百人": (200, 300, "person"),
    "6至7百万元": (6000000, 7000000, "CNY"), "2-3千万只": (20000000, 30000000, "只"), "80到2百户": (80, 200, "户"),
    "4至4.5万份": (40000, 45000, "份"), "600到7百万元": (6000000, 7000000, "CNY"),
    "2千至3千万元": (20000000, 30000000, "CNY"),
    "10天至两周": (10, 14, "day"),
    "一天半到两天": (Decimal("1.5"), 2, "day"), "0.5-0.75个百分点": (Decimal("0.5"), Decimal("0.75"), "百分点"),
    "1万-5万元": (10000, 50000, "CNY"), "4个至5个小时": (4, 5, "hour"), "30%到40%": (30, 40, "%"),
    "10-15元": (10, 15, "CNY"),
    # below zero
    "-8℃～-2℃": (-8, -2, "degC"), "-6到-4度": (-6, -4, "degC"), "零下9到零下3度": (-9, -3, "degC"),
    "零下12至18度": (-18, -12, "degC"), "零下9.5到零下3度": (Decimal("-9.5"), -3, "degC"),
    "零下七八度": (-8, -7, "degC"),
    # two digits inside of a numeral, and two numbers side by side
    "三十五六岁": (35, 36, "岁"), "一百四五十人": (140, 150, "person"), "两千六七百人": (2600, 2700, "person"),
    "5、6名": (5, 6, "person"), "七、八百萬元": (7000000, 8000000, "CNY"),
    # told in the smaller of two units of one kind
    "10天至3个月": (10, 90, "day"), "300米到1.5公里": (300, 1500, "m"), "40分钟至2小时": (40, 120, "minute"),
    "5角至2元": (Decimal("0.5"), 2, "CNY"), "8个月至1年": (8, 12, "month"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RANGES.items(), ids=RANGES)
def test_range_has_both_ends(text: str, expected: tuple[int, int, str]) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert (quantity.value, quantity.value_max, quantity.unit) == expected
    assert quantity.bound == "range"


RATES = {
    "1000元/人/天": "person_day", "500元/天": "day", "20公里/小时": "hour", "3元/只": "只", "2元每只": "只",
    "16.8元/公斤": "kg", "3元/斤": "0.5kg", "30人/天": "day",
    "180元/人/日": "person_day", "260元/人·天": "person_day",
}  # fmt: skip


@pytest.mark.parametrize(("text", "per"), RATES.items(), ids=RATES)
def test_rate_says_per_what(text: str, per: str) -> None:
    quantity = parse_quantity(text)
    assert quantity is not None
    assert quantity.per == per


# text: per, bound of the last figure
PRICES = {
    "草鱼每斤8.5元": ("0.5kg", "exact"), "手套每盒45元": ("盒", "exact"), "原油每桶41美元": ("桶", "exact"),
    "每剂约12欧元": ("剂", "about"), "每名护士每位800元": ("person", "exact"), "每床300元": ("bed", "exact"),
    "跌破每桶35美元": ("桶", "under"), "超过每吨5000元": ("t", "over"), "每小时60元": ("hour", "exact"),
    "每3盒100元": (None, "exact"), "每只重5克": (None, "exact"), "日产10吨，月产能260吨": ("month", "exact"),
    "年产能达4亿只": ("year", "exact"), "日产量约9万只": ("day", "about"), "一天5万只": (None, "exact"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PRICES.items(), ids=PRICES)
def test_what_leads_a_figure_says_per_what(text: str, expected: tuple[str | None, str]) -> None:
    *_, quantity = find_quantities(text)
    assert (quantity.per, quantity.bound) == expected


# What is found in a sentence: (quote, value, unit, bound)
SENTENCES = [
    ("疑似病例为12167，仍在上升。", [("12167", 12167, "person", "exact")]),
    ("该市常住人口约76万。", [("约76万", 760000, "person", "about")]),
    ("牵动着14亿中国人的心", [("14亿", 1400000000, "person", "exact")]),
    ("大约有150名护士报名", [("150名", 150, "person", "about")]),
    ("每天大约可检测300份", [("300份", 300, "份", "about")]),
    ("至少需要24小时", [("24小时", 24, "hour", "over")]),
    ("至少已有46人感染", [("46人", 46, "person", "over")]),
    ("最少已经有5家停工", [("5家", 5, "家", "over")]),
    ("至少已捐款46万元", [("46万元", 460000, "CNY", "exact")]),
    # a mark, and what is behind one that was passed
    ("病例突破20万大关", [("突破20万", 200000, "person", "over")]),
    ("病例逼近20万大关", [("逼近20万", 200000, "person", "under")]),
    ("病例冲破20万大關", [("冲破20万", 200000, "person", "over")]),
    ("死亡人数跨过1万例大关", [("1万例", 10000, "person", "over")]),
    ("死亡人数越过了1万大关", [("1万", 10000, None, "over")]),
    ("工期跨过10天", [("10天", 10, "day", "exact")]),
    ("两大关键和三大关口", [("两大", 2, "大", "exact"), ("三大", 3, "大", "exact")]),
    ("附近两个小区", [("两个", 2, "个", "exact")]),
    ("设床300张床位", [("300张", 300, "bed", "exact")]),
    ("价值3亿多元的设备", [("3亿多元", 300000000, "CNY", "over")]),
    ("每4名患者中就有1名在这里", [("每4名患者中就有1名", 25, "%", "exact")]),
    ("产量翻了一番", [("翻了一番", 100, "%", "exact")]),
    ("医护比按照1：4配备", [("1：4", Decimal("0.25"), "ratio", "exact")]),
    ("全县无新增病例", [("无", 0, None, "exact")]),
    ("全县未报告新增病例", [("未报告", 0, None, "exact")]),
    ("全县没有出现新增死亡病例", [("没有出现", 0, None, "exact")]),
    ("全县无新发病例", [("无新发", 0, None, "exact")]),
    ("全县未报告病例，无新发现，未发现新问题", []),
    ("医护人员零感染", [("零", 0, None, "exact")]),
    ("医护人员无一感染", [("无一", 0, None, "exact")]),
    ("工作万无一失，这里无一幸免", []),
    ("目前无一例重症", [("无一例", 0, "person", "exact")]),
    ("全村没有一例确诊病例", [("没有一例", 0, "person", "exact")]),
    ("至今没有一名医护人员感染", [("没有一名", 0, "person", "exact")]),
    ("没有一个冬天不可逾越", [("一个", 1, "个", "exact")]),
    ("其中58人到一线", [("58人", 58, "person", "exact")]),
    ("4个人员流动点", [("4个", 4, "个", "exact")]),
    ("千余车辆和4000多车站", [("千余车辆", 1000, "辆", "over"), ("4000多", 4000, None, "over")]),
    ("1.2亿市场主体", [("1.2亿", 120000000, None, "exact")]),
    ("二七两个院区", [("两个", 2, "个", "exact")]),
    ("10间隔离病房和两人工作站", [("10间", 10, "间", "exact"), ("两人", 2, "person", "exact")]),
    ("观察14天然后解除", [("14天", 14, "day", "exact")]),
    ("3例外地输入", [("3例", 3, "person", "exact")]),
    ("再次跌破2000例", [("跌破2000例", 2000, "person", "under")]),
    ("油价突破80美元", [("突破80美元", 80, "USD", "over")]),
    ("带一、二名队员", [("一、二名", 1, "person", "range")]),
    ("確診病例增加120宗，死亡個案三宗", [("120宗", 120, "宗", "exact"), ("三宗", 3, "宗", "exact")]),
    ("收到口罩1.7万余只、N95口罩3,000个", [("1.7万余只", 17000, "只", "over"), ("3,000个", 3000, "个", "exact")]),
    ("单日突破1000例", [("突破1000例", 1000, "person", "over")]),
    ("为企业减负5000万元", [("5000万元", 50000000, "CNY", "exact")]),
    ("14亿多人民的心", [("14亿多", 1400000000, "person", "over")]),
    ("一个半旧的帽子", [("一个", 1, "个", "exact")]),
    ("花了四万六，还不够", [("四万六", 46000, None, "exact")]),
    ("花了十几万，还不够", [("十几万", None, None, "vague")]),
    ("拨付2.6亿专项资金", [("2.6亿", 260000000, "CNY", "exact")]),
    ("服务2.6万贷款客户", [("2.6万", 26000, None, "exact")]),
    ("只剩300元零钱", [("300元", 300, "CNY", "exact")]),
    ("每人3两米饭", [("3", 3, None, "exact")]),
    ("地震造成过千人受伤", [("过千人", 1000, "person", "over")]),
    ("经过千人接力，救治过百名伤员", [("千人", 1000, "person", "exact"), ("百名", 100, "person", "exact")]),
    ("受灾人数逾万，下载量过亿", [("逾万", 10000, "person", "over"), ("过亿", 100000000, None, "over")]),
    ("逾半村民、过半学生", [("逾半", 50, "%", "over"), ("过半", 50, "%", "over")]),
    ("用时过半年，经过半山腰，逾半百老人", [("过半年", Decimal("0.5"), "year", "over")]),
    (">>>20家企业，<b>30家</b>", [("20家", 20, "家", "exact"), ("30家", 30, "家", "exact")]),
    ("八成以上的店，1+1＞2", [("八成以上", 80, "%", "over"), ("2", 2, None, "exact")]),
    ("三成余款、四成来自", [("三成", 30, "%", "exact"), ("四成", 40, "%", "exact")]),
    ("跋涉翻过千山", []),
    ("60點評和3000車站", [("60", 60, None, "exact"), ("3000", 3000, None, "exact")]),
    ("FORM20表、N95口罩", []),
    ("800張床位、6支醫療隊", [("800張", 800, "bed", "exact"), ("6支", 6, "team", "exact")]),
    ("山火致7死12伤，1失踪", [("7", 7, "person", "exact"), ("12", 12, "person", "exact"), ("1", 1, "person", "exact")]),
    ("逾260傷", [("逾260", 260, "person", "over")]),
    ("约40万叙利亚人，1.2万法国游客", [("约40万", 400000, "person", "about"), ("1.2万", 12000, "person", "exact")]),
    ("10万至12万韓國人", [("10万至12万", 100000, "person", "range")]),
    ("5万美国人均收入", [("5万", 50000, None, "exact")]),
    # 重 is the beginning of what they are, and what they are like stands before who they are
    ("1.2万重症专业医务人员", [("1.2万", 12000, "person", "exact")]),
    ("近800一线医护人员", [("近800", 800, "person", "under")]),
    ("体温 37.3 度", [("37.3 度", Decimal("37.3"), "degC", "exact")]),
    # 至 and 或 join no two measures
    ("利润增长8%至12亿元", [("8%", 8, "%", "exact"), ("12亿元", 1200000000, "CNY", "exact")]),
    ("股价跌2.5%或41点", [("2.5%", Decimal("2.5"), "%", "exact"), ("41点", 41, "点", "exact")]),
    ("患者年龄在5个月至71岁之间", [("5个月", 5, "month", "exact"), ("71岁", 71, "岁", "exact")]),
    # what something came to, after by how much
    ("住院人数减少12人至340人", [("12人", 12, "person", "exact"), ("340人", 340, "person", "exact")]),
    ("个案增加了约30宗至96宗", [("约30宗", 30, "宗", "about"), ("96宗", 96, "宗", "exact")]),
    ("油价下跌1.5美元至58美元", [("1.5美元", Decimal("1.5"), "USD", "exact"), ("58美元", 58, "USD", "exact")]),
    ("从增加3例至9例不等", [("3例至9例", 3, "person", "range")]),
    ("票价下降4元至6元", [("4元至6元", 4, "CNY", "range")]),
    ("备有2张至4张床位", [("2张至4张", 2, "bed", "range")]),
    ("R0约为2.1至3.4，", [("约为2.1至3.4", Decimal("2.1"), None, "range")]),
    ("系数在1.35-2.61之间", [("1.35-2.61", Decimal("1.35"), None, "range")]),
    ("各区分别新增5、6例", [("5", 5, None, "exact"), ("6例", 6, "person", "exact")]),
    ("逾三分二受访者", [("逾三分二", Decimal("66.67"), "%", "over")]),
    ("发生率为百万分之七", [("百万分之七", Decimal("0.0007"), "%", "exact")]),
    ("发病率10万分之31", [("10万分之31", Decimal("0.031"), "%", "exact")]),
    ("男女比例为1.4：1", [("1.4：1", Decimal("1.4"), "ratio", "exact")]),
    # pressure, and what is counted by 床
    ("中心气压955百帕", [("955百帕", 955, "hPa", "exact")]),
    ("氣壓970hPa", [("970hPa", 970, "hPa", "exact")]),
    ("混凝土强度40兆帕", [("40兆帕", 40, "MPa", "exact")]),
    ("恢复220千伏线路", [("220千伏", 220, "千伏", "exact")]),
    ("调拨棉被2000床、床位80床", [("2000床", 2000, "床", "exact"), ("80床", 80, "bed", "exact")]),
    ("运来60床毛毯", [("60床", 60, "床", "exact")]),
    # who asks denies nothing
    ("会不会超过60人", [("超过60人", 60, "person", "over")]),
    ("有没有超过60例", [("超过60例", 60, "person", "over")]),
    # the 约 that ends a word
    ("签约23个项目，预约400人次", [("23个", 23, "个", "exact"), ("400人次", 400, "person_time", "exact")]),
    ("签约达40亿元，节约了8万元", [("40亿元", 4 * 10**9, "CNY", "exact"), ("8万元", 80000, "CNY", "exact")]),
    ("紐約600宗、签约约30家", [("600宗", 600, "宗", "exact"), ("约30家", 30, "家", "about")]),
    ("大型商超136家、电商超100家", [("136家", 136, "家", "exact"), ("超100家", 100, "家", "over")]),
    ("小商超约20家，招商超300亿元", [("约20家", 20, "家", "about"), ("超300亿元", 3 * 10**10, "CNY", "over")]),
    ("患者中超2万人治愈，确诊超三百例", [("超2万人", 20000, "person", "over"), ("超三百例", 300, "person", "over")]),
    ("床位数三百张，死亡人数三十人", [("三百张", 300, "张", "exact"), ("三十人", 30, "person", "exact")]),
    ("企业数三百家，户数二十余户", [("三百家", 300, "家", "exact"), ("二十余户", 20, "户", "over")]),
    ("病例数一百例，床位数300张", [("一百例", 100, "person", "exact"), ("300张", 300, "张", "exact")]),
    (
        "交通枢纽约8公里，修了3条约20公里",
        [("约8公里", 8, "km", "about"), ("3条", 3, "条", "exact"), ("约20公里", 20, "km", "about")],
    ),
    # names, and what is counted beside them
    ("COVID-19個案共8宗", [("8宗", 8, "宗", "exact")]),
    ("病例17，女，43岁", [("43岁", 43, "岁", "exact")]),
    ("确诊病例21，男性9例", [("21", 21, "person", "exact"), ("9例", 9, "person", "exact")]),
    ("确诊病例14、疑似病例9", [("14", 14, "person", "exact"), ("9", 9, "person", "exact")]),
    ("确诊病例14，现住院6例", [("14", 14, "person", "exact"), ("6例", 6, "person", "exact")]),
    ("空运-20℃冷链，江苏-5℃", [("-20℃", -20, "degC", "exact"), ("-5℃", -5, "degC", "exact")]),
    ("马路上十分钟、网上百家店", [("上十分钟", None, "minute", "vague"), ("上百家", None, "家", "vague")]),
    ("举办过十四届车展，输液100-200毫升", [("十四届", 14, "届", "exact"), ("100-200毫升", 100, "ml", "range")]),
    # what 度 measures besides warmth
    ("北纬27度，东经100.8度", [("27度", 27, "度", "exact"), ("100.8度", Decimal("100.8"), "度", "exact")]),
    ("用电量约2万度，退烧到37度", [("约2万度", 20000, "度", "about"), ("37度", 37, "degC", "exact")]),
    ("70度酒精、75度热水", [("70度", 70, "度", "exact"), ("75度", 75, "degC", "exact")]),
    ("360度视角", [("360度", 360, "度", "exact")]),
    ("发病率为2.6/10万", [("2.6/10万", Decimal("0.0026"), "%", "exact")]),
    ("病死率3/100万人，", [("3/100万人", Decimal("0.0003"), "%", "exact")]),
    ("40头发病，送去60万管试剂", [("40头", 40, "头", "exact"), ("60万管", 600000, "管", "exact")]),
    ("5000多管理人员，10万管道工", [("5000多", 5000, None, "over"), ("10万", 100000, None, "exact")]),
    ("規模5.9地震", [("5.9", Decimal("5.9"), None, "exact")]),
    ("评分“8.30”，得7.25分", [("8.30", Decimal("8.3"), None, "exact"), ("7.25分", Decimal("7.25"), "分", "exact")]),
    # no range, and the first number names something
    ("登录12306或3家网站", [("3家", 3, "家", "exact")]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_sentence_gives_its_figures(text: str, expected: list[tuple[str, int, str | None, str]]) -> None:
    found = [(text[q.start : q.end], q.value, q.unit, q.bound) for q in find_quantities(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "佩戴N95口罩", "使用84消毒液", "开通5G网络", "登录12306网站", "拨打12345热线", "电话：027-85912345",
        "热线4008123123",
        "第一批物资", "第146届", "首批抵达", "一是排查，二是隔离", "一方有难，八方支援", "千方百计保供应", "三甲医院",
        "H1N1流感", "红十字会", "零部件企业", "半封闭管理", "长三角地区", "十分困难", "万一发生", "统一调配",
        "一线医护",
        "（601186）", "1．加强排查", "2，做好消毒", "“1+1”机制",
        "2019-nCoV", "45001次列车", "2016级学生", "[04版]", "成立专班", "二维码", "二次污染", "最后一公里",
        "亿万人民", "小区一、二期业主", "“119”党员突击队", "32566部队", "百分比",
        "毕业于16中，", "新冠19疫情", "地址192.168.0.12", "升级到4.2.1版", "实行7×24值班", "7×24值班", "7*24在线",
        "COVID-19大流行", "COVID-19本土病例", "确诊病例6，男", "8·14特大暴雨", "6·17地震", "5.12地震",
        "“7·19”某化工厂爆燃", "“4·25”特别重大事故", "“8.24”伊春空难",
        "“10・2”重大事故调查组", "3·15晚会", "“5.30”东海岸撞船",
        "病例4、病例9为病例2的同事", "确诊病例3至确诊病例8", "无症状感染者15，居住于虹桥镇",
        "病例7：现住东区", "病例8为确诊病例6的母亲",
        "客服0713-8246813升级扩容", "歼-16战机", "轰-6大编队", "乘坐图-154大型客机", "直－9直升机",
        "一点一滴积累", "一点一点改善",
        "两点一线的日子", "跳八段锦", "社会上十分关心", "线上千家万户",
        "三管齐下", "万千群众", "萬千人", "十八届三中全会", "十四届全国人大",
        "王三台北報導",
        "住在2单元",
        "五角大楼", "两国关系", "数字化", "无数家庭", "人数不多", "工业数一数二", "一二三线城市",
    ],
)  # fmt: skip
def test_what_is_no_figure_is_not_found(text: str) -> None:
    assert [text[q.start : q.end] for q in find_quantities(text)] == []


@pytest.mark.parametrize("text", ["7×24小时值守", "提供7*24小时服务"])
def test_of_a_way_to_work_the_length_is_a_figure(text: str) -> None:
    assert [text[q.start : q.end] for q in find_quantities(text)] == ["24小时"]


@pytest.mark.parametrize("text", ["一个好消息", "一名医生说", "一位老人", "几个问题", "一天的工作"])
def test_mere_articles_are_marked(text: str) -> None:
    assert [q.article for q in find_quantities(text)] == [True]


def test_counted_ones_are_no_articles() -> None:
    assert [q.article for q in find_quantities("两名患者，近一周，一万只，一米")] == [False] * 4


@pytest.mark.parametrize("text", ["", "   ", "一位病人", "没想到", "3例死亡", "2月3日", "约"])
def test_parse_quantity_reads_all_or_nothing(text: str) -> None:
    assert parse_quantity(text) is None


def test_masked_spans_are_left_alone() -> None:
    text = "2月3日新增3例"
    assert [text[q.start : q.end] for q in find_quantities(text, [(0, 4)])] == ["3例"]


ALPHABET = (
    "0123456789０１２，,.．%％零一二两三四十百千万亿半几数余多近约超不到以上左右人例名个元吨天年月日"
    "至-—~∶:/每成分之（） \n病例美￥$"
)


@given(st.text(alphabet=ALPHABET, max_size=60))
@settings(max_examples=400)
def test_offsets_hold_and_nothing_raises(text: str) -> None:
    last = 0
    for quantity in find_quantities(text):
        assert last <= quantity.start < quantity.end <= len(text)
        last = quantity.end
        if quantity.value_max is not None:
            assert quantity.value is not None
            assert quantity.value < quantity.value_max
            assert quantity.bound == "range"
        if quantity.bound == "vague":
            assert quantity.value is None
    parse_quantity(text)


@given(st.text(max_size=80))
@settings(max_examples=150)
def test_any_text_is_read(text: str) -> None:
    for quantity in find_quantities(text):
        assert text[quantity.start : quantity.end]


@given(st.integers(2, 10**9), st.sampled_from(["例", "万元", "只", "吨", "张床位", "小时", "人次"]))
def test_count_is_found_between_words(value: int, unit: str) -> None:
    text = f"当地报告{value:,}{unit}，"
    (quantity,) = find_quantities(text)
    assert quantity.value == value * (10_000 if unit == "万元" else 1)


@pytest.mark.parametrize("text", ["累计确诊数来到3405人", "確診數升至3405人", "患者数达3405人"])
def test_a_number_of_something_is_no_vague_number(text: str) -> None:
    (found,) = find_quantities(text)
    assert (found.value, found.bound) == (3405, "exact")
