"""The file of trained models: what is none, or of another format, is told and never half read."""

from __future__ import annotations

import io
import zipfile

import pytest

from epiextract.deciding.models.file import builtin_models, load
from epiextract.errors import ConfigError


def file_of(**entries: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (file_of(version="99\n1"), "have the format 99, not 2"),
        (file_of(readme=""), "no file of models"),
        (b"", "no file of models"),
    ],
)
def test_models_that_this_version_cannot_read_are_told(data: bytes, says: str) -> None:
    with pytest.raises(ConfigError, match=rf"EPX306\] .*{says}"):
        load(data)


def test_models_that_are_missing_are_told() -> None:
    with pytest.raises(ConfigError, match=r"none\.zip: \[EPX302\] the trained models are not installed"):
        builtin_models("none")
