"""Persons that 个 counts, from ``rules/zh/lexicons/persons.yaml``, read once."""

from __future__ import annotations

import re
from functools import lru_cache

from epiextract.rules_path import read_lexicon

# So many characters may stand before the noun.
MOST_BEFORE = 3


@lru_cache(maxsize=1)
def _persons() -> re.Pattern[str]:
    words = read_lexicon("persons")
    nouns, behind = ("|".join(map(re.escape, words[name].split())) for name in ("nouns", "behind"))
    return re.compile(f"[{words['before']}]{{0,{MOST_BEFORE}}}(?:{nouns})(?!{behind})")


def counts_persons(text: str, end: int) -> bool:
    """Tell whether the noun behind a figure whose unit is 个 is a person.

    Args:
        text: The text as read.
        end: One past the figure.

    >>> [counts_persons(words, 2) for words in ("两个孩子", "三个护士", "几个志愿者协会", "九个村民组")]
    [True, True, False, False]
    """
    return _persons().match(text, end) is not None
