"""Gazetteers of users: names, ids and aliases from CSV or JSON Lines, every bad row named."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from epiextract.errors import GazetteerError
from epiextract.tagging.mentions import Entry
from epiextract.tagging.user_places import OWN_SCHEMES, place_fault, place_of

TAGS = ("ORG", "FACILITY", "PERSON", "GOODS", "PLACE", "DISEASE")
COLUMNS = ("name", "tag", "id", "aliases", "level", "parent")
NEEDED = ("name", "tag")
ONLY_PLACES = ("level", "parent")
# a scheme, a colon and the rest; 、 joins the ids of a record, | aliases
_ID = re.compile(r"([A-Za-z][\w.-]*):[^\s、|]+")


@dataclass(frozen=True, slots=True)
class UserRef:
    """A name of a user's gazetteer."""

    name: str
    id: str | None
    kind: str = "user"


class GazetteerErrors(GazetteerError):
    """All bad rows of a gazetteer, raised once."""

    def __init__(self, faults: list[GazetteerError]) -> None:
        self.faults = tuple(faults)
        super().__init__(faults[0].code, faults[0].message, where=faults[0].where, hint=faults[0].hint)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)

    def __reduce__(self) -> tuple[object, ...]:
        return (GazetteerErrors, (list(self.faults),))


def read_gazetteer(path: str | Path) -> list[Entry]:
    """Return the rows of a gazetteer: a CSV or JSON Lines file with name, tag, id and aliases (joined by |).

    A row of tag PLACE may have a level and a parent too, an id or a name of a place that the library knows.

    Args:
        path: The file.

    Raises:
        GazetteerError: EPX501 where the file cannot be read, EPX502 for bad rows, all at once.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError("EPX501", f"cannot be read: {error}", where=str(path), hint="Give a UTF-8 file.") from None
    rows = _json_rows(text) if path.suffix in (".jsonl", ".ndjson") else _csv_rows(text)
    entries: list[Entry] = []
    faults: list[GazetteerError] = []
    named: dict[str, tuple[int, str]] = {}
    for line, row in rows:
        fault = _fault(row) or _shared_id(row, line, named)
        if fault:
            hint = f"A row has {', '.join(COLUMNS)}; tag is one of {', '.join(TAGS)}."
            faults.append(GazetteerError("EPX502", fault, where=f"{path}:{line}", hint=hint))
        else:
            entries.extend(_entries(row))
    if faults:
        raise GazetteerErrors(faults)
    return entries


def _csv_rows(text: str) -> Iterator[tuple[int, Any]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    fault = _header_fault(reader.fieldnames or ())
    if fault:
        yield 1, fault
        return
    for row in reader:
        yield reader.line_num, {k: v for k, v in row.items() if v not in (None, "")}


def _header_fault(header: Sequence[str]) -> str | None:
    """Return what is wrong with the first line of a CSV file."""
    if not header:
        return "is empty: the first line names the columns"
    odd = [column for column in header if column not in COLUMNS]
    if odd:
        near = get_close_matches(odd[0], COLUMNS, n=1)
        return f"the header has the unknown column {odd[0]!r}" + (f", which may be {near[0]!r}" if near else "")
    twice = [column for column in COLUMNS if header.count(column) > 1]
    if twice:
        return f"the header has the column {twice[0]!r} twice"
    lacking = [column for column in NEEDED if column not in header]
    return f"the header lacks the column {lacking[0]!r}" if lacking else None


def _json_rows(text: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except ValueError as error:
                yield number, f"is no JSON: {error}"


def _fault(row: Any) -> str | None:
    if isinstance(row, str):
        return row
    if not isinstance(row, Mapping):
        return "is no object"
    if None in row:
        return "has more fields than the header"
    odd = sorted(str(key) for key in row if key not in COLUMNS)
    if odd:
        return f"has the unknown column {odd[0]!r}"
    name = row.get("name")
    if not isinstance(name, str) or len(name.strip()) < 2:
        return f"has no name of two characters or more, but {name!r}"
    if row.get("tag") not in TAGS:
        return f"has the tag {row.get('tag')!r}"
    if not isinstance(row.get("aliases", ""), (str, list)):
        return f"has aliases that are no text: {row['aliases']!r}"
    return _id_fault(row) or _place_fault(row)


def _id_fault(row: Mapping[str, Any]) -> str | None:
    id = row.get("id") or None
    form = _ID.fullmatch(id) if isinstance(id, str) else None
    if id is not None and form is None:
        return f"has the id {id!r}, which is none: take a scheme of your own, a colon and the rest, my:42"
    if form and form[1] in OWN_SCHEMES and row["tag"] != "PLACE":
        return f"has the id {id!r}, which is one of places, and the tag {row['tag']}: take an id of your own, my:42"
    return None


def _place_fault(row: Mapping[str, Any]) -> str | None:
    if row["tag"] == "PLACE":
        return place_fault(row)
    odd = next((column for column in ONLY_PLACES if row.get(column)), None)
    return f"has a {odd}, which only a PLACE has" if odd else None


def _shared_id(row: Mapping[str, Any], line: int, named: dict[str, tuple[int, str]]) -> str | None:
    """Return a fault where a row before has the id too, for another name: both would be one entity."""
    id, name = row.get("id"), row["name"].strip()
    if not id:
        return None
    first, other = named.setdefault(id, (line, name))
    if other == name:
        return None
    return f"has the id {id!r} of {other} in line {first}: take another one, or make {name} an alias of {other}"


def _entries(row: Mapping[str, Any]) -> Iterator[Entry]:
    name, tag = row["name"].strip(), row["tag"]
    id = row.get("id") or None
    aliases = row.get("aliases") or []
    terms = [name, *(aliases if isinstance(aliases, list) else aliases.split("|"))]
    payload: object = UserRef(name, id)
    value = id or ""
    if tag == "PLACE":
        payload = place = place_of(row)
        value = place.id
    for term in terms:
        if str(term).strip():
            yield Entry(str(term).strip(), tag, value, payload)


__all__ = ["GazetteerErrors", "UserRef", "read_gazetteer"]
