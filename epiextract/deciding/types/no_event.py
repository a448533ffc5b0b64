"""Figures that are no event, whatever the words around them: kinds, households, who is not ill, English."""

from __future__ import annotations

import re
from itertools import islice

from epiextract.matching.reading import Figure, Reading
from epiextract.values.quantities.abstracts import counts_abstract

# What UTF-8 gives when it is read as GBK: ， 。 、 的 是 在 年 日, and what could not be read at all. So many so near
# each other stand in no text.
_GARBAGE = re.compile("[锛銆鐨鏄鍦骞鏃\ufffd]")
GARBAGE_REACH, MOST_GARBAGE = 40, 3
# 当日排除|364人, 排除疑似病例|39例; not 不能排除.
_RULED_OUT = re.compile(
    r"(?<![不未能法待])排除了?(?:[^，,。；;：:、（(\n\d]{0,12}?疑似(?:病例|患者|者)?)?(?:共|计|有){0,2}\Z"
)
_RULED_OUT_REACH = 20
# 2人|间; not 5人|间接接触.
_ROOM = re.compile("间(?=[，,。；;、）)]|为|的?(?:病房|房|客房|标间))")
# 每|百万人, 每|50人 are what a rate is measured by, and 每百万人检测|1.2万人, 每千人拥有床位|6.8张 the rate.
_BASE = "每"
_RATED = re.compile(
    r"每(?:\d{1,6}(?:\.\d)?|[一二三四五六七八九])?[百千十]{0,2}[千万萬](?:人口?|名?居民|常住人口)(?:中|里)?[^，,。；;：:、！？\n\d]{0,10}\Z"
)
_RATED_REACH = 28
# 1.2万户|、|3.6万人; of 涉及企业|120户、3600人 the former are firms.
_HOUSEHOLDS, _THEIR_PEOPLE = "户", re.compile("[、，,和及]?(?:共计?|合?计)?")
_FIRMS = ("企业", "商户", "用户", "客户", "单位", "公司")
# 价格|12|涨16降, 12涨|16|降, 9涨15跌|6|平: so many kinds went up, so many down, so many stayed.
_WENT, _STAYED = "[涨漲升降跌落]", "持?平"
_GOES_ON = re.compile(rf"{_WENT}\s*\d{{1,4}}\s*(?:{_WENT}|{_STAYED})(?![稳均价常])")
_WENT_TOO = re.compile(rf"\d{{1,4}}\s*{_WENT}[、，,]?\s*\Z")
_WENT_OR_STAYED, _MOST_KINDS = re.compile(rf"{_WENT}|{_STAYED}"), 8
_CHINESE, _WORD, _KANA = (
    re.compile("[\u3400-\u9fff]"),
    re.compile("[A-Za-z]{2,}"),
    re.compile("[\u3041-\u3096\u30a1-\u30fa]"),
)
# So many words of another language and no Chinese character make a sentence that no model can read, and so many kana.
WORDS, KANA = 4, 8


def is_garbled(text: str, figure: Figure) -> bool:
    """Tell whether the words around a figure were read in a wrong encoding, so that nobody knows what it counts.

    Args:
        text: The text as read.
        figure: The figure.
    """
    around = text[max(0, figure.start - GARBAGE_REACH) : figure.end + GARBAGE_REACH]
    return len(_GARBAGE.findall(around)) > MOST_GARBAGE


def counts_no_event(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure counts kinds and points of a plan, households, who is not ill, or a room.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    text = reading.text
    return (
        is_abstract(text, figure)
        or is_households(reading, figure)
        or is_ruled_out(text, figure)
        or is_room(text, figure)
        or is_of_rate(text, figure)
        or is_up_or_down(text, figure)
    )


def is_up_or_down(text: str, figure: Figure) -> bool:
    """Tell whether a figure counts the kinds whose prices went one way, beside those that went the other: 12涨16降.

    Args:
        text: The text as read.
        figure: The figure.
    """
    # the 升 of 3升10降 is no litre
    end = figure.end - 1 if text.endswith("升", figure.start, figure.end) else figure.end
    if _GOES_ON.match(text, end):
        return True
    before = _WENT_TOO.search(text, max(0, figure.start - _MOST_KINDS), figure.start)
    return before is not None and _WENT_OR_STAYED.match(text, end) is not None


def is_abstract(text: str, figure: Figure) -> bool:
    """Tell whether a figure counts kinds, administrative units or points of a plan: 19个省份, 15种蔬菜, 30条措施.

    一种 and 一个方面 are mere articles.

    Args:
        text: The text as read.
        figure: The figure.
    """
    quantity = figure.quantity
    return not quantity.article and counts_abstract(text, figure.end, quantity.surface_unit)


def is_ruled_out(text: str, figure: Figure) -> bool:
    """Tell whether a figure counts people who turned out not to be ill: 当日排除疑似病例39例.

    Of 21 such figures of annotated articles 15 are other, 5 activities and one a count of cases.

    Args:
        text: The text as read.
        figure: The figure.
    """
    start = max(figure.clause[0], figure.start - _RULED_OUT_REACH)
    return figure.quantity.kind == "person" and _RULED_OUT.search(text, start, figure.start) is not None


def is_room(text: str, figure: Figure) -> bool:
    """Tell whether a figure says how many a room is for: 病房均为2人间.

    Args:
        text: The text as read.
        figure: The figure.
    """
    return figure.quantity.surface_unit == "人" and _ROOM.match(text, figure.end) is not None


def is_of_rate(text: str, figure: Figure) -> bool:
    """Tell whether a figure is a number of people that a rate is measured by, or such a rate: 每百万人检测1.2万人.

    All 10 such numbers of annotated articles are other, and so are all 5 such rates.

    Args:
        text: The text as read.
        figure: The figure.
    """
    quantity = figure.quantity
    if quantity.article:
        return False
    if quantity.kind == "person" and text.endswith(_BASE, 0, figure.start):
        return (quantity.value or 0) > 1
    return _RATED.search(text, max(figure.clause[0], figure.start - _RATED_REACH), figure.start) is not None


def is_foreign(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure stands in a sentence of English, Japanese or the like: to hire up to 10,000 workers.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    text, sentence = reading.text, reading.sentences[figure.sentence]
    if _CHINESE.search(text, sentence.start, sentence.end):
        return sum(1 for _ in islice(_KANA.finditer(text, sentence.start, sentence.end), KANA)) == KANA
    return sum(1 for _ in islice(_WORD.finditer(text, sentence.start, sentence.end), WORDS)) == WORDS


def is_households(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure counts the households of the people that the next one counts: 走访居民1.2万户、3.6万人.

    Households are no event (43 of 45 such figures of annotated articles); who lives in them may be one.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    if figure.quantity.surface_unit != _HOUSEHOLDS or reading.text.endswith(_FIRMS, 0, figure.start):
        return False
    at = reading.figure_after(figure.end)
    people = reading.figures[at] if at < len(reading.figures) else None
    if people is None or people.quantity.kind != "person":
        return False
    return _THEIR_PEOPLE.fullmatch(reading.text, figure.end, people.start) is not None
