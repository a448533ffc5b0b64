"""Numbers as news writes them: digits, Chinese numerals, and both mixed, exactly or not at all."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import regex

from epiextract.values.numbers.check import is_disputed
from epiextract.values.numbers.table import sections, usual_number

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
DIGITS |= {c: i for i, c in enumerate("〇壹贰叁肆伍陆柒捌玖")}
DIGITS |= {"○": 0, "两": 2, "兩": 2, "貳": 2, "貮": 2, "叄": 3, "參": 3, "陸": 6}
TENS = {"廿": 20, "卅": 30, "卌": 40}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
MAGNITUDES = SMALL | LARGE
VAGUE = "几幾数數"
_DIGIT_CHARACTERS = frozenset(DIGITS)
_VAGUE_CHARACTERS = frozenset(VAGUE)
_NUMERALS = frozenset((*DIGITS, *TENS, *MAGNITUDES))
# Numerals that are words of their own, and what they are.
_WORDS: dict[str, int | Decimal] = {
    "半": Decimal("0.5"),
    "一半": Decimal("0.5"),
    "俩": 2,
    "倆": 2,
    "仨": 3,
    "百分百": 1,
}
_SIGNS = ("零下", "负", "負", "-", "−", "－", "﹣")
# Full-width digits and signs, and the spaces that a broken layout leaves in a numeral.
_FOLD = str.maketrans("０１２３４５６７８９．，點／", "0123456789.,点/")
_DIGIT_PART = regex.compile(r"零?(?P<digits>[0-9][0-9,]*+(?:\.[0-9]++)?+)(?P<magnitude>[十拾百佰千仟万萬亿億兆]*+)")
_GROUPED = regex.compile(r"[0-9]{1,3}(?:,[0-9]{3})++(?:\.[0-9]++)?+|[0-9]++(?:\.[0-9]++)?+")
_SPACED = regex.compile(r"(?<=[0-9])[ \u3000](?=[0-9])")
_SMALL_GROUP = regex.compile(r"(?<![0-9.,])[1-9][0-9]?(?![0-9.,])")
_ASCII_DIGIT = regex.compile("[0-9]")
# Longer than any number that somebody writes, so that no text costs time.
_LONGEST = 200
# A numeral of so many characters, spelled otherwise than usual, is also shown to cn2an.
_CHECKED = 7
# Decimals of more places would be rounded.
_EXACT = 24

Value = int | Decimal


class Number(NamedTuple):
    """A number, and whether its words leave open which (几十, 数百)."""

    value: Value | None
    vague: bool = False


def plain(value: Decimal) -> Value:
    """Return a whole decimal as an int, and any other without the zeros at its end.

    >>> plain(Decimal("5.00")), plain(Decimal("2.50"))
    (5, Decimal('2.5'))
    """
    return int(value) if value == value.to_integral_value() else value.normalize()


@lru_cache(maxsize=16_384)
def parse_number(text: str) -> Number | None:
    """Return the number that *text* writes, the whole of it, or None where it is none.

    Digits, Chinese numerals and mixtures are read, fractions and shares too; what has two readings or none gives
    None, never a guess. Qualifiers (近, 余) and units are for `parse_quantity`.

    Args:
        text: The characters of the number alone.

    >>> [parse_number(t).value for t in ("1,749", "2亿1050万", "两万三千", "三万五", "一百零五", "二〇二〇", "廿三")]
    [1749, 210500000, 23000, 35000, 105, 2020, 23]
    >>> [str(parse_number(t).value) for t in ("三成五", "百分之九十五点三", "千分之五", "零下5", "四分之一")]
    ['0.35', '0.953', '0.005', '-5', '0.25']
    >>> parse_number("几十万"), parse_number("1,74"), parse_number("没想到")
    (Number(value=None, vague=True), None, None)
    """
    known = _round_numbers().get(text)
    if known is not None:
        return known
    if len(text) > _LONGEST:
        return None
    usual = usual_number(text)
    if usual is not None:
        return Number(usual)
    if text.isascii() and text.isdecimal():
        return Number(int(text))
    return _numeral(text) if text and _NUMERALS.issuperset(text) else _written(text)


@lru_cache(maxsize=1)
def _round_numbers() -> dict[str, Number]:
    """Return what most numerals of news are: those below ten thousand, 百万, and up to ninety-nine of 万 and 亿."""
    below = sections()
    heads = {"": 1, **{text: value for text, value in below.items() if value < 100}}
    raised = {
        head + unit: value * magnitude(unit)
        for unit in ("万", "亿", "百", "千", "百万", "千万", "百亿", "千亿", "万亿")
        for head, value in heads.items()
        if value < 10 or unit in ("万", "亿", "万亿")
    }
    return {text: Number(value) for text, value in {**raised, **below}.items()}


def _written(text: str) -> Number | None:
    """Read a number that is more than digits or characters alone: signs, spaces, full-width forms, shares."""
    folded = text.strip().translate(_FOLD)
    if " " in folded or "\u3000" in folded:
        if _SPACED.search(folded):
            return None
        folded = folded.replace(" ", "").replace("\u3000", "")
    for sign in _SIGNS:
        if folded.startswith(sign) and len(folded) > len(sign):
            number = _unsigned(folded[len(sign) :])
            return Number(-number.value) if number is not None and number.value is not None else None
    return _unsigned(folded)


def _unsigned(text: str) -> Number | None:
    if not text:
        return None
    if text in _WORDS:
        return Number(_WORDS[text])
    if "分之" in text or "/" in text or "∶" in text or "成" in text:
        return _fraction(text)
    return _digit_number(text) if "0" <= text[0] <= "9" else _han_number(text)


def _digit_number(text: str) -> Number | None:
    """Read 1.7万, 2亿1050万, 3千5百, 53万5000, 5万两千: parts with falling magnitudes."""
    total: Value = 0
    position = 0
    last: int | None = None
    while position < len(text):
        match = _DIGIT_PART.match(text, position)
        if match is None:
            rest = _han_integer(text[position:]) if last is not None else None
            if rest is None or last is None or rest >= last:
                return None
            return Number(_whole(total + rest))
        digits = match["digits"].replace(",", "")
        if not _GROUPED.fullmatch(match["digits"]) or ("." in digits and len(digits) > _EXACT):
            return None
        factor = magnitude(match["magnitude"])
        amount = (Decimal(digits) if "." in digits else int(digits)) * factor
        # 7万5千4百 falls; 5万6万 would not, and 3万20万 is no number
        if last is not None and (factor >= last or amount >= last):
            return _spelled_out(text)
        total += amount
        last = factor
        position = match.end()
    return Number(_whole(total))


def _spelled_out(text: str) -> Number | None:
    """Read 2千3百万 as 二千三百万: the last magnitude raises all before it."""
    spelled = _SMALL_GROUP.sub(lambda match: _spelling(int(match.group())), text)
    value = _han_integer(spelled) if not _ASCII_DIGIT.search(spelled) else None
    return None if value is None else Number(value)


def _spelling(number: int) -> str:
    """Return a number below a hundred in characters."""
    tens, ones = divmod(number, 10)
    return ("零一二三四五六七八九"[tens] + "十" if tens else "") + ("零一二三四五六七八九"[ones] if ones else "")


def _whole(value: Value) -> Value:
    return plain(value) if isinstance(value, Decimal) else value


def magnitude(characters: str | None) -> int:
    """Return the product of magnitudes.

    >>> magnitude("百万"), magnitude(None)
    (1000000, 1)
    """
    factor = 1
    for c in characters or "":
        factor *= MAGNITUDES[c]
    return factor


def _han_number(text: str) -> Number | None:
    """Read a number that opens with a character."""
    if not _VAGUE_CHARACTERS.isdisjoint(text):
        return Number(None, vague=True) if _vague_form(text) else None
    if "点" in text:
        return _han_decimal(text)
    usual = usual_number(text)
    return _numeral(text) if usual is None else Number(usual)


def _numeral(text: str) -> Number | None:
    """Read a numeral that is not spelled as usual: digit by digit, or by its magnitudes."""
    if _DIGIT_CHARACTERS.issuperset(text):
        if len(text) == 1:
            return Number(DIGITS[text])
        # 二〇二〇 and 一二三 are read digit by digit; 三四 is a range and read elsewhere
        plain_digits = "两" not in text and "兩" not in text and (len(text) > 2 or "〇" in text)
        return Number(int("".join(str(DIGITS[c]) for c in text))) if plain_digits else None
    value = _han_integer(text)
    if value is None or (len(text) >= _CHECKED and is_disputed(text, value)):
        return None
    return Number(value)


def _han_decimal(text: str) -> Number | None:
    whole, _, fraction = text.partition("点")
    tail = ""
    while fraction and fraction[-1] in MAGNITUDES:
        tail, fraction = fraction[-1] + tail, fraction[:-1]
    if not fraction or any(c not in DIGITS for c in fraction) or "两" in fraction or "兩" in fraction:
        return None
    head = _unsigned(whole)
    if head is None or not isinstance(head.value, int):
        return None
    digits = "".join(str(DIGITS[c]) for c in fraction)
    return Number(plain((Decimal(head.value) + Decimal(f"0.{digits}")) * magnitude(tail)))


def _han_integer(text: str) -> int | None:
    """Read a numeral with magnitudes; 三万五 is 35000 and 四百五 is 450, since 零 would stand before a lone unit."""
    groups: list[tuple[int, int]] = []
    section = 0
    digit: int | None = None
    small = 10**4
    zero = False
    last_factor = 1
    for c in text:
        if c in DIGITS:
            if digit not in (None, 0):
                return None
            digit = DIGITS[c]
            zero = zero or digit == 0
        elif c in TENS:
            if digit or small <= 10:
                return None
            section, digit, last_factor, small = section + TENS[c], None, 10, 10
        elif digit == 0 and (SMALL.get(c, 0) > 10 or (c in MAGNITUDES and not section and not groups)):
            # 零万 and 零百 are none of anything; 一百零十 is said
            return None
        elif c in SMALL:
            factor = SMALL[c]
            # 五十千 rises; 三百千 does as well
            if factor >= small or (not digit and section and factor != 10):
                return None
            section += (digit or 1) * factor
            digit, last_factor, small, zero = None, factor, factor, False
        elif c in LARGE:
            factor = LARGE[c]
            section += digit or 0
            if not section and not groups:
                section = 1
            # 三十万亿 and 一万二千亿 raise what stands before; 万万 does it at once
            raised = 0
            while groups and groups[-1][1] <= factor:
                if groups[-1][1] == factor and section:
                    return None
                amount, unit = groups.pop()
                raised += amount * unit
            if not section and not raised:
                return None
            groups.append((raised + section, factor))
            section, digit, last_factor, small, zero = 0, None, factor, 10**4, False
        else:
            return None
    if digit:
        section += digit * (last_factor // 10 if last_factor >= 100 and not zero else 1)
    return sum(amount * unit for amount, unit in groups) + section


def _vague_form(text: str) -> bool:
    """Tell whether the words are a vague number: 几, 几十, 数百万, 十几, 二十几."""
    return all(c in MAGNITUDES or c in VAGUE or c in DIGITS for c in text)


def _fraction(text: str) -> Number | None:
    """Read 1/3, 三分之一, 百分之五, 三成五 and 4∶1 as the number that they are."""
    if sum(text.count(sign) for sign in ("分之", "/", "∶", "成")) > 1:
        return None
    if "分之" in text:
        below, _, above = text.partition("分之")
        bottom = _unsigned(below)
        if above in ("百", "佰") and below in ("百", "佰"):
            return Number(1)
        top = parse_number(above)
    elif "成" in text:
        whole, _, more = text.partition("成")
        top = _unsigned(f"{whole}点{more}" if more and more != "半" else whole)
        if more == "半" and top is not None and top.value is not None:
            top = Number(top.value + Decimal("0.5"))
        bottom = Number(10)
    else:
        sign = "/" if "/" in text else "∶"
        above, _, below = text.partition(sign)
        top, bottom = _unsigned(above), _unsigned(below)
    if top is None or bottom is None or top.value is None or not bottom.value:
        return None
    return Number(plain(Decimal(top.value) / Decimal(bottom.value)))
