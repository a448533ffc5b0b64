"""Imprints: the day on which an article was printed, signed or broadcast, as it says itself at its end."""

from __future__ import annotations

import re
from datetime import date

# How far before the end of an article its imprint can stand: editors and the original title follow it.
REACH = 300

_DAY = r"(20\d\d)[ ]?[-年][ ]?(1[0-2]|0?[1-9])[ ]?[-月][ ]?([12]\d|3[01]|0?[1-9])[ ]?日?"
# 《人民日报》（2020年03月17日 04版）, 本文刊于《解放军报》2020年3月7日第1版.
_PRINTED = re.compile(rf"《[ ]?[^《》\n]{{2,12}}?[报刊][ ]?》[ ]?[（(]?[ ]?{_DAY}[ ]?第?[ ]?[A-Za-z]?\d{{1,3}}[ ]?版")
# The last line, below who signs, before editors and such at most: 武汉市红十字会 / 2020年1月30日.
_SIGNED = re.compile(rf"\n[^\S\n]*{_DAY}[^\S\n]*(?:\s*[（(]?(?:原标题|责任?编辑?|编辑|附)[^\n]*)?\s*\Z")
# A passage of a broadcast names the whole of it: 2020-03-12 新闻和报纸摘要全文>>>.
_BROADCAST = re.compile(rf"{_DAY}[ ]?[\u3400-\u9fff]{{2,12}}全文(?=>|\s|$)")


def imprint_date(text: str) -> str | None:
    """Return the day of an article's imprint as ISO text, or None where it has none.

    Args:
        text: The article as it is read.

    >>> imprint_date("……取得胜利。《人民日报》（2020年03月17日 04 版）")
    '2020-03-17'
    """
    if "20" not in text:
        return None
    tail = text[-REACH:]
    found = _PRINTED.findall(tail) or _SIGNED.findall(tail) or _BROADCAST.findall(text)
    if not found:
        return None
    year, month, day = map(int, found[-1])
    try:
        return date(year, month, day).isoformat()
    except ValueError:  # 2020年02月31日
        return None
