"""A document as the network reads it: every mention is a token, and so is every character outside of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from epiextract.deciding.models.network import UNKNOWN, Vocabulary
from epiextract.matching.reading import Reading
from epiextract.tagging.mentions import Mention

# Of longer tokens the first and the last characters are read.
LONGEST = 8
# Digits of quantities and dates are all alike.
_NUMBERED = frozenset({"QTY", "TIME"})
_BLANK = re.compile(r"[^\S\n]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a document, blanks left out.

    Args:
        starts: Where each begins.
        surfaces: The characters of each that are read.
        tags: The tag of each; nothing for a mere character.
        values: The value of each within its tag.
        clauses: The clause of each, counted from 0 and without gaps.
    """

    starts: Sequence[int]
    surfaces: Sequence[str]
    tags: Sequence[str]
    values: Sequence[str]
    clauses: Sequence[int]

    def at(self, position: int) -> int:
        """Return the token that holds the character at *position*, or the one before it."""
        return max(0, bisect_right(self.starts, position) - 1)


def tokens_of(reading: Reading) -> Tokens:
    """Return the tokens of a document.

    Args:
        reading: The document as read.
    """
    text = reading.text
    starts: list[int] = []
    named: list[tuple[int, Mention]] = []
    at = 0
    for mention in reading.mentions:
        if mention.start >= at:
            starts += _characters(text, at, mention.start)
            named.append((len(starts), mention))
            starts.append(mention.start)
            at = mention.end
    starts += _characters(text, at, len(text))
    surfaces, tags, values = [text[start] for start in starts], [""] * len(starts), [""] * len(starts)
    for number, mention in named:
        surfaces[number] = surface(text[mention.start : mention.end], mention.tag)
        tags[number], values[number] = mention.tag, mention.value
    return Tokens(starts, surfaces, tags, values, _clauses(reading, starts))


def _characters(text: str, start: int, end: int) -> Iterable[int]:
    """Return where characters stand that are no blanks."""
    if not _BLANK.search(text, start, end):
        return range(start, end)
    return [at for at in range(start, end) if text[at] == "\n" or not text[at].isspace()]


def _clauses(reading: Reading, starts: Sequence[int]) -> list[int]:
    """Return the clause of each token; one without tokens is not counted."""
    begins = (clause[0] for sentence in reading.sentences for clause in sentence.clauses)
    cuts = (0, *(bisect_left(starts, begin) for begin in begins), len(starts))
    sizes = [last - first for first, last in pairwise(cuts) if last > first]
    return [number for number, size in enumerate(sizes) for _ in range(size)]


def surface(words: str, tag: str) -> str:
    """Return the characters of a token that are read.

    >>> surface("2020年2月4日24时", "TIME"), surface("武汉大学人民医院", "ORG")
    ('0000日00时', '武汉大学人民医院')
    """
    if tag in _NUMBERED:
        words = "".join("0" if one.isdigit() else one for one in words)
    return words if len(words) <= LONGEST else words[: LONGEST // 2] + words[-LONGEST // 2 :]


def numbered(tokens: Tokens, known: Vocabulary) -> tuple[Any, Any, Any, Any]:
    """Return the numbers of each token's characters, of its tag, of its tag with its value, and its clause.

    Args:
        tokens: The tokens.
        known: What the network knows.
    """
    import numpy

    character, tag, value = known.characters.get, known.tags.get, known.values.get
    size = len(tokens.starts)
    characters = numpy.zeros((size, LONGEST), dtype="int32")
    tags = numpy.full(size, tag("", UNKNOWN), dtype="int32")
    values = numpy.zeros(size, dtype="int32")
    characters[:, 0] = [character(words, UNKNOWN) for words in tokens.surfaces]
    # what has no tag is one character
    for number in (at for at, one in enumerate(tokens.tags) if one):
        words, own = tokens.surfaces[number], tokens.tags[number]
        characters[number, : len(words)] = [character(one, UNKNOWN) for one in words]
        tags[number] = tag(own, UNKNOWN)
        values[number] = value(f"{own}={tokens.values[number]}", 0)
    return characters, tags, values, numpy.array(tokens.clauses, dtype="int32")
