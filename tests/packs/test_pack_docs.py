from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from pack_blocks import DOCS, whole_pack, yaml_blocks

import epiextract
from epiextract.packs.discovery import find_packs
from epiextract.testing.cases import pack_cases, run_case
from epiextract.testing.runner import extractor_for


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    path = DOCS.parent / "scripts" / "build_pack_docs.py"
    spec = importlib.util.spec_from_file_location("build_pack_docs", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_json_schema_is_up_to_date(builder: ModuleType) -> None:
    assert builder.SCHEMA.read_text(encoding="utf-8") == builder.json_schema(), "run scripts/build_pack_docs.py"


def test_the_reference_is_up_to_date(builder: ModuleType) -> None:
    text = builder.PAGE.read_text(encoding="utf-8")
    assert text == builder.page(text), "run scripts/build_pack_docs.py"


@pytest.mark.parametrize(("line", "block"), yaml_blocks(), ids=lambda part: part if isinstance(part, int) else "")
def test_every_block_of_the_page_loads_and_its_cases_hold(line: int, block: str, tmp_path: Path) -> None:
    (tmp_path / "lexicons").mkdir()
    (tmp_path / "lexicons" / "pests.txt").write_text("蝗虫\n", encoding="utf-8")
    file = tmp_path / "block.pack.yaml"
    file.write_text(whole_pack(block, line), encoding="utf-8")
    pack = find_packs([str(file)])[-1]
    results = [run_case(case, extractor_for(file)) for case in pack_cases(pack)]
    assert [result.report() for result in results if not result.ok] == []


def test_the_page_lists_every_code_of_packs() -> None:
    listed = re.findall(r"^\| (EPX1\d\d) \|", (DOCS / "packs.md").read_text(encoding="utf-8"), re.MULTILINE)
    root = Path(epiextract.__file__).parent
    sources = [file for room in ("packs", "matching", "testing") for file in (root / room).glob("*.py")]
    raised = {code for file in sources for code in re.findall(r"EPX1\d\d", file.read_text(encoding="utf-8"))}
    assert listed == sorted(raised)
