"""Goods that were seized, and goods that were secured: 查扣消毒液500瓶、口罩300只; 共落实口罩28.6万只."""

from __future__ import annotations

import re

from epiextract.deciding.types.deeds import ACTIVITY
from epiextract.deciding.types.gifts import SUPPLY
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

_GOODS = "GOODS"
_COUNTED = frozenset({"goods", "mass", "volume", "count", "length"})
_SEIZED = re.compile("(?:查扣|查获|查獲|收缴|收繳|缴获|繳獲|扣押|没收|沒收|起获|暂扣|扣缴)(?![时後后案])")
_REACH, _LONGEST = 100, 10
# 口罩17.5万余只，|生产设备: what stands before the next thing seized.
_ITEMS = re.compile(
    r"了?(?:[^，,。；;：:\n\d、]{1,20}\d[\d.,]{0,10}[余多]?[万亿]?[余多]?[\u4e00-\u9fff]{1,2}(?P<by>[、，,和及])){0,9}"
    r"(?P<what>[^，,。；;：:\n\d]{0,24})\Z"
)
# Names with digits: N95口罩, 3M口罩.
_NAMES = re.compile("K?N9[59]|KF94|3M|84(?=消毒)")
_VAGUE = re.compile("^(?:各[类种]|大量|一批|涉嫌|部分|疑似|共计|共|总计|约|了)*")
_FALSE = re.compile("假冒伪劣|假冒|伪劣|假|劣质|涉案|不合格|三无|过期|走私")
# 共落实|口罩26万只、防护服300件; 落实到人 and 落实措施 secure nothing.
_SECURED = re.compile(r"(?<!未)落实(?!到|责任|措施|政策|好|情况|防|各项|于)了?[^，,。；;：:\n到于责措政施]{0,80}\Z")
_SECURED_REACH, _DELIVERED, _PROCURED = 90, "delivered", "procured"


def seized(reading: Reading, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of goods that were seized, or None: 查扣|口罩|300只 is the measure 查扣口罩.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    if figure.quantity.kind not in _COUNTED:
        return None
    goods = _goods_beside(reading, figure)
    if goods is None:
        return None
    start = max(reading.sentences[figure.sentence].start, figure.start - _REACH)
    verb = max(_SEIZED.finditer(reading.text, start, figure.start), key=re.Match.start, default=None)
    if verb is None:
        return None
    said = _NAMES.sub(lambda name: "品" * len(name[0]), reading.text[verb.end() : figure.start])
    found = _ITEMS.match(said)
    if found is None or (found["by"] in ("，", ",") and goods.end != figure.start):
        return None
    return ACTIVITY, verb.group() + _thing(reading, figure, goods, found["what"])


def secured(text: str, figure: Figure) -> str | None:
    """Return the measure of goods that somebody found and secured, or None: 共落实口罩28.6万只.

    Args:
        text: The text as read.
        figure: The figure, decided.
    """
    decided = figure.decided
    if decided is None or (decided.type, decided.measure) != (SUPPLY, _DELIVERED):
        return None
    start = max(figure.clause[0], figure.start - _SECURED_REACH)
    return _PROCURED if _SECURED.search(text, start, figure.start) else None


def _goods_beside(reading: Reading, figure: Figure) -> Mention | None:
    """Return the goods that touch a figure, on its left first."""
    before = reading.mentions[figure.index - 1] if figure.index else None
    if before is not None and before.tag == _GOODS and before.end == figure.start:
        return before
    behind = reading.mentions[figure.index + 1 : figure.index + 2]
    if behind and behind[0].tag == _GOODS and reading.text[figure.end : behind[0].start] in ("", "的"):
        return behind[0]
    return None


def _thing(reading: Reading, figure: Figure, goods: Mention, what: str) -> str:
    """Return what was seized, as written where that is short, else the goods with what is wrong with them."""
    name = reading.text[goods.start : goods.end]
    if goods.start >= figure.end:
        return name
    said = _VAGUE.sub("", reading.text[figure.start - len(what) : figure.start])
    if said.endswith(name) and len(said) <= _LONGEST and not any(mark in said for mark in '“”"（('):
        return said
    wrong = _FALSE.search(what)
    return (wrong.group() if wrong else "") + name
