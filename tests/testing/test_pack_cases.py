from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from epiextract.packs.loader import load_pack
from epiextract.testing.cases import Result, differing_slots, pack_cases, plain_slots, run_case
from epiextract.testing.runner import case_count, extractor_for, run_packs

Write = Callable[..., Path]


def results(file: Path) -> list[Result]:
    extractor = extractor_for(file)
    return [run_case(case, extractor) for case in pack_cases(load_pack(file))]


def test_cases_that_hold_pass(write: Write) -> None:
    assert [result.outcome for result in results(write())] == ["passed", "passed"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: 5}]", "value: 6}]"),
        ("value: 5}]", "value: 5}, {measure: death, value: 9}]"),
        (", {measure: severe, value: 5}]", "]"),
        ("value: 5}]", "value: 5, place: 北京市}]"),
        ("measure: death, value: 3", "measure: death, value: 3, bound: over"),
        ("text: 事故遇难", "text: 北京市事故遇难"),
    ],
)
def test_an_example_that_does_not_hold_fails(old: str, new: str, write: Write) -> None:
    assert results(write((old, new)))[0].outcome == "failed"


def test_a_failure_shows_text_wanted_got_and_seen_with_its_line(write: Write) -> None:
    file = write(("value: 5}]", "value: 6}]"))
    report = results(file)[0].report()
    assert report.startswith(f"{file}:13: zh.toll toll::example[0]: failed")
    assert "text: 事故遇难3人" in report
    assert "want: measure=severe value=6" in report
    assert "got:  measure=severe value=5 unit=person  by zh.toll/toll@0.1.0" in report
    assert "seen: · STATE=death QTY=person , STATE=severe QTY=person ." in report


def test_a_reject_that_gives_an_event_fails_and_says_why_it_must_not(write: Write) -> None:
    result = results(write(("年仅8岁", "有8人")))[1]
    assert result.outcome == "failed"
    assert "must give no case_count: an age" in result.report()


def test_a_known_miss_is_listed_and_fails_once_it_passes(write: Write) -> None:
    missing = write(("text: 事故遇难", "todo: not yet\n        text: 事故遇"))
    assert results(missing)[0].outcome == "todo"
    assert results(missing)[0].ok
    found = results(write(("text: 事故", "todo: not yet\n        text: 事故")))[0]
    assert found.outcome == "todo-passed"
    assert not found.ok
    assert "remove 'todo'" in found.report()


def test_numbers_are_compared_as_numbers_and_defaults_are_silent() -> None:
    assert plain_slots({"value": 0, "bound": "exact", "modality": "actual", "each": False}) == {"value": 0.0}
    assert not differing_slots({"value": 3}, {"value": 3.0, "unit": "person"})
    assert differing_slots({"value": 3, "unit": "bed"}, {"value": 3.0, "unit": "person"})
    assert differing_slots({"value": 3, "donor": None}, {"value": 3.0, "donor": "X"}, frozenset({"donor"}))
    assert not differing_slots({"value": 3}, {"value": 3.0, "donor": "X"}, frozenset({"donor"}))


def test_cues_are_read_beside_a_pack_that_does_not_use_them(write: Write) -> None:
    file = write(
        ("uses: [zh.base]\n", ""),
        ("accumulation:ACCUMULATION? ~ ", ""),
        ("事故遇难3人", "如果遇难3人"),
        ("death, value: 3", "death, value: 3, modality: hypothetical"),
    )
    assert [result.outcome for result in results(file)] == ["passed", "passed"]


def test_packs_are_run_together(write: Write) -> None:
    file = write()
    assert case_count(run_packs([(load_pack(file), file)])) == {"passed": 2}


def test_a_report_names_the_slots_that_differ(write: Write) -> None:
    file = write(("{measure: severe, value: 5}", "{measure: death, value: 6}"))
    report = results(file)[0].report()
    assert "event 2 differs in measure, value" in report
    assert "event 1 differs" not in report


@pytest.mark.parametrize(
    ("text", "wanted", "told"),
    [
        ("7月21日，事故遇难3人，重伤5人。", "date_end: 2021-07-21", True),
        ("事故遇难3人，重伤5人。", "date_end: 2021-07-21", False),
        ("7月21日，事故遇难3人，重伤5人。", "date_end: 2021-07-21, bound: over", False),
        ("2021年7月21日，事故遇难3人，重伤5人。", "date_end: 2021-07-21, date_start: 2021-07-21", False),
    ],
)
def test_a_report_asks_for_published_where_only_dates_differ(text: str, wanted: str, told: bool, write: Write) -> None:
    file = write(
        ("事故遇难3人，重伤5人。", text),
        ("death, value: 3", f"death, value: 3, {wanted}"),
        ("severe, value: 5", "severe, value: 5, date_start: 2021-07-21, date_end: 2021-07-21"),
    )
    assert ("give `published`" in results(file)[0].report()) is told


def test_a_pack_that_was_changed_is_read_again(write: Callable[..., Path], tmp_path: Path) -> None:
    path = write()
    assert "遇难" in {entry.term for entry in extractor_for(path).packs.entries}
    assert extractor_for(path) is extractor_for(path)
    write(("[遇难, 罹难]", "[遇难, 离世]"))
    assert {"遇难", "离世"} <= {entry.term for entry in extractor_for(path).packs.entries}
