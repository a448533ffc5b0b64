from __future__ import annotations

from decimal import Decimal

import pytest

from epiextract.errors import PackError
from epiextract.packs.yaml_nodes import parse_yaml


def test_scalars_are_plain() -> None:
    data = parse_yaml("a: [no, 3, 1.5, '3', true, ~, 2020-02-03]", "x").data
    assert data == {"a": ["no", 3, Decimal("1.5"), "3", True, None, "2020-02-03"]}


def test_every_part_knows_its_line() -> None:
    located = parse_yaml("a:\n  b:\n    - c\n    - d: 1\n", "p.yaml")
    assert located.where(("a", "b", 1, "d")) == "p.yaml:4"
    assert located.where(("a", "b", 9, "no such")) == "p.yaml:2"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: [1", "EPX110", 2),
        ("a: 1\nb: &x 2", "EPX111", 2),
        ("a: *x", "EPX111", 1),
        ("a: !!python/object:os.system {}", "EPX111", 1),
        ("b: {<<: 1}", "EPX111", 1),
        ("? [1]\n: 2", "EPX111", 1),
        ("a: 1\nc: 2\na: 3", "EPX112", 3),
        ("a: " + "[" * 40 + "]" * 40, "EPX111", 1),
    ],
)
def test_what_a_pack_may_not_hold_is_refused_with_its_line(text: str, code: str, line: int) -> None:
    with pytest.raises(PackError) as caught:
        parse_yaml(text, "p.yaml")
    assert caught.value.code == code
    assert str(caught.value).startswith(f"p.yaml:{line}: ")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a:\n\tb: 1", "p.yaml:2: [EPX110] not valid YAML: a tab stands where the line is indented. Indent"),
        ("a: 1\n  \tb: 1", "p.yaml:2: [EPX110] not valid YAML: a tab stands"),
        ("a:\t[1", "[EPX110] not valid YAML: did not find"),
        ("match: !RELATIVE ~ value:QTY", "p.yaml:1: [EPX111] the YAML tag !RELATIVE has no place in a pack. Quote the"),
        ("match:\n- !STATE=dead value:QTY", "p.yaml:2: [EPX111] the YAML tag !STATE=dead has no place in a pack. Quo"),
        ("a: !!python/object:os.system {}", "Write the data out plainly."),
    ],
)
def test_what_is_refused_says_what_to_do(text: str, says: str) -> None:
    with pytest.raises(PackError) as caught:
        parse_yaml(text, "p.yaml")
    assert says in str(caught.value)


def test_a_bomb_of_aliases_is_refused_before_it_grows() -> None:
    bomb = "a: &a [x,x]\n" + "".join(f"{c}: &{c} [*{p},*{p}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    with pytest.raises(PackError, match="EPX111"):
        parse_yaml(bomb, "bomb.yaml")
