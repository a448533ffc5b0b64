"""Parts that add up to their whole: 新增46例，其中42例为境外输入，4例为本土病例（黑龙江3例，广东1例）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from epiextract.deciding.brackets import enclosure
from epiextract.deciding.lists.changes import PEOPLE
from epiextract.deciding.lists.parts import AMONG
from epiextract.matching.reading import Figure, Reading

# What leads from a whole to its first part, no farther apart than that, as 隔离观察人员 does to how cases were found.
_LEADS = re.compile(rf"{AMONG}|分别|分別|包括|含|分为|分為|中[，,]|[（(：:]|[，,](?:隔离(?:观察|管控)人员|社会面)")
LEAD_REACH = 60
# Parts of a part, which its whole does not count again: 吉林836例，其中长春市720例；上海425例.
_NESTED = re.compile(rf"{AMONG}|包括|含")
# What closes them again, the last of its kind.
_CLOSES = re.compile(r".*[；;。！？\n]", re.DOTALL)
_ITEM_ENDS = re.compile("[；;]")
# Figures that are looked at behind a whole.
MOST_PARTS = 40
# Lists that nothing leads to have so many items at least; of two numbers too many add up by chance.
LEAST_PARTS = 3
# So many decimals of 1260.526万元 and the like are added up.
DECIMALS = 4
_JOINED = re.compile(r"[^，。；：！？、\n（()）]{0,8}[、，和及][^，。；：！？、\n（()）]{0,12}")
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
            wholes.update(added_up(reading, run, least=LEAST_PARTS))
    parted: dict[int, dict[float, Figure]] = {}
    for whole in wholes.values():
        parted.setdefault(whole.sentence, {}).setdefault(_value(whole), whole)
    for group in _groups(reading, figures):
        if not any(one.index in wholes for one in group):
            wholes.update(_parted_again(group, parted.get(group[0].sentence, {})))
    return wholes


def _groups(reading: Reading, figures: Sequence[Figure]) -> list[list[Figure]]:
    """Return what stands behind semicolons, two figures and more up to the next one: 36例…；重症5例，轻症31例."""
    groups: list[list[Figure]] = []
    last: Figure | None = None
    for figure in figures:
        apart = last is None or last.sentence != figure.sentence
        if last is not None and not apart and _ITEM_ENDS.search(reading.text, last.end, figure.start):
            groups.append([figure])
        elif apart:
            groups.append([])
        elif groups[-1]:
            groups[-1].append(figure)
        last = figure
    return [group for group in groups if len(group) > 1]


def _parted_again(group: Sequence[Figure], parted: Mapping[float, Figure]) -> dict[int, Figure]:
    """Return the whole that a group adds up to by the index of each figure, if it is one that was parted before.

    Args:
        group: Figures between semicolons.
        parted: The wholes of the sentence by their values.
    """
    whole = parted.get(round(sum(map(_value, group)), DECIMALS))
    if whole is None or whole.end > group[0].start or not all(_alike(whole, one) for one in group):
        return {}
    return {one.index: whole for one in group}


def added_up(reading: Reading, run: Sequence[Figure], *, least: int) -> dict[int, Figure]:
    """Return the figure before a list, in its paragraph, that its items add up to, by the index of each item.

    A list may part its whole more than once: 36例…男性21例，女性15例；丰台区21例，大兴区15例.

    Args:
        reading: The document as read.
        run: The items, in the order of the text.
        least: How many items there have to be.
    """
    totals = _totals(reading, run[0])
    # 新增28例，累计31例（甲20例，乙5例，丙3例，丁3例）: what all add up to goes before what the first three do
    every = totals.get(round(sum(map(_value, run)), DECIMALS)) if len(run) >= least else None
    if every and _alike(every, run[0]):
        return {one.index: every for one in run}
    found: dict[int, Figure] = {}
    group: list[Figure] = []
    total = 0.0
    for figure in run:
        group.append(figure)
        total = round(total + _value(figure), DECIMALS)
        whole = totals.get(total) if len(group) >= least else None
        if whole and _alike(whole, run[0]):
            found.update((one.index, whole) for one in group)
            group, total = [], 0.0
    return found


def _totals(reading: Reading, first: Figure) -> dict[float, Figure]:
    """Return the figures before a list, in its paragraph, by their values, the last of each."""
    at = reading.figure_after(first.start)
    paragraph = reading.paragraph_of(first.sentence)
    before = reading.figures[max(0, at - MOST_PARTS) : at]
    return {
        _value(one): one
        for one in before
        if _counts(one) and one.quantity.value and reading.paragraph_of(one.sentence) == paragraph
    }


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


def _counts(figure: Figure) -> bool:
    quantity = figure.quantity
    return quantity.kind not in _NO_COUNTS and quantity.value is not None and quantity.bound == "exact"


def _alike(one: Figure, other: Figure) -> bool:
    """Tell whether figures count in the same unit; 46例 and 3人 are both people."""
    first, second = one.quantity, other.quantity
    return first.unit == second.unit or (first.kind in PEOPLE and second.kind in PEOPLE)


def _parts(reading: Reading, whole: Figure, behind: Sequence[Figure]) -> list[Figure]:
    """Return the parts that come out at the whole, two or more, or nothing."""
    if not behind or behind[0].start - whole.end > LEAD_REACH:
        return []
    if not _LEADS.search(reading.text, whole.end, behind[0].start):
        return []
    parts: list[Figure] = []
    left = _value(whole)
    for figure in _level(reading, whole, behind):
        parts.append(figure)
        left = round(left - _value(figure), DECIMALS)
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
    return round(float(figure.quantity.value or 0), DECIMALS)
