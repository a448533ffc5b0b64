"""What is sure of a figure's place, before a ranker chooses: which candidate it is, and which it cannot be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.filled import Filled
from epiextract.deciding.places.counted_parts import without_added_up, without_parts
from epiextract.deciding.places.epithets import without_epithets
from epiextract.deciding.places.goals import arriving, away, goals, home_dealt, team_goal, told_goal
from epiextract.deciding.places.helping import without_helpers, without_next_senders
from epiextract.deciding.places.homes import told_hometown, without_homes
from epiextract.deciding.places.leaving import home_again
from epiextract.deciding.places.next_gifts import without_next_gifts
from epiextract.deciding.places.officers import without_officers
from epiextract.deciding.places.origins import without_origins
from epiextract.deciding.places.parts import outside_parts
from epiextract.deciding.places.passing import told_of_part, without_passing
from epiextract.deciding.places.rated import rated_place
from epiextract.deciding.places.received import collected, received, receives_too
from epiextract.deciding.places.reporting import back_to_whole
from epiextract.deciding.places.rows import outside_rows, row_place
from epiextract.deciding.places.shares import share_place
from epiextract.deciding.places.speaking import speakers_place
from epiextract.deciding.places.striking import struck
from epiextract.deciding.places.within import without_firms_region, without_helped, without_left, without_towns
from epiextract.matching.reading import Figure, Reading


def _of_people(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    told = row_place(reading, figure, candidates) or told_of_part(reading, figure, candidates)
    told = told or struck(reading, figure, candidates)
    return told or speakers_place(reading, figure, candidates) or back_to_whole(reading, figure, candidates)


def _of_teams(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    return home_again(reading, figure, candidates) or team_goal(reading, figure, candidates)


# What tells the place of a type of event; that of a gift, whichever pack counts it, is told by `told_goal`.
SURE: Mapping[str, Callable[[Reading, Figure, Sequence[Candidate]], Candidate | None]] = {
    "case_count": _of_people,
    "activity": struck,
    "facility": rated_place,
    "personnel": _of_teams,
}

# What is where it goes, not where it comes from.
MOVING = frozenset({"personnel", "donation", "supply"})
# Who is found and rescued by a team is where that works.
HELPED = frozenset({"case_count", "activity"})


def sure_place(reading: Reading, filled: Filled, candidates: Sequence[Candidate], *, gift: bool) -> Candidate | None:
    """Return the place of an event beyond doubt, or None.

    Args:
        reading: The document as read.
        filled: The event in the making.
        candidates: The candidates for its place.
        gift: Whether somebody gives.
    """
    share = share_place(reading, filled.figure, candidates) if filled.type in MOVING else None
    if share is not None:
        return share
    if gift:
        told = told_goal(reading, filled.figure, candidates) or told_hometown(reading, filled.figure, candidates)
        for told_so in (received, receives_too, collected):
            told = told or told_so(reading, filled.figure, candidates)
        return home_dealt(filled, candidates, told)
    sure = SURE.get(filled.type)
    return sure(reading, filled.figure, candidates) if sure else None


def able(reading: Reading, filled: Filled, candidates: Sequence[Candidate], *, gift: bool) -> list[Candidate]:
    """Return the candidates that may be the place of an event.

    Args:
        reading: The document as read.
        filled: The event in the making, with its roles.
        candidates: The candidates for its place.
        gift: Whether somebody gives.
    """
    named = without_officers(reading, filled.figure, without_epithets(reading, candidates))
    kept = outside_parts(reading, filled.figure, outside_rows(reading, filled.figure, named))
    kept = without_helped(reading, filled, kept)
    kept = without_left(reading, filled, without_firms_region(reading, filled, kept))
    if filled.type in HELPED:
        kept = without_parts(reading, filled.figure, kept)
        kept = without_towns(reading, filled, without_added_up(reading, filled.figure, kept))
    if filled.type in MOVING or filled.type in HELPED:
        kept = without_helpers(reading, filled.figure, kept)
    if filled.type in MOVING:
        kept = without_next_senders(reading, filled.figure, arriving(filled, away(reading, kept)))
    return (
        goals(reading, filled, without_homes(reading, filled.figure, without_next_gifts(reading, filled.figure, kept)))
        if gift
        else without_origins(reading, filled, without_passing(reading, filled.figure, kept))
    )
