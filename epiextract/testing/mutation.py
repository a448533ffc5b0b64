"""The mutation check: without a pattern, a construct or the terms of a tag value some case must fail.

What can be taken away without a case failing is tested by nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from epiextract.deciding.fill import Filler
from epiextract.deciding.types.decider import Decider
from epiextract.deciding.types.fits import Claimed, Margins, Told
from epiextract.extractor import Extractor
from epiextract.matching.compiler import CompiledPacks
from epiextract.matching.reader import Reader
from epiextract.packs.loader import LoadedPack
from epiextract.packs.schema import Respectively, TagSpec
from epiextract.packs.yaml_nodes import Path
from epiextract.tagging.tagger import Tagger
from epiextract.testing.cases import Case, holds, pack_cases


@dataclass(frozen=True, slots=True)
class Survivor:
    """A part of a pack whose loss no case notices.

    Args:
        pack: The pack's name.
        part: ``pattern ID``, ``tag TAG=VALUE``, ``mask TAG``, ``respectively SLOT`` or ``carry ID.SLOT``.
        where: ``path:line``.
    """

    pack: str
    part: str
    where: str

    def __str__(self) -> str:
        return f"{self.where}: {self.pack} {self.part}: no case fails without it"


class Mutant(Extractor):
    """An extractor like another one, but on compiled packs from which a part was taken."""

    def __init__(self, whole: Extractor, packs: CompiledPacks, tagger: Tagger) -> None:
        # what is compiled once for the whole is not compiled again for every part that is taken away
        self.__dict__.update(whole.__dict__)
        self.packs = packs
        self._reader = Reader(tagger, packs)
        self.filler = Filler(packs, None)
        self.decider = Decider(None, Margins(()), frozenset(self.filler.packs), Told(packs), Claimed(packs))


def survivors(extractor: Extractor, mutated: Sequence[LoadedPack]) -> Iterator[Survivor]:
    """Yield the parts of *mutated* that can be dropped without a case failing.

    Only cases that the loss can change are run: those that hold a term of the value, and those at which the pattern
    matched. Nothing is compiled anew but the automaton of terms, where terms were dropped.

    Args:
        extractor: An extractor on the packs, with the trained models off.
        mutated: The packs to take apart, each among the extractor's.
    """
    cases = [case for pack in extractor.packs.packs for case in pack_cases(pack) if not case.case.todo]
    cases = [case for case in cases if holds(case, extractor)]
    whole = extractor.packs
    tagger = Tagger([*whole.entries, *extractor.gazetteer], whole.regexes, masks=whole.masks)
    for pack in mutated:
        for number, pattern in enumerate(pack.pack.patterns):
            kept = tuple(p for p in whole.patterns if not (p.pack is pack and p.pattern is pattern))
            mutant = Mutant(extractor, replace(whole, patterns=kept), tagger)
            asked = sorted(cases, key=lambda case, p=pattern: case.pattern is not p)  # type: ignore[misc]
            if all(holds(case, mutant) for case in asked):
                where = pack.located.where(("patterns", number, "id"))
                yield Survivor(pack.name, f"pattern {pattern.id}", where)
        asked = sorted(cases, key=lambda case, p=pack: case.pack.name != p.name)  # type: ignore[misc]
        for part, path, packs in _constructs(whole, pack):
            mutant = Mutant(extractor, packs, tagger.with_masks(packs.masks))
            if all(holds(case, mutant) for case in asked):
                yield Survivor(pack.name, part, pack.located.where(path))
        for tag, value in _values(pack):
            if not _killed(extractor, cases, pack, tag, value):
                yield Survivor(pack.name, f"tag {tag}={value}", pack.located.where(("tags", tag, value)))


def _constructs(whole: CompiledPacks, pack: LoadedPack) -> Iterator[tuple[str, Path, CompiledPacks]]:
    """Yield each mask, slot of a list and carried slot of *pack*, its place, and the packs without it."""
    for number, tag in enumerate(pack.pack.masks):
        yield f"mask {tag}", ("masks", number), replace(whole, masks=whole.masks - {f"{pack.name}:{tag}"})
    by, slots = (spec.by, spec.slots) if (spec := pack.pack.respectively) else ((), ())
    for number, slot in enumerate(slots):
        rest = Respectively(by=by, slots=tuple(one for one in slots if one != slot) or ("nothing",))
        changed = replace(pack, pack=pack.pack.model_copy(update={"respectively": rest}))
        packs = tuple(changed if one is pack else one for one in whole.packs)
        yield f"respectively {slot}", ("respectively", "slots", number), replace(whole, packs=packs)
    for number, pattern in enumerate(pack.pack.patterns):
        # a pattern that takes its measure over is nothing without it
        for slot in pattern.carry.keys() - {"measure"}:
            carry = {name: reach for name, reach in pattern.carry.items() if name != slot}
            less = pattern.model_copy(update={"carry": carry})
            patterns = tuple(replace(p, pattern=less) if p.pattern is pattern else p for p in whole.patterns)
            path = ("patterns", number, "carry", slot)
            yield f"carry {pattern.id}.{slot}", path, replace(whole, patterns=patterns)


def _values(pack: LoadedPack) -> list[tuple[str, str]]:
    """Return the tag values of *pack*; a plain list, whose terms are their own values, goes as a whole (``*``)."""
    plain = {tag for tag, spec in pack.pack.tags.items() if isinstance(spec, tuple)}
    values = {(term.tag, term.value): None for term in pack.terms if term.tag not in plain}
    for tag, spec in pack.pack.tags.items():
        if isinstance(spec, TagSpec):
            values |= {(tag, value): None for value in spec.regex}
    return [*values, *((tag, "*") for tag in sorted(plain))]


def _killed(extractor: Extractor, cases: Sequence[Case], pack: LoadedPack, tag: str, value: str) -> bool:
    """Tell whether a case fails once *value* of *tag* has lost its terms and its surface regex."""
    whole = extractor.packs
    qualified = f"{pack.name}:{tag}"

    def lost(entry_tag: str, entry_value: str) -> bool:
        return entry_tag == qualified and value in ("*", entry_value)

    entries = tuple(entry for entry in whole.entries if not lost(entry.tag, entry.value))
    regexes = tuple(row for row in whole.regexes if not lost(row[0], row[1]))
    touched = _touched(whole, regexes, [e.term for e in whole.entries if lost(e.tag, e.value)])
    affected = [case for case in cases if touched(case)]
    if not affected:
        return False
    packs = replace(whole, entries=entries, regexes=regexes)
    mutant = Mutant(extractor, packs, Tagger([*entries, *extractor.gazetteer], regexes, masks=whole.masks))
    return not all(holds(case, mutant) for case in affected)


def _touched(whole: CompiledPacks, regexes: Sequence[object], terms: Sequence[str]) -> Callable[[Case], bool]:
    """Return the test of whether a case can change: it holds a term, or any of them where a regex was dropped."""
    if len(regexes) < len(whole.regexes):
        return lambda case: True
    return lambda case: any(term in case.case.text for term in terms)
