"""An evaluation as a page: missed, wrong and invented events beside their sentences."""

from __future__ import annotations

import html
from pathlib import Path

from epiextract.testing.evaluation import Evaluation, Miss
from epiextract.testing.matching import Record
from epiextract.writing import written

_STYLE = (
    "body{font:15px/1.6 system-ui,sans-serif;max-width:70rem;margin:1rem auto;padding:0 1rem;color:#18181b}"
    "table{border-collapse:collapse}td,th{padding:.2rem .6rem;border-bottom:1px solid #ddd;text-align:left;"
    "vertical-align:top}mark{background:#fde68a}small{color:#52525b}"
)
_HIDDEN = frozenset({"schema", "doc", "start", "end", "quote", "sentence", "rule", "title", "published", "source"})


def render_evaluation(result: Evaluation) -> str:
    """Return the page.

    Args:
        result: What a comparison gave.
    """
    rows = list(result.rows())
    head = "".join(f"<th>{html.escape(name)}</th>" for name in (rows[0] if rows else {}))
    body = "".join("<tr>" + "".join(f"<td>{html.escape(str(v))}</td>" for v in row.values()) + "</tr>" for row in rows)
    parts = [f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"]
    for cause, count in result.causes():
        parts.append(f"<details><summary><b>{html.escape(cause)}</b> {count}</summary><table>")
        parts.extend(_miss(miss) for miss in result.misses if miss.cause == cause)
        parts.append("</table></details>")
    return (
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>Evaluation</title><style>{_STYLE}</style>'
        f"<h1>Evaluation</h1>{''.join(parts)}</html>"
    )


def write_evaluation(result: Evaluation, path: Path) -> None:
    """Write the page to a file.

    Args:
        result: What a comparison gave.
        path: The file.

    Raises:
        ConfigError: EPX304 where the file cannot be written.
    """
    page = render_evaluation(result)
    with written(path) as file:
        file.write(page)


def _miss(miss: Miss) -> str:
    shown = miss.found or miss.gold or {}
    sentence = str(shown.get("sentence") or shown.get("quote") or "")
    quote = str(shown.get("quote") or "")
    marked = html.escape(sentence).replace(html.escape(quote), f"<mark>{html.escape(quote)}</mark>", 1)
    return (
        f"<tr><td><small>{html.escape(str(shown.get('doc')))}</small><br>{marked}</td>"
        f"<td>{_slots(miss.gold)}</td><td>{_slots(miss.found)}</td></tr>"
    )


def _slots(record: Record | None) -> str:
    if record is None:
        return "–"
    return "<br>".join(html.escape(f"{key}: {value}") for key, value in record.items() if key not in _HIDDEN)
