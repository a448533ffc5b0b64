"""Which terms, tag values and patterns of a pack its examples and rejects exercise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from epiextract.packs.loader import LoadedPack, Term
from epiextract.testing.cases import pack_cases


@dataclass(frozen=True, slots=True)
class ValueCoverage:
    """How many of the terms of one tag value stand in a case.

    Args:
        tag: The tag.
        value: The value; ``*`` for a plain list, whose terms are their own values.
        used: Terms that stand in an example or a reject.
        unused: Terms that stand in none.
    """

    tag: str
    value: str
    used: tuple[str, ...]
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the cases of a pack exercise.

    Args:
        pack: The pack.
        patterns: Pattern id to its numbers of examples and rejects.
        values: Each tag value.
        todo: How many cases are known misses.
    """

    pack: LoadedPack
    patterns: dict[str, tuple[int, int]]
    values: tuple[ValueCoverage, ...]
    todo: int

    @property
    def cases(self) -> tuple[int, int]:
        """The numbers of examples and of rejects."""
        return sum(e for e, _ in self.patterns.values()), sum(r for _, r in self.patterns.values())

    @property
    def unused_values(self) -> tuple[ValueCoverage, ...]:
        """Tag values none of whose terms stands in a case."""
        return tuple(value for value in self.values if not value.used)


def coverage(pack: LoadedPack, others: Iterable[LoadedPack] = ()) -> Coverage:
    """Return what the cases of *pack* exercise.

    Args:
        pack: The pack.
        others: Packs that use it: their cases count for its terms too, as for a pack of shared cues.
    """
    cases = [case for one in (pack, *others) for case in pack_cases(one)]
    texts = "\n".join(case.case.text for case in cases)
    grouped: dict[tuple[str, str], list[Term]] = {}
    for term in pack.terms:
        # the terms of a plain list are their own values, and are told of together
        value = "*" if isinstance(pack.pack.tags[term.tag], tuple) else term.value
        grouped.setdefault((term.tag, value), []).append(term)
    values = tuple(
        ValueCoverage(
            tag,
            value,
            tuple(term.text for term in terms if term.text in texts),
            tuple(term.text for term in terms if term.text not in texts),
        )
        for (tag, value), terms in grouped.items()
    )
    patterns = {pattern.id: (len(pattern.examples), len(pattern.rejects)) for pattern in pack.pack.patterns}
    return Coverage(pack, patterns, values, sum(bool(case.case.todo) for case in pack_cases(pack)))
