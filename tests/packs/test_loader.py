from __future__ import annotations

from pathlib import Path

import pytest

from epiextract import Extractor
from epiextract.errors import PackError
from epiextract.packs.loader import BUILTIN_TAGS, PackErrors, load_pack, parse_pack
from epiextract.values.quantities.units import known_units

PACK = """\
format: 1
pack: zh.demo
version: 0.1.0
lang: zh
event: case_count
tags:
  STATE: {confirmed: [确诊]}
patterns:
  - id: state-then-figure
    match: measure:STATE value:QTY=person
    examples: [{text: 确诊3例, events: [{measure: confirmed, value: 3}]}]
    rejects: [{text: 确诊率3%, why: a share}]
"""


def test_a_pack_keeps_its_lines_and_terms() -> None:
    loaded = parse_pack(PACK, "demo.pack.yaml")
    assert loaded.located.where(("patterns", 0, "match")) == "demo.pack.yaml:10"
    assert [(t.tag, t.value, t.text) for t in loaded.terms] == [("STATE", "confirmed", "确诊")]
    assert loaded.rule("state-then-figure") == "zh.demo/state-then-figure@0.1.0"


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "says"),
    [
        ("lang: zh", "langs: zh", "EPX102", 4, "Did you mean lang?"),
        ("version: 0.1.0\n", "", "EPX103", 1, "'version' is missing"),
        ("format: 1", "format: 2", "EPX104", 1, "format"),
        ("zh.demo", "Demo", "EPX104", 2, "pack"),
        ("measure:STATE value:QTY=person", "measure:STATE", "EPX120", 10, "0 figures"),
        ("STATE: {confirmed: [确诊]}", "STATE: {lexicons: {confirmed: {file: ../x.txt}}}", "EPX105", 7, "lexicon"),
    ],
)
def test_a_planted_fault_is_named_with_its_line(old: str, new: str, code: str, line: int, says: str) -> None:
    with pytest.raises(PackError) as caught:
        parse_pack(PACK.replace(old, new), "demo.pack.yaml")
    fault = next(f for f in getattr(caught.value, "faults", [caught.value]) if f.code == code)
    assert f"demo.pack.yaml:{line}: [{code}]" in str(fault)
    assert says in str(caught.value)


def test_all_faults_come_at_once() -> None:
    text = PACK.replace("value:QTY=person", "QTY").replace("rejects:", "rejekts:")
    with pytest.raises(PackErrors):
        parse_pack(text, "x")
    two = PACK + PACK[PACK.index("  - id") :].replace("measure:STATE value:QTY=person", "A B")
    with pytest.raises(PackErrors) as caught:
        parse_pack(two, "x")
    assert [fault.code for fault in caught.value.faults] == ["EPX120", "EPX106"]


def test_a_lexicon_outside_of_the_packs_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "terms.txt").write_text("确诊\n", encoding="utf-8")
    folder = tmp_path / "pack"
    folder.mkdir()
    file = folder / "demo.pack.yaml"
    file.write_text(
        PACK.replace("{confirmed: [确诊]}", "{lexicons: {confirmed: {file: ../terms.txt}}}"), encoding="utf-8"
    )
    with pytest.raises(PackErrors, match="outside of the pack"):
        load_pack(file)
    (folder / "terms.txt").write_text("# a comment\n确诊\n", encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace("../", ""), encoding="utf-8")
    assert [term.text for term in load_pack(file).terms] == ["确诊"]


def test_a_byte_order_mark_is_no_part_of_a_term_or_a_key(tmp_path: Path) -> None:
    (tmp_path / "terms.txt").write_text("确诊\n疑似\n", encoding="utf-8-sig")
    file = tmp_path / "demo.pack.yaml"
    text = PACK.replace("{confirmed: [确诊]}", "{lexicons: {confirmed: {file: terms.txt}}}")
    file.write_text(text, encoding="utf-8-sig")
    assert [term.text for term in load_pack(file).terms] == ["确诊", "疑似"]


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="EPX100"):
        load_pack(tmp_path / "none.pack.yaml")


def test_a_pattern_may_ask_for_every_kind_of_figure() -> None:
    # 百分之三 and 3∶7 have no unit, and a bare number has none
    assert BUILTIN_TAGS["QTY"] == {unit.kind for unit in known_units().values()} | {"share", "ratio", "bare"}


@pytest.mark.parametrize("lines", ["", "\n \n", "# 确诊\n", "\ufeff"])
def test_a_tag_whose_lexicon_is_empty_has_no_term(lines: str, tmp_path: Path) -> None:
    path = tmp_path / "a.pack.yaml"
    (tmp_path / "terms.txt").write_text(lines, encoding="utf-8")
    path.write_text(PACK.replace("{confirmed: [确诊]}", "{lexicons: {confirmed: {file: terms.txt}}}"), encoding="utf-8")
    with pytest.raises(PackErrors) as caught:
        Extractor(packs=[path])
    [fault] = [fault for fault in caught.value.faults if fault.code == "EPX118"]
    assert fault.where == f"{path}:7"
    assert "the tag STATE has no term" in str(fault)


def test_an_empty_lexicon_beside_other_terms_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.pack.yaml"
    (tmp_path / "terms.txt").write_text("", encoding="utf-8")
    both = "{values: {confirmed: [确诊]}, lexicons: {suspected: {file: terms.txt}}}"
    path.write_text(PACK.replace("{confirmed: [确诊]}", both), encoding="utf-8")
    assert [term.text for term in load_pack(path).terms if term.tag == "STATE"] == ["确诊"]
