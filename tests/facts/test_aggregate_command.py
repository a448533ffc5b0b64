from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from epiextract.cli import app
from epiextract.errors import EpiextractError
from epiextract.events import build_event

ARTICLES = Path(__file__).parents[2] / "examples" / "province" / "articles.jsonl"


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("command") / "events.duckdb"
    assert CliRunner().invoke(app, ["extract", str(ARTICLES), "-o", str(path), "-q"]).exit_code == 0
    return path


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    path = tmp_path_factory.mktemp("command") / "events.jsonl"
    assert CliRunner().invoke(app, ["extract", str(ARTICLES), "-o", str(path), "-q"]).exit_code == 0
    return path


def run(*words):
    result = CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_series_goes_into_a_file(database, tmp_path):
    asked = ["aggregate", database, "--entity", "湖南省", "--measure", "recovered", "--accumulation", "cumulative"]
    run(*asked, "-o", tmp_path / "series.csv")
    run(*asked, "-o", tmp_path / "series.jsonl")
    run(*asked, "-o", tmp_path / "series.parquet")
    from pyarrow import parquet

    rows = list(csv.DictReader((tmp_path / "series.csv").open(encoding="utf-8")))
    assert [row["day"] for row in rows] == [f"2020-02-{day:02}" for day in range(3, 18)]
    lines = [json.loads(line) for line in (tmp_path / "series.jsonl").read_text("utf-8").splitlines()]
    assert [str(line["value"]) for line in lines] == [row["value"] for row in rows]
    table = parquet.read_table(tmp_path / "series.parquet")
    assert table.schema.metadata[b"epiextract.facts"] == b"1"
    assert [int(value) for value in table.column("value").to_pylist()] == [line["value"] for line in lines]


def said(given):
    """Name a case by what the command is told; sets would come in another order each time."""
    return " ".join(given) if isinstance(given, tuple) else "" if isinstance(given, (set, frozenset)) else given


@pytest.mark.parametrize(
    ("show", "words"),
    [
        (["--show", "ledger", "--type", "donation"], "云麓科技集团"),
        (["--ledger", "--type", "donation"], "云麓科技集团"),
        (["--show", "sums", "--type", "donation", "--by", "donor"], "30000000"),
        (["--show", "parts", "--measure", "confirmed", "--entity", "湖南省"], "275"),
        (["--show", "conflicts", "--entity", "岳阳市"], "corrected"),
        (["--show", "unresolved", "--by", "donor"], "云麓科技集团"),
    ],
)
def test_what_else_can_be_shown(database, tmp_path, show, words):
    run("aggregate", database, *show, "-o", tmp_path / "rows.csv")
    assert words in (tmp_path / "rows.csv").read_text("utf-8")


@pytest.mark.parametrize("show", ["series", "ledger", "sums", "parts", "conflicts", "unresolved"])
def test_a_file_without_rows_has_the_columns_of_one_with_rows(database, tmp_path, show):
    kind = "donation" if show in ("ledger", "sums", "unresolved") else "case_count"
    asked = ["aggregate", database, "--show", show, "--type", kind]
    by = ["--by", "donor"] if show in ("sums", "unresolved") else []
    run(*asked, *by, "-o", tmp_path / "some.csv")
    run(*asked, *by, "--entity", "没有市", "-o", tmp_path / "none.csv")
    head, *rows = (tmp_path / "some.csv").read_text("utf-8").splitlines()
    assert rows
    assert (tmp_path / "none.csv").read_text("utf-8") == head + "\n"


def test_aggregation_leaves_its_facts_in_the_database(database):
    run("aggregate", database)
    assert "1007" in run("query", database, "SELECT max(value)::INT AS most FROM daily WHERE entity = '湖南省'")


def test_a_review_file_is_written_and_followed(database, tmp_path):
    path = tmp_path / "review.csv"
    run("aggregate", database, "--write-review", path)
    text = path.read_text("utf-8")
    assert ",岳麓重工,岳麓重工有限公司," in text
    path.write_text(text.replace("\n,岳麓重工,", "\naccept,岳麓重工,"), "utf-8")
    run("aggregate", database, "--review", path, "--show", "unresolved", "--by", "donor", "-o", tmp_path / "left.csv")
    assert "\n岳麓重工," not in (tmp_path / "left.csv").read_text("utf-8")


def test_a_page_is_written(database, tmp_path):
    run("report", database, "-o", tmp_path / "page.html", "--title", "湖南")
    assert "<title>湖南</title>" in (tmp_path / "page.html").read_text("utf-8")


