"""What a file is by its name's ending, or by its first bytes, and what to do with one that is no text."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

from epiextract.errors import InputError

READ = frozenset({".txt", ".text", ".md", ".jsonl", ".ndjson", ".csv", ".html", ".htm"})
PACKED = ".gz"
_WORD = "Save it as text (.txt) or as HTML first."
_PAGES = "Take its text out first, with pdftotext for one, and give the .txt."
_SHEET = "Save it as .csv, with the texts in a column 'text'."
_ARCHIVE = "Unpack it, and give the folder; single files with .gz are read as they are."
_RECORDS = "Give documents; what extract wrote is for aggregate and report."
NO_TEXT = {
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".wps", ".pages"), ("a document of a word processor", _WORD)),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), ("a document of slides", _WORD)),
    **dict.fromkeys((".pdf", ".ps", ".epub"), ("a document of pages", _PAGES)),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".et"), ("a spreadsheet", _SHEET)),
    **dict.fromkeys((".tsv", ".tab"), ("a table of tabs", _SHEET)),
    **dict.fromkeys((".zip", ".tar", ".tgz", ".bz2", ".xz", ".zst", ".7z", ".rar"), ("an archive", _ARCHIVE)),
    **dict.fromkeys((".parquet", ".duckdb"), ("a file of records", _RECORDS)),
    ".json": ("one piece of JSON", "Give JSON Lines, one object a line with a 'text', as .jsonl."),
}
"""Endings of files that are never read as a text: what they are, and what to do."""
_FIRST_BYTES = {b"%PDF-": ".pdf", b"PK\x03\x04": ".zip", b"{\\rtf": ".rtf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ".doc"}
_GZIP = b"\x1f\x8b"


def ending(path: Path) -> str:
    """Return the ending that tells how a file is read: ``.jsonl`` of both ``a.jsonl`` and ``A.JSONL.gz``.

    >>> ending(Path("A.JSONL.gz")), ending(Path("notes"))
    ('.jsonl', '')
    """
    name = path.name.lower()
    return Path(name.removesuffix(PACKED)).suffix


def check_ending(path: Path) -> None:
    """Refuse a file whose name says that it is no text; any other name, or none, may be one.

    Args:
        path: The file as it was given.

    Raises:
        InputError: EPX402, with what to do.
    """
    if ending(path) in NO_TEXT:
        what, hint = NO_TEXT[ending(path)]
        raise InputError("EPX402", f"is {what} by its ending {ending(path)}", where=str(path), hint=hint)


def unpacked(data: bytes, where: str) -> bytes:
    """Return the bytes of a file's text: those of gzip unpacked, whatever the file is called.

    Args:
        data: The bytes of the file.
        where: Its name, for messages.

    Raises:
        InputError: EPX402 for a broken gzip file, or bytes that begin as no text does, with what to do.
    """
    if data.startswith(_GZIP):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error) as error:
            hint = "Fetch or pack it anew."
            raise InputError("EPX402", f"is gzip that cannot be unpacked: {error}", where=where, hint=hint) from error
    for first, kind in _FIRST_BYTES.items():
        if data.startswith(first):
            # a .docx is a zip file too: the name tells more than the bytes, where it tells anything
            what, hint = NO_TEXT[kind] if kind != ".zip" else ("a zip file, or an office file", f"{_WORD} {_ARCHIVE}")
            raise InputError("EPX402", f"is {what} by its first bytes", where=where, hint=hint)
    return data
