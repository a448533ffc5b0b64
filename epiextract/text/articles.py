"""Several articles in one file: each becomes a document of its own, its text an exact slice of the file's."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from epiextract.text.document import Document

# No run of signs is given back in parts, so that a line of 64,000 = with a letter behind them costs its length.
_SEPARATOR = regex.compile(r"^[ \t]*+(?:={8,}+|={4,}+[^\n=]{1,40}={4,}+)[ \t]*+\r?$\n?", regex.MULTILINE)
_TITLE = regex.compile(r"\A\s*>>>[ \t]*(?P<title>[^\n]{1,200})")


def split_articles(
    text: str, *, id: str, published: str | None = None, source: str | None = None
) -> Iterator[Document]:
    r"""Yield the articles of a file's text.

    Args:
        text: The whole text, decoded, without a BOM.
        id: The file's name; the articles are ``id#0``, ``id#1`` and so on.
        published: The date of publication of all of them.
        source: The outlet of all of them.

    >>> text = ">>>甲\n确诊3例\n\n======NEXT NEWS======\n\n>>>乙\n治愈2例\n"
    >>> [(d.id, d.title, text[d.origin : d.origin + len(d.text)] == d.text) for d in split_articles(text, id="f")]
    [('f#0', '甲', True), ('f#1', '乙', True)]
    """
    ordinal = 0
    for start, end in _slices(text):
        piece = text[start:end]
        stripped = piece.strip()
        if not stripped:
            continue
        start += piece.index(stripped[0])
        title = _TITLE.match(stripped)
        yield Document(
            id=f"{id}#{ordinal}",
            text=stripped,
            title=title["title"].strip() if title else None,
            published=published,
            source=source,
            origin=start,
        )
        ordinal += 1


def _slices(text: str) -> Iterator[tuple[int, int]]:
    last = 0
    for separator in _SEPARATOR.finditer(text):
        yield last, separator.start()
        last = separator.end()
    yield last, len(text)
