"""Money that is neither a donation nor a price."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from epiextract.events.base import Event
from epiextract.events.slots import Role

FinanceMeasure = Literal["funding", "loan", "relief", "loss", "revenue", "investment", "market", "other"]


class Finance(Event):
    """Money that is neither a donation nor a price."""

    type: Literal["finance"] = "finance"
    measure: FinanceMeasure
    payer: Annotated[Role, Field(description="who pays")] = ()
    payee: Annotated[Role, Field(description="who gets it")] = ()
    purpose: Annotated[Role, Field(description="what it is for")] = ()
