"""Candidates for a slot of a figure, and what a model sees of each: where it stands, what stands beside and between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from epiextract.deciding.brackets import brackets_of, enclosure
from epiextract.deciding.candidates.spots import Spot
from epiextract.deciding.models.parts import Part, spelling
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

MAX_CANDIDATES = 18
_NAMES = frozenset({"ORG", "FACILITY", "PERSON"})


@dataclass(slots=True)
class Candidate:
    """Something that may fill a slot.

    Args:
        spot: Where it stands.
        kind: What it is, for the model: a tag, ``title``, ``dateline``.
        sentence: The sentence in which it stands, or -1 where the place of it counts for nothing.
        order: How many candidates stand nearer to the figure.
    """

    spot: Spot
    kind: str
    sentence: int
    order: int = 0

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions that it consists of, several for a list joined by 、."""
        return self.spot.mentions


@lru_cache(maxsize=1024)
def bucket(number: int) -> str:
    """Return a coarse name for a distance: near ones apart, far ones together."""
    if number <= 3:
        return str(number)
    for limit in (6, 12, 25, 50, 100, 200):
        if number <= limit:
            return f"<{limit}"
    return ">200"


# How many sentences a candidate stands apart, in a paragraph of its own or in the figure's.
_PLACES = {apart: (f"s{abs(apart)}x", f"s{abs(apart)}p") for apart in range(-3, 4)}


def geometry(reading: Reading, figure: Figure, candidate: Candidate, topic: int) -> tuple[list[Part], str]:
    """Return the parts of the candidate's place relative to the figure, and the feature that says where it stands.

    Args:
        reading: The document as read.
        figure: The figure.
        candidate: One of its candidates.
        topic: How many subjects stand nearer to the figure, where it is one itself, or -1.
    """
    kind, spot = candidate.kind, candidate.spot
    order = candidate.order if candidate.order < 5 else 5
    if candidate.sentence < 0:
        return [(_elsewhere, kind, order)], f"where={kind}"
    near = order if order < 3 else 3
    left = spot.start < figure.mention.start
    side = "L" if left else "R"
    initial = "i" if spot.initial else ""
    apart = figure.sentence - spot.sentence
    if apart:
        paragraphs = reading.paragraph_of(figure.sentence) - spot.paragraph
        place = _PLACES[apart if -3 < apart < 3 else 3][paragraphs == 0]
        where = f"where={place}{side}{initial}&{near}"
        reach = paragraphs if paragraphs < 4 else 4
        whole: Part = (_apart, kind, side, order, place, initial, spot.behind, reach, topic)
        return [whole, *spot.touching], where
    text = reading.text
    if left:
        low, high = spot.end, figure.mention.start
        clauses = reading.clauses_until(high) - spot.clauses[1]
    else:
        low, high = figure.mention.end, spot.start
        clauses = spot.clauses[0] - reading.clauses_until(low)
    between = text[low:high]
    touch = [f"touch={side}{between}"] if len(between) <= 3 else []
    where = f"where={side}{clauses if clauses < 3 else 3}{initial}"
    crossing = f"{side}{clauses if clauses < 2 else 2}"
    return [
        (
            _beside,
            kind,
            side,
            order,
            initial,
            clauses if clauses < 4 else 4,
            bucket(high - low if high > low else 0),
            enclosure(between) if brackets_of(reading, spot.sentence).present else "level",
            "；" in between or ";" in between,
            topic,
        ),
        *touch,
        f"before1={crossing}{spot.before}",
        f"after1={crossing}{spot.after}",
        *spot.touching,
        *_between(reading, figure, spot),
    ], where


@spelling
def _elsewhere(kind: str, order: int) -> list[str]:
    return [f"kind={kind}", f"order=L{order}", f"apart={kind}", f"where={kind}"]


def _placed(kind: str, side: str, order: int, place: str, initial: str) -> list[str]:
    near = min(order, 3)
    out = [f"kind={kind}", f"side={side}", f"order={side}{order}", f"apart={place}{side}"]
    out.append(f"apart={place}{side}&order={near}")
    return [*out, f"initial&{place}"] if initial else out


@spelling
def _apart(
    kind: str, side: str, order: int, place: str, initial: str, behind: str, paragraphs: int, topic: int
) -> list[str]:
    """Return the features of a candidate in another sentence."""
    where = f"where={place}{side}{initial}&{min(order, 3)}"
    out = [*_placed(kind, side, order, place, initial), where, f"scope={place}{behind}", f"paragraphs={paragraphs}"]
    return [*out, *_topic(topic, where)]


@spelling
def _beside(
    kind: str,
    side: str,
    order: int,
    initial: str,
    clauses: int,
    characters: str,
    scope: str,
    semicolon: bool,
    topic: int,
) -> list[str]:
    """Return the features of a candidate in the sentence of the figure."""
    where = f"where={side}{min(clauses, 3)}{initial}"
    out = [*_placed(kind, side, order, "s0p", initial), where, f"clauses={side}{clauses}"]
    out += [f"where={side}{min(clauses, 3)}&{min(order, 3)}", f"chars={side}{characters}", f"scope={side}{scope}"]
    if semicolon:
        out.append("semicolon")
    return [*out, *_topic(topic, where)]


def _topic(topic: int, where: str) -> list[str]:
    return [f"topic{min(topic, 2)}", f"topic{min(topic, 2)}&{where}"] if topic >= 0 else []


def _between(reading: Reading, figure: Figure, spot: Spot) -> Iterator[Part]:
    """Yield the parts of the terms between a candidate and a figure that stand in one sentence."""
    low, high = spot.start, figure.mention.start
    if low > high:
        low, high = high, low
    mentions = reading.mentions
    figures = names = 0
    labels: set[Part] = set()
    for index in range(reading.index_after(low + 1), reading.index_after(high)):
        tag = mentions[index].tag
        if ":" in tag:
            labels.add((_label, tag, mentions[index].value))
        elif tag == "QTY":
            figures += 1
        elif tag in _NAMES:
            names += 1
    yield (_counts, figures if figures < 4 else 4, names if names < 3 else 3)
    yield from labels


@spelling
def _counts(figures: int, names: int) -> list[str]:
    return [f"figures={figures}", f"names={names}"]


@spelling
def _label(tag: str, value: str) -> list[str]:
    return [f"between={tag}={value}"]
