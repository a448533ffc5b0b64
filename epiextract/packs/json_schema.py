"""The format of packs as a JSON Schema, by which editors complete and check them."""

from __future__ import annotations

import json

from epiextract.packs.schema import Pack

FILE = "pack.schema.json"
HEAD = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "An epiextract rule pack, format 1"}


def json_schema() -> str:
    """Return the JSON Schema of a pack."""
    made = Pack.model_json_schema()
    return json.dumps(HEAD | {k: v for k, v in made.items() if k != "title"}, ensure_ascii=False, indent=2) + "\n"
