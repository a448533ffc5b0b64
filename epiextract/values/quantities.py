"""Quantities: a number with its unit and the words that bound it, found in one scan of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import regex

from epiextract.values.numerals import DIGITS, LARGE, MAGNITUDES, Number, Value, parse_number, plain
from epiextract.values.units import Unit, known_units, scanner


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of the text.

    Args:
        start: First character, with the qualifiers that touch the number.
        end: One past the last.
        value: In base units; None where the words are vague. The lower end of a range.
        value_max: The upper end of a range.
        unit: Canonical unit, the classifier as written, or None for a bare number.
        bound: exact, about, over, under, range or vague.
        per: day, person, ...; for a price what it buys.
        kind: A coarse class of units, for patterns.
        surface_unit: The unit as written.
        article: Whether it may be a mere article: 一个, 一名.
    """

    start: int
    end: int
    value: Value | None
    value_max: Value | None
    unit: str | None
    bound: str
    per: str | None
    kind: str
    surface_unit: str
    article: bool = False


_BEFORE = {
    **dict.fromkeys(
        (
            "近",
            "将近",
            "將近",
            "不到",
            "不足",
            "接近",
            "最多",
            "至多",
            "低于",
            "小于",
            "不超过",
            "不高于",
            "最长不超过",
            "少于",
            "最高",
            "最大",
            "不足",
        ),
        "under",
    ),
    **dict.fromkeys(
        (
            "超",
            "超过",
            "超过了",
            "超過",
            "逾",
            "至少",
            "不少于",
            "不低于",
            "破",
            "突破",
            "大于",
            "多于",
            "高于",
            "最少",
            "起码",
            "不下",
            "最低",
        ),
        "over",
    ),
    **dict.fromkeys(("约", "約", "大约", "大約", "大概", "左右约", "约为", "差不多", "约莫"), "about"),
    **dict.fromkeys(("多达", "高达", "每", "达", "仅", "只有"), ""),
}
_AFTER = {
    **dict.fromkeys(("以上", "之上", "以上的", "有余", "开外", "多", "余", "餘", "来", "及以上", "出头"), "over"),
    **dict.fromkeys(("左右", "上下", "左右的", "前后"), "about"),
    **dict.fromkeys(("以下", "以内", "之内", "内", "及以下", "及以内", "之下"), "under"),
}
# 内 bounds only times: 三天内; in 院内, 省内 it is a place.
_DURATION_ONLY = frozenset({"内", "之内", "以内"})
_ARTICLES = frozenset(
    {
        "个",
        "個",
        "名",
        "位",
        "家",
        "种",
        "種",
        "次",
        "些",
        "批",
        "份",
        "项",
        "項",
        "条",
        "條",
        "座",
        "所",
        "点",
        "起",
        "场",
        "場",
        "句",
        "片",
        "番",
        "步",
        "度",
        "段",
        "级",
        "股",
        "代",
        "支",
        "张",
        "间",
        "例",
        "人",
        "户",
        "处",
        "门",
        "架",
        "台",
        "辆",
        "件",
        "把",
        "封",
        "部",
        "块",
        "顿",
        "杯",
        "碗",
        "群",
        "轮",
    }
)
_PER = {
    "/人/天": "person_day", "/人·天": "person_day", "/天": "day", "/日": "day", "/周": "week", "/月": "month", "/年": "year", "/小时": "hour", "/人": "person",
    "每天": "day", "每日": "day", "每人": "person", "每小时": "hour", "每年": "year", "每月": "month", "每周": "week",
}  # fmt: skip
_LEADING_PER = {
    "每人每天": "person_day", "每天": "day", "每日": "day", "日均": "day", "平均每天": "day", "每小时": "hour", "每周": "week", "每月": "month", "每年": "year", "每人": "person", "日产": "day", "人均": "person",
}  # fmt: skip


def parse_quantity(text: str) -> Quantity | None:
    """Return the quantity that *text* writes, the whole of it, or None.

    >>> q = parse_quantity("近8500万张")
    >>> q.value, q.unit, q.bound
    (85000000, '张', 'under')
    >>> q = parse_quantity("100万至3500万元")
    >>> q.value, q.value_max, q.unit, q.bound
    (1000000, 35000000, 'CNY', 'range')
    """
    for quantity in find_quantities(text):
        return quantity if (quantity.start, quantity.end) == (0, len(text)) else None
    return None


