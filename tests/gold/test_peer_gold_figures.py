"""Figures of annotated news, found by the scan alone: recall, precision, value and unit, bound.

The gold stands in ``../shared/gold`` beside the checkout, not in the repository. What the scan alone cannot know is
left to the events and counted as right here: the sign of a fall (下跌0.3%), and the unit of what a typed event counts
(两个 of people). Mere articles (一个, 一名), which the scan marks, are left out of precision.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from epiextract.values.quantities.model import Quantity
from epiextract.values.scan import find_values

GOLD = Path(__file__).parents[3] / "shared" / "gold"
LEAST = {"recall": 0.985, "precision": 0.96, "value and unit": 0.98, "bound": 0.98}
LOOSE = frozenset({"bare", "goods", "count", "person", "person_time", "team", "bed"})
SIGNED = frozenset({"price", "case_count"})


def pairs(golds: list[dict[str, Any]], found: list[Quantity]) -> list[tuple[dict[str, Any], Quantity]]:
    """Return figures of the gold with ours, one to one, the largest overlap first."""
    candidates = []
    for i, gold in enumerate(golds):
        for j, ours in enumerate(found):
            common = min(gold["end"], ours.end) - max(gold["start"], ours.start)
            if common > 0:
                share = common / (max(gold["end"], ours.end) - min(gold["start"], ours.start))
                if share >= 0.3 or not re.search(r"\d", gold["quote"]):
                    candidates.append((-share, i, j))
    left, right, out = set(), set(), []
    for _, i, j in sorted(candidates):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((golds[i], found[j]))
    return out


def same_number(gold: dict[str, Any], slot: str, ours: Any) -> bool:
    """Tell whether a number is right; the sign of a fall is the event's business."""
    theirs = gold.get(slot)
    if theirs is None or ours is None:
        return theirs is None or gold["bound"] == "vague"
    if gold["type"] in SIGNED:
        theirs, ours = abs(theirs), abs(ours)
    return bool(abs(float(ours) - theirs) <= 1e-6 * max(1.0, abs(theirs)))


def same_measure(gold: dict[str, Any], ours: Quantity) -> bool:
    """Tell whether value and unit are right."""
    unit = gold.get("unit") == ours.unit or (gold["type"] != "other" and ours.kind in LOOSE)
    if gold["type"] == "price" and gold.get("unit") == "%":
        unit = ours.unit in ("%", "百分点")
    vague = gold["bound"] == "vague"
    return unit and (
        vague or (same_number(gold, "value", ours.value) and same_number(gold, "value_max", ours.value_max))
    )


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated news is not beside this checkout")
def test_figures_of_annotated_news(capsys: pytest.CaptureFixture[str]) -> None:
    golds: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (GOLD / "dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row.get("type"):
            golds[row["doc"]].append(row)
    both, wanted, given = [], 0, 0
    for line in (GOLD / "dev_docs.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        found = [value for value in find_values(row["text"]) if isinstance(value, Quantity)]
        matched = pairs(golds[row["doc"]], found)
        hit = {id(ours) for _, ours in matched}
        both += matched
        wanted += len(golds[row["doc"]])
        given += sum(not ours.article or id(ours) in hit for ours in found)
    reached = {
        "recall": len(both) / wanted,
        "precision": len(both) / given,
        "value and unit": sum(same_measure(gold, ours) for gold, ours in both) / len(both),
        "bound": sum(gold["bound"] == ours.bound for gold, ours in both) / len(both),
    }
    with capsys.disabled():
        print("\nfigures of annotated news: " + ", ".join(f"{name} {rate:.4f}" for name, rate in reached.items()))
    for name, rate in reached.items():
        assert rate >= LEAST[name], name
