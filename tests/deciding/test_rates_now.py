"""A rate of now behind what is counted since a day."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str) -> dict[str, tuple[object, object]]:
    records = extractor.extract(Document("one", text, published="2020-03-05")).records()
    return {one["quote"]: (one.get("accumulation"), one.get("date_end")) for one in records if one["type"] != "other"}


TOTAL = ("cumulative", "2020-03-05")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "自2月6日以来，该中心累计检测样本7000份，目前日检测能力1500份。",
            {"7000份": TOTAL, "1500份": (None, None)},
        ),
        (
            "2月6日以来，该实验室累计检测样本7000份，目前每天可检测1500份。",
            {"7000份": TOTAL, "1500份": (None, None)},
        ),
        # near misses: a total of now
        (
            "自2月6日以来，该中心累计检测样本7000份，目前累计检出阳性15份。",
            {"7000份": TOTAL, "15份": TOTAL},
        ),
    ],
)
def test_a_rate_of_now_is_no_total_since_a_day(
    extractor: Extractor, text: str, expected: dict[str, tuple[object, object]]
) -> None:
    assert told(extractor, text) == expected


def test_a_rate_since_a_day_is_of_that_period(extractor: Extractor) -> None:
    ((_, end),) = told(extractor, "自2月6日以来，该中心每天检测样本1500份。").values()
    assert end == "2020-03-05"
