"""What the dates of a document mean: each is resolved against those before it, or else against the one that follows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from epiextract.matching.reading import Dated, Reading
from epiextract.matching.stray_dates import compares, expression_of, is_base, is_other_clock, is_stray
from epiextract.tagging.mentions import Mention
from epiextract.values.times.lexicon import time_lexicon
from epiextract.values.times.resolution import resolve_time

if TYPE_CHECKING:
    from epiextract.values.times.model import TimeExpression
    from epiextract.values.times.partial import PartialDate

# So many days a day without a month may lie from the next date that has one.
_NEAR = 3
_COMMAS = frozenset("，,")
# A diary has at least so many entries; before the day of one stand so many characters: 第二天：1月27日.
_ENTRIES, _BEFORE_DAY = 3, 8
# What may stand between 将 and a date: 将会在周三, 预计于3月5日, 预计最快于31日.
_LINKS = re.compile("会?(?:最[快早迟遲晚])?[在于到从從]?")


def resolve_dates(reading: Reading) -> None:
    """Fill the periods of *reading*, which are those of its time expressions whose days are known."""
    anchor: date | None = None
    named: date | None = None
    spans = False
    week: date | None = None
    year: int | None = None
    told: dict[int, int] = {}
    waiting: list[int] = []
    entries = _entries(reading)
    own: PartialDate | date | str | None = reading.own_date
    for index, mention in enumerate(reading.mentions):
        if mention.tag != "TIME":
            continue
        expression = expression_of(mention)
        if spans and _is_that_day(expression):
            # 4月报告30例，当日新增2例 is not told of the last day of April
            runs = anchor is not None and reading.published is not None and reading.published <= anchor
            day = _resolve(reading, index, own if runs else None, named, year, told, week)
        else:
            day = _resolve(reading, index, own, anchor, year, told, week)
        if index in entries:
            own = day or own
        if day is None:
            if _is_bare_day(expression):
                waiting.append(index)
            continue
        if _has_weekday(expression, day):
            week = day
        if waiting and expression.begin is not None and expression.begin.month is not None:
            _resolve_back(reading, waiting, day)
            waiting = []
        if reading.in_dateline(mention):
            continue
        if anchor is not None and (is_base(reading, mention) or is_other_clock(reading, mention)):
            # 比上一日增加368例，…比上一日增加369例 goes on with the day before both
            continue
        if _is_year(expression):
            year = day.year
        else:
            anchor, year = day, None
            spans = _is_span(reading, index, expression)
            named = named if spans else day
            if _says_year(expression):
                told[reading.sentence_at(mention.start)] = day.year


def _is_that_day(expression: TimeExpression) -> bool:
    """Tell whether an expression points at the day that was named before: 当日, 同一天."""
    point = expression.begin
    return point is not None and point.unit == "day" and point.base == "anchor" and not point.shift


def _is_span(reading: Reading, index: int, expression: TimeExpression) -> bool:
    """Tell whether an expression names a week, a month or a year and no day in it."""
    period = reading.periods.get(index)
    spans = period is not None and period.start is not None and period.end is not None and period.start < period.end
    return spans and expression.finish is None and expression.begin is not None and expression.relation == "at"


def _entries(reading: Reading) -> frozenset[int]:
    """Return the indexes of the days that head the entries of a diary, each alone with its heading on a line.

    Below 第二天：1月27日 忙碌的一天 今天 is that day, whenever the diary was published. Captions name days too, but not
    one after the other.
    """
    found: dict[int, tuple[int, int]] = {}
    for index, mention in enumerate(reading.mentions):
        if mention.tag == "TIME" and mention.value == "at" and (day := _entry_day(reading, index)):
            found[index] = day
    days = list(found.values())
    return frozenset(found if len(days) >= _ENTRIES and all(a < b for a, b in pairwise(days)) else ())


def _entry_day(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return month and day where they open a heading that counts nothing."""
    mention = reading.mentions[index]
    point = expression_of(mention).begin
    if point is None or point.day is None or point.month is None or point.unit:
        return None
    sentence = reading.sentence_at(mention.start)
    paragraph = reading.paragraphs[reading.paragraph_of(sentence)]
    first, last = reading.bounds[sentence]
    opens = mention.start - paragraph.start <= _BEFORE_DAY and paragraph.kind == "heading"
    counts = any(one.tag == "QTY" and one.value != "duration" for one in reading.mentions[first:last])
    return (point.month, point.day) if opens and not counts else None


