"""Whether a figure is a total, an increase or a stock, done or planned, and per what: cues first, then models."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from epiextract.deciding.attributes.moods import ACTUAL, modalities
from epiextract.deciding.attributes.moods import SLOT as MODALITY
from epiextract.deciding.attributes.periods import TESTS, counted_in_period, of_whole_day, reported_until, sums_day
from epiextract.deciding.attributes.rates import is_daily, is_yield, rate_ended, rate_features, rate_told, tells_no_rate
from epiextract.deciding.attributes.rises import beside_total, is_total, risen
from epiextract.deciding.attributes.stocks import ENDED, headed_by_state, how_grave, is_kept, now_together, stock_behind
from epiextract.deciding.cues import CUED, MOST_LEFT, cue_of, tag_of
from epiextract.deciding.filled import Filled
from epiextract.deciding.lists.among import among_of
from epiextract.deciding.lists.dealing import left_of
from epiextract.deciding.lists.tables import column_heads
from epiextract.deciding.lists.wholes import counted_with
from epiextract.deciding.models.chain import agreed
from epiextract.deciding.models.linear import ModelSet
from epiextract.deciding.models.links import ACCUMULATION, links
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention

ABSENT, DEATH = "absent", "death"
_IN_HOSPITAL = "在院"
# Who was let go or cured that day is new: 当日解除医学观察325人; not 截至当日, 当日累计.
_DAYS = "当日|當日|当天|當天|昨日|昨天|今日|单日"
_THAT_DAY = re.compile(
    rf"(?:^|[，,。；;：:（(\n]|其中)(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:{_DAYS})[^，,。；;（(\n累共总現现已]{{0,12}}$"
)
_DAY_REACH = 18
# 其中1月30日解除医学观察|87人
_PART_OF_DAY = re.compile(
    r"其中[，,]?(?:\d{1,2}月)?\d{1,2}日(?:当天|當天)?(?![至到前起止以])[^，,。；;（(\n累共总總现現已]{0,12}$"
)
# 累计出院病例|22例, behind whatever else: of 1,378 such cases of annotated articles all are totals.
_TOTAL = re.compile(
    r"(?:累计|累計|累积|累積)(?![^，,。；;：:\n]*(?:新增|现有|現有|当日|當日|在院|尚|[减減增较較]))[^，,。；;：:\n\d（(]{0,14}\Z"
)
# 又有|10人被确诊: of 88 such cases in annotated articles 86 are new.
_AGAIN = re.compile(
    r"又(?:有|新增|发现|發現|报告|報告|通报|通報|出现|出現|治愈|治癒|痊愈|痊癒|出院|确诊|確診|死亡)[^，。；\n]{0,8}\Z"
)
_AGAIN_REACH = 14
OF_DAYS = ENDED | {"released"}
# 新增死亡病例中，|武汉2例，荆州1例: all 38 such figures of annotated articles are what the head of the list says.
_HEADED = re.compile(r"[^，,。；;：:、\d\n]{0,16}[例者人员員]中[，,：:](?![^。；;\n]*[；;])")
_HEAD_REACH = 100
# What follows in the list of one day is new too, up to where another item or a total is told: 至此达20例, 累计出院23例.
_DAY, _ENDS = re.compile(f"{_DAYS}|24小时"), re.compile(r"[；;已至达達累共总總]|目前|其中")
# Counts of cases, beds and tests are a total, an increase or a stock far more often than texts spell out.
TOTAL = "cumulative"
CASES, GIFT, DEED = "case_count", "donation", "activity"
COUNTS = frozenset({CASES, "bed", TESTS})
# What a stated period has so many of: 2月3日，共完成核酸检测1.2万人次, 共有28名患者出院. 共 adds up what a day holds.
OF_PERIODS, SUMS = frozenset({CASES, TESTS}), frozenset({"共", "共计", "共有", "一共", "总共"})
# How many there are of what the clause tells before: 新增确诊病例达到5249例 are new.
REACHED = frozenset({"达到", "已达", "增至", "增加到", "增加至", "升至", "上升到", "上升至", "突破"})
# So far behind a figure stands 已.
_ALREADY = 4
# What a plain word tells, and the word.
Told = tuple[str, tuple[Mention, ...]]
# Of goods and money some parts are given and others promised.
PEOPLE = frozenset({"person", "bare", "count"})
LEAN: Mapping[str, float] = {ABSENT: 1.2}
NO_LEAN: Mapping[str, float] = {}


def fill_cued(reading: Reading, figure: Figure, filled: Filled) -> None:
    """Fill accumulation and modality from the cues around the figure, by rules alone.

    Args:
        reading: The document as read.
        figure: The figure.
        filled: Its event in the making, the date filled.
    """
    for slot in CUED:
        if slot not in filled.slots:
            _cue_by_rule(reading, figure, filled, slot)


def fill_learned(reading: Reading, fills: Sequence[Filled], models: ModelSet) -> None:
    """Fill accumulation, modality and rate from what models see of figures.

    Args:
        reading: The document as read.
        fills: The events in the making that the models decided, in the order of the text, the dates filled.
        models: The trained models.
    """
    table = models.table
    scores = [one.figure.scores + table.scores(cue_features(reading, one.figure, one)) for one in fills]
    leans = [LEAN if one.type in COUNTS else NO_LEAN for one in fills]
    if "accumulation" in table.blocks:
        odds = [table.odds("accumulation", row, lean) for row, lean in zip(scores, leans, strict=True)]
        told = _all_told(reading, fills)
        known = [{cue[0]: 1.0} if cue else one for cue, one in zip(told, odds, strict=True)]
        kept = links(reading, [one.figure for one in fills], models, ACCUMULATION)
        for filled, cue, value in zip(fills, told, agreed(known, kept), strict=True):
            # 其中当天接收捐款680万元 is no total, whatever the sentence says of all
            of_day = value == TOTAL and filled.type not in COUNTS and _of_that_day(reading, filled)
            of_day = of_day or (value == TOTAL and filled.type == DEED and sums_day(reading, filled.figure))
            of_day = of_day or (filled.type == GIFT and of_whole_day(reading, filled))
            _set(filled, "accumulation", "new" if of_day else str(value))
            if cue:
                filled.mentions["accumulation"] = cue[1]
        as_wholes(reading, fills, "accumulation")
    if MODALITY in table.blocks:
        for filled, mood in zip(
            fills, modalities(reading, fills, [table.odds(MODALITY, row) for row in scores]), strict=True
        ):
            _set(filled, MODALITY, mood)
        as_wholes(reading, fills, MODALITY)
    for filled, row in zip(fills, scores, strict=True):
        if is_daily(reading, filled.figure):
            # 日检测1.2万份 tells what can be done each day, and no total
            filled.slots["per"] = "day"
            filled.slots.pop("accumulation", None)
            filled.mentions.pop("accumulation", None)
            continue
        # what stands right at the figure has been read with it: 每天10万件
        per = filled.slots.get("per") or rate_told(reading, filled.figure) or table.best("per", row)
        if per is None or per == ABSENT or ("per" not in filled.slots and tells_no_rate(reading, filled)):
            continue
        if "per" in filled.slots or not (rate_ended(reading, filled.figure) or is_yield(reading, filled.figure)):
            filled.slots["per"] = per


def as_wholes(reading: Reading, fills: Sequence[Filled], slot: str) -> None:
    """Let parts be totals or increases, done or planned, as their wholes are, where they have no word of their own.

    Args:
        reading: The document as read.
        fills: Events in the making, in the order of the text, the slot filled.
        slot: ``accumulation`` or ``modality``.
    """
    events = {one.figure.index: one for one in fills}
    for filled in fills:
        whole = counted_with(reading, filled, events) if filled.figure.quantity.kind in PEOPLE else None
        if whole is None and filled.type == DEED and (before := among_of(reading, filled.figure)):
            whole = events.get(before.index)
            whole = whole if whole and whole.type == DEED else None
        if whole is None:
            continue
        if slot == MODALITY and whole.slots.get(slot) in (None, ACTUAL):
            # 几位病人已好转，其中一位估计明天就能转出: some may be planned where others are there
            continue
        if slot == MODALITY and "已" in reading.text[filled.figure.end : filled.figure.end + _ALREADY]:
            # 计划派出医护人员60名，其中20名已出发
            continue
        if whole.slots.get(slot) == TOTAL and filled.type not in COUNTS and _of_that_day(reading, filled):
            continue
        cue = cue_of(reading, filled.figure, slot)
        words = filled.mentions.get(slot, (cue,) if cue else None)
        # told without a word: a fall is a change, and what is of that day is new
        if words is None or (words and all(word.start < whole.figure.start for word in words)):
            _set(filled, slot, whole.slots.get(slot))


def _set(filled: Filled, slot: str, value: str | None) -> None:
    if value is not None and value != ABSENT:
        filled.slots[slot] = value
    else:
        filled.slots.pop(slot, None)


def _all_told(reading: Reading, fills: Sequence[Filled]) -> list[Told | None]:
    """Return what plain words tell of each figure; what follows in the list of one day is new too.

    All 19 such figures of annotated news are: 当日新收治56人，出院23人，死亡4人.
    """
    found: list[Told | None] = []
    before: Filled | None = None
    fresh: Figure | None = None
    total: Figure | None = None
    stocks: dict[object, Figure] = {}
    for filled in fills:
        told = _told(reading, filled)
        measure = filled.slots.get("measure")
        if told is None and total is not None and filled.type == CASES and beside_total(reading, total, filled):
            told = TOTAL, ()
        if told == (TOTAL, ()) and filled.type == CASES and is_total(reading, filled):
            total = filled.figure
        stock = stocks.get(measure) if filled.type == CASES else None
        if told is None and stock is not None and headed_by_state(reading, stock, filled.figure):
            told = "current", ()
        elif filled.type == CASES and told is not None:
            stocks.pop(measure, None)
            if told[0] == "current":
                stocks[measure] = filled.figure
        goes_on = before is not None and _goes_on(reading, before, filled)
        if goes_on and told is None:
            told = "new", ()
        grave = fresh is not None and filled.type == CASES and how_grave(reading, fresh, filled.figure)
        if grave and told is None:
            told = "new", ()
        new = told is not None and told[0] == "new"
        before = filled if new and (goes_on or _is_of_day(reading, filled) or _in_period(reading, filled)) else None
        if not grave:
            fresh = filled.figure if new and filled.type == CASES else None
        found.append(told)
    return found


def _goes_on(reading: Reading, before: Filled, filled: Filled) -> bool:
    """Tell whether a case or test is counted with one of that day, with no word of another total between."""
    first, last = before.figure, filled.figure
    if filled.type not in OF_PERIODS or before.type != filled.type or first.sentence != last.sentence:
        return False
    words = (one.valued(tag_of(one, "accumulation")) for one in reading.mentions[first.index + 1 : last.index])
    return {*words} <= {None, "new"} and _ENDS.search(reading.text, first.end, last.start) is None


def _is_of_day(reading: Reading, filled: Filled) -> bool:
    """Tell whether a word for one day stands before a figure in its clause."""
    return _DAY.search(reading.text, filled.figure.clause[0], filled.figure.start) is not None


def _told(reading: Reading, filled: Filled) -> Told | None:
    """Return what a plain word in the clause tells: 新增, 现有; of cases also 累计, which has other uses elsewhere."""
    if filled.type not in COUNTS:
        return None
    head = column_heads(reading).get(filled.figure.index) if filled.type == CASES else None
    if head is not None and head.accumulation is not None:
        return head.accumulation, ()
    if filled.type == CASES and now_together(reading, filled):
        return "current", ()
    value = filled.slots.get("value")
    if value is not None and value < 0:
        # a fall is a change: 现有重症病例219例，较前一日减少12例
        return "new", ()
    by_rise = risen(reading, filled) if filled.type == CASES else None
    if by_rise is not None:
        return by_rise, ()
    cue = cue_of(reading, filled.figure, "accumulation") or stock_behind(reading, filled)
    if cue is not None and _says(reading, cue) in SUMS and _in_period(reading, filled):
        return "new", ()
    if cue is None and (_of_that_day(reading, filled) or _on_top(reading, filled)):
        return "new", ()
    if cue is None and filled.type == CASES and is_total(reading, filled):
        return TOTAL, ()
    if cue is None and _in_period(reading, filled):
        return "new", ()
    if cue is not None and filled.slots.get("measure") == DEATH and _says(reading, cue) == _IN_HOSPITAL:
        return _before_hospital(reading, filled.figure, cue)
    told = cue.valued(tag_of(cue, "accumulation")) if cue else None
    if cue is not None and filled.type == CASES and _says(reading, cue) in REACHED:
        fresh = _new_before(reading, filled.figure, cue)
        told, cue = ("new", fresh) if fresh is not None else (told, cue)
    if cue is not None and told in ("new", "current"):
        return told, (cue,)
    if filled.type == CASES and _TOTAL.search(reading.text, filled.figure.clause[0], filled.figure.start):
        return "cumulative", (cue,) if cue else ()
    if cue is None and filled.type == CASES and reported_until(reading, filled.figure):
        return TOTAL, ()
    if cue is None and filled.type == CASES and is_kept(reading, filled):
        return "current", ()
    return headed(reading, filled.figure) if cue is None and filled.type == CASES else None


def _on_top(reading: Reading, filled: Filled) -> bool:
    """Tell whether cases come on top of others, 又有10人确诊; 既有…，又有… only puts two things side by side."""
    figure = filled.figure
    start = reading.sentences[figure.sentence].start
    again = _AGAIN.search(reading.text, max(start, figure.start - _AGAIN_REACH), figure.start)
    return filled.type == CASES and again is not None and reading.text.find("既", start, figure.start) < 0


def _new_before(reading: Reading, figure: Figure, cue: Mention) -> Mention | None:
    """Return the word for what is new of which the clause says how many it has come to: 新增确诊病例达到5249例."""
    for mention in left_of(reading, figure):
        told = mention.valued(tag_of(mention, "accumulation"))
        if told is not None and mention.start < cue.start:
            return mention if told == "new" and figure.clause[0] <= mention.start and mention.end <= cue.start else None
    return None


def _says(reading: Reading, cue: Mention) -> str:
    return reading.text[cue.start : cue.end]


def _before_hospital(reading: Reading, figure: Figure, cue: Mention) -> Told | None:
    """Return what the clause says before 在院 of those who died there: 累计发生在院死亡病例59938例 are no stock."""
    index = reading.index_after(cue.start) - 1
    for mention in reversed(reading.mentions[max(0, index - MOST_LEFT) : index + 1]):
        told = mention.valued(tag_of(mention, "accumulation")) if mention.start < cue.start else None
        if mention.start < figure.clause[0]:
            return None
        if told is not None:
            return told, (mention,)
    return None


def _in_period(reading: Reading, filled: Filled) -> bool:
    return filled.type in OF_PERIODS and counted_in_period(reading, filled)


def headed(reading: Reading, figure: Figure) -> Told | None:
    """Return what the head of a list says of its items, with no word for another total between.

    Args:
        reading: The document as read.
        figure: A figure of the list.
    """
    first, _ = reading.bounds[figure.sentence]
    for mention in reversed(reading.mentions[max(first, figure.index - MOST_LEFT) : figure.index]):
        told = mention.valued(tag_of(mention, "accumulation"))
        if told is not None:
            near = figure.start - mention.end <= _HEAD_REACH
            return (told, (mention,)) if near and _HEADED.match(reading.text, mention.end, figure.start) else None
    return None


def _of_that_day(reading: Reading, filled: Filled) -> bool:
    """Tell whether the clause of a figure opens with a word for one day."""
    start = max(reading.sentences[filled.figure.sentence].start, filled.figure.start - _DAY_REACH)
    before = reading.text[start : filled.figure.start]
    flows = filled.type not in COUNTS or filled.slots.get("measure") in OF_DAYS
    return flows and (_THAT_DAY.search(before) or _PART_OF_DAY.search(before)) is not None


def cue_features(reading: Reading, figure: Figure, filled: Filled) -> list[str]:
    """Return what the models of accumulation, modality and rate see besides the figure's own features."""
    label = f"{filled.type}|{filled.slots.get('measure')}"
    dates = filled.mentions.get("date_end") or filled.mentions.get("date_start")
    relation = dates[0].value if dates else "none"
    out = [f"is={label}", f"is={filled.type}", f"date={relation}", f"date={relation}&{filled.type}"]
    if dates and dates[0].start >= reading.sentences[figure.sentence].start:
        out.append(f"date-here={relation}&{filled.type}")
    for slot in CUED:
        cue = cue_of(reading, figure, slot)
        value = cue.valued(tag_of(cue, slot)) if cue else ABSENT
        out += [f"cue-{slot}={value}", f"cue-{slot}={value}&{filled.type}", f"cue-{slot}={value}&date={relation}"]
    return [*out, *rate_features(reading, figure, label)]


def _cue_by_rule(reading: Reading, figure: Figure, filled: Filled, slot: str) -> None:
    cue = cue_of(reading, figure, slot)
    if cue is not None:
        value = cue.valued(tag_of(cue, slot))
        if value:
            filled.slots[slot], filled.mentions[slot] = value, (cue,)
    elif slot == "accumulation" and _until(filled):
        filled.slots[slot] = "cumulative"


def _until(filled: Filled) -> bool:
    dates = filled.mentions.get("date_end")
    return dates is not None and len(dates) > 0 and dates[0].value == "until"
