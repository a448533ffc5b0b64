"""Aggregate a million synthetic events in a process held to 2 GB: seconds and memory of each step.

    python tests/benchmarks/bench_facts.py 1000000

The making of the records is timed apart and taken off; copies of documents are found among their sentences.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "facts"))
from synthetic_records import records

from epiextract.facts import Facts
from epiextract.facts.claims import ClaimReader

MEMORY = 2 * 2**30


def main(number: int) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    started, before = time.perf_counter(), time.process_time()
    for _ in records(number):
        pass
    making = time.process_time() - before
    print(f"{number:,} records are made in {making:.1f} s, which are taken off")
    before = time.process_time()
    reader = ClaimReader()
    facts = Facts(map(reader.of_record, records(number)))
    steps: list[tuple[str, Callable[[], object]]] = [
        ("independent sources", lambda: facts.origins),
        ("series, checked", facts.series),
        ("ledger of donations, sums", facts.sums),
        ("ledger of supplies", lambda: facts.ledger("supply")),
        ("conflicts", facts.conflict_counts),
        ("entities", lambda: facts.entities),
    ]
    _told("claims", time.process_time() - before - making)
    total = time.process_time() - before - making
    for name, step in steps:
        start = time.process_time()
        step()
        total += time.process_time() - start
        _told(name, time.process_time() - start)
    _told("all", total)
    print(f"{time.perf_counter() - started:.0f} s on the clock, the making of records twice among them")


def _told(name: str, seconds: float) -> None:
    print(
        f"{name:28} {seconds:6.1f} s   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:5.2f} GB", flush=True
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
