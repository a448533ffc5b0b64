"""All beds that there are once some were added, and those that are left; each with near misses."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str) -> list[str]:
    events = extractor.extract(Document("one", text, published="2020-05-10")).figures
    return [f"{event.quote} {event.measure} {event.modality}" for event in events if event.type != "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "医院原有床位460张，新增160张，目前共620张。",
            ["460张 capacity actual", "160张 added actual", "620张 capacity actual"],
        ),
        ("缅因州新增1200张床位，总数达3.6万张。", ["1200张 added actual", "3.6万张 capacity actual"]),
        ("武昌医院新增床位240张，总床位达到960张。", ["240张 added actual", "960张 capacity actual"]),
        ("全市定点医院扩充床位350张，达到1600张。", ["350张 added actual", "1600张 capacity actual"]),
        # near misses: what is added in all
        (
            "甲院新增床位120张，乙院新增床位240张，共新增360张。",
            ["120张 added actual", "240张 added actual", "360张 added actual"],
        ),
        ("全市计划新增床位350张，达到1600张。", ["350张 added planned", "1600张 capacity planned"]),
    ],
)
def test_what_beds_come_to_is_their_capacity(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("还剩床位126张。", ["126张 available actual"]),
        ("全市尚余床位310张。", ["310张 available actual"]),
        ("方舱医院实际使用720床。", ["720床 occupied actual"]),
        # near misses: goods that are left
        ("医院还剩口罩126只。", ["126只 stock actual"]),
    ],
)
def test_beds_that_are_left_are_available(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text) == expected
