"""No text costs any reader of values more than its share of time."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from epiextract.values import (
    find_numbers,
    find_percentages,
    find_times,
    find_values,
    parse_number,
    parse_quantity,
    parse_time,
)

pytestmark = pytest.mark.timed

READERS: dict[str, Callable[[str], object]] = {
    "find_values": find_values,
    "find_times": lambda text: find_times(text, everything=True),
    "find_numbers": find_numbers,
    "find_percentages": find_percentages,
    "parse_number": parse_number,
    "parse_quantity": parse_quantity,
    "parse_time": parse_time,
}
PIECES = [
    "1",
    "一",
    "年",
    "月",
    "日",
    "时",
    "千",
    "万",
    "亿",
    "1,",
    "1.",
    "，123",
    "十几",
    "百分之",
    "三成",
    "个百",
    "1至",
    "一到",
    "每",
    "每周",
    "前",
    "后1天",
    "3天至",
    "3天又",
    "最近",
    "截至",
    "从",
    "从2015到",
    "民国一",
    "2020-",
    "1/",
    "1:",
    "∶",
    "￥",
    "负",
    "-",
    "两",
    "余",
    "周一",
    "初",
    "（3日",
    "农历",
    "3年以上",
    "昨",
    "折",
    "壹",
    "成千上",
]
LENGTHS = (3_000, 12_000)


@pytest.mark.parametrize("name", READERS)
def test_time_is_linear_in_length(name: str) -> None:
    read = READERS[name]
    read("3月8日确诊12例，占百分之五")
    slow = []
    for piece in (*PIECES, "一 ", "1 ", "三 点 ", " ", "\n"):
        times = []
        for length in LENGTHS:
            text = piece * (length // len(piece))
            begun = time.process_time()
            read(text)
            times.append(time.process_time() - begun)
        # Four times the text may take eight times as long on a busy machine, sixteen times would be quadratic.
        if times[1] > max(8 * times[0], 0.5):
            slow.append((piece, *times))
    assert slow == []


@pytest.mark.parametrize("piece", ["1", "一", "年", "月", "，", "1,", "万", "3日、", "百分之"])
def test_a_hundred_thousand_characters_are_read_at_once(piece: str) -> None:
    for read in READERS.values():
        short, long = (_seconds(read, piece, length) for length in (10_000, 100_000))
        # Measured against the same machine, busy or slow: ten times the text, where quadratic would be a hundred.
        assert long < max(25 * short, 0.5)


def _seconds(read: Callable[[str], object], piece: str, length: int) -> float:
    """Return how long a reader takes over so many characters of a piece."""
    text = piece * (length // len(piece))
    begun = time.process_time()
    read(text)
    return time.process_time() - begun
