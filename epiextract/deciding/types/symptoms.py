"""People with symptoms beside those who died: 4人死亡，138人出现流感样症状 are no 138 dead, and not nobody."""

from __future__ import annotations

import re

from epiextract.deciding.types.fits import OTHER
from epiextract.deciding.types.of_wholes import ILL, OUTCOMES
from epiextract.matching.reading import Decision, Figure, Reading

RULE_SYMPTOMS = "core/symptoms@1"
CASES, FEVER = "case_count", "fever"
_WHO = r"[^，,。；;：:、\n\d没沒无無未否死亡后後]{0,8}"
# 138人|出现流感样症状, 53名|乘客和85名船员有症状; 没有症状 tells of none, and 出现症状后死亡 that they died.
_SYMPTOMS = re.compile(
    rf"{_WHO}(?:[和及与、]\d{{1,6}}[名人位]{_WHO})?"
    r"(?:出现|出現|有)(?:了|过)?(?P<which>[^，,。；;：:\n\d]{0,10}?)症状(?!消失|缓解|好转|减轻|改善)"
    r"(?![^，,。；;\n]{0,8}(?:死|去世|病亡|身亡|出院|康复|治愈|痊愈|不治))"
)
_FEVERISH = re.compile("发热|发烧|發熱|發燒|高烧|咳")


def as_ill(reading: Reading, figure: Figure) -> Decision | None:
    """Return the decision of people with symptoms that were taken for the dead or the cured before them, or for none.

    Of such people of annotated articles, some of them alone, 14 are patients and 7 suspected.

    Args:
        reading: The document, its figures before this one decided.
        figure: The figure.
    """
    own = figure.decided
    if own is None or figure.quantity.kind != "person" or figure.quantity.article:
        return None
    if own.type != OTHER and not (own.type == CASES and own.measure in OUTCOMES):
        return None
    symptoms = _SYMPTOMS.match(reading.text, figure.end)
    if symptoms is None or not _behind_cases(reading, figure):
        return None
    return Decision(CASES, FEVER if _FEVERISH.search(symptoms["which"]) else ILL, RULE_SYMPTOMS)


def _behind_cases(reading: Reading, figure: Figure) -> bool:
    """Tell whether the figure before in the sentence counts cases."""
    at = reading.figure_after(figure.start)
    before = reading.figures[at - 1] if at else None
    if before is None or before.sentence != figure.sentence or before.decided is None:
        return False
    return before.decided.type == CASES
