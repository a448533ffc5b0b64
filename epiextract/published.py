"""The one reader of dates of publication, as metadata fields of many kinds write them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from unicodedata import normalize

import regex

# A year, a month or a day. Only behind a whole day may more stand: its time, its weekday, its source. `2020 abc` is
# nothing, and 2020.0 is what a frame makes of a column of years with a gap.
_WRITTEN = regex.compile(
    r"""
    (?P<year>(?:1[89]|20)[0-9]{2})
    (?: (?:\.0|\s?年)?
      | \s?[-/.年]\s?(?P<month>[0-9]{1,2})
        (?: (?:\s?月)?
          | \s?[-/.月]\s?(?P<day>[0-9]{1,2})
            (?: \s?日? (?:[T\s].*)?
              # people.com.cn writes 2020年02月04日08:30, others 2020年2月4日星期二
              | \s?日 (?:[0-9]{1,2}[:时]|[(]?(?:星期|周)).*
              # a day in XML may have its zone
              | Z | [+-][0-9]{2}:[0-9]{2}
            )
        )
    )
    """,
    regex.VERBOSE | regex.DOTALL,
)
_COMPACT = regex.compile(
    r"(?P<year>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])(?:T?[0-9]{4,6}Z?|\.0)?"
)
# A year of four digits beside a word of letters (Mar 5, 2020) or between signs (25/3/2020).
_OTHER = regex.compile(
    r"(?=.*(?<![0-9])(?:19|20)[0-9]{2}(?![0-9]))"
    r".*(?:[\p{Latin}\p{Cyrillic}\p{Greek}\p{Arabic}]{3}|년|[0-9]{1,2}[/.][0-9]{1,2}[/.])"
)
_SIGNED = regex.compile(r"(?<![0-9])(?P<first>[0-9]{1,2})(?P<sign>[/.-])(?P<second>[0-9]{1,2})(?P=sign)[0-9]{4}")
_LONGEST = 60

Parts = tuple[int, int | None, int | None]


def read_published(value: object, *, compact: bool = True) -> Parts | None:
    """Return year, month and day of a date of publication, as far as they are told; None where it is no date.

    Texts are read, and whatever writes itself as one: dates, days with their time, years as numbers. Numeric forms are
    read here; what is left (``Mar 5, 2020``, ``3 février 2020``) goes to dateparser, and only a full day is taken from
    it. The day is the one that is written, whatever its zone. 2/3/2020 is February in one country and March in another.

    Args:
        value: The field.
        compact: Whether digits alone may be a day: 20200305. They may be an id or a count as well.

    >>> [read_published(field) for field in ("2020-03", "2020年3月5日", "20200305", "Mar 5, 2020", date(2020, 3, 5))]
    [(2020, 3, None), (2020, 3, 5), (2020, 3, 5), (2020, 3, 5), (2020, 3, 5)]
    >>> [read_published(field) for field in ("昨天", "2020-13", "2/3/2020", None)]
    [None, None, None, None]
    """
    text = str(value).strip()
    if len(text) > _LONGEST or (not compact and _COMPACT.fullmatch(text)):
        return None
    return _read(text)


@lru_cache(maxsize=4096)
def _read(text: str) -> Parts | None:
    """Return what `read_published` returns; news repeats the same few fields."""
    # full-width digits and signs, and spaces that do not break
    text = normalize("NFKC", text)
    match = _WRITTEN.fullmatch(text) or _COMPACT.fullmatch(text)
    if match is None:
        return _foreign(text) if _OTHER.match(text) else None
    year, month, day = (int(part) if part else None for part in match.group("year", "month", "day"))
    try:
        date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return (year or 0, month, day)


def _foreign(text: str) -> Parts | None:
    """Return the day that dateparser reads in another language's form, if it reads a whole one."""
    signed = _SIGNED.search(text)
    if signed and max(int(signed["first"]), int(signed["second"])) <= 12 and signed["first"] != signed["second"]:
        return None
    # Imported on the first field of such a form only: it takes a tenth of a second.
    import dateparser

    # without the other parsers: `1990 days ago` is no date of publication
    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    try:
        read = dateparser.parse(text, settings=settings)
    except (ValueError, OverflowError, RecursionError, TypeError, AttributeError, KeyError, IndexError):
        return None
    return None if read is None else (read.year, read.month, read.day)
