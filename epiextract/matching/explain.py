"""Why a text gave what it gave: the mentions, the sequence, the patterns tried, what was carried, what was missed."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from epiextract.matching.compiler import CompiledPacks
from epiextract.matching.reading import Figure, Reading
from epiextract.matching.sequence import Coded, encode
from epiextract.matching.stops import stopped_at
from epiextract.tagging.mentions import Mention

# A pattern is named as near where it lacks this many of its mandatory mentions or fewer.
NEAR_MISS = 1
SHOWN_MISSES = 3


@dataclass(frozen=True, slots=True)
class Tried:
    """A pattern that was tried at a figure and what came of it.

    Args:
        rule: ``pack/pattern@version``.
        matched: Whether it matched.
        captured: Slot to the words that it captured.
        missed: What the sentence lacked, or that the order or the distance was wrong.
    """

    rule: str
    matched: bool
    captured: Mapping[str, str] = field(default_factory=dict)
    missed: str = ""


@dataclass(frozen=True, slots=True)
class FigureStory:
    """What happened to one figure.

    Args:
        quote: Its characters.
        sentence: Its sentence.
        mentions: The mentions of the sentence as (words, tag, value).
        sequence: The sentence as patterns see it.
        tried: Patterns that matched, then the nearest that did not.
        type: The event's type, or None where it became no event.
        rule: Who decided.
        slots: The event's slots.
        carried: Slot to the words that fill it, and where they come from: how far before, out of which list.
    """

    quote: str
    sentence: str
    mentions: Sequence[tuple[str, str, str]]
    sequence: str
    tried: Sequence[Tried]
    type: str | None
    rule: str
    slots: Mapping[str, Any]
    carried: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The story of every figure of a text; prints on a terminal, renders in a notebook, and is plain data.

    Args:
        figures: A story a figure.
        hidden: What masks of packs hide, as (words, tag, words of the mask, its tag).
    """

    figures: Sequence[FigureStory]
    hidden: Sequence[tuple[str, str, str, str]] = ()

    def __str__(self) -> str:
        return "\n\n".join(self._parts()) or "no figure was found"

    def _parts(self) -> list[str]:
        masked = "\n".join(f"hidden: {words}/{tag} in {mask}/{name}" for words, tag, mask, name in self.hidden)
        return [*map(_story, self.figures), *([masked] if masked else [])]

    def to_dict(self) -> dict[str, Any]:
        """Return the explanation as plain data."""
        from dataclasses import asdict

        return asdict(self)

    def _repr_html_(self) -> str:
        return "".join(f"<pre>{html.escape(part)}</pre>" for part in self._parts())


def _story(figure: FigureStory) -> str:
    lines = [f"{figure.quote}  →  {figure.type or 'no event'}  by {figure.rule}", f"  in: {figure.sentence.strip()}"]
    lines.append(
        "  mentions: "
        + "  ".join(f"{words}/{tag}{'=' + value if value else ''}" for words, tag, value in figure.mentions)
    )
    lines.append(f"  sequence: {figure.sequence}")
    for tried in figure.tried:
        if tried.matched:
            words = ", ".join(f"{slot}={text}" for slot, text in tried.captured.items())
            lines.append(f"  matched {tried.rule}  {words}")
        else:
            lines.append(f"  missed  {tried.rule}: {tried.missed}")
    lines.extend(
        f"  {slot}: {value}" + (f"  ({figure.carried[slot]})" if slot in figure.carried else "")
        for slot, value in figure.slots.items()
    )
    return "\n".join(lines)


def show_sequence(coded: Coded) -> str:
    """Return a coded sentence with tags in the place of codes: ``TIME , PLACE ACCUMULATION STATE QTY=person``."""
    out = []
    for code, index in zip(coded.codes, coded.index, strict=True):
        if index < 0:
            out.append({"n": "·", "f": "…"}.get(code, code))
        else:
            out.append("+".join(_tag(tag, value) for tag, value in coded.mentions[index].meanings()))
    return " ".join(out)


