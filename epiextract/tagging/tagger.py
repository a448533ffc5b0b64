"""From the text that is read to its mentions: one scan for all terms, then the taggers that build on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Any, Protocol

from epiextract.tagging.counted import find_counted
from epiextract.tagging.diseases import disease_entries
from epiextract.tagging.goods import find_goods, goods_entries
from epiextract.tagging.lexicon import Lexicon
from epiextract.tagging.masks import masks_among, unmasked
from epiextract.tagging.mentions import Entry, Hit, Mention
from epiextract.tagging.names.finder import FACILITY_HEAD, find_names, name_entries
from epiextract.tagging.names.spacy_names import joined, sentences_with_figures
from epiextract.tagging.places.finder import find_places, place_entries
from epiextract.values.quantities.finder import Quantity
from epiextract.values.quantities.rates import DAY, is_of_date
from epiextract.values.scan import find_values

# Where two entities cover the same characters the more telling one stays.
_RANK = {"QTY": 0, "TIME": 0, "ORG": 1, "FACILITY": 2, "PERSON": 3, "PLACE": 4, "DISEASE": 5, "GOODS": 6}


class NameSource(Protocol):
    """Another source of entities, such as a spaCy pipeline."""

    def mentions(self, text: str, spans: Sequence[tuple[int, int]]) -> list[Mention]:
        """Return the entities of *text* inside of *spans*."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """The mentions of a text.

    Args:
        mentions: All of them, sorted; only a term that ends a figure's own words may overlap another.
        places: Every place, those inside of longer names too.
        hidden: What masks hide, each with its mask.
    """

    mentions: list[Mention]
    places: list[Mention]
    hidden: list[tuple[Mention, Mention]] = field(default_factory=list)


class Tagger:
    """Everything that finds mentions, put together once.

    Args:
        entries: Terms of packs and of users' gazetteers; the built-in gazetteers are added.
        regexes: (tag, value, compiled expression) of the packs' surface regexes.
        names: Other sources of entities.
        masks: Tags whose words hide what is inside of them.
    """

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        regexes: Sequence[tuple[str, str, Any]] = (),
        names: Sequence[NameSource] = (),
        masks: frozenset[str] = frozenset(),
    ) -> None:
        self.lexicon = Lexicon([*builtin_entries(), *entries])
        self.regexes = tuple(regexes)
        self.names = tuple(names)
        self.masks = masks

    def with_masks(self, masks: frozenset[str]) -> Tagger:
        """Return the same tagger with other masks."""
        other = copy(self)
        other.masks = masks
        return other

    def tag(self, text: str) -> Tagged:
        """Return the mentions of *text*."""
        hits = _behind_days(self.lexicon, text, self.lexicon.scan(text))
        values = find_values(text)
        places = find_places(text, hits)
        goods = find_goods(text, hits)
        counted = find_counted(text, hits, values, goods)
        names = list(find_names(text, hits, values=values))
        places = outside_persons(places, names)
        entities = _with_users([*places, *names, *goods, *counted], list(_users(hits)))
        if self.names:
            spans = sentences_with_figures(text, values)
            for source in self.names:
                entities = list(joined(entities, source.mentions(text, spans), values))
        terms = list(_terms(hits))
        for tag, value, expression in self.regexes:
            terms.extend(Mention(m.start(), m.end(), tag, value) for m in expression.finditer(text))
        if self.regexes:
            terms = _one_a_span(terms)
        figures = [
            Mention(v.start, v.end, "QTY", v.kind, v)
            if isinstance(v, Quantity)
            else Mention(v.start, v.end, "TIME", v.relation, v)
            for v in values
        ]
        figures = outside_names(figures, names)
        masks = masks_among(terms, self.masks)
        hidden: list[tuple[Mention, Mention]] = []
        if masks:
            figures, terms = unmasked(figures, masks, hidden), unmasked(terms, masks, hidden)
        return Tagged(merge(figures, entities, terms), places, hidden)


def _behind_days(lexicon: Lexicon, text: str, hits: list[Hit]) -> list[Hit]:
    """Return the terms, none with the 日 of a date: of 2月3日产量 the term is 产量, not 日产量."""
    out: list[Hit] = []
    for hit in hits:
        if text[hit.start] == DAY and is_of_date(text, hit.start):
            rest = lexicon.scan(text[hit.start + 1 : hit.end])
            out.extend(Hit(one.start + hit.start + 1, one.end + hit.start + 1, one.entries) for one in rest)
        else:
            out.append(hit)
    return out


def outside_persons(places: Sequence[Mention], names: Iterable[Mention]) -> list[Mention]:
    """Return the places without those that are part of a person's name: no 桂平 in 刘桂平.

    Args:
        places: The places, in order.
        names: Names, in any order.
    """
    inside: set[int] = set()
    for person in names:
        if person.tag == "PERSON":
            inside.update(range(person.start + 1, person.end))
    return [one for one in places if not (one.start in inside and one.end - 1 in inside)]


def outside_names(figures: list[Mention], names: Iterable[Mention]) -> list[Mention]:
    """Return the figures without those that open a well-known name: no 三只 in 三只松鼠, no 361度 in 361度集团.

    Args:
        figures: Quantities and times, in order.
        names: Names, in any order.
    """
    known = {one.start: one.end for one in names if one.tag == "ORG" and one.value == "known"}
    return [one for one in figures if one.tag != "QTY" or known.get(one.start, 0) < one.end]


def builtin_entries() -> Iterable[Entry]:
    """Yield the rows of all gazetteers that come with the library."""
    yield from place_entries()
    yield from name_entries()
    yield from goods_entries()
    yield from disease_entries()


def name_words() -> Iterable[tuple[str, str]]:
    """Yield words that are names or goods by themselves, with the tag of their mentions."""
    tags = {"GROUP_PART": "ORG", FACILITY_HEAD: "FACILITY", "ORG_NAME_PART": "ORG", "FACILITY_NAME_PART": "FACILITY"}
    for entry in (*name_entries(), *goods_entries()):
        tag = tags.get(entry.tag, entry.tag)
        if tag in ("ORG", "FACILITY", "GOODS"):
            yield entry.term, tag


def _users(hits: Iterable[Hit]) -> Iterable[Mention]:
    """Yield the names of users' gazetteers, which stand for themselves."""
    for hit in hits:
        if hit.entries.users:
            entry = hit.entries.users[0]
            yield Mention(hit.start, hit.end, entry.tag, entry.value, entry.payload)


