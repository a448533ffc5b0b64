"""Whether a figure is meant like the one before it, told by what stands between the two.

In `另备有大米8万吨、面粉5万吨` one verb holds for both; in `新增确诊3例，死亡1例` every figure has words of its
own. Each figure is weighed by itself first; what a link makes of that is worked out in `deciding/models/chain.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import add

from epiextract.deciding.models.linear import ModelSet, Ranker
from epiextract.matching.reading import Figure, Reading

# What two figures may share, each with a ranker of its own.
LABEL, DATE, ACCUMULATION = "same.label", "same.date", "same.accumulation"
# How much a link counts beside what is seen of the figures themselves, some of which stands between them too; and what
# it is given beforehand, in nats. By cross-validation.
STRENGTH = {LABEL: (0.8, 1.0), DATE: (0.6, 0.0), ACCUMULATION: (0.6, 0.0)}
# So much a link counts at most, for and against.
FOR, AGAINST = 6.0, -3.0
# Of what stands between two figures so many characters are read, and so many of its signs.
MOST_BETWEEN, MOST_SIGNS = 60, 12
_WORDS = re.compile(r'[^，。；：、！？（）()\s,;:“”"《》\[\]【】/+=]+')
_SIGNS = frozenset("，。；：、（）(),;:")
_NAMES = frozenset({"ORG", "FACILITY", "PERSON"})


def links(reading: Reading, figures: Sequence[Figure], models: ModelSet | None, name: str) -> list[float]:
    """Return how much likelier each figure but the first is meant like the one before it, in nats.

    Args:
        reading: The document as read.
        figures: Figures in the order of the text.
        models: The trained models, or None.
        name: What they may share: `LABEL`, `DATE` or `ACCUMULATION`.
    """
    ranker = models.rankers.get(name) if models else None
    if ranker is None:
        return [0.0] * (len(figures) - 1)
    strength, given = STRENGTH[name]
    return [
        min(FOR, max(AGAINST, strength * (_weigh(reading, one, other, ranker) + given)))
        for one, other in pairwise(figures)
    ]


def _weigh(reading: Reading, one: Figure, other: Figure, ranker: Ranker) -> float:
    weights = ranker.weights("")
    return sum(weights.get(feature, 0.0) for feature in link_features(reading, one, other))


def link_features(reading: Reading, one: Figure, other: Figure) -> list[str]:
    """Return what stands between two figures, and what they have in common.

    Args:
        reading: The document as read.
        one: A figure.
        other: One behind it.
    """
    between = reading.text[one.end : other.start]
    gap = _gap(reading, one, other)
    quantity, second = one.quantity, other.quantity
    kind, unit = quantity.kind == second.kind, quantity.surface_unit == second.surface_unit
    kinds = f"{quantity.kind},{second.kind}"
    signs = "".join(sorted(_SIGNS.intersection(between)))
    out = [
        "any",
        f"gap={gap}",
        f"kind={kind}",
        f"unit={quantity.unit == second.unit}",
        f"surface={unit}",
        f"kinds={kinds}",
        f"gap={gap}&surface={unit}&kind={kind}",
        f"signs={signs}",
        f"signs={signs}&gap={gap}&kind={kind}",
        f"length={min(len(between) // 5, 12)}",
    ]
    if gap == "sentence" and len(between) <= MOST_BETWEEN:
        words = _WORDS.findall(between)
        form = _WORDS.sub("w", between)[:MOST_SIGNS]
        out += [f"form={form}", f"form={form}&surface={unit}", f"form={form}&{kinds}"]
        if words:
            out += [f"first={words[0][:2]}", f"last={words[-1][-2:]}", f"end={words[-1][-1]}"]
    if gap != "apart":
        head = between[:MOST_BETWEEN]
        out += ["c:" + pair for pair in map(add, head, head[1:])]
    out += _touching(reading.text, one, other, gap, signs)
    out += _mentioned(reading, one, other, gap, signs)
    # each once, in an order that does not hang on hashes: sums of weights do
    return list(dict.fromkeys(out))


def _gap(reading: Reading, one: Figure, other: Figure) -> str:
    if one.sentence == other.sentence:
        return "sentence"
    return "paragraph" if reading.paragraph_of(one.sentence) == reading.paragraph_of(other.sentence) else "apart"


def _touching(text: str, one: Figure, other: Figure, gap: str, signs: str) -> list[str]:
    """Return whether the same characters touch the two figures: 治愈3例 and 治愈5例."""
    after = text[one.end : one.end + 2] == text[other.end : other.end + 2]
    before = text[max(0, one.start - 2) : one.start] == text[max(0, other.start - 2) : other.start]
    return [f"after={after}&{gap}", f"before={before}&{gap}&{signs}"]


def _mentioned(reading: Reading, one: Figure, other: Figure, gap: str, signs: str) -> list[str]:
    """Return the terms between two figures, and how many dates, places and names there are."""
    out: list[str] = []
    dates = places = names = 0
    for mention in reading.mentions[one.index + 1 : other.index]:
        dates += mention.tag == "TIME"
        places += mention.tag == "PLACE"
        names += mention.tag in _NAMES
        for tag, value in mention.meanings():
            out += (f"m={tag}", f"m={tag}&{gap}")
            if ":" in tag:
                out.append(f"m={tag}={value}")
    for letter, count in (("dates", min(dates, 2)), ("places", min(places, 2)), ("names", min(names, 2))):
        out += (f"{letter}={count}", f"{letter}={count}&{gap}&{signs}")
    out.append(f"none={not dates}{not places}{not names}&{gap}")
    return out
