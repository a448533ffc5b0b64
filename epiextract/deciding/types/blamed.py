"""People who were punished or called to account: 对4名党员干部给予政务处分 counts what was done, no staff at work."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure

ACTIVITY = "activity"
_DONE = (
    r"(?P<what>诫勉谈话|诫勉|约谈|问责|免职|撤职|停职|通报批评|批评教育|立案审查|立案调查|立案查处|处分|警示谈话|谈话提醒|提醒谈话|党内警告|组织处理)"
    r"(?![的者人后前率])"
)
# 4名|干部因防控不力被|免职
_SUFFERED = re.compile(
    r"[^，,。；;：:、\n\d]{0,14}?(?:被|受到|受)(?:依法|依纪|依规|给予|予以|党纪|政务|党内|严重|严肃|行政|纪律|和|、){0,4}"
    + _DONE
)
# 对履职不力的|23名|干部进行|约谈
_WHOM = re.compile(r"(?:对|给予|给|将)[^，,。；;：:\n\d]{0,20}\Z")
_GIVEN = re.compile(
    r"[^，,。；;：:、\n\d]{0,16}?(?:给予|予以|进行|作出|做出|实施|处以|采取)了?[^，,。；;：:\n\d]{0,8}?" + _DONE
)
# 给予|4名|党员干部党纪处分
_GIVE = re.compile(r"(?:给予|予以)\Z")
_GIVEN_TO = re.compile(r"[^，,。；;：:、\n\d]{0,10}?(?:党纪|政务|党内|纪律|行政)[^，,。；;：:\n\d]{0,6}?" + _DONE)
# 处分|党员干部|337人, 约谈|72人
_BEFORE = re.compile(
    r"(?P<what>处理处分|问责处理|约谈问责|诫勉谈话|约谈|问责|免职|停职|通报批评|批评教育|处分)了?"
    r"(?:[^，,。；;：:、\n\d]{0,8}?(?:干部|人员|党员|领导|责任人|公职人员))?(?:共计|共|达|累计|合计){0,1}\Z"
)
REACH = 24


def blamed(text: str, figure: Figure) -> tuple[str, str] | None:
    """Return the type and measure of a number of people who were punished or called to account, or None.

    Args:
        text: The text as read.
        figure: The figure, a number of staff or of an activity.
    """
    if figure.quantity.kind != "person":
        return None
    start = max(figure.clause[0], figure.start - REACH)
    told = _SUFFERED.match(text, figure.end) or _BEFORE.search(text, start, figure.start)
    if told is None and _WHOM.search(text, start, figure.start):
        told = _GIVEN.match(text, figure.end)
        if told is None and _GIVE.search(text, start, figure.start):
            told = _GIVEN_TO.match(text, figure.end)
    return (ACTIVITY, told["what"]) if told else None
