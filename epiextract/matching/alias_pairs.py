"""Which names of a document can be short forms of which others, without a look at every two of them.

A long report names thousands of firms. So each name is asked for its own parts, tails and characters, and tables of all
names tell which of those are names too: that costs the square of a name's length, and nothing for each of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

# Characters that tell one of several apart: 第二, 东院, 分公司.
TELLING = frozenset("一二三四五六七八九十第东西南北新老分支子")
# A place may stand before what a short form begins with: 河北|养元智汇.
BEFORE = 4
# From four characters on a short form may say a place without its suffix: 湖北红十字会 of 湖北省红十字会.
UNMARKED = 4
_LEVELS = str.maketrans("", "", "省市区县")
# 十字 is no number in 红十字会
_STOPPING = TELLING - {"十"}


def bare(name: str) -> str:
    """Return a name without the suffixes of places.

    >>> bare("湖北省红十字会")
    '湖北红十字会'
    """
    return name.translate(_LEVELS)


def may_shorten(short: str, name: str) -> bool:
    """Tell whether *short* has the length of a short form of *name*: no less than a quarter of it."""
    return len(short) < len(name) <= 4 * len(short)


def held_pairs(names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each name with the longer ones that it is a part of, or ends but for the suffixes of places.

    Args:
        names: Names of one tag, each once.

    >>> sorted(held_pairs(["恒大", "恒大集团", "湖北省红十字会", "湖北红十字会"]))
    [('恒大', '恒大集团'), ('湖北红十字会', '湖北省红十字会')]
    """
    known = frozenset(names)
    lengths = sorted({len(name) for name in known})
    unmarked: dict[str, list[str]] = {}
    for name in known:
        if len(name) >= UNMARKED:
            unmarked.setdefault(bare(name), []).append(name)
    for name in names:
        size = len(name)
        fitting = [length for length in lengths if length < size <= 4 * length]
        if not fitting:
            continue
        parts = {name[at : at + length] for length in fitting for at in range(size - length + 1)}
        tail = bare(name)
        for at in range(len(tail) + 1):
            parts.update(short for short in unmarked.get(tail[at:], ()) if may_shorten(short, name))
        yield from ((part, name) for part in parts & known)


def skipping_pairs(shorts: Collection[str], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each of *shorts* with those of *names* that hold its characters in their order: 红基会 and 红十字基金会.

    Each character is read where it stands first. What is left out may not tell one of several apart.

    Args:
        shorts: What may be short forms.
        names: What may be full ones.

    >>> list(skipping_pairs(["中国红基会", "红基"], ["中国红十字基金会"]))
    [('红基', '中国红十字基金会'), ('中国红基会', '中国红十字基金会')]
    """
    known = frozenset(shorts)
    beginnings = {short[:length] for short in known for length in range(1, len(short) + 1)}
    for name in names:
        waiting = [
            (character, at + 1)
            for at, character in enumerate(name[: BEFORE + 1])
            if character in beginnings and name.find(character) == at
        ]
        while waiting:
            read, at = waiting.pop()
            if read in known and may_shorten(read, name):
                yield read, name
            for found in range(at, len(name)):
                character = name[found]
                if read + character in beginnings and name.find(character, at) == found:
                    waiting.append((read + character, found + 1))
                if character in _STOPPING:
                    break
