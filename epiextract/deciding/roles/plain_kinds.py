"""What counted sites are called, without the place that has them and the verb that opens them: 江海市设|卡点52个."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.counted import kind_start
from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.words import GENERIC, NameRef
from epiextract.tagging.segmentation import known_words

_UNITS = frozenset("家所座处个")
# 外贸企业|复工311家: what was done between the kind and the number.
_DONE = (
    r"(?:已经?|均|全部|累计|共|目前|现已?){0,2}(?:复工复产|复工|复产|复市|复业|开工|开业|营业|投产|开放|开诊|投用|启用|停业|停产|停工|停诊|关闭)"
    r"(?:的?有|已?达到?|共|率)?"
)
_BETWEEN = re.compile(rf"(?:{_DONE})?(?:[数總总]{{0,2}}量?(?:已|共|现|就)?(?:达到|达|有|为))?")
_BETWEEN_REACH = 16
# 福建省|属医疗机构, 香港|资企业, 北京|银行网点: with the words behind it the place makes a name.
_NAMES = re.compile(
    r"[属籍资資产系式版]|第[一二三四五六七八九十\d]|[东南西北]站|人民医院|中心医|中医|附属|大学|银行|公司|集团|协和|儿童医院|妇幼|日报"
    r"|电视台|传染病医院"
)
_LISTED = frozenset("、和及与")
_OWN = frozenset({"中国", "中华", "全国"})
_LONGEST_PLACE, _MOST_PLACES = 9, 3
_SHORTEST = 2
# 福州市|开放|农贸市场, 共|设|集中隔离点; 设备企业, 开放大学 and 开放式病房 are called so.
_SETS_UP = re.compile(
    r"(?:[内的现已共新]|目前|累计|都市圈|城区|市区|境内){0,2}(?:开放(?![式性型]|大学|口岸|平台)|开设|设立|设置|增设|新设|布设|建成|启用|新增|创办|设(?![备施计])"
    r"|消杀(?!企业|公司|机构|用品|产品|单位|物资))"
)
# 三级|定点医院: the number in the name of a degree was read as a figure.
_DEGREE = re.compile(r"[一二三]级(?:[甲乙丙]等)?(?:以上)?\Z")
_DEGREE_REACH = 6


def plain_kind(reading: Reading, figure: Figure, chosen: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the kind before a figure as what is counted is called, or what was chosen.

    Args:
        reading: The document as read.
        figure: The figure.
        chosen: The kind that was chosen for it.
    """
    text = reading.text
    if not chosen:
        kind = _named_before(reading, figure)
        return (kind,) if kind else chosen
    if len(chosen) > 1 or figure.quantity.unit not in _UNITS or not _is_before(text, figure, chosen[0]):
        return chosen
    kind = chosen[0]
    if text[kind.start - 1 : kind.start] in _LISTED:
        # 东湖体育馆、江海国际会展中心|3处: the last of those that are counted
        return chosen
    start = _start(text, kind.start, kind.end)
    degree = _DEGREE.search(text, max(figure.clause[0], start - _DEGREE_REACH), start)
    return _cut(text, degree.start() if degree else start, kind)


def _is_before(text: str, figure: Figure, kind: Mention) -> bool:
    if not figure.clause[0] <= kind.start < kind.end <= figure.start <= kind.end + _BETWEEN_REACH:
        return False
    return _BETWEEN.fullmatch(text, kind.end, figure.start) is not None


def _start(text: str, start: int, end: int) -> int:
    """Return where a kind begins behind its places and the verb that sets it up."""
    places = known_words().places
    for _ in range(_MOST_PLACES):
        ends = range(min(end - _SHORTEST, start + _LONGEST_PLACE), start + 1, -1)
        behind = next((at for at in ends if text[start:at] in places), None)
        if behind is None or text[start:behind] in _OWN or _NAMES.match(text, behind, end):
            break
        start = behind
    verb = _SETS_UP.match(text, start, end)
    return verb.end() if verb and verb.end() <= end - _SHORTEST else start


def _named_before(reading: Reading, figure: Figure) -> Mention | None:
    """Return the kind that stands before a figure with a mere 达到 between them: 实验室|达到52家."""
    if figure.quantity.unit not in _UNITS:
        return None
    text = reading.text
    for end in range(figure.start, max(figure.clause[0], figure.start - _BETWEEN_REACH), -1):
        start = kind_start(text, end, figure.clause[0])
        if start is not None and _BETWEEN.fullmatch(text, end, figure.start):
            start = _start(text, start, end)
            return Mention(start, end, "FACILITY", GENERIC, NameRef(text[start:end], GENERIC))
    return None


def _cut(text: str, start: int, kind: Mention) -> tuple[Mention, ...]:
    if start == kind.start:
        return (kind,)
    return (Mention(start, kind.end, kind.tag, GENERIC, NameRef(text[start : kind.end], GENERIC)),)
