"""Small numbers as dates and lengths of time write them: 二〇二〇, 廿三, 十一, 两千零四, 十几, 2.5."""

from __future__ import annotations

from fractions import Fraction

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "元": 1}
_TENS = {"十": 10, "百": 100, "千": 1000}
_PIVOT = 30


def small_number(text: str) -> int | None:
    """Return the number, read place by place or digit by digit, or None.

    >>> [small_number(text) for text in ("23", "廿三", "三十一", "二〇二〇", "两千零四", "初八")]
    [23, 23, 31, 2020, 2004, None]
    """
    if text.isascii() and text.isdigit():
        return int(text) if len(text) < 10 else None
    text = text.replace("廿", "二十").replace("卅", "三十")
    if not text or any(character not in _DIGITS and character not in _TENS for character in text):
        return None
    if not any(character in _TENS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    total, digit = 0, 0
    for character in text:
        if character in _TENS:
            total += (digit or (1 if not total else 0)) * _TENS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def year_number(text: str) -> int | None:
    """Return the year that four or two digits write; of two digits the century is the one that people mean.

    >>> [year_number(text) for text in ("2020", "二〇二〇", "98", "零六", "15")]
    [2020, 2020, 1998, 2006, 2015]
    """
    number = small_number(text)
    if number is None or number >= 100 or len(text) > 2:
        return number
    return number + (2000 if number <= _PIVOT else 1900)


def amount(text: str) -> tuple[Fraction, bool] | None:
    """Return a length's number and whether it is only somewhere above it (十几, 数十), or None.

    >>> amount("2.5"), amount("十几"), amount("半")
    ((Fraction(5, 2), False), (Fraction(10, 1), True), (Fraction(1, 2), False))
    """
    if text == "半":
        return Fraction(1, 2), False
    # 一年零三个月
    text = text.removeprefix("零") or text
    if len(text) == 2 and all(character in _DIGITS for character in text):
        # 三五天 and 七八天 are about three and seven days; 三三年 is no length.
        low, high = _DIGITS[text[0]], _DIGITS[text[1]]
        return (Fraction(low), True) if high == low + 1 or text == "三五" else None
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
