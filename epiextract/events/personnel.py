"""People and teams at work against the outbreak."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from epiextract.events.base import Event
from epiextract.events.slots import Role

PersonnelMeasure = Literal["team", "medical_staff", "other_staff"]


class Personnel(Event):
    """People and teams at work against the outbreak."""

    type: Literal["personnel"] = "personnel"
    measure: PersonnelMeasure
    org: Annotated[Role, Field(description="who sends or employs them")] = ()
    origin: Annotated[Role, Field(description="where they come from")] = ()
    destination: Annotated[Role, Field(description="where they go")] = ()
