"""Surface regexes of tags: a small, safe part of the regex language, since a pack may come from anybody.

A surface regex finds mentions that no list can hold, such as batch numbers. It may use literals, classes, groups,
alternatives, anchors and look-arounds, and it may repeat one character or class a bounded number of times; a group does
not repeat, and the ways in which it can be tried at one character are counted, so the time for a text is linear.
"""

from __future__ import annotations

import re

import regex

MAX_CHARACTERS = 400
MAX_REPEAT = 40
MAX_REPEATS = 8
MAX_WAYS = 500
_OPENS = re.compile(r"\((?:\?(?:P?<\w+>|<?[=!]|[a-zA-Z-]*:|>))?")
_FLAGS = re.compile(r"(?:\(\?[a-zA-Z-]+\))*")
# (?x) and (?V1) change what brackets and a # mean, and a comment holds anything; here the plain form is read.
_FLAGGED, _PLAIN_FLAGS = re.compile(r"\(\?([a-zA-Z0-9-]+)[:)]"), frozenset("aimsu-")
_COMMENT = "(?#"
_CALLS = re.compile(r"\(\?(?:P>|R|&|\(|[+-]?[0-9])|\(\*")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]")
_LOOKS = re.compile(r"\(\?<?[=!]")
_NOT = re.compile(r"\(\?<?!")
_NO_WIDTH = frozenset("bBAZzmMG")
_NO_CHARACTER = re.compile(r"(?<!\\)\[\^(?:\\s\\S|\\S\\s|\\d\\D|\\D\\d|\\w\\W|\\W\\w)")
_CHARACTER = re.compile(rf"\\.|{_CLASS.pattern}")
_REPEAT = re.compile(r"\{(\d*)(,?)(\d*)\}")


def surface_fault(expression: str) -> str | None:
    """Return what is wrong with a surface regex, or None where it may be used.

    Args:
        expression: The expression as a pack writes it.

    >>> surface_fault("第[0-9]{1,4}批"), surface_fault("(a+)+")
    (None, "'+' repeats without a bound")
    """
    if len(expression) > MAX_CHARACTERS:
        return f"{len(expression)} characters, more than {MAX_CHARACTERS}"
    try:
        compiled = regex.compile(expression)
    except regex.error as error:
        return f"not a regex: {error}"
    if compiled.match(""):
        return "it matches nothing at all, everywhere"
    # (?i) opens no group
    rest = _FLAGS.sub("", expression, count=1)
    return _repeats_fault(expression) or _ways_fault(rest) or _nothing_fault(rest)


def _nothing_fault(expression: str) -> str | None:
    """Return why *expression* gives no mention: it consumes no character, or can never match."""
    if _least(expression, 0)[0] == 0:
        return "it can match without any character"
    if _NO_CHARACTER.search(expression):
        return "it can never match: a class of no character"
    # what stands in a class or behind a backslash opens no group
    bare = _CHARACTER.sub("x", expression)
    for opening in _NOT.finditer(bare):
        inner = bare[opening.end() : _least(bare, opening.end())[1] - 1]
        if regex.match(inner, ""):
            return "it can never match: a negative look-around of nothing"
    return None


def _least(expression: str, at: int) -> tuple[int, int]:
    """Return how many characters the alternatives from *at* on consume at least, and where their group ends.

    >>> _least("(?<=第)[0-9]{2,4}批?(?:a|bc)", 0)[0], _least("^(?=第)", 0)[0]
    (3, 0)
    """
    least: int | None = None
    run = last = 0
    while at < len(expression):
        sign = expression[at]
        step = 1
        if sign == ")":
            return min(run, run if least is None else least), at + 1
        if sign == "|":
            least, run, last = min(run, run if least is None else least), 0, 0
        elif sign == "?":
            # lazy or possessive behind a repetition, which has left nothing of the item
            run, last = run - last, 0
        elif sign == "{" and (match := _REPEAT.match(expression, at)):
            kept = last * int(match[1] or 0)
            run, last, step = run - last + kept, 0, len(match.group())
        elif sign == "(" and (match := _OPENS.match(expression, at)):
            last, end = _least(expression, match.end())
            last = 0 if _LOOKS.match(match.group()) else last
            run, step = run + last, end - at
        else:
            if sign == "\\":
                step, last = 2, int(expression[at + 1 : at + 2] not in _NO_WIDTH)
            elif sign == "[" and (match := _CLASS.match(expression, at)):
                step, last = len(match.group()), 1
            else:
                last = int(sign not in "^$+*")
            run += last
        at += step
    return min(run, run if least is None else least), at


def _ways_fault(expression: str) -> str | None:
    ways, _ = _ways(expression, 0)
    return f"it can be tried in {ways:,} ways at one character, more than {MAX_WAYS}" if ways > MAX_WAYS else None


def _ways(expression: str, at: int) -> tuple[int, int]:
    """Return in how many ways the alternatives from *at* on can be tried, and where their group ends.

    >>> _ways("(?:a|b)[0-9]{2,4}c?", 0)[0]
    12
    """
    ways, run = 0, 1
    while at < len(expression):
        sign = expression[at]
        step = 1
        if sign == "\\":
            step = 2
        elif sign == "[" and (match := _CLASS.match(expression, at)):
            step = len(match.group())
        elif sign == "(" and (match := _OPENS.match(expression, at)):
            inner, end = _ways(expression, match.end())
            run *= inner
            step = end - at
        elif sign == ")":
            return ways + run, at + 1
        elif sign == "|":
            ways, run = ways + run, 1
        elif sign == "?" and expression[at - 1] not in "?}":
            run *= 2
        elif sign == "{" and (match := _REPEAT.match(expression, at)):
            run *= int(match[3] or match[1]) - int(match[1] or 0) + 1
            step = len(match.group())
        at += step
    return ways + run, at


def _repeats_fault(expression: str) -> str | None:
    """Return why the repetitions of *expression* are refused: unbounded, too many, or of a group."""
    repeats = 0
    position = 0
    before = ""
    while position < len(expression):
        sign = expression[position]
        if sign == "\\":
            if expression[position + 1 : position + 2].isdigit() or expression[position + 1 : position + 2] in "gpPX":
                return f"'{expression[position : position + 2]}' is not allowed"
            before, position = "\\", position + 2
            continue
        if sign == "[" and (match := _CLASS.match(expression, position)):
            position, sign = match.end() - 1, "]"
        elif sign in "*+" and before not in "*+?}":
            return f"{sign!r} repeats without a bound"
        elif sign == "{" and (match := _REPEAT.match(expression, position)):
            upper = match[3] or (match[1] if not match[2] else "")
            if not upper or int(upper) > MAX_REPEAT:
                return f"{match.group()!r} repeats more than {MAX_REPEAT} times"
            if before == ")":
                return "a group repeats"
            repeats += 1
            position, sign = match.end() - 1, "}"
        elif sign == "{":
            return "'{' that begins no repetition"
        elif _CALLS.match(expression, position):
            return "an expression that calls itself, or a condition"
        elif expression.startswith(_COMMENT, position):
            return "a comment"
        elif (flags := _FLAGGED.match(expression, position)) and not _PLAIN_FLAGS.issuperset(flags[1]):
            return f"{flags.group()!r} sets a flag that is not allowed; those that are: {', '.join('aimsu')}"
        before = sign
        position += 1
    return f"{repeats} repetitions, more than {MAX_REPEATS}" if repeats > MAX_REPEATS else None
