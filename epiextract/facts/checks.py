"""What cannot be: totals, increases and stocks of one entity checked against each other.

Flags of a cell. Only exact figures are calculated with; a rounded one is flagged where no value that it allows fits:

- ``falls``: a total below an earlier one, and no text says that it was corrected (then it is ``corrected``).
- ``high``: a total above later ones that fit together without it.
- ``sum``: the total before plus the increases since is not the total.
- ``above``: an increase or a stock above the total of its day.
- ``balance``: confirmed less recovered less deaths is not the number of current cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import pairwise

from epiextract.facts.cells import Period
from epiextract.facts.claims import Number
from epiextract.facts.corrections import corrects
from epiextract.facts.rise import around, is_exact, longest_rise
from epiextract.facts.series import Series, SeriesKey
from epiextract.facts.statements import EXACT, ends

# Beyond this, increases of every day between two totals are hardly all known.
LONGEST_GAP = 31
MEASURE_OF_CASES, LOST_CASES = "confirmed", ("recovered", "death")


def checked(series: Iterable[Series]) -> list[Series]:
    """Return the series with flags on the cells that cannot be.

    Args:
        series: All series of one slot, so that totals find their increases.
    """
    every = list(series)
    exact = {one.key: _exact(one) for one in every}
    periods = {one.key: one.periods for one in every if one.periods}
    made = []
    for one in every:
        flags: dict[date, list[str]] = {}
        if one.key.accumulation == "cumulative":
            _find_falls(one, flags)
            new = _kin(one.key, "new")
            _find_sums(exact[one.key], exact.get(new, {}), flags)
            _find_period_sums(exact[one.key], periods.get(new, ()), flags)
        elif one.key.accumulation:
            _find_above(exact[one.key], exact.get(_kin(one.key, "cumulative"), {}), flags)
            _find_balance(one.key, exact, flags)
        made.append(one.with_cells(c.flagged(*flags[c.day]) if c.day in flags else c for c in one) if flags else one)
    return made


def _exact(series: Series) -> dict[date, Number]:
    return {cell.day: cell.value for cell in series if cell.value is not None and is_exact(cell)}


def _kin(key: SeriesKey, accumulation: str, measure: str | None = None) -> SeriesKey:
    return key._replace(accumulation=accumulation, measure=measure or key.measure)


def _find_falls(series: Series, flags: dict[date, list[str]]) -> None:
    firm = [cell for cell in series if is_exact(cell)]
    values = [cell.value or 0 for cell in firm]
    fitting = longest_rise(values, [cell.chosen.sources for cell in firm])
    if len(fitting) == len(series.cells):
        return
    kept = [(firm[place].day, values[place]) for place in sorted(fitting)]
    fitting_days = {day for day, _ in kept}
    for cell in series:
        if cell.day in fitting_days or cell.value is None:
            continue
        low, high = ends(cell.chosen)
        before, behind = around(kept, cell.day)
        if high is not None and before is not None and before > high:
            corrected = any(corrects(claim) for claim in cell.chosen.claims)
            flags.setdefault(cell.day, []).append("corrected" if corrected else "falls")
        elif low is not None and behind is not None and behind < low:
            flags.setdefault(cell.day, []).append("high")


def _find_sums(totals: Mapping[date, Number], new: Mapping[date, Number], flags: dict[date, list[str]]) -> None:
    days = sorted(totals)
    for before, day in pairwise(days):
        gap = (day - before).days
        if gap > LONGEST_GAP:
            continue
        added = [new.get(before + timedelta(days=step)) for step in range(1, gap + 1)]
        known = [increase for increase in added if increase is not None]
        if len(known) == gap and totals[before] + sum(known) != totals[day]:
            flags.setdefault(day, []).append("sum")


def _find_period_sums(totals: Mapping[date, Number], periods: Iterable[Period], flags: dict[date, list[str]]) -> None:
    for period in periods:
        before, after = totals.get(period.first - timedelta(days=1)), totals.get(period.last)
        added = period.statement.value
        if before is None or after is None or added is None or period.statement.looseness != EXACT:
            continue
        if before + added != after:
            flags.setdefault(period.last, []).append("sum")


def _find_above(parts: Mapping[date, Number], totals: Mapping[date, Number], flags: dict[date, list[str]]) -> None:
    for day, value in parts.items():
        if day in totals and value > totals[day]:
            flags.setdefault(day, []).append("above")


def _find_balance(
    key: SeriesKey, exact: Mapping[SeriesKey, Mapping[date, Number]], flags: dict[date, list[str]]
) -> None:
    if key.type != "case_count" or key.measure != MEASURE_OF_CASES or key.accumulation != "current":
        return
    totals = exact.get(_kin(key, "cumulative"), {})
    lost = [exact.get(_kin(key, "cumulative", measure), {}) for measure in LOST_CASES]
    for day, value in exact[key].items():
        gone = [one.get(day) for one in lost]
        known = [number for number in gone if number is not None]
        if day in totals and len(known) == len(gone) and value != totals[day] - sum(known):
            flags.setdefault(day, []).append("balance")
