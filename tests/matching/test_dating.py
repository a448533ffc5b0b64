"""What dates take from the dates around them in an article."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(learned=False)


def dated(extractor: Extractor, text: str, published: str = "2021-03") -> dict[str, str]:
    """Return the last day of each time expression, by its words."""
    reading = extractor.read(Document("one", text, published=published))
    return {
        reading.text[reading.mentions[at].start : reading.mentions[at].end]: str(period.end)
        for at, period in reading.periods.items()
    }


def test_a_day_in_the_lead_takes_its_month_from_further_down(extractor: Extractor) -> None:
    text = "截至15日24时，全市12家企业复工。\n\n2月13日，首批设备运抵。2月15日投产。"
    assert dated(extractor, text)["截至15日24时"] == "2021-02-15"


def test_a_date_far_from_it_lends_no_month(extractor: Extractor) -> None:
    assert "25日" not in dated(extractor, "25日，医院收治20人。2月3日，首批患者出院。")


def test_a_year_in_between_lends_no_month(extractor: Extractor) -> None:
    text = "1月20日，医院收治3人。2003年，他在一线。25日，首批患者出院。"
    assert dated(extractor, text)["25日"] == "2021-01-25"


@pytest.mark.parametrize("words", ["将在周三交付", "预计于周三交付", "周三将交付"])
def test_plans_look_ahead_to_a_weekday(extractor: Extractor, words: str) -> None:
    assert dated(extractor, f"第二所医院{words}使用。", "2021-03-08")["周三"] == "2021-03-10"


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("自3月20日起，将向每户发放药箱1个。", "自3月20日起", "None"),
        ("自6月20日起，将向每户发放药箱1个。", "自6月20日起", "None"),
        ("到7月底，日产能将达3万件。", "到7月底", "2021-07-31"),
        ("到7月底，日产3万件。", "到7月底", "2020-07-31"),
        ("7月，县里计划捐款5万元。", "7月", "2021-07-31"),
        ("下半年，县里计划捐款5万元。", "下半年", "2021-12-31"),
        ("7月，县里宣布将捐款5万元。", "7月", "2020-07-31"),
        ("7月，县里捐款5万元。", "7月", "2020-07-31"),
        ("10月8日，县里计划捐款5万元。", "10月8日", "2020-10-08"),
    ],
)
def test_plans_behind_the_comma_look_ahead(extractor: Extractor, text: str, words: str, day: str) -> None:
    assert dated(extractor, text, "2021-03-08")[words] == day


def test_a_month_is_of_the_year_that_its_sentence_names(extractor: Extractor) -> None:
    text = "2018年3月，县里建成卫生院3所，5月建成2所。5月，又建1所。"
    reading = extractor.read(Document("one", text, published="2020-06-08"))
    assert [str(period.end) for period in reading.periods.values()] == ["2018-03-31", "2018-05-31", "2020-05-31"]


@pytest.mark.parametrize(
    "words", ["创2月1日以来新高，", "为2月1日以来最高，", "2月1日以来，首次", "创2月1日开诊以来新高，"]
)
def test_a_comparison_dates_nothing(extractor: Extractor, words: str) -> None:
    assert dated(extractor, f"单日接诊{words}达到500人。", "2021-03-08") == {}


def test_a_weekday_without_plans_is_past(extractor: Extractor) -> None:
    assert dated(extractor, "第二所医院周三交付使用。", "2021-03-08")["周三"] == "2021-03-03"


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("总部周一（3月8日）宣布停航。周二，第二批设备运抵。", "周二", "2021-03-09"),
        ("总部周一（3月8日）宣布停航。周日，首批设备已运抵。", "周日", "2021-03-07"),
        ("总部3月8日（星期一）宣布停航。至周六共停航26班。", "至周六", "2021-03-06"),
        ("总部周一（3月8日）宣布停航。设备将在周六运抵。", "周六", "2021-03-13"),
        ("总部周日（3月7日）宣布停航。周四至周六共停航26班。", "周四至周六", "2021-03-06"),
        # nothing ties it to a date
        ("总部3月8日宣布停航。周二，第二批设备运抵。", "周二", "missing"),
        ("周二，第二批设备运抵。", "周二", "missing"),
    ],
)
def test_a_day_with_its_weekday_tells_other_weekdays(extractor: Extractor, text: str, words: str, day: str) -> None:
    assert dated(extractor, text).get(words, "missing") == day


def test_a_full_day_of_publication_tells_weekdays_best(extractor: Extractor) -> None:
    text = "总部周一（3月8日）宣布停航。周四，第二批设备运抵。"
    assert dated(extractor, text, "2021-03-15")["周四"] == "2021-03-11"


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("今年43岁的老陈带队。", "今年", "missing"),
        ("老陈今年才刚满二十岁，带队出征。", "今年", "missing"),
        ("老陈今年带队出征。", "今年", "2021-12-31"),
        ("老陈1993年出生，带队出征。", "1993年", "missing"),
        ("救援队成立于2015年6月，现有队员50名。", "2015年6月", "missing"),
        ("老陈2017年11月带队出征。", "2017年11月", "2017-11-30"),
        # what was founded of late may be told of
        ("救援队成立于2021年1月，现有队员50名。", "2021年1月", "2021-01-31"),
        # nor does it lend its month
        ("救援队成立于2017年11月。25日，队员出征。", "25日", "missing"),
    ],
)
def test_an_age_or_a_date_of_a_life_dates_nothing(extractor: Extractor, text: str, words: str, day: str) -> None:
    assert dated(extractor, text).get(words, "missing") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("物资将于2日送达。", "2021-04-02"),
        ("物资预计最快于2日送达。", "2021-04-02"),
        ("物资预计最早2日送达。", "2021-04-02"),
        ("物资于2日送达。", "2021-03-02"),
    ],
)
def test_plans_look_ahead_to_a_day(extractor: Extractor, text: str, day: str) -> None:
    assert list(dated(extractor, text, "2021-03-30").values()) == [day]
