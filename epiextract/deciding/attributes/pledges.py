"""Gifts that are only promised: what a pledge tells of holds for the sentence that goes on with it.

恒力集团拟捐款1800万元。其中600万元用于购买口罩: neither has come.
"""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure, Reading

# 拟向武汉捐款1800万元, 宣布对12个国家进行捐赠; what is 捐赠的 is in hand, and so is what 已捐赠.
_PLEDGES = re.compile(
    r"(?:宣[布佈]|决定|決定|承诺|承諾|计划|計劃|(?<![虚模])[拟擬]|[将將](?=[会會再向捐]))"
    r"[^。；;：:！？\n已到获獲收签簽]{0,40}?(?:[捐赠贈]|资助|資助)(?![^，,。；;\n]{0,4}的)"
)
# 其中600万元用于购买口罩, 每个国家捐赠10万个口罩, 各捐赠3万只
_GOES_ON = re.compile(r"\s*[“”]?(?:其中|每[个家省市县国位所]|各)")
_DONE = re.compile(
    "已|到账|到帳|[运運][抵达達]|[送抵][达達]|拨付|撥付|完成|目前|截至|截止|首批|第一批|昨|今[天日]|收到|签收"
)
_LOOK, _REACH = 160, 90


def is_pledge_continued(reading: Reading, figure: Figure) -> bool:
    """Tell whether the sentence before promises a gift, and that of the figure goes on with it.

    Args:
        reading: The document as read.
        figure: What is given.
    """
    if not figure.sentence:
        return False
    text, own, before = reading.text, reading.sentences[figure.sentence], reading.sentences[figure.sentence - 1]
    if reading.paragraph_of(figure.sentence) != reading.paragraph_of(figure.sentence - 1):
        return False
    if figure.start - own.start > _REACH or not _GOES_ON.match(text, own.start, figure.start):
        return False
    pledge = _PLEDGES.search(text, max(before.start, before.end - _LOOK), before.end)
    if pledge is None or _DONE.search(text, pledge.start(), before.end):
        return False
    return _DONE.search(text, own.start, min(figure.end + 20, own.end)) is None
