"""Readers of files: text, JSON Lines, CSV, HTML, folders of these, and standard input."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from epiextract.errors import InputError
from epiextract.text.articles import split_articles
from epiextract.text.document import Document, FailedDocument, published_date

TEXT_KEYS = ("doc", "id", "text", "title", "published", "source")
SUFFIXES = frozenset({".txt", ".text", ".md", ".jsonl", ".ndjson", ".csv", ".html", ".htm"})
# Tried in this order, each strictly. GB18030 takes nearly every byte, so Big5 wants to be named.
ENCODINGS = ("utf-8", "gb18030", "big5")
STDIN = "-"


def read_documents(
    paths: Iterable[str | Path], *, published: str | None = None, encoding: str | None = None
) -> Iterator[Document | FailedDocument]:
    """Yield the documents of files and folders, in the order given, folders sorted.

    A bad line of a good file comes as a :class:`FailedDocument`, so that the run goes on.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        published: The date of publication of documents that have none.
        encoding: The encoding of all files; None: UTF-8, else GB18030, UTF-16 by its mark.

    Raises:
        InputError: EPX401 for a missing file, EPX402 for one that is no text, EPX404 for a bad date.
    """
    if published is not None:
        published = published_date(published)
    for path in paths:
        if str(path) == STDIN:
            data = sys.stdin.buffer.read()
            yield from _read_text(decode(data, "standard input", encoding), "stdin", _guess(data), published)
            continue
        path = Path(path)
        if path.is_dir():
            for file in sorted(f for f in path.rglob("*") if f.is_file() and f.suffix.lower() in SUFFIXES):
                yield from _read_in_folder(file, file.relative_to(path.parent), published, encoding)
        elif path.is_file():
            name = path.name
            yield from _read_text(decode(path.read_bytes(), str(path), encoding), name, path.suffix.lower(), published)
        else:
            raise InputError("EPX401", "no such file or folder", where=str(path), hint="Check the path.")


def _read_in_folder(
    file: Path, name: Path, published: str | None, encoding: str | None
) -> Iterator[Document | FailedDocument]:
    try:
        text = decode(file.read_bytes(), str(file), encoding)
    except (InputError, OSError) as error:
        code = error.code if isinstance(error, InputError) else "EPX401"
        yield FailedDocument(name.as_posix(), str(error), code, str(file))
        return
    yield from _read_text(text, name.with_suffix("").as_posix(), file.suffix.lower(), published)


def decode(data: bytes, where: str, encoding: str | None = None) -> str:
    """Return the text of a file's bytes, without a BOM; line ends stay as they are.

    Args:
        data: The bytes.
        where: The file's name, for messages.
        encoding: The encoding, where it is known.

    Raises:
        InputError: EPX402 where the bytes are no text in any encoding tried.

    >>> decode("确诊3例".encode("gb18030"), "a.txt")
    '确诊3例'
    """
    if encoding is None and data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    elif b"\0" in data[:65536] and not (encoding or "").startswith("utf-16"):
        raise InputError(
            "EPX402", "holds NUL bytes, so it is no text", where=where, hint="Give text, JSON Lines or CSV."
        )
    for name in (encoding,) if encoding else ENCODINGS:
        with suppress(UnicodeDecodeError, LookupError):
            return data.decode(name).removeprefix("\ufeff")
    tried = encoding or ", ".join(ENCODINGS)
    raise InputError("EPX402", f"is not text in {tried}", where=where, hint="Name its encoding with --encoding.")


def _guess(data: bytes) -> str:
    return ".jsonl" if data.lstrip()[:1] == b"{" else ".txt"


def _read_text(text: str, name: str, suffix: str, published: str | None) -> Iterator[Document | FailedDocument]:
    if suffix in (".jsonl", ".ndjson"):
        yield from _json_lines(text, name, published)
    elif suffix == ".csv":
        yield from _csv_rows(text, name, published)
    else:
        yield from split_articles(text, id=name, published=published)


def _json_lines(text: str, name: str, published: str | None) -> Iterator[Document | FailedDocument]:
    # only line feeds end a line: a text may hold U+2028 and the like
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            yield FailedDocument(where, f"{where}: [EPX403] is no JSON: {error}", "EPX403", name)
            continue
        yield _document(row, where, published)


def _csv_rows(text: str, name: str, published: str | None) -> Iterator[Document | FailedDocument]:
    csv.field_size_limit(1 << 30)
    reader = csv.DictReader(io.StringIO(text, newline=""))
    for row in reader:
        yield _document(
            {k: v for k, v in row.items() if k is not None and v != ""}, f"{name}:{reader.line_num}", published
        )


def _document(row: Any, where: str, published: str | None) -> Document | FailedDocument:
    """Return the document of a row, or what is wrong with it."""
    source = where.rpartition(":")[0]
    if not isinstance(row, Mapping) or not isinstance(row.get("text"), str):
        keys = f"its keys are {', '.join(map(str, row))}" if isinstance(row, Mapping) else "it is no object"
        reason = f"{where}: [EPX403] no 'text': {keys}. Give each document a 'text'."
        return FailedDocument(where, reason, "EPX403", source)
    try:
        return Document(
            id=str(row.get("doc") or row.get("id") or where),
            text=row["text"],
            title=_text(row.get("title")),
            published=_text(row.get("published")) or published,
            source=_text(row.get("source")),
            meta={k: v for k, v in row.items() if k not in TEXT_KEYS},
        )
    except InputError as error:
        return FailedDocument(
            str(row.get("doc") or where), f"{where}: [{error.code}] {error.message}. {error.hint}", error.code, source
        )


def _text(value: Any) -> str | None:
    return None if value in (None, "") else str(value)
