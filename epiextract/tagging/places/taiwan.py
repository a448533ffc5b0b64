"""Where a report is by Taiwan's own authorities or agency: 疾管署公布，國內新增…."""

from __future__ import annotations

import re

# Those who are told of from outside are 台湾疾管署, or stand in quotes.
_OWN = re.compile(
    r"(?<![台湾灣省“「])(?:中央流行疫情指[揮挥]中心|疾管署|[衛卫]福部|中央社(?:[記记]者[^，。\n]{1,6})?[台臺]北)"
)
# What every one of them holds, looked for first since hardly a text has it.
_PARTS = ("流行疫情指", "疾管署", "衛福部", "卫福部", "中央社")
# A report of the mainland tells of 岛内 too, and 国内 is another place in it.
_OUTSIDE = re.compile(
    r"国台办|国务院|国家卫|新华社|中新[社网]|中国新闻网|央视|人民网|人民日报|岛内|台湾地区|内地(?!输入|移入)"
)


def told_by_taiwan(text: str) -> range:
    """Return the characters of a text where 國內 and 全國 mean Taiwan: from who speaks for it to the mainland's own.

    >>> told_by_taiwan("疾管署公布，國內新增7例")
    range(0, 12)
    """
    if not any(part in text for part in _PARTS):
        return range(0)
    own, outside = _OWN.search(text), _OUTSIDE.search(text)
    return range(own.start() if own else len(text), outside.start() if outside else len(text))
