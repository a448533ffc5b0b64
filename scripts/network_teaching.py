"""What the network learns from a language model: what pieces of words mean, and how each token of a text is read."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from epiextract.deciding.context.tokens import Tokens
from epiextract.deciding.models.network import FIRST

if TYPE_CHECKING:
    from language_model import LanguageModel

# How many numbers stand for what a piece means by itself, and for what one layer makes of a token.
MEANING, LAYER = 128, 128
# The layers whose reading is learned: the middle ones know words and their neighbours, the last ones what is told.
LAYERS = (8, 12)
# Articles by which it is chosen which numbers of a reading are kept.
CHOSEN_BY = 160
# Chinese, its punctuation, and what stands between: the other pieces are of other languages.
OWN = re.compile("[\u3400-\u9fff]+|[ -~，。、；：“”（）《》！？…—·％]")


def known_pieces(model: LanguageModel) -> tuple[dict[str, int], Any]:
    """Return the pieces that the network knows with their numbers, and what they mean: a row a number.

    Args:
        model: The language model.
    """
    file = model.file
    places: dict[str, int] = {}
    for at, piece in enumerate(file.pieces):
        if OWN.fullmatch(piece) and not piece.isspace() and at != file.unknown:
            places.setdefault(piece, at)
    names = sorted(places)
    meanings = model.meanings([places[name] for name in names])
    # frequent pieces choose, and not the many that hardly ever stand
    weights = np.exp(np.array([file.scores[places[name]] for name in names]) / 2)
    table = np.zeros((FIRST + len(names), MEANING), dtype="float32")
    table[FIRST:] = Projection(meanings, MEANING, weights).of(meanings)
    return {name: at for at, name in enumerate(names, FIRST)}, table


class Projection:
    """The numbers of rows that tell most, all on one scale.

    Args:
        rows: Rows.
        size: How many numbers to keep.
        weights: How much each row counts.
    """

    def __init__(self, rows: Any, size: int, weights: Any = None) -> None:
        weights = np.ones(len(rows)) if weights is None else weights
        weights = weights / weights.sum()
        self._mean = weights @ rows
        spread, columns = np.linalg.eigh((rows - self._mean).T @ ((rows - self._mean) * weights[:, None]))
        # the sign of a column is chance
        columns = columns[:, ::-1][:, :size] * np.sign(columns[0, ::-1][:size])
        self._columns = columns / np.sqrt(spread[::-1][:size]).mean()

    def of(self, rows: Any) -> Any:
        """Return these numbers of rows."""
        return ((rows - self._mean) @ self._columns).astype("float32")


class Teacher:
    """The language model's reading of documents, kept in a folder: it takes half a second an article.

    Args:
        folder: The folder.
        texts: The documents by name, with their texts and tokens.
    """

    def __init__(self, folder: Path, texts: Mapping[str, tuple[str, Tokens]]) -> None:
        self._folder, self._texts = folder, texts
        self._model: LanguageModel | None = None
        self._projections: list[Projection] = []
        folder.mkdir(parents=True, exist_ok=True)

    def target(self, doc: str) -> Any:
        """Return a row a token: what is to be learned.

        Args:
            doc: The name of a document.
        """
        path = self._folder / f"{zlib.crc32(doc.encode()):08x}.npy"
        if not path.exists():
            text, tokens = self._texts[doc]
            read, cuts = self._read(text)
            parts = [one.of(part) for one, part in zip(self._chosen(), np.hsplit(read, len(LAYERS)), strict=True)]
            np.save(path, by_token(np.hstack(parts), cuts, tokens.starts, len(text)).astype("float16"))
        return np.load(path)

    def _chosen(self) -> list[Projection]:
        """Return which numbers of each layer are kept."""
        path = self._folder / "chosen.npz"
        if not self._projections:
            if not path.exists():
                docs = sorted(self._texts)[:: max(1, len(self._texts) // CHOSEN_BY)]
                np.savez(path, rows=np.vstack([self._read(self._texts[doc][0])[0][::5] for doc in docs]))
            rows = np.load(path)["rows"]
            self._projections = [Projection(part, LAYER) for part in np.hsplit(rows, len(LAYERS))]
        return self._projections

    def _read(self, text: str) -> tuple[Any, list[tuple[int, int, int]]]:
        if self._model is None:
            # only here: what is kept is read without PyTorch
            from language_model import LanguageModel

            self._model = LanguageModel()
        cuts = self._model.cut(text)
        return self._model.read([piece for piece, _, _ in cuts], LAYERS), cuts


def by_token(rows: Any, cuts: Sequence[tuple[int, int, int]], starts: Sequence[int], size: int) -> Any:
    """Return the mean of the rows of all pieces that stand in each token, a row a token.

    Args:
        rows: A row a piece.
        cuts: The pieces: number, begin and end.
        starts: Where tokens begin.
        size: The length of the text.
    """
    piece = np.zeros(size + 1, dtype="int64")
    for at, (_, begin, end) in enumerate(cuts):
        piece[begin:end] = at
    # what no piece holds, such as a blank, is what stands before it
    piece = np.maximum.accumulate(piece)
    first = np.array(starts)
    last = np.append(first[1:], size) - 1
    sums = np.vstack([np.zeros((1, rows.shape[1])), rows.cumsum(axis=0, dtype="float64")])
    low, high = piece[first], piece[last] + 1
    return (sums[high] - sums[low]) / (high - low)[:, None]
