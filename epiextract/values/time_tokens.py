"""The pieces of time expressions as patterns, and the pattern that finds where a run of them opens.

The trigger holds where an expression can open; from there `cut` takes piece after piece as long as they touch: dates,
clock times, and the words that join and frame them (截至, 至, 和, 以来). The grammar of `time_grammar` reads the pieces.

The patterns are for `re`: on these short literal-headed alternatives it is four times as fast as `regex`. Every
repetition in them is bounded, so no text can make them slow.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from epiextract.values.time_lexicon import TimeLexicon, alternation, time_lexicon

# Folded one to one, so that offsets hold. The reading view folds full-width digits too, but this room stands alone.
_WIDE = "０１２３４５６７８９：／．－～〜﹣—–―─−點號時週後從來個內間農曆臘閏節開這禮兩當聖誕國慶婦勞動陽歲過連續擊爲為稿發記現處於終迄無"
_FLAT = "0123456789:/.-~~------点号时周后从来个内间农历腊闰节开这礼两当圣诞国庆妇劳动阳岁过连续击为为稿发记现处于终迄无"
_FOLD = str.maketrans(_WIDE, _FLAT)
_FOREIGN = re.compile("[" + _WIDE + "]")

S = r"[ \t\u3000\xa0]?"
_C = "[〇零一二三四五六七八九]"
_CMONTH = "(?:十[一二]?|[一二三四五六七八九])"
_CDAY = "(?:三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
_ARABIC_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_ARABIC_MONTH = "(?:1[0-2]|0?[1-9])"
_YEAR4 = (
    rf"(?:(?<![0-9.])[12][0-9]{{3}}|[一二]{_C}{{3}}|[一两二]千[零〇]?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?(?=年))"
)
_MINUTE = "(?:[0-5]?[0-9](?![0-9])|[二三四五]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九])"
_HOUR = (
    r"(?:(?<![0-9.:])(?:2[0-4]|1[0-9]|0?[0-9])"
    # The numeral before it may be the day of 周四零点.
    r"|(?:(?<=[周期拜][一二三四五六])|(?<![〇零一二三四五六七八九十百第]))(?:二十[一二三四]?|十[一二三四五六七八九]?|[零〇一二两三四五六七八九]))"
)
_TAIL = rf"(?:整|钟整?|半|{S}[一三1-3]刻|{S}{_MINUTE}{S}分(?!之|钟|部|别|享|析)(?:{S}{_MINUTE}秒)?|[0-5][0-9](?![0-9.%万亿个人名例天年月日])|零[一二三四五六七八九](?!分之)|[二三四五]?十[五]?(?=[到至，。]|\Z))?"
_JOIN = "(?:--?|~|至|到)"
_NUMBER = (
    r"(?:(?<![0-9.第])[0-9]+(?:\.[0-9]+)?[万亿]?|(?<![第一二两三四五六七八九十])(?:[一二三四五六七八九]?十几|[数几]十|几"
    r"|[一二两三四五六七八九十百廿零]{1,5}|半))"
)
_UNIT = (
    rf"(?:[年天秒]|个{S}[多几]?半?月|个?{S}[多几]?(?:半?(?:小时|钟头|年|月)|星期|礼拜|季度|世纪|工作日)"
    r"|日(?!本|元)|周年?(?![边围期岁到知密刊转旋游折])|分钟|秒钟|刻钟)"
)
_LENGTH = rf"{_NUMBER}{S}[多余几来]?{S}{_UNIT}半?"
# In 8天20时 and 27分7秒 the shorter units go without 小 and 钟.
_LONGER = rf"[多余]?(?:{S}[又零余]?{S}(?:{_LENGTH}|{_NUMBER}{S}[时分晚])){{0,6}}"
# 12号 is a date; 12号楼, 12号线 and 3号病人 are names.
_NOT_NUMBERED = "(?![线楼院馆文机店门厅车厂舱柴汽公高病患房仓井坑码床桌站台路口岭铺仓])"
_NOT_CLOCK = "(?![名击评赞滴燃亮球心火缀儿都也不建意要看希体原启])"


_ORDINAL = (
    rf"第{S}(?:[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}}){S}(?:个)?{S}(?:周|星期|月|天|季度|工作日|礼拜|年)(?:[一二三四五六日](?=的|[^一-龥]|\Z))?"
    rf"|(?:前|最后|最後){S}(?:[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,3}}){S}(?:个)?{S}(?:周(?![一二三四五六日])|(?:星期|礼拜)[一二三四五六日天]?|周[一二三四五六日]|月|天|季度)"
)
_SET = (
    "每(?:个?(?:周|星期|礼拜)[一二三四五六日天]|隔?(?:[0-9]{1,3}|[一二两三四五六七八九十半]{1,3})个?(?:小时|天|日|周|月|年|分钟)"
    "|个?(?:工作日|天|日|周|星期|月|年|晚|季度|小时|分钟)工作日?|个?(?:工作日|天|日|周|星期|月|年|晚|季度|小时|分钟))"
)
_SPACES = (" ", "\t", "\u3000", "\xa0")
_SPACE = re.compile(r"[ \t\u3000\xa0]")


def _dates(words: TimeLexicon) -> dict[str, str]:
    """Return the patterns of the pieces that can open a run and name a day, a month or a year."""
    plain = words.words
    slashed = "|".join(
        rf"{_ARABIC_DAY}{mark}{_ARABIC_DAY}{mark}(?:(?:19|20)[0-9]{{2}}{short})"
        for mark, short in (("-", "|[0-9]{2}"), ("/", "|[0-9]{2}"), (r"\.", ""))
    )
    return {
        "stamp": r"(?<![0-9./])(?:1[0-9]|20)[0-9]{2}(?:-[01]?[0-9]-[0-3]?[0-9]|/[01]?[0-9]/[0-3]?[0-9]"
        r"|\.[01]?[0-9][.-][0-3]?[0-9])(?![0-9])(?:T(?=[0-9]))?"
        r"|(?<![0-9.A-Za-z-])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9.A-Za-z万亿%-])"
        rf"|(?<![0-9./])(?:{slashed})(?![0-9./])",
        "stampmonth": r"(?<![0-9./-])(?:19|20)[0-9]{2}[-/](?:0[1-9]|1[0-2])(?![0-9/.-])",
        "stampday": r"(?<![0-9./A-Za-z-])(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![0-9/.%A-Za-z-])(?![年月例人个万岁天级])",
        "decade": rf"(?:(?:(?<![0-9.])[12]?[0-9]|[一二]?十[一二三四五六七八九]?|[本上])世纪{S}(?:[1-9]0|[二三四五六七八九]十){S}年代"
        rf"|(?:(?<![0-9.])[12]?[0-9]|[一二]?十[一二三四五六七八九]?)世纪|(?<![0-9.])[12][0-9]{{2}}0{S}年代)",
        "year": rf"(?:公元)?(?:{_YEAR4}{S}年(?![代级])(?:度|份)?|(?:(?<![0-9.])[0-9]{{2}}|(?<![一二三四五六七八九十])[〇零一二九八七]{_C}){S}年"
        rf"(?={S}(?:{_ARABIC_MONTH}{S}月|{_CMONTH}月|[一二三四1-4]季|[上下]半年|元旦|春节|端午|中秋|国庆|第[一二三0-9])))",
        "span": rf"(?:(?<![0-9.:])[0-9]{{1,2}}|(?<![一二三四五六七八九十周期拜]){_CMONTH})"
        rf"(?=(?:{S}{_JOIN}{S}(?:[0-9]{{1,2}}|{_CMONTH}){S}(?:月(?!龄)|日(?!本)|号|时(?!间)|点(?!个))|(?:{S}[、,及和]{S}[0-9]{{1,2}}){{1,6}}{S}[日号月]))"
        rf"|(?<![0-9.])[12][0-9]{{3}}(?={S}{_JOIN}{S}(?:[12][0-9]{{3}}){S}年)",
        "month": rf"(?:(?<![0-9.]){_ARABIC_MONTH}{S}月|(?<![个一二三四五六七八九十])闰?{_CMONTH}月|闰{_ARABIC_MONTH}月)份?(?![龄嫂]|以上|有余|之久|左右)",
        "lunarmonth": "大?[正腊冬]月",
        "lunarday": r"(?:大年|年)?初(?:[一二三四五六七八九]|十|10|[1-9](?![0-9]))(?![毕年学班生级])|廿[一二三四五六七八九]"
        r"|(?<=[正腊冬]月)(?:[1-3]?[0-9](?![0-9日号])|三十|[一二]?十[一二三四五六七八九]?)(?!日|号)"
        r"|(?<=[一二三四五六七八九十0-9]月)(?:[一二]?十[一二三四五六七八九]?|三十)(?![一二三四五六七八九日号天多余来个几至到年月、万名人例家])",
        "day": rf"(?:(?<![0-9.]){_ARABIC_DAY}|(?<![0-9一二三四五六七八九十百千万数几第初]){_CDAY}){S}"
        rf"(?:日(?![元圆均产]|本[人国市地籍土公企政首]|报)|号{_NOT_NUMBERED})",
        "clock": rf"{_HOUR}{S}(?:时(?![候代期间段常尚速限隔刻空光装])|点(?:多钟?)?(?![0-9]*(?:个百分|%))){_NOT_CLOCK}{_TAIL}(?![0-9一二三四五六七八九])"
        r"|(?<![0-9:.])(?:2[0-4]|1[0-9]|0?[0-9]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])时?(?: ?[ap]\.?m\.?)?",
        "relative": rf"(?<!光)(?:{alternation(words.relative)})(?![边围期津轻龄]|本[人报]|头条|时报|俄罗斯|早报|晚报|之后》)",
        "weekday": "(?<![一两双单第])(?:(?:星期|礼拜|周)[一二三四五六日](?![0-9])|(?:星期|礼拜)天)(?!本)"
        # The day of 上周五, after the week; not 上周一直.
        r"|(?<=[周期拜])(?!一[直些样起次般定])[一二三四五六日天](?![0-9一二三四五六七八九十名个例家场项种天万百千级批位度本])",
        "wholepart": alternation([word for word in words.parts if len(word) > 1 and not word.endswith("期") and word[0] != "之"])
        + r"(?![级步])",
        "festival": alternation(words.festivals) + rf"(?!{alternation(plain['festival_not_before'])})"
        rf"|(?:{alternation(words.festivals_with)})(?={alternation(plain['festival_marks'])})节?",
        "ordinal": _ORDINAL,
    }


def _frames(words: TimeLexicon) -> dict[str, str]:
    """Return the patterns of the words that stand around and between dates."""
    plain = words.words
    return {
        "part": alternation([word for word in words.parts if len(word) == 1 or word.endswith("期") or word[0] == "之"])
        + "(?![级步次中小心审衷始])",
        "daypart": alternation(words.dayparts) + "(?<![最尽更趁])(?![上间会报礼餐熟])(?!(?<=[早晚])(?:一点|点|些|已|就|期|年|在))",
        "lunar": "农历|阴历|旧历",
        # 截至当地时间2月3日, 1月25日（北京时间）零时
        "zone": "(?<=[至止到自从])[一-龥]{2,6}?时间(?:[（(][A-Za-z]{2,4}[）)])?|[（(][一-龥]{2,6}时间[）)]",
        "until_before": alternation(plain["until_before"]),
        "since_before": r"(?<![来亲独各])" + alternation(plain["since_before"]),
        "from_before": alternation(plain["from_before"]),
        "about_before": "大约|大概",
        "since_after": alternation(plain["since_after"]) + "(?![终诉]|源于|草|飞|步|床|到(?![0-9一二三四五六七八九十今明本]))",
        "until_after": alternation(plain["until_after"]) + "(?![损住])",
        "before_after": alternation(plain["before_after"]) + "(?![往来期夕线后三五0-9一二两四])",
        "after_after": alternation(plain["after_after"]) + "(?![续来期勤方台背面果])",
        "within_after": alternation(plain["within_after"]) + "(?![蒙部阁容科地陆外饰存接隔距])",
        "about_after": alternation(plain["about_after"]),
        "whole_after": alternation(plain["whole_after"]) + "(?!津)",
        "past_after": "来(?![自到源往说看])",
        "join": _JOIN,
        "list": r"[、和与及]|[,，](?=星期|周|礼拜|[0-9]{1,2}[日号](?:[,，、]|\Z))",
        "open": "[（(]",
        "close": "[）)]",
        "of": "的",
        "now": alternation(plain["now"]) + "(?![晨早晚天日年儿])",
        "again": "[或又零余]",
    }


# A piece of a run: its kind, its characters without spaces, where it stands from the start of the run. A plain tuple: a
# hundred thousand of them are made a second, and they are the key by which runs are remembered.
Piece = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled patterns.

    Args:
        trigger: Holds where an expression that dates something can open.
        trigger_all: Holds where a length, a set or a part of the day can open too (14天, 每周一, 上午).
        piece: Matches one piece; the group that matched is the kind.
    """

    trigger: re.Pattern[str]
    trigger_all: re.Pattern[str]
    piece: re.Pattern[str]


