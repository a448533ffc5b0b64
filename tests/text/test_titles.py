"""Titles told apart from the text: read before it, without events, evidence or offsets of their own."""

from __future__ import annotations

import pickle

import pytest

from epiextract import Document, Extractor
from epiextract.text.titles import TITLE_MAX, title_apart
from epiextract.text.view import ReadingView

TITLE = "盐城市织密社区防护网"
BODY = "全市有860个社区，5400名网格员上门走访。"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-02-14")


def rows(extractor: Extractor, text: str, title: str | None = None) -> list[tuple[object, ...]]:
    """Return quote, type, measure, place and sender of every event."""
    names = ("quote", "type", "measure", "place", "org")
    return [tuple(r.get(n) for n in names) for r in extractor.extract(Document("d", text, title=title)).records()]


@pytest.mark.parametrize(
    ("title", "text", "want"),
    [
        (TITLE, BODY, [("860个", "盐城市"), ("5400名", "盐城市")]),
        ("湖南新增3例", "新增确诊病例3例，其中长沙市2例。", [("3例", "湖南省"), ("2例", "长沙市")]),
        ("盐城医疗队驰援黄石", "2月11日，120名队员出发，其中护士80名。", [("120名", "黄石市"), ("80名", "黄石市")]),
        # what the text says itself counts more
        ("湖南新增3例", "2月4日，长沙市新增确诊病例2例。", [("2例", "长沙市")]),
        ("快讯", "新增确诊病例3例。", [("3例", None)]),
    ],
)
def test_a_title_apart_gives_the_text_its_places(
    extractor: Extractor, title: str, text: str, want: list[tuple[str, str | None]]
) -> None:
    assert [(row[0], row[3]) for row in rows(extractor, text, title)] == want


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (TITLE, BODY),
        ("湖南新增3例", "新增确诊病例3例，其中长沙市2例。\n累计出院35例。"),
        ("格力电器捐款800万元驰援武汉", "公司另捐口罩2万只。"),
        ("南通市第一医院扩建", "医院新增床位200张。"),
    ],
)
def test_a_title_apart_reads_as_one_in_the_text(extractor: Extractor, title: str, text: str) -> None:
    inside = extractor.extract(Document("d", f">>>{title}\n{text}", title=title))
    shift = len(title) + 4
    apart = extractor.extract(Document("d", text, title=title))
    assert [e.evidence.start + shift for e in apart] == [e.evidence.start for e in inside if e.evidence.start >= shift]
    texts = {"start", "end", "spans"}
    kept = [r for r in inside.records() if r["start"] >= shift]
    assert [{k: v for k, v in r.items() if k not in texts} for r in apart.records()] == [
        {k: v for k, v in r.items() if k not in texts} for r in kept
    ]


@pytest.mark.parametrize("text", [BODY, f"<p>{BODY}</p>", f"\n\n累计 12 例。{BODY}", "新增３ 例&nbsp;。"])
def test_offsets_and_evidence_are_those_of_the_text(extractor: Extractor, text: str) -> None:
    events = extractor.extract(Document("d", text, title=TITLE))
    assert events
    for event in events:
        assert text[event.evidence.start : event.evidence.end] == event.evidence.quote
        assert event.evidence.sentence in text
        for start, end in event.evidence.spans.values():
            assert 0 <= start < end <= len(text)
        assert pickle.loads(pickle.dumps(event)) == event


def test_no_evidence_points_at_a_title_apart(extractor: Extractor) -> None:
    text = "2月11日，120名队员出发。"
    (event,) = extractor.extract(Document("d", text, title="盐城医疗队驰援黄石"))
    assert event.record()["org"] == "盐城医疗队"
    assert {text[start:end] for start, end in event.evidence.spans.values()} <= {"2月11日", "队员"}


def test_an_explanation_leaves_out_the_figures_of_a_title_apart(extractor: Extractor) -> None:
    told = extractor.explain(Document("d", "其中长沙市2例。", title="湖南新增确诊病例3例"))
    assert [story.quote for story in told.figures] == ["2例"]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n{BODY}",
        f">>>{TITLE}\n{BODY}",
        f"来源：盐城晚报\n{TITLE}\n{BODY}",
        f"<html><head><title>{TITLE}</title></head><body><p>{BODY}</p></body></html>",
        f"{TITLE}。{BODY}",
    ],
)
def test_a_title_that_the_text_has_changes_nothing(extractor: Extractor, text: str) -> None:
    assert rows(extractor, text, TITLE) == rows(extractor, text)
    assert extractor.read(Document("d", text, title=TITLE)).apart == 0


@pytest.mark.parametrize(
    ("title", "text", "line"),
    [
        ("甲市通报", "新增3例。", "甲市通报"),
        ("甲市 通报\n二", "新增3例。", "甲市 通报 二"),
        ("&lt;甲市&gt;通报", "新增3例。", "<甲市 通报"),
        (">>>甲市通报", "新增3例。", "甲市通报"),
        ("甲市通报", "甲市  通报\n新增3例。", None),
        ("甲市通报_新闻频道", "甲市通报\n新增3例。", None),
        (None, "新增3例。", None),
        ("  ", "新增3例。", None),
        ("甲" * (TITLE_MAX + 1), "新增3例。", None),
        ("甲市通报", "", "甲市通报"),
    ],
)
def test_a_title_is_apart_where_the_text_lacks_it(title: str | None, text: str, line: str | None) -> None:
    assert title_apart(title, text) == line


def test_a_view_under_a_title_points_into_its_own_original() -> None:
    for text in ("确诊３例", "累计<b>确诊</b>１２ 例", ""):
        plain = ReadingView.of(text)
        view = plain.under("甲")
        head = len(view.text) - len(plain.text)
        for at in range(len(plain.text)):
            assert view.to_original(head + at, head + at + 1) == plain.to_original(at, at + 1)
        assert view.to_original(0, head) == (0, 0)
