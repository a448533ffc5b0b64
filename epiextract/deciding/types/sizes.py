"""Sizes of packs, which are no gift of their own: 25kg|消毒液100桶, 500ml|装酒精720瓶, 酒精720瓶（500ml/瓶）."""

from __future__ import annotations

import re

from epiextract.deciding.types.fits import OTHER
from epiextract.matching.reading import Decision, Figure, Reading

RULE_SIZE = "core/size@1"
_MEASURED, _GIFTS = frozenset({"mass", "volume"}), frozenset({"donation", "supply"})
# What holds so much, and how much of one it holds at most, in kg; 100公斤消毒液20桶 are 100 kg in all.
_PACKS = "桶瓶箱袋罐盒包壶听支提"
_MOST = {"kg": 50.0, "g": 5_000.0, "l": 30.0, "ml": 5_000.0, "L": 30.0, "mL": 5_000.0}
_EACH = re.compile(rf".*[/／每][{_PACKS}]")
_EACH_BEHIND = re.compile(rf"[/／][{_PACKS}]")
_LONGEST = 14
_NOUN = re.compile(r"(?P<told>[/／]?[桶瓶袋箱]?装的?|规格的?)?的?[\u3400-\u9fffA-Za-z0-9%\-]{1,12}?")


def as_size(reading: Reading, figure: Figure) -> Decision | None:
    """Return that a figure is no gift where it tells how much one pack holds; else None.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    decided = figure.decided
    if decided is None or decided.type not in _GIFTS or figure.quantity.kind not in _MEASURED:
        return None
    return Decision(OTHER, None, RULE_SIZE) if _is_size(reading, figure) else None


def _is_size(reading: Reading, figure: Figure) -> bool:
    text = reading.text
    if _EACH.fullmatch(text, figure.start, figure.end) or _EACH_BEHIND.match(text, figure.end):
        return True
    packs = _next(reading, figure)
    if packs is None:
        return False
    noun = _NOUN.fullmatch(text, figure.end, packs.start)
    if noun is None or text[packs.end - 1] not in _PACKS:
        return False
    if noun["told"]:
        return True
    most = _MOST.get(figure.quantity.unit or "")
    value = figure.quantity.value
    # 10公斤酒精|20瓶: goods must be all that stands between
    goods = [one for one in reading.mentions[figure.index + 1 : packs.index] if one.tag == "GOODS"]
    touches = bool(goods) and goods[0].start == figure.end and goods[-1].end == packs.start
    return most is not None and value is not None and value <= most and touches


def _next(reading: Reading, figure: Figure) -> Figure | None:
    """Return the figure behind one, where it stands near."""
    at = reading.figure_after(figure.end)
    following = reading.figures[at] if at < len(reading.figures) else None
    return following if following is not None and following.start - figure.end <= _LONGEST else None