CONFIRMED = {"岳阳市", "湖南省"}


@pytest.mark.parametrize(
    ("asked", "entities"),
    [
        ((), CONFIRMED),
        (("--type", "case_count", "--measure", "confirmed", "--accumulation", "cumulative"), CONFIRMED),
        (("--measure", "recovered"), set()),
        (("--type", "donation"), set()),
        (("--accumulation", "new"), set()),
        (("--by", "facility"), set()),
        (("--by", "place"), CONFIRMED),
        (("--entity", "湖南"), {"湖南省"}),
    ],
    ids=said,
)
def test_conflicts_are_those_that_are_asked_for(records, tmp_path, asked, entities):
    run("aggregate", records, "--show", "conflicts", *asked, "-o", tmp_path / "rows.jsonl")
    lines = (tmp_path / "rows.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["entity"] for line in lines} == entities


@pytest.mark.parametrize(
    ("asked", "column", "values"),
    [
        (("--ledger", "--type", "donation", "--accumulation", "cumulative"), "accumulation", {"cumulative"}),
        (("--ledger", "--type", "donation", "--entity", "湖南"), "place", {"湖南省"}),
        (("--show", "sums", "--type", "donation", "--entity", "湖南"), "place", {"湖南省"}),
        (("--show", "sums", "--type", "donation", "--by", "donor", "--accumulation", "cumulative"), "actual", {"0"}),
        (("--show", "unresolved", "--by", "donor", "--type", "supply"), "name", set()),
        (("--show", "unresolved", "--by", "donor", "--entity", "“云麓科技集团”"), "name", {"云麓科技集团"}),
        (
            ("--show", "unresolved", "--by", "donor", "--type", "donation", "--measure", "goods"),
            "name",
            {"岳麓重工有限公司", "浏阳河食品公司"},
        ),
    ],
    ids=said,
)
def test_every_option_is_heeded(records, tmp_path, asked, column, values):
    run("aggregate", records, *asked, "-o", tmp_path / "rows.csv")
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        found = {row[column] for row in csv.DictReader(file)}
    assert found == values


def test_a_merge_that_was_accepted_holds_in_the_ledger(records, tmp_path):
    path = tmp_path / "review.csv"
    run("aggregate", records, "--write-review", path)
    path.write_text(path.read_text("utf-8").replace("\n,岳麓重工,", "\naccept,岳麓重工,"), "utf-8")
    for show in (("--ledger",), ("--show", "sums")):
        asked = ("--by", "donor", "--type", "donation", "--entity", "岳麓重工", "--review", path)
        run("aggregate", records, *show, *asked, "-o", tmp_path / "rows.csv")
        with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
            assert {row["donor"] for row in csv.DictReader(file)} == {"岳麓重工有限公司"}


@pytest.mark.parametrize("show", ["series", "ledger", "sums", "parts", "conflicts", "unresolved"])
def test_what_nobody_tells_is_said_so(records, show):
    result = CliRunner().invoke(app, ["aggregate", str(records), "--show", show, "--entity", "火星"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"nothing matches --show {show}")
    assert "--entity 火星" in result.stderr


def test_what_comes_only_where_it_is_asked_for_is_told_of(tmp_path):
    event = {"type": "case_count", "measure": "confirmed", "value": 189, "unit": "person", "start": 0, "end": 4}
    told = {"place": "全国", "place_code": "iso:CN", "date_end": "2020-03-18", "accumulation": "cumulative"}
    path = tmp_path / "events.jsonl"
    row = {"doc": "a", "quote": "189例", "rule": "test/a@1", **event, **told, "imported": True}
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    asked = ["aggregate", str(path), "--entity", "全国", "--measure", "confirmed"]
    plain = CliRunner().invoke(app, asked)
    assert (plain.exit_code, plain.stdout) == (0, "")
    assert "with --only imported=true there is something: 1 series" in plain.stderr
    assert "189" in run(*asked, "--only", "imported=true")


@pytest.mark.parametrize("show", ["series", "ledger", "sums", "parts", "conflicts", "unresolved"])
@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("--type", "donatoin"), "EPX301"),
        (("--measure", "comfirmed"), "EPX601"),
        (("--accumulation", "total"), "EPX601"),
        (("--by", "foo"), "EPX601"),
    ],
)
def test_what_there_is_none_of_is_refused(records, show, asked, code):
    result = CliRunner().invoke(app, ["aggregate", str(records), "--show", show, *asked])
    assert isinstance(result.exception, EpiextractError)
    assert result.exception.code == code


