"""Persons who stand in a list: 熊良、蔡松林、李明亮各捐款1万元, 养鸡户陈桂林、夏秋生."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from epiextract.tagging.names.words import surnames
from epiextract.tagging.segmentation import known_words, segments

# What no given name holds, what ends the name of a village, a dish or a firm, and what goes on behind the last name.
_NO_GIVEN = frozenset(
    "的名位个着了过们说称向对将已为等及也还又就把被在从到给与和是各共均都两二三四五六七八九十不有无要会能"
)
_NO_LAST = frozenset(
    "村镇乡县市区街路湾墩坪沟庄屯寨堡桥店院站校港州省岛国菜花瓜果豆米面油肉鱼酒茶药丸汤素剂片粉机器仪灯纸布帽镜服靴套膏液岁年月号"
)
_VERBS = frozenset("打送来拿请买寄赶掏出去拉带因")
_OPENING = frozenset(("", *"，。；：（(“”！？\n 　的和与由请及人同"))
# 李芸、方志刚2名医生, 余英等12人
_COUNTED = re.compile(r"等?(?:[0-9]{1,3}|[两二三四五六七八九十]{1,2})(?:[名位人]|个人)|夫妇|兄弟|姐妹|姊妹")
_LEAST = 2


@lru_cache(maxsize=1)
def _rows() -> re.Pattern[str]:
    name = rf"[{''.join(sorted(surnames()))}][\u3400-\u9fff]"
    han = r"[\u3400-\u9fff]"
    return re.compile(rf"{name}{han}?(?:、{name}{han}?(?![\u3400-\u9fff]))*、{name}{han}?(?:[和与及]{name}{han}?)?")


def listed_persons(text: str, titled: Container[int]) -> Iterator[tuple[int, int]]:
    """Yield the spans of persons in lists: behind a title, before a count of them, or where no word is known.

    Args:
        text: The text as read.
        titled: Where titles and words for persons end.
    """
    if "、" not in text:
        return
    for row in _rows().finditer(text):
        spans = [m.span() for m in re.finditer(r"[^、和与及]+", row.group())]
        items = [(a + row.start(), b + row.start()) for a, b in spans]
        if len(items) < _LEAST:
            continue
        items[0] = _behind_title(items[0], titled)
        items[-1] = _without_verb(text, *items[-1])
        start, end = items[0][0], items[-1][1]
        told = start in titled or _COUNTED.match(text, end) is not None
        if not all(_may_be(text[a:b], told) for a, b in items):
            continue
        if told or (text[start - 1 : start] in _OPENING and _no_words([text[a:b] for a, b in items])):
            yield from items


def _no_words(names: Sequence[str]) -> bool:
    """Tell whether a list is one of persons by its names alone: most of them, and a long one, hold no common word."""
    loose = [name for name in names if len(segments(name)) == len(name)]
    long = sum(len(name) > _LEAST for name in loose)
    if long >= _LEAST and long * 2 >= len(names):
        return True
    # 熊良、蔡|松林、李|明亮: given names are words too
    alone = all(segments(name)[0] == (0, 1) for name in names)
    return alone and len(names) > _LEAST <= len(loose) and any(len(name) > _LEAST for name in names)


def _behind_title(span: tuple[int, int], titled: Container[int]) -> tuple[int, int]:
    """Return the first name without the last character of a title: 老师|于方, though 师 is a family name."""
    start, end = span
    return (start + 1, end) if end - start == 3 and start + 1 in titled else span


def _without_verb(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the last name without what goes on behind it: 余英|打来电话, 刘兵|各捐款."""
    third = text[start + 2 : end]
    if third and (third in _NO_GIVEN or third in _VERBS or text[end - 1 : end + 1] in known_words().costs):
        return start, start + 2
    return start, end


def _may_be(name: str, told: bool) -> bool:
    words = known_words()
    return (
        2 <= len(name) <= 3
        and name[0] in surnames()
        and _NO_GIVEN.isdisjoint(name[1:])
        and name[-1] not in _NO_LAST
        and name not in words.costs
        and (told or name[:2] not in words.stops)
    )
