"""Where persons are told to be from, 300万美国人: names of the tables of ``rules/zh/geography``, read once."""

from __future__ import annotations

import re
from functools import lru_cache

from epiextract.rules_path import read_table
from epiextract.values.quantities.persons import counts_persons

_LEVELS = frozenset({"country", "region", "province", "city"})
# So long a name may be: 巴布亚新几内亚.
_LONGEST = 7
_PEOPLE = re.compile(
    "人(?!民[币幣警医醫法银銀日政公检檢]|[均工类類体體造权權行])|公民|[国國难難侨僑]民|[民大]众|士兵|軍人|军人"
)


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    names: set[str] = set()
    for _, name, others in read_table("geography/countries.tsv"):
        names.update((name, *others.split("|")))
    for _, level, name, others, _ in read_table("geography/others.tsv"):
        if level in _LEVELS:
            names.update((name, *others.split("|")))
    for code, *same, _ in read_table("geography/china.tsv"):
        # counties have names that are too much else
        if code.endswith("00"):
            names.update(same)
    return frozenset(names - {""})


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    return frozenset(name[:2] for name in _names())


def counts_people_of(text: str, end: int) -> bool:
    """Tell whether the noun behind a figure without a unit is people by where they are from.

    Args:
        text: The text as read.
        end: One past the figure.

    >>> [counts_people_of(words, 2) for words in ("3万乌克兰人", "3万德国游客", "3万中国人民银行", "3万美国人均")]
    [True, True, False, False]
    """
    if text[end : end + 2] not in _openings():
        return False
    for length in range(_LONGEST, 1, -1):
        if text[end : end + length] in _names():
            behind = end + length
            return _PEOPLE.match(text, behind) is not None or (
                not text.startswith("人", behind) and counts_persons(text, behind)
            )
    return False
