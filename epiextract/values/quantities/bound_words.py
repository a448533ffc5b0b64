"""Words beside a bound, from ``rules/zh/lexicons/bounds.yaml``: what turns it (不得超过), the ends of 签约 and 商超."""

from __future__ import annotations

from functools import lru_cache

from epiextract.rules_path import read_lexicon

_OPPOSITE = {"over": "under", "under": "over"}


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in read_lexicon("bounds").items()}


@lru_cache(maxsize=1)
def _longest_denial() -> int:
    return max(map(len, _words()["denials"]))


def denied(text: str, start: int, word: str, said: str) -> tuple[str, int]:
    """Return the bound that a word says with what denies it, and where the words start.

    Args:
        text: The text as read.
        start: First character of the word.
        word: The word that bounds the number: 超过.
        said: What it says alone.

    >>> denied("不得超过100人", 2, "超过", "over"), denied("已超过100人", 1, "超过", "over")
    (('under', 0), ('over', 1))
    """
    if word not in _words().get(f"denied_{said}", ()):
        return said, start
    for length in range(min(_longest_denial(), start), 0, -1):
        at = start - length
        if text[at:start] in _words()["denials"]:
            # 会不会超过100人 asks, and denies nothing
            asks = text[at - 1 : at] == text[start - 1]
            return (said, start) if asks else (_OPPOSITE[said], at)
    return said, start


def ends_word(text: str, end: int, bound: str = "about") -> bool:
    """Tell whether a 约 or 超 before a number is the end of a word: 签约17个, 商超136家; not in 面条约50吨.

    Args:
        text: The text as read.
        end: One past it.
        bound: ``about`` for 约, ``over`` for 超.

    >>> [ends_word(words, len(words)) for words in ("签约", "春节约", "面条约", "期货合约")]
    [True, False, False, True]
    >>> [ends_word(words, len(words), "over") for words in ("大型商超", "电商超", "确诊超")]
    [True, False, False]
    """
    longer = text[max(0, end - 3) : end]
    inside = _words()[f"{bound}_in_word"]
    return longer in inside or (longer[-2:] in inside and longer not in _words()[f"{bound}_after_word"])
