"""Readers of files: text, JSON Lines, CSV, HTML, folders of these, and standard input."""

from __future__ import annotations

import codecs
import csv
import io
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from html import unescape
from pathlib import Path
from stat import S_ISREG
from typing import Any

import regex

from epiextract.errors import InputError
from epiextract.listed import listed
from epiextract.text.articles import split_articles
from epiextract.text.document import Document, FailedDocument, published_date
from epiextract.text.endings import READ, check_ending, ending, unpacked

TEXT_KEYS = ("doc", "id", "text", "title", "published", "source")
# Tried in this order, each strictly. GB18030 takes nearly every byte, so Big5 wants to be named.
ENCODINGS = ("utf-8", "gb18030", "big5")
STDIN = "-"
_HTML_TITLE = regex.compile(r"<title\b[^<>]*>([^<]{1,300})</title", regex.IGNORECASE)


def read_documents(
    paths: Iterable[str | Path] | str | Path, *, published: str | None = None, encoding: str | None = None
) -> Iterator[Document | FailedDocument]:
    """Yield the documents of files and folders, in the order given, folders sorted.

    A bad line of a good file, and a bad file or folder in a good folder, comes as a :class:`FailedDocument`, so that
    the run goes on. Every path is looked for, every folder listed, every given file tried, before the first document
    is given. A document is named by its file: by its path from the folder that was given, else by the file's name, or
    by the path as given where several given files share a name. A folder gives the files with an ending of documents;
    a file that is named itself is a plain text whatever else its ending is, save one that tells of no text.

    Args:
        paths: Files, folders, one or several, or ``-`` for standard input.
        published: The date of publication of documents that have none.
        encoding: The encoding of all files; None: UTF-8, else GB18030, UTF-16 and UTF-32 by
            their marks.

    Raises:
        InputError: EPX401 for a file or a folder that is missing or may not be read, EPX402 for a file that is no text,
            EPX404 for a bad date.
    """
    if published is not None:
        published = published_date(published)
    if encoding is not None:
        _check_encoding(encoding)
    given = [_path(path) for path in listed(paths)]
    for path in given:
        if str(path) != STDIN and not path.exists():
            raise InputError("EPX401", "no such file or folder", where=str(path), hint="Check the path.")
    for path in given:
        if path.is_file():
            check_ending(path)
    faults: dict[Path, list[OSError]] = {path: [] for path in given if str(path) != STDIN and path.is_dir()}
    folders = {path: files_in(path, faults[path]) for path in faults}
    for path in folders:
        for error in faults[path]:
            if Path(error.filename) == path:
                raise _unreadable(error, str(path)) from error
    if len(given) > 1:
        # the last of several files may be no text: it is told before anything is made of the first
        for path in given:
            if path.is_file():
                _decoded(path, encoding)
    shared = {name for name, times in Counter(path.name for path in dict.fromkeys(given)).items() if times > 1}
    for path in given:
        if str(path) == STDIN:
            text = decode(unpacked(sys.stdin.buffer.read(), "standard input"), "standard input", encoding)
            yield from _read_text(text, "stdin", ".jsonl" if text.lstrip().startswith("{") else ".txt", published)
        elif path in folders:
            base = Path(path.as_posix() if path.name in shared else path.name)
            for error in faults[path]:
                name = (base / Path(error.filename).relative_to(path)).as_posix()
                yield FailedDocument(name, str(_unreadable(error, name)), "EPX401", name)
            for file in folders[path]:
                yield from _read_in_folder(file, base / file.relative_to(path), published, encoding)
        else:
            name = path.as_posix() if path.name in shared else path.name
            yield from _read_text(_decoded(path, encoding), name, ending(path), published)


def _path(given: str | Path) -> Path:
    # Path("") is the folder that one is in, with all that stands below it
    if not str(given):
        raise InputError("EPX401", "no file has an empty name", where="''", hint="Check the path.")
    return Path(given)


def files_in(folder: Path, faults: list[OSError] | None = None) -> list[Path]:
    """Return the files of a folder that are read as documents, at any depth, sorted.

    Args:
        folder: The folder.
        faults: Takes up what cannot be listed: the folder itself, or one below it.
    """
    found = []
    for within, _, names in os.walk(folder, onerror=None if faults is None else faults.append):
        files = (Path(within, name) for name in names)
        found += [file for file in files if ending(file) in READ and _may_be_file(file)]
    return sorted(found)


def _may_be_file(file: Path) -> bool:
    try:
        return S_ISREG(os.stat(file).st_mode)
    except PermissionError:
        return True  # a folder that may be listed but not entered: reading the file tells so
    except OSError:
        return False


def _check_encoding(encoding: str) -> None:
    try:
        codecs.lookup(encoding)
    except LookupError:
        raise InputError(
            "EPX402", f"the encoding {encoding!r} is unknown", hint="Name one such as utf-8, gb18030 or big5."
        ) from None


def _is_wide(encoding: str | None) -> bool:
    # utf-16le, UTF-16LE and utf_16_le are one
    with suppress(LookupError):
        return encoding is not None and codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))
    return False


