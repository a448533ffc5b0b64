"""How often entries of a ledger are compared: once or twice each, however many share a giver and a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from epiextract import aggregate
from epiextract.facts import ledger


def gift(number: int, role: str) -> Mapping[str, Any]:
    return {
        "schema": 1,
        "doc": f"{role}{number}",
        "start": 0,
        "end": 3,
        "quote": "1万元",
        "sentence": f"捐{number}",
        "type": "donation",
        "measure": "money",
        "value": 10000,
        "unit": "CNY",
        "bound": "exact",
        "modality": "actual",
        "donor": "江海集团",
        role: f"机构{number}",
    }


def test_gifts_of_one_giver_are_not_all_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    within = ledger._within
    monkeypatch.setattr(ledger, "_within", lambda less, more: compared.append(1) or within(less, more))
    records = [gift(number, role) for number in range(150) for role in ("recipient", "via")]
    assert len(aggregate(records).ledger().entries) == 300
    assert len(compared) < 600


def test_what_is_told_less_fully_is_still_found() -> None:
    less = {slot: value for slot, value in gift(0, "recipient").items() if slot != "recipient"} | {"doc": "less"}
    (entry,) = aggregate([gift(0, "recipient"), less]).ledger().entries
    assert len(entry.statement.claims) == 2
    # two gifts hold it: it may be either, and is told apart
    assert len(aggregate([gift(0, "recipient"), gift(1, "recipient"), less]).ledger().entries) == 3
