"""The reading view: a text healed of its layout, every character of which still points into the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import regex

from epiextract.spans import Span
from epiextract.text.table_lines import CELL_BAR, row_numbers_apart, with_cells_apart

# One character for one: offsets stay as they are. ， 。 ： and brackets keep their width, they separate clauses.
_FOLDS = {
    **{chr(0xFF10 + i): chr(0x30 + i) for i in range(10)},
    **{chr(0xFF21 + i): chr(0x41 + i) for i in range(26)},
    **{chr(0xFF41 + i): chr(0x61 + i) for i in range(26)},
    "％": "%",
    "．": ".",
    "－": "-",
    "＋": "+",
    "～": "~",
    "〜": "~",
    "＄": "$",
    "￥": "¥",
    "　": " ",
    "\xa0": " ",
    "\t": " ",
    **{chr(code): " " for code in (*range(0x2000, 0x200B), 0x202F, 0x205F)},
    **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
    "﹪": "%",
}
# Beside Chinese characters punctuation is full-width, however an index or a keyboard wrote it: 确诊12例,治愈3例.
# Brackets stay, they are parts of names; a semicolon behind a letter or a number may close an entity, &nbsp;确诊.
_WIDE = dict(zip(",:;!?", "，：；！？", strict=True))
_NARROW = re.compile("[,:;!?](?:(?<=[\u3400-\u9fff）)”》%].)|(?<!;)(?=[\u3400-\u9fff“《（]))")
_FOREIGN = re.compile(f"[{''.join(map(re.escape, _FOLDS))}]")
_BLOCK_TAGS = "title|head|body|p|br|div|li|tr|td|th|h[1-6]|ul|ol|table|section|article|blockquote|hr"
# Between two cells of a row: </p></td> <td><p>. A row of a table is one line, as it is where tabs stand between.
_IN_CELL = r"(?:[ \t\r\n]|</?(?:p|div|span|font|strong|b|br)\b[^<>]{0,300}>){0,12}"
_NEXT_CELL = rf"(?=[ \t\r\n]{{0,12}}<){_IN_CELL}</t[dh]>[ \t\r\n]{{0,40}}<t[dh]\b[^<>]{{0,300}}>{_IN_CELL}"
_HAN = r"[\u3400-\u9fff]"
# Thousands grouped by a thin space or one that does not break: 12 345例. A plain space does not group: what news writes
# so are telephones (400 010 2580), and 120 345 may be two columns of a table.
_THIN = "\xa0\u2007\u2009\u202f"
_GROUPED = re.compile(rf"(?<![\d.,])[1-9]\d{{0,2}}(?:[{_THIN}]\d{{3}}){{1,4}}(?=[ {_THIN}]?(?:{_HAN}|%|％))")
_NO_SPACE = dict.fromkeys(map(ord, _THIN), "\u200b")
_HEAL = regex.compile(
    rf"""
      (?P<cell>(?i:{_NEXT_CELL}))
    | (?P<block></?(?i:{_BLOCK_TAGS})\b[^<>]{{0,300}}>|\r(?!\n))
    | (?P<tag></?[a-zA-Z][^<>]{{0,300}}>|<!--.{{0,300}}?-->)
    | (?P<entity>&(?:amp;)?(?:[a-zA-Z]{{2,8}}|\#\d{{1,6}}|\#x[0-9a-fA-F]{{1,5}});)
    | (?P<drop>[\u200b-\u200f\u2060\ufeff\u00ad]+|\r(?=\n))
    | (?P<space>(?<=\d)[ ]{{1,4}}(?={_HAN})|(?<={_HAN})[ ]{{1,4}}(?=\d))
    | (?P<column>\n)
    """,
    regex.VERBOSE,
)
# That every branch opens with a character that is rare lets `re` run over all others.
_NEEDS_HEALING = re.compile(
    rf"[<&\u200b-\u200f\u2060\ufeff\u00ad\r]|[ ](?<=\d[ ])[ ]{{0,3}}{_HAN}|[ ](?<={_HAN}[ ])[ ]{{0,3}}\d"
)
# A paragraph that a page's column cuts in two breaks off in mid sentence, after at least one whole sentence: that tells
# it from a long heading (同时有8支医疗队随时待命), which has no full stop inside.
COLUMN_MIN = 30
_COLUMN = regex.compile(
    r"[\u3400-\u9fff，、](?<!摄|供图|图|报道|编辑)(?P<break>(?:\r?\n){1,3})(?=[\u3400-\u9fff\d，、][^\n]{0,400}[。！？])"
)
_FULL_STOP = regex.compile(r"[。！？]")
_ENDLESS = 1 << 60
_UNREAD = regex.compile(r"<(?P<tag>script|style|noscript|template)\b", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A healed text and the way back to the original.

    Args:
        text: The text to read.
        starts: First characters of pieces, in the view.
        origins: The same in the original, and the end of each piece there.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[tuple[int, int], ...] = ((0, _ENDLESS),)

    @classmethod
    def of(cls, text: str) -> ReadingView:
        """Return the view of *text*.

        >>> view = ReadingView.of("累计<b>确诊</b>１２ 例")
        >>> view.text, view.to_original(4, 7)
        ('累计确诊12例', Span(start=11, end=15))
        """
        folded = _fold(text)
        columns = _column_breaks(folded)
        if not columns and not _NEEDS_HEALING.search(folded):
            return cls(folded)
        pieces: list[str] = []
        starts: list[int] = []
        origins: list[tuple[int, int]] = []
        length = last = 0
        for start, end, new in _edits(folded, columns):
            if start > last:
                pieces.append(folded[last:start])
                starts.append(length)
                origins.append((last, start))
                length += start - last
            if new:
                pieces.append(new)
                starts.append(length)
                origins.append((start, end))
                length += len(new)
            last = end
        if last < len(folded) or not starts:
            pieces.append(folded[last:])
            starts.append(length)
            origins.append((last, len(folded)))
        return cls("".join(pieces), tuple(starts), tuple(origins))

    def under(self, title: str) -> ReadingView:
        r"""Return the view with a title before it that the original lacks: it was read from nothing, at its beginning.

        >>> view = ReadingView.of("新增3例").under("湖南")
        >>> view.text, view.to_original(8, 10), view.to_original(3, 5)
        ('>>>湖南\n新增3例', Span(start=2, end=4), Span(start=0, end=0))
        """
        line = f">>>{title}\n"
        starts = (0, *(start + len(line) for start in self.starts))
        # a text that nothing was healed in is one piece without an end
        origins = self.origins if len(self.starts) > 1 else ((self.origins[0][0], self._end()),)
        return ReadingView(line + self.text, starts, ((0, 0), *origins))

    def to_original(self, start: int, end: int) -> Span:
        """Return the tight span of the original that the view's ``[start, end)`` was read from."""
        if len(self.starts) == 1 and self.origins[0][0] == 0:
            return Span(start, end)
        first = self._origin(start)
        last = self._origin(end - 1, ending=True) if end > start else first
        return Span(first, max(first, last))

    def _end(self) -> int:
        start, end = self.origins[0]
        return end if end < _ENDLESS else start + len(self.text)

    def _origin(self, position: int, *, ending: bool = False) -> int:
        piece = max(0, bisect_right(self.starts, position) - 1)
        start, end = self.origins[piece]
        offset = position - self.starts[piece]
        length = (self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)) - self.starts[piece]
        if end - start != length:
            # an entity or a tag was read as something else: it counts whole
            return end if ending else start
        return start + offset + (1 if ending else 0)


def _fold(text: str) -> str:
    if any(space in text for space in _THIN):
        # healing drops what has no width
        text = _GROUPED.sub(lambda match: match.group().translate(_NO_SPACE), text)
    text = _NARROW.sub(lambda match: _WIDE[match.group()], text)
    # so few of the characters are foreign that looking for them takes a fraction of the time of `translate`
    return with_cells_apart(_FOREIGN.sub(lambda match: _FOLDS[match.group()], text))


def _edits(text: str, columns: frozenset[int]) -> Iterator[tuple[int, int, str]]:
    last = 0
    apart = row_numbers_apart(text)
    for start, end in (*_unread(text), (len(text), len(text))):
        for first, behind, new in _healed(text, columns, last, start):
            yield first, behind, CELL_BAR if first in apart else new
        if end > start:
            yield start, end, "\n"
        last = end


def _unread(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of scripts and styles, whose words no reader of the page sees."""
    unclosed: set[str] = set()
    last = 0
    for match in _UNREAD.finditer(text):
        tag = match["tag"].lower()
        if match.start() < last or tag in unclosed:
            continue
        close = regex.compile(rf"</{tag}\s*>", regex.IGNORECASE).search(text, match.end())
        if close is None:
            unclosed.add(tag)  # looked for once: a page of nothing but opening tags takes no longer
            continue
        last = close.end()
        yield match.start(), last


def _healed(text: str, columns: frozenset[int], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for match in _HEAL.finditer(text, start, end):
        kind = match.lastgroup
        if kind == "column":
            if match.start() in columns:
                yield match.start(), match.end(), ""
        elif kind == "block":
            yield match.start(), match.end(), "\n"
        elif kind == "cell":
            yield match.start(), match.end(), " "
        elif kind == "entity":
            # escaped once too often: 36&amp;comma;000
            char = unescape(unescape(match.group()))
            if char != match.group():
                # of &notit; the first four characters are one, and the rest stands as it is
                last = match.end() if len(char) < 3 else match.end() - len(char) + 1
                yield match.start(), last, _fold(char)[:1]
        else:
            yield match.start(), match.end(), ""


def _column_breaks(text: str) -> frozenset[int]:
    """Return the line breaks that cut a sentence in two, as the columns of a newspaper page do."""
    breaks: list[int] = []
    for match in _COLUMN.finditer(text):
        start, end = match.span("break")
        line = text[text.rfind("\n", 0, start) + 1 : start]
        joined = bool(breaks) and breaks[-1] + 1 == start - len(line)
        if len(line) >= COLUMN_MIN and not line.startswith(">>>") and (joined or _FULL_STOP.search(line)):
            breaks.extend(range(start, end))
    return frozenset(breaks)
