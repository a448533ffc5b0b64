"""Claims of many values are folded in a time that grows with their number."""

from __future__ import annotations

import random
import time

import pytest
from claim_maker import claim

from epiextract.facts.statements import fold

SHORT, TIMES = 500, 8
ROUNDS = 4
BOUNDS = ("over", "about", "under", "exact")


@pytest.mark.timed
def test_eight_times_the_values_take_little_more_than_eight_times_as_long():
    _seconds(SHORT)
    assert any(_seconds(TIMES * SHORT) < 2 * TIMES * _seconds(SHORT) + 0.2 for _ in range(ROUNDS))


def _seconds(number: int) -> float:
    dice = random.Random(number)
    made = [claim(10 * dice.randint(1, 10**6), bound=dice.choice(BOUNDS), doc=f"d{at}") for at in range(number)]
    begun = time.process_time()
    fold(made, len)
    return time.process_time() - begun


@pytest.mark.parametrize(
    ("finer", "loose", "alone"),
    [
        ([17205], {"value": 17000, "bound": "over"}, False),
        # two that it may round, none on its side, none of its unit, and one that is too far
        ([17205, 17300], {"value": 17000, "bound": "over"}, True),
        ([17205], {"value": 17000, "bound": "under"}, True),
        ([17205], {"value": 17000, "bound": "over", "unit": "bed"}, True),
        ([11000], {"value": 20000, "bound": "about"}, True),
        # a third more, and a fifth less
        ([4000], {"value": 3000, "bound": "about"}, True),
        ([1333], {"value": 1000, "bound": "over"}, False),
        ([1334], {"value": 1000, "bound": "over"}, True),
        ([8000], {"value": 10000, "bound": "about"}, False),
        ([7999], {"value": 10000, "bound": "about"}, True),
        ([-1205], {"value": -1000, "bound": "about"}, False),
        ([-1334], {"value": -1000, "bound": "about"}, True),
    ],
)
def test_what_a_rounded_value_may_round(finer: list[int], loose: dict[str, object], *, alone: bool) -> None:
    told = dict(loose)
    value = told.pop("value")
    statements = fold([*(claim(one, quote=f"{one}例") for one in finer), claim(value, **told)], len)
    assert (len(statements) > len(finer)) == alone
