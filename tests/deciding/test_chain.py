"""Figures in a row: what each is by itself, how alike neighbours are, and what follows for all."""

from __future__ import annotations

import time
from itertools import pairwise, product
from math import exp, prod

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from epiextract import Document, Extractor
from epiextract.deciding.models.chain import MOST_TOGETHER, agreed, smoothed
from epiextract.deciding.models.linear import EMPTY, ModelSet, Ranker
from epiextract.deciding.models.links import AGAINST, FOR, LABEL, link_features, links
from epiextract.matching.reading import Reading

ODDS = st.lists(st.lists(st.floats(0.05, 1.0), min_size=3, max_size=3), min_size=1, max_size=5)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(learned=False)


def read(extractor: Extractor, text: str) -> Reading:
    return extractor.read(Document("a", text, published="2020-02-25"))


def between(reading: Reading) -> list[set[str]]:
    return [set(link_features(reading, one, other)) for one, other in pairwise(reading.figures)]


@given(ODDS, st.data())
def test_the_chain_weighs_every_way_to_read_the_row(odds: list[list[float]], data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.floats(AGAINST, FOR), min_size=len(odds) - 1, max_size=len(odds) - 1))
    likely = numpy.zeros((len(odds), 3))
    for way in product(range(3), repeat=len(odds)):
        same = (exp(link) if one == other else 1.0 for (one, other), link in zip(pairwise(way), kept, strict=True))
        weight = prod(row[answer] for row, answer in zip(odds, way, strict=True)) * prod(same)
        for at, answer in enumerate(way):
            likely[at, answer] += weight
    likely /= likely.sum(axis=1, keepdims=True)
    assert numpy.allclose(smoothed(numpy.array(odds), kept), likely)


def test_without_links_each_figure_speaks_for_itself() -> None:
    assert agreed([{"a": 2.0, "b": 1.0}, {"a": 1.0, "b": 2.0}], [0.0]) == ["a", "b"]
    assert agreed([{"a": 1.0, "b": 1.0}], []) == ["a"]


def test_a_figure_never_gets_an_answer_that_it_has_not() -> None:
    assert agreed([{"a": 1.0}, {"b": 1.0}, {"a": 1.0}], [6.0, 6.0]) == ["a", "b", "a"]


def test_a_long_row_agrees_piece_by_piece() -> None:
    days = [{f"{at // 3}": 3.0, f"{at // 3 + 1}": 1.0} for at in range(2 * MOST_TOGETHER + 7)]
    found = agreed(days, [0.1] * (len(days) - 1))
    assert found == [f"{at // 3}" for at in range(len(days))]


@pytest.mark.timed
def test_a_long_row_costs_no_more_than_its_length() -> None:
    days = [{f"{at}": 3.0, f"{at + 1}": 1.0} for at in range(20_000)]
    begun = time.perf_counter()
    agreed(days, [0.1] * (len(days) - 1))
    assert time.perf_counter() - begun < 10


def test_a_link_against_drives_neighbours_apart() -> None:
    assert agreed([{"a": 9.0, "b": 1.0}, {"a": 5.0, "b": 4.0}], [-3.0]) == ["a", "b"]


def test_a_list_has_the_form_of_a_list(extractor: Extractor) -> None:
    first, second = between(read(extractor, "该市备有大米800吨、面粉500吨，已调出食用油20吨。"))
    assert {"form=、w", "surface=True", "gap=sentence", "signs=、"} <= first
    assert "signs=，" in second
    assert "signs=、" not in second


def test_figures_of_two_paragraphs_stand_apart(extractor: Extractor) -> None:
    (found,) = between(read(extractor, "今天新增确诊病例3例。\n\n全市共有床位200张。"))
    assert "gap=apart" in found
    assert not any(feature.startswith("c:") for feature in found)


def test_no_link_counts_beyond_its_bounds(extractor: Extractor) -> None:
    reading = read(extractor, "该市备有大米800吨、面粉500吨。")
    for weight, bound in ((100.0, FOR), (-100.0, AGAINST)):
        models = ModelSet("0", EMPTY, {LABEL: Ranker.of(LABEL, (), {"any": (weight,)})})
        assert links(reading, reading.figures, models, LABEL) == [bound]
    assert links(reading, reading.figures, None, LABEL) == [0.0]
    assert links(reading, [], None, LABEL) == []
