"""The layers of `epiextract/deciding/models/network.py` in PyTorch, to be trained, and their way into its arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from epiextract.deciding.models.network import CLAUSES, LAST, PLACES, TOKENS, Vocabulary
from epiextract.deciding.models.pieces import Pieces

# How many numbers stand for a character, a tag, a value, a token, a clause, and for what is hidden between layers.
CHARACTER, TAG, VALUE, TOKEN, CLAUSE, HIDDEN, MATCHED = 64, 24, 48, 128, 128, 96, 48
# What is left out at random while the network learns: numbers, characters, which are then unknown ones, and names, of
# which nothing but their tag is seen: where a name stands tells more on other articles than which one it is.
DROPPED, UNREAD, UNNAMED = 0.15, 0.1, 0.3
NAMED = ("PLACE", "ORG", "FACILITY", "PERSON")
NOWHERE = -9.0


def _table(rows: int, width: int, spread: float) -> nn.Embedding:
    table = nn.Embedding(rows, width)
    nn.init.normal_(table.weight, std=spread)
    return table


class Stack(nn.Module):
    """Layers that each add what a row and its neighbours at some distance say together."""

    def __init__(self, width: int, gaps: Sequence[int]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(nn.Conv1d(width, 2 * width, 3, padding=gap, dilation=gap) for gap in gaps)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in gaps)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, x: Tensor, there: Tensor) -> Tensor:
        """Return *x* after all layers; *there* is 0 where a row only fills up the batch."""
        for layer, norm in zip(self.layers, self.norms, strict=True):
            said, gate = layer(self.drop(norm(x) * there).transpose(1, 2)).transpose(1, 2).chunk(2, -1)
            x = (x + said * (gate * 0.25 + 0.5).clamp(0, 1)) * there
        return x


class Layers(nn.Module):
    """All layers of the network.

    Args:
        known: What it knows.
        meanings: What pieces of words mean: a row a number of `known.pieces`, which is not learned.
        target: How many numbers a language model has for a token.
    """

    def __init__(self, known: Vocabulary, meanings: Any, target: int) -> None:
        super().__init__()
        self.known = known
        self.meanings, self.pieces = meanings, Pieces(known.pieces)
        self.word, self.guess = nn.Linear(meanings.shape[1], TOKEN, bias=False), nn.Linear(TOKEN, target)
        slots = len(known.slots) + 2
        self.character = _table(len(known.characters) + 2, CHARACTER, 0.3)
        self.tag = _table(len(known.tags) + 2, TAG, 0.3)
        self.value = _table(len(known.values) + 2, VALUE, 0.3)
        self.enter = nn.Linear(CHARACTER + TAG + VALUE, TOKEN)
        self.low, self.mid, self.top = Stack(TOKEN, TOKENS), Stack(CLAUSE, CLAUSES), Stack(TOKEN, LAST)
        self.low_norm, self.mid_norm, self.norm = nn.LayerNorm(TOKEN), nn.LayerNorm(CLAUSE), nn.LayerNorm(TOKEN)
        self.up, self.whole, self.down = (
            nn.Linear(2 * TOKEN, CLAUSE),
            nn.Linear(CLAUSE, CLAUSE),
            nn.Linear(CLAUSE, TOKEN),
        )
        nn.init.zeros_(self.whole.weight)
        self.figure, self.first = nn.Linear(TOKEN, HIDDEN), nn.Linear(TOKEN, HIDDEN, bias=False)
        self.last, self.between = nn.Linear(TOKEN, HIDDEN, bias=False), nn.Linear(TOKEN, HIDDEN, bias=False)
        self.query, self.key = nn.Linear(TOKEN, MATCHED), nn.Linear(TOKEN, MATCHED)
        self.match = nn.Linear(MATCHED, HIDDEN, bias=False)
        self.slot, self.slot_kind = _table(slots, HIDDEN, 0.1), _table(slots, HIDDEN, 0.1)
        self.where = _table(len(known.kinds) + 2 + sum(PLACES), HIDDEN, 0.1)
        self.shown = _table(len(known.shown) + 2, HIDDEN, 0.05)
        self.hidden, self.out = nn.Linear(HIDDEN, MATCHED), _table(slots, MATCHED, 0.1)
        self.none = nn.Linear(TOKEN, HIDDEN)
        self.none_slot, self.none_kind = _table(slots, HIDDEN, 0.1), _table(slots, HIDDEN, 0.1)
        self.none_out = _table(slots, HIDDEN, 0.1)
        self.answer = nn.Linear(TOKEN, HIDDEN)
        self.answers = nn.ModuleDict({f"of_{name}": nn.Linear(HIDDEN, len(all)) for name, all in known.answers.items()})
        self.drop = nn.Dropout(DROPPED)
        named = torch.zeros(len(known.tags) + 2, dtype=torch.bool)
        named[[known.tags[tag] for tag in NAMED if tag in known.tags]] = True
        self.register_buffer("named", named, persistent=False)

    def read(self, batch: Mapping[str, Any]) -> Tensor:
        """Return a row for each token of each document of a batch."""
        characters, values, words, there = (batch[name] for name in ("characters", "values", "words", "there"))
        count = (characters > 0).sum(2, keepdim=True).clamp(min=1).sqrt()
        if self.training:
            unnamed = (torch.rand(values.shape) < UNNAMED) & self.named[batch["tags"]]
            values = torch.where(unnamed, torch.zeros_like(values), values)
            words = torch.where(unnamed.unsqueeze(-1), torch.zeros_like(words), words)
            unread = ((torch.rand(characters.shape) < UNREAD) | unnamed.unsqueeze(-1)) & (characters > 0)
            characters = torch.where(unread, torch.ones_like(characters), characters)
        spelled = (self.character(characters) * (characters > 0).unsqueeze(-1)).sum(2) / count
        value = self.value(values) * (values > 0).unsqueeze(-1)
        x = self.enter(self.drop(torch.cat([spelled, self.tag(batch["tags"]), value], -1)))
        x = (x + self.word(self.drop(words))) * there
        x = self.low(x, there)
        size, length, width = x.shape
        rows = self._of_clauses((self.low_norm(x) * there).reshape(-1, width), batch)
        x = (x + rows[batch["clauses"]].reshape(size, length, width)) * there
        return self.norm(self.top(x, there)) * there

    def _of_clauses(self, x: Tensor, batch: Mapping[str, Any]) -> Tensor:
        own, there = batch["clauses"], batch["there"].reshape(-1, 1)
        size, most, width = len(batch["there"]), batch["most"], x.shape[1]
        count = torch.zeros(size * most, 1).index_add(0, own, there)
        mean = torch.zeros(size * most, width).index_add(0, own, x) / count.clamp(min=1)
        lowest = torch.full((size * most, width), NOWHERE)
        spread = own.unsqueeze(1).expand(-1, width)
        highest = lowest.scatter_reduce(0, spread, torch.where(there > 0, x, torch.full_like(x, NOWHERE)), "amax")
        full = (count > 0).float()
        c = (self.up(self.drop(torch.cat([mean, highest * full], 1))) * full).reshape(size, most, -1)
        full = full.reshape(size, most, 1)
        c = (c + self.whole(c.sum(1) / full.sum(1).clamp(min=1)).unsqueeze(1)) * full
        return self.down(self.drop(self.mid_norm(self.mid(c, full)) * full)).reshape(size * most, -1)

    def missed(self, read: Tensor, batch: Mapping[str, Any]) -> Tensor:
        """Return how much of a language model's reading can't be told from what was read of the tokens of a batch."""
        off = ((self.guess(read) - batch["target"]) ** 2).mean(-1, keepdim=True) * batch["there"]
        return off.sum() / batch["there"].sum()

    def forward(self, batch: Mapping[str, Any]) -> tuple[dict[str, Tensor], Tensor, Tensor]:
        """Return the scores of all answers about figures, of each candidate, and of each slot's being empty."""
        return self.decide(self.read(batch), batch)

    def decide(self, read: Tensor, batch: Mapping[str, Any]) -> tuple[dict[str, Tensor], Tensor, Tensor]:
        """Return what `forward` does for what was read of the tokens of a batch."""
        size, _, width = read.shape
        sums = torch.cat([torch.zeros(size, 1, width), read.cumsum(1)], 1).reshape(-1, width)
        tokens = self.drop(read.reshape(-1, width))
        hidden = self.drop(functional.relu(self.answer(tokens[batch["figures"]])))
        answers = {name.removeprefix("of_"): layer(hidden) for name, layer in self.answers.items()}
        if not len(batch["own"]):
            return answers, torch.zeros(0), torch.zeros(0)
        figure, slot, kind, owner = tokens[batch["own"]], batch["slot"], batch["kind"], batch["owner"]
        said = (sums[batch["high"]] - sums[batch["low"]]) / (batch["high"] - batch["low"]).clamp(min=1).unsqueeze(1)
        first, last = tokens[batch["first"]], tokens[batch["last"]]
        z = (self.figure(figure) + self.slot(slot) + self.slot_kind(kind))[owner]
        z = z + self.first(first) + self.last(last) + self.between(said) + self.where(batch["where"]).sum(1)
        z = z + (self.shown(batch["shown"]) * (batch["shown"] > 0).unsqueeze(-1)).sum(1)
        z = z + self.match(self.query(figure)[owner] * self.key(first))
        z = functional.relu(self.hidden(self.drop(functional.relu(z))))
        none = self.drop(functional.relu(self.none(figure) + self.none_slot(slot) + self.none_kind(kind)))
        empty = (none * (self.none_out(slot) + self.none_out(kind))).sum(1)
        return answers, (z * (self.out(slot) + self.out(kind))[owner]).sum(1), empty


