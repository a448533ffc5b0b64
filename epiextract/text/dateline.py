"""Datelines: what an article says of its own date and place, such as 新华社武汉2月4日电."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import regex

from epiextract.text.document import Document, published_date
from epiextract.text.imprints import imprint_date

_DAY = r"(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|0?[1-9])月(?P<day>[12]\d|3[01]|0?[1-9])日"
_NAME = r"[\u3400-\u9fffA-Za-z·\-]"
# What stands between the day and 消息 in 央广网2月18日发布消息 is no place.
_NO_PLACE = "(?:发布|公布|通报|播发|最新|今[天日]|综合|[上下]午|凌晨|[早晚])"
_DATELINE = regex.compile(
    rf"""
    (?:^|(?<=\n)|(?<=[\s>。】）)])|(?<=[（(])(?={_NAME}{{1,10}}?[社网台报讯]))
    (?P<agency>{_NAME}{{0,10}}?(?:社|网|台|报|讯|新闻|日报|晚报|客户端|时报|头条|记者|电|分网|总站|频道))?
    (?P<place>{_NAME}{{0,14}}?)
    [ ]?{_DAY}
    # 中国日报2月16日武汉电
    (?(agency)(?:[ ]?(?!{_NO_PLACE})(?P<behind>{_NAME}{{2,8}}?)(?=[ ]?(?:消息|[专电讯])))?|)
    [ ]?(?P<end>消息|电(?!话|子|视|影|脑)|讯|报道|专电|综合电|综合消息)
    """,
    regex.VERBOSE,
)
_DATED = re.compile(r"日[ ]?(?:[\u3400-\u9fff]{0,8} ?(?:消息|[电讯])|报道|专电|综合)")
_ISO = regex.compile(
    r"^(?:发布时间[:：]?\s*)?(?P<year>20\d\d)[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?"
    # people.com.cn writes 2020年02月04日08:30 来源：.
    r"(?:\s*\d{1,2}:\d\d(?::\d\d)?)?\s*(?:来源|责编|作者|字号|$)",
    regex.MULTILINE,
)

# A bulletin bears its day as its title: >>>2020-02-17新闻和报纸摘要. With figures in the title it may be their day.
_TITLED = regex.compile(
    r"\A>+\s*(?P<year>20\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?=[^\d\n]{1,40}(?:\n|\Z))"
)

# Some articles say their date in words: 今天（2月8日）中午, 从今天（2月23日）起, 早上好！今天是2月17日，星期一.
_TODAY = regex.compile(rf"(?:(?<is>(?:^|(?<=[\n>。！!]))\s?今[天日]是)|今[天日][ ]?[（(]){_DAY}(?(is)|[）)])")
# How far into an article its own dateline can stand: behind the title, an editor's note, a byline.
REACH = 600


@dataclass(frozen=True, slots=True)
class Dateline:
    """An article's own words on where and when it was written.

    Args:
        start: First character, in the text that was searched.
        end: One past the last character.
        year: The year, where it is written.
        month: The month.
        day: The day.
        place: The words between agency and date, a place's name where there is one.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    place: str


def find_datelines(text: str) -> Iterator[Dateline]:
    """Yield the datelines of *text*, in order.

    >>> [(line.place, line.month, line.day) for line in find_datelines("新华社武汉2月4日电（记者张三）今天")]
    [('武汉', 2, 4)]
    """
    for pattern, opens in ((_DATELINE, _may_date), (_ISO, _may_stamp), (_TITLED, _may_be_titled)):
        for match in pattern.finditer(text) if opens(text) else ():
            groups = match.groupdict()
            year = int(groups["year"]) if groups["year"] else None
            # 中国日报网3月23日武汉电: behind the day is the place, before it may be the rest of the agency.
            place = groups.get("behind") or groups.get("place") or ""
            yield Dateline(match.start(), match.end(), year, int(groups["month"]), int(groups["day"]), place)


def _may_date(text: str) -> bool:
    """Tell whether a dateline may stand in *text*: most texts have none, which is seen ten times as fast."""
    return _DATED.search(text) is not None


def _may_stamp(text: str) -> bool:
    """Tell whether a line of *text* may open with its date in digits."""
    return "\n20" in text or text.startswith("20") or "发布时间" in text


def _may_be_titled(text: str) -> bool:
    """Tell whether *text* may open with a title that is a date."""
    return text.startswith(">")


def document_date(document: Document, text: str, default: str | None = None) -> str | None:
    """Return the document's own date as ISO text.

    That is the day on which it is known to be published, else that of its dateline, else that of its imprint, else
    the month or year in which it was published.

    Args:
        document: The document.
        text: The text as it is read.
        default: The date of publication of documents without one.

    Raises:
        InputError: EPX404 where *default* is no date.
    """
    told = document.published or (published_date(default) if default else None)
    if told is not None and len(told) == 10:
        return told
    printed = imprint_date(text)
    known = printed if printed and (told is None or printed.startswith(told)) else told
    head = text[:REACH]
    for dateline in [*find_datelines(head), *_todays(head)]:
        year = dateline.year or _year(known, dateline.month, dateline.day)
        if year is None:
            continue
        try:
            return date(year, dateline.month, dateline.day).isoformat()
        except ValueError:
            continue
    return known


def _todays(head: str) -> Iterator[Dateline]:
    for match in _TODAY.finditer(head):
        year = int(match["year"]) if match["year"] else None
        yield Dateline(match.start(), match.end(), year, int(match["month"]), int(match["day"]), "")


def _year(known: str | None, month: int, day: int) -> int | None:
    """Return the year in which a dateline's day lies: the latest one that is not after the publication."""
    if known is None:
        return None
    parts = [int(part) for part in known.split("-")]
    limit = (parts[1] if len(parts) > 1 else 12, parts[2] if len(parts) > 2 else 31)
    return parts[0] if (month, day) <= limit else parts[0] - 1
