"""Which candidate fills a slot: dates, places and names, ranked by one mechanism with two tables of weights.

The table that stands in ``weights.yaml`` is written by hand and says what readers know: the nearest name on the side
where the particle points, the date that opens the sentence. The trained table replaces it where there is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from epiextract.deciding.candidates import (
    MAX_CANDIDATES,
    Candidate,
    between_labels,
    coordinated,
    geometry,
)
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

NONE = "none"
# Words for where something goes, or comes from, right before a place: 驰援, 运抵, 飞赴; 来自.
MOVES = 5
_TOWARDS = regex.compile(
    r"(?:[驰支增]?援助?|[飞奔赶开前]?赴|前往|抵达?|[到送发运派]达?往?至?|进驻|入驻|[捐赠送发运寄]给|向|落地|出征|战)了?(?:在|往|到)?$"
)
_FROM = regex.compile(r"(?:从|自|来自|由)$")
# A subject opens its sentence, or follows its date or a few linking words.
LEAD = 16
_OPENING = regex.compile(
    r"(?:[^，。；：、]{0,14}[，、：日]|[^，。；：、]{0,4})?\s*(?:其中|同时|此外|另外|截至|据|而|但|在)?"
)
# How far behind the wanted number of names to look, and how often one name may stand among the candidates.
WIDE, SAME = 4, 2


def date_candidates(reading: Reading, figure: Figure) -> list[Candidate]:
    """Return the resolved dates that may govern *figure*, the nearest first."""
    left: list[Candidate] = []
    right: list[Candidate] = []
    for index, dated in reading.periods.items():
        mention = reading.mentions[index]
        if mention.start < figure.start:
            left.append(Candidate((mention,), "TIME", dated.sentence))
        elif dated.sentence == figure.sentence:
            right.append(Candidate((mention,), "TIME", dated.sentence))
    left.sort(key=lambda c: -c.start)
    nearest = left[:6]
    return _ordered([*nearest, *right[:2]], figure)


def place_candidates(reading: Reading, figure: Figure) -> list[Candidate]:
    """Return the places that may be the figure's, the nearest first, then those of title and dateline."""
    found = _around(reading, figure, reading.places.mentions, "PLACE", before=6, after=3)
    return found + [Candidate((m,), kind, -1) for kind, m in reading.places.defaults]


def role_candidates(reading: Reading, figure: Figure, tags: frozenset[str]) -> list[Candidate]:
    """Return the names with one of *tags* that may fill a role of *figure*; lists joined by 、 are one.

    Args:
        reading: The document as read.
        figure: The figure.
        tags: Tags of mentions that can fill the role.
    """
    found = _around(reading, figure, reading.names.tagged(tags), "", before=6, after=2)
    return found + [Candidate((m,), "title", -1) for m in reading.names.title if m.tag in tags][:2]


def _around(
    reading: Reading, figure: Figure, mentions: Sequence[Mention], kind: str, *, before: int, after: int
) -> list[Candidate]:
    from bisect import bisect_left

    at = bisect_left(mentions, figure.start, key=lambda m: m.start)
    window = mentions[max(0, at - before * WIDE) : at + after + 3]
    left: list[Candidate] = []
    right: list[Candidate] = []
    for group in coordinated(reading, window):
        sentence = reading.sentence_at(group[0].start)
        if abs(figure.sentence - sentence) > 12:
            continue
        candidate = Candidate(group, kind or group[0].tag, sentence)
        if candidate.start < figure.start:
            left.append(candidate)
        elif sentence == figure.sentence:
            right.append(candidate)
    left.reverse()
    return _ordered([*_spread(reading, left, before), *right[:after]], figure)


def _spread(reading: Reading, candidates: Sequence[Candidate], most: int) -> list[Candidate]:
    """Return the nearest candidates; of one name that stands again and again only the nearest two count.

    A table that gives 武汉 behind every figure would hide the 湖北 that it is about.
    """
    counts: Counter[str] = Counter()
    out = []
    for candidate in candidates:
        words = reading.text[candidate.start : candidate.end]
        counts[words] += 1
        if counts[words] <= SAME:
            out.append(candidate)
            if len(out) == most:
                break
    return out


def _ordered(candidates: Iterable[Candidate], figure: Figure) -> list[Candidate]:
    counts = {True: 0, False: 0}
    out = []
    for candidate in candidates:
        left = candidate.start < figure.start
        out.append(Candidate(candidate.mentions, candidate.kind, candidate.sentence, counts[left]))
        counts[left] += 1
    return out[:MAX_CANDIDATES]


