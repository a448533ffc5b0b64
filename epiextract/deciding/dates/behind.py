"""A date behind its figure in the same clause, where nothing before it tells any: 2家工厂将于2月20日复工."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

# What leads from a figure to the day on which it happens.
_ON = re.compile(r"[^，,。；;：:！？、\n\d（(）)]{0,8}?(?:将|將|拟|计划|预计|定|已|均|都)?于")
# 2家工厂|将于2月20日复工: what is to come on a day has no other, whatever opens the sentence.
_TO_COME_ON = re.compile(r"[^，,。；;：:！？、\n\d（(）)]{0,8}?(?:将|將|拟|计划|预计)于")
# So many mentions may stand between the two.
MOST_BETWEEN = 4


def date_to_come(reading: Reading, figure: Figure) -> tuple[Mention, ...] | None:
    """Return the day on which what a figure counts is said to come about, or None: 2家工厂将于2月20日复工.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    return _day_behind(reading, figure, _TO_COME_ON)


def date_of_clause(reading: Reading, figure: Figure) -> tuple[Mention, ...] | None:
    """Return the day that a figure's clause names behind it with 于, or None.

    Args:
        reading: The document as read.
        figure: A figure that no other date governs.
    """
    return _day_behind(reading, figure, _ON)


def _day_behind(reading: Reading, figure: Figure, lead: re.Pattern[str]) -> tuple[Mention, ...] | None:
    """Return the first time behind a figure in its clause, where it is a day and *lead* stands between."""
    for index in range(figure.index + 1, min(len(reading.mentions), figure.index + 2 + MOST_BETWEEN)):
        mention = reading.mentions[index]
        if mention.tag == "QTY" or mention.start >= figure.clause[1]:
            return None
        if mention.tag == "TIME":
            # 三家报社所有记者证于2020年到期 says nothing of the three
            period = reading.periods.get(index)
            day = period is not None and period.start is not None and period.start == period.end
            return (mention,) if day and lead.fullmatch(reading.text, figure.end, mention.start) else None
    return None
