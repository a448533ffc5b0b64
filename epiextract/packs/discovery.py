"""Finding packs: built-in ones, those of installed packages by entry point, and files named by path."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from epiextract.errors import InputError, PackError, did_you_mean
from epiextract.listed import listed
from epiextract.packs.checks import check_pack, check_packs
from epiextract.packs.loader import SUFFIX, LoadedPack, PackErrors, load_pack
from epiextract.rules_path import builtin_rules_path

ENTRY_POINTS = "epiextract.packs"
# Names of packs, joined by commas, that shall not be loaded though they are installed.
DISABLE = "EPIEXTRACT_DISABLE_PACKS"


def find_packs(wanted: Iterable[str | Path] | str | Path | None = None) -> tuple[LoadedPack, ...]:
    """Return the packs asked for, with those that they use, each after what it uses.

    Args:
        wanted: Names (``zh.donation``) or paths of ``*.pack.yaml`` files or of folders with such files; None for every
            built-in and installed pack.

    Raises:
        PackError: EPX107 for a name that nobody supplies, EPX109 for two packs of one name; whatever loading finds.
        InputError: EPX401 for an empty name.

    >>> [pack.name for pack in find_packs(["zh.bed"])]
    ['zh.base', 'zh.bed']
    """
    known = _known_packs()
    faults: list[PackError] = []
    asked = _named(wanted, known, faults)
    faults += _namesakes(asked)
    local = {pack.name: pack for pack in asked}
    # what is used may use others that stand beside it, and so on
    unseen = list(asked)
    while unseen:
        for used in _beside(unseen.pop(0), known | local, faults):
            local[used.name] = used
            unseen.append(used)
    ordered: dict[str, LoadedPack] = {}
    for pack in asked:
        _with_used(pack, known | local, ordered, ())
    for pack in ordered.values():
        # packs that are built in or installed were checked when they were found
        if known.get(pack.name) is not pack:
            faults += check_pack(pack, ordered, known)
    if faults:
        raise PackErrors(faults)
    return tuple(ordered.values())


def named_events(wanted: Iterable[str | Path] | str | Path | None = None) -> frozenset[str]:
    """Return the types of events of the packs asked for; a pack that is only used by one of them lends its words.

    Args:
        wanted: What :func:`find_packs` is asked for.

    >>> sorted(named_events(["zh.bed", "zh.case_count"]))
    ['bed', 'case_count']
    """
    return frozenset(pack.pack.event for pack in _named(wanted, _known_packs(), []) if pack.pack.event)


def _named(
    wanted: Iterable[str | Path] | str | Path | None, known: dict[str, LoadedPack], faults: list[PackError]
) -> list[LoadedPack]:
    if wanted is not None:
        return [pack for item in listed(wanted) for pack in _resolve(item, known, faults)]
    disabled = {name.strip() for name in os.environ.get(DISABLE, "").split(",")}
    return [known[name] for name in sorted(known) if name not in disabled]


def with_builtin(wanted: Sequence[str | Path] | None, asked: Sequence[LoadedPack]) -> tuple[LoadedPack, ...]:
    """Return the packs asked for, and before them the built-in ones that were not: models read the votes of all.

    Args:
        wanted: What :func:`find_packs` was asked for.
        asked: What it gave.

    >>> names = [pack.name for pack in with_builtin(["zh.bed"], find_packs(["zh.bed"]))]
    >>> names[-1], "zh.donation" in names
    ('zh.bed', True)
    """
    names = {pack.name for pack in asked}
    rest = [name for name, pack in _known_packs().items() if name not in names and _comes_along(pack)]
    return find_packs([*rest, *(wanted if wanted is not None else sorted(names))]) if rest else tuple(asked)


def _comes_along(pack: LoadedPack) -> bool:
    return is_builtin(Path(pack.located.source))


def _beside(pack: LoadedPack, known: dict[str, LoadedPack], faults: list[PackError]) -> Iterator[LoadedPack]:
    """Yield the packs that *pack* uses, that nobody has installed and that stand beside it: zh.b in ``b.pack.yaml``."""
    folder = Path(pack.located.source).parent
    files = [folder / f"{name.partition('.')[2]}{SUFFIX}" for name in pack.pack.uses if name not in known]
    yield from _loaded((file for file in files if file.is_file() and file.resolve().parent == folder.resolve()), faults)


def _resolve(item: str | Path, known: dict[str, LoadedPack], faults: list[PackError]) -> Iterator[LoadedPack]:
    if isinstance(item, str) and item in known:
        yield known[item]
        return
    if not str(item):
        # Path("") is the folder that one is in, with all that stands below it
        raise InputError("EPX401", "no pack has an empty name", where="''", hint="Give a name or a path.")
    path = Path(item)
    if path.is_dir():
        files = sorted(path.rglob(f"*{SUFFIX}"))
        if not files:
            raise PackError("EPX100", f"no *{SUFFIX} file", where=str(path), hint="Name a folder that holds packs.")
        yield from _loaded(files, faults)
    elif str(item).endswith((".yaml", ".yml")) or os.sep in str(item):
        yield from _loaded([path], faults)
    else:
        near = did_you_mean(str(item), known)
        hint = f"{near} Installed are {', '.join(sorted(known))}.".lstrip()
        raise PackError("EPX107", f"unknown pack {str(item)!r}", hint=hint)


def _namesakes(packs: Iterable[LoadedPack]) -> Iterator[PackError]:
    """Yield a fault for each pack whose name another file has too: one of the two would go without a word."""
    first: dict[str, LoadedPack] = {}
    for pack in packs:
        other = first.setdefault(pack.name, pack)
        if Path(other.located.source).resolve() != Path(pack.located.source).resolve():
            there = other.located.where(("pack",))
            where = pack.located.where(("pack",))
            message = f"two packs are called {pack.name!r}: the other one is {there}"
            yield PackError("EPX109", message, where=where, hint="Rename one.")


def _with_used(
    pack: LoadedPack, known: dict[str, LoadedPack], ordered: dict[str, LoadedPack], chain: tuple[str, ...]
) -> None:
    if pack.name in chain:
        where = pack.located.where(("uses",))
        raise PackError("EPX108", f"packs use each other: {' → '.join((*chain, pack.name))}", where=where)
    for used in pack.pack.uses:
        if used in known and used not in ordered:
            _with_used(known[used], known, ordered, (*chain, pack.name))
    ordered.setdefault(pack.name, pack)


@lru_cache(maxsize=1)
def _known_packs() -> dict[str, LoadedPack]:
    """Return every pack that is built in or installed, by name; read once a process."""
    packs: dict[str, LoadedPack] = {}
    faults: list[PackError] = []
    for pack in _loaded(sorted(builtin_rules_path().rglob(f"*{SUFFIX}")), faults):
        packs[pack.name] = pack
    faults += check_packs(list(packs.values()))
    if faults:
        raise PackErrors(faults)
    for point in entry_points(group=ENTRY_POINTS):
        for pack in _installed(point, packs):
            for fault in _namesakes([packs.setdefault(pack.name, pack), pack]):
                warnings.warn(f"left out: {fault}", stacklevel=2)
    return packs


def _loaded(files: Iterable[Path], faults: list[PackError]) -> Iterator[LoadedPack]:
    for file in files:
        pack = _load_or_note(file, faults)
        if pack:
            yield pack


def _load_or_note(file: Path, faults: list[PackError]) -> LoadedPack | None:
    try:
        return load_pack(file, faults)
    except PackErrors as error:
        faults.extend(error.faults)
    except PackError as error:
        faults.append(error)
    return None


def _installed(point: EntryPoint, known: dict[str, LoadedPack]) -> Iterator[LoadedPack]:
    """Yield the packs of one installed package; a broken one is left out with a warning, so that the rest works."""
    from importlib import resources

    faults: list[PackError] = []
    try:
        folder = Path(str(resources.files(point.value)))
    except (ImportError, TypeError) as error:
        warnings.warn(f"the packs of {point.name} cannot be found: {error}", stacklevel=2)
        return
    found: dict[str, LoadedPack] = {}
    broken: set[str] = set()
    for file in sorted(folder.rglob(f"*{SUFFIX}")):
        before = len(faults)
        pack = _load_or_note(file, faults)
        if pack is not None:
            broken |= {pack.name} if len(faults) > before else set()
            faults += _namesakes([found.setdefault(pack.name, pack), pack])
    for pack in found.values():
        wrong = check_pack(pack, known | found)
        faults += wrong
        if not wrong and pack.name not in broken:
            yield pack
    for fault in faults:
        warnings.warn(f"left out: {fault}", stacklevel=2)


def is_builtin(path: Path) -> bool:
    """Tell whether a pack file is one of those that come with the library."""
    return path.resolve().is_relative_to(builtin_rules_path().resolve())
