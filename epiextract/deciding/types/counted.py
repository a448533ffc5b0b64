"""What a figure counts, by its own words: value, unit, and the noun beside it."""

from __future__ import annotations

import re
from typing import Any

from epiextract.deciding.filled import Filled
from epiextract.deciding.types.deeds import deed_before
from epiextract.matching.reading import Figure, Reading
from epiextract.packs.declared import COUNTED
from epiextract.packs.schema import Pack
from epiextract.tagging.names.persons import SYLLABLES
from epiextract.tagging.segmentation import STOPS, segments
from epiextract.values.quantities.persons import counts_persons

_COUNTED = re.compile(
    r"[\u3400-\u9fffA-Za-z]{1,8}?(?=[，。、；：！？（）“”\s,;]|$|的|是|在|已|被|和|(?<!参)与|及|由|将)|[\u3400-\u9fff]{1,4}"
)
# What no name of a thing opens with: 20户由社区安排, 50人来自湖北.
_NO_THING = re.compile("由|自|从|從|在|向|被|及|和|与|與|为|為|是|有|的|来自|來自|出自|用于|也|就|已")
# The words before a figure, from the last one that only leads to what is counted: 累计设置|安置点, 公司有|员工.
_BEFORE = re.compile(r"[\u3400-\u9fff]{2,14}$")
_REACH = 16
_BOUNDS, _LEAST = frozenset({"QTY", "TIME", "PLACE"}), 1
# 每天|消杀面积 and 日均|来电 tell how often; 达成 and 其他 hold no link.
_LINKS = re.compile(
    "其中|全[国國省市县縣区區院校]|已经|累计|先后|目前|现在|截至|共计|总计|合计|平均|每[天日周月年晚次]|[日月年周]均|达(?!成)|其(?![他它余])"
    "|[的是在已被和与及由将从向到至对给为以使令把每各共约超近有了就]"
)
# 4人|进行网格化包保: what was done stands behind the word that only says that it was.
_DONE = re.compile(r"(?:进行|進行|开展|開展|实施|實施)了?(?=[\u3400-\u9fff]{2})")
# 311名|市民参与|献血, 12人|从废墟中被|救出: what they did, or what was done to them, behind who and where they were.
_TOOK_PART = re.compile(
    r"(?:[\u3400-\u9fff]{0,4}?(?:居民|市民|群众|村民|网友|学生|师生|观众|选手|员工|职工|代表|人员|人士)){0,1}(?:参与|参加)了?"
    r"(?=[\u3400-\u9fff]{2})(?!(?:疫情|联防|群防|一线|抗疫|其中|[者度方到]))"
)
_OUT_OF = re.compile(
    r"(?:从|自)[\u3400-\u9fff]{1,8}?[中里下内上](?:已|成功)?(?:被(?=[\u3400-\u9fff]{2})|(?=获救|脱险|逃生|撤出))"
)
# No more of a long phrase than this, in whole words: 发放|了, not 发放了临.
_PHRASE, _MOST, _AHEAD = 4, 6, 10
# What says how many it is: 点赞量高达, 报名人数已, 共安置了.
_AMOUNT = re.compile(
    "(?:人数|总数|(?<![流销产用雨水])量)?(?:已经|已|共计|共|总计|合计|累计|超过|高达|达到|达|约为|为|有|了|等)*$"
)
# How many characters behind a figure without a unit may tell that they name one that no list holds.
_NAMED = 6
# 300万|善款, 1亿|免息贷款: the money itself.
_MONEY = re.compile("[\u3400-\u9fff]{0,3}[款资金贷息费]")
# What counts persons and things alike.
_ANYTHING = frozenset({"个", "個"})


def counted_words(reading: Reading, figure: Figure) -> str:
    """Return the words for what a figure counts, as written: the noun behind it, else the words before it.

    Args:
        reading: The document as read.
        figure: The figure: 630条视频 count 视频, 发放临时救助金5839人 count 发放临时救助金.
    """
    words = _plain_words(reading, figure)
    # 排查了421万户，1059万人: a unit alone says nothing of what was done
    bare = len(words) == 1 or words in (figure.quantity.surface_unit, reading.text[figure.start : figure.end])
    return (deed_before(reading, figure) if bare else None) or words


def _plain_words(reading: Reading, figure: Figure) -> str:
    """Return the noun behind a figure, else the words before it, else its unit."""
    text = reading.text
    at = figure.end + text.startswith("了", figure.end)
    done = _DONE.match(text, at) or _TOOK_PART.match(text, at) or _OUT_OF.match(text, at)
    at = done.end() if done else at
    behind = _COUNTED.match(text, at)
    if behind and not _NO_THING.match(text, at):
        return _whole_words(text, *behind.span())
    said = _AMOUNT.sub("", _said_before(reading, figure))
    before = _BEFORE.search(said)
    words = _LINKS.split(before.group())[-1] if before else ""
    if len(words) > 1:
        return words
    return behind.group() if behind else figure.quantity.surface_unit or text[figure.start : figure.end]


def _whole_words(text: str, start: int, end: int) -> str:
    """Return a stretch, ended where a word ends if its length alone ended it: 一线|环卫工人, not 一线环卫."""
    if end - start != _PHRASE:
        return text[start:end]
    words = [text[start + a : start + b] for a, b in segments(text[start : start + _AHEAD])]
    kept = words[0]
    for word in words[1:]:
        if len(kept) >= _PHRASE or len(kept + word) > _MOST or word == "了":
            break
        kept += word
    return kept if len(kept) > 1 else text[start:end]


def _said_before(reading: Reading, figure: Figure) -> str:
    """Return the words before a figure, up to the figure, date or place before; 居民3.2万户8.6万人 count the same."""
    end, low = figure.start, max(0, figure.start - _REACH)
    for mention in reversed(reading.mentions[max(0, figure.index - _REACH) : figure.index]):
        # 24日|分批遣返, 莆田市|没收药品; where a place alone stands there it is all that is said
        far = 0 if mention.tag == "QTY" else _LEAST
        if mention.tag in _BOUNDS and mention.end + far < end and not reading.text.startswith("等", mention.end):
            low = max(low, mention.end)
        if mention.end <= low:
            break
        if mention.tag == "QTY" and mention.end == end:
            end = mention.start
    return reading.text[low:end]


def value_slots(reading: Reading, figure: Figure) -> dict[str, Any]:
    """Return the slots that the quantity itself fills, persons by their unit: 两个孩子."""
    q = figure.quantity
    unit = "person" if q.surface_unit in _ANYTHING and counts_persons(reading.text, figure.end) else q.unit
    slots = {"value": q.value, "value_max": q.value_max, "unit": unit, "bound": q.bound}
    if q.per:
        slots["per"] = q.per
    return slots


def set_unit(reading: Reading, figure: Figure, filled: Filled, pack: Pack) -> None:
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
    elif _names_unknown(reading.text, figure):
        filled.slots["unit"] = None
    elif pack.units and filled.slots["unit"] is None and (not pack.units_for or measure in pack.units_for):
        filled.slots["unit"] = pack.units[0]


def _names_unknown(text: str, figure: Figure) -> bool:
    """Tell whether what touches a number without a unit is a foreign name: 捐款1000万|瓜拉尼, not |战疫 or |善款."""
    if figure.quantity.kind != "bare" or figure.quantity.surface_unit or _MONEY.match(text, figure.end):
        return False
    behind = text[figure.end : figure.end + _NAMED]
    first = [behind[start:end] for start, end in segments(behind)[:2]]
    return len(first) == 2 and all(len(one) == 1 and one in SYLLABLES and one not in STOPS for one in first)
