"""Train the deciders from annotated documents, and print what they reach on articles that they have not seen.

    python scripts/train_deciders.py --docs DOCS.jsonl --gold GOLD.jsonl            # train on all, write the models
    python scripts/train_deciders.py --docs DOCS.jsonl --gold GOLD.jsonl --folds 5  # cross-validate by group of articles

The format of both files is that of docs/quality.md. Near-copies share a ``group`` and never stand on both sides.
Training is deterministic: the same files give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from epiextract.deciding import linear
from epiextract.deciding.training import Example, Instance, collect

MODELS = Path(__file__).parent.parent / "epiextract" / "deciding" / "models"
MIN_COUNT = 2


def main() -> None:
    """Train, or cross-validate."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--docs", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--version", default="1")
    parser.add_argument("--out", type=Path, default=MODELS / "zh.zip")
    options = parser.parse_args()
    documents = read_lines(options.docs)
    gold = read_gold(options.gold)
    examples = collect(documents, gold)
    print(f"{len(documents)} documents, {sum(len(e.figures) for e in examples)} figures")
    models = train(examples, options.version)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(linear.dump(options.version, models))
    print(f"{options.out}: {options.out.stat().st_size:,} bytes")


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


def train(examples: Sequence[Example], version: str) -> list[linear.Linear]:
    """Return all models, trained on *examples*."""
    models = []
    classifiers: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    rankers: dict[str, list[Instance]] = defaultdict(list)
    for example in examples:
        for name, features, label in example.labelled:
            classifiers[name].append((features, label))
        for name, instance in example.ranked:
            rankers[name].append(instance)
    for name in sorted(classifiers):
        models.append(fit_classifier(name, classifiers[name]))
    for name in sorted(rankers):
        models.append(fit_ranker(name, rankers[name]))
    return models


def vocabulary(rows: Iterable[Iterable[str]]) -> dict[str, int]:
    """Return the features that stand in at least MIN_COUNT rows, numbered in the order of their names."""
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        for feature in set(row):
            counts[feature] += 1
    return {name: i for i, name in enumerate(sorted(f for f, n in counts.items() if n >= MIN_COUNT))}


def matrix(rows: Sequence[Sequence[str]], known: dict[str, int]) -> Any:
    """Return the 0/1 matrix of *rows*."""
    from scipy.sparse import csr_matrix

    indptr, indices = [0], []
    for row in rows:
        indices.extend(sorted({known[f] for f in row if f in known}))
        indptr.append(len(indices))
    return csr_matrix((np.ones(len(indices), dtype="float32"), indices, indptr), shape=(len(rows), len(known)))


def fit_classifier(name: str, rows: Sequence[tuple[list[str], str]], strength: float = 0.1) -> linear.Linear:
    """Return a multinomial logistic regression."""
    from sklearn.linear_model import LogisticRegression

    known = vocabulary(features for features, _ in rows)
    x = matrix([features for features, _ in rows], known)
    labels = np.array([label for _, label in rows])
    model = LogisticRegression(C=strength, max_iter=200, tol=1e-3)
    model.fit(x, labels)
    weights, bias = model.coef_.T, model.intercept_
    classes = [str(c) for c in model.classes_]
    if len(classes) == 2:
        weights, bias = np.hstack([-weights / 2, weights / 2]), np.array([-bias[0] / 2, bias[0] / 2])
    return prune(name, tuple(classes), known, weights, bias)


def prune(name: str, classes: tuple[str, ...], known: dict[str, int], weights: Any, bias: Any) -> linear.Linear:
    """Return the model without the features that hardly weigh anything."""
    keep = np.flatnonzero(np.abs(weights).max(axis=1) > 0.02)
    names = sorted(known, key=known.__getitem__)
    rows = {names[i]: row for row, i in enumerate(keep)}
    return linear.Linear(name, classes, rows, weights[keep].astype("float32"), np.asarray(bias, dtype="float32"))


def fit_ranker(name: str, instances: Sequence[Instance], strength: float = 1.0) -> linear.Linear:
    """Return a conditional logit: the right candidates of an instance against all its candidates."""
    from scipy.optimize import minimize

    rows = [features for instance in instances for features in instance.candidates]
    known = vocabulary(rows)
    x = matrix(rows, known)
    sizes = [len(instance.candidates) for instance in instances]
    starts = np.cumsum([0, *sizes[:-1]])
    owner = np.repeat(np.arange(len(instances)), sizes)
    right = np.concatenate([np.array(instance.right, dtype=bool) for instance in instances])

    def loss(w: Any) -> tuple[float, Any]:
        scores = x @ w
        top = np.maximum.reduceat(scores, starts)
        odds = np.exp(scores - top[owner])
        total = np.add.reduceat(odds, starts)
        good = np.add.reduceat(odds * right, starts)
        value = float(np.sum(np.log(total) - np.log(np.maximum(good, 1e-30))) + 0.5 / strength * (w @ w))
        gradient = odds / total[owner] - odds * right / np.maximum(good, 1e-30)[owner]
        return value, x.T @ gradient + w / strength

    found = minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return prune(name, ("score",), known, found.x.reshape(-1, 1), np.zeros(1))


if __name__ == "__main__":
    sys.exit(main())
