"""What is asked for each gift or name of a document looks at what stands near, not at all that the document holds."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from epiextract import Document
from epiextract.deciding.places.goals import receivers_home
from epiextract.matching.entities import PlaceIndex
from epiextract.matching.reading import Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.giver_lists import is_known

SHORT, TIMES = 5_000, 8
ROUNDS = 4


def _homes(number: int) -> Callable[[], object]:
    text = "湖北省慈善总会。" * number
    places = [Mention(at, at + 3, "PLACE", "cn:420000") for at in range(0, len(text), 8)]
    reading = Reading(Document("a", text), None, text, (), (), (), (), places=PlaceIndex(places))
    getters = [SimpleNamespace(mentions={"recipient": (Mention(at, at + 7, "ORG"),)}) for at in range(0, len(text), 8)]
    return lambda: [receivers_home(reading, one) for one in getters]


def _words(number: int) -> Callable[[], object]:
    hits = [SimpleNamespace(start=at, end=at + 2) for at in range(0, number * 4, 4)]
    return lambda: [is_known(hits, one.start, one.end) for one in hits]


@pytest.mark.timed
@pytest.mark.parametrize("make", [_homes, _words])
def test_eight_times_as_many_take_little_more_than_eight_times_as_long(
    make: Callable[[int], Callable[[], object]],
) -> None:
    _seconds(make(SHORT // TIMES))
    assert any(_seconds(make(TIMES * SHORT)) < 2 * TIMES * _seconds(make(SHORT)) + 0.2 for _ in range(ROUNDS))


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def test_the_home_that_opens_a_name_is_found_among_many() -> None:
    assert {home[0].value for home in _homes(50)()} == {"cn:420000"}
    assert all(_words(50)())