def test_a_refused_question_leaves_nothing_behind(records, tmp_path):
    asked = ["aggregate", str(records), "--type", "donatoin", "--write-review", str(tmp_path / "review.csv")]
    assert "--type: [EPX301]" in str(CliRunner().invoke(app, asked).exception)
    assert not (tmp_path / "review.csv").exists()


@pytest.mark.parametrize(("review", "output"), [("r.csv", "r.csv"), ("./r.csv", "r.csv"), ("link.csv", "r.csv")])
def test_a_review_is_never_written_over_by_the_output(records, tmp_path, monkeypatch, review, output):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.csv").symlink_to(tmp_path / "r.csv")
    said = CliRunner().invoke(app, ["aggregate", str(records), "--write-review", review, "-o", output]).exception
    assert f"{Path(review)}: [EPX304] is the output too. Name another file with --write-review." in str(said)
    assert not (tmp_path / "r.csv").exists()


def test_a_printed_table_shows_figures_and_days_whole(database):
    printed = run("aggregate", database, "--type", "donation", "--by", "donor", "--entity", "云麓科技集团")
    assert "…" not in printed
    first = next(line for line in printed.splitlines() if "2000万元" in line)
    assert {"云麓科技集团", "2020-02-04", "20000000", "CNY"} <= set(first.split())
    assert "…" not in run("query", database, "SELECT * FROM events")


def test_half_a_surrogate_pair_stops_no_writer(tmp_path):
    record = {"type": "donation", "measure": "money", "value": 3, "unit": "CNY", "donor": "甲\ud83d公司"}
    record |= {
        "doc": "a\udc00",
        "start": 0,
        "end": 2,
        "quote": "3元",
        "sentence": "甲\ud83d公司捐3元",
        "title": "\ud83d",
    }
    read = tmp_path / "read.jsonl"
    read.write_text(json.dumps(record), encoding="utf-8")
    ledger = ["aggregate", read, "--show", "ledger", "--type", "donation"]
    for ending in ("csv", "jsonl", "parquet"):
        run(*ledger, "-o", tmp_path / f"ledger.{ending}")
    assert "甲\ufffd公司" in (tmp_path / "ledger.csv").read_text("utf-8")
    run("report", read, "-o", tmp_path / "page.html")
    assert "甲\ufffd公司" in (tmp_path / "page.html").read_text("utf-8")


def test_half_a_surrogate_pair_of_facts_in_memory_is_written_as_its_escape(tmp_path):
    from epiextract.facts import aggregate
    from epiextract.report.page import write_page
    from epiextract.report.tables import write_rows

    evidence = {"start": 0, "end": 2, "quote": "3例", "sentence": "甲\ud83d地3例"}
    case = build_event(
        "case_count", {"measure": "confirmed", "value": 3, "document": {"id": "a"}, "evidence": evidence}
    )
    facts = aggregate([case])
    write_page(facts, tmp_path / "page.html")
    assert r"甲\ud83d地" in (tmp_path / "page.html").read_text("utf-8")
    for ending in ("csv", "jsonl"):
        write_rows([{"name": "甲\ud83d"}], str(tmp_path / f"rows.{ending}"))
        assert r"甲\ud83d" in (tmp_path / f"rows.{ending}").read_text("utf-8")


def test_what_comes_into_no_series_is_said(tmp_path):
    import epiextract

    found = epiextract.extract("湖南省累计确诊病例593例。截至2020年2月4日24时，湖北省累计确诊病例16678例。")
    lines = [json.dumps(event.record(), ensure_ascii=False) for event in found]
    (tmp_path / "events.jsonl").write_text("\n".join(lines), "utf-8")
    output = run("aggregate", tmp_path / "events.jsonl", "-o", tmp_path / "series.csv")
    assert "left out: 1 undated (no date: no text dates them)" in output
    assert "left out" not in run("aggregate", tmp_path / "events.jsonl", "--entity", "湖北省")


def test_other_slots_are_asked_for(records, tmp_path):
    run("aggregate", records, "--only", "imported=true", "-o", tmp_path / "none.csv")
    assert len((tmp_path / "none.csv").read_text("utf-8").splitlines()) == 1
    for wrong in ("imported", "imported=maybe", "colour=red"):
        result = CliRunner().invoke(app, ["aggregate", str(records), "--only", wrong])
        assert "EPX601" in f"{result.output}{result.exception}"
    run("aggregate", records, "--show", "conflicts", "--between-documents", "-o", tmp_path / "conflicts.csv")
