"""Train the deciders from annotated documents, and print what they reach on articles that they have not seen.

    python scripts/train_deciders.py --docs DOCS.jsonl --gold GOLD.jsonl            # train on all, write them
    python scripts/train_deciders.py --docs DOCS.jsonl --gold GOLD.jsonl --folds 5  # cross-validate by group

With ``--annotations scripts/annotations/written.jsonl scripts/annotations/news.jsonl --news FOLDER`` articles that were
written or annotated for this library are learned from too; cross-validation never tests on them. The format of
documents and gold is that of docs/quality.md. With ``--only role.org place`` these models are trained, and the others
of the file that is written stay as they are. With ``--parts 0 3 --network FILE`` only these parts are tested, with a
network that `train_network.py` trained without them. Near-copies share a ``group`` and never stand on both sides.
Training is deterministic: the same files give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from fitting import train
from standoff import read_annotated
from training_data import collect, document_of

from epiextract.deciding.models.file import dump, load
from epiextract.deciding.models.network import Network
from epiextract.deciding.models.network_file import load_network
from epiextract.extractor import Extractor
from epiextract.report.tables import print_rows
from epiextract.testing.evaluation import evaluate

MODELS = Path(__file__).parent.parent / "epiextract" / "deciding" / "models"


def main() -> None:
    """Train on all documents given, and write the models."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--docs", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--version", default="1")
    parser.add_argument("--out", type=Path, default=MODELS / "zh.zip")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate in so many parts; write no models")
    parser.add_argument("--parts", type=int, nargs="*", help="with --folds: the parts to test; all where none is named")
    parser.add_argument("--network", type=Path, help="with --folds: a network that has not learned from these parts")
    parser.add_argument("--events", type=Path, help="with --folds: where the events go, each of a model unseen by it")
    parser.add_argument("--annotations", type=Path, nargs="*", default=[], help="annotated articles besides the gold")
    parser.add_argument("--news", type=Path, help="the folder of those that stand apart from their texts")
    parser.add_argument("--only", nargs="*", default=[], help="train these, such as role.org; keep the others of --out")
    options = parser.parse_args()
    documents, gold = read_lines(options.docs), read_gold(options.gold)
    more = []
    for document, rows in read_annotated(options.annotations, options.news):
        more.append(document)
        gold[document["doc"]] = rows
    if options.folds:
        network = load_network(options.network.read_bytes()) if options.network else None
        parts = range(options.folds) if options.parts is None else options.parts
        cross_validate(documents, gold, options.folds, options.events, more, parts, network)
        return
    documents += more
    kept = load(options.out.read_bytes()) if options.only else None
    models = train(collect(documents, gold), options.version, options.only, kept)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(dump(models))
    print(f"{len(documents)} documents; {options.out.name}: {options.out.stat().st_size:,} bytes")


def cross_validate(
    documents: Sequence[dict[str, Any]],
    gold: dict[str, list[dict[str, Any]]],
    folds: int,
    events: Path | None,
    more: Sequence[dict[str, Any]],
    parts: Sequence[int],
    network: Network | None,
) -> None:
    """Train on all parts but one, extract from that one, in turns; print the scores of all events together.

    Near-copies of an article are of one group, and a group is never split.

    Args:
        documents: The documents.
        gold: Figures by document.
        folds: How many parts.
        events: Where the events go, or None.
        more: Documents that are learned from only, none of them a copy of the others.
        parts: The parts to test.
        network: What reads the documents of these parts besides, or None.
    """
    rows = collect([*documents, *more], gold)
    learned = {one["doc"] for one in more}
    found: list[dict[str, Any]] = []
    tested = []
    for part in parts:
        own = [one for one in documents if zlib.crc32(one["group"].encode()) % folds == part]
        known = {one["doc"] for one in documents} - {one["doc"] for one in own}
        models = replace(train(rows.only(known | learned), f"part {part}"), network=network)
        extractor = Extractor(models=models)
        tested += own
        for one in own:
            found += extractor.extract(document_of(one)).records()
    if events:
        events.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")
    result = evaluate([row for one in tested for row in gold.get(one["doc"], ())], found)
    print(f"figures F1 {result.figures.f1:.3f}; value and unit right of those found {result.values.precision:.3f}")
    print_rows(list(result.rows()), title=f"{len(parts)} of {folds} folds, {len(tested)} documents")


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_gold(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the gold figures by document."""
    gold = defaultdict(list)
    for row in read_lines(path):
        if row.get("type"):
            gold[row["doc"]].append(row)
    return gold


if __name__ == "__main__":
    sys.exit(main())
