"""The time cases of other projects' suites, read with ours: pass rates, printed beside what the peers themselves reach.

The cases stand in ``../shared/peer_cases`` beside the checkout, not in the repository. What counts as right:

- extracting: the same spans, each with one of the values that the suite accepts; no span missing, none too many;
- normalising: the same stretch of time.

What differs in form only is translated:

- whether 八月十五 is a lunar day is told to our reader as the suite has it (JioNLP's own option);
- an open side (三年以后, 5月1日后) is compared at the side that the words tell;
- a base that is only a year, a month or a day is given as such;
- a normaliser that takes a sentence (今天是9号吧) is asked for the one time in it;
- a part of a day is given the hours of Recognizers-Text in its suites, and a length that begins or ends now is compared
  by days where they tell days;
- 从 and 自 may stand within a span or before it; words that name no date (当前) are left out where the suite does.

The suites differ in conventions, and the comparison follows the suite's: which hours 晚上 covers, whether a range's end
belongs to it, in which year 9月30日 lies when no year is said (JioNLP: this one; Recognizers-Text: past or future).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from epiextract.values.times.finder import TimeExpression, find_times, parse_time
from epiextract.values.times.model import Duration
from epiextract.values.times.moment_lengths import SECONDS
from epiextract.values.times.moments import Moment, resolve_moment
from epiextract.values.times.partial import PartialDate, parse_published

CASES = Path(__file__).parents[3] / "shared" / "peer_cases"
# The least part of each suite that has to pass, and what its own project or its best peer reaches.
SUITES = {
    "jionlp.time_parser": (0.94, "jionlp 416/427 of its own, recognizers 66/168 points and 29/201 spans"),
    "jionlp.time_extractor": (0.95, "jionlp 38/38 of its own, recognizers 13/38"),
    "recognizers.DateTimeModel": (0.92, "recognizers 112 (PyPI), 144 (head) of 264; jionlp 99; dateparser 21 of 293"),
    "recognizers.DateParser": (0.75, "lunar days and the months of reigns are read otherwise"),
    "recognizers.DatePeriodParser": (0.90, ""),
    "recognizers.DateTimeParser": (0.90, ""),
    "recognizers.DateTimePeriodParser": (0.90, ""),
    "recognizers.DurationParser": (0.90, ""),
    "recognizers.HolidayParser": (0.75, "lunar feasts are read as Gregorian days there"),
    "recognizers.TimeParser": (0.50, "two of its five cases leave 以后 to the merged model, ours takes it in"),
    "recognizers.TimePeriodParser": (0.90, ""),
}
# The hours that Recognizers-Text gives to the parts of a day.
THEIR_HOURS = {
    "dawn": (0, 8), "daybreak": (8, 12), "early": (8, 12), "morning": (8, 12), "noon": (11, 13), "afternoon": (12, 16),
    "past_noon": (12, 16), "dusk": (16, 20), "night": (16, 20), "late": (16, 20), "midnight": (20, 24),
    "small_hours": (20, 24), "turn": (20, 24), "daytime": (8, 18),
}  # fmt: skip
SLACK = timedelta(seconds=61)


def moment_of(text: str | None) -> datetime | None:
    """Return the moment that a suite writes, None for an open side."""
    if not text or "inf" in text:
        return None
    for form in ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H", "%Y-%m", "%Y"):
        try:
            return datetime.strptime(text.split(".")[0], form)
        except ValueError:
            continue
    return None


def near(ours: datetime | None, theirs: datetime | None) -> bool:
    """Tell whether two moments are the same up to an inclusive or exclusive end."""
    if ours is None or theirs is None:
        return ours is theirs
    return abs(ours - theirs) <= SLACK


def jionlp_value(found: TimeExpression, expected: dict[str, Any], case: dict[str, Any]) -> bool:
    """Tell whether an expression means what JioNLP's case says."""
    value = expected["values"][0] if expected["values"] else None
    if value is None:
        return True
    if "delta" in value:
        return delta_matches(found, value["delta"])
    now = base_of(case["reference"])
    lean = "next" if case["call"]["options"].get("ret_future") else "same"
    ours = resolve_moment(found, now, lean=lean)
    start, end = moment_of(value["start"]), moment_of(value["end"])
    if found.relation == "after" and ours.end is None:
        return near(ours.start, start)
    if found.relation == "before" and ours.start is None:
        return near(ours.end, end)
    return near(ours.start, start) and near(ours.end, end)


def base_of(reference: str | None) -> datetime | PartialDate:
    """Return when a case is said, as finely as it tells."""
    partial = parse_published(reference) if reference and "T" not in reference else None
    return partial or moment_of(reference) or datetime(2021, 6, 14, 1, 6, 40)


def delta_matches(found: TimeExpression, delta: Any) -> bool:
    """Tell whether a length is the same, or how far apart the times of a set are."""
    if found.duration is None or (found.kind != "set" and found.relation != "length"):
        return False
    least = in_their_units(found.duration.amounts)
    if not isinstance(delta, list):
        return least == delta
    if found.duration.maximum is not None:
        return delta == [least, in_their_units(found.duration.maximum)]
    return delta == {"over": [least, {"infinite": True}], "under": [{"zero": True}, least]}.get(found.duration.bound)


def in_their_units(amounts: Iterable[tuple[str, Fraction]]) -> dict[str, float]:
    """Return a length in the units of JioNLP, which has no weeks, quarters and quarters of an hour."""
    out: dict[str, float] = {}
    for unit, number in amounts:
        name, factor = {"week": ("day", 7), "quarter": ("month", 3), "quarterhour": ("minute", 15)}.get(unit, (unit, 1))
        out[name] = out.get(name, 0.0) + float(number * factor)
    return out


