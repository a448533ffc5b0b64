"""A document as it was read: sentences, mentions, dates resolved, and its figures with the patterns that matched."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from epiextract.tagging.mentions import Mention

if TYPE_CHECKING:
    from epiextract.matching.matcher import Match
    from epiextract.text.document import Document
    from epiextract.values.quantities import Quantity


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
        matches: What the patterns made of it, the most specific first; indexes count from the sentence's first mention.
        previous: The figure before it, in reading order.
        decided: The decision, once it was taken.
    """

    index: int
    mention: Mention
    quantity: Quantity
    sentence: int
    clause: tuple[int, int]
    matches: list[Match]
    previous: Figure | None = None
    decided: Decision | None = None

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
    start: Any
    end: Any


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
        periods: Resolved time expressions, by index of their mention.
        published: The document's own date, where it is known.
    """

    document: Document
    view: Any
    text: str
    paragraphs: Sequence[Any]
    sentences: Sequence[Any]
    mentions: Sequence[Mention]
    bounds: Sequence[tuple[int, int]]
    periods: dict[int, Dated] = field(default_factory=dict)
    published: Any = None
    figures: list[Figure] = field(default_factory=list)
    title_features: list[str] = field(default_factory=list)
    _clause_starts: list[int] = field(default_factory=list)

    def sentence_at(self, position: int) -> int:
        """Return the index of the sentence that holds the character at *position*, or of the one before it."""
        return max(0, bisect_right(self.sentences, position, key=lambda sentence: sentence.start) - 1)

    def paragraph_of(self, sentence: int) -> int:
        """Return the index of the sentence's paragraph."""
        return int(self.sentences[sentence].paragraph)

    def paragraph_kind(self, paragraph: int) -> str:
        """Return the paragraph's kind: body, title, heading, caption, ..."""
        return str(getattr(self.paragraphs[paragraph], "kind", "body"))

    def clauses_between(self, low: int, high: int) -> int:
        """Return how many clause boundaries lie between two characters of one sentence."""
        starts = self._clause_starts
        return bisect_right(starts, high) - bisect_right(starts, low)
