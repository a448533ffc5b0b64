"""`Document`: a text with what is known of it. Offsets count code points of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import regex

from epiextract.errors import InputError
from epiextract.published import read_published


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known of it from outside.

    Args:
        id: Names the document: ``path#ordinal`` for an article of a file.
        text: The characters as decoded, without a BOM; line ends and HTML stay as they are. Half a surrogate pair is no
            character and becomes U+FFFD, one for one.
        title: The headline, where it is known apart from the text. One that the text does not open with is read before
            it, and gives its figures places and names; its own figures give no events.
        published: The date of publication: a day, a month or a year (``2020-02-03``, ``2020-02``, ``2020``).
        source: The outlet.
        meta: Whatever else the input had.
        origin: Where the text starts in its file.

    Raises:
        InputError: EPX403 where *id*, *text*, *title* or *source* is no text, EPX404 where *published* is no date.

    >>> Document(id="a", text="确诊3例", published="2020/2/3").published
    '2020-02-03'
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    meta: Mapping[str, Any] = field(default_factory=dict, compare=False)
    origin: int = 0

    def __post_init__(self) -> None:
        for name in ("id", "text", "title", "source"):
            value = getattr(self, name)
            if isinstance(value, str):
                object.__setattr__(self, name, whole(value))
            elif value is not None or name in ("id", "text"):
                raise _no_text(name, value)
        if self.published is not None:
            object.__setattr__(self, "published", published_date(self.published))


def _no_text(name: str, value: object) -> InputError:
    # a row of a frame has numbers for ids, and NaN where it has nothing
    may = "a text" if name in ("id", "text") else "a text or None"
    return InputError("EPX403", f"the {name} of a document is {value!r:.40}", hint=f"Give {may}: {name}=str(…).")


@dataclass(frozen=True, slots=True)
class FailedDocument:
    """A document that could not be read or extracted, kept aside with the reason.

    Args:
        id: The document's id, or ``path:line``.
        reason: What was wrong.
        code: The error's code.
        source: The file.
    """

    id: str
    reason: str
    code: str
    source: str | None = None


_HALF = regex.compile(r"[\ud800-\udfff]")


def whole(text: str) -> str:
    r"""Return *text* with U+FFFD in the place of every half of a surrogate pair: no file can hold one.

    >>> whole("确诊3例\ud83d")
    '确诊3例\ufffd'
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", text)
    return text


def published_date(value: object, *, where: str | None = None) -> str:
    """Return a date of publication as ISO text: a day, a month or a year, as `read_published` reads it.

    Digits alone (20200205) are refused: what is given as a document's date says where its month begins.

    Args:
        value: What somebody gave as a date.
        where: Where it was given, for the message.

    Raises:
        InputError: EPX404 where the value is none of these, or no day of the calendar.

    >>> published_date("2020年3月"), published_date("2020-3-5T08:00:00Z")
    ('2020-03', '2020-03-05')
    """
    parts = read_published(value, compact=False)
    if parts is not None:
        return "-".join(f"{part:02}" for part in parts if part is not None)
    raise InputError(
        "EPX404",
        f"{str(value)[:40]!r} is no date of publication",
        where=where,
        hint="Give a day, a month or a year: 2020-02-03, 2020-02 or 2020.",
    )
