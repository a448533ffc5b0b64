"""A small network that reads a whole document at once: tokens, then clauses, then tokens again; NumPy alone runs it.

What the linear models see of a figure are features of what stands near it. The network sees every token in the light of
the rest of the document: of what its clause says, of the clauses before and behind, of what the document is about. It
answers the same questions, in the logarithm of odds, and its answers are added to theirs. What pieces of words mean it
has from a language model, and it learned to read as that one does (`scripts/train_network.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from epiextract.deciding.models.linear import Table
from epiextract.deciding.models.pieces import Pieces, mean_of

# How far apart the three tokens, or clauses, are that each layer looks at.
TOKENS, CLAUSES, LAST = (1, 2, 4), (1, 2, 4, 8), (1,)
# How many numbers each feature of a candidate's place has, its kind left out: `deciding/context/places.py` has them.
PLACES = (16, 28, 28, 29, 28, 4)
# How much the linear models and the network count, for what fills a slot and for what a figure is: the logarithms of
# their odds are added up so. By articles that neither had seen, on which halves of each are as good (docs/training.md).
SLOTS, FIGURES = (0.4, 0.6), (1.0, 0.5)
# What of figures it is heard on. Measures are told by the words beside a figure, which rules and linear models read: on
# raw news that neither had seen measures are 0.3 and 0.4 of 100 better without it.
HEARD = frozenset({"type", "accumulation", "modality"})
# What the network says of answers that it does not know, and the least that it says of any.
LEAST = -7.0
# The number of what is not known, and the first of what is; 0 stands for nothing.
UNKNOWN, FIRST = 1, 2
_EPSILON = 1e-5
_LAYER = re.compile(r"(?:low|mid|top)/\d+/w")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the network knows, each with its number from 2 on.

    Args:
        characters: Characters.
        tags: Tags of mentions.
        values: Tags with their values, such as ``PLACE=cn:420000``.
        slots: Slots, alone and with the type of an event.
        kinds: Kinds of candidates.
        shown: What candidates show of themselves.
        answers: By question the answers, in the order of their columns.
        pieces: Pieces of words, of one character and more.
    """

    characters: Mapping[str, int]
    tags: Mapping[str, int]
    values: Mapping[str, int]
    slots: Mapping[str, int]
    kinds: Mapping[str, int]
    shown: Mapping[str, int]
    answers: Mapping[str, Sequence[str]]
    pieces: Mapping[str, int] = field(default_factory=dict)


