"""Days from which something rose, streaks without cases, and days on which something opened; each with near misses."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.dates import opened


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def dates(extractor: Extractor, text: str) -> list[tuple[str | None, str | None]]:
    records = [event.record() for event in extractor.extract(Document("one", text, published="2020-03-08"))]
    return [
        tuple(day[5:] if day else None for day in (record.get("date_start"), record.get("date_end")))
        for record in records
    ]


def days(*written: str) -> list[tuple[str | None, str | None]]:
    return [(day, day) if day else (None, None) for day in written]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("孝感市确诊病例由2月3日的125例增至460例。", days("02-03", "")),
        ("该院床位由2月3日的320张增加到1250张。", days("02-03", "")),
        ("全市日检测能力从2月3日的300人份提高到1.2万人份。", days("02-03", "")),
        # near misses: a day of its own, one that opens the sentence, and a rise that is told of the day
        ("孝感市确诊病例由2月3日的125例增至2月9日的460例。", days("02-03", "02-09")),
        ("2月9日，孝感市确诊病例由2月3日的125例增至460例。", days("02-03", "02-09")),
        ("2月3日孝感市确诊病例增至460例。", days("02-03")),
    ],
)
def test_what_a_figure_rose_from_is_of_another_day(
    extractor: Extractor, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert dates(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("孝感市连续5天无新增确诊病例，现有确诊病例16例，其中重症2例。", [("03-04", "03-08"), *days("", "")]),
        ("全县连续5天没有新增病例，现有疑似病例3例，密切接触者37人。", [("03-04", "03-08"), *days("", "")]),
        # near misses: a day that opens the sentence, and what is new in the streak too
        ("3月7日，孝感市连续5天无新增确诊病例，现有确诊病例16例。", days("03-07", "03-07")),
        ("孝感市连续5天无新增确诊病例、无新增疑似病例。", [("03-04", "03-08")] * 2),
    ],
)
def test_who_is_left_behind_a_streak_is_not_of_its_days(
    extractor: Extractor, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert dates(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("从2月6日接收首批20名患者至今，孝感市中心医院累计收治930人。", [*days("02-06"), ("02-06", "03-08")]),
        (
            "从2月6日收治第一批20名患者至今，该院累计收治930人，累计出院710人。",
            [*days("02-06"), ("02-06", "03-08"), ("02-06", "03-08")],
        ),
        ("该院从1月25日开始收治新冠患者，到今天累计收治310名。", [("01-25", "03-08")]),
        # near misses: who is there now, another day between, and no word for now
        ("从2月6日接收首批20名患者至今，3月5日累计收治930人。", days("02-06", "03-05")),
        ("从2月6日起接收患者20名。", [("02-06", "03-08")]),
    ],
)
def test_totals_since_something_opened_end_now(
    extractor: Extractor, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert dates(extractor, text) == expected


def test_what_began_and_came_first_now_is_no_total() -> None:
    assert opened._GOES_ON.match("接收首批30名患者至今，医院累计收治")
    # 自1月28日|建立病房以来有了首批出院患者，总共4名: they are of today
    assert not opened._GOES_ON.match("建立病房以来有了首批出院患者，总共")
