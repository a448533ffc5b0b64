"""A planted error of each kind gives its message with the right line; lint has its own test."""

from __future__ import annotations

from pathlib import Path

import pytest

from epiextract.errors import PackError
from epiextract.packs.discovery import find_packs
from epiextract.packs.loader import MAX_ALTERNATIVES, PackErrors

PACK = """\
format: 1
pack: zh.planted
version: 0.1.0
lang: zh
event: donation
uses: [zh.base]
tags:
  GIVE: {money: [捐, 捐出], goods: [赠送]}
  KIND: {yes: [真]}
patterns:
  - id: gift
    match: donor:ORG? .. measure:GIVE ~ value:QTY=money
    set: {accumulation: new}
    examples:
      - text: 捐3元。
        events: [{measure: money, value: 3}]
roles:
  donor: {tags: [ORG], before: [GIVE]}
"""
MATCH = "match: donor:ORG? .. measure:GIVE ~ value:QTY=money"


def faults_of(text: str, folder: Path) -> list[str]:
    file = folder / "planted.pack.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        find_packs([str(file)])
    faults = getattr(caught.value, "faults", (caught.value,))
    return [str(fault).replace(f"{folder}/", "") for fault in faults]


def test_the_pack_without_a_planted_error_loads(tmp_path: Path) -> None:
    (tmp_path / "planted.pack.yaml").write_text(PACK, encoding="utf-8")
    assert [pack.name for pack in find_packs([str(tmp_path)])] == ["zh.base", "zh.planted"]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "says"),
    [
        ("lang: zh", "langs: zh", "EPX102", 4, "Did you mean lang?"),
        ("version: 0.1.0\n", "", "EPX103", 1, "'version' is missing"),
        ("format: 1", "format: 2", "EPX104", 1, "format must be 1; seen 2"),
        ("version: 0.1.0", "version: 0.1", "EPX104", 3, "version is no text; seen 0.1"),
        ("pack: zh.planted", "pack: planted", "EPX104", 2, "Language, dot, topic"),
        ("GIVE: {money: [捐, 捐出]", "GIVE: {money: 捐", "EPX104", 8, "tags.GIVE.money is no list; seen '捐'"),
        ("KIND: {yes: [真]}", "KIND: 真", "EPX104", 9, "tags.KIND is no list; seen '真'"),
        ("{yes: [真]}", "{values: {yes: [真]}, regexes: {}}", "EPX102", 9, "Did you mean regex?"),
        ("id: gift", "id: Gift", "EPX104", 11, "Small letters and hyphens"),
        (MATCH, "match: []", "EPX104", 12, "patterns.0.match is empty"),
        ("        events:", "        event:", "EPX102", 16, "Did you mean events?"),
        ("- text: 捐3元。", "- text: 3", "EPX104", 15, "is no text; seen 3"),
        ("{yes: [真]}", "{lexicons: {yes: {file: ../x.txt}}}", "EPX105", 9, "outside of the pack"),
        ("roles:\n", f"  - id: gift\n    {MATCH}\nroles:\n", "EPX106", 18, "two patterns are called 'gift'"),
        ("lang: zh", "lang: [zh", "EPX110", 5, "not valid YAML"),
        ("lang: zh", "lang: &a zh", "EPX111", 4, "anchor"),
        ("lang: zh", "lang: zh\nlang: zh", "EPX112", 5, "stands twice"),
        ("donor:ORG?", "doner:ORG?", "EPX113", 12, "Did you mean donor?"),
        ("  donor: {tags", "  giver: {tags", "EPX113", 18, "unknown role 'giver'"),
        ("{measure: money, value: 3}", "{measure: money, valu: 3}", "EPX113", 16, "unknown slot 'valu'"),
        ("measure:GIVE ~", "measure:GIVE? ~", "EPX114", 12, "does not supply measure"),
        ("donor:ORG?", "donor:KIND?", "EPX115", 12, "captured from KIND"),
        ("tags: [ORG]", "tags: [KIND]", "EPX115", 18, "is no name"),
        ("event: donation", "event: donatio", "EPX116", 5, "Did you mean donation?"),
        ("goods: [赠送]", "goods: [赠送, 捐]", "EPX117", 8, "two values of GIVE: money and goods"),
        ("goods: [赠送]", "goods: [赠送, '']", "EPX118", 8, "an empty term"),
        ("{yes: [真]}", "{}", "EPX118", 9, "has no term"),
        ("goods: [赠送]", "good: [赠送]", "EPX119", 12, "Did you mean goods?"),
        ("accumulation: new", "accumulation: newly", "EPX119", 13, "Did you mean new?"),
        ("measure: money, value", "measure: monney, value", "EPX119", 16, "Did you mean money?"),
        ("~ value:QTY=money", "~ QTY=money", "EPX120", 12, "0 figures"),
        ("event: donation", "event: donation\ndeclares: {measures: [money]}", "EPX121", 6, "is taken"),
        ("{yes: [真]}", '{regex: {yes: "(真+)+"}}', "EPX122", 9, "repeats without a bound"),
        (MATCH, f"match: [{', '.join([MATCH[7:]] * (MAX_ALTERNATIVES + 1))}]", "EPX123", 10, "more than 60"),
        ("[zh.base]", "[zh.../../x]", "EPX104", 6, "Language, dot, topic"),
        ("[zh.base]", "[zh.bass]", "EPX130", 6, "Did you mean zh.base?"),
        ("measure:GIVE ~", "measure:GIVES ~", "EPX131", 12, "Did you mean GIVE?"),
        ("before: [GIVE]", "before: [GAVE]", "EPX131", 18, "Did you mean GIVE?"),
        ("measure:GIVE ~", "measure:GIVE=mony ~", "EPX132", 12, "Did you mean money?"),
        ("before: [GIVE]", "before: [GIVE=mony]", "EPX132", 18, "Did you mean money?"),
        ("uses: [zh.base]", "uses: [zh.base]\nmasks: [KINDS]", "EPX131", 7, "Did you mean KIND?"),
        ("lang: zh", "lang: zh\nclaims: {of: supply, behind: [GAVE]}", "EPX131", 5, "Did you mean GIVE?"),
        ("lang: zh", "lang: zh\nclaims: {of: supply, behind: [SCOPE=eac]}", "EPX132", 5, "Did you mean each?"),
        ("lang: zh", "lang: zh\nclaims: {of: donation, behind: [GIVE]}", "EPX116", 5, "Name another type."),
        ("lang: zh", "lang: zh\nclaims: {of: suply, behind: [GIVE]}", "EPX116", 5, "Did you mean supply?"),
        ("lang: zh", "lang: zh\nrespectively: {by: [SCOP=each], slots: [donor]}", "EPX131", 5, "Did you mean SCOPE?"),
        ("lang: zh", "lang: zh\nrespectively: {by: [SCOPE=eac], slots: [donor]}", "EPX132", 5, "Did you mean each?"),
        ("lang: zh", "lang: zh\nrespectively: {by: [SCOPE], slots: [doner]}", "EPX113", 5, "Did you mean donor?"),
        ("lang: zh", "lang: zh\nrespectively: {by: [], slots: [donor]}", "EPX104", 5, "respectively.by is empty"),
        ("lang: zh", "lang: zh\nrespectively: {by: [SCOPE], slot: [donor]}", "EPX102", 5, "Did you mean slots?"),
        ("    set:", "    carry: {donr: sentence}\n    set:", "EPX113", 13, "Did you mean donor?"),
        ("    set:", "    carry: {date_end: sentence}\n    set:", "EPX113", 13, "Did you mean date?"),
        ("    set:", "    carry: {donor: page}\n    set:", "EPX104", 13, "'clause', 'sentence' or 'paragraph'"),
        ("accumulation: new", "measure: money", "EPX133", 13, "sets measure, which it always fills itself"),
        ("    set:", "    carry: {measure: clause}\n    set:", "EPX133", 13, "which it always fills itself"),
        ("捐3元。", "捐3元。\n        published: 2021-22-07", "EPX119", 16, "'2021-22-07' is no date of publication"),
        ("roles:", "    rejects: [{text: 捐, why: x, published: 昨天}]\nroles:", "EPX119", 17, "is no date of"),
        ("value: 3}", "value: 10万}", "EPX119", 16, "value is no number: '10万'"),
        ("value: 3}", 'value: "3"}', "EPX119", 16, "Write it in figures, without quotes"),
        ("value: 3}", "value: 3, date_end: 2021-7-22}", "EPX119", 16, "Write year, month and day: 2021-07-02"),
        ("value: 3}", "value: 3, date_end: 2021-02-30}", "EPX119", 16, "date_end is no day"),
        ("value: 3}", "value: 3, bound: abuot}", "EPX119", 16, "Did you mean about?"),
        ("value: 3}", "value: 3, place: [郑州市]}", "EPX119", 16, "place is no text"),
        ("value: 3}", 'value: 3, each: "true"}', "EPX119", 16, "each is neither true nor false"),
        ("lang: zh", "lang: zh\nunit_of: {mony: CNY}", "EPX113", 5, "Did you mean money?"),
        ("lang: zh", "lang: zh\nunits_for: [mony]", "EPX113", 5, "Did you mean money?"),
        ("lang: zh", "lang: zh\ncounts: [persn]", "EPX132", 5, "Did you mean person?"),
        ("lang: zh", "lang: zh\nunits_as: {count: person}", "EPX132", 5, "'count' is a kind"),
        ("    set:", "    map: {measure: {monney: money}}\n    set:", "EPX132", 13, "Did you mean money?"),
        ("    set:", "    map: {modality: {a: planned}}\n    set:", "EPX132", 13, "captured value of modality 'a'"),
        ("KIND: {yes: [真]}", "GOODS: {yes: [真]}", "EPX131", 9, "is one that every text has"),
        ("QTY=money", "QTY=money ~", "EPX120", 12, "a gap at an end"),
        ("match: donor", "match: .. donor", "EPX120", 12, "a gap at an end"),
        ("QTY=money", "QTY=money measure:GIVE", "EPX133", 12, "captures measure twice"),
        ("accumulation: new", "unit: 3", "EPX119", 13, "sets unit to 3, which is no text"),
        ("accumulation: new", "per: [day]", "EPX119", 13, "which is no text"),
        ("lang: zh", "lang: zh\nunits_as: {公顷: ha}", "EPX134", 5, "renames 公顷, whose values are given in m2"),
        ("accumulation: new", "unit: 万元", "EPX134", 13, "QTY=money is given in its own"),
    ],
)
def test_a_planted_fault_is_named_with_its_line(
    old: str, new: str, code: str, line: int, says: str, tmp_path: Path
) -> None:
    assert old in PACK
    faults = faults_of(PACK.replace(old, new, 1), tmp_path)
    assert [fault for fault in faults if fault.startswith(f"planted.pack.yaml:{line}: [{code}]") and says in fault], (
        faults
    )


