"""Which candidate fills a slot: dates, places and names, ranked by one mechanism with two tables of weights.

The table that stands in ``weights.yaml`` is written by hand and says what readers know: the nearest name on the side
where the particle points, the date that opens the sentence. The trained table replaces it where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import filterfalse

from epiextract.deciding.brackets import brackets_of
from epiextract.deciding.candidates.breakdowns import parts, standing, wholes
from epiextract.deciding.candidates.gathering import BEFORE, BEHIND, ROOM, WIDE, WIDER, alike, following, sort, spread
from epiextract.deciding.candidates.geometry import MAX_CANDIDATES, Candidate, geometry
from epiextract.deciding.candidates.spots import DATE, NAME, PLACE, Spot, View, line, spot_of
from epiextract.deciding.cues import CUED, cue_of, tag_of
from epiextract.deciding.models.parts import Part, Row, crossed, spelling
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

NONE = "none"
GOODS = "GOODS"
# Words for where something goes, or comes from, right before a place: 驰援, 运抵, 飞赴; 来自.
MOVES = 5
# The kinds of the candidates that a document names most.
FREQUENT, FREQUENT_PLACES = ("frequent", "second"), ("frequent-place", "second-place")
_TOWARDS = re.compile(
    r"(?:[驰支增]?援助?|[飞奔赶开前]?赴|前往|抵达?|[到送发运派]达?往?至?|进驻|入驻|[捐赠送发运寄]给|向|落地|出征|战)了?(?:在|往|到)?$"
)
_FROM = re.compile(r"(?:从|自|来自|由)$")


def date_candidates(reading: Reading, figure: Figure) -> list[Candidate]:
    """Return the resolved dates that may govern *figure*, the nearest first."""
    dates = line(reading, "dates", lambda: [reading.mentions[index] for index in reading.periods], DATE)
    left, right = dates.around(reading, figure.start, 6, 2)
    return _ordered("TIME", left, (one for one in right if one.sentence == figure.sentence))


_OPENS, _CLOSES, _ENDED = ("（", "("), ("）", ")"), ("。", "！", "!")


def date_behind(reading: Reading, figure: Figure) -> tuple[Mention, ...] | None:
    """Return the date that stands in brackets right behind *figure* and is its own: 890例（3日）、731例（4日）.

    Behind the end of the sentence it tells up to when was counted: 累计427例！（截至2月20日24时）.
    """
    at = reading.index_after(figure.end)
    if at not in reading.periods:
        return None
    mention = reading.mentions[at]
    before, after = reading.text[figure.end : mention.start].strip(), reading.text[mention.end : mention.end + 1]
    if after not in _CLOSES or before[-1:] not in _OPENS:
        return None
    ended = before[:-1] in _ENDED and mention.value == "until" and not _is_new(reading, figure)
    return (mention,) if len(before) == 1 or ended else None


def _is_new(reading: Reading, figure: Figure) -> bool:
    cue = cue_of(reading, figure, "accumulation")
    return cue is not None and cue.valued(tag_of(cue, "accumulation")) == "new"


def place_candidates(reading: Reading, figure: Figure, barred: Callable[[Spot], bool] | None = None) -> list[Candidate]:
    """Return the places that may be the figure's, the nearest first, then those of title and dateline.

    Args:
        reading: The document as read.
        figure: The figure.
        barred: Tells places before it that take no room among the nearest; None bars none.
    """
    places = reading.places
    reach = BEFORE * WIDE if barred is None else BEFORE * WIDER
    left, right = line(reading, "places", lambda: places.mentions, PLACE).around(reading, figure.start, reach, 8)
    before = spread(filterfalse(barred, left) if barred else left, figure, {"": BEFORE}, alike)
    behind = (one for one in following(right, figure, 3) if not _is_later_note(reading, figure, one))
    found = _ordered("PLACE", before, behind)
    found += [_afar(reading, mention, kind, PLACE) for kind, mention in places.defaults]
    broken = parts(reading, figure)
    return wholes(found, broken) if broken else found


def _is_later_note(reading: Reading, figure: Figure, one: Spot) -> bool:
    """Tell whether a place stands in brackets of a later sentence: 无新增死亡病例。新增疑似病例4例（均在上海）.

    Of 50 such places in annotated articles 44 are wrong, and the others stand elsewhere too.
    """
    return one.sentence > figure.sentence and brackets_of(reading, one.sentence).enclosing(one.start) is not None


def role_candidates(reading: Reading, figure: Figure, tags: frozenset[str]) -> list[Candidate]:
    """Return the names with one of *tags* that may fill a role of *figure*; lists joined by 、 are one.

    Args:
        reading: The document as read.
        figure: The figure.
        tags: Tags of mentions that can fill the role.
    """
    names = reading.names
    left, right = line(reading, tags, lambda: names.tagged(tags), NAME).around(reading, figure.start, BEFORE * WIDE, 10)
    found = _ordered("", spread(left, figure, ROOM, sort), following(right, figure, BEHIND))
    found += [_afar(reading, m, "title", NAME) for m in names.title if m.tag in tags][:2]
    if GOODS not in tags:
        # an article on one firm's gift names it at its head, and tells of the parts to its end
        often = names.frequent(tags)
        kinds = (*FREQUENT[: sum(m.tag != "PLACE" for m in often)], *FREQUENT_PLACES)
        found += [_afar(reading, m, kind, NAME) for kind, m in zip(kinds, often, strict=False)]
    return found


def _afar(reading: Reading, mention: Mention, kind: str, sort: str) -> Candidate:
    """Return a candidate whose distance does not count, such as one of the title."""
    key = (kind, sort, mention.tag, mention.start)
    found: Spot | None = reading.lines.get(key)
    if found is None:
        found = reading.lines[key] = spot_of(reading, (mention,), sort)
    return Candidate(found, kind, -1)


def _ordered(kind: str, left: Iterable[Spot], right: Iterable[Spot]) -> list[Candidate]:
    out = [
        Candidate(one, kind or one.mentions[0].tag, one.sentence, order)
        for side in (left, right)
        for order, one in enumerate(side)
    ]
    return out[:MAX_CANDIDATES]


def none_features(figure: Figure, candidates: Sequence[Candidate]) -> list[Part]:
    """Return the features of the choice that no candidate fills the slot."""
    measure = figure.decided.measure if figure.decided else "?"
    near = any(c.sentence == figure.sentence for c in candidates)
    return [(_none, measure, min(len(candidates), 3), near)]


@spelling
def _none(measure: str | None, candidates: int, near: bool) -> list[str]:
    return [NONE, f"{NONE}&{measure}", f"{NONE}&{candidates}", f"{NONE}&near={near}"]


@dataclass(slots=True)
class Placed:
    """A candidate with the parts of its place, which are the same for every slot that it may fill.

    Args:
        candidate: The candidate.
        view: Its place, as the figure sees it.
    """

    candidate: Candidate
    view: View

    def row(self, key: object, shown: Callable[[], Iterable[tuple[str, ...]]]) -> list[Part]:
        """Return all parts, features that only one slot knows of also crossed with the place.

        Args:
            key: What asks for them; a view of several figures keeps the row for the next one.
            shown: Gives the features that only the slot knows of.
        """
        view = self.view
        if view.rows is None:
            return [*view.parts, *[(crossed, features, view.where) for features in shown()]]
        found = view.rows.get(key)
        if found is None:
            found = Row([*view.parts, *[(crossed, features, view.where) for features in shown()]])
            view.rows[key] = found
        return found


def placed(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Placed]:
    """Return the candidates of a figure with the parts of their places.

    What a sentence begins with is what it and those after it speak of, until another takes its place: such topics are
    counted from the figure backwards.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: Its candidates for a slot.
    """
    topics = 0
    out = []
    for candidate in candidates:
        topic = -1
        if candidate.sentence >= 0 and candidate.spot.opens:
            topic = topics
            topics += topics < 2
        out.append(Placed(candidate, _view(reading, figure, candidate, topic)))
    return out


def _view(reading: Reading, figure: Figure, candidate: Candidate, topic: int) -> View:
    """Return how a figure sees a candidate; those of another sentence all figures of the sentence see alike."""
    if candidate.sentence == figure.sentence:
        return View(*geometry(reading, figure, candidate, topic))
    # what stands in the title, or is named often, is seen alike from everywhere
    sentence = figure.sentence if candidate.sentence >= 0 else -1
    key = (candidate.kind, sentence, candidate.order, topic)
    spot = candidate.spot
    views = spot.views = {} if spot.views is None else spot.views
    found = views.get(key)
    if found is None:
        found = views[key] = View(*geometry(reading, figure, candidate, topic), {})
    return found


def _age(days: int) -> str:
    """Return how long before the document's day a date lies."""
    if days < 0:
        return "future"
    return str(days) if days < 2 else "<7" if days < 7 else "<30" if days < 30 else "old"


