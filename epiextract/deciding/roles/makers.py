"""Who makes goods, and which: 新希望集团转产口罩，日产量可达1000只, 120家口罩企业已复工，日产能恢复到30万只."""

from __future__ import annotations

import re

from epiextract.deciding.candidates.heads import opens_sentence
from epiextract.deciding.candidates.spots import Spot
from epiextract.deciding.filled import Filled
from epiextract.matching.aliases import POINTING
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.goods import goods_until
from epiextract.tagging.mentions import Mention

_MADE = frozenset({"produced", "capacity"})
_MADE_OR_KEPT = _MADE | {"stock"}
_BODIES, _NAMES = frozenset({"ORG", "FACILITY"}), frozenset({"ORG", "FACILITY", "PERSON", "PLACE"})
_TURNS = re.compile(
    r"(?:已|已经|正|紧急|火速|快速|迅速|连夜|成功|全面|主动|跨界){0,3}(?:转产|改产|转型生产|改造生产线|投产|复工|复产|日产|生产)(?!的)"
)
# 口罩|复工复产企业127家: who is called after what they make; 口罩销售企业 make none.
_MAKERS = re.compile(
    r"(?:生产|制造|加工|复工|复产|转产|投产|重点|规模以上|规上|定点|骨干|龙头){0,3}(?:企业|厂家|厂商|工厂|生产商)"
)
# 黄石|日产口罩2600只: the place is who makes them.
_PLACE_MAKES = re.compile(
    r"(?:全[省市区县]|目前|现在?|已|每[日天月]可?|[日月年]可?){0,3}(?:日产|月产|年产|生产|产出)(?!的)"
)
# 日产量|1015万只, 日产能由5万只增至20万只: only a number, or a range of them, behind what is made.
_BARE = re.compile(
    r"(?:产量|产能|日产|生产能力|库存量?|存量|储备量?)(?:(?:[从由约达至到为已共超近逾有可能的也再]|目前|不足|大幅|迅速|快速|逐步|[提上]升|增[加长]|恢复|扩大|合计|总计|累计|超过|突破|接近|仅|最高"
    r"|\d[\d.]{0,9}[余多]?[万亿]?[余多]?[只个件套吨升瓶片台支副]){0,8})\Z"
)
_MADE_REACH, _BARE_REACH, _PLACE_REACH = 80, 40, 40


def is_where_made(_: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place that touches a figure tells where so much is made: 日产量3400套，其中湖北省|125套.

    Args:
        figure: The figure.
        spot: The place.
    """
    decided = figure.decided
    made = decided is not None and decided.type == "supply" and decided.measure in _MADE
    return made and spot.end == figure.start and spot.mentions[-1].tag == "PLACE"


def is_made_elsewhere(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place makes what a figure counts, behind the name of a firm: 恒安公司…，黄石日产口罩|2600只.

    Args:
        reading: The document as read.
        figure: The figure.
        spot: Where the name of the firm stands.
    """
    if spot.end > figure.clause[0]:
        return False
    start = max(figure.clause[0], figure.start - _PLACE_REACH)
    makes = reading.mentions[reading.index_after(start) : figure.index]
    return any(one.tag == "PLACE" and _PLACE_MAKES.match(reading.text, one.end, figure.start) for one in makes)


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


def made_by_kind(reading: Reading, filled: Filled) -> Mention | None:
    """Return what makers are called after, where a bare 产量, 产能 or 库存 follows: 医用酒精|企业59家，日产能407吨.

    Args:
        reading: The document as read.
        filled: Goods, in the making.
    """
    figure, text = filled.figure, reading.text
    if filled.type != "supply" or filled.slots.get("measure") not in _MADE_OR_KEPT:
        return None
    opened = reading.sentences[figure.sentence].start
    if _BARE.search(text, max(opened, figure.start - _BARE_REACH), figure.start) is None:
        return None
    start = max(opened, figure.start - _MADE_REACH)
    makers = max(_MAKERS.finditer(text, start, figure.start), key=re.Match.start, default=None)
    if makers is None or _goods_named(reading, makers.start(), figure):
        return None
    return goods_until(text, opened, makers.start())


def _goods_named(reading: Reading, start: int, figure: Figure) -> bool:
    """Tell whether goods are named between a character and a figure, or right behind it."""
    for mention in reading.mentions[reading.index_after(start) : figure.index + 2]:
        behind = reading.text[figure.end : mention.start]
        if mention.tag == "GOODS" and (mention.start < figure.start or behind in ("", "的")):
            return True
    return False
