"""The other commands: explain, aggregate, query, report, --version and --help."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from epiextract import cli
from epiextract.cli import app
from epiextract.events import Events

TEXT = "截至2月3日24时，湖南省累计确诊病例593例。截至2月4日24时，湖南省累计确诊病例661例。某集团捐赠口罩10万只。"


def invoke(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=stdin)


def failing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what the command says on standard error, after it ended with status 2."""
    monkeypatch.setattr(sys, "argv", ["epiextract", *arguments])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 2
    return capsys.readouterr().err.strip()


@pytest.fixture
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    for name in ("events.jsonl", "events.duckdb"):
        assert invoke("extract", "a.txt", "-o", name, "-q", "--published", "2020-02-05").exit_code == 0
    return tmp_path / "events.jsonl"


def test_version() -> None:
    assert invoke("--version").stdout.startswith("epiextract 0.")


def test_help_names_every_command() -> None:
    shown = invoke("--help").stdout
    for command in ("extract", "explain", "aggregate", "query", "report", "packs"):
        assert command in shown


def test_explain_as_text_and_as_data() -> None:
    told = invoke("explain", TEXT, "--published", "2020-02-05")
    assert told.exit_code == 0
    assert "593例  →  case_count" in told.stdout
    data = json.loads(invoke("explain", "-", "--json", stdin=TEXT).stdout)
    assert "661例" in json.dumps(data, ensure_ascii=False)


def test_explain_finds_the_encoding_out() -> None:
    assert "593例" in CliRunner().invoke(app, ["explain", "-"], input=TEXT.encode("gb18030")).stdout


def test_explain_says_when_there_is_nothing() -> None:
    assert invoke("explain", "没有数字。").stdout.strip() == "no figure was found"


@pytest.mark.parametrize("name", ["events.jsonl", "events.duckdb"])
def test_aggregate_gives_a_series(events: Path, name: str) -> None:
    asked = ("aggregate", name, "--entity", "湖南省", "--measure", "confirmed", "-o", "series.csv")
    assert invoke(*asked).exit_code == 0
    with open("series.csv", encoding="utf-8", newline="") as file:
        days = [(row["entity"], row["day"], float(row["value"])) for row in csv.DictReader(file)]
    assert days == [("湖南省", "2020-02-03", 593), ("湖南省", "2020-02-04", 661)]


def test_aggregate_prints_a_table_and_a_ledger(events: Path) -> None:
    assert "661" in invoke("aggregate", "events.jsonl").stdout
    cases = invoke("aggregate", "events.jsonl", "--ledger").stdout
    assert {"place", "湖南省"} <= set(cases.split())
    assert "某集团" in invoke("aggregate", "events.jsonl", "--ledger", "--type", "donation").stdout


def test_query_reads_a_database(events: Path) -> None:
    done = invoke("query", "events.duckdb", "SELECT value FROM case_series ORDER BY day", "-o", "q.csv")
    assert done.exit_code == 0, done.output
    values = Path("q.csv").read_text(encoding="utf-8").split()[1:]
    assert [float(value) for value in values] == [593, 661]


def test_query_keeps_every_column_and_writes_numbers(events: Path) -> None:
    sql = "SELECT e.doc, d.doc, 1 AS x, 2 AS x, 3 AS x_1, value FROM events e JOIN documents d USING (doc) LIMIT 1"
    for name in ("q.csv", "q.jsonl", "q.parquet"):
        assert invoke("query", "events.duckdb", sql, "-o", name).exit_code == 0
    assert Path("q.csv").read_text(encoding="utf-8") == "doc,doc_1,x,x_2,x_1,value\na.txt#0,a.txt#0,1,2,3,593\n"
    row = {"doc": "a.txt#0", "doc_1": "a.txt#0", "x": 1, "x_2": 2, "x_1": 3, "value": 593}
    assert json.loads(Path("q.jsonl").read_text(encoding="utf-8")) == row
    from pyarrow import parquet

    assert parquet.read_table("q.parquet").to_pylist() == [row]
    for name in ("q.csv", "q.parquet"):
        assert invoke("query", "events.duckdb", "SELECT doc, value FROM events WHERE false", "-o", name).exit_code == 0
    assert Path("q.csv").read_text(encoding="utf-8") == "doc,value\n"
    assert parquet.read_table("q.parquet").column_names == ["doc", "value"]


def test_records_come_out_of_parquet_and_other_encodings(events: Path) -> None:
    assert invoke("extract", "a.txt", "-o", "events.parquet", "-q", "--published", "2020-02-05").exit_code == 0
    Path("gb.jsonl").write_bytes(events.read_text(encoding="utf-8").encode("gb18030"))
    for name in ("events.jsonl", "events.parquet", "gb.jsonl"):
        assert invoke("aggregate", name, "-o", f"{name}.csv").exit_code == 0
        assert Path(f"{name}.csv").read_bytes() == Path("events.jsonl.csv").read_bytes()
        assert Events.read(name) == Events.read(events)
    assert invoke("evaluate", "events.parquet", "gb.jsonl").exit_code == 0


