"""Conflicts as objects: which sources say what, which value was taken, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from epiextract.events.record import json_number
from epiextract.facts.cells import Cell
from epiextract.facts.entities import Entity
from epiextract.facts.policy import corrects
from epiextract.facts.rise import is_exact
from epiextract.facts.rollup import Whole
from epiextract.facts.series import Series, SeriesKey
from epiextract.facts.statements import Statement, ends

KINDS = {
    "values": "the texts give different values for one day",
    "corrected": "a later text corrects an earlier one",
    "falls": "a total is below an earlier one",
    "high": "a total is above later ones that fit together without it",
    "sum": "the total before plus the increases since is not the total",
    "above": "an increase or a stock is above the total of its day",
    "balance": "confirmed less recovered less deaths is not the number of current cases",
    "parts": "the parts are together more than the whole",
    "total": "gifts are together more than the running total that is stated",
}
"""Kinds of conflict, and what each says."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that the texts say and that cannot all be true.

    Args:
        kind: One of `KINDS`.
        entity: Of whom or what.
        key: The series' key, or that of the ledger's sum.
        day: The day.
        chosen: The statement taken.
        others: The statements that speak against it.
        why: The criterion that decided, or what was compared.
        by: The slot that holds the entity.
    """

    kind: str
    entity: Entity
    key: SeriesKey
    day: date | None
    chosen: Statement
    others: tuple[Statement, ...]
    why: str | None
    by: str = "place"

    def row(self) -> dict[str, Any]:
        """Return the conflict as a flat row."""
        return {
            "kind": self.kind,
            "entity": self.entity.name,
            "entity_id": self.entity.id,
            "type": self.key.type,
            "measure": self.key.measure,
            "accumulation": self.key.accumulation,
            "day": self.day and self.day.isoformat(),
            "unit": self.key.unit,
            "chosen": json_number(self.chosen.value),
            "chosen_sources": self.chosen.sources,
            "chosen_docs": "、".join(self.chosen.documents),
            "others": "、".join(str(json_number(other.value)) for other in self.others) or None,
            "other_docs": "、".join(doc for other in self.others for doc in other.documents) or None,
            "why": self.why,
        }

    def __str__(self) -> str:
        row = self.row()
        against = f" against {row['others']}" if self.others else ""
        why = f" ({self.why})" if self.why else ""
        return f"{self.day} {self.entity.name} {self.key.measure}: {row['chosen']}{against}: {KINDS[self.kind]}{why}"


def find_conflicts(series: Iterable[Series], wholes: Iterable[Whole] = ()) -> Iterator[Conflict]:
    """Yield the conflicts of checked series and of wholes with their parts.

    Args:
        series: Series that `epiextract.facts.checks.checked` has seen.
        wholes: What `epiextract.facts.rollup.roll_up` gave of them.
    """
    for one in series:
        for cell in one:
            disputed = cell.disputed
            if disputed:
                yield Conflict(_kind(cell), one.entity, one.key, cell.day, cell.chosen, disputed, cell.why, one.by)
            for flag in cell.flags:
                if flag in KINDS:
                    against = _against(one, cell, flag)
                    yield Conflict(flag, one.entity, one.key, cell.day, cell.chosen, against, None, one.by)
    for whole in wholes:
        if whole.exceeds and whole.stated:
            parts = tuple(part.cell.chosen for part in whole.parts)
            told = f"{len(parts)} parts make {json_number(whole.sum):,}"
            yield Conflict("parts", whole.entity, whole.key, whole.day, whole.stated.chosen, parts, told)


def _against(series: Series, cell: Cell, flag: str) -> tuple[Statement, ...]:
    """Return the statement of the nearest day that a flagged total does not fit."""
    low, high = ends(cell.chosen)
    fitting = [one for one in series if is_exact(one) and not {"falls", "high"} & set(one.flags)]
    if flag in ("falls", "corrected") and high is not None:
        return tuple(one.chosen for one in fitting if one.day < cell.day and (one.value or 0) > high)[-1:]
    if flag == "high" and low is not None:
        return tuple(one.chosen for one in fitting if one.day > cell.day and (one.value or 0) < low)[:1]
    return ()


def _kind(cell: Cell) -> str:
    """Tell a correction from a contradiction: it says that it corrects, or its outlet gave the older value itself."""
    if any(corrects(claim) for claim in cell.chosen.claims):
        return "corrected"
    outlets = {claim.source.outlet for claim in cell.chosen.claims} - {None}
    for other in cell.disputed:
        before = {claim.source.outlet for claim in other.claims}
        if not (outlets & before and other.latest < cell.chosen.latest):
            return "values"
    return "corrected"
