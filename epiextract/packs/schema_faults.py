"""What Pydantic says of a pack that does not fit the schema, in the words of who wrote the pack, with the line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError

from epiextract.errors import PackError, did_you_mean
from epiextract.packs import schema
from epiextract.packs.yaml_nodes import Located, Path

# Which model a key of a pack opens.
MODELS: Mapping[str, type[BaseModel]] = {
    "patterns": schema.Pattern,
    "examples": schema.Example,
    "rejects": schema.Reject,
    "roles": schema.Role,
    "declares": schema.EventSpec,
    "respectively": schema.Respectively,
    "claims": schema.Claims,
    "tags": schema.TagSpec,
    "lexicons": schema.Lexicon,
}
WANTED = {
    "string_type": ("is no text", "Write a text; a number or a date that is meant as one stands in quotes."),
    "tuple_type": ("is no list", "Write a list: [ … ]."),
    "dict_type": ("is no mapping", "Write 'key: value' lines, or {key: value}."),
    "model_type": ("is no mapping", "Write 'key: value' lines, or {key: value}."),
    "model_attributes_type": ("is no mapping", "Write 'key: value' lines, or {key: value}."),
    "too_short": ("is empty", "Name at least one."),
    "dict_attributes_type": ("is no mapping", "Write 'key: value' lines, or {key: value}."),
}
FORMS = {
    schema.PACK_NAME: "Language, dot, topic, in small letters: zh.vaccines.",
    schema.TAG_NAME: "A tag is in capital letters: STATE.",
    schema.PATTERN_ID: "Small letters and hyphens: state-then-figure.",
    schema.SLOT_NAME: "A slot is in small letters: measure.",
    schema.VERSION: "Three numbers: 0.1.0.",
    schema.LANGUAGE: "A code of two or three letters: zh.",
}


def schema_faults(error: ValidationError, located: Located) -> Iterator[PackError]:
    """Yield each thing that keeps data from being a pack, with its line.

    Args:
        error: What the models say.
        located: The data with its lines.
    """
    for item in error.errors(include_url=False):
        path = _path(item["loc"], located.data)
        key = str(item["loc"][-1])
        if item["type"] == "extra_forbidden":
            yield _unknown_key(key, path, located)
        elif item["type"] == "missing":
            yield PackError("EPX103", f"the key {key!r} is missing", where=located.where(path), hint="Add it.")
        else:
            what, hint = _told(item)
            name = ".".join(map(str, path)) or "the pack"
            yield PackError("EPX104", f"{name} {what}; seen {_seen(item)}", where=located.where(path), hint=hint)


def without_unknown_keys(error: ValidationError, located: Located) -> Any | None:
    """Return the data without the keys that no model knows, or None where something else is wrong with it too."""
    if any(item["type"] != "extra_forbidden" for item in error.errors()):
        return None
    dropped = {_path(item["loc"], located.data) for item in error.errors()}
    return _without(located.data, (), dropped)


def _without(data: Any, path: Path, dropped: set[Path]) -> Any:
    if isinstance(data, dict):
        return {k: _without(v, (*path, k), dropped) for k, v in data.items() if (*path, k) not in dropped}
    if isinstance(data, list):
        return [_without(value, (*path, number), dropped) for number, value in enumerate(data)]
    return data


def _path(loc: tuple[str | int, ...], data: Any) -> Path:
    """Return the part of the data that a location speaks of; it also names the kinds that a value might have been."""
    path: list[str | int] = []
    for part in loc:
        inside = (isinstance(data, dict) and part in data) or (
            isinstance(data, list) and isinstance(part, int) and part < len(data)
        )
        if inside:
            path.append(part)
            data = data[part]
    return tuple(path)


def _unknown_key(key: str, path: Path, located: Located) -> PackError:
    opened = [part for part in path[:-1] if part in MODELS]
    known = (MODELS[str(opened[-1])] if opened else schema.Pack).model_fields
    hint = did_you_mean(key, known) or f"Known here are {', '.join(known)}."
    return PackError("EPX102", f"unknown key {key!r}", where=located.where(path), hint=hint)


def _told(item: Any) -> tuple[str, str]:
    """Return what is wrong with a value, and what to do."""
    context = item.get("ctx", {})
    if item["type"] == "literal_error":
        return f"must be {context['expected']}", "Write one of these."
    if item["type"] == "string_pattern_mismatch":
        return "has not the form that it must have", FORMS[context["pattern"]]
    return WANTED.get(item["type"]) or (f"cannot be so: {item['msg']}", "See docs/packs.md.")


def _seen(item: Any) -> str:
    value = item.get("input")
    return (str(value) if isinstance(value, Decimal) else repr(value))[:60]
