"""Diseases under the names that news gives them."""

from __future__ import annotations

from functools import lru_cache

from epiextract.rules_path import read_table
from epiextract.tagging.mentions import Entry, Mention

COVID = "covid-19"
# Words that hold the name of a disease and name none: 非典型症状.
_NOT = "not"


@lru_cache(maxsize=1)
def disease_entries() -> tuple[Entry, ...]:
    """Return a row for each name of a disease; its value is the disease's id.

    >>> {entry.term: entry.value for entry in disease_entries()}["武汉肺炎"]
    'covid-19'
    """
    return tuple(
        Entry(name, "NOT_DISEASE" if id == _NOT else "DISEASE", id) for id, names in _rows().items() for name in names
    )


@lru_cache(maxsize=4096)
def disease_in(words: str) -> str | None:
    """Return the id of the disease that a term names, or None.

    >>> disease_in("新冠肺炎患者"), disease_in("H7N9禽流感病例"), disease_in("患者")
    ('covid-19', 'avian-influenza', None)
    >>> disease_in("非典型症状患者"), disease_in("非典患者")
    (None, 'sars')
    """
    held = [entry for entry in disease_entries() if entry.term in words]
    longest = max(held, key=lambda entry: len(entry.term), default=None)
    return longest.value if longest is not None and longest.value != _NOT else None


def disease_name(id: str, mention: Mention | None = None) -> str:
    """Return the usual name of a disease, whatever the text calls it.

    Args:
        id: Its id.
        mention: What names it, for a disease of a user's gazetteer.

    >>> disease_name("h1n1")
    '甲型H1N1流感'
    """
    names = _rows().get(id)
    return names[0] if names else getattr(getattr(mention, "payload", None), "name", id)


@lru_cache(maxsize=1)
def _rows() -> dict[str, tuple[str, ...]]:
    return {id: tuple(names.split("|")) for id, names in read_table("lexicons/diseases.tsv")}
