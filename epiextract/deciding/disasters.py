"""Words for disasters, of `rules/zh/lexicons/disasters.yaml`, as parts of expressions."""

from __future__ import annotations

from functools import lru_cache

from epiextract.rules_path import read_lexicon
from epiextract.values.times.lexicon import alternation


@lru_cache(maxsize=8)
def disasters(*sorts: str) -> str:
    """Return an expression for the words of some sorts: ``local``, ``falls``, ``wide``, ``attacks`` and more.

    >>> import re
    >>> [bool(re.search(disasters(sort), "强烈地震")) for sort in ("local", "wide")]
    [True, False]
    """
    words = read_lexicon("disasters")
    return alternation([word for sort in sorts for word in words[sort].split()])
