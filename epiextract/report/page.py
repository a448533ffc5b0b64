"""The self-contained page: events with their sentences, series, ledger and conflicts; read without a network."""

from __future__ import annotations

import html
import json
from importlib import resources
from pathlib import Path
from typing import Any

from epiextract.errors import ConfigError
from epiextract.events.base import Event
from epiextract.facts import Facts
from epiextract.report.highlight import COLOURS

SERIES = 60
"""Series with most days, which the page draws."""


def page_data(facts: Facts) -> dict[str, Any]:
    """Return what the page shows, as plain data.

    Args:
        facts: The facts of a run.
    """
    return {
        "events": [_event_row(event) for event in facts.events],
        "series": [list(one.rows()) for one in facts.series(type=None)[:SERIES] if len(one) > 1],
        "ledger": list(facts.ledger().rows()),
        "conflicts": [conflict.row() for conflict in facts.conflicts],
        "colours": COLOURS,
    }


def render(facts: Facts, *, title: str = "epiextract") -> str:
    """Return the page.

    Args:
        facts: The facts of a run.
        title: The page's title.
    """
    assets = resources.files("epiextract.report") / "assets"
    # "</" would end the script element in the middle of the data
    data = json.dumps(page_data(facts), ensure_ascii=False, default=str).replace("</", "<\\/")
    page = (assets / "page.html").read_text("utf-8")
    parts = {
        "title": html.escape(title),
        "style": (assets / "page.css").read_text("utf-8"),
        "data": data,
        "script": (assets / "page.js").read_text("utf-8"),
    }
    for name, part in parts.items():
        page = page.replace("{{" + name + "}}", part, 1)
    return page


def write_page(facts: Facts, path: str | Path, *, title: str = "epiextract") -> None:
    """Write the page to a file.

    Args:
        facts: The facts of a run.
        path: The file.
        title: The page's title.

    Raises:
        ConfigError: EPX304 where the file cannot be written.
    """
    try:
        Path(path).write_text(render(facts, title=title), "utf-8")
    except OSError as error:
        raise ConfigError("EPX304", f"cannot be written: {error.strerror}", where=str(path)) from error


def _event_row(event: Event) -> dict[str, Any]:
    record = event.record()
    sentence = event.evidence.sentence
    offset = event.evidence.start - event.evidence.sentence_start
    record["at"] = [offset, offset + len(event.quote)] if sentence[offset:].startswith(event.quote) else None
    record["roles"] = {role: record[role] for role in event.roles if record.get(role)}
    return record
