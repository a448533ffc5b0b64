"""The pattern language of packs: a line of tags around one figure.

========================  =====================================================================================
``TAG``                   a mention with that tag
``TAG=a/b``               ... and one of these values
``name:TAG``              ... which fills the slot *name*; ``value:QTY`` is the figure, once in every pattern
``TAG?``                  ... which may be absent
``(A B | C)``             one of the alternatives; ``(A B)?`` may be absent
``!TAG``                  not followed (left of the figure: not preceded) by such a mention
a space                   the next mention is adjacent or at most four characters away
``~``                     ... any distance in the same clause part, no mention between
``,``                     ... and one comma or enumeration mark may stand between
``..``                    other mentions of the same clause may stand between, at most 24 symbols
``、``                     the items of a list may stand between: no bracket, semicolon or colon, at most 60 symbols
``（``                     a bracket opens in between; items of the list inside of it may stand before the mention
``...``                   anything of the same sentence may stand between, at most 60 symbols
========================  =====================================================================================

An optional mention takes its gap along: left of the figure the gap behind it, right of the figure the gap before it.
In ``A B? .. value:QTY`` the gap between A and the figure is near where B is absent; write two alternatives where that
is not meant. Nothing repeats inside anything that repeats, every gap is bounded and at most three are wide, so a
pattern cannot blow up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from epiextract.errors import PackError

_TOKEN = re.compile(
    r"\s*(?:(?P<gap>\.\.\.|\.\.|,|~|、|（)|(?P<open>\()|(?P<close>\)\??)|(?P<bar>\|)"
    r"|(?P<atom>!?(?:[a-z][a-z_]*:)?[A-Z][A-Z0-9_]*(?:=[^\s()|?,~]+)?\??))"
)
_ATOM = re.compile(
    r"(?P<ban>!)?(?:(?P<name>[a-z][a-z_]*):)?(?P<tag>[A-Z][A-Z0-9_]*)(?:=(?P<values>[^\s()|?,~]+?))?(?P<maybe>\?)?$"
)
MAX_ITEMS = 24
MAX_GROUP_DEPTH = 3
# Gaps that go over other mentions multiply the ways in which a pattern can be tried.
MAX_WIDE_GAPS = 3
SHAPE = "Write slot:TAG=value, the slot in small letters, the tag in capital ones; docs/packs.md has the signs."
WIDE = frozenset({"..", "...", "、", "（"})


@dataclass(frozen=True, slots=True)
class TagTest:
    """One mention of a pattern: its tag, the values allowed, the slot that it fills."""

    tag: str
    values: tuple[str, ...] = ()
    name: str | None = None
    optional: bool = False
    banned: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """What may stand between two mentions: ``near``, ``~``, ``,``, ``..``, ``、``, ``（`` or ``...``."""

    kind: str


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives, each a run of items."""

    alternatives: tuple[tuple[Item, ...], ...]
    optional: bool = False


Item = TagTest | Gap | Group


@dataclass(frozen=True, slots=True)
class Ast:
    """A pattern taken apart: what stands left of the figure, the figure, what stands right of it."""

    left: tuple[Item, ...]
    value: TagTest
    right: tuple[Item, ...]

    def tests(self) -> Iterator[TagTest]:
        """Yield every test of the pattern, the figure's own too."""
        yield from _tests(self.left)
        yield self.value
        yield from _tests(self.right)


def _wide_gaps(items: tuple[Item, ...]) -> int:
    """Return how many gaps of *items* go over other mentions."""
    count = 0
    for item in items:
        if isinstance(item, Gap):
            count += item.kind in WIDE
        elif isinstance(item, Group):
            count += max(_wide_gaps(alternative) for alternative in item.alternatives)
    return count


def _tests(items: tuple[Item, ...]) -> Iterator[TagTest]:
    for item in items:
        if isinstance(item, TagTest):
            yield item
        elif isinstance(item, Group):
            for alternative in item.alternatives:
                yield from _tests(alternative)


