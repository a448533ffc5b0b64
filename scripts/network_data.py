"""From annotated documents to examples for the network: tokens, what figures are, and what fills their slots."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from training_data import WEIGHTS, align, document_of, is_dated, label_of, right_dates, same_names, same_place

from epiextract.deciding.attributes.totals import ABSENT
from epiextract.deciding.candidates.choosing import bearer, period, region
from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.slots import date_candidates, own_features, place_candidates, role_candidates
from epiextract.deciding.context.places import between, ends, place_of
from epiextract.deciding.context.tokens import Tokens, tokens_of
from epiextract.deciding.models.network import UNKNOWN, Vocabulary
from epiextract.deciding.types.decider import is_plain
from epiextract.deciding.types.fits import NOTHING, OTHER
from epiextract.extractor import Extractor
from epiextract.matching.reading import Figure, Reading

# So often characters, tags, tags with values, slots and kinds of candidates have to stand to be known.
LEAST = {"characters": 8, "tags": 5, "values": 20, "slots": 5, "kinds": 20, "shown": 20}
# How much an article of our own counts for some slots. Places and dates are told by the plan of a whole report, which
# what is written for training has not.
SLOT_WEIGHTS: Mapping[tuple[str, str], float] = {
    ("written", "place"): 0.15,
    ("rewritten", "place"): 0.15,
    ("written", "date"): 0.1,
}


@dataclass(slots=True)
class Asked:
    """A slot of a figure with the candidates for it.

    Args:
        slot: The slot, by the name of its ranker.
        kind: The type of the event.
        own: The token of the figure.
        names: The first and the last token of each candidate.
        between: The first token between each candidate and the figure, and one past the last.
        kinds: What each candidate is.
        places: The features of each one's place.
        shown: What each shows of itself.
        right: Whether the slot is empty, and whether each candidate is right.
        meanings: What each candidate means.
    """

    slot: str
    kind: str
    own: int
    names: list[tuple[int, int]]
    between: list[tuple[int, int]]
    kinds: list[str]
    places: list[tuple[int, ...]]
    shown: list[tuple[str, ...]]
    right: list[bool]
    meanings: list[str]


@dataclass(slots=True)
class Example:
    """A document with all that is asked of it.

    Args:
        doc: The document.
        source: Whence it is, where it is our own; nothing for a report.
        text: Its text, as read.
        tokens: Its tokens.
        figures: The token of each figure, with the answers to the questions about it.
        asked: The slots of its figures.
    """

    doc: str
    source: str
    text: str
    tokens: Tokens
    figures: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    def weight(self, slot: str = "") -> float:
        """Return how much the document counts for a slot, or for what figures are."""
        return SLOT_WEIGHTS.get((self.source, slot), WEIGHTS.get(self.source, 1.0))


def examples(
    documents: Iterable[Mapping[str, Any]], gold: Mapping[str, Sequence[Mapping[str, Any]]]
) -> Iterable[Example]:
    """Yield an example for each document.

    Args:
        documents: The documents.
        gold: Their figures.
    """
    extractor = Extractor(learned=False)
    for record in documents:
        reading = extractor.read(document_of(record))
        example = Example(record["doc"], record.get("source") or "", reading.text, tokens_of(reading))
        pairs = align(reading, gold.get(record["doc"], ()))
        for figure in reading.figures:
            answer = pairs.get(figure.index)
            kind, _, measure = label_of(figure, answer).partition("|")
            own = example.tokens.at(figure.start)
            if not is_plain(figure):
                example.figures.append((own, _answers(kind, measure, answer)))
            if answer is not None and kind not in (OTHER, NOTHING):
                example.asked += _slots(extractor, reading, example.tokens, figure, answer)
        yield example


def unlabelled(documents: Iterable[Mapping[str, Any]]) -> Iterable[Example]:
    """Yield an example without figures for each document.

    Args:
        documents: The documents.
    """
    extractor = Extractor(learned=False)
    for record in documents:
        reading = extractor.read(document_of(record))
        yield Example(record["doc"], "", reading.text, tokens_of(reading))


def _answers(kind: str, measure: str, answer: Mapping[str, Any] | None) -> dict[str, str]:
    told = {"type": kind}
    if measure:
        told["measure"] = f"{kind}|{measure}"
    if answer is not None and kind not in (OTHER, NOTHING):
        told["accumulation"] = answer.get("accumulation") or ABSENT
        told["modality"] = answer.get("modality") or "actual"
    return told


def _slots(
    extractor: Extractor, reading: Reading, tokens: Tokens, figure: Figure, answer: Mapping[str, Any]
) -> Iterable[Asked]:
    kind = str(answer["type"])
    dates = date_candidates(reading, figure)
    right = right_dates(reading, dates, answer)
    meant = [str(period(reading, one)) for one in dates]
    yield from _asked(reading, tokens, figure, ("date", kind), dates, right, meant, present=is_dated(answer))
    for role in extractor.filler.caster.cues.get(kind, ()):
        names = role_candidates(reading, figure, role.tags)
        named = answer.get(role.name)
        right = [same_names(reading, one.mentions, named) for one in names]
        meant = [str(bearer(reading, one)) for one in names]
        slot = (f"role.{role.name}", kind)
        yield from _asked(reading, tokens, figure, slot, names, right, meant, present=bool(named))
    places = place_candidates(reading, figure)
    right = [same_place(reading, one.mentions, answer) for one in places]
    meant = [str(region(reading, one)) for one in places]
    present = bool(answer.get("place"))
    yield from _asked(reading, tokens, figure, ("place", kind), places, right, meant, present=present)


def _asked(
    reading: Reading,
    tokens: Tokens,
    figure: Figure,
    slot: tuple[str, str],
    candidates: Sequence[Candidate],
    right: Sequence[bool],
    meanings: Sequence[str],
    *,
    present: bool,
) -> Iterable[Asked]:
    """Yield what is asked; a slot whose answer is not among its candidates teaches nothing."""
    if not candidates or (present and not any(right)):
        return
    own = tokens.at(figure.start)
    spans = [ends(one, tokens) for one in candidates]
    yield Asked(
        *slot,
        own,
        spans,
        [between(own, first, last) for first, last in spans],
        [one.kind for one in candidates],
        [place_of(reading, figure, one, own - first) for one, (first, _) in zip(candidates, spans, strict=True)],
        own_features(reading, figure, slot[0], candidates),
        [not any(right), *right],
        [*meanings],
    )


def vocabulary(given: Iterable[Example], pieces: Mapping[str, int] | None = None) -> Vocabulary:
    """Return what a network that learns from examples knows.

    Args:
        given: The examples.
        pieces: The pieces of words that it knows.
    """
    seen: dict[str, Counter[str]] = {name: Counter() for name in LEAST}
    answers: dict[str, set[str]] = defaultdict(set)
    for one in given:
        tokens = one.tokens
        seen["characters"].update(character for words in tokens.surfaces for character in words)
        seen["tags"].update(tokens.tags)
        valued = zip(tokens.tags, tokens.values, strict=True)
        seen["values"].update(f"{tag}={value}" for tag, value in valued if value)
        for asked in one.asked:
            seen["slots"].update((asked.slot, f"{asked.slot}|{asked.kind}"))
            seen["kinds"].update(asked.kinds)
            seen["shown"].update(shown for own in asked.shown for shown in own)
        for _, told in one.figures:
            for question, answer in told.items():
                answers[question].add(answer)
    known = {name: _numbers(counts, LEAST[name]) for name, counts in seen.items()}
    told = {question: sorted(found) for question, found in sorted(answers.items())}
    return Vocabulary(**known, answers=told, pieces=pieces or {})


def _numbers(counts: Mapping[str, int], least: int) -> dict[str, int]:
    frequent = sorted((-count, one) for one, count in counts.items() if count >= least)
    return {one: at for at, (_, one) in enumerate(frequent, UNKNOWN + 1)}
