"""Lint: what is not wrong with a pack but keeps it from being trusted, with the line and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from epiextract.errors import PackError
from epiextract.packs.loader import LoadedPack
from epiextract.testing.cases import pack_cases, run_case
from epiextract.testing.coverage import coverage
from epiextract.testing.runner import extractor_for

if TYPE_CHECKING:
    from epiextract.extractor import Extractor

Severity = Literal["warning", "info"]
# A pack may have many terms that no example uses; a finding names the first few.
SHOWN_TERMS = 8


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that lint has to say of a pack.

    Args:
        severity: ``warning``: mend it; ``info``: know it.
        fault: Code, message, place and hint.
    """

    severity: Severity
    fault: PackError

    def __str__(self) -> str:
        return f"{self.fault}"


def lint_pack(pack: LoadedPack, path: Path, users: Sequence[LoadedPack] = ()) -> list[Finding]:
    """Return the findings of one pack that loads.

    Args:
        pack: The pack.
        path: Its file.
        users: Packs that use it; their cases exercise its terms too.
    """
    extractor = extractor_for(path)
    return [
        *_without_cases(pack),
        *_said_twice(pack),
        *_unreachable(pack, extractor),
        *_hidden_terms(pack, extractor),
        *_unused_terms(pack, users),
    ]


def _finding(
    severity: Severity, code: str, message: str, pack: LoadedPack, path: tuple[str | int, ...], hint: str
) -> Finding:
    return Finding(severity, PackError(code, message, where=pack.located.where(path), hint=hint))


def _without_cases(pack: LoadedPack) -> Iterator[Finding]:
    """Patterns that nothing proves: no example, or no near-miss."""
    for number, pattern in enumerate(pack.pack.patterns):
        where: tuple[str | int, ...] = ("patterns", number, "id")
        if not pattern.examples:
            hint = "Add a sentence and the events that it gives, under 'examples'."
            yield _finding("warning", "EPX124", f"pattern {pattern.id!r} has no example", pack, where, hint)
        if not pattern.rejects:
            hint = "Add a sentence that looks alike and must give nothing, and why, under 'rejects'."
            yield _finding("warning", "EPX125", f"pattern {pattern.id!r} has no reject", pack, where, hint)


def _said_twice(pack: LoadedPack) -> Iterator[Finding]:
    """Alternatives that an earlier pattern says already: the earlier one wins every tie."""
    seen: dict[object, str] = {}
    for number, pattern in enumerate(pack.pack.patterns):
        for ast in pack.asts[pattern.id]:
            before = seen.setdefault(ast, pattern.id)
            if before != pattern.id:
                message = f"pattern {pattern.id!r} is shadowed by {before!r}, which says the same and comes first"
                hint = "Remove one, or make this one more specific."
                yield _finding("warning", "EPX126", message, pack, ("patterns", number, "match"), hint)


def _unreachable(pack: LoadedPack, extractor: Extractor) -> Iterator[Finding]:
    """Patterns that decide no figure of their own examples."""
    winners: dict[str, Counter[str]] = {}
    for case in pack_cases(pack):
        if case.kind == "example" and not case.case.todo:
            rules = run_case(case, extractor).rules
            winners.setdefault(case.pattern.id, Counter()).update(rules)
    for number, pattern in enumerate(pack.pack.patterns):
        won = winners.get(pattern.id)
        if won and pack.rule(pattern.id) not in won:
            shadow = won.most_common(1)[0][0]
            message = f"pattern {pattern.id!r} decides no figure of its examples: shadowed by {shadow}"
            hint = (
                "The pattern with more mentions wins, then the nearer one, then the first: make this one more specific."
            )
            yield _finding("warning", "EPX126", message, pack, ("patterns", number, "match"), hint)


def _unused_terms(pack: LoadedPack, users: Sequence[LoadedPack]) -> Iterator[Finding]:
    """Terms that stand in no example and no reject."""
    for value in coverage(pack, users).values:
        if value.unused:
            shown = "、".join(value.unused[:SHOWN_TERMS]) + ("…" if len(value.unused) > SHOWN_TERMS else "")
            message = f"{len(value.unused)} terms of {value.tag}={value.value} stand in no example: {shown}"
            path = ("tags", value.tag, value.value)
            yield _finding("info", "EPX127", message, pack, path, "Add a sentence with them, or drop them.")


def _hidden_terms(pack: LoadedPack, extractor: Extractor) -> Iterator[Finding]:
    """Terms that the library's own names, goods and times cover: no pattern ever sees them by themselves."""
    from epiextract.text.document import Document

    hidden: dict[tuple[str, str], list[str]] = {}
    for term in pack.terms:
        tag = f"{pack.name}:{term.tag}"
        mentions = extractor.read(Document(id="term", text=term.text)).mentions
        if not any(m.valued(tag) == term.value and m.end - m.start == len(term.text) for m in mentions):
            seen = "+".join(sorted({m.tag.rpartition(":")[2] for m in mentions})) or "nothing"
            hidden.setdefault((term.tag, term.value), []).append(f"{term.text} ({seen})")
    for (tag, value), terms in hidden.items():
        message = f"terms of {tag}={value} are read as something else: {'、'.join(terms)}"
        hint = "Name that tag in the pattern as an alternative, or use a longer term."
        yield _finding("info", "EPX128", message, pack, ("tags", tag, value), hint)
