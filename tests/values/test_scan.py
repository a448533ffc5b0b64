"""Figures and dates in one scan: a counted number is no date, a length is a figure, time is linear."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epiextract.values.quantities.model import Quantity
from epiextract.values.scan import find_values
from epiextract.values.times.model import TimeExpression


def quotes(text: str, kind: type) -> list[str]:
    return [text[value.start : value.end] for value in find_values(text) if isinstance(value, kind)]


@pytest.mark.parametrize(
    ("text", "figures", "dates"),
    [
        ("2月3日新增1921例", ["1921例"], ["2月3日"]),
        ("全市1921例，共2020吨", ["1921例", "2020吨"], []),
        ("2020年2月2020人", ["2020人"], ["2020年2月"]),
        ("截至2月25日24时，累计783例", ["783例"], ["截至2月25日24时"]),
        ("口罩售价10-15元", ["10-15元"], []),
        ("5天内建成", ["5天内"], []),
        ("两小时后抵达", ["两小时"], []),
        ("三天后，又收治20人", ["三天", "20人"], ["后"]),
        ("三天后复诊", ["三天"], []),
        ("3天后超过1.5万人治愈", ["3天", "超过1.5万人"], ["后"]),
        ("两天后又收治20人", ["两天", "20人"], ["后"]),
        ("入院两天后又收治20人", ["两天", "20人"], []),
        ("14天后即可解除", ["14天"], []),
        # 近 bounds the figure, and is never lost for a date
        ("近7天，收治20人", ["近7天", "20人"], []),
        ("近两个月来收治20人", ["近两个月", "20人"], []),
        ("县里近3年来首次收治20人", ["近3年", "20人"], []),
        ("近1个月后，收治20人", ["近1个月", "20人"], []),
        ("改造用时近7天，收治20人", ["近7天", "20人"], []),
        ("连续14天无新增", ["14天", "无"], ["连续14天"]),
        ("过去两天报告18例", ["两天", "18例"], ["过去两天"]),
        ("一个多月来坚守岗位", ["一个多月"], []),
        ("病床上一年多了", ["一年多"], []),
        ("17年前的春天", [], ["17年前"]),
        ("1月20日至2月3日运送30车", ["30车"], ["1月20日至2月3日"]),
        # a figure that a date follows as if it were the end of a range, or goes before as if it were the beginning
        ("放款20亿元至4月底。", ["20亿元"], ["至4月底"]),
        ("每户每月补助600元到5月31日", ["600元"], ["到5月31日"]),
        ("治愈35例——2月11日，又治愈4例", ["35例", "4例"], ["2月11日"]),
        ("从2月的80例到3月的9例", ["80例", "9例"], ["从2月", "到3月"]),
        ("较前一日-7例", ["-7例"], ["前一日"]),
        # so many more than on that day
        ("比前一天多196例", ["196例"], ["前一天"]),
        ("较上一日多出3例", ["3例"], ["上一日"]),
    ],
)
def test_each_number_is_one_thing(text: str, figures: list[str], dates: list[str]) -> None:
    assert quotes(text, Quantity) == figures
    assert quotes(text, TimeExpression) == dates


PIECES = [
    "2月3日",
    "新增",
    "1921例",
    "连续14天",
    "近一周",
    "1.5万只",
    "5天内",
    "昨日",
    "，",
    "。",
    "2020年",
    "至",
    "半",
    "上一年",
    "多",
    "10-15",
    "元",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20))
@settings(max_examples=300)
def test_values_are_sorted_and_overlap_only_at_a_length(pieces: list[str]) -> None:
    text = "".join(pieces)
    values = find_values(text)
    for left, right in pairwise(values):
        assert left.start <= right.start
        if right.start < left.end:
            assert isinstance(left, TimeExpression)
            assert isinstance(right, Quantity)
            assert left.duration is not None
            assert left.start < right.start
            assert right.end == left.end
    for value in values:
        assert 0 <= value.start < value.end <= len(text)


@given(st.text(max_size=60))
@settings(max_examples=150)
def test_any_text_is_scanned(text: str) -> None:
    find_values(text)


UNITS = {
    "digits": "1", "wan": "万", "commas": ",", "mixed": "1,2万三百亿.半年月日", "percent": "百分之", "dashes": "1-",
    "ratios": "1∶", "news": "2月3日新增确诊病例1,921例，累计3.5万余例；捐赠口罩20万只。", "every": "每4名患者",
    "han": "一二三四",
    "zero": "零", "spaces": "1 万 ",
}  # fmt: skip
CHARACTERS = 10_000


@pytest.mark.timed
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_time_is_linear_in_the_length(unit: str) -> None:
    def seconds(characters: int) -> float:
        text = (unit * characters)[:characters]
        best = float("inf")
        for _ in range(3):
            begun = time.process_time()
            find_values(text)
            best = min(best, time.process_time() - begun)
        return best

    seconds(100)
    short, long = seconds(CHARACTERS), seconds(4 * CHARACTERS)
    # Four times the text, at most twelve times the time: what is square would take sixteen.
    assert long < 12 * short + 0.02