def fold(text: str) -> str:
    """Return the text with full-width and traditional characters of dates folded, one for one.

    >>> fold("２月３號２４時")
    '2月3号24时'
    """
    return text.translate(_FOLD) if _FOREIGN.search(text) else text


@lru_cache(maxsize=1)
def patterns() -> Patterns:
    """Return the patterns, built on first use."""
    words = time_lexicon()
    plain = words.words
    kinds = {
        "set": _SET,
        **_dates(words),
        "vague": alternation(plain["vague"]),
        "duration": rf"(?:{_LENGTH}){_LONGER}",
        **_frames(words),
        "past_before": alternation(plain["past_before"]),
        "future_before": alternation(plain["future_before"]),
        "consecutive_before": alternation(plain["consecutive_before"]),
        "loose_past": alternation(plain["loose_past_before"]),
        "loose_future": alternation(plain["loose_future_before"]),
    }
    return Patterns(
        trigger=re.compile(_trigger(words)),
        trigger_all=re.compile(_trigger(words, everything=True)),
        piece=re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())),
    )


def _trigger(words: TimeLexicon, *, everything: bool = False) -> str:
    """Return the pattern of the characters at which a run can open: one character, and what must follow it.

    It may hold too often, never too rarely. Every alternative opens with a literal character, which lets `re` skip over
    the text by a set of characters.
    """
    plain = words.words
    tails: defaultdict[str, list[str]] = defaultdict(list)
    by_first: defaultdict[str, set[str]] = defaultdict(set)
    starts = {*words.relative, *words.festivals, *words.festivals_with, *plain["vague"], *plain["until_before"]}
    starts |= {word for word in words.parts if len(word) > 1} | {*plain["run_openers"]}
    if everything:
        starts |= {*words.dayparts, "每", "大约", "大概"}
    for word in starts:
        by_first[word[0]].add(word[1:])
    for first, rest in by_first.items():
        tails[first].append(alternation(rest))
    for word in words.dayparts:
        tails[word[0]].append(rf"{word[1:]}{S}(?:[0-9]{{1,2}}|[一二三四五六七八九十两零]{{1,3}}){S}[时点:]")
    numerals = "一二三四五六七八九十〇零两几数半"
    unit = "[年月日号时点天周世星礼分秒刻工季]|个? ?半?[月小星季钟礼工世]|[多余几来] ?个?[年月天周小星季钟]|个[多几][月星小]"
    for first in "0123456789":
        if everything:
            tails[first].append(rf"(?<![0-9.].)(?:[0-9]{{7}}(?![0-9])|[0-9]{{0,7}}(?:\.[0-9]+)?[万亿]?{S}(?:{unit}))")
        tails[first].append(rf"(?<![0-9.].)[0-9]{{0,7}}(?:{S}(?:{unit})|[:/.-][0-9]|{S}[至到、,及和~-]{{1,2}}{S}[0-9])")
    for first in numerals:
        tails[first].append(rf"[{numerals}百千]{{0,5}}(?:{unit}|[至到、~-][{numerals}]{{1,3}}[月日号时点])")
    marks = ("past_before", "future_before", "consecutive_before")
    for name in (*marks, "loose_past_before", "loose_future_before") if everything else marks:
        for word in plain[name]:
            tails[word[0]].append(rf"{word[1:]} ?的? ?(?:[0-9]+|[{numerals}百]+)[多余来]? ?个?半?[年天周月星礼季小日分]")
    tails["第"].append(rf" ?[0-9{numerals}]{{1,3}} ?个? ?[周星月天季工礼年]")
    for first in "自从到至":
        tails[first].append(
            rf"从? ?(?:[0-9]{{1,4}}{S}[年月日号时点./:、到至~-]|[{numerals}]{{1,4}}[年月日号]"
            rf"|[{''.join(sorted(by_first))}])"
        )
    return "|".join(f"{first}(?={'|'.join(options)})" for first, options in tails.items())


_LONGEST_RUN = 24


def cut(text: str, start: int) -> tuple[Piece, ...]:
    """Return the pieces that stand one after the other from *start* on.

    >>> [kind for kind, *_ in cut("截至2月3日24时，", 0)]
    ['until_before', 'month', 'day', 'clock']
    """
    match_piece = patterns().piece.match
    pieces: list[Piece] = []
    at = start
    while len(pieces) < _LONGEST_RUN:
        match = match_piece(text, at)
        if match is None and text[at : at + 1] in _SPACES:
            match = match_piece(text, at + 1)
        if match is None:
            break
        opens, at = match.span()
        word = match.group()
        pieces.append((match.lastgroup or "", word if word.isalnum() else _SPACE.sub("", word), opens - start, at - start))
    return tuple(pieces)
