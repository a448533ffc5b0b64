"""Numbers, quantities, dates and periods in Chinese text: found, or read one at a time.

Everything here is useful without the rest of the package. A name is imported when it is first asked for, so that
``import epiextract.values`` costs nothing:

>>> from epiextract.values import find_quantities, parse_number
>>> parse_number("两万三千").value
23000
>>> [(q.value, q.unit, q.bound) for q in find_quantities("接收口罩1.7万余只")]
[(17000, '只', 'over')]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from epiextract.values.numbers.numerals import Number, parse_number
    from epiextract.values.quantities.finder import find_quantities, parse_quantity
    from epiextract.values.quantities.model import Quantity
    from epiextract.values.quantities.number_finder import FoundNumber, find_numbers, find_percentages
    from epiextract.values.scan import find_values
    from epiextract.values.times.finder import find_times, parse_time
    from epiextract.values.times.lists import resolve_parts
    from epiextract.values.times.model import Clock, Duration, Period, TimeExpression, TimePoint
    from epiextract.values.times.moments import Moment, resolve_moment
    from epiextract.values.times.partial import PartialDate, parse_published
    from epiextract.values.times.resolution import resolve_time

_HOMES = {
    "Clock": "times.model",
    "Duration": "times.model",
    "FoundNumber": "quantities.number_finder",
    "Moment": "times.moments",
    "Number": "numbers.numerals",
    "PartialDate": "times.partial",
    "Period": "times.model",
    "Quantity": "quantities.model",
    "TimeExpression": "times.model",
    "TimePoint": "times.model",
    "find_numbers": "quantities.number_finder",
    "find_percentages": "quantities.number_finder",
    "find_quantities": "quantities.finder",
    "find_times": "times.finder",
    "find_values": "scan",
    "parse_number": "numbers.numerals",
    "parse_published": "times.partial",
    "parse_quantity": "quantities.finder",
    "parse_time": "times.finder",
    "resolve_moment": "times.moments",
    "resolve_parts": "times.lists",
    "resolve_time": "times.resolution",
}

__all__ = [
    "Clock",
    "Duration",
    "FoundNumber",
    "Moment",
    "Number",
    "PartialDate",
    "Period",
    "Quantity",
    "TimeExpression",
    "TimePoint",
    "find_numbers",
    "find_percentages",
    "find_quantities",
    "find_times",
    "find_values",
    "parse_number",
    "parse_published",
    "parse_quantity",
    "parse_time",
    "resolve_moment",
    "resolve_parts",
    "resolve_time",
]


def __getattr__(name: str) -> Any:
    """Import a public name from the module that holds it."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
