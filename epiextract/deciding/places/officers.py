"""Where somebody works who is told of next says nothing of what was told: 60吨。孙伟是|蔡甸区|的一名社区干部."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.matching.reading import Figure, Reading

# 李明是|武汉市硚口区的一名社区民警, 王丽是|海淀区某社区的书记
_IS = re.compile(r"[^，。；：！？\n\d]{1,12}(?:是|系|为)(?:来自)?\Z")
_POST = (
    "民警|警察|交警|辅警|干部|书记|主任|网格员|医生|护士|医师|志愿者|工作人员|工作者|居民|市民|村民"
    "|教师|老师|司机|职工|员工|工人|店主|老板|党员|经理|社工"
)
_OFFICER = re.compile(
    r"的?一[名位][^，,。；;：:！？\n\d]{0,16}"
    rf"|[^，,。；;：:！？\n\d]{{0,16}}?(?:{_POST})(?=[，,。；;\n])"
)
LOOK = 16


def without_officers(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places but those of later sentences that only say where a person works or lives.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: The candidates for its place.
    """
    return [one for one in candidates if not _is_of_officer(reading, figure, one)]


def _is_of_officer(reading: Reading, figure: Figure, one: Candidate) -> bool:
    text, spot = reading.text, one.spot
    # what is named there alone is not named most
    if spot.sentence <= figure.sentence or (one.sentence < 0 and _counts(reading)[spot.mentions[0].value] > 1):
        return False
    before = _IS.match(text[max(reading.sentences[spot.sentence].start, spot.start - LOOK) : spot.start])
    return before is not None and _OFFICER.match(text, spot.end) is not None


def _counts(reading: Reading) -> Counter[str]:
    """Return how often each place is named, counted once."""
    found: Counter[str] | None = reading.lines.get("named-places")
    if found is None:
        found = reading.lines["named-places"] = Counter(one.value for one in reading.places.mentions)
    return found
