"""A sentence as a short string: one character a mention, and a few for what stands between mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from epiextract.tagging.mentions import Mention

NEAR, FAR = "n", "f"
# A gap of up to four characters is near: 确诊病例已达3例, 向武汉市民政局捐款.
NEAR_CHARACTERS = 4
# A label stands so near before its figure: 确诊： 345例.
LABEL_REACH = 2
# What joins each label of a row to its figure: 死亡+97治愈+632.
_SIGNS = frozenset("+＋↑：:")
_PEOPLE = frozenset({"person", "bare"})
_OTHER = "x"


class _Codes(dict[int, str]):
    """The code of each character between mentions: a mark's own, nothing for what separates nothing, one for others."""

    def __missing__(self, character: int) -> str:
        code = self[character] = "" if chr(character).isspace() else _OTHER
        return code


_CODES = _Codes((ord(mark), code) for mark, code in zip("，,、；;：:（(）)。！？!?", ",,e;;::(()).....", strict=True))
# Quotation marks and dots of names separate nothing.
_CODES.update((ord(mark), "") for mark in "“”\"'‘’《》·「」『』")
_RUN = re.compile(f"{_OTHER}+")
_FIRST_CODE = 0xE000

Meaning = tuple[str, str]


class Alphabet:
    """Characters for mentions: one for each set of meanings that a mention can have.

    Args:
        asked: Every (tag, value) that some pattern asks for; other values of a tag share one character.
        combinations: Every set of meanings that a term has, so that classes are complete at compile time.
    """

    __slots__ = ("_asked", "_codes", "_having", "_tags")

    def __init__(self, asked: Iterable[Meaning], combinations: Iterable[frozenset[Meaning]]) -> None:
        self._asked = frozenset(asked)
        self._codes: dict[frozenset[Meaning], str] = {}
        singles = [frozenset({(tag, value)}) for tag, value in self._asked]
        plain = [frozenset({(tag, "")}) for tag in {tag for tag, _ in self._asked}]
        for meanings in [*sorted(plain, key=sorted), *sorted(singles, key=sorted), *combinations]:
            key = self._known(meanings)
            if key not in self._codes:
                self._codes[key] = chr(_FIRST_CODE + len(self._codes))
        self._tags: dict[tuple[Meaning, ...], str] = {}
        # the codes of all that have a tag, or a tag with a value, in the order of the codes
        self._having: dict[Meaning | str, list[str]] = {}
        for meanings, code in self._codes.items():
            having: set[Meaning | str] = {*meanings, *(tag for tag, _ in meanings)}
            for one in having:
                self._having.setdefault(one, []).append(code)

    def _known(self, meanings: Iterable[Meaning]) -> frozenset[Meaning]:
        return frozenset((tag, value if (tag, value) in self._asked else "") for tag, value in meanings)

    def code(self, mention: Mention) -> str:
        """Return the character that stands for *mention*."""
        key: tuple[Meaning, ...] = ((mention.tag, mention.value),)
        if mention.also:
            key = mention.meanings()
        code = self._tags.get(key)
        if code is None:
            known = self._known(key)
            code = self._codes.get(known) or self._codes.get(frozenset({next(iter(self._known(key[:1])))})) or "?"
            if len(self._tags) < 100_000:
                self._tags[key] = code
        return code

    def values(self, tag: str) -> list[str]:
        """Return the values of *tag* that a pattern may ask for."""
        return sorted(value for t, value in self._asked if t == tag and value)

    def members(self, tag: str, values: Sequence[str]) -> str:
        """Return the characters of all mentions that have *tag*, and one of *values* where any are given."""
        asked: Iterable[Meaning | str] = [(tag, value) for value in values] if values else [tag]
        return "".join(sorted({code for one in asked for code in self._having.get(one, ())}))


@dataclass(frozen=True, slots=True)
class Coded:
    """The coded sentence, and for each character the index of its mention, or -1."""

    codes: str
    mentions: Sequence[Mention]
    index: Sequence[int]


@lru_cache(maxsize=65_536)
def gap_codes(gap: str) -> str:
    """Return the codes of the characters between two mentions.

    >>> gap_codes(""), gap_codes("已达"), gap_codes("，其余的都已经"), gap_codes("（")
    ('', 'n', ',f', '(')
    """
    codes = gap.translate(_CODES)
    if not codes.strip(_OTHER):
        return _reach(codes)
    return _RUN.sub(lambda run: _reach(run.group()), codes)


def _reach(run: str) -> str:
    return "" if not run else NEAR if len(run) <= NEAR_CHARACTERS else FAR


def _listed(text: str, mentions: Sequence[Mention], number: int) -> bool:
    """Tell whether a label opens the next item of a row: 确诊：345例 治愈：1234例, 确诊+30疑似+40, 累计22例 死亡3例."""
    figure, mention = mentions[number - 1], mentions[number]
    gap = text[figure.end : mention.start]
    if figure.tag != "QTY" or ":" not in mention.tag or (gap and not gap.isspace()):
        return False
    label = mentions[number - 2] if number > 1 else None
    led = label is not None and label.tag == mention.tag and figure.start - label.end <= LABEL_REACH
    if gap and led:
        return True
    following = mentions[number + 1] if number + 1 < len(mentions) else None
    if following is None or following.tag != "QTY":
        return False
    joint = text[mention.end : following.start]
    if led and label is not None and joint in _SIGNS:
        # the view closes the space between a digit and a word
        return text[label.end : figure.start] == joint
    kinds = {figure.value, following.value}
    return bool(gap) and not joint and (len(kinds) == 1 or kinds <= _PEOPLE)


def encode(text: str, start: int, end: int, mentions: Sequence[Mention], alphabet: Alphabet) -> Coded:
    """Return the coded form of ``text[start:end]`` with its mentions, which are sorted by start."""
    codes: list[str] = []
    index: list[int] = []
    position = start
    for number, mention in enumerate(mentions):
        gap = gap_codes(text[position : mention.start]) if mention.start > position else ""
        if not gap and number and mention.start >= position and _listed(text, mentions, number):
            gap = ","
        if gap:
            codes.append(gap)
            index.extend([-1] * len(gap))
        codes.append(alphabet.code(mention))
        index.append(number)
        position = max(position, mention.end)
    if end > position:
        gap = gap_codes(text[position:end])
        codes.append(gap)
        index.extend([-1] * len(gap))
    return Coded("".join(codes), mentions, index)
