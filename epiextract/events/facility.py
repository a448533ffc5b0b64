"""Hospitals, wards, stations, sites and firms counted as such."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from epiextract.events.base import Event
from epiextract.events.slots import Role

FacilityMeasure = Literal["count", "area"]


class Facility(Event):
    """Hospitals, wards, stations, sites and firms counted as such."""

    type: Literal["facility"] = "facility"
    measure: FacilityMeasure
    kind: Annotated[Role, Field(description="what is counted, as written")] = ()
