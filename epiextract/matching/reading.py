"""A document as it was read: sentences, mentions, dates resolved, and its figures with the patterns that matched."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from epiextract.matching.entities import NameIndex, PlaceIndex
from epiextract.spans import Covered
from epiextract.tagging.mentions import Mention

if TYPE_CHECKING:
    from epiextract.matching.matcher import Match
    from epiextract.text.document import Document
    from epiextract.text.segments import Paragraph, Sentence
    from epiextract.values.quantities.finder import Quantity


@dataclass(slots=True)
class Decision:
    """What was decided of a figure, and by which rule or model."""

    type: str
    measure: str | None
    rule: str
    match: Match | None = None


@dataclass(slots=True)
class Figure:
    """A quantity in its sentence.

    Args:
        index: The index of its mention in the reading.
        mention: The mention.
        sentence: The index of its sentence.
        clause: The clause that holds it.
        matches: What the patterns made of it, the most specific first.
        measures: The measure that each match gives.
        decided: The decision, once it was taken.
        features: What the models see of it, once it was worked out.
        scores: What the models make of that, in every column.
    """

    index: int
    mention: Mention
    quantity: Quantity
    sentence: int
    clause: tuple[int, int]
    matches: list[Match]
    measures: list[str | None]
    decided: Decision | None = None
    features: Any = None
    scores: Any = None

    @property
    def start(self) -> int:
        """The first character."""
        return self.mention.start

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.mention.end


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression with the period that it was resolved to."""

    index: int
    sentence: int
    start: date | None
    end: date | None


@dataclass(slots=True)
class Reading:
    """A document with everything that was found in it.

    Args:
        document: The document.
        view: Its reading view; every offset here is one of the view's text.
        text: The view's text.
        paragraphs: Paragraphs, with their kinds.
        sentences: Sentences.
        mentions: All mentions, sorted.
        bounds: For each sentence its first mention and one past its last.
        own_date: The document's own date: a day, a month or a year, partial where only that is known.
        published: The same where it is a full day.
        datelines: Spans of the view that are datelines.
        periods: Resolved time expressions, by index of their mention.
        figures: The figures, with the patterns that matched.
        places: The places, with what is known of each.
        names: Organisations, facilities, persons and goods, with what they mean.
        title_features: Features of the title for the models.
        features: What the models see of the document as a whole, once it was worked out.
        lines: Where names and dates stand, by sort, once a slot has asked.
        hidden: What masks of packs hide, each with its mask.
        context: What a network makes of the document as a whole, once it has read it.
        apart: Where a title ends that was told apart from the text: it is read, but gives no events and no evidence.
    """

    document: Document
    view: Any
    text: str
    paragraphs: Sequence[Paragraph]
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    bounds: Sequence[tuple[int, int]]
    own_date: Any = None
    published: date | None = None
    datelines: Sequence[tuple[int, int]] = ()
    periods: dict[int, Dated] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    places: PlaceIndex = field(default_factory=PlaceIndex)
    names: NameIndex = field(default_factory=NameIndex)
    title_features: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)
    lines: dict[object, Any] = field(default_factory=dict)
    hidden: Sequence[tuple[Mention, Mention]] = ()
    context: Any = None
    apart: int = 0
    _sentence_starts: list[int] = field(default_factory=list)
    _clause_starts: list[int] = field(default_factory=list)
    _mention_starts: list[int] = field(default_factory=list)
    _in_datelines: Covered = field(default_factory=Covered)

    def __post_init__(self) -> None:
        self._sentence_starts = [sentence.start for sentence in self.sentences]
        self._clause_starts = [clause[0] for sentence in self.sentences for clause in sentence.clauses]
        self._mention_starts = [mention.start for mention in self.mentions]
        self._in_datelines = Covered(self.datelines)

    def sentence_at(self, position: int) -> int:
        """Return the index of the sentence that holds the character at *position*, or of the one before it."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def clause_at(self, sentence: int, position: int) -> tuple[int, int]:
        """Return the clause of a sentence that holds the character at *position*."""
        for clause in self.sentences[sentence].clauses:
            if position < clause[1]:
                return clause[0], clause[1]
        return self.sentences[sentence].start, self.sentences[sentence].end

    def paragraph_of(self, sentence: int) -> int:
        """Return the index of the sentence's paragraph."""
        return self.sentences[sentence].paragraph

    def paragraph_kind(self, paragraph: int) -> str:
        """Return the paragraph's kind: body, title, heading, caption, ..."""
        return self.paragraphs[paragraph].kind

    def clauses_until(self, position: int) -> int:
        """Return how many clauses of the document begin at *position* or before it."""
        return bisect_right(self._clause_starts, position)

    def index_after(self, position: int) -> int:
        """Return the index of the first mention that starts at *position* or later."""
        return bisect_left(self._mention_starts, position)

    def figure_after(self, position: int) -> int:
        """Return the place among the figures of the first that starts at *position* or later."""
        return bisect_left(self.figures, position, key=lambda figure: figure.start)

    def period_of(self, mention: Mention) -> Dated:
        """Return the period of a time expression that was resolved."""
        return self.periods[self.index_after(mention.start)]

    def in_dateline(self, mention: Mention) -> bool:
        """Tell whether the mention stands in a dateline."""
        return mention.start in self._in_datelines