ALTERNATIVES = f"match:\n      - {MATCH[7:]}\n      - "


@pytest.mark.parametrize(
    ("alternative", "code", "says"),
    [
        ("donor:ORG? .. measure:GIVES ~ value:QTY=money", "EPX131", "Did you mean GIVE?"),
        ("donor:ORG? .. measure:GIVE=mony ~ value:QTY=money", "EPX132", "Did you mean money?"),
        ("doner:ORG? .. measure:GIVE ~ value:QTY=money", "EPX113", "Did you mean donor?"),
        ("donor:KIND .. measure:GIVE ~ value:QTY=money", "EPX115", "captured from KIND"),
        ("GIVE ~ value:QTY=money", "EPX114", "does not supply measure"),
        ("measure:GIVE accumulation:KIND ~ value:QTY=money", "EPX119", "unknown value of the slot accumulation 'yes'"),
        ("measure:GIVE ~ QTY=money", "EPX120", "0 figures"),
    ],
)
def test_a_fault_of_an_alternative_has_its_line(alternative: str, code: str, says: str, tmp_path: Path) -> None:
    faults = faults_of(PACK.replace(MATCH, ALTERNATIVES + alternative), tmp_path)
    assert {fault.partition(" ")[0] for fault in faults} == {"planted.pack.yaml:14:"}
    assert f"[{code}]" in faults[0]
    assert says in faults[0]


