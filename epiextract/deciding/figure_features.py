"""What a model sees of a figure: its unit, the words and mentions on both sides, the rules that matched, the title."""

from __future__ import annotations

from decimal import Decimal
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.values.quantities import Quantity

# Characters of context on each side.
LEFT_CHARACTERS, RIGHT_CHARACTERS, NEAR_CHARACTERS = 30, 20, 12
NEAR_MENTIONS = 5


def figure_features(reading: Reading, figure: Figure) -> list[str]:
    """Return the names of the features of *figure*; each says where it looked.

    Args:
        reading: The document as read.
        figure: One of its figures, with the matches of the patterns.
    """
    if figure.features is not None:
        return figure.features
    quantity = figure.quantity
    out = [f"kind={quantity.kind}", f"unit={quantity.unit}", f"surface={quantity.surface_unit}"]
    out.append(f"bound={quantity.bound}")
    if quantity.article:
        out.append("article")
    if quantity.per:
        out.append(f"per={quantity.per}")
    out.append(f"size={_size(quantity)}")
    out += _characters(reading.text, figure, reading.sentences[figure.sentence].start)
    out += _neighbours(reading, figure)
    out += _rules(figure)
    out += reading.title_features
    figure.features = out
    return out


def _size(quantity: Quantity) -> str:
    value = quantity.value
    if value is None:
        return "vague"
    return f"{quantity.kind}:{len(str(int(abs(Decimal(value)))))}"


def _characters(text: str, figure: Figure, sentence_start: int) -> list[str]:
    """Return the runs of one to three characters on both sides, and those that touch the figure."""
    start, end = figure.start, figure.end
    left = text[max(0, start - LEFT_CHARACTERS) : start]
    right = text[end : end + RIGHT_CHARACTERS]
    out = [f"l{n}={left[-n:]}" for n in (1, 2, 3, 4)]
    out += [f"r{n}={right[:n]}" for n in (1, 2, 3, 4)]
    if start == sentence_start:
        out.append("opens")
    for n in (1, 2, 3):
        out += ["L" + left[i : i + n] for i in range(len(left) - n + 1)]
        out += ["R" + right[i : i + n] for i in range(len(right) - n + 1)]
    near = text[max(0, start - NEAR_CHARACTERS) : start]
    out += ["b" + near[i : i + 2] for i in range(len(near) - 1)]
    return out


def _label(mention: Mention) -> list[str]:
    if mention.tag == "QTY":
        return [f"QTY:{mention.value}"]
    if mention.tag in ("PLACE", "TIME", "PERSON"):
        return [mention.tag]
    if ":" in mention.tag:
        return [f"{entry_tag}={value}" for entry_tag, value in mention.meanings()]
    return [mention.tag, f"{mention.tag}={mention.value}"] if mention.value else [mention.tag]


def _neighbours(reading: Reading, figure: Figure) -> list[str]:
    mentions = reading.mentions
    sentence = reading.sentences[figure.sentence]
    first, last = reading.bounds[figure.sentence]
    out: list[str] = []
    clause_start, clause_end = figure.clause
    for rank, index in enumerate(range(figure.index - 1, first - 1, -1)):
        mention = mentions[index]
        same = mention.start >= clause_start
        side = "L" if same else "LL"
        for label in _label(mention):
            out.append(f"{side}:{label}")
            if rank < NEAR_MENTIONS:
                out.append(f"L{rank}:{label}")
            if rank == 0:
                out.append(f"L0:{label}:{min(figure.start - mention.end, 5)}")
    for rank, index in enumerate(range(figure.index + 1, last)):
        mention = mentions[index]
        side = "R" if mention.start < clause_end else "RR"
        for label in _label(mention):
            out.append(f"{side}:{label}")
            if rank < NEAR_MENTIONS:
                out.append(f"R{rank}:{label}")
            if rank == 0:
                out.append(f"R0:{label}:{min(max(mention.start - figure.end, 0), 5)}")
    out.append(f"paragraph={reading.paragraph_kind(sentence.paragraph)}")
    return out


def _rules(figure: Figure) -> list[str]:
    if not figure.matches:
        return ["rule=none"]
    out = []
    seen: set[str] = set()
    for rank, match in enumerate(figure.matches[:4]):
        measure = figure.measures[rank]
        name = f"{match.event}|{measure}"
        if name in seen:
            continue
        seen.add(name)
        out += [f"rule{min(rank, 1)}={name}", f"rule={name}", f"ruletype={match.event}"]
        if rank == 0:
            out.append(f"top={match.event}|{measure}|{match.mentions}|{min(match.width, 4)}")
            out.append(f"pattern={match.pattern.pack.name}/{match.pattern.pattern.id}")
    return out
