"""Claims in few words, for tests of aggregation."""

from __future__ import annotations

from datetime import date
from typing import Any

from epiextract.facts import Facts
from epiextract.facts.claims import Claim, Name, Source

CODES = {"湖北省": "cn:420000", "武汉市": "cn:420100", "黄冈市": "cn:421100", "湖南省": "cn:430000", "全国": "iso:CN"}


def on(day: str | int) -> date:
    """Return a day of February 2020, or an ISO day."""
    return date(2020, 2, day) if isinstance(day, int) else date.fromisoformat(day)


def names(text: str | None) -> tuple[Name, ...]:
    return tuple(Name(part, CODES.get(part)) for part in text.split("、")) if text else ()


def claim(value: Any, day: str | int | None = 4, place: str | None = "湖北省", **slots: Any) -> Claim:
    """Return a claim: a total of confirmed cases unless told otherwise; roles by name."""
    kind = slots.pop("type", "case_count")
    doc, outlet, published = slots.pop("doc", "a"), slots.pop("outlet", None), slots.pop("published", "2020-02-05")
    quote = slots.pop("quote", f"{value}例")
    sentence = slots.pop("sentence", f"{doc}报道{place}累计确诊{quote}。")
    told = {name: slots.pop(name) for name in list(slots) if name in ROLES}
    plain: dict[str, Any] = {
        "type": kind,
        "measure": {"case_count": "confirmed", "donation": "money"}.get(kind),
        "value": value,
        "value_max": None,
        "unit": {"case_count": "person", "donation": "CNY", "bed": "bed"}.get(kind),
        "bound": "exact",
        "accumulation": "cumulative" if kind == "case_count" else None,
        "per": None,
        "each": False,
        "modality": "actual",
        "date_start": None,
        "date_end": on(day) if day is not None else None,
        "reported": None,
        "place": names(place),
        "excluding": (),
        "roles": tuple((role, names(told[role])) for role in ROLES if role in told),
        "extra": (),
        "source": Source(doc, f"title of {doc}", published, outlet),
        "at": slots.pop("at", max(0, sentence.find(quote))),
        "quote": quote,
        "sentence": sentence,
        "sentence_at": 0,
        "rule": None,
        "spans": {},
    }
    for slot in ("date_start", "date_end", "reported"):
        if isinstance(slots.get(slot), (str, int)):
            slots[slot] = on(slots[slot])
    return Claim(**(plain | slots))


_MOVED = ("donor", "recipient", "via", "item", "supplier", "facility", "org", "origin", "destination")
ROLES = (*_MOVED, "payer", "payee", "purpose")


def facts(*claims: Claim, **options: Any) -> Facts:
    return Facts(claims, **options)


def values(series: Any) -> list[tuple[int, Any]]:
    return [(cell.day.day, cell.value) for cell in series]
