"""A room imports only rooms that stand before it in docs/design.md, at module level."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import epiextract

PACKAGE = Path(epiextract.__file__).parent
DESIGN = PACKAGE.parent / "docs" / "design.md"


def documented_order() -> list[list[str]]:
    """Return the rows of the table of rooms, each with its rooms."""
    section = DESIGN.read_text(encoding="utf-8").partition("## The rooms")[2].partition("\n## ")[0]
    return [re.findall(r"`([a-z_]+)(?:\.py|/)`", row.split("|")[1]) for row in re.findall(r"^\| `.*", section, re.M)]


ORDER = documented_order()
RANK = {room: number for number, rooms in enumerate(ORDER) for room in rooms}
# the package's door names its rooms in strings and imports none
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def module_level_imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the modules of the package that are imported outside of functions, with their lines."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            continue
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports say the whole name"
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        waiting.extend(ast.iter_child_nodes(node))


def test_every_room_stands_in_the_design() -> None:
    assert len(ORDER) >= 15
    assert {room_of(path) for path in MODULES} == set(RANK)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_rooms_before_it(path: Path) -> None:
    own = RANK[room_of(path)]
    later = [
        f"line {line}: {name}"
        for line, name in module_level_imports(ast.parse(path.read_text(encoding="utf-8")))
        if name.startswith("epiextract.") and RANK.get(name.split(".")[1], -1) > own
    ]
    assert later == [], f"{room_of(path)} stands before these"


def test_the_check_sees_an_import_of_a_later_room() -> None:
    tree = ast.parse("if True:\n    from epiextract import cli\n\ndef f():\n    import epiextract.report\n")
    assert [name for _, name in module_level_imports(tree) if name.startswith("epiextract.")] == ["epiextract.cli"]
