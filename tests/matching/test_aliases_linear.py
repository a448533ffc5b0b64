"""The time that short and full forms take grows with the names of a text, not with their pairs."""

from __future__ import annotations

import random
import time

import pytest

from epiextract.matching.aliases import full_forms
from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.words import NameRef

HAN = [chr(code) for code in range(0x5000, 0x5200)]
SHORT, TIMES = 1_000, 8
ROUNDS = 4


@pytest.mark.timed
@pytest.mark.parametrize(
    ("kind", "ending"),
    [
        ("company", "公司"),
        ("company", "科技股份有限公司"),
        ("charity", "基金会"),
        ("team", "第一批医疗队"),
        ("hospital", "医院"),
    ],
)
def test_eight_times_the_names_take_little_more_than_eight_times_as_long(kind: str, ending: str) -> None:
    _seconds(kind, ending, SHORT)
    assert any(_grows_with_the_names(kind, ending) for _ in range(ROUNDS))


def test_what_a_name_holds_ends_with_or_leaves_out_is_found_among_many() -> None:
    names = [f"{name}公司" for name in _names(2_000)]
    names += ["恒大", "恒大集团", "中国红基会", "中国红十字基金会", "湖北红十字会", "湖北省红十字会"]
    full = full_forms(*_named(names, "company"))
    assert full["ORG", "恒大"] == "恒大集团"
    assert full["ORG", "中国红基会"] == "中国红十字基金会"
    assert full["ORG", "湖北红十字会"] == "湖北省红十字会"


def _grows_with_the_names(kind: str, ending: str) -> bool:
    short, long = (_seconds(kind, ending, number) for number in (SHORT, TIMES * SHORT))
    return long < 2 * TIMES * short + 0.2


def _seconds(kind: str, ending: str, number: int) -> float:
    text, mentions = _named([name + ending for name in _names(number)], kind)
    begun = time.process_time()
    full_forms(text, mentions)
    return time.process_time() - begun


def _names(number: int) -> list[str]:
    dice = random.Random(number)
    return ["".join(dice.choices(HAN, k=4)) for _ in range(number)]


def _named(names: list[str], kind: str) -> tuple[str, list[Mention]]:
    mentions: list[Mention] = []
    at = 0
    for name in names:
        mentions.append(Mention(at, at + len(name), "ORG", "name", NameRef(name, kind)))
        at += len(name) + 1
    return "。".join(names), mentions
