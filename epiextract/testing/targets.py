"""From what stands on a command line to packs with their files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from epiextract.errors import PackError
from epiextract.packs.discovery import find_packs
from epiextract.packs.loader import SUFFIX, LoadedPack

Target = tuple[LoadedPack, Path]


def find_targets(items: Sequence[str]) -> list[Target]:
    """Return the packs that *items* name, each with its file, but not those that they merely use.

    Args:
        items: Names of packs, pack files, folders; nothing: the packs below the current folder.

    Raises:
        PackError: For what cannot be found or loaded, all faults at once.
    """
    if not items:
        here = sorted(str(path) for path in Path().rglob(f"*{SUFFIX}") if not _hidden(path))
        if not here:
            hint = "Name packs (zh.bed), files or folders; `epiextract packs new` writes one."
            raise PackError("EPX100", f"no *{SUFFIX} file below the current folder", hint=hint)
        items = here
    names = set(items)
    paths = [Path(item).resolve() for item in items if Path(item).exists()]
    targets = []
    for pack in find_packs(items):
        path = Path(pack.located.source)
        if pack.name in names or any(path.resolve().is_relative_to(asked) for asked in paths):
            targets.append((pack, path))
    return targets


def users_of(pack: LoadedPack) -> list[LoadedPack]:
    """Return the built-in and installed packs that use *pack*: their cases exercise its terms too.

    Args:
        pack: The pack.
    """
    return [other for other in find_packs() if pack.name in other.pack.uses]


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") or part == "node_modules" for part in path.parts[:-1])
