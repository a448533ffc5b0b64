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
    from epiextract.values.moments import Moment, resolve_moment
    from epiextract.values.number_finder import FoundNumber, find_numbers, find_percentages
    from epiextract.values.numerals import Number, parse_number
    from epiextract.values.partial import PartialDate, parse_published
    from epiextract.values.quantities import find_quantities, parse_quantity
    from epiextract.values.quantity_model import Quantity
    from epiextract.values.resolution import resolve_time
    from epiextract.values.scan import find_values
    from epiextract.values.time_lists import resolve_parts
    from epiextract.values.time_model import Clock, Duration, Period, TimeExpression, TimePoint
    from epiextract.values.times import find_times, parse_time

_HOMES = {
    "Clock": "time_model",
    "Duration": "time_model",
    "FoundNumber": "number_finder",
    "Moment": "moments",
    "Number": "numerals",
    "PartialDate": "partial",
    "Period": "time_model",
    "Quantity": "quantity_model",
    "TimeExpression": "time_model",
    "TimePoint": "time_model",
    "find_numbers": "number_finder",
    "find_percentages": "number_finder",
    "find_quantities": "quantities",
    "find_times": "times",
    "find_values": "scan",
    "parse_number": "numerals",
    "parse_published": "partial",
    "parse_quantity": "quantities",
    "parse_time": "times",
    "resolve_moment": "moments",
    "resolve_parts": "time_lists",
    "resolve_time": "resolution",
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
