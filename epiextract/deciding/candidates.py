"""Candidates for a slot of a figure, and what a model sees of each: where it stands, what stands beside and between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

MAX_CANDIDATES = 14


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may fill a slot.

    Args:
        mentions: The mentions that it consists of, several for a list joined by 、.
        kind: What it is, for the model: a tag, ``title``, ``dateline``.
        sentence: The sentence in which it stands.
        order: How many candidates stand nearer to the figure.
    """

    mentions: tuple[Mention, ...]
    kind: str
    sentence: int
    order: int = 0

    @property
    def start(self) -> int:
        """The first character."""
        return self.mentions[0].start

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.mentions[-1].end


def coordinated(reading: Reading, mentions: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """Return *mentions*, which share a tag, with those that 、 和 及 与 join put together.

    Args:
        reading: The document as read.
        mentions: Sorted mentions.
    """
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs:
            last = runs[-1][-1]
            between = reading.text[last.end : mention.start].strip()
            if last.tag == mention.tag and between in ("、", "和", "及", "与", "與", "以及", "暨"):
                runs[-1].append(mention)
                continue
        runs.append([mention])
    return [tuple(run) for run in runs]


def bucket(number: int) -> str:
    """Return a coarse name for a distance: near ones apart, far ones together."""
    if number <= 3:
        return str(number)
    for limit in (6, 12, 25, 50, 100, 200):
        if number <= limit:
            return f"<{limit}"
    return ">200"


def geometry(reading: Reading, figure: Figure, candidate: Candidate) -> list[str]:
    """Return features of the candidate's place relative to the figure."""
    text = reading.text
    start, end = candidate.start, candidate.end
    left = start < figure.start
    side = "L" if left else "R"
    apart = figure.sentence - candidate.sentence
    order = min(candidate.order, 5)
    out = [f"kind={candidate.kind}", f"side={side}", f"order={side}{order}"]
    if candidate.sentence < 0:
        return [*out, f"apart={candidate.kind}", f"where={candidate.kind}"]
    same_paragraph = reading.paragraph_of(candidate.sentence) == reading.paragraph_of(figure.sentence)
    where = f"s{min(abs(apart), 3)}{'p' if same_paragraph else 'x'}"
    out.append(f"apart={where}{side}")
    out.append(f"apart={where}{side}&order={min(candidate.order, 3)}")
    initial = start - reading.sentences[candidate.sentence].start <= 2
    if apart == 0:
        clauses = reading.clauses_between(end, figure.start) if left else reading.clauses_between(figure.end, start)
        characters = figure.start - end if left else start - figure.end
        out.append(f"clauses={side}{min(clauses, 4)}")
        out.append(f"where={side}{min(clauses, 3)}{'i' if initial else ''}")
        out.append(f"where={side}{min(clauses, 3)}&{min(order, 3)}")
        out.append(f"before1={side}{min(clauses, 2)}{text[max(0, start - 1) : start]}")
        out.append(f"after1={side}{min(clauses, 2)}{text[end : end + 1]}")
        out.append(f"chars={side}{bucket(max(characters, 0))}")
        between = text[end : figure.start] if left else text[figure.end : start]
        if "；" in between or ";" in between:
            out.append("semicolon")
        out.append(f"scope={side}{enclosure(between if left else text[figure.end : end])}")
        if characters <= 3:
            out.append(f"touch={side}{between[:3]}")
    else:
        out.append(f"where={where}{side}{'i' if initial else ''}&{min(order, 3)}")
        sentence_end = reading.sentences[candidate.sentence].end
        out.append(f"scope={where}{enclosure(text[end:sentence_end])}")
        out.append(
            f"paragraphs={min(reading.paragraph_of(figure.sentence) - reading.paragraph_of(candidate.sentence), 4)}"
        )
    sentence = reading.sentences[candidate.sentence]
    if start - sentence.start <= 2:
        out.append(f"initial&{where}")
    out += [f"before1={text[max(0, start - 1) : start]}", f"before2={text[max(0, start - 2) : start]}"]
    out += [f"after1={text[end : end + 1]}", f"after2={text[end : end + 2]}"]
    return out


def enclosure(between: str) -> str:
    """Tell how brackets part two places: what stands in closed ones does not reach out of them.

    >>> enclosure("9例），新增"), enclosure("新增142例（"), enclosure("3例（甲1例），")
    ('inside', 'into', 'level')
    """
    depth = lowest = 0
    for character in between:
        if character in "（(":
            depth += 1
        elif character in "）)":
            depth -= 1
            lowest = min(lowest, depth)
    return "inside" if lowest < 0 else "into" if depth > 0 else "level"


def between_labels(reading: Reading, figure: Figure, candidate: Candidate) -> list[str]:
    """Return features of the terms between the candidate and the figure, where both stand in one sentence."""
    if candidate.sentence != figure.sentence:
        return []
    first, last = reading.bounds[figure.sentence]
    low, high = sorted((candidate.start, figure.start))
    tags = [m for m in reading.mentions[first:last] if low < m.start < high]
    figures = sum(m.tag == "QTY" for m in tags)
    names = sum(m.tag in ("ORG", "FACILITY", "PERSON") for m in tags)
    out = [f"figures={min(figures, 4)}", f"names={min(names, 3)}"]
    out += sorted({f"between={m.tag}={m.value}" for m in tags if ":" in m.tag})
    return out
