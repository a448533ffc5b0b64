"""The claims of a run in one order, each figure of a document once."""

from __future__ import annotations

from collections.abc import Iterable

from epiextract.events.sequence import OTHER
from epiextract.facts.claims import Claim
from epiextract.facts.collecting import without_collecting


@without_collecting
def ordered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims in one order, and each figure of a document once, whatever order and however often they come.

    Args:
        claims: Claims of events; those of figures of no type are left out.
    """
    unique: dict[tuple[str, ...], Claim] = {}
    for claim in claims:
        if claim.type != OTHER:
            place = _place(claim)
            other = unique.setdefault(place, claim)
            # two readings of one figure: the same one is chosen whichever comes first
            if other is not claim and repr(claim) < repr(other):
                unique[place] = claim
    return tuple(sorted(unique.values(), key=_place_in_order))


def _place(claim: Claim) -> tuple[str, ...]:
    # two texts without ids may have the same number at the same place: the sentence tells them apart
    return (claim.source.id, str(claim.at), claim.quote, claim.type, str(claim.measure), claim.sentence)


def _place_in_order(claim: Claim) -> tuple[str, int, str, str, str, str]:
    return (claim.source.id, claim.at, claim.quote, claim.type, str(claim.measure), claim.sentence)
