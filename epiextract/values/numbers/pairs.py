"""Two digits side by side are the ends of a range: 三四百, 十七八, 一百二三十."""

from __future__ import annotations

from epiextract.values.numbers.numerals import DIGITS, MAGNITUDES, Value, parse_number

_HAN_DIGITS = str.maketrans("123456789", "一二三四五六七八九")


def number_pair(han: str) -> tuple[Value, Value] | None:
    """Return the ends of 三四百, 两三, 十七八, 一百二三十 and 三五百; None for any other numeral.

    >>> number_pair("三四百"), number_pair("一百二三十"), number_pair("三百")
    ((300, 400), (120, 130), None)
    """
    if "、" in han:
        han = han.replace("、", "").translate(_HAN_DIGITS)
    # the decimals of 一点二三亿 are told digit by digit
    if "点" in han or "點" in han:
        return None
    at = next((i for i in range(len(han) - 1) if han[i] in DIGITS and han[i + 1] in DIGITS and DIGITS[han[i]]), None)
    if at is None:
        return None
    head, digits, tail = han[:at], han[at : at + 2], han[at + 2 :]
    if any(c not in MAGNITUDES for c in tail):
        return None
    if DIGITS[digits[1]] != DIGITS[digits[0]] + 1 and (head or digits != "三五"):
        return None
    # what stands before the two digits belongs to both ends: 一百二三十 is 一百二十 to 一百三十
    low, high = parse_number(head + digits[0] + tail), parse_number(head + digits[1] + tail)
    if low is None or high is None or low.value is None or high.value is None:
        return None
    # of 零下七八度 the second lies lower
    return min(low.value, high.value), max(low.value, high.value)
