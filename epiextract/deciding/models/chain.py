"""What figures in a row mean, given what each is by itself and how likely neighbours are meant alike."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from math import exp
from typing import Any, TypeVar

Answer = TypeVar("Answer", bound=Hashable)

# What no figure shows of an answer counts so little, as odds: another figure's word alone doesn't bring it up.
LEAST = 1e-13
# So many figures agree at a time: every date of a long table would be a column for each of its figures.
MOST_TOGETHER = 256


def smoothed(odds: Any, links: Sequence[float]) -> Any:
    """Return the probability of each answer at each figure of a chain, by the forward-backward algorithm.

    Args:
        odds: A row a figure, a column an answer: what is likely by itself.
        links: For each figure but the first how much likelier it has the answer of the one before it, in nats.

    >>> import numpy
    >>> alone = numpy.array([[0.9, 0.1], [0.4, 0.6]])
    >>> smoothed(alone, [0.0]).round(2).tolist(), smoothed(alone, [3.0]).round(2).tolist()
    ([[0.9, 0.1], [0.4, 0.6]], [[0.86, 0.14], [0.81, 0.19]])
    """
    import numpy

    ahead, behind = numpy.empty_like(odds), numpy.empty_like(odds)
    ratios = [exp(link) - 1.0 for link in links]
    ahead[0] = odds[0] / odds[0].sum()
    for at, ratio in enumerate(ratios, 1):
        # any answer may follow any other; the same one is so many times likelier
        row = (1.0 + ratio * ahead[at - 1]) * odds[at]
        ahead[at] = row / row.sum()
    behind[-1] = 1.0
    for at in range(len(ratios) - 1, -1, -1):
        row = odds[at + 1] * behind[at + 1]
        row = row.sum() + ratios[at] * row
        behind[at] = row / row.sum()
    both = ahead * behind
    return both / both.sum(axis=1, keepdims=True)


def agreed(odds: Sequence[Mapping[Answer, float]], links: Sequence[float]) -> list[Answer]:
    """Return the likeliest answer at each figure of a chain, of those that it has odds for; the first of equals.

    Args:
        odds: For each figure its answers with their odds.
        links: For each figure but the first how much likelier it has the answer of the one before it, in nats.

    >>> agreed([{"3日": 9.0, "4日": 1.0}, {"3日": 4.0, "4日": 6.0}], [3.0])
    ['3日', '3日']
    """
    out: list[Answer] = []
    for first in range(0, len(odds), MOST_TOGETHER):
        last = min(first + MOST_TOGETHER, len(odds))
        out += _agreed(odds[first:last], links[first : last - 1])
    return out


def _agreed(odds: Sequence[Mapping[Answer, float]], links: Sequence[float]) -> list[Answer]:
    if not any(links):
        return [max(one, key=one.__getitem__) for one in odds]
    import numpy

    columns = {answer: at for at, answer in enumerate(dict.fromkeys(answer for one in odds for answer in one))}
    table = numpy.full((len(odds), len(columns)), LEAST)
    for row, one in zip(table, odds, strict=True):
        whole = sum(one.values())
        for answer, odd in one.items():
            row[columns[answer]] = max(odd / whole, LEAST)
    likely = smoothed(table, links).tolist()
    return [max(one, key=lambda answer: row[columns[answer]]) for one, row in zip(odds, likely, strict=True)]
