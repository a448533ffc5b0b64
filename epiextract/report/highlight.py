"""A text with its figures marked, as HTML."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import TYPE_CHECKING

from epiextract.events.base import Event
from epiextract.events.table import cells

if TYPE_CHECKING:
    from epiextract.text.document import Document

COLOURS = {
    "case_count": "#f4b6b0",
    "donation": "#f7d794",
    "bed": "#a8d8f0",
    "supply": "#b8e0b0",
    "personnel": "#d9c2f0",
    "testing": "#b0e5dc",
    "facility": "#c8d3e0",
    "price": "#f0c8dc",
    "finance": "#e0d8a8",
    "activity": "#d8d8d8",
}
"""Background of each type of event; dark text reads on all of them."""


def highlight(text: str, events: Iterable[Event]) -> str:
    """Return *text* as HTML with every event's figure marked; what it says shows on hover.

    Args:
        text: The document's text.
        events: Its events.

    >>> import epiextract
    >>> text = "2月4日，湖南省新增确诊病例72例。"
    >>> "72例</mark>" in highlight(text, epiextract.extract(text))
    True
    """
    parts, last = [], 0
    for event in sorted(events, key=lambda e: e.span):
        start, end = event.span
        if start < last:
            continue
        says = html.escape(" · ".join(cell for cell in cells(event)[:-1] if cell), quote=True)
        colour = COLOURS.get(event.type, "#e8e8e8")
        parts.append(html.escape(text[last:start]))
        mark = html.escape(text[start:end])
        parts.append(f'<mark style="background:{colour};color:#111" title="{says}">{mark}</mark>')
        last = end
    parts.append(html.escape(text[last:]))
    return f'<div class="epiextract-text" style="white-space:pre-wrap;line-height:1.8">{"".join(parts)}</div>'


def legend(types: Iterable[str]) -> str:
    """Return the legend of the colours of *types*."""
    return " ".join(
        f'<span style="background:{COLOURS.get(kind, "#e8e8e8")};color:#111;padding:0 .4em">{html.escape(kind)}</span>'
        for kind in types
    )


class Highlighted:
    """A text with its figures marked and a legend; draws itself in a notebook.

    Args:
        text: The text.
        events: Its events.
    """

    def __init__(self, text: str, events: Iterable[Event]) -> None:
        self.text = text
        self.events = tuple(events)

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        types = dict.fromkeys(event.type for event in self.events)
        return f"<p>{legend(types)}</p>{highlight(self.text, self.events)}"


def show(document: Document | str, events: Iterable[Event]) -> Highlighted:
    """Return a document with its figures marked, for a notebook.

    Args:
        document: The document or its text.
        events: Events of this document, or of many: only its own are marked.

    >>> import epiextract
    >>> text = "2月4日，湖南省新增确诊病例72例。"
    >>> "case_count</span>" in show(text, epiextract.extract(text))._repr_html_()
    True
    """
    if isinstance(document, str):
        return Highlighted(document, events)
    return Highlighted(document.text, (event for event in events if event.document.id == document.id))
