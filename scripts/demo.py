"""The main job on the examples: events as a table, the series and ledger of a province, and an HTML page."""

from __future__ import annotations

from pathlib import Path

import epiextract
from epiextract.report.page import write_page
from epiextract.report.tables import print_rows

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "out" / "demo.html"
SERIES = ("entity", "day", "value", "sources", "events", "other_values", "why", "flags", "quote")
SUMS = ("donor", "measure", "unit", "actual", "planned", "stated_total", "entries")


def main() -> None:
    print(extracted("news", published="2020-02")[0])
    events, documents = extracted("province")
    facts = epiextract.aggregate(events, documents=documents)
    rows = facts.rows(place="湖南省", measure="confirmed", accumulation="cumulative")
    print_rows([{name: row[name] for name in SERIES} for row in rows], title="confirmed cases, 湖南省")
    sums = (one.row(("donor",)) for one in facts.sums("donor"))
    print_rows([{name: row[name] for name in SUMS} for row in sums], title="gifts, pledges and running totals")
    for conflict in facts.conflicts[:5]:
        print(f"conflict: {conflict}")
    PAGE.parent.mkdir(exist_ok=True)
    write_page(facts, PAGE, title="epiextract: the examples")
    print(f"{len(events)} events of {len(documents)} articles; page: {PAGE.relative_to(ROOT)}")


def extracted(folder: str, published: str | None = None) -> tuple[epiextract.Events, list[epiextract.Document]]:
    extractor = epiextract.Extractor(published=published)
    documents = []
    events = epiextract.Events()
    for document in epiextract.read_documents([ROOT / "examples" / folder]):
        if isinstance(document, epiextract.FailedDocument):
            raise SystemExit(f"{document.id}: {document.reason}")
        documents.append(document)
        events = events + extractor.extract(document)
    return events, documents


if __name__ == "__main__":
    main()