def parse_pattern(text: str, where: str | None = None) -> Ast:
    """Return the parts of a pattern.

    Args:
        text: The pattern as a pack writes it.
        where: The place for error messages.

    Raises:
        PackError: EPX120 where the text is not of the language.

    >>> ast = parse_pattern("measure:STATE , value:QTY=person/bare")
    >>> [test.tag for test in ast.tests()], ast.value.values
    (['STATE', 'QTY'], ('person', 'bare'))
    """
    items = _Parser(text, where).parse()
    at = [i for i, item in enumerate(items) if isinstance(item, TagTest) and item.name == "value"]
    named = sum(test.name == "value" for test in _tests(items))
    if len(at) != 1 or named != 1:
        raise _error(text, where, f"{named} figures named 'value'", "Write value:QTY once, outside of any group.")
    value = items[at[0]]
    assert isinstance(value, TagTest)
    if value.optional or value.banned or value.tag != "QTY":
        raise _error(text, where, "the figure must be value:QTY, neither optional nor banned", "Write value:QTY=kind.")
    return Ast(items[: at[0]], value, items[at[0] + 1 :])


def _error(text: str, where: str | None, what: str, hint: str) -> PackError:
    return PackError("EPX120", f"pattern {text!r}: {what}", where=where, hint=hint)


class _Parser:
    """A recursive descent over the tokens of one pattern."""

    def __init__(self, text: str, where: str | None) -> None:
        self.text = text
        self.where = where
        self.tokens: list[tuple[str, str]] = []
        position = 0
        stripped = text.rstrip()
        while position < len(stripped):
            match = _TOKEN.match(stripped, position)
            if not match:
                raise _error(text, where, f"cannot read {stripped[position:].strip()[:20]!r}", SHAPE)
            self.tokens.append((match.lastgroup or "", match.group().strip()))
            position = match.end()
        self.at = 0

    def parse(self) -> tuple[Item, ...]:
        items = self.run(depth=0)
        if self.at < len(self.tokens):
            raise _error(self.text, self.where, f"{self.tokens[self.at][1]!r} has no partner", "Balance the brackets.")
        if isinstance(items[0], Gap) or isinstance(items[-1], Gap):
            hint = "Remove it, or name what stands there."
            raise _error(self.text, self.where, "a gap at an end, which leads nowhere", hint)
        if sum(1 for _ in _tests(items)) > MAX_ITEMS:
            raise _error(self.text, self.where, f"more than {MAX_ITEMS} mentions", "Split the pattern.")
        if _wide_gaps(items) > MAX_WIDE_GAPS:
            hint = "Use nearer gaps, or split the pattern."
            raise _error(self.text, self.where, f"more than {MAX_WIDE_GAPS} wide gaps", hint)
        return items

    def run(self, depth: int) -> tuple[Item, ...]:
        """Read items up to a bar, a closing bracket or the end; a missing gap is a near one."""
        items: list[Item] = []
        gap = False
        while self.at < len(self.tokens):
            kind, token = self.tokens[self.at]
            if kind in ("bar", "close"):
                break
            self.at += 1
            if kind == "gap":
                if gap:
                    raise _error(self.text, self.where, "two gaps in a row", "Keep the wider one.")
                items.append(Gap(token))
                gap = True
                continue
            if items and not gap:
                items.append(Gap("near"))
            items.append(self.group(depth) if kind == "open" else self.test(token))
            gap = False
        if not items:
            raise _error(self.text, self.where, "an empty part", "Name at least one tag.")
        return tuple(items)

    def group(self, depth: int) -> Group:
        if depth >= MAX_GROUP_DEPTH:
            raise _error(self.text, self.where, f"groups deeper than {MAX_GROUP_DEPTH}", "Flatten them.")
        alternatives = [self.run(depth + 1)]
        while self.at < len(self.tokens) and self.tokens[self.at][0] == "bar":
            self.at += 1
            alternatives.append(self.run(depth + 1))
        if self.at >= len(self.tokens) or self.tokens[self.at][0] != "close":
            raise _error(self.text, self.where, "a group that is not closed", "Add ')'.")
        closing = self.tokens[self.at][1]
        self.at += 1
        return Group(tuple(alternatives), closing.endswith("?"))

    def test(self, token: str) -> TagTest:
        match = _ATOM.match(token)
        if not match:
            raise _error(self.text, self.where, f"cannot read {token!r}", "Write name:TAG=value?.")
        values = tuple(match["values"].split("/")) if match["values"] else ()
        return TagTest(match["tag"], values, match["name"], bool(match["maybe"]), bool(match["ban"]))
