"""Persons who give together, each told by a post: 工商联主席王大明、温州商会会长李建国分别捐赠口罩1万只."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from epiextract.matching.aliases import POINTING
from epiextract.matching.reading import Reading
from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.words import TITLE, name_entries

_PERSON = "PERSON"
# How long a body with the post in it may be, and how many names are looked at on each side.
LONGEST, MOST = 30, 60
_JOINT = re.compile(r"(?:、|，|和|及|与|以及|联同)")
# What stands in no post: a verb, or a particle that leads to another name.
_NO_POST = re.compile(r"[，。、；：！？\n（）“”向给为对由的在是把将收获捐赠派说称请让到与]|和(?!平|谐)")


@lru_cache(maxsize=1)
def _titled() -> re.Pattern[str]:
    titles = sorted({entry.term for entry in name_entries() if entry.tag == TITLE}, key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, titles))})\\Z")


def persons_with(reading: Reading, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return those *found* with the persons who give with them as each stands behind a post.

    Args:
        reading: The document as read.
        found: Who was found to give.
    """
    if any(one.tag != _PERSON for one in found):
        return found
    before, behind = _row(reading, found[0], -1), _row(reading, found[-1], 1)
    return (*reversed(list(before)), *found, *behind)


def _row(reading: Reading, person: Mention, step: int) -> Iterator[Mention]:
    """Yield the persons of a row on one side of a person, the nearest first."""
    names = reading.names.mentions
    at = bisect_left(names, person.start, key=lambda one: one.start) + step
    last = person
    for index in islice(range(at, len(names) if step > 0 else -1, step), MOST):
        one = names[index]
        left, right = (last, one) if step > 0 else (one, last)
        if right.start - left.end > LONGEST:
            return
        if one.tag != _PERSON or one.value in POINTING or left.end > right.start:
            continue
        if not _goes_on(reading.text, left.end, right.start):
            return
        yield one
        last = one


def _goes_on(text: str, start: int, end: int) -> bool:
    """Tell whether a joint and a post at most stand between two persons: 王大明|、温州商会会长|李建国."""
    joint = _JOINT.match(text, start, end)
    if joint is None:
        return False
    post = text[joint.end() : end]
    if not post:
        return joint[0] != "，"
    return _NO_POST.search(post) is None and _titled().search(post) is not None
