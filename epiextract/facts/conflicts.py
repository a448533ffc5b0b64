"""Conflicts as objects: which sources say what, which value was taken, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from epiextract.errors import FactsError, did_you_mean
from epiextract.events.record import json_number
from epiextract.facts.cells import Cell
from epiextract.facts.checks import LONGEST_GAP, LOST_CASES
from epiextract.facts.corrections import corrects
from epiextract.facts.entities import Entity
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
TOLD = ("values", "corrected")
"""Kinds that the texts tell themselves; the others are reckoned from what they tell."""
_DOUBTFUL = frozenset({"falls", "high"})
# What is reckoned from other cells, too, and follows where one of them is in doubt.
_RECKONED = frozenset({"sum", "above", "balance"})


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

    @property
    def between_documents(self) -> bool:
        """Whether one document speaks against another, and not a single one against itself."""
        mine = set(self.chosen.documents)
        return any(mine.isdisjoint(other.documents) for other in self.others)

    @property
    def seriousness(self) -> int:
        """How serious it is, the least number first: 0 documents that say otherwise, 1 what was reckoned, 2 one text.

        What one text says of a day in two ways is most often a figure that was read amiss.
        """
        if self.kind not in TOLD:
            return 1
        return 0 if self.between_documents else 2

    def is_of(self, *, by: str | None, kind: str | None, between_documents: bool | None) -> bool:
        """Tell whether it is of a slot, of a kind, and within one document or not; None for any."""
        asked = ((by, self.by), (kind, self.kind), (between_documents, self.between_documents))
        return all(wanted in (None, own) for wanted, own in asked)

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


def check_kind(kind: str | None) -> None:
    """Refuse a kind of conflict that there is none of.

    Args:
        kind: The kind, or None for all.

    Raises:
        FactsError: EPX601.
    """
    if kind is not None and kind not in KINDS:
        hint = did_you_mean(kind, KINDS) or f"Ask for {', '.join(KINDS)}."
        raise FactsError("EPX601", f"unknown kind of conflict {kind!r}", hint=hint)


def find_conflicts(series: Iterable[Series], wholes: Iterable[Whole] = ()) -> Iterator[Conflict]:
    """Yield the conflicts of checked series and of wholes with their parts.

    Args:
        series: Series that `epiextract.facts.checks.checked` has seen.
        wholes: What `epiextract.facts.rollup.roll_up` gave of them.
    """
    every = list(series)
    doubtful = {(one.key, cell.day) for one in every for cell in one if _is_doubtful(cell)}
    for one in every:
        before: Cell | None = None
        for cell in one:
            disputed = cell.disputed
            if disputed:
                yield Conflict(_kind(cell), one.entity, one.key, cell.day, cell.chosen, disputed, cell.why, one.by)
            for flag in cell.flags:
                if flag in KINDS and not (flag in _RECKONED and _follows(one.key, cell, before, doubtful)):
                    against = _against(one, cell, flag)
                    yield Conflict(flag, one.entity, one.key, cell.day, cell.chosen, against, None, one.by)
            before = cell
    for whole in wholes:
        if whole.exceeds and whole.stated:
            parts = tuple(part.cell.chosen for part in whole.parts)
            told = f"{len(parts)} parts make {json_number(whole.sum):,}"
            yield Conflict("parts", whole.entity, whole.key, whole.day, whole.stated.chosen, parts, told)


def _is_doubtful(cell: Cell) -> bool:
    return bool(cell.disputed) or not _DOUBTFUL.isdisjoint(cell.flags)


def _follows(key: SeriesKey, cell: Cell, before: Cell | None, doubtful: Set[tuple[SeriesKey, date]]) -> bool:
    """Tell whether a cell is flagged since one that it was reckoned from is in doubt, which is a conflict already."""
    used = [(key, cell.day)]
    if key.accumulation == "cumulative" and before is not None:
        if "sum" in before.flags:
            return True
        new, days = key._replace(accumulation="new"), min(LONGEST_GAP, (cell.day - before.day).days)
        used += [(key, before.day), *((new, cell.day - timedelta(days=back)) for back in range(days))]
    elif key.accumulation != "cumulative":
        total = key._replace(accumulation="cumulative")
        used += [(total._replace(measure=measure), cell.day) for measure in (key.measure, *LOST_CASES)]
    return any(one in doubtful for one in used)


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
