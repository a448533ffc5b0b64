"""A folder of real news goes through the command: no article is lost, and every quote stands where its record says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from shared import NEWS, needed

# Written anew here, so that a mistake in the package's own splitting is seen.
SEPARATOR = re.compile(r"^=+ ?NEXT NEWS ?=+\r?$", re.MULTILINE)


def articles() -> Iterator[tuple[str, str]]:
    """Yield the articles of the folder by the names that their documents must have."""
    for file in sorted(NEWS.rglob("*.txt")):
        data = file.read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("gb18030")
        pieces = [piece.strip() for piece in SEPARATOR.split(text)]
        name = file.relative_to(NEWS.parent).as_posix()
        yield from ((f"{name}#{number}", piece) for number, piece in enumerate(filter(None, pieces)))


@needed(NEWS)
@pytest.mark.slow
def test_no_article_is_lost_and_every_quote_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "events.jsonl"
    arguments = ["extract", str(NEWS), "-o", str(output), "--published", "2020-03"]
    command = [sys.executable, "-m", "epiextract.cli", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    told = dict(line.split() for line in done.stderr.splitlines() if len(line.split()) == 2)
    texts = dict(articles())
    assert told["failed"] == "0"
    assert not output.with_suffix(".failed.jsonl").exists()
    assert int(told["documents"].replace(",", "")) == len(texts)
    seen = set()
    with output.open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            assert texts[record["doc"]][record["start"] : record["end"]] == record["quote"], record
            seen.add(record["doc"])
    # an article without a single figure is rare
    assert len(seen) > 0.8 * len(texts)
    with capsys.disabled():
        print(f"\n{done.stderr}\n{len(texts)} articles, {sum(map(len, texts.values())):,} characters")