def _tag(tag: str, value: str) -> str:
    short = tag.rpartition(":")[2]
    return f"{short}={value}" if value and (":" in tag or tag == "QTY") else short


def tell(
    reading: Reading,
    figure: Figure,
    packs: CompiledPacks,
    slots: Mapping[str, Any],
    fillers: Mapping[str, Sequence[Mention]],
    notes: Mapping[str, str],
    misses: int | None = SHOWN_MISSES,
) -> FigureStory:
    """Return the story of one figure.

    Args:
        reading: The document as read and decided.
        figure: The figure.
        packs: The packs that were tried.
        slots: The slots of its event; empty where it became none.
        fillers: Slot to the mentions that fill it.
        notes: Slot to what else there is to tell of how it was filled.
        misses: How many patterns that nearly matched are told of; None: every pattern that did not match.
    """
    sentence = reading.sentences[figure.sentence]
    first, last = reading.bounds[figure.sentence]
    mentions = reading.mentions[first:last]
    coded = encode(reading.text, sentence.start, sentence.end, mentions, packs.alphabet)
    tried = [
        Tried(m.pattern.rule, True, {slot: _words(reading, mentions[i]) for slot, i in m.captured.items()})
        for m in figure.matches
    ]
    matched = {m.pattern.rule for m in figure.matches}
    tried += _misses(packs, coded, coded.index.index(figure.index - first), matched, misses)
    decided = figure.decided
    carried = {
        slot: _where(reading, figure, found, notes.get(slot, ""))
        for slot, found in fillers.items()
        if found and found[0].start >= 0
    }
    return FigureStory(
        quote=_words(reading, figure.mention),
        sentence=reading.text[sentence.start : sentence.end],
        mentions=[(_words(reading, m), *m.meanings()[0]) for m in mentions],
        sequence=show_sequence(coded),
        tried=tried,
        type=decided.type if decided and decided.type not in ("other", "nothing") else None,
        rule=decided.rule if decided else "",
        slots={k: v for k, v in slots.items() if v is not None},
        carried=carried,
    )


def _words(reading: Reading, mention: Mention) -> str:
    return reading.text[mention.start : mention.end]


def _where(reading: Reading, figure: Figure, found: Sequence[Mention], note: str) -> str:
    words = "、".join(_words(reading, mention) for mention in found)
    if note:
        return f"{words}, {note}"
    apart = figure.sentence - reading.sentence_at(found[0].start)
    return words if apart == 0 else f"{words}, carried from {apart} sentence{'s' if apart > 1 else ''} before"


def masked(reading: Reading) -> list[tuple[str, str, str, str]]:
    """Return what masks hide, as (words, tag, words of the mask, its tag), the qualifying pack left out.

    Args:
        reading: The document as read.
    """
    return [
        (_words(reading, mention), _tag(*mention.meanings()[0]), _words(reading, mask), _tag(mask.tag, mask.value))
        for mention, mask in reading.hidden
    ]


def _misses(packs: CompiledPacks, coded: Coded, position: int, matched: set[str], most: int | None) -> list[Tried]:
    """Return the patterns that did not match a figure, those that came nearest first, and what each lacked."""
    code = coded.codes[position]
    present = frozenset(coded.codes)
    near: dict[str, tuple[tuple[int, int, int], str]] = {}
    for pattern in packs.patterns:
        if pattern.rule in matched or (most is not None and (code not in pattern.needs[-1] or len(pattern.needs) < 2)):
            continue
        lacking = [name for name, need in zip(pattern.needed, pattern.needs, strict=True) if not need & present]
        if most is not None and len(lacking) > NEAR_MISS:
            continue
        missed = f"lacks {', '.join(lacking)}"
        if not lacking:
            missed = f"stops at {stopped_at(pattern, packs, coded.codes, position)}"
        rank = (len(lacking), -len(pattern.needs), pattern.order)
        if pattern.rule not in near or rank < near[pattern.rule][0]:
            near[pattern.rule] = (rank, missed)
    nearest = sorted(near.items(), key=lambda row: row[1][0])
    return [Tried(rule, False, {}, missed) for rule, (_, missed) in nearest[:most]]
