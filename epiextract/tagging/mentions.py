"""What the taggers find: typed stretches of the text that is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


# Many thousands are made for every article: frozen ones take twice as long to make.
@dataclass(unsafe_hash=True, slots=True)
class Mention:
    """A typed stretch of the reading view.

    Args:
        start: First character.
        end: One past the last character.
        tag: What kind of thing it is: ``QTY``, ``TIME``, ``PLACE``, ``ORG``, ... or a tag that a pack declares.
        value: The canonical value within the tag: a measure, a code, an id, a unit class.
        payload: What the tagger knows besides: a ``Quantity``, a ``TimeExpression``, an entity.
        also: Further meanings of the same characters, where a term stands in several tags.
    """

    start: int
    end: int
    tag: str
    value: str = ""
    payload: object = None
    also: tuple[Entry, ...] = ()

    def meanings(self) -> tuple[tuple[str, str], ...]:
        """Return every (tag, value) that the mention has."""
        return ((self.tag, self.value), *((entry.tag, entry.value) for entry in self.also))

    def valued(self, tag: str) -> str | None:
        """Return the value that the mention has under *tag*, or None where it has none.

        >>> Mention(0, 2, "GIVE", "give", also=(Entry("捐款", "MONEY", "gift"),)).valued("MONEY")
        'gift'
        """
        if self.tag == tag:
            return self.value
        for entry in self.also:
            if entry.tag == tag:
                return entry.value
        return None


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a gazetteer or of a pack's tag: a surface term and what it means.

    Args:
        term: The characters to be found.
        tag: The mention's tag.
        value: The canonical value or id.
        payload: What else is known of it.
    """

    term: str
    tag: str
    value: str = ""
    payload: object = None


class Meanings(tuple[Entry, ...]):
    """Every meaning of a term, sorted out once by who asks for them."""

    @cached_property
    def terms(self) -> tuple[Entry, ...]:
        """The terms of packs, and diseases."""
        return tuple(e for e in self if ":" in e.tag or e.tag == "DISEASE")

    @cached_property
    def names(self) -> tuple[Entry, ...]:
        """What makes names of organisations, facilities and persons."""
        return tuple(e for e in self if e.tag in NAME_PARTS or e.tag.endswith("_PART"))

    @cached_property
    def places(self) -> tuple[Entry, ...]:
        """Places, and known names, which may open with one."""
        return tuple(e for e in self if e.tag == "PLACE" or e.tag.endswith("_NAME_PART"))

    @cached_property
    def goods(self) -> tuple[Entry, ...]:
        """Goods, and what stands before them."""
        return tuple(e for e in self if e.tag in ("GOODS", "GOODS_MOD_PART"))

    @cached_property
    def users(self) -> tuple[Entry, ...]:
        """Names of users' gazetteers."""
        return tuple(e for e in self if getattr(e.payload, "kind", None) == "user")


NAME_PARTS = frozenset({"ORG_HEAD", "FACILITY_HEAD", "PERSON_TITLE"})


@dataclass(unsafe_hash=True, slots=True)
class Hit:
    """A stretch that the lexicon scan found, with every meaning that the term has."""

    start: int
    end: int
    entries: Meanings
