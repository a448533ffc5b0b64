from __future__ import annotations

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
    path.write_text("a,b\n", "utf-8")
    with pytest.raises(FactsError, match="EPX603"):
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
