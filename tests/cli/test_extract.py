"""`epiextract extract`: what it writes, what it says, and with which status it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from epiextract.cli import app, main

TEXT = "截至2月4日24时，湖南省累计报告确诊病例661例，其中最大的83岁。某集团向武汉市慈善总会捐赠口罩10万只。"
ENV = os.environ | {"PYTHONUTF8": "1", "NO_COLOR": "1"}

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in this process, which has read the lexicons already, in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def _run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        given = (stdin.encode(), b"", b"")
        streams = [io.TextIOWrapper(io.BytesIO(one), encoding="utf-8", write_through=True) for one in given]
        with monkeypatch.context() as patch:
            patch.setenv("NO_COLOR", "1")
            patch.setattr(sys, "argv", ["epiextract", *arguments])
            for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
                patch.setattr(sys, name, stream)
            with pytest.raises(SystemExit) as ended:
                main()
        out, err = (stream.buffer.getvalue().decode() for stream in streams[1:])
        return subprocess.CompletedProcess(arguments, int(ended.value.code or 0), out, err)

    return _run


@pytest.fixture
def process(tmp_path: Path) -> Run:
    """Runs the command in a process of its own, in a folder of its own."""

    def _run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "epiextract.cli", *arguments]
        return subprocess.run(
            command, cwd=tmp_path, input=stdin, capture_output=True, encoding="utf-8", env=ENV, check=False
        )

    return _run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def records(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_folder_becomes_a_table_with_a_summary(here: Path, process: Run) -> None:
    (here / "news").mkdir()
    (here / "news" / "b.txt").write_text(f">>>甲\n{TEXT}\n=====NEXT=====\n>>>乙\n{TEXT}", encoding="utf-8")
    done = process("extract", "news", "a.txt", "-o", "events.jsonl", "--published", "2020-02-05")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    found = records((here / "events.jsonl").read_text(encoding="utf-8"))
    assert [record["doc"] for record in found[::3]] == ["news/b.txt#0", "news/b.txt#1", "a.txt#0"]
    assert [(r["type"], r["quote"]) for r in found[:3]] == [
        ("case_count", "661例"),
        ("other", "83岁"),
        ("donation", "10万只"),
    ]
    told = {tuple(line.split()) for line in done.stderr.splitlines() if len(line.split()) == 2}
    assert told == {
        ("documents", "3"),
        ("failed", "0"),
        ("figures", "9"),
        ("events", "6"),
        ("case_count", "3"),
        ("donation", "3"),
    }


def test_standard_input_and_output(process: Run) -> None:
    done = process("extract", "-", stdin=TEXT)
    assert done.returncode == 0, done.stderr
    assert [record["quote"] for record in records(done.stdout)] == ["661例", "83岁", "10万只"]
    assert records(done.stdout)[0]["doc"] == "stdin#0"


def test_json_lines_on_standard_input(run: Run) -> None:
    row = json.dumps({"doc": "n1", "text": "昨日新增确诊病例3例。", "published": "2020-02-05", "title": "通报"})
    [record] = records(run("extract", "-", "-q", stdin=row).stdout)
    assert (record["doc"], record["title"], record["date_end"]) == ("n1", "通报", "2020-02-04")


def test_quiet_says_nothing(here: Path, run: Run) -> None:
    done = run("extract", "a.txt", "-q", "-o", "e.jsonl")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_csv_and_a_parquet_file(here: Path) -> None:
    for name in ("e.csv", "e.parquet"):
        assert CliRunner().invoke(app, ["extract", "a.txt", "-o", name, "-q"]).exit_code == 0
    with open("e.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["value"] for row in rows] == ["661", "83", "100000"]
    from pyarrow import parquet

    assert [int(value) for value in parquet.read_table("e.parquet").column("value").to_pylist()] == [661, 83, 100000]


def test_typed_only_and_types(here: Path) -> None:
    def kinds(*options: str) -> list[object]:
        done = CliRunner().invoke(app, ["extract", "a.txt", "-q", *options])
        assert done.exit_code == 0, done.output
        return [record["type"] for record in records(done.stdout)]

    assert kinds() == ["case_count", "other", "donation"]
    assert kinds("--typed-only") == ["case_count", "donation"]
    assert kinds("--type", "donation") == ["donation"]
    assert kinds("--type", "donation", "--type", "other") == ["other", "donation"]
    assert kinds("--packs", "zh.donation", "--typed-only") in (["case_count", "donation"], ["donation"])


def test_workers_give_the_same_in_the_same_order(here: Path, process: Run) -> None:
    rows = [json.dumps({"doc": f"n{i}", "text": TEXT.replace("661", str(i + 1))}) for i in range(40)]
    (here / "d.jsonl").write_text("\n".join(rows), encoding="utf-8")
    one, two = (process("extract", "d.jsonl", "-q", "--workers", number) for number in ("1", "2"))
    assert one.stdout == two.stdout
    assert len(records(one.stdout)) == 120


WRONG = {
    "missing": (["none.txt"], "none.txt: [EPX401] no such file or folder. Check the path."),
    "missing beside a good one": (["a.txt", "none.txt"], "none.txt: [EPX401] no such file or folder. Check the path."),
    "no name": (["a.txt", ""], "'': [EPX401] no file has an empty name. Check the path."),
    "binary beside a good one": (["a.txt", "bin.txt"], "bin.txt: [EPX402] holds NUL bytes, so it is no text."),
    "output without a name": (["a.txt", "-o", ""], "'': [EPX304] the name's ending tells no format. End it in .jsonl"),
    "output to a folder": (["a.txt", "-o", "."], ".: [EPX304] the name's ending tells no format. End it in .jsonl, "),
    "binary": (["bin.txt"], "bin.txt: [EPX402] holds NUL bytes, so it is no text. Give text, JSON Lines or CSV."),
    "no text": (
        ["notext.jsonl"],
        "notext.jsonl:1: [EPX403] no 'text': its keys are title. Give each document a 'text'. (1 more like it)",
    ),
    "no column": (
        ["notext.csv"],
        "notext.csv:1: [EPX403] no column 'text': its columns are title, body. Name the column of texts 'text'.",
    ),
    "date": (
        ["a.txt", "--published", "soon"],
        "--published: [EPX404] 'soon' is no date of publication. "
        "Give a day, a month or a year: 2020-02-03, 2020-02 or 2020.",
    ),
    "date of a document": (
        ["baddate.jsonl"],
        "baddate.jsonl:1: [EPX404] 'soon' is no date of publication. "
        "Give a day, a month or a year: 2020-02-03, 2020-02 or 2020.",
    ),
    "pack": (["a.txt", "--packs", "zh.beds"], "--packs: [EPX107] unknown pack 'zh.beds'. Did you mean zh.bed?"),
    "pack without a name": (["a.txt", "--packs", ""], "'': [EPX401] no pack has an empty name. Give a name or a path."),
    "gazetteer without a name": (["a.txt", "--gazetteer", ""], "'': [EPX401] no gazetteer has an empty name."),
    "pack file": (["a.txt", "--packs", "none.pack.yaml"], "none.pack.yaml"),
    "type": (["a.txt", "--type", "bedd"], "--type: [EPX301] unknown event type 'bedd'. Did you mean bed?"),
    "format": (["a.txt", "-o", "e.xlsx"], "e.xlsx: [EPX304] the name's ending tells no format. End it in .jsonl, "),
    "output": (["a.txt", "-o", "none/e.jsonl"], "none/e.jsonl: [EPX304] cannot be written: No such file or directory."),
    "encoding": (["a.txt", "--encoding", "x-y"], "the encoding 'x-y' is unknown. Name one such as utf-8"),
}


@pytest.mark.parametrize(("arguments", "says"), WRONG.values(), ids=WRONG.keys())
def test_bad_input_gives_one_sentence_and_status_2(arguments: list[str], says: str, here: Path, run: Run) -> None:
    (here / "bin.txt").write_bytes(b"\x89PNG\r\n\x00\x00")
    (here / "notext.jsonl").write_text('{"title": "甲"}\n{"title": "乙"}\n', encoding="utf-8")
    (here / "notext.csv").write_text("title,body\n甲,乙\n", encoding="utf-8")
    (here / "baddate.jsonl").write_text('{"text": "甲", "published": "soon"}\n', encoding="utf-8")
    before = set(here.iterdir())
    arguments = arguments if "-o" in arguments else [*arguments, "-o", "e.jsonl"]
    done = run("extract", *arguments)
    assert done.returncode == 2, done.stderr
    [line] = done.stderr.splitlines()
    assert line.startswith("error: ")
    assert says in line
    assert set(here.iterdir()) == before, "nothing is left behind"


def test_a_bad_line_is_kept_aside_and_the_run_goes_on(here: Path, run: Run) -> None:
    lines = [json.dumps({"text": TEXT}), '{"title": "甲"}', "{oops", json.dumps({"text": TEXT, "doc": "last"})]
    (here / "d.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("extract", "d.jsonl", "-o", "e.jsonl")
    assert done.returncode == 0
    assert len(records((here / "e.jsonl").read_text(encoding="utf-8"))) == 6
    kept = records((here / "e.failed.jsonl").read_text(encoding="utf-8"))
    assert [(row["doc"], row["code"], row["source"]) for row in kept] == [
        ("d.jsonl:2", "EPX403", "d.jsonl"),
        ("d.jsonl:3", "EPX406", "d.jsonl"),
    ]
    assert "failed: d.jsonl:2: [EPX403] no 'text': its keys are title. Give each document a 'text'." in done.stderr
    assert "warning: 2 document(s) failed, kept aside in e.failed.jsonl" in done.stderr


def test_failures_that_are_not_shown_are_counted(here: Path, run: Run) -> None:
    lines = [json.dumps({"text": TEXT}), *['{"title": "甲"}'] * 5]
    (here / "d.jsonl").write_text("\n".join(lines), encoding="utf-8")
    shown = [line for line in run("extract", "d.jsonl").stderr.splitlines() if line.startswith("failed:")]
    assert len(shown) == 4
    assert shown[-1] == "failed: 2 more; --failed FILE keeps all with their reasons"


def test_a_table_for_spreadsheets_is_not_read_again(here: Path, run: Run) -> None:
    (here / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("extract", "a.txt", "-o", "e.csv").returncode == 0
    done = run("aggregate", "e.csv")
    assert done.returncode == 2
    assert "e.csv: [EPX405] is CSV, which is written for spreadsheets and not read again. Give records" in done.stderr


def test_wrong_use_leaves_an_older_output_as_it_is(here: Path, run: Run) -> None:
    (here / "bin.txt").write_bytes(b"\x00\x01")
    (here / "e.jsonl").write_text("older", encoding="utf-8")
    assert run("extract", "a.txt", "bin.txt", "-o", "e.jsonl").returncode == 2
    assert (here / "e.jsonl").read_text(encoding="utf-8") == "older"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no disk that is always full")
@pytest.mark.parametrize("name", ["full.jsonl", "full.csv"])
def test_a_full_disk_is_one_sentence(name: str, here: Path, process: Run) -> None:
    (here / name).symlink_to("/dev/full")
    done = process("extract", "a.txt", "-q", "-o", name)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith(f"error: {name}: [EPX304] cannot be written: ")
    assert len(done.stderr.splitlines()) == 1


def test_failures_of_an_earlier_run_do_not_stay(here: Path, run: Run) -> None:
    for text, kept in (('{"text": "新增3例"}\n{oops\n', True), ('{"text": "新增3例"}\n', False)):
        (here / "d.jsonl").write_text(text, encoding="utf-8")
        assert run("extract", "d.jsonl", "-q", "-o", "e.jsonl").returncode == 0
        assert (here / "e.failed.jsonl").exists() is kept
    (here / "mine.jsonl").write_text("{}", encoding="utf-8")
    assert run("extract", "d.jsonl", "-q", "-o", "e.jsonl", "--failed", "mine.jsonl").returncode == 0
    assert (here / "mine.jsonl").exists(), "a file that the user names is the user's"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["d.csv", "e.csv", "-o", "e.csv"], "error: e.csv: [EPX304] is read, and would be overwritten. Name another"),
        (["d.csv", "-o", "./news/../d.csv"], "./news/../d.csv: [EPX304] is read as d.csv, and would be overwritten."),
        (["d.csv", "-o", "link.csv"], "error: link.csv: [EPX304] is read as d.csv, and would be overwritten."),
        (["news", "-o", "news/a.jsonl"], "error: news/a.jsonl: [EPX304] is read, and would be overwritten."),
        (["d.csv", "--gazetteer", "e.csv", "-o", "e.csv"], "error: e.csv: [EPX304] is read, and would be overwritten."),
        (["d.csv", "--failed", "d.csv"], "d.csv: [EPX304] is read, and would be overwritten. Name another file with"),
        (["x.failed.jsonl", "-o", "x.csv"], "x.failed.jsonl: [EPX304] is read, and would be overwritten. Name another"),
        (["d.csv", "-o", "x.jsonl", "--failed", "./x.jsonl"], "./x.jsonl: [EPX304] is the output too. Name another"),
        (["d.csv", "-o", "x.jsonl", "--failed", "none/f.jsonl"], "none/f.jsonl: [EPX304] cannot be written: No such"),
        (["d.csv", "-o", "x.jsonl", "--failed", "news"], "error: news: [EPX304] cannot be written: "),
    ],
)
def test_what_is_read_is_never_overwritten(arguments: list[str], says: str, here: Path, run: Run) -> None:
    (here / "news").mkdir()
    for name in ("d.csv", "e.csv"):
        (here / name).write_text(f"text\n{TEXT}\n", encoding="utf-8")
    for name in ("news/a.jsonl", "x.failed.jsonl"):
        (here / name).write_text(json.dumps({"text": TEXT}) + "\n{oops\n", encoding="utf-8")
    (here / "link.csv").symlink_to(here / "d.csv")
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    done = run("extract", *arguments)
    assert done.returncode == 2, done.stderr
    assert says in done.stderr
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


def test_an_output_in_the_folder_that_is_read_is_no_input_of_it(here: Path, run: Run) -> None:
    (here / "z").mkdir()
    (here / "z" / "b.txt").write_text(TEXT, encoding="utf-8")
    # the second folder is listed before the output is there
    done = run("extract", "a.txt", "z", "-o", "z/e.jsonl")
    assert done.returncode == 0, done.stderr
    assert "kept aside" not in done.stderr
    assert len(records((here / "z" / "e.jsonl").read_text(encoding="utf-8"))) == 6
    assert run("extract", "a.txt", "z", "-q", "-o", "z/e.parquet", "--failed", "f.jsonl").returncode == 0
    assert run("extract", "a.txt", "-q", "-o", "z/e.jsonl").returncode == 0, "what is not read may be overwritten"


def test_where_failures_go_can_be_named(here: Path, run: Run) -> None:
    (here / "d.jsonl").write_text('{"text": "新增3例"}\n{oops\n', encoding="utf-8")
    assert run("extract", "d.jsonl", "--failed", "aside.jsonl").returncode == 0
    assert len(records((here / "aside.jsonl").read_text(encoding="utf-8"))) == 1
    done = run("extract", "d.jsonl", "--failed", "none/aside.jsonl")
    assert done.returncode == 2
    assert "error: none/aside.jsonl: [EPX304] cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_status_3_where_all_failed(here: Path, run: Run) -> None:
    (here / "news").mkdir()
    (here / "news" / "a.txt").write_bytes(b"\x00\x01")
    (here / "d.jsonl").write_text("{oops\nno json\n", encoding="utf-8")
    for given, number in (("news", 1), ("d.jsonl", 2)):
        done = run("extract", given, "-o", "e.jsonl")
        assert done.returncode == 3, done.stderr
        assert f"warning: {number} document(s) failed, kept aside in e.failed.jsonl" in done.stderr
        assert len(records((here / "e.failed.jsonl").read_text(encoding="utf-8"))) == number


def test_an_empty_folder_is_no_failure_but_is_told(here: Path, run: Run) -> None:
    (here / "news").mkdir()
    done = run("extract", "news", "-o", "e.jsonl")
    assert done.returncode == 0
    assert "warning: no document was found" in done.stderr


def test_records_are_utf_8_whatever_the_locale_says(here: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "epiextract.cli", "extract", "a.txt", "-q"],
        cwd=here,
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        check=True,
    )
    assert records(done.stdout.decode())[0]["quote"] == "661例"


def test_half_a_surrogate_pair_loses_no_document(here: Path, run: Run) -> None:
    (here / "d.jsonl").write_text(r'{"text": "新增确诊病例3例\ud83d。", "title": "\udc00"}', encoding="utf-8")
    done = run("extract", "d.jsonl", "-q")
    assert done.returncode == 0, done.stderr
    assert [record["quote"] for record in records(done.stdout)] == ["3例"]
