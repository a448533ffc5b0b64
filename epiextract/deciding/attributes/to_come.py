"""Whether what a figure counts is still to come where no 将 stands before it, or there although one does."""

from __future__ import annotations

import re

from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Figure, Reading

# What is told of a day after the article's own, or for 届时, is to come.
_COUNTED = frozenset({"supply", "testing", "facility", "bed"})
_PEOPLE, _BEDS = "personnel", "bed"
# 到明天，全市在现有10家的基础上; 预计3月产量2.9万吨 is left to those who reckon.
_THERE = re.compile(r"[已曾现]|目前|截至|截止|累计")
_REACH = 60
_THEN = re.compile(r"(?:届时|屆時)[^。；;！？\n已曾现]{0,60}\Z")
# 设计|检测通量1万, 设计房间150间，其中病房96间; 设计院 and 设计师 design.
_DESIGNED = re.compile(
    r"(?<![由负责工业软件装服])设计(?![师院公者费图团单人方]|服务|集团|研究|大学|学院)[^，,。；;：:、\n已的了]{0,10}(?:[，,（(]其中[^，,。；;：:、\n已]{0,8})?\Z"
)
# 再建6条, 要建12家; 又再建了 is done.
_BUILDS = re.compile(r"(?:(?<![又曾先后一])再|拟|[将將]|需|还要|计划|待)(?:新)?建(?:设|造)?(?:约|近|不少于)?\Z")
# 将于2月18日开始投放30万只; 便将于 and what is 的 tell of what was.
_WILL_ON = re.compile(r"(?<![已便曾])[将將][于於][^，,。；;\n已曾的]{2,36}\Z")
# 承担了|12万套|防护服生产任务: what is still to be made; 完成了…任务 is made.
_TASK = re.compile(r"(?:承担|承接|接到|接下|领受|领到)(?:了|起)?[^，,。；;：:、\n\d完]{0,8}\Z")
_TO_MAKE = re.compile(
    r"[^，,。；;：:、！？\n\d]{0,12}?(?:生产|加工|制作|赶制|制造|建设)[^，,。；;：:、！？\n\d]{0,3}?任务"
    r"(?![^。；;！？\n]{0,14}(?:已|完成|交付|下线))"
)
_SUPPLY = "supply"
# 如果发生密切接触，|20名|民警会被隔离: what comes of it, told behind its figure.
_IF, _IF_REACH = re.compile(r"(?:如果|假如|倘若|要是|一旦)[^。；;！？\n]{0,40}[，,][^，,。；;\n已]{0,12}\Z"), 60
_WOULD_BE = re.compile(
    r"[^，,。；;：:！？\n已]{0,8}(?:[将將會会就]|可能)(?:[会會要都]|可能)?(?:被|须|需|要|面临|感染|死)"
)
# 可容纳|200张|床位的医院已建成
_BUILT = re.compile(
    r"(?:病?床位?)?的[^，,。；;：:！？\n未没将]{1,16}?(?<!未)已(?:经|全面|全部|正式|基本|顺利|于[^，。；\n]{1,10}?)?"
    r"(?:建成|建好|完工|竣工|交付|投用|启用|投入使用|改造完|开放|开诊)"
)
# 当日到达的|358人|将集中休养: who came is there, whatever they will do.
_CAME = re.compile(r"(?<![将要拟会])(?:到达|抵达|返回|归来|返程|回来|到来|撤离|返岗|到岗|抵汉|返汉|回国)的\Z")
_WILL = re.compile(r"[^，,。；;：:！？\n]{0,10}(?:[将將]|计划|拟)")
# 总共会有60万只口罩、3万套防护服送到非洲
_WILL_COME = re.compile(r"(?:总共|一共|共|还|将|就)会有[^，,。；;：:！？\n已]{0,40}\Z")
_WILL_COME_REACH = 46
_COMES = re.compile(r"[^，,。；;：:！？\n已]{0,60}?(?:送[到往达至给]|[运運][到往抵至]|抵达|捐[给往赠])")


def is_there(reading: Reading, filled: Filled) -> bool:
    """Tell whether what a figure counts is there, although what it is for, or what it will do, is told with it.

    Args:
        reading: The document as read.
        filled: The event in the making.
    """
    text, figure = reading.text, filled.figure
    if filled.type == _BEDS:
        return _BUILT.match(text, figure.end) is not None
    came = filled.type == _PEOPLE and _CAME.search(text, max(0, figure.start - 4), figure.start) is not None
    return came and _WILL.match(text, figure.end) is not None


def would_be(reading: Reading, filled: Filled) -> bool:
    """Tell whether what a figure counts comes only of what may happen.

    Args:
        reading: The document as read.
        filled: The event in the making.
    """
    figure = filled.figure
    return told_before(reading, figure, _IF, _IF_REACH) and _WOULD_BE.match(reading.text, figure.end) is not None


def is_to_come(reading: Reading, filled: Filled) -> bool:
    """Tell whether the words before a figure, or its date, say that what it counts is to come.

    Args:
        reading: The document as read.
        filled: The event in the making, its date filled.
    """
    figure, kind = filled.figure, filled.type
    if kind not in _COUNTED and kind != _PEOPLE:
        return False
    if any(told_before(reading, figure, pattern, _REACH) for pattern in (_THEN, _WILL_ON)):
        return True
    if kind == _SUPPLY and told_before(reading, figure, _TASK, _REACH) and _TO_MAKE.match(reading.text, figure.end):
        return True
    if kind == _PEOPLE:
        return False
    built = kind == "facility" and told_before(reading, figure, _BUILDS, _REACH)
    return built or told_before(reading, figure, _DESIGNED, _REACH) or _is_dated_ahead(reading, filled)


def _is_dated_ahead(reading: Reading, filled: Filled) -> bool:
    """Tell whether a figure is dated in its sentence by a day after the article's: 4月中旬可逐步达到18吨."""
    if filled.type == _BEDS:
        # a hall in which 800 beds were wired yesterday opens tomorrow
        return False
    own, figure = reading.published, filled.figure
    first = "date_start" if filled.slots.get("date_start") is not None else "date_end"
    day, named = filled.slots.get(first), filled.mentions.get(first) or filled.mentions.get("date_end", ())
    if own is None or day is None or not named or day <= own:
        # 3月产量, told in March: some of it is there
        return False
    ahead = reading.sentences[figure.sentence].start <= named[0].start < figure.start
    return ahead and _THERE.search(reading.text, named[0].start, figure.start) is None


def will_come(reading: Reading, figure: Figure) -> bool:
    """Tell whether goods are said to come: 总共会有60万只口罩送到非洲.

    Args:
        reading: The document as read.
        figure: The goods.
    """
    return (
        told_before(reading, figure, _WILL_COME, _WILL_COME_REACH)
        and _COMES.match(reading.text, figure.end) is not None
    )


def told_before(reading: Reading, figure: Figure, pattern: re.Pattern[str], reach: int) -> bool:
    """Tell whether a pattern ends at a figure, within its sentence.

    Args:
        reading: The document as read.
        figure: The figure.
        pattern: The pattern, which ends where the text does.
        reach: How many characters before the figure are looked at.
    """
    start = max(reading.sentences[figure.sentence].start, figure.start - reach)
    return pattern.search(reading.text, start, figure.start) is not None
