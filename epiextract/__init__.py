"""Dated figures out of epidemic and disaster news, as typed, grounded events.

>>> import epiextract
>>> for event in epiextract.extract("2月4日0—24时，湖南省新增确诊病例72例。", published="2020-02-05"):
...     print(event.type, event.measure, event.value, event.accumulation, event.date_end, event.place[0].name)
case_count confirmed 72 new 2020-02-04 湖南省
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from epiextract.errors import EpiextractError
    from epiextract.events import Event, Events, event_model, event_of, event_types
    from epiextract.extractor import Extractor, extract
    from epiextract.facts import Facts, aggregate
    from epiextract.streaming import Extracted
    from epiextract.text import Document, FailedDocument
    from epiextract.text.readers import read_documents

    __version__: str

# Loaded at first use: import epiextract costs next to nothing.
_HOMES = {
    "epiextract.errors": ("EpiextractError",),
    "epiextract.events": ("Event", "Events", "event_model", "event_of", "event_types"),
    "epiextract.extractor": ("Extractor", "extract"),
    "epiextract.streaming": ("Extracted",),
    "epiextract.facts": ("Facts", "aggregate"),
    "epiextract.text": ("Document", "FailedDocument"),
    "epiextract.text.readers": ("read_documents",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Document",
    "EpiextractError",
    "Event",
    "Events",
    "Extracted",
    "Extractor",
    "Facts",
    "FailedDocument",
    "__version__",
    "aggregate",
    "event_model",
    "event_of",
    "event_types",
    "extract",
    "read_documents",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    if name == "__version__":
        from importlib.metadata import version

        return version("epiextract")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
