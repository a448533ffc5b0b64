"""Numbers that are no figures: names, hotlines, labels of lists, codes, and numerals inside of words."""

from __future__ import annotations

import re
from typing import Any

from epiextract.values.numbers.numerals import DIGITS, LARGE, MAGNITUDES
from epiextract.values.quantities.bounds import LONE, touching_bound

_LABEL_NEXT = frozenset("号后型版#楼路线號後級级届屆")
_LABEL_BEFORE = (
    "第",
    "-",
    "/",
    "热线",
    "熱線",
    "拨打",
    "电话",
    "電話",
    "#",
    "型号",
    "型号为",
    "代码",
    "编号",
    "邮编",
    "—0",
)
_HOTLINES = frozenset(
    {
        "12306",
        "12345",
        "12320",
        "12315",
        "12355",
        "12348",
        "12388",
        "12358",
        "12301",
        "12328",
        "12333",
        "12356",
        "12366",
    }
    | {
        "12369",
        "12377",
        "12378",
        "12385",
        "12393",
        "12350",
        "12360",
        "96110",
        "95598",
        "95588",
        "95566",
        "95533",
        "95599",
    }
)
_EMERGENCY = frozenset({"110", "119", "120", "122", "114"})
# Behind a word or an opened bracket a sign says that so many came on top: 确诊+2015, 死亡97例（+2015）.
_COUNTING = re.compile(
    r"(?:[为為达達至到增約约超过近共计計有是了仅逾诊診亡例破：:=]|人数|总数|[\u4e00-\u9fff（(][+＋↑↓])$"
)
_YEARS = range(1900, 2036)
_TRAIN_NEXT = re.compile(r"次(?:列车|货|貨|动车|高铁|航班|特快|班列)")
# The number of a patient, of whom more is told: 病例12，男，56岁; 确诊病例12，男性5例 is a count.
_PATIENT_BEFORE = ("病例", "患者", "感染者", "个案", "個案")
_PATIENT_NEXT = re.compile(
    r"[系係]|[，,、：:（(]?(?:[\u4e00-\u9fff]某{0,2}[，,])?[为為是]?(?:[男女](?![男女])(?!性?\s?[\d占佔各患])|\d{1,3}[岁歲])"
)
# 病例5的密接, 病例6为病例3的同事, 病例7，现住该区; 现住院 is a count's
_PATIENT_TOLD = re.compile(
    r"的|[为為系係](?:[\u4e00-\u9fff]{0,5}(?:病例|感染者)\d)|[，,：:]?(?:现住(?!院)|現住(?!院)|现居住|居住[于於在地]|住址|住所)"
)
# Two of one sort side by side: 病例5、病例6, 病例1至病例5; 确诊病例5、疑似病例6 are counts.
_PATIENT_SORT = re.compile(
    r"(?:确诊|確診|疑似|本土|输入|輸入|阳性|陽性|无症状|無症狀){0,2}(?:病例|患者|感染者|个案|個案)$"
)
_LONGEST_SORT = 9
_PATIENT_BESIDE = re.compile(r"\d{1,4}[、和及与與至到—–~～-]{1,2}$")
_PATIENT_AND = re.compile(r"[、和及与與至到—–~～-]{1,2}")
# 1+1, 3+2: names of ways to work, where 615+13-279=349 is arithmetic.
_SHIFT = re.compile(r"(?<![\d+=])\d\+\d(?![\d+=])")
_PRODUCT = re.compile(r"\d[×*]$")
_TIMES = frozenset("×*")
# 武汉25中
_SCHOOL = re.compile(r"中(?:学|校|[，。、；）]|\Z)")
# What 单元, 單元 and 25中 begin with behind the digits.
_OPENS_NAME = frozenset("单單中")
# The 19 of 19年底 is the business of times.
_NAMED_NEXT = ("部队", "年", "月", "日", "时")
# 十九届四中全会, 十三届全国人大; 三届省运会 counts
_SESSION = re.compile("[一二三四五六七]中全[会會]|全国人[大民]|全國人[大民]|全国政协|全國政協|人大|政协|政協")
# 84消毒液, 84原液, 84泡腾片; 农产品批发价格200指数
_NAMES_NEXT = ("消毒", "原液", "泡腾", "指数")
# 十三届人大|三次会议, 政协十二届|三次全会: which session of a congress it was; 召开了三次会议 counts.
_CONGRESS = "(?:全国|全國|[省市县區区州])?(?:人大|人代会|政协|政協|人民代表大会|委员会|常委会|常务委员会){0,2}"
_CONVENED = re.compile(f"(?:[届屆]{_CONGRESS}|(?:人大|人代会|政协|政協)(?:常委会)?)第?$")
_MEETING = re.compile("(?:全体|全體)?(?:会议|會議)|全会|全會")
_SESSION_REACH = 20
# 十二届|三次会议, 十三届|省人大
_CONVENES = re.compile(
    rf"(?:全国|全國|[省市县區区州])?(?:人大|政协|政協|常委会)|第?[一二三四五六七八九十]{{1,3}}次(?:{_MEETING.pattern})"
)
# 二十|国集团, 七国集团; the 48家集团俱乐部 is one club.
_CLUBS = {"国": ("集团",), "國": ("集團",), "家": ("集团俱乐部", "集團俱樂部")}
_WARD_NEXT = ("党员", "消防", "”", "病区", "社区", "急救", "救护", "指挥", "警情", "调度", "医院", "楼")


