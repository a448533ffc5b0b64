from __future__ import annotations

import csv

import pytest
from claim_maker import claim, facts

from epiextract.errors import FactsError, InputError
from epiextract.facts.claims import Name
from epiextract.facts.entities import Resolver
from epiextract.facts.review import core, read_review


def gifts(*donors):
    return [claim(1, type="donation", donor=donor, place=None, doc=f"{place}") for place, donor in enumerate(donors)]


def test_a_name_without_a_code_is_found_by_the_place_of_that_name():
    resolver = Resolver()
    assert resolver.entity("place", Name("武汉")) == resolver.entity("place", Name("武汉市", "cn:420100"))
    assert resolver.entity("donor", Name("武汉")).id is None


def test_a_gazetteer_gives_id_and_name(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("name,tag,id,aliases\n恒大集团,ORG,org:evergrande,恒大|中国恒大\n", "utf-8")
    made = facts(*gifts("恒大", "中国恒大", "恒大集团"), gazetteers=[path])
    assert [(one.entities[0], one.actual) for one in made.sums()] == [
        (("org:evergrande", "恒大集团", "org:evergrande"), 1)
    ]
    assert made.unresolved("donor") == []


def test_unresolved_names_come_by_frequency():
    made = facts(*gifts("甲公司", "乙公司", "乙公司"))
    assert made.unresolved("donor") == [("乙公司", 2), ("甲公司", 1)]
    assert made.unresolved("place") == []


def test_proposals_go_out_and_decisions_come_back(tmp_path):
    made = gifts("恒大集团", "恒大集团", "中国恒大集团有限公司", "武汉市第一医院", "武汉市第二医院", "万科企业")
    proposals = facts(*made).proposals()
    assert [(one.name, one.into, one.why) for one in proposals] == [("中国恒大集团有限公司", "恒大集团", "legal form")]
    path = tmp_path / "review.csv"
    facts(*made).write_review(path)
    text = path.read_text("utf-8")
    path.write_text(text.replace("\n,中国恒大", "\naccept,中国恒大"), "utf-8")
    merged = facts(*made, review=path)
    assert merged.proposals() == []
    assert dict(merged.unresolved("donor"))["恒大集团"] == 3
    path.write_text(text.replace("\n,中国恒大", "\nreject,中国恒大"), "utf-8")
    rejected = facts(*made, review=path)
    assert rejected.proposals() == []
    assert dict(rejected.unresolved("donor"))["恒大集团"] == 2


def test_decisions_stay_when_proposals_are_written_anew(tmp_path):
    made = gifts("恒大集团", "恒大集团", "中国恒大集团有限公司", "万科企业", "万科企业", "万科企业有限公司")
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    facts(*made).write_review(first)
    undecided = first.read_text("utf-8")
    assert len(undecided.splitlines()) == 3
    head, *rows = undecided.splitlines()
    decided = [row.replace(",中国恒大", "Yes,中国恒大", 1) for row in rows]
    decided.append("reject,甲,乙,,1,90,my own")
    noted = "\n".join((f"{head},note", *(f"{row},看过" for row in decided)))
    for encoding in ("utf-8", "utf-8-sig", "gbk"):
        first.write_bytes(noted.replace("\n", "\r\n").encode(encoding))
        facts(*made, review=first).write_review(second)
        facts(*made).write_review(first)
        facts(*made, review=first).write_review(first)
        lines = first.read_text("utf-8").splitlines()
        assert lines[0] == f"{head},note"
        assert [line.split(",")[:3] for line in lines[1:]] == [
            ["Yes", "中国恒大集团有限公司", "恒大集团"],
            ["reject", "甲", "乙"],
            ["", "万科企业有限公司", "万科企业"],
        ]
        assert lines[1].endswith(",看过")
        assert second.read_text("utf-8") == first.read_text("utf-8"), "a new file has what was decided in the old one"
        second.unlink()


def test_a_file_that_is_no_review_is_not_overwritten(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text("name,tag\n甲,ORG\n", "utf-8")
    with pytest.raises(FactsError, match=r"EPX603.* is no review file"):
        facts(*gifts("甲公司")).write_review(path)
    assert path.read_text("utf-8") == "name,tag\n甲,ORG\n"
    path.write_text("", "utf-8")
    facts(*gifts("甲公司")).write_review(path)
    assert path.read_text("utf-8").startswith("decision,")


@pytest.mark.parametrize(
    "row", ["maybe,甲,乙,,1,90,x", "accept,,乙,,1,90,x", "accept,甲,乙,,1,90,x\naccept,甲,丙,,1,90,x"]
)
def test_a_bad_review_is_an_error(tmp_path, row):
    path = tmp_path / "review.csv"
    path.write_text(f"decision,name,into,into_id,count,score,why\n{row}\n", "utf-8")
    with pytest.raises(FactsError, match=r"EPX603.*line [23]"):
        read_review(path)


def test_a_review_that_is_none_is_an_error(tmp_path):
    path = tmp_path / "review.csv"
    limit = csv.field_size_limit(100)
    for data in (b"a,b\n", b"decision,name,into\n," + b"x" * 200):
        path.write_bytes(data)
        with pytest.raises(FactsError, match="EPX603"):
            read_review(path)
    csv.field_size_limit(limit)
    path.write_bytes(b"PK\0\0")
    with pytest.raises(InputError, match="EPX402"):
        read_review(path)
    with pytest.raises(InputError, match="EPX401"):
        read_review(tmp_path / "none.csv")


def test_merges_that_run_in_a_circle_end():
    resolver = Resolver(merges={"甲公司": Name("乙公司"), "乙公司": Name("甲公司")})
    assert resolver.entity("donor", Name("甲公司")).name in ("甲公司", "乙公司")


def test_core_of_a_name():
    assert core("恒大集团有限公司") == core("中国恒大集团") == "恒大"
    assert core("集团公司") == "集团公司"
    assert core("中国") == "中国"
