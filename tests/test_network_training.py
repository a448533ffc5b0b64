"""The trainer of the network: its layers in PyTorch and in NumPy say the same; what it learns from is what is asked."""

from __future__ import annotations

from typing import Any

import numpy
import pytest
from network_data import Example, examples, vocabulary
from standoff import OWN, read_annotated

from epiextract import Document, Extractor
from epiextract.deciding.candidates.slots import date_candidates, place_candidates
from epiextract.deciding.context.context import Context
from epiextract.deciding.models.network import Network

Annotated = list[tuple[dict[str, Any], list[dict[str, Any]]]]


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> Annotated:
    lines = OWN[0].read_text(encoding="utf-8").splitlines()[:6]
    path = tmp_path_factory.mktemp("annotations") / "some.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return list(read_annotated([path], None))


@pytest.fixture(scope="module")
def told(annotated: Annotated) -> list[Example]:
    return list(examples([document for document, _ in annotated], {one["doc"]: rows for one, rows in annotated}))


def test_every_slot_has_a_right_answer(told: list[Example]) -> None:
    asked = [one for example in told for one in example.asked]
    assert {"date", "place", "role.donor"} <= {one.slot for one in asked}
    for one in asked:
        assert any(one.right)
        assert len(one.right) == len(one.names) + 1 == len(one.shown) + 1 == len(one.meanings) + 1


def test_figures_are_told_with_their_measures(told: list[Example]) -> None:
    answers = [answer for example in told for _, answer in example.figures]
    assert {answer["type"] for answer in answers} >= {"other", "donation"}
    assert all(answer["measure"].startswith(answer["type"] + "|") for answer in answers if "measure" in answer)
    assert all("modality" not in answer for answer in answers if answer["type"] == "other")


def test_only_what_is_frequent_is_known(told: list[Example]) -> None:
    known = vocabulary(told)
    counts: dict[str, int] = {}
    for example in told:
        for one in "".join(example.tokens.surfaces):
            counts[one] = counts.get(one, 0) + 1
    assert set(known.characters) == {one for one, count in counts.items() if count >= 8}
    assert sorted(known.characters.values()) == list(range(2, len(known.characters) + 2))


def test_both_networks_say_the_same(annotated: Annotated, told: list[Example]) -> None:
    torch = pytest.importorskip("torch", reason="the network is trained with PyTorch, which is not installed")
    from network_layers import Layers, arrays
    from train_network import batch_of, prepared

    torch.manual_seed(1)
    known = vocabulary(told)
    layers = Layers(known).eval()
    network = Network(known, arrays(layers))
    extractor = Extractor(learned=False)
    compared = 0
    for (document, _), example in zip(annotated, told, strict=True):
        batch = batch_of([prepared(example, known)])
        with torch.no_grad():
            _, scores, empty = layers(batch)
        reading = extractor.read(
            Document(document["doc"], document["text"], title=document["title"], published=document["published"])
        )
        context = Context(network, reading)
        figures = {context.tokens.at(figure.start): figure for figure in reading.figures}
        at = 0
        for asked, none in zip(example.asked, empty.tolist(), strict=True):
            wanted = numpy.array([none, *scores[at : at + len(asked.names)].tolist()])
            at += len(asked.names)
            candidates = {"date": date_candidates, "place": place_candidates}.get(asked.slot)
            if candidates:
                figure = figures[asked.own]
                found = context.choose(reading, figure, (asked.slot, asked.kind), candidates(reading, figure))
                assert numpy.abs(found - wanted + numpy.log(numpy.exp(wanted).sum())).max() < 1e-3
                compared += 1
    assert compared > 20
