"""Records of events that nobody reported, as many as wanted: counts of places by day, gifts, deliveries."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from epiextract.tagging.places.geography import places

PLACES, DAYS, DONORS, OUTLETS, A_DOCUMENT = 400, 100, 20_000, 37, 20
FIRST_DAY = date(2020, 1, 20)


def records(number: int) -> Iterator[dict[str, Any]]:
    """Yield records, 20 to a document: three counts, a gift and a delivery of every five."""
    chosen = random.Random(1)
    divisions = [place for place in places().values() if place.id.startswith("cn:")][:PLACES]
    for place in range(number):
        day, where = chosen.randrange(DAYS), chosen.choice(divisions)
        record = {
            "schema": 1,
            "doc": f"d{place // A_DOCUMENT}",
            "start": place % A_DOCUMENT * 50,
            "modality": "actual",
            "date_end": (FIRST_DAY + timedelta(day)).isoformat(),
            "published": "2020-05-01",
            "source": f"outlet{place // A_DOCUMENT % OUTLETS}",
        }
        make = (_count, _count, _count, _gift, _delivery)[place % 5]
        record |= make(chosen, day, where.name, where.id)
        yield record | {"end": record["start"] + len(record["quote"])}


def _count(chosen: random.Random, day: int, name: str, id: str) -> dict[str, Any]:
    value = day * 37 + (chosen.randrange(3) == 0)
    return {
        "type": "case_count",
        "measure": chosen.choice(("confirmed", "death", "recovered", "suspected")),
        "accumulation": chosen.choice(("cumulative", "new", "current")),
        "value": value,
        "unit": "person",
        "place": name,
        "place_code": id,
        "quote": f"{value}例",
        "sentence": f"截至{day}日，{name}累计确诊病例{value}例。",
    }


def _gift(chosen: random.Random, _day: int, _name: str, _id: str) -> dict[str, Any]:
    value, donor = chosen.randrange(1, 500) * 10_000, chosen.randrange(DONORS)
    return {
        "type": "donation",
        "measure": "money",
        "value": value,
        "unit": "CNY",
        "donor": f"企业{donor}",
        "recipient": chosen.choice(("武汉市慈善总会", "湖北省红十字会")),
        "quote": f"{value}元",
        "sentence": f"企业{donor}向武汉捐款{value}元。",
    }


def _delivery(chosen: random.Random, _day: int, name: str, id: str) -> dict[str, Any]:
    value = chosen.randrange(1, 5000)
    return {
        "type": "supply",
        "measure": "delivered",
        "value": value,
        "unit": "只",
        "item": "口罩",
        "item_id": "item:mask",
        "place": name,
        "place_code": id,
        "quote": f"{value}只",
        "sentence": f"{name}收到口罩{value}只。",
    }
