"""What an answer of the models gives away before it counts as the best, and what a type of event can count at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from epiextract.packs.schema import Pack
from epiextract.values.quantity_model import Quantity

# The models' names for a figure that is no event, and for a number that is no figure at all (一名 as an article).
OTHER, NOTHING = "other", "nothing"

# Before a classifier that a pack's ``counts`` leave out: -例, for a case is never one of the staff.
NEVER = "-"

# In nats, by cross-validation: an event missed costs as much as one too many, so the frequent answers give and the rare
# ones are given.
MARGINS = {OTHER: 0.2, NOTHING: 0.4, "activity": -0.3, "price": -0.8, "testing": -0.8}


class Margins:
    """What each answer gives away for a quantity; a type whose pack does not count such quantities gives everything.

    Args:
        packs: The packs, whose ``counts`` say what their types can count.

    >>> from epiextract.values import parse_quantity
    >>> pack = Pack(format=1, pack="zh.beds", version="1.0.0", lang="zh", event="bed", counts=("bed", "张"))
    >>> margins, beds, firms = Margins([pack]), parse_quantity("300张"), parse_quantity("7家")
    >>> "bed" in margins.of(beds), margins.of(firms)["bed"]
    (False, inf)
    """

    def __init__(self, packs: Iterable[Pack]) -> None:
        self._counts = {pack.event: frozenset(pack.counts) for pack in packs if pack.event and pack.counts}
        self._known: dict[tuple[str, str], Mapping[str, float]] = {}

    def of(self, quantity: Quantity) -> Mapping[str, float]:
        """Return what each answer gives away, in nats."""
        key = (quantity.kind, quantity.surface_unit)
        known = self._known.get(key)
        if known is None:
            unfit = [event for event, counts in self._counts.items() if not _fits(counts, *key)]
            known = self._known[key] = MARGINS | dict.fromkeys(unfit, float("inf"))
        return known


def _fits(counts: frozenset[str], kind: str, unit: str) -> bool:
    """Tell whether a type that counts *counts* counts a quantity of this kind and classifier.

    >>> [_fits(frozenset({"person", "-例"}), "person", unit) for unit in ("人", "例")]
    [True, False]
    >>> [_fits(frozenset({"-例"}), *key) for key in (("goods", "箱"), ("person", "例"))]
    [True, False]
    """
    if f"{NEVER}{unit}" in counts:
        return False
    return not counts.isdisjoint((kind, unit)) or all(one.startswith(NEVER) for one in counts)