def find_quantities(text: str, masked: list[tuple[int, int]] | None = None) -> list[Quantity]:
    """Return the quantities of *text*, from left to right.

    Args:
        text: The text as read.
        masked: Sorted spans that are something else, such as dates.

    >>> [(q.value, q.unit, q.bound) for q in find_quantities("捐赠口罩1.7万余只、N95口罩3,000个和5.5万台（套）设备")]
    [(17000, '只', 'over'), (3000, '个', 'exact'), (55000, '台（套）', 'exact')]
    """
    return list(_scan(text, masked or []))


def _scan(text: str, masked: list[tuple[int, int]]) -> Iterator[Quantity]:
    units = known_units()
    at = 0
    end = 0
    for match in scanner().finditer(text):
        start = match.start()
        while at < len(masked) and masked[at][1] <= start:
            at += 1
        if at < len(masked) and masked[at][0] < match.end():
            continue
        if start < end:
            continue
        quantity = _read(text, match, units)
        if quantity is not None:
            end = quantity.end
            yield quantity


def _read(text: str, match: Any, units: dict[str, Unit]) -> Quantity | None:
    groups = match.groupdict()
    if groups["trap"]:
        return None
    if groups["zero"]:
        return Quantity(*match.span("zero"), 0, None, None, "exact", None, "bare", "")
    if groups["share"]:
        return _share(text, match, groups)
    numeral = groups["number"] or groups["han"]
    unit = groups["unit"]
    start, end = match.start(), match.end()
    if groups["han"]:
        if not unit and not groups["range"] and not _bare_han(text, match, numeral):
            return None
    elif not unit and not groups["range"] and _is_label(text, match, numeral):
        return None
    pair = _pair(numeral) if groups["han"] else None
    low = Number(pair[0]) if pair else parse_number(numeral)
    if low is None:
        return None
    return _quantity(text, start, end, groups, low, pair[1] if pair else None, units)


def _quantity(
    text: str, start: int, end: int, groups: dict[str, Any], low: Number, upper: Value | None, units: dict[str, Unit]
) -> Quantity | None:
    surface = groups["unit"] or ""
    value, value_max = low.value, upper
    factor = _magnitude(groups["after_more"])
    bound = "exact"
    if groups["more"]:
        bound = "over"
        if groups["more"] == "几" and not groups["after_more"] and value is not None and value % 10:
            return None
    if groups["range"]:
        high = parse_number(groups["high"])
        if high is None or high.value is None:
            return None
        high_unit = groups["high_unit"]
        surface = surface or high_unit
        value_max = high.value
        if value is not None and not groups["unit"]:
            value = _shared_magnitude(value, groups["number"] or groups["han"], groups["high"], high.value)
    unit = units.get(surface)
    if unit and unit.over:
        bound = "over"
    if unit and unit.tail and not groups["post"] and not groups["per"]:
        end -= unit.tail
        surface = surface[: -unit.tail]
    currency, start = _currency(text, start)
    if currency and (unit is None or unit.name == "CNY"):
        unit = Unit(currency, "money", Decimal(1))
    scale = factor * (unit.factor if unit else 1)
    value = _scaled(value, scale)
    value_max = _scaled(value_max, scale)
    if value is not None and value_max is not None and value_max <= value:
        return None
    before, start = _before(text, start)
    bound = before or _apart(text, start) or bound
    post = groups["post"]
    if post:
        said = _AFTER.get(post.strip("（）"))
        if post in _DURATION_ONLY and (unit is None or unit.kind not in ("duration", "length", "area", "mass")):
            end -= len(post) + len(groups["per"] or "")
            groups["per"] = None
        else:
            bound = said or bound
    if value_max is not None:
        bound = "range"
    if low.vague or _loosely(text, start, groups):
        bound, value, value_max = "vague", None, None
        if text[start - 1 : start] == "上":
            start -= 1
    per = _per(text, start, groups)
    kind = unit.kind if unit else "bare"
    name = unit.name if unit else None
    number = groups["number"] or groups["han"]
    article = number == "一" and kind in ("person", "count", "goods", "bed", "team") and bound == "exact"
    return Quantity(start, end, value, value_max, name, bound, per, kind, surface, article)