def seconds_of(duration: Duration) -> float:
    """Return a length in seconds, a year as 365 days and a month as 30."""
    days = {"month": 30, "quarter": 90, "year": 365, "century": 36_500, "workday": 1}
    return float(sum(n * (days[unit] * 86_400 if unit in days else SECONDS[unit]) for unit, n in duration.amounts))


def recognizers_value(found: TimeExpression, expected: dict[str, Any], case: dict[str, Any]) -> bool:
    """Tell whether an expression means one of the things that Recognizers-Text accepts."""
    if expected["type"] == "set":
        return found.kind == "set"
    if expected["type"] == "duration":
        wanted = {float(value["value"]) for value in expected["values"]}
        return found.duration is not None and seconds_of(found.duration) in wanted
    now = moment_of(case["reference"]) or datetime(2020, 1, 1)
    found_ways = [resolve_moment(found, now, lean=lean) for lean in ("past", "next", "same")]
    return any(recognizers_one(found, way, value, now) for way in found_ways for value in expected["values"])


def recognizers_one(found: TimeExpression, ours: Moment, value: dict[str, Any], now: datetime) -> bool:
    """Tell whether one way to read an expression is one of the values."""
    if value.get("value") == "not resolved" or value.get("value", "").startswith("0001"):
        is_season = "start" not in value and value["timex"].endswith(("SU", "SP"))
        return is_season or (ours.start is None and ours.end is None)
    day = now.strftime("%Y-%m-%d ")
    texts = [value.get("value"), value.get("start"), value.get("end")]
    point, start, end = (moment_of(day + text if text and text[2] == ":" else text) for text in texts)
    clock = found.begin.clock if found.begin is not None else None
    if clock is not None and clock.hour is None and ours.start is not None and found.finish is None:
        first, last = THEIR_HOURS[clock.part]
        midnight = ours.start.replace(hour=0)
        ours = Moment(midnight + timedelta(hours=first), midnight + timedelta(hours=last))
    if point is not None:
        told = ours.end if found.relation == "before" and found.duration is not None else ours.start
        return near(told, point)
    if value.get("Mod") or (start is None) != (end is None):
        # 之前 and 以来: the suite keeps the point, at either of its ends.
        edge = start or end
        return edge is not None and any(near(side, edge) for side in (ours.start, ours.end, edge_of(found, now)))
    if found.relation in ("past", "future") and ":" not in (value.get("start") or ""):
        ours = Moment(day_of(ours.start), day_of(ours.end))
    if start is None:
        return value.get("timex", "").endswith(("SU", "SP", "FA", "WI"))
    ends = [ours.end]
    if found.finish is not None and ours.end is not None:
        last = ours.end - timedelta(days=1)
        ends += [last, first_of(last, found)]
    return near(ours.start, start) and any(near(side, end) for side in ends)


def day_of(moment: datetime | None) -> datetime | None:
    """Return the day of a moment."""
    return moment and moment.replace(hour=0, minute=0, second=0)


def first_of(day: datetime, found: TimeExpression) -> datetime:
    """Return the first day of the month or year that a range ends with: its end in the suite's way."""
    if found.finish is not None and found.finish.day is None and not found.finish.weekday:
        return day.replace(day=1) if found.finish.month is not None else day.replace(month=1, day=1)
    return day


def edge_of(found: TimeExpression, now: datetime) -> datetime | None:
    """Return the first moment of the point of an open expression."""
    at = TimeExpression(0, 0, found.kind, "at", found.begin)
    return resolve_moment(at, now).start


def without_mark(text: str, found: TimeExpression, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the span of an expression, without 从 where the suite has it so."""
    span = (found.start, found.end)
    return span if span in spans or text[found.start] not in "从自" else (found.start + 1, found.end)


def passes(case: dict[str, Any]) -> bool:
    """Tell whether a case comes out whole."""
    value = jionlp_value if case["source"] == "jionlp" else recognizers_value
    text = case["input"]
    lunar_days = case["source"] == "jionlp" and case["call"]["options"].get("lunar_date", True)
    if case["mode"] == "normalise":
        found = parse_time(text, lunar_days=lunar_days)
        if found is None and len(only := find_times(text, everything=True, lunar_days=lunar_days)) == 1:
            found = only[0]
        return found is not None and value(found, case["expected"][0], case)
    found_all = find_times(text, everything=True, lunar_days=lunar_days)
    if not found_all and (whole := parse_time(text, lunar_days=lunar_days)) is not None:
        found_all = [whole]
    spans = [(one["start"], one["end"]) for one in case["expected"]]
    found_all = [one for one in found_all if one.kind != "vague" or (one.start, one.end) in spans]
    if [without_mark(text, one, spans) for one in found_all] != spans:
        return False
    return all(value(one, expected, case) for one, expected in zip(found_all, case["expected"], strict=True))


@pytest.mark.skipif(not CASES.is_dir(), reason="the cases of other projects are not beside this checkout")
@pytest.mark.parametrize("suite", SUITES)
def test_peer_suite(suite: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = (CASES / f"{suite}.jsonl").read_text("utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    counts = Counter(passes(case) for case in cases)
    least, peers = SUITES[suite]
    with capsys.disabled():
        print(f"\n{suite}: {counts[True]} of {len(cases)} ({counts[True] / len(cases):.0%}). {peers}")
    assert counts[True] >= least * len(cases)
