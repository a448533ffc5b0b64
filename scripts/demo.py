"""The main job on the examples: events as a table, a series of confirmed cases, and an HTML page."""

from __future__ import annotations

from pathlib import Path

import epiextract
from epiextract.report.page import write_page
from epiextract.report.tables import print_rows

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "out" / "demo.html"


def main() -> None:
    extractor = epiextract.Extractor(published="2020-02")
    events = epiextract.Events()
    for extracted in extractor.stream(epiextract.read_documents([ROOT / "examples" / "news"])):
        if extracted.events is None:
            raise SystemExit(f"{extracted.id}: {extracted.failure}")
        events = events + extracted.events
    print(events)
    facts = epiextract.aggregate(events)
    shown = ("entity", "measure", "accumulation", "day", "value", "sources", "other_values", "quote")
    rows = list(facts.rows(place="湖南省", measure="confirmed"))
    print_rows([{name: row[name] for name in shown} for row in rows], title="confirmed cases, 湖南省")
    PAGE.parent.mkdir(exist_ok=True)
    write_page(facts, PAGE, title="epiextract: the examples")
    print(f"{len(events)} events, {len(events.figures)} figures; page: {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
