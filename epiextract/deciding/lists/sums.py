"""Parts that add up to their whole: 新增46例，其中42例为境外输入，4例为本土病例（黑龙江3例，广东1例）."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from epiextract.deciding.brackets import enclosure
from epiextract.matching.reading import Figure, Reading

# What leads from a whole to its first part, no farther apart than that.
_LEADS = re.compile(r"其中|当中|當中|分别|分別|包括|含|分为|分為|中[，,]|[（(：:]")
LEAD_REACH = 60
# Parts of a part, which its whole does not count again: 吉林836例，其中长春市720例；上海425例.
_NESTED = re.compile(r"其中|当中|當中|包括|含")
# What closes them again, the last of its kind.
_CLOSES = re.compile(r".*[；;。！？\n]", re.DOTALL)
# Figures that are looked at behind a whole.
MOST_PARTS = 40
# Lists that nothing leads to have so many items at least; of two numbers too many add up by chance.
LEAST_PARTS = 3
_JOINED = re.compile(r"[^，。；：！？、\n（()）]{0,8}[、，和及][^，。；：！？、\n（()）]{0,12}")
_PEOPLE = frozenset({"person", "bare"})
# Numbers that are no counts: what they add up to tells nothing.
_NO_COUNTS = frozenset({"duration", "age", "share", "multiple", "ratio", "temperature"})


def summed(reading: Reading) -> Mapping[int, Figure]:
    """Return the whole of each figure that is a part of a sum, by the index of the part's mention, worked out once.

    Args:
        reading: The document as read.
    """
    found: Mapping[int, Figure] | None = reading.lines.get("sums")
    if found is None:
        found = reading.lines["sums"] = _summed(reading)
    return found


def _summed(reading: Reading) -> dict[int, Figure]:
    wholes: dict[int, Figure] = {}
    figures = [figure for figure in reading.figures if _counts(figure)]
    for at, whole in enumerate(figures):
        behind = [one for one in figures[at + 1 : at + 1 + MOST_PARTS] if _alike(whole, one)]
        # the innermost whole is found last, and holds
        wholes.update((part.index, whole) for part in _parts(reading, whole, behind))
    for run in _runs(reading, figures):
        if run[0].index not in wholes:
            wholes.update(_added_up(reading, run, figures))
    return wholes


def _runs(reading: Reading, figures: Sequence[Figure]) -> list[list[Figure]]:
    """Return the lists of three figures and more: 医生280名、护士660名、管理人员18名."""
    runs: list[list[Figure]] = []
    for figure in figures:
        last = runs[-1][-1] if runs else None
        if last and _alike(last, figure) and _JOINED.fullmatch(reading.text, last.end, figure.start):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return [run for run in runs if len(run) >= LEAST_PARTS]


def _added_up(reading: Reading, run: Sequence[Figure], figures: Sequence[Figure]) -> Iterator[tuple[int, Figure]]:
    """Yield the items of a list by index, with the figure before it, in its paragraph, that they add up to."""
    total = sum(map(_value, run))
    at = bisect_left(figures, run[0].start, key=lambda figure: figure.start)
    paragraph = reading.paragraph_of(run[0].sentence)
    for before in reversed(figures[max(0, at - MOST_PARTS) : at]):
        if reading.paragraph_of(before.sentence) != paragraph:
            return
        if _value(before) == total and _alike(before, run[0]):
            yield from ((figure.index, before) for figure in run)
            return


def _counts(figure: Figure) -> bool:
    quantity = figure.quantity
    return quantity.kind not in _NO_COUNTS and quantity.value is not None and quantity.bound == "exact"


def _alike(one: Figure, other: Figure) -> bool:
    """Tell whether figures count in the same unit; 46例 and 3人 are both people."""
    first, second = one.quantity, other.quantity
    return first.unit == second.unit or (first.kind in _PEOPLE and second.kind in _PEOPLE)


def _parts(reading: Reading, whole: Figure, behind: Sequence[Figure]) -> list[Figure]:
    """Return the parts that come out at the whole, two or more, or nothing."""
    if not behind or behind[0].start - whole.end > LEAD_REACH:
        return []
    if not _LEADS.search(reading.text, whole.end, behind[0].start):
        return []
    left = _value(whole)
    parts: list[Figure] = []
    for figure in _level(reading, whole, behind):
        left -= _value(figure)
        parts.append(figure)
        if left <= 0:
            break
    return parts if left == 0 and len(parts) > 1 else []


def _level(reading: Reading, whole: Figure, behind: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the figures of the first part's level, up to the end of its brackets or of the paragraph."""
    last = behind[0]
    paragraph = reading.paragraph_of(whole.sentence)
    for figure in behind:
        if reading.paragraph_of(figure.sentence) != paragraph:
            return
        if figure is not last:
            between = reading.text[last.end : figure.start]
            level = enclosure(between)
            if level == "inside":
                return
            if level == "into" or _NESTED.search(_CLOSES.sub("", between)):
                continue
        yield figure
        last = figure


def _value(figure: Figure) -> float:
    return float(figure.quantity.value or 0)
