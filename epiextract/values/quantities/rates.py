"""Words by which figures are told per day, per month or per head, from ``rules/zh/lexicons/rates.yaml``, read once."""

from __future__ import annotations

import re
from functools import lru_cache

from epiextract.rules_path import read_lexicon

_LEADING = "leading"
DAY = "日"
# 2月3|日产量, not 3月|日产量 nor 2月3日|日产量.
_MONTH_AND_DAY = re.compile(r"月(?:[0-3]?[0-9]|[一二三四五六七八九十]{1,3})\Z")


def is_of_date(text: str, at: int) -> bool:
    """Tell whether a 日 is that of a date, so that no rate begins with it: 2月3日产量8万只.

    Args:
        text: The text as read.
        at: Where the 日 stands.

    >>> is_of_date("2月3日产量8万只", 3), is_of_date("2月日产量8万只", 2), is_of_date("2月3日日产量", 4)
    (True, False, False)
    """
    return _MONTH_AND_DAY.search(text[max(0, at - 4) : at]) is not None


@lru_cache(maxsize=1)
def _tables() -> dict[str, list[str]]:
    return {name: words.split() for name, words in read_lexicon("rates").items()}


@lru_cache(maxsize=1)
def rate_words() -> dict[str, str]:
    """Return all words, each with what it tells a figure by.

    >>> rate_words()["日均"]
    'day'
    """
    return {word: per for per, words in _tables().items() if per != _LEADING for word in words}


@lru_cache(maxsize=1)
def leading_words() -> dict[str, str]:
    """Return the words that tell the rate of a number right behind them by themselves.

    >>> leading_words().get("月产能"), leading_words().get("一天")
    ('month', None)
    """
    return {word: _rate_of(word) for word in _tables()[_LEADING]}


def _rate_of(word: str) -> str:
    # 月产能 is told by the 月产 that it begins with
    return next(rate_words()[word[:end]] for end in range(len(word), 1, -1) if word[:end] in rate_words())
