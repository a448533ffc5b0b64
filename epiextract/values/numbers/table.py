"""Numerals in their usual spelling, looked up and not parsed: all below ten thousand, and what 万 and 亿 make of them.

A numeral in its usual spelling has one reading. Whatever is spelled otherwise (三万五, 二十零五, 四万万) is left to the
grammar of `epiextract.values.numbers.numerals`.
"""

from __future__ import annotations

from functools import lru_cache

_ONES = tuple(zip("一二三四五六七八九", range(1, 10), strict=True))
# 两百 and 二百 are both said.
_MANY = (*_ONES, ("两", 2))
_TEN_THOUSAND, _HUNDRED_MILLION = 10**4, 10**8


@lru_cache(maxsize=1)
def sections() -> dict[str, int]:
    """Return every numeral from 1 to 9999 in its usual spelling.

    >>> table = sections()
    >>> table["十五"], table["一百一十五"], table["两千零三十"], table.get("四百五")
    (15, 115, 2030, None)
    """
    # What may follow a magnitude, by the magnitude before it: 零五 and 五十 after 百, 零五十 and 五百 after 千.
    tens = {
        f"{ten}十{one}": 10 * tenfold + ones
        for ten, tenfold in _ONES
        for one, ones in (("", 0), *_ONES)
    }  # fmt: skip
    after_hundred = {"": 0, **{f"零{one}": ones for one, ones in _ONES}, **tens}
    hundreds = {
        f"{many}百{rest}": 100 * hundredfold + less
        for many, hundredfold in _MANY
        for rest, less in after_hundred.items()
    }
    after_thousand = {
        "": 0,
        **{f"零{one}": ones for one, ones in _ONES},
        **{f"零{rest}": less for rest, less in tens.items()},
        **hundreds,
    }
    thousands = {
        f"{many}千{rest}": 1000 * thousandfold + less
        for many, thousandfold in _MANY
        for rest, less in after_thousand.items()
    }
    # 十五 stands for 一十五 where nothing stands before it.
    short = {rest[1:]: less for rest, less in tens.items() if less < 20}
    return {**dict(_MANY), **short, **tens, **hundreds, **thousands}


def usual_number(text: str) -> int | None:
    """Return the number of a numeral in its usual spelling, None for any other text.

    >>> usual_number("三十五"), usual_number("一百二十万零三百"), usual_number("两亿五千万"), usual_number("三万五")
    (35, 1200300, 250000000, None)
    """
    table = sections()
    value = table.get(text)
    if value is not None:
        return value
    head, found, rest = text.partition("亿")
    if found:
        high = table.get(head)
        if high is None:
            return None
        low = _below(rest, table, _HUNDRED_MILLION)
        return None if low is None else high * _HUNDRED_MILLION + low
    head, found, rest = text.partition("万")
    high = table.get(head) if found else None
    if high is None:
        return None
    low = _below(rest, table, _TEN_THOUSAND)
    return None if low is None else high * _TEN_THOUSAND + low


def _below(text: str, table: dict[str, int], top: int) -> int | None:
    """Return what follows 亿 or 万: a gap in the places is told by 零, and only a gap."""
    if not text:
        return 0
    gap = text[0] == "零"
    rest = text[1:] if gap else text
    head, found, tail = rest.partition("万") if top == _HUNDRED_MILLION else (rest, "", "")
    high = table.get(head)
    if high is None or head == "两":
        return None
    if found:
        low = _below(tail, table, _TEN_THOUSAND)
        high = -1 if low is None else high * _TEN_THOUSAND + low
    return high if high >= 0 and gap == (high < top // 10) else None
