"""Files of models: ZIP files whose bytes are equal for equal contents, and those that come with the library."""

from __future__ import annotations

import zipfile
from importlib import resources

from epiextract.errors import ConfigError


def write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add an entry with a fixed date: the same contents give the same file."""
    archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def shipped(name: str, what: str) -> bytes:
    """Return a file that comes with the library.

    Args:
        name: Its name.
        what: What it holds, for the message: the trained models are.

    Raises:
        ConfigError: EPX302 where the installation has none.
    """
    path = resources.files("epiextract.deciding.models") / name
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        hint = "Install epiextract anew from its wheel, or go without: Extractor(learned=False)."
        raise ConfigError("EPX302", f"{what} not installed", where=str(path), hint=hint) from error
