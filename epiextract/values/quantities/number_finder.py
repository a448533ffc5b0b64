"""Every number of a text, with or without a unit, and every share: what questions, recipes and tables need.

News figures are the work of `find_quantities`, which leaves out what is no figure; here 五 in 答案是五 is found as
well, and numerals that a layout has spaced out (三千 八百).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

import regex

from epiextract.values.numbers.numerals import MAGNITUDES, Value, parse_number, plain
from epiextract.values.quantities.units import known_units


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number at ``text[start:end]``; a share is given in per cent.

    Args:
        start: Offset of its first character.
        end: Offset after its last character.
        value: The number; of 十几万 the lower end.
        over: Whether the words say that it is somewhat more (余, 多, 几).
    """

    start: int
    end: int
    value: Value
    over: bool = False


_MAGNITUDE = "十百千拾佰仟万萬亿億兆"
_DIGIT = "零〇一二三四五六七八九壹贰貳叁叄參肆伍陆陸柒捌玖两兩俩倆"
_GROUPED = r"\d{1,3}(?:[,，]\d{3}){1,9}+(?!\d)(?:[.．]\d++)?"
# 1.2.3 is a list of three.
_DECIMAL = r"(?<!\d[.．])\d++[.．]\d++(?![.．]\d)"
_ARABIC = rf"(?:{_GROUPED}|{_DECIMAL}|\d++|(?<![\d.．])[.．]\d++)"
_HAN = rf"[{_DIGIT}{_MAGNITUDE}廿卅](?:[ ]{{0,2}}(?:[{_DIGIT}{_MAGNITUDE}廿卅]|[余餘多几幾](?=[ ]?[{_MAGNITUDE}])))*+"
_POINT = rf"(?:[ ]?[点點][ ]?[{_DIGIT}](?<![两兩俩倆])(?:[ ]?[{_DIGIT}](?<![两兩俩倆]))*+)?"
_MIXED = rf"{_ARABIC}(?:[ ]?(?:[零]?\d{{1,4}}|[余餘多几幾](?=[ ]?[{_MAGNITUDE}])|[{_MAGNITUDE}]|零(?=\d)))*+"
_SIGN = r"(?:(?<![-－−﹣\d])[-－−﹣负負](?=[ ]?[^ ]))?"
_WHOLE = rf"(?:{_HAN}{_POINT}|{_ARABIC})"
_NUMBER = regex.compile(
    rf"""
      (?P<power>{_SIGN}{_ARABIC}(?:[eE][-+]?\d{{1,3}}(?![A-Za-z\d])|\^[-+]?\d{{1,3}}(?!\d)))
    | (?P<mixed_top>(?<![\d/.])\d{{1,4}}[ ]\d{{1,4}}/\d{{1,4}}(?![\d/]))
    | (?P<top>(?<![\d/.／]){_SIGN}\d{{1,6}}[/／]\d{{1,6}}(?![\d/／]))
    | (?P<parts>{_SIGN}(?:{_WHOLE}[ ]*又[ ]*)?(?![百千万仟佰]分之){_WHOLE}[ ]*分[ ]*之[ ]*(?:[负負])?{_WHOLE})
    | (?P<thousands>{_SIGN}(?<![A-Za-z]){_ARABIC}[ ]?[kKmMgGtTwW](?![A-Za-z\d]))
    | (?P<arabic>{_SIGN}(?<![A-Za-z]){_MIXED}(?![A-Za-z]))
    | (?P<han>{_SIGN}{_HAN}{_POINT}(?:[ ]?[万亿萬億])?)
    """,
    regex.VERBOSE,
)
# Each alternative opens at the start of a run of numerals, so that a long run is read once.
_SHARE = regex.compile(
    rf"""
      (?P<of>(?<![{_DIGIT}{_MAGNITUDE}])[百千万佰仟][百万亿]*[ ]*分[ ]*之)
      [ ]*(?P<part>{_SIGN}(?:{_HAN}{_POINT}|{_ARABIC})(?:[ ]?[kK](?![A-Za-z]))?)
    | (?P<sign>(?<![%A-Za-z\d]|\d[.．]){_SIGN}{_ARABIC})[ ]?[%％﹪]
    | (?P<points>(?:(?<![{_DIGIT}{_MAGNITUDE}余餘多几幾点點][ ]{{0,2}}){_HAN}{_POINT}
        |(?<![\d.．]){_ARABIC}(?:[ ]?[kK])?(?:[ ]?[万萬亿億])?)
      [ ]*[个個][ ]*百[ ]*分[ ]*[点點])
    | (?P<tenths>(?<![\d.．{_DIGIT}十])
      (?:\d[ ]?[\d.．]{{0,6}}\d|\d{{1,8}}+|[{_DIGIT}十](?:[ ]?(?:[点點][ ]?)?[{_DIGIT}])?)
      [ ]?(?P<word>折|成)(?:[ ]?(?P<more>[半{_DIGIT}]))?)(?![为為立本都功员就长交分型果])
    """,
    regex.VERBOSE,
)
_FACTORS = {"k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12, "w": 10**4}
_MORE = "余餘多几幾"
_BEHIND = frozenset("，。、；：！？,.;:!?的和与或")
_BEFORE = frozenset("是为等于前点")
_GOES_ON = frozenset("这那不而也就，。、；")
_LONGEST_UNIT = 3
_DOZEN = regex.compile("打(?![开击造通电卡扫印算工扰破])")
_BY = regex.compile(r"[ \u3000]")


def find_numbers(text: str) -> list[FoundNumber]:
    """Return every number of a text, from left to right.

    >>> [(n.value, n.over) for n in find_numbers("答案是五，不是三千 八百；十多万人，四又二分之一")]
    [(5, False), (3800, False), (100000, True), (Decimal('4.5'), False)]
    """
    return list(_numbers(text))


def find_percentages(text: str) -> list[FoundNumber]:
    """Return every share of a text, in per cent: 百分之五, 0.3%, 三成五, 八五折, 12个百分点.

    >>> [str(n.value) for n in find_percentages("百分之五、七成六、８.5折和12个百分点")]
    ['5', '76', '85', '12']
    """
    found = []
    for match in _SHARE.finditer(text):
        value = _share(match)
        if value is not None:
            found.append(FoundNumber(match.start(), match.end(), value))
    return found


def _numbers(text: str) -> Iterator[FoundNumber]:
    for match in _NUMBER.finditer(text):
        words = match.group()
        kind = match.lastgroup
        if kind == "power":
            value = _power(words)
        elif kind in ("mixed_top", "parts", "top"):
            value = _fraction(words)
        elif kind == "thousands":
            value = _scaled(words)
        else:
            value = _plain_number(words)
            alone = len(words) == 1 and not _DOZEN.match(text, match.end())
            if value is not None and alone and not _stands_alone(text, match):
                continue
        if value is not None:
            end = match.end()
            if kind in ("arabic", "han") and _DOZEN.match(text, end):
                value, end = plain(Decimal(value) * 12), end + 1
            over = any(c in words for c in _MORE)
            if not over and text[end : end + 1] in ("多", "余", "餘") and text[end : end + 1]:
                over = True
            yield FoundNumber(match.start(), end, value, over)


def _value(words: str) -> Value | None:
    number = parse_number(words)
    return number.value if number is not None else None


def _plain_number(words: str) -> Value | None:
    """Return the number of words that may hold 余 and spaces; a lone magnitude is none."""
    compact = _BY.sub("", words)
    for c in _MORE:
        compact = compact.replace(c, "")
    if compact[:1] in ("俩", "倆") and len(compact) > 1:
        compact = "两" + compact[1:]
    if compact[:1] in ".．":
        compact = "0" + compact
    if len(compact) == 1 and compact in MAGNITUDES and compact not in "十拾":
        return None
    if all(c in "万萬亿億兆千百" for c in compact):
        return None
    return _value(compact)


def _stands_alone(text: str, match: Any) -> bool:
    """Tell whether a single numeral is a number: 是五, 八吨, 前三的; not 四 of 四川."""
    if match.group() not in "一二三四五六七八九十两兩叁0123456789０１２３４５６７８９":
        return False
    if match.group().isdigit():
        return True
    start, end = match.span()
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    if before in ("是", "为") and behind in _GOES_ON:
        return True
    if not behind or behind in _BEHIND:
        return before in _BEFORE if before else not behind or behind == "的"
    units = known_units()
    return before != "第" and any(text[end : end + length] in units for length in range(1, _LONGEST_UNIT + 1))


def _power(words: str) -> Value | None:
    """Return 2e5 and 2^-1."""
    try:
        base, _, exponent = words.replace("E", "e").partition("^" if "^" in words else "e")
        if "^" in words:
            return plain(Decimal(base) ** int(exponent))
        return plain(Decimal(base) * Decimal(10) ** int(exponent))
    except (InvalidOperation, OverflowError):
        return None


def _scaled(words: str) -> Value | None:
    value = _value(words[:-1].strip())
    return None if value is None else plain(Decimal(value) * _FACTORS[words[-1].lower()])


def _fraction(words: str) -> Value | None:
    """Return 二分之一, 3又一千分之23 and 1 4/3."""
    sign = -1 if words[0] in "-－−﹣负負" else 1
    body = words[1:] if sign < 0 else words
    whole: Value | None = 0
    if "又" in body:
        head, _, body = body.partition("又")
        whole = _plain_number(head)
    elif " " in body.strip() and "/" in body:
        head, _, body = body.partition(" ")
        whole = _plain_number(head)
    body = _BY.sub("", body)
    separator = "分之" if "分之" in body else "/" if "/" in body else "／"
    first, _, second = body.partition(separator)
    below, above = (first, second) if separator == "分之" else (second, first)
    bottom, top = _plain_number(below) or _value(below), _plain_number(above)
    if not bottom or top is None or whole is None:
        return None
    return plain(sign * (Decimal(whole) + Decimal(top) / Decimal(bottom)))


def _share(match: Any) -> Value | None:
    if match["of"]:
        words = _BY.sub("", match["of"]).removesuffix("分之")
        of, part = _value(words), match["part"]
        value = _scaled(part) if part[-1] in "kK" else _plain_number(part) or _value(part)
        return None if value is None or not of else plain(Decimal(value) * 100 / Decimal(of))
    if match["sign"]:
        return _value(match["sign"])
    if match["points"]:
        words = _BY.sub("", match["points"])[:-4]
        return _scaled(words) if words[-1] in "kK" else _plain_number(words)
    return _tenths(match)


def _tenths(match: Any) -> Value | None:
    """Return 八五折 and 85折 as 85, 七成六 as 76."""
    words = _BY.sub("", match["tenths"])
    head, word = words.partition(match["word"])[0], match["word"]
    if len(head) == 2 and not set(head) & set("点點.．十"):
        head = f"{head[0]}点{head[1]}" if not head.isdigit() else f"{head[0]}.{head[1]}" if word == "折" else head
    value = _value(head)
    if value is None or value > 10 or (word == "折" and match["more"]):
        return None
    tenths = Decimal(value) * 10
    if match["more"]:
        more = _value(match["more"])
        tenths += 5 if match["more"] == "半" else Decimal(more or 0)
    return plain(tenths)
