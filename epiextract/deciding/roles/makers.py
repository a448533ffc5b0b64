"""Who makes goods, and which: 新希望集团转产口罩，日产量可达1000只, 120家口罩企业已复工，日产能恢复到30万只."""

from __future__ import annotations

import re

from epiextract.deciding.candidates.heads import opens_sentence
from epiextract.deciding.candidates.spots import Spot
from epiextract.deciding.filled import Filled
from epiextract.matching.aliases import POINTING
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

_MADE = frozenset({"produced", "capacity"})
_BODIES, _NAMES = frozenset({"ORG", "FACILITY"}), frozenset({"ORG", "FACILITY", "PERSON", "PLACE"})
_TURNS = re.compile(
    r"(?:已|已经|正|紧急|火速|快速|迅速|连夜|成功|全面|主动|跨界){0,3}(?:转产|改产|转型生产|改造生产线|投产|复工|复产|日产|生产)(?!的)"
)


def is_where_made(_: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place that touches a figure tells where so much is made: 日产量3400套，其中湖北省|125套.

    Args:
        figure: The figure.
        spot: The place.
    """
    decided = figure.decided
    made = decided is not None and decided.type == "supply" and decided.measure in _MADE
    return made and spot.end == figure.start and spot.mentions[-1].tag == "PLACE"


def maker(reading: Reading, filled: Filled) -> Mention | None:
    """Return the firm that opens a sentence and turns to making what a figure counts, no other named between.

    Args:
        reading: The document as read.
        filled: Goods made, in the making.
    """
    figure = filled.figure
    if filled.slots.get("measure") not in _MADE:
        return None
    first = reading.bounds[figure.sentence][0]
    named = [one for one in reading.mentions[first : figure.index] if one.tag in _NAMES]
    if len(named) != 1 or named[0].tag not in _BODIES or named[0].value in POINTING:
        return None
    start = reading.sentences[figure.sentence].start
    dated = [one for one in reading.mentions[first : figure.index] if one.tag == "TIME" and one.end <= named[0].start]
    opens = named[0].start == start or (
        len(dated) == 1
        and opens_sentence(reading, dated[0], start)
        and reading.text[dated[0].end : named[0].start] in ("", "，", ",")
    )
    return named[0] if opens and _TURNS.match(reading.text, named[0].end) else None
