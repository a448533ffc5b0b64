"""Linear models over named features: trained by a script, shipped as data, run in microseconds, deterministic."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

FORMAT = 1
# A feature may hold any character of a text, a line feed too.
SEPARATOR = "\0"


@dataclass(frozen=True, slots=True)
class Linear:
    """A table of weights: a row a feature, a column a class.

    Args:
        name: What the model decides.
        classes: The names of the columns.
        rows: Feature name to row.
        weights: The table, float32.
        bias: A value a class.
    """

    name: str
    classes: tuple[str, ...]
    rows: dict[str, int]
    weights: Any
    bias: Any

    def scores(self, features: Iterable[str]) -> Any:
        """Return the score of every class; features that the model has not seen count nothing."""
        rows = self.rows
        known = [row for row in map(rows.get, features) if row is not None]
        if not known:
            return self.bias
        return self.weights[known].sum(axis=0) + self.bias

    def best(self, features: Iterable[str]) -> tuple[str, float]:
        """Return the best class and its probability."""
        import numpy

        scores = self.scores(features)
        at = int(scores.argmax())
        odds = numpy.exp(scores - scores[at])
        return self.classes[at], float(1.0 / odds.sum())


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights that order the candidates for a slot.

    Args:
        name: The slot.
        kinds: Event types that weigh a feature in their own way.
        rows: Feature name to its weights: first the one for all types, then one for each of *kinds*.
    """

    name: str
    kinds: tuple[str, ...]
    rows: dict[str, tuple[float, ...]]

    def choose(self, candidates: Sequence[Sequence[str]], kind: str) -> int:
        """Return the index of the candidate with the highest score; the first of equals.

        Args:
            candidates: The features of each candidate.
            kind: The event type.
        """
        rows = self.rows
        column = self.kinds.index(kind) + 1 if kind in self.kinds else 0
        best, at = float("-inf"), 0
        for number, features in enumerate(candidates):
            score = 0.0
            for feature in features:
                weights = rows.get(feature)
                if weights is not None:
                    score += weights[0]
                    if column:
                        score += weights[column]
            if score > best:
                best, at = score, number
        return at


@dataclass(frozen=True, slots=True)
class ModelSet:
    """The models of a language, with the version that events cite."""

    version: str
    classifiers: dict[str, Linear]
    rankers: dict[str, Ranker]


def dump(models: ModelSet) -> bytes:
    """Return the models as bytes: a ZIP file of arrays and names, equal for equal models."""
    import numpy

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        _write(archive, "version", f"{FORMAT}\n{models.version}".encode())
        for name, model in sorted(models.classifiers.items()):
            names = sorted(model.rows, key=model.rows.__getitem__)
            table = numpy.vstack([model.weights, numpy.reshape(model.bias, (1, -1))])
            _write_table(archive, f"classifier/{name}", model.classes, names, table)
        for name, ranker in sorted(models.rankers.items()):
            table = numpy.array(list(ranker.rows.values()))
            _write_table(archive, f"ranker/{name}", ranker.kinds, list(ranker.rows), table)
    return out.getvalue()


def _write_table(archive: zipfile.ZipFile, path: str, columns: Sequence[str], rows: Sequence[str], table: Any) -> None:
    _write(archive, f"{path}/columns", SEPARATOR.join(columns).encode())
    _write(archive, f"{path}/rows", SEPARATOR.join(rows).encode())
    _write(archive, f"{path}/table", table.astype("<f2").tobytes())


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    # a fixed date: the same models give the same file
    archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def load(data: bytes) -> ModelSet:
    """Return the models that :func:`dump` wrote."""
    import numpy

    classifiers: dict[str, Linear] = {}
    rankers: dict[str, Ranker] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        version = archive.read("version").decode().split("\n")[1]
        for path in sorted({entry.rpartition("/")[0] for entry in archive.namelist() if "/" in entry}):
            kind, _, name = path.partition("/")
            columns = tuple(archive.read(f"{path}/columns").decode().split(SEPARATOR))
            rows = archive.read(f"{path}/rows").decode().split(SEPARATOR)
            table = numpy.frombuffer(archive.read(f"{path}/table"), dtype="<f2").astype("float32")
            if kind == "ranker":
                table = table.reshape(len(rows), len(columns) + 1)
                rankers[name] = Ranker(name, columns, dict(zip(rows, map(tuple, table.tolist()), strict=True)))
            else:
                table = table.reshape(len(rows) + 1, len(columns))
                index = {feature: row for row, feature in enumerate(rows)}
                classifiers[name] = Linear(name, columns, index, table[:-1], table[-1])
    return ModelSet(version, classifiers, rankers)


@lru_cache(maxsize=4)
def builtin_models(lang: str = "zh") -> ModelSet:
    """Return the models that come with the library; an empty set where there are none for the language."""
    path = resources.files("epiextract.deciding") / "models" / f"{lang}.zip"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ModelSet("0", {}, {})
    return load(data)
