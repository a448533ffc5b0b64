"""A spaCy pipeline as a further source of names, run on the sentences that hold a figure.

The policy of merging: places stay ours, since an event needs their code. A name of ours stays, unless an entity of its
kind holds it whole and is longer; an entity that only overlaps one of ours, or that crosses a figure, is dropped.
What points or is only a kind (该公司, 定点医院, 患者) gives way to a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from epiextract.errors import ConfigError
from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.words import NameRef
from epiextract.text.segments import segment
from epiextract.values.quantities.finder import Quantity

# Labels of OntoNotes (zh_core_web_*), of other common schemes, and our own.
LABELS: Mapping[str, str] = {
    "ORG": "ORG",
    "NORP": "ORG",
    "FAC": "FACILITY",
    "FACILITY": "FACILITY",
    "PERSON": "PERSON",
    "PER": "PERSON",
    "PRODUCT": "GOODS",
    "GOODS": "GOODS",
}
# What a hospital ends with, whatever label a pipeline gives it.
_CARE = ("医院", "卫生院", "方舱", "院区", "医疗中心", "隔离点")
_WEAK = frozenset({"anaphor", "generic", "group"})


class SpacyNames:
    """The entities of a spaCy pipeline as mentions.

    Args:
        nlp: A pipeline with an entity recogniser.

    Raises:
        ConfigError: EPX305 where it is no pipeline, or has nothing that finds entities.
    """

    def __init__(self, nlp: Any) -> None:
        if not hasattr(nlp, "pipe") or not hasattr(nlp, "pipe_names"):
            hint = "Give what spacy.load returns, or the name or path of a pipeline."
            raise ConfigError("EPX305", f"nlp is no spaCy pipeline but {type(nlp).__name__}", hint=hint)
        if not set(nlp.pipe_names) - {"tok2vec", "transformer", "sentencizer", "senter", "parser", "tagger"}:
            hint = "Give a pipeline with 'ner' or 'entity_ruler', or train one: epiextract ner train."
            raise ConfigError("EPX305", f"the pipeline finds no entities, it has {nlp.pipe_names}", hint=hint)
        self.nlp = nlp

    def __reduce__(self) -> tuple[object, ...]:
        return (_from_bytes, (dict(self.nlp.config), self.nlp.to_bytes()))

    def mentions(self, text: str, spans: Sequence[tuple[int, int]]) -> list[Mention]:
        """Return the entities of *text* inside of *spans*.

        Args:
            text: The text as read.
            spans: The sentences to look at.
        """
        out = []
        for (start, end), doc in zip(spans, self.nlp.pipe(text[a:b] for a, b in spans), strict=True):
            for entity in doc.ents:
                first, last = start + entity.start_char, start + entity.end_char
                words = text[first:last]
                tag = "FACILITY" if words.endswith(_CARE) else LABELS.get(entity.label_)
                if tag and last <= end and len(words.strip()) > 1:
                    out.append(Mention(first, last, tag, "name", NameRef(words, "spacy")))
        return out


def _from_bytes(config: dict[str, Any], data: bytes) -> SpacyNames:
    from confection import Config
    from spacy.util import load_model_from_config

    nlp = load_model_from_config(Config(config), auto_fill=True)
    return SpacyNames(nlp.from_bytes(data))


def spacy_names(nlp: Any) -> tuple[SpacyNames, ...]:
    """Return *nlp* as a source of names: a pipeline, the name or path of one, or None.

    Raises:
        ConfigError: EPX305 where it cannot be loaded or used.
    """
    if nlp is None:
        return ()
    if isinstance(nlp, SpacyNames):
        return (nlp,)
    if isinstance(nlp, (str, Path)):
        import spacy

        try:
            nlp = spacy.load(nlp)
        except (OSError, ValueError, ImportError) as error:
            hint = "Give the name of an installed pipeline or the folder of a saved one."
            raise ConfigError("EPX305", f"the pipeline {str(nlp)!r} cannot be loaded: {error}", hint=hint) from None
    return (SpacyNames(nlp),)


def sentences_with_figures(text: str, values: Iterable[object]) -> list[tuple[int, int]]:
    """Return the sentences that hold a figure, which alone can become events."""
    starts = [value.start for value in values if isinstance(value, Quantity)]
    if not starts:
        return []
    spans = [(sentence.start, sentence.end) for sentence in segment(text)[1]]
    return [(a, b) for a, b in spans if (at := bisect_left(starts, a)) < len(starts) and starts[at] < b]


def joined(own: Sequence[Mention], foreign: Iterable[Mention], values: Iterable[object]) -> Iterator[Mention]:
    """Yield our mentions and those of another source that the policy lets in.

    Args:
        own: Our places, names and goods.
        foreign: The other source's.
        values: Quantities and times, which no name crosses.
    """
    figures = _ByCharacter((value.start, value.end) for value in values)  # type: ignore[attr-defined]
    kept = list(own)
    spans = _ByCharacter((mention.start, mention.end) for mention in kept)
    gone: set[int] = set()
    for mention in foreign:
        numbers = [number for number in spans.touching(mention.start, mention.end) if number not in gone]
        touched = figures.touching(mention.start, mention.end)
        crosses = any(not _inside(*figures.spans[number], mention) for number in touched)
        if not crosses and all(_gives_way(kept[number], mention) for number in numbers):
            gone.update(number for number in numbers if kept[number].tag != "PLACE")
            kept.append(mention)
            spans.add(mention.start, mention.end)
    yield from (mention for number, mention in enumerate(kept) if number not in gone)


class _ByCharacter:
    """Spans by the characters that they hold, so that not all of a text are asked which ones touch another.

    Args:
        spans: The spans.
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans: list[tuple[int, int]] = []
        self._at: dict[int, list[int]] = {}
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> None:
        """Add a span, whose number is how many were there before."""
        for at in range(start, end):
            self._at.setdefault(at, []).append(len(self.spans))
        self.spans.append((start, end))

    def touching(self, start: int, end: int) -> set[int]:
        """Return the numbers of the spans that share a character with another one."""
        return {number for at in range(start, end) for number in self._at.get(at, ())}


def _inside(start: int, end: int, mention: Mention) -> bool:
    return mention.start < start and end < mention.end


def _gives_way(own: Mention, other: Mention) -> bool:
    inside = other.start <= own.start and own.end <= other.end
    longer = other.end - other.start > own.end - own.start
    if own.tag == "PLACE":
        return inside and longer
    if own.value in _WEAK:
        return inside
    return inside and longer and (own.tag == other.tag or {own.tag, other.tag} <= {"ORG", "FACILITY"})
