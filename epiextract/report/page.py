"""The self-contained page: events in their articles, series, ledgers and conflicts; read without a network."""

from __future__ import annotations

import html
import json
import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from epiextract.report.page_data import page_data
from epiextract.writing import written

if TYPE_CHECKING:
    from epiextract.facts import Facts

SCRIPTS = ("tools.js", "filters.js", "detail.js", "tables.js", "charts.js", "main.js")
_SLOT = re.compile(r"\{\{(title|style|script|data)\}\}")


def render(facts: Facts, *, title: str = "epiextract") -> str:
    """Return the page.

    Args:
        facts: The facts of a run.
        title: The page's title.
    """
    assets = resources.files("epiextract.report") / "assets"
    # "</" would end the script element in the middle of the data, and "<!--" would open a comment in it
    data = json.dumps(page_data(facts), ensure_ascii=False, default=str, separators=(",", ":")).replace("<", "\\u003c")
    script = "\n".join((assets / name).read_text("utf-8") for name in SCRIPTS)
    page = (assets / "page.html").read_text("utf-8")
    style = (assets / "page.css").read_text("utf-8")
    parts = {"title": html.escape(title), "style": style, "script": script, "data": data}
    # in one go: a title or a text may hold {{data}} itself
    return _SLOT.sub(lambda slot: parts[slot[1]], page)


def write_page(facts: Facts, path: str | Path, *, title: str = "epiextract") -> None:
    """Write the page to a file.

    Args:
        facts: The facts of a run.
        path: The file.
        title: The page's title.

    Raises:
        ConfigError: EPX304 where the file cannot be written.
    """
    page = render(facts, title=title)
    with written(path) as file:
        file.write(page)
