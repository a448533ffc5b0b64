"""Where a pattern stops that does not match: for explanations, tried part by part from the figure outwards."""

from __future__ import annotations

from collections.abc import Iterator

from epiextract.matching.compiler import CompiledPacks, expression_of
from epiextract.matching.expressions import CompiledPattern, shown_test
from epiextract.packs.language import Ast, Gap, Item, TagTest


def stopped_at(pattern: CompiledPattern, packs: CompiledPacks, codes: str, position: int) -> str:
    """Return where a pattern stops that does not match a figure, from the figure outwards: ``STATE, left of it``.

    Args:
        pattern: The pattern.
        packs: The packs that it was compiled with.
        codes: The coded sentence.
        position: The figure's place in it.
    """
    for side, item, part in _parts(pattern.ast):
        if not expression_of(part, pattern, packs).match(codes, position):
            return f"{told(item)}, {side} of the figure" if item else f"{told(part.value)}, the figure itself"
    return ""


def _parts(ast: Ast) -> Iterator[tuple[str, Item | None, Ast]]:
    """Yield ever larger parts of a pattern, each with the item that it has more than the one before it."""
    yield "", None, Ast((), ast.value, ())
    for at in range(len(ast.left) - 1, -1, -1):
        if not isinstance(ast.left[at], Gap):
            yield "left", ast.left[at], Ast(ast.left[at:], ast.value, ())
    for at, item in enumerate(ast.right):
        if not isinstance(item, Gap):
            yield "right", item, Ast((), ast.value, ast.right[: at + 1])


def told(item: Item) -> str:
    """Return a part of a pattern as a pack writes it, without the names of its captures.

    >>> from epiextract.packs.language import parse_pattern
    >>> told(parse_pattern("(A , !B | C=x/y)? value:QTY").left[0])
    '(A , !B | C=x/y)?'
    """
    if isinstance(item, Gap):
        return "" if item.kind == "near" else item.kind
    maybe = "?" if item.optional else ""
    if isinstance(item, TagTest):
        return f"{'!' if item.banned else ''}{shown_test(item)}{maybe}"
    runs = (" ".join(filter(None, map(told, run))) for run in item.alternatives)
    return f"({' | '.join(runs)}){maybe}"
