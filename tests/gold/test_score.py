"""The score on annotated articles, printed; no threshold, so that nothing but a crash fails.

The built-in models were trained on these articles, so the table shows what was learned, not what to expect of unseen
news: for that see docs/quality.md, whose figures come from cross-validation.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from shared import GOLD, needed


@needed(GOLD / "dev_docs.jsonl")
def test_print_the_score_of_the_annotated_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documents, predicted, scores = GOLD / "dev_docs.jsonl", tmp_path / "events.jsonl", tmp_path / "scores.json"
    command = [sys.executable, "-m", "epiextract.cli", "extract", str(documents), "-o", str(predicted)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    texts = {row["doc"]: row["text"] for row in map(json.loads, documents.read_text(encoding="utf-8").splitlines())}
    for record in map(json.loads, predicted.read_text(encoding="utf-8").splitlines()):
        assert texts[record["doc"]][record["start"] : record["end"]] == record["quote"]
    judge = [sys.executable, str(GOLD / "score.py"), str(GOLD / "dev.jsonl"), str(predicted)]
    table = subprocess.run(
        [*judge, "--by-type", "--json", str(scores)], capture_output=True, encoding="utf-8", check=True
    ).stdout
    with capsys.disabled():
        print(f"\nannotated articles that the models were trained on; unseen ones: docs/quality.md\n{table}")
    assert json.loads(scores.read_text(encoding="utf-8"))
