"""Places for patients."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from epiextract.events.base import Event
from epiextract.events.slots import Role

BedMeasure = Literal["capacity", "available", "occupied", "icu", "added"]


class Bed(Event):
    """Places for patients."""

    type: Literal["bed"] = "bed"
    measure: BedMeasure
    facility: Annotated[Role, Field(description="the hospital that has them")] = ()
