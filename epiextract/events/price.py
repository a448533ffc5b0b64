"""What something costs, and how that changes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from epiextract.events.base import Event
from epiextract.events.slots import Role

PriceMeasure = Literal["level", "change"]


class Price(Event):
    """What something costs, and how that changes."""

    type: Literal["price"] = "price"
    measure: PriceMeasure
    item: Annotated[Role, Field(description="what is priced")] = ()
