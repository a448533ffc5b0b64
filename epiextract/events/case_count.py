"""People counted by their state of health."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from epiextract.events.base import Event
from epiextract.events.slots import Role

CaseCountMeasure = Literal[
    "confirmed",
    "suspected",
    "asymptomatic",
    "infection",
    "mild",
    "severe",
    "critical",
    "death",
    "recovered",
    "hospitalized",
    "close_contact",
    "observation",
    "released",
    "fever",
    "patient",
]


class CaseCount(Event):
    """People counted by their state of health."""

    type: Literal["case_count"] = "case_count"
    measure: CaseCountMeasure
    facility: Annotated[Role, Field(description="the hospital that counts them")] = ()
    imported: Annotated[bool, Field(description="境外输入: infected abroad")] = False
    disease: Annotated[str | None, Field(description="the disease where it is not COVID-19")] = None
