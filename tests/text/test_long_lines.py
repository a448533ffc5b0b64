"""Lines without any mark are cut, and in no number."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.text.view import ReadingView


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("before", range(975, 1001))
@pytest.mark.parametrize("gift", ["100万元", "3.5万余元", "1,200元"])
def test_a_quote_stands_in_its_sentence(extractor: Extractor, before: int, gift: str) -> None:
    text = "中" * before + f"武汉大学人民医院捐款{gift}。"
    for event in extractor.extract(Document("d", text)).figures:
        evidence = event.evidence
        assert text[evidence.start : evidence.end] == evidence.quote
        assert evidence.sentence_start <= evidence.start
        assert evidence.end <= evidence.sentence_start + len(evidence.sentence)


def test_a_quote_ends_with_its_own_characters(extractor: Extractor) -> None:
    (figure, *_) = extractor.extract(Document("d", "新增确诊3.5万余 其中重症5例")).figures
    assert figure.evidence.quote == "3.5万余"


@pytest.mark.parametrize(
    ("text", "read"),
    [("x&notit;y，确诊3例。", "x¬it;y,确诊3例。"), ("36&amp;comma;000例", "36,000例"), ("a&amp;foo;b", "a&foo;b")],
)
def test_what_an_entity_leaves_stands(text: str, read: str) -> None:
    assert ReadingView.of(text).text.replace("，", ",") == read
