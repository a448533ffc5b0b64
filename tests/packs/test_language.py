from __future__ import annotations

import pytest

from epiextract.errors import PackError
from epiextract.packs.language import Gap, Group, TagTest, parse_pattern


def test_parts_stand_left_and_right_of_the_figure() -> None:
    ast = parse_pattern("place:PLACE? , measure:STATE value:QTY=person/bare ~ UNIT")
    assert [item.tag for item in ast.left if isinstance(item, TagTest)] == ["PLACE", "STATE"]
    assert ast.value.values == ("person", "bare")
    assert ast.right == (Gap("~"), TagTest("UNIT"))


def test_group_holds_its_alternatives() -> None:
    ast = parse_pattern("(GIVE | SEND .. GOODS)? value:QTY")
    group = ast.left[0]
    assert isinstance(group, Group)
    assert group.optional
    assert len(group.alternatives) == 2


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("measure:STATE", "0 figures"),
        ("value:QTY value:QTY", "2 figures"),
        ("(value:QTY | A)", "1 figures"),
        ("value:QTY?", "neither optional"),
        ("value:STATE", "must be value:QTY"),
        ("A lower value:QTY", "cannot read 'lower"),
        ("A , .. value:QTY", "two gaps"),
        ("(A value:QTY", "not closed"),
        ("A) value:QTY", "no partner"),
        ("() value:QTY", "empty part"),
        ("((((A)))) value:QTY", "deeper than"),
        (" ".join(["A"] * 30) + " value:QTY", "more than 24"),
    ],
)
def test_a_bad_pattern_says_what_is_wrong(pattern: str, complaint: str) -> None:
    with pytest.raises(PackError, match="EPX120") as caught:
        parse_pattern(pattern, "a.pack.yaml:7")
    assert complaint in str(caught.value)
    assert str(caught.value).startswith("a.pack.yaml:7: ")
