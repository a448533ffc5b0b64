"""Changes of prices in money, and in shares behind a price: 比上周上涨0.5元, 便宜0.2元, 每斤2元，涨幅12%."""

from __future__ import annotations

import re

from epiextract.deciding.types.fits import OTHER
from epiextract.matching.reading import Decision, Figure, Reading

PRICE, LEVEL, CHANGE, RULE_CHANGE = "price", "level", "change", "core/price-change@1"
_DOWN, _UP = "下跌|下调|下降|跌价|降价|回落|降低|便宜|跌|降", "上涨|上调|上升|涨价|提价|加价|飙升|涨|升"
_OF = "(?:每(?:公?斤|千克|吨|升|只|个|盒|瓶|箱))?"
_NUMBER = r"了?(?:大?约|近|超过?|将近|不到|足足|整整|为|达|了)?\s*\Z"
# What a price comes to: 由每只3.5元降为|2.8元; 跌幅为 is the fall itself.
_COMES_TO = re.compile(rf"(?:{_DOWN}|{_UP}|调整?|变更?)了?为(?:大?约|近|每(?:公?斤|千克|吨|升|只|个|盒|瓶|箱))?\s*\Z")
# 每斤便宜|0.2元, not 最便宜|3.18元, 涨到|5元, 跌破|30美元. 低, 高 and 贵 need what is compared with: 比昨天低|0.2元.
_MOVED = re.compile(rf"(?<![最较不])(?:{_DOWN}|{_UP}|比[^，,。；;：:！？\n]{{1,12}}[低高贵]){_OF}{_NUMBER}")
_FELL = re.compile(rf"(?:{_DOWN}|低|跌幅|降幅){_OF}{_NUMBER}")
# 每斤2元，|涨幅12%: what rose stands right before.
_BEHIND = re.compile(
    rf"[^，,。；;\n]{{0,6}}[，,](?:价格|同比|环比|[较比][^，。；\n]{{1,8}})?(?:涨幅|跌幅|降幅|升幅|{_DOWN}|{_UP}){_NUMBER}"
)
# 口罩价格|比上周上涨|8倍
_MOVED_BY = re.compile(rf"(?:[同环]比|平均|[较比][^，,。；;\n]{{1,6}})?(?:{_DOWN}|{_UP}|涨幅|跌幅|降幅){_NUMBER}")
_TIMES, _NEAR = frozenset({"share", "multiple"}), 4
REACH = 24


def as_change(reading: Reading, figure: Figure) -> Decision | None:
    """Return a change of price where a figure was taken for a level, or a share behind a price for nothing; else None.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    decided, kind = figure.decided, figure.quantity.kind
    if decided is None:
        return None
    if (decided.type, decided.measure) == (PRICE, LEVEL) and kind == "money":
        moved = _before(reading, figure, _MOVED) and not _before(reading, figure, _COMES_TO)
        return Decision(PRICE, CHANGE, RULE_CHANGE) if moved else None
    if decided.type == OTHER and kind in _TIMES and _of_price(reading, figure):
        return Decision(PRICE, CHANGE, RULE_CHANGE)
    if decided.type == OTHER and kind == "share":
        return Decision(PRICE, CHANGE, RULE_CHANGE) if _behind_price(reading, figure) else None
    return None


def _of_price(reading: Reading, figure: Figure) -> bool:
    """Tell whether a price that is one word with its goods rose or fell by a figure: 口罩价格|上涨8倍, 菜价下降5%."""
    near = reading.mentions[max(0, figure.index - _NEAR) : figure.index]
    price = next((one for one in reversed(near) if one.tag == "GOODS"), None)
    if price is None or not reading.text[price.start : price.end].endswith(("价", "价格")):
        return False
    return _MOVED_BY.fullmatch(reading.text, price.end, figure.start) is not None


def has_fallen(reading: Reading, figure: Figure) -> bool:
    """Tell whether a change of price was a fall: 比前一天便宜0.2元.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    decided = figure.decided
    if decided is None or decided.rule != RULE_CHANGE:
        return False
    return _before(reading, figure, _FELL)


def _before(reading: Reading, figure: Figure, pattern: re.Pattern[str]) -> bool:
    start = max(reading.sentences[figure.sentence].start, figure.start - REACH)
    return pattern.search(reading.text[start : figure.start]) is not None


def _behind_price(reading: Reading, figure: Figure) -> bool:
    """Tell whether the figure right before is a price in the same sentence, and the share its change."""
    first = reading.bounds[figure.sentence][0]
    last = next((m for m in reversed(reading.mentions[first : figure.index]) if m.tag == "QTY"), None)
    if last is None or not _BEHIND.fullmatch(reading.text[last.end : figure.start]):
        return False
    number = next((one for one in reading.figures if one.start == last.start), None)
    return number is not None and number.decided is not None and number.decided.type == PRICE
