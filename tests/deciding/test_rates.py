"""Where a rate is told, as the models see it, and what they make of it."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.attributes.rates import rate_features
from epiextract.matching.reading import Reading
from epiextract.values.quantities.rates import rate_words


def read(text: str) -> Reading:
    return Extractor(learned=False).read(Document("a", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("口罩日产量由2万只增加到9万只。", "rate-clause=day"),
        ("门店每天送菜30吨，水果12吨。", "rate-sentence=day"),
        ("香港有300万个口罩的日消耗量。", "rate-behind=day"),
        ("极限产能是一个月6亿个。", "rate-clause=month"),
        ("救助站每人每天补助80元。", "rate-clause=person_day"),
    ],
)
def test_where_a_rate_is_told(text: str, expected: str) -> None:
    reading = read(text)
    assert expected in list(rate_features(reading, reading.figures[-1], "supply|produced"))


def test_a_sentence_without_a_rate_tells_none() -> None:
    reading = read("每天送菜。全市入库口罩9万只。")
    assert not list(rate_features(reading, reading.figures[-1], "supply|stock"))


@pytest.mark.parametrize("stop", ["；", ";"])
def test_a_rate_does_not_go_on_behind_a_semicolon(stop: str) -> None:
    text = f"防护服每日消耗约800套{stop}N95口罩缺口3000只。"
    assert not list(rate_features(read(text), read(text).figures[-1], "supply|needed"))
    per = [event.record().get("per") for event in Extractor().extract(text) if event.type == "supply"]
    assert per == ["day", None]


def test_a_rate_of_its_own_holds_behind_a_semicolon() -> None:
    events = Extractor().extract("防护服每日消耗约800套；N95口罩日均消耗3000只。")
    assert [event.record().get("per") for event in events if event.type == "supply"] == ["day", "day"]


def test_no_word_tells_two_rates() -> None:
    assert set(rate_words().values()) == {"day", "week", "month", "year", "hour", "person", "person_day"}


@pytest.mark.parametrize(
    ("text", "day", "per"),
    [
        # behind a month 日 is the day's
        ("2月3日产量为8万只口罩。", "2020-02-03", None),
        ("口罩2月3日产量8万只。", "2020-02-03", None),
        ("截至2月3日产量达8万只口罩。", "2020-02-03", None),
        ("2月3日产口罩8万只。", "2020-02-03", None),
        ("2月3日均价为每公斤5元。", "2020-02-03", "kg"),
        ("3月1日均售出口罩500只。", "2020-03-01", None),
        # a rate has its own
        ("2月3日日产量8万只口罩。", "2020-02-03", "day"),
        ("2月3日，口罩日产量8万只。", "2020-02-03", "day"),
        ("2月日均销售口罩500只。", "2020-02-29", "day"),
        ("该厂1至2月日产口罩8万只。", "2020-02-29", "day"),
        ("工厂日产口罩8万只。", None, "day"),
    ],
)
def test_a_day_is_no_rate(text: str, day: str | None, per: str | None) -> None:
    (event,) = Extractor().extract(Document(id="a", text=text, published="2020-03-12")).records()
    assert (event.get("date_end"), event.get("per")) == (day, per)


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("合肥市日检测2.4万份，累计检测36万份。", ["day", None]),
        ("合肥市疾控中心日检测样本达2400份。", ["day"]),
        ("2月3日检测2400份。", [None]),
        ("3日检测2400份，检出阳性12份。", [None, None]),
        ("合肥市昨日检测2400份。", [None]),
        ("当日检测2400份。", [None]),
    ],
)
def test_tests_of_each_day(text: str, rates: list[str | None]) -> None:
    rows = Extractor(published="2020-02-14").extract(text).records()
    assert [row.get("per") for row in rows] == rates
    assert all(row.get("accumulation") is None for row in rows if row.get("per"))


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("据介绍，一吨熔喷布可生产90万只口罩。", None),
        ("每吨透气膜可生产13000件防护服。", None),
        ("10吨熔喷布能生产900万只口罩。", None),
        # near misses: a day is told
        ("河山集团一天可生产90万只口罩。", "day"),
        ("河山集团日产熔喷布1吨，可生产90万只口罩。", "day"),
        ("河山集团每天用1吨熔喷布可生产90万只口罩。", "day"),
    ],
)
def test_what_a_ton_gives_is_no_daily_rate(text: str, per: str | None) -> None:
    records = Extractor().extract(Document("a", text, published="2020-03-01")).records()
    assert records[-1].get("per") == per
