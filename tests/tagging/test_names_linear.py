"""The time that names take grows with the text, not with its names times its length."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from itertools import accumulate

import pytest

from epiextract.extractor import Extractor
from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.giver_lists import joined as joined_givers
from epiextract.tagging.names.persons import again, find_persons
from epiextract.tagging.names.spacy_names import joined
from epiextract.tagging.names.standing import standing

TAGGER = Extractor(learned=False)._reader.tagger
FAMILIES = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜"
HAN = [chr(code) for code in range(0x5000, 0x5200)]
SHORT, TIMES = 2_000, 8
ROUNDS = 4


def _named(number: int) -> list[str]:
    dice = random.Random(number)
    return [dice.choice(FAMILIES) + "".join(dice.choices(HAN, k=2)) for _ in range(number)]


def _speakers(number: int) -> Callable[[], object]:
    text = "".join(f"{name}介绍，" for name in _named(number))
    return lambda: list(find_persons(text, (), ()))


def _opening(number: int) -> Callable[[], object]:
    text = "".join(f"{name}每天去，{name}" for name in _named(number))
    return lambda: list(find_persons(text, (), ()))


def _nameless(number: int) -> Callable[[], object]:
    text = "".join(f"{name[0]}某{name[1]}在，" for name in _named(number))
    return lambda: list(find_persons(text, (), ()))


def _again(number: int) -> Callable[[], object]:
    names = [name[: 2 + at % 2] for at, name in enumerate(_named(number))]
    text = "，".join([*names, *names])
    ends = list(accumulate(len(name) + 1 for name in names))
    known = [Mention(end - len(name) - 1, end - 1, "PERSON", "person") for name, end in zip(names, ends, strict=True)]
    return lambda: list(again(text, known))


def _listed(number: int) -> Callable[[], object]:
    text = "原甲公司" + "、原甲公司" * number + "。"
    found = [Mention(at + 1, at + 4, "ORG", "name") for at in range(0, len(text) - 1, 5)]
    return lambda: list(joined_givers(text, found, ()))


def _foreign(number: int) -> Callable[[], object]:
    own = [Mention(at, at + 4, "ORG", "name") for at in range(0, 10 * number, 10)]
    other = [Mention(at, at + 6, "ORG", "name") for at in range(0, 10 * number, 10)]
    return lambda: list(joined(own, other, other[::2]))


def _donors(number: int) -> Callable[[], object]:
    text = "".join(f"{name}{name[1:]}捐赠口罩3万只。" for name in _named(number // 10))
    return lambda: TAGGER.tag(text)


@pytest.mark.timed
@pytest.mark.parametrize("make", [_speakers, _opening, _nameless, _again, _listed, _foreign, _donors])
def test_eight_times_the_names_take_little_more_than_eight_times_as_long(
    make: Callable[[int], Callable[[], object]],
) -> None:
    _seconds(make(SHORT))
    assert any(_grows_with_the_names(make) for _ in range(ROUNDS))


def _grows_with_the_names(make: Callable[[int], Callable[[], object]]) -> bool:
    short, long = _seconds(make(SHORT)), _seconds(make(TIMES * SHORT))
    return long < 2 * TIMES * short + 0.2


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


@pytest.mark.parametrize("text", ["王芳王芳芳王芳", "明明明明明", "某某某", "", "王"])
@pytest.mark.parametrize("names", [["王芳", "王芳芳"], ["明明", "明明明"], ["某某"], []])
def test_a_name_stands_where_a_text_is_found_to_hold_it(text: str, names: Sequence[str]) -> None:
    assert standing(text, names) == {name: _found(text, name) for name in names}


def _found(text: str, name: str) -> list[int]:
    found, at = [], text.find(name)
    while at >= 0:
        found.append(at)
        at = text.find(name, at + len(name))
    return found
