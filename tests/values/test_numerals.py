"""Numbers alone: every style in which news writes them, and what is no number."""

from __future__ import annotations

import re
import subprocess
import sys
from decimal import Decimal

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from epiextract.values.numbers.check import reference_number
from epiextract.values.numbers.numerals import Number, parse_number
from epiextract.values.numbers.table import sections, usual_number
from epiextract.values.quantities.number_finder import find_numbers, find_percentages

NUMBERS = {
    "12": 12, "１２": 12, "1,749": 1749, "1，749": 1749, "12,345,678": 12345678, "3.50": Decimal("3.5"),
    "２．５": Decimal("2.5"),
    "-3": -3, "－3": -3, "负3.9": Decimal("-3.9"), "零下5": -5, "零下十二": -12, "1.7万": 17000, "2亿": 200000000,
    "55294.93万": 552949300, "2亿1050万": 210500000, "53万5000": 535000, "3千5百": 3500, "2千3百万": 23000000,
    "2千零30万": 20300000, "10万万": 10**9, "5万两千": 52000,
    "两万三千": 23000, "一百零五": 105, "一百零五万": 1050000, "三万五": 35000, "四百五": 450, "十五": 15, "二十": 20,
    "百万": 10**6, "三十万亿": 3 * 10**13, "一万二千亿": 12 * 10**11, "四万万": 4 * 10**8, "一百二十万零五": 1200005,
    "半": Decimal("0.5"), "一半": Decimal("0.5"), "二〇二〇": 2020, "廿": 20, "廿三": 23, "卅一": 31, "仨": 3,
    "俩": 2, "两": 2,
    "三点五": Decimal("3.5"), "九十五点三": Decimal("95.3"), "三点五万": 35000, "兩萬三千": 23000, "三億": 3 * 10**8,
    "壹仟玖佰": 1900, "肆佰叁拾萬": 4300000, "贰拾叁": 23, "9佰": 900, "三千 八百": 3800, "7万 5千": 75000,
    "四分之一": Decimal("0.25"), "百分之九十五点三": Decimal("0.953"), "千分之五": Decimal("0.005"),
    "1/4": Decimal("0.25"),
    "零": 0, "〇": 0, "0万": 0, "零点五": Decimal("0.5"), "一万零五": 10005, "2万零一百": 20100, "一百零十": 110,
    "两百零三": 203, "2.5千万": 25 * 10**6, "1,234.5万": 12345000, "壹佰贰拾": 120, "3亿2000萬": 320 * 10**6,
    "万分之三": Decimal("0.0003"), "一点二三亿": 123 * 10**6,
    "八百亿十二万七千三百": 80000127300, "壹亿拾贰万肆仟零陆": 100124006,
    "两成": Decimal("0.2"), "三成五": Decimal("0.35"), "三成半": Decimal("0.35"), "4∶1": 4, "百分百": 1, "百分之百": 1,
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS.items(), ids=NUMBERS)
def test_number_reads(text: str, value: int | Decimal) -> None:
    number = parse_number(text)
    assert number is not None
    assert number.value == value
    assert not isinstance(number.value, float)


@pytest.mark.parametrize("text", ["几", "十几", "几十", "几十万", "数百", "数千万", "二十几", "幾十", "數百萬"])
def test_number_that_is_not_said_has_no_value(text: str) -> None:
    assert parse_number(text) == Number(None, vague=True)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "没想到", "1,74", "1,7490", "3万20万", "5万6万", "三百三百", "五十千", "一一", "二七两", "亿万", "1 3",
        "零下", "-", "1.2.3", "万点", "点五", "十点点五", "1/0", "三分之", "成", "三成三成", "9" * 5000, "一" * 5000,
        "零万", "零亿", "零十", "零百", "零千", "零万五", "零点", "零零万", "一万零百", "五万零千六",
        "一个半", "上百", "成千上万", "三五百",
        "1万-5万", "10:30", "一位", "约3", "5G", "千方百计",
    ],
)  # fmt: skip
def test_what_is_no_number_gives_nothing(text: str) -> None:
    number = parse_number(text)
    assert number is None


@pytest.mark.parametrize(
    "text", ["一千一百四十八亿五千二百五十六万亿千八百六", "贰仟零捌拾陆亿玖仟贰佰壹拾伍万万贰佰玖"]
)
def test_what_two_readers_read_differently_is_no_number(text: str) -> None:
    assert parse_number(text) is None


def test_digits_stay_exact_at_any_length() -> None:
    assert parse_number("202107211321363588510367") == Number(202107211321363588510367)
    assert parse_number("0.1") == Number(Decimal("0.1"))


# cn2an leaves the 零 of 三百六十一亿零一千 out where it writes, and asks for it where it reads.
WITHOUT_ZERO = re.compile("[亿億][^万萬零]+$")
WHOLE = st.integers(min_value=0, max_value=10**16 - 1)


@given(WHOLE)
def test_digits_read_back(value: int) -> None:
    for text in (str(value), f"{value:,}", f"{value:,}".replace(",", "，")):
        assert parse_number(text) == Number(value)
    assert parse_number(str(value).translate(str.maketrans("0123456789", "０１２３４５６７８９"))) == Number(value)


