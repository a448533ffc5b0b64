"""Events made by hand for tests."""

from __future__ import annotations

from typing import Any

from epiextract.events import Event, build_event

SENTENCE = "截至2月4日24时，湖南省累计报告确诊病例661例。"


def event(kind: str = "case_count", **slots: Any) -> Event:
    """Return an event with the slots given; what a type needs is filled in."""
    start = SENTENCE.index("661例")
    filled: dict[str, Any] = {
        "value": 661,
        "unit": "person",
        "document": {"id": "news/a.txt#0", "title": "通报", "published": "2020-02-05", "source": "某报"},
        "evidence": {"start": start, "end": start + 4, "quote": "661例", "sentence": SENTENCE},
    }
    if kind == "case_count":
        filled["measure"] = "confirmed"
    return build_event(kind, filled | slots)