def date_features(reading: Reading, one: Spot) -> tuple[str, ...]:
    """Return what a date shows of itself: its relation, its length, whether the document's date is near."""
    mention = one.mentions[0]
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
    if mention.start - reading.paragraphs[one.paragraph].start <= 2:
        out.append("opens-paragraph")
    if reading.in_dateline(mention):
        out.append("dateline")
    head = reading.text[one.start : one.start + 2]
    out.append(f"head={head}" if not head[:1].isdigit() else "head=9")
    return tuple(out)


def date_rows(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[list[Part]]:
    """Return the parts of all date candidates.

    Args:
        reading: The document as read.
        figure: The figure, decided.
        candidates: The dates, the nearest first.
    """
    measure = str(figure.decided.measure) if figure.decided else ""
    said = tuple(_cued(reading, figure, slot) for slot in CUED)

    def shown(spot: Spot) -> list[tuple[str, ...]]:
        own = _shown(reading, spot, date_features)
        return [own, _governing(own[:3], measure, *said)] if measure else [own]

    found = placed(reading, figure, candidates)
    return [one.row((measure, said), partial(shown, one.candidate.spot)) for one in found]


def _cued(reading: Reading, figure: Figure, slot: str) -> str:
    """Return what the clause of a figure says of it: 新增, 累计; 将."""
    cue = cue_of(reading, figure, slot)
    return (cue.valued(tag_of(cue, slot)) or "") if cue else ""


def _governing(shown: Sequence[str], measure: str, accumulation: str, modality: str) -> tuple[str, ...]:
    """Return what a date shows with what the figure counts, and how.

    In a bulletin 0—24时 governs all that is 新增, and 截至24时 all that is 累计, whichever stands nearer.
    """
    out = [f"{shown[0]}&{measure}"]
    for one in shown:
        out += [f"{one}&said={accumulation}", f"{one}&said={accumulation}&{measure}", f"{one}&mode={modality}"]
    return tuple(out)


def _shown(reading: Reading, spot: Spot, features: Callable[[Reading, Spot], tuple[str, ...]]) -> tuple[str, ...]:
    """Return what a candidate shows of itself, worked out once for all figures around it."""
    if spot.shows is None:
        spot.shows = features(reading, spot)
    return spot.shows


def place_rows(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[list[Part]]:
    """Return the parts of all place candidates.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: The places, the nearest first.
    """
    broken = parts(reading, figure)

    def shown(spot: Spot) -> list[tuple[str, ...]]:
        return list(filter(None, (_shown(reading, spot, place_features), _broken_down(spot, broken))))

    found = placed(reading, figure, candidates)
    return [one.row(("place", broken), partial(shown, one.candidate.spot)) for one in found]


def _broken_down(spot: Spot, broken: tuple[str, ...]) -> tuple[str, ...]:
    """Return how a place stands to those that a breakdown names, where there is one."""
    return (f"breakdown={standing(spot.mentions[0].value, broken)}",) if broken else ()


def own_features(reading: Reading, figure: Figure, slot: str, candidates: Sequence[Candidate]) -> list[tuple[str, ...]]:
    """Return what each candidate shows of itself, wherever it stands; of a place also how it stands to a breakdown.

    Args:
        reading: The document as read.
        figure: The figure.
        slot: The slot, by the name of its ranker.
        candidates: What may fill it.
    """
    if slot == "date":
        return [_shown(reading, one.spot, date_features) for one in candidates]
    if slot != "place":
        return [named(reading, one.spot) for one in candidates]
    broken = parts(reading, figure)
    return [_shown(reading, one.spot, place_features) + _broken_down(one.spot, broken) for one in candidates]


def place_features(reading: Reading, one: Spot) -> tuple[str, ...]:
    """Return what a place shows of itself: its level, how often it is named, where else it stands."""
    facts = reading.places.facts(one.mentions[0])
    before = reading.text[max(0, one.start - MOVES) : one.start]
    towards = _TOWARDS.search(before)
    out = [f"level={facts.level}", f"many={len(one.mentions) > 1}", f"often={facts.share}"]
    out += [f"also={where}" for where in facts.also]
    if facts.excluding:
        out.append("excluding")
    if facts.inside:
        out.append(f"inside={facts.inside}")
    if towards:
        out.append("towards")
    elif _FROM.search(before):
        out.append("from")
    return tuple(out)


def named(reading: Reading, one: Spot) -> tuple[str, ...]:
    """Return what a name shows of itself, worked out once for all figures around it."""
    return _shown(reading, one, name_features)


def name_features(_: Reading, one: Spot) -> tuple[str, ...]:
    """Return what a name shows of itself: tag, kind, length of its list."""
    mention = one.mentions[0]
    goods = mention.tag == "GOODS"
    kind = getattr(mention.payload, "kind", "") or mention.value
    out = [f"tag={mention.tag}", f"value={'goods' if goods else mention.value}", f"what={kind}"]
    out.append(f"list={min(len(one.mentions), 3)}")
    return (*out, f"goods={mention.value}") if goods else tuple(out)
