"""Firms by their branch: what stands before 证券, 医疗 or 食品 names one only where it is no common word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from epiextract.tagging.names.words import boundary_words
from epiextract.tagging.segmentation import Words, known_words, segments, words_of

# Places of which no branch is: 全国邮政, 国内铁路.
_NO_BRANCHES = frozenset(("全国", "全球", "国内", "国外", "海外", "境外", "中国", "各国"))
# 我们|汽车捐出; a firm is named by no word that counts or points at it, and no particle, though 三和钢铁 holds 和.
_POINTS = re.compile(r"[的了在是有与我你他她它其某此该本各每全些这那多家等]|^[和为向由从对将]")
# 重庆啤酒|捐款, 西藏航空|紧急向灾区捐赠, 北京汽车|、上海电气各捐款, 青海油田|派出; not 海南橡胶|捐赠的, nor
# 上海汽车|向外地销售.
_GIVES_OR_SENDS = (
    r"(?:[、和与及][^，。；：！？\n捐赠的派]{2,40})?(?:各自?|分别|均|都|联合|共同"
    r"|已|也|又|还|再|再次|将|拟|宣布|决定|率先|首批|紧急|迅速|第一时间|连夜|累计|共|共计|追加|先后|积极){0,2}"
    r"(?:[捐赠](?!助?给|[赠助款]?(?:的|活动|仪式))|派[出遣]|增派|抽调|驰援"
    r"|[向为给通][^，。；：、！？“”\n的]{1,20}?(?:[捐赠]|派[出遣]|驰援))"
)


def is_brand(words: str) -> bool:
    """Tell whether characters before a head are no common words, so that they name something: 白象 in 白象食品."""
    if not 2 <= len(words) <= 10:
        return False
    known = known_words()
    pieces = [words[a:b] for a, b in segments(words)]
    # 5G网络 and LED电子 name nobody: only a loose character of Chinese does
    if any(_is_loose(piece) or _names_firms(piece, known) for piece in pieces):
        return True
    opens_with_place = len(pieces) > 1 and pieces[0] in known.places
    return opens_with_place and known.generic.fullmatch("".join(pieces[1:])) is None


def is_firm(words: str) -> bool:
    """Tell whether characters before a head hold no common word at all: 健安 in 健安医疗, not 地市 in 地市医疗."""
    known = known_words()
    if not 2 <= len(words) <= 5 or known.generic.fullmatch(words):
        return False
    pieces = (words[a:b] for a, b in segments(words))
    return all(len(piece) == 1 or _names_firms(piece, known) for piece in pieces)


def is_branch(words: str, text: str, end: int) -> bool:
    """Tell whether a place stands before a head that ends at *end*, and nothing that goes on behind it.

    河南联通 and 广东农行, not 湖北移动方舱.
    """
    return words in known_words().places and words not in _NO_BRANCHES and _another().match(text, end) is None


def trade_end(text: str, start: int, end: int) -> int | None:
    """Return where a firm's name ends that is a place and a branch of industry, where it gives or sends.

    Args:
        text: The text as read.
        start: Where the place begins.
        end: Where it ends.

    >>> trade_end("重庆啤酒向灾区捐款", 0, 2), trade_end("重庆啤酒有12种", 0, 2), trade_end("全国啤酒捐款", 0, 2)
    (4, None, None)
    """
    trade = _trades().match(text, end)
    return trade.end("trade") if trade and text[start:end] not in _NO_BRANCHES else None


def firms_that_give(text: str) -> Iterator[tuple[int, int]]:
    """Yield firms that a common word and a branch of industry name, where they open a clause and give or send.

    Args:
        text: The text as read.

    >>> [text[a:b] for text in ("江海汽车捐款", "国有汽车捐款", "江海汽车有12种") for a, b in firms_that_give(text)]
    ['江海汽车']
    """
    known = known_words()
    for found in _clauses_of_trades().finditer(text):
        word = found["word"]
        pieces = (word[a:b] for a, b in segments(word))
        if (
            word in _NO_BRANCHES
            or known.generic.fullmatch(word)
            or _POINTS.search(word)
            or word in words_of("no_brands")
        ):
            continue
        if not any(len(piece) > 1 and piece in known.stops for piece in pieces):
            yield found.start("word"), found.end("trade")


@lru_cache(maxsize=1)
def _clauses_of_trades() -> re.Pattern[str]:
    """Return two or three characters that open a clause before a branch of industry that gives or sends."""
    return re.compile(
        rf"(?:(?<![\u3400-\u9fffA-Za-z0-9”）)、·])|(?<=[0-9]日))(?P<word>[\u3400-\u9fff]{{2,3}}?){_trades().pattern}"
    )


@lru_cache(maxsize=1)
def _trades() -> re.Pattern[str]:
    """Return the words for a branch of industry, with what one who gives or sends does: 重庆|啤酒|向灾区捐款."""
    words = sorted(boundary_words("trades"), key=len, reverse=True)
    return re.compile(rf"(?P<trade>{'|'.join(words)})(?={_GIVES_OR_SENDS})")


@lru_cache(maxsize=1)
def _another() -> re.Pattern[str]:
    """Return what makes another thing of the words of a branch: 湖北移动方舱, 武汉地铁8号线."""
    return re.compile(f"[0-9A-Za-z]|{'|'.join(boundary_words('no_branch'))}")


def _is_loose(piece: str) -> bool:
    return len(piece) == 1 and "\u3400" <= piece <= "\u9fff"


def _names_firms(piece: str, known: Words) -> bool:
    return piece in known.proper or piece in known.brands or piece in words_of("brands")
