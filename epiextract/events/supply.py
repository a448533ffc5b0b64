"""Goods on their way to use."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from epiextract.events.base import Event
from epiextract.events.slots import Role

SupplyMeasure = Literal["produced", "capacity", "delivered", "procured", "stock", "consumed", "needed"]


class Supply(Event):
    """Goods on their way to use."""

    type: Literal["supply"] = "supply"
    measure: SupplyMeasure
    item: Annotated[Role, Field(description="the goods")] = ()
    supplier: Annotated[Role, Field(description="who makes, sells or sends them")] = ()
    recipient: Annotated[Role, Field(description="who gets them")] = ()
