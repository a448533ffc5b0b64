"""Words for a fall, which turn a figure below nothing: 减少12例, 下跌0.3%; not 降至3元."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from epiextract.deciding.cues import MOST_LEFT
from epiextract.matching.reading import Figure, Reading
from epiextract.packs.loader import LoadedPack
from epiextract.tagging.mentions import Mention

# A word for a fall stands so near: 下跌了约; the items of a list share it: 下跌0.3%、0.6%.
FALL_REACH = 3
LISTED = ("、", "和", "及", "与")
# What makes a figure the level that a fall comes to: 降至3元, 减少到20例, 跌破30美元. 跌幅为3.8% is the fall itself.
_TO_LEVEL = re.compile("[了去]?(?:至(?![少多])|[到为為破成])")
_FALL_ITSELF = "幅"
_PEOPLE = frozenset({"person", "bare"})

# What is struck off stands between: 核减死亡病例|2例, 核减重复报告|2例; not 核减后为2例. And 比前一天少|2例.
_STRUCK_OFF = re.compile(r"核[减減]了?(?![至到为為成后後])[^，,。；;：:、（）()\d\n后後增至为為共累現现余剩新]{1,12}\Z")
# Only times are measured by: 女性比男性少|20人 tells of no fall.
_LESS = re.compile(
    r"(?:[比较較]|相比)(?=[^，,。；;：:（）()\n]{0,12}[日天周月年期次])"
    r"[^，,。；;：:（）()\n]{1,14}?(?:(?<![至最不减減缺多])少|下降|降低|回落)了?\Z"
)
_LESS_REACH = 22
# What dashboards put before a fall: 治愈435例（↓8）.
_DOWN = "↓"
# 下跌2.5%，黄瓜涨|4.1%: what rose stands right before, or before the list that the figure is in; 由升转降 fell.
_ROSE = re.compile(
    r"(?:上涨|上升|上调|飙升|微涨|回升|攀升|涨价|涨幅|升幅|增长|涨|升)了?(?:大?约|近|超过?|将近|不到|为|达到?|逾)?"
    r"(?:\d{1,4}(?:\.\d{1,3})?%?[、和及与]){0,6}\Z"
)
_ROSE_REACH = 48

Falls = tuple[tuple[str, tuple[str, ...]], ...]
"""Tags, with their values, that patterns capture as the sign of a fall."""


def fall_cues(pack: LoadedPack, scope: Mapping[str, str]) -> Falls:
    """Return the tags, with their values, that the pack's patterns capture as the sign of a fall."""
    tests = (test for asts in pack.asts.values() for ast in asts for test in ast.tests())
    found = {(scope.get(test.tag, test.tag), tuple(test.values)) for test in tests if test.name == "sign"}
    return tuple(sorted(found))


def falls(reading: Reading, figure: Figure, cues: Falls) -> bool:
    """Tell whether a word for a fall stands before the figure, or before the list that it is in.

    Args:
        reading: The document as read.
        figure: The figure.
        cues: What `fall_cues` gave for the figure's type.
    """
    if cues and falls_by_words(reading, figure):
        return True
    end = figure.start
    for index in range(figure.index - 1, max(reading.bounds[figure.sentence][0], figure.index - MOST_LEFT) - 1, -1):
        mention = reading.mentions[index]
        between = reading.text[mention.end : end].strip()
        if mention.tag == "QTY" and between in LISTED:
            end = mention.start
            continue
        found = any(tag == t and values in ((), (v,)) for t, v in mention.meanings() for tag, values in cues)
        near = len(between) <= FALL_REACH and between not in LISTED
        return found and near and not falls_to(reading, mention, end)
    return False


def rises(reading: Reading, figure: Figure) -> bool:
    """Tell whether a word for a rise stands right before a figure, whatever fell before: 跌2.5%，黄瓜涨|4.1%.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    start = max(reading.sentences[figure.sentence].start, figure.start - _ROSE_REACH)
    return _ROSE.search(reading.text, start, figure.start) is not None


def falls_by_words(reading: Reading, figure: Figure) -> bool:
    """Tell whether people are struck off a total, or fewer than before: 核减死亡病例2例, 比前一天少2例.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    if figure.quantity.kind not in _PEOPLE:
        return False
    start = max(reading.sentences[figure.sentence].start, figure.start - _LESS_REACH)
    if reading.text.endswith(_DOWN, start, figure.start):
        return True
    return any(words.search(reading.text, start, figure.start) is not None for words in (_STRUCK_OFF, _LESS))


def falls_to(reading: Reading, mention: Mention, start: int) -> bool:
    """Tell whether what a word for a fall is said of comes down to a figure: 降至3元, 跌破30美元; not 下降3元.

    Args:
        reading: The document as read.
        mention: The word for a fall.
        start: First character of the figure, or of the list that it is in.
    """
    if reading.text.endswith(_FALL_ITSELF, 0, mention.end):
        return False
    return _TO_LEVEL.match(reading.text[mention.end : start + 2].lstrip()) is not None


def negate(slots: dict[str, Any]) -> None:
    """Turn a value, or a range, below nothing."""
    low, high = slots.get("value"), slots.get("value_max")
    if low is not None and low > 0:
        slots["value"], slots["value_max"] = (-low, None) if high is None else (-high, -low)