def _scaled(value: Value | None, scale: Decimal | int) -> Value | None:
    return None if value is None else plain(Decimal(value) * scale)


def _magnitude(characters: str | None) -> int:
    factor = 1
    for c in characters or "":
        factor *= MAGNITUDES[c]
    return factor


def _shared_magnitude(low: Value, low_text: str, high_text: str, high: Value) -> Value:
    """Return the lower end with the magnitude that only the upper end writes: 2至3万 is 20000 to 30000."""
    tail = ""
    for c in reversed(high_text):
        if c not in LARGE:
            break
        tail = c + tail
    if tail and low_text[-1] not in MAGNITUDES and low < high // _magnitude(tail) * 10:
        return plain(Decimal(low) * _magnitude(tail))
    return low


def _pair(han: str) -> tuple[Value, Value] | None:
    """Return the ends of 三四百, 两三, 十七八: two digits that follow each other."""
    head = han[0] == "十" and len(han) == 3
    digits = han[1:3] if head else han[:2]
    tail = han[3:] if head else han[2:]
    if len(digits) != 2 or any(c not in DIGITS for c in digits) or any(c not in MAGNITUDES for c in tail):
        return None
    low, high = DIGITS[digits[0]], DIGITS[digits[1]]
    if not (low > 0 and high == low + 1):
        return None
    factor = _magnitude(tail)
    base = 10 if head else 0
    return (base + low) * factor, (base + high) * factor


def _loosely(text: str, start: int, groups: dict[str, Any]) -> bool:
    """Tell whether a lone magnitude is vague: 上千名, 上百个 (百人 alone is a hundred)."""
    han = groups["han"]
    return bool(han) and all(c in MAGNITUDES for c in han) and text[start - 1 : start] == "上"


_LABEL_NEXT = frozenset("号后型版#楼路线")
_SMALL_WORDS = frozenset(
    {
        "千万",
        "万千",
        "百万",
        "亿万",
        "万一",
        "千百",
        "十分",
        "百般",
        "万",
        "千",
        "百",
        "亿",
        "十",
        "半",
        "数",
        "几",
        "零",
    }
)


def _bare_han(text: str, match: Any, numeral: str) -> bool:
    """Tell whether a Chinese numeral without a unit is a figure: 三千勇士, 零感染, 破千."""
    after = text[match.end() : match.end() + 2]
    if numeral == "零":
        return after[:2] in _ZERO_NOUNS
    if match["more"] and any(c in LARGE or c in "百千" for c in numeral):
        return True
    if text[match.start() - 1 : match.start()] == "破" and all(c in MAGNITUDES for c in numeral):
        return True
    return len(numeral) > 1 and numeral not in _SMALL_WORDS and numeral[-1] in "百千万亿" and numeral[0] in DIGITS


_ZERO_NOUNS = frozenset(
    {
        "感染",
        "死亡",
        "新增",
        "报告",
        "确诊",
        "增长",
        "复发",
        "投诉",
        "事故",
        "回头",
        "疑似",
        "病例",
        "输入",
        "扩散",
        "传播",
        "接触",
        "输出",
        "差评",
    }
)


def _is_label(text: str, match: Any, numeral: str) -> bool:
    """Tell whether bare digits name something: 12306, 84消毒液, 95后, a telephone number, an item of a list."""
    if numeral[-1] in MAGNITUDES or match["more"]:
        return False
    start, end = match.span()
    after = text[end : end + 3]
    before = text[max(0, start - 2) : start]
    if after[:1].isascii() and after[:1].isalpha():
        return True
    if (
        after[:1] in _LABEL_NEXT
        or after.startswith("消毒")
        or before.endswith(("第", "-", "/", "热线", "拨打", "电话", "#"))
    ):
        return True
    if after[:1] in "-/:" and after[1:2].isdigit():
        return True
    digits = numeral.replace(",", "")
    if len(digits) >= 7 and "," not in numeral and "." not in numeral:
        return True
    line_start = before == "" or before[-1:] in "\n（(" or (before[-1:] == " " and "\n" in before)
    return bool(line_start and len(digits) <= 2 and after[:1] in ".、．)） ")


