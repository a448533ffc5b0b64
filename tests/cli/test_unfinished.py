"""Runs that do not come to their end, and files that are there already: nothing looks whole that is not."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from epiextract import cli
from epiextract.extractor import Extractor
from epiextract.io.duckdb import ask

TEXT = "截至2月4日24时，湖南省累计报告确诊病例{}例。"
FORMATS = ["e.jsonl", "e.csv", "e.parquet", "e.duckdb"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    rows = [json.dumps({"doc": f"n{at}", "text": TEXT.format(at + 1)}) for at in range(3)]
    (tmp_path / "d.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["epiextract", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def stopping(monkeypatch: pytest.MonkeyPatch, error: BaseException, after: int = 2) -> None:
    whole = Extractor.stream

    def stream(self: Extractor, documents: Any, **options: Any) -> Iterator[Any]:
        for number, one in enumerate(whole(self, documents, **options)):
            if number == after:
                raise error
            yield one

    monkeypatch.setattr(Extractor, "stream", stream)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("error", "status"), [(KeyboardInterrupt(), 130), (cli.Stopped(signal.SIGTERM), 143)])
def test_a_run_that_is_stopped_leaves_what_was_there_and_keeps_its_part_aside(
    name: str, error: BaseException, status: int, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    assert run(monkeypatch, "extract", "d.jsonl", "-q", "-o", name) == 0
    before = (here / name).read_bytes()
    assert not (here / f"{name}.part").exists()
    stopping(monkeypatch, error)
    assert run(monkeypatch, "extract", "d.jsonl", "-q", "-o", name) == status
    said = f"error: stopped after 2 document(s). What 2 document(s) gave is in {name}.part, which is not whole.\n"
    assert capsys.readouterr().err == said
    assert (here / name).read_bytes() == before
    part = (here / f"{name}.part").rename(here / f"part.{name}")
    if name.endswith(".duckdb"):
        assert [row["doc"] for row in ask(part, "SELECT doc FROM events ORDER BY doc")] == ["n0", "n1"]
    elif name.endswith(".parquet"):
        from pyarrow import parquet

        assert parquet.read_table(part).column("doc").to_pylist() == ["n0", "n1"]
    else:
        assert [line.count("n0") + line.count("n1") for line in part.read_text("utf-8").splitlines()[-2:]] == [1, 1]


@pytest.mark.parametrize("name", FORMATS)
def test_what_gave_nothing_leaves_nothing(name: str, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    stopping(monkeypatch, KeyboardInterrupt(), after=0)
    assert run(monkeypatch, "extract", "d.jsonl", "-q", "-o", name) == 130
    assert capsys.readouterr().err == "error: stopped after 0 document(s).\n"
    assert os.listdir(here) == ["d.jsonl"]


def test_a_fault_of_the_library_tells_what_is_left(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    stopping(monkeypatch, RuntimeError("oops"))
    monkeypatch.setattr(sys, "argv", ["epiextract", "extract", "d.jsonl", "-o", "e.jsonl"])
    with pytest.raises(RuntimeError, match="oops"):
        cli.main()
    assert "warning: the run ends before its end. What 2 document(s) gave is in e.jsonl.part" in capsys.readouterr().err
    assert not (here / "e.jsonl").exists()


def test_a_disk_that_fills_up_is_one_sentence_with_what_is_left(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    stopping(monkeypatch, OSError(28, "No space left on device"))
    assert run(monkeypatch, "extract", "d.jsonl", "-q", "-o", "e.jsonl") == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("error: e.jsonl: [EPX304] cannot be written: No space left on device. Make room, or name")
    assert line.endswith("What 2 document(s) gave is in e.jsonl.part, which is not whole.")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_a_process_with_its_part_kept_aside(
    sent: signal.Signals, status: int, workers: str, here: Path
) -> None:
    rows = (json.dumps({"doc": f"n{at}", "text": TEXT.format(at + 1) * 50}) for at in range(5_000))
    (here / "many.jsonl").write_text("\n".join(rows), encoding="utf-8")
    command = [sys.executable, "-m", "epiextract.cli", "extract", "many.jsonl", "-o", "e.jsonl", "--workers", workers]
    process = subprocess.Popen(command, cwd=here, stderr=subprocess.PIPE, encoding="utf-8")
    part = here / "e.jsonl.part"
    until = time.monotonic() + 300
    while not (part.exists() and part.stat().st_size) and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(sent)
    _, said = process.communicate(timeout=300)
    assert process.returncode == status, said
    assert said.startswith("error: stopped after ")
    assert len(said.splitlines()) == 1
    assert not (here / "e.jsonl").exists()
    assert all(json.loads(line)["value"] for line in part.read_text("utf-8").splitlines())


def test_a_link_stays_one_and_a_file_keeps_its_mode(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "real.jsonl").write_text("older", encoding="utf-8")
    (here / "real.jsonl").chmod(0o640)
    (here / "e.jsonl").symlink_to("real.jsonl")
    assert run(monkeypatch, "extract", "d.jsonl", "-q", "-o", "e.jsonl") == 0
    assert (here / "e.jsonl").is_symlink()
    assert len((here / "real.jsonl").read_text("utf-8").splitlines()) == 3
    assert (here / "real.jsonl").stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(here)) == ["d.jsonl", "e.jsonl", "real.jsonl"]


def test_an_unfinished_file_that_is_read_is_not_written(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    (here / "d.jsonl").rename(here / "e.jsonl.part")
    before = (here / "e.jsonl.part").read_bytes()
    assert run(monkeypatch, "extract", "e.jsonl.part", "-o", "e.jsonl") == 2
    assert "e.jsonl.part: [EPX304] is read, and would be overwritten" in capsys.readouterr().err
    assert (here / "e.jsonl.part").read_bytes() == before


@pytest.mark.parametrize(
    ("made", "name"),
    [
        ("CREATE TABLE events (id INT, name TEXT)", "table 'events'"),
        ("CREATE TABLE Documents (id INT)", "table 'documents'"),
        ("CREATE TABLE facts (id INT)", "table 'facts'"),
        ("CREATE TABLE mine (id INT); CREATE VIEW daily AS SELECT * FROM mine", "view 'daily'"),
        ("CREATE TABLE daily (id INT)", "table 'daily'"),
        ("CREATE TABLE mine (id INT); CREATE VIEW events AS SELECT * FROM mine", "view 'events'"),
    ],
)
def test_a_table_of_the_users_own_is_never_touched(
    made: str, name: str, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    import duckdb

    with duckdb.connect("mine.duckdb") as base:
        base.execute(made)
    before = (here / "mine.duckdb").read_bytes()
    assert run(monkeypatch, "extract", "d.jsonl", "-q", "-o", "mine.duckdb") == 2
    said = f"error: mine.duckdb: [EPX304] has a {name} that epiextract did not make. Name another file: it would be"
    assert capsys.readouterr().err.startswith(said)
    assert (here / "mine.duckdb").read_bytes() == before
    assert not (here / "mine.duckdb.part").exists()


def test_other_tables_stay_beside_those_of_a_run(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    with duckdb.connect("mine.duckdb") as base:
        base.execute("CREATE TABLE notes AS SELECT 7 AS n")
    for _ in range(2):
        assert run(monkeypatch, "extract", "d.jsonl", "-q", "-o", "mine.duckdb") == 0
        assert run(monkeypatch, "aggregate", "mine.duckdb") == 0
    assert ask("mine.duckdb", "SELECT n FROM notes") == [{"n": 7}]
    assert len(ask("mine.duckdb", "SELECT * FROM events")) == 3
    assert sorted(os.listdir(here)) == ["d.jsonl", "mine.duckdb"]


def test_facts_take_no_table_of_the_users_own(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    import duckdb

    assert run(monkeypatch, "extract", "d.jsonl", "-q", "-o", "e.duckdb") == 0
    with duckdb.connect("e.duckdb") as base:
        base.execute(
            "DROP VIEW fact_sources; DROP VIEW donor_totals; DROP VIEW gifts; DROP VIEW daily; DROP TABLE facts"
        )
        base.execute("CREATE TABLE facts AS SELECT 7 AS n")
    assert run(monkeypatch, "aggregate", "e.duckdb") == 2
    assert "error: e.duckdb: [EPX304] has a table 'facts' that epiextract did not make" in capsys.readouterr().err
    assert ask("e.duckdb", "SELECT n FROM facts") == [{"n": 7}]


def test_a_page_goes_to_standard_output_and_what_never_does_is_refused(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    assert run(monkeypatch, "extract", "d.jsonl", "-q", "-o", "e.jsonl") == 0
    assert run(monkeypatch, "report", "e.jsonl", "-o", "-") == 0
    shown = capsys.readouterr()
    assert (shown.out[:15], shown.out.rstrip()[-7:], shown.err) == ("<!doctype html>", "</html>", "")
    for option, arguments in (
        ("--failed", ["extract", "d.jsonl", "--failed", "-"]),
        ("--page", ["evaluate", "e.jsonl", "e.jsonl", "--page", "-"]),
        ("--write-review", ["aggregate", "e.jsonl", "--write-review", "-"]),
    ):
        assert run(monkeypatch, *arguments) == 2
        said = f"error: {option}: [EPX304] - is standard output, where something else goes. Name a file with {option}; "
        assert capsys.readouterr().err.startswith(said)
    assert sorted(os.listdir(here)) == ["d.jsonl", "e.jsonl"]
