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

    def choose(self, candidates: Sequence[Sequence[str]]) -> int:
        """Return the index of the candidate with the highest score; the first of equals.

        Args:
            candidates: The features of each candidate.
        """
        weights = self.weights
        rows = self.rows
        best, at = float("-inf"), 0
        for number, features in enumerate(candidates):
            score = 0.0
            for feature in features:
                row = rows.get(feature)
                if row is not None:
                    score += weights[row]
            if score > best:
                best, at = score, number
        return at


@dataclass(frozen=True, slots=True)
class ModelSet:
    """The models of a language, with the version that events cite."""

    version: str
    models: dict[str, Linear]

    def get(self, name: str) -> Linear | None:
        """Return the model that decides *name*, or None where none was trained."""
        return self.models.get(name)


def dump(version: str, models: Iterable[Linear]) -> bytes:
    """Return the models as bytes: a ZIP file of arrays and names, equal for equal models.

    Args:
        version: The version that events cite.
        models: What to write.
    """
    import numpy

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        _write(archive, "version", f"{FORMAT}\n{version}".encode())
        for model in models:
            names = sorted(model.rows, key=model.rows.__getitem__)
            _write(archive, f"{model.name}/classes", "\n".join(model.classes).encode())
            _write(archive, f"{model.name}/features", "\n".join(names).encode())
            table = numpy.vstack([model.weights.reshape(len(names), -1), numpy.reshape(model.bias, (1, -1))])
            _write(archive, f"{model.name}/weights", table.astype("<f2").tobytes())
    return out.getvalue()


def _write(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    # a fixed date: the same models give the same file
    archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def load(data: bytes) -> ModelSet:
    """Return the models that :func:`dump` wrote."""
    import numpy

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        version = archive.read("version").decode().split("\n")[1]
        models = {}
        for name in sorted({entry.partition("/")[0] for entry in archive.namelist() if "/" in entry}):
            classes = tuple(archive.read(f"{name}/classes").decode().split("\n"))
            features = archive.read(f"{name}/features").decode().split("\n")
            table = numpy.frombuffer(archive.read(f"{name}/weights"), dtype="<f2").astype("float32")
            table = table.reshape(len(features) + 1, len(classes))
            rows = {feature: row for row, feature in enumerate(features)}
            weights: Any = table[:-1]
            if len(classes) == 1:
                # a ranker adds plain numbers: a list is quicker than an array there
                weights = weights[:, 0].tolist()
            models[name] = Linear(name, classes, rows, weights, table[-1])
    return ModelSet(version, models)


@lru_cache(maxsize=4)
def builtin_models(lang: str = "zh") -> ModelSet:
    """Return the models that come with the library; an empty set where there are none for the language."""
    path = resources.files("epiextract.deciding") / "models" / f"{lang}.zip"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return ModelSet("0", {})
    return load(data)
