"""Extracted records against gold ones: what was found, of which type, with which measure, with all slots right.

A figure of the gold is paired with the extracted one that overlaps it most. Counted are then

- ``figure``: figures of any type that were found;
- ``event``: typed events found with their type;
- ``measure``: with their measure too;
- ``strict``: with value, unit, accumulation, modality, date, place and the type's key roles too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from epiextract.events.record import DAYS, told
from epiextract.testing.matching import Record, same_names, same_number, same_place

OTHER = "other"
CORE = ("case_count", "donation", "bed", "supply", "personnel", "testing")
KEY_ROLES: Mapping[str, tuple[str, ...]] = {
    "donation": ("donor", "recipient", "item"),
    "supply": ("item",),
    "bed": ("facility",),
    "personnel": ("org",),
    "price": ("item",),
}
SLOTS = ("value", "unit", "accumulation", "modality", "date_end", "place")
LEAST_OVERLAP = 0.3
LEVELS = ("event", "measure", "strict")


@dataclass(slots=True)
class Score:
    """Counts of one kind of hit.

    >>> score = Score(hits=3, found=4, gold=6)
    >>> score.precision, score.recall, round(score.f1, 3)
    (0.75, 0.5, 0.6)
    """

    hits: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.hits / (self.found + self.gold) if self.found + self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """An event that is not right.

    Args:
        cause: ``missed``, ``invented``, ``type``, ``measure``, or the slot that is wrong.
        gold: What the gold says, where it says something.
        found: What was extracted, where something was.
    """

    cause: str
    gold: Record | None
    found: Record | None


@dataclass(slots=True)
class Evaluation:
    """What a comparison gave.

    Args:
        figures: Figures of any type.
        values: Of the figures found, those with value and unit right.
        types: For each type and for ``core`` and ``all``: a score a level.
        misses: All that was not right.
    """

    figures: Score = field(default_factory=Score)
    values: Score = field(default_factory=Score)
    types: dict[str, dict[str, Score]] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def causes(self) -> list[tuple[str, int]]:
        """Return the causes of misses, the most frequent first."""
        return Counter(miss.cause for miss in self.misses).most_common()

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield one flat row a type, ``core`` and ``all`` first."""
        for name in ("core", "all", *sorted(set(self.types) - {"core", "all"})):
            levels = self.types.get(name)
            if levels:
                row: dict[str, Any] = {"type": name, "gold": levels["event"].gold, "found": levels["event"].found}
                for level in LEVELS:
                    score = levels[level]
                    row |= {f"{level} P": _shown(score.precision), f"{level} R": _shown(score.recall)}
                    row[f"{level} F1"] = _shown(score.f1)
                yield row


def _shown(share: float) -> str:
    return f"{share:.3f}"


def evaluate(gold: Iterable[Record], found: Iterable[Record]) -> Evaluation:
    """Return how *found* compares with *gold*.

    Args:
        gold: Records of the gold: ``doc``, ``start``, ``end``, ``type`` and slots; lines without a type are left out.
        found: Extracted records.
    """
    result = Evaluation()
    wanted, given = _by_document(gold), _by_document(found)
    for doc in sorted(set(wanted) | set(given)):
        _compare(result, wanted.get(doc, []), given.get(doc, []))
    return result


def _by_document(records: Iterable[Record]) -> dict[str, list[Record]]:
    out: dict[str, list[Record]] = {}
    for record in records:
        if record.get("type"):
            out.setdefault(str(record["doc"]), []).append(record)
    return out


def _compare(result: Evaluation, gold: Sequence[Record], found: Sequence[Record]) -> None:
    pairs = pair(gold, found)
    result.figures.gold += len(gold)
    result.figures.found += len(found)
    result.figures.hits += len(pairs)
    by_gold = {id(one): other for one, other in pairs}
    paired = {id(other) for _, other in pairs}
    for one, other in pairs:
        result.values.found += 1
        result.values.gold += 1
        result.values.hits += same_slot("value", one, other) and same_slot("unit", one, other)
    for record in gold:
        if record["type"] != OTHER:
            _judge(result, record, by_gold.get(id(record)))
    for record in found:
        if record["type"] == OTHER:
            continue
        for name in _groups(str(record["type"])):
            for level in LEVELS:
                _level(result, name, level).found += 1
        if id(record) not in paired or not any(o is record and g["type"] != OTHER for g, o in pairs):
            result.misses.append(Miss("invented", None, record))


