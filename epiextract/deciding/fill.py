"""From decided figures to the slots of their events: what a pattern captured first, then what the rankers choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import regex

from epiextract.deciding.candidates import Candidate
from epiextract.deciding.figure_features import MOST_LEFT
from epiextract.deciding.fits import NOTHING, OTHER
from epiextract.deciding.linear import EMPTY, ModelSet, Ranker
from epiextract.deciding.slots import (
    Placed,
    date_candidates,
    date_rows,
    follows,
    named,
    none_features,
    place_candidates,
    place_rows,
    placed,
    role_candidates,
)
from epiextract.matching.compiler import CompiledPacks
from epiextract.matching.reading import Figure, Reading
from epiextract.packs.loader import LoadedPack
from epiextract.packs.schema import Pack, Role
from epiextract.tagging.mentions import Mention

ABSENT = "absent"
# A word for a fall stands so near: 下跌了约; the items of a list share it: 下跌0.3%、0.6%.
FALL_REACH = 3
LISTED = ("、", "和", "及", "与")
CUED = ("accumulation", "modality")
# Counts of cases, beds and tests are a total, an increase or a stock far more often than texts spell out.
COUNTS = frozenset({"case_count", "bed", "testing"})
LEAN: Mapping[str, float] = {ABSENT: 1.2}
NO_LEAN: Mapping[str, float] = {}


@lru_cache(maxsize=1)
def hand_weights() -> ModelSet:
    """Return the rankers whose weights are written by hand."""
    from epiextract.packs.yaml_nodes import parse_yaml

    path = resources.files("epiextract.deciding") / "weights.yaml"
    tables = parse_yaml(path.read_text(encoding="utf-8"), "weights.yaml").data
    rankers = {
        name: Ranker(name, (), {feature: (float(weight),) for feature, weight in table.items()})
        for name, table in tables.items()
    }
    return ModelSet("0", EMPTY, rankers)


@dataclass(slots=True)
class Filled:
    """An event in the making: its type and its slots, with the mentions that fill them."""

    figure: Figure
    type: str
    slots: dict[str, Any]
    mentions: dict[str, tuple[Mention, ...]]


class Filler:
    """Fills the slots of decided figures.

    Args:
        packs: The compiled packs, whose ``roles`` say which names may fill what.
        models: The trained models, or None for the weights written by hand.
    """

    def __init__(self, packs: CompiledPacks, models: ModelSet | None) -> None:
        self.models = models
        self.hand = hand_weights()
        self.packs: Mapping[str, Pack] = {p.pack.event: p.pack for p in packs.packs if p.pack.event}
        self.scopes = {p.pack.event: packs.scopes[p.name] for p in packs.packs if p.pack.event}
        self.falls = {p.pack.event: _falls(p, packs.scopes[p.name]) for p in packs.packs if p.pack.event}

    def fill(self, reading: Reading) -> Iterator[Filled]:
        """Yield the events of *reading* in the order of the text, those of type other too."""
        for figure in reading.figures:
            decided = figure.decided
            if decided is None or decided.type == NOTHING:
                continue
            filled = Filled(figure, decided.type, _value_slots(figure), {})
            if decided.type != OTHER:
                filled.slots["measure"] = decided.measure or counted_words(reading, figure)
                self.fill_typed(reading, figure, filled)
            yield filled

    def fill_typed(self, reading: Reading, figure: Figure, filled: Filled) -> None:
        """Fill place, date, accumulation, modality and roles of a typed event."""
        pack = self.packs.get(filled.type)
        self.captured(reading, figure, filled, pack)
        self.date(reading, figure, filled)
        self.place(reading, figure, filled)
        self.cued(reading, figure, filled)
        if pack:
            self.roles(reading, figure, filled, pack)

    def captured(self, reading: Reading, figure: Figure, filled: Filled, pack: Pack | None) -> None:
        """Take over what the pattern captured."""
        decided = figure.decided
        match = decided.match if decided else None
        if pack:
            _unit(figure, filled, pack)
        if match is None or "sign" not in match.captured:
            self.fall(reading, figure, filled)
        if match is None:
            return
        filled.slots.update(match.pattern.pattern.set)
        first, last = reading.bounds[figure.sentence]
        sentence = reading.mentions[first:last]
        for slot, index in match.captured.items():
            mention = sentence[index]
            if slot == "measure":
                filled.mentions[slot] = (mention,)
                continue
            if slot == "sign":
                _negate(filled.slots)
            elif mention.tag in ("ORG", "FACILITY", "PERSON", "GOODS", "PLACE", "TIME"):
                filled.mentions[slot] = (mention,)
            else:
                value = match.value_of(slot, sentence) or ""
                filled.slots[slot] = {"true": True, "false": False}.get(value, value)
                filled.mentions[slot] = (mention,)

    def fall(self, reading: Reading, figure: Figure, filled: Filled) -> None:
        """Make the figure negative where a word for a fall stands before it, or before the list that it is in."""
        cues = self.falls.get(filled.type, ())
        end = figure.start
        for index in range(figure.index - 1, max(reading.bounds[figure.sentence][0], figure.index - MOST_LEFT) - 1, -1):
            mention = reading.mentions[index]
            between = reading.text[mention.end : end].strip()
            if mention.tag == "QTY" and between in LISTED:
                end = mention.start
                continue
            found = any(tag == t and values in ((), (v,)) for t, v in mention.meanings() for tag, values in cues)
            if found and len(between) <= FALL_REACH and between not in LISTED:
                _negate(filled.slots)
            return

    def date(self, reading: Reading, figure: Figure, filled: Filled) -> None:
        """Fill the dates from the time expression that governs the figure."""
        if "date" in filled.mentions:
            chosen: tuple[Mention, ...] | None = filled.mentions.pop("date")
        else:
            candidates = date_candidates(reading, figure)
            rows = date_rows(reading, figure, candidates)
            chosen = self.choose("date", "date", figure, candidates, rows)
        if chosen:
            dated = reading.period_of(chosen[0])
            start, end = dated.start, dated.end
            # a range that runs backwards tells its end only: 2月15日至14日
            filled.slots["date_start"] = None if start and end and end < start else start
            filled.slots["date_end"] = end
            filled.mentions["date_end" if dated.end else "date_start"] = chosen

    def place(self, reading: Reading, figure: Figure, filled: Filled) -> None:
        """Fill the place."""
        if "place" not in filled.mentions:
            candidates = place_candidates(reading, figure)
            rows = place_rows(reading, figure, candidates)
            chosen = self.choose("place", "place", figure, candidates, rows)
            if chosen:
                filled.mentions["place"] = chosen

    def roles(self, reading: Reading, figure: Figure, filled: Filled, pack: Pack) -> None:
        """Fill the roles from the names around the figure."""
        known: dict[frozenset[str], list[Placed]] = {}
        for name, role in pack.roles.items():
            if name in filled.mentions:
                continue
            tags = frozenset(role.tags)
            if tags not in known:
                found = placed(reading, figure, role_candidates(reading, figure, tags))
                known[tags] = [named(reading, one) for one in found]
            rows = [self.role_features(reading, figure, one, name, role) for one in known[tags]]
            candidates = [one.candidate for one in known[tags]]
            chosen = self.choose(f"role.{name}", "role", figure, candidates, rows)
            if chosen:
                filled.mentions[name] = chosen

    def role_features(self, reading: Reading, figure: Figure, one: Placed, name: str, role: Role) -> list[str]:
        """Return the features of a name that may fill *role*."""
        candidate = one.candidate
        extra = ["particle"] if follows(reading, candidate, tuple(role.after)) else []
        pack = self.packs[figure.decided.type] if figure.decided else None
        for other, spec in pack.roles.items() if pack else ():
            if other != name and follows(reading, candidate, tuple(spec.after)):
                extra.append("other-particle")
                break
        side = "left" if candidate.start < figure.start else "right"
        if role.side not in ("either", side):
            extra.append("wrong-side")
        if _out_of_reach(reading, figure, candidate, role.reach):
            extra.append("out-of-reach")
        scope = self.scopes[figure.decided.type] if figure.decided else {}
        if role.before and _followed_by(reading, candidate, [_qualified(cue, scope) for cue in role.before]):
            extra.append("precedes")
        return one.with_(extra)

    def choose(
        self,
        name: str,
        fallback: str,
        figure: Figure,
        candidates: Sequence[Candidate],
        rows: Sequence[list[str]],
    ) -> tuple[Mention, ...] | None:
        """Return the mentions of the best candidate, or None where none is better."""
        if not candidates:
            return None
        trained = self.models.rankers.get(name) if self.models else None
        ranker = trained or self.hand.rankers[fallback]
        options = [none_features(figure, candidates), *rows]
        at = ranker.choose(options, figure.decided.type if figure.decided else "")
        return candidates[at - 1].mentions if at else None

    def cued(self, reading: Reading, figure: Figure, filled: Filled) -> None:
        """Fill accumulation and modality from the cues around the figure."""
        if self.models is not None and figure.scores is not None:
            table = self.models.table
            scores = figure.scores + table.scores(cue_features(reading, figure, filled))
            for slot in CUED:
                value = table.best(slot, scores, LEAN if slot == "accumulation" and filled.type in COUNTS else NO_LEAN)
                if value is not None and value != ABSENT:
                    filled.slots[slot] = value
                else:
                    filled.slots.pop(slot, None)
            if filled.type in COUNTS:
                _told(reading, figure, filled)
            return
        for slot in CUED:
            if slot not in filled.slots:
                _cue_by_rule(reading, figure, filled, slot)


def _told(reading: Reading, figure: Figure, filled: Filled) -> None:
    """Take a plain word for an increase or a stock in the clause at its word: 新增, 现有. 累计 has other uses."""
    cue = _cue(reading, figure, "accumulation")
    value = cue.valued(_tag_of(cue, "accumulation")) if cue else None
    if cue is not None and value in ("new", "current"):
        filled.slots["accumulation"], filled.mentions["accumulation"] = value, (cue,)


def _falls(pack: LoadedPack, scope: Mapping[str, str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the tags, with their values, that the pack's patterns capture as the sign of a fall."""
    tests = (test for asts in pack.asts.values() for ast in asts for test in ast.tests())
    found = {(scope.get(test.tag, test.tag), tuple(test.values)) for test in tests if test.name == "sign"}
    return tuple(sorted(found))


