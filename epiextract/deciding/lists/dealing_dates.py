"""How 分别 deals out dates: 2月3日、4日分别新增3例、5例 gives the first figure the first day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from epiextract.deciding.filled import Filled
from epiextract.deciding.lists.dealing import JOINERS, Dealing, cue_before, left_of, list_of, note
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.values.times.lists import resolve_parts
from epiextract.values.times.model import Period

if TYPE_CHECKING:
    from epiextract.values.times.model import TimeExpression

DATE = "date"
# Another list between the dates and the figures is what 分别 speaks of: 6月11日至12日，北京、天津分别新增3例、5例.
_LISTS = re.compile("[、和与與及跟]")


def deal_dates(reading: Reading, number: int, filled: Filled, dealing: Dealing) -> None:
    """Give the figure its own of several days, months or years, where there are as many as figures.

    Args:
        reading: The document, decided.
        number: The figure's place among the figures.
        filled: Its event, all else filled and dealt out.
        dealing: What its pack says of lists.
    """
    if DATE not in dealing.slots:
        return
    figures, at = list_of(reading, number)
    if len(figures) < 2:
        return
    cue = cue_before(reading, figures[0], dealing)
    run = _dates_before(reading, figures[0]) if cue else []
    # 分别于2月3日、4日 deals out the dates whatever it deals out besides
    if not cue or not run or (filled.dealt and run[0].start < cue.start):
        return
    if _LISTS.search(reading.text, run[-1].end, figures[0].start):
        return
    parts = [(mention, part) for mention in run for part in _parts(reading, mention)]
    if len(parts) == len(figures):
        mention, part = parts[at]
        filled.slots["date_start"], filled.slots["date_end"] = part.start, part.end
        filled.mentions.pop("date_start", None)
        filled.mentions["date_end"] = (mention,)
        filled.notes["date_end"] = note(at, parts)
        filled.slots.pop("each", None)


def _dates_before(reading: Reading, first: Figure) -> list[Mention]:
    """Return the dates nearest before a figure that stand in one list, in the order of the text."""
    run: list[Mention] = []
    for mention in left_of(reading, first):
        if mention.tag != "TIME":
            continue
        if run and reading.text[mention.end : run[-1].start].strip() not in JOINERS:
            break
        if reading.index_after(mention.start) not in reading.periods:
            return []
        run.append(mention)
    return run[::-1]


def _parts(reading: Reading, mention: Mention) -> tuple[Period, ...]:
    """Return the days, months or years that a date holds; a date that holds none stands for itself."""
    dated = reading.period_of(mention)
    period = Period(dated.start, dated.end)
    return resolve_parts(cast("TimeExpression", mention.payload), period) or (period,)
