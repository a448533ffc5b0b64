"""The trainer, on some annotated articles: what it writes loads, decides, and is the same each time."""

from __future__ import annotations

from typing import Any

import pytest
from fitting import train
from standoff import OWN, read_annotated
from training_data import Rows, collect

from epiextract import Document, Extractor
from epiextract.deciding.models.file import dump, load


@pytest.fixture(scope="module")
def annotated(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    lines = OWN[0].read_text(encoding="utf-8").splitlines()[:15]
    path = tmp_path_factory.mktemp("annotations") / "some.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return list(read_annotated([path], None))


@pytest.fixture(scope="module")
def rows(annotated: list[tuple[dict[str, Any], list[dict[str, Any]]]]) -> Rows:
    return collect([document for document, _ in annotated], {document["doc"]: found for document, found in annotated})


@pytest.fixture(scope="module")
def models(rows: Rows) -> bytes:
    return dump(train(rows, "test"))


def test_the_same_rows_give_the_same_bytes(rows: Rows, models: bytes) -> None:
    assert dump(train(rows, "test")) == models


def test_one_model_is_trained_anew_and_the_others_stay(rows: Rows, models: bytes) -> None:
    known = load(models)
    # of the same rows comes the same file
    assert dump(train(rows, "test", ["role.item", "modality"], known)) == models
    fewer = train(rows.only(set(list(rows.sources)[:8])), "test", ["role.item"], known)
    assert fewer.rankers["role.item"].features != known.rankers["role.item"].features
    assert fewer.rankers["role.donor"] is known.rankers["role.donor"]


def test_nothing_of_the_last_training_stays_with_a_model(rows: Rows, models: bytes) -> None:
    known = load(models)
    assert "absent.role.supplier" in known.table.blocks
    docs = [row.doc for row in rows.ranked["role.supplier"]]
    one = min(docs, key=docs.count)
    assert "absent.role.supplier" not in train(rows.only({one}), "test", ["role.supplier"], known).table.blocks


def test_a_model_that_nothing_is_learned_for_is_an_error(rows: Rows, models: bytes) -> None:
    with pytest.raises(ValueError, match=r"no rows for role\.giver; there are .*role\.donor"):
        train(rows, "test", ["role.giver"], load(models))


def test_what_was_learned_is_told_again(
    annotated: list[tuple[dict[str, Any], list[dict[str, Any]]]], models: bytes
) -> None:
    extractor = Extractor(models=load(models))
    right = wrong = 0
    for document, gold in annotated:
        wanted = {(row["start"], row["end"]): row["type"] for row in gold}
        article = Document(document["doc"], document["text"], title=document["title"], published=document["published"])
        for record in extractor.extract(article).records():
            answer = wanted.get((record["start"], record["end"]))
            right += record["type"] == answer
            wrong += answer is not None and record["type"] != answer
    assert right > 10 * wrong


def test_part_of_the_rows_keeps_out_the_other_documents(rows: Rows) -> None:
    one = next(iter(rows.sources))
    part = rows.only({one})
    assert {row.doc for rest in part.labelled.values() for row in rest} == {one}
    assert rows.names() == part.names()
    assert set(part.weights(next(iter(part.labelled.values())))) == {0.4}


def test_features_are_numbered_once(rows: Rows) -> None:
    names = rows.names()
    assert len(names) == len(set(names))
    row = next(iter(rows.labelled.values()))[0]
    assert list(row.features) == sorted(set(row.features))
