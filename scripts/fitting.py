"""Fits the linear models of the deciders to rows of numbered features."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from training_data import Choice, Labelled, Rows

from epiextract.deciding.models import linear

# In so many rows of a classifier, or of a ranker, a feature has to stand. 2 is no better for classifiers.
LEAST_FIGURES, LEAST_CANDIDATES = 3, 2
# Inverse strengths of the penalties, chosen by cross-validation over groups of articles.
CLASSIFIER_C = {"type": 0.1, "measure": 0.3, "accumulation": 0.3, "modality": 0.3, "per": 0.3}
# What weighs less in all classes, as it is stored, is left out: half the size, and no worse on unseen articles.
LEAST_WEIGHT, LEAST_RANK = 0.04, 0.02
RANKER_C = {"place": 0.1, "date": 0.3, "role": 0.15, "same": 0.05}


@dataclass(slots=True)
class Fitted:
    """A classifier: a row of weights a feature, a bias a class.

    Args:
        features: The features that count.
        classes: The answers.
        weights: A row a feature, a column a class.
        bias: A value a class.
    """

    features: list[str]
    classes: tuple[str, ...]
    weights: Any
    bias: Any


def train(rows: Rows, version: str, only: Collection[str] = (), kept: linear.ModelSet | None = None) -> linear.ModelSet:
    """Return models trained on *rows*.

    Args:
        rows: The rows.
        version: The version that events cite.
        only: The models to train, such as ``role.org``; all where *kept* is None.
        kept: The models that the others are taken over from, or None.

    Raises:
        ValueError: If nothing is learned under one of the names in *only*.
    """
    unknown = sorted({*only}.difference(rows.labelled, rows.ranked))
    if unknown:
        known = ", ".join(sorted({*rows.labelled, *rows.ranked}))
        raise ValueError(f"no rows for {', '.join(unknown)}; there are {known}")
    names = rows.names()
    rankers = dict(kept.rankers) if kept else {}
    fitted = split_table(kept.table) if kept else {}
    for name, labelled in sorted(rows.labelled.items()):
        if kept is None or name in only:
            fitted[name] = fit_classifier(name, labelled, rows.weights(labelled), names)
    for name, choices in sorted(rows.ranked.items()):
        if kept is None or name in only:
            rankers[name], absence = fit_ranker(name, choices, rows.weights(choices), names)
            # what the last training found to speak for none goes with it
            fitted.pop(f"absent.{name}", None)
            if absence.features:
                fitted[f"absent.{name}"] = absence
    return linear.ModelSet(version, join_tables(fitted), rankers)


def join_tables(fitted: Mapping[str, Fitted]) -> linear.Table:
    """Return one table of all models of figures, so that a figure's features are looked up once."""
    names = sorted({feature for one in fitted.values() for feature in one.features})
    index = {feature: row for row, feature in enumerate(names)}
    blocks: dict[str, linear.Block] = {}
    columns, biases = [], []
    at = 0
    for name, one in fitted.items():
        part = np.zeros((len(names), len(one.classes)), dtype="float32")
        part[[index[feature] for feature in one.features]] = one.weights
        columns.append(part)
        biases.append(one.bias)
        blocks[name] = linear.Block(at, at + len(one.classes), one.classes)
        at += len(one.classes)
    return linear.Table(index, np.hstack(columns), np.concatenate(biases).astype("float32"), blocks)


def split_table(table: linear.Table) -> dict[str, Fitted]:
    """Return the models of a table, each with the features that it weighs."""
    names = sorted(table.rows, key=table.rows.__getitem__)
    found = {}
    for name, block in table.blocks.items():
        weights = table.weights[:, block.first : block.last]
        known = np.flatnonzero(weights.any(axis=1)).tolist()
        bias = table.bias[block.first : block.last]
        found[name] = Fitted([names[at] for at in known], block.classes, weights[known], bias)
    return found


def matrix(rows: Sequence[Any]) -> Any:
    """Return the 0/1 matrix of rows of numbers."""
    from scipy.sparse import csr_matrix

    ends = np.cumsum([0, *map(len, rows)])
    numbers = np.concatenate([np.asarray(row, dtype="int64") for row in rows]) if rows else np.zeros(0, dtype="int64")
    width = int(numbers.max(initial=-1)) + 1
    return csr_matrix((np.ones(len(numbers), dtype="float32"), numbers, ends), shape=(len(rows), width))


def frequent(x: Any, least: int) -> Any:
    """Return the columns that at least so many rows have."""
    return np.flatnonzero(np.bincount(x.indices, minlength=x.shape[1]) >= least)


