"""Units and classifiers, and the one pattern that finds numbers with them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

import regex

from epiextract.rules_path import builtin_rules_path


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: its canonical form, its coarse kind, its factor to base units.

    Args:
        name: The canonical form.
        kind: The coarse kind.
        factor: From what is written to base units.
        tail: How many of its characters are the noun that tells the kind and is no part of the figure: 300张床位.
        over: Whether the unit itself holds 多: 个多月.
    """

    name: str
    kind: str
    factor: Decimal
    tail: int = 0
    over: bool = False


@lru_cache(maxsize=1)
def known_units() -> dict[str, Unit]:
    """Return every surface form of a unit."""
    units: dict[str, Unit] = {}
    path = builtin_rules_path() / "zh" / "lexicons" / "units.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        surfaces, name, kind, factor = line.split("\t")
        for surface in surfaces.split("|"):
            classifier, _, noun = surface.partition("+")
            unit = Unit(
                classifier if name == "=" else name, kind, Decimal(factor), len(noun), classifier[1:2] in ("多", "来")
            )
            units.setdefault(classifier + noun, unit)
    return units


_HAN = "零〇一二两兩三四五六七八九十百千万萬亿億半几幾数數廿卅"
_DIGITS = r"(?:\d{1,3}(?:，\d{3})++(?!\d)|\d++(?:,\d{3})*+(?:\.\d++)?+)"
_MAGNITUDE = "十百千万萬亿億"
# Numerals that are no numbers: parts of words and of names.
_TRAPS = (
    r"红十字|紅十字|十字|长三角|珠三角|三角|百分比|千方百计|千方百計|一方有难|八方支援|十分(?!之|钟|鐘)|数字|数据|数量|万科|万国|万达"
    r"|六个核桃|千万(?=不|要|别|莫)|万一|千家万户|千千万万|成千上万|百姓|万众|万物|千里|万里|百年|三明|六安|九江|十堰|四川|五月"
    r"|[一二三四五六七八九]线|一些|一起|一直|一定|一样|一般|一切|一旦|一度|一致|一同|一共|一心|一道|一路|一时|一体|一流|一边|一面"
    r"|一系列|一部分|一方面|一下子?|一点儿?|一番|一带|一手|一身|一刻|一举|一向|一再|一律|一并|一阵|一连|一早|一经|一概|一应|一次性"
    r"|三甲|三军|两会|二手|二维码|四面八方|五花八门|七嘴八舌|半导体|半岛|人数升至|三文鱼|百万富|万元户|统一|同一|唯一|单一|之一|第一|统一"
    r"|(?<=[人例总次指分岁户少多系倍件个位量款人亿万千百])数(?![十百千万亿])|三峡|九州通|一汽|七星|三星|三亚|三门峡|五粮液|八一|七一|五四|六一"
)
_PATTERN = rf"""
    (?P<trap>{_TRAPS})
  | (?P<zero>无(?=新增|新确诊|医务人员感染|医护人员感染)|没有(?=新增)|未(?=新增)|沒有(?=新增))
  | (?P<share>百分百
      | (?:百分之|千分之|万分之)(?P<per_cent>[{_HAN}]++(?:点[{_HAN}]++)?+|{_DIGITS})
      | (?P<whole>[二三四五六七八九十百千\d]{{1,4}})分之(?P<part>[一二两三四五六七八九十\d]{{1,4}})
      | (?<![\d/])(?P<top>\d{{1,2}})/(?P<bottom>\d{{1,3}})(?![\d/年月])
      | (?<![\d一-鿿A-Za-z%])(?P<ratio>\d{{1,3}}(?:[∶:：]\d{{1,3}}){{1,2}})(?![\d:：])
      | (?<=比例|比|比值)[为是约]?(?P<ratio2>\d{{1,3}}(?:[∶:：]\d{{1,3}}){{1,2}})
      | (?P<tenth>[一二两三四五六七八九\d])成(?P<tenth_more>[一二三四五六七八九半])?(?![为立本都功员就长人交分型果])
    )
  | (?:
        (?<![A-Za-z\d.第])(?P<number>[-−]?{_DIGITS}[{_MAGNITUDE}]*+(?:\d++(?:\.\d++)?+[百千万萬亿億]++)*+)
      | (?<![第零一二三四五六七八九十百千万亿两半几数])(?P<han>零下?|(?:零下)?[{_HAN}]++(?:点[零一二三四五六七八九]++[万亿千百]?)?+|仨|俩)
    )
    (?P<more>多|余|餘|来|几)?+(?P<after_more>[{_MAGNITUDE}]++)?+
    [ ]?(?P<unit>\L<units>)?
    (?P<range>
        (?P<joint>[-—–―─~～至到−]{{1,3}}|或)
        (?P<high>{_DIGITS}[{_MAGNITUDE}]*+|[{_HAN}]++)(?P<high_more>多|余)?+[ ]?(?P<high_unit>\L<units>)
    )?
    (?P<post>(?:（[^）]{{1,4}}）)?(?:以上|之上|有余|开外|左右|上下|以下|以内|之内|内(?!地|陆|部|科|容|涵|政|需|阁)|及以上|及以下|及以内|出头|多(?!数|家|个|人|次|种|名)|余))?+
    (?P<per>/人[/·]?天|/[天日周月年]|/小时|/人|每[天日人月年]|每小时|(?:/|每)(?P<buys>\L<units>))?+
"""


@lru_cache(maxsize=1)
def scanner() -> Any:
    """Return the pattern that finds every number of a text with what belongs to it."""
    surfaces = sorted(known_units(), key=len, reverse=True)
    return regex.compile(_PATTERN, regex.VERBOSE, units=surfaces)
