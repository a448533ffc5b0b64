"""What a figure or a candidate shows, in parts that come again and again: each is spelled and weighed only once.

A part is a feature, or the name of a spelling with its arguments, which stands for several features. Making the tuple
costs far less than making the strings, and the models know most tuples already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import add
from typing import Any

Part = str | tuple[Any, ...]

_DIGITS = re.compile(r"\d+")

_SPELLINGS: dict[str, Callable[..., list[str]]] = {}


def spelling(function: Callable[..., list[str]]) -> str:
    """Keep *function*, which returns the features of a part, and return the name that stands for it in parts.

    A name and not the function itself: tuples of plain values are nothing to the garbage collector, however many the
    models remember.
    """
    name = f"{function.__module__}.{function.__qualname__}"
    _SPELLINGS[name] = function
    return name


def spell(part: Part) -> list[str]:
    """Return the features that a part stands for."""
    return [part] if isinstance(part, str) else _SPELLINGS[part[0]](*part[1:])


def spelled(parts: Iterable[Part]) -> list[str]:
    """Return the features of all parts, as training sees them.

    >>> spelled(["kind=TIME", (crossed, ("days=0", "age=1"), "where=L0")])
    ['kind=TIME', 'days=0', 'age=1', 'days=0&where=L0', 'age=1&where=L0']
    """
    return [feature for part in parts for feature in spell(part)]


class Row(list[Part]):
    """The parts of a candidate that look the same from several figures, and the score that a ranker gave them last.

    Attributes:
        asked: The ranker and the type of event that asked last.
        score: What they were given.
    """

    # set by the first that asks: an __init__ would take longer than the list itself
    asked: tuple[object, str] | None = None
    score = 0.0


# What the prefixes of runs begin with.
SAID = ("between:", "before:", "behind:", "lead:", "name:")


class Run:
    """Pairs of neighbouring characters with one prefix, and what rankers have given for them.

    Attributes:
        prefix: What their features begin with.
        pairs: The pairs, each once, in the order of the text.
        scores: The sum of their weights by the ranker and the type of event that asked; None where none asks twice.
    """

    __slots__ = ("pairs", "prefix", "scores")

    def __init__(self, prefix: str, words: str, *, shared: bool = True) -> None:
        words = _DIGITS.sub("9", words)
        self.prefix = prefix
        self.pairs = list(dict.fromkeys(map(add, words, words[1:])))
        self.scores: dict[tuple[str, str], float] | None = {} if shared else None

    def spelled(self) -> list[str]:
        """Return the features, as training sees them.

        >>> Run("L:", "捐赠120万").spelled()
        ['L:捐赠', 'L:赠9', 'L:9万']
        """
        return [self.prefix + pair for pair in self.pairs]


@dataclass(slots=True)
class Seen:
    """What a model sees of a figure.

    Args:
        parts: Parts, which the model remembers.
        runs: Features that share a beginning, too many and too rare to be remembered: characters around the figure.
    """

    parts: list[Part]
    runs: list[tuple[str, list[str]]]

    def spelled(self) -> list[str]:
        """Return all features, as training sees them.

        >>> Seen(["opens"], [("L", ["确", "确诊"])]).spelled()
        ['opens', 'L确', 'L确诊']
        """
        return [*spelled(self.parts), *(prefix + rest for prefix, rests in self.runs for rest in rests)]


@spelling
def crossed(features: tuple[str, ...], where: str) -> list[str]:
    """Return features that only one slot knows of, alone and crossed with the place of the candidate."""
    return [*features, *[f"{feature}&{where}" for feature in features]]
