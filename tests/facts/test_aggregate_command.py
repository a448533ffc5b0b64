from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from epiextract.cli import app

ARTICLES = Path(__file__).parents[2] / "examples" / "province" / "articles.jsonl"


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("command") / "events.duckdb"
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