def test_a_tag_that_is_unknown_in_two_alternatives_is_named_in_both(tmp_path: Path) -> None:
    text = PACK.replace(MATCH, ALTERNATIVES + "GIVES ~ measure:GIVE ~ value:QTY=money").replace("donor:ORG?", "GIVES?")
    assert [fault[: fault.index("]")] for fault in faults_of(text, tmp_path)] == [
        "planted.pack.yaml:13: [EPX131",
        "planted.pack.yaml:14: [EPX131",
    ]


def test_faults_of_many_kinds_come_at_once(tmp_path: Path) -> None:
    text = PACK.replace("donor:ORG?", "doner:ORG?").replace("accumulation: new", "accumulation: newly")
    text = text.replace("goods: [赠送]", "goods: [赠送, 捐]").replace("before: [GIVE]", "before: [GAVE]")
    text = text.replace("lang: zh", "lang: zh\nlangs: zh")
    text = text.replace("roles:", "  - {id: other, match: value}\nroles:").replace(
        "{yes: [真]}", '{regex: {yes: "a*b"}}'
    )
    faults = faults_of(text, tmp_path)
    codes = [fault.partition("[")[2][:6] for fault in faults]
    assert sorted(codes) == ["EPX102", "EPX113", "EPX117", "EPX119", "EPX120", "EPX122", "EPX131"]
    lines = [int(fault.split(":")[1]) for fault in faults]
    assert lines == sorted(lines)


