"""From events of many documents to facts per entity: repeats folded, series, ledgers, conflicts shown."""

from __future__ import annotations

from epiextract.facts.aggregate import Facts, aggregate
from epiextract.facts.ledger import Entry, Ledger
from epiextract.facts.series import Cell, Series
from epiextract.facts.statements import Statement

__all__ = ["Cell", "Entry", "Facts", "Ledger", "Series", "Statement", "aggregate"]
