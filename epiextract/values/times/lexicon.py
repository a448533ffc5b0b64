"""The words for times of ``rules/zh/lexicons/times.yaml``, as mappings from word to meaning, read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import regex

from epiextract.rules_path import read_lexicon


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """Words for times and what they mean.

    Args:
        relative: 昨天 to base, unit, shift and part of the day (``published``, ``day``, -1, empty).
        dayparts: 晚上 to ``night``.
        hours: ``night`` to first hour and last.
        parts: 上旬 to ``early``.
        festivals: 元宵节 to ``lunar 1-15``.
        festivals_with: 五一, which needs one of the marks after it, to its rule.
        eras: 民国 to its first year, 1912.
        reigns: 康熙 to its first year; their months are of the Chinese calendar.
        words: The plain lists, by name.
    """

    relative: dict[str, tuple[str, str, int, str]] = field(default_factory=dict)
    dayparts: dict[str, str] = field(default_factory=dict)
    hours: dict[str, tuple[int, int]] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    festivals: dict[str, str] = field(default_factory=dict)
    festivals_with: dict[str, str] = field(default_factory=dict)
    eras: dict[str, int] = field(default_factory=dict)
    reigns: dict[str, int] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)


def _turned(table: dict[str, Any]) -> dict[str, str]:
    """Return word to key for a mapping from key to words."""
    return {word: key for key, words in table.items() for word in str(words).split()}


@lru_cache(maxsize=1)
def time_lexicon() -> TimeLexicon:
    """Return the built-in words for times.

    >>> time_lexicon().relative["昨天"], time_lexicon().festivals["元宵节"]
    (('published', 'day', -1, ''), 'lunar 1-15')
    """
    data = read_lexicon("times")
    relative: dict[str, tuple[str, str, int, str]] = {}
    for base in ("published", "anchor"):
        for unit, shifts in data[base].items():
            for word, shift in _turned(shifts).items():
                relative[word] = (base, str(unit), int(shift), "")
    for word, key in _turned(data["evenings"]).items():
        base, shift, part = key.split()
        relative[word] = (base, "day", int(shift), part)
    hours = {key: tuple(int(hour) for hour in str(value).split()) for key, value in data["hours"].items()}
    return TimeLexicon(
        relative=relative,
        dayparts=_turned(data["dayparts"]),
        hours={key: (first, last) for key, (first, last) in hours.items()},
        parts=_turned(data["parts"]),
        festivals=_turned(data["festivals"]),
        festivals_with=_turned(data["festivals_with"]),
        eras=dict(data["eras"]),
        reigns=dict(data["reigns"]),
        words={name: tuple(value.split()) for name, value in data.items() if isinstance(value, str)},
    )


def alternation(words: tuple[str, ...] | list[str] | set[str] | dict[str, Any]) -> str:
    """Return a pattern of the words that looks at every character once, the longest word first.

    >>> alternation(["今天", "今日", "今"])
    '今[天日]?'
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(tree)


def _branch(node: dict[str, Any]) -> str:
    """Return the pattern of one node of the tree of words."""
    ends = "" in node
    single = [character for character, child in node.items() if character and set(child) == {""}]
    options = [regex.escape(c) + _branch(child) for c, child in node.items() if c and set(child) != {""}]
    if len(single) > 1:
        options.append("[" + "".join(regex.escape(c) for c in single) + "]")
    elif single:
        options.append(regex.escape(single[0]))
    if not options:
        return ""
    is_one = len(options) == 1 and (not ends or len(single) > 0)
    body = options[0] if is_one else "(?:" + "|".join(options) + ")"
    return body + "?" if ends else body
