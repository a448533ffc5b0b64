"""Who hands over gifts or tells of them, and neither gives nor gets: 总经理代表公司捐赠, 慈善总会介绍了捐赠情况."""

from __future__ import annotations

import re

from epiextract.deciding.candidates.spots import Spot
from epiextract.matching.aliases import POINTING
from epiextract.matching.reading import Figure, Reading

# 总经理马晓燕|代表公司捐赠: who hands over gives nothing of their own.
_FOR_OTHERS = re.compile(
    r"[^，。；：、！？\n捐赠]{0,4}代表(?:公司|企业|集团|单位|学校|医院|商会|协会|全体|[该本其我]|[^，。；：、！？\n捐赠]{2,12}向)"
)
_FOR = "代表"
_TELLS = re.compile(r"[^，,。；;：:、\n]{0,8}?(?:介绍|讲述|透露)了[^，,。；;：:\n收接获]{0,8}情况")
# No item of a list of givers: 主任李海兰：口罩500只
_SAYS = re.compile(r"(?:表示|介绍|说|称|透露)?[：:](?![^，,。；;\n]{0,12}\d)")
_OFFICIAL, _OFFICIAL_REACH = (
    re.compile(r"(?:市长|省长|县长|区长|州长|书记|部长|司长|厅长|局长|处长|主任|发言人|秘书长|指挥长)\Z"),
    6,
)
_COUPLES = ("夫妇", "夫妻", "伉俪")


def only_tells(reading: Reading, _: Figure, spot: Spot) -> bool:
    """Tell whether a name is that of who only tells of gifts, and gets none: 慈善总会|介绍了捐赠情况.

    Args:
        reading: The document as read.
        spot: Where the name stands.
    """
    return _TELLS.match(reading.text, spot.end) is not None


def speaks_for_office(reading: Reading, _: Figure, spot: Spot) -> bool:
    """Tell whether a name is that of an official whose words follow: 武汉市副市长|李海兰：近期捐赠武汉市蔬菜8500吨.

    Args:
        reading: The document as read.
        spot: Where the name stands.
    """
    if spot.mentions[-1].tag != "PERSON" or not _SAYS.match(reading.text, spot.end):
        return False
    return _OFFICIAL.search(reading.text, max(0, spot.start - _OFFICIAL_REACH), spot.start) is not None


def is_delegate(reading: Reading, _: Figure, spot: Spot) -> bool:
    """Tell whether a name is of who gives for others, or what they are called: 总经理李海兰代表公司, 李海兰夫妇.

    Args:
        reading: The document as read.
        spot: Where the name stands.
    """
    if spot.mentions[-1].tag == "PERSON":
        return _FOR_OTHERS.match(reading.text, spot.end) is not None
    index = reading.index_after(spot.start)
    if spot.mentions[-1].value in POINTING and reading.text.endswith(_FOR, 0, spot.start):
        # 腾讯公司总经理马晓燕代表|公司捐赠: the firm of the post gives
        opened = reading.bounds[spot.sentence][0]
        return any(one.tag == "ORG" and one.value not in POINTING for one in reading.mentions[opened:index])
    before = reading.mentions[index - 1] if index else None
    return spot.words in _COUPLES and before is not None and before.tag == "PERSON" and before.end == spot.start