def fit_classifier(name: str, rows: Sequence[Labelled], counted: Sequence[float], names: Sequence[str]) -> Fitted:
    """Return a multinomial logistic regression; *counted* says what a row counts, *names* what a feature is called."""
    from sklearn.linear_model import LogisticRegression

    labels = np.array([row.label for row in rows])
    classes = tuple(sorted(set(labels.tolist())))
    if len(classes) == 1:
        return Fitted([], classes, np.zeros((0, 1)), np.zeros(1))
    x = matrix([row.features for row in rows])
    known = frequent(x, LEAST_FIGURES)
    model = LogisticRegression(C=CLASSIFIER_C.get(name.partition(".")[0], 0.1), max_iter=150, tol=1e-3)
    model.fit(x[:, known], labels, sample_weight=np.array(counted))
    weights, bias = model.coef_.T, model.intercept_
    if len(classes) == 2:
        weights, bias = np.hstack([-weights / 2, weights / 2]), np.array([-bias[0] / 2, bias[0] / 2])
    return _pruned([names[at] for at in known], classes, weights, bias)


def _pruned(features: Sequence[str], classes: tuple[str, ...], weights: Any, bias: Any) -> Fitted:
    """Return a classifier without the features that weigh next to nothing, the others in the order of their names."""
    kept = np.flatnonzero(np.abs(stored(weights)).max(axis=1, initial=0.0) > LEAST_WEIGHT)
    order = sorted(kept.tolist(), key=features.__getitem__)
    named = [features[at] for at in order]
    return Fitted(named, classes, weights[order].astype("float32"), np.asarray(bias, dtype="float32"))


def stored(weights: Any) -> Any:
    """Return weights as the file of models holds them, in half precision."""
    return np.asarray(weights).astype("float16").astype("float32")


def fit_ranker(
    name: str, choices: Sequence[Choice], counted: Sequence[float], names: Sequence[str]
) -> tuple[linear.Ranker, Fitted]:
    """Return a conditional logit: the right candidates of a choice against all its candidates.

    Beside it stands what speaks for none of them in the words around the figure.

    Args:
        name: The slot.
        choices: The choices to learn from.
        counted: What each of them counts.
        names: The names of the features.
    """
    kinds = tuple(sorted({choice.kind for choice in choices}))
    x, known = _crossed(choices, kinds, len(names))
    weights = _logit(x[:, known], choices, np.array(counted), 1 / RANKER_C[name.partition(".")[0]])
    # columns: the features of candidates, those of the figure that speak for none of them; for all types, then by type
    width = 2 * len(names)
    whole = np.zeros((len(kinds) + 1) * width)
    whole[known] = weights
    table = whole.reshape(len(kinds) + 1, 2, len(names))
    plain, around = table[:, 0].T, table[:, 1].T
    heavy = np.flatnonzero(np.abs(stored(plain)).max(axis=1) > LEAST_RANK)
    order = sorted(heavy.tolist(), key=names.__getitem__)
    told = np.flatnonzero(around.any(axis=1))
    summed = (around[told, :1] + around[told, 1:]).astype("float32")
    absence = _pruned([names[at] for at in told], kinds, summed, np.zeros(len(kinds)))
    return linear.Ranker(name, kinds, [names[at] for at in order], plain[order]), absence


def _crossed(choices: Sequence[Choice], kinds: tuple[str, ...], size: int) -> tuple[Any, Any]:
    """Return a row a candidate, its features for all types and for its own; and the columns that are frequent."""
    rows = []
    for choice in choices:
        own = (kinds.index(choice.kind) + 1) * 2 * size
        for at, features in enumerate(choice.candidates):
            seen = np.asarray(features, dtype="int64")
            if at == 0:
                # the candidate that stands for none of the others
                seen = np.concatenate([seen, np.asarray(choice.around, dtype="int64") + size])
            rows.append(np.concatenate([seen, seen + own]))
    x = matrix(rows)
    return x, frequent(x, LEAST_CANDIDATES)


def _logit(x: Any, choices: Sequence[Choice], shares: Any, penalty: float) -> Any:
    """Return the weights under which the right candidates are likeliest."""
    from scipy.optimize import minimize

    sizes = [len(choice.candidates) for choice in choices]
    starts = np.cumsum([0, *sizes[:-1]])
    owner = np.repeat(np.arange(len(choices)), sizes)
    right = np.concatenate([np.array(choice.right, dtype=float) for choice in choices])
    turned = x.T.tocsr()

    def loss(w: Any) -> tuple[float, Any]:
        scores = x @ w
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        total = np.add.reduceat(odds, starts)
        good = np.maximum(np.add.reduceat(odds * right, starts), 1e-30)
        value = float(shares @ (np.log(total) - np.log(good)) + 0.5 * penalty * (w @ w))
        gradient = (odds / total[owner] - odds * right / good[owner]) * shares[owner]
        return value, turned @ gradient + w * penalty

    found = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return found.x
