"""What is looked at before a file is written: that it is no file which is read, and that it can be written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from epiextract.errors import ConfigError
from epiextract.io.sinks import STDOUT
from epiextract.text.readers import files_in
from epiextract.writing import unwritable

OTHER = "Name another file."


def refuse_inputs(target: str | Path | None, inputs: Iterable[str | Path], *, hint: str = OTHER) -> None:
    """Refuse a file that is read too: written, it would be lost, and not be read either.

    A file is the same by any of its names: ``./a.csv``, a link to it and ``a.csv`` are one. In a folder that is read, a
    file counts that is there and has an ending of documents.

    Args:
        target: The file to write; None and ``-`` are nothing to refuse.
        inputs: Files and folders that are read; names of anything else are passed over.
        hint: What to do about it.

    Raises:
        ConfigError: EPX304 where the file is read.
    """
    if target is None or str(target) == STDOUT or not os.path.isfile(target):
        return
    for read in _files(inputs):
        if os.path.samefile(read, target):
            as_read = "" if str(read) == str(target) else f" as {read}"
            raise ConfigError("EPX304", f"is read{as_read}, and would be overwritten", where=str(target), hint=hint)


def _files(inputs: Iterable[str | Path]) -> Iterator[Path]:
    # Path("") is the folder that one is in
    for path in (Path(given) for given in inputs if str(given)):
        if path.is_dir():
            # a file that may not even be looked at is told when it is read
            yield from filter(os.path.isfile, files_in(path))
        elif path.is_file():
            yield path


def refuse_stdout(target: str | Path | None, option: str) -> None:
    """Refuse ``-`` for what never goes to standard output, where it would be a file of that name.

    Args:
        target: What was given.
        option: The option that it was given for.

    Raises:
        ConfigError: EPX304 where it is ``-``.
    """
    if target is not None and str(target) == STDOUT:
        hint = f"Name a file with {option}; ./- is one of that name."
        raise ConfigError("EPX304", "- is standard output, where something else goes", where=option, hint=hint)


def refuse_output(target: str | Path | None, output: str, *, hint: str = OTHER) -> None:
    """Refuse a second file to write that is the output too: one of the two would be lost.

    Args:
        target: The file; None is nothing to refuse.
        output: The file of the output, or ``-``.
        hint: What to do about it.

    Raises:
        ConfigError: EPX304 where both are one file, by any of its names.
    """
    if target is not None and output != STDOUT and os.path.realpath(target) == os.path.realpath(output):
        raise ConfigError("EPX304", "is the output too", where=str(target), hint=hint)


def check_aside(failed: str | None, output: str, inputs: Iterable[str | Path]) -> None:
    """Refuse a file for failures that is read, is the output itself, or cannot be written, and leave no trace.

    Args:
        failed: The file where documents go that fail, if any.
        output: The file of the output.
        inputs: Files and folders that are read.

    Raises:
        ConfigError: EPX304 where it cannot serve.
    """
    refuse_stdout(failed, "--failed")
    hint = "Name another file with --failed."
    refuse_inputs(failed, inputs, hint=hint)
    if failed is None or (os.path.exists(failed) and not os.path.isfile(failed) and not os.path.isdir(failed)):
        return  # to open a pipe and close it again would end it
    if output != STDOUT:
        refuse_output(failed, output, hint=hint)
        aside, out = os.path.realpath(failed), os.path.realpath(output)
        folder = os.path.dirname(aside)
        if folder == os.path.dirname(out) and not os.path.isdir(folder):
            return  # the output is told to have no folder, in its own name
    new = not os.path.exists(failed)
    try:
        open(failed, "a").close()
    except OSError as error:
        raise unwritable(error, failed, "Name a file in a folder that exists with --failed.") from error
    if new:
        os.unlink(failed)
