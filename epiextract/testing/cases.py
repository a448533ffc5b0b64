"""The cases of a pack, and what becomes of each: passed, failed with a diff, or known to miss."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import repeat
from typing import TYPE_CHECKING, Any, Literal

from epiextract.packs.loader import LoadedPack
from epiextract.packs.schema import Example, Pattern, Reject

if TYPE_CHECKING:
    from epiextract.events import Event
    from epiextract.extractor import Extractor

Outcome = Literal["passed", "failed", "todo", "todo-passed"]
# A slot that an example may leave out without saying that it is absent; so are the roles of the type.
UNIT = "unit"
COMPARED = ("measure", "value", "value_max", "unit", "bound", "accumulation", "per", "each", "modality")
DATES = ("date_start", "date_end")
DEFAULTS = (("bound", "exact"), ("modality", "actual"))


@dataclass(frozen=True, slots=True)
class Case:
    """One example or reject of a pattern.

    Args:
        pack: The pack.
        pattern: The pattern that it stands beside.
        number: Its place in the pattern's list.
        case: The example or the reject.
    """

    pack: LoadedPack
    pattern: Pattern
    number: int
    case: Example | Reject

    @property
    def kind(self) -> str:
        """``example`` or ``reject``."""
        return "example" if isinstance(self.case, Example) else "reject"

    @property
    def id(self) -> str:
        """The id that pytest shows: ``pattern::example[0]``."""
        return f"{self.pattern.id}::{self.kind}[{self.number}]"

    @property
    def where(self) -> str:
        """``path:line`` of the case."""
        at = [pattern.id for pattern in self.pack.pack.patterns].index(self.pattern.id)
        return self.pack.located.where(("patterns", at, f"{self.kind}s", self.number))


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a case.

    Args:
        case: The case.
        outcome: ``passed``, ``failed``, ``todo`` (a known miss that still misses) or ``todo-passed``.
        wanted: The events asked for, as slots.
        got: The events found, as slots.
        seen: The mentions of the text, as the patterns see them.
        rules: What gave each event found.
        differing: For each pair of an event wanted and one found the slots in which they differ.
    """

    case: Case
    outcome: Outcome
    wanted: tuple[Mapping[str, Any], ...] = ()
    got: tuple[Mapping[str, Any], ...] = ()
    seen: str = ""
    rules: tuple[str, ...] = field(default=())
    differing: tuple[tuple[str, ...], ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the case needs no attention: passed, or a known miss that misses."""
        return self.outcome in ("passed", "todo")

    @property
    def _undated(self) -> bool:
        """Whether only dates differ that the day of publication would complete: 7月21日, 昨天."""
        differing = {name for names in self.differing for name in names}
        return bool(differing) and differing <= {*DATES} and not self.case.case.published and "TIME" in self.seen

    def report(self) -> str:
        """Return what a person needs to mend the pack: text, wanted, got, the sequence seen and the line."""
        case = self.case
        lines = [f"{case.where}: {case.pack.name} {case.id}: {self.outcome}", f"  text: {case.case.text}"]
        if isinstance(case.case, Reject):
            lines.append(f"  must give no {case.pack.pack.event}: {case.case.why}")
        if self.outcome == "todo-passed":
            lines.append("  the known miss is found now: remove 'todo'")
        lines += [f"  want: {show_slots(wanted)}" for wanted in self.wanted]
        lines += [f"  got:  {show_slots(got)}  by {rule}" for got, rule in zip(self.got, self.rules, strict=True)]
        told = enumerate(self.differing, 1)
        lines += [f"  event {number} differs in {', '.join(names)}" for number, names in told if names]
        lines.append(f"  seen: {self.seen}")
        if self._undated:
            lines.append("  give `published`: without it the text does not say which year, or which day, it speaks of")
        return "\n".join(lines)


def show_slots(slots: Mapping[str, Any]) -> str:
    """Return slots as one readable line.

    >>> show_slots({"measure": "death", "value": 3.0})
    'measure=death value=3'
    """
    whole = ((n, int(v) if isinstance(v, float) and v.is_integer() else v) for n, v in slots.items())
    return " ".join(f"{name}={value}" for name, value in whole)


def pack_cases(pack: LoadedPack) -> Iterator[Case]:
    """Yield every example and reject of *pack*, in the order of the file."""
    for pattern in pack.pack.patterns:
        for number, example in enumerate(pattern.examples):
            yield Case(pack, pattern, number, example)
        for number, reject in enumerate(pattern.rejects):
            yield Case(pack, pattern, number, reject)


def run_case(case: Case, extractor: Extractor) -> Result:
    """Return what *extractor* makes of the case; examples must be met, rejects must give nothing.

    Args:
        case: An example or a reject.
        extractor: An extractor that has the pack, with the trained models off.
    """
    found = _found(case, extractor)
    good = _holds(case, found)
    outcome: Outcome = "passed" if good else "failed"
    if case.case.todo:
        outcome = "todo-passed" if good else "todo"
    wanted = tuple(case.case.events) if isinstance(case.case, Example) else ()
    got = tuple(event_slots(e.record(), e.roles) for e in found)
    seen = extractor.sequence(case.case.text) if outcome != "passed" else ""
    pairs = zip(wanted, got, strict=True) if len(wanted) == len(got) else ()
    differing = tuple(differing_slots(one, other, _silent(found)) for one, other in pairs)
    return Result(case, outcome, wanted, got, seen, tuple(str(e.rule) for e in found), differing)


def holds(case: Case, extractor: Extractor) -> bool:
    """Tell whether the case holds, as :func:`run_case` does but without a report.

    Args:
        case: An example or a reject.
        extractor: An extractor that has the pack.
    """
    return _holds(case, _found(case, extractor))


def _found(case: Case, extractor: Extractor) -> list[Event]:
    event = case.pack.pack.event
    return [e for e in extractor.extract(case.case.text, published=case.case.published) if e.type == event]


def _holds(case: Case, found: Sequence[Event]) -> bool:
    if isinstance(case.case, Reject):
        return not found
    wanted = case.case.events
    got = [event_slots(e.record(), e.roles) for e in found]
    return len(wanted) == len(got) and not any(map(differing_slots, wanted, got, repeat(_silent(found))))


def _silent(found: Sequence[Event]) -> frozenset[str]:
    return frozenset({UNIT, *(role for e in found for role in e.roles)})


def event_slots(record: Mapping[str, Any], roles: tuple[str, ...]) -> dict[str, Any]:
    """Return the slots of a record that examples speak of, without defaults."""
    names = (*COMPARED, *DATES, "place", "excluding", "imported", "disease", *roles)
    slots = {name: record[name] for name in names if record.get(name) is not None}
    return plain_slots(slots)


def plain_slots(slots: Mapping[str, Any]) -> dict[str, Any]:
    """Return slots without their defaults and with plain numbers, so that 3 and 3.0 and Decimal('3') are equal."""
    out: dict[str, Any] = {}
    for name, value in slots.items():
        if value is None or value is False or (name, value) in DEFAULTS:
            continue
        number = isinstance(value, (int, float, Decimal)) and value is not True
        out[name] = float(value) if number else value
    return out


def differing_slots(
    wanted: Mapping[str, Any], got: Mapping[str, Any], silent: frozenset[str] = frozenset({UNIT})
) -> tuple[str, ...]:
    """Return the slots in which the event found is not the one wanted.

    A slot that the example leaves out must be absent, or have its default; a slot of *silent* (the unit, the roles) may
    go unsaid, and is compared only where the example names it, be it as ``null``.

    Args:
        wanted: Slots as the example writes them.
        got: Slots found, without defaults.
        silent: Slots that may go unsaid.

    >>> differing_slots({"value": 3}, {"value": 3.0, "unit": "person"})
    ()
    >>> differing_slots({"value": 3}, {"value": 3, "place": "X"})
    ('place',)
    """
    plain = plain_slots(wanted)
    asked = (name for name in dict.fromkeys((*plain, *got)) if name not in silent or name in wanted)
    return tuple(name for name in asked if plain.get(name) != got.get(name))
