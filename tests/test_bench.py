"""The benchmark runs, and the news that it makes up are the same for everybody."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).parent / "benchmarks"


def run(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command], cwd=BENCHMARKS, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_benchmark_prints_every_stage_beside_a_bare_scan() -> None:
    told = run("bench_extract.py", "--made", "--characters", "3000", "--rounds", "1")
    for line in ("read", "decide", "fill", "build", "the whole way", "bare ahocorasick_rs scan", "a figure"):
        assert line in told


def test_made_up_news_are_the_same_for_everybody() -> None:
    code = "from made_news import made_news; print(''.join(d.text for d in made_news(20000)))"
    text = run("-c", code)
    assert 20_000 <= len(text) < 30_000
    assert hashlib.sha256(text.encode()).hexdigest().startswith("2ebde104eda9")
