"""From pack files to checked packs: every fault is collected and raised once, with its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from epiextract.errors import PackError
from epiextract.packs.language import Ast, parse_pattern
from epiextract.packs.schema import Pack, TagSpec
from epiextract.packs.schema_faults import schema_faults, without_unknown_keys
from epiextract.packs.surface import surface_fault
from epiextract.packs.yaml_nodes import Located, parse_yaml
from epiextract.packs.yaml_nodes import Path as Part

SUFFIX = ".pack.yaml"
# What one pack may hold; the largest of ours has a hundredth of it.
MAX_TERMS, MAX_REGEXES, MAX_PATTERNS, MAX_ALTERNATIVES = 100_000, 100, 500, 60
MAX_BYTES = 16_000_000
_FIGURES = frozenset(
    {"person", "person_time", "team", "bed", "money", "share", "ratio", "mass", "length", "area", "volume", "duration"}
    | {"age", "temperature", "pressure", "data", "power", "sample", "goods", "count", "multiple", "bare"}
)
# What the taggers find by themselves, and the values that a pattern may ask for; an empty set allows any.
BUILTIN_TAGS: dict[str, frozenset[str]] = {
    "QTY": _FIGURES,
    "TIME": frozenset(),
    "PLACE": frozenset(),
    "ORG": frozenset(),
    "FACILITY": frozenset(),
    "PERSON": frozenset(),
    "GOODS": frozenset(),
    "DISEASE": frozenset(),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A surface term of a pack's tag."""

    text: str
    tag: str
    value: str


# one that was read is itself and no other, so that what is compiled from it can be kept by it
@dataclass(frozen=True, slots=True, eq=False)
class LoadedPack:
    """A pack that has been read: its models, its terms, its parsed patterns, and where each part stands.

    Args:
        pack: The pack as written.
        located: The raw data with line numbers.
        terms: Every surface term of every tag.
        asts: The parsed alternatives of every pattern, by pattern id.
        places: The part of the pack in which each of these alternatives is written, by pattern id.
    """

    pack: Pack
    located: Located
    terms: tuple[Term, ...]
    asts: dict[str, tuple[Ast, ...]]
    places: dict[str, tuple[Part, ...]]

    @property
    def name(self) -> str:
        """The pack's name."""
        return self.pack.pack

    def rule(self, pattern_id: str) -> str:
        """Return the name under which an event cites a pattern: ``pack/pattern@version``."""
        return f"{self.pack.pack}/{pattern_id}@{self.pack.version}"


class PackErrors(PackError):
    """All faults of one or several packs, raised once."""

    def __init__(self, faults: Sequence[PackError]) -> None:
        self.faults = tuple(sorted(faults, key=_place))
        first = self.faults[0]
        super().__init__(first.code, first.message, where=first.where, hint=first.hint)

    def __reduce__(self) -> tuple[object, ...]:
        return (PackErrors, (self.faults,))

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


def _place(fault: PackError) -> tuple[str, int]:
    file, _, line = (fault.where or "").rpartition(":")
    return (file, int(line)) if line.isdigit() else (fault.where or "", 0)


def load_pack(path: Path, faults: list[PackError] | None = None) -> LoadedPack:
    """Return the pack in a file.

    Args:
        path: A ``*.pack.yaml`` file.
        faults: Takes up what is wrong with parts of the pack, so that more can be checked; None: it is raised.

    Raises:
        PackError: The file cannot be read as a pack at all.
        PackErrors: Everything else that is wrong with it, at once.
    """
    try:
        text = _text_of(path)
    except FileNotFoundError:
        raise PackError("EPX100", "no such pack file", where=str(path), hint="Check the path.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(
            "EPX100", f"cannot be read: {error}", where=str(path), hint="A pack is a UTF-8 text file."
        ) from None
    return parse_pack(text, str(path), folder=path.parent, faults=faults)


def _text_of(path: Path) -> str:
    """Return the text of a plain file; a pipe would never end, and a file without bounds eats the memory."""
    if path.exists() and not path.is_file():
        raise OSError("it is no file")
    if path.stat().st_size > MAX_BYTES:
        raise OSError(f"it has more than {MAX_BYTES:,} bytes")
    # editors of Windows begin a file with a BOM, which is no part of the first term of a lexicon
    return path.read_text(encoding="utf-8-sig")


def parse_pack(
    text: str, source: str, *, folder: Path | None = None, faults: list[PackError] | None = None
) -> LoadedPack:
    """Return the pack written in a string, as :func:`load_pack` does for a file.

    Args:
        text: The pack's YAML.
        source: The name that stands in messages.
        folder: Where lexicon files are looked for; none: lexicon files are refused.
        faults: As for :func:`load_pack`.
    """
    located = parse_yaml(text, source)
    if not isinstance(located.data, dict):
        raise PackError("EPX101", "a pack is a mapping", where=source, hint="Start with 'format: 1'.")
    found: list[PackError] = []
    pack = _validated(located, found)
    terms = tuple(_terms(pack, located, folder, found))
    found += _too_much(pack, located, len(terms))
    found += _surface_faults(pack, located)
    parsed = _alternatives(pack, located, found)
    if found and faults is None:
        raise PackErrors(found)
    if faults is not None:
        faults += found
    asts = {name: tuple(ast for _, ast in alternatives) for name, alternatives in parsed.items()}
    places = {name: tuple(place for place, _ in alternatives) for name, alternatives in parsed.items()}
    return LoadedPack(pack, located, terms, asts, places)


