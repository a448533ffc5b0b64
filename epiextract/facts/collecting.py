"""No garbage collection while millions of tuples are made: none of them is garbage, and looking costs half the time."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


@contextmanager
def no_collecting() -> Iterator[None]:
    """Hold the collector still, and leave it as it was.

    >>> with no_collecting():
    ...     gc.isenabled()
    False
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def without_collecting(work: Callable[P, T]) -> Callable[P, T]:
    """Return *work*, run with the collector held still."""

    @wraps(work)
    def held(*args: P.args, **kwargs: P.kwargs) -> T:
        with no_collecting():
            return work(*args, **kwargs)

    return held
