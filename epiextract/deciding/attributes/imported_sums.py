"""Imported cases now and in all, told by sums: 现有境外输入病例612例。累计确诊病例693例，累计治愈出院81例."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from epiextract.deciding.brackets import brackets_of
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

# So many figures behind one that is told to be of imported cases are looked at, no farther away than that.
MOST, REACH = 8, 160
PEOPLE = "case_count"
CASES, CURED, DEAD = frozenset({"confirmed", "patient"}), "recovered", "death"
# What is told of others; 其中 and brackets tell of parts, and a new day or place ends what is told of these.
_OTHERS = re.compile("本土|本地|本国|国内|全国")
_ENDS = frozenset({"TIME", "PLACE"})


def summed_cases(reading: Reading, cues: Mapping[int, Mention]) -> Iterator[tuple[int, Mention]]:
    """Yield the figures that make a sum with one of imported cases, by index, each with the cue of that one.

    Cases now, those who are well again and those who died are all cases there were; what stands between them is of the
    same people: 现有境外输入病例732例，现有疑似病例153例。累计确诊病例913例，累计治愈出院181例，死亡0例.

    Args:
        reading: The document, decided.
        cues: The figures that are told to be of imported cases, by their index.
    """
    for at, figure in enumerate(reading.figures):
        cue = cues.get(figure.index)
        if cue is None or _measure(figure) not in CASES or cue.start > figure.start:
            continue
        run = list(_behind(reading, at))
        last = _last_of_sum(figure, run)
        if last is not None:
            yield from ((one.index, cue) for one in _with_none(reading, run, last))


def _behind(reading: Reading, at: int) -> Iterator[Figure]:
    """Yield the counts of people behind a figure, in its paragraph, up to a day, a place or cases of another sort."""
    whole = last = reading.figures[at]
    paragraph = reading.paragraph_of(whole.sentence)
    for figure in reading.figures[at + 1 : at + 1 + MOST]:
        if figure.start - whole.end > REACH or reading.paragraph_of(figure.sentence) != paragraph:
            return
        between = reading.mentions[last.index + 1 : figure.index]
        if any(one.tag in _ENDS for one in between) or _OTHERS.search(reading.text, last.end, figure.start):
            return
        if _measure(figure) is None:
            return
        last = figure
        if not brackets_of(reading, figure.sentence).enclosing(figure.start):
            yield figure


def _last_of_sum(figure: Figure, run: Sequence[Figure]) -> int | None:
    """Return the place in a run of the last figure of the sum that one makes with it, or None."""
    cases, cured, dead = (
        [(at, _value(one)) for at, one in enumerate(run) if _measure(one) in measures]
        for measures in (CASES, {CURED}, {DEAD})
    )
    for one, value in cases:
        left = abs(_value(figure) - value)
        for other, well in cured:
            if left > 0 and left == well:
                return max(one, other)
            for third, lost in dead:
                if left == well + lost and well:
                    return max(one, other, third)
    return None


def _with_none(reading: Reading, run: Sequence[Figure], last: int) -> Sequence[Figure]:
    """Return a run up to the last figure of its sum, and 死亡|0例 behind that."""
    behind = run[last + 1] if last + 1 < len(run) else None
    none = behind is not None and _measure(behind) == DEAD and not _value(behind)
    return run[: last + 1 + none]


def _measure(figure: Figure) -> str | None:
    decided = figure.decided
    return decided.measure if decided is not None and decided.type == PEOPLE else None


def _value(figure: Figure) -> float:
    quantity = figure.quantity
    return float(quantity.value or 0) if quantity.bound == "exact" else -1.0
