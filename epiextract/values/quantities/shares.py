"""Shares and ratios: 百分之五, 三成五, 四分之一, 1/3, 一半, 4∶1, 每4名患者中就有1名."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from epiextract.values.numbers.numerals import Value, parse_number, plain
from epiextract.values.quantities.bounds import AFTER, touching_bound
from epiextract.values.quantities.model import Quantity

_SIGN = re.compile("[∶:：]")
# 三成多, 一半以上; 一半来自 and 三成余款 say nothing of the kind.
_MORE = {"来": "(?!)", "多": "(?![数數元样樣种種])", "余": "(?![下款额額地粮])", "餘": "(?![下款額地糧])"}
_BEHIND = re.compile("|".join(w + _MORE.get(w, "") for w in sorted(AFTER, key=len, reverse=True) if w[-1] != "的"))
_HUNDREDTHS = Decimal("0.01")
_PLACES = 4
_DOUBLED = {"一": 100, "两": 300}


def read_share(text: str, match: Any) -> Quantity | None:
    """Return the share that the pattern matched, in per cent, or the ratio.

    Args:
        text: The text as read.
        match: A match of the scanner's pattern with its share.
    """
    groups = match.groupdict()
    if groups["ratio"] or groups["ratio2"]:
        return _ratio(text, match.span("ratio") if groups["ratio"] else match.span("ratio2"))
    value = _per_cent(groups)
    if value is None:
        return None
    start = match.start()
    if groups["every"] or groups["doubled"]:
        start -= 1 if groups["every"] or text[start - 1] == "翻" else 2
    before, start = touching_bound(text, start)
    bound, end = before or "exact", match.end()
    high = _per_cent_high(groups)
    if groups["per_cent_high"]:
        if high is None or value >= high:
            high, end = None, match.end("per_cent")
        else:
            return Quantity(start, end, value, high, "%", "range", None, "share", "%")
    behind = _BEHIND.match(text, end)
    if behind is not None:
        bound, end = AFTER[behind[0]], behind.end()
    return Quantity(start, end, value, None, "%", bound, None, "share", "%")


def _per_cent(groups: dict[str, Any]) -> Value | None:
    """Return how much of a hundred the words say."""
    if groups["per_cent"]:
        of = parse_number(groups["per_of"])
        return _part(groups["per_cent"], Decimal(of.value) / 100) if of is not None and of.value else None
    if groups["whole"]:
        return _quotient(groups["part"], groups["whole"])
    if groups["top"]:
        return _quotient(groups["top"], groups["bottom"]) if int(groups["top"]) < int(groups["bottom"]) else None
    if groups["every"]:
        share = _quotient(groups["one"], groups["every"])
        return share if share is not None and share < 100 else None
    if groups["tenth"]:
        more = groups["tenth_more"]
        tenths = _part(groups["tenth"], Decimal("0.1"))
        extra = Decimal(5) if more == "半" else _part(more, Decimal(1)) if more else Decimal(0)
        if tenths is None or extra is None or tenths > 100:
            return None
        return plain(Decimal(tenths) + extra)
    if groups["tenths"]:
        return _part(groups["tenths"], Decimal("0.1"))
    if groups["doubled"]:
        return _DOUBLED[groups["doubled"]]
    return 50 if groups["half_share"] is not None else 100


def _per_cent_high(groups: dict[str, Any]) -> Value | None:
    """Return the upper end of 百分之三十到四十."""
    words = groups["per_cent_high"]
    return _per_cent({**groups, "per_cent": words}) if words else None


def _part(words: str, of: Decimal) -> Value | None:
    number = parse_number(words)
    if number is None or number.value is None:
        return None
    return plain(Decimal(number.value) / of)


def _quotient(top: str, bottom: str) -> Value | None:
    """Return the share in per cent; one that does not end (一 of 三) with two places, as news tells it."""
    above, below = parse_number(top), parse_number(bottom)
    if above is None or below is None or above.value is None or not below.value:
        return None
    value = Decimal(above.value) * 100 / Decimal(below.value)
    return plain(value if value == round(value, _PLACES) else value.quantize(_HUNDREDTHS))


def _ratio(text: str, span: tuple[int, int]) -> Quantity | None:
    """Return 4∶1 as 4; of three parts (4∶3∶3) only the first is given."""
    parts = [Decimal(part.replace("．", ".")) for part in _SIGN.split(text[span[0] : span[1]])]
    if not parts[1]:
        return None
    value = plain((parts[0] / parts[1]).quantize(Decimal("0.0001"))) if len(parts) == 2 else plain(parts[0])
    return Quantity(span[0], span[1], value, None, "ratio", "exact", None, "ratio", "")
