"""The ends of a range: the magnitude that only the upper end writes (2至3万)."""

from __future__ import annotations

from decimal import Decimal

from epiextract.values.numbers.numerals import (
    DIGITS,
    LARGE,
    MAGNITUDES,
    SMALL,
    Number,
    Value,
    magnitude,
    parse_number,
    plain,
)

_MAGNITUDES = "".join(MAGNITUDES)
_LARGE = "".join(LARGE)


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
    >>> shared_magnitude(4, "4", "5百万", 5000000)
    4000000
    """
    # 两到三千 is told of thousands.
    small = SMALL.get(high_text[1:2])
    if small and low < (DIGITS.get(high_text[0]) or 0) and len(low_text) == 1 and low_text in DIGITS:
        return plain(Decimal(low) * magnitude(high_text[1:]))
    if not LARGE.keys().isdisjoint(low_text):
        return low
    scales = [high_text[len(high_text.rstrip(_LARGE)) :]]
    head = high_text.rstrip(_MAGNITUDES)
    if head[-1:].isdecimal() and MAGNITUDES.keys().isdisjoint(low_text):
        # of 4至5百万 both are millions; in 十八至三十万 the 十 belongs to 三, and 100至3百万 shares 万 alone
        scales.insert(0, high_text[len(head) :])
    # 3至3.5万, not 8500到3万
    return next((raised for scale in scales if (raised := plain(low * Decimal(magnitude(scale)))) < high), low)
