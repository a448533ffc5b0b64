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


def documented_order(head: str) -> list[list[str]]:
    """Return the rows of the table of rooms under *head*, each with its rooms."""
    section = DESIGN.read_text(encoding="utf-8").partition(head)[2]
    table = section[section.index("\n|") :].lstrip().partition("\n\n")[0]
    return [re.findall(r"`([a-z_]+)(?:\.py|/)`", row.split("|")[1]) for row in re.findall(r"^\| `.*", table, re.M)]


def ranked(order: list[list[str]]) -> dict[str, int]:
    """Return the number of the row that each room stands in."""
    return {room: number for number, rooms in enumerate(order) for room in rooms}


ORDER = documented_order("## The rooms")
RANK = ranked(ORDER)
# where decisions are made has rooms of its own; what uses all of them stands last
DECIDING = ranked([*documented_order("use them all:\n"), ["fill"], ["build"]])
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


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "deciding").rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix()
)
def test_a_room_of_decisions_imports_only_rooms_before_it(path: Path) -> None:
    room = path.relative_to(PACKAGE / "deciding").parts[0].removesuffix(".py")
    if room == "__init__":
        return
    imports = module_level_imports(ast.parse(path.read_text(encoding="utf-8")))
    inside = [(line, name) for line, name in imports if name.startswith("epiextract.deciding.")]
    later = [f"line {line}: {name}" for line, name in inside if DECIDING[name.split(".")[2]] > DECIDING[room]]
    assert later == [], f"{room} stands before these"


def test_the_check_sees_an_import_of_a_later_room() -> None:
    tree = ast.parse("if True:\n    from epiextract import cli\n\ndef f():\n    import epiextract.report\n")
    assert [name for _, name in module_level_imports(tree) if name.startswith("epiextract.")] == ["epiextract.cli"]
