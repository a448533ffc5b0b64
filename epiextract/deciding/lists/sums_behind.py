"""What a list adds up to, told behind it: 大邱5867人，庆北1143人，合计7010人."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from epiextract.deciding.brackets import brackets_of
from epiextract.deciding.lists.changes import PEOPLE
from epiextract.deciding.lists.sums import DECIMALS, MOST_PARTS
from epiextract.matching.reading import Figure, Reading

# Words for a sum, before its number: ，合计|7010人, 。以上三省共|67例, ，共计确诊|1257例.
_SUM = re.compile(
    r"[，,；;。、]\s*(?:以上|上述|这)?(?:[两二三四五六七八九十]{1,3}个?(?:省份?|市|地区?|国|[区區]|[县縣]|州|市州|者|项|類|类|院))?"
    r"(?:累计)?(?:合计|合計|共计|共計|总计|總計|总共|一共|共有|共|加起来|加总)[^，,。；;：:、\n\d]{0,8}\Z"
)
REACH, LEAST = 24, 2


def added_up_behind(reading: Reading, figure: Figure) -> Sequence[Figure]:
    """Return the figures that stand before one and make it when added up; nothing where it is no sum.

    Args:
        reading: The document as read.
        figure: The figure.
    """
    found: Mapping[int, Sequence[Figure]] | None = reading.lines.get("sums behind")
    if found is None:
        sums = ((one.index, _parts(reading, at)) for at, one in enumerate(reading.figures))
        found = reading.lines["sums behind"] = {index: parts for index, parts in sums if parts}
    return found.get(figure.index, ())


def _parts(reading: Reading, at: int) -> Sequence[Figure]:
    figure = reading.figures[at]
    start = max(0, figure.start - REACH)
    said = _SUM.search(reading.text, start, figure.start) if figure.quantity.kind in PEOPLE else None
    if said is None:
        return ()
    left, parts = _value(figure), []
    paragraph = reading.paragraph_of(figure.sentence)
    for one in reversed(reading.figures[max(0, at - MOST_PARTS) : at]):
        # 三省合计|67例: how many they are stands in the words for the sum
        if one.start >= said.start() or brackets_of(reading, one.sentence).hides(one.start, figure.start):
            continue
        if one.quantity.kind not in PEOPLE or one.quantity.bound != "exact" or not _value(one):
            return ()
        if reading.paragraph_of(one.sentence) != paragraph:
            return ()
        parts.append(one)
        left = round(left - _value(one), DECIMALS)
        if left <= 0:
            break
    return parts[::-1] if left == 0 and len(parts) >= LEAST else ()


def _value(figure: Figure) -> float:
    return round(float(figure.quantity.value or 0), DECIMALS)
