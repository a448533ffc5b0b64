"""`Events`: a sequence that prints, renders and turns into records."""

from __future__ import annotations

import pickle
from decimal import Decimal
from pathlib import Path

import pytest
from made import event

from epiextract.errors import EventError, InputError
from epiextract.events import Events
from epiextract.events.table import cells

AGE = event("other", value=83, unit="岁")
CASES, BEDS = event(), event("bed", measure="capacity", unit="bed", value=900)


def test_typed_events_are_seen_and_figures_kept() -> None:
    events = Events([CASES, AGE, BEDS])
    assert list(events) == [CASES, BEDS]
    assert (len(events), len(events.figures)) == (2, 3)
    assert events[0] == CASES
    assert events[-1] == BEDS
    assert events[1:] == Events([BEDS])
    assert CASES in events
    assert events.counts() == {"case_count": 1, "bed": 1}
    assert events.of("bed", "other").figures == (AGE, BEDS)


def test_records_with_and_without_other_figures() -> None:
    events = Events([CASES, AGE])
    assert [record["type"] for record in events.records()] == ["case_count", "other"]
    assert [record["type"] for record in events.records(typed_only=True)] == ["case_count"]


def test_sequences_add_compare_hash_and_pickle() -> None:
    events = Events([CASES]) + Events([AGE]) + [BEDS]
    assert events == Events([CASES, AGE, BEDS])
    assert hash(events) == hash(Events([CASES, AGE, BEDS]))
    assert pickle.loads(pickle.dumps(events)) == events
    assert events != [CASES]
    assert repr(events) == "Events([case_count confirmed 661例, bed capacity 661例])"


def test_a_table_is_printed_and_rendered() -> None:
    marked = event(place=({"name": "<b>&"},), document={"id": "a"})
    events = Events([marked, BEDS])
    assert "661例" in str(events)
    html = events._repr_html_()
    assert html.count("<tr") == 3
    assert "&lt;b&gt;&amp;" in html
    assert "<b>" not in html


@pytest.mark.parametrize(
    ("slots", "cell"),
    [
        ({"value": 17000, "bound": "over"}, "≥17,000"),
        ({"value": 1, "value_max": 2, "bound": "range"}, "1–2"),
        ({"value": None, "bound": "vague"}, "(vague)"),
        ({"value": Decimal("0.3"), "bound": "about"}, "≈0.3"),
    ],
)
def test_values_in_a_table_show_their_bounds(slots: dict[str, object], cell: str) -> None:
    assert cells(event(**slots))[2] == cell


def test_roles_exclusions_and_periods_in_a_table() -> None:
    gift = event(
        "donation",
        measure="goods",
        donor=({"name": "某集团"},),
        item=({"name": "口罩"},),
        place=({"name": "全国"},),
        excluding=({"name": "湖北省"},),
        date_start="2020-02-01",
        date_end="2020-02-04",
        modality="planned",
    )
    kind, measure, _, _, dates, place, roles, _ = cells(gift)
    assert (kind, measure, dates, place) == (
        "donation",
        "goods, planned",
        "2020-02-01…2020-02-04",
        "全国 without 湖北省",
    )
    assert roles == "donor: 某集团  item: 口罩"


def test_events_are_written_and_read_back(tmp_path: Path) -> None:
    events = Events([CASES, AGE, BEDS])
    events.write(tmp_path / "e.jsonl")
    assert Events.read(tmp_path / "e.jsonl") == events
    events.write(tmp_path / "t.jsonl", typed_only=True)
    assert Events.read(tmp_path / "t.jsonl").figures == (CASES, BEDS)


@pytest.mark.parametrize("line", ["{oops", "[]", '{"type": "bed"}', '{"schema": 9, "type": "bed"}'])
def test_a_bad_line_of_records_is_told_with_its_place(line: str, tmp_path: Path) -> None:
    file = tmp_path / "e.jsonl"
    Events([CASES]).write(file)
    file.write_text(file.read_text(encoding="utf-8") + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"e\.jsonl:3: \[EPX405\] is no record: .*Give records as extract wrote them"):
        Events.read(file)


def test_a_record_of_an_unknown_type_is_one_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "e.jsonl"
    file.write_text('{"type": "nope"}\n', encoding="utf-8")
    with pytest.raises(
        EventError, match=r"e\.jsonl:1: \[EPX201\] unknown event type 'nope'\. .* once the pack is loaded"
    ):
        Events.read(file)


def test_a_missing_file_of_records_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="EPX401"):
        Events.read(tmp_path / "none.jsonl")


def test_what_a_text_writes_between_colons_is_no_emoji() -> None:
    assert "比分12:100:30" in str(Events([event(place=({"name": "比分12:100:30"},))]))
