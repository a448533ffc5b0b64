"""The places and names of a document: what each means, which short form stands for which full one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from epiextract.events.slots import JOINER, EntityRef
from epiextract.matching.aliases import POINTING, fits, fits_alone, full_forms
from epiextract.matching.speaking import OWN, speaker_of
from epiextract.matching.whose import whose
from epiextract.spans import Covered
from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.words import known_ids
from epiextract.tagging.places.finder import PlaceRef

# What stands before the place that a team helps, in its name or a term: 支援湖北, 援鄂, 赴武汉.
_HELPS = frozenset("援赴助口往驻")
NAME_TAGS = frozenset({"ORG", "FACILITY", "PERSON", "GOODS"})

# What a body is said to be, and how.
_KINDS = ("企业", "单位", "机构", "厂家", "组织", "平台")
_IS = re.compile(
    r"(?:(?<![但可于只不若要或还])是|作为|成为|属于)(?:一[家个所]|我[国省市县]|国内|全国|当地|[省市县区]){0,2}\Z"
)
_IS_REACH = 8


@dataclass(slots=True)
class PlaceFacts:
    """What is known of a place's mention: its level, how often the place is named, where else, inside of which name."""

    level: str
    share: str
    also: tuple[str, ...]
    excluding: bool
    inside: str


@dataclass(slots=True)
class PlaceIndex:
    """The places of a document.

    Args:
        mentions: All mentions of places, sorted, those inside of longer names too.
        defaults: Places that hold where none is named: of the title, of the dateline, the three named most.
    """

    mentions: list[Mention] = field(default_factory=list)
    defaults: list[tuple[str, Mention]] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _hosts: Sequence[Mention] = ()
    _starts: Sequence[int] = ()
    _last: dict[int, Mention] = field(default_factory=dict)
    _facts: dict[int, PlaceFacts] = field(default_factory=dict)

    @classmethod
    def of(
        cls, places: Sequence[Mention], mentions: Sequence[Mention], title: int, datelines: Sequence[tuple[int, int]]
    ) -> PlaceIndex:
        """Return the index of *places*.

        Args:
            places: Mentions of places.
            mentions: All mentions of the document, which tell what a place stands in.
            title: Where the title ends.
            datelines: Spans of datelines.
        """
        counts = Counter(m.value for m in places)
        in_title = [m for m in places if m.start < title]
        lines = Covered(datelines)
        in_dateline = next((m for m in places if m.start in lines), None)
        index = cls(list(places))
        if in_title:
            index.defaults.append(("title", in_title[0]))
        if in_dateline is not None:
            index.defaults.append(("dateline", in_dateline))
        local = Counter({id: n for id, n in counts.items() if id not in ("x:global",)})
        if local:
            # 湖北 that a text on 武汉 is about stands second, and often too far from the figure
            for kind, (often, _) in zip(("frequent", "second", "third"), local.most_common(3), strict=False):
                index.defaults.append((kind, next(m for m in places if m.value == often)))
        index._counts, index._hosts, index._starts = counts, mentions, [m.start for m in mentions]
        index._last = {m.start: m for m in places}
        return index

    def facts(self, mention: Mention) -> PlaceFacts:
        """Return what is known of a mention, worked out when it is first asked for."""
        known = self._facts.get(mention.start)
        if known is None:
            known = self._facts[mention.start] = self._told(self._last[mention.start])
        return known

    def _told(self, mention: Mention) -> PlaceFacts:
        ref = mention.payload
        assert isinstance(ref, PlaceRef)
        share = self._counts[mention.value] / len(self.mentions)
        also = tuple(kind for kind, default in self.defaults if default.value == mention.value)
        host = self._hosts[max(0, bisect_right(self._starts, mention.start) - 1)] if self._hosts else mention
        inside = host.tag if host.tag in NAME_TAGS and host.start <= mention.start < host.end else ""
        if (host.start, host.end) == (mention.start, mention.end):
            # 红旗社区 is a name and a place
            inside = ""
        bucket = "most" if share > 0.5 else "much" if share > 0.2 else "some"
        return PlaceFacts(ref.place.level, bucket, also, bool(ref.excluding), inside)

    def is_inside(self, mention: Mention) -> bool:
        """Tell whether a mention stands inside of a longer name; one that is not known here does not."""
        return mention.start in self._last and bool(self.facts(mention).inside)

    def meaning(self, mentions: Sequence[Mention]) -> tuple[str, str]:
        """Return the names of the places that *mentions* mean, and of those that they leave out."""
        refs = [mention.payload for mention in mentions if isinstance(mention.payload, PlaceRef)]
        names = {ref.place.id: ref.place.name for ref in refs}
        excluded = {place.id: place.name for ref in refs for place in ref.excluding}
        return JOINER.join(names.values()), JOINER.join(excluded.values())

    def refs(self, mentions: Sequence[Mention]) -> tuple[EntityRef, ...]:
        """Return the places that *mentions* mean, each once."""
        out: dict[str, EntityRef] = {}
        for mention in mentions:
            if isinstance(mention.payload, PlaceRef):
                place = mention.payload.place
                out.setdefault(place.id, EntityRef(name=place.name, id=place.id))
        return tuple(out.values())

    def excluded(self, mentions: Sequence[Mention]) -> tuple[EntityRef, ...]:
        """Return the places that *mentions* leave out."""
        out: dict[str, EntityRef] = {}
        for mention in mentions:
            if isinstance(mention.payload, PlaceRef):
                for place in mention.payload.excluding:
                    out.setdefault(place.id, EntityRef(name=place.name, id=place.id))
        return tuple(out.values())


