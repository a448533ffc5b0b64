"""Words of a sentence by which figures are told per day, per month or per head: 日均检测量达到500例, 一天消耗700只."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import regex

from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Figure, Reading
from epiextract.values.quantities.rates import rate_words

# How many characters behind a figure its rate may stand: 1000块一天, 300万个口罩的日消耗量.
_BEHIND = 8
# 市疾控中心|日检测|1.2万份; not 2月3日检测, 3日检测, 昨日检测, 当日检测 nor 首日检测.
_DAILY = re.compile(
    r"(?:(?<![\d一二三四五六七八九十昨今当首次同翌前后单每平工节假春冬夏秋旧末近多数几半整隔本该某生])日)检测(?:样本|标本|核酸)?(?:可?达|约|近|超过?)?\Z"
)
_TESTING, _LONGEST = "testing", 10
# 周产能达|500万只, 日发货|20万只, 建成后年产口罩|3亿只; not 上周产能, 2月3日交付, 当日发货, 去年产量, 半年产.
_NO_DAY = "\\d一二三四五六七八九十昨今当首次同翌前后单每平工节假春冬夏秋旧末近多数几半整隔本该某生即明"
_MADE = "(?:产量|产能|产出|产|生产|供应量|供应|供货|交付|发货|出货|发运|配送)"
_TOLD = re.compile(
    rf"(?:(?P<day>(?<![{_NO_DAY}])日(?!产(?:汽车|集团|公司|株式)))|(?P<week>(?<![上本下这每\d一两二三四五六七八九十首前近几半多整后末单同])周)|(?P<year>(?<=[产成营工用]后)年))"
    rf"(?:均|最高|最大)?{_MADE}[\u4e00-\u9fffA-Za-z0-9]{{0,8}}?(?:可?达到?|约|近|超过?|为|突破)?\Z"
)
_OTHER_TIME = re.compile("[日天周月年时]")
_SUPPLY, _LONGEST_TOLD = "supply", 22
# 每分钟可生产|100片: no rate that the contract has.
_MINUTE, _MINUTE_REACH = re.compile(r"每(?:一?分钟|秒钟?)[^，,。；;：:！？\n\d]{0,16}\Z"), 24
# 1月，全省口罩产量达到|1.2亿只: what a month gave in all, where no word tells a rate.
_MONTH, _MONTH_REACH = 25, 60
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


def rate_told(reading: Reading, figure: Figure) -> str | None:
    """Return the rate that 日, 周 or 年 before what is done tells of goods, where no pattern has it; else None.

    Args:
        reading: The document as read.
        figure: The figure, decided.
    """
    if figure.decided is None or figure.decided.type != _SUPPLY:
        return None
    found = _TOLD.search(reading.text, max(figure.clause[0], figure.start - _LONGEST_TOLD), figure.start)
    if found is None or _OTHER_TIME.search(reading.text, found.start() + 1, figure.start):
        return None
    return found.lastgroup


def tells_no_rate(reading: Reading, filled: Filled) -> bool:
    """Tell whether a figure has no rate for sure: it is one of minutes, or what a month gave and no word tells a rate.

    Args:
        reading: The document as read.
        filled: The event in the making, its date filled.
    """
    figure, text = filled.figure, reading.text
    if _MINUTE.search(text, max(figure.clause[0], figure.start - _MINUTE_REACH), figure.start):
        return True
    start, end = filled.slots.get("date_start"), filled.slots.get("date_end")
    if filled.type != _SUPPLY or start is None or end is None or (end - start).days < _MONTH:
        return False
    sentence = reading.sentences[figure.sentence]
    dated = filled.mentions.get("date_end") or filled.mentions.get("date_start") or ()
    if not dated or not sentence.start <= dated[0].start < figure.start:
        return False
    limit = max(dated[0].end, figure.start - _MONTH_REACH)
    return limit == dated[0].end and not _pattern().search(text, limit, min(sentence.end, figure.end + _BEHIND))


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
