"""The one pattern that finds numbers with all that belongs to them: sign, magnitude, unit, range, qualifiers, rate."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Any

import regex

from epiextract.values.quantities.bounds import NO_OVER
from epiextract.values.quantities.units import known_units
from epiextract.values.times.lexicon import alternation

_HAN = "零〇一二三四五六七八九十百千万萬亿億半几幾数數廿卅"
_CAPITAL = "壹贰貳叁叄參肆伍陆陸柒捌玖"
_ALL_HAN = f"{_HAN}{_CAPITAL}两兩拾佰仟俩倆"
_DIGITS = r"(?:\d{1,3}(?:，\d{3})++(?!\d)|\d++(?:,\d{3}(?!\d))*+(?:[.．]\d++)?+)"
_MAGNITUDE = "十百千佰仟万萬亿億兆"
# A space that a broken layout leaves before a magnitude: 5.93 亿元.
_GAP = r"(?:[ \u3000](?=[千百]?[万萬亿億]))?"
# What goes on in characters behind 亿 and 万: 12亿零五百万, 1亿两千万; not 3万两 and 5万一.
_HAN_REST = (
    r"(?:(?<=[万萬亿億])(?:零[一二三四五六七八九]|[一二两兩三四五六七八九][十百千])"
    r"[一二三四五六七八九零十百千]*+[万萬]?+)?+"
)
# 两 opens a number or follows a magnitude: 二七两个院区 is no 272.
# In 五十兆字节 and 兆赫 the 兆 is the unit's.
_HAN_RUN = rf"(?:[{_HAN}两兩](?:(?<![二三四五六七八九])[两兩]|[{_HAN}]|兆(?![字赫瓦比帕伏]))*+)"
_CAPITAL_RUN = (
    rf"(?:[{_CAPITAL}一二三四五六七八九两兩十百千](?:[拾佰仟]|(?<=[{_CAPITAL}])[萬万億亿十百千])[{_ALL_HAN}]*+)"
)

_DISASTERS = (
    "特大|大?地震|事件|事故|暴雨|大?洪水|洪[灾災]|大?火[灾災]|恐[袭襲]|空[难難]|[矿礦][难難]|爆炸|惨案|慘案|大?海[啸嘯]"
)
# Two numbers side by side say that it is about so many: 3、4名, 三、四百万元; not 分别为3、4名, nor what they order.
_PAIRS = "|".join(
    f"{low}、{high}" for digits in ("123456789", "一二三四五六七八九", "两三", "兩三") for low, high in pairwise(digits)
)
_NEIGHBOURS = (
    r"(?:(?=[1-8一二三四五六七八两兩]、)(?<![\d、.．第A-Za-z])(?<!(?:分[别別]|依次|各)[^，。；]{0,8})"
    rf"(?:{_PAIRS})(?![\d.．])[十百千万萬亿億]{{0,2}}+(?=\L<units>)"
    r"(?![期级級季号號版区區年月日班楼樓层層科点點时時集章节節届屆路]))"
)
# Numerals that are no numbers: parts of words and of names.
_TRAPS = (
    r"十字|三角|千方百计|千方百計|一方有难|一方有難|八方支援|[三四八]方(?![形米案面向位])|十分(?!之|钟|鐘)|百分比"
    r"|数字|數字|数据|數據|数量|數量|万科|万国|万达|(?<![近超约逾上数几过])万家|万年|百度|百世|[五六八]角(?=大楼|星|亭|形|枫|帽)|千里|万里|百姓|万众|万物"
    r"|六个核桃|千万(?=不|要|别|莫)|万一|千家万户|百年(?!来)|三明|六安|九江|十堰|四川|五月|三棵树|亿万|億萬|万分(?!之)|百般|五湖|四海"
    r"|[一二三四五六七八九]++线(?!城际)|零成交|两国|[数數几]度(?!电|以|的)|千千万万|一些|一起|一直|一定|一样|一樣|一般|一切|一旦|一度|一致|一同|一共|一心|一道|一路|一时|一時|一体|一體|一流"
    r"|一边|一邊|一面|一系列|一部分|一方面|一下子?|一[点點]儿?(?![一二三四五六七八九零两])|(?<![翻了])一番|一带|一帶|一手|一身|一刻|一举|一舉|一向|一再|一律|一并|一阵"
    r"|一连|一連|一早|一经|一經|一概|一应|一次性|一口气|一[数數]字|一升一降"
    r"|三甲|三军|两会|兩會|二手|二维码|四面八方|五花八门|七嘴八舌|半导体|半成品|半岛|半封|半路|半点|半部|半场|三文鱼|百万富|万元户"
    r"|(?<=[统統同唯单單之第])一|(?<=武汉)三镇|两通道|四集中|零部件|零距离|零起点|零售|零食|零钱|零星"
    r"|(?<=[人例总總次指分岁户少多系係倍件个位量款人亿万千百业業床])[数數](?![十百千万亿萬億])|三峡|九州通|一汽|七星|三星|三亚|三门峡|五粮液|八一|七一|五四|六一"
    r"|(?<=[无無])[数數]|[数數](?=[来來][到至]|[升增减減达達逼])|二(?=[次级級区年科轮版期线班手胎])|(?<=最[先后後初])一公里|(?<=[新第])一(?=[年代轮])|四类(?=[”」』])|(?<=[“「『])四类"
    r"|一[点點]一[滴点點]|[两兩三]点一线|百步穿|[两兩三四]管[齐齊]下|八段[锦錦]|[万萬]千"
)
# 死亡人数|三十人, 床位数|三百张: 数 is of the word before; in 床位|数百张 it leaves open how many.
_BEHIND_NUMBER = r"(?<=[人例总總次指户件位业業床][数數])(?=[二两兩三四五六七八九]|一[十百千万萬])"
# Kinds of aircraft and missiles: 运-20大型运输机, 歼-20; 空运-20℃保存 and 江苏-5℃ are none.
_TYPES = (
    r"(?<=(?<![空水陆陸海货貨客搬转轉托])运|運|歼|殲|轰|轟|直|(?<!如)图|伊尔|(?<!江)苏|东风|红旗|长征)"
    r"(?:[-－−]\d{1,3}(?![\d.]))"
)
# A day that an event is named for: 7·20, 5.12地震, “8.12”天津港; 6.4地震 is as strong, and 1·5万 is an old 1.5万.
_DAY_DOT = "[·・•‧]"
_NAMED_DAY = (
    rf"(?=\d{{1,2}}(?:{_DAY_DOT}|[.．]))(?<![\d.．])(?:\d{{1,2}}{_DAY_DOT}\d{{1,2}}(?![\d.．百千万萬亿億%％])"
    r"|(?:1[0-2]|0?[1-9])[.．](?:[0-2]\d|3[01])(?!\d)"
    rf"(?:(?=[”」]?(?:{_DISASTERS}))|(?<=[“「『\"]\d{{1,2}}[.．]\d\d)(?=[”」』\"]\p{{Han}})))"
)
_ZERO_NOUNS = (
    "感染|死亡|新增|报告|報告|确诊|確診|增长|增長|复发|投诉|事故|回头|疑似|病例|输入|扩散|传播|接触|输出|差评|病亡"
)
# 没有一人感染 counts; 没有一人退缩 does not.
_ILLS = "感染|确诊|確診|死亡|病亡|传染|患病|染病|染疫|阳性|陽性|疑似|发热|发烧"
# 无本土新增确诊病例, 没有新冠肺炎新增死亡病例: what stands between no case and that none is new.
_OF_CASES = (
    "(?:本土|本地|本省|本市|境外输入|境外輸入|境外|外省输入|输入性?|新型冠状病毒(?:感染的)?肺炎|新冠肺炎|新冠病毒|新冠)"
)
_ZERO = (
    rf"[无無](?={_OF_CASES}{{1,2}}新增)|[没沒]有(?={_OF_CASES}{{1,2}}新增)|"
    rf"[无無](?=新增|新确诊|新確診|医务人员感染|医护人员感染)|未(?=新增)|[没沒]有(?=新增)"
    # 未报告新增确诊病例; 未报告确诊病例 tells no day's count
    rf"|(?:未|[没沒]有)(?:有|[出发發]现|[出發]現|发生|發生|报告|報告|通报|通報|检出|檢出)(?=新增)"
    rf"|[无無](?:新发|新發)(?=病例|确诊|確診|疑似|感染|死亡)"
    rf"|零(?=[”」』]?(?:{_ZERO_NOUNS}))|(?<=[为是至到归])零(?=[，。；！？、\s]|$)"
    rf"|(?:没有(?:出现|发生|发现)?|沒有(?:出現|發生|發現)?)一(?P<nobody>例|[人名](?=[^，。；！？\n]{{0,10}}?(?:{_ILLS})))"
    r"|(?<!空)[无無]一(?:(?P<nobody>[例人名])|(?=感染|死亡|确诊|確診|染病|病亡))"
)
# 过半患者 and 已过半 are shares, 过半年 is a length, 超半挂 and 逾半百 are words.
_NO_HALF = (
    "年天日月夜小个個时時晌刻截路价價程百世载載生辈輩途旬空山裸透"
    "自挂径徑边邊身公吨噸斤升米克亩畝里周週星钟鐘岁歲两兩分秒季"
)
_SHARE = rf"""
        (?!\d)(?:百分百|百分之百
          | (?P<whole>三(?=分[一二])|四(?=分[一三])|五(?=分[一二三四]))分(?P<part>[一二三四])(?![之个個分次])
          | (?<!另)一半(?!天|年|个|月)(?P<half_share>)|半[数數](?P<half_share>)
          | 半(?<=(?:(?<![{NO_OVER}])[过過]|[逾超])半)(?![{_NO_HALF}])(?P<half_share>)
          | (?<=翻了?)(?P<doubled>一|两)番)
      | (?=[\d一二三四五六七八九十百千仟佰万萬亿億]{{1,5}}+分之)
        (?P<per_of>(?:(?<!\d)\d{{1,3}}|[一二三四五六七八九])?[十百千仟佰]?[万萬亿億]|[百千仟佰])分之(?P<per_cent>
            -?{_DIGITS}|{_HAN_RUN}(?:[点點][零一二三四五六七八九]++)?+|{_CAPITAL_RUN}|[{_CAPITAL}])
            (?:[至到—~～-](?:百分之)?(?P<per_cent_high>{_DIGITS}|{_HAN_RUN})(?!\L<units>|[之点點%％]))?+
      | (?=\d{{1,4}}(?:\.\d{{1,4}})?[/／]10)(?<![\d/／.．])(?P<per_cent>\d{{1,4}}(?:\.\d{{1,4}})?)[/／]
        (?P<per_of>100?[万萬])(?:人(?!次))?+(?!\d|[元多余餘]|\L<units>)
      | (?P<whole>[二三四五六七八九十百千\d]{{1,4}})分之(?P<part>[一二两三四五六七八九十\d]{{1,4}})
      | (?<![\d/])(?P<top>\d{{1,2}})[/／](?P<bottom>\d{{1,3}})(?![\d/／年月])
      | (?=\d{{1,3}}[.．∶])(?<![\d∶.．])
        (?P<ratio>\d{{1,3}}(?:[.．]\d{{1,2}})?(?:∶\d{{1,3}}){{1,2}}|\d{{1,3}}[.．]\d{{1,2}}[:：]\d{{1,3}})(?![\d∶:：.．])
      | (?:(?<=比例|比|比值|比率)[为是约]?|(?<=按照|按)|(?=\d{{1,3}}(?:[:：]\d{{1,3}}){{1,2}}(?:的比|比例)))
        (?P<ratio2>(?<!\d)\d{{1,3}}(?:[:：]\d{{1,3}}){{1,2}})(?!\d)
      | (?:(?P<tenth>[一二两兩三四五六七八九十]|(?<!\d)\d{{1,2}})[ ]?成(?P<tenth_more>[一二三四五六七八九半])?
        |(?P<tenths>(?<![\d.．])\d[.．]\d|[一二两三四五六七八九][点點][一二三四五六七八九])[ ]?成)
        (?![为為立本都功员員就长長人交分型果效套])
      | (?<=每)(?P<every>\d{{1,3}}|[两三四五六七八九十百])[名个個人位例](?:[^，。；\d]{{0,10}}?[就便才]?有)
        (?P<one>\d{{1,2}}|[一两三])[名个個人位例]
