"""Merges that a person accepts or rejects: proposals go to a CSV file, and its decisions come back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import regex

from epiextract.errors import FactsError, InputError
from epiextract.facts.claims import Name
from epiextract.facts.entities import PLACE_SLOTS, Known, plain
from epiextract.text.readers import decode
from epiextract.writing import written

COLUMNS = ("decision", "name", "into", "into_id", "count", "score", "why")
ACCEPTED, REJECTED = frozenset({"accept", "yes", "y"}), frozenset({"reject", "no", "n"})
ALIKE = 85.0
SHORTEST_CORE = 2
_LEGAL = regex.compile(r"(?:股份|有限|责任|控股|集团|公司|总公司|企业)+$")
_NATION = regex.compile(r"^中国(?=..)")
# 第一医院 and 第二医院, 东区 and 西区 are not one however alike they look
_TELLING = frozenset("0123456789一二三四五六七八九十东西南北中上下前后内外男女老幼大小新旧省市县区镇村院校部")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two names that may be one.

    Args:
        name: The name that would go.
        into: The name that it would stand for.
        into_id: The id of that, where it has one.
        count: How often *name* is written.
        score: How alike they are, up to 100.
        why: ``legal form`` where only 有限公司 and the like differ, else ``spelling``.
    """

    name: str
    into: str
    into_id: str | None
    count: int
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decided about proposals.

    Args:
        merges: Names to what they stand for.
        rejected: Pairs that stay apart.
        rows: The rows that hold the decisions, as they stand in the file.
    """

    merges: dict[str, Name]
    rejected: frozenset[tuple[str, str]]
    rows: tuple[Mapping[str, str], ...] = ()


def propose(entities: Iterable[Known], rejected: frozenset[tuple[str, str]] = frozenset()) -> list[Proposal]:
    """Return merges to look at, the most frequent first: names without an id that are much like another.

    Args:
        entities: The entities of a run, the most frequent first.
        rejected: Pairs that a person keeps apart.
    """
    named = [known for known in entities if not set(known.slots) <= PLACE_SLOTS]
    cores = [core(known.entity.name) for known in named]
    proposals = []
    # a name goes into one that is more frequent, or that has an id: two names never go into each other
    others = [None if known.entity.id is None else cores[place] for place, known in enumerate(named)]
    for place, known in enumerate(named):
        asked = known.entity.id is None and len(cores[place]) >= SHORTEST_CORE
        best = _nearest(cores[place], others) if asked else None
        others[place] = cores[place]
        if best is None:
            continue
        into, score, why = best
        target = named[into].entity
        if (plain(known.entity.name), plain(target.name)) not in rejected:
            proposals.append(Proposal(known.entity.name, target.name, target.id, known.total, round(score, 1), why))
    return sorted(proposals, key=lambda one: (-one.count, -one.score, one.name))


def core(name: str) -> str:
    """Return a name without its legal form and without 中国 before it.

    >>> core("中国恒大集团有限公司")
    '恒大'
    """
    bare = _LEGAL.sub("", plain(name))
    return _NATION.sub("", bare) or bare or plain(name)


def _nearest(core: str, others: list[str | None]) -> tuple[int, float, str] | None:
    from rapidfuzz import fuzz, process

    # others that are None are passed over
    for other, score, at in process.extract(core, others, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=5):
        if other == core:
            return at, 100.0, "legal form"
        if len(core) > SHORTEST_CORE and _is_short_for(*sorted((other, core), key=len)):
            return at, float(score), "spelling"
    return None


def _is_short_for(short: str, long: str) -> bool:
    # 火神山医院 and 雷神山医院 differ by a word and not by what was left out
    left = iter(long)
    return all(char in left for char in short) and _TELLING.isdisjoint(set(long) - set(short))


def write_review(proposals: Iterable[Proposal], path: str | Path, decided: Iterable[Mapping[str, str]] = ()) -> None:
    """Write proposals to a CSV file, whose first column awaits ``accept`` or ``reject``.

    Rows with a decision come first, and stay as they are: those that the file has already, and *decided*.

    Args:
        proposals: The proposals.
        path: The file.
        decided: Rows with decisions that hold in this run.

    Raises:
        ConfigError: EPX304 where the file cannot be written.
        FactsError: EPX603 where it exists, holds something, and is no review file.
    """
    held = [row for _, row in _rows(Path(path)) if _decision(row)] if _holds_something(path) else []
    kept = {(_decision(row) in ACCEPTED, *_pair(row)): row for row in (*decided, *held)}
    settled = {_pair(row) for row in kept.values()}
    columns = list(dict.fromkeys((*COLUMNS, *(column for row in kept.values() for column in row if column))))
    with written(path) as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept.values())
        for one in proposals:
            if (plain(one.name), plain(one.into)) not in settled:
                row = ("", one.name, one.into, one.into_id or "", one.count, one.score, one.why)
                writer.writerow(dict(zip(COLUMNS, row, strict=True)))


def _holds_something(path: str | Path) -> bool:
    return Path(path).is_file() and Path(path).stat().st_size > 0


def _decision(row: Mapping[str, str]) -> str:
    return (row.get("decision") or "").strip().lower()


def _pair(row: Mapping[str, str]) -> tuple[str, str]:
    return plain(row.get("name") or ""), plain(row.get("into") or "")


def read_review(path: str | Path) -> Review:
    """Return the decisions of a review file; rows without a decision change nothing.

    Args:
        path: A CSV file as `write_review` makes it.

    Raises:
        InputError: EPX401 where the file is missing, EPX402 where it is no text.
        FactsError: EPX603 for rows that cannot be used, all at once.
    """
    merges: dict[str, Name] = {}
    rejected: set[tuple[str, str]] = set()
    rows, faults = [], []
    for line, row in _rows(Path(path)):
        decision, name, into = _decision(row), *((row.get(key) or "").strip() for key in ("name", "into"))
        if not decision:
            continue
        rows.append(row)
        if not name or not into or decision not in ACCEPTED | REJECTED:
            faults.append(f"line {line}: {decision!r} for {name!r} into {into!r}")
        elif decision in REJECTED:
            rejected.add((plain(name), plain(into)))
        elif plain(name) in merges:
            faults.append(f"line {line}: {name!r} is merged twice")
        else:
            merges[plain(name)] = Name(into, (row.get("into_id") or "").strip() or None)
    if faults:
        hint = "A decision is accept, reject or nothing, for a name and what it goes into."
        raise FactsError("EPX603", "; ".join(faults), where=str(path), hint=hint)
    return Review(merges, frozenset(rejected), tuple(rows))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    if not path.is_file():
        raise InputError("EPX401", "no such file", where=str(path), hint="Check the path.")
    # a spreadsheet saves it anew as it pleases, in Chinese as GBK
    reader = csv.DictReader(io.StringIO(decode(path.read_bytes(), str(path)), newline=""))
    hint = f"Its first line names the columns: {', '.join(COLUMNS)}."
    try:
        if not {"decision", "name", "into"} <= set(reader.fieldnames or ()):
            raise FactsError("EPX603", "is no review file", where=str(path), hint=hint)
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise FactsError("EPX603", f"is no review file: {error}", where=str(path), hint=hint) from error