def arrays(layers: Layers) -> dict[str, Any]:
    """Return the weights as the arrays that `Network` runs on."""
    found: dict[str, Any] = {}

    def add(name: str, module: nn.Module) -> None:
        weight = module.weight.detach()
        if isinstance(module, nn.Conv1d):
            weight = weight.permute(2, 1, 0).reshape(-1, weight.shape[0])
        elif isinstance(module, nn.Linear):
            weight = weight.T
        bias = getattr(module, "bias", None)
        found[name if bias is None else f"{name}/w"] = weight.contiguous().numpy()
        if bias is not None:
            found[f"{name}/b"] = bias.detach().numpy()

    for name, stack in (("low", layers.low), ("mid", layers.mid), ("top", layers.top)):
        for at, (layer, norm) in enumerate(zip(stack.layers, stack.norms, strict=True)):
            add(f"{name}/{at}", layer)
            add(f"{name}/{at}/norm", norm)
    for name, module in layers.named_children():
        if isinstance(module, (nn.Linear, nn.Embedding, nn.LayerNorm)) and name not in ("word", "guess"):
            add(name, module)
    found["piece"] = layers.meanings @ layers.word.weight.detach().numpy().T
    for name in ("character", "value", "shown"):
        # 0 stands for nothing
        found[name][0] = 0.0
    for name, module in layers.answers.items():
        add(f"answers/{name.removeprefix('of_')}", module)
    return found
