"""Money that a charity takes in and passes on: 收到捐款9000笔，合计105万元 is given, 拨付资金3000万元 is paid out."""

from __future__ import annotations

import re

from epiextract.deciding.types.gifts import GIFT, GOODS, goods_behind
from epiextract.matching.reading import Decision, Figure, Reading

MONEY, WORTH, FINANCE, FUNDING, RULE_SUM = "money", "goods_value", "finance", "funding", "core/sum@1"
# 收到爱心捐款9000笔，合计|105万元: so many gifts, and what they add up to.
_ADDED_UP = re.compile(
    r"(?:收到|接收|接受|募集|募得|筹集)[^，,。；;：:\n\d]{0,16}(?:捐款|善款|捐赠|募捐)[^，,。；;：:\n\d]{0,6}"
    r"[\d,.]{1,9}[余多]?[万千百]?[余多]?(?:笔|人次|人|次|户)[，,、](?:合计|共计|总计|总额|总金额|金额|累计|共)[^，,。；;\n\d]{0,6}\Z"
)
# 收到捐款2亿元，拨付资金|3000万元; 划拨 is said of the gifts themselves that a charity hands over.
_PAID_OUT = re.compile(
    r"(?:^|[，,；;。：:\n])(?:已|并|共|累计|已累计|已经)?(?:拨付|下拨|拨出)(?:资金|专项资金|救助资金|防疫资金)[^，,。；;：:\n\d捐]{0,4}\Z"
)
_REACH = 60
# 红十字会收到捐款300万元，拨付|178万元: what was taken in before is paid out; 上海市红十字会向武汉市红十字会拨付
# alone is a gift of its own.
_TAKEN_IN = re.compile(
    r"(?:收到|接收|接受|募集|募得|筹集)[^。；;\n]{0,24}(?:捐|善款|款物)|(?:捐款|善款|款物)(?:收入|到账)"
)
_OF_THESE = re.compile(
    r"[，,；;](?:目前|现|其中)?(?:已|并|共|累计|已累计|已经)?(?:向[^，,；;。：:\n\d捐]{2,16})?(?:拨付|下拨|拨出)"
    r"(?:资金|专项资金|善款|款物|捐款)?(?:共计?|合计|累计)?\Z"
)
# 已支出款物|2亿元, 捐款已经使用|8亿元, 上缴省红十字会捐款|164万元, 委托武汉市慈善会实施款物|300万元: charities hand
# on and give nothing.
_SPENT = re.compile(
    r"(?:(?<!财政)支出[^，,。；;：:\n\d捐]{0,6}"
    r"|(?:捐[助赠]?款|善款|捐赠资金)(?:已经?|共|累计){1,3}(?:使用|支出|拨付|下拨|发放)了?[^，,。；;：:\n\d捐]{0,4}|委托[^，,。；;：:\n\d捐]{2,16}实施[^，,。；;：:\n\d捐]{0,6}"
    r"|(?:上缴|汇缴|上交)(?!的)(?=[^，,。；;：:\n\d]{0,20}(?:红十字|红会|慈善|捐款|善款|款物))[^，,。；;：:\n\d]{0,20})\Z"
)
# 10万元及|20万元的医用口罩, 10万元现金和|20万元物资
_BESIDE_MONEY, _BESIDE = re.compile(r"[元币款金](?:以及|及|和|与|、|，)\Z"), 6
# 价值1200万元的物资和|1000万元|现金
_CASH = ("现金", "现款", "的现金")
_MONEYS = frozenset({"cash", "mixed"})
_GIVES = ("捐", "赠", "用于捐")
_LONG = 120


def as_sum(reading: Reading, figure: Figure) -> Decision | None:
    """Return what money is that a charity takes in or passes on, where it was taken for the other; else None.

    Args:
        reading: The document, its figures decided.
        figure: One of them.
    """
    decided = figure.decided
    start = max(reading.sentences[figure.sentence].start, figure.start - _REACH)
    if decided is None:
        return None
    if figure.quantity.kind != MONEY:
        # 捐赠100万|口罩: a number without a unit
        goods = goods_behind(reading, figure) if (decided.type, decided.measure) == (GIFT, MONEY) else None
        return Decision(GIFT, GOODS, RULE_SUM) if goods is not None and goods.value not in _MONEYS else None
    if decided.type == FINANCE and _ADDED_UP.search(reading.text, start, figure.start):
        return Decision(GIFT, MONEY, RULE_SUM)
    if (decided.type, decided.measure) == (GIFT, WORTH) and reading.text.startswith(_CASH, figure.end):
        return Decision(GIFT, MONEY, RULE_SUM)
    if (decided.type, decided.measure) == (GIFT, MONEY) and _is_worth(reading, figure):
        return Decision(GIFT, WORTH, RULE_SUM)
    if (decided.type, decided.measure) == (GIFT, MONEY) and _is_paid_out(reading, figure, start):
        return Decision(FINANCE, FUNDING, RULE_SUM)
    return None


def _is_worth(reading: Reading, figure: Figure) -> bool:
    """Tell whether a sum beside a sum of money is what goods are worth: 捐赠10万元及|20万元的医用口罩."""
    if not _BESIDE_MONEY.search(reading.text, max(0, figure.start - _BESIDE), figure.start):
        return False
    at = reading.figure_after(figure.start) - 1
    if at < 0 or reading.figures[at].quantity.kind != MONEY or figure.start - reading.figures[at].end > _BESIDE:
        return False
    start = figure.end + reading.text.startswith("的", figure.end)
    for index in range(figure.index + 1, min(figure.index + 4, len(reading.mentions))):
        goods = reading.mentions[index]
        if goods.tag == "GOODS" and goods.start == start:
            counted = reading.mentions[index + 1 : index + 2]
            # 20万元口罩3000只, and money by another name
            return goods.value not in _MONEYS and not (
                counted and counted[0].tag == "QTY" and counted[0].start == goods.end
            )
    return False


def _is_paid_out(reading: Reading, figure: Figure, start: int) -> bool:
    text, end = reading.text, figure.start
    if _PAID_OUT.search(text, start, end):
        return True
    # 支出|300万元捐赠给红十字会
    if _SPENT.search(text, start, end):
        return not text.startswith(_GIVES, figure.end)
    paid = _OF_THESE.search(text, start, end)
    if paid is None:
        return False
    low = max(reading.sentences[figure.sentence].start, paid.start() - _LONG)
    return _TAKEN_IN.search(text, low, paid.start()) is not None
