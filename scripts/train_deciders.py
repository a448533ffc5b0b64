"""Train the deciders from annotated documents, and print what they reach on articles that they have not seen.

    python scripts/train_deciders.py --docs DOCS.jsonl --gold GOLD.jsonl            # train on all, write them
    python scripts/train_deciders.py --docs DOCS.jsonl --gold GOLD.jsonl --folds 5  # cross-validate by group

With ``--annotations scripts/annotations/written.jsonl scripts/annotations/news.jsonl --news FOLDER`` articles that were
written or annotated for this library are learned from too; cross-validation never tests on them. The format of
documents and gold is that of docs/quality.md. Near-copies share a ``group`` and never stand on both sides. Training is
deterministic: the same files give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from standoff import read_annotated
from training_data import Instance, Rows, collect

from epiextract.deciding import linear
from epiextract.extractor import Extractor
from epiextract.report.tables import print_rows
from epiextract.testing.evaluation import evaluate
from epiextract.text.document import Document

MODELS = Path(__file__).parent.parent / "epiextract" / "deciding" / "models"
# In so many rows of a classifier, or of a ranker, a feature has to stand. 2 is no better for classifiers.
LEAST_FIGURES, LEAST_CANDIDATES = 3, 2
# Inverse strengths of the penalties, chosen by cross-validation over groups of articles.
CLASSIFIER_C = {"type": 0.1, "measure": 0.3, "accumulation": 0.3, "modality": 0.3}
# What weighs less in all classes, as it is stored, is left out: half the size, and no worse on unseen articles.
LEAST_WEIGHT, LEAST_RANK = 0.04, 0.02
RANKER_C = {"place": 0.1, "date": 0.3, "role": 0.15}
# What a feature of the figure begins with where it speaks for none of the candidates.
AROUND = "around:"

# Features, classes, a row of weights a feature, a bias a class.
Fitted = tuple[list[str], tuple[str, ...], Any, Any]


def main() -> None:
    """Train on all documents given, and write the models."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--docs", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--version", default="1")
    parser.add_argument("--out", type=Path, default=MODELS / "zh.zip")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate in so many parts; write no models")
    parser.add_argument("--events", type=Path, help="with --folds: where the events go, each of a model unseen by it")
    parser.add_argument("--annotations", type=Path, nargs="*", default=[], help="annotated articles besides the gold")
    parser.add_argument("--news", type=Path, help="the folder of those that stand apart from their texts")
    options = parser.parse_args()
    documents, gold = read_lines(options.docs), read_gold(options.gold)
    more = []
    for document, rows in read_annotated(options.annotations, options.news):
        more.append(document)
        gold[document["doc"]] = rows
    if options.folds:
        cross_validate(documents, gold, options.folds, options.events, more)
        return
    documents += more
    models = train(collect(documents, gold), options.version)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(linear.dump(models))
    print(f"{len(documents)} documents; {options.out.name}: {options.out.stat().st_size:,} bytes")


def cross_validate(
    documents: Sequence[dict[str, Any]],
    gold: dict[str, list[dict[str, Any]]],
    folds: int,
    events: Path | None,
    more: Sequence[dict[str, Any]] = (),
) -> None:
    """Train on all parts but one, extract from that one, in turns; print the scores of all events together.

    Near-copies of an article are of one group, and a group is never split.

    Args:
        documents: The documents.
        gold: Figures by document.
        folds: How many parts.
        events: Where the events go, or None.
        more: Documents that are learned from only, none of them a copy of the others.
    """
    rows = collect([*documents, *more], gold)
    learned = {one["doc"] for one in more}
    found: list[dict[str, Any]] = []
    for part in range(folds):
        known = {one["doc"] for one in documents if zlib.crc32(one["group"].encode()) % folds != part}
        extractor = Extractor(models=train(rows.only(known | learned), f"part {part}"))
        for one in documents:
            if zlib.crc32(one["group"].encode()) % folds == part:
                document = Document(one["doc"], one["text"], title=one.get("title"), published=one.get("published"))
                found += extractor.extract(document).records()
    if events:
        events.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")
    result = evaluate([row for one in documents for row in gold.get(one["doc"], ())], found)
    print(f"figures F1 {result.figures.f1:.3f}; value and unit right of those found {result.values.precision:.3f}")
    print_rows(list(result.rows()), title=f"{folds} folds over {len(documents)} documents")


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


def train(rows: Rows, version: str) -> linear.ModelSet:
    """Return all models, trained on *rows*."""
    rankers: dict[str, linear.Ranker] = {}
    absences: dict[str, Fitted] = {}
    for name, instances in sorted(rows.ranked.items()):
        rankers[name], absence = fit_ranker(name, instances, rows.weights(name))
        if absence[0]:
            absences[f"absent.{name}"] = absence
    fitted = {
        name: fit_classifier(name, labelled, rows.weights(name)) for name, labelled in sorted(rows.labelled.items())
    }
    return linear.ModelSet(version, join_tables({**fitted, **absences}), rankers)


def join_tables(fitted: Mapping[str, Fitted]) -> linear.Table:
    """Return one table of all models of figures, so that a figure's features are looked up once."""
    names = sorted({feature for known, *_ in fitted.values() for feature in known})
    index = {feature: row for row, feature in enumerate(names)}
    blocks: dict[str, linear.Block] = {}
    columns, biases = [], []
    at = 0
    for name, (known, classes, weights, bias) in fitted.items():
        part = np.zeros((len(names), len(classes)), dtype="float32")
        part[[index[feature] for feature in known]] = weights
        columns.append(part)
        biases.append(bias)
        blocks[name] = linear.Block(at, at + len(classes), classes)
        at += len(classes)
    return linear.Table(index, np.hstack(columns), np.concatenate(biases).astype("float32"), blocks)


