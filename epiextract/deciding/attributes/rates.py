"""Words of a sentence by which figures are told per day, per month or per head: 日均检测量达到500例, 一天消耗700只."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import regex

from epiextract.matching.reading import Figure, Reading
from epiextract.values.quantities.rates import rate_words

# How many characters behind a figure its rate may stand: 1000块一天, 300万个口罩的日消耗量.
_BEHIND = 8
# 市疾控中心|日检测|1.2万份; not 2月3日检测, 3日检测, 昨日检测, 当日检测 nor 首日检测.
_DAILY = re.compile(
    r"(?:(?<![\d一二三四五六七八九十昨今当首次同翌前后单每平工节假春冬夏秋旧末近多数几半整隔本该某生])日)检测(?:样本|标本|核酸)?(?:可?达|约|近|超过?)?\Z"
)
_TESTING, _LONGEST = "testing", 10
# 一吨熔喷布可生产|90万只口罩: what so much of something gives, however long it takes.
_YIELD = regex.compile(
    r"(?:[0-9.]+|[一每两二三四五六七八九十]|每生产一)(?:吨|公斤|千克|斤|米)[^，。；：、！？\n0-9]{0,14}?"
    r"(?:可以?|能够?|就能|大约)(?:生产|制作|制成|加工|做成?)[^，。；：、！？\n0-9]{0,14}\Z"
)
_YIELD_REACH = 40


@lru_cache(maxsize=1)
def _pattern() -> regex.Pattern[str]:
    from epiextract.values.times.lexicon import alternation

    # of 2月3日产量 the 日 is that of the date
    of_date = r"(?<=月(?:[0-3]?[0-9]|[一二三四五六七八九十]{1,3}))日"
    return regex.compile(rf"(?!{of_date})(?:{alternation(rate_words())})")


def rate_features(reading: Reading, figure: Figure, label: str) -> Iterator[str]:
    """Yield what tells a rate: words before the figure in its clause, or earlier in the sentence, or right behind it.

    Args:
        reading: The document as read.
        figure: The figure.
        label: Its type and measure.
    """
    text = reading.text
    sentence = reading.sentences[figure.sentence]
    before = list(_pattern().finditer(text, _item_start(reading, figure), figure.start))
    if before:
        where = "clause" if before[-1].start() >= figure.clause[0] else "sentence"
        yield from _told(where, before[-1].group(), label)
    behind = _pattern().search(text, figure.end, min(sentence.end, figure.end + _BEHIND))
    if behind is not None:
        yield from _told("behind", behind.group(), label)
    if figure.quantity.per:
        yield f"per={figure.quantity.per}"


def is_daily(reading: Reading, figure: Figure) -> bool:
    """Tell whether 日检测 stands right before a number of tests, whose 日 is of no date.

    Args:
        reading: The document as read.
        figure: The figure, decided.
    """
    if figure.decided is None or figure.decided.type != _TESTING:
        return False
    return _DAILY.search(reading.text, max(0, figure.start - _LONGEST), figure.start) is not None


def rate_ended(reading: Reading, figure: Figure) -> bool:
    """Tell whether a rate is told before a figure in its sentence, and only where another item stands.

    每日消耗约800套；N95口罩缺口3000只: of 24 such figures of annotated news two have the rate before them.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    text, start = reading.text, reading.sentences[figure.sentence].start
    item = _item_start(reading, figure)
    return (
        item > start
        and _pattern().search(text, start, item) is not None
        and _pattern().search(text, item, min(len(text), figure.end + _BEHIND)) is None
    )


def is_yield(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is what some amount of material gives, with no rate told: 一吨熔喷布可生产|90万只口罩.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    text, item = reading.text, _item_start(reading, figure)
    if _YIELD.search(text, max(item, figure.start - _YIELD_REACH), figure.start) is None:
        return False
    return _pattern().search(text, item, min(len(text), figure.end + _BEHIND)) is None


def _item_start(reading: Reading, figure: Figure) -> int:
    start = reading.sentences[figure.sentence].start
    return max(start, *(reading.text.rfind(stop, start, figure.start) + 1 for stop in "；;"))


def _told(where: str, word: str, label: str) -> Iterator[str]:
    per = rate_words()[word]
    yield f"rate-{where}={per}"
    yield f"rate-{where}={per}&{label}"
    yield f"rate-{where}={word}"
