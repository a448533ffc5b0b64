"""The usual questions: which series and ledgers are told of every type of event, and the conflicts in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from epiextract.facts.claims import Claim
from epiextract.facts.conflicts import Conflict, find_conflicts
from epiextract.facts.rollup import roll_up
from epiextract.facts.sums import exceeded

if TYPE_CHECKING:
    from epiextract.facts.facts import Facts

ENTITY_OF = {"bed": "facility", "personnel": "org", "supply": "item", "facility": "place", "testing": "place"}
"""The slot that figures of a type are most told by; ``place`` for the rest."""
SERIES_TYPES = ("case_count", "bed", "testing", "supply", "personnel", "facility")
NO_SERIES, NO_LEDGER = ("donation", "activity"), ("case_count",)


def usual_slots(kind: str) -> tuple[str, ...]:
    """Return the slots that series of a type are told by.

    >>> usual_slots("bed"), usual_slots("case_count")
    (('facility', 'place'), ('place',))
    """
    return tuple(dict.fromkeys((ENTITY_OF.get(kind, "place"), "place")))


def usual_conflicts(facts: Facts) -> list[Conflict]:
    """Return the conflicts of the usual series, of wholes with their parts, and of gifts.

    The most serious come first: those between documents; among alike ones the latest day comes last.

    Args:
        facts: The facts of a run.
    """
    found: list[Conflict] = []
    for kind in SERIES_TYPES:
        for by in usual_slots(kind):
            if kind == "supply" and by == "place":
                continue
            series = facts.series(type=kind, by=by)
            found.extend(find_conflicts(series, roll_up(series, only_stated=True) if by == "place" else ()))
    found.extend(exceeded(facts.sums("donor"), "donor"))
    return sorted(found, key=_order)


def _order(one: Conflict) -> tuple[object, ...]:
    return (one.seriousness, str(one.day or ""), one.entity.name, one.kind, one.key.type, str(one.key))


def usual_facts(facts: Facts) -> Iterator[tuple[dict[str, Any], tuple[Claim, ...]]]:
    """Yield every fact of the usual series and of all ledgers: its row, and the claims that state it.

    Args:
        facts: The facts of a run.
    """
    for kind in sorted(facts.counts()):
        if kind not in NO_SERIES:
            for by in usual_slots(kind):
                left = facts.series(type=kind, by=by, excluding=True) if by == "place" else []
                for one in (*facts.series(type=kind, by=by), *left):
                    yield from zip(one.rows(), (cell.chosen.claims for cell in one), strict=True)
        if kind not in NO_LEDGER:
            ledger = facts.ledger(kind)
            yield from zip(ledger.rows(), (entry.statement.claims for entry in ledger), strict=True)
