from __future__ import annotations

import pytest

from epiextract.packs.surface import surface_fault


@pytest.mark.parametrize(
    "expression",
    [
        "[A-Z]{2}[0-9]{1,4}航班",
        "第[0-9]{1,3}批",
        "G20[0-9]?",
        r"(?:甲|乙)类\d{1,2}",
        r"a\+b",
        r"[\]|?]{2}x",
        "(?P<n>甲|乙|丙)号?",
        "(?<=第)[0-9]{1,3}(?=批)",
        "(?<![0-9])G20(?!!)",
        r"甲\(?!x",
        "[(?!)]{2}批",
        "(?:a|)b",
        r"[^\s第]{2}批",
        r"\b[A-Z]{1,3}?批",
    ],
)
def test_a_bounded_regex_may_be_used(expression: str) -> None:
    assert surface_fault(expression) is None


@pytest.mark.parametrize(
    ("expression", "says"),
    [
        ("(a+)+b", "without a bound"),
        ("a*b", "without a bound"),
        ("a{2,}", "more than 40"),
        ("a{1,99999}", "more than 40"),
        ("(?:ab){1,9}c", "a group repeats"),
        (r"(a)\1", "not allowed"),
        ("a?", "matches nothing"),
        ("", "matches nothing"),
        ("a{0,3}", "matches nothing"),
        ("(?!)", "without any character"),
        ("第(?!)", "can never match: a negative look-around of nothing"),
        ("第(?<!|a)批", "can never match: a negative look-around of nothing"),
        ("(?=第)", "without any character"),
        ("(?<=第)a?", "without any character"),
        (r"\b", "without any character"),
        (r"(?i)\b", "without any character"),
        (r"(?i)(?s)(?=第)", "without any character"),
        ("(?<=第)(?:a|b{0,2})(?=批)", "without any character"),
        (r"第[^\s\S]批", "a class of no character"),
        ("(", "not a regex"),
        ("a(?R)?b", "calls itself"),
        ("(?P<n>a(?&n)?b)", "calls itself"),
        ("(a(?1)?b)", "calls itself"),
        ("(?:病例){e<=1}", "begins no repetition"),
        ("(a)?(?(1)b|c)", "a condition"),
        ("[a-z]{1,9}" * 9, "more than 8"),
        ("a" * 500, "more than 400"),
        ("(?:a|a|a|a)" * 9 + "b", "262,144 ways"),
        ("a?" * 20 + "a" * 20, "1,048,576 ways"),
        ("a{1,40}" * 3 + "b", "64,000 ways"),
        ("(?<=[ab]{1,30}[ab]{1,30})b", "900 ways"),
        ("(?=x|(?:a|b?(?:c|d{1,40}){1})(?:e|f){1})", "a group repeats"),
        # a class whose first character is a bracket, and a comment with one, are no place to hide behind
        ("x[^][](?:a|aa)+b[x]", "without a bound"),
        ("x[]a](?:a|aa)+b[x]", "without a bound"),
        ("(?x)a#[\n(?:a|aa)+b#]\n", "sets a flag"),
        ("(?V1)[[a]--b]c", "sets a flag"),
        ("(?x:a b)c", "sets a flag"),
        ("a(?#[)(?:a|aa)b", "a comment"),
    ],
)
def test_a_regex_that_could_run_away_is_refused(expression: str, says: str) -> None:
    fault = surface_fault(expression)
    assert fault is not None
    assert says in fault
