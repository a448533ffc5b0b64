"""Lists of names and sums without a verb: 捐款名单：李志强5万元、鑫源矿业50万元, 其中市人民医院800万元、疾控中心50万元.

Each sum is of the name right before it. What each name is tells whether the list is one of names: bodies and persons
that are known, names that no word is a part of.
"""

from __future__ import annotations

import re
from functools import lru_cache

from epiextract.deciding.filled import Filled
from epiextract.deciding.types.gifts import GIFT
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.words import FACILITY_HEAD, GENERIC, GROUP, HEAD, NameRef, name_entries, surnames
from epiextract.tagging.segmentation import known_words, segments

FINANCE, MONEY, DONOR, RECIPIENT, PAYEE = "finance", "money", "donor", "recipient", "payee"
# ：|李志强|5万元, 、|陈国华|3万元, 其中|兴发化工|20万元, and of a list with an item a line 湖南某建筑公司|50000元
_ITEM = re.compile(
    r"(?:(?P<opens>[，,；;。]?其中[：:，,]?(?:包括)?|[：:])|(?P<joint>[、；;，,])|(?P<line>\n)\s*)"
    r"(?P<name>[\u4e00-\u9fff·（）()A-Za-z]{2,18})\s?\Z"
)
_SHORT_HEAD = 2
_REACH, _LEAD, _LEAST, _MOST = 24, 44, 2, 200
_LINE_ENDS = re.compile(r"[ \t\u3000]*(?:\n|\Z)")
# What no name is: what is given, how, or what it adds up to.
_NO_NAME = re.compile(
    r"现金|物资|款|捐|赠|线[上下]|定向|价值|口罩|金额|支出|收入|用于|支付|^[购收付给向为由将等约近超共各每]|资金|经费|补[助贴]|微信|支付宝|人均|其[中他它余]"
    r"|合计|总[计额共]|小计|累计|折合|人民币|价|营业|利润|投资|贷|税"
)
_TOTAL = re.compile(r"(?:合计|总计|共计|小计|总额)[：:为]?[^，。；\n\d]{0,6}\Z")
_TOTAL_REACH = 10
# Whose names they are: who gives, or who gets.
_GIVEN = re.compile(r"捐|善款|爱心款|名单|募")
_SHARED = re.compile(r"分配|拨付|下拨|划拨|发放|安排|用于|使用|拨给")
_NAMES = frozenset({"ORG", "PERSON", "FACILITY"})


def named_item(reading: Reading, filled: Filled) -> tuple[str, Mention] | None:
    """Return the role and the name of who gives or gets the sum of a list's item, or None.

    Args:
        reading: The document as read.
        filled: The event in the making.
    """
    found = _items(reading).get(filled.figure.index)
    if found is None:
        return None
    name, shared = found
    if filled.type == GIFT and filled.slots.get("measure") == MONEY:
        return (RECIPIENT if shared else DONOR), name
    return (PAYEE, name) if filled.type == FINANCE and shared else None


