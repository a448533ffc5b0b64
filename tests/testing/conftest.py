from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PACK = """\
format: 1
pack: zh.toll
version: 0.1.0
lang: zh
event: case_count
uses: [zh.base]
tags:
  STATE: {death: [遇难, 罹难], severe: [重伤]}
patterns:
  - id: toll
    match: accumulation:ACCUMULATION? ~ measure:STATE ~ value:QTY=person
    examples:
      - text: 事故遇难3人，重伤5人。
        events: [{measure: death, value: 3}, {measure: severe, value: 5}]
    rejects:
      - {text: 遇难者年仅8岁。, why: an age}
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes the small pack with some words replaced, and returns its file."""

    def _write(*replaced: tuple[str, str], name: str = "toll") -> Path:
        text = PACK
        for old, new in replaced:
            assert old in text, old
            text = text.replace(old, new, 1)
        file = tmp_path / f"{name}.pack.yaml"
        file.write_text(text, encoding="utf-8")
        return file

    return _write
