"""The network: its layers do what a plain loop does, and its answers stand in the columns of the linear models."""

from __future__ import annotations

import io
import pickle
import zipfile
from dataclasses import replace
from typing import Any

import numpy
import pytest

from epiextract.deciding.models.linear import Block, Table
from epiextract.deciding.models.network import LEAST, PLACES, TOKENS, Network, Vocabulary
from epiextract.deciding.models.network_file import builtin_network, dump_network, load_network
from epiextract.errors import ConfigError

KNOWN = Vocabulary(
    characters={"病": 2, "例": 3},
    tags={"": 2, "QTY": 3},
    values={"QTY=person": 2},
    slots={"place": 2, "place|bed": 3},
    kinds={"PLACE": 2},
    shown={"level=city": 2},
    answers={"type": ["bed", "other"], "measure": ["bed|capacity", "bed|occupied"]},
    pieces={"病": 2, "病例": 3},
)


def small(seed: int = 1) -> Network:
    """Return a network of a few numbers drawn by lot, with 4 a token and 6 a clause."""
    lot = numpy.random.default_rng(seed)
    token, clause, hidden = 4, 6, 5
    shapes: dict[str, tuple[int, ...]] = {
        "character": (4, 3), "tag": (4, 2), "value": (3, 2), "enter/w": (7, token), "enter/b": (token,),
        "up/w": (2 * token, clause), "up/b": (clause,), "whole/w": (clause, clause), "whole/b": (clause,),
        "down/w": (clause, token), "down/b": (token,), "figure/w": (token, hidden), "figure/b": (hidden,),
        "first": (token, hidden), "last": (token, hidden), "between": (token, hidden), "query/w": (token, 3),
        "query/b": (3,), "key/w": (token, 3), "key/b": (3,), "match": (3, hidden), "slot": (4, hidden),
        "slot_kind": (4, hidden), "where": (3 + sum(PLACES), hidden), "shown": (3, hidden), "hidden/w": (hidden, 3),
        "hidden/b": (3,), "out": (4, 3), "none/w": (token, hidden), "none/b": (hidden,), "none_slot": (4, hidden),
        "none_kind": (4, hidden), "none_out": (4, hidden), "answer/w": (token, hidden), "answer/b": (hidden,),
        "answers/type/w": (hidden, 2), "answers/type/b": (2,), "answers/measure/w": (hidden, 2),
        "answers/measure/b": (2,),
    }  # fmt: skip
    for name, width in (("low_norm", token), ("mid_norm", clause), ("norm", token)):
        shapes |= {f"{name}/w": (width,), f"{name}/b": (width,)}
    for name, width, layers in (("low", token, 3), ("mid", clause, 4), ("top", token, 1)):
        for at in range(layers):
            shapes |= {f"{name}/{at}/w": (3 * width, 2 * width), f"{name}/{at}/b": (2 * width,)}
            shapes |= {f"{name}/{at}/norm/w": (width,), f"{name}/{at}/norm/b": (width,)}
    shapes["piece"] = (4, token)
    weights = {name: lot.normal(size=shape).astype("float32") for name, shape in shapes.items()}
    # 0 stands for no piece
    weights["piece"][0] = 0.0
    return Network(KNOWN, weights)


def text(size: int, seed: int = 2) -> tuple[Any, ...]:
    """Return tokens drawn by lot, three a clause."""
    lot = numpy.random.default_rng(seed)
    characters = lot.integers(0, 4, size=(size, 8))
    tags, values = lot.integers(1, 4, size=size), lot.integers(0, 3, size=size)
    return characters, tags, values, numpy.arange(size) // 3, lot.normal(size=(size, 4)).astype("float32")


def test_a_layer_adds_what_a_row_and_its_neighbours_say() -> None:
    network = small()
    x = numpy.random.default_rng(3).normal(size=(9, 4)).astype("float32")
    wanted = x.astype("float64")
    for at, gap in enumerate(TOKENS):
        w = {part: network.weights[f"low/{at}/{part}"] for part in ("w", "b", "norm/w", "norm/b")}
        mean, spread = wanted.mean(axis=1), wanted.std(axis=1)
        seen = [(row - m) / s * w["norm/w"] + w["norm/b"] for row, m, s in zip(wanted, mean, spread, strict=True)]
        rows = []
        for number, row in enumerate(wanted):
            around = [seen[n] if 0 <= n < 9 else numpy.zeros(4) for n in (number - gap, number, number + gap)]
            both = numpy.concatenate(around) @ w["w"] + w["b"]
            rows.append([row[i] + both[i] * min(1, max(0, both[4 + i] / 4 + 0.5)) for i in range(4)])
        wanted = numpy.array(rows)
    assert numpy.abs(network._stack(x, "low", TOKENS) - wanted).max() < 1e-3


