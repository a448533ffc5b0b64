"""The time of the whole way grows with the length of a text and no faster, whatever its sentences are like."""

from __future__ import annotations

import time

import pytest

from epiextract import Document, Extractor

EXTRACTOR = Extractor()
SHORT, TIMES = 1_000, 8
ROUNDS = 4


@pytest.mark.timed
@pytest.mark.parametrize(
    "unit",
    ["确诊3例、", "其中3人死亡；", "死亡5人（武汉1人），", "3例\t", "1,", "年3月", "2月3日，", "某公司捐赠口罩3万只，"],
)
def test_eight_times_the_text_takes_little_more_than_eight_times_as_long(unit: str) -> None:
    _seconds(unit, SHORT)
    # A shared machine may halve its speed between two measurements, and never between all of several neighbours; what
    # is square takes 64 times as long in every round.
    assert any(_grows_with_the_text(unit) for _ in range(ROUNDS))


def _grows_with_the_text(unit: str) -> bool:
    short, long = (_seconds(unit, length) for length in (SHORT, TIMES * SHORT))
    return long < 1.75 * TIMES * short + 0.2


def _seconds(unit: str, length: int) -> float:
    """Return the processor time of one extraction, which other processes don't add to."""
    text = (unit * length)[:length]
    begun = time.process_time()
    EXTRACTOR.extract(Document("long", text, published="2020-02-05"))
    return time.process_time() - begun