@given(WHOLE, st.sampled_from(["low", "up"]))
@settings(max_examples=300)
def test_numerals_read_back_as_cn2an_writes_and_reads_them(value: int, mode: str) -> None:
    text = cn2an.an2cn(value, mode)
    assert parse_number(text) == Number(value)
    if len(text) > 1 and not WITHOUT_ZERO.search(text):
        assert reference_number(text) == value


def test_a_numeral_that_cn2an_writes_without_its_zero_is_read() -> None:
    assert cn2an.an2cn(36100001000) == "三百六十一亿一千"
    assert reference_number("三百六十一亿一千") is None
    assert parse_number("三百六十一亿一千") == Number(36100001000)


@given(st.integers(1, 9999), st.integers(0, 9999), st.sampled_from(["", "两", "traditional"]))
def test_spoken_numerals_read_back(head: int, tail: int, style: str) -> None:
    value = head * 10_000 + tail
    text = cn2an.an2cn(value, "low")
    if style == "两":
        text = text.replace("二千", "两千").replace("二百", "两百").replace("二万", "两万") if head != 12 else text
        text = text.replace("十两万", "十二万")
    elif style == "traditional":
        text = text.replace("万", "萬").replace("亿", "億")
    assert parse_number(text) == Number(value)


@given(st.integers(1, 10**7), st.sampled_from([("万", 10**4), ("亿", 10**8), ("萬", 10**4), ("千万", 10**7)]))
def test_mixtures_read_back(hundredths: int, unit: tuple[str, int]) -> None:
    amount = Decimal(hundredths) / 100
    number = parse_number(f"{amount}{unit[0]}")
    assert number == Number(int(amount * unit[1]) if amount * unit[1] % 1 == 0 else amount * unit[1])


@given(st.integers(-(10**9), 10**9), st.integers(0, 999))
def test_decimals_and_signs_read_back(whole: int, thousandths: int) -> None:
    text = f"{whole}.{thousandths:03d}"
    number = parse_number(text)
    assert number is not None
    assert number.value == Decimal(text)


@given(st.integers(1, 999), st.sampled_from([("百", 100), ("千", 1000), ("万", 10_000)]))
def test_shares_read_back(part: int, of: tuple[str, int]) -> None:
    for text in (str(part), cn2an.an2cn(part, "low")):
        assert parse_number(f"{of[0]}分之{text}") == Number(_whole(Decimal(part) / of[1]))


@given(st.integers(1800, 2199))
def test_years_read_back_digit_by_digit(year: int) -> None:
    text = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    assert parse_number(text) == Number(year)


@pytest.mark.parametrize(
    "text", ["三万五", "四百五", "一百二十万五", "万一", "亿万", "三万五百", "两万两", "十零五", "", "零", "万"]
)
def test_only_the_usual_spelling_is_looked_up(text: str) -> None:
    assert usual_number(text) is None


@given(st.lists(st.one_of(st.sampled_from(sorted(sections())), st.sampled_from("零一两十百千万亿")), max_size=5))
def test_what_is_looked_up_is_what_the_grammar_reads(parts: list[str]) -> None:
    text = "".join(parts)
    usual = usual_number(text)
    assert usual is None or usual == parse_number(text.replace("万", "萬").replace("亿", "億")).value  # type: ignore[union-attr]


ALPHABET = "零〇一二两三十百千万亿兆半几数廿壹拾0123456789０，,.．点負负-下分之成/∶:俩 年例约余多%个"


@given(st.text(alphabet=ALPHABET, max_size=30))
@settings(max_examples=500)
def test_no_text_raises(text: str) -> None:
    number = parse_number(text)
    assert number is None or number.vague == (number.value is None)
    for found in (*find_numbers(text), *find_percentages(text)):
        assert 0 <= found.start < found.end <= len(text)


def test_number_finder_finds_spaced_and_single_numerals() -> None:
    found = find_numbers("需要三千 八百，答案是五；四又二分之一，1 1/2，2e3，３打，十多万")
    assert [str(one.value) for one in found] == ["3800", "5", "4.5", "1.5", "2000", "36", "100000"]
    assert found[-1].over


def test_number_finder_reads_a_dotted_list_as_numbers() -> None:
    assert [one.value for one in find_numbers("4.12.7，4.5")] == [4, 12, 7, Decimal("4.5")]


@pytest.mark.parametrize("text", ["我家在四川", "一看就懂", "万", "美味十足", "两两相对"])
def test_number_finder_leaves_words(text: str) -> None:
    assert find_numbers(text) == []


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, epiextract.values as v; dir(v);"
        "heavy = {'cn2an', 'dateparser', 'spacy', 'borax', 'regex', 'yaml'} & set(sys.modules);"
        "assert not heavy, heavy; assert v.parse_number('两万').value == 20000;"
        "assert v.find_quantities('确诊3例')[0].value == 3; assert v.find_times('2月3日');"
        "assert not {'cn2an', 'dateparser', 'spacy'} & set(sys.modules);"
        "assert all(getattr(v, name) is not None for name in v.__all__)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def _whole(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value