def test_a_clause_far_away_is_heard() -> None:
    network, (characters, tags, values, clauses, words) = small(), text(90)
    before = network.read(characters, tags, values, clauses, words)
    tags = tags.copy()
    tags[0] = 6 - tags[0] if tags[0] != 3 else 1
    after = network.read(characters, tags, values, clauses, words)
    # no layer over tokens reaches farther than 8 tokens; what is beyond comes by the clauses
    assert numpy.abs(before[40:] - after[40:]).max() > 1e-6


def test_a_token_is_read_with_the_pieces_of_words_in_it() -> None:
    network = small()
    table = network.weights["piece"]
    pieces = network.pieces.at("3病例,病人")
    assert pieces.tolist() == [0, 3, 3, 0, 2, 0]
    # tokens: 3病例 and 病人, with a mark between them that belongs to the first
    words = network.words(pieces, [0, 4])
    assert numpy.abs(words - table[[3, 2]]).max() < 1e-6
    both = network.words(pieces, [0])[0]
    assert numpy.abs(both - (2 * table[3] + table[2]) / 3).max() < 1e-6
    assert (network.words(network.pieces.at("人"), [0]) == 0).all()


def test_a_network_without_pieces_of_words_reads() -> None:
    network = Network(replace(KNOWN, pieces={}), small().weights)
    assert network.pieces.at("病例").tolist() == [0, 0]


def test_a_network_can_be_sent_to_another_process() -> None:
    network = pickle.loads(pickle.dumps(small()))
    assert network.pieces.at("3病例,病人").tolist() == [0, 3, 3, 0, 2, 0]


@pytest.mark.parametrize("size", [1, 2, 7])
def test_short_texts_are_read(size: int) -> None:
    read = small().read(*text(size))
    assert read.shape == (size, 4)
    assert numpy.isfinite(read).all()


def test_where_clauses_are_counted_from_does_not_matter() -> None:
    characters, tags, values, clauses, words = text(12)
    one = small().read(characters, tags, values, clauses, words)
    other = small().read(characters, tags, values, clauses + 50, words)
    assert (one == other).all()


def test_odds_of_candidates_add_up_to_one() -> None:
    network = small()
    read = network.read(*text(12))
    first, last, keys = network.name(read[[2, 5]])
    where = [[2, *network.offsets[1:]], [0, *network.offsets[1:]]]
    seen = network.see(read[8], first + last, keys, read[3:5], where, [[2], [0]])
    scores = network.choose(read[8], ("place", "bed"), seen)
    assert scores.shape == (3,)
    assert numpy.exp(scores).sum() == pytest.approx(1.0)
    # what a candidate shows counts
    other = network.choose(
        read[8], ("place", "bed"), network.see(read[8], first + last, keys, read[3:5], where, [[0], [0]])
    )
    assert scores[1] != other[1]


def test_answers_stand_in_the_columns_of_the_table() -> None:
    network = small()
    read = network.read(*text(12))[[4, 9]]
    blocks = {
        "type": Block(0, 3, ("other", "price", "bed")),
        "measure.bed": Block(3, 5, ("capacity", "occupied")),
        "per": Block(5, 6, ("day",)),
    }
    table = Table({}, numpy.zeros((0, 6)), numpy.zeros(6), blocks)
    columns = network.columns(read, table)
    types = network.answers(read)["type"]
    assert (numpy.argmax(columns[:, [2, 0]], axis=1) == numpy.argmax(types, axis=1)).all()
    assert (columns[:, 1] == LEAST).all()
    assert (columns[:, :5] >= LEAST).all()
    assert (columns[:, :5] <= 0).all()
    # nobody asks the network about measures and rates
    assert (columns[:, 5] == 0).all()


def test_a_network_is_written_and_read_again() -> None:
    network = small()
    data = dump_network(network)
    read = load_network(data)
    assert read.known == KNOWN
    assert dump_network(read) == data == dump_network(small())
    assert numpy.abs(read.read(*text(12)) - network.read(*text(12))).max() < 0.1
    # a byte a number: off by half of a step of 127 at most
    off = numpy.abs(read.weights["piece"] - network.weights["piece"])
    assert (off <= numpy.abs(network.weights["piece"]).max(axis=0) / 254 + 1e-6).all()


def test_a_file_that_is_no_network_is_told() -> None:
    with pytest.raises(ConfigError, match=r"EPX306\] the network is no file of a network"):
        load_network(b"PK")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("about.json", '{"format": 99}')
    with pytest.raises(ConfigError, match=r"EPX306\] the network has the format 99, not 2"):
        load_network(out.getvalue())


def test_a_network_that_is_missing_is_told() -> None:
    with pytest.raises(ConfigError, match=r"none\.network\.zip: \[EPX302\] the trained network is not installed"):
        builtin_network("none")
