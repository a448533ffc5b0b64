"""Finding where a time expression can open in a text, and cutting the run of pieces that opens there.

The trigger holds where an expression can open; from there `cut` takes piece after piece as long as they touch: dates,
clock times, and the words that join and frame them (截至, 至, 和, 以来). The grammar reads the pieces.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from epiextract.values.times.lexicon import TimeLexicon, alternation, time_lexicon
from epiextract.values.times.pieces import (
    LENGTHS,
    PARTS_OF_DAY,
    SET,
    STATED_LENGTH,
    WHOLE_OF_YEAR,
    S,
    T,
    date_pieces,
    frame_pieces,
)

# Folded one to one, so that offsets hold. The reading view folds full-width digits too, but this room stands alone.
_WIDE = (
    "\t\u3000\xa0０１２３４５６７８９：／．－～〜﹣—–―─−"
    "點號時週後從來個內間農曆臘閏節開這禮兩當聖誕國慶婦勞動陽歲過連續擊爲為發記現處於終鐘與數幾餘裏裡離檢監歷經長達滿產課業醫觀療診"
)
_FLAT = (
    "   0123456789:/.-~~------"
    "点号时周后从来个内间农历腊闰节开这礼两当圣诞国庆妇劳动阳岁过连续击为为发记现处于终钟与数几余里里离检监历经长达满产课业医观疗诊"
)
# 0一24时 is what becomes of 0—24时 in some pages.
_FOLD = dict(zip(_WIDE + "一", _FLAT + "-", strict=True))
_FOREIGN = re.compile("[" + _WIDE + r"]|一(?<=\d一)(?=\d{1,2}[时時])")

# What stands between dates and behind them: no date begins with it, and none of their thirty patterns is tried there.
_NO_DATE = "-~至到、,，。；和与及的（(）)"

# A piece of a run: its kind, its characters without spaces, where it stands from the start of the run. A plain tuple: a
# hundred thousand of them are made a second, and they are the key by which runs are remembered.
Piece = tuple[str, str, int, int]


def fold(text: str) -> str:
    """Return the text with full-width and traditional characters of dates, and spaces, folded one for one.

    >>> fold("２月３號２４時"), fold("2月3日0一24时")
    ('2月3号24时', '2月3日0-24时')
    """
    # so few of the characters are foreign that looking for them takes a tenth of the time of `translate`
    return _FOREIGN.sub(lambda match: _FOLD[match.group()], text)


@lru_cache(maxsize=1)
def piece_pattern() -> re.Pattern[str]:
    """Return the pattern of one piece, built on first use; the group that matched is the kind."""
    words = time_lexicon()
    plain = words.words
    dates = {
        "set": SET,
        **date_pieces(words),
        # 最近三天 is a length; 最近 alone and 最近几天 say only that there is a time.
        "vague": rf"(?!{alternation([*plain['past_before'], *plain['future_before']])}的?{S}{STATED_LENGTH})"
        rf"{alternation(plain['vague'])}",
        "duration": LENGTHS,
    }
    frames = {
        "anchored_before": rf"{alternation(plain['anchored_before'])}"
        rf"|(?<![^，。；、：！？,;:!?\s“”]){alternation(plain['anchored_opening'])}",
        **frame_pieces(words),
        "past_before": rf"(?<!附)(?:{alternation(plain['past_before'])})",
        "future_before": alternation(plain["future_before"]),
        "passed_before": alternation(plain["passed_before"]),
        "consecutive_before": alternation(plain["consecutive_before"]),
        "loose_past": alternation(plain["loose_past_before"]),
        "loose_future": alternation(plain["loose_future_before"]),
        "loose_passed": alternation(plain["loose_passed_before"]),
    }
    return re.compile(f"(?![{_NO_DATE}])(?:{_either(dates)})|{_either(frames)}")


def _either(kinds: Mapping[str, str]) -> str:
    return "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())


@lru_cache(maxsize=2)
def trigger(everything: bool) -> re.Pattern[str]:
    """Return the pattern of the characters at which a run can open, built on first use.

    Args:
        everything: Whether a length, a set or a part of the day opens one too (14天, 每周一, 上午).
    """
    return re.compile(_trigger(time_lexicon(), everything))


def _trigger(words: TimeLexicon, everything: bool) -> str:
    """Return that pattern: one character, and what must follow it.

    It may hold too often, never too rarely. Every alternative opens with a literal character, which lets `re` skip over
    the text by a set of characters.
    """
    plain = words.words
    tails: defaultdict[str, list[str]] = defaultdict(list)
    by_first: defaultdict[str, set[str]] = defaultdict(set)
    starts = {*words.relative, *words.festivals, *words.festivals_with, *plain["vague"], *plain["until_before"]}
    starts |= {word for word in words.parts if len(word) > 1} | {*plain["run_openers"]}
    # Reigns begin with common characters, and date no news.
    starts |= {*words.eras, *(words.reigns if everything else ())}
    if everything:
        starts |= {*words.dayparts, "每", "大约", "大概"}
    for word in starts:
        by_first[word[0]].add(word[1:])
    for first, rest in by_first.items():
        tails[first].append(alternation(rest))
    for word in words.dayparts:
        tails[word[0]].append(rf"{word[1:]}{S}(?:[0-9]{{1,2}}|[{T}两零]{{1,3}}){S}[时点:]")
    numerals = T + "〇零两几数半"
    for first in T[1:-1]:
        tails[first].append("十年代")
    unit = (
        "[年月日号时点天周世星礼分秒刻工季]|个? ?半?[月小星季钟礼工世]"
        "|[多余几来] ?个?[年月天周小星季钟分秒]|个[多几][月星小]"
    )
    for first in "0123456789":
        if everything:
            tails[first].append(rf"(?<![0-9.].)(?:[0-9]{{7}}(?![0-9])|[0-9]{{0,7}}(?:\.[0-9]+)?[万亿]?{S}(?:{unit}))")
        tails[first].append(rf"(?<![0-9.].)[0-9]{{0,7}}(?:{S}(?:{unit})|[:/.-][0-9]|{S}[至到、,及和~-]{{1,2}}{S}[0-9])")
    for first in numerals:
        tails[first].append(rf"[{numerals}百千]{{0,5}}(?:{unit}|[至到、~-][{numerals}]{{1,3}}[月日号时点])")
    ahead = ("future_before", "anchored_before", "anchored_opening", "passed_before")
    marks = ("past_before", *ahead, "consecutive_before")
    loose = ("loose_past_before", "loose_future_before", "loose_passed_before")
    for name in (*marks, *loose) if everything else marks:
        for word in plain[name]:
            tails[word[0]].append(
                rf"{word[1:]} ?的? ?(?:[0-9]+|[{numerals}百]+)[多余来]? ?个?半?[年天周月星礼季小日分]"
            )
    for first in "昨今明":
        tails[first].append(PARTS_OF_DAY)
    for first in "昨今前":
        tails[first].append("[（(][0-9]{1,2}[）)]日")
    for first in "昨今":
        tails[first].append(alternation([*plain["day_alone_before"], *plain["announced"]]))
    if everything:
        for first in numerals:
            tails[first].append(rf"{S}[至到~-]{S}[{numerals}]{{1,3}}(?:{unit})")
        for first in ("头", "前", "最后"):
            tails[first[0]].append(rf"{first[1:]}(?:[0-9]{{1,2}}|[{numerals}]{{1,3}})个?[月天周季]")
    for first, second in ("19", "20"):
        tails[first].append(rf"(?<![0-9.].){second}[0-9]{{2}}{S}(?:{WHOLE_OF_YEAR})")
    tails["第"].append(rf" ?[0-9{numerals}]{{1,3}} ?个? ?[周星月天季工礼年]")
    for first in "自从到至":
        tails[first].append(
            rf"从? ?(?:[0-9]{{1,4}}{S}(?:[年月日号时点./:、到至~-]|{WHOLE_OF_YEAR})|[{numerals}]{{1,4}}[年月日号]"
            rf"|[{''.join(sorted(by_first))}])"
        )
    return "|".join(f"{first}(?={'|'.join(options)})" for first, options in tails.items())


_LONGEST_RUN = 24


def cut(text: str, start: int) -> tuple[Piece, ...]:
    """Return the pieces that stand one after the other from *start* on.

    >>> [kind for kind, *_ in cut("截至2月3日24时，", 0)]
    ['until_before', 'month', 'day', 'clock']
    """
    match_piece = piece_pattern().match
    pieces: list[Piece] = []
    at = start
    while len(pieces) < _LONGEST_RUN:
        match = match_piece(text, at)
        if match is None and text[at : at + 1] == " ":
            match = match_piece(text, at + 1)
        if match is None:
            break
        opens, at = match.span()
        word = match.group()
        pieces.append(
            (match.lastgroup or "", word if word.isalnum() else word.replace(" ", ""), opens - start, at - start)
        )
    return tuple(pieces)
