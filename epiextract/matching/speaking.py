"""Who is speaking, where that is told behind what was said: “我们派出…。”|江海医院院长王某说."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from epiextract.matching.aliases import POINTING
from epiextract.tagging.mentions import Mention

# From within a quotation to its end; what else opens in between is somebody else's.
_REST = re.compile(r"[^“”\n]{0,300}”")
# Behind the name of the body: the post, the person, and that it is said.
_SAYS = re.compile(r"[^，,。；;：:！？\n“”]{0,20}?(?:说|說|表示|介绍|介紹|告诉|告訴|坦言)")
_BODIES = frozenset({"ORG", "FACILITY"})
# 我院, 本公司: whoever says it means the own one.
OWN = ("我", "本")


def speaker_of(text: str, position: int, names: Sequence[Mention]) -> Mention | None:
    """Return the body whose member says what stands at *position*, where the quotation ends with who said it.

    A body that is only pointed at, 该院院长说, is none.

    Args:
        text: The text as read.
        position: A character of the quotation.
        names: The names of the document, sorted.
    """
    rest = _REST.match(text, position)
    if rest is None:
        return None
    at = bisect_left(names, rest.end(), key=lambda one: one.start)
    name = names[at] if at < len(names) else None
    if name is None or name.start != rest.end() or name.tag not in _BODIES or name.value in POINTING:
        return None
    return name if _SAYS.match(text, name.end) else None
