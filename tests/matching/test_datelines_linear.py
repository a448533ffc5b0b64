"""A file of many articles has many datelines, and each of its names and dates is looked for in them at no cost."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from epiextract import Document
from epiextract.matching.entities import PlaceIndex
from epiextract.matching.reading import Reading
from epiextract.spans import Covered
from epiextract.tagging.mentions import Mention

SHORT, TIMES = 2_000, 8
ROUNDS = 4
ARTICLE = 20


def _mentions(number: int) -> list[Mention]:
    return [Mention(at + 10, at + 12, "PLACE", "cn:420000") for at in range(0, number * ARTICLE, ARTICLE)]


def _datelines(number: int) -> list[tuple[int, int]]:
    return [(at, at + 9) for at in range(0, number * ARTICLE, ARTICLE)]


def _asked_of_a_reading(number: int) -> Callable[[], object]:
    lines, mentions = _datelines(number), _mentions(number)
    reading = Reading(Document("a", ""), None, "", (), (), mentions, (), datelines=lines)
    return lambda: [reading.in_dateline(mention) for mention in mentions]


def _asked_of_places(number: int) -> Callable[[], object]:
    lines, mentions = _datelines(number), _mentions(number)
    return lambda: PlaceIndex.of(mentions, mentions, 0, lines)


@pytest.mark.timed
@pytest.mark.parametrize("make", [_asked_of_a_reading, _asked_of_places])
def test_eight_times_the_articles_take_little_more_than_eight_times_as_long(
    make: Callable[[int], Callable[[], object]],
) -> None:
    _seconds(make(SHORT))
    assert any(_seconds(make(TIMES * SHORT)) < 2 * TIMES * _seconds(make(SHORT)) + 0.2 for _ in range(ROUNDS))


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


@pytest.mark.parametrize("seed", range(20))
def test_spans_cover_what_any_of_them_holds(seed: int) -> None:
    dice = random.Random(seed)
    spans = [(start, start + dice.randint(0, 6)) for start in dice.choices(range(40), k=dice.randint(0, 9))]
    covered = Covered(spans)
    assert [at for at in range(50) if at in covered] == [
        at for at in range(50) if any(start <= at < end for start, end in spans)
    ]
