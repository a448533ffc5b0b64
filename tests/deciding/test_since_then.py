"""What an article tells behind a day with 目前 or 至此, and days that only say from what a figure is the change."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def dates(extractor: Extractor, text: str, published: str | None) -> list[str | None]:
    records = [event.record() for event in extractor.extract(Document("one", text, published=published))]
    return [record.get("date_end") for record in records if record["type"] != "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("合肥市3月6日新确诊12例。目前总共发现136例。", ["03-06", "03-06"]),
        ("合肥市卫健委3月6日确认，又有12人感染。至此，目前全市已确诊136人。", ["03-06", "03-06"]),
        ("3月6日，合肥市新增12例确诊病例。专家组称，目前有36人在重症病房接受治疗，其中6人病危。", ["03-06"] * 3),
        # near misses: a state that holds every day, another day, an article of much later, 截至目前 with its own day
        ("3月6日，合肥市新增12例确诊病例。医护人员加强防护，目前保持“零感染”。", ["03-06", None]),
        ("3月6日，合肥市新增12例确诊病例。目前到3月7日24时，累计确诊136例。", ["03-06", "03-07"]),
        ("3月6日，合肥市新增12例确诊病例。截至目前，累计确诊136例。", ["03-06", "03-08"]),
    ],
)
def test_cases_counted_now_are_of_the_day_before_them(
    extractor: Extractor, text: str, expected: list[str | None]
) -> None:
    assert dates(extractor, text, "2020-03-08") == [day and f"2020-{day}" for day in expected]


def test_an_article_of_much_later_tells_of_its_own_day(extractor: Extractor) -> None:
    text = "合肥市2月6日新确诊12例。目前总共发现136例。"
    assert dates(extractor, text, "2020-02-07") == ["2020-02-06", "2020-02-06"]
    assert dates(extractor, text, "2020-03-08") == ["2020-02-06", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至6日，西班牙确诊1247例。\n死亡病例比上一日增加36例，治愈病例比上一日增加39例。", ["03-06"] * 3),
        ("截至6日，西班牙确诊1247例。\n死亡病例较前一日增加36例，治愈病例较前一天新增39例。", ["03-06"] * 3),
        ("截至6日，西班牙確診1247例。\n死亡病例比前一日增加6例，治癒病例較前一日增加9例。當日出院2例。", ["03-06"] * 4),
        ("截至6日15时（北京时间7日3时），美国确诊病例升至3136例。\n根据数据，纽约州1236例。", ["03-06"] * 2),
        # near misses: a day that has a figure of its own
        ("3月6日，合肥市新增确诊病例12例，比5日的15例减少3例。", ["03-06", "03-05", "03-06"]),
        ("截至6日，西班牙确诊1247例。前一日新增36例。", ["03-06", "03-05"]),
        ("截至6日15时（7日发布），美国确诊病例升至3136例。", ["03-06"]),
    ],
)
def test_the_day_of_a_base_moves_no_clock(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert dates(extractor, text, "2020-03-08") == [f"2020-{day}" for day in expected]
