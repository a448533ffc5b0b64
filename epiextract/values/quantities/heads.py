"""What a number counts where it has no unit: the currency before it, or the head noun beside it (疑似病例为12167)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from string import ascii_letters

from epiextract.rules_path import read_lexicon
from epiextract.values.quantities.origins import counts_people_of
from epiextract.values.quantities.pattern import LETTER_CODES
from epiextract.values.quantities.units import Unit, known_units

# Signs and codes before a number; names (马币300元) are those of the units.
_SIGNS = {
    "¥": "CNY", "￥": "CNY", "RMB": "CNY", "$": "USD", "＄": "USD", "US$": "USD", "HK$": "HKD", "NT$": "TWD",
    "NTD": "TWD", "S$": "SGD", "SG$": "SGD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD",
    "R$": "BRL", "RM": "MYR", "€": "EUR", "£": "GBP",
    **{code: code for code in LETTER_CODES if len(code) == 3 and code not in ("RMB", "NTD")},
}  # fmt: skip
_PEOPLE_BEHIND = re.compile(
    # 致3死5伤, 逾百人伤亡; 200失踪
    r"(?:[死伤傷亡](?=[、，。；！？,;）)】」”》\s\d一二两兩三四五六七八九十数數多]|\Z)|失[踪蹤联聯]|[遇罹][难難]|受[伤傷困]|被困|[轻輕重][伤傷]"
    # 1.1万重症专业医务人员, 800一线医护人员
    r"|死[亡伤傷]|(?:重症|危重症?|轻症|疑似|一线|专业|在校|外来|贫困|困难|新冠(?:肺炎)?){0,2}"
    r"(?:人民(?![币幣警医法银日政公检])|国民(?!经)|人口|民众|群众|居民|农民|学生|父老|同胞|员工|职工|医护|患者|病人|市民|网民"
    r"|网友|医务人员|医务工作者|工作人员|志愿者"
    r"|名?确诊|党员|感染者|病例))"
)
_PEOPLE_BEFORE = re.compile(
    r"(?:病例|患者|感染者|接触者|人口|人数|死亡|治愈|出院|确诊|確診|疑似|重症|危重)(?:总?[数數])?"
    r"(?:[达達]到?|[为為]|是|升至|增至|增加到|有|共|合[计計]|累[计計]|[约約]|近|超过|已|：|:|仅|不足|破|突破|分[别別]|依次){0,3}"
    # the numbers before it in a list: 疑似病例分别为21、22
    r"(?:\d+[、和及]){0,4}$"
)
_MONEY_BEFORE = re.compile(
    r"(?:捐款|善款|捐资|资金|补助|补贴|贷款|授信|投资|金额|款项|营收|市值|捐赠总额|价值|票款|货款|房款)"
    r"(?:总?额)?(?:[达達]到?|[为為]|是|约|近|超过|共|合计|累计|：|:|最高){0,3}$"
)
# 1.2亿专项资金; of the money itself, not of those who have it.
_MONEY_BEHIND = re.compile(
    r"(?:专项|应急|紧急|信用|低息|无息){0,2}(?:贷款|资金|善款|捐款|补贴|补助|现金|借款|授信)(?!企业|客户|项目|余额|额度|利率)"
)
_REACH = 14
# Quilts and blankets are counted by 床 as patients' beds are: 棉被5000床, 300床毛毯.
_BEDDING = (
    r"(?:[棉绒絨丝絲冬厚薄军軍暖]被|被[子褥套服芯]|毛巾被|褥子?|[毛绒絨]毯|毯子|床[单單垫墊]|[垫墊]子|棉[絮褥]|凉席)"
)
_BEDDING_BEFORE = re.compile(_BEDDING + r"(?:等|共计?|共計|合计|约|約|近|超过?|逾|各|总计|达|、){0,3}$")
_BEDDING_BEHIND = re.compile(r"(?:新|旧|优质|救灾|保暖|加厚|过冬|羽绒|蚕丝|空调|[电電]热?){0,2}" + _BEDDING)

# Boards, screens and batteries are counted by 块 as money is: 600块屏幕, 20块LED大屏; 300块的电池 is a price.
_BOARDS = (
    "(?:宣传|宣傳|公示|公告|警示|指示|提示|标识|标语|告示|展示|信息|防疫)[牌栏板屏]|[展黑]板|展牌|标语|標語|牌匾"
    "|[电電]子(?:显示)?屏|[显顯]示屏|LED[大小]?屏|[大小]屏(?:幕)?|屏幕|[广廣]告[牌屏]"
)
_PIECE_BEHIND = re.compile(
    r"(?:(?:大型|小型|户外|戶外|室内|高清|固定|临时|永久性?|新|[电電]子|LED|数字|智能|备用|大|小){0,3})"
    rf"(?:{_BOARDS}|(?:蓄|锂|干|电动车)?[电電]池|太阳能板|(?:液晶|触摸|控制|操作)?面板|(?:移动)?硬盘"
    r"|电路板|主板|芯片|木板|石板|石碑|墓碑|奖牌|肥皂|香皂|瓷砖|地砖|砖头?|玻璃)"
)
_PIECE_BEFORE = re.compile(rf"(?:{_BOARDS})(?:等|共计?|合计|近|超过?|逾|约|各|达|、){{0,3}}$")
_PIECE_END = re.compile(r"余?(?=[，,。；;、）)！\s]|\Z)")


@lru_cache(maxsize=1)
def _currencies() -> dict[str, str]:
    """Return what may stand before a number to tell its currency: signs, codes and names, not 元 or 块 alone."""
    units = known_units().items()
    names = {name: unit.name for name, unit in units if unit.kind == "money" and unit.factor == 1}
    return {name: code for name, code in names.items() if len(name) > 1 and name[0] not in "元块塊圆圓"} | _SIGNS


@lru_cache(maxsize=1)
def _currency_ends() -> tuple[frozenset[str], int]:
    return frozenset(name[-1] for name in _currencies()), max(map(len, _currencies()))


def leading_currency(text: str, start: int, floor: int) -> tuple[str | None, int]:
    """Return the currency that stands before a number, and where its name starts.

    Args:
        text: The text as read.
        start: First character of the number.
        floor: Where the figure before ends: nothing is taken from it.

    >>> leading_currency("人民币 8千元", 4, 0), leading_currency("$99.99", 1, 0)
    (('CNY', 0), ('USD', 0))
    """
    end = start
    while end > floor and start - end < 2 and text[end - 1] in " \u3000":
        end -= 1
    ends, longest = _currency_ends()
    if end <= floor or text[end - 1] not in ends:
        return None, start
    for length in range(min(longest, end - floor), 0, -1):
        name = text[end - length : end]
        # the S$ of US$ and the RM of FORM name nothing
        if name in _currencies() and not (
            name[0] in ascii_letters
            and text[end - length - 1 : end - length].isalpha()
            and text[end - length - 1] in ascii_letters
        ):
            return _currencies()[name], end - length
    return None, start


def head_unit(text: str, start: int, end: int, *, large: bool) -> str | None:
    """Return the unit that the noun beside a bare number tells: person, CNY, or None.

    Args:
        text: The text as read.
        start: First character of the figure, with its qualifiers.
        end: One past the last.
        large: Whether the number has a magnitude of 万 or 亿; only then it may be money.

    >>> head_unit("疑似病例为12167，", 5, 10, large=False), head_unit("牵动14亿中国人的心", 2, 5, large=True)
    ('person', 'person')
    """
    if (
        _PEOPLE_BEHIND.match(text, end)
        or counts_people_of(text, end)
        or _PEOPLE_BEFORE.search(text, max(0, start - _REACH), start)
    ):
        return "person"
    if large and (_MONEY_BEFORE.search(text, max(0, start - _REACH), start) or _MONEY_BEHIND.match(text, end)):
        return "CNY"
    return None


def is_bedding(text: str, start: int, end: int) -> bool:
    """Tell whether what is counted by 床 is a quilt or a blanket and no bed.

    >>> is_bedding("棉被5000床", 2, 7), is_bedding("开放5000床", 2, 7), is_bedding("300床毛毯", 0, 4)
    (True, False, True)
    """
    before = _BEDDING_BEFORE.search(text, max(0, start - _REACH), start)
    return before is not None or _BEDDING_BEHIND.match(text, end) is not None


def is_piece(text: str, start: int, end: int) -> bool:
    """Tell whether what is counted by 块 is a board, a screen or a battery and no money.

    >>> is_piece("300块展板", 0, 4), is_piece("宣传展板300块。", 4, 8), is_piece("300块的电池", 0, 4)
    (True, True, False)
    """
    if _PIECE_BEHIND.match(text, end):
        return True
    return (
        _PIECE_END.match(text, end) is not None
        and _PIECE_BEFORE.search(text, max(0, start - _REACH), start) is not None
    )


@lru_cache(maxsize=1)
def _degrees() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = {name: "|".join(map(re.escape, said.split())) for name, said in read_lexicon("degrees").items()}
    before = re.compile(f"(?:{words['before']})(?:{words['between']}){{0,3}}$")
    return before, re.compile(f"(?:{words['behind']})")


def is_warmth(text: str, start: int, end: int) -> bool:
    """Tell whether 度 measures how warm it is, and not a place, current, alcohol or an angle.

    Args:
        text: The text as read.
        start: First character of the number.
        end: One past 度.

    >>> is_warmth("体温38度", 2, 5), is_warmth("北纬31度", 2, 5), is_warmth("75度酒精", 0, 3)
    (True, False, False)
    """
    before, behind = _degrees()
    return before.search(text, max(0, start - _REACH), start) is None and behind.match(text, end) is None


def fahrenheit(text: str, start: int) -> tuple[Unit | None, int]:
    """Return the unit of a 度 that 华氏 leads, and where the words start; (None, start) for any other.

    >>> fahrenheit("华氏温度98度", 4)[1]
    0
    """
    for words in ("华氏温度", "華氏溫度", "华氏", "華氏"):
        if text.endswith(words, 0, start):
            return Unit("degF", "temperature", Decimal(1)), start - len(words)
    return None, start
