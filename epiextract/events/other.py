"""Any other figure: ages, distances, durations, shares, speeds, general economic figures."""

from __future__ import annotations

from typing import Literal

from epiextract.events.base import Event


class Other(Event):
    """Any other figure; only its value, unit and quote are asked for."""

    type: Literal["other"] = "other"
    measure: str | None = None
