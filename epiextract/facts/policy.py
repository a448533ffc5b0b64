"""The policy by which one value of a day is taken where the texts give several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from epiextract.errors import FactsError, did_you_mean
from epiextract.facts.claims import Claim
from epiextract.facts.corrections import corrects
from epiextract.facts.statements import Statement
from epiextract.listed import listed

CRITERIA = ("preference", "correction", "fit", "exactness", "sources", "recency")
FIT = "fit"
# What is taken where no criterion tells two values apart.
GUESSES = ("the higher value", "the document's name")


@dataclass(frozen=True, slots=True)
class Policy:
    """Which of several values of a day is taken.

    The criteria are asked in order; the first that tells two values apart decides:

    - ``preference``: an outlet that the user prefers;
    - ``correction``: the text says that this figure corrects another (更正, 核减, 应为, 订正为), the later one first;
    - ``fit``: a total lies between those of the days around it;
    - ``exactness``: 17205 before 1.7万, 1.7万 before 1.7万余;
    - ``sources``: more independent sources;
    - ``recency``: reported later.

    Where all agree, the higher value is taken.

    Args:
        prefer: Outlets, the best first.
        order: The criteria, all or some, in the order wanted.

    Raises:
        FactsError: EPX604 for a criterion that there is none of.

    >>> Policy(prefer=("国家卫生健康委",)).order[:2]
    ('preference', 'correction')
    """

    prefer: tuple[str, ...] = ()
    order: tuple[str, ...] = CRITERIA

    def __post_init__(self) -> None:
        object.__setattr__(self, "prefer", listed(self.prefer))
        object.__setattr__(self, "order", listed(self.order))
        for name in self.order:
            if name not in CRITERIA:
                hint = did_you_mean(name, CRITERIA) or f"There are {', '.join(CRITERIA)}."
                raise FactsError("EPX604", f"no criterion {name!r}", hint=hint)

    @property
    def asks_fit(self) -> bool:
        """Whether a total must fit those around it; asked last of all, when every day has its value."""
        return FIT in self.order

    def rank(self, statements: Sequence[Statement]) -> tuple[list[Statement], str | None]:
        """Return the statements, the best first, and the criterion that put the first before the second.

        Args:
            statements: Statements of one entity, measure and day.
        """
        if len(statements) == 1:
            return list(statements), None
        order = tuple(name for name in self.order if name != FIT)
        rated = sorted(((self._marks(one), one) for one in statements), key=lambda pair: pair[0], reverse=True)
        best, next_best = rated[0][0], rated[1][0]
        names = (*order, *GUESSES)
        why = next((name for name, a, b in zip(names, best, next_best, strict=False) if a != b), None)
        return [one for _, one in rated], why

    def _marks(self, statement: Statement) -> tuple[Any, ...]:
        marks: list[Any] = [self._mark(name, statement) for name in self.order if name != FIT]
        first = statement.claims[0]
        return (*marks, Decimal(statement.value or 0), Decimal(statement.value_max or 0), first.source.id, first.at)

    def _mark(self, name: str, statement: Statement) -> Any:
        if name == "preference":
            return -min((self._place(claim) for claim in statement.claims), default=len(self.prefer))
        if name == "correction":
            # of two corrections the later one holds
            return max((claim.source.published or "0" for claim in statement.claims if corrects(claim)), default="")
        if name == "exactness":
            return -statement.looseness
        return statement.sources if name == "sources" else statement.latest

    def _place(self, claim: Claim) -> int:
        outlet = claim.source.outlet
        return self.prefer.index(outlet) if outlet in self.prefer else len(self.prefer)
