"""Statements: the claims that say the same of the same entity, folded into one with all their evidence."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from epiextract.facts.claims import Claim, Number

# 近2万 may round 17205, but hardly 11000: never by more than a quarter of the figure
FARTHEST = Decimal("0.25")
NEAREST = 1 - Decimal("1e-9")
# 左右 and 约 leave a tenth either way
ABOUT = Decimal("0.1")
BIG_UNITS = frozenset("万萬亿億千百")
EXACT, ROUND, LOOSE, RANGE, VAGUE = range(5)
_ROUNDED = (ROUND, LOOSE)
_LOOSENESS = {"over": LOOSE, "about": LOOSE, "under": LOOSE, "range": RANGE, "vague": VAGUE}

Independent = Callable[[Iterable[Claim]], int]


@dataclass(frozen=True, slots=True)
class Statement:
    """One figure of one entity, with every claim that states it.

    Args:
        value: The figure, of the most exact claim.
        value_max: The upper end of a range.
        unit: The canonical unit.
        bound: How exact it is.
        claims: The claims, the most exact first.
        sources: The number of independent sources.
        looseness: How loose the figure is: 0 for an exact one, 1 for one such as 1.7万, and up to 4.
    """

    value: Number | None
    value_max: Number | None
    unit: str | None
    bound: str
    claims: tuple[Claim, ...]
    sources: int
    looseness: int

    @property
    def latest(self) -> str:
        """The latest date of publication of its claims; empty where none is known."""
        return max((claim.source.published or "" for claim in self.claims), default="")

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of its documents."""
        return tuple(sorted({claim.source.id for claim in self.claims}))


def fold(claims: Sequence[Claim], independent: Independent) -> list[Statement]:
    """Return the statements of claims that speak of one entity, measure and day, the most exact first.

    Claims of the same value are one statement; a rounded value (1.7万余) joins the one finer value that it rounds
    (17205), and stands alone where it rounds several.

    Args:
        claims: The claims.
        independent: Counts independent sources.
    """
    if len(claims) == 1:
        return [_statement(claims, independent)]
    groups: dict[tuple[Number | None, Number | None], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.value, claim.value_max), []).append(claim)
    if len(groups) == 1:
        return [_statement(claims, independent)]
    finest = sorted((sorted(group, key=_order) for group in groups.values()), key=_fineness)
    kept: list[list[Claim]] = []
    # by unit, the values that were kept with the number of their group, sorted: what is rounded lies near
    values: dict[str | None, list[tuple[Decimal, int]]] = {}
    for group in finest:
        # the group as it was before anything coarser joined it: its first claim speaks for it
        first = group[0]
        near = list(islice(_rounded(first, values.get(first.unit, []), kept), 2))
        if len(near) == 1:
            near[0].extend(group)
            continue
        if first.value:
            insort(values.setdefault(first.unit, []), (Decimal(first.value), len(kept)))
        kept.append(group)
    return [_statement(group, independent) for group in kept]


def _rounded(loose: Claim, values: Sequence[tuple[Decimal, int]], kept: Sequence[list[Claim]]) -> Iterator[list[Claim]]:
    """Yield the groups of finer values that a figure rounds, the least first."""
    if not loose.value or looseness(loose) not in _ROUNDED:
        return
    value, room = Decimal(loose.value), step(loose.value)
    # a quarter of what is rounded, and a hair more, since a third of a figure has no end
    least, greatest = sorted((value * NEAREST / (1 + FARTHEST), value / NEAREST / (1 - FARTHEST)))
    least = max(least, value if loose.bound == "over" else value - room)
    greatest = min(greatest, value if loose.bound == "under" else value + room)
    for at in range(bisect_left(values, (least, -1)), len(values)):
        if values[at][0] > greatest:
            return
        group = kept[values[at][1]]
        if rounds(loose, group[0]):
            yield group


def looseness(claim: Claim) -> int:
    """Return how loose a claim's figure is.

    Args:
        claim: The claim.
    """
    if claim.bound == "exact":
        return ROUND if not BIG_UNITS.isdisjoint(claim.quote) and step(claim.value) > 1 else EXACT
    return _LOOSENESS.get(claim.bound, VAGUE)


def step(value: Number | None) -> int:
    """Return the step that a figure is rounded to: the power of ten of its trailing zeros.

    >>> step(17000), step(17205), step(0)
    (1000, 1, 1)
    """
    if not value or value != int(value):
        return 1
    digits = str(abs(int(value)))
    return int(10 ** (len(digits) - len(digits.rstrip("0"))))


def rounds(loose: Claim, fine: Claim) -> bool:
    """Tell whether *loose* is *fine* said with less care, on the side that its bound names.

    Args:
        loose: A figure such as 1.7万余.
        fine: A figure such as 17205.
    """
    a, b = loose.value, fine.value
    if a is None or not b or loose.unit != fine.unit or looseness(loose) not in _ROUNDED:
        return False
    apart, room = Decimal(b) - Decimal(a), step(a)
    if abs(apart) >= room or abs(apart) > abs(Decimal(b)) * FARTHEST:
        return False
    return not (loose.bound == "over" and apart < 0) and not (loose.bound == "under" and apart > 0)


def agree(one: Statement, other: Statement) -> bool:
    """Tell whether two statements can both be true: equal, or one within the bounds of the other.

    Args:
        one: A statement.
        other: Another of the same entity, measure and day.
    """
    return one.value == other.value or _allows(one, other) or _allows(other, one)


def ends(statement: Statement) -> tuple[Number | None, Number | None]:
    """Return the least and the greatest value that a statement allows; None for no limit.

    Args:
        statement: A statement with a value.
    """
    value, room = statement.value, step(statement.value)
    if value is None:
        return None, None
    if statement.bound == "over":
        return value, None
    if statement.bound == "under":
        return None, value
    if statement.bound == "range":
        return value, statement.value_max
    return (value, value) if statement.looseness == EXACT else (value - room, value + room)


def _allows(loose: Statement, fine: Statement) -> bool:
    a, b = loose.value, fine.value
    if a is None or b is None:
        return True
    if loose.bound == "over":
        return b >= a
    if loose.bound == "under":
        return b <= a
    if loose.bound == "range":
        return a <= b <= (loose.value_max or b)
    if loose.bound == "about":
        return abs(Decimal(b) - Decimal(a)) <= abs(Decimal(b)) * ABOUT
    return rounds(loose.claims[0], fine.claims[0])


def _statement(claims: Sequence[Claim], independent: Independent) -> Statement:
    ordered = tuple(claims) if len(claims) == 1 else tuple(sorted(claims, key=_order))
    first = ordered[0]
    sources = 1 if len(ordered) == 1 else independent(ordered)
    return Statement(first.value, first.value_max, first.unit, first.bound, ordered, sources, looseness(first))


def _order(claim: Claim) -> tuple[int, str, int, str]:
    return (looseness(claim), claim.source.id, claim.at, claim.quote)


def _fineness(group: Sequence[Claim]) -> tuple[int, int, Decimal, Decimal]:
    first = group[0]
    return (looseness(first), step(first.value), Decimal(first.value or 0), Decimal(first.value_max or 0))