_CURRENCIES = {
    "人民币": "CNY", "人民幣": "CNY", "¥": "CNY", "RMB": "CNY", "美元": "USD", "US$": "USD", "$": "USD", "美金": "USD", "港币": "HKD", "港幣": "HKD",
    "HK$": "HKD", "港元": "HKD", "欧元": "EUR", "€": "EUR", "£": "GBP", "英镑": "GBP", "日元": "JPY",
}  # fmt: skip


def _currency(text: str, start: int) -> tuple[str | None, int]:
    for length in (3, 2, 1):
        name = _CURRENCIES.get(text[max(0, start - length) : start])
        if name and start >= length:
            return name, start - length
    return None, start


def _before(text: str, start: int) -> tuple[str, int]:
    """Return the bound of the words that touch the number from the left, and where they start."""
    for length in (5, 4, 3, 2, 1):
        words = text[max(0, start - length) : start]
        if len(words) == length and words in _BEFORE:
            said = _BEFORE[words]
            if said and not (words == "破" and text[start - 2 : start - 1] in "突"):
                return said, start - length
            break
    return "", start


_APART = regex.compile(
    r"(?:(?P<about>约|大约|大概)|(?P<over>至少|最少|起码|不少于)|(?P<under>不到|撑不过|没过|最多|至多|不超过))"
    r"(?:有|达|为|是|需要?|花|可|能|可达|可以|就有|拥有|过|在|占|提供|生产|收治|容纳){1,2}$"
)


def _apart(text: str, start: int) -> str:
    """Return the bound of words that stand apart from the number: 大约有150名, 至少需要24小时."""
    match = _APART.search(text, max(0, start - 7), start)
    return str(match.lastgroup) if match else ""


def _per(text: str, start: int, groups: dict[str, Any]) -> str | None:
    said = groups["per"]
    if said:
        return _PER.get(said) or groups["buys"]
    for length in (4, 3, 2):
        known = _LEADING_PER.get(text[max(0, start - length) : start])
        if known:
            return known
    return None


def _share(text: str, match: Any, groups: dict[str, Any]) -> Quantity | None:
    start, end = match.span()
    value: Decimal | None = None
    unit = "%"
    if match.group() == "百分百":
        value = Decimal(100)
    elif groups["per_cent"]:
        number = parse_number(groups["per_cent"])
        if number is None or number.value is None:
            return None
        value = Decimal(number.value) / {"百": 1, "千": 10, "万": 100}[text[start]]
    elif groups["whole"]:
        whole, part = parse_number(groups["whole"]), parse_number(groups["part"])
        if whole is None or part is None or not whole.value or part.value is None:
            return None
        value = Decimal(part.value) * 100 / Decimal(whole.value)
    elif groups["top"]:
        if int(groups["bottom"]) <= int(groups["top"]):
            return None
        value = Decimal(groups["top"]) * 100 / Decimal(groups["bottom"])
    elif groups["tenth"]:
        tenth = parse_number(groups["tenth"])
        if tenth is None or tenth.value is None:
            return None
        value = Decimal(tenth.value) * 10
        if groups["tenth_more"]:
            value += 5 if groups["tenth_more"] == "半" else DIGITS[groups["tenth_more"]]
    else:
        span = match.span("ratio") if groups["ratio"] else match.span("ratio2")
        parts = [int(part) for part in _RATIO.split(text[span[0] : span[1]])]
        if groups["ratio"] and text[span[1] - 3 : span[1] - 2] in ":：":
            return None
        return Quantity(
            *span, plain(Decimal(parts[0]) / parts[1]) if parts[1] else None, None, "ratio", "exact", None, "ratio", ""
        )
    before, start = _before(text, start)
    bound = before or "exact"
    for words, said in _AFTER.items():
        if (text.startswith(words, end) and said != "over") or (text.startswith("以上", end) and words == "以上"):
            bound, end = said, end + len(words)
            break
    return Quantity(
        start, end, plain(value.quantize(Decimal("0.0001")).normalize()), None, unit, bound, None, "share", "%"
    )


_RATIO = regex.compile("[∶:：]")