class Network:
    """The layers, as they were trained.

    Args:
        known: What the network knows.
        weights: Its arrays by name, float32.
    """

    def __init__(self, known: Vocabulary, weights: Mapping[str, Any]) -> None:
        import numpy

        self.known = known
        self.weights = weights
        w = weights
        # what all names of a document are seen with, side by side: one product instead of three
        self._seen = numpy.hstack([w["first"], w["last"], w["key/w"]])
        self._parts = (w["first"].shape[1], 2 * w["first"].shape[1])
        self._layers = {name[:-2]: _gated(w[name], w[f"{name[:-1]}b"]) for name in w if _LAYER.fullmatch(name)}
        self.offsets = self.offsets_of(known)
        self.pieces = Pieces(known.pieces)

    @staticmethod
    def offsets_of(known: Vocabulary) -> tuple[int, ...]:
        """Return where the numbers of each feature of a candidate's place begin, its kind first."""
        return (0, *accumulate(PLACES[:-1], initial=len(known.kinds) + FIRST))

    def words(self, pieces: Any, starts: Any) -> Any:
        """Return what the pieces of words in each token mean together, a row each.

        Args:
            pieces: The number of the piece that each character of a text stands in, 0 for none.
            starts: Where each token begins; the first begins where the text does.
        """
        return mean_of(self.weights["piece"], pieces, starts)

    def read(self, characters: Any, tags: Any, values: Any, clauses: Any, words: Any) -> Any:
        """Return a row of numbers for each token of a document.

        Args:
            characters: A row a token: the numbers of its characters, 0 where it has fewer.
            tags: The number of each token's tag.
            values: The number of each token's tag with its value.
            clauses: The number of each token's clause.
            words: What `words` gave for the tokens.
        """
        import numpy

        w = self.weights
        clauses = clauses - clauses[0]
        count = numpy.maximum((characters > 0).sum(axis=1, keepdims=True), 1).astype("float32")
        spelled = w["character"][characters].sum(axis=1) / numpy.sqrt(count)
        shown = numpy.hstack([spelled, w["tag"][tags], w["value"][values]])
        x = self._stack(shown @ w["enter/w"] + w["enter/b"] + words, "low", TOKENS)
        x += self._of_clauses(self._norm(x, "low_norm"), clauses)[clauses]
        return self._norm(self._stack(x, "top", LAST), "norm")

    def _of_clauses(self, x: Any, clauses: Any) -> Any:
        """Return what each clause says among the others, in numbers that are added to its tokens."""
        import numpy

        w = self.weights
        starts = numpy.flatnonzero(numpy.diff(clauses, prepend=-1))
        sizes = numpy.diff(starts, append=len(clauses)).astype("float32").reshape(-1, 1)
        pooled = numpy.hstack([numpy.add.reduceat(x, starts) / sizes, numpy.maximum.reduceat(x, starts)])
        c = pooled @ w["up/w"] + w["up/b"]
        c += c.mean(axis=0) @ w["whole/w"] + w["whole/b"]
        return self._norm(self._stack(c, "mid", CLAUSES), "mid_norm") @ w["down/w"] + w["down/b"]

    def _stack(self, x: Any, name: str, gaps: Sequence[int]) -> Any:
        """Return *x* after layers that each add what a row and its neighbours at some distance say together."""
        import numpy

        width = x.shape[1]
        # what each row and its neighbours show side by side: one product instead of three that are added up
        sides = numpy.empty((len(x), 3 * width), dtype="float32")
        both = numpy.empty((len(x), 2 * width), dtype="float32")
        for at, gap in enumerate(gaps):
            seen = self._norm(x, f"{name}/{at}/norm")
            sides[:gap, :width] = sides[-gap:, 2 * width :] = 0.0
            sides[gap:, :width], sides[:, width : 2 * width], sides[:-gap, 2 * width :] = seen[:-gap], seen, seen[gap:]
            numpy.matmul(sides, self._layers[f"{name}/{at}"][0], out=both)
            both += self._layers[f"{name}/{at}"][1]
            gate = both[:, width:]
            numpy.minimum(numpy.maximum(gate, 0.0, out=gate), 1.0, out=gate)
            gate *= both[:, :width]
            x = x + gate
        return x

    def _norm(self, x: Any, name: str) -> Any:
        import numpy

        width = x.shape[1]
        # the mean as a product, which is faster
        apart = x - (x @ numpy.full(width, 1.0 / width, dtype="float32"))[:, None]
        apart /= numpy.sqrt(numpy.einsum("ij,ij->i", apart, apart) / width + _EPSILON)[:, None]
        apart *= self.weights[f"{name}/w"]
        apart += self.weights[f"{name}/b"]
        return apart

    def answers(self, read: Any) -> dict[str, Any]:
        """Return the logarithm of the odds of the answers to each question, a row a figure.

        Args:
            read: What `read` gave for the tokens of figures.
        """
        import numpy

        w = self.weights
        hidden = numpy.maximum(read @ w["answer/w"] + w["answer/b"], 0.0)
        return {name: hidden @ w[f"answers/{name}/w"] + w[f"answers/{name}/b"] for name in self.known.answers}

    def name(self, read: Any) -> list[Any]:
        """Return what tokens say of a name that begins with them, or ends with them, and what is matched with a figure.

        Args:
            read: What `read` gave for the tokens.
        """
        import numpy

        return numpy.hsplit(read @ self._seen, self._parts)

    def see(self, figure: Any, names: Any, keys: Any, between: Any, where: Any, shown: Any) -> Any:
        """Return what a figure makes of candidates, whatever slot is asked, a row each.

        Args:
            figure: What `read` gave for the figure.
            names: A row a candidate: what its first and its last token say of it.
            keys: A row a candidate: what is matched with what the figure asks for.
            between: A row a candidate: the mean of what was read between it and the figure.
            where: A row a candidate: the numbers of the features of its place.
            shown: A row a candidate: the numbers of what it shows of itself, 0 where it shows less.
        """
        w = self.weights
        query = figure @ w["query/w"] + w["query/b"]
        seen = names + between @ w["between"] + ((keys + w["key/b"]) * query) @ w["match"]
        return seen + w["where"][where].sum(axis=1) + w["shown"][shown].sum(axis=1)

    def choose(self, figure: Any, asked: tuple[str, str], seen: Any) -> Any:
        """Return the logarithm of the odds that a slot is empty, and of those of each candidate, which add up to 1.

        Args:
            figure: What `read` gave for the figure.
            asked: The slot, and the type of the event.
            seen: What `see` gave for the candidates.
        """
        import numpy

        w = self.weights
        one, other = self.known.slots.get(asked[0], UNKNOWN), self.known.slots.get("|".join(asked), UNKNOWN)
        wanted = figure @ w["figure/w"] + w["figure/b"] + w["slot"][one] + w["slot_kind"][other]
        hidden = numpy.maximum(numpy.maximum(seen + wanted, 0.0) @ w["hidden/w"] + w["hidden/b"], 0.0)
        none = numpy.maximum(figure @ w["none/w"] + w["none/b"] + w["none_slot"][one] + w["none_kind"][other], 0.0)
        scores = numpy.empty(len(seen) + 1, dtype="float64")
        scores[0] = none @ (w["none_out"][one] + w["none_out"][other])
        scores[1:] = hidden @ (w["out"][one] + w["out"][other])
        scores -= scores.max()
        return scores - numpy.log(numpy.exp(scores).sum())

    def columns(self, read: Any, table: Table) -> Any:
        """Return the logarithm of the odds of all answers that a table has a column for, a row a figure.

        Args:
            read: What `read` gave for the tokens of figures.
            table: The linear models of figures.
        """
        import numpy

        out = numpy.zeros((len(read), len(table.bias)), dtype="float32")
        answers = self.answers(read)
        for question in HEARD & table.blocks.keys():
            block, named = table.blocks[question], self.known.answers[question]
            known = [at for at, one in enumerate(block.classes) if one in named]
            found = answers[question][:, [named.index(block.classes[at]) for at in known]]
            found = found - found.max(axis=1, keepdims=True)
            found -= numpy.log(numpy.exp(found).sum(axis=1, keepdims=True))
            columns = numpy.full((len(read), len(block.classes)), LEAST, dtype="float32")
            columns[:, known] = numpy.maximum(found, LEAST)
            out[:, block.first : block.last] = columns
        return out


def _gated(weights: Any, bias: Any) -> tuple[Any, Any]:
    """Return the weights and bias of a layer whose second half opens its first: from 0 at -2 to 1 at 2."""
    width = weights.shape[1] // 2
    weights, bias = weights.copy(), bias.copy()
    weights[:, width:] *= 0.25
    bias[width:] = bias[width:] * 0.25 + 0.5
    return weights, bias
