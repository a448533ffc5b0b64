"""Sites counted right behind a rate are where that is: 江苏省96个县复工，南京市…复工率达92%，|136家重点企业全部复产."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.matching.reading import Figure, Reading

# 南京市|规上工业企业复工率达92.3%，|136家
_RATED = re.compile(
    r"[^，,。；;：:、！？\n\d（）]{0,16}率(?:已|约|均|分别)?(?:达到?|为|升至|超过?|近)?(?:约|了)?\d{1,3}(?:\.\d{1,2})?[%％][，,](?:其中|已有|有|共)?"
)
REACH = 48


def rated_place(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place whose rate is told in the clause right before a figure that names no place itself, or None.

    Args:
        reading: The document as read.
        figure: A number of sites.
        candidates: The candidates for its place.
    """
    for one in candidates:
        near = one.sentence == figure.sentence and 0 <= figure.start - one.spot.end <= REACH
        if near and _RATED.fullmatch(reading.text, one.spot.end, figure.start):
            return one
    return None
