"""The page: self-contained, and whatever the news say is data, never markup or script."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import epiextract
from epiextract.errors import ConfigError
from epiextract.events import Event, build_event
from epiextract.events.registry import BUILTIN
from epiextract.facts import Facts
from epiextract.report.highlight import COLOURS, highlight, legend
from epiextract.report.page import page_data, render, write_page

EVIL = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(2)> {{script}} \u2028"
TEXT = (
    f"截至2月3日24时，湖南省累计确诊病例593例。截至2月4日24时，湖南省累计确诊病例661例{EVIL}。"
    "另有报道称，截至2月4日24时，湖南省累计确诊病例660例。某集团向武汉市慈善总会捐赠口罩10万只。"
)


@pytest.fixture(scope="module")
def facts() -> Facts:
    document = epiextract.Document(id=EVIL, title=EVIL, text=TEXT, published="2020-02-05")
    return epiextract.aggregate(epiextract.extract(document))


class Page(HTMLParser):
    """Collects elements and the texts of scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.elements and self.elements[-1][0] == "script" and self.lasttag == "script" and self.scripts:
            self.scripts[-1] += data


def parsed(html: str) -> Page:
    page = Page()
    page.feed(html)
    return page


def test_the_page_fetches_nothing(facts: Facts) -> None:
    page = render(facts)
    assert not re.findall(r"""(?:src|href|action|poster|data)\s*=\s*["']?\s*(?:https?:)?//""", page)
    assert not re.findall(
        r"@import|url\(\s*['\"]?(?!data:)|fetch\(|XMLHttpRequest|import\(", page.split('id="data"')[0]
    )
    script = parsed(page).scripts[-1]
    assert not re.findall(r"fetch\(|XMLHttpRequest|WebSocket|import\(|importScripts|sendBeacon", script)
    # the name of the SVG namespace is no address that anything is loaded from
    assert set(re.findall(r"https?://[^\s\"']+", script)) <= {"http://www.w3.org/2000/svg"}


def test_what_the_news_say_is_data(facts: Facts) -> None:
    page = parsed(render(facts, title=EVIL))
    assert [tag for tag, _ in page.elements].count("script") == 2
    assert "img" not in [tag for tag, _ in page.elements]
    data = json.loads(page.scripts[0])
    assert data == json.loads(json.dumps(page_data(facts), ensure_ascii=False, default=str))
    assert EVIL in data["events"][0]["doc"]


def test_scripts_make_markup_of_charts_only() -> None:
    scripts = sorted((Path(epiextract.__file__).parent / "report" / "assets").rglob("*.js"))
    assert scripts
    markup = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(")
    lines = [line for script in scripts for line in script.read_text("utf-8").splitlines() if markup.search(line)]
    assert [line for line in lines if ".svg" not in line] == []


def strings(data: Any) -> Iterator[str]:
    """Yield every text of plain data, however deep."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from (text for part in data.values() for text in strings(part))
    elif isinstance(data, (list, tuple)):
        yield from (text for part in data for text in strings(part))


def test_charts_have_names_escaped() -> None:
    def made(kind: str, day: int, **slots: object) -> epiextract.Event:
        text = {"start": 0, "end": 2, "quote": "3例", "sentence": EVIL}
        date = f"2020-02-0{day}"
        document = {"id": f"{EVIL}{day}", "title": EVIL}
        given = {"value": 3 + day, "date_start": date, "date_end": date, "document": document, "evidence": text}
        return build_event(kind, given | slots)

    name = ({"name": EVIL},)
    cases = [
        made("case_count", day, measure="confirmed", unit="person", place=name, accumulation="cumulative")
        for day in range(1, 5)
    ]
    gifts = [made("donation", day, measure="money", unit="CNY", donor=name, recipient=name) for day in (5, 6)]
    data = page_data(epiextract.aggregate([*cases, *gifts]))
    charts = [text for text in strings(data) if "<svg" in text]
    assert len(charts) == 2
    for chart in charts:
        assert {tag for tag, _ in parsed(chart).elements}.isdisjoint({"script", "img"})


def test_the_page_holds_every_event_with_its_sentence(facts: Facts) -> None:
    data = page_data(facts)
    assert [event["quote"] for event in data["events"]] == ["593例", "661例", "660例", "10万只"]
    shown = json.dumps(data, ensure_ascii=False, default=str)
    for word in ("某集团", "武汉市慈善总会", "660", "截至2月3日24时，湖南省累计确诊病例593例。"):
        assert word in shown


def test_the_page_has_the_usual_series_of_every_type() -> None:
    def made(day: int) -> Event:
        evidence = {"start": 0, "end": 2, "quote": f"{day}家"}
        slots = {"measure": "count", "value": day, "date_end": f"2020-02-0{day}", "evidence": evidence}
        return build_event("facility", slots | {"document": {"id": str(day)}, "place": ({"name": "湖北省"},)})

    data = page_data(epiextract.aggregate([made(4), made(5)]))
    assert [one["type"] for one in data["series"]] == ["facility"]


def test_a_page_is_written(facts: Facts, tmp_path: Path) -> None:
    write_page(facts, tmp_path / "page.html", title="甲")
    assert "<title>甲</title>" in (tmp_path / "page.html").read_text("utf-8")
    with pytest.raises(ConfigError, match="EPX304"):
        write_page(facts, tmp_path / "none" / "page.html")


def test_a_title_may_be_a_slot_of_the_page(facts: Facts) -> None:
    page = render(facts, title="{{data}} {{script}}")
    assert "<h1>{{data}} {{script}}</h1>" in page
    assert json.loads(parsed(page).scripts[0])["events"]


@pytest.mark.skipif(shutil.which("node") is None, reason="no node")
def test_a_sentence_behind_an_emoji_is_the_sentence(tmp_path: Path) -> None:
    text = "😷😷湖北加油。截至2月4日24时，湖南省累计报告确诊病例661例。"
    events = epiextract.extract(text)
    page = render(epiextract.aggregate(events, documents=[epiextract.Document(id="text", text=text)]))
    data, script = parsed(page).scripts
    tools = script.partition('"use strict";')[2].partition("const tag =")[0]
    held = f"const document = {{ getElementById: () => ({{ textContent: {json.dumps(data)} }}) }};"
    (tmp_path / "page.js").write_text(f"{held}\n{tools}\nconsole.log(sentence(data.events[0]));", "utf-8")
    said = subprocess.run(["node", tmp_path / "page.js"], capture_output=True, encoding="utf-8", check=True).stdout
    assert said.strip() == "截至2月4日24时，湖南省累计报告确诊病例661例。"


def test_a_page_without_events_is_a_page() -> None:
    assert json.loads(parsed(render(epiextract.aggregate([]))).scripts[0])["events"] == []


def test_highlighted_text_is_the_text_escaped() -> None:
    marked = highlight(TEXT, epiextract.extract(TEXT, published="2020-02-05"))
    assert marked.count("<mark") == 4
    assert "<script" not in marked
    page = HTMLParser()
    said: list[str] = []
    page.handle_data = said.append  # type: ignore[method-assign]
    page.feed(marked)
    page.close()
    assert "".join(said) == TEXT


def test_every_type_has_a_colour_and_the_legend_names_types() -> None:
    assert set(COLOURS) == set(BUILTIN) - {"other"}
    assert "&lt;b&gt;" in legend(["<b>"])
