"""From one alternative of a pattern to a regular expression over coded sequences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import regex

from epiextract.errors import PackError, did_you_mean
from epiextract.matching.sequence import Alphabet
from epiextract.packs.language import Ast, Gap, Group, Item, TagTest
from epiextract.packs.loader import LoadedPack
from epiextract.packs.schema import Pattern

_GAPS = {
    "near": "n?",
    # 死亡病例：3例
    "~": "[nf]?:?",
    ",": "[nf]?(?:[,e:][nf]?)?",
    "..": r"[^,;:.]{0,24}?",
    "、": r"[^;:.()]{0,60}?",
    "（": r"[nf]?\([^;.()]{0,60}?",
    "...": r"[^.]{0,60}?",
}


@dataclass(frozen=True, slots=True)
class Captured:
    """A group of the expression: its name, the slot that it fills or nothing, the qualified tag that it asks for."""

    name: str
    slot: str
    tag: str


@dataclass(frozen=True, slots=True)
class CompiledPattern:
    """One alternative of a pattern, ready to be tried at a figure.

    Args:
        pack: The pack that it comes from.
        pattern: The pattern as written.
        expression: The regular expression over coded sequences.
        needs: For each mandatory mention the characters that can stand for it; lacking one, it is not tried.
        needed: The same as tags, for people.
        groups: One a mention of the pattern.
        order: The place in the order of declaration.
        ast: Its parts.
        need_bits: The needs as bits, one a set of characters that some pattern needs.
    """

    pack: LoadedPack
    pattern: Pattern
    expression: Any
    needs: tuple[frozenset[str], ...]
    needed: tuple[str, ...]
    groups: tuple[Captured, ...]
    order: int
    ast: Ast
    need_bits: int = 0

    @property
    def rule(self) -> str:
        """The name under which events cite it: ``pack/pattern@version``."""
        return self.pack.rule(self.pattern.id)


class Builder:
    """Turns one alternative of a pattern into a regular expression; what is wrong goes into *faults*.

    Args:
        scope: The tags that the pattern may name, each with its qualified name.
        alphabet: The characters of mentions.
        where: The place of the pattern, for messages.
        faults: Takes up what is wrong.
    """

    def __init__(self, scope: dict[str, str], alphabet: Alphabet, where: str, faults: list[PackError]) -> None:
        self.scope = scope
        self.alphabet = alphabet
        self.where = where
        self.faults = faults
        self.groups: list[Captured] = []
        self.needs: list[frozenset[str]] = []
        self.needed: list[str] = []

    def build(self, pack: LoadedPack, pattern: Pattern, ast: Ast, order: int) -> CompiledPattern:
        """Return the alternative compiled.

        Args:
            pack: The pack of the pattern.
            pattern: The pattern as written.
            ast: The alternative's parts.
            order: The place in the order of declaration.
        """
        left = self.run(ast.left, "left")
        value = self.members(ast.value)
        right = self.run(ast.right, "right")
        self.needs.append(frozenset(value))
        self.needed.append(shown_test(ast.value))
        source = (f"(?<={left})" if left else "") + f"(?P<value>[{value}])" + (f"(?={right})" if right else "")
        expression = None if self.faults else regex.compile(source)
        return CompiledPattern(
            pack, pattern, expression, tuple(self.needs), tuple(self.needed), tuple(self.groups), order, ast
        )

    def run(self, items: tuple[Item, ...], side: str) -> str:
        """Return the expression of a run; left of the figure a mention's gap follows it, right of it precedes it."""
        out = []
        for number, item in enumerate(items):
            if isinstance(item, Gap):
                continue
            beside = number + 1 if side == "left" else number - 1
            neighbour = items[beside] if 0 <= beside < len(items) else None
            gap = _GAPS[neighbour.kind] if isinstance(neighbour, Gap) else ""
            if isinstance(item, TagTest) and item.banned:
                codes = self.members(item)
                out.append(f"(?<![{codes}]{gap})" if side == "left" else f"(?!{gap}[{codes}])")
                continue
            body = self.test(item, needed=side != "inner") if isinstance(item, TagTest) else self.group(item)
            joined = body + gap if side == "left" else gap + body
            out.append(f"(?:{joined})?" if item.optional else joined)
        return "".join(out)

    def group(self, item: Group) -> str:
        """Return the expression of a group, whose alternatives may stand for each other."""
        return "(?:" + "|".join(self.run(alternative, "inner") for alternative in item.alternatives) + ")"

    def test(self, test: TagTest, *, needed: bool) -> str:
        """Return the group of a mention; where it is *needed* and may not be missing, it is noted as a need."""
        codes = self.members(test)
        if needed and not test.optional:
            self.needs.append(frozenset(codes))
            self.needed.append(shown_test(test))
        name = f"g{len(self.groups)}"
        self.groups.append(Captured(name, test.name or "", self.scope.get(test.tag, "")))
        return f"(?P<{name}>[{codes}])"

    def members(self, test: TagTest) -> str:
        """Return the characters that the test allows; a test that nothing can meet is a fault."""
        qualified = self.scope.get(test.tag)
        if qualified is None:
            self.faults.append(_unknown("tag", test.tag, sorted(self.scope), self.where))
            return ""
        for value in test.values:
            known = self.alphabet.values(qualified)
            if value not in known:
                self.faults.append(_unknown(f"value of {test.tag}", value, known, self.where))
        return self.alphabet.members(qualified, test.values)


def shown_test(test: TagTest) -> str:
    """Return a test as a pack writes it, without the name of its capture."""
    return f"{test.tag}={'/'.join(test.values)}" if test.values else test.tag


def _unknown(kind: str, name: str, known: Sequence[str], where: str) -> PackError:
    near = did_you_mean(name, known)
    hint = f"{near} In scope: {', '.join(known)}.".lstrip()
    code = "EPX131" if kind == "tag" else "EPX132"
    return PackError(code, f"the pattern asks for the unknown {kind} {name}", where=where, hint=hint)