def _cue_by_rule(reading: Reading, figure: Figure, filled: Filled, slot: str) -> None:
    cue = _cue(reading, figure, slot)
    if cue is not None:
        value = cue.valued(_tag_of(cue, slot))
        if value:
            filled.slots[slot], filled.mentions[slot] = value, (cue,)
    elif slot == "accumulation" and _until(filled):
        filled.slots[slot] = "cumulative"


def cue_features(reading: Reading, figure: Figure, filled: Filled) -> list[str]:
    """Return what the models of accumulation and modality see besides the figure's own features: its type, its date."""
    label = f"{filled.type}|{filled.slots.get('measure')}"
    dates = filled.mentions.get("date_end") or filled.mentions.get("date_start")
    relation = dates[0].value if dates else "none"
    out = [f"is={label}", f"is={filled.type}", f"date={relation}", f"date={relation}&{filled.type}"]
    if dates and dates[0].start >= reading.sentences[figure.sentence].start:
        out.append(f"date-here={relation}&{filled.type}")
    for slot in CUED:
        cue = _cue(reading, figure, slot)
        value = cue.valued(_tag_of(cue, slot)) if cue else ABSENT
        out += [f"cue-{slot}={value}", f"cue-{slot}={value}&{filled.type}", f"cue-{slot}={value}&date={relation}"]
    return out


