"""Parts: what they stand for is what they weigh, and what they remember holds on to no document."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.candidates.slots import none_features, place_candidates, place_rows, role_candidates
from epiextract.deciding.models.file import builtin_models
from epiextract.deciding.models.parts import spelled
from epiextract.matching.reading import Reading

TEXT = (
    "截至2月4日24时，湖南省累计报告确诊病例661例（长沙市161例），现有重症病例65例；当日，长沙、岳阳各治愈出院3例。"
    "某集团、某基金会和某银行向武汉市慈善总会捐赠口罩10万只，通过湖北省红十字会捐赠现金500万元。"
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-02-05")


@pytest.fixture
def reading(extractor: Extractor) -> Reading:
    reading = extractor.read(Document(id="a", text=TEXT))
    extractor.decider.decide(reading)
    return reading


def test_the_table_weighs_what_is_spelled() -> None:
    # beside it stands what the network says
    alone = Extractor(models=replace(builtin_models(), network=None))
    reading = alone.read(Document(id="a", text=TEXT))
    alone.decider.decide(reading)
    table = builtin_models().table
    for figure in reading.figures:
        spelled_out = table.scores([*figure.features.spelled(), *reading.features])
        assert figure.scores == pytest.approx(spelled_out, abs=1e-3)


def test_a_ranker_weighs_what_is_spelled(reading: Reading) -> None:
    ranker = builtin_models().rankers["place"]
    weights = ranker.weights("case_count")
    for figure in reading.figures:
        candidates = place_candidates(reading, figure)
        for parts in (none_features(figure, candidates), *place_rows(reading, figure, candidates)):
            assert ranker.score(parts, "case_count") == sum(weights.get(one, 0.0) for one in spelled(parts))


def test_names_of_a_list_are_one_candidate(reading: Reading) -> None:
    figure = next(figure for figure in reading.figures if figure.quantity.value == 100_000)
    found = role_candidates(reading, figure, frozenset({"ORG"}))
    words = [TEXT[one.spot.start : one.spot.end] for one in found]
    assert words[:2] == ["武汉市慈善总会", "某集团、某基金会和某银行"]
    assert [one.order for one in found[:2]] == [0, 1]


def test_a_document_is_let_go_at_once(extractor: Extractor) -> None:
    def readings() -> int:
        return sum(isinstance(one, Reading) for one in gc.get_objects())

    gc.collect()
    gc.disable()
    try:
        before = readings()
        extractor.extract(TEXT)
        # nothing that a document's slots remember may hold the document: it would wait for the garbage collector
        assert readings() == before
    finally:
        gc.enable()