@dataclass(slots=True)
class NameIndex:
    """The names of a document.

    Args:
        mentions: Organisations, facilities, persons and goods, sorted.
        title: Those of the title.
        places: Bare places, which give and send too: 黑龙江省派出….
    """

    mentions: list[Mention] = field(default_factory=list)
    title: list[Mention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    _text: str = ""
    _full: dict[tuple[str, str], str] = field(default_factory=dict)
    _tagged: dict[frozenset[str], list[Mention]] = field(default_factory=dict)
    _frequent: dict[frozenset[str], list[Mention]] = field(default_factory=dict)
    _pointed: dict[tuple[str, int], Mention] = field(default_factory=dict)

    @classmethod
    def of(
        cls, text: str, mentions: Sequence[Mention], title: int, places: Sequence[Mention] | None = None
    ) -> NameIndex:
        """Return the index of the names among *mentions*.

        Args:
            text: The text as read.
            mentions: All mentions of the document.
            title: Where the title ends.
            places: Every place, those inside of names too: a team comes from the place that its name opens with, and
                goes to the one behind 支援 and 援.
        """
        names = [m for m in mentions if m.tag in NAME_TAGS]
        bare = [m for m in mentions if m.tag == "PLACE"]
        opens = {m.start for m in names if getattr(m.payload, "kind", "") == "team"}
        known = {m.start for m in bare}
        inner = [
            m
            for m in places or ()
            if m.start not in known and (m.start in opens or text[m.start - 1 : m.start] in _HELPS)
        ]
        places = sorted([*bare, *inner], key=_start) if inner else bare
        head = [m for m in names if m.start < title]
        index = cls(names, [*head, *(m for m in places if m.start < title)], places, text)
        index._full = full_forms(text, names)
        index._pointed = _antecedents(text, names)
        return index

    def tagged(self, tags: frozenset[str]) -> list[Mention]:
        """Return the names with one of *tags*."""
        found = self._tagged.get(tags)
        if found is None:
            every = self.mentions if "PLACE" not in tags else sorted([*self.mentions, *self.places], key=_start)
            found = self._tagged[tags] = [m for m in every if m.tag in tags]
        return found

    def frequent(self, tags: frozenset[str]) -> list[Mention]:
        """Return the names with one of *tags* that the document is about: those named most, and more than once.

        Places are named more than anybody, and would leave no firm among the two: their two come after the names.
        """
        found = self._frequent.get(tags)
        if found is None:
            first: dict[str, Mention] = {}
            counts: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
            for mention in self.tagged(tags):
                if mention.value not in POINTING:
                    name = self.name(mention)
                    counts[mention.tag == "PLACE"][name] += 1
                    first.setdefault(name, mention)
            most = [*counts[False].most_common(2), *counts[True].most_common(2)]
            found = self._frequent[tags] = [first[name] for name, n in most if n > 1]
        return found

    def meaning(self, mentions: Sequence[Mention]) -> str:
        """Return the names of *mentions* in the document's fullest form, each once."""
        if len(mentions) == 1:
            return self.name(mentions[0])
        return JOINER.join(dict.fromkeys(map(self.name, mentions)))

    def refs(self, mentions: Sequence[Mention]) -> tuple[EntityRef, ...]:
        """Return what *mentions* name, in the document's fullest form, each once."""
        out: dict[str, EntityRef] = {}
        for mention in mentions:
            name = self.name(mention)
            id = mention.value if mention.tag == "PLACE" else getattr(mention.payload, "id", None)
            out.setdefault(name, EntityRef(name=name, id=id or known_ids().get(name)))
        return tuple(out.values())

    def kinds(self, mentions: Sequence[Mention]) -> tuple[EntityRef, ...]:
        """Return of what kind *mentions* are: 医院 of 武汉三家医院, whose place and number are told elsewhere."""
        out: dict[str, EntityRef] = {}
        for mention in mentions:
            plain = EntityRef(name=self._text[mention.start : mention.end])
            kind = plain if mention.value in POINTING else self.refs((mention,))[0]
            out.setdefault(kind.name, kind)
        return tuple(out.values())

    def name(self, mention: Mention) -> str:
        """Return the fullest form of a name; 该院 is the nearest facility named before."""
        words = self._text[mention.start : mention.end]
        if mention.tag == "PLACE" and isinstance(mention.payload, PlaceRef) and mention.payload.deictic:
            return mention.payload.place.name
        if mention.value == "anaphor":
            other = self._pointed.get((mention.tag, mention.start))
            if other is not None:
                return self.name(other)
        if mention.value in POINTING:
            return whose(self._text, mention, self.mentions, self.places) if mention.value != "anaphor" else words
        return self._full.get((mention.tag, words), words)


def _antecedents(text: str, names: Sequence[Mention]) -> dict[tuple[str, int], Mention]:
    """Return by tag and start what each pointing word means: the nearest name before it that fits.

    Each is looked up once on the way through the text: a bulletin may hold thousands of 该公司.
    """
    words = {(m.tag, text[m.end - 1]): text[m.start : m.end] for m in names if m.value == "anaphor"}
    last: dict[tuple[str, str], Mention] = {}
    trades: dict[tuple[str, str], Mention] = {}
    out: dict[tuple[str, int], Mention] = {}
    for mention in names:
        if mention.value == "anaphor":
            kind = mention.tag, text[mention.end - 1]
            # “我院派出…。”|江海医院院长王某说: the own one, whatever was named before
            said = speaker_of(text, mention.end, names) if text.startswith(OWN, mention.start) else None
            own = said is not None and said.tag == mention.tag
            meant = said if own else last.get(kind) or trades.get(kind)
            if meant is not None:
                out[mention.tag, mention.start] = meant
        elif mention.value not in POINTING and not _is_predicate(text, mention):
            for kind, pointing in words.items():
                if kind[0] == mention.tag and fits(pointing, mention):
                    last[kind] = mention
                elif kind[0] == mention.tag and fits_alone(pointing, mention):
                    trades[kind] = mention
    return out


def _is_predicate(text: str, mention: Mention) -> bool:
    """Tell whether a name only says what somebody named is: 江海集团是|农业产业化龙头企业, 是一家|综合性企业."""
    if not text.endswith(_KINDS, mention.start, mention.end):
        return False
    return _IS.search(text, max(0, mention.start - _IS_REACH), mention.start) is not None


def _start(mention: Mention) -> int:
    return mention.start
