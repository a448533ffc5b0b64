"""Whole bulletins of health authorities: parts are counted as their wholes are, wherever they stand."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor

Row = tuple[int, str, str | None, str, bool]

NATION = (
    "4月3日0—24时，31个省（自治区、直辖市）和新疆生产建设兵团报告新增确诊病例1366例。其中境外输入病例23例（上海12例，广东11例），"
    "含1例由无症状感染者转为确诊病例（在广东）；本土病例1343例（吉林836例，其中长春市720例、四平市10例；上海507例），含6例由无症状"
    "感染者转为确诊病例（上海4例，吉林2例）。无新增死亡病例。新增疑似病例4例，均为境外输入病例（均在上海）。当日新增治愈出院病例2041例，"
    "其中境外输入病例64例，本土病例1977例。境外输入现有确诊病例579例（无重症病例），现有疑似病例7例。累计确诊病例17646例，"
    "累计治愈出院病例17067例。"
)
NATION_ROWS: list[Row] = [
    (1366, "confirmed", "new", "全国", False),
    (23, "confirmed", "new", "全国", True),
    (12, "confirmed", "new", "上海市", True),
    (11, "confirmed", "new", "广东省", True),
    (1, "confirmed", "new", "全国", True),
    (1343, "confirmed", "new", "全国", False),
    (836, "confirmed", "new", "吉林省", False),
    (720, "confirmed", "new", "长春市", False),
    (10, "confirmed", "new", "四平市", False),
    (507, "confirmed", "new", "上海市", False),
    (6, "confirmed", "new", "全国", False),
    (4, "confirmed", "new", "上海市", False),
    (2, "confirmed", "new", "吉林省", False),
    (0, "death", "new", "全国", False),
    (4, "suspected", "new", "全国", True),
    (2041, "recovered", "new", "全国", False),
    (64, "recovered", "new", "全国", True),
    (1977, "recovered", "new", "全国", False),
    (579, "confirmed", "current", "全国", True),
    (7, "suspected", "current", "全国", True),
    (17646, "confirmed", "cumulative", "全国", True),
    (17067, "recovered", "cumulative", "全国", True),
]

PROVINCE = (
    "2020年2月20日0—24时，全省新增新冠肺炎病例411例，其中：武汉市319例、黄石市7例、十堰市2例、襄阳市4例、宜昌市4例、荆州市75例。"
    "全省新增死亡115例，其中：武汉市99例、孝感市16例。截至2020年2月20日24时，湖北省累计报告新冠肺炎确诊病例62442例，其中：武汉市45346例。"
)
PROVINCE_ROWS: list[Row] = [
    (411, "patient", "new", "湖北省", False),
    *((value, "patient", "new", place, False) for value, place in ((319, "武汉市"), (7, "黄石市"), (2, "十堰市"))),
    *((value, "patient", "new", place, False) for value, place in ((4, "襄阳市"), (4, "宜昌市"), (75, "荆州市"))),
    (115, "death", "new", "湖北省", False),
    (99, "death", "new", "武汉市", False),
    (16, "death", "new", "孝感市", False),
    (62442, "confirmed", "cumulative", "湖北省", False),
    (45346, "confirmed", "cumulative", "武汉市", False),
]

CITY = (
    "6月13日0时至24时，北京新增36例本地确诊病例。36例确诊病例中，27例有市场接触史，9例为上述病例的家人。男性21例，女性15例；丰台区21例，"
    "大兴区8例，海淀区4例，朝阳区3例。截至6月13日24时，累计确诊病例46例，在院46例。"
)
CITY_ROWS: list[Row] = [
    (36, "confirmed", "new", "北京市", False),
    (36, "confirmed", "new", "北京市", False),
    *((value, "confirmed", "new", "北京市", False) for value in (27, 9, 21, 15)),
    *(
        (v, "confirmed", "new", f"北京市{district}区", False)
        for v, district in ((21, "丰台"), (8, "大兴"), (4, "海淀"), (3, "朝阳"))
    ),
    (46, "confirmed", "cumulative", "北京市", False),
    (46, "hospitalized", "current", "北京市", False),
]

EAST = (
    "浙江省卫健委通报，2月6日0—24时，浙江省报告新增确诊病例52例，新增出院病例15例。新增确诊病例中，杭州市10例、宁波市8例、温州市24例、"
    "台州市10例。截至2月6日24时，累计报告确诊病例1006例，其中温州市396例、台州市126例。现有重症病例73例，累计出院病例94例。"
)
EAST_ROWS: list[Row] = [
    (52, "confirmed", "new", "浙江省", False),
    (15, "recovered", "new", "浙江省", False),
    *(
        (v, "confirmed", "new", f"{city}市", False)
        for v, city in ((10, "杭州"), (8, "宁波"), (24, "温州"), (10, "台州"))
    ),
    (1006, "confirmed", "cumulative", "浙江省", False),
    (396, "confirmed", "cumulative", "温州市", False),
    (126, "confirmed", "cumulative", "台州市", False),
    (73, "severe", "current", "浙江省", False),
    (94, "recovered", "cumulative", "浙江省", False),
]

WORLD = (
    "世卫组织3月10日发布的每日疫情报告显示，中国境外累计报告新冠肺炎确诊病例32778例，死亡872例。其中，意大利累计9172例，较前一日增加1797例，"
    "死亡463例；伊朗累计7161例，死亡237例；韩国7513例，死亡54例。"
)
WORLD_ROWS: list[Row] = [
    (32778, "confirmed", "cumulative", "境外", False),
    (872, "death", "cumulative", "境外", False),
    (9172, "confirmed", "cumulative", "意大利", False),
    (1797, "confirmed", "new", "意大利", False),
    (463, "death", "cumulative", "意大利", False),
    (7161, "confirmed", "cumulative", "伊朗", False),
    (237, "death", "cumulative", "伊朗", False),
    (7513, "confirmed", "cumulative", "韩国", False),
    (54, "death", "cumulative", "韩国", False),
]

NORTH = (
    "2020年2月12日0—24时，黑龙江省新增确诊病例17例，其中哈尔滨市8例、双鸭山市5例、绥化市4例；新增死亡病例1例，为绥化市患者；"
    "新增出院病例6例，其中哈尔滨市4例、鹤岗市2例。截至2月12日24时，现有重症病例62例。"
)
NORTH_ROWS: list[Row] = [
    (17, "confirmed", "new", "黑龙江省", False),
    *((v, "confirmed", "new", f"{city}市", False) for v, city in ((8, "哈尔滨"), (5, "双鸭山"), (4, "绥化"))),
    (1, "death", "new", "绥化市", False),
    (6, "recovered", "new", "黑龙江省", False),
    (4, "recovered", "new", "哈尔滨市", False),
    (2, "recovered", "new", "鹤岗市", False),
    (62, "severe", "current", "黑龙江省", False),
]

HARBOUR = "香港卫生防护中心4月3日公布，新增3138宗新冠肺炎确诊个案，其中1452宗经核酸检测确认，1686宗经快速抗原测试呈报。"
HARBOUR_ROWS: list[Row] = [(value, "confirmed", "new", "香港特别行政区", False) for value in (3138, 1452, 1686)]

SOUTH = (
    "2月3日0—24时，湖南省报告新增无症状感染者31例，均在湘潭市。截至2月3日24时，湖南省累计报告确诊病例593例，其中长沙市132例，"
    "岳阳市92例，现有重症病例59例，累计出院病例22例。新增疑似病例5例，全部在衡阳市。累计死亡病例2例。"
    "当日新增出院病例9例（含临床诊断病例4例）。新增疑似病例7例，均有旅行史。其中株洲市3例，郴州市4例。"
)
SOUTH_ROWS: list[Row] = [
    (31, "asymptomatic", "new", "湖南省", False),
    (593, "confirmed", "cumulative", "湖南省", False),
    (132, "confirmed", "cumulative", "长沙市", False),
    (92, "confirmed", "cumulative", "岳阳市", False),
    (59, "severe", "current", "湖南省", False),
    (22, "recovered", "cumulative", "湖南省", False),
    (5, "suspected", "new", "湖南省", False),
    (2, "death", "cumulative", "湖南省", False),
    (9, "recovered", "new", "湖南省", False),
    (4, "recovered", "new", "湖南省", False),
    (7, "suspected", "new", "湖南省", False),
    (3, "suspected", "new", "株洲市", False),
    (4, "suspected", "new", "郴州市", False),
]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "published", "title", "rows"),
    [
        (NATION, "2022-04-04", None, NATION_ROWS),
        (PROVINCE, "2020-02-21", "湖北省新冠肺炎疫情情况", PROVINCE_ROWS),
        (CITY, "2020-06-14", None, CITY_ROWS),
        (EAST, "2020-02-07", None, EAST_ROWS),
        (NORTH, "2020-02-13", None, NORTH_ROWS),
        (WORLD, "2020-03-11", None, WORLD_ROWS),
        (HARBOUR, "2022-04-03", None, HARBOUR_ROWS),
        (SOUTH, "2020-02-04", "湖南省疫情通报", SOUTH_ROWS),
    ],
    ids=["nation", "province", "city", "east", "north", "world", "harbour", "south"],
)
def test_a_bulletin_is_read_throughout(
    extractor: Extractor, text: str, published: str, title: str | None, rows: list[Row]
) -> None:
    records = extractor.extract(Document("bulletin", text, title=title, published=published)).records()
    counts = [one for one in records if one["type"] == "case_count"]
    assert [
        (one["value"], one["measure"], one.get("accumulation"), one.get("place"), one.get("imported", False))
        for one in counts
    ] == rows


@pytest.mark.parametrize(
    ("text", "measures", "places"),
    [
        # parted three times over
        (
            "江苏省新增33例确诊病例中，男性18例，女性15例；南京市21例，徐州市12例；重症5例，轻症28例。",
            ["confirmed"] * 5 + ["severe", "mild"],
            ["江苏省"] * 3 + ["南京市", "徐州市"] + ["江苏省"] * 2,
        ),
        # what does not add up tells of something else
        (
            "江苏省新增33例确诊病例中，男性18例，女性15例；南京市死亡2例，出院3例。",
            ["confirmed"] * 3 + ["death", "recovered"],
            ["江苏省"] * 3 + ["南京市"] * 2,
        ),
    ],
)
def test_a_whole_may_be_parted_more_than_once(
    extractor: Extractor, text: str, measures: list[str], places: list[str]
) -> None:
    records = extractor.extract(Document("bulletin", text, published="2020-02-06")).records()
    assert [one["measure"] for one in records] == measures
    assert [one["place"] for one in records] == places
    assert {one["accumulation"] for one in records if one["place"] != "南京市" or one["value"] == 21} == {"new"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("累计确诊203例，现有重症病例9例，累计死亡1例。其中：重症病例中，合肥市6例、芜湖市3例；", ["current"] * 3),
        ("累计确诊203例，现有重症病例9例，累计出院47例。其中：\n重症病例中，合肥市6例、芜湖市3例。", ["current"] * 3),
        # near misses: who was new is no stock
        (
            "现有重症病例9例。累计死亡1例。新增重症病例3例；重症病例中，合肥市2例、芜湖市1例。",
            ["current", *["new"] * 3],
        ),
    ],
)
def test_a_list_headed_by_a_state_counts_as_the_stock_before_it(text: str, expected: list[str]) -> None:
    events = Extractor().extract(f"截至3月8日24时，安徽省{text}", published="2020-03-09")
    severe = [one.record() for one in events if one.record().get("measure") == "severe"]
    assert [one.get("accumulation") for one in severe] == expected
