"""The file of the trained network: a ZIP file of arrays in half precision or bytes, and of what the network knows."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from epiextract.deciding.models.archive import shipped, write
from epiextract.deciding.models.network import Network, Vocabulary
from epiextract.errors import ConfigError

FORMAT = 2
# Large tables that need no more than a byte a number: each column with a scale of its own.
BYTES = frozenset({"piece"})
HINT = "Train it anew with scripts/train_network.py of this version."


def dump_network(network: Network) -> bytes:
    """Return a network as bytes: equal for equal networks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        shapes = {name: array.shape for name, array in sorted(network.weights.items())}
        about = {"format": FORMAT, "shapes": shapes, "known": asdict(network.known)}
        write(archive, "about.json", json.dumps(about, ensure_ascii=False).encode())
        for name in shapes:
            for part, data in _packed(name, network.weights[name]).items():
                write(archive, part, data)
    return out.getvalue()


def _packed(name: str, array: Any) -> dict[str, bytes]:
    """Return an array as the parts of the file."""
    import numpy

    if name not in BYTES:
        return {f"weights/{name}": array.astype("<f2").tobytes()}
    scale = (numpy.abs(array).max(axis=0, initial=0.0) / 127.0).astype("<f4")
    scale[scale == 0.0] = 1.0
    return {f"weights/{name}": numpy.rint(array / scale).astype("i1").tobytes(), f"scales/{name}": scale.tobytes()}


def _unpacked(archive: zipfile.ZipFile, name: str) -> Any:
    """Return an array as :func:`_packed` put it into a file, flat."""
    import numpy

    data = archive.read(f"weights/{name}")
    if name not in BYTES:
        return numpy.frombuffer(data, "<f2").astype("float32")
    scale = numpy.frombuffer(archive.read(f"scales/{name}"), "<f4")
    return numpy.frombuffer(data, "i1").astype("float32").reshape(-1, len(scale)) * scale


def load_network(data: bytes) -> Network:
    """Return the network that :func:`dump_network` wrote.

    Raises:
        ConfigError: EPX306 for bytes that are no file of a network, or one of another format.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        about = json.loads(archive.read("about.json"))
        written = about["format"]
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError) as error:
        raise ConfigError("EPX306", "the network is no file of a network", hint=HINT) from error
    if written != FORMAT:
        raise ConfigError("EPX306", f"the network has the format {written!s:.20}, not {FORMAT}", hint=HINT)
    with archive:
        weights = {name: _unpacked(archive, name).reshape(shape) for name, shape in about["shapes"].items()}
    return Network(Vocabulary(**about["known"]), weights)


@lru_cache(maxsize=4)
def builtin_network(lang: str = "zh") -> Network:
    """Return the network that comes with the library.

    Args:
        lang: Its language.

    Raises:
        ConfigError: EPX302 where the installation has none, EPX306 where it is of another format.
    """
    return load_network(shipped(f"{lang}.network.zip", "the trained network is"))
