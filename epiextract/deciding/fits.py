"""What an answer of the models gives away before it counts as the best, and what a type of event can count at all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

# The models' names for a figure that is no event, and for a number that is no figure at all (一名 as an article).
OTHER, NOTHING = "other", "nothing"

# In nats, by cross-validation: an event missed costs as much as one too many, so the frequent answers give and the rare
# ones are given.
MARGINS = {OTHER: 0.2, NOTHING: 0.4, "activity": -0.3, "price": -0.8, "testing": -0.8}

# Kinds of quantities that a type can count, and classifiers that stand for anything; others fit no such event.
_FITS = {
    "case_count": ("person bare", "个 起 宗 位数 例 人次 对"),
    "personnel": ("person team bare person_time", "个 支 批 批次 队 组 对"),
    "bed": ("bed bare", "张 个 名 人 床位 间"),
    "donation": ("money goods mass bare volume length", "批次 车次 所"),
    "finance": ("money bare share multiple", ""),
    "price": ("money bare share multiple", ""),
    "testing": ("person person_time sample bare", "份 人份 次 例 个 人次 管"),
}


@lru_cache(maxsize=4096)
def margins_of(kind: str, surface: str) -> Mapping[str, float]:
    """Return what each answer gives away for a quantity; a type that cannot count it gives everything.

    Args:
        kind: The kind of the quantity.
        surface: Its unit as written.

    >>> margins_of("count", "家")["case_count"], "facility" in margins_of("count", "家")
    (inf, False)
    """
    unfit = {
        event: float("inf")
        for event, (kinds, units) in _FITS.items()
        if kind not in kinds.split() and surface not in units.split()
    }
    return {**MARGINS, **unfit}
