"""Money told by the words around it: cash handed over, funds that firms set up, loans named behind their amount."""

from __future__ import annotations

import re

from epiextract.deciding.types.gifts import GIFT
from epiextract.matching.reading import Decision, Figure, Reading

FINANCE, MONEY, FUNDING, LOAN = "finance", "money", "funding", "loan"
RULE_CASH, RULE_FUND, RULE_LOAN = "core/cash@1", "core/fund@1", "core/loan@1"
_OPEN = frozenset({FINANCE, GIFT, "other"})
_REACH = 60

# 放下|5000元现金后匆匆离去
_LEFT = re.compile(r"(?:放下|留下|扔下|丢下|撂下|塞下|放了|留了)[^，,。；：！？\n\d]{0,6}\Z")
_GONE = re.compile(
    r"(?:元|块)?(?:的?现金|的?钱款?)?[^，,。；：！？\n]{0,4}(?:[，,][^，,。；\n]{0,12})?"
    r"(?:就|便|后|即|转身|匆匆|悄悄|悄然|马上|立刻|默默)[^，,。；\n]{0,6}(?:[走跑]|离[去开])"
)
# 将|9000元|交给居委会, 把|5万元积蓄|转入省慈善总会账户: who takes it in is no shop and no bank.
_TAKES = (
    r"(?:红十字|红会|慈善|基金会|居委会|村委会|社区|村部|镇政府|乡政府|街道|派出所|民警|党支部|党组织|党委|组织部"
    r"|指挥部|防控|医院|医护|卡点|值守|志愿者|工作人员|社工|老家村)"
)
_TAKEN = re.compile(r"(?:[将把]|拿出|掏出|取出)[^，,。；：！？\n]{0,16}\Z")
_HANDED = re.compile(
    r"(?:的?(?:现金|积蓄|存款|压岁钱|退休金|养老金|工资|心意|钱|善款|爱心款)){0,2}(?:[，,](?:并|亲自|专程|全部)?)?"
    rf"(?:全部|悄悄|亲手|郑重地?|一并|都)?(?:交给|交到|送到|送给|递给|塞给|转给|汇给|转入|汇入|打入|存入|转到|汇到)了?[^，,。；：！？\n]{{0,12}}?{_TAKES}"
)
# 给武汉市红十字会转账|3000元
_SENT = re.compile(
    rf"[给向][^，,。；：！？\n]{{0,12}}?{_TAKES}[^，,。；：！？\n]{{0,6}}?(?:转账|转款|汇款|汇去|转去|转了|汇了|打款)了?\Z"
)
# Nothing of it is a gift where it is owed, earned, stolen, or paid out by an office.
_OWED = re.compile(
    r"[骗罚债赌盗贷]|还款|货款|[药医]?费|工资款|租金|押金|保险|赔|税|购买|采购|财政|拨|收费|补[助贴]|报酬|挪用|涉案|非法|案|嫌"
)

# 设立|1亿元|疫情防控专项基金: of firms, not of the state, nor to invest.
_SETS_UP = re.compile(
    r"(?:设立|成立|发起|建立|捐设|启动)(?:了|总额|总规模|规模|首期|首批|金额|高达|达|为|约|一[个项支只笔]|超过?|近)*\Z"
)
_FUND = re.compile(
    r"(?:人民币)?的?[^，,。；：、！？\n元]{0,10}?(?:疫情|抗疫|防疫|防控|肺炎|病毒|抗击|关爱|救助|援助|公益|慈善|爱心|驰援|关怀|守护|医护|专项)"
    r"[^，,。；：、！？\n元投产贷]{0,12}?基金(?!会|管理|公司|经理)"
)
_STATE = re.compile(
    r"政府|财政|[省市县区州厅局委部]{1,2}(?=[^，,。；\n]{0,6}(?:设立|成立|发起|建立))|银行|国务院|世卫|联合国|央行|医保|产业基金|引导"
)
# 设立3亿元基金，2月7日又追加|12亿元，总额达到|15亿元
_MORE = re.compile(r"(?:追加|增加|增资|增至|加码|总额|总规模|规模)[^，,。；：！？\n\d]{0,6}\Z")

# 发放|500万元|流动资金贷款; 贷款贴息 and 贷款企业 are something else.
_LENDS = re.compile(
    r"(?:发放|投放|提供|办理|审批|获得?|获批|申请|申贷|放款|批复|授予|落实|到账|发了?|贷出|拿到)了?"
    r"[^，,。；：！？\n\d补贴]{0,6}\Z"
)
_LENT = re.compile(
    r"(?:人民币)?的?[^，,。；：、！？\n元用还支补贴给向担]{0,10}?(?:贷款|授信)"
    r"(?![贴利业余客企户本展损风补担保产需政支的])"
)


def as_money(reading: Reading, figure: Figure) -> Decision | None:
    """Return what a sum of money is by the words around it, where it was taken for other finance; else None.

    Args:
        reading: The document, its figures before this one decided.
        figure: One of them.
    """
    decided = figure.decided
    if decided is None or figure.quantity.kind != MONEY or decided.type not in _OPEN:
        return None
    text, start = reading.text, max(reading.sentences[figure.sentence].start, figure.start - _REACH)
    if decided.measure == FUNDING and _LENDS.search(text, start, figure.start) and _LENT.match(text, figure.end):
        return Decision(FINANCE, LOAN, RULE_LOAN)
    if _is_fund(reading, figure, start):
        return Decision(GIFT, MONEY, RULE_FUND)
    return Decision(GIFT, MONEY, RULE_CASH) if decided.type != GIFT and _is_cash(reading, figure, start) else None


def is_fund(figure: Figure) -> bool:
    """Tell whether a figure is a fund that a firm sets up, which is promised.

    Args:
        figure: The figure, decided.
    """
    return figure.decided is not None and figure.decided.rule == RULE_FUND


def _is_fund(reading: Reading, figure: Figure, start: int) -> bool:
    text = reading.text
    if _SETS_UP.search(text, start, figure.start) and _FUND.match(text, figure.end):
        return _STATE.search(text, start, figure.end) is None
    at = reading.figure_after(figure.start) - 1
    before = reading.figures[at] if at >= 0 else None
    if before is None or before.sentence != figure.sentence or not is_fund(before):
        return False
    return _MORE.search(text, max(before.end, start), figure.start) is not None


def _is_cash(reading: Reading, figure: Figure, start: int) -> bool:
    text, sentence = reading.text, reading.sentences[figure.sentence]
    if _LEFT.search(text, start, figure.start) and _GONE.match(text, figure.end):
        return True
    taken = _TAKEN.search(text, start, figure.start) and _HANDED.match(text, figure.end)
    if not taken and not _SENT.search(text, start, figure.start):
        return False
    return _OWED.search(text, start, min(sentence.end, figure.end + _REACH)) is None