def sums_up(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is the sum of a list with an item a line, which nobody of the list gave: 合计|51700元.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    at = reading.figure_after(figure.start) - 1
    if at < 0 or reading.figures[at].index not in _items(reading):
        return False
    return _TOTAL.search(reading.text, max(0, figure.start - _TOTAL_REACH), figure.start) is not None


def _items(reading: Reading) -> dict[int, tuple[Mention, bool]]:
    """Return the names of all items of such lists, by the index of their figure, worked out once."""
    known: dict[int, tuple[Mention, bool]] | None = reading.lines.get("named_items")
    if known is None:
        known = {}
        for row in _rows(reading):
            known.update(_named(reading, row))
        reading.lines["named_items"] = known
    return known


def _rows(reading: Reading) -> list[list[tuple[Figure, re.Match[str]]]]:
    """Return runs of sums each of which has something like a name right before it, and nothing else between."""
    rows: list[list[tuple[Figure, re.Match[str]]]] = []
    run: list[tuple[Figure, re.Match[str]]] = []
    for figure in reading.figures:
        found = None
        if figure.quantity.kind == MONEY:
            found = _ITEM.search(reading.text, max(0, figure.start - _REACH), figure.start)
        if found is not None and _NO_NAME.search(found["name"]):
            found = None
        last = run[-1] if run else None
        goes_on = found is not None and last is not None and _follows(reading, last, found) and len(run) < _MOST
        if not goes_on:
            rows.append(run)
            run = []
        if found is not None and (goes_on or _opens(found)):
            run.append((figure, found))
    return [row for row in (*rows, run) if len(row) >= _LEAST]


def _opens(found: re.Match[str]) -> bool:
    return found["opens"] is not None or found["line"] is not None


def _follows(reading: Reading, last: tuple[Figure, re.Match[str]], found: re.Match[str]) -> bool:
    """Tell whether an item stands right behind the one before: as the next of a list, or in the next line."""
    figure, before = last
    if before["line"] is None:
        return found["joint"] is not None and found.start() == figure.end
    return found["line"] is not None and _LINE_ENDS.fullmatch(reading.text, figure.end, found.start("name")) is not None


def _named(reading: Reading, row: list[tuple[Figure, re.Match[str]]]) -> dict[int, tuple[Mention, bool]]:
    """Return the names of a row, if it is one of names."""
    text, opened = reading.text, row[0][1]
    lead = text[max(0, opened.start() - _LEAD) : opened.start("name")]
    lead = lead[max(lead.rfind("。"), lead.rfind("；")) + 1 :] if opened["line"] is None else lead
    shared = _SHARED.search(lead) is not None
    if not shared and _GIVEN.search(lead) is None:
        return {}
    told = [_name(reading, figure, found) for figure, found in row]
    sure = sum(1 for one in told if one is not None)
    if sure * 2 < len(row):
        return {}
    out = {}
    for (figure, found), one in zip(row, told, strict=True):
        name = one or _mention(text, *found.span("name"), "ORG", "listed")
        out[figure.index] = (name, shared)
    return out if _all_may_be(reading, row, told) else {}


def _name(reading: Reading, figure: Figure, found: re.Match[str]) -> Mention | None:
    """Return the name of an item where it is known for one, or is a person's by its characters."""
    start, end = found.span("name")
    text = reading.text
    inside = [one for one in reading.mentions[reading.index_after(start) : figure.index] if one.end <= end]
    last = inside[-1] if inside else None
    if last is not None and last.tag in _NAMES and last.end == end and last.value != GROUP:
        if last.start == start or last.tag == "PERSON":
            # 市民|李海兰
            return last
        return _mention(text, start, end, last.tag, "name" if last.value == GENERIC else "listed")
    name = text[start:end]
    words = known_words()
    if len(name) <= 3 and name[0] in surnames() and name not in words.costs and not inside:
        return _mention(text, start, end, "PERSON", "person")
    if name in _heads():
        # 疾控中心, 公安局: of the place that the whole is of
        return _mention(text, start, end, "ORG", "listed")
    pieces = [name[a:b] for a, b in segments(name)]
    loose = any(len(piece) == 1 or piece in words.proper for piece in pieces)
    stops = any(len(piece) > 1 and piece in words.stops for piece in pieces)
    return _mention(text, start, end, "ORG", "listed") if len(name) > 3 and loose and not stops else None


def _all_may_be(reading: Reading, row: list[tuple[Figure, re.Match[str]]], told: list[Mention | None]) -> bool:
    """Tell whether no item is plainly something else: a place alone, goods, a kind of people."""
    for (figure, found), one in zip(row, told, strict=True):
        start, end = found.span("name")
        inside = reading.mentions[reading.index_after(start) : figure.index]
        other = next((m for m in inside if m.start == start and m.end == end), None)
        if other is not None and (other.tag not in _NAMES or other.value == GROUP):
            return False
        if one is None and any(m.tag in ("GOODS", "TIME") for m in inside):
            return False
    return True


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    """Return the words that end names of bodies and are told alone where their place is told."""
    heads = (HEAD, FACILITY_HEAD)
    return frozenset(one.term for one in name_entries() if one.tag in heads and len(one.term) > _SHORT_HEAD)


def _mention(text: str, start: int, end: int, tag: str, kind: str) -> Mention:
    value = "person" if tag == "PERSON" else "name"
    return Mention(start, end, tag, value, NameRef(text[start:end], kind))
