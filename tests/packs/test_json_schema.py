"""The published JSON Schema is one, takes every pack that there is, and refuses what the loader refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pack_blocks import DOCS, whole_pack, yaml_blocks

from epiextract.packs.yaml_nodes import parse_yaml
from epiextract.rules_path import builtin_rules_path

PACKS = [*builtin_rules_path().rglob("*.pack.yaml"), *(DOCS.parent / "examples").rglob("*.pack.yaml")]
BED = builtin_rules_path() / "zh" / "bed.pack.yaml"


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = json.loads((DOCS / "pack.schema.json").read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def faults(validator: Any, text: str) -> list[str]:
    return [error.json_path for error in validator.iter_errors(parse_yaml(text, "pack").data)]


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.name)
def test_every_pack_is_valid(path: Path, validator: Any) -> None:
    assert faults(validator, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("line", "block"), yaml_blocks(), ids=lambda part: part if isinstance(part, int) else "")
def test_every_block_of_the_page_is_valid(line: int, block: str, validator: Any) -> None:
    assert faults(validator, whole_pack(block, line)) == []


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("format: 1", "format: 2", "$.format"),
        ("lang: zh", "langs: zh", "$"),
        ("event: bed", "event: [bed]", "$.event"),
        ("by: [SCOPE=each]", "by: []", "$.respectively"),
        ("reach: paragraph", "reach: page", "$.roles.facility.reach"),
    ],
)
def test_what_the_loader_refuses_an_editor_marks(old: str, new: str, where: str, validator: Any) -> None:
    text = BED.read_text(encoding="utf-8")
    assert old in text
    assert where in faults(validator, text.replace(old, new, 1))


def test_every_key_tells_an_editor_what_it_is_for(validator: Any) -> None:
    for model in (validator.schema, *validator.schema["$defs"].values()):
        assert [name for name, key in model.get("properties", {}).items() if not key.get("description")] == []