def vocabulary(rows: Iterable[Iterable[str]], least: int) -> dict[str, int]:
    """Return the features that stand in at least *least* rows, numbered in the order of their names."""
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        for feature in set(row):
            counts[feature] += 1
    return {name: i for i, name in enumerate(sorted(f for f, n in counts.items() if n >= least))}


def matrix(rows: Sequence[Iterable[str]], known: dict[str, int]) -> Any:
    """Return the 0/1 matrix of *rows*."""
    from scipy.sparse import csr_matrix

    indptr, indices = [0], []
    find = known.get
    for row in rows:
        indices.extend(sorted({at for at in map(find, row) if at is not None}))
        indptr.append(len(indices))
    return csr_matrix((np.ones(len(indices), dtype="float32"), indices, indptr), shape=(len(rows), len(known)))


def fit_classifier(name: str, rows: Sequence[tuple[list[str], str]], counted: Sequence[float]) -> Fitted:
    """Return a multinomial logistic regression as features, classes, weights and bias; *counted*: what a row counts."""
    from sklearn.linear_model import LogisticRegression

    labels = np.array([label for _, label in rows])
    classes = tuple(sorted(set(labels.tolist())))
    if len(classes) == 1:
        return [], classes, np.zeros((0, 1)), np.zeros(1)
    known = vocabulary((features for features, _ in rows), LEAST_FIGURES)
    x = matrix([features for features, _ in rows], known)
    model = LogisticRegression(C=strength(name), max_iter=150, tol=1e-3)
    model.fit(x, labels, sample_weight=np.array(counted))
    weights, bias = model.coef_.T, model.intercept_
    if len(classes) == 2:
        weights, bias = np.hstack([-weights / 2, weights / 2]), np.array([-bias[0] / 2, bias[0] / 2])
    keep = np.flatnonzero(np.abs(stored(weights)).max(axis=1) > LEAST_WEIGHT)
    names = sorted(known, key=known.__getitem__)
    return [names[i] for i in keep], classes, weights[keep].astype("float32"), np.asarray(bias, dtype="float32")


def stored(weights: Any) -> Any:
    """Return weights as the file of models holds them, in half precision."""
    return np.asarray(weights).astype("float16").astype("float32")


def strength(name: str) -> float:
    """Return the inverse strength of a classifier's penalty."""
    return CLASSIFIER_C.get(name.partition(".")[0], 0.1)


def fit_ranker(name: str, instances: Sequence[Instance], counted: Sequence[float]) -> tuple[linear.Ranker, Fitted]:
    """Return a conditional logit: the right candidates of an instance against all its candidates.

    *counted* says what an instance counts. Beside it stands what speaks for none of them in the words around the
    figure.
    """
    from scipy.optimize import minimize

    rows = []
    for instance in instances:
        for at, features in enumerate(instance.candidates):
            seen = [*features, *(AROUND + one for one in instance.around)] if at == 0 else features
            rows.append([*seen, *(f"{feature}\t{instance.kind}" for feature in seen)])
    known = vocabulary(rows, LEAST_CANDIDATES)
    x = matrix(rows, known)
    sizes = [len(instance.candidates) for instance in instances]
    starts = np.cumsum([0, *sizes[:-1]])
    owner = np.repeat(np.arange(len(instances)), sizes)
    right = np.concatenate([np.array(instance.right, dtype=float) for instance in instances])
    shares = np.array(counted)

    penalty = 1 / RANKER_C[name.partition(".")[0]]

    def loss(w: Any) -> tuple[float, Any]:
        scores = x @ w
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        total = np.add.reduceat(odds, starts)
        good = np.maximum(np.add.reduceat(odds * right, starts), 1e-30)
        value = float(shares @ (np.log(total) - np.log(good)) + 0.5 * penalty * (w @ w))
        gradient = (odds / total[owner] - odds * right / good[owner]) * shares[owner]
        return value, x.T @ gradient + w * penalty

    found = minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    kinds = tuple(sorted({instance.kind for instance in instances}))
    table = by_kind(known, found.x, kinds)
    plain = {
        f: tuple(row) for f, row in table.items() if not f.startswith(AROUND) and np.abs(stored(row)).max() > LEAST_RANK
    }
    around = {f[len(AROUND) :]: row for f, row in table.items() if f.startswith(AROUND)}
    return linear.Ranker(name, kinds, plain), _absence(around, kinds)


def by_kind(known: dict[str, int], weights: Any, kinds: Sequence[str]) -> dict[str, list[float]]:
    """Fold the weights of features crossed with a type into one row a feature: that for all types, then each type's."""
    table: dict[str, list[float]] = {}
    for feature, at in known.items():
        plain, _, kind = feature.partition("\t")
        row = table.setdefault(plain, [0.0] * (len(kinds) + 1))
        row[kinds.index(kind) + 1 if kind else 0] = float(weights[at])
    return dict(sorted(table.items()))


def _absence(around: Mapping[str, Sequence[float]], kinds: tuple[str, ...]) -> Fitted:
    summed = np.array([[row[0] + own for own in row[1:]] for row in around.values()], dtype="float32")
    summed = summed.reshape(len(around), len(kinds))
    keep = np.flatnonzero(np.abs(stored(summed)).max(axis=1, initial=0.0) > LEAST_WEIGHT)
    names = list(around)
    return [names[i] for i in keep], kinds, summed[keep], np.zeros(len(kinds), dtype="float32")


if __name__ == "__main__":
    sys.exit(main())
