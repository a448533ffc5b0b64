"""What a figure counts, by its own words: value, unit, and the noun beside it."""

from __future__ import annotations

import re
from typing import Any

from epiextract.deciding.filled import Filled
from epiextract.matching.reading import Figure, Reading
from epiextract.packs.declared import COUNTED
from epiextract.packs.schema import Pack
from epiextract.values.persons import counts_persons

_COUNTED = re.compile(
    r"[\u3400-\u9fffA-Za-z]{1,8}?(?=[，。、；：！？（）“”\s,;]|$|的|是|在|已|被|和|与|及|由|将)|[\u3400-\u9fff]{1,4}"
)
_COUNTED_BEFORE = re.compile(r"[\u3400-\u9fff]{2,4}$")
# What counts persons and things alike.
_ANYTHING = frozenset({"个", "個"})


def counted_words(reading: Reading, figure: Figure) -> str:
    """Return the words for what a figure counts, as written: the noun behind it, else the words before it."""
    text = reading.text
    behind = _COUNTED.match(text, figure.end)
    if behind:
        return behind.group()
    before = _COUNTED_BEFORE.search(text, max(0, figure.start - 8), figure.start)
    return before.group() if before else figure.quantity.surface_unit or text[figure.start : figure.end]


def value_slots(reading: Reading, figure: Figure) -> dict[str, Any]:
    """Return the slots that the quantity itself fills, persons by their unit: 两个孩子."""
    q = figure.quantity
    unit = "person" if q.surface_unit in _ANYTHING and counts_persons(reading.text, figure.end) else q.unit
    slots = {"value": q.value, "value_max": q.value_max, "unit": unit, "bound": q.bound}
    if q.per:
        slots["per"] = q.per
    return slots


def set_unit(figure: Figure, filled: Filled, pack: Pack) -> None:
    """Give the figure the unit of what is counted, where its own says only that something is: 300张 of beds."""
    if figure.quantity.surface_unit in pack.units_as:
        filled.slots["unit"] = pack.units_as[figure.quantity.surface_unit]
        return
    measure = str(filled.slots.get("measure"))
    wanted = pack.unit_of.get(measure) or pack.unit_of.get("*")
    # 900人 are people also where the models speak of a team: a unit that the pack itself gives needs no other
    own = figure.quantity.unit in pack.unit_of.values()
    if wanted and not own and figure.quantity.kind in COUNTED:
        filled.slots["unit"] = wanted
    elif pack.units and filled.slots["unit"] is None and (not pack.units_for or measure in pack.units_for):
        filled.slots["unit"] = pack.units[0]
