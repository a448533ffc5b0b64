from __future__ import annotations

import time

import pytest

# Words in the names of tests that hold the code to a time.
TIMED = ("time_is_linear", "in_bounded_time", "budget")


def is_timed(item: pytest.Item) -> bool:
    return any(word in item.name for word in TIMED)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in filter(is_timed, items):
        item.add_marker("no_cover")  # what is traced takes several times as long


@pytest.fixture(autouse=True)
def _processor_time(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts this process's time only: whatever else a busy machine does is no fault of the code."""
    if is_timed(request.node):
        monkeypatch.setattr(time, "perf_counter", time.process_time)