"""
_CROWD = (
    r"(?<=成)千上[万百]|(?<=成)百上千|千百万|[数數]以[十百千万亿萬億]++[计計]"
    r"|(?<=上)(?!十分(?![之钟鐘])|千家万户)[十百千万亿萬億]++(?=\L<units>|报名|志愿)"
)
# The words that bound a figure from behind it.
_POST = (
    r"(?:（[^）]{1,4}）)?(?:以上|或者?以[上下]|之上|有余|开外|左右|上下|以下|以内|以內|之内|之內|[内內](?![地陆陸部科容涵政需阁閣])"
    r"|及以上|及以下|及以内|出头|多(?!数|家|个|人|次|种|名)|余)"
)
# What may stand right before digits though letters do not (N95): RM50万.
LETTER_CODES = ("RM", "RMB", "NTD", "CNY", "USD", "HKD", "TWD", "SGD", "MYR", "AUD", "CAD", "NZD", "EUR", "GBP", "JPY")
_CODED = f"(?<=(?<![A-Za-z])(?:{'|'.join(LETTER_CODES)}))"
# Machines, rooms and places that go by letters, counted behind them: ECMO4台, KTV52家; not of N95个人 or CA045包机.
LETTER_NAMES = (
    *("ECMO", "CRRT", "CT", "DR", "MRI", "PCR", "AED", "LED", "GPS", "UPS", "AGV", "ATM", "POS", "WiFi", "WIFI"),
    *("ICU", "CCU", "NICU", "RICU", "EICU", "KTV", "SPA", "SUV", "MPV"),
)
_NAMED_THINGS = (
    f"(?<=(?<![A-Za-z])(?:{'|'.join(LETTER_NAMES)}))"
    r"(?=\d{1,5}(?!\d)[余多]?[台家辆块套张部间座处架只个](?!性|体|別|别|月|小时|人|间))"
)
# What any match starts with: the scan runs over all else at once.
_STARTS = rf"[\d\-−－负負无無没沒未仨{_ALL_HAN}]"
_PATTERN = rf"""
    (?={_STARTS})(?:
    # most starts are digits, for which this would be tried in vain
    (?!\d)(?:(?P<crowd>{_CROWD})(?P<crowd_unit>\L<units>)?|(?P<trap>{_TRAPS})|(?P<zero>{_ZERO}))
  | (?P<trap>{_NAMED_DAY}|{_TYPES})
  | (?P<share>{_SHARE})
  | (?:
        (?P<han>{_NEIGHBOURS})
      | (?:(?<![A-Za-z\d.．第])(?<![A-Za-z][-－‐‑–])|{_CODED}|{_NAMED_THINGS})
        (?P<number>(?:[-−－]|(?<![减減抱背胜担肩承自亏辜欺增])[负負])?{_DIGITS}{_GAP}
            (?:(?!千[米克瓦卡赫字比帕伏]|兆[字赫瓦比帕伏]|百[分帕])[{_MAGNITUDE}])*+
            (?:零?(?:\d{{1,3}}(?:,\d{{3}})++|\d++(?:\.\d++)?+)[百千佰仟万萬亿億]++)*+{_HAN_REST}(?:(?<=[万萬亿億])(?:\d{{1,3}},\d{{3}}|\d{{1,4}})(?=[多余餘]?\L<units>))?+(?:[wW](?![A-Za-z\d]))?+)
      | (?:(?<![第零一二三四五六七八九十百千万亿两兩萬億半几幾数數])|(?<=[二三四五六七八九])(?=[两兩])|{_BEHIND_NUMBER})
        (?P<han>仨|俩|倆|{_CAPITAL_RUN}|(?:零下|[负負](?=[{_HAN}]++(?:[点點%]|\L<units>)))?(?:{_HAN_RUN}(?:[点點][零一二三四五六七八九]++[万亿千百]?)?+|(?<=零下){_DIGITS}))
    )
    (?:(?P<more>多|余|餘|来|來|几|幾|\+(?=[万萬亿億]?\L<units>))(?:[ ]?(?P<after_more>[{_MAGNITUDE}]++))?+)?+
    (?:个(?P<ge_more>多)?+(?P<ge>[万亿]))?+
    (?P<and_half>[个個]半(?=小[时時]|月|星期|钟头|鐘頭))?
    (?:[ \u3000]{{0,2}}(?P<unit>\L<units>(?!(?<=[A-Za-z])[A-Za-z])|(?<=\d)[两兩](?!\p{{Han}}|\d|、))
      (?P<half>半(?![天年月个個小日夜场路数封部价岛途截径]))?)?
    (?P<range>
        (?P<joint>[ ]?(?:[-−]{{1,3}}|[—–―─~～至到]{{1,3}})[ ]?|或)
        (?P<high>(?:[-−－]|零下)?(?:{_DIGITS}{_GAP}[{_MAGNITUDE}]*+|{_HAN_RUN}|{_CAPITAL_RUN}))(?:多|余|餘)?+
            (?:[ ]?(?P<high_unit>\L<units>)|(?<=[万萬亿億])|(?=之[间間])|(?<=[至到]\d{{1,3}}\.\d{{1,3}})(?![\d.．]))
        (?P<high_half>半(?![天年月个個小]))?
    )?
    (?P<post>{_POST})?+
    (?P<per>(?!(?<=[人名位])每[人名位])(?:/人(?:[/·][天日月]|天)|/[天日周月年]|/小时|/人|每[天日人月年]|每小时|(?:/|每)(?P<buys>\L<units>)))?+
    )
"""


def numbered(*names: str) -> tuple[int, ...]:
    """Return the numbers of groups of the scanner: asked for by names a match takes ten times as long."""
    groups = scanner().groupindex
    return tuple(groups[name] for name in names)


@lru_cache(maxsize=1)
def bound_behind() -> Any:
    """Return the pattern of the words that bound a figure from behind it."""
    return regex.compile(_POST)


@lru_cache(maxsize=1)
def scanner() -> Any:
    """Return the pattern that finds every number of a text with what belongs to it."""
    # Of 两 the pattern itself says where it is a unit.
    surfaces = sorted(known_units().keys() - {"两"})
    opens = "".join(sorted({regex.escape(surface[0]) for surface in surfaces}))
    # A named list is tried word by word, 5 µs for 800 of them; this looks at each character once.
    return regex.compile(_PATTERN.replace(r"\L<units>", f"(?=[{opens}]){alternation(surfaces)}"), regex.VERBOSE)
