"""Where teams come together is none of who sends them: 武汉协和医院|曾汇聚了18支医疗队的2100名医护人员."""

from __future__ import annotations

import re

from epiextract.deciding.candidates.spots import Spot
from epiextract.deciding.roles.teams import TEAM
from epiextract.matching.reading import Figure, Reading

# 汇聚了|18支国家医疗队的, 聚集了; who 集结 its people sends them.
_HOLDS = re.compile(
    r"(?:里|内|中)?(?:曾经?|目前|现在?|一共|共|已经?|先后|总共|就){0,3}(?:汇聚|聚集|汇集|云集|聚)(?:着|了|有|起)?"
    r"(?:来自全国各地的|全国)?(?:(?:约|近|逾|超过?)?[\d一二两三四五六七八九十百]{1,6}余?多?支"
    r"(?P<teams>[^，。；：！？、\n（）]{0,12}队)的?)?(?:共计?|约|近|逾|超过?)?"
)
_BODIES = frozenset({"ORG", "FACILITY"})
REACH = 40


def is_host(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a body only holds the teams that a figure counts: 金银潭医院|聚集了9支援鄂医疗队.

    Args:
        reading: The document as read.
        figure: The teams, or their people.
        spot: Where the name stands.
    """
    if spot.mentions[-1].tag not in _BODIES or not spot.end < figure.start <= spot.end + REACH:
        return False
    held = _HOLDS.fullmatch(reading.text, spot.end, figure.start)
    # who else comes together in a hospital may be its own
    teams = figure.decided is not None and figure.decided.measure == TEAM
    return held is not None and (teams or held["teams"] is not None)
