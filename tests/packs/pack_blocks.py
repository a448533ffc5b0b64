"""The YAML blocks of docs/packs.md, each as a pack of its own."""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
HEAD = {
    "format": "format: 1",
    "pack": "pack: zh.block",
    "version": "version: 0.1.0",
    "lang": "lang: zh",
    "event": "event: case_count",
}


def yaml_blocks() -> list[tuple[int, str]]:
    """Return each YAML block of the page with the line on which it starts."""
    text = (DOCS / "packs.md").read_text(encoding="utf-8")
    return [
        (text.count("\n", 0, match.start()) + 1, match[1])
        for match in re.finditer(r"```yaml\n(.*?)```", text, re.DOTALL)
    ]


def whole_pack(block: str, number: int) -> str:
    """Return a block as a whole pack: keys that it leaves out are added, a declared type gets a name of its own."""
    keys = set(re.findall(r"^([a-z_]+):", block, re.MULTILINE))
    head = [line for key, line in HEAD.items() if key not in keys]
    return "\n".join([*head, block]).replace("event: evacuation", f"event: evacuation_{number}")
