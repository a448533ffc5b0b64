"""Surface regexes of tags: a small, safe part of the regex language, since a pack may come from anybody.

A surface regex finds mentions that no list can hold, such as batch numbers. It may use literals, classes, groups,
alternatives, anchors and look-arounds, and it may repeat one character or class a bounded number of times; a group does
not repeat, so the time for a text is linear.
"""

from __future__ import annotations

import re

import regex

MAX_CHARACTERS = 400
MAX_REPEAT = 40
MAX_REPEATS = 8
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
    return _repeats_fault(expression)


def _repeats_fault(expression: str) -> str | None:
    """Return why the repetitions of *expression* are refused: unbounded, too many, or of a group."""
    repeats = 0
    position = 0
    in_class = False
    before = ""
    while position < len(expression):
        sign = expression[position]
        if sign == "\\":
            if expression[position + 1 : position + 2].isdigit() or expression[position + 1 : position + 2] in "gpPX":
                return f"'{expression[position : position + 2]}' is not allowed"
            before, position = "\\", position + 2
            continue
        if in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
            position += expression[position + 1 : position + 2] in ("]", "^")
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
        elif expression.startswith("(?P>", position) or expression.startswith("(?R", position):
            return "an expression that calls itself"
        before = sign
        position += 1
    return f"{repeats} repetitions, more than {MAX_REPEATS}" if repeats > MAX_REPEATS else None
