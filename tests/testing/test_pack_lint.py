from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from epiextract.packs.discovery import find_packs
from epiextract.packs.loader import load_pack
from epiextract.testing.coverage import coverage
from epiextract.testing.lint import lint_pack
from epiextract.testing.mutation import survivors
from epiextract.testing.runner import extractor_for
from epiextract.testing.targets import users_of

Write = Callable[..., Path]
EXAMPLES = """    examples:
      - text: 事故遇难3人，重伤5人。
        events: [{measure: death, value: 3}, {measure: severe, value: 5}]
"""
REJECTS = "    rejects:\n      - {text: 遇难者年仅8岁。, why: an age}\n"
MATCH = "match: accumulation:ACCUMULATION? ~ measure:STATE ~ value:QTY=person"
SECOND = f"""  - id: again
    {MATCH}
    examples:
      - text: 遇难2人。
        events: [{{measure: death, value: 2}}]
{REJECTS}"""
WIDER = SECOND.replace(MATCH, "match: measure:STATE .. value:QTY=person")


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "says"),
    [
        (EXAMPLES, "", "EPX124", 10, "'toll' has no example"),
        (REJECTS, "", "EPX125", 10, "'toll' has no reject"),
        (REJECTS, REJECTS + SECOND, "EPX126", 18, "shadowed by 'toll'"),
        (REJECTS, REJECTS + WIDER, "EPX126", 18, "shadowed by zh.toll/toll@0.1.0"),
        ("x", "x", "EPX127", 8, "罹难"),
        ("[重伤]", "[重伤, 昨日]", "EPX128", 8, "昨日 (TIME)"),
    ],
)
def test_lint_names_what_it_finds_with_its_line(
    old: str, new: str, code: str, line: int, says: str, write: Write
) -> None:
    file = write((old, new)) if old != "x" else write()
    found = [str(finding) for finding in lint_pack(load_pack(file), file)]
    assert [text for text in found if text.startswith(f"{file}:{line}: [{code}]") and says in text], found


def test_a_sound_pack_has_no_warning(write: Write) -> None:
    file = write()
    assert [finding.severity for finding in lint_pack(load_pack(file), file)] == ["info"]


@pytest.mark.parametrize("pack", find_packs(), ids=lambda pack: pack.name)
def test_built_in_packs_lint_clean(pack) -> None:  # type: ignore[no-untyped-def]
    findings = lint_pack(pack, Path(pack.located.source), users_of(pack))
    assert [str(finding) for finding in findings if finding.severity == "warning"] == []


@pytest.mark.parametrize("pack", [pack for pack in find_packs() if pack.pack.event], ids=lambda pack: pack.name)
def test_built_in_packs_have_cases_enough(pack) -> None:  # type: ignore[no-untyped-def]
    examples, rejects = coverage(pack).cases
    assert examples >= 25
    assert rejects >= 15


def test_coverage_counts_cases_and_terms(write: Write) -> None:
    covered = coverage(load_pack(write()))
    assert covered.cases == (1, 1)
    assert [(value.value, value.used, value.unused) for value in covered.values] == [
        ("death", ("遇难",), ("罹难",)),
        ("severe", ("重伤",), ()),
    ]
    assert covered.unused_values == ()


def test_a_construct_that_nothing_proves_survives(write: Write) -> None:
    file = write(
        ("tags:", "masks: [NAME]\nrespectively: {by: [SCOPE=each], slots: [place]}\ntags:\n  NAME: {film: [遇难记]}"),
        ("    examples:", "    carry: {accumulation: sentence}\n    examples:"),
        ("重伤5人。", "重伤5人，遇难记上映。"),
    )
    extractor = extractor_for(file)
    mutated = [pack for pack in extractor.packs.packs if pack.name == "zh.toll"]
    assert {str(one).partition(": zh.toll ")[2].partition(":")[0] for one in survivors(extractor, mutated)} == {
        "mask NAME",
        "respectively place",
        "carry toll.accumulation",
        "tag NAME=film",
    }


def test_a_part_that_nothing_proves_survives(write: Write) -> None:
    file = write(("severe: [重伤]", "severe: [重伤], mild: [擦伤]"))
    extractor = extractor_for(file)
    mutated = [pack for pack in extractor.packs.packs if pack.name == "zh.toll"]
    assert [str(one) for one in survivors(extractor, mutated)] == [
        f"{file}:8: zh.toll tag STATE=mild: no case fails without it"
    ]
