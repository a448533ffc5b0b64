"""Which date each figure has: what is its own first, then what the ranker makes of a row of figures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from epiextract.deciding.candidates.choosing import Chooser, Question, Weighed
from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.slots import date_behind, date_candidates, date_rows
from epiextract.deciding.dates.behind import date_of_clause, date_to_come
from epiextract.deciding.dates.beside import (
    date_before,
    is_compared,
    is_other_count,
    is_price_base,
    period_of_clause,
)
from epiextract.deciding.dates.bulletins import bulletin_date, goes_on_to
from epiextract.deciding.dates.happenings import is_happening
from epiextract.deciding.dates.headlines import dates_told, headline_of
from epiextract.deciding.dates.imprints import is_imprint
from epiextract.deciding.dates.opened import fill_since_opened
from epiextract.deciding.dates.opening import carried_on, goes_on_now, heading_date, line_date, opening_date
from epiextract.deciding.dates.others import is_of_change, is_streak_before
from epiextract.deciding.dates.so_far import undate_so_far
from epiextract.deciding.filled import Filled
from epiextract.deciding.lists.carrying import DATES, take
from epiextract.deciding.lists.wholes import counted_with, tells_again
from epiextract.deciding.models.chain import agreed
from epiextract.deciding.models.links import DATE, links
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

CASES = "case_count"
# So many days behind the day that an article tells of, its 目前 is still that day.
MOST_DAYS = 2


class Dater:
    """Fills the dates of events.

    Args:
        chooser: Weighs the candidates.
    """

    def __init__(self, chooser: Chooser) -> None:
        self.chooser = chooser

    def fill(self, reading: Reading, typed: Sequence[Filled]) -> None:
        """Fill the dates of the events that models decided: what governs a figure mostly governs its neighbours too."""
        weighed = [self._weighed(reading, one) if one.figure.scores is not None else None for one in typed]
        kept = links(reading, [one.figure for one in typed], self.chooser.models, DATE)
        # a date that is known, or told by rules, says nothing of the neighbours'
        for open_, group in groupby(range(len(typed)), lambda at: weighed[at] is not None):
            if open_:
                row = list(group)
                chain = [one for at in row if (one := weighed[at])]
                chosen = agreed([one.odds() for one in chain], kept[row[0] : row[-1]])
                for at, one, meaning in zip(row, chain, chosen, strict=True):
                    figure = typed[at].figure
                    chosen_date = one.meaning(meaning) or opening_date(reading, figure)
                    clause_date = date_of_clause(reading, figure) or period_of_clause(reading, figure)
                    set_date(reading, typed[at], chosen_date or clause_date)
        for filled in typed:
            if filled.figure.scores is not None and not is_dated(filled) and not headline_of(reading, filled.figure):
                above = heading_date(reading, filled.figure) or line_date(reading, filled.figure)
                set_date(reading, filled, above)
        date_parts(reading, typed)
        for before, filled in pairwise(typed):
            carry_date(reading, before, filled)
        for filled in typed:
            if filled.figure.scores is not None:
                undate_so_far(reading, filled)

    def fill_one(self, reading: Reading, filled: Filled) -> None:
        """Fill the dates of one event."""
        weighed = self._weighed(reading, filled)
        if weighed:
            set_date(reading, filled, weighed.best())

    def _weighed(self, reading: Reading, filled: Filled) -> Weighed | None:
        """Return the time expressions that may govern the figure, weighed; fill the dates where one is its own."""
        figure = filled.figure
        if "date" in filled.mentions:
            set_date(reading, filled, filled.mentions.pop("date"))
        elif not any(slot in filled.mentions for slot in DATES):
            own = date_behind(reading, figure) or date_before(reading, figure) or date_to_come(reading, figure)
            own = own or bulletin_date(reading, figure)
            if not own and figure.scores is not None and fill_since_opened(reading, filled):
                return None
            if not own:
                named = [one for one in date_candidates(reading, figure) if not _is_anothers(reading, figure, one)]
                named = dates_told(reading, figure, named)
                candidates = [one for one in named if not _is_barred(reading, figure, one)] or named
                if candidates:
                    asked = Question(figure, "date", candidates, date_rows(reading, figure, candidates))
                    return self.chooser.weigh(reading, asked)
                return None
            set_date(reading, filled, own)
        return None


def _is_anothers(reading: Reading, figure: Figure, one: Candidate) -> bool:
    """Tell whether a time is of something else, so that a figure with no other time has none."""
    streak_or_change = is_of_change(reading, figure, one) or is_streak_before(reading, figure, one)
    return streak_or_change or is_imprint(reading, one) or is_price_base(reading, figure, one)


def _is_barred(reading: Reading, figure: Figure, one: Candidate) -> bool:
    """Tell whether a time is not the figure's, whatever stands around it."""
    return any(told(reading, figure, one) for told in (goes_on_to, is_happening, is_compared, is_other_count))


