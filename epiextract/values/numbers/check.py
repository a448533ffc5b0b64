"""Long numerals in an unusual spelling, read a second time by cn2an."""

from __future__ import annotations

import re
from functools import lru_cache

# cn2an drops the ten of 八百亿十二万, which has one reading; of 八百亿一十二万 it reads it
_WITHOUT_ONE = re.compile("(?<![零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖])(?=[十百千拾佰仟])")


def is_disputed(text: str, value: int) -> bool:
    """Tell whether cn2an reads a long numeral otherwise: then it has two readings, and none is given.

    >>> is_disputed("一百二十三万四千五百六十七", 1234567)
    False
    """
    other = reference_number(text)
    return other is not None and other != value


@lru_cache(maxsize=4096)
def reference_number(text: str) -> int | None:
    """Return what cn2an reads in a numeral of Chinese characters, None where it reads nothing.

    >>> reference_number("一百二十三万四千五百六十七"), reference_number("八百亿十二万七千"), reference_number("没想到")
    (1234567, 80000127000, None)
    """
    # Imported with the first long numeral: it takes a tenth of a second.
    import cn2an

    try:
        value = cn2an.cn2an(_WITHOUT_ONE.sub("一", text), "normal")
    except (ValueError, KeyError, IndexError, TypeError):
        return None
    return int(value) if value == int(value) else None
