"""Small numbers as dates and lengths of time write them: 二〇二〇, 廿三, 十一, 两千零四, 十几, 2.5."""

from __future__ import annotations

from fractions import Fraction

from epiextract.values.numbers.numerals import DIGITS, parse_number
from epiextract.values.numbers.pairs import number_pair

_PIVOT = 30


def small_number(text: str) -> int | None:
    """Return the number as `parse_number` reads it, or digit by digit, or None.

    >>> [small_number(text) for text in ("23", "廿三", "三十一", "二〇二〇", "零六", "一百二", "初八")]
    [23, 23, 31, 2020, 6, 120, None]
    """
    # 光绪元年
    if text == "元":
        return 1
    if text and all(character in DIGITS for character in text):
        return int("".join(str(DIGITS[character]) for character in text))
    if len(text) >= 10:
        return None
    number = parse_number(text)
    return number.value if number is not None and isinstance(number.value, int) else None


def year_number(text: str) -> int | None:
    """Return the year that four or two digits write; of two digits the century is the one that people mean.

    >>> [year_number(text) for text in ("2020", "二〇二〇", "98", "零六", "15")]
    [2020, 2020, 1998, 2006, 2015]
    """
    # 两千八年 is 2008, as 两千零八年 is
    number = small_number(text.replace("千", "千零"))
    if number is None or number >= 100 or len(text) > 2:
        return number
    return number + (2000 if number <= _PIVOT else 1900)


def amount(text: str) -> tuple[Fraction, bool] | None:
    """Return a length's number and whether it is only somewhere above it (十几, 数十), or None.

    >>> amount("2.5"), amount("十几"), amount("半"), amount("二三十")
    ((Fraction(5, 2), False), (Fraction(10, 1), True), (Fraction(1, 2), False), (Fraction(20, 1), True))
    """
    if text == "半":
        return Fraction(1, 2), False
    # 一年零三个月
    text = text.removeprefix("零") or text
    # 三五天, 十七八天 and 二三十天 are at least three, 17 and twenty days; 三三年 is no length.
    pair = number_pair(text)
    if pair is not None:
        return Fraction(pair[0]), True
    if len(text) == 2 and all(character in DIGITS for character in text):
        return None
    if text.endswith("几") or text.startswith(("数", "几")):
        number = small_number(text.strip("数几")) if text.strip("数几") else None
        return (Fraction(number), True) if number else None
    factor = 1
    if text.endswith(("万", "亿")):
        factor = 10_000 if text.endswith("万") else 100_000_000
        text = text[:-1]
    head, _, decimals = text.partition(".")
    if decimals and head.isdigit() and decimals.isdigit():
        return Fraction(f"{head}.{decimals}") * factor, False
    number = small_number(text)
    return None if number is None else (Fraction(number * factor), False)
