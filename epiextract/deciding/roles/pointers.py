"""What points at the name that fills a role: particles before it, its side, its reach, the verb that follows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.slots import Placed, named
from epiextract.deciding.candidates.spots import Spot
from epiextract.deciding.models.parts import Part
from epiextract.deciding.types.fits import qualified
from epiextract.matching.reading import Figure, Reading
from epiextract.packs.schema import Pack
from epiextract.tagging.mentions import Mention


@dataclass(frozen=True, slots=True, eq=False)
class RoleCues:
    """A role of a pack, its cues ready to be looked up.

    Args:
        name: The role.
        tags: Tags of mentions that can fill it.
        after: Words that stand right before the name.
        others: Words that stand right before the names of the pack's other roles.
        before: Qualified tags, with their values, that follow the name before the next comma.
        side: Where it stands from the figure.
        reach: How far away it may stand.
    """

    name: str
    tags: frozenset[str]
    after: tuple[str, ...]
    others: tuple[str, ...]
    before: frozenset[tuple[str, str]]
    side: str
    reach: str


def role_cues(pack: Pack, scope: Mapping[str, str]) -> tuple[RoleCues, ...]:
    """Return the roles of a pack.

    Args:
        pack: The pack.
        scope: The qualified name of each tag that the pack may name.
    """
    return tuple(
        RoleCues(
            name,
            frozenset(role.tags),
            tuple(role.after),
            tuple(word for other, spec in pack.roles.items() if other != name for word in spec.after),
            frozenset(qualified(cue, scope) for cue in role.before),
            role.side,
            role.reach,
        )
        for name, role in pack.roles.items()
    )


def role_row(reading: Reading, figure: Figure, one: Placed, role: RoleCues) -> list[Part]:
    """Return the parts of a name that may fill *role*.

    Args:
        reading: The document as read.
        figure: The figure, decided.
        one: The name, with the parts of its place.
        role: The role.
    """
    left = one.candidate.spot.start < figure.mention.start
    return one.row((role, left), lambda: _shown(reading, figure, one.candidate, role))


def _shown(reading: Reading, figure: Figure, candidate: Candidate, role: RoleCues) -> list[tuple[str, ...]]:
    """Return what a name shows of itself, and what points at it."""
    spot = candidate.spot
    extra = []
    if spot.lead.endswith(role.after):
        extra.append("particle")
    if spot.lead.endswith(role.others):
        extra.append("other-particle")
    if role.side not in ("either", "left" if spot.start < figure.mention.start else "right"):
        extra.append("wrong-side")
    if _out_of_reach(reading, figure, spot, role.reach, named=candidate.sentence >= 0):
        extra.append("out-of-reach")
    if role.before and candidate.sentence >= 0 and not role.before.isdisjoint(_following(reading, spot)):
        extra.append("precedes")
    own = named(reading, spot)
    return [own, tuple(extra)] if extra else [own]


def _out_of_reach(reading: Reading, figure: Figure, spot: Spot, reach: str, *, named: bool) -> bool:
    if not named:
        return reach != "paragraph"
    if spot.sentence != figure.sentence:
        return reach != "paragraph" or spot.paragraph != reading.paragraph_of(figure.sentence)
    return reach == "clause" and not figure.clause[0] <= spot.start < figure.clause[1]


def _following(reading: Reading, spot: Spot) -> frozenset[tuple[str, str]]:
    """Return the tags that follow a name before the next comma, with the value of each and with none."""
    if spot.following is None:
        _, last = reading.bounds[spot.sentence]
        found: set[tuple[str, str]] = set()
        for index in range(reading.index_after(spot.end), last):
            mention = reading.mentions[index]
            if reading.clauses_until(mention.start) != spot.clauses[1]:
                break
            found |= _meanings(mention)
        spot.following = frozenset(found)
    return spot.following


def _meanings(mention: Mention) -> set[tuple[str, str]]:
    values: dict[str, str] = {}
    for tag, value in mention.meanings():
        values.setdefault(tag, value)
    return {*values.items(), *((tag, "") for tag in values)}
