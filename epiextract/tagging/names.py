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
from epiextract.tagging.mentions import Entry, Hit, Mention

HEAD, FACILITY_HEAD, TITLE = "ORG_HEAD", "FACILITY_HEAD", "PERSON_TITLE"
GENERIC, ANAPHOR, GROUP = "generic", "anaphor", "group"
_LONGEST = 26
# Characters that no name goes across, leftwards from its head. 和 and 与 join names, though 协和 and 和平 hold the one.
_STOPS = frozenset(
    "，。、；：？！!?,;:…\n\t >（(【[〔“”‘’\"'《》<>|/=+*#%~—-的了在向给為为对對由从從与與和及并将將把被等是有就也又还還都已曾让讓使请到往于於"
    "至自以其这這那该該本我你他她它们們个個名支家所位批次例人件只台每各多余近约超逾共另仅则均更再可能会要需所因如若但而且或"
    "说表示称据经過过着向捐赠贈送寄援购買买运發发收获得派赴去来來"
)


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


@dataclass(frozen=True, slots=True)
class _Boundaries:
    """The words of ``name_boundaries.yaml``, ready to look for."""

    kept: dict[str, tuple[str, ...]]
    before: regex.Pattern[str]
    generic: regex.Pattern[str]
    verbs: frozenset[str]


@lru_cache(maxsize=1)
def _boundaries() -> _Boundaries:
    import yaml

    folder = builtin_rules_path() / "zh" / "lexicons"
    text = (folder / "name_boundaries.yaml").read_text(encoding="utf-8")
    words = {name: value.split() for name, value in yaml.safe_load(text).items()}
    kept: dict[str, tuple[str, ...]] = {}
    for word in words["kept"]:
        for character in set(word):
            kept[character] = (*kept.get(character, ()), word)
    lines = (folder / "verbs.txt").read_text(encoding="utf-8").splitlines()
    verbs = frozenset(verb for line in lines if line[:1] != "#" for verb in line.split())
    # leftmost wins in an alternation, so the longer word comes first
    before, generic = (
        "|".join(sorted(map(regex.escape, words[n]), key=len, reverse=True)) for n in ("before", "generic")
    )
    return _Boundaries(kept, regex.compile(f"(?:{before})"), regex.compile(f"(?:{generic})+$"), verbs)


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
        if name[0] in _surnames() and name not in seen and name not in _boundaries().verbs and text.count(name) > 1:
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
        start = _left(text, hit.start, floor) if kind == "FACILITY" else hit.start
        return Mention(start, hit.end, kind, "known", NameRef(text[start : hit.end], "known"))
    if tag.endswith("_ANAPHOR_PART"):
        kind = tag.partition("_")[0]
        start = _left(text, hit.start, floor)
        if start < hit.start:
            return _named(text, start, hit.end, kind, "hospital" if kind == "FACILITY" else "company", hit.start)
        return Mention(hit.start, hit.end, kind, ANAPHOR, NameRef(text[hit.start : hit.end], ANAPHOR))
    return None


def _headed(text: str, hit: Hit, entry: Entry, floor: int) -> Mention | None:
    start = _without_verb(text, _left(text, hit.start, floor), hit.start)
    tag = "FACILITY" if entry.tag == FACILITY_HEAD else "ORG"
    if start == hit.start and (len(text[hit.start : hit.end]) < 3 or tag == "ORG"):
        if tag == "ORG":
            return None
        return Mention(start, hit.end, tag, GENERIC, NameRef(text[start : hit.end], entry.value))
    return _named(text, start, hit.end, tag, entry.value, hit.start)


def _named(text: str, start: int, end: int, tag: str, kind: str, head: int) -> Mention:
    before = text[start:head]
    generic = start == head or _boundaries().generic.fullmatch(before) is not None
    return Mention(start, end, tag, GENERIC if generic else "name", NameRef(text[start:end], kind))


def _left(text: str, start: int, floor: int) -> int:
    """Return where a name that goes on at *start* begins: walk left over what names are made of."""
    position = start
    limit = max(floor, start - _LONGEST)
    while position > limit:
        c = text[position - 1]
        if c in "）)":
            opening = max(text.rfind("（", limit, position), text.rfind("(", limit, position))
            if opening > limit and position - opening <= 8:
                position = opening
                continue
            break
        if c in _STOPS and not _kept(text, position - 1):
            break
        if not ("\u3400" <= c <= "\u9fff" or c.isalnum() or c == "·"):
            break
        position -= 1
        verb = _boundaries().before.match(text, position)
        if verb and verb.end() <= start and not _kept(text, position):
            return verb.end()
    return position


def _without_verb(text: str, start: int, head: int) -> int:
    """Return *start* behind the verbs that stand before the name: 承担|武汉火神山医院, 打造|钢铁企业."""
    verbs = _boundaries().verbs
    # what remains has to be more than the bare head word, or the verb belongs to it: 管理局
    while head - start >= 4 and text[start : start + 2] in verbs:
        start += 2
    return start


def _kept(text: str, position: int) -> bool:
    """Tell whether the stop at *position* is inside of a word that names hold: 协和, 有限, 支行."""
    window = text[max(0, position - 2) : position + 3]
    return any(word in window for word in _boundaries().kept.get(text[position], ()))


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
