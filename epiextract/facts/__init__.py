"""From events of many documents to facts per entity: repeats folded, series, ledgers, conflicts shown."""

from __future__ import annotations

from epiextract.facts.aggregate import aggregate
from epiextract.facts.cells import Cell
from epiextract.facts.claims import Claim
from epiextract.facts.conflicts import Conflict
from epiextract.facts.entities import Entity
from epiextract.facts.facts import Facts
from epiextract.facts.ledger import Entry, Ledger
from epiextract.facts.policy import Policy
from epiextract.facts.rollup import Whole
from epiextract.facts.series import Series
from epiextract.facts.statements import Statement
from epiextract.facts.sums import Sum

__all__ = [
    "Cell",
    "Claim",
    "Conflict",
    "Entity",
    "Entry",
    "Facts",
    "Ledger",
    "Policy",
    "Series",
    "Statement",
    "Sum",
    "Whole",
    "aggregate",
]
