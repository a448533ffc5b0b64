"""Files of events: JSON Lines, CSV, Parquet, DuckDB, all with the columns of the record."""

from __future__ import annotations

import csv
import json
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from epiextract.errors import ConfigError
from epiextract.events import SCHEMA, Events, build_event
from epiextract.events.base import Event
from epiextract.io.schema import DATES, FLAGS, INTEGERS, NUMBERS, arrow_schema, columns
from epiextract.io.sinks import FORMATS, open_sink


def made(kind: str, at: int, **slots: object) -> Event:
    filled = {"value": 3, "document": {"id": "a.txt#0"}, "evidence": {"start": at, "end": at + 2, "quote": "3例"}}
    return build_event(kind, filled | slots)


EVENTS = Events(
    [
        made("case_count", 0, measure="confirmed", date_end="2020-02-04", place=({"name": "湖南省"},), imported=True),
        made("other", 5, value=Decimal("0.3"), bound="about"),
        made("donation", 9, measure="goods", donor=({"name": "甲,“乙”\n丙"}, {"name": "丁"}), each=True),
    ]
)


@pytest.fixture(params=[".jsonl", ".ndjson", ".csv", ".parquet", ".duckdb"])
def suffix(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def rows(path: Path) -> list[dict[str, object]]:
    """Return what stands in a file, as records without what is absent, whatever the format."""
    if path.suffix in (".jsonl", ".ndjson"):
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return [{key: _typed(key, cell) for key, cell in row.items() if cell} for row in csv.DictReader(file)]
    if path.suffix == ".parquet":
        from pyarrow import parquet

        found = parquet.read_table(path).to_pylist()
    else:
        import duckdb

        with duckdb.connect(str(path), read_only=True) as base:
            found = base.sql('SELECT * FROM events ORDER BY "start"').to_arrow_table().to_pylist()
    return [{key: _plain(cell) for key, cell in row.items() if cell is not None} for row in found]


def _typed(key: str, cell: str) -> object:
    if key in INTEGERS:
        return int(cell)
    if key in NUMBERS:
        return json.loads(cell)
    return cell == "True" if key in FLAGS else cell


def _plain(cell: object) -> object:
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell.isoformat() if hasattr(cell, "isoformat") else cell


def test_every_format_holds_the_records(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"events{suffix}"
    with open_sink(path) as sink:
        sink.write(EVENTS)
    assert rows(path) == EVENTS.records()


def test_every_format_leaves_out_other_figures_when_told_to(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"events{suffix}"
    EVENTS.write(path, typed_only=True)
    assert [row["type"] for row in rows(path)] == ["case_count", "donation"]


def test_every_format_can_be_empty(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"events{suffix}"
    with open_sink(path):
        pass
    assert rows(path) == []


def test_a_number_that_no_decimal_holds_costs_no_other_record(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"events{suffix}"
    values = [10**23, 10**40, Decimal("0.00000025"), Decimal("1.2345678"), 0]
    with open_sink(path) as sink:
        sink.write(Events(made("other", 9 * at, value=value) for at, value in enumerate(values)))
        sink.write(Events([made("other", 90, value=Decimal("0.00000025"), value_max=1, bound="range")]))
    read = [(row.get("value"), row.get("value_max"), row["bound"]) for row in rows(path)]
    if suffix in (".parquet", ".duckdb"):
        vague = (None, None, "vague")
        assert read == [(10**23, None, "exact"), vague, vague, (1.234568, None, "exact"), (0, None, "exact"), vague]
    else:
        assert read == [(float(v) if v % 1 else v, None, "exact") for v in values] + [(2.5e-07, 1, "range")]


def test_frames_hold_numbers_of_any_size() -> None:
    wide = Events(made("other", at, value=value) for at, value in enumerate((10**23, 10**40, 3)))
    assert wide.to_polars()["value"].to_list() == [10**23, None, 3]
    assert wide.to_pandas()["value"].tolist() == [10**23, 10**40, 3]


def test_documents_come_one_after_another(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"events{suffix}"
    with open_sink(path) as sink:
        for event in EVENTS.figures:
            named = event.model_copy(
                update={"document": event.document.model_copy(update={"id": str(event.span.start)})}
            )
            sink.write(Events([named]))
    assert [row["doc"] for row in rows(path)] == ["0", "5", "9"]


def test_a_csv_always_has_all_columns(tmp_path: Path) -> None:
    EVENTS.write(tmp_path / "events.csv")
    head = (tmp_path / "events.csv").read_text(encoding="utf-8").splitlines()[0]
    assert head.split(",") == list(columns())


def test_a_dash_is_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    with open_sink("-") as sink:
        sink.write(EVENTS)
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == EVENTS.records()


@pytest.mark.parametrize("name", ["events", "events.xlsx", "events.jsonl.gz"])
def test_an_ending_that_names_no_format_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"EPX304\] the name's ending tells no format\. End it in \.jsonl"):
        open_sink(tmp_path / name)


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_a_file_that_cannot_be_written_is_told(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=rf"{suffix}: \[EPX304\] cannot be written: .*Name a file in a folder"):
        open_sink(tmp_path / "none" / f"events{suffix}")


def test_a_library_that_is_missing_is_named_with_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pyarrow", "pandas", "polars", "duckdb"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(
        ConfigError, match=r"EPX303\] pyarrow is not installed\. Run: pip install 'epiextract\[arrow\]'"
    ):
        open_sink(tmp_path / "e.parquet")
    with pytest.raises(ConfigError, match=r"pip install 'epiextract\[duckdb\]'"):
        open_sink(tmp_path / "e.duckdb")
    with pytest.raises(ConfigError, match=r"pip install 'epiextract\[pandas\]'"):
        EVENTS.to_pandas()
    with pytest.raises(ConfigError, match=r"pip install 'epiextract\[arrow\]'"):
        EVENTS.to_arrow()


def test_a_batch_that_fails_leaves_its_own_error_and_a_closed_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from epiextract.io import duckdb as writer

    path = tmp_path / "events.duckdb"
    EVENTS.write(path)
    kept = rows(path)

    def full(records: object) -> object:
        raise MemoryError("full")

    monkeypatch.setattr(writer, "to_arrow", full)
    sink = writer.DuckDb(str(path))
    with pytest.raises(MemoryError, match="full"), sink:
        sink.write(Events(list(EVENTS)[:1]))
    assert rows(path) == kept
    with pytest.raises(Exception, match=r"(?i)closed"):
        sink._base.execute("SELECT 1")


def test_formats_are_those_of_the_documentation() -> None:
    assert list(FORMATS) == [".jsonl", ".ndjson", ".csv", ".parquet", ".duckdb"]


def test_frames_have_the_columns_and_types_of_the_schema() -> None:
    pandas, polars, table = EVENTS.to_pandas(), EVENTS.to_polars(), EVENTS.to_arrow()
    assert list(pandas.columns) == polars.columns == table.column_names == list(columns())
    assert len(pandas) == len(polars) == table.num_rows == 3
    assert table.schema == arrow_schema()
    assert {str(pandas[name].dtype)[:10] for name in DATES} == {"datetime64"}
    assert pandas["value"].tolist() == [3, 0.3, 3]
    assert polars["value"].to_list() == [3, Decimal("0.3"), 3]
    assert table.column("date_end").to_pylist()[0].isoformat() == "2020-02-04"
    assert len(EVENTS.to_pandas(typed_only=True)) == len(EVENTS.to_polars(typed_only=True)) == 2


def test_empty_frames_have_the_same_columns() -> None:
    none = Events()
    assert list(none.to_pandas().columns) == none.to_polars().columns == list(columns())
    assert none.to_arrow().schema == arrow_schema()


def test_the_arrow_schema_is_versioned_and_has_a_type_for_every_column() -> None:
    schema = arrow_schema()
    assert schema.metadata == {b"epiextract.schema": str(SCHEMA).encode()}
    kinds = {name: str(schema.field(name).type) for name in schema.names}
    assert {kinds[name] for name in NUMBERS} == {"decimal128(38, 6)"}
    assert {kinds[name] for name in DATES} == {"date32[day]"}
    assert {kinds[name] for name in INTEGERS} == {"int64"}
    assert {kinds[name] for name in FLAGS} == {"bool"}
    plain = set(kinds) - NUMBERS - DATES - INTEGERS - FLAGS
    assert {kinds[name] for name in plain} == {"string"}