def _resolve(
    reading: Reading,
    index: int,
    own: PartialDate | date | str | None,
    anchor: date | None,
    year: int | None,
    told: Mapping[int, int] | None = None,
    week: date | None = None,
) -> date | None:
    """Resolve one time expression; return its last day, or its first where that alone is known.

    Args:
        reading: The document.
        index: The place of the expression among the mentions.
        own: The date of the document, or of the diary's entry.
        anchor: The day that was named before it.
        year: The year that was named alone since.
        told: By sentence, the year that stood with its last day or month.
        week: The last day that the article named with its weekday.
    """
    mention = reading.mentions[index]
    sentence = reading.sentence_at(mention.start)
    period = resolve_time(
        expression_of(mention),
        published=own,
        anchor=anchor,
        year=year,
        future=_looks_ahead(reading, index, sentence),
        sentence_year=told.get(sentence) if told else None,
        week=week,
    )
    day = period.end or period.start
    if day is None or is_stray(reading, mention, day):
        return None
    if not (compares(reading, mention) or is_base(reading, mention) or is_other_clock(reading, mention)):
        reading.periods[index] = Dated(index, sentence, period.start, period.end)
    return day


def _resolve_back(reading: Reading, waiting: list[int], day: date) -> None:
    """Resolve days without a month by the next date, where that is near: 15日 in the lead, 2月15日 further down."""
    for index in waiting:
        point = expression_of(reading.mentions[index]).begin
        if point is not None and abs((point.day or 0) - day.day) <= _NEAR:
            _resolve(reading, index, reading.own_date, day, None)


def _looks_ahead(reading: Reading, index: int, sentence: int) -> bool:
    """Tell whether a cue of plans stands right before the expression, or follows in its clause.

    将会在周三交付, 3月15日将运抵: without such words a weekday is the one that was last. What opens a sentence and
    may lie ahead looks into the clause behind it too: 自3月1日起，将发放口罩. So does a month, 7月，公司计划捐款, but
    not a day, which in 12月8日，公司宣布将捐款 is that of the words.
    """
    first, last = reading.bounds[sentence]
    mention, before = reading.mentions[index], reading.mentions[max(first, index - 1)]
    linked = before.end <= mention.start and _LINKS.fullmatch(reading.text, before.end, mention.start) is not None
    if linked and _is_plan(before):
        return True
    own = clause = reading.clauses_until(mention.end)
    may_wait = expression_of(mention).ahead or _is_stretch(expression_of(mention))
    if may_wait and reading.text[mention.end : mention.end + 1] in _COMMAS:
        clause += 1
    for other in reading.mentions[index + 1 : last]:
        at = reading.clauses_until(other.start)
        if at > clause:
            return False
        if _is_plan(other):
            if reading.text[other.start : other.end] in time_lexicon().words["decided"]:
                return False  # 周四宣布, 周四决定: the day is that of the words
            return at == own or expression_of(mention).ahead or not _announces(reading.text[mention.end : other.end])
    return False


def _is_stretch(expression: TimeExpression) -> bool:
    """Tell whether an expression is a month, a quarter or half a year without its year: 7月, 二季度, 下半年."""
    point = expression.begin
    if point is None or point.day is not None or point.year is not None or point.unit or point.clock is not None:
        return False
    return expression.relation in ("at", "range", "list") and (point.month is not None or bool(point.part))


def _announces(text: str) -> bool:
    """Tell whether words between a date and a plan say that the plan was made public then: 7月，公司宣布将捐款."""
    return any(word in text for word in time_lexicon().words["announced"])


def _is_plan(mention: Mention) -> bool:
    """Tell whether a mention speaks of plans: 将, 预计, 计划."""
    return (mention.value == "planned" or bool(mention.also)) and any(
        value == "planned" and tag.endswith(":MODALITY") for tag, value in mention.meanings()
    )


def _has_weekday(expression: TimeExpression, day: date) -> bool:
    """Tell whether an expression ties a day to its weekday, as 周一（2月10日） does."""
    point = expression.begin
    return point is not None and point.day is not None and not point.lunar and point.weekday == day.isoweekday()


def _is_bare_day(expression: TimeExpression) -> bool:
    """Tell whether an expression is a day without a month: 15日, 截至15日24时."""
    point = expression.begin
    return point is not None and point.day is not None and point.month is None and not point.unit


def _says_year(expression: TimeExpression) -> bool:
    """Tell whether an expression names a month with its year: 2018年3月, 去年12月."""
    point = expression.finish or expression.begin
    return point is not None and point.month is not None and (point.year is not None or point.unit == "year")


def _is_year(expression: TimeExpression) -> bool:
    """Tell whether an expression names a year, or part of one, and no month: 2003年, 2019年底."""
    point = expression.finish or expression.begin
    if point is None or point.month is not None or point.day is not None or point.festival:
        return False
    return point.unit == "year" or (point.year is not None and not point.unit)
