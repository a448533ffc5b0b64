"""Bulletins of an office that leave its place to the page, and reports up to a day."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str, slot: str) -> dict[str, str | None]:
    records = extractor.extract(Document("one", text, published="2020-02-15")).records()
    return {record["quote"]: record.get(slot) for record in records}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # the province of all cities, and the city of all districts, that cases are dealt out to
        (
            "全省新增确诊病例36例。新增确诊病例中，无锡市25例、常州市11例。",
            {"36例": "江苏省", "25例": "无锡市", "11例": "常州市"},
        ),
        ("截至2月12日24时，全省累计报告确诊病例1360例。新增死亡病例2例，为无锡市2例。", {"1360例": "江苏省"}),
        ("我省新增确诊病例7例，其中无锡市3例、常州市4例。", {"7例": "江苏省"}),
        ("全市新增确诊病例9例，其中黄石港区3例、西塞山区6例。", {"9例": "黄石市"}),
        # near misses: of several provinces, and no numbers of theirs
        ("全省新增确诊病例9例，其中无锡市3例、武汉市6例。", {"9例": None}),
        ("全省新增确诊病例9例，其中2例有武汉居住史。", {"9例": None}),
        ("本市新增确诊病例9例，其中2例有湖北及其他省份接触史。", {"9例": None}),
        # what is named before goes first
        ("浙江省通报，全省新增确诊病例9例。曾到过无锡市3例。", {"9例": "浙江省"}),
    ],
)
def test_the_whole_of_places_that_cases_are_dealt_out_to(
    extractor: Extractor, text: str, places: dict[str, str | None]
) -> None:
    found = told(extractor, text, "place")
    assert {quote: found[quote] for quote in places} == places


@pytest.mark.parametrize(
    ("text", "accumulation"),
    [
        ("截至2月14日24时，吉林省报告新冠肺炎确诊病例250例。", "cumulative"),
        ("截至2月14日24时,吉林省报告新型冠状病毒感染的肺炎确诊病例250例，现有疑似病例36例。", "cumulative"),
        ("截至2月14日24时，全国报告输入确诊病例250例。", "cumulative"),
        # near misses: another word, or another sentence
        ("截至2月14日24时，吉林省报告现有确诊病例250例。", "current"),
        ("截至2月14日24时，吉林省报告新增确诊病例250例。", "new"),
        ("2月14日，吉林省报告新增确诊病例250例。", "new"),
    ],
)
def test_what_is_reported_up_to_a_day_is_a_total(extractor: Extractor, text: str, accumulation: str) -> None:
    assert told(extractor, text, "accumulation")["250例"] == accumulation


NAMED = (
    "截至2月4日24时，江苏省累计报告确诊病例12例，重症病例9例。其中确诊病例中，无锡市6例、常州市4例、徐州市2例。"
    "目前12名患者均在定点医院治疗。"
)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            NAMED,
            {
                "6例": ("confirmed", "cumulative"),
                "4例": ("confirmed", "cumulative"),
                "2例": ("confirmed", "cumulative"),
            },
        ),
        (
            "2月3日，江苏省新增确诊病例28例，新增出院病例20例。新增确诊病例中，无锡市18例、常州市10例。"
            "新增出院病例中，徐州市12例、扬州市8例。",
            {
                "18例": ("confirmed", "new"),
                "10例": ("confirmed", "new"),
                "12例": ("recovered", "new"),
                "8例": ("recovered", "new"),
            },
        ),
        # near miss: an item with a word of its own
        (
            "截至2月4日24时，江苏省累计报告确诊病例12例。确诊病例中，无锡市6例、死亡4例。",
            {"6例": ("confirmed", "cumulative"), "4例": ("death", "cumulative")},
        ),
    ],
)
def test_a_list_that_names_its_whole_counts_as_that_does(
    extractor: Extractor, text: str, figures: dict[str, tuple[str, str]]
) -> None:
    measures, totals = told(extractor, text, "measure"), told(extractor, text, "accumulation")
    assert {quote: (measures[quote], totals[quote]) for quote in figures} == figures


def test_what_all_parts_add_up_to_goes_before_what_some_do(extractor: Extractor) -> None:
    text = "截至2月4日，无锡市新增疑似病例28例，累计达到31例（其中梁溪区20例，滨湖区5例，惠山区3例，锡山区3例）。"
    records = extractor.extract(Document("a", text, published="2020-02-05")).records()
    assert [record["accumulation"] for record in records] == ["new", *["cumulative"] * 5]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("截至2月4日，江苏省累计确诊34例。其中，31例为武汉输入病例。", "江苏省"),
        ("截至2月4日，江苏省累计确诊34例。其中，31例患者有武汉居住史或旅行史，3例为湖北输入病例家属。", "江苏省"),
    ],
)
def test_where_cases_were_brought_from_is_not_where_they_are(extractor: Extractor, text: str, place: str) -> None:
    assert told(extractor, text, "place")["31例"] == place


def test_banners_go_by_short_names(extractor: Extractor) -> None:
    text = "2月3日，包头市新增确诊病例6例（昆都仑区2例、土右旗3例、达茂旗1例）。"
    assert told(extractor, text, "place") == {
        "6例": "包头市",
        "2例": "包头市昆都仑区",
        "3例": "包头市土默特右旗",
        "1例": "包头市达尔罕茂明安联合旗",
    }


def test_who_is_badly_off_is_severe(extractor: Extractor) -> None:
    text = "法国累计确诊100例，86人在医院接受治疗，其中9人情况严重。"
    assert told(extractor, text, "measure")["9人"] == "severe"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "1月22日，重庆市累计报告确诊病例8例（万州3例、巫山2例、长寿1例、垫江2人）。",
            ["重庆市", "重庆市万州区", "重庆市巫山县", "重庆市长寿区", "重庆市垫江县"],
        ),
        # near miss: the word, and no item of a list
        ("1月22日，重庆市累计报告确诊病例8例，其中长寿老人3例。", ["重庆市", "重庆市"]),
    ],
)
def test_districts_go_by_their_stems_in_a_list_of_cases(extractor: Extractor, text: str, places: list[str]) -> None:
    records = extractor.extract(Document("one", text, published="2020-02-05")).records()
    assert [record.get("place") for record in records] == places


def test_a_day_that_is_compared_with_dates_no_change_behind_a_comma(extractor: Extractor) -> None:
    text = "截至3月16日15时，德国共确诊6012例。较3月15日15时，新增1174例。"
    records = extractor.extract(Document("one", text, published="2020-03-17")).records()
    assert [str(record["date_end"]) for record in records] == ["2020-03-16"] * 2


@pytest.mark.parametrize(
    ("text", "suspected"),
    [
        ("2月3日，江苏省排除疑似病例39例，现有疑似病例25例。", ["25例"]),
        ("2月3日，江苏省新增疑似病例25例，当日排除39人。", ["25例"]),
        # near miss: who can't be ruled out
        ("2月3日，江苏省有25例不能排除的疑似病例。", ["25例"]),
    ],
)
def test_who_is_ruled_out_is_no_suspected_case(extractor: Extractor, text: str, suspected: list[str]) -> None:
    measures = told(extractor, text, "measure")
    assert [quote for quote, measure in measures.items() if measure == "suspected"] == suspected


def test_cash_beside_goods_is_money(extractor: Extractor) -> None:
    text = "江海市红十字会向武汉市捐赠价值1200万元的物资和1000万元现金。"
    assert told(extractor, text, "measure") == {"1200万元": "goods_value", "1000万元": "money"}


def test_a_dash_that_is_a_one_spans_a_day(extractor: Extractor) -> None:
    text = "2020年3月26日0一24时，江苏省新增确诊病例3例。"
    records = extractor.extract(Document("one", text, published="2020-03-27")).records()
    assert [(record["quote"], str(record["date_end"])) for record in records] == [("3例", "2020-03-26")]
