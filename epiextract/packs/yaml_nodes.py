"""YAML as plain data that remembers its lines, and that no file can make explode.

A pack is read as data: anchors, aliases, tags and merge keys are refused, nesting and size are bounded, ``no`` stays a
string (only ``true`` and ``false`` are booleans), and a key that stands twice in a mapping is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from epiextract.errors import PackError

MAX_CHARACTERS = 4_000_000
MAX_DEPTH = 12
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}\Z")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{1,9}\Z")

Path = tuple[str | int, ...]


@dataclass(slots=True)
class Located:
    """Plain data with the line on which each of its parts starts.

    Args:
        data: Mappings, lists, strings, numbers, booleans and None.
        source: The name that stands before the line in messages.
        lines: Line numbers, from 1, by path of keys and indexes.
    """

    data: Any
    source: str
    lines: dict[Path, int] = field(default_factory=dict)

    def where(self, path: Path) -> str:
        """Return ``source:line`` of the part at *path*, or of the nearest part that holds it."""
        for length in range(len(path), -1, -1):
            line = self.lines.get(path[:length])
            if line is not None:
                return f"{self.source}:{line}"
        return self.source


def parse_yaml(text: str, source: str) -> Located:
    r"""Return the data of a YAML text with the line of every part.

    Args:
        text: The YAML text.
        source: The file's name as it shall stand in messages.

    Raises:
        PackError: EPX110 where the text is not YAML, EPX111 where it uses what a pack may not.

    >>> located = parse_yaml("pack: zh.demo\nterms: [不, no]", "demo.yaml")
    >>> located.data, located.where(("terms", 1))
    ({'pack': 'zh.demo', 'terms': ['不', 'no']}, 'demo.yaml:2')
    """
    import yaml

    if len(text) > MAX_CHARACTERS:
        raise PackError(
            "EPX111",
            f"the file has {len(text):,} characters, more than {MAX_CHARACTERS:,}",
            where=source,
            hint="Split it, or move long term lists to lexicon files.",
        )
    loader_class = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader = loader_class(text)
    builder = _Builder(source)
    try:
        return builder.build(loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{source}:{mark.line + 1}" if mark else source
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "unreadable"
        hint = "Mend the syntax there."
        if mark and _indented_by_tab(text, mark.line):
            problem, hint = "a tab stands where the line is indented", "Indent with spaces."
        raise PackError("EPX110", f"not valid YAML: {problem}", where=where, hint=hint) from None
    finally:
        loader.dispose()


def _indented_by_tab(text: str, line: int) -> bool:
    written = text.splitlines()[line : line + 1]
    return any("\t" in one[: len(one) - len(one.lstrip())] for one in written)


class _Builder:
    """Builds plain data from parser events, so that a hostile file is refused before it is composed."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines: dict[Path, int] = {}

    def build(self, loader: Any) -> Located:
        import yaml

        events: Iterator[Any] = iter(loader.get_event, None)
        data: Any = None
        for event in events:
            if isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)):
                continue
            if isinstance(event, yaml.StreamEndEvent):
                break
            data = self.value(event, events, ())
        return Located(data, self.source, self.lines)

    @staticmethod
    def line(event: Any) -> int:
        """Return the line, from 1, on which a parser event starts."""
        return int(event.start_mark.line) + 1

    def refuse(self, event: Any, what: str, hint: str = "Write the data out plainly.") -> PackError:
        where = f"{self.source}:{self.line(event)}"
        return PackError("EPX111", f"{what} has no place in a pack", where=where, hint=hint)

    def value(self, event: Any, events: Iterator[Any], path: Path) -> Any:
        import yaml

        if len(path) > MAX_DEPTH:
            raise self.refuse(event, f"nesting deeper than {MAX_DEPTH} levels")
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse(event, "a YAML alias")
        if event.anchor:
            raise self.refuse(event, "a YAML anchor")
        if event.tag and event.tag != "!":
            # match: !RELATIVE value:QTY is a pattern that is meant as text
            quoted = "Quote the pattern: '!TAG …'." if event.tag[1:2].isupper() else "Write the data out plainly."
            raise self.refuse(event, f"the YAML tag {event.tag}", quoted)
        self.lines[path] = self.line(event)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event.value, plain=event.implicit[0])
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(events, path)
        return self.mapping(events, path)

    def sequence(self, events: Iterator[Any], path: Path) -> list[Any]:
        import yaml

        out: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            out.append(self.value(event, events, (*path, len(out))))
        return out

    def mapping(self, events: Iterator[Any], path: Path) -> dict[str, Any]:
        import yaml

        out: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                raise self.refuse(event, "a key that is not plain text")
            key = event.value
            line = self.line(event)
            if key in out:
                where = f"{self.source}:{line}"
                raise PackError("EPX112", f"the key {key!r} stands twice", where=where, hint="Join the two.")
            if key == "<<":
                raise self.refuse(event, "a YAML merge key")
            inner = (*path, key)
            out[key] = self.value(next(events), events, inner)
            self.lines[inner] = line
        return out


def _scalar(value: str, *, plain: bool) -> Any:
    if not plain:
        return value
    if value in ("", "~", "null"):
        return None
    if value in ("true", "false"):
        return value == "true"
    if _INTEGER.match(value):
        return int(value)
    if _DECIMAL.match(value):
        from decimal import Decimal

        return Decimal(value)
    return value
