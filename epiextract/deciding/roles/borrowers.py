"""Who gets money and so does not pay it: 恒力集团获得中国银行南京分行贷款500万元, 上缴省红十字会捐款164万元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.spots import Spot
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.names.words import GENERIC, GROUP

# 恒力集团|成功获得, 恒力集团|向银行申请
_BORROWS = re.compile(
    r"(?:[也已又还再共]|累计|成功|顺利|及时|快速|先后|日前|近日|随即){0,3}"
    r"(?:向[^，。；：！？\n]{2,14}?)?(?:获得|获批|获|得到|取得|申请|申贷|拿到)(?!悉|知|准|奖)了?[^，。；：！？\n]*\Z"
)
# 景区公司向|农业银行|申请贷款: who is asked
_ASKED = frozenset("向从由自在")
_LOAN, _FUNDING = "loan", "funding"
# 江海电网公司|减免电费: who forgoes what others owe it; a firm whose taxes are cut gains.
_FORGOES = re.compile(
    r"(?:[也已又还再共将]|累计|主动|率先|宣布|预计|合计|先后|直接){0,3}(?:为[^，。；：！？\n]{2,16}?)?(?:减免|免收|免除|减收|让利)了?"
    r"[^，。；：！？\n税社]{0,10}?(?:电费|租金|房租|租赁费|利息|手续费|通行费|气费|水费|电价|店租|物业费|管理费|佣金)[^，。；：！？\n]{0,8}\Z"
)
_FAVOURS = frozenset("为给对向帮使让")
_RELIEF = "relief"
# 上缴|省红十字会捐款, 委托|武汉市慈善会实施款物: charities hand on what they took in
_HANDED = ("上缴", "汇缴", "上交", "委托")


def borrower(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return the name that gets a loan, or that a charity hands money on to, the nearest of several, or None.

    Args:
        reading: The document as read.
        figure: The money.
        spots: Where names stand around it.
    """
    found = [one for one in spots if borrows(reading, figure, one) or is_handed(reading, figure, one)]
    return max(found, key=lambda one: one.end, default=None)


def borrows(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a name gets or asks for the loan that a figure counts.

    Args:
        reading: The document as read.
        figure: The figure, decided.
        spot: Where the name stands.
    """
    decided = figure.decided
    if decided is None or decided.type != "finance" or decided.measure != _LOAN:
        return False
    if spot.lead[-1:] in _ASKED or not figure.clause[0] <= spot.start < spot.end <= figure.start:
        return False
    return _BORROWS.match(reading.text, spot.end, figure.start) is not None


def forgoer(reading: Reading, figure: Figure, spots: Sequence[Spot]) -> Spot | None:
    """Return who forgoes what is told to be cut, the nearest of several, or None: 江海电网公司|减免电费5000万元.

    Args:
        reading: The document as read.
        figure: The money.
        spots: Where names stand around it.
    """
    return max((one for one in spots if forgoes(reading, figure, one)), key=lambda one: one.end, default=None)


def forgoes(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a name forgoes the money that a figure counts, and so does not get it.

    Args:
        reading: The document as read.
        figure: The figure, decided.
        spot: Where the name stands.
    """
    decided = figure.decided
    if decided is None or (decided.type, decided.measure) != ("finance", _RELIEF):
        return False
    if spot.lead[-1:] in _FAVOURS or spot.mentions[-1].value in (GENERIC, GROUP):
        return False
    within = figure.clause[0] <= spot.start < spot.end <= figure.start
    return within and _FORGOES.match(reading.text, spot.end, figure.start) is not None


def is_handed(_: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a name is one to which a charity hands on the money that a figure counts.

    Args:
        figure: The figure, decided.
        spot: Where the name stands.
    """
    decided = figure.decided
    if decided is None or (decided.type, decided.measure) != ("finance", _FUNDING):
        return False
    return spot.lead.endswith(_HANDED) and figure.clause[0] <= spot.start < figure.start
