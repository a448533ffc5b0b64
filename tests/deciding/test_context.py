"""A document as the network reads it, and what that adds to the linear models."""

from __future__ import annotations

from dataclasses import replace

import numpy
import pytest

from epiextract import Document, Extractor
from epiextract.deciding.candidates.slots import place_candidates
from epiextract.deciding.context import context as module
from epiextract.deciding.context.context import Context
from epiextract.deciding.context.places import place_of
from epiextract.deciding.context.tokens import numbered, tokens_of
from epiextract.deciding.models.file import builtin_models
from epiextract.deciding.models.network import UNKNOWN
from epiextract.deciding.models.network_file import builtin_network
from epiextract.matching.reading import Reading

TEXT = "湖北日报讯　截至2月4日24时，\n武汉市新增病例1967例。\n\n襄阳市收治患者787人，治愈15人。"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Extractor(learned=False).read(Document("a", TEXT, published="2020-02-05"))


def test_mentions_are_tokens_and_so_are_other_characters(reading: Reading) -> None:
    tokens = tokens_of(reading)
    assert "武汉市" in tokens.surfaces
    # the number of a quantity counts nothing, its unit does
    assert "0000例" in tokens.surfaces
    assert all(len(words) == 1 for words, tag in zip(tokens.surfaces, tokens.tags, strict=True) if not tag)
    assert not any(words.isspace() and words != "\n" for words in tokens.surfaces)
    assert list(tokens.starts) == sorted(set(tokens.starts))
    assert tokens.clauses[0] == 0
    assert {b - a for a, b in zip(tokens.clauses, tokens.clauses[1:], strict=False)} <= {0, 1}


def test_every_figure_is_a_token(reading: Reading) -> None:
    tokens = tokens_of(reading)
    for figure in reading.figures:
        at = tokens.at(figure.start)
        assert (tokens.starts[at], tokens.tags[at]) == (figure.start, "QTY")


def test_what_is_not_known_has_a_number_of_its_own(reading: Reading) -> None:
    known = replace(builtin_network().known, characters={"例": 7}, tags={})
    characters, tags, values, clauses = numbered(tokens_of(reading), known)
    assert set(characters.ravel().tolist()) == {0, UNKNOWN, 7}
    assert set(tags.tolist()) == {UNKNOWN}
    assert len(values) == len(clauses) == len(tags)


def test_nearer_places_are_seen_nearer(reading: Reading) -> None:
    figure = next(one for one in reading.figures if reading.text[one.start : one.end] == "787人")
    tokens = tokens_of(reading)
    own = tokens.at(figure.start)
    seen = {
        one.spot.words: place_of(reading, figure, one, own - tokens.at(one.spot.start))
        for one in place_candidates(reading, figure)
        if one.sentence >= 0
    }
    assert seen["襄阳市"][1] == 0  # in its sentence
    assert seen["武汉市"][1] > 0
    assert seen["襄阳市"][4] < seen["武汉市"][4]


def test_long_documents_are_read_in_parts(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Context(builtin_network(), reading)
    monkeypatch.setattr(module, "AT_ONCE", 10)
    parts = Context(builtin_network(), reading)
    assert parts.read.shape == whole.read.shape
    assert numpy.abs(parts.read - whole.read).max() > 0


def test_models_go_without_a_network() -> None:
    alone = Extractor(models=replace(builtin_models(), network=None))
    events = alone.extract("截至2月4日24时，武汉市累计报告确诊病例8351例。", published="2020-02-05")
    assert [(one.type, one.measure, one.value) for one in events] == [("case_count", "confirmed", 8351)]


def test_a_document_without_figures_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Context, "__init__", fail)
    assert not Extractor().extract("武汉的医院正在收治患者。")
