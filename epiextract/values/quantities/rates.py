"""Words by which figures are told per day, per month or per head, from ``rules/zh/lexicons/rates.yaml``, read once."""

from __future__ import annotations

from functools import lru_cache

from epiextract.rules_path import read_lexicon

_LEADING = "leading"


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