def test_faults_of_several_files_come_at_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        text = PACK.replace("zh.planted", f"zh.{name}").replace("lang: zh", "langs: zh")
        (tmp_path / f"{name}.pack.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackErrors) as caught:
        find_packs([str(tmp_path)])
    assert len([fault for fault in caught.value.faults if fault.code == "EPX102"]) == 2


def test_two_packs_of_one_name_are_told_with_both_files(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.pack.yaml").write_text(PACK, encoding="utf-8")
    with pytest.raises(PackErrors) as caught:
        find_packs([str(tmp_path)])
    assert [str(fault) for fault in caught.value.faults] == [
        f"{tmp_path}/b.pack.yaml:2: [EPX109] two packs are called 'zh.planted':"
        f" the other one is {tmp_path}/a.pack.yaml:2. Rename one."
    ]
    # one file that is named twice is one pack
    once = find_packs([str(tmp_path / "a.pack.yaml"), f"{tmp_path}/../{tmp_path.name}/a.pack.yaml"])
    assert [pack.name for pack in once] == ["zh.base", "zh.planted"]


@pytest.mark.parametrize(
    ("items", "code"), [(["none.pack.yaml"], "EPX100"), (["zh.nobody"], "EPX107"), (["."], "EPX100")]
)
def test_what_cannot_be_found_says_so(
    items: list[str], code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PackError, match=code):
        find_packs(items)


def test_a_pack_that_is_no_mapping(tmp_path: Path) -> None:
    assert "[EPX101]" in faults_of("- a\n", tmp_path)[0]


def test_packs_in_a_circle(tmp_path: Path) -> None:
    for one, other in ("ab", "ba"):
        text = PACK.replace("zh.planted", f"zh.{one}").replace("[zh.base]", f"[zh.base, zh.{other}]")
        (tmp_path / f"{one}.pack.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match="EPX108"):
        find_packs([str(tmp_path)])


def test_declared_units_must_be_sure(tmp_path: Path) -> None:
    text = PACK.replace(
        "event: donation", "event: planted\ndeclares: {measures: [money, goods], units: [CNY], roles: [donor]}"
    )
    assert "[EPX121]" in faults_of(text, tmp_path)[0]


COUNTED = PACK.replace(
    "event: donation", "event: sure\ndeclares: {measures: [money, goods], units: [person, 间], roles: [donor]}"
).replace("value:QTY=money", "value:QTY=goods/count")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ('unit_of: {"*": person}\nunits_as: {户: household}', "units_as gives 'household', a unit that is"),
        ('unit_of: {"*": persons}', "can give a unit that is not declared"),
        ("units_as: {户: 间}", "can give a unit that is not declared"),
    ],
)
def test_no_unit_escapes_the_declared_ones(given: str, says: str, tmp_path: Path) -> None:
    assert says in faults_of(COUNTED.replace("lang: zh", f"lang: zh\n{given}"), tmp_path)[0]


def test_a_tag_of_the_library_that_a_pack_has_too_is_one_fault(tmp_path: Path) -> None:
    faults = faults_of(PACK.replace("KIND: {yes: [真]}", "QTY: {yes: [真]}"), tmp_path)
    assert faults == ["planted.pack.yaml:9: [EPX131] the tag QTY is one that every text has. Call it otherwise."]


def test_names_that_there_are_may_stand_in_tables(tmp_path: Path) -> None:
    tables = 'unit_of: {money: CNY, "*": 件}\nunits_for: [money]\ncounts: [person, 队, ℃]\nunits_as: {箱: 盒}'
    text = PACK.replace("lang: zh", f"lang: zh\n{tables}")
    text = text.replace("measure:GIVE", "(measure:GIVE=goods | measure:GIVE)")
    file = tmp_path / "planted.pack.yaml"
    file.write_text(text.replace("    set:", "    map: {measure: {goods: goods_value}}\n    set:"), encoding="utf-8")
    assert [pack.name for pack in find_packs([str(file)])] == ["zh.base", "zh.planted"]


def test_units_that_are_declared_may_be_given(tmp_path: Path) -> None:
    given = 'unit_of: {"*": person}\nunits_as: {户: 间}'
    file = tmp_path / "planted.pack.yaml"
    file.write_text(COUNTED.replace("lang: zh", f"lang: zh\n{given}"), encoding="utf-8")
    assert [pack.name for pack in find_packs([str(file)])] == ["zh.base", "zh.planted"]


def test_a_used_pack_is_read_from_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    other = tmp_path / "elsewhere" / "cues.pack.yaml"
    other.write_text("format: 1\npack: zh.cues\nversion: 0.1.0\nlang: zh\ntags: {CUE: [据悉]}\n", encoding="utf-8")
    (tmp_path / "cues.pack.yaml").symlink_to(other)
    text = PACK.replace("[zh.base]", "[zh.base, zh.cues]").replace("donor:ORG?", "CUE?")
    assert "[EPX130]" in faults_of(text, tmp_path)[0]


def test_a_used_pack_is_found_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "cues.pack.yaml").write_text(
        "format: 1\npack: zh.cues\nversion: 0.1.0\nlang: zh\ntags: {CUE: [据悉]}\n", encoding="utf-8"
    )
    file = tmp_path / "planted.pack.yaml"
    file.write_text(PACK.replace("[zh.base]", "[zh.base, zh.cues]").replace("donor:ORG?", "CUE?"), encoding="utf-8")
    assert [pack.name for pack in find_packs([str(file)])] == ["zh.base", "zh.cues", "zh.planted"]


