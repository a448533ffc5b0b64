from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Write = Callable[..., Path]


def run(file: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options, file.name]
    return subprocess.run(command, cwd=file.parent, capture_output=True, text=True, check=False)


def test_each_case_is_an_item_with_its_id(write: Write) -> None:
    done = run(write(), "-v")
    assert done.returncode == 0, done.stdout
    assert "toll.pack.yaml::toll::example[0] PASSED" in done.stdout
    assert "toll.pack.yaml::toll::reject[0] PASSED" in done.stdout


def test_a_failure_shows_the_report_and_no_traceback(write: Write) -> None:
    done = run(write(("value: 5}]", "value: 6}]")))
    assert done.returncode == 1
    assert "want: measure=severe value=6" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_known_miss_is_an_expected_failure(write: Write) -> None:
    done = run(write(("text: 事故遇难", "todo: not yet\n        text: 事故遇")), "-rx")
    assert done.returncode == 0
    assert "not yet" in done.stdout


def test_a_faulty_pack_is_an_error_with_its_line(write: Write) -> None:
    done = run(write(("measure:STATE", "measure:STAT")))
    assert done.returncode != 0
    assert "toll.pack.yaml:11: [EPX131]" in done.stdout


def test_the_plugin_imports_nothing_heavy_until_it_collects() -> None:
    heavy = ["pydantic", "regex", "yaml", "numpy"]
    code = f"import sys, epiextract.testing.plugin; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
