"""Kinds, administrative units and points of a plan, from ``rules/zh/lexicons/abstracts.yaml``, read once."""

from __future__ import annotations

import re
from functools import lru_cache

from epiextract.rules_path import read_lexicon

# Units that count anything, so that the noun behind tells what it is.
_ANYTHING = frozenset("个個大条條")


_LISTS = ("nouns", "behind", "modifiers")


@lru_cache(maxsize=1)
def _abstracts() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    words = read_lexicon("abstracts")
    # the longest first: 省份 before 省
    nouns, behind, modifiers = (
        "|".join(sorted(map(re.escape, words[name].split()), key=len, reverse=True)) for name in _LISTS
    )
    return frozenset(words["units"].split()), re.compile(f"(?:{modifiers})?(?:{nouns})"), re.compile(behind)


def counts_abstract(text: str, end: int, unit: str) -> bool:
    """Tell whether a figure counts kinds, administrative units or points, which are no event.

    Args:
        text: The text as read.
        end: One past the figure.
        unit: Its unit as written.

    >>> counts_abstract("19个省份", 3, "个"), counts_abstract("3个县医院", 2, "个"), counts_abstract("15种", 3, "种")
    (True, False, True)
    >>> counts_abstract("22个重点省份", 3, "个"), counts_abstract("22个重点项目", 3, "个")
    (True, False)
    """
    units, nouns, behind = _abstracts()
    if unit in units:
        return True
    noun = nouns.match(text, end) if unit in _ANYTHING else None
    return noun is not None and behind.match(text, noun.end()) is None
