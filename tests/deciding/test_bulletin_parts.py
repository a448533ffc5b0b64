"""Bulletins of parts: what 分别 deals out, what the parts of the ill were before, and where they came from."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def slots(extractor: Extractor, text: str, *names: str, published: str = "2020-01-31") -> list[tuple[object, ...]]:
    records = extractor.extract(Document("a", text, published=published)).records()
    return [tuple(record.get(name) for name in names) for record in records]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "江苏省新增确诊病例22例，其中南京市、苏州市、徐州市分别新增12例、7例、3例。",
            ["江苏省", "南京市", "苏州市", "徐州市"],
        ),
        ("江苏省有床位190张，南京市、苏州市分别有床位120张、70张。", ["江苏省", "南京市", "苏州市"]),
        (
            "南京市、苏州市累计确诊病例分别为1346例、512例，死亡病例分别为3例、2例，治愈出院19例、12例。",
            ["南京市", "苏州市"] * 3,
        ),
        # who sends stands before 分别 too
        ("江苏、浙江分别派出30名、50名医护人员支援武汉。", ["武汉市", "武汉市"]),
        # the days are dealt out, and the place holds for both
        ("1月29日和30日，南京市分别新增3例、5例。", ["南京市", "南京市"]),
        # three figures for two places are none of theirs
        ("南京市、苏州市分别新增确诊3例，治愈5例，死亡1例。", ["南京市、苏州市"] * 3),
    ],
)
def test_places_that_are_dealt_out(extractor: Extractor, text: str, places: list[str]) -> None:
    assert [place for (place,) in slots(extractor, text, "place")] == places


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("南京市新增确诊病例19例，其中12例为密切接触者，7例为集中隔离人员。", ["confirmed"] * 3),
        ("全国新增确诊病例87例，其中境外输入病例19例（江苏12例，上海7例）。", ["confirmed"] * 4),
        ("全国新增无症状感染者19例，其中境外输入7例。", ["asymptomatic"] * 2),
        ("江苏省新增无症状感染者19例，其中本土19例（南京12例、苏州7例）。", ["asymptomatic"] * 4),
        ("1月30日，南京市12名患者出院；目前该市仅有2名患者仍在院治疗。", ["recovered", "hospitalized"]),
        ("南京市87例确诊病例中，19例已痊愈，12例仍在院治疗。", ["confirmed", "recovered", "hospitalized"]),
        # these say themselves what they are
        ("新增密切接触者500人，其中病例3例。", ["close_contact", "patient"]),
        ("现有密切接触者500人，其中12人确诊。", ["close_contact", "confirmed"]),
        ("新增无症状感染者19例，其中3例转为确诊病例。", ["asymptomatic", "confirmed"]),
        ("新增疑似病例19例，其中确诊3例。", ["suspected", "confirmed"]),
        # who is ill is not what the next figure tells of the same people
        ("韩国报告87例病例，死亡12例。", ["patient", "death"]),
        ("韩国现有322例病例，出院10例。", ["patient", "recovered"]),
        ("3名病人，治愈出院，5人仍在治疗。", ["recovered", "hospitalized"]),
    ],
)
def test_what_parts_of_the_ill_count(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert [measure for (measure,) in slots(extractor, text, "measure")] == measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "江苏省新增境外输入病例22例，其中自韩国输入12例、自新加坡输入7例、自越南输入3例。",
            [("江苏省", True)] * 4,
        ),
        ("南京市1月30日新增确诊病例2例，均来自境外（英国1例，美国1例）。", [("南京市", True)] * 3),
        ("上海新增境外输入确诊病例9例，其中4例来自英国，3例来自法国，2例来自美国。", [("上海市", True)] * 4),
        # provinces count what they have, wherever it came from
        (
            "全国新增境外输入确诊病例20例（北京9例，广东11例）。",
            [("全国", True), ("北京市", True), ("广东省", True)],
        ),
        (
            "上海累计报告境外输入确诊病例87例，其中治愈出院12例、死亡1例、在院治疗7例。",
            [("上海市", True)] * 4,
        ),
        (
            "上海累计报告境外输入确诊病例87例，其中治愈出院5例，在院治疗2例。",
            [("上海市", True)] * 3,
        ),
        # countries that count their own
        ("韩国新增3例，日本新增5例。", [("韩国", None), ("日本", None)]),
    ],
)
def test_where_imported_cases_are_counted(
    extractor: Extractor, text: str, expected: list[tuple[str, bool | None]]
) -> None:
    assert slots(extractor, text, "place", "imported") == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("截至1月30日，南京市累计确诊病例由前一日的512例增至1346例。", ["2020-01-29", "2020-01-30"]),
        ("1月30日，南京市新增确诊病例7例，前一日为12例。", ["2020-01-30", "2020-01-29"]),
        ("1月30日，南京市新增确诊病例7例，比1月29日减少2例。", ["2020-01-30", "2020-01-30"]),
        (
            "1月30日，南京市新增确诊病例7例，比前一日的9例减少2例。",
            ["2020-01-30", "2020-01-29", "2020-01-30"],
        ),
        # what is said on a day was said on the last one
        ("韩国周四宣布确诊87例。", ["2020-01-30"]),
        ("韩国政府周四宣布，已有87人确诊。", ["2020-01-30"]),
        ("公司周四决定捐款100万元。", ["2020-01-30"]),
        # what is said to be done on a day is still to come
        ("公司宣布周四将捐款100万元。", ["2020-02-06"]),
    ],
)
def test_days_beside_figures_and_words(extractor: Extractor, text: str, days: list[str]) -> None:
    assert [day for (day,) in slots(extractor, text, "date_end")] == days


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1月30日，南京市共有19名患者出院，其中玄武区12名、秦淮区7名。", ["new"] * 3),
        ("截至1月30日，南京市共有19名患者出院。", ["cumulative"]),
        ("1月30日，南京市已有19名患者出院。", ["cumulative"]),
        # what happens to people happens in the day; how many cases there are may be all
        ("1月30日，南京市有12人确诊，7人出院，2人死亡。", ["new"] * 3),
        ("1月30日，南京市确诊12例。", ["new"]),
        ("1月30日，南京市确诊病例12例。", ["cumulative"]),
        ("1月30日，南京市已有12人确诊。", ["cumulative"]),
        # who is somewhere, or in some state, now
        ("截至1月30日17时，南京市方舱医院累计收治患者1346人，在舱512人。", ["cumulative", "current"]),
        ("截至1月29日，成都市累计确诊44例。目前3例危重，6例已治愈出院。", ["cumulative", "current", "cumulative"]),
    ],
)
def test_a_day_that_is_summed_up(extractor: Extractor, text: str, told: list[str]) -> None:
    assert [accumulation for (accumulation,) in slots(extractor, text, "accumulation")] == told
