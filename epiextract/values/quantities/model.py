"""What a figure of a text is: its place, its number in base units, its unit, and what bounds it."""

from __future__ import annotations

from dataclasses import dataclass

from epiextract.values.numbers.numerals import Value


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of the text.

    Args:
        start: First character, with the qualifiers that touch the number.
        end: One past the last.
        value: In base units; None where the words are vague. The lower end of a range.
        value_max: The upper end of a range.
        unit: Canonical unit, the classifier as written, or None for a bare number.
        bound: exact, about, over, under, range or vague.
        per: day, person, ...; for a price what it buys.
        kind: A coarse class of units, for patterns.
        surface_unit: The unit as written.
        article: Whether it may be a mere article: 一个, 一名, 几个.
    """

    start: int
    end: int
    value: Value | None
    value_max: Value | None
    unit: str | None
    bound: str
    per: str | None
    kind: str
    surface_unit: str
    article: bool = False
