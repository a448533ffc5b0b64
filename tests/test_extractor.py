"""`Extractor`: pickles, works in threads, streams in order; what is known of the date reaches the figures."""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import epiextract
from epiextract import Document, Extractor, FailedDocument
from epiextract.errors import ConfigError, InputError, PackError

# A slow machine is no fault of the code, and a run of the checks gives the same every time.
CHECKS = settings(deadline=None, max_examples=300, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

TEXT = "截至2月4日24时，湖南省累计报告确诊病例661例，现有重症病例65例。"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def documents(number: int) -> list[Document | FailedDocument]:
    return [
        FailedDocument(f"d{i}", "no text", "EPX403")
        if i % 7 == 3
        else Document(id=f"d{i}", text=f"2月{i % 28 + 1}日，湖南省新增确诊病例{i}例。", published="2020-03")
        for i in range(number)
    ]


def test_an_extractor_pickles(extractor: Extractor) -> None:
    copy = pickle.loads(pickle.dumps(extractor))
    assert copy.extract(TEXT, published="2020-02-05") == extractor.extract(TEXT, published="2020-02-05")


def test_options_survive_pickling() -> None:
    options = Extractor(packs=["zh.case_count"], types=["case_count"], published="2020-02-05", learned=False)
    copy = pickle.loads(pickle.dumps(options))
    text = "昨日新增确诊病例3例，捐赠口罩5万只。"
    assert copy.extract(text) == options.extract(text)
    assert [(event.value, str(event.date_end)) for event in copy.extract(text)] == [(3, "2020-02-04")]


def test_what_is_asked_for_may_be_one_word_or_a_generator(tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("name,tag,id,aliases\n云麓集团,ORG,org:yl,\n", encoding="utf-8")
    plain = Extractor(packs=["zh.bed"], types=["bed"], gazetteers=[names])
    texts = [Extractor(packs="zh.bed", types="bed", gazetteers=given) for given in (str(names), names)]
    once = Extractor(packs=(p for p in ["zh.bed"]), types=(t for t in ["bed"]), gazetteers=(g for g in [names]))
    text = "市第一医院增设床位300张，长沙市新增确诊病例3例。"
    for one in (*texts, once, pickle.loads(pickle.dumps(once))):
        assert [event.type for event in one.extract(text)] == ["bed"]
        assert one.gazetteer == plain.gazetteer


@pytest.mark.parametrize("wanted", [["zh.bed"], ["zh.case_count", "zh.donation"], ["zh.base"]])
def test_packs_choose_the_types_and_change_no_event(extractor: Extractor, wanted: list[str]) -> None:
    text = "2月4日，长沙市新增出院病例13例，无新增死亡病例。市第一医院增设床位300张，云麓集团向该院捐赠口罩5万只。"
    types = {name.removeprefix("zh.") for name in wanted}
    every = extractor.extract(text, published="2020-02-05")
    some = Extractor(packs=wanted).extract(text, published="2020-02-05")
    assert len({event.type for event in every}) == 3
    assert list(some) == [event for event in every if event.type in types]
    assert len(some.figures) == len(every.figures)


def test_a_disabled_pack_takes_its_type_away(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "市第一医院增设床位300张，长沙市新增确诊病例3例。"
    monkeypatch.setenv("EPIEXTRACT_DISABLE_PACKS", "zh.bed")
    assert [event.type for event in extractor.extract(text)] == ["bed", "case_count"]
    assert [event.type for event in Extractor().extract(text)] == ["case_count"]


def test_threads_share_an_extractor(extractor: Extractor) -> None:
    given = [document for document in documents(60) if isinstance(document, Document)]
    alone = [extractor.extract(document) for document in given]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(extractor.extract, given)) == alone


@pytest.mark.parametrize("workers", [1, 2])
def test_a_stream_keeps_the_order_and_goes_on_after_a_failure(extractor: Extractor, workers: int) -> None:
    given = documents(75)
    found = list(extractor.stream(iter(given), workers=workers))
    assert [one.id for one in found] == [document.id for document in given]
    for i, one in enumerate(found):
        if i % 7 == 3:
            assert one.events is None
            assert one.failure == given[i]
        else:
            assert one.failure is None
            assert one.events is not None
            assert [event.value for event in one.events] == [i]


def test_what_is_no_document_is_refused(extractor: Extractor) -> None:
    failed = FailedDocument("d.jsonl:2", "it is no JSON", "EPX406")
    with pytest.raises(InputError, match=r"d.jsonl:2: \[EPX403\] could not be read: it is no JSON\. Leave out"):
        extractor.extract(failed)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=r"\[EPX403\] no document but int"):
        extractor.extract(3)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=r"\[EPX403\] no document but str"):
        list(extractor.stream([TEXT]))  # type: ignore[list-item]
    given = documents(8)
    events = [event for one in extractor.stream(given) for event in one.events or ()]
    assert len(epiextract.aggregate(events, documents=given).claims) == 7


@pytest.mark.parametrize(("workers", "most"), [(1, 3), (2, 50)])
def test_a_stream_is_lazy(extractor: Extractor, workers: int, most: int) -> None:
    read = itertools.count()

    def endless() -> Iterator[Document]:
        while True:
            yield Document(id=str(next(read)), text=TEXT)

    stream = extractor.stream(endless(), workers=workers)
    assert [next(stream).id for _ in range(3)] == ["0", "1", "2"]
    assert next(read) <= most


