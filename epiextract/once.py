"""Things made once for a process: by one thread, and with locks that a forked process finds open."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import RLock
from typing import Any


def after_fork(renew: Callable[[], None]) -> None:
    """Let *renew* run in every process that is forked from this one.

    Of threads only the one that forks lives on in the child: a lock that another one holds is never opened there.

    Args:
        renew: What makes a lock anew.
    """
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=renew)


class Once:
    """A thing that is made when it is first asked for, by one thread however many ask.

    Args:
        make: What makes it.

    >>> shared = Once(list)
    >>> shared() is shared()
    True
    """

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self._made: Any = None
        self._renew()
        after_fork(self._renew)

    def __call__(self) -> Any:
        """Return the thing."""
        if self._made is None:
            with self._lock:
                if self._made is None:
                    self._made = self._make()
        return self._made

    def _renew(self) -> None:
        self._lock = RLock()
