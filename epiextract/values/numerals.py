"""Numbers as news writes them: digits, Chinese numerals, and both mixed, exactly or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import regex

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
DIGITS |= {
    "〇": 0,
    "○": 0,
    "两": 2,
    "兩": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
TENS = {"廿": 20, "卅": 30}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
MAGNITUDES = SMALL | LARGE
HAN = "".join({**DIGITS, **TENS, **MAGNITUDES}) + "半俩倆仨几幾数數"
VAGUE = "几幾数數"
_DIGIT_PART = regex.compile(r"(?P<digits>\d[\d,]*+(?:\.\d+)?+)(?P<magnitude>[十百千万萬亿億兆]*+)")
_GROUPED = regex.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?+|\d++(?:\.\d++)?+")

Value = int | Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """A number, and whether its words leave open which (几十, 数百)."""

    value: Value | None
    vague: bool = False


def plain(value: Decimal) -> Value:
    """Return a whole decimal as an int."""
    return int(value) if value == value.to_integral_value() else value


@lru_cache(maxsize=16_384)
def parse_number(text: str) -> Number | None:
    """Return the number that *text* writes, the whole of it, or None where it is none.

    Digits, Chinese numerals and mixtures are read; what has two readings or none gives None, never a guess.

    Args:
        text: The characters of the number alone, without qualifiers and units.

    >>> [parse_number(t).value for t in ("1,749", "2亿1050万", "两万三千", "三万五", "一百零五", "二〇二〇", "廿三", "3.2万")]
    [1749, 210500000, 23000, 35000, 105, 2020, 23, 32000]
    >>> parse_number("几十万"), parse_number("1,74"), parse_number("没想到")
    (Number(value=None, vague=True), None, None)
    """
    sign = 1
    if text[:1] in "-−－负負":
        sign, text = -1, text[1:]
    elif text.startswith("零下"):
        sign, text = -1, text[2:]
    text = text.strip().replace("，", ",")
    if not text:
        return None
    number = _digit_number(text) if text[0].isdigit() else _han_number(text)
    if number is None or number.value is None:
        return number
    return Number(sign * number.value)


def _digit_number(text: str) -> Number | None:
    """Read 1.7万, 2亿1050万, 3千5百: parts with falling magnitudes."""
    total = Decimal(0)
    position = 0
    last: int | None = None
    while position < len(text):
        match = _DIGIT_PART.match(text, position)
        if match is None or not _GROUPED.fullmatch(match["digits"]):
            return None
        factor = 1
        for magnitude in match["magnitude"]:
            factor *= MAGNITUDES[magnitude]
        amount = Decimal(match["digits"].replace(",", "")) * factor
        # 7万5千4百 falls; 5万6万 would not, and 3万20万 is no number
        if last is not None and (factor >= last or amount >= last):
            return None
        total += amount
        last = factor
        position = match.end()
    return Number(plain(total))


def _han_number(text: str) -> Number | None:
    if any(c in VAGUE for c in text):
        return Number(None, vague=True) if _vague_form(text) else None
    if text in ("半", "一半"):
        return Number(Decimal("0.5"))
    if text in ("俩", "倆"):
        return Number(2)
    if text == "仨":
        return Number(3)
    if "点" in text or "點" in text:
        return _han_decimal(text)
    if all(c in DIGITS for c in text):
        if len(text) == 1:
            return Number(DIGITS[text])
        # 二〇二〇 and 一二三 are read digit by digit; 三四 is a range and read elsewhere
        return Number(int("".join(str(DIGITS[c]) for c in text))) if len(text) > 2 or "〇" in text else None
    value = _han_integer(text)
    return None if value is None else Number(value)


def _han_decimal(text: str) -> Number | None:
    whole, _, fraction = text.replace("點", "点").partition("点")
    tail = ""
    while fraction and fraction[-1] in MAGNITUDES:
        tail, fraction = fraction[-1] + tail, fraction[:-1]
    if not fraction or any(c not in DIGITS for c in fraction):
        return None
    head = parse_number(whole)
    if head is None or head.value is None:
        return None
    factor = 1
    for c in tail:
        factor *= MAGNITUDES[c]
    digits = "".join(str(DIGITS[c]) for c in fraction)
    return Number(plain((Decimal(head.value) + Decimal(f"0.{digits}")) * factor))


def _han_integer(text: str) -> int | None:
    """Read a numeral with magnitudes; 三万五 is 35000 and 四百五 is 450, since 零 would stand before a lone unit."""
    total = section = 0
    digit: int | None = None
    previous = 10**16
    zero = False
    last_factor = 1
    for c in text:
        if c in DIGITS:
            if digit not in (None, 0):
                return None
            digit = DIGITS[c]
            zero = zero or digit == 0
        elif c in TENS:
            if digit is not None:
                return None
            section, digit, last_factor = section + TENS[c], None, 10
        elif c in SMALL:
            factor = SMALL[c]
            if digit == 0:
                digit = None
            if digit is None and section and factor != 10 and not zero:
                return None
            section += (1 if digit is None else digit) * factor
            digit, last_factor, zero = None, factor, False
        elif c not in LARGE:
            return None
        else:
            factor = LARGE[c]
            section += digit or 0
            if section == 0:
                section = 1 if total == 0 else 0
            if factor >= previous:
                total, section = (total + section) * factor, 0
            else:
                total, section = total + section * factor, 0
            previous = min(previous, factor)
            digit, last_factor, zero = None, factor, False
    if digit:
        section += digit * (last_factor // 10 if last_factor >= 100 and not zero else 1)
    return total + section


def _vague_form(text: str) -> bool:
    """Tell whether the words are a vague number: 几, 几十, 数百万, 十几, 二十几, 好几百."""
    return all(c in MAGNITUDES or c in VAGUE or c in DIGITS for c in text)
