"""From annotated documents to rows for training: figures with their labels, candidates with the right ones marked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from epiextract.deciding.cues import ABSENT, cue_features
from epiextract.deciding.figure_features import add_features
from epiextract.deciding.figures import TYPE, is_plain
from epiextract.deciding.fill import Filler
from epiextract.deciding.filled import Filled
from epiextract.deciding.fits import NOTHING, OTHER
from epiextract.deciding.slots import (
    date_candidates,
    date_rows,
    named,
    none_features,
    place_candidates,
    place_rows,
    placed,
    role_candidates,
)
from epiextract.extractor import Extractor
from epiextract.matching.reading import Decision, Figure, Reading
from epiextract.text.document import Document


@dataclass(slots=True)
class Instance:
    """A choice between candidates, the first of them none, with the right ones marked."""

    kind: str
    candidates: list[list[str]]
    right: list[bool]


@dataclass(slots=True)
class Rows:
    """Rows by model, with the documents that they come from."""

    labelled: dict[str, list[tuple[list[str], str]]] = field(default_factory=lambda: defaultdict(list))
    ranked: dict[str, list[Instance]] = field(default_factory=lambda: defaultdict(list))
    owners: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    doc: str = ""

    def label(self, model: str, features: list[str], label: str) -> None:
        """Add a labelled row of the current document."""
        self.labelled[model].append((features, label))
        self.owners[model].append(self.doc)

    def rank(self, model: str, instance: Instance) -> None:
        """Add a choice of the current document."""
        self.ranked[model].append(instance)
        self.owners[model].append(self.doc)

    def only(self, docs: Container[str]) -> Rows:
        """Return the rows of some documents."""
        part = Rows()
        for name, rows in self.labelled.items():
            part.labelled[name] = [row for row, doc in zip(rows, self.owners[name], strict=True) if doc in docs]
        for name, instances in self.ranked.items():
            part.ranked[name] = [row for row, doc in zip(instances, self.owners[name], strict=True) if doc in docs]
        return part


def collect(
    documents: Iterable[Mapping[str, Any]],
    gold: Mapping[str, Sequence[Mapping[str, Any]]],
) -> Rows:
    """Return the training rows of all documents.

    Args:
        documents: The documents.
        gold: Their figures.
    """
    extractor = Extractor(learned=False)
    rows = Rows()
    for record in documents:
        document = Document(
            id=record["doc"], text=record["text"], title=record.get("title"), published=record.get("published")
        )
        rows.doc = record["doc"]
        reading = extractor.read(document)
        pairs = align(reading, gold.get(record["doc"], ()))
        learned = [figure for figure in reading.figures if not is_plain(figure)]
        if learned:
            add_features(reading, learned)
        for figure in reading.figures:
            answer = pairs.get(figure.index)
            features = [*(figure.features or ()), *reading.features]
            kind, _, measure = label_of(figure, answer).partition("|")
            if figure.features is not None:
                rows.label(TYPE, features, kind)
            if measure and figure.features is not None:
                rows.label(f"measure.{kind}", features, measure)
            figure.decided = decision(figure, answer)
            if answer is not None and answer["type"] != OTHER:
                _slots(rows, extractor.filler, reading, figure, answer)
    return rows


def align(reading: Reading, gold: Sequence[Mapping[str, Any]]) -> dict[int, Mapping[str, Any]]:
    """Return the gold figure of each figure found, by its index: one to one, the largest overlap first."""
    overlaps = []
    for figure in reading.figures:
        start, end = reading.view.to_original(figure.start, figure.end)
        for number, row in enumerate(gold):
            over = min(end, row["end"]) - max(start, row["start"])
            if over > 0:
                share = over / (max(end, row["end"]) - min(start, row["start"]))
                if share >= 0.3 or not re.search(r"\d", row["quote"]):
                    overlaps.append((-share, figure.index, number))
    pairs: dict[int, Mapping[str, Any]] = {}
    used: set[int] = set()
    for _, index, number in sorted(overlaps):
        if index not in pairs and number not in used:
            pairs[index] = gold[number]
            used.add(number)
    return pairs


def label_of(figure: Figure, answer: Mapping[str, Any] | None) -> str:
    """Return the class of a figure: ``type|measure``, other, or nothing."""
    if answer is None:
        return NOTHING
    if answer["type"] in (OTHER, "activity"):
        return str(answer["type"])
    return f"{answer['type']}|{answer['measure']}"


def decision(figure: Figure, answer: Mapping[str, Any] | None) -> Decision:
    """Return the right decision, as the figures after it shall see it."""
    kind, _, measure = label_of(figure, answer).partition("|")
    for match, said in zip(figure.matches, figure.measures, strict=True):
        if match.event == kind and (said == measure or not measure):
            return Decision(kind, said, match.pattern.rule, match)
    return Decision(kind, measure or None, "gold")


def _slots(rows: Rows, filler: Filler, reading: Reading, figure: Figure, answer: Mapping[str, Any]) -> None:
    kind = str(answer["type"])
    dates = date_candidates(reading, figure)
    periods = [reading.period_of(c.mentions[0]) for c in dates]
    wanted = (answer.get("date_start"), answer.get("date_end"))
    right = [(_iso(p.start), _iso(p.end)) == wanted for p in periods]
    if not any(right) and wanted[1]:
        right = [_iso(p.end) == wanted[1] for p in periods]
    features = date_rows(reading, figure, dates)
    add(rows, reading, "date", kind, figure, dates, features, right, wanted != (None, None))
    chosen = dates[right.index(True)].mentions if any(right) else ()

    filled = Filled(figure, kind, {"measure": answer.get("measure")}, {"date_end": chosen} if chosen else {})
    row = [*(figure.features or ()), *reading.features, *cue_features(reading, figure, filled)]
    rows.label("modality", row, answer.get("modality") or "actual")
    rows.label("accumulation", row, answer.get("accumulation") or ABSENT)

    pack = filler.packs.get(kind)
    for name, role in pack.roles.items() if pack else ():
        candidates = role_candidates(reading, figure, frozenset(role.tags))
        right = [same_names([r.name for r in reading.names.refs(c.mentions)], answer.get(name)) for c in candidates]
        ready = [named(reading, one) for one in placed(reading, figure, candidates)]
        features = [filler.role_features(reading, figure, one, name, role) for one in ready]
        add(rows, reading, f"role.{name}", kind, figure, candidates, features, right, bool(answer.get(name)))

    places = place_candidates(reading, figure)
    right = [same_place(reading, c.mentions, answer) for c in places]
    features = place_rows(reading, figure, places)
    add(rows, reading, "place", kind, figure, places, features, right, bool(answer.get("place")))


def add(
    rows: Rows,
    reading: Reading,
    name: str,
    kind: str,
    figure: Figure,
    candidates: Sequence[Any],
    features: list[list[str]],
    right: list[bool],
    present: bool,
) -> None:
    """Add an instance; one whose answer is not among its candidates teaches nothing and is left out."""
    if candidates and (any(right) or not present):
        options = [none_features(figure, candidates), *features]
        rows.rank(name, Instance(kind, options, [not any(right), *right]))


def _iso(day: Any) -> str | None:
    return None if day is None else day.isoformat()


SUFFIX = re.compile(r"(?:特别行政区|自治区|自治州|自治县|地区|新区|林区|邮轮|省|市|县|区|州|盟|国)$")


ABROAD = frozenset({"中国境外", "境外", "海外", "国外", "中国以外", "中国大陆以外", "中国以外地区", "其他国家"})


def place_key(name: str) -> str:
    """Return a place name without its suffix; the nation and the world have many names."""
    if name in ("中国", "全国", "国内", "我国", "中国大陆", "内地", "大陆", "中国内地", "中国境内", "境内"):
        return "全国"
    if name in ("世界", "全世界"):
        return "全球"
    if name in ("吉林市", "吉林省"):
        return name
    name = PUNCT.sub("", name)
    short = SUFFIX.sub("", name)
    return short if len(short) >= 2 else name


WITHOUT = re.compile(r"^(?P<base>.*?)除?(?P<out>[^除、]+?)(?:以外|之外|外)(?:的|其他)*(?:地区|省份|省市|各地|市州)?$")


def counted(place: str, excluding: str) -> tuple[str, str]:
    """Return the place that is counted and the one that is not; older lines have both in one: 湖北以外地区.

    >>> counted("湖北以外地区", ""), counted("全球", "中国"), counted("湖北省除武汉市外", "")
    (('全国', '湖北'), ('全球', '中国'), ('湖北省', '武汉市'))
    """
    found = WITHOUT.match(place) if place not in ABROAD else None
    if excluding or not found:
        return place, excluding
    return found["base"] or "全国", found["out"]


def same_place(reading: Reading, mentions: Sequence[Any], answer: Mapping[str, Any]) -> bool:
    """Tell whether a candidate is the gold's place, or one that ends with it."""
    if str(answer.get("place")) in ABROAD:
        return any(ref.id == "x:abroad" for ref in reading.places.refs(mentions))
    place, without = counted(str(answer.get("place") or ""), str(answer.get("excluding") or ""))
    wanted = {place_key(name) for name in place.split("、") if name}
    found = {place_key(name) for name in [r.name for r in reading.places.refs(mentions)]}
    if not wanted or not found:
        return False
    if bool(without) != bool(reading.places.excluded(mentions)):
        return False
    hits = sum(
        any(w == f or (len(f) > len(w) + 1 and f.endswith(w)) or (len(w) > len(f) + 1 and w.endswith(f)) for f in found)
        for w in wanted
    )
    return hits * 2 >= max(len(wanted), len(found)) and hits > 0


PUNCT = re.compile(r"[\s“”\"'‘’《》（）()·,，。:：]")


def same_names(names: Sequence[str], gold: str | None) -> bool:
    """Tell whether the names are the gold's: equal, or one holding the other and at most twice as long."""
    if not gold or not names:
        return False
    wanted = [PUNCT.sub("", name) for name in str(gold).split("、") if name]
    left = [PUNCT.sub("", name) for name in names]
    hits = 0
    for one in wanted:
        for other in left:
            short, long = sorted((one, other), key=len)
            if short and (short == long or (short in long and len(long) <= 2 * len(short))):
                left.remove(other)
                hits += 1
                break
    return hits * 2 >= max(len(wanted), len(names)) and hits > 0