def test_what_is_used_by_what_is_used_is_found_beside_the_file_too(tmp_path: Path) -> None:
    head = "format: 1\npack: zh.{}\nversion: 0.1.0\nlang: zh\nuses: [{}]\ntags: {{{}: [{}]}}\n"
    (tmp_path / "cues.pack.yaml").write_text(head.format("cues", "zh.words", "CUE", "据悉"), encoding="utf-8")
    (tmp_path / "words.pack.yaml").write_text(head.format("words", "zh.last", "WORD", "据称"), encoding="utf-8")
    (tmp_path / "last.pack.yaml").write_text(head.format("last", "", "LAST", "据传"), encoding="utf-8")
    file = tmp_path / "planted.pack.yaml"
    file.write_text(PACK.replace("[zh.base]", "[zh.base, zh.cues]").replace("donor:ORG?", "CUE?"), encoding="utf-8")
    assert [pack.name for pack in find_packs([str(file)])] == [
        "zh.base",
        "zh.last",
        "zh.words",
        "zh.cues",
        "zh.planted",
    ]
    (tmp_path / "last.pack.yaml").write_text(head.format("last", "zh.cues", "LAST", "据传"), encoding="utf-8")
    with pytest.raises(PackError, match=r"EPX108\] packs use each other"):
        find_packs([str(file)])
