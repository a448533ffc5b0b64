"""Writes the reference part of docs/events.md from the models of events.

    python scripts/build_event_docs.py            # write it
    python scripts/build_event_docs.py --check    # exit status 1 where it is not up to date

The sentences of the reference are the docstrings of the models and the descriptions of their fields.
"""

from __future__ import annotations

import sys
import typing

from doc_pages import ROOT, with_reference, write_or_check
from pydantic.fields import FieldInfo

from epiextract.events import Event, event_model
from epiextract.events.record import BODY, HEAD, TAIL, extra_fields
from epiextract.events.registry import BUILTIN
from epiextract.io.schema import DATES, FLAGS, INTEGERS, NUMBERS

PAGE = ROOT / "docs" / "events.md"
BEGIN = "<!-- reference: written by scripts/build_event_docs.py from the models; do not edit -->"
# What the record says in words of its own: slots of the evidence and the document, and what is joined or linked.
OWN = {
    "schema": "the version of the record, 1",
    "doc": "the document's id",
    "start": "first character of the quote, in code points of the document's text",
    "end": "one past the last character",
    "quote": "the figure's own characters: `text[start:end]`",
    "sentence": "the sentence that holds the quote, as it stands",
    "title": "the document's title",
    "published": "the document's date of publication: a day, a month or a year",
    "source": "the outlet",
    "place_code": "ids of the places, aligned with `place`",
}


def types() -> list[type[Event]]:
    """Return the built-in models in their order."""
    return [event_model(kind) for kind in BUILTIN]


def reference() -> str:
    """Return the reference: the record's columns, then each type with its measures, roles and further slots."""
    lines = ["## The record", "", "| column | type | what |", "| --- | --- | --- |"]
    lines += [_column(name) for name in (*HEAD, *BODY)]
    lines += [
        "| the type's roles | string | names joined by `、` |",
        *(_column(name, field) for name, field in _extras()),
        _column("place_code"),
        "| `<role>_id` | string | ids of the role's names, aligned with them; absent where nothing is linked |",
        *(_column(name) for name in TAIL),
        "",
        "## Types",
        "",
    ]
    for model in types():
        lines += [f"### `{model.model_fields['type'].default}`", "", str(model.__doc__).strip(), ""]
        lines += [f"Measures: {_measures(model)}.", ""]
        own = [*model.roles, *extra_fields(model)]
        if own:
            lines += ["| slot | what |", "| --- | --- |"]
            lines += [f"| `{name}` | {model.model_fields[name].description} |" for name in own]
            lines.append("")
    return "\n".join(lines)


def _extras() -> list[tuple[str, FieldInfo]]:
    return [(name, model.model_fields[name]) for model in types() for name in extra_fields(model)]


def _column(name: str, field: FieldInfo | None = None) -> str:
    field = field or Event.model_fields.get(name)
    told = OWN.get(name) or (field.description if field else None)
    if told is None:
        raise SystemExit(f"nothing says what the column {name} is")
    values = _literals(field) if field else ()
    if values:
        told += ": " + ", ".join(f"`{value}`" for value in values)
    return f"| `{name}` | {_kind(name)} | {told} |"


def _kind(name: str) -> str:
    for names, kind in ((INTEGERS, "integer"), (NUMBERS, "number"), (DATES, "ISO date"), (FLAGS, "true or absent")):
        if name in names:
            return kind
    return "string"


def _literals(field: FieldInfo) -> tuple[str, ...]:
    """Return the values of a field that takes a few words only."""
    for kind in (field.annotation, *typing.get_args(field.annotation)):
        if typing.get_origin(kind) is typing.Literal:
            return typing.get_args(kind)
    return ()


def _measures(model: type[Event]) -> str:
    field = model.model_fields["measure"]
    values = _literals(field)
    if values:
        return ", ".join(f"`{value}`" for value in values)
    return field.description if field.is_required() else "none"


def page(text: str) -> str:
    """Return the page with its reference part written anew."""
    return with_reference(text, BEGIN, reference())


def main() -> int:
    """Write or check what the script makes."""
    return write_or_check({PAGE: page(PAGE.read_text(encoding="utf-8"))}, __doc__.splitlines()[0])


if __name__ == "__main__":
    sys.exit(main())
