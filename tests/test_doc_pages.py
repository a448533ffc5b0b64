"""What the pages show runs and holds: Python blocks, commands, links, error codes, the generated reference."""

from __future__ import annotations

import doctest
import importlib.util
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

import epiextract
from epiextract.cli import app

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", *DOCS.glob("*.md")])
PACKAGE = Path(epiextract.__file__).parent
PACK_CODE = "EPX1"


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(path: Path, language: str) -> Iterator[tuple[int, str]]:
    text = path.read_text(encoding="utf-8")
    for match in re.finditer(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield text.count("\n", 0, match.start()) + 1, match[1]


def commands(path: Path) -> Iterator[str]:
    """Yield the lines of a page that call the command, in fenced or indented blocks."""
    text = "\n".join(block for _, block in blocks(path, "bash"))
    text += "\n" + "\n".join(re.findall(r"^    (epiextract .*)$", path.read_text(encoding="utf-8"), re.MULTILINE))
    yield from (line for line in text.splitlines() if line.strip())


@pytest.mark.parametrize("page", [page for page in PAGES if any(blocks(page, "python"))], ids=named)
def test_python_of_a_page_runs_and_gives_what_it_shows(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for line, block in blocks(page, "python"):
        assert ">>>" in block, f"{named(page)}:{line}: a block of Python shows what it gives"
    found = doctest.testfile(str(page), module_relative=False, encoding="utf-8", report=True)
    assert found.attempted > 0
    assert found.failed == 0


@pytest.mark.parametrize("page", [ROOT / "README.md", DOCS / "cli.md"], ids=named)
def test_commands_of_a_page_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples" / "news", tmp_path / "news")
    monkeypatch.chdir(tmp_path)
    run = 0
    for line in commands(page):
        first, _, second = line.partition(" | ")
        words = shlex.split(second or first, comments=True)
        assert words[0] == "epiextract", line
        given = Path(shlex.split(first)[1]).read_text(encoding="utf-8") if second else None
        done = CliRunner().invoke(app, words[1:], input=given)
        assert done.exit_code == 0, f"{line}\n{done.output}"
        run += 1
    assert run >= 4


def test_the_record_that_the_readme_shows_is_what_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = re.search(r'^ {4}(\{"doc": .*?), …\}$', (ROOT / "README.md").read_text(encoding="utf-8"), re.M | re.S)
    assert shown is not None
    record = json.loads(shown[1] + "}")
    monkeypatch.chdir(ROOT / "examples")
    found = [
        one
        for document in epiextract.read_documents(["news/"], published="2020-02")
        for one in epiextract.extract(document).records()
        if one["quote"] == record["quote"]
    ]
    assert record in [{name: one.get(name) for name in record} for one in found]


def test_the_summary_that_the_page_of_the_command_shows_is_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [shown] = [block for _, block in blocks(DOCS / "cli.md", "text") if block.startswith(" documents")]
    asked = next(line for line in commands(DOCS / "cli.md") if "extract news/" in line)
    shutil.copytree(ROOT / "examples" / "news", tmp_path / "news")
    monkeypatch.chdir(tmp_path)
    printed = [line.split() for line in CliRunner().invoke(app, shlex.split(asked)[1:]).stderr.splitlines()]
    for line in shown.splitlines():
        assert line.strip() in ("", "…") or line.split() in printed, line


def test_the_table_of_commands_is_whole() -> None:
    from typer.main import get_command

    listed = set(re.findall(r"^\| \[?`(\w+)`", (DOCS / "cli.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert listed == set(get_command(app).commands)  # type: ignore[attr-defined]


def test_the_reference_of_events_is_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("build_event_docs", ROOT / "scripts" / "build_event_docs.py")
    assert spec is not None
    assert spec.loader is not None
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    text = builder.PAGE.read_text(encoding="utf-8")
    assert text == builder.page(text), "run scripts/build_event_docs.py"


def codes() -> set[str]:
    """Return every code that stands in the source."""
    return {
        code for path in PACKAGE.rglob("*.py") for code in re.findall(r"EPX\d{3}", path.read_text(encoding="utf-8"))
    }


def test_every_code_has_a_heading_and_no_heading_is_without_a_code() -> None:
    headings = re.findall(r"^### (EPX\d{3})$", (DOCS / "errors.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == sorted(code for code in codes() if not code.startswith(PACK_CODE))


def test_codes_of_packs_stand_in_the_page_of_packs() -> None:
    assert "packs.md#messages" in (DOCS / "errors.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| (EPX\d{3}) \|", (DOCS / "packs.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert listed == sorted(code for code in codes() if code.startswith(PACK_CODE))


def anchors(path: Path) -> set[str]:
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return {
        re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^()\s]+)\)", text):
        if target.startswith(("http:", "https:")):
            continue
        file, _, anchor = target.partition("#")
        path = (page.parent / file).resolve() if file else page
        assert path.exists(), f"{named(page)} links to {target}"
        assert not anchor or anchor in anchors(path), f"{named(page)} links to {target}"
