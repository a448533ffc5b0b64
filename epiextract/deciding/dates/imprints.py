"""The day of publication in a line of its own, which is that of the article and of no figure: 2020年2月2日."""

from __future__ import annotations

import re

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.matching.reading import Reading

_DAY = re.compile(r"[ \u3000]*\d{4}(?:年|[-/.])\d{1,2}(?:月|[-/.])\d{1,2}日?[ \u3000]*")


def is_imprint(reading: Reading, one: Candidate) -> bool:
    """Tell whether a time is a day with its year that stands alone in its line, the only one of the document.

    Of 18 figures of annotated articles behind such a line none is of that day; several such lines head the parts of a
    chronicle.

    Args:
        reading: The document as read.
        one: A time that may govern a figure.
    """
    mention = one.mentions[0]
    line = reading.paragraphs[reading.paragraph_of(reading.sentence_at(mention.start))]
    if not line.start <= mention.start or not _DAY.fullmatch(reading.text, line.start, line.end):
        return False
    return _count(reading) == 1


def _count(reading: Reading) -> int:
    """Return how many such lines a document has."""
    found: int | None = reading.lines.get("imprints")
    if found is None:
        lines = (_DAY.fullmatch(reading.text, one.start, one.end) for one in reading.paragraphs)
        found = reading.lines["imprints"] = sum(line is not None for line in lines)
    return found
