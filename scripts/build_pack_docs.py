"""Writes docs/pack.schema.json and the reference part of docs/packs.md from the models of the pack format.

    python scripts/build_pack_docs.py            # write both
    python scripts/build_pack_docs.py --check    # exit status 1 where they are not up to date

The sentences of the reference are the descriptions of the fields in `epiextract/packs/schema.py`; the examples stand in
docs/pack_examples.md, one for each key, and a test loads and runs every one of them.
"""

from __future__ import annotations

import sys
import types
import typing
from typing import Any

from doc_pages import ROOT, with_reference, write_or_check
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from epiextract.packs import schema
from epiextract.packs.json_schema import json_schema

PAGE, SCHEMA, EXAMPLES = (ROOT / "docs" / name for name in ("packs.md", "pack.schema.json", "pack_examples.md"))
BEGIN = "<!-- reference: written by scripts/build_pack_docs.py from the models; do not edit -->"
# The models in the order of the page, with the place where each stands in a pack.
MODELS: tuple[tuple[type[BaseModel], str], ...] = (
    (schema.Pack, "The pack"),
    (schema.EventSpec, "`declares`"),
    (schema.TagSpec, "`tags`, the long form"),
    (schema.Lexicon, "`tags`, `lexicons`"),
    (schema.Pattern, "`patterns`"),
    (schema.Example, "`examples`"),
    (schema.Reject, "`rejects`"),
    (schema.Role, "`roles`"),
    (schema.Respectively, "`respectively`"),
    (schema.Claims, "`claims`"),
)


def examples() -> dict[str, str]:
    """Return the example of each key: the YAML blocks of docs/pack_examples.md by the heading above them."""
    found: dict[str, str] = {}
    heading, block = "", None
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:].strip()
        elif line == "```yaml":
            block = []
        elif line == "```" and block is not None:
            found[heading] = "\n".join(block)
            block = None
        elif block is not None:
            block.append(line)
    return found


def reference() -> str:
    """Return the reference: a section a model, an entry a key with its type, its sentence and an example."""
    shown = examples()
    wanted = {f"{model.__name__}.{name}" for model, _ in MODELS for name in model.model_fields}
    if wanted != set(shown):
        raise SystemExit(
            f"docs/pack_examples.md lacks {sorted(wanted - set(shown))}, and has {sorted(set(shown) - wanted)}"
        )
    lines = []
    for model, title in MODELS:
        lines += [f"### {title}", "", str(model.__doc__).strip(), ""]
        for name, field in model.model_fields.items():
            need = "required" if field.is_required() else "may be left out"
            lines += [f"#### `{name}` ({_kind(field)}; {need})", "", str(field.description), ""]
            lines += ["```yaml", shown[f"{model.__name__}.{name}"], "```", ""]
    return "\n".join(lines)


def _kind(field: FieldInfo) -> str:
    return _told(field.annotation)


def _told(kind: Any) -> str:
    """Return a type in plain words."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return _told(args[0])
    if origin is typing.Literal:
        return " or ".join(f"`{value}`" for value in args)
    if origin in (typing.Union, types.UnionType):
        return " or ".join(_told(arg) for arg in args if arg is not type(None))
    if origin is tuple:
        return f"a list of {_told(args[0]).removeprefix('a ')}s"
    if origin is dict:
        return "a mapping"
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return "mapping"
    return {str: "text", bool: "true or false", int: "number"}.get(kind, "value")


def page(text: str) -> str:
    """Return the page with its reference part written anew."""
    return with_reference(text, BEGIN, reference())


def main() -> int:
    """Write or check what the script makes."""
    return write_or_check(
        {SCHEMA: json_schema(), PAGE: page(PAGE.read_text(encoding="utf-8"))}, __doc__.splitlines()[0]
    )


if __name__ == "__main__":
    sys.exit(main())
