"""What was done, counted: calls answered, tickets refunded, meetings held."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from epiextract.events.base import Event
from epiextract.events.slots import Role


class Activity(Event):
    """What was done, counted: calls answered, tickets refunded, meetings held."""

    type: Literal["activity"] = "activity"
    measure: Annotated[str, Field(min_length=1, description="the thing counted, as written: 退票, 热线, 视频会议")]
    org: Annotated[Role, Field(description="who did it")] = ()
