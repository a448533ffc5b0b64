"""Diseases under the names that news gives them."""

from __future__ import annotations

from functools import lru_cache

from epiextract.rules_path import builtin_rules_path
from epiextract.tagging.mentions import Entry

COVID = "covid-19"


@lru_cache(maxsize=1)
def disease_entries() -> tuple[Entry, ...]:
    """Return a row for each name of a disease; its value is the disease's id.

    >>> {entry.term: entry.value for entry in disease_entries()}["武汉肺炎"]
    'covid-19'
    """
    path = builtin_rules_path() / "zh" / "lexicons" / "diseases.tsv"
    entries = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            id, names = line.split("\t")
            entries += [Entry(name, "DISEASE", id) for name in names.split("|")]
    return tuple(entries)