def is_label(text: str, start: int, end: int, numeral: str) -> bool:
    """Tell whether bare digits name something: 12306, 84消毒液, 95后, a telephone number, an item of a list.

    Args:
        text: The text as read.
        start: First character of the digits.
        end: One past the last.
        numeral: The digits as written.

    >>> [is_label(t, 0, n, t[:n]) for t, n in (("84消毒液", 2), ("12306网站", 5), ("921，", 3), ("3．检测", 1))]
    [True, True, False, True]
    """
    if numeral[-1] in MAGNITUDES:
        return False
    after = text[end : end + 3]
    before = text[max(0, start - 3) : start]
    if after[:1].isascii() and after[:1].isalpha():
        return True
    if after[:1] in _LABEL_NEXT or after.startswith(_NAMES_NEXT) or before.endswith(_LABEL_BEFORE):
        return True
    if len(numeral) <= 4 and before.endswith(_PATIENT_BEFORE) and _numbers_patient(text, start, end):
        return True
    if after[:1] in _OPENS_NAME and (after.startswith(("单元", "單元")) or _SCHOOL.match(text, end)):
        return True
    if before.endswith("新冠"):
        return True
    if "." in numeral and after[:1] in ".．" and after[1:2].isdigit():
        # 192.168.1.20
        return True
    if "+" in (before[-1:], after[:1]) and (_SHIFT.match(text, max(0, start - 2)) or _SHIFT.match(text, start)):
        return True
    if before[-1:] in _TIMES and _PRODUCT.search(before) and after[:1] not in ("=", "＝"):
        # the 24 of 7×24值班
        return True
    if (
        before[-1:] not in ("+", "=")
        and after[:1] in "-/:*×xX－—"
        and after[:1]
        and (after[1:2].isdigit() or (after[1:2].isascii() and after[1:2].isalpha()))
    ):
        return True
    return _is_code(text, start, end, numeral) or _opens_item(before, after, numeral)


def _numbers_patient(text: str, start: int, end: int) -> bool:
    """Tell whether a number behind 病例 or 感染者 is a patient's: of whom more is told, or beside another."""
    if _PATIENT_NEXT.match(text, end) or _PATIENT_TOLD.match(text, end):
        return True
    sort = _PATIENT_SORT.search(text, max(0, start - _LONGEST_SORT), start)
    if sort is None:
        return False
    follows = _PATIENT_AND.match(text, end)
    if follows and text.startswith(sort[0], follows.end()):
        return text[follows.end() + len(sort[0]) :][:1].isdecimal()
    before = _PATIENT_BESIDE.search(text, max(0, sort.start() - 6), sort.start())
    return before is not None and text.endswith(sort[0], 0, before.start())


def _is_code(text: str, start: int, end: int, numeral: str) -> bool:
    """Tell whether digits are a telephone number, a hotline, a year or a stock's code."""
    if not numeral.isdigit():
        return False
    if len(numeral) >= 7 or numeral in _HOTLINES or (numeral[0] == "0" and len(numeral) > 1):
        return True
    if text.startswith(_NAMED_NEXT, end):
        return True
    around = text[start - 1 : start] + text[end : end + 1]
    if around in ("()", "（）") and len(numeral) >= 5:
        return True
    if numeral in _EMERGENCY and text.startswith(_WARD_NEXT, end):
        return True
    before = text[max(0, start - 2) : start]
    is_year = len(numeral) == 4 and int(numeral) in _YEARS
    is_hotline = len(numeral) == 5 and numeral.startswith("123")
    return (is_year or is_hotline) and not _COUNTING.search(before)


