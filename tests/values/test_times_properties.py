"""No text makes the reader of times raise, lose an offset, or take more than its share of time."""

from __future__ import annotations

import time
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epiextract.values.times.finder import find_times, parse_time
from epiextract.values.times.moments import resolve_moment
from epiextract.values.times.partial import PartialDate, parse_published
from epiextract.values.times.resolution import resolve_time

PIECES = [
    *(
        "2021年",
        "3月",
        "正月",
        "8日",
        "28日",
        "30",
        "号",
        "初三",
        "廿九",
        "24时",
        "0点",
        "半",
        "8:30",
        "昨天",
        "次日",
        "上周",
    ),
    *(
        "周五",
        "（",
        "）",
        "至",
        "—",
        "、",
        "截至",
        "自",
        "以来",
        "起",
        "前",
        "后",
        "内",
        "近",
        "连续",
        "三天",
        "两个多月",
        "十几年",
    ),
    *(
        "除夕",
        "春节",
        "上旬",
        "年底",
        "第三季度",
        "第一周",
        "的",
        " ",
        "，",
        "目前",
        "每",
        "下午",
        "2021-03-08",
        "20世纪",
    ),
    *(
        "以上",
        "以下",
        "每逢",
        "民国",
        "康熙",
        "元年",
        "80年代",
        "世纪",
        "昨",
        "头",
        "第",
        "过",
        "再过",
        "最近",
        "七八点",
        "两天",
    ),
    *("年来", "以后", "之前", "月底", "中", "工作日", "周末", "至6天", "零四个月", "之后2018年"),
    *("90年代", "农历", "闰", "到", "今", "年", "月", "日", "时", "1", "十", "个"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(deadline=None)
@given(st.one_of(TEXTS, st.text(max_size=60)), st.booleans())
def test_offsets_hold_and_nothing_raises(text: str, everything: bool) -> None:
    end = 0
    for one in find_times(text, everything=everything):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        for future in (False, True):
            for published in (None, "2021", "2021-03", "2021-03-10"):
                found = resolve_time(one, published=published, anchor=date(2021, 3, 1), future=future)
                assert found.start is None or found.end is None or found.start <= found.end
        for lean in ("past", "same", "next"):
            for now in (datetime(2021, 3, 10, 9), PartialDate(2021, 3), PartialDate(2021)):
                moment = resolve_moment(one, now, lean=lean)
                assert moment.start is None or moment.end is None or moment.start <= moment.end


@settings(deadline=None)
@given(st.one_of(TEXTS, st.text(max_size=80)))
def test_reading_one_never_raises(text: str) -> None:
    one = parse_time(text)
    assert one is None or text[one.start : one.end] == text.strip()
    parse_published(text)


@settings(deadline=None)
@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31)))
def test_a_written_date_reads_back(day: date) -> None:
    han = str.maketrans("0123456789", "〇一二三四五六七八九")
    year = str(day.year).translate(han)
    forms = (
        f"{day.year}年{day.month}月{day.day}日",
        day.isoformat(),
        f"{day:%Y/%m/%d}",
        f"{year}年{day.month}月{day.day}号",
    )
    for form in forms:
        one = parse_time(form)
        assert one is not None, form
        found = resolve_time(one)
        assert (found.start, found.end) == (day, day), form


@pytest.mark.timed
@pytest.mark.parametrize(
    "piece", ["1", "月", "，", "1月", "3日、", "2月3日至", "一", "二十", "至", "（3日", "又3天", "从 ", "初", "2021-"]
)
def test_time_is_linear_in_length(piece: str) -> None:
    find_times(piece)
    text = piece * (240_000 // len(piece))
    times = []
    for length in (60_000, 240_000):
        begun = time.process_time()
        find_times(text[:length], everything=True)
        times.append(time.process_time() - begun)
    # Four times the text may take eight times as long on a busy machine, sixteen times would be quadratic.
    assert times[1] < max(8 * times[0], 0.5)
