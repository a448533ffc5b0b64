"""Files that come to their place when they are whole, with one coded error where they cannot be written."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from epiextract.errors import ConfigError

FOLDER_HINT = "Name a file in a folder that exists."
UNFINISHED = ".part"
"""What the name of a file ends in until it is whole; no file of documents or records ends so."""


class Beside:
    """A file that is written beside its place and comes to it when it is whole.

    A run that is killed leaves what was there before as it was. A device or a pipe has no such place, and is written
    at once; so is a file in a folder that takes no other.

    Args:
        target: The file.

    Raises:
        ConfigError: EPX304 for a file that may not be written.
    """

    def __init__(self, target: str | Path) -> None:
        self.target = str(target)
        # a link stays a link: the file that it leads to is replaced
        self._place = os.path.realpath(target)
        self.is_there = os.path.isfile(self._place)
        if self.is_there and not os.access(self._place, os.W_OK):
            raise unwritable(PermissionError(errno.EACCES, os.strerror(errno.EACCES)), target, "Name another file.")
        is_free = not os.path.exists(self._place) or (
            self.is_there and os.access(os.path.dirname(self._place), os.W_OK)
        )
        self.path = self._place + UNFINISHED if is_free else self.target

    @property
    def left(self) -> str:
        """The name of the unfinished file, as the user names its place."""
        return self.target + UNFINISHED if self.path != self.target else self.target

    def opened(self) -> IO[str]:
        """Return the unfinished file, opened for writing text.

        Raises:
            ConfigError: EPX304 where it cannot be written.
        """
        try:
            # what no encoding holds, half a surrogate pair, is written as its escape, which is JSON too
            return open(self.path, "w", encoding="utf-8", newline="", errors="backslashreplace")
        except OSError as error:
            raise unwritable(error, self.target, FOLDER_HINT) from error

    def put(self) -> None:
        """Bring the file to its place."""
        if self.path == self.target:
            return
        if os.path.isfile(self._place):
            shutil.copymode(self._place, self.path)
        os.replace(self.path, self._place)

    def remove(self) -> None:
        """Take the unfinished file away."""
        if self.path != self.target and os.path.isfile(self.path):
            os.unlink(self.path)


@contextmanager
def writing(target: str | Path) -> Iterator[None]:
    """Tell of a disk that is full, and of any other fault of writing, by the name of what is written.

    Args:
        target: The file, or ``-`` for standard output.

    Raises:
        ConfigError: EPX304 where it cannot be written to its end.
    """
    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads has read enough
    except OSError as error:
        raise unwritable(error, target, "Make room, or name another file.") from error


@contextmanager
def beside(path: str | Path) -> Iterator[Beside]:
    """Give a file to write beside its place, and bring it there in the end; where that raises, take it away.

    Args:
        path: The file.

    Raises:
        ConfigError: EPX304 where it cannot be written.
    """
    with writing(path):
        unfinished = Beside(path)
        try:
            yield unfinished
            unfinished.put()
        except BaseException:
            unfinished.remove()
            raise


@contextmanager
def written(path: str | Path) -> Iterator[IO[str]]:
    """Open a text file as `beside` does; a disk that fills up is told as well.

    Args:
        path: The file.

    Raises:
        ConfigError: EPX304 where it cannot be written.
    """
    with beside(path) as unfinished, unfinished.opened() as file:
        yield file


def unwritable(error: OSError, path: str | Path, hint: str | None = None) -> ConfigError:
    """Return the error of a file that cannot be written.

    Args:
        error: Why.
        path: The file.
        hint: What to do about it.
    """
    return ConfigError("EPX304", f"cannot be written: {error.strerror}", where=str(path), hint=hint)