def _opens_item(before: str, after: str, numeral: str) -> bool:
    """Tell whether digits number an item of a list, or stand for a seat or a model: 1．, （2）, 右1, 1+1."""
    if len(numeral) > 2 or not numeral.isdigit():
        return False
    if before[-1:] in ("左", "右") and after[:1] in ("）", ")", "：", "、"):
        return True
    line_start = before == "" or before[-1:] in "\n（(" or (before[-1:] == " " and "\n" in before)
    return bool(line_start and after[:1] and after[:1] in ".、．)） ，,:：")


def is_ordinal(text: str, end: int, numeral: str, unit: str, unit_start: int) -> bool:
    """Tell whether digits with a unit are a name all the same: 45001次列车, 2016级, 02版, 12345市民热线.

    >>> is_ordinal("45001次列车", 6, "45001", "次", 5), is_ordinal("45001次检测", 6, "45001", "次", 5)
    (True, False)
    """
    if unit == "月":
        # 半月 and 数月 are lengths, 3月 is a date.
        return numeral not in ("半", "数", "數", "几", "幾")
    if _is_session(text, end, numeral, unit, unit_start) or text.startswith(_CLUBS.get(unit, ()), end):
        return True
    if not numeral.isdigit():
        return False
    if unit == "次":
        return len(numeral) >= 3 and _TRAIN_NEXT.match(text, unit_start) is not None
    if unit == "版":
        return numeral[0] == "0" or text[end : end + 1] in "]】）)"
    if unit in ("级", "級", "届", "屆"):
        return len(numeral) == 4 and int(numeral) in _YEARS
    return numeral in _HOTLINES and len(unit) == 1 and unit in "市日个全客"


def _is_session(text: str, end: int, numeral: str, unit: str, unit_start: int) -> bool:
    """Tell whether a number orders a congress or its sessions: 十三届人大|三次会议."""
    if unit in ("届", "屆"):
        return (_SESSION.match(text, end) or _CONVENES.match(text, end)) is not None
    if unit != "次" or not _MEETING.match(text, end):
        return False
    start = unit_start - len(numeral)
    return _CONVENED.search(text, max(0, start - _SESSION_REACH), start) is not None


def is_telephone(low: str, high: str) -> bool:
    """Tell whether two numbers with a hyphen are an area code and what is dialled behind it: 027-85844666升级.

    >>> is_telephone("027", "85844666"), is_telephone("100", "200")
    (True, False)
    """
    coded = low in ("400", "800") or (low[0] == "0" and len(low) in (3, 4) and low.isdecimal())
    return coded and high.isdecimal() and len(high) in (7, 8)


_SMALL_WORDS = frozenset(("千万", "万千", "百万", "亿万", "万一", "千百", "十分", "百般", *"万千百亿十半数几零"))


# 千山万水, 千秋万代
_IDIOMS = frozenset(("山", "水", "秋", "古"))


def is_bare_figure(text: str, match: Any, numeral: str) -> bool:
    """Tell whether a Chinese numeral without a unit is a figure: 三千勇士, 一百多, 破千; not 万一.

    Args:
        text: The text as read.
        match: The match of the scanner's pattern.
        numeral: The numeral.
    """
    if match["more"] and any(c in LARGE or c in "百千" for c in numeral):
        return True
    if numeral[0] in LONE and all(c in MAGNITUDES for c in numeral) and touching_bound(text, match.start())[0]:
        # 破千, 确诊病例过万, 粉丝超百万; not 踏过千山
        return text[match.start() + len(numeral) : match.start() + len(numeral) + 1] not in _IDIOMS
    if len(numeral) > 2 and any(c in LARGE for c in numeral) and (numeral[0] in DIGITS or "几" in numeral):
        # 花了三万五, 十几万
        return True
    return len(numeral) > 1 and numeral not in _SMALL_WORDS and numeral[-1] in "百千万亿萬億" and numeral[0] in DIGITS
