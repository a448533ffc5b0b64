"""Organisations, facilities and persons: a small grammar of Chinese names on top of the lexicon's hits.

A head word (集团, 医院, 基金会) ends a name; its left boundary is found by walking back over characters that names are
made of, up to a particle, a verb, a quantity or a mark. Nested names yield the longest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from epiextract.rules_path import builtin_rules_path
from epiextract.tagging.boundaries import known_words, name_start
from epiextract.tagging.mentions import Entry, Hit, Mention

HEAD, FACILITY_HEAD, TITLE = "ORG_HEAD", "FACILITY_HEAD", "PERSON_TITLE"
GENERIC, ANAPHOR, GROUP = "generic", "anaphor", "group"


@dataclass(frozen=True, slots=True)
class NameRef:
    """What a mention of a name means.

    Args:
        name: The name as written.
        kind: company, bank, charity, hospital, fangcang, person, ...
        id: An id, where the name is linked.
    """

    name: str
    kind: str
    id: str | None = None


@lru_cache(maxsize=1)
def name_entries() -> tuple[Entry, ...]:
    """Return the rows for the lexicon: heads, titles, known names, groups, anaphors."""
    entries = []
    tags = {"head": HEAD, "facility": FACILITY_HEAD, "title": TITLE}
    path = builtin_rules_path() / "zh" / "lexicons" / "names.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        role, kind, terms = line.split("\t")
        for term in terms.split("|"):
            if role in tags:
                entries.append(Entry(term, tags[role], kind))
            elif role == "known":
                entries.append(Entry(term, f"{kind}_NAME_PART", "known"))
            elif role == "group":
                entries.append(Entry(term, "GROUP_PART", GROUP))
            else:
                entries.append(Entry(term, f"{kind}_ANAPHOR_PART", ANAPHOR))
    return tuple(entries)


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    path = builtin_rules_path() / "zh" / "lexicons" / "surnames.txt"
    return frozenset("".join(line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"))


def find_names(text: str, hits: Sequence[Hit], *, values: Sequence[object] = ()) -> list[Mention]:
    """Return the organisations, facilities and persons of *text*, sorted; the longest of nested ones.

    Args:
        text: The text as read.
        hits: What the lexicon found.
        values: Quantities and times, which no name goes across.
    """
    ends = [(v.start, v.end) for v in values]  # type: ignore[attr-defined]
    found: list[Mention] = []
    at = 0
    for number, hit in enumerate(hits):
        while at < len(ends) and ends[at][1] <= hit.start:
            at += 1
        floor = ends[at - 1][1] if at else 0
        for entry in hit.entries:
            mention = _name_at(text, hit, entry, hits, number, floor)
            if mention is not None:
                found.append(mention)
                break
    found.extend(_speakers(text))
    return _longest(found)


def _speakers(text: str) -> Iterator[Mention]:
    """Yield persons who are told by what they do, and wherever the same name stands: 张某某介绍, 李某某捐出."""
    seen: set[str] = set()
    for match in _SPEAKER.finditer(text):
        name = match["name"]
        if name[0] in _surnames() and name not in seen and name not in known_words().stops and text.count(name) > 1:
            seen.add(name)
            for other in regex.finditer(regex.escape(name), text):
                yield Mention(other.start(), other.end(), "PERSON", "person", NameRef(name, "person"))


def _name_at(text: str, hit: Hit, entry: Entry, hits: Sequence[Hit], number: int, floor: int) -> Mention | None:
    tag = entry.tag
    if tag in (HEAD, FACILITY_HEAD):
        return _headed(text, hit, entry, floor)
    if tag == TITLE:
        return _person(text, hit)
    if tag == "GROUP_PART":
        return Mention(hit.start, hit.end, "ORG", GROUP, NameRef(text[hit.start : hit.end], GROUP))
    if tag.endswith("_NAME_PART"):
        kind = tag.partition("_")[0]
        start = name_start(text, hit.start, floor) if kind == "FACILITY" else hit.start
        return Mention(start, hit.end, kind, "known", NameRef(text[start : hit.end], "known"))
    if tag.endswith("_ANAPHOR_PART"):
        kind = tag.partition("_")[0]
        start = name_start(text, hit.start, floor)
        if start < hit.start:
            return _named(text, start, hit.end, kind, "hospital" if kind == "FACILITY" else "company", hit.start)
        return Mention(hit.start, hit.end, kind, ANAPHOR, NameRef(text[hit.start : hit.end], ANAPHOR))
    return None


def _headed(text: str, hit: Hit, entry: Entry, floor: int) -> Mention | None:
    start = name_start(text, hit.start, floor)
    tag = "FACILITY" if entry.tag == FACILITY_HEAD else "ORG"
    if start == hit.start and (len(text[hit.start : hit.end]) < 3 or tag == "ORG"):
        if tag == "ORG":
            return None
        return Mention(start, hit.end, tag, GENERIC, NameRef(text[start : hit.end], entry.value))
    return _named(text, start, hit.end, tag, entry.value, hit.start)


def _named(text: str, start: int, end: int, tag: str, kind: str, head: int) -> Mention:
    before = text[start:head]
    generic = start == head or known_words().generic.fullmatch(before) is not None
    return Mention(start, end, tag, GENERIC if generic else "name", NameRef(text[start:end], kind))


def _person(text: str, hit: Hit) -> Mention | None:
    """Return the person whose name follows a title: 董事长陈东升, 院长张定宇说."""
    start = hit.end
    if text[start : start + 1] not in _surnames():
        return None
    match = _PERSON.match(text, start)
    if not match:
        return None
    return Mention(start, match.end(), "PERSON", "person", NameRef(text[start : match.end()], "person"))


_PERSON = regex.compile(
    r"[\u3400-\u9fff](?:[\u3400-\u9fff]{1,2}(?=[，。、；：（(！？”\s]|说|表示|介绍|认为|告诉|等|在|向|捐|将|对|为|通过|也|和|与|以|个人|率|带|透露|指出|称|又|还|曾|先生|女士|医生|同志|主持|拟|把|从|到|自|就|已|联|夫妇|给|及|代表|宣布|出|获悉|率领|购|是)|[\u3400-\u9fff]{2}(?=[\u3400-\u9fff]))"
)


_SPEAKER = regex.compile(
    r"(?<=[，。、；：）)！？”\s\n]|^)(?P<name>[\u3400-\u9fff]{2,3}?)(?=(?:还|也|又)?(?:介绍|表示|告诉|坦言|透露|认为|说[，：]|称[，：]|回忆|感慨|捐出|捐赠|捐款))"
)


def _longest(found: Iterable[Mention]) -> list[Mention]:
    taken: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if taken and mention.start < taken[-1].end:
            if mention.end > taken[-1].end and mention.start == taken[-1].start:
                taken[-1] = mention
            continue
        taken.append(mention)
    return taken


def lists(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Yield runs of names that 、 和 及 与 join."""
    run: list[Mention] = []
    for mention in mentions:
        if run and text[run[-1].end : mention.start] not in ("、", "和", "及", "与", "以及"):
            yield tuple(run)
            run = []
        run.append(mention)
    if run:
        yield tuple(run)
