"""One thread for products of arrays: other cores are those of other processes, and each result is that of one core."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from functools import lru_cache
from threading import Lock, local
from typing import Any

from epiextract.once import after_fork


@lru_cache(maxsize=1)
def _libraries() -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Return the libraries whose limit is one of the whole process, and those whose limit is one of each thread."""
    # it finds the libraries that are there when it is made
    import numpy  # noqa: F401
    from threadpoolctl import ThreadpoolController

    found = ThreadpoolController().select(user_api="blas").lib_controllers
    own = tuple(one for one in found if getattr(one, "threading_layer", "") == "openmp")
    return tuple(one for one in found if one not in own), own


def _set(libraries: Iterable[Any], numbers: Iterable[int]) -> None:
    for one, number in zip(libraries, numbers, strict=True):
        # threadpoolctl 3.8 lets only the thread set it that was the first to: here the last to leave does, whichever
        getattr(one, "_real_set_num_threads", one.set_num_threads)(number)


class _OneThread:
    """The limit, held by as many as there are at a time: the first that enters sets it, the last that leaves lifts it.

    A limit is one of the whole process. Of two extractions in two threads each would set its own, and the one that
    ends last would bring back what it had met, which is the limit of the other.
    """

    def __init__(self) -> None:
        self._before: tuple[int, ...] = ()
        self._begin()
        after_fork(self._forked)

    def _begin(self) -> None:
        self._lock = Lock()
        self._holders = 0
        self._thread = local()

    def _forked(self) -> None:
        # the threads that held the limit are not in this process
        if self._holders:
            _set(_libraries()[0], self._before)
        self._begin()

    def __enter__(self) -> None:
        shared, own = _libraries()
        with self._lock:
            if not self._holders:
                self._before = tuple(one.num_threads for one in shared)
                _set(shared, [1] * len(shared))
            self._holders += 1
        if own:
            self._thread.before = [*getattr(self._thread, "before", ()), [one.num_threads for one in own]]
            _set(own, [1] * len(own))

    def __exit__(self, *error: object) -> None:
        shared, own = _libraries()
        # none where the process was forked in the midst
        if own and getattr(self._thread, "before", ()):
            _set(own, self._thread.before.pop())
        with self._lock:
            self._holders = max(0, self._holders - 1)
            if not self._holders and self._before:
                _set(shared, self._before)


_ONE_THREAD = _OneThread()


def one_thread() -> AbstractContextManager[None]:
    """Return what keeps NumPy to one thread as long as anybody is in it."""
    return _ONE_THREAD