_COUNTED = regex.compile(
    r"[\u3400-\u9fffA-Za-z]{1,8}?(?=[，。、；：！？（）“”\s,;]|$|的|是|在|已|被|和|与|及|由|将)|[\u3400-\u9fff]{1,4}"
)
_COUNTED_BEFORE = regex.compile(r"[\u3400-\u9fff]{2,4}$")


def counted_words(reading: Reading, figure: Figure) -> str:
    """Return the words for what a figure counts, as written: the noun behind it, else the words before it."""
    text = reading.text
    behind = _COUNTED.match(text, figure.end)
    if behind:
        return behind.group()
    before = _COUNTED_BEFORE.search(text, max(0, figure.start - 8), figure.start)
    return before.group() if before else figure.quantity.surface_unit or text[figure.start : figure.end]


def _value_slots(figure: Figure) -> dict[str, Any]:
    q = figure.quantity
    slots = {"value": q.value, "value_max": q.value_max, "unit": q.unit, "bound": q.bound}
    if q.per:
        slots["per"] = q.per
    return slots


# Kinds of units that say only how something is counted, not what.
_LOOSE = frozenset({"bare", "goods", "count", "person", "team", "bed"})


def _unit(figure: Figure, filled: Filled, pack: Pack) -> None:
    """Give the figure the unit of what is counted, where its own says only that something is: 300张 of beds."""
    wanted = pack.unit_of.get(str(filled.slots.get("measure"))) or pack.unit_of.get("*")
    if wanted and figure.quantity.kind in _LOOSE:
        filled.slots["unit"] = wanted
    elif pack.units and filled.slots["unit"] is None:
        filled.slots["unit"] = pack.units[0]


