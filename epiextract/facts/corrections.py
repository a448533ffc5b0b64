"""Corrections: which figure of a sentence is corrected, which one it replaces, and by how much."""

from __future__ import annotations

import re
from functools import lru_cache

from epiextract.facts.claims import Claim

# 由349例订正为775例, 应为653例: the next figure is right, and the one before it is not.
_INTO = re.compile("(?:更正|订正|訂正|修正|修订|修訂|更改|调整|調整)(?:为|為|至|到|成)|应为|應為|应该?是")
# 核减7例: by so many, and the figure beside it is right.
_BY = re.compile("核减|核減|核增|剔除|重复(?:统计|计|报告|報告)|重複(?:統計|計|報告)")
_SAYS = re.compile("更正|订正|訂正|修正|勘误|勘誤")
_COUNT = re.compile(r"[\d零一二两三四五六七八九十百千万亿]\s*[余多]?(?:例|人|名|位|宗|元|张|個|个)")
_ENDS = re.compile("[。；;！？\n]")
_CLAUSES = re.compile("[，,、。；;：:！？\n]")
# How far a correction reaches in a sentence that never ends.
BEFORE, BEHIND = 200, 80
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
# 核减死亡病例2例: what was taken off, up to its number
_AMOUNT = re.compile(rf"(?:{_BY.pattern})[^，,、。；;：:（）()\d]{{0,12}}$")


def corrects(claim: Claim) -> bool:
    """Tell whether a sentence says of this very figure that it is what corrects another.

    In 宁波市157例、衢州市14例（核减7例） the second is corrected, in 由349例订正为775例 the second too.

    Args:
        claim: The claim.
    """
    at = max(0, claim.at - claim.sentence_at)
    first = max(0, at - BEFORE)
    end = at + len(claim.quote)
    return _corrects(claim.sentence[first : end + BEHIND], at - first, end - first)


def is_amount(claim: Claim) -> bool:
    """Tell whether a figure is only by how much another one was corrected: 7例 of 14例（核减7例）.

    Args:
        claim: The claim.
    """
    at = claim.at - claim.sentence_at
    return _AMOUNT.search(claim.sentence, max(0, at - 20), max(0, at)) is not None


@lru_cache(maxsize=4096)
def _corrects(sentence: str, start: int, end: int) -> bool:
    if not _SAYS.search(sentence) and not _BY.search(sentence) and not _INTO.search(sentence):
        return False
    brackets = [(found.start(), found.end()) for found in _BRACKETS.finditer(sentence)]
    into = [found.span() for found in _INTO.finditer(sentence)]
    # 更正为 is told by what it leads to alone
    plain = [found.span() for found in _SAYS.finditer(sentence) if not any(a <= found.start() < b for a, b in into)]
    by = [found.span() for found in _BY.finditer(sentence)]
    told = [(cue, _is_next) for cue in into] + [(cue, _is_beside) for cue in by] + [(cue, _is_said) for cue in plain]
    for cue, holds in told:
        around = next(((a, b) for a, b in brackets if a < cue[0] < b), None)
        if around is None or around[0] < start < around[1]:
            if holds(sentence, start, end, cue):
                return True
        elif end <= around[0] and not _CLAUSES.search(sentence, end, around[0]):
            # what brackets say is of the figure right before them
            return holds is not _is_next
    return False


def _is_next(sentence: str, start: int, end: int, cue: tuple[int, int]) -> bool:
    return cue[1] <= start and not _COUNT.search(sentence, cue[1], start)


def _is_beside(sentence: str, start: int, end: int, cue: tuple[int, int]) -> bool:
    """Tell whether a figure is the next one before or behind an amount: 核减108例后，累计553例; 累计14例，核减7例."""
    if start >= cue[1]:
        counts = len(_COUNT.findall(sentence, cue[1], start))
        amount = not _CLAUSES.search(sentence, cue[1], start) and counts == 0
        return not amount and counts <= 1 and not _ENDS.search(sentence, cue[1], start)
    return not _COUNT.search(sentence, end, cue[0]) and not _ENDS.search(sentence, end, cue[0])


def _is_said(sentence: str, start: int, end: int, cue: tuple[int, int]) -> bool:
    """Tell whether a figure stands behind 更正, or before it where nothing else does: 累计123例，特此更正."""
    return start >= cue[1] or not _COUNT.search(sentence, cue[1])
