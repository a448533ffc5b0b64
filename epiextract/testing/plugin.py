"""The pytest plugin: collects ``*.pack.yaml``, one item an example or reject.

It loads in every pytest run of everyone who installs epiextract, so it imports nothing heavy until it collects a pack.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from epiextract.testing.cases import Case

SUFFIX = ".pack.yaml"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> PackFile | None:
    """Collect a pack file."""
    if file_path.name.endswith(SUFFIX):
        return PackFile.from_parent(parent, path=file_path)
    return None


class PackFile(pytest.File):
    """A pack as a file of tests."""

    def collect(self) -> Iterable[pytest.Item]:
        """Yield an item for each example and reject; a faulty pack is an error with all its faults."""
        from epiextract.packs.loader import load_pack
        from epiextract.testing.cases import pack_cases
        from epiextract.testing.runner import extractor_for

        # the extractor first: it loads the pack with all that it uses, and tells all faults at once
        extractor = extractor_for(self.path)
        pack = load_pack(self.path)
        for case in pack_cases(pack):
            yield PackItem.from_parent(self, name=case.id, case=case, extractor=extractor)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the faults of a pack line by line, not a traceback of the library."""
        from epiextract.errors import EpiextractError

        if isinstance(excinfo.value, EpiextractError):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


class PackItem(pytest.Item):
    """One example or reject of a pack."""

    def __init__(self, *, case: Case, extractor: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.case = case
        self.extractor = extractor

    def runtest(self) -> None:
        """Run the case; a known miss that still misses is an expected failure."""
        from epiextract.testing.cases import run_case

        result = run_case(self.case, self.extractor)
        if result.outcome == "todo":
            pytest.xfail(str(self.case.case.todo))
        if not result.ok:
            raise PackFailure(result.report())

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the report of the case, not a traceback of the library."""
        if isinstance(excinfo.value, PackFailure):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return the file and line of the case."""
        line = self.case.where.rpartition(":")[2]
        return self.path, int(line) - 1 if line.isdigit() else 0, self.name


class PackFailure(Exception):
    """A case of a pack that did not hold."""