def test_report_writes_a_page(events: Path) -> None:
    assert invoke("report", "events.jsonl", "-o", "page.html", "--title", "甲 & 乙").exit_code == 0
    page = Path("page.html").read_text(encoding="utf-8")
    assert "<title>甲 &amp; 乙</title>" in page
    assert "661例" in page


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("aggregate", "none.jsonl"), "error: none.jsonl: [EPX401] no such file"),
        (("aggregate", "a.txt"), "error: a.txt:1: [EPX405] is no record"),
        (("aggregate", "events.jsonl", "--by", "colour"), "[EPX601] no event has the slot 'colour'"),
        (("aggregate", "events.jsonl", "-o", "none/s.csv"), "error: none/s.csv: [EPX304] cannot be written"),
        (("aggregate", "events.jsonl", "-o", "./events.jsonl"), "is read as events.jsonl, and would be overwritten"),
        (("aggregate", "events.jsonl", "--write-review", "events.jsonl"), "events.jsonl: [EPX304] is read, and would"),
        (("report", "events.jsonl", "-o", "events.jsonl"), "error: events.jsonl: [EPX304] is read, and would be"),
        (("evaluate", "events.jsonl", "events.jsonl", "--page", "events.jsonl"), "events.jsonl: [EPX304] is read, and"),
        (("query", "none.duckdb", "SELECT 1"), "error: none.duckdb: [EPX401] no such file"),
        (("query", "events.duckdb", " "), "[EPX602] the question is empty"),
        (("query", "events.duckdb", "SELECT CAST(doc AS INT) FROM events"), "[EPX602] the question fails"),
        (("query", "events.jsonl", "SELECT 1"), "error: events.jsonl: [EPX304] is no DuckDB file"),
        (("aggregate", "bad.parquet"), "error: bad.parquet: [EPX405] is no Parquet file"),
        (("aggregate", "zip.jsonl"), "error: zip.jsonl:1: [EPX405] is no record: holds NUL bytes"),
        (("query", "events.duckdb", "SELEKT"), "[EPX602] the question fails"),
        (("report", "events.jsonl", "-o", "none/p.html"), "error: none/p.html: [EPX304] cannot be written"),
        (("explain", TEXT, "--published", "5.2."), "error: --published: [EPX404] '5.2.' is no date of publication"),
        (("explain", TEXT, "--packs", "nope"), "error: --packs: [EPX107] unknown pack 'nope'"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    arguments: tuple[str, ...],
    says: str,
    events: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("bad.parquet", "zip.jsonl"):
        Path(name).write_bytes(b"PK\x03\0\0")
    said = failing(monkeypatch, capsys, *arguments)
    assert says in said
    assert len(said.splitlines()) == 1


PACK = """\
format: 1
pack: zh.sheltering
version: 0.1.0
lang: zh
about: People who were given shelter.
event: sheltering
declares: {doc: People given shelter., measures: [sheltered]}
tags:
  SHELTER: {sheltered: [避险安置]}
patterns:
  - id: shelter-then-figure
    match: measure:SHELTER ~ value:QTY=person
    examples:
      - text: 避险安置8600人。
        events: [{measure: sheltered, value: 8600}]
    rejects:
      - {text: 避险安置点30个。, why: sites}
"""
SHELTERED = {
    "schema": 1, "doc": "a", "start": 8, "end": 13, "quote": "8600人", "type": "sheltering", "measure": "sheltered",
    "value": 8600, "unit": "person", "place": "郑州市", "date_end": "2021-07-21",
}  # fmt: skip


def test_events_of_a_pack_are_read_once_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sheltering.pack.yaml").write_text(PACK, encoding="utf-8")
    Path("found.jsonl").write_text(json.dumps(SHELTERED), encoding="utf-8")
    for command in ("aggregate", "report"):
        said = failing(monkeypatch, capsys, command, "found.jsonl")
        assert said.startswith("error: found.jsonl:1: [EPX201] unknown event type 'sheltering'. Known types: ")
        assert said.endswith("known once the pack is loaded: name it with --packs.")
        assert "record" not in said
    assert "EPX107" in failing(monkeypatch, capsys, "aggregate", "found.jsonl", "--packs", "zh.nobody")
    named = ("--packs", "sheltering.pack.yaml")
    assert "8600人" in invoke("aggregate", "found.jsonl", "--type", "sheltering", *named).stdout
    assert invoke("report", "found.jsonl", *named).exit_code == 0
    assert "sheltering" in Path("report.html").read_text(encoding="utf-8")
    said = failing(monkeypatch, capsys, "aggregate", "found.jsonl", "--type", "sheltering", "--measure", "shelterd")
    assert "[EPX601] unknown measure of sheltering 'shelterd'. Did you mean sheltered?" in said


def test_events_of_an_installed_pack_are_read_without_naming_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from epiextract.events import flat_model, register
    from epiextract.packs import discovery

    def find_packs(wanted: object = None) -> tuple[()]:
        assert wanted is None
        register(flat_model("airlift", measures=["flights"]))
        return ()

    monkeypatch.setattr(discovery, "find_packs", find_packs)
    path = tmp_path / "found.jsonl"
    path.write_text(json.dumps(SHELTERED | {"type": "airlift", "measure": "flights"}), encoding="utf-8")
    assert "8600人" in invoke("aggregate", str(path), "--type", "airlift").stdout
