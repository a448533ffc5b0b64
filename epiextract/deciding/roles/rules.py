"""What is sure of a role: which names cannot fill it, and which one does. All else is left to the rankers.

They weigh the words beside a name too, and those are outvoted by all else that a name shows; here they have the last
say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from epiextract.deciding.candidates.spots import Spot
from epiextract.deciding.filled import Filled
from epiextract.deciding.places.goals import GIVER, sets_out
from epiextract.deciding.places.homes import is_home_of_person, is_lived_in
from epiextract.deciding.places.leaving import goes_back, is_left_behind
from epiextract.deciding.places.sent import in_goals, is_listed_goal
from epiextract.deciding.places.shares import is_share, is_share_of_another, shares
from epiextract.deciding.roles.bed_holders import holder, holds_none
from epiextract.deciding.roles.beside import (
    gets,
    gives,
    is_brand,
    is_described,
    is_held,
    is_helped,
    is_nowhere,
    is_summed_up,
    receives,
    told_giver,
)
from epiextract.deciding.roles.borrowers import borrower, borrows, forgoer, forgoes, is_handed
from epiextract.deciding.roles.getters import getter, is_reached
from epiextract.deciding.roles.go_betweens import is_delegate, only_tells, speaks_for_office
from epiextract.deciding.roles.hosts import is_host
from epiextract.deciding.roles.items import counts_goods, touching
from epiextract.deciding.roles.makers import is_made_elsewhere, is_where_made, maker
from epiextract.deciding.roles.meant import (
    is_heard_of,
    is_kind_of_laboratory,
    laboratory_before,
    tester_meant,
    tester_speaking,
)
from epiextract.deciding.roles.own_givers import is_membership, part_giver
from epiextract.deciding.roles.pointers import RoleCues
from epiextract.deciding.roles.priced import is_of_next
from epiextract.deciding.roles.senders import is_speaker_of_others, of_batch, sender, serves, speaker
from epiextract.deciding.roles.sends_too import giver_sends, paired_sends
from epiextract.deciding.roles.teams import is_one_team, team_meant, team_of_members
from epiextract.deciding.roles.treating import counts_its_own, treats
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

# The role of the place from which people come.
ORIGIN = "origin"


def _is_left(reading: Reading, _: Figure, spot: Spot) -> bool:
    return sets_out(reading, spot)


def _is_home(reading: Reading, _: Figure, spot: Spot) -> bool:
    return is_home_of_person(reading, spot)


def _getter(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return who gets a gift: the place whose share it is, or who the words beside it tell."""
    start = shares(reading).of.get(figure.index)
    return next((one for one in spots if one.start == start), None) or getter(reading, figure, spots)


def _giver(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return who gives: of a part, behind the gift or in the clause before it, or who the words beside it tell."""
    return part_giver(reading, figure, spots) or told_giver(reading, figure, spots)


def _goal(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return where people go: each of a list to a place of its own, or back to where they came from."""
    listed = (one for one in spots if is_listed_goal(reading, figure, one))
    return goes_back(reading, figure, spots) or next(listed, None)


# What tells that a name cannot fill a role.
BARRED: Mapping[str, Sequence[Callable[[Reading, Figure, Spot], bool]]] = {
    "donor": (
        gets,
        receives,
        is_brand,
        is_described,
        is_held,
        is_membership,
        is_nowhere,
        is_summed_up,
        is_share,
        is_delegate,
        speaks_for_office,
        is_helped,
        is_lived_in,
        _is_home,
    ),
    "recipient": (gives, only_tells, is_brand, is_reached, is_share_of_another, _is_home, is_where_made),
    "org": (is_host, serves, is_one_team, is_speaker_of_others, is_heard_of, is_kind_of_laboratory),
    "supplier": (is_made_elsewhere,),
    "item": (is_of_next,),
    "facility": (holds_none, counts_its_own),
    "payer": (borrows, is_handed),
    "payee": (forgoes,),
    "destination": (_is_left, is_left_behind),
    ORIGIN: (in_goals,),
}
# What tells who fills a role of a type of event.
SURE: Mapping[tuple[str, str], Callable[[Reading, Figure, Sequence[Spot]], Spot | None]] = {
    ("bed", "facility"): holder,
    ("case_count", "facility"): treats,
    ("donation", "donor"): _giver,
    ("donation", "recipient"): _getter,
    ("finance", "payee"): borrower,
    ("finance", "payer"): forgoer,
    ("personnel", "org"): sender,
    ("personnel", "destination"): _goal,
}
# What tells it where the rankers have none.
ELSE: Mapping[tuple[str, str], Sequence[Callable[[Reading, Filled], Mention | None]]] = {
    ("personnel", "org"): (team_meant, team_of_members, speaker, of_batch, giver_sends, paired_sends),
    ("supply", "supplier"): (maker,),
    ("testing", "org"): (tester_meant, tester_speaking, laboratory_before),
}


def is_barred(reading: Reading, figure: Figure, spot: Spot, role: RoleCues) -> bool:
    """Tell whether a name cannot fill a role of a figure.

    Args:
        reading: The document as read.
        figure: The figure.
        spot: Where the name stands.
        role: The role.
    """
    if role.name == ORIGIN and spot.lead.endswith(role.others):
        # 援助湖北 says where a team goes, and no place that it comes from
        return True
    return any(test(reading, figure, spot) for test in BARRED.get(role.name, ()))


def is_other(reading: Reading, filled: Filled, role: str, spot: Spot) -> bool:
    """Tell whether a name gives what its figure counts, and so does not get it.

    Args:
        reading: The document as read.
        filled: The event in the making.
        role: The role.
        spot: Where the name stands.
    """
    givers = filled.mentions.get(GIVER, ()) if role == "recipient" else ()
    if not givers:
        return False
    names = {reading.names.name(one) for one in givers}
    return any(reading.names.name(one) in names for one in spot.mentions)


def surely(reading: Reading, filled: Filled, role: str, spots: Sequence[Spot]) -> Spot | None:
    """Return what fills a role beyond doubt, or None.

    Args:
        reading: The document as read.
        filled: The event in the making.
        role: The name of the role.
        spots: Where the names stand that may fill it.
    """
    told = touching if counts_goods(filled, role) else SURE.get((filled.type, role))
    return told(reading, filled.figure, spots) if told else None


def told_else(reading: Reading, filled: Filled, role: str) -> Mention | None:
    """Return what fills a role that the rankers leave empty, or None.

    Args:
        reading: The document as read.
        filled: The event in the making.
        role: The name of the role.
    """
    told = (rule(reading, filled) for rule in ELSE.get((filled.type, role), ()))
    return next((mention for mention in told if mention is not None), None)