def _validated(located: Located, faults: list[PackError]) -> Pack:
    """Return the data as a pack; where only keys are unknown, they are left out, so that more can be checked."""
    try:
        return Pack.model_validate(located.data)
    except ValidationError as error:
        faults += schema_faults(error, located)
        rest = without_unknown_keys(error, located)
        if rest is None:
            raise PackErrors(faults) from None
    try:
        return Pack.model_validate(rest)
    except ValidationError:
        raise PackErrors(faults) from None


def _terms(pack: Pack, located: Located, folder: Path | None, faults: list[PackError]) -> Iterator[Term]:
    for tag, spec in pack.tags.items():
        if isinstance(spec, TagSpec):
            for value, terms in spec.values.items():
                yield from (Term(term, tag, value) for term in terms)
            before, told = len(faults), bool(spec.regex or any(spec.values.values()))
            for value, lexicon in spec.lexicons.items():
                path = ("tags", tag, "lexicons", value)
                for term in _lexicon_terms(lexicon.file, folder, located.where(path), faults):
                    told = True
                    yield Term(term, tag, value)
            if spec.lexicons and not told and len(faults) == before:
                hint = "Write one a line into its lexicon, or remove the tag."
                faults.append(PackError("EPX118", f"the tag {tag} has no term", where=located.where(path), hint=hint))
        elif isinstance(spec, tuple):
            yield from (Term(term, tag, term) for term in spec)
        else:
            for value, terms in spec.items():
                yield from (Term(term, tag, value) for term in terms)


def _lexicon_terms(name: str, folder: Path | None, where: str, faults: list[PackError]) -> list[str]:
    if folder is None:
        faults.append(PackError("EPX105", "a lexicon file in a pack without a folder", where=where))
        return []
    root = folder.resolve()
    path = (root / name).resolve()
    if not path.is_relative_to(root):
        hint = "A pack reads only files below its own folder."
        faults.append(PackError("EPX105", f"the lexicon {name!r} lies outside of the pack", where=where, hint=hint))
        return []
    try:
        lines = _text_of(path).splitlines()
    except (OSError, UnicodeDecodeError) as error:
        faults.append(PackError("EPX105", f"the lexicon {name!r} cannot be read: {error}", where=where))
        return []
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _too_much(pack: Pack, located: Located, terms: int) -> Iterator[PackError]:
    """Yield a fault for each bound that the pack breaks, so that no pack can eat the memory of who loads it."""
    regexes = sum(len(spec.regex) for spec in pack.tags.values() if isinstance(spec, TagSpec))
    alternatives = max((len(p.match) for p in pack.patterns if not isinstance(p.match, str)), default=0)
    sizes = (
        ("tags", "terms", terms, MAX_TERMS),
        ("tags", "surface regexes", regexes, MAX_REGEXES),
        ("patterns", "patterns", len(pack.patterns), MAX_PATTERNS),
        ("patterns", "alternatives in one pattern", alternatives, MAX_ALTERNATIVES),
    )
    for key, what, seen, most in sizes:
        if seen > most:
            hint = "Split the pack." if key == "tags" else "Name what they share with a tag, or split the pack."
            yield PackError("EPX123", f"{seen:,} {what}, more than {most:,}", where=located.where((key,)), hint=hint)


def _surface_faults(pack: Pack, located: Located) -> Iterator[PackError]:
    for tag, spec in pack.tags.items():
        for value, expression in spec.regex.items() if isinstance(spec, TagSpec) else ():
            fault = surface_fault(expression)
            if fault:
                where = located.where(("tags", tag, "regex", value))
                hint = "Bound every repetition ({1,20}), and repeat single characters only."
                yield PackError("EPX122", f"the regex of {tag}={value}: {fault}", where=where, hint=hint)


def _alternatives(pack: Pack, located: Located, faults: list[PackError]) -> dict[str, list[tuple[Part, Ast]]]:
    """Return the alternatives of each pattern that can be read, each with the part of the pack that says it."""
    parsed: dict[str, list[tuple[Part, Ast]]] = {}
    for index, pattern in enumerate(pack.patterns):
        at: Part = ("patterns", index, "match")
        one = isinstance(pattern.match, str)
        alternatives = []
        for number, text in enumerate([pattern.match] if one else pattern.match):
            place = at if one else (*at, number)
            try:
                alternatives.append((place, parse_pattern(str(text), located.where(place))))
            except PackError as fault:
                faults.append(fault)
        if pattern.id in parsed:
            message = f"two patterns are called {pattern.id!r}"
            faults.append(PackError("EPX106", message, where=located.where(at), hint="Rename one."))
        parsed[pattern.id] = alternatives
    return parsed
