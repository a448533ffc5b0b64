"""The features that each part of a figure stands for; `features.py` says where a figure shows which."""

from __future__ import annotations

from epiextract.deciding.models.parts import spelling

Labels = tuple[str, ...]
"""What a mention is called in features."""


@spelling
def quantity(kind: str, unit: str | None, surface: str, bound: str, article: bool) -> list[str]:
    """Return the features of what is counted, and how exactly."""
    out = [f"kind={kind}", f"unit={unit}", f"surface={surface}", f"bound={bound}"]
    return [*out, "article"] if article else out


@spelling
def form(form: str, kind: str, unit: str | None, bound: str, small: str, matched: bool) -> list[str]:
    """Return the features of how the number is written."""
    return [
        f"form={form}",
        f"form={form}:{kind}",
        f"form={form}:{unit}",
        f"form={form}:{small}",
        f"form={form}:{small}:{kind}",
        f"form={form}:{bound}:{kind}",
        f"form={form}:{small}:{kind}:{matched}",
    ]


@spelling
def touching(side: str, form: str, small: str, kind: str, characters: str) -> list[str]:
    """Return the features of the two characters that touch the figure on one side."""
    nearest = characters[:1] if side == "r" else characters[-1:]
    return [
        f"form={form}:{side}={nearest}",
        f"form={form}:{small}:{side}={characters}",
        f"{kind}*{side}1={nearest}",
        f"{kind}*{side}2={characters}",
    ]


@spelling
def head(word: str) -> list[str]:
    """Return the features of what the phrase behind the figure begins with."""
    return [f"head={word[:n]}" for n in range(1, len(word) + 1)]


@spelling
def hidden(letter: str, labels: Labels) -> list[str]:
    """Return the features of a mention in brackets that the figure is outside of."""
    return [f"in{letter}:{label}" for label in labels]


@spelling
def neighbour(labels: Labels, side: str, rank: int, apart: int, kind: str) -> list[str]:
    """Return the features of a mention in the sentence; those that are far have no rank."""
    out = []
    for label in labels:
        out += [side + label, f"{kind}*{side}{label}"]
        if rank >= 0:
            out.append(f"{side[0]}{rank}:{label}")
        if rank == 0:
            out.append(f"{side[0]}0:{label}:{apart}")
    return out


@spelling
def last_said(labels: Labels, kind: str) -> list[str]:
    """Return the features of the last term of a sort before the figure, however far back in the sentence."""
    return [feature for label in labels if ":" in label for feature in (f"last={label}", f"{kind}*last={label}")]


@spelling
def owned(side: str, label: str, apart: int) -> list[str]:
    """Return the features of a mention between the figure and its neighbours, the nearest of its tag or not."""
    return [f"o{side}:{label}"] if apart < 0 else [f"o{side}:{label}", f"n{side}:{label}:{apart}"]


@spelling
def rules(names: tuple[tuple[str, str | None], ...]) -> list[str]:
    """Return the features of what the patterns that matched make of the figure, the most specific first."""
    out: list[str] = []
    seen: set[tuple[str, str | None]] = set()
    for rank, one in enumerate(names):
        if one not in seen:
            seen.add(one)
            event, measure = one
            name = f"{event}|{measure}"
            out += [f"rule{min(rank, 1)}={name}", f"rule={name}", f"ruletype={event}"]
    return out


@spelling
def top(name: tuple[str, str | None], mentions: int, width: int, kind: str) -> list[str]:
    """Return the features of the most specific pattern."""
    event, measure = name
    return [f"top={event}|{measure}|{mentions}|{width}", f"{kind}*top={event}|{measure}"]


@spelling
def before(labels: Labels) -> list[str]:
    """Return the features of a term of the sentence before."""
    return ["PS:" + label for label in labels]
