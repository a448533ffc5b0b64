"""Which figure another one is a part of, told by sums, by names, by brackets, by 其中, or by the list it stands in.

Parts are counted as their wholes are: of 350 pairs of annotated news that these tell all have one accumulation, 99
of 100 one modality and, no date between them, one date.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Mapping

from epiextract.deciding.brackets import CLOSED, brackets_of
from epiextract.deciding.candidates.spots import PLACE, line
from epiextract.deciding.filled import Filled
from epiextract.deciding.lists.carrying import MOST_BACK
from epiextract.deciding.lists.changes import PEOPLE, compared
from epiextract.deciding.lists.named_heads import named_heads
from epiextract.deciding.lists.parts import AMONG, leads, listed
from epiextract.deciding.lists.sums import added_up, summed
from epiextract.matching.reading import Figure, Reading

# What stands between a figure and its breakdown: 499例确诊病例（武汉464例）, 2例，均为境外输入病例（上海2例）.
_BETWEEN = re.compile(r"[^，。；、（(\n]{0,12}(?:[，,](?:均|都|全部)[为為系係是][^，。；、（(\n]{1,12})?")
# What brackets tell of a whole and not of its parts: 9180人（比前一天增加1245人）, 56人（平均每天80人）.
_OTHERWISE = re.compile(r"平均|每|日均|比|较|較|同比|环比")
# Imported cases by their countries: 境外输入103例，病例来源为英国36例、菲律宾10例.
_FROM = r"来源(?:国家?|地区?)?(?:分别)?[为是]"
# What leads to a part right behind its whole: 患者2041例，其中境外输入病例64例; what brackets tell is left out.
_LED = re.compile(rf"[^；;。：:！？\n]{{0,30}}(?:{AMONG}|包括|含|内有|內有|{_FROM})[^，,；;。：:（(！？\n]{{0,20}}")
_AMONG = re.compile(AMONG)
MOST_BETWEEN = 300
# How much a whole has changed stands between it and its parts: 现有323例，|较21日增长52例|。其中武汉市279例.
_CHANGE = re.compile(r"[^，,。；;\n\d]{0,8}[，,（(][^，,。；;、\n]{0,4}[比较較][^，,。；;\n]{0,20}")
_BEHIND_CHANGE = re.compile(rf"[）)]?[，,。；;]\s*(?:{AMONG})[，,：:]?[^，,；;。：:、（(！？\n\d]{{0,16}}")
_AGAIN_REACH = 4
_JOINED = re.compile(r"(?:、|和|及|以及|、?另有)[^、，,。；;：:（()）\n\d]{0,14}")
# A ranking behind its whole: 新增94808例，以新北市18529例最多，其次为高雄市13010例.
_FIRST = re.compile(r"[^，,。；;\n]{0,12}[，,](?:其中)?以[^，,。；;：:\n]{1,12}")
_MOST = re.compile(r"[^，,。；;\n\d]{0,4}(?:最多|居多|为多|為多|最高|居首)")
_NEXT = re.compile(r"[^，,。；;\n\d]{0,8}[，,、](?:其次|再次|次之|依次|依序)[^，,。；;\n]{0,14}")

# 新增74例。这|74例|中，北京31例, 在新增的|42例|病例中: told again before it is broken down.
_AGAIN = re.compile(r"(?:[这這该該]|上述|前述|以上|在新增的?)\Z")
_AGAIN_AMONG = re.compile(r"[^，,。；;：:（(、！？\n\d]{0,16}中[，,：:]?")
# 136个|社区中，|36个发现病例: of sites that are counted alike.
_OF_SITES = re.compile(
    r"[^，,。；;：:（(、！？\n\d]{1,12}?[之当]?中[，,]?(?:(?:已经?|目前|现|尚|仅|只|还|共|至少)?有|已经?|目前|仅|只)?"
)
_SITES = frozenset("个家所处座")


def whole_of(reading: Reading, figure: Figure) -> Figure | None:
    """Return the figure that another one is a part of, or the one before it in a list of parts; None if it is none.

    Args:
        reading: The document as read.
        figure: A figure.
    """
    return _known(reading)[0].get(figure.index)


def part_of(reading: Reading, figure: Figure) -> Figure | None:
    """Return the figure that another one is a part of; None for what only stands in a list: 伊朗237例；韩国54例.

    Args:
        reading: The document as read.
        figure: A figure.
    """
    return _known(reading)[1].get(figure.index)


def _known(reading: Reading) -> tuple[Mapping[int, Figure], Mapping[int, Figure]]:
    """Return what each figure is counted with, and what it is a part of, worked out once."""
    found: tuple[Mapping[int, Figure], Mapping[int, Figure]] | None = reading.lines.get("wholes")
    if found is None:
        found = reading.lines["wholes"] = _wholes(reading)
    return found


def counted_with(reading: Reading, filled: Filled, events: Mapping[int, Filled]) -> Filled | None:
    """Return the event that an event is a part of, if it is of the same type.

    Args:
        reading: The document, decided.
        filled: The event in the making.
        events: Events by the index of their figures.
    """
    whole = whole_of(reading, filled.figure)
    source = events.get(whole.index) if whole else None
    return source if source and source.type == filled.type else None


def names_itself(reading: Reading, figure: Figure, tags: Container[str]) -> bool:
    """Tell whether a part has a place or a name of its own, up to the end of its clause and behind the part before it.

    Of 264 places and roles of parts that have none, in annotated news, all but two are the whole's.

    Args:
        reading: The document as read.
        figure: The part.
        tags: Tags of names; ``PLACE`` is that of places, those inside of other words too.
    """
    whole = whole_of(reading, figure)
    if whole is None:
        return True
    at = reading.figure_after(figure.start)
    beside = (one for one in reversed(reading.figures[max(0, at - MOST_BACK) : at]) if whole_of(reading, one) is whole)
    start = next((one.end for one in beside), parts_begin(reading, whole, figure))
    named = [
        mention.start
        for mention in reading.mentions[reading.index_after(start) : reading.index_after(figure.clause[1])]
        if mention.tag in tags
    ]
    if "PLACE" in tags:
        places = line(reading, "places", lambda: reading.places.mentions, PLACE).starts
        named += places[bisect_left(places, start) : bisect_left(places, figure.clause[1])]
    return any(not brackets_of(reading, reading.sentence_at(at)).hides(at, figure.start) for at in named)


def parts_begin(reading: Reading, whole: Figure, part: Figure) -> int:
    """Return where what is said of a whole ends and its parts begin: 136名医护人员支援武汉，|其中护士36名.

    Args:
        reading: The document as read.
        whole: A figure.
        part: A part of it, behind it.
    """
    among = _AMONG.search(reading.text, whole.end, min(part.start, whole.end + MOST_BETWEEN))
    return among.start() if among else whole.end


def _wholes(reading: Reading) -> tuple[dict[int, Figure], dict[int, Figure]]:
    """Return by the index of its mention what each figure is counted with, and what it is a part of, if anything."""
    figures = reading.figures
    by_index = {figure.index: figure for figure in figures}
    sums = summed(reading)
    heads = named_heads(reading)
    wholes = {**sums, **heads}
    items: set[int] = set()
    for at, figure in enumerate(figures):
        if figure.index in wholes:
            continue
        held = by_index.get(bracketed(reading, figure))
        item = None if held else listed(reading, figures, at)
        whole = held or _again(reading, at) or _over_change(reading, at) or _led(reading, at)
        whole = whole or _ranked(reading, at, wholes) or _of_sites(reading, at)
        if whole is None:
            whole = _next(reading, at, wholes) if item is None else figures[item]
        if whole is not None:
            wholes[figure.index] = whole
            if item is not None and whole is figures[item] and not leads(reading, whole, figure):
                items.add(figure.index)
    for run in _runs(reading, wholes):
        # the first may be the whole of the others: 36例…男性21例，女性15例；丰台区21例，大兴区15例
        parts = added_up(reading, run, least=2) or added_up(reading, run[1:], least=2)
        # 新增5例，累计97例…男性54例，女性43例，其中…2例，…3例，…: what all add up to, not by chance the first two
        wholes.update((part, whole) for part, whole in parts.items() if part not in sums or part in heads)
        items.difference_update(parts)
    parts_of: dict[int, Figure] = {}
    for figure in figures:
        before = wholes.get(figure.index)
        # a mere item is a part of what the one before it is a part of
        whole = parts_of.get(before.index) if before and figure.index in items else before
        if whole is not None:
            parts_of[figure.index] = whole
    return wholes, parts_of


def _runs(reading: Reading, wholes: Mapping[int, Figure]) -> list[list[Figure]]:
    """Return the lists whose first item is a part of nothing: 男性21例，女性15例；丰台区21例，大兴区15例."""
    runs: dict[int, list[Figure]] = {}
    starts: dict[int, int] = {}
    for figure in reading.figures:
        before = wholes.get(figure.index)
        if before is not None:
            first = starts[figure.index] = starts.get(before.index, before.index)
            runs.setdefault(first, [before]).append(figure)
    return [run for first, run in runs.items() if first not in wholes]


def bracketed(reading: Reading, figure: Figure) -> int:
    """Return the index of the figure that brackets break down, 37 of 37例（长沙21例，株洲9例）, or -1.

    Args:
        reading: The document as read.
        figure: The figure, a part of the breakdown.
    """
    opened = brackets_of(reading, figure.sentence).around(figure.start)
    if opened < 0:
        return -1
    first, _ = reading.bounds[figure.sentence]
    for index in range(reading.index_after(opened) - 1, first - 1, -1):
        mention = reading.mentions[index]
        if mention.tag == "QTY":
            parts = _BETWEEN.fullmatch(reading.text, mention.end, opened)
            return index if parts and not _OTHERWISE.match(reading.text, opened + 1) else -1
    return -1


def _led(reading: Reading, at: int) -> Figure | None:
    """Return the figure before one of people whose part it is said to be."""
    figure = reading.figures[at]
    if figure.quantity.kind not in PEOPLE:
        return None
    for before in reversed(reading.figures[max(0, at - MOST_BACK) : at]):
        if brackets_of(reading, before.sentence).hides(before.start, figure.start):
            continue
        if before.quantity.kind not in PEOPLE or figure.start - before.end > MOST_BETWEEN:
            return None
        if not _LED.fullmatch(CLOSED.sub("", reading.text[before.end : figure.start])):
            return None
        # 确诊4812例，死亡28例，其中大邱市3600例 are no part of the dead; 14例，比前一天多6例，其中5人 are of the 14
        more = (figure.quantity.value or 0) > (before.quantity.value or 0) > 0
        if not more and not compared(reading, before):
            return before
    return None


def _over_change(reading: Reading, at: int) -> Figure | None:
    """Return the whole of a part that is more than what the whole has changed by, which stands between the two."""
    if at < 2:
        return None
    whole, change, figure = reading.figures[at - 2 : at + 1]
    if {whole.quantity.kind, change.quantity.kind, figure.quantity.kind} - PEOPLE:
        return None
    changed = _CHANGE.fullmatch(reading.text, whole.end, change.start)
    if not changed or not _BEHIND_CHANGE.fullmatch(reading.text, change.end, figure.start):
        return None
    return whole if (change.quantity.value or 0) < (figure.quantity.value or 0) <= (whole.quantity.value or 0) else None


def tells_again(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is told again to break it down: 新增74例。这|74例|中，北京31例.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    start = figure.start
    if figure.quantity.kind not in PEOPLE or not _AGAIN.search(reading.text, max(0, start - _AGAIN_REACH), start):
        return False
    return _AGAIN_AMONG.match(reading.text, figure.end) is not None


def _again(reading: Reading, at: int) -> Figure | None:
    """Return the figure of people before one that tells the same number again."""
    figure = reading.figures[at]
    if not tells_again(reading, figure):
        return None
    value = figure.quantity.value
    earlier = reversed(reading.figures[max(0, at - MOST_BACK) : at])
    return next((one for one in earlier if one.quantity.value == value and one.quantity.kind in PEOPLE), None)


def _next(reading: Reading, at: int, wholes: Mapping[int, Figure]) -> Figure | None:
    """Return what the figure before one is a part of, where 、 alone joins them: 其中治愈12例、死亡1例、在院7例."""
    figure, before = reading.figures[at], reading.figures[at - 1] if at else None
    if before is None or {before.quantity.kind, figure.quantity.kind} - PEOPLE:
        return None
    return wholes.get(before.index) if _JOINED.fullmatch(reading.text, before.end, figure.start) else None


def _ranked(reading: Reading, at: int, wholes: Mapping[int, Figure]) -> Figure | None:
    """Return what a figure of people is a part of that a ranking counts first, or next to the one before it."""
    figure, before = reading.figures[at], reading.figures[at - 1] if at else None
    if before is None or before.sentence != figure.sentence or {before.quantity.kind, figure.quantity.kind} - PEOPLE:
        return None
    if _NEXT.fullmatch(reading.text, before.end, figure.start):
        return wholes.get(before.index)
    first = _FIRST.fullmatch(reading.text, before.end, figure.start)
    return before if first and _MOST.match(reading.text, figure.end) else None


def _of_sites(reading: Reading, at: int) -> Figure | None:
    """Return the figure before one of which that counts some, in the same unit: 136个社区中，36个."""
    figure, before = reading.figures[at], reading.figures[at - 1] if at else None
    unit = figure.quantity.surface_unit
    if before is None or unit not in _SITES or before.quantity.surface_unit != unit:
        return None
    return before if _OF_SITES.fullmatch(reading.text, before.end, figure.start) else None
