"""What a series holds: the value of a day, and increases over several days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from epiextract.events.record import json_number
from epiextract.events.table import BOUNDS
from epiextract.facts.claims import Number
from epiextract.facts.policy import GUESSES
from epiextract.facts.statements import Statement, agree


@dataclass(frozen=True, slots=True)
class Cell:
    """The value of one day.

    Args:
        day: The day for which the figure is true.
        chosen: The statement taken.
        others: Statements of another value for the same day.
        flags: What cannot be; see `epiextract.facts.checks`. ``reported``: no text dates it, the day is the article's.
        why: The criterion that decided between the values; None where there is one value alone.
        parts: Statements of parts that differ from their whole in no slot (其中男性97例): no values of the day.
    """

    day: date
    chosen: Statement
    others: tuple[Statement, ...] = ()
    flags: tuple[str, ...] = ()
    why: str | None = None
    parts: tuple[Statement, ...] = ()

    @property
    def guessed(self) -> bool:
        """Whether no criterion told the values apart, so that the higher one was taken."""
        return self.why in GUESSES and bool(self.disputed)

    @property
    def value(self) -> Number | None:
        """The value of the chosen statement."""
        return self.chosen.value

    @property
    def disputed(self) -> tuple[Statement, ...]:
        """The other statements that cannot be true together with the chosen one."""
        if not self.others:
            return ()
        return tuple(other for other in self.others if not agree(self.chosen, other))

    def flagged(self, *flags: str) -> Cell:
        """Return the cell with flags added."""
        return replace(self, flags=tuple(dict.fromkeys((*self.flags, *flags))))


@dataclass(frozen=True, slots=True)
class Period:
    """An increase over several days.

    Args:
        first: The first day.
        last: The last day.
        statement: The statement taken.
    """

    first: date
    last: date
    statement: Statement


def shown(cell: Cell) -> str:
    """Return a cell's value for a reader: ``≥17,000``."""
    value = json_number(cell.value)
    return "" if value is None else f"{BOUNDS.get(cell.chosen.bound, '')}{value:,}"
