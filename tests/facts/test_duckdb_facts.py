from __future__ import annotations

import dataclasses
import json
import sys

import pytest

import epiextract
from epiextract.errors import ConfigError, EventError, InputError
from epiextract.io.duckdb import ask
from epiextract.io.duckdb_facts import save_facts
from epiextract.text.document import Document

TEXTS = {
    "a": "截至2020年2月3日24时，湖南省累计报告确诊病例593例。某科技集团2月3日向武汉市慈善总会捐赠现金2000万元。",
    "b": "截至2020年2月4日24时，湖南省累计报告确诊病例661例，累计出院病例35例。",
    "c": "截至2020年2月4日24时，湖南省累计报告确诊病例660余例。",
}


@pytest.fixture(scope="module")
def found():
    extractor = epiextract.Extractor()
    documents = [Document(id=id, text=text, source=f"{id}报", published="2020-02-05") for id, text in TEXTS.items()]
    return [(document, extractor.extract(document)) for document in documents]


def write(path, found):
    from epiextract.io.sinks import open_sink

    with open_sink(path) as sink:
        for document, events in found:
            sink.write(events, document)


def everything(path):
    return {
        table: ask(path, f"SELECT * FROM {table} ORDER BY ALL")
        for table in ("documents", "events", "evidence", "facts", "fact_events", "entities", "conflicts")
    }


def test_one_file_holds_events_and_facts_and_the_same_documents_twice_change_nothing(tmp_path, found):
    path = tmp_path / "events.duckdb"
    write(path, found)
    save_facts(epiextract.aggregate(path), path)
    before = everything(path)
    assert all(before[table] for table in before if table != "conflicts")
    write(path, found[::-1])
    save_facts(epiextract.aggregate(path), path)
    assert everything(path) == before


def test_events_in_memory_and_in_files_give_the_same_facts(tmp_path, found):
    write(tmp_path / "e.duckdb", found)
    write(tmp_path / "e.jsonl", found)
    events = [event for _, found_events in found for event in found_events]
    made = epiextract.aggregate(events, documents=[document for document, _ in found])
    for name in ("e.duckdb", "e.jsonl"):
        assert list(epiextract.aggregate(tmp_path / name).rows()) == list(made.rows())


def test_numbers_that_no_column_holds_stop_no_run(tmp_path):
    said = ("a", 10**40), ("b", 10**41)
    texts = [Document(id=id, text=f"截至2020年2月3日24时，湖南省累计报告确诊病例{value}例。") for id, value in said]
    facts = epiextract.aggregate(event for text in texts for event in epiextract.extract(text))
    assert len(facts.conflicts) == 1
    save_facts(facts, tmp_path / "e.duckdb")
    [conflict] = ask(tmp_path / "e.duckdb", "SELECT kind, chosen, others FROM conflicts")
    assert conflict == {"kind": "values", "chosen": None, "others": str(10**40)}
    assert ask(tmp_path / "e.duckdb", "SELECT DISTINCT value, bound FROM facts") == [{"value": None, "bound": "vague"}]


def test_views_answer_the_usual_questions(tmp_path, found):
    path = tmp_path / "e.duckdb"
    write(path, found)
    save_facts(epiextract.aggregate(path), path)
    daily = ask(path, "SELECT day::TEXT AS day, value::INT AS value FROM daily WHERE measure = 'confirmed' ORDER BY 1")
    assert daily == [{"day": "2020-02-03", "value": 593}, {"day": "2020-02-04", "value": 661}]
    sources = ask(path, "SELECT doc FROM fact_sources WHERE measure = 'confirmed' AND day = '2020-02-04' ORDER BY 1")
    assert [row["doc"] for row in sources] == ["b", "c"]
    assert ask(path, "SELECT actual::BIGINT AS n FROM donor_totals") == [{"n": 20_000_000}]
    assert ask(path, "SELECT name FROM unresolved")


def test_a_file_without_events_is_an_error(tmp_path):
    import duckdb

    duckdb.connect(str(tmp_path / "e.duckdb")).close()
    with pytest.raises(InputError, match="EPX405"):
        epiextract.aggregate(tmp_path / "e.duckdb")
    with pytest.raises(InputError, match="EPX401"):
        epiextract.aggregate(tmp_path / "none.duckdb")


