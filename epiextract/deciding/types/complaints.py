"""Parts of the calls that a line took: 受理市民诉求2360件，其中口罩购买类7件 are calls too, no goods."""

from __future__ import annotations

import re

from epiextract.deciding.lists.among import among_of
from epiextract.deciding.types.counted import counted_words
from epiextract.deciding.types.deeds import ACTIVITY
from epiextract.deciding.types.fits import NOTHING
from epiextract.matching.reading import Decision, Figure, Reading

_CALLS = re.compile(r"(?:诉求|投诉|咨询|举报|求助|来电|电话|报案|警情|建议|留言|线索|热线)[^，,。；;：:\n\d]{0,8}\Z")
REACH = 16


def as_call(reading: Reading, figure: Figure) -> Decision | None:
    """Return the decision of the calls that a figure is a part of, where it was taken for something else; or None.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    own = figure.decided
    if own is None or own.type in (ACTIVITY, NOTHING):
        return None
    whole = among_of(reading, figure)
    if whole is None or whole.decided is None:
        return None
    if whole.decided.type != ACTIVITY:
        return None
    if not _CALLS.search(reading.text, max(whole.clause[0], whole.start - REACH), whole.start):
        return None
    told = whole.decided
    return Decision(ACTIVITY, told.measure or counted_words(reading, whole), told.rule)
