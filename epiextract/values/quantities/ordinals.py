"""Numbers that go on with a row of ordinals: the 122例 of 第121、122例 is one patient, and counts nothing."""

from __future__ import annotations

import re

_JOINS = "、和及与與至到—–~～-"
_UNIT = "[例名位宗号號个個起]"
# 第19、20和|21例, 第57至|60宗, 第3例、|4例; not 第一、|3名.
_ROW = re.compile(
    rf"第(?:\d{{1,5}}{_UNIT}?[{_JOINS}]{{1,2}}第?){{0,8}}"
    rf"(?P<last>\d{{1,5}})(?:{_UNIT}?(?P<to>[至到—–~～-]{{1,2}}|、)|(?P<counted>{_UNIT})?[和及与與])\Z"
)
_NUMBER = re.compile(r"\d{1,5}(?![\d.．,万萬亿億千百])")
# 第三、|四例; 第一、|三名 may be the first point of a list.
_HAN_ROW = re.compile(r"第[一二三四五六七八九十]{1,3}[、至到和及与]\Z")
_HAN_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}[例宗起]")
_REACH = 48
# Those of a row are near each other: 排名第3、|120例确诊 is none.
_FARTHEST = 50
# 第12例和|13例; 第1例和|2例 may count two more.
_HIGH = 10


def goes_on_ordinals(text: str, start: int) -> bool:
    """Tell whether a number goes on with a row of ordinals before it, higher than the one before.

    Args:
        text: The text as read.
        start: First character of the number.

    >>> [goes_on_ordinals(text, 5) for text in ("第121、122例", "第121例，12例")]
    [True, False]
    """
    if start < 3 or text[start - 1] not in _JOINS:
        return False
    number = _NUMBER.match(text, start)
    if number is None:
        han = _HAN_NUMBER.match(text, start)
        return han is not None and _HAN_ROW.search(text, max(0, start - 5), start) is not None
    row = _ROW.search(text, max(0, start - _REACH), start)
    if row is None:
        return False
    last = int(row["last"])
    ahead = int(number[0]) - last
    if row["counted"]:
        return ahead == 1 and last >= _HIGH
    return ahead > 0 and (ahead <= _FARTHEST or row["to"] not in (None, "、"))
