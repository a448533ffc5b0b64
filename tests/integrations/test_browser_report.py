"""The HTML report in a real headless Chromium: what a reader sees, clicks, types and saves."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest

import epiextract
from epiextract.report.page import write_page
from epiextract.text.document import Document

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium fonts-noto-cjk"
)
TEXTS = {
    "a": "截至2020年2月3日24时，湖南省累计报告确诊病例593例。某科技集团2月3日向武汉市慈善总会捐赠现金2000万元。",
    "b": "😷 截至2020年2月4日24时，湖南省累计报告确诊病例661例，累计出院病例35例。</script><b>x</b>",
    "c": "记者获悉，截至2020年2月4日24时，湖南省累计报告确诊病例660例。",
    "d": "本报讯，湖南省卫健委通报，截至2020年2月4日24时，湖南省累计报告确诊病例661例。",
}


def events(texts):
    extractor = epiextract.Extractor()
    documents = [
        Document(id=id, text=t, source=f"{id}报", title=f"标题{id}", published="2020-02-05") for id, t in texts
    ]
    found = [event for document in documents for event in extractor.extract(document)]
    return found, documents


@pytest.fixture(scope="module")
def page_path(tmp_path_factory) -> Path:
    found, documents = events(TEXTS.items())
    path = tmp_path_factory.mktemp("page") / "report.html"
    write_page(epiextract.aggregate(found, documents=documents), path, title="试验 <页>")
    return path


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield launched
        launched.close()


@pytest.fixture
def page(browser, page_path):
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on(
        "request",
        lambda request: None if request.url.startswith(("file:", "data:", "blob:")) else faults.append(request.url),
    )
    opened.goto(page_path.as_uri())
    yield opened
    opened.close()
    assert faults == []


def rows(page, view="events"):
    return page.locator(f"#{view} tbody tr")


def test_all_events_are_listed_and_search_narrows_them(page):
    assert page.title() == "试验 <页>"
    whole = rows(page).count()
    assert whole >= 6
    page.fill("#search", "慈善总会")
    page.wait_for_function("document.querySelectorAll('#events tbody tr').length === 1")
    page.click("button[type=reset]")
    page.wait_for_function(f"document.querySelectorAll('#events tbody tr').length === {whole}")


@pytest.mark.parametrize(
    ("field", "value", "number"),
    [("#type", "donation", 1), ("#place", "湖南", 5), ("#entity", "科技集团", 1), ("#from", "2020-02-04", 4)],
)
def test_filters_by_type_place_entity_and_date(page, field, value, number):
    page.select_option(field, value) if field == "#type" else page.fill(field, value)
    page.wait_for_function(f"document.querySelectorAll('#events tbody tr').length === {number}")


def test_a_click_on_a_figure_shows_its_sentence_in_its_article_the_rule_and_the_other_sources(page):
    page.locator("#events tbody tr", has_text="661例").first.click()
    detail = page.locator("#detail")
    # the offsets count code points: the emoji before the sentence must not shift the mark
    assert detail.locator("mark").first.inner_text() == "661例"
    assert "湖南省累计报告确诊病例" in "".join(detail.locator(".text .sentence").all_inner_texts())
    assert detail.locator(".text").inner_text().startswith("😷")
    assert detail.locator("dt", has_text="rule").count() == 1
    assert "Other sources of this figure" in detail.inner_text()
    detail.locator(".sources button").first.click()
    assert "标题d" in detail.locator("h2").first.inner_text()


def test_a_click_on_a_dot_of_a_chart_shows_what_was_taken_and_what_others_say(page):
    page.click("#tab-series")
    page.locator("#series figure", has_text="confirmed, cumulative").locator("[data-fact]").nth(1).click()
    told = page.locator("#detail").inner_text()
    assert "Taken: 661 — 2 independent sources" in told
    assert "Others say 660 — 1 independent source" in told
    assert "decided by sources" in told


def test_conflicts_are_listed_with_their_reason(page):
    page.click("#tab-conflicts")
    assert rows(page, "conflicts").count() == 1
    rows(page, "conflicts").first.click()
    assert "the texts give different values for one day" in page.locator("#detail").inner_text()


def test_ledgers_show_gifts_and_their_flow(page):
    page.click("#tab-ledgers")
    assert "2000万" in page.locator("#ledgers figure").first.inner_text().replace(",", "")
    assert "20,000,000" in rows(page, "ledgers").first.inner_text()


def test_what_is_shown_is_saved_as_csv(page, tmp_path):
    page.fill("#search", "湖南省")
    page.wait_for_function("document.querySelector('#summary').textContent.startsWith('5 ')")
    with page.expect_download() as waiting:
        page.click("#export")
    waiting.value.save_as(tmp_path / "events.csv")
    saved = list(csv.DictReader(io.StringIO((tmp_path / "events.csv").read_text("utf-8-sig"), newline="")))
    assert [row["place"] for row in saved] == ["湖南省"] * 5
    assert {row["source"] for row in saved} == {"a报", "b报", "c报", "d报"}


def test_the_keyboard_is_enough(page):
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.locator("#events tbody tr").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("#detail").is_visible()
    assert page.evaluate("document.activeElement.id") == "detail"
    page.keyboard.press("Escape")
    assert page.locator("#detail").is_hidden()
    assert page.evaluate("document.activeElement.tagName") == "TR"
    page.focus("#tab-events")
    page.keyboard.press("ArrowRight")
    assert page.locator("#series").is_visible()
    page.locator("#series [data-fact]").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#detail").is_visible()


@pytest.mark.parametrize("width", [360, 768])
def test_nothing_is_wider_than_a_narrow_screen(page, width):
    page.set_viewport_size({"width": width, "height": 700})
    for view in ("events", "series", "ledgers", "conflicts"):
        page.click(f"#tab-{view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("#tab-events")
    rows(page).first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_chinese_text_is_drawn_and_not_boxed(page):
    # two characters of one width that no font knows are drawn alike; with a CJK font they differ
    drawn = page.evaluate("""() => ['湖', '鑫'].map((word) => {
        const canvas = document.createElement('canvas'), pen = canvas.getContext('2d');
        pen.font = '40px ' + getComputedStyle(document.body).fontFamily;
        pen.fillText(word, 0, 45);
        return canvas.toDataURL();
    })""")
    assert drawn[0] != drawn[1]


def test_ten_thousand_events_open_and_filter_quickly(browser, tmp_path):
    found, documents = events(TEXTS.items())
    many, texts = [], []
    for copy in range(10_000 // len(found) + 1):
        many += [
            e.model_copy(update={"document": e.document.model_copy(update={"id": f"{e.document.id}{copy}"})})
            for e in found
        ]
        texts += [Document(id=f"{d.id}{copy}", text=d.text, title=d.title) for d in documents]
    assert len(many) >= 10_000
    path = tmp_path / "many.html"
    write_page(epiextract.aggregate(many, documents=texts), path)
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("performance.now()") < 10_000
    spent = page.evaluate(
        "() => { const t = performance.now(); $('search').value = '慈善'; refresh(); return performance.now() - t; }"
    )
    assert spent < 1_000
    assert rows(page).count() == 100
    page.close()
