"""A document as the network reads it: every mention is a token, and so is every character outside of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from epiextract.deciding.models.network import UNKNOWN, Vocabulary
from epiextract.matching.reading import Reading

# Of longer tokens the first and the last characters are read.
LONGEST = 8
# Digits of quantities and dates are all alike.
_NUMBERED = frozenset({"QTY", "TIME"})


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
    rows: list[tuple[int, str, str, str]] = []
    at = 0
    for mention in reading.mentions:
        if mention.start >= at:
            rows += _characters(text, at, mention.start)
            rows.append(
                (mention.start, surface(text[mention.start : mention.end], mention.tag), mention.tag, mention.value)
            )
            at = mention.end
    rows += _characters(text, at, len(text))
    starts, surfaces, tags, values = (list(column) for column in zip(*rows, strict=True)) if rows else ([], [], [], [])
    return Tokens(starts, surfaces, tags, values, _counted(map(reading.clauses_until, starts)))


def _characters(text: str, start: int, end: int) -> list[tuple[int, str, str, str]]:
    shown = enumerate(text[start:end], start)
    return [(at, one, "", "") for at, one in shown if not one.isspace() or one == "\n"]


def _counted(numbers: Iterable[int]) -> list[int]:
    """Return numbers that grow as others that grow by one: 3, 3, 7 as 0, 0, 1."""
    out: list[int] = []
    last = None
    for number in numbers:
        out.append(out[-1] + (number != last) if out else 0)
        last = number
    return out


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
    characters = numpy.zeros((len(tokens.starts), LONGEST), dtype="int32")
    for row, words in zip(characters, tokens.surfaces, strict=True):
        if len(words) == 1:
            row[0] = character(words, UNKNOWN)
        else:
            row[: len(words)] = [character(one, UNKNOWN) for one in words]
    tags = numpy.array([tag(one, UNKNOWN) for one in tokens.tags], dtype="int32")
    valued = [f"{one}={other}" for one, other in zip(tokens.tags, tokens.values, strict=True)]
    values = numpy.array([value(one, 0) for one in valued], dtype="int32")
    return characters, tags, values, numpy.array(tokens.clauses, dtype="int32")
