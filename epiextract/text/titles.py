"""Titles that are told apart from the text, as a column or a field of its own."""

from __future__ import annotations

import re
from itertools import islice

from epiextract.text.view import ReadingView

# A line of a longer field is the article once more, or what somebody says of it.
TITLE_MAX = 200
# Where the text repeats its title: behind the outlet, the day, a byline.
LINES = 6
_BLANK = re.compile(r"[\s>]+")
_LINE = re.compile(r"[^\n]*\S[^\n]*")


def title_apart(title: str | None, text: str) -> str | None:
    r"""Return the title as a line to be read before the text, or None where the text has it or there is none.

    Args:
        title: The title, as it was told.
        text: The text, as it is read.

    >>> title_apart("湖南新增3例", "其中长沙市2例。")
    '湖南新增3例'
    >>> title_apart("湖南新增3例", "来源：湖南日报\n湖南新增3例\n其中长沙市2例。") is None
    True
    """
    line = " ".join(ReadingView.of(title or "").text.replace(">", " ").split())
    if not line or len(line) > TITLE_MAX:
        return None
    told = _BLANK.sub("", line)
    for number, match in enumerate(islice(_LINE.finditer(text), LINES)):
        head = _BLANK.sub("", match.group()[: TITLE_MAX * 2])
        # pages add the site to their titles: 湖南新增3例_新闻频道
        if head.startswith(told) or (number == 0 and head and told.startswith(head)):
            return None
    return line
