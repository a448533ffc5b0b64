"""The words that bound a number or say per what it is: before it, behind it, and apart from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from epiextract.values.quantities.bound_words import denied, ends_word
from epiextract.values.quantities.rates import DAY, is_of_date, leading_words
from epiextract.values.quantities.units import Unit

_BEFORE_WORDS = {
    "under": (
        "近 逼近 将近 將近 不到 不足 接近 最多 至多 低于 小于 不超过 不超過 不高于 不大于 "
        "最长不超过 少于 最高 不多于 未达 未满 不满 限购 跌破 "
        "< ＜ ≤ ≦ <= 小于等于 小于或等于"
    ),
    "over": (
        "超 超过 超过了 超過 超過了 逾 至少 不少于 不低于 不小于 破 突破 冲破 大于 "
        "多于 高于 不止 不只 最少 起码 不下 最低 超出 超逾 多过 过 過 "
        "> ＞ ≥ ≧ >= 大于等于 大于或等于"
    ),
    "about": "约 約 大约 大約 大概 左右约 约为 差不多 约莫 约合 大致 估计约",
    "": "多达 高达 每 达 仅 只有 达到",
}
_AFTER_WORDS = {
    "over": "以上 之上 以上的 有余 有餘 开外 多 余 餘 来 及以上 或以上 或者以上 出头",
    "about": "左右 上下 左右的 前后",
    "under": "以下 以内 以內 之内 之內 内 及以下 或以下 或者以下 及以内 之下",
}
BEFORE = {word: bound for bound, words in _BEFORE_WORDS.items() for word in words.split()}
AFTER = {word: bound for bound, words in _AFTER_WORDS.items() for word in words.split()}
_LONGEST_BEFORE = max(map(len, BEFORE))
# The last characters of those words: before most numbers stands none of them.
_BEFORE_ENDS = frozenset(word[-1] for word in BEFORE)
# 内 bounds only measures: 三天内; in 院内, 省内 it is a place. 50人以内 is none.
INSIDE = frozenset({"内", "內"})
INSIDE_KINDS = frozenset({"duration", "length", "area", "mass", "share"})
# 附近两个城市, 最近一次, 接近10 is read whole.
_NOT_NEAR = frozenset("附最靠临远贴亲就邻新")
# 签约17个, 签约达17个: words that end so are data
_ABOUT = frozenset("约約")
# 过 bounds a lone magnitude (过百人, 捐款过亿元), and not where it says that something was done or gone through:
# 经过百人努力, 收治过百名患者, 不过百人.
LONE_OVER = frozenset("过過")
LONE = frozenset("百千万萬亿億半")
NO_OVER = (
    "经經通超不走跨度渡见見去到做穿越翻飞飛熬挺路错錯难難透胜勝高来來用打说說写寫救送参參受接待生现現织織办辦治服养養"
)
_NO_OVER = frozenset(NO_OVER)
# >60岁, P<0.05; the > of >>>10家企业, of a quoted line, of <b>10家, of -> and of 1+1>2 bounds nothing.
_SIGNS = frozenset("<>＜＞")
_NO_SIGN = re.compile(r"(?:[\n\d<>＜＞=-]|</?[a-zA-Z][^<>]{0,30})$")

_PER = {
    "/人/天": "person_day", "/人·天": "person_day", "/人天": "person_day", "/人/日": "person_day",
    "/人·日": "person_day", "/天": "day", "/日": "day",
    "/周": "week", "/月": "month", "/年": "year", "/小时": "hour", "/人": "person", "每天": "day", "每日": "day",
    "每人": "person", "每小时": "hour", "每年": "year", "每月": "month", "每周": "week",
}  # fmt: skip
_APART = re.compile(
    r"(?:(?P<about>约|約|大约|大概)|(?P<over>至少|最少|起码|不少于)|(?P<under>不到|撑不过|没过|最多|至多|不超过|不足))"
    # 至少已有12人感染
    r"(?:已经?|已經)?(?:有|达|为|是|需要?|花了?|可|能|可达|可以|就有|拥有|过|在|占|提供|生产|收治|容纳|完成|检测|采样|接待|配送|消耗|要){1,2}$"
)


def touching_bound(text: str, start: int) -> tuple[str, int]:
    """Return the bound of the words that touch the number from the left, and where they start.

    >>> touching_bound("捐款超过3亿元", 4), touching_bound("附近两个城市", 2), touching_bound("不得超过9人", 4)
    (('over', 2), ('', 2), ('under', 0))
    """
    # 超过 37.3 度: a space that a broken layout leaves.
    end = start - 1 if text[start - 1 : start] == " " and start > 1 else start
    if not end or text[end - 1] not in _BEFORE_ENDS:
        return "", start
    for length in range(min(_LONGEST_BEFORE, end), 0, -1):
        words = text[end - length : end]
        said = BEFORE.get(words)
        if said is None:
            continue
        if length == 1 and _means_else(words, text, start, end):
            break
        if said:
            # 限购 is what is done with ten, and no part of the figure.
            return (said, start) if words == "限购" else denied(text, end - length, words, said)
        break
    return "", start


def _means_else(word: str, text: str, start: int, end: int) -> bool:
    """Tell whether a word of one character before a number says something else: 附近, 经过, the end of a tag."""
    before = text[end - 2 : end - 1] if end > 1 else ""
    if word == "近":
        return bool(before) and before in _NOT_NEAR
    if word in _ABOUT:
        return ends_word(text, end)
    if word == "超":
        return ends_word(text, end, "over")
    if word in LONE_OVER:
        return text[start : start + 1] not in LONE or before in _NO_OVER
    return word in _SIGNS and _NO_SIGN.search(text, max(0, end - 34), end - 1) is not None


# 跨过10万大关: a mark, and what is behind one that was passed is more. 两大关键环节 are two.
_MARK = re.compile("大(?:关(?![键系注切口联税节怀])|關(?![鍵係注切口聯稅節懷]))")
_PASSED = re.compile("(?:[跨迈邁越闯闖][过過]|[跨超]越|突破|[冲衝站]上)了?$")


def is_mark(text: str, at: int) -> bool:
    """Tell whether 大 behind a number calls it a mark.

    >>> is_mark("突破10万大关。", 5), is_mark("两大关键环节", 1)
    (True, False)
    """
    return _MARK.match(text, at) is not None


def mark_bound(text: str, start: int, end: int) -> str:
    """Return the bound of a number that is called a mark and was passed: 跨过10万大关.

    Args:
        text: The text as read.
        start: First character of the figure.
        end: One past it.

    >>> mark_bound("跨过10万大关", 2, 5), mark_bound("跨过10万里", 2, 5)
    ('over', '')
    """
    is_passed = is_mark(text, end) and _PASSED.search(text, max(0, start - 3), start) is not None
    return "over" if is_passed else ""


_APART_ENDS = frozenset("有达为是要花了可能以过在占供产治纳成测样待送耗")


def apart_bound(text: str, start: int) -> str:
    """Return the bound of words that stand apart from the number: 大约有150名, 至少需要24小时.

    >>> apart_bound("大约有150名", 3)
    'about'
    """
    if text[start - 1 : start] not in _APART_ENDS:
        return ""
    match = _APART.search(text, max(0, start - 8), start)
    if match is None or (match[0][0] in _ABOUT and ends_word(text, match.start() + 1)):
        return ""
    return str(match.lastgroup)


@lru_cache(maxsize=1)
def _leading_ends() -> frozenset[str]:
    return frozenset(word[-1] for word in leading_words())


# 年产能达2亿只
_REACHED = re.compile("(?:达到?|可达|[为是])$")
_REACHED_ENDS = frozenset("达到为是")
# So long a unit may stand between 每 and its price: 每张床位.
_LONGEST_BOUGHT = 5


def bought_before(text: str, start: int, units: Mapping[str, Unit]) -> tuple[str | None, int]:
    """Return the unit that 每 and a unit right before a price say it buys, and where 每 stands.

    Args:
        text: The text as read.
        start: First character of the price, with its qualifiers.
        units: All surface forms of units.

    >>> from epiextract.values.quantities.units import known_units
    >>> bought_before("国际油价每桶30美元", 6, known_units()), bought_before("每一桶", 2, known_units())
    (('桶', 4), (None, 2))
    """
    at = text.rfind("每", max(0, start - _LONGEST_BOUGHT - 1), start)
    surface = text[at + 1 : start] if at >= 0 else ""
    return (surface, at) if surface in units else (None, start)


def rate(text: str, start: int, said: str | None, buys: str | None) -> str | None:
    """Return per what a figure is told: from the words behind it, else from those that lead it.

    >>> rate("日产口罩20万只", 4, None, None), rate("每天10万件", 2, None, None)
    (None, 'day')
    >>> rate("日产20万只", 2, None, None), rate("2月3日产20万只", 5, None, None)
    ('day', None)
    """
    if said:
        return _PER.get(said) or buys
    if text[start - 1 : start] in _REACHED_ENDS and (reached := _REACHED.search(text, max(0, start - 2), start)):
        start = reached.start()
    if text[start - 1 : start] not in _leading_ends():
        return None
    for length in (4, 3, 2):
        known = leading_words().get(text[start - length : start]) if start >= length else None
        if known:
            # 2月3日产量8万只 is what was made that day
            dated = text[start - length] == DAY and is_of_date(text, start - length)
            return None if dated else known
    return None
