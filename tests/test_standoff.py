"""Annotations that stand apart from their texts come back as they were, where the text is the one annotated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from standoff import OWN, nearest, part, read_annotated

from epiextract.events.record import event_of

TEXT = "某市红十字会3日说，\n收到甲公司捐赠的口罩2000只，乙公司捐款5万元。"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def annotate(tmp_path: Path, text: str, whole: bool = False) -> Path:
    start = TEXT.index("2000只")
    row = {"doc": "news/a.txt#0", "type": "donation", "measure": "goods", "value": 2000, "unit": "只"}
    row |= {
        "place": "某市",
        "donor": "甲公司、乙公司",
        "item": "口罩",
        "start": start,
        "end": start + 5,
        "quote": "2000只",
    }
    path = tmp_path / "annotations.jsonl"
    entry = part({"doc": "news/a.txt#0", "text": text, "published": "2020-02"}, [row], whole)
    path.write_text(json.dumps(entry, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_no_word_of_the_text_is_kept(tmp_path: Path) -> None:
    kept = annotate(tmp_path, TEXT).read_text(encoding="utf-8")
    assert "公司" not in kept
    assert "口罩" not in kept


def test_annotations_come_back(tmp_path: Path, news: Path) -> None:
    [(document, [row])] = list(read_annotated([annotate(tmp_path, TEXT)], news))
    assert document["text"] == TEXT
    assert (row["donor"], row["item"], row["place"], row["quote"]) == ("甲公司、乙公司", "口罩", "某市", "2000只")


def test_another_text_is_left_out(tmp_path: Path, news: Path) -> None:
    assert list(read_annotated([annotate(tmp_path, TEXT + "。")], news)) == []


def test_annotations_without_their_articles_are_no_silent_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="1 annotated articles stand apart"):
        list(read_annotated([annotate(tmp_path, TEXT)], None))


def test_articles_of_our_own_stand_with_their_text(tmp_path: Path) -> None:
    [(document, [row])] = list(read_annotated([annotate(tmp_path, TEXT, whole=True)], None))
    assert (document["text"], document["published"], row["donor"]) == (TEXT, "2020-02", "甲公司、乙公司")


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_articles_of_our_own_are_annotated_as_events_are(path: Path) -> None:
    """The model of its type accepts every figure."""
    documents = list(read_annotated([path], None))
    assert len(documents) > 1000
    for document, rows in documents:
        assert rows, document["doc"]
        for row in rows:
            # what an activity counts is not learned from, and left out
            measure = {"measure": "?"} if row["type"] == "activity" else {}
            event_of({"rule": "written/by-hand@1", **measure, **row})


def test_the_nearest_of_several_is_meant() -> None:
    assert nearest("甲厂说，甲\n厂捐5万元", "甲厂", 8) == [4, 7]
