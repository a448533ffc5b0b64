"""One word where a list is meant: a text is a row of letters, and is never what was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import overload


@overload
def listed(given: None) -> None: ...
@overload
def listed(given: Iterable[str] | str) -> tuple[str, ...]: ...
@overload
def listed(given: Iterable[str | Path] | str | Path) -> tuple[str | Path, ...]: ...
def listed(given: Iterable[str | Path] | str | Path | None) -> tuple[str | Path, ...] | None:
    """Return what is given as a tuple: a text or a path as its one item, a generator read once, None as it is.

    Args:
        given: One text or path, or any number of them.

    >>> listed("zh.bed"), listed(name for name in ["zh.bed"]), listed(None)
    (('zh.bed',), ('zh.bed',), None)
    """
    if given is None:
        return None
    return (given,) if isinstance(given, (str, Path)) else tuple(given)
