"""Extracted records against gold ones: what pairs, what counts as right, which cause a miss has."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from epiextract import aggregate
from epiextract.cli import app
from epiextract.errors import InputError
from epiextract.events import Events
from epiextract.io.records import read_records
from epiextract.testing.evaluation import comparable, evaluate, pair

GOLD: dict[str, Any] = {
    "doc": "a", "start": 10, "end": 14, "quote": "661例", "type": "case_count", "measure": "confirmed", "value": 661,
    "unit": "person", "bound": "exact", "accumulation": "cumulative", "modality": "actual", "date_end": "2020-02-04",
    "place": "湖南省",
}  # fmt: skip
GIFT: dict[str, Any] = {
    "doc": "a", "start": 30, "end": 34, "quote": "10万只", "type": "donation", "measure": "goods", "value": 100000,
    "unit": "只", "donor": "某集团", "recipient": "武汉市慈善总会", "item": "口罩", "place": "武汉市",
}  # fmt: skip


def test_what_is_right_throughout_counts_on_every_level() -> None:
    result = evaluate([GOLD, GIFT], [GOLD, GIFT])
    assert result.figures.f1 == result.values.f1 == 1
    assert all(
        result.types[name][level].f1 == 1 for name in ("core", "all") for level in ("event", "measure", "strict")
    )
    assert result.misses == []


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"type": "personnel", "measure": "medical_staff"}, "type"),
        ({"type": "other"}, "missed"),
        ({"measure": "suspected"}, "measure"),
        ({"value": 616}, "value"),
        ({"unit": "bed"}, "unit"),
        ({"accumulation": "new"}, "accumulation"),
        ({"accumulation": None}, "accumulation"),
        ({"modality": "planned"}, "modality"),
        ({"date_end": "2020-02-05"}, "date_end"),
        ({"place": "湖北省"}, "place"),
        ({"excluding": "长沙市"}, "place"),
    ],
)
def test_a_miss_has_the_first_thing_that_is_wrong_as_its_cause(change: dict[str, Any], cause: str) -> None:
    assert cause in dict(evaluate([GOLD], [GOLD | change]).causes())


@pytest.mark.parametrize("change", [{"place": "湖南"}, {"bound": "about"}, {"modality": None}, {"facility": "某医院"}])
def test_what_strict_does_not_ask_for_is_no_miss(change: dict[str, Any]) -> None:
    assert evaluate([GOLD], [GOLD | change]).misses == []


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({"donor": "某集团有限公司"}, False),  # more than twice as long
        ({"donor": "某集团公司"}, True),
        ({"donor": None}, False),
        ({"recipient": "武汉市"}, False),
        ({"accumulation": "cumulative"}, True),
        ({"item": "医用口罩"}, True),
    ],
)
def test_names_are_the_same_where_one_holds_the_other(change: dict[str, Any], right: bool) -> None:
    assert (not evaluate([GIFT], [GIFT | change]).misses) is right


def test_a_gift_to_a_place_may_name_it_as_the_place() -> None:
    gold = {key: value for key, value in GIFT.items() if key != "recipient"}
    assert evaluate([gold], [gold | {"recipient": "武汉市"}]).misses == []


def test_events_too_many_are_invented_and_cost_precision() -> None:
    result = evaluate([GOLD], [GOLD, GIFT])
    assert dict(result.causes()) == {"invented": 1}
    assert (result.types["all"]["event"].precision, result.types["all"]["event"].recall) == (0.5, 1.0)


def test_figures_pair_one_to_one_by_the_larger_overlap() -> None:
    near, far = GOLD | {"end": 15}, GOLD | {"start": 12, "end": 18}
    assert pair([GOLD], [far, near]) == [(GOLD, near)]
    assert pair([GOLD], [GOLD | {"start": 13, "end": 30}]) == []


def test_lines_without_a_type_tell_of_documents_only() -> None:
    assert evaluate([{"doc": "a", "doc_date": "2020-02-04"}, GOLD], [GOLD]).figures.gold == 1


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_the_command_prints_scores_and_causes_and_writes_a_page(tmp_path: Path) -> None:
    gold, found = write(tmp_path / "gold.jsonl", [GOLD]), write(tmp_path / "found.jsonl", [GOLD | {"place": "<b>湖北"}])
    page = tmp_path / "page.html"
    done = CliRunner().invoke(app, ["evaluate", str(gold), str(found), "--errors", "3", "--page", str(page)])
    assert done.exit_code == 0, done.output
    assert "F1 1.000" in done.output
    assert "place" in done.output
    text = page.read_text(encoding="utf-8")
    assert "661例" in text
    assert "<b>湖北" not in text


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", [GOLD, {"doc": "a", "type": "bed", "end": 3}])
    done = CliRunner().invoke(app, ["evaluate", str(gold), str(gold)])
    assert "EPX405" in str(done.exception)
    assert f"{gold}:2" in str(done.exception)


def _frame() -> Any:
    return pytest.importorskip("pandas").DataFrame.from_records([GOLD, GIFT]).assign(schema=1)


WRITTEN: dict[str, Any] = {
    "json": lambda frame, path: frame.to_json(path, orient="records", lines=True, date_format="iso"),
    "timestamps": lambda frame, path: frame.assign(date_end=frame.date_end.astype("datetime64[ns]")).to_json(
        path, orient="records", lines=True, date_format="iso"
    ),
    "parquet": lambda frame, path: frame.assign(date_end=frame.date_end.astype("datetime64[ms]")).to_parquet(path),
}


@pytest.mark.parametrize("how", WRITTEN)
def test_records_that_pandas_wrote_anew_are_the_same_records(how: str, tmp_path: Path) -> None:
    gold, found = tmp_path / "gold.jsonl", tmp_path / ("a.parquet" if how == "parquet" else "a.jsonl")
    gold.write_text("\n".join(json.dumps(record) for record in (GOLD, GIFT)), encoding="utf-8")
    WRITTEN[how](_frame(), found)
    for one, other in ((gold, found), (found, gold)):
        result = evaluate(read_records(one, comparable), read_records(other, comparable))
        assert result.misses == []
        assert result.types["all"]["strict"].f1 == 1
    assert len(aggregate(found).claims) == len(Events.read(found)) == 2
    assert str(aggregate(found).series(place="湖南省")[0].cells[0].day) == "2020-02-04"


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        ({"date_end": "2020-02-04T08:30:00"}, "date_end: '2020-02-04T08:30:00' is no ISO date"),
        ({"date_end": "4.2.2020"}, "date_end: '4.2.2020' is no ISO date"),
        ({"date_end": 1580774400000}, "date_end: 1580774400000 is no ISO date"),
        ({"value": "72.000000"}, "value"),
    ],
)
def test_what_is_no_day_or_no_number_is_refused_by_every_reader(
    change: dict[str, Any], seen: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(GOLD | change), encoding="utf-8")
    for read in (lambda: list(read_records(path, comparable)), lambda: aggregate(path), lambda: Events.read(path)):
        with pytest.raises(InputError, match=r"a\.jsonl:1: \[EPX405\]") as caught:
            read()
        assert seen in caught.value.message
