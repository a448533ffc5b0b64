"""What the page shows, as plain data: events, their articles, series, ledgers and conflicts, all tied to evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from epiextract.events.record import json_number
from epiextract.facts.conflicts import KINDS
from epiextract.facts.usual import ENTITY_OF, SERIES_TYPES
from epiextract.report.charts import flow_chart, line_chart
from epiextract.report.highlight import COLOURS

if TYPE_CHECKING:
    from epiextract.facts import Claim, Conflict, Facts, Ledger, Series, Statement

LEDGERS = ("donation", "supply", "bed", "personnel", "finance")
MOST_SERIES = 300
# A page of more text than this would be slow to open: it shows sentences in the place of articles.
MOST_TEXT = 12_000_000
LEDGER_ROLES = ("donor", "supplier", "org", "origin", "facility", "recipient", "destination", "via", "item", "place")


class Index:
    """Numbers the events of a page, so that everything else can point at them."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._numbers = {(c.source.id, c.at, c.quote, c.type, c.measure): n for n, c in enumerate(claims)}

    def of(self, claims: Iterable[Claim]) -> list[int]:
        """Return the numbers of claims."""
        return [self._numbers[c.source.id, c.at, c.quote, c.type, c.measure] for c in claims]


def page_data(facts: Facts) -> dict[str, Any]:
    """Return what the page shows, as plain data.

    Args:
        facts: The facts of a run.
    """
    index = Index(facts.claims)
    texts = _texts(facts)
    return {
        "events": [_event(claim, texts) for claim in facts.claims],
        "articles": _articles(facts, texts),
        "series": [_series(one, place, index) for place, one in enumerate(_longest(facts))],
        "ledgers": {kind: _ledger(facts.ledger(kind), index) for kind in LEDGERS if facts.ledger(kind).entries},
        "conflicts": [_conflict(one, index) for one in facts.conflicts],
        "kinds": KINDS,
        "colours": COLOURS,
        "about": repr(facts)[1:-1],
    }


def _longest(facts: Facts) -> list[Series]:
    every = [one for kind in SERIES_TYPES for one in facts.series(type=kind, by=ENTITY_OF.get(kind, "place"))]
    return sorted((one for one in every if len(one) > 1), key=lambda one: -len(one))[:MOST_SERIES]


def _texts(facts: Facts) -> Mapping[str, str]:
    ids = {claim.source.id for claim in facts.claims}
    texts = {id: facts.texts[id] for id in sorted(ids) if id in facts.texts}
    return texts if sum(map(len, texts.values())) <= MOST_TEXT else {}


def _event(claim: Claim, texts: Mapping[str, str]) -> dict[str, Any]:
    record = claim.record()
    record["roles"] = {role: record.pop(role) for role, _ in claim.roles}
    for name in ("schema", "title", "published", "source", *(f"{role}_id" for role, _ in claim.roles)):
        record.pop(name, None)
    record["from"], sentence = claim.sentence_at, record.pop("sentence", "")
    record["to"] = claim.sentence_at + len(sentence)
    if claim.source.id not in texts:
        # without the article its sentence stands for it
        record["sentence"] = sentence or claim.quote
    spans = {slot: list(span) for slot, span in claim.spans.items()}
    return record | ({"spans": spans} if spans else {})


def _articles(facts: Facts, texts: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    articles: dict[str, dict[str, Any]] = {}
    for claim in facts.claims:
        source = claim.source
        if source.id not in articles:
            told = {"title": source.title, "published": source.published, "outlet": source.outlet}
            told |= {"text": texts.get(source.id), "copy_of": _original(facts, source.id)}
            articles[source.id] = {name: value for name, value in told.items() if value}
    return articles


def _original(facts: Facts, id: str) -> str | None:
    first = facts.origins.copies.get(id, id)
    return first if first != id else None


def _statement(statement: Statement, index: Index) -> dict[str, Any]:
    return {"value": json_number(statement.value), "sources": statement.sources, "events": index.of(statement.claims)}


def _series(series: Series, place: int, index: Index) -> dict[str, Any]:
    rows = list(series.rows())
    cells = [
        {
            "day": cell.day.isoformat(),
            "chosen": _statement(cell.chosen, index),
            "others": [_statement(other, index) for other in cell.others],
            "why": cell.why,
            "flags": list(cell.flags),
        }
        for cell in series
    ]
    ids = [f"{place}:{number}" for number in range(len(cells))]
    return {
        "label": series.label,
        "entity": series.entity.name,
        "type": series.key.type,
        "place": series.entity.name if series.by == "place" else dict(series.key.context).get("place", ""),
        "svg": line_chart(series, ids),
        "cells": cells,
        "rows": [{name: value for name, value in row.items() if value is not None} for row in rows],
    }


def _ledger(ledger: Ledger, index: Index) -> dict[str, Any]:
    rows = []
    for entry in ledger:
        row = entry.row()
        kept = {
            name: row[name] for name in ("day", *LEDGER_ROLES, "context", "measure", "value", "unit", "per", "bound")
        }
        kept |= {name: row[name] for name in ("modality", "accumulation", "flags", "sources", "quote")}
        rows.append(
            {name: value for name, value in kept.items() if value is not None}
            | {"type": ledger.type, "events": index.of(entry.statement.claims)}
        )
    return {"rows": rows, "svg": flow_chart(ledger) if ledger.type == "donation" else ""}


def _conflict(conflict: Conflict, index: Index) -> dict[str, Any]:
    return conflict.row() | {
        "statements": [_statement(one, index) for one in (conflict.chosen, *conflict.others[:40])],
        "says": KINDS[conflict.kind],
    }