def date_parts(reading: Reading, typed: Sequence[Filled]) -> None:
    """Give parts the dates of their wholes, where no date of their own stands between.

    Args:
        reading: The document as read.
        typed: Events in the making, in the order of the text.
    """
    events = {one.figure.index: one for one in typed}
    for filled in typed:
        whole = counted_with(reading, filled, events) if filled.figure.scores is not None else None
        if whole is None or not is_dated(whole):
            continue
        first, last = whole.figure, filled.figure
        # 958人于2月11日抵达。医疗队由医生280名…组成: the whole's date may stand behind it
        dates = {mention.start for slot in DATES for mention in whole.mentions.get(slot, ())}
        between = reading.mentions[first.index : last.index + 2]
        again = tells_again(reading, last)
        if again or all(mention.tag != "TIME" or mention.start in dates for mention in between):
            for slot in DATES:
                filled.slots.pop(slot, None)
                filled.mentions.pop(slot, None)
            take(filled, whole, "date", reading.text[first.start : first.end])


def is_dated(filled: Filled) -> bool:
    """Tell whether an event has a date."""
    return any(filled.slots.get(slot) is not None for slot in DATES)


def carry_date(reading: Reading, before: Filled, filled: Filled) -> None:
    """Give an event that has none the date of the event before, where its sentence goes on with that one's."""
    if filled.figure.scores is None or is_dated(filled) or not is_dated(before):
        return
    # 将于2月25日前再采购5000套。此外，员工捐款200万元: a limit is set to what it is said of
    if any(mention.value == "before" for slot in DATES for mention in before.mentions.get(slot, ())):
        return
    if carried_on(reading, before.figure, filled.figure) or _counted_since(reading, before, filled):
        take(filled, before, "date", reading.text[before.figure.start : before.figure.end])


def _counted_since(reading: Reading, before: Filled, filled: Filled) -> bool:
    """Tell whether cases are counted 目前 behind others of a day right before the article is written."""
    if {before.type, filled.type} != {CASES} or not goes_on_now(reading, before.figure, filled.figure):
        return False
    if not filled.slots.get("value"):
        return False  # 目前保持“零感染” is true on every day
    end, own = before.slots.get("date_end"), reading.published
    # 2月5日收治50人。目前… of an article of March is told of March
    return end is not None and (own is None or 0 <= (own - end).days <= MOST_DAYS)


def set_date(reading: Reading, filled: Filled, chosen: tuple[Mention, ...] | None) -> None:
    """Fill the dates of an event from the time expression that governs its figure, if there is one."""
    if chosen:
        dated = reading.period_of(chosen[0])
        start, end = dated.start, dated.end
        # a range that runs backwards tells its end only: 2月15日至14日
        filled.slots["date_start"] = None if start and end and end < start else start
        filled.slots["date_end"] = end
        filled.mentions["date_end" if dated.end else "date_start"] = chosen
