"""An event in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from epiextract.matching.reading import Figure
from epiextract.tagging.mentions import Mention


@dataclass(slots=True)
class Filled:
    """An event in the making: its type and its slots, with the mentions that fill them.

    Args:
        figure: The figure.
        type: The event's type.
        slots: Slots with their values.
        mentions: Slots with the mentions that fill them.
        dealt: Whether a list of names or measures was dealt out to it.
        notes: Slots with what else there is to tell of how they were filled.
    """

    figure: Figure
    type: str
    slots: dict[str, Any]
    mentions: dict[str, tuple[Mention, ...]]
    dealt: bool = False
    notes: dict[str, str] = field(default_factory=dict)
