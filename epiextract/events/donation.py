"""What somebody gives or pledges for nothing."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from epiextract.events.base import Event
from epiextract.events.slots import Role

DonationMeasure = Literal["money", "goods", "goods_value"]


class Donation(Event):
    """What somebody gives or pledges for nothing."""

    type: Literal["donation"] = "donation"
    measure: DonationMeasure
    donor: Annotated[Role, Field(description="who gives")] = ()
    recipient: Annotated[Role, Field(description="who gets it")] = ()
    via: Annotated[Role, Field(description="the channel that it goes through")] = ()
    item: Annotated[Role, Field(description="the goods, or what the money is for")] = ()
