"""The whole before 其中 of what is no number of people: 接听电话2360个，其中涉及疫情的7个 counts calls twice."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure, Reading

_AMONG = "其中"
_BEFORE = re.compile(r"[^，,。；;：:\n\d]{0,8}[，,。；;（(]?\s*")
# What ends the list of parts.
_ENDS = re.compile(r"[。；;！？\n]")
REACH = 80


def among_of(reading: Reading, figure: Figure) -> Figure | None:
    """Return the figure right before the 其中 that opens the list in which a figure stands, if all count one unit.

    Args:
        reading: The document as read.
        figure: A figure.
    """
    text, figures = reading.text, reading.figures
    among = text.rfind(_AMONG, max(0, figure.start - REACH), figure.start)
    at = reading.figure_after(among) - 1 if among >= 0 else -1
    if at < 0 or not _BEFORE.fullmatch(text, figures[at].end, among) or _ENDS.search(text, among, figure.start):
        return None
    unit = figures[at].quantity.surface_unit
    parts = figures[at + 1 : reading.figure_after(figure.start) + 1]
    return figures[at] if unit and all(one.quantity.surface_unit == unit for one in parts) else None
