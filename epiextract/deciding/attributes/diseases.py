"""Which disease a figure counts cases of, where it is another than COVID-19."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.diseases import COVID, disease_in
from epiextract.tagging.mentions import Mention

# So often a document that never speaks of COVID-19 names the disease that it is about, or else in its title or with
# the first people that it counts.
OFTEN = 3

Named = tuple[Mention | None, str]


def disease_of(reading: Reading, figure: Figure) -> Named | None:
    """Return what names the disease of a figure, with its id, or None where that is COVID-19 or nothing tells.

    The nearest name of the clause speaks first (手足口病患者3例, 3例登革热病例), then the last one before it in the
    sentence (H1N1流感蔓延，导致18449人死亡), then what a document is about that never speaks of COVID-19.

    Args:
        reading: The document as read.
        figure: A figure that counts cases.
    """
    first, last = reading.bounds[figure.sentence]
    mentions = reading.mentions
    start, end = figure.clause
    found: Named | None = next(_named(reading, _before(mentions[first : figure.index], start)), None)
    found = found or next(_named(reading, _behind(mentions[figure.index + 1 : last], end)), None)
    found = found or next(_named(reading, reversed(mentions[first : figure.index])), None)
    found = found or _subject(reading)
    return found if found and found[1] != COVID else None


def _named(reading: Reading, mentions: Iterable[Mention]) -> Iterator[tuple[Mention, str]]:
    """Yield the mentions that name a disease, with its id; a term may hold the name, such as 新冠肺炎患者."""
    for one in mentions:
        id = one.valued("DISEASE")
        if id is None and ":" in one.tag:
            id = disease_in(reading.text[one.start : one.end])
        if id is not None:
            yield one, id


def _before(mentions: Sequence[Mention], start: int) -> Iterator[Mention]:
    """Yield the mentions of the clause before a figure, the nearest first."""
    return takewhile(lambda one: one.start >= start, reversed(mentions))


def _behind(mentions: Iterable[Mention], end: int) -> Iterator[Mention]:
    """Yield the mentions of the clause behind a figure, up to the next one."""
    return takewhile(lambda one: one.tag != "QTY" and one.start < end, mentions)


def _subject(reading: Reading) -> Named | None:
    """Return a name of the disease that the document is about, worked out once."""
    if "disease" not in reading.lines:
        reading.lines["disease"] = _about(reading, list(_named(reading, reading.mentions)))
    found: Named | None = reading.lines["disease"]
    return found


def _opens(reading: Reading, id: str) -> bool:
    """Tell whether the first people that the document counts have the disease: 登革热病例38753例 of Guangdong."""
    first = next((figure for figure in reading.figures if figure.quantity.unit == "person"), None)
    if first is None:
        return False
    start, end = first.clause
    held = reading.mentions[reading.index_after(start) : reading.index_after(end)]
    return any(found == id for _, found in _named(reading, held))


def _about(reading: Reading, named: list[Named]) -> Named | None:
    title = disease_in(reading.document.title or "")
    counts = Counter(id for _, id in named)
    if COVID in counts or title == COVID:
        return None
    for id, count in counts.most_common(1):
        subject = next(one for one in named if one[1] == id)
        first = subject[0]
        assert first is not None
        in_title = reading.paragraph_kind(reading.paragraph_of(reading.sentence_at(first.start))) == "title"
        if in_title or id == title or count >= OFTEN or (len(counts) == 1 and _opens(reading, id)):
            return subject
    # a title that stands apart from the text is no place that evidence could point at
    return (None, title) if title else None