def _negate(slots: dict[str, Any]) -> None:
    low, high = slots.get("value"), slots.get("value_max")
    if low is not None and low > 0:
        slots["value"], slots["value_max"] = (-low, None) if high is None else (-high, -low)


def _cue(reading: Reading, figure: Figure, slot: str) -> Mention | None:
    """Return the nearest cue of *slot* in the figure's clause, left of it."""
    suffix = f":{slot.upper()}"
    first, _ = reading.bounds[figure.sentence]
    for index in range(figure.index - 1, max(first, figure.index - MOST_LEFT) - 1, -1):
        mention = reading.mentions[index]
        if mention.start < figure.clause[0]:
            return None
        if _tag_of(mention, slot) or mention.tag.endswith(suffix):
            return mention
    return None


def _tag_of(mention: Mention, slot: str) -> str:
    suffix = f":{slot.upper()}"
    for tag in (mention.tag, *(entry.tag for entry in mention.also)):
        if tag.endswith(suffix):
            return tag
    return ""


def _until(filled: Filled) -> bool:
    dates = filled.mentions.get("date_end")
    return dates is not None and len(dates) > 0 and dates[0].value == "until"


def _out_of_reach(reading: Reading, figure: Figure, candidate: Candidate, reach: str) -> bool:
    if candidate.sentence < 0:
        return reach != "paragraph"
    if candidate.sentence != figure.sentence:
        same = reading.paragraph_of(candidate.sentence) == reading.paragraph_of(figure.sentence)
        return reach != "paragraph" or not same
    return reach == "clause" and not figure.clause[0] <= candidate.start < figure.clause[1]


def _qualified(cue: str, scope: Mapping[str, str]) -> tuple[str, str]:
    tag, _, value = cue.partition("=")
    return scope.get(tag, tag), value


def _followed_by(reading: Reading, candidate: Candidate, cues: Sequence[tuple[str, str]]) -> bool:
    """Tell whether one of *cues* follows the candidate before the next comma."""
    if candidate.sentence < 0:
        return False
    _, last = reading.bounds[candidate.sentence]
    for index in range(reading.index_after(candidate.end), last):
        mention = reading.mentions[index]
        if reading.clauses_between(candidate.end, mention.start):
            return False
        for tag, value in cues:
            found = mention.valued(tag)
            if found is not None and value in ("", found):
                return True
    return False