def test_lines_that_are_no_records_are_an_error(tmp_path):
    path = tmp_path / "e.jsonl"
    good = {"type": "bed", "doc": "a", "start": 1, "quote": "1"}
    wrong = {"place": 5}, {"place": "甲", "place_code": 5}, {"sentence": 7}, {"date_end": 5}, {"title": ["a"]}
    numbers = {"value": float("inf")}, {"value": float("nan")}, {"value": "1"}
    bad = ["[" * 100_000, *(json.dumps(good | slots) for slots in (*wrong, *numbers))]
    for line in (*bad, "[]", "{", '{"type": "bed"}', '{"type": "none"}'):
        path.write_text(f"\n{line}\n", "utf-8")
        with pytest.raises(InputError, match=r"e\.jsonl:2.*EPX405"):
            epiextract.aggregate(path)
    path.write_text('\n{"type": "none", "doc": "a", "start": 1, "quote": "1"}\n', "utf-8")
    with pytest.raises(EventError, match=r"e\.jsonl:2: \[EPX201\] unknown event type 'none'"):
        epiextract.aggregate(path)


def test_events_alone_leave_the_texts_of_documents(tmp_path, found):
    path = tmp_path / "e.duckdb"
    write(path, found)
    texts = ask(path, "SELECT doc, text FROM documents ORDER BY doc")
    for _, events in found[:2]:
        events.write(path)
    assert ask(path, "SELECT doc, text FROM documents ORDER BY doc") == texts
    assert len(ask(path, "SELECT * FROM events")) == sum(len(events.figures) for _, events in found)


def test_documents_that_share_a_name_stay_across_batches(tmp_path, found, monkeypatch):
    monkeypatch.setattr("epiextract.io.duckdb.BATCH", 1)
    path = tmp_path / "e.duckdb"
    extractor = epiextract.Extractor()
    documents = [dataclasses.replace(document, id="one") for document, _ in found]
    named = [(document, extractor.extract(document)) for document in documents]
    for _ in range(2):
        write(path, named)
        assert len(ask(path, "SELECT * FROM events")) == sum(len(events.figures) for _, events in named)
        assert len(ask(path, "SELECT * FROM documents")) == len(named)


def test_a_file_without_the_documents_is_read(tmp_path, found):
    import duckdb

    path = tmp_path / "e.duckdb"
    write(path, found)
    with duckdb.connect(str(path)) as base:
        base.execute("DROP VIEW fact_sources; DROP TABLE documents")
    assert len(epiextract.aggregate(path).claims) == 5


def test_a_missing_library_is_told_before_anything_is_written(tmp_path, found, monkeypatch):
    path = tmp_path / "e.duckdb"
    facts = epiextract.aggregate(event for _, events in found for event in events)
    facts.to_polars()  # polars looks once for pyarrow
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for work in (lambda: write(path, found), lambda: save_facts(facts, path)):
        with pytest.raises(ConfigError, match=r"EPX303\] pyarrow is not installed.*epiextract\[duckdb\]"):
            work()
        assert not path.exists()
    with pytest.raises(ConfigError, match=r"EPX303\] pyarrow is not installed.*epiextract\[polars\]"):
        found[0][1].to_polars()
    path.touch()
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(ConfigError, match=r"EPX303\] duckdb is not installed.*epiextract\[duckdb\]"):
        ask(path, "SELECT 1")


def test_frames_have_the_documented_columns(found):
    from epiextract.facts.tables import COLUMNS

    made = epiextract.aggregate(event for _, events in found for event in events)
    table = made.to_arrow()
    assert table.schema.metadata == {b"epiextract.facts": b"1"}
    assert list(made.to_pandas().columns) == table.column_names == made.to_polars().columns == list(COLUMNS)
    assert table.num_rows == len(list(made.rows()))


def test_series_and_ledgers_are_frames_too(found):
    from epiextract.facts.tables import COLUMNS

    made = epiextract.aggregate(event for _, events in found for event in events)
    for one, form in ((made.ledger("donation"), "ledger"), (made.series(measure="confirmed")[0], "series")):
        frame = one.to_pandas()
        assert list(frame.columns) == one.to_polars().columns == one.to_arrow().column_names == list(COLUMNS)
        assert frame["form"].tolist() == [form] * len(one)
    assert made.ledger("donation").to_pandas()["value"].tolist() == [20_000_000]
    assert list(made.ledger("bed").to_pandas().columns) == list(COLUMNS)


def test_events_of_facts_keep_their_spans(tmp_path, found):
    events = sorted((event for _, one in found for event in one), key=lambda one: (one.document.id, one.span.start))
    assert any(event.evidence.spans for event in events)
    assert list(epiextract.aggregate(events).events) == events
    write(tmp_path / "e.duckdb", found)
    again = list(epiextract.aggregate(tmp_path / "e.duckdb").events)
    assert [event.evidence.spans for event in again] == [event.evidence.spans for event in events]
    write(tmp_path / "e.jsonl", found)
    again = list(epiextract.aggregate(tmp_path / "e.jsonl").events)
    assert [(event.record(), event.evidence.spans) for event in again] == [(event.record(), {}) for event in events]
