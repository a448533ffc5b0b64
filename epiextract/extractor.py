"""`Extractor`: from a text to its dated figures as typed events. The way of the data, in the order of its steps.

A document is read (healed text, sentences, mentions, dates, patterns tried at each figure), each figure is decided, the
slots of its event are filled, and the events are built with their evidence in characters of the original text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from epiextract.deciding.build import build, document_ref
from epiextract.deciding.fill import Filler
from epiextract.deciding.models.file import builtin_models
from epiextract.deciding.models.linear import ModelSet
from epiextract.deciding.models.threads import one_thread
from epiextract.deciding.types.decider import Decider
from epiextract.deciding.types.fits import Claimed, Margins, Told
from epiextract.errors import ConfigError, did_you_mean
from epiextract.events import Events, event_types
from epiextract.listed import listed
from epiextract.matching.compiler import compile_packs
from epiextract.matching.explain import show_sequence
from epiextract.matching.reader import Reader
from epiextract.matching.sequence import encode
from epiextract.once import Once
from epiextract.streaming import Extracted, check_document, check_stream, stream_here, stream_in_workers
from epiextract.tagging.gazetteers import find_gazetteers
from epiextract.tagging.names.spacy_names import spacy_names
from epiextract.tagging.tagger import Tagger
from epiextract.text.document import Document, FailedDocument, published_date

if TYPE_CHECKING:
    from epiextract.matching.explain import Explanation
    from epiextract.matching.reading import Reading
    from epiextract.packs.loader import LoadedPack


class Extractor:
    """Reads documents with a fixed set of packs; immutable, picklable, safe in threads.

    Args:
        packs: Names of installed packs or paths of pack files, whose types of events are wanted; figures of other types
            are of type other. None for all built-in and installed ones.
        types: Event types to keep; None for all.
        published: The date of publication of documents that do not have one: a day, a month or a year.
        nlp: A spaCy pipeline, or the name or path of one, whose entities are used beside the library's own.
        gazetteers: Paths of the user's gazetteers (CSV or JSON Lines), names of installed ones; None for all installed.
        learned: Whether the trained models decide between what the rules propose; without them the rules decide alone.
        models: Models of one's own, from ``scripts/train_deciders.py``; None for those that come with the library.

    Raises:
        ConfigError: EPX301 for an unknown event type, EPX302 where rules or models are missing, EPX305 for an nlp that
            is no pipeline, EPX306 for models of another format.
        InputError: EPX404 for a date of publication that is none, EPX401 for a pack or a gazetteer of an empty name.
        PackError: For packs that are unknown or faulty.
        GazetteerError: For gazetteers that are unknown or faulty.

    >>> events = Extractor().extract("截至2020年2月4日24时，湖南省累计报告确诊病例593例。")
    >>> [(e.type, e.measure, e.value, str(e.date_end), e.place[0].name) for e in events]
    [('case_count', 'confirmed', 593, '2020-02-04', '湖南省')]
    """

    def __init__(
        self,
        *,
        packs: Iterable[str | Path] | str | Path | None = None,
        types: Iterable[str] | str | None = None,
        published: str | None = None,
        nlp: Any = None,
        gazetteers: Iterable[str | Path] | str | Path | None = None,
        learned: bool = True,
        models: ModelSet | None = None,
    ) -> None:
        from epiextract.packs.discovery import find_packs, named_events, with_builtin

        # each is read more than once: a generator would be empty the second time
        packs, types, gazetteers = listed(packs), listed(types), listed(gazetteers)
        self._options: dict[str, Any] = {
            "packs": packs,
            "types": types,
            "published": published,
            "nlp": nlp,
            "gazetteers": gazetteers,
            "learned": learned,
            "models": models,
        }
        loaded = find_packs(packs)
        self._types = _checked_types(types, loaded)
        asked = named_events(packs)
        if learned:
            loaded = with_builtin(packs, loaded)
        if published is not None:
            published = published_date(published)
        self.packs = compile_packs(loaded)
        if models is not None and not isinstance(models, ModelSet):
            hint = "Give what epiextract.deciding.models.file.load returns."
            raise ConfigError("EPX306", f"models are no models but {type(models).__name__}", hint=hint)
        self._models = (models or builtin_models()) if learned else None
        names = spacy_names(nlp)
        self._options["nlp"] = names[0] if names else None
        self.gazetteer = tuple(find_gazetteers(gazetteers))
        tagger = Tagger([*self.packs.entries, *self.gazetteer], self.packs.regexes, names, self.packs.masks)
        self._reader = Reader(tagger, self.packs, published)
        self.filler = Filler(self.packs, self._models)
        self.decider = Decider(
            self._models, Margins(pack.pack for pack in loaded), asked, Told(self.packs), Claimed(self.packs)
        )

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuilt, (self._options,))

    def read(self, document: Document) -> Reading:
        """Return the reading of *document*: what is known of it before anything is decided."""
        return self._reader.read(document)

    def extract(self, text: str | Document, *, published: str | None = None) -> Events:
        """Return the events of a text.

        Args:
            text: A text, or a document.
            published: The date of publication, where the document has none of its own.

        Raises:
            InputError: EPX403 for what is no document, such as one that could not be read, EPX404 for a date of
                publication that is none.
        """
        with one_thread():
            reading = self._decided(text, published)
            document = document_ref(reading)
            kept = self._types
            return Events(
                build(reading, filled, document)
                for filled in self.filler.fill(reading)
                if kept is None or filled.type in kept
            )

    def stream(self, documents: Iterable[Document | FailedDocument], *, workers: int = 1) -> Iterator[Extracted]:
        """Yield what each document gives, in order; one that fails is yielded with its failure, and the run goes on.

        Args:
            documents: Documents, such as :func:`epiextract.text.readers.read_documents` yields them.
            workers: Processes; 1 stays in this one.

        Raises:
            InputError: EPX403 for what is no document, such as a plain text.
            ConfigError: EPX307 for no worker, EPX308 where one ended in the midst of its work.
        """
        check_stream(documents, workers)
        if workers == 1:
            return stream_here(documents, self.extract)
        return stream_in_workers(documents, workers, _extracting, self._options)

    def explain(self, text: str | Document, *, published: str | None = None, misses: int | None = 3) -> Explanation:
        """Return why a text gives what it gives: mentions, sequence, patterns tried, what was carried or missed.

        Args:
            text: A text, or a document.
            published: The date of publication, where the document has none of its own.
            misses: How many patterns that nearly matched a figure are told of; None: all that did not match.
        """
        with one_thread():
            return self._explained(text, published, misses)

    def _explained(self, text: str | Document, published: str | None, misses: int | None) -> Explanation:
        from epiextract.matching.explain import Explanation, masked, tell

        reading = self._decided(text, published)
        document = document_ref(reading)
        stories = []
        told = set()
        for filled in self.filler.fill(reading):
            slots = build(reading, filled, document).record()
            shown = {name: slots[name] for name in slots if name not in NOT_TOLD}
            stories.append(tell(reading, filled.figure, self.packs, shown, filled.mentions, filled.notes, misses))
            told.add(filled.figure.index)
        left = (one for one in reading.figures if one.index not in told and one.start >= reading.apart)
        stories.extend(tell(reading, figure, self.packs, {}, {}, {}, misses) for figure in left)
        return Explanation(stories, masked(reading))

    def sequence(self, text: str) -> str:
        """Return the mentions of *text* as patterns see them, for messages about packs."""
        reading = self.read(Document(id="text", text=text))
        shown = []
        for sentence, (first, last) in zip(reading.sentences, reading.bounds, strict=True):
            mentions = reading.mentions[first:last]
            coded = encode(reading.text, sentence.start, sentence.end, mentions, self.packs.alphabet)
            shown.append(show_sequence(coded))
        return " . ".join(shown)

    def _decided(self, text: str | Document, published: str | None) -> Reading:
        document = Document(id="text", text=text) if isinstance(text, str) else text
        check_document(document)
        if published is not None:
            published = published_date(published)
            if not document.published:
                document = replace(document, published=published)
        reading = self.read(document)
        self.decider.decide(reading)
        return reading


NOT_TOLD = frozenset({"schema", "doc", "start", "end", "quote", "sentence", "rule", "title", "published", "source"})


def _checked_types(types: Iterable[str] | None, packs: Sequence[LoadedPack]) -> frozenset[str] | None:
    if types is None:
        return None
    known = {*event_types(), *(pack.pack.event for pack in packs if pack.pack.event)}
    asked = frozenset(types)
    for name in sorted(asked - known):
        hint = did_you_mean(name, known) or f"Known are {', '.join(sorted(known))}."
        raise ConfigError("EPX301", f"unknown event type {name!r}", hint=hint)
    return asked


def _rebuilt(options: dict[str, Any]) -> Extractor:
    return Extractor(**options)


def _extracting(options: dict[str, Any]) -> Callable[[Document], Events]:
    return _rebuilt(options).extract


_shared = Once(Extractor)


def default_extractor() -> Extractor:
    """Return the extractor that `epiextract.extract` shares."""
    shared: Extractor = _shared()
    return shared


def extract(text: str | Document, *, published: str | None = None) -> Events:
    """Return the events of a text, by the shared default extractor.

    Args:
        text: A text, or a document.
        published: The date of publication: a day, a month or a year.

    Raises:
        InputError: EPX403 for what is no document, EPX404 for a date of publication that is none.
    """
    return default_extractor().extract(text, published=published)
