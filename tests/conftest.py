from __future__ import annotations

import pytest

# Names of tests that measure time: what is traced takes several times as long, and nothing of it is the code's fault.
TIMED = ("time_is_linear", "in_bounded_time")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if any(name in item.name for name in TIMED):
            item.add_marker("no_cover")
