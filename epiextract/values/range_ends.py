"""The ends of a range: two digits side by side (三四百), and the magnitude that only the upper end writes (2至3万)."""

from __future__ import annotations

from decimal import Decimal

from epiextract.values.numerals import DIGITS, LARGE, MAGNITUDES, SMALL, Number, Value, magnitude, parse_number, plain


def written_number(words: str) -> Number | None:
    """Return the number that the pattern found; w stands for 万.

    >>> written_number("30w").value
    300000
    """
    if words[-1] in "wW":
        number = parse_number(words[:-1])
        return number._replace(value=times(number.value, 10_000)) if number else None
    return parse_number(words)


def times(value: Value | None, scale: Decimal | int) -> Value | None:
    """Return a value times a factor; None stays None.

    >>> times(Decimal("1.5"), 10_000)
    15000
    """
    return None if value is None else plain(Decimal(value) * scale)


def shared_magnitude(low: Value, low_text: str, high_text: str, high: Value) -> Value:
    """Return the lower end with the magnitude that only the upper end writes.

    >>> shared_magnitude(2, "2", "3万", 30000), shared_magnitude(8500, "8500", "3万", 30000)
    (20000, 8500)
    """
    # 两到三千 is told of thousands.
    small = SMALL.get(high_text[1:2])
    if small and low < (DIGITS.get(high_text[0]) or 0) and len(low_text) == 1 and low_text in DIGITS:
        return plain(Decimal(low) * magnitude(high_text[1:]))
    tail = ""
    for c in reversed(high_text):
        if c not in LARGE:
            break
        tail = c + tail
    if tail and not any(c in LARGE for c in low_text) and low < high // magnitude(tail):
        return plain(Decimal(low) * magnitude(tail))
    return low


def number_pair(han: str) -> tuple[Value, Value] | None:
    """Return the ends of 三四百, 两三, 十七八 and 三五百.

    >>> number_pair("三四百"), number_pair("十七八"), number_pair("三百")
    ((300, 400), (17, 18), None)
    """
    head = han[0] == "十" and len(han) == 3
    digits = han[1:3] if head else han[:2]
    if len(digits) != 2:
        return None
    tail = han[3:] if head else han[2:]
    if any(c not in DIGITS for c in digits) or any(c not in MAGNITUDES for c in tail):
        return None
    low, high = DIGITS[digits[0]], DIGITS[digits[1]]
    if not (low > 0 and (high == low + 1 or digits == "三五")):
        return None
    factor = magnitude(tail)
    base = 10 if head else 0
    return (base + low) * factor, (base + high) * factor
