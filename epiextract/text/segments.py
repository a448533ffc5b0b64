"""Paragraphs, sentences and clauses of a reading view, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# A full stop inside quotes ends the sentence with the quotes; ； separates items of a list and ends a clause only.
_SENTENCE = re.compile(r"[^。！？!?\n]+(?:[。！？!?…]+[”’」』）)\"]*)?|[。！？!?]+[”’」』）)\"]*")
_LINE = re.compile(r"[^\n]+")
# An ASCII comma between digits belongs to a number: 1,749.
_CLAUSE = re.compile(r"(?:[^，,；;：:]+|(?<=\d)[,:](?=\d))+[，,；;：:]?|[，,；;：:]+")
_FULL_STOP = re.compile(r"[。！？!?；;…]")
_CAPTION = re.compile(r"(?:摄|供图|图片来源|资料图)[^。]{0,12}$|^[△▲▼↑↓]|^图(?:为|片)")
_NOTE = re.compile(r"^[（(]?(?:责任编辑|编辑|责编|来源|作者|记者|文章来源|原标题|校对|审核)[:：]?")
HEADING_MAX = 40
# A table that was flattened to text may have no full stop for pages. What is longer than any sentence of news (669
# characters in two million) is cut behind its last clause, so that what one sentence costs has an upper bound.
SENTENCE_MAX = 1000
_LAST_MARK = re.compile(r".*(?:[，；;：、]|(?<![\d百千万亿余多])\s|(?<!\d),)", re.DOTALL)
# A number with its unit that may go on behind where a line without any mark is cut.
_FIGURE = re.compile(r"[\d〇零一二三四五六七八九十百千万亿两][\d.,…百千万亿余多]{0,20}[^\W\d]{0,3}\Z")
_FIGURE_REACH = 24


class Paragraph(NamedTuple):
    """A line of the view: ``title``, ``heading``, ``caption``, ``note`` or ``body``."""

    start: int
    end: int
    kind: str


class Sentence(NamedTuple):
    """A sentence, the number of its paragraph, and its clauses."""

    start: int
    end: int
    paragraph: int
    clauses: tuple[tuple[int, int], ...]


def segment(text: str) -> tuple[list[Paragraph], list[Sentence]]:
    r"""Return the paragraphs and the sentences of a view's text.

    >>> paragraphs, sentences = segment(">>>疫情通报\n新增3例，治愈1,749例。死亡“零”！")
    >>> [paragraph.kind for paragraph in paragraphs]
    ['title', 'body']
    >>> [len(sentence.clauses) for sentence in sentences]
    [1, 2, 1]
    """
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        content = line.group().strip()
        if not content:
            continue
        number = len(paragraphs)
        paragraphs.append(Paragraph(start, end, _kind(content, number)))
        for first, last in _cut(text, start, end):
            clauses = tuple([clause.span() for clause in _CLAUSE.finditer(text, first, last)])
            sentences.append(Sentence(first, last, number, clauses))
    return paragraphs, sentences


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a line, in pieces where they are too long."""
    for match in _SENTENCE.finditer(text, start, end):
        first, last = match.span()
        while last - first > SENTENCE_MAX:
            mark = _LAST_MARK.match(text, first, first + SENTENCE_MAX)
            cut = mark.end() if mark else _before_figure(text, first + SENTENCE_MAX)
            yield first, cut
            first = cut
        yield first, last


def _before_figure(text: str, cut: int) -> int:
    """Return where to cut a line at about *cut*, and in no number: …捐款|100万元."""
    figure = _FIGURE.search(text, max(0, cut - _FIGURE_REACH), cut)
    return figure.start() if figure else cut


def _kind(content: str, number: int) -> str:
    if content.startswith(">>>") and number == 0:
        return "title"
    if len(content) < 60 and _NOTE.search(content):
        return "note"
    if len(content) < 120 and _CAPTION.search(content):
        return "caption"
    if len(content) <= HEADING_MAX and not _FULL_STOP.search(content) and content[-1] not in "：:，,”":
        return "heading"
    return "body"
