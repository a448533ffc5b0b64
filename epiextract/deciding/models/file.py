"""The file of trained models: a ZIP file of arrays and names, which a script writes and the library ships."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from epiextract.deciding.models.archive import shipped, write
from epiextract.deciding.models.linear import Block, ModelSet, Ranker, Table
from epiextract.deciding.models.network_file import builtin_network
from epiextract.errors import ConfigError

FORMAT = 2
# A feature may hold any character of a text, a line feed too.
SEPARATOR = "\0"
HINT = "Train them anew with scripts/train_deciders.py of this version."


def dump(models: ModelSet) -> bytes:
    """Return the models as bytes: a ZIP file of arrays and names, equal for equal models."""
    import numpy

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        write(archive, "version", f"{FORMAT}\n{models.version}".encode())
        table = models.table
        names = sorted(table.rows, key=table.rows.__getitem__)
        blocks = [SEPARATOR.join((name, *block.classes)) for name, block in table.blocks.items()]
        write(archive, "table/blocks", "\n".join(blocks).encode())
        columns = [f"{name}|{one}" for name, block in table.blocks.items() for one in block.classes]
        weights = numpy.vstack([table.weights, numpy.reshape(table.bias, (1, -1))])
        _write_table(archive, "table/figure", columns, names, weights)
        for name, ranker in sorted(models.rankers.items()):
            _write_table(archive, f"ranker/{name}", ranker.kinds, ranker.features, ranker.table)
    return out.getvalue()


def _write_table(archive: zipfile.ZipFile, path: str, columns: Sequence[str], rows: Sequence[str], table: Any) -> None:
    write(archive, f"{path}/columns", SEPARATOR.join(columns).encode())
    write(archive, f"{path}/rows", SEPARATOR.join(rows).encode())
    write(archive, f"{path}/table", table.astype("<f2").tobytes())


def load(data: bytes) -> ModelSet:
    """Return the models that :func:`dump` wrote.

    Raises:
        ConfigError: EPX306 for bytes that are no file of models, or one of another format.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        written, _, version = archive.read("version").decode().partition("\n")
    except (zipfile.BadZipFile, KeyError) as error:
        raise ConfigError("EPX306", "the models are no file of models", hint=HINT) from error
    if written != str(FORMAT):
        raise ConfigError("EPX306", f"the models have the format {written:.20}, not {FORMAT}", hint=HINT)
    with archive:
        return _models(archive, version)


def _models(archive: zipfile.ZipFile, version: str) -> ModelSet:
    rankers: dict[str, Ranker] = {}
    _, rows, weights = _read_table(archive, "table/figure")
    blocks: dict[str, Block] = {}
    at = 0
    for line in archive.read("table/blocks").decode().split("\n"):
        name, *classes = line.split(SEPARATOR)
        blocks[name] = Block(at, at + len(classes), tuple(classes))
        at += len(classes)
    index = {feature: row for row, feature in enumerate(rows)}
    table = Table(index, weights[:-1], weights[-1], blocks)
    for path in sorted({entry.rpartition("/")[0] for entry in archive.namelist() if entry.startswith("ranker/")}):
        name = path.removeprefix("ranker/")
        rankers[name] = Ranker(name, *_read_table(archive, path))
    return ModelSet(version, table, rankers)


def _read_table(archive: zipfile.ZipFile, path: str) -> tuple[tuple[str, ...], list[str], Any]:
    import numpy

    columns = tuple(archive.read(f"{path}/columns").decode().split(SEPARATOR))
    rows = archive.read(f"{path}/rows").decode().split(SEPARATOR)
    numbers = numpy.frombuffer(archive.read(f"{path}/table"), dtype="<f2").astype("float32")
    # a classifier's last row is its bias, a ranker's first column is for all types
    return columns, rows, numbers.reshape(-1, len(columns) + path.startswith("ranker/"))


@lru_cache(maxsize=4)
def builtin_models(lang: str = "zh") -> ModelSet:
    """Return the models that come with the library.

    Args:
        lang: Their language.

    Raises:
        ConfigError: EPX302 where the installation has none, EPX306 where they are of another format.
    """
    data = shipped(f"{lang}.zip", "the trained models are")
    return replace(load(data), network=builtin_network(lang))
