"""Training a small spaCy recogniser of names, from annotated lines or from what the library itself finds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from epiextract.errors import InputError
from epiextract.tagging.names.spacy_names import sentences_with_figures

if TYPE_CHECKING:
    from epiextract.extractor import Extractor
    from epiextract.text.document import Document

SILVER_TAGS = ("ORG", "FACILITY", "PERSON", "GOODS")
# Mentions that only point or are only a kind teach nothing of names.
_NOT_TAUGHT = frozenset({"anaphor", "generic", "group"})


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the spans of its entities.

    Args:
        text: The text.
        entities: (start, end, label) in code points, none overlapping another.
    """

    text: str
    entities: tuple[tuple[int, int, str], ...]


def read_examples(path: Path) -> list[Example]:
    """Return the examples of a JSON Lines file: ``{"text": …, "entities": [[start, end, label], …]}``.

    Prodigy's ``spans`` with start, end and label do too.

    Raises:
        InputError: EPX407 for the first line that is no example.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("EPX407", f"cannot be read: {error}", where=str(path), hint="Give a UTF-8 file.") from None
    out = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            example, fault = _example(line)
            if example is None:
                hint = 'A line is {"text": "…", "entities": [[start, end, "ORG"], …]}.'
                raise InputError("EPX407", fault, where=f"{path}:{number}", hint=hint)
            out.append(example)
    return out


def _example(line: str) -> tuple[Example | None, str]:
    try:
        row = json.loads(line)
    except ValueError as error:
        return None, f"is no JSON: {error}"
    if not isinstance(row, Mapping) or not isinstance(row.get("text"), str):
        return None, "has no text"
    text = row["text"]
    raw = row.get("entities", row.get("spans", []))
    spans = []
    for item in raw if isinstance(raw, list) else [raw]:
        values = [item.get(key) for key in ("start", "end", "label")] if isinstance(item, Mapping) else item
        match values:
            case [int(start), int(end), str(label)] if 0 <= start < end <= len(text):
                spans.append((start, end, label))
            case _:
                return None, f"has an entity that is no span of the text: {item!r}"
    spans.sort()
    for (_, before, _), (after, end, _) in pairwise(spans):
        if after < before:
            return None, f"has entities that overlap at {text[after : min(before, end)]!r}"
    return Example(text, tuple(spans)), ""


def silver_examples(documents: Iterable[Document], extractor: Extractor) -> Iterator[Example]:
    """Yield the sentences with figures of *documents*, with the names that the library finds in them as labels.

    Args:
        documents: Documents to learn from.
        extractor: What finds the names.
    """
    for document in documents:
        reading = extractor.read(document)
        values = [m.payload for m in reading.mentions if m.tag == "QTY"]
        names = [m for m in reading.mentions if m.tag in SILVER_TAGS and m.value not in _NOT_TAUGHT]
        for start, end in sentences_with_figures(reading.text, values):
            inside = [(m.start - start, m.end - start, m.tag) for m in names if start <= m.start and m.end <= end]
            if inside:
                yield Example(reading.text[start:end], tuple(inside))


def split(examples: Sequence[Example], every: int = 10) -> tuple[list[Example], list[Example]]:
    """Return the examples to learn from and every tenth to watch the learning by; few serve as both."""
    if len(examples) < every:
        return list(examples), list(examples)
    return [e for n, e in enumerate(examples) if n % every], list(examples[::every])


def train_ner(
    train: Sequence[Example],
    dev: Sequence[Example],
    output: Path,
    *,
    lang: str = "zh",
    config: Path | None = None,
    overrides: Mapping[str, Any] | None = None,
) -> Path:
    """Train a recogniser and return the folder of the best one, ``model-best`` in *output*.

    The data (``train.spacy``, ``dev.spacy``) and the usual spaCy config (``config.cfg``) stay beside it, so that
    ``python -m spacy train`` goes on from there.

    Args:
        train: What to learn from.
        dev: What to watch the learning by.
        output: A folder; it is made.
        lang: The language of the pipeline; ``zh`` cuts into characters.
        config: A spaCy config of the user's own in place of the usual one.
        overrides: Settings over the config's: ``{"training.max_steps": 200}``.
    """
    from spacy.cli.init_config import init_config
    from spacy.cli.train import train as run
    from spacy.util import load_config

    output.mkdir(parents=True, exist_ok=True)
    for name, examples in (("train", train), ("dev", dev)):
        _doc_bin(examples, lang).to_disk(output / f"{name}.spacy")
    settings = load_config(config) if config else init_config(lang=lang, pipeline=["ner"], optimize="efficiency")
    settings.to_disk(output / "config.cfg")
    paths = {"paths.train": str(output / "train.spacy"), "paths.dev": str(output / "dev.spacy")}
    run(output / "config.cfg", output, overrides={**paths, **(overrides or {})})
    return output / "model-best"


def _doc_bin(examples: Sequence[Example], lang: str) -> Any:
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank(lang)
    out = DocBin()
    for example in examples:
        doc = nlp.make_doc(example.text)
        spans = [
            doc.char_span(start, end, label=label, alignment_mode="contract") for start, end, label in example.entities
        ]
        doc.set_ents([span for span in spans if span is not None], default="outside")
        out.add(doc)
    return out
