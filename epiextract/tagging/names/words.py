"""The words that names are made of: heads, titles, known names, groups and what points back at a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from epiextract.rules_path import read_lexicon, read_table, read_words
from epiextract.tagging.mentions import Entry

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
    entries: list[Entry] = []
    tags = {"head": HEAD, "facility": FACILITY_HEAD, "title": TITLE}
    for role, kind, terms in read_table("lexicons/names.tsv"):
        for term in terms.split("|"):
            if role in tags:
                entries.append(Entry(term, tags[role], kind))
            elif role == "known":
                entries.append(Entry(term, f"{kind}_NAME_PART", "known"))
            elif role == "group":
                entries.append(Entry(term, "GROUP_PART", GROUP))
            else:
                entries.append(Entry(term, f"{kind}_ANAPHOR_PART", ANAPHOR))
    for place, names in known_facilities():
        entries += [Entry(name, "FACILITY_NAME_PART", "known", place if place != "-" else None) for name in names]
    return tuple(entries)


def known_facilities() -> Iterator[tuple[str, list[str]]]:
    """Yield the ids of places, or -, with the names of well-known facilities."""
    for place, names in read_table("lexicons/facilities.tsv"):
        yield place, names.split("|")


@lru_cache(maxsize=1)
def known_ids() -> dict[str, str]:
    """Return the ids of organisations that news calls by several names.

    >>> known_ids()["中行"] == known_ids()["中国银行"]
    True
    """
    out = {}
    for name, others in read_table("lexicons/aliases.tsv"):
        out.update(dict.fromkeys([name, *filter(None, others.split("|"))], f"org:{name}"))
    return out


@lru_cache(maxsize=1)
def _boundary_words() -> dict[str, list[str]]:
    return {name: value.split() for name, value in read_lexicon("name_boundaries").items()}


def boundary_words(group: str) -> list[str]:
    """Return the words of a group of ``name_boundaries.yaml``."""
    return _boundary_words()[group]


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Return the characters that Chinese persons' names begin with."""
    return frozenset("".join(read_words("lexicons/surnames.txt")))