def test_a_document_that_fails_is_kept_aside_with_its_reason(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", "epiextract")

    def broken(document: Document) -> None:
        raise RuntimeError("something unforeseen")

    monkeypatch.setattr(extractor, "read", broken)
    [one] = extractor.stream([Document(id="d", text=TEXT, source="某报")])
    assert one.failure == FailedDocument("d", "RuntimeError: something unforeseen", "EPX410", "某报")
    assert "in broken" in caplog.text  # the log holds where it happened


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2020-02-26", "2020-02-25"),
        ("2020-03", "2020-02-25"),
        ("2020", "2020-02-25"),
        ("2020-01", "2020-02-25"),
        ("2019-10", "2019-02-25"),
    ],
)
def test_a_day_takes_its_year_from_what_is_known_of_the_publication(published: str, day: str) -> None:
    [event] = epiextract.extract("2月25日，湖南省新增确诊病例3例。", published=published)
    assert (str(event.date_start), str(event.date_end)) == (day, day)


@pytest.mark.parametrize("word", ["今天", "昨日", "今日", "前天"])
@pytest.mark.parametrize(
    ("published", "resolved"), [("2020-03", False), ("2020", False), (None, False), ("2020-03-05", True)]
)
def test_today_needs_a_full_day_of_publication(word: str, published: str | None, resolved: bool) -> None:
    [event] = epiextract.extract(f"{word}，湖南省新增确诊病例3例。", published=published)
    assert (event.date_end is not None) is resolved
    assert (event.reported is not None) is resolved


def test_a_documents_own_date_goes_before_the_default() -> None:
    extractor = Extractor(published="2019")
    own = Document(id="d", text="昨日新增确诊病例3例。", published="2020-02-05")
    assert str(extractor.extract(own)[0].date_end) == "2020-02-04"
    assert str(extractor.extract("2月4日新增确诊病例3例。")[0].date_end) == "2019-02-04"
    assert str(extractor.extract("2月4日新增确诊病例3例。", published="2021")[0].date_end) == "2021-02-04"


def test_types_are_filtered_and_figures_grounded() -> None:
    only = Extractor(types=["donation", "other"])
    text = "湖南省新增确诊病例3例。某集团向武汉市捐赠口罩10万只。最大的83岁。"
    assert {event.type for event in only.extract(text).figures} == {"donation", "other"}
    for event in epiextract.extract(text).figures:
        assert event.span.of(text) == event.quote


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"types": ["donatoin"]}, ConfigError, r"EPX301\] unknown event type 'donatoin'\. Did you mean donation\?"),
        ({"packs": ["zh.beds"]}, PackError, r"EPX107\] unknown pack 'zh\.beds'"),
    ],
)
def test_wrong_options_are_told(options: dict[str, list[str]], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        Extractor(**options)  # type: ignore[arg-type]


def test_a_wrong_date_is_told() -> None:
    with pytest.raises(InputError, match="EPX404"):
        epiextract.extract(TEXT, published="soon")
    with pytest.raises(InputError, match="EPX404"):
        Extractor(published="soon").extract(TEXT)


def test_an_explanation_names_what_was_seen() -> None:
    told = str(epiextract.Extractor(learned=False).explain(TEXT, published="2020-02-05"))
    assert "661例  →  case_count  by zh.case_count/state-then-figure@" in told
    assert "湖南省/PLACE" in told


@pytest.mark.parametrize("text", ["", " \n", "没有数字。", "\x00", "🙂" * 10, "３" * 5000, "确诊" * 5000, "，" * 5000])
def test_any_text_gives_events_or_none(text: str) -> None:
    for event in epiextract.extract(text).figures:
        assert event.span.of(text) == event.quote


def test_hours_after_a_day_stay_on_it() -> None:
    [event] = epiextract.extract("2月14日，医院开始收治患者。在随后的2小时内，接收了70多位病人。", published="2020-03")
    assert event.date_start is None or event.date_start == event.date_end


# What news say of time, places, counts and gifts, to be put together in any order.
WORDS = [*Path(__file__).with_name("words.txt").read_text(encoding="utf-8").split("\n"), "\n", "\n>>>"]
PUBLISHED = [None, "2020", "2020-03", "2020-02-05"]


@CHECKS
@given(st.lists(st.sampled_from(WORDS), max_size=25).map("".join), st.sampled_from(PUBLISHED))
def test_whatever_news_say_is_read_without_a_fault(text: str, published: str | None) -> None:
    for event in epiextract.extract(text, published=published).figures:
        assert event.span.of(text) == event.quote


def test_an_empty_name_is_no_pack_and_no_gazetteer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # the folder that one is in holds a pack, which nobody asked for
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.pack.yaml").write_text("pack: [", encoding="utf-8")
    with pytest.raises(InputError, match=r"'': \[EPX401\] no pack has an empty name"):
        Extractor(packs=[""])
    with pytest.raises(InputError, match=r"'': \[EPX401\] no pack has an empty name"):
        Extractor(packs="")
    with pytest.raises(InputError, match=r"'': \[EPX401\] no gazetteer has an empty name"):
        Extractor(gazetteers=[""])
