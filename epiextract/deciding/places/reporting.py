"""A total without a subject goes back to who reports: 全国新增31例。湖北新增4例。截至4月2日24时，|现有重症379例."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.cues import cue_of, tag_of
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.places.geography import lineage

# What a bulletin opens a new round of totals with.
_ANEW = re.compile(r"[\s“]*(?:截至|截止|目前|至此|迄今)")
# 目前该市累计, 截至发稿其余3例: who is meant was named before.
_MEANT = re.compile(r"[该其此这那本我他她它]|当地|上述|两地|以上|家")
_CASES, SLOT, _NEW, _TOTALS = "case_count", "accumulation", "new", frozenset({"cumulative", "current"})
_NAMES = frozenset({"PLACE", "ORG", "FACILITY", "PERSON"})
# So far behind the beginning of its sentence a total may stand, so many sentences before it the part, which
# may count so much.
REACH, SENTENCES, MOST = 120, 2, 12


def back_to_whole(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place that opens the paragraph of a total with its own cases, a part of it told between; or None.

    Args:
        reading: The document as read.
        figure: People that are counted.
        candidates: The candidates for their place.
    """
    if not _opens_anew(reading, figure):
        return None
    paragraph = reading.paragraph_of(figure.sentence)
    named = [one for one in candidates if one.sentence >= 0 and one.spot.end <= figure.start]
    near = [one for one in named if reading.paragraph_of(one.sentence) == paragraph]
    if len(near) < 2 or not figure.sentence - SENTENCES <= near[0].sentence < figure.sentence:
        return None
    whole, meant = near[-1], _meant(near[-1])
    first = reading.sentence_at(reading.paragraphs[paragraph].start)
    if whole.sentence != first or not whole.spot.opens or len(whole.mentions) > 1 or meant == _meant(near[0]):
        return None
    held = all(meant in {place.id for place in lineage(place.value)} for one in near for place in one.mentions)
    return whole if held and _counts(reading, whole) and _is_new(reading, near[0], figure) else None


def _opens_anew(reading: Reading, figure: Figure) -> bool:
    """Tell whether a total stands in a sentence that opens anew and names nobody before it."""
    start = reading.sentences[figure.sentence].start
    opened = _ANEW.match(reading.text, start)
    if opened is None or figure.start - start > REACH or _MEANT.search(reading.text, opened.end(), figure.start):
        return False
    before = reading.mentions[reading.bounds[figure.sentence][0] : figure.index]
    if any(one.tag in _NAMES for one in before):
        return False
    cue = cue_of(reading, figure, SLOT)
    return cue is None or cue.valued(tag_of(cue, SLOT)) != _NEW


def _counts(reading: Reading, whole: Candidate) -> bool:
    """Tell whether a place counts cases of its own in its sentence before another place is named."""
    for mention in reading.mentions[reading.index_after(whole.spot.end) : reading.bounds[whole.sentence][1]]:
        if mention.tag == "QTY":
            at = reading.figure_after(mention.start)
            figure = reading.figures[at] if at < len(reading.figures) else None
            decided = figure.decided if figure is not None and figure.start == mention.start else None
            return decided is not None and decided.type == _CASES
        if mention.tag == "PLACE":
            return False
    return False


def _is_new(reading: Reading, part: Candidate, figure: Figure) -> bool:
    """Tell whether all that a part counts up to a figure's sentence is new: its totals might go on."""
    last = reading.figure_after(reading.sentences[figure.sentence].start)
    counted = reading.figures[reading.figure_after(part.spot.end) : last]
    cues = [cue_of(reading, one, SLOT) for one in counted[:MOST]]
    return bool(cues) and not any(cue is not None and cue.valued(tag_of(cue, SLOT)) in _TOTALS for cue in cues)


def _meant(one: Candidate) -> str:
    return one.mentions[0].value
