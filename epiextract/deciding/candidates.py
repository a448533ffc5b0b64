"""Candidates for a slot of a figure, and what a model sees of each: where it stands, what stands beside and between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from epiextract.deciding.brackets import enclosure
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


def geometry(reading: Reading, figure: Figure, candidate: Candidate) -> tuple[list[str], str]:
    """Return features of the candidate's place relative to the figure, and the one that says where it stands.

    Args:
        reading: The document as read.
        figure: The figure.
        candidate: One of its candidates.
    """
    order = candidate.order if candidate.order < 5 else 5
    near = order if order < 3 else 3
    if candidate.sentence < 0:
        where = f"where={candidate.kind}"
        return [f"kind={candidate.kind}", f"order=L{order}", f"apart={candidate.kind}", where], where
    text = reading.text
    start, end = candidate.start, candidate.end
    left = start < figure.start
    side = "L" if left else "R"
    apart = figure.sentence - candidate.sentence
    paragraphs = reading.paragraph_of(figure.sentence) - reading.paragraph_of(candidate.sentence)
    place = f"s{min(abs(apart), 3)}{'p' if paragraphs == 0 else 'x'}"
    before, after = text[start - 2 if start > 1 else 0 : start], text[end : end + 2]
    out = [
        f"kind={candidate.kind}",
        "side=" + side,
        f"order={side}{order}",
        f"apart={place}{side}",
        f"apart={place}{side}&order={near}",
        "before1=" + before[-1:],
        "before2=" + before,
        "after1=" + after[:1],
        "after2=" + after,
    ]
    sentence = reading.sentences[candidate.sentence]
    initial = start - sentence.start <= 2
    if initial:
        out.append("initial&" + place)
    if apart:
        where = f"where={place}{side}{'i' if initial else ''}&{near}"
        out += [where, f"scope={place}{enclosure(text[end : sentence.end])}", f"paragraphs={min(paragraphs, 4)}"]
        return out, where
    low, high = (end, figure.start) if left else (figure.end, start)
    between = text[low:high]
    clauses = reading.clauses_between(low, high)
    where = f"where={side}{min(clauses, 3)}{'i' if initial else ''}"
    out += [
        where,
        f"clauses={side}{min(clauses, 4)}",
        f"where={side}{min(clauses, 3)}&{near}",
        f"before1={side}{min(clauses, 2)}{before[-1:]}",
        f"after1={side}{min(clauses, 2)}{after[:1]}",
        f"chars={side}{bucket(len(between))}",
        f"scope={side}{enclosure(between)}",
    ]
    if "；" in between or ";" in between:
        out.append("semicolon")
    if len(between) <= 3:
        out.append(f"touch={side}{between}")
    return out, where


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