def _judge(result: Evaluation, gold: Record, found: Record | None) -> None:
    kind = str(gold["type"])
    cause = _cause(gold, found)
    reached = {"missed": 0, "type": 0, "measure": 1}.get(cause or "", 2 if cause else 3)
    for name in _groups(kind):
        for number, level in enumerate(LEVELS):
            score = _level(result, name, level)
            score.gold += 1
            score.hits += reached > number
    if cause:
        result.misses.append(Miss(cause, gold, found))


def _cause(gold: Record, found: Record | None) -> str | None:
    """Return the first thing that is wrong, or None."""
    if found is None or found["type"] == OTHER:
        return "missed"
    if gold["type"] != found["type"]:
        return "type"
    if gold["type"] != "activity" and gold.get("measure") != found.get("measure"):
        return "measure"
    slots = (*SLOTS, *KEY_ROLES.get(str(gold["type"]), ()))
    return next((slot for slot in slots if not same_slot(slot, gold, found)), None)


def same_slot(slot: str, gold: Record, found: Record) -> bool:
    """Tell whether a slot is right.

    Args:
        slot: Its name.
        gold: The gold record.
        found: The extracted record.
    """
    one, other = gold.get(slot), found.get(slot)
    if slot == "value":
        if gold.get("bound") == "vague":
            return True
        upper = gold.get("value_max")
        return same_number(one, other) and (upper is None or same_number(upper, found.get("value_max")))
    if slot == "place":
        return same_place(gold, found)
    if slot == "accumulation":
        # without a cue the gold mostly says nothing, and what is said for nothing is no contradiction
        return one is None or one == other or (other is None and gold["type"] not in ("case_count", "bed", "testing"))
    if slot == "modality":
        return (one or "actual") == (other or "actual")
    if slot == "recipient" and not same_names(one, other):
        # a gift to a mere place may name it as the place
        return same_place({"place": one or other}, gold) and (
            not one or not other or same_place({"place": other}, gold)
        )
    if slot in ("donor", "recipient", "item", "facility", "org"):
        return same_names(one, other)
    return bool(one == other)


def pair(gold: Sequence[Record], found: Sequence[Record]) -> list[tuple[Record, Record]]:
    """Return gold and extracted figures that stand for each other: one to one, the largest overlap first."""
    ranked = []
    for i, one in enumerate(gold):
        for j, other in enumerate(found):
            over = min(one["end"], other["end"]) - max(one["start"], other["start"])
            if over > 0:
                share = over / (max(one["end"], other["end"]) - min(one["start"], other["start"]))
                if share >= LEAST_OVERLAP or not any(c.isdigit() for c in str(one.get("quote", "0"))):
                    ranked.append((-share, one["type"] != other["type"], i, j))
    taken: set[int] = set()
    used: set[int] = set()
    pairs = []
    for _, _, i, j in sorted(ranked):
        if i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def _groups(kind: str) -> tuple[str, ...]:
    return (kind, "all", "core") if kind in CORE else (kind, "all")


def _level(result: Evaluation, name: str, level: str) -> Score:
    levels = result.types.setdefault(name, {one: Score() for one in LEVELS})
    return levels[level]


def comparable(record: dict[str, Any]) -> Record:
    """Return a record that can be compared, its offsets as numbers; a line without a type only tells of a document.

    Args:
        record: A line of a gold file, or a record.

    Raises:
        KeyError: where a figure has no place.
        ValueError: where its place or its value is no number.
        EventError: EPX203 for a day that is none, or a value that is NaN.

    >>> comparable({"doc": "a", "type": "bed", "start": "3", "end": 7})["start"]
    3
    """
    record = told(record)
    if not record.get("type"):
        return record
    for slot in DAYS:
        # a line of JSON has days as text, a row of Parquet as dates: they are compared as one
        if record.get(slot):
            record[slot] = record[slot].isoformat()
    for slot in ("value", "value_max"):
        if not isinstance(record.get(slot, 0), (int, float, Decimal)):
            raise ValueError(f"{slot}: {record[slot]!r:.40} is no number")
    return record | {"doc": str(record["doc"]), "start": int(record["start"]), "end": int(record["end"])}
