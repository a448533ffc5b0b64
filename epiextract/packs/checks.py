"""What is checked of a pack against the event model that it fills and the packs that it uses, before it is compiled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from epiextract.errors import PackError, did_you_mean
from epiextract.packs.declared import declared_faults, model_of
from epiextract.packs.example_checks import example_faults
from epiextract.packs.fields import NAMES, SPECIAL, Slot, slots_of
from epiextract.packs.language import Ast, Group, Item, TagTest
from epiextract.packs.loader import BUILTIN_TAGS, LoadedPack
from epiextract.packs.schema import Pattern
from epiextract.packs.telling import unknown
from epiextract.packs.unit_checks import unit_faults

TRUTHS = ("true", "false")


def check_packs(packs: Sequence[LoadedPack]) -> list[PackError]:
    """Return everything that is wrong with *packs*, each fault with its line.

    Args:
        packs: Loaded packs, with those that they use.
    """
    by_name = {pack.name: pack for pack in packs}
    return [fault for pack in packs for fault in check_pack(pack, by_name)]


def check_pack(
    pack: LoadedPack, by_name: Mapping[str, LoadedPack], installed: Mapping[str, LoadedPack] | None = None
) -> list[PackError]:
    """Return everything that is wrong with one pack.

    Args:
        pack: The pack.
        by_name: All packs that are loaded with it.
        installed: All packs that could have been, for hints; None for those that are loaded.
    """
    return list(_Checker(pack, by_name, by_name if installed is None else installed).faults())


class _Checker:
    """The checks of one pack."""

    def __init__(
        self, pack: LoadedPack, by_name: Mapping[str, LoadedPack], installed: Mapping[str, LoadedPack]
    ) -> None:
        self.pack = pack
        self.by_name = by_name
        self.installed = installed
        self.used = [by_name[name] for name in pack.pack.uses if name in by_name]
        self.values: dict[str, frozenset[str]] = dict(BUILTIN_TAGS)
        for other in [*self.used, pack]:
            self.values |= {tag: values for tag, values in tag_values(other).items() if tag not in BUILTIN_TAGS}
        self.slots: Mapping[str, Slot] = {}

    def fault(self, code: str, message: str, path: tuple[str | int, ...], hint: str) -> PackError:
        return PackError(code, message, where=self.pack.located.where(path), hint=hint)

    def faults(self) -> Iterator[PackError]:
        yield from self.terms()
        for number, tag in enumerate(self.pack.pack.masks):
            if tag not in self.pack.pack.tags:
                yield self.fault("EPX131", *unknown("tag of the pack", tag, self.pack.pack.tags, ("masks", number)))
        for number, name in enumerate(self.pack.pack.uses):
            if name not in self.by_name:
                yield self.fault("EPX130", *unknown("pack", name, self.installed, ("uses", number)))
        kind = self.pack.pack.event
        if kind is None:
            for key in ("patterns", "roles", "respectively", "claims"):
                if getattr(self.pack.pack, key):
                    yield self.fault("EPX116", f"{key} without an event type", (key,), "Add 'event: …'.")
            return
        problems = list(declared_faults(self.pack))
        yield from problems
        model = None if problems else model_of(self.pack)
        if model is None:
            if not problems:
                yield self.unknown_event(kind, ("event",))
            return
        self.slots = slots_of(model)
        yield from unit_faults(self.pack, self.slots["measure"].choices)
        yield from self.roles()
        yield from self.respectively()
        yield from self.told_by()
        yield from self.claims()
        for number, pattern in enumerate(self.pack.pack.patterns):
            yield from self.pattern(number, pattern)
            for told in example_faults(number, pattern, self.slots):
                yield self.fault(*told)

    def unknown_event(self, kind: str, path: tuple[str | int, ...]) -> PackError:
        from epiextract.events import event_types

        hint = did_you_mean(kind, event_types()) or f"Known are {', '.join(event_types())}; or declare it."
        return self.fault("EPX116", f"unknown event type {kind!r}", path, hint)

    def terms(self) -> Iterator[PackError]:
        """A tag of the library's own, a term that is empty, or that stands in two values of one tag."""
        for tag in self.pack.pack.tags.keys() & BUILTIN_TAGS.keys():
            hint = f"Call it otherwise{f'; names for {tag} belong in a gazetteer' if tag in NAMES else ''}."
            yield self.fault("EPX131", f"the tag {tag} is one that every text has", ("tags", tag), hint)
        for tag, values in tag_values(self.pack).items():
            if not values and not getattr(self.pack.pack.tags[tag], "lexicons", None):
                yield self.fault("EPX118", f"the tag {tag} has no term", ("tags", tag), "Add one, or remove the tag.")
        seen: dict[tuple[str, str], str] = {}
        for term in self.pack.terms:
            path = ("tags", term.tag, term.value)
            if not term.text.strip():
                yield self.fault("EPX118", f"an empty term in {term.tag}={term.value}", path, "Remove it.")
            before = seen.setdefault((term.tag, term.text), term.value)
            if before != term.value:
                message = f"the term {term.text!r} stands in two values of {term.tag}: {before} and {term.value}"
                yield self.fault("EPX117", message, path, "Keep it in one of them.")

    def roles(self) -> Iterator[PackError]:
        """Roles that the model lacks, and tags of roles that nobody supplies."""
        names = [name for name, slot in self.slots.items() if slot.kind == "role"]
        for name, role in self.pack.pack.roles.items():
            path: tuple[str | int, ...] = ("roles", name)
            if name not in names:
                yield self.fault("EPX113", *unknown("role", name, names, path))
            for tag in role.tags:
                if tag not in NAMES:
                    yield self.fault("EPX115", f"the role {name} takes {tag}, which is no name", path, _NAMES_HINT)
            for number, cue in enumerate(role.before):
                yield from self.cue(cue, (*path, "before", number))

    def respectively(self) -> Iterator[PackError]:
        """Words that deal out lists, and the slots whose lists they deal out."""
        spec = self.pack.pack.respectively
        if spec is None:
            return
        for number, cue in enumerate(spec.by):
            yield from self.cue(cue, ("respectively", "by", number))
        names = ["measure", "date", *(name for name, slot in self.slots.items() if slot.kind == "role")]
        for number, name in enumerate(spec.slots):
            if name not in names:
                path = ("respectively", "slots", number)
                yield self.fault("EPX113", *unknown("slot with a list", name, names, path))

    def told_by(self) -> Iterator[PackError]:
        """The tags that a document has to hold."""
        for number, cue in enumerate(self.pack.pack.told_by):
            yield from self.cue(cue, ("told_by", number))

    def claims(self) -> Iterator[PackError]:
        """The words by which the type claims figures."""
        spec = self.pack.pack.claims
        if spec is None:
            return
        from epiextract.events import event_types

        if spec.of == self.pack.pack.event:
            yield self.fault("EPX116", f"claims of {spec.of!r}, its own type", ("claims", "of"), "Name another type.")
        if spec.of not in {*event_types(), *(pack.pack.event for pack in self.by_name.values())}:
            yield self.unknown_event(spec.of, ("claims", "of"))
        for name, cues in (("behind", spec.behind), ("unless", spec.unless)):
            for number, cue in enumerate(cues):
                yield from self.cue(cue, ("claims", name, number))

    def cue(self, cue: str, path: tuple[str | int, ...]) -> Iterator[PackError]:
        """A tag, or TAG=value, outside of patterns."""
        tag, _, value = cue.partition("=")
        known = self.values.get(tag)
        if known is None:
            if len(self.used) == len(self.pack.pack.uses):
                yield self.fault("EPX131", *unknown("tag", tag, self.values, path))
        elif value and known and value not in known:
            yield self.fault("EPX132", *unknown(f"value of {tag}", value, known, path))

    def pattern(self, number: int, pattern: Pattern) -> Iterator[PackError]:
        """Tags, values and slots of one pattern."""
        path: tuple[str | int, ...] = ("patterns", number)
        asts = self.pack.asts[pattern.id]
        for name, value in pattern.set.items():
            yield from self.given(name, (_word(value),), (*path, "set", name))
            if name in self.slots and self.slots[name].kind == "text" and not isinstance(value, str | None):
                # a slot of free text has no words to choose from: {unit: 3} would break each document that it meets
                message = f"pattern {pattern.id!r} sets {name} to {value!r}, which is no text"
                yield self.fault("EPX119", message, (*path, "set", name), "Write a text, a number in quotes.")
            if _always_captured(name, asts):
                message = f"pattern {pattern.id!r} sets {name}{_FILLED}"
                yield self.fault("EPX133", message, (*path, "set", name), _TWICE_HINT)
        yield from self.mapped(pattern, (*path, "map"))
        reported: set[str] = set()
        for ast, place in zip(asts, self.pack.places[pattern.id], strict=True):
            for test in ast.tests():
                for fault in self.test(test, pattern, place):
                    if str(fault) not in reported:
                        reported.add(str(fault))
                        yield fault
        yield from self.carried(pattern, (*path, "carry"))
        yield from self.supplied(pattern)

    def mapped(self, pattern: Pattern, path: tuple[str | int, ...]) -> Iterator[PackError]:
        """Slots that a table is for, and values that none of their captures has: {measure: {housse: houses}}."""
        tests = [test for ast in self.pack.asts[pattern.id] for test in ast.tests()]
        for name, table in pattern.map.items():
            if name not in self.slots:
                yield self.fault("EPX113", *unknown("slot", name, self.slots, (*path, name)))
            captured = [test.values or self.values.get(test.tag) for test in tests if test.name == name]
            if all(captured):
                values = {value for known in captured for value in known or ()}
                for value in table:
                    if value not in values:
                        told = unknown(f"captured value of {name}", value, values, (*path, name, value))
                        yield self.fault("EPX132", *told)

    def supplied(self, pattern: Pattern) -> Iterator[PackError]:
        """Slots that an alternative does not supply though the event needs them, or captures twice."""
        given = {*pattern.set, *pattern.carry}
        needed = [name for name, slot in self.slots.items() if slot.required and name not in given]
        for ast, place in zip(self.pack.asts[pattern.id], self.pack.places[pattern.id], strict=True):
            captured = _sure(ast)
            for name in sorted(name for name in {*captured} - {"sign"} if captured.count(name) > 1):
                message = f"pattern {pattern.id!r} captures {name} twice, and an event has one"
                yield self.fault("EPX133", message, place, "Leave the name of the slot out at one of the two tags.")
            for name in needed:
                if name not in captured:
                    message = f"pattern {pattern.id!r} does not supply {name}, which the event needs"
                    hint = f"Capture it ({name}:TAG) in every alternative, not optional, or add it to 'set' or 'carry'."
                    yield self.fault("EPX114", message, place, hint)

    def carried(self, pattern: Pattern, path: tuple[str | int, ...]) -> Iterator[PackError]:
        """Slots that a pattern takes over from the event before."""
        names = ["date", *(name for name, slot in self.slots.items() if slot.kind != "other")]
        asts = self.pack.asts[pattern.id]
        for name in pattern.carry:
            if name not in names:
                yield self.fault("EPX113", *unknown("slot to carry", name, names, (*path, name)))
            elif name in pattern.set or _always_captured(name, asts):
                yield self.fault(
                    "EPX133", f"pattern {pattern.id!r} carries {name}{_FILLED}", (*path, name), _TWICE_HINT
                )

    def test(self, test: TagTest, pattern: Pattern, path: tuple[str | int, ...]) -> Iterator[PackError]:
        """One mention of a pattern."""
        known = self.values.get(test.tag)
        if known is None:
            if len(self.used) < len(self.pack.pack.uses):
                return  # it may be one of the missing pack's, which is reported already
            yield self.fault("EPX131", *unknown("tag", test.tag, self.values, path))
            return
        for value in test.values:
            if known and value not in known:
                yield self.fault("EPX132", *unknown(f"value of {test.tag}", value, known, path))
        if test.name is None or test.name in SPECIAL:
            if test.name == "date" and test.tag != "TIME":
                yield self.fault("EPX115", f"date is captured from {test.tag}", path, "Capture date:TIME.")
            return
        slot = self.slots.get(test.name)
        if slot is None:
            yield self.fault("EPX113", *unknown("slot", test.name, self.slots, path))
        elif slot.kind == "role":
            if test.tag not in NAMES or (test.name == "place" and test.tag != "PLACE"):
                yield self.fault("EPX115", f"the role {test.name} is captured from {test.tag}", path, _NAMES_HINT)
        elif test.tag in BUILTIN_TAGS:
            yield self.fault(
                "EPX115", f"{test.name} is captured from {test.tag}", path, "Capture it from a pack's tag."
            )
        else:
            table = pattern.map.get(test.name, {})
            values = tuple(table.get(value, value) for value in (test.values or sorted(known)))
            yield from self.given(test.name, values, path)

    def given(self, name: str, values: Sequence[str], path: tuple[str | int, ...]) -> Iterator[PackError]:
        """Values that a pattern gives to a slot: set, or captured and mapped."""
        slot = self.slots.get(name)
        if slot is None:
            yield self.fault("EPX113", *unknown("slot", name, self.slots, path))
            return
        allowed = TRUTHS if slot.kind == "bool" else slot.choices
        if slot.kind in ("role", "other"):
            yield self.fault("EPX115", f"{name} takes names, no fixed value", path, _NAMES_HINT)
        for value in values:
            if allowed and value not in allowed:
                yield self.fault("EPX119", *unknown(f"value of the slot {name}", value, allowed, path))


