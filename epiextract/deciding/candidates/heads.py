"""What opens its sentence or its paragraph, with nothing but signs or a dateline before it."""

from __future__ import annotations

import re

from epiextract.matching.reading import Reading
from epiextract.tagging.mentions import Mention

# What may stand before a date that opens: the mark of a list's item, a quotation mark, a preposition.
_BARE = re.compile(r"[\W\d]{0,4}[在于到至]?")
# A dateline with its reporters: 新华社北京2月20日电（记者张三）2月19日，….
_DATELINE = re.compile(r"[^，。；]{0,30}[电讯息道][ \u3000]*(?:[（(][^）)]{0,40}[）)])?[ \u3000]*")


def opens_sentence(reading: Reading, mention: Mention, start: int) -> bool:
    """Tell whether nothing but signs stands before a date: in 每天凌晨0点到8点 it is told of every day.

    Args:
        reading: The document as read.
        mention: The date.
        start: Where its sentence, or its paragraph, begins.
    """
    text = reading.text
    return any(pattern.fullmatch(text, start, mention.start) is not None for pattern in (_BARE, _DATELINE))
