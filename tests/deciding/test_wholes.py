"""Which figure another one is a part of, and that parts are counted, dated and placed as their wholes are."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.lists.wholes import whole_of


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-02-12")


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        # words, brackets and lists tell
        ("累计确诊661例，其中重症65例。", {"65例": "661例"}),
        ("新增确诊病例3例（甲市2例）。", {"2例": "3例"}),
        ("新增411例，其中：武汉市319例、黄石市7例。", {"319例": "411例", "7例": "319例"}),
        # a sum comes out, over a full stop and past the parts of a part
        (
            "新增46例。其中境外输入42例（上海40例，广东2例），本土4例。",
            {"42例": "46例", "40例": "42例", "2例": "42例", "4例": "46例"},
        ),
        ("医疗队共85人。队伍由医生20名、护士60名、管理人员5名组成。", {"20名": "85人", "60名": "85人", "5名": "85人"}),
        ("新增36例。男性21例，女性15例。", {"21例": "36例", "15例": "36例"}),
        ("捐赠115万元，其中现金100万元，物资价值15万元。", {"100万元": "115万元", "15万元": "115万元"}),
        # an item counts with what opens the one before it: people, outside of brackets
        ("意大利24小时内确诊9172例，死亡463例；韩国7513例。", {"7513例": "9172例"}),
        # near misses: no sum, what changed, what is told of each day, two numbers that fit by chance
        ("新增确诊5例，死亡1例，治愈3例。", {}),
        ("隔离9180人（比前一天增加1245人）。", {}),
        ("治疗56人（平均每天8人）。", {}),
        ("确诊8例，死亡3人、出院5人。", {}),
    ],
)
def test_the_whole_of_each_part(extractor: Extractor, text: str, wholes: dict[str, str]) -> None:
    reading = extractor.read(Document("parts", text))
    found = {figure.index: whole_of(reading, figure) for figure in reading.figures}
    assert {
        text[figure.start : figure.end]: text[whole.start : whole.end]
        for figure in reading.figures
        if (whole := found[figure.index]) is not None
    } == wholes


def test_a_part_of_a_team_is_of_that_team_on_that_day(extractor: Extractor) -> None:
    text = "江苏省第五批援鄂医疗队共958人于2月11日抵达武汉。医疗队由医生280名、护士660名、管理人员18名组成。"
    rows = extractor.extract(text).records()
    assert [row["value"] for row in rows] == [958, 280, 660, 18]
    assert {(row["org"], row["date_end"], row["place"]) for row in rows} == {
        ("江苏省第五批援鄂医疗队", "2020-02-11", "武汉市")
    }


@pytest.mark.parametrize(
    ("text", "accumulations"),
    [
        ("截至2月10日，江西省红十字会累计接收捐款1.46亿元，其中2月10日当天接收捐款680万元。", ["cumulative", "new"]),
        ("截至2月10日，全省累计出院100例，其中当日出院5例。", ["cumulative", "new"]),
        ("截至2月10日，全省累计出院100例，其中甲市5例。", ["cumulative", "cumulative"]),
    ],
)
def test_what_is_of_one_day_is_no_total(extractor: Extractor, text: str, accumulations: list[str]) -> None:
    assert [row["accumulation"] for row in extractor.extract(text).records()] == accumulations


def test_a_part_that_is_no_place_holds_where_its_whole_does(extractor: Extractor) -> None:
    text = "截至2月11日，浙江省累计确诊1162例：温州市504例、杭州市165例、舟山市480例、十里丰监狱13例。"
    assert [row["place"] for row in extractor.extract(text).records()] == [
        "浙江省",
        "温州市",
        "杭州市",
        "舟山市",
        "浙江省",
    ]


def test_a_part_with_a_word_of_its_own_is_no_total(extractor: Extractor) -> None:
    rows = extractor.extract("截至2月10日，全市累计收治患者89例，其中30名患者仍在住院。").records()
    assert [row["accumulation"] for row in rows] == ["cumulative", "current"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "台湾新增94808例，以新北市18529例最多，其次为高雄市13010例，台中市12000例。",
            [("new", "台湾省"), ("new", "新北市"), ("new", "高雄市"), ("new", "台中市")],
        ),
        (
            "10日新增94808例，以新北市18529例最多，其次为高雄市13010例。",
            [("new", None), ("new", "新北市"), ("new", "高雄市")],
        ),
        ("台湾累计确诊94808例，以新北市18529例最多。", [("cumulative", "台湾省"), ("cumulative", "新北市")]),
        # near misses: the count behind the ranking is none of its parts
        (
            "台湾新增94808例，以新北市18529例最多，累计死亡1200例。",
            [("new", "台湾省"), ("new", "新北市"), ("cumulative", "台湾省")],
        ),
    ],
)
def test_a_ranking_counts_parts_of_what_stands_before_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    rows = [event.record() for event in Extractor(published="2022-05-10").extract(text)]
    assert [(row.get("accumulation"), row.get("place")) for row in rows] == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("合肥市240个社区中，24个发现确诊病例。", ["社区", "社区"]),
        ("合肥市240个社区中有24个发现确诊病例。", ["社区", "社区"]),
        ("合肥市240个小区当中，已有24个解除封闭。", ["小区", "小区"]),
        ("合肥市12家方舱医院中，已有3家休舱。", ["方舱医院", "方舱医院"]),
        ("合肥市240家企业中，24家已复工。", ["企业", "企业"]),
        # what has a noun of its own
        ("合肥市240个社区中，24个项目开工。", ["社区", "项目"]),
    ],
)
def test_some_of_the_sites_are_sites(extractor: Extractor, text: str, kinds: list[str]) -> None:
    rows = extractor.extract(text).records()
    assert [(row["type"], row["kind"], row["place"]) for row in rows] == [
        ("facility", kind, "合肥市") for kind in kinds
    ]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("合肥市240个社区中，24名居民确诊。", ["facility", "case_count"]),
        ("240个样本中，24个呈阳性。", ["testing", "testing"]),
        ("全国31个省份中，12个出现确诊病例。", ["other", "other"]),
    ],
)
def test_what_is_counted_otherwise_among_sites(extractor: Extractor, text: str, types: list[str]) -> None:
    assert [one["type"] for one in extractor.extract(text).records()] == types
