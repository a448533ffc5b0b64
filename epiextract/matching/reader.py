"""From a document to its reading: healed text, sentences, mentions, dates resolved, patterns tried at every figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Any

from epiextract.matching.compiler import CompiledPacks
from epiextract.matching.dating import resolve_dates
from epiextract.matching.entities import NameIndex, PlaceIndex
from epiextract.matching.matcher import Match, match_figures
from epiextract.matching.reading import Figure, Reading
from epiextract.matching.sequence import encode
from epiextract.tagging.mentions import Mention
from epiextract.tagging.tagger import Tagger
from epiextract.text.dateline import document_date, find_datelines
from epiextract.text.document import Document
from epiextract.text.segments import segment
from epiextract.text.titles import title_apart
from epiextract.text.view import ReadingView
from epiextract.values.quantities.finder import Quantity


class Reader:
    """Reads documents with one tagger and one set of packs.

    Args:
        tagger: Finds mentions.
        packs: Compiled packs.
        published: The date of publication of documents without one.
    """

    def __init__(self, tagger: Tagger, packs: CompiledPacks, published: str | None = None) -> None:
        self.tagger = tagger
        self.packs = packs
        self.published = published

    def read(self, document: Document) -> Reading:
        """Return the reading of *document*."""
        view = ReadingView.of(document.text)
        apart = title_apart(document.title, view.text)
        if apart is not None:
            view = view.under(apart)
        text = view.text
        paragraphs, sentences = segment(text)
        tagged = self.tagger.tag(text)
        own_date = document_date(document, text, default=self.published)
        datelines = list(find_datelines(text))
        title = paragraphs[0].end if paragraphs and paragraphs[0].kind == "title" else 0
        reading = Reading(
            document=document,
            view=view,
            text=text,
            paragraphs=paragraphs,
            sentences=sentences,
            mentions=tagged.mentions,
            bounds=_bounds(sentences, tagged.mentions),
            own_date=own_date,
            published=date.fromisoformat(own_date) if own_date and len(own_date) == 10 else None,
            datelines=[(line.start, line.end) for line in datelines],
            places=PlaceIndex.of(tagged.places, tagged.mentions, title, [(d.start, d.end) for d in datelines]),
            names=NameIndex.of(text, tagged.mentions, title, tagged.places),
            hidden=tagged.hidden,
            apart=title if apart is not None else 0,
        )
        reading.title_features = title_features(reading, title)
        resolve_dates(reading)
        self._figures(reading)
        return reading

    def _figures(self, reading: Reading) -> None:
        """Try the patterns at every figure."""
        for number in sorted({reading.sentence_at(m.start) for m in reading.mentions if m.tag == "QTY"}):
            sentence = reading.sentences[number]
            first, last = reading.bounds[number]
            mentions = reading.mentions[first:last]
            coded = encode(reading.text, sentence.start, sentence.end, mentions, self.packs.alphabet)
            matches = match_figures(coded, self.packs)
            for at in sorted(matches):
                reading.figures.append(_figure(reading, number, first + at, matches[at], mentions))


def _bounds(sentences: Sequence[Any], mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return for each sentence its first mention and one past its last."""
    starts = [mention.start for mention in mentions]
    return [(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)) for sentence in sentences]


def _figure(reading: Reading, sentence: int, index: int, matches: list[Match], mentions: Sequence[Mention]) -> Figure:
    mention = reading.mentions[index]
    quantity = mention.payload
    assert isinstance(quantity, Quantity)
    if matches and _counts_behind(reading.text, mention, matches):
        # whatever stands before
        matches = [match for match in matches if match.captured.get("measure", match.figure + 1) > match.figure]
    measures = [match.value_of("measure", mentions) for match in matches]
    return Figure(index, mention, quantity, sentence, reading.clause_at(sentence, mention.start), matches, measures)


# 零 with a word behind it, as in 零死亡 and 零复发; in 病例为零的小区 and 零的突破 it stands alone.
_NONE_OF = re.compile(r"(?<![为為是到至达達归歸])零(?=[\u3400-\u9fff])(?![的后後了增新报報])")
_AND = ("和", "与", "與", "及")


def _counts_behind(text: str, mention: Mention, matches: Sequence[Match]) -> bool:
    """Tell whether a figure counts what stands behind it: 零感染零死亡, 337例确诊和两例死亡."""
    none = _NONE_OF.match(text, mention.start)
    if none is not None and none.end() == mention.end:
        return True
    touched = any(match.width == 0 and match.captured.get("measure", -1) > match.figure for match in matches)
    return touched and text.endswith(_AND, 0, mention.start)


def title_features(reading: Reading, title: int) -> list[str]:
    """Return what the title speaks of: the tags of its mentions.

    Args:
        reading: The document as read.
        title: Where the title ends.
    """
    last = reading.index_after(title) if title else 0
    found = {
        f"T:{tag}={value}" if ":" in tag else f"T:{tag}"
        for mention in reading.mentions[:last]
        for tag, value in mention.meanings()
        if tag not in ("TIME", "PLACE")
    }
    return sorted(found)
