"""Text files opened for writing, with one coded error where they cannot be written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from epiextract.errors import ConfigError

FOLDER_HINT = "Name a file in a folder that exists."


def opened(path: str | Path) -> IO[str]:
    """Return a text file opened for writing.

    Args:
        path: The file.

    Raises:
        ConfigError: EPX304 where it cannot be written.
    """
    try:
        # what no encoding holds, half a surrogate pair, is written as its escape, which is JSON too
        return open(path, "w", encoding="utf-8", newline="", errors="backslashreplace")
    except OSError as error:
        raise unwritable(error, path, FOLDER_HINT) from error


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
def written(path: str | Path) -> Iterator[IO[str]]:
    """Open a text file as `opened` does, and close it; a disk that fills up is told as well.

    Args:
        path: The file.

    Raises:
        ConfigError: EPX304 where it cannot be written.
    """
    with writing(path), opened(path) as file:
        yield file


def unwritable(error: OSError, path: str | Path, hint: str | None = None) -> ConfigError:
    """Return the error of a file that cannot be written.

    Args:
        error: Why.
        path: The file.
        hint: What to do about it.
    """
    return ConfigError("EPX304", f"cannot be written: {error.strerror}", where=str(path), hint=hint)