def _with_users(entities: list[Mention], users: list[Mention]) -> list[Mention]:
    """Return all names; what a user calls by a name of his own is nothing that the library thinks of the same words."""
    spans = {(one.start, one.end) for one in users}
    return [*users, *(one for one in entities if (one.start, one.end) not in spans)] if users else entities


def _terms(hits: Iterable[Hit]) -> Iterable[Mention]:
    """Yield pack terms and diseases; places, names and goods come from their own taggers."""
    for hit in hits:
        entries = hit.entries.terms
        if entries:
            first = entries[0]
            yield Mention(hit.start, hit.end, first.tag, first.value, first.payload, entries[1:])


def _one_a_span(terms: Iterable[Mention]) -> list[Mention]:
    """Return *terms* with one for the same characters, which has the meanings of all.

    A term of one pack stands where the surface regex of another finds something too: both have their say.
    """
    spans: dict[tuple[int, int], Mention] = {}
    for term in terms:
        span = (term.start, term.end)
        first = spans.get(span)
        if first is None:
            spans[span] = term
        elif (term.tag, term.value) not in first.meanings():
            spans[span] = _with_meanings(first, term)
    return list(spans.values())


def _with_meanings(entity: Mention, term: Mention | None) -> Mention:
    if term is None:
        return entity
    also = (*entity.also, Entry("", term.tag, term.value, term.payload), *term.also)
    return Mention(entity.start, entity.end, entity.tag, entity.value, entity.payload, also)


def _order(mention: Mention) -> int:
    """Return a number that puts the earlier first, of those the longer, of those the more telling."""
    length = mention.end - mention.start
    return (mention.start << 16) + ((0xFFF - length if length < 0xFFF else 0) << 4) + _RANK.get(mention.tag, 9)


def _holds(name: Mention, figure: Mention) -> bool:
    """Tell whether a figure is part of a name: 第三人民医院, and 百色市, which opens with what looks like 100 色."""
    # 31个省 and 两轮社区 open with a figure: only a division has a name of its own
    division = name.tag == "PLACE" and name.value.startswith("cn:")
    return (name.start < figure.start or (division and name.start == figure.start)) and figure.end < name.end


def merge(figures: Sequence[Mention], entities: Sequence[Mention], terms: Sequence[Mention]) -> list[Mention]:
    """Return one sorted list in which the longer mention wins.

    A figure gives way only to a name that holds it whole on both sides (第三人民医院), and to a division that opens
    with it (百色市). A term that ends with or after a
    figure stays beside it: in 2.8万员工 the noun belongs to the figure's unit and is still the head of the phrase.

    Args:
        figures: Quantities and times, sorted.
        entities: Places, names, goods.
        terms: Terms of packs.
    """
    taken: list[Mention] = []
    # 患者 is a group that receives and a state of health: a name keeps the meanings of a term on the same words
    same = {(term.start, term.end): term for term in terms}
    entities = [_with_meanings(entity, same.get((entity.start, entity.end))) for entity in entities]
    for mention in sorted([*figures, *entities, *terms], key=_order):
        last = taken[-1] if taken else None
        if last is None or mention.start >= last.end:
            taken.append(mention)
        elif last.tag in ("QTY", "TIME"):
            if mention.end >= last.end and mention.start > last.start:
                taken.append(mention)
        elif mention.tag in ("QTY", "TIME") and not _holds(last, mention):
            while taken and taken[-1].end > mention.start and taken[-1].tag not in ("QTY", "TIME"):
                taken.pop()
            taken.append(mention)
        elif mention.end - mention.start > last.end - last.start and mention.end > last.end:
            taken[-1] = mention
    return taken
