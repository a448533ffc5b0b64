"""An event in the making."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from epiextract.matching.reading import Figure
from epiextract.tagging.mentions import Mention


@dataclass(slots=True)
class Filled:
    """An event in the making: its type and its slots, with the mentions that fill them."""

    figure: Figure
    type: str
    slots: dict[str, Any]
    mentions: dict[str, tuple[Mention, ...]]
