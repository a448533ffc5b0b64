"""What is checked of the examples and rejects of a pack before one is run: their slots, numbers, words and dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from epiextract.errors import InputError
from epiextract.events.base import Bound
from epiextract.packs.fields import Slot
from epiextract.packs.schema import Example, Pattern, Reject
from epiextract.packs.telling import Told, unknown
from epiextract.packs.yaml_nodes import Path
from epiextract.text.document import published_date

# Slots that an example states though no pattern fills them: the figure itself.
NUMBERS = ("value", "value_max")
FIGURE = (*NUMBERS, "bound")
DATES = ("date_start", "date_end")


def example_faults(number: int, pattern: Pattern, slots: Mapping[str, Slot]) -> Iterator[Told]:
    """Yield what is wrong with the cases of a pattern: code, message, path and hint.

    Args:
        number: The pattern's place in the pack.
        pattern: The pattern.
        slots: The slots of the pack's event type.
    """
    written: dict[str, Sequence[Example | Reject]] = {"examples": pattern.examples, "rejects": pattern.rejects}
    for key, cases in written.items():
        for at, case in enumerate(cases):
            if case.published is not None:
                yield from _published_faults(case.published, ("patterns", number, key, at, "published"))
    for at, example in enumerate(pattern.examples):
        for which, event in enumerate(example.events):
            for name, value in event.items():
                path: Path = ("patterns", number, "examples", at, "events", which, name)
                if name not in slots and name not in FIGURE:
                    yield "EPX113", *unknown("slot", name, [*slots, *FIGURE], path)
                elif value is not None:
                    yield from _value_faults(name, value, slots.get(name), path)


def _published_faults(published: str, path: Path) -> Iterator[Told]:
    try:
        published_date(published)
    except InputError as error:
        yield "EPX119", error.message, path, error.hint or ""


def _value_faults(name: str, value: Any, slot: Slot | None, path: Path) -> Iterator[Told]:
    """Yield why no event can have *value* in a slot: 10万 and "100000" are texts, 2021-7-22 is no ISO date."""
    choices = get_args(Bound) if name == "bound" else slot.choices if slot else ()
    if choices:
        if str(value) not in choices:
            yield "EPX119", *unknown(f"value of the slot {name}", str(value), choices, path)
    elif name in NUMBERS:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            yield "EPX119", f"{name} is no number: {value!r}", path, "Write it in figures, without quotes: 100000, 0.5."
    elif name in DATES:
        if not _is_day(value):
            yield "EPX119", f"{name} is no day: {value!r}", path, "Write year, month and day: 2021-07-02."
    elif slot and slot.kind == "bool":
        if not isinstance(value, bool):
            yield "EPX119", f"{name} is neither true nor false: {value!r}", path, "Write true or false, without quotes."
    elif not isinstance(value, str):
        yield "EPX119", f"{name} is no text: {value!r}", path, "Write a text; several names are joined by 、."


def _is_day(value: object) -> bool:
    try:
        return date.fromisoformat(str(value)).isoformat() == value
    except ValueError:
        return False
