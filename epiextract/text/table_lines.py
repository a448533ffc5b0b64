"""Rows of tables that were copied as plain lines: their numbers and cells stay apart, whatever prose would join."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What is read between the number of a row and the name beside it: 3 日本 is no 3日.
CELL_BAR = "｜"
_LONGEST = 100
_WORDS = rf"[^\n\d。；;：:？！?!]{{2,{_LONGEST}}}"
_NUMBERED = r"(?:排名|名次|序号|編號|编号|序號|No\.?|NO\.?)"
# 排名 国家 确诊, and the rows below it: 1 意大利 10149.
_RANKED = re.compile(rf"^[ |｜]{{0,4}}{_NUMBERED}[ |｜]{{1,8}}{_WORDS}\n", re.MULTILINE)
_RANKED_ROW = re.compile(
    rf"[ |｜]{{0,4}}\d{{1,4}}(?P<space>[ ]{{1,8}})(?=[\u3400-\u9fff])[^\n]{{1,{_LONGEST}}}(?:\n|\Z)"
)
# 地区,累计确诊,死亡, and 湖北,67773,3046; 湖北,67,773 below it would have one cell too many.
_CELL = r"[^\n,，\d。；;：:？！?!]{1,16}"
_COMMA_HEADS = re.compile(rf"^{_CELL}(?:[,，]{_CELL}){{2,12}}\n(?=[^\n]{{2,30}}?\d[,，]\d)", re.MULTILINE)
_COMMA_ROW = re.compile(
    rf"(?:\d{{1,4}}[,，])?{_CELL}[,，](?P<cells>\d{{1,9}}(?:[,，]\d{{1,9}}){{1,12}})[ ]{{0,4}}(?:\n|\Z)"
)
_COMMA = re.compile("[,，]")


def row_numbers_apart(text: str) -> frozenset[int]:
    r"""Return where the spaces begin that stand between the numbers of rows and what they number.

    >>> sorted(row_numbers_apart("排名 国家 确诊\n1 意大利 10149\n2 伊朗 8042"))
    [10, 22]
    """
    return frozenset(
        row.start("space") for head in _RANKED.finditer(text) for row in _rows(text, head.end(), _RANKED_ROW)
    )


def with_cells_apart(text: str) -> str:
    r"""Return a text in which bars stand between the numbers of a row under as many heads.

    >>> with_cells_apart("地区,现有确诊,累计确诊\n广东,80,135\n湖北,17,151,67")
    '地区,现有确诊,累计确诊\n广东,80｜135\n湖北,17,151,67'
    """
    pieces: list[str] = []
    last = 0
    for head in _COMMA_HEADS.finditer(text):
        if head.start() < last:
            continue
        cells = len(_COMMA.findall(head.group()))
        for row in _rows(text, head.end(), _COMMA_ROW):
            if len(_COMMA.findall(row.group())) == cells:
                pieces += [text[last : row.start("cells")], _COMMA.sub(CELL_BAR, row["cells"])]
                last = row.end("cells")
    return "".join([*pieces, text[last:]]) if pieces else text


def _rows(text: str, at: int, row: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the rows that follow each other below a heading."""
    while (found := row.match(text, at)) is not None and found.end() > at:
        yield found
        at = found.end()