def _decoded(file: Path, encoding: str | None) -> str:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise _unreadable(error, str(file)) from error
    return decode(unpacked(data, str(file)), str(file), encoding)


def _unreadable(error: OSError, where: str) -> InputError:
    return InputError("EPX401", f"cannot be read: {error.strerror}", where=where, hint="Check its permissions.")


def _read_in_folder(
    file: Path, name: Path, published: str | None, encoding: str | None
) -> Iterator[Document | FailedDocument]:
    try:
        text = _decoded(file, encoding)
    except InputError as error:
        yield FailedDocument(name.as_posix(), str(error), error.code, name.as_posix())
        return
    yield from _read_text(text, name.as_posix(), ending(file), published)


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
    if encoding is None and data[:4] in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
        # the mark of UTF-32 begins with that of UTF-16
        encoding = "utf-32"
    elif encoding is None and data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        encoding = "utf-16"
    elif b"\0" in data[:65536] and not _is_wide(encoding):
        raise InputError(
            "EPX402", "holds NUL bytes, so it is no text", where=where, hint="Give text, JSON Lines or CSV."
        )
    for name in (encoding,) if encoding else ENCODINGS:
        with suppress(UnicodeDecodeError, LookupError):
            return data.decode(name).removeprefix("\ufeff")
    tried = encoding or ", ".join(ENCODINGS)
    raise InputError("EPX402", f"is not text in {tried}", where=where, hint="Name its encoding with --encoding.")


def _read_text(text: str, name: str, suffix: str, published: str | None) -> Iterator[Document | FailedDocument]:
    if suffix in (".jsonl", ".ndjson"):
        yield from _json_lines(text, name, published)
    elif suffix == ".csv":
        yield from _csv_rows(text, name, published)
    elif suffix in (".html", ".htm"):
        title = _HTML_TITLE.search(text)
        for document in split_articles(text, id=name, published=published):
            yield replace(document, title=document.title or (unescape(title[1]).strip() or None if title else None))
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
        except (ValueError, RecursionError) as error:
            reason = f"{where}: [EPX406] is no JSON: {error}. Give one JSON object a line."
            yield FailedDocument(where, reason, "EPX406", name)
            continue
        yield _document(row, where, published)


def _csv_rows(text: str, name: str, published: str | None) -> Iterator[Document | FailedDocument]:
    csv.field_size_limit(1 << 30)
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = reader.fieldnames
    except csv.Error as error:
        yield _no_csv(f"{name}:1", error, name)
        return
    if columns and "text" not in columns:
        seen = ", ".join(columns)
        reason = f"{name}:1: [EPX403] no column 'text': its columns are {seen}. Name the column of texts 'text'."
        yield FailedDocument(f"{name}:1", reason, "EPX403", name)
        return
    while True:
        where = f"{name}:{reader.line_num + 1}"
        try:
            row: dict[str | None, Any] | None = next(reader, None)
        except csv.Error as error:
            yield _no_csv(where, error, name)
            continue
        if row is None:
            return
        # 确诊病例1,749例 in a text without quotes: what stands behind the comma is of no column
        if any(row.pop(None, ())) and columns:
            reason = f'{where}: [EPX406] has more fields than columns. Quote texts that hold commas with ".'
            yield FailedDocument(_name(row) or where, reason, "EPX406", name)
            continue
        # an empty field is one that is not given, but an empty text is a text
        yield _document({key: value for key, value in row.items() if value != "" or key == "text"}, where, published)


def _no_csv(where: str, error: csv.Error, name: str) -> FailedDocument:
    return FailedDocument(where, f'{where}: [EPX406] is no CSV: {error}. Quote fields with ".', "EPX406", name)


def _document(row: Any, where: str, published: str | None) -> Document | FailedDocument:
    """Return the document of a row, or what is wrong with it; both are named by the row where it names itself."""
    source = where.rpartition(":")[0]
    if not isinstance(row, Mapping) or not isinstance(row.get("text"), str):
        if not isinstance(row, Mapping):
            seen = "it is no object"
        elif "text" in row:
            seen = f"it is {row['text']!r:.40}"
        else:
            seen = f"its keys are {', '.join(map(str, row)) or 'none'}"
        reason = f"{where}: [EPX403] no 'text': {seen}. Give each document a 'text'."
        return FailedDocument(_name(row) or where, reason, "EPX403", source)
    try:
        return Document(
            id=_name(row) or where,
            text=row["text"],
            title=_text(row.get("title")),
            published=_text(row.get("published")) or published,
            source=_text(row.get("source")),
            meta={k: v for k, v in row.items() if k not in TEXT_KEYS},
        )
    except InputError as error:
        return FailedDocument(
            _name(row) or where, f"{where}: [{error.code}] {error.message}. {error.hint}", error.code, source
        )


def _name(row: Any) -> str | None:
    return (_text(row.get("doc")) or _text(row.get("id"))) if isinstance(row, Mapping) else None


def _text(value: Any) -> str | None:
    return None if value in (None, "") else str(value)
