"""What the models' answers are held to by packs: what a type can count, what its words say of a document or figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from epiextract.matching.compiler import CompiledPacks
from epiextract.matching.reading import Figure, Reading
from epiextract.packs.schema import Pack
from epiextract.values.quantities.model import Quantity

# The models' names for a figure that is no event, and for a number that is no figure at all (一名 as an article).
OTHER, NOTHING = "other", "nothing"

# In nats, by cross-validation: an event missed costs as much as one too many, so the frequent answer gives and the rare
# ones are given.
MARGINS = {NOTHING: 0.2, "activity": -0.3, "price": -0.8, "testing": -0.8}


class Margins:
    """What each answer gives away for a quantity; a type whose pack does not count such quantities gives everything.

    Args:
        packs: The packs, whose ``counts`` say what their types can count.

    >>> from epiextract.values import parse_quantity
    >>> pack = Pack(format=1, pack="zh.beds", version="1.0.0", lang="zh", event="bed", counts=("bed", "张"))
    >>> margins, beds, firms = Margins([pack]), parse_quantity("300张"), parse_quantity("7家")
    >>> "bed" in margins.of(beds), margins.of(firms)["bed"]
    (False, inf)
    """

    def __init__(self, packs: Iterable[Pack]) -> None:
        self._counts = {pack.event: frozenset(pack.counts) for pack in packs if pack.event and pack.counts}
        self._known: dict[tuple[str, str], Mapping[str, float]] = {}

    def of(self, quantity: Quantity) -> Mapping[str, float]:
        """Return what each answer gives away, in nats."""
        key = (quantity.kind, quantity.surface_unit)
        known = self._known.get(key)
        if known is None:
            unfit = [event for event, counts in self._counts.items() if counts.isdisjoint(key)]
            known = self._known[key] = MARGINS | dict.fromkeys(unfit, float("inf"))
        return known


class Told:
    """Which types a document can tell of at all, by its words.

    Args:
        packs: The compiled packs, whose ``told_by`` names the tags that have to stand in it.
    """

    def __init__(self, packs: CompiledPacks) -> None:
        self._cues = {
            pack.pack.event: frozenset(qualified(cue, packs.scopes[pack.name]) for cue in pack.pack.told_by)
            for pack in packs.packs
            if pack.pack.event and pack.pack.told_by
        }

    def untold(self, reading: Reading) -> list[str]:
        """Return the types that nothing in the document speaks of: no donation where nobody gives."""
        said = {meaning for mention in reading.mentions for meaning in mention.meanings()}
        said |= {(tag, "") for tag, _ in said}
        return [event for event, cues in self._cues.items() if cues.isdisjoint(said)]


class Claimed:
    """Which figures are of a type by the words of their sentence, whatever else speaks for another type.

    Of 1,716 figures of goods in annotated articles behind 捐赠, with no word of buying, making or moving between, 1,638
    are gifts.

    Args:
        packs: The compiled packs with their ``claims``.
    """

    def __init__(self, packs: CompiledPacks) -> None:
        self._claims = []
        for pack in packs.packs:
            spec = pack.pack.claims
            if spec and pack.pack.event:
                scope = packs.scopes[pack.name]
                cues, others = ({qualified(cue, scope) for cue in said} for said in (spec.behind, spec.unless))
                self._claims.append((pack.pack.event, spec.of, cues, others))

    def moves(self, reading: Reading, figure: Figure) -> Sequence[tuple[str, str]]:
        """Return pairs of types of which the first one gives way to the second.

        Args:
            reading: The document as read.
            figure: The figure.
        """
        if not self._claims:
            return ()
        # “各界捐赠口罩3万只”“日产防护服2万套”: what is quoted apart says nothing of each other
        quoted = reading.text.rfind("”", reading.sentences[figure.sentence].start, figure.start)
        first = max(reading.bounds[figure.sentence][0], reading.index_after(quoted))
        said = {meaning for mention in reading.mentions[first : figure.index] for meaning in mention.meanings()}
        said |= {(tag, "") for tag, _ in said}
        return [
            (of, event)
            for event, of, cues, others in self._claims
            if not cues.isdisjoint(said) and others.isdisjoint(said)
        ]


def qualified(cue: str, scope: Mapping[str, str]) -> tuple[str, str]:
    """Return the tag, qualified, and the value of a cue: TAG or TAG=value.

    Args:
        cue: What a pack says.
        scope: Its tags, with their qualified names.
    """
    tag, _, value = cue.partition("=")
    return scope.get(tag, tag), value
