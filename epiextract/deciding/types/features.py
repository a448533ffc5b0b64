"""What a model sees of a figure: its form and unit, the words and mentions on both sides, the rules that matched.

A feature is a short string that says where it looked: ``L:`` stands left of the figure in its clause, ``LL:`` left of
that in the sentence, ``R:`` and ``RR:`` to the right; ``k*`` joins a feature to the kind of the figure's unit. Features
come in parts (`deciding/models/parts.py`), which `spelling.py` spells out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from operator import add

from epiextract.deciding.brackets import Brackets, brackets_of
from epiextract.deciding.cues import MOST_LEFT
from epiextract.deciding.models.parts import Part, Seen
from epiextract.deciding.types import spelling as spell
from epiextract.deciding.types.spelling import Labels
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.values.quantities.finder import Quantity

# Characters that are looked at on each side, and those before the figure that count as near.
LEFT_CHARACTERS, RIGHT_CHARACTERS, NEAR_CHARACTERS = 30, 20, 12
NEAR_MENTIONS = 5
# Mentions of the sentence that are looked at on the right; MOST_LEFT on the left.
MOST_RIGHT = 20
# Names between figures: what belongs to one figure stands between it and its neighbours.
OWNED = frozenset({"GOODS", "FACILITY", "ORG", "PERSON"})
_HEAD = re.compile(r"[^，。；：、！？（）\s,;:()]{1,4}")
_TAIL = re.compile(r"[^，。；！？\n]{0,40}?([^，。；：、！？（）\s,;:()的]{2})(?=[，。；：、！？（）\s,;:()])")
_DIGIT = re.compile(r"[0-9０-９]")


def add_features(reading: Reading, figures: Sequence[Figure]) -> None:
    """Set ``features`` on *figures*, and what all of them share on the reading itself.

    Args:
        reading: The document as read, its figures with the matches of the patterns.
        figures: Those of its figures that the models shall decide.
    """
    labels = [_labels(mention) for mention in reading.mentions]
    reading.features = [*reading.title_features, *_document(reading, labels)]
    paragraphs: dict[int, Counter[str]] = {}
    for figure in reading.figures:
        paragraph = reading.paragraph_of(figure.sentence)
        paragraphs.setdefault(paragraph, Counter())[_event(figure)] += 1
    numbers = {id(figure): number for number, figure in enumerate(reading.figures)}
    for figure in figures:
        out: list[Part] = []
        _form(reading, figure, out)
        _characters(reading.text, figure, reading.sentences[figure.sentence].start, out)
        enclosed = brackets_of(reading, figure.sentence)
        _neighbours(reading, figure, labels, enclosed, out)
        _owned(reading, figure, labels, enclosed, out)
        _rules(figure, out)
        _paragraph(reading, figure, labels, paragraphs[reading.paragraph_of(figure.sentence)], out)
        _beside(reading, numbers[id(figure)], enclosed, out)
        figure.features = Seen(out, _runs(reading.text, figure))


def _event(figure: Figure) -> str:
    return figure.matches[0].event if figure.matches else "none"


def _form(reading: Reading, figure: Figure, out: list[Part]) -> None:
    """Add what the figure shows of itself, alone and with the characters that touch it."""
    quantity, text = figure.quantity, reading.text
    start, end = figure.mention.start, figure.mention.end
    kind, value = quantity.kind, quantity.value
    form = "digit" if _DIGIT.search(text, start, end) else "han"
    small = str(value) if value is not None and value in (0, 1, 2, 3, -1) else "big"
    out.append((spell.quantity, kind, quantity.unit, quantity.surface_unit, quantity.bound, bool(quantity.article)))
    if quantity.per:
        out.append(f"per={quantity.per}")
    out.append(f"size={_size(quantity)}")
    out.append((spell.form, form, kind, quantity.unit, quantity.bound, small, bool(figure.matches)))
    out.append((spell.touching, "r", form, small, kind, text[end : end + 2]))
    out.append((spell.touching, "l", form, small, kind, text[max(0, start - 2) : start]))


def _size(quantity: Quantity) -> str:
    value = quantity.value
    if value is None:
        return "vague"
    return f"{quantity.kind}:{len(str(abs(int(value))))}"


def _characters(text: str, figure: Figure, sentence_start: int, out: list[Part]) -> None:
    """Add the characters that touch the figure, the head and the end of its phrase."""
    start, end = figure.mention.start, figure.mention.end
    out += [f"l{n}={text[max(0, start - n) : start]}" for n in (1, 2, 3, 4)]
    out += [f"r{n}={text[end : end + n]}" for n in (1, 2, 3, 4)]
    if start == sentence_start:
        out.append("opens")
    head = _HEAD.match(text, end)
    if head:
        out.append((spell.head, head.group()))
    tail = _TAIL.match(text, end)
    if tail:
        out.append("tail=" + tail.group(1))
    out.append("clause=" + text[figure.clause[0] : figure.clause[0] + 2])


def _runs(text: str, figure: Figure) -> list[tuple[str, list[str]]]:
    """Return the characters on both sides and the pairs of them, those that are near once more."""
    start, end = figure.mention.start, figure.mention.end
    left, right = text[max(0, start - LEFT_CHARACTERS) : start], text[end : end + RIGHT_CHARACTERS]
    before, behind = list(map(add, left, left[1:])), list(map(add, right, right[1:]))
    return [("L", [*left, *before]), ("R", [*right, *behind]), ("b", before[-(NEAR_CHARACTERS - 1) :])]


def _labels(mention: Mention) -> Labels:
    """Return what a mention is called in features."""
    own = _label(mention.tag, mention.value)
    if not mention.also or mention.tag == "QTY":
        return own
    return (*own, *(f"{entry.tag}={entry.value}" for entry in mention.also))


@lru_cache(maxsize=16_384)
def _label(tag: str, value: str) -> Labels:
    if tag == "QTY":
        return (f"QTY:{value}",)
    if ":" in tag:
        return (f"{tag}={value}",)
    return (tag,) if tag in ("PLACE", "TIME", "PERSON") or not value else (tag, f"{tag}={value}")


def _neighbours(
    reading: Reading, figure: Figure, labels: Sequence[Labels], brackets: Brackets, out: list[Part]
) -> None:
    """Add the mentions of the sentence, by side, clause and rank; those in other brackets apart."""
    mentions = reading.mentions
    first, last = reading.bounds[figure.sentence]
    clause_start, clause_end = figure.clause
    start, end = figure.mention.start, figure.mention.end
    kind = figure.quantity.kind
    bracketed = bool(brackets.pairs)
    for letter, indices in (
        ("L", range(figure.index - 1, max(first, figure.index - MOST_LEFT) - 1, -1)),
        ("R", range(figure.index + 1, min(last, figure.index + MOST_RIGHT + 1))),
    ):
        rank = 0
        last_said: set[str] = set()
        for index in indices:
            mention = mentions[index]
            if bracketed and brackets.hides(mention.start, start):
                out.append((spell.hidden, letter, labels[index]))
                continue
            if letter == "L":
                side, apart = ("L:" if mention.start >= clause_start else "LL:"), start - mention.end
            else:
                side, apart = ("R:" if mention.start < clause_end else "RR:"), mention.start - end
            if letter == "L" and ":" in mention.tag and mention.tag not in last_said:
                # however far back: 治愈出院：甲院12例，乙院20例，丙院3例
                last_said.add(mention.tag)
                out.append((spell.last_said, labels[index], kind))
            if rank:
                out.append((spell.neighbour, labels[index], side, rank if rank < NEAR_MENTIONS else -1, 0, kind))
            else:
                out.append((spell.neighbour, labels[index], side, 0, min(max(apart, 0), 5), kind))
            rank += 1
    out.append(f"paragraph={reading.paragraph_kind(reading.paragraph_of(figure.sentence))}")


def _owned(reading: Reading, figure: Figure, labels: Sequence[Labels], brackets: Brackets, out: list[Part]) -> None:
    """Add the nearest mention of each tag between the figure and its neighbours, with its distance."""
    first, last = reading.bounds[figure.sentence]
    mentions = reading.mentions
    start, end = figure.mention.start, figure.mention.end
    for side, indices in (("L", range(figure.index - 1, first - 1, -1)), ("R", range(figure.index + 1, last))):
        seen: set[str] = set()
        for index in indices:
            mention = mentions[index]
            if brackets.pairs and brackets.hides(mention.start, start):
                continue
            if mention.tag == "QTY":
                break
            if ":" not in mention.tag and mention.tag not in OWNED:
                continue
            apart = _gap(start - mention.end if side == "L" else mention.start - end)
            for label in labels[index]:
                tag = label.partition("=")[0]
                out.append((spell.owned, side, label, -1 if tag in seen else apart))
                seen.add(tag)
        out.append(f"own{side}={bool(seen)}")


def _gap(characters: int) -> int:
    """Return a coarse distance.

    >>> [_gap(n) for n in (0, 2, 6, 15, 40)]
    [0, 1, 2, 3, 4]
    """
    return bisect_left((0, 2, 6, 15), characters)


def _rules(figure: Figure, out: list[Part]) -> None:
    """Add what the patterns make of the figure."""
    if not figure.matches:
        out.append("rule=none")
        return
    names = tuple((match.event, figure.measures[rank]) for rank, match in enumerate(figure.matches[:4]))
    top = figure.matches[0]
    out.append((spell.rules, names))
    out.append((spell.top, names[0], top.mentions, min(top.width, 4), figure.quantity.kind))
    out.append(f"pattern={top.pattern.pack.name}/{top.pattern.pattern.id}")


def _share(count: int, whole: int) -> str:
    share = count / whole
    return "a" if share > 0.5 else "b" if share > 0.25 else "c" if share > 0.1 else "d"


def _document(reading: Reading, labels: Sequence[Labels]) -> list[str]:
    """Return what the document speaks of: the types that its rules find, the terms of its packs."""
    whole = len(reading.figures)
    events = Counter(map(_event, reading.figures))
    out = [f"D:{event}:{_share(count, whole)}" for event, count in sorted(events.items())]
    out.append(f"D:none={events['none'] * 5 // whole}")
    terms: dict[str, int] = {}
    for row, count in Counter(labels).items():
        for label in row:
            if ":" in label and "=" in label:
                terms[label] = terms.get(label, 0) + count
    out += [f"DM:{label}:{3 if count >= 8 else 2 if count >= 3 else 1}" for label, count in sorted(terms.items())]
    return out


def _paragraph(
    reading: Reading, figure: Figure, labels: Sequence[Labels], events: Counter[str], out: list[Part]
) -> None:
    """Add what the paragraph's other figures are by rule, and the terms of the sentence before."""
    own = _event(figure)
    whole = sum(events.values()) - 1
    for event, count in events.items():
        others = count - (event == own)
        if others:
            out.append(f"P:{event}:{'a' if others * 2 > whole else 'b'}")
    before = figure.sentence - 1
    if before >= 0 and reading.paragraph_of(before) == reading.paragraph_of(figure.sentence):
        first, last = reading.bounds[before]
        terms = (index for index in range(first, last) if ":" in reading.mentions[index].tag)
        out += [(spell.before, labels[index]) for index in terms]


def _beside(reading: Reading, number: int, brackets: Brackets, out: list[Part]) -> None:
    """Add what the rules make of the figures before and after in the sentence, and of the whole that brackets part."""
    figures = reading.figures
    figure = figures[number]
    own = bool(figure.matches)
    before = number - 1
    while before >= 0 and brackets.pairs and figures[before].sentence == figure.sentence:
        if not brackets.hides(figures[before].start, figure.start):
            break
        before -= 1
    for side, other in (("p", before), ("n", number + 1)):
        if 0 <= other < len(figures) and figures[other].sentence == figure.sentence:
            beside = figures[other]
            out.append(f"{side}fig:{_said(beside)}:{own}")
            out.append(f"{side}kind:{beside.quantity.kind}:{figure.quantity.kind}:{_event(beside)}")
    opening = brackets.around(figure.start)
    if opening >= 0:
        out.append(f"in-brackets:{own}")
        whole = next((f for f in reversed(figures[max(0, number - 8) : number]) if f.end <= opening), None)
        if whole is not None and whole.sentence == figure.sentence:
            out.append(f"whole:{_said(whole)}:{own}")


def _said(figure: Figure) -> str:
    return f"{figure.matches[0].event}|{figure.measures[0]}" if figure.matches else "none"