def none_features(figure: Figure, candidates: Sequence[Candidate]) -> list[str]:
    """Return the features of the choice that no candidate fills the slot."""
    decided = figure.decided
    near = any(c.sentence == figure.sentence for c in candidates)
    return [
        NONE,
        f"{NONE}&{decided.measure if decided else '?'}",
        f"{NONE}&{min(len(candidates), 3)}",
        f"{NONE}&near={near}",
    ]


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate with the features of its place, which are the same for every slot that it may fill.

    Args:
        candidate: The candidate.
        features: Its geometry, and the terms between it and the figure.
        where: The feature that says where it stands.
    """

    candidate: Candidate
    features: list[str]
    where: str

    def with_(self, extra: Sequence[str]) -> list[str]:
        """Return all features, those that only one slot knows of also crossed with the place."""
        where = self.where
        return [*self.features, *extra, *[f"{feature}&{where}" for feature in extra]]


def _topics(reading: Reading, candidates: Sequence[Candidate]) -> dict[int, str]:
    """Return which candidates open a sentence or clause as its subject, counted from the figure backwards.

    What a sentence begins with is what it and those after it speak of, until another takes its place.
    """
    out: dict[int, str] = {}
    rank = 0
    for number, candidate in enumerate(candidates):
        mention = candidate.mentions[0]
        if candidate.sentence < 0 or (mention.tag == "PLACE" and reading.places.is_inside(mention)):
            continue
        before = reading.text[reading.sentences[candidate.sentence].start : candidate.start]
        if _OPENING.fullmatch(before[-LEAD:] if len(before) > LEAD else before):
            out[number] = f"topic{min(rank, 2)}"
            rank += 1
    return out


def placed(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Placed]:
    """Return the candidates of a figure with the features of their places.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: Its candidates for a slot.
    """
    topics = _topics(reading, candidates)
    out = []
    for number, candidate in enumerate(candidates):
        features, where = geometry(reading, figure, candidate)
        features += between_labels(reading, figure, candidate)
        topic = topics.get(number)
        if topic:
            features += [topic, f"{topic}&{where}"]
        out.append(Placed(candidate, features, where))
    return out


def _age(days: int) -> str:
    """Return how long before the document's day a date lies."""
    if days < 0:
        return "future"
    return str(days) if days < 2 else "<7" if days < 7 else "<30" if days < 30 else "old"


def date_features(reading: Reading, figure: Figure, candidate: Candidate) -> list[str]:
    """Return what a date candidate shows of itself: its relation, its length, whether the document's date is near."""
    mention = candidate.mentions[0]
    dated = reading.period_of(mention)
    out = [f"relation={mention.value}", f"shape={getattr(mention.payload, 'kind', '')}"]
    if dated.start is not None and dated.end is not None:
        days = (dated.end - dated.start).days
        out.append(f"days={0 if days == 0 else 1 if days < 8 else 2 if days < 32 else 3}")
    else:
        out.append("days=open")
    last = dated.end or dated.start
    if reading.published is not None and last is not None:
        out.append(f"age={_age((reading.published - last).days)}")
    sentence = reading.sentences[candidate.sentence]
    paragraph = reading.paragraphs[sentence.paragraph]
    if mention.start - paragraph.start <= 2:
        out.append("opens-paragraph")
    if reading.in_dateline(mention):
        out.append("dateline")
    head = reading.text[mention.start : mention.start + 2]
    out.append(f"head={head}" if not head[:1].isdigit() else "head=9")
    decided = figure.decided
    if decided:
        out.append(f"relation={mention.value}&{decided.measure}")
    return out


def place_rows(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[list[str]]:
    """Return the features of all place candidates.

    Args:
        reading: The document as read.
        figure: The figure, its roles chosen.
        candidates: The places, the nearest first.
    """
    return [one.with_(place_features(reading, one.candidate)) for one in placed(reading, figure, candidates)]


def date_rows(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[list[str]]:
    """Return the features of all date candidates.

    Args:
        reading: The document as read.
        figure: The figure, decided.
        candidates: The dates, the nearest first.
    """
    return [one.with_(date_features(reading, figure, one.candidate)) for one in placed(reading, figure, candidates)]


def place_features(reading: Reading, candidate: Candidate) -> list[str]:
    """Return what a place candidate shows of itself: its level, how often it is named, where else it stands."""
    mention = candidate.mentions[0]
    facts = reading.places.facts(mention)
    before = reading.text[max(0, mention.start - MOVES) : mention.start]
    towards = _TOWARDS.search(before)
    out = [f"level={facts.level}", f"many={len(candidate.mentions) > 1}", f"often={facts.share}"]
    out += [f"also={where}" for where in facts.also]
    if facts.excluding:
        out.append("excluding")
    if facts.inside:
        out.append(f"inside={facts.inside}")
    if towards:
        out.append("towards")
    elif _FROM.search(before):
        out.append("from")
    return out


def named(reading: Reading, one: Placed) -> Placed:
    """Return a placed name with what it shows of itself: tag, kind, length of its list.

    Args:
        reading: The document as read.
        one: The name with the features of its place.
    """
    mention = one.candidate.mentions[0]
    goods = mention.tag == "GOODS"
    kind = getattr(mention.payload, "kind", "") or mention.value
    out = [f"tag={mention.tag}", f"value={'goods' if goods else mention.value}", f"what={kind}"]
    out.append(f"list={min(len(one.candidate.mentions), 3)}")
    if goods:
        out.append(f"goods={mention.value}")
    return Placed(one.candidate, one.with_(out), one.where)


def follows(reading: Reading, candidate: Candidate, particles: tuple[str, ...]) -> bool:
    """Tell whether one of *particles* stands right before the candidate: 向, 给, 通过."""
    start = candidate.start
    return bool(particles) and reading.text[max(0, start - 4) : start].endswith(particles)
