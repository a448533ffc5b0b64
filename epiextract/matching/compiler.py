"""Packs compiled: one automaton of terms, one alphabet, and a regular expression a pattern.

Everything is decided here, once. A pattern becomes ``(?<=left)value(?=right)`` over the coded sequence, so that it is
tried at each figure and nowhere else, and the nearest trigger is met first. Gaps are bounded and nothing nests, so the
time for a figure is bounded too.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import regex

from epiextract.errors import PackError
from epiextract.matching.expressions import Builder, CompiledPattern
from epiextract.matching.sequence import Alphabet, Meaning
from epiextract.packs.language import Ast
from epiextract.packs.loader import BUILTIN_TAGS, LoadedPack, PackErrors
from epiextract.packs.schema import TagSpec
from epiextract.tagging.diseases import disease_entries
from epiextract.tagging.mentions import Entry
from epiextract.tagging.tagger import name_words

_LOOK_AROUND = regex.compile(r"\(\?<?[=!](?:\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^()\\])*\)")
# So many surface regexes of packs find one term, with all their combinations; any more have no say there.
MOST_TOGETHER = 4


@dataclass(frozen=True, slots=True)
class CompiledPacks:
    """All packs of an extractor: terms for the lexicon, tags that mask, the alphabet, and the patterns."""

    packs: tuple[LoadedPack, ...]
    entries: tuple[Entry, ...]
    regexes: tuple[tuple[str, str, Any], ...]
    alphabet: Alphabet
    patterns: tuple[CompiledPattern, ...]
    figure_codes: str
    scopes: dict[str, dict[str, str]] = field(default_factory=dict)
    masks: frozenset[str] = frozenset()
    code_bits: dict[str, int] = field(default_factory=dict)
    by_need: dict[int, list[CompiledPattern]] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # a pattern is looked at only where the rarest of its needs is met: the one that the fewest characters meet
        sizes = Counter(bit for bits in self.code_bits.values() for bit in _single(bits))
        by_need: dict[int, list[CompiledPattern]] = {}
        for pattern in self.patterns:
            by_need.setdefault(min(_single(pattern.need_bits), key=sizes.__getitem__), []).append(pattern)
        object.__setattr__(self, "by_need", by_need)


def _single(bits: int) -> list[int]:
    """Return the bits that are set, each as a number.

    >>> _single(0b10110)
    [2, 4, 16]
    """
    return [1 << at for at in range(bits.bit_length()) if bits >> at & 1]


def compile_packs(packs: Sequence[LoadedPack]) -> CompiledPacks:
    """Return *packs* compiled together; the same packs are compiled once a process.

    Args:
        packs: Loaded packs; those that another one uses must be among them.

    Raises:
        PackErrors: Unknown packs in ``uses``, unknown tags or values in patterns, all at once.
    """
    return _compiled(tuple(packs))


@lru_cache(maxsize=8)
def _compiled(packs: tuple[LoadedPack, ...]) -> CompiledPacks:
    by_name = {pack.name: pack for pack in packs}
    faults: list[PackError] = []
    scopes = {pack.name: _scope(pack, by_name, faults) for pack in packs}
    entries = tuple(Entry(term.text, f"{pack.name}:{term.tag}", term.value) for pack in packs for term in pack.terms)
    regexes = tuple(_regexes(packs))
    asked = [(f"{pack.name}:{term.tag}", term.value) for pack in packs for term in pack.terms]
    asked += [(tag, value) for tag, value, _ in regexes]
    asked += [("QTY", value) for value in BUILTIN_TAGS["QTY"]]
    asked += [(tag, "") for tag in BUILTIN_TAGS]
    for pack in packs:
        asked += _builtin_values(pack)
    combinations = _combinations(entries, asked)
    alphabet = Alphabet(asked, [*combinations, *_with_regexes(combinations, entries, regexes)])
    patterns: list[CompiledPattern] = []
    for pack in packs:
        for number, pattern in enumerate(pack.pack.patterns):
            where = pack.located.where(("patterns", number, "match"))
            for ast in pack.asts[pattern.id]:
                builder = Builder(scopes[pack.name], alphabet, where, faults)
                patterns.append(builder.build(pack, pattern, ast, len(patterns)))
    if faults:
        raise PackErrors(faults)
    coded, bits = _with_bits(patterns)
    masks = frozenset(f"{pack.name}:{tag}" for pack in packs for tag in pack.pack.masks)
    figures = alphabet.members("QTY", ())
    return CompiledPacks(packs, entries, regexes, alphabet, coded, figures, scopes, masks, bits)


def _with_bits(patterns: Sequence[CompiledPattern]) -> tuple[tuple[CompiledPattern, ...], dict[str, int]]:
    """Return the patterns with their needs as bits, and for each character the needs that it meets."""
    numbers: dict[frozenset[str], int] = {}
    for pattern in patterns:
        for need in pattern.needs:
            numbers.setdefault(need, len(numbers))
    bits: dict[str, int] = {}
    for need, number in numbers.items():
        for code in need:
            bits[code] = bits.get(code, 0) | 1 << number
    coded = (replace(one, need_bits=sum({1 << numbers[need] for need in one.needs})) for one in patterns)
    return tuple(coded), bits


def _combinations(entries: Iterable[Entry], asked: Iterable[Meaning]) -> list[frozenset[Meaning]]:
    by_term: dict[str, set[Meaning]] = {}
    for entry in entries:
        by_term.setdefault(entry.term, set()).add((entry.tag, entry.value))
    # a name keeps the meanings of a term that covers the same words, also where a pattern asks what sort of name it
    # is: 患者 is ORG=group, a group that receives, too
    sorts: dict[str, set[str]] = {}
    for tag, value in asked:
        sorts.setdefault(tag, {""}).add(value)
    words = itertools.chain(name_words(), ((entry.term, entry.tag) for entry in disease_entries()))
    named = [{*by_term[word], (tag, value)} for word, tag in words if word in by_term for value in sorts.get(tag, {""})]
    return sorted({frozenset(meanings) for meanings in (*by_term.values(), *named)}, key=sorted)


def _with_regexes(
    combinations: Iterable[frozenset[Meaning]], entries: Iterable[Entry], regexes: Sequence[tuple[str, str, Any]]
) -> list[frozenset[Meaning]]:
    """Return the sets of meanings of characters that surface regexes find, and that a term or another regex is too."""
    if not regexes:
        return []
    found = {frozenset(pair) for pair in itertools.combinations([(tag, value) for tag, value, _ in regexes], 2)}
    terms: dict[str, set[Meaning]] = {}
    for entry in entries:
        terms.setdefault(entry.term, set()).add((entry.tag, entry.value))
    # what stands around a term decides about look-arounds, and is not known here
    bare = [((tag, value), regex.compile(_LOOK_AROUND.sub("", one.pattern))) for tag, value, one in regexes]
    for term, meanings in terms.items():
        met = [meaning for meaning, expression in bare if expression.fullmatch(term)][:MOST_TOGETHER]
        sets = itertools.chain.from_iterable(itertools.combinations(met, size) for size in range(1, len(met) + 1))
        found |= {frozenset({*meanings, *one}) for one in sets}
    return sorted(found - set(combinations), key=sorted)


def _builtin_values(pack: LoadedPack) -> list[Meaning]:
    return [
        (test.tag, value)
        for asts in pack.asts.values()
        for ast in asts
        for test in ast.tests()
        if test.tag in BUILTIN_TAGS
        for value in test.values
    ]


def _scope(pack: LoadedPack, by_name: dict[str, LoadedPack], faults: list[PackError]) -> dict[str, str]:
    """Return the tags that the pack's patterns may name, each with its qualified name."""
    scope = {tag: tag for tag in BUILTIN_TAGS}
    for number, used in enumerate(pack.pack.uses):
        if used not in by_name:
            where = pack.located.where(("uses", number))
            hint = f"Loaded are {', '.join(sorted(by_name))}."
            faults.append(PackError("EPX130", f"uses {used!r}, which is not loaded", where=where, hint=hint))
            continue
        scope |= {tag: f"{used}:{tag}" for tag in by_name[used].pack.tags}
    return scope | {tag: f"{pack.name}:{tag}" for tag in pack.pack.tags}


def _regexes(packs: Sequence[LoadedPack]) -> Iterable[tuple[str, str, Any]]:
    for pack in packs:
        for tag, spec in pack.pack.tags.items():
            if isinstance(spec, TagSpec):
                for value, expression in spec.regex.items():
                    yield f"{pack.name}:{tag}", value, regex.compile(expression)


def expression_of(part: Ast, pattern: CompiledPattern, packs: CompiledPacks) -> Any:
    """Return the regular expression of a part of a pattern that was compiled as a whole.

    Args:
        part: Some of the pattern's items around its figure.
        pattern: The pattern.
        packs: The packs that it was compiled with.
    """
    builder = Builder(packs.scopes[pattern.pack.name], packs.alphabet, "", [])
    return builder.build(pattern.pack, pattern.pattern, part, pattern.order).expression
