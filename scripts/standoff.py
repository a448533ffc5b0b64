"""Annotations of articles: figures by offset, without a word of the articles unless they are our own.

    python scripts/standoff.py --docs DOCS.jsonl --gold GOLD.jsonl --out scripts/annotations/news.jsonl [--whole]

A line is a document: its id, the SHA-256 of its text, and its figures. A slot that names somebody or something holds
the spans of the names; places and dates are written out. Whoever has the articles can train with the annotations
(``train_deciders.py --annotations … --news FOLDER``); to all others they are numbers. Articles of our own have their
``text``, ``title`` and ``published`` in place of the SHA-256: those that were written for training
(``annotations/written.jsonl``), and those that have the plan of a report and else nothing of it: other names, figures,
dates and words (``annotations/rewritten.jsonl``).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from epiextract.text.document import FailedDocument
from epiextract.text.readers import read_documents

_NAMES = "facility donor recipient via item supplier org origin destination kind payer payee purpose disease"
NAMES = frozenset(_NAMES.split(" "))
# What the spans tell. The words of an activity's measure are left out as well: the deciders don't learn from them.
DERIVED = frozenset({"doc", "quote", "start", "end"})
# Articles of our own; docs/training.md says whence they are.
OWN = tuple(Path(__file__).parent / "annotations" / f"{name}.jsonl" for name in ("written", "rewritten"))
# The month of the crawl: what is known from outside of an article that does not date itself.
PUBLISHED = "2020-03"


def main() -> None:
    """Write annotations, without their texts or with them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--docs", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--whole", action="store_true", help="keep the texts: for articles of our own")
    options = parser.parse_args()
    gold = defaultdict(list)
    for line in options.gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get("type"):
            gold[row["doc"]].append(row)
    with options.out.open("w", encoding="utf-8") as out:
        for line in options.docs.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            if document["doc"] in gold:
                out.write(json.dumps(part(document, gold[document["doc"]], options.whole), ensure_ascii=False) + "\n")


def part(document: Mapping[str, Any], rows: list[dict[str, Any]], whole: bool = False) -> dict[str, Any]:
    """Return the annotations of a document: without its text, or with the *whole* of it."""
    text = document["text"]
    figures = []
    for row in rows:
        figure: dict[str, Any] = {"at": [row["start"], row["end"]]}
        for slot, value in row.items():
            if slot in NAMES:
                spans = [nearest(text, name, row["start"]) for name in str(value).split("、")]
                figure[slot] = [span for span in spans if span]
            elif slot not in DERIVED and not (slot == "measure" and row["type"] == "activity"):
                figure[slot] = value
        figures.append(figure)
    if whole:
        return {**{key: document.get(key) for key in ("doc", "title", "published", "text")}, "figures": figures}
    return {"doc": document["doc"], "sha256": digest(text), "figures": figures}


def nearest(text: str, name: str, where: int) -> list[int] | None:
    """Return the span of a name, broken by line ends or not, that is the nearest to a figure."""
    found = re.finditer(r"\s*".join(map(re.escape, name)), text)
    spans = sorted((abs(match.start() - where), *match.span()) for match in found)
    return list(spans[0][1:]) if spans else None


def digest(text: str) -> str:
    """Return what tells whether a text is the one that was annotated."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def read_annotated(
    annotations: Iterable[Path], news: Path | None
) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Yield each annotated document with its figures, as a gold file has them; one of our own has its ``source``.

    Args:
        annotations: Files of lines as described above.
        news: The folder of the articles that are not in these files; those that are not there, or not the same, are
            left out.

    Raises:
        ValueError: If annotations stand apart from their articles and no folder is given.
    """
    apart = {}
    for path in annotations:
        for line in path.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            if "text" in entry:
                document = _document(entry["doc"], entry["text"], entry["title"], entry["published"])
                yield {**document, "source": entry["doc"].partition("/")[0]}, _rows(entry, entry["text"])
            else:
                apart[entry["doc"]] = entry
    if apart and news is None:
        raise ValueError(f"{len(apart)} annotated articles stand apart from their texts: give the folder of the news")
    for document in read_documents([news]) if news and apart else ():
        found = apart.get(document.id)
        if found is None or isinstance(document, FailedDocument) or digest(document.text) != found["sha256"]:
            continue
        yield _document(document.id, document.text, document.title, PUBLISHED), _rows(found, document.text)


def _document(doc: str, text: str, title: str | None, published: str | None) -> dict[str, Any]:
    return {"doc": doc, "group": doc, "text": text, "title": title, "published": published}


def _rows(entry: Mapping[str, Any], text: str) -> list[dict[str, Any]]:
    return [_joined(entry["doc"], text, figure) for figure in entry["figures"]]


def _joined(doc: str, text: str, figure: Mapping[str, Any]) -> dict[str, Any]:
    start, end = figure["at"]
    row: dict[str, Any] = {"doc": doc, "start": start, "end": end, "quote": text[start:end]}
    for slot, value in figure.items():
        if slot in NAMES:
            row[slot] = "、".join(re.sub(r"\s", "", text[a:z]) for a, z in value) or None
        elif slot != "at":
            row[slot] = value
    return row


if __name__ == "__main__":
    main()
