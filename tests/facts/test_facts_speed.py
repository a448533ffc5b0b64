"""50,000 events are aggregated in seconds: the guard against anything quadratic. Benchmarks have the million."""

from __future__ import annotations

import time

import pytest
from synthetic_records import records

from epiextract.facts import Facts
from epiextract.facts.claims import ClaimReader

# Five seconds on an idle core; a busy machine gets room, a quadratic step does not.
MOST_SECONDS = 40


@pytest.mark.timed
def test_fifty_thousand_events_aggregate_in_seconds():
    made = list(records(50_000))
    started = time.process_time()
    facts = Facts(map(ClaimReader().of_record, made))
    assert sum(map(len, facts.series())) > 20_000
    assert facts.sums("donor")
    assert facts.conflict_counts()
    assert time.process_time() - started < MOST_SECONDS