_FILLED = ", which it always fills itself"
_TWICE_HINT = "Remove it, or make the capture optional."
_NAMES_HINT = f"Names are {', '.join(sorted(NAMES))}; place takes PLACE."


def tag_values(pack: LoadedPack) -> dict[str, frozenset[str]]:
    """Return the tags of a pack with the values that each can have.

    Args:
        pack: A loaded pack.
    """
    values: dict[str, set[str]] = {tag: set() for tag in pack.pack.tags}
    for term in pack.terms:
        values[term.tag].add(term.value)
    for tag, spec in pack.pack.tags.items():
        values[tag] |= set(getattr(spec, "regex", ()))
    return {tag: frozenset(found) for tag, found in values.items()}


def _word(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _always_captured(name: str, asts: Sequence[Ast]) -> bool:
    return bool(asts) and all(name in _sure(ast) for ast in asts)


def _sure(ast: Ast) -> list[str]:
    """Return the names that an alternative captures wherever it matches."""
    return list(_always((*ast.left, ast.value, *ast.right)))


def _always(items: Sequence[Item]) -> Iterator[str]:
    for item in items:
        if isinstance(item, TagTest) and item.name and not item.optional and not item.banned:
            yield item.name
        elif isinstance(item, Group) and not item.optional:
            parts = [frozenset(_always(alternative)) for alternative in item.alternatives]
            yield from frozenset.intersection(*parts)
