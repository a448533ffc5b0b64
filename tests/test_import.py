"""What an import costs, and what the command costs before it does anything."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

HEAVY = ("borax", "cn2an", "dateparser", "duckdb", "numpy", "pandas", "polars", "pyarrow", "pydantic", "rich", "spacy")
RUNS = 5
# Seconds; what the project promises. A machine that is busy gets a second and a third chance.
IMPORT, COMMAND, CHANCES = 0.150, 0.5, 3


def loaded(code: str) -> set[str]:
    """Return the top-level modules that a new interpreter has loaded after *code*."""
    shown = subprocess.run(
        [sys.executable, "-c", f"import json, sys\n{code}\nprint(json.dumps(sorted(sys.modules)))"],
        capture_output=True,
        check=True,
    )
    return {name.partition(".")[0] for name in json.loads(shown.stdout.splitlines()[-1])}


def seconds(*command: str) -> float:
    """Return the median of the times that *command* takes, after one run that warms the disk."""
    times = []
    for _ in range(RUNS + 1):
        begun = time.perf_counter()
        subprocess.run([sys.executable, *command], capture_output=True, check=True)
        times.append(time.perf_counter() - begun)
    return statistics.median(times[1:])


def test_import_loads_nothing_heavy() -> None:
    assert loaded("import epiextract").isdisjoint({*HEAVY, "ahocorasick_rs", "typer", "yaml", "regex"})


@pytest.mark.parametrize(
    "code",
    [
        "from epiextract import Document, Event, Events, event_types; event_types()",
        "import epiextract; epiextract.extract('截至2020年2月4日24时，湖南省累计确诊病例593例。').records()",
        "from epiextract.testing import plugin",
    ],
    ids=["models", "extract", "pytest plugin"],
)
def test_other_doors_load_only_what_they_need(code: str) -> None:
    found = loaded(code)
    # numpy is what the trained models multiply with
    assert found.isdisjoint({"borax", "cn2an", "dateparser", "duckdb", "pandas", "polars", "pyarrow", "spacy"})


def test_the_version_loads_no_engine() -> None:
    code = "import sys; sys.argv = ['epiextract', '--version']\nfrom epiextract.cli import main\n"
    assert loaded(f"{code}try: main()\nexcept SystemExit: pass").isdisjoint(
        {*HEAVY, "ahocorasick_rs", "yaml"} - {"rich"}
    )


@pytest.mark.timed
def test_import_costs_next_to_nothing() -> None:
    for _ in range(CHANCES):
        cost = seconds("-c", "import epiextract") - seconds("-c", "pass")
        if cost < IMPORT:
            break
    assert cost < IMPORT, f"import epiextract costs {cost * 1000:.0f} ms"


@pytest.mark.timed
def test_the_command_starts_at_once() -> None:
    script = Path(sys.executable).with_name("epiextract.exe" if os.name == "nt" else "epiextract")
    command = (str(script), "--version") if script.is_file() else ("-m", "epiextract.cli", "--version")
    for _ in range(CHANCES):
        cost = seconds(*command)
        if cost < COMMAND:
            break
    assert cost < COMMAND, f"epiextract --version takes {cost * 1000:.0f} ms"
