"""What kind of sites a figure counts: the noun that touches it, with what is joined: 47家医院和隔离点."""

from __future__ import annotations

import re

from epiextract.deciding.types.of_wholes import is_told_by_whole
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.counted import noun_end, site_end
from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.words import GENERIC, NameRef

# The role that says what is counted, not which ones.
KIND = "kind"
_SITES = frozenset({"FACILITY", "ORG"})
_JOINT = re.compile(r"(?:以及|[和及与、或])")
# 28个|收治疑似病例的|隔离点, 46家|收治重症、危重症患者的|定点医院: what the sites are for stands before them.
_FOR = re.compile(r"(?:专门|专|集中|定点)?(?:用于)?(?:收治|救治|接收|接诊|治疗|诊治)[^，,。；;：:（）()\s\d的]{1,16}的")
# More than that is no noun; one character alone is a part of something else.
_SHORTEST, _LONGEST = 2, 12
# 311所|高中|开学: what they do is no part of the noun.
_HAPPENS = re.compile(r"(?:开学|复学|复课|停课|开课|返校|复工|复产|停工|开业|复业|停业|复市|开诊|停诊|投产|开工)+\Z")
# How many nouns may be joined.
MOST_JOINED = 3


def kind_counted(reading: Reading, figure: Figure, chosen: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the kind that touches a figure; what was chosen where the noun stands before it, or none stands there.

    Args:
        reading: The document as read.
        figure: The figure.
        chosen: What was chosen for it.
    """
    if any(mention.end == figure.start for mention in chosen):
        return chosen
    first = (
        _served(reading, figure)
        or _site(reading, figure.end)
        or (None if is_told_by_whole(reading, figure) else _noun(reading, figure))
    )
    if first is None:
        return chosen
    end = first.end
    for _ in range(MOST_JOINED):
        joint = _JOINT.match(reading.text, end)
        behind = _joined(reading, joint.end()) if joint else None
        if behind is None:
            break
        end = behind
    if end == first.end:
        return (first,)
    words = reading.text[first.start : end]
    return (Mention(first.start, end, first.tag, GENERIC, NameRef(words, GENERIC)),)


def _served(reading: Reading, figure: Figure) -> Mention | None:
    """Return the sites behind a figure of which it is said whom they take in: 28个|收治疑似病例的|隔离点."""
    patients = _FOR.match(reading.text, figure.end)
    if patients is None:
        return None
    start = patients.end()
    site = _site(reading, start)
    if site is not None:
        return site
    end = site_end(reading.text, start)
    return Mention(start, end, "FACILITY", GENERIC, NameRef(reading.text[start:end], GENERIC)) if end else None


def _joined(reading: Reading, start: int) -> int | None:
    """Return where the noun ends that is joined to a kind at a character; None where a name stands there."""
    other = _site(reading, start)
    if other is not None:
        return other.end if other.value == GENERIC else None
    return None if _is_told(reading, start) else site_end(reading.text, start)


def _is_told(reading: Reading, start: int) -> bool:
    """Tell whether a name, a figure or a date begins at a character; a term of a pack may."""
    index = reading.index_after(start)
    if index == len(reading.mentions) or reading.mentions[index].start != start:
        return False
    return ":" not in reading.mentions[index].tag


def _site(reading: Reading, start: int) -> Mention | None:
    """Return the name of sites or firms that begins at a character."""
    for index in range(reading.index_after(start), len(reading.mentions)):
        mention = reading.mentions[index]
        if mention.start > start:
            return None
        if mention.tag in _SITES:
            return mention
    return None


def _noun(reading: Reading, figure: Figure) -> Mention | None:
    """Return the noun behind a figure that no list has: 三家|报业集团."""
    if _is_told(reading, figure.end):
        return None
    end = noun_end(reading.text, figure.end)
    happens = _HAPPENS.search(reading.text, max(figure.end, end - 4), end)
    end = happens.start() if happens else end
    words = reading.text[figure.end : end]
    if not _SHORTEST <= len(words) <= _LONGEST:
        return None
    return Mention(figure.end, end, "FACILITY", GENERIC, NameRef(words, GENERIC))
