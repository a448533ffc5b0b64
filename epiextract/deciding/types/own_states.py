"""People beside whom somebody else's state stands: 死亡升至10人，病例升至100例 are no 100 dead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epiextract.deciding.types.of_wholes import CONFIRMED, OUTCOMES
from epiextract.matching.reading import Figure, Reading

PEOPLE = "case_count"
# ，病例升至|100例, ，病例总数达|5883例: cases that no word tells more closely, whatever is told of others before them.
_CASES = re.compile(
    r"(?:[，,；;。：:\n]\s*|\A)(?:累计|全部|总)?(?:病例|个案|個案)(?:总?数|總數)?(?:则|已|也|又|共|累计){0,2}"
    r"(?:[上攀]?升[至到]|增加?[至到]|达到?|達到?|突破|超过|超過)\Z"
)
_END = re.compile(r"\s*(?:[，,；;。、）)（(！\n]|\Z)")
# 两名|有密切接触史的警察出现发热症状: what they have now, not whom they met.
_MET = re.compile(
    r"(?:[与和跟][^，,。；;\n\d]{1,14})?有过?(?:密切)?接[触觸]史的[^，,。；;\n\d]{1,8}?"
    r"(?:(?P<fever>(?:出现|有|出現)了?(?:发热|发烧|發熱|發燒|咳嗽))"
    r"|(?P<observation>(?:(?:已|均|都|正在|正)|被|接受|进行|集中|居家|就地|医学){0,4}(?:隔离|隔離|观察)))"
)
# 医院收治境外输入病例|57例, 首批收治境外来京患者|32人: what is done to them tells more than that they are ill.
_TOOK = re.compile(
    r"(?<![可能将拟内])(?:收治|收住|接诊|接收)(?:了|过)?[^，,。；;：:、（(\n\d可能将拟]{0,14}(?:病例|患者|病人|感染者)"
    r"(?:共计?|累计|达|约)?\Z"
)
ILL, HOSPITALIZED = "patient", "hospitalized"
_REACH = 24
# Between a figure and the state behind it, and between that and the next figure: 10例确诊| 143人|不幸死亡.
_TO_STATE, _TO_NEXT = re.compile(r"(?:不幸|已|被|接受){0,2}"), re.compile(r"(?:病例|患者|病人)?\s*")
# So many figures side by side without a mark; more are a table.
MOST = 6


def own_state(reading: Reading, figure: Figure) -> str | None:
    """Return the measure of people who were taken for what others are, or None.

    Args:
        reading: The document, decided.
        figure: The figure.
    """
    decided = figure.decided
    if decided is None or decided.type != PEOPLE:
        return None
    text = reading.text
    if decided.measure in OUTCOMES and _END.match(text, figure.end):
        start = max(reading.sentences[figure.sentence].start, figure.start - _REACH)
        if _CASES.search(text, start, figure.start):
            return CONFIRMED
    if decided.measure == ILL:
        start = max(figure.clause[0], figure.start - _REACH)
        if _TOOK.search(text, start, figure.start) and _END.match(text, figure.end):
            return HOSPITALIZED
    met = _MET.match(text, figure.end)
    return met.lastgroup if met else _behind(reading, figure)


def _behind(reading: Reading, figure: Figure) -> str | None:
    """Return the state behind a figure where those side by side have theirs behind them: 39例确诊|上万人隔离.

    In 确诊10例疑似5例死亡3例 each has it before.
    """
    own = _state_behind(reading, figure)
    if own is None:
        return None
    at = reading.figure_after(figure.start)
    following = figure
    for before in reversed(reading.figures[max(0, at - MOST) : at]):
        state = _state_behind(reading, before)
        if state is None or not _TO_NEXT.fullmatch(reading.text, state[1], following.start):
            return None
        if all(end > before.start or end < before.clause[0] for _, end, _ in _states(reading, before)):
            return own[2]
        following = before
    return None


def _state_behind(reading: Reading, figure: Figure) -> tuple[int, int, str] | None:
    """Return the state that touches a figure from behind, with where it stands."""
    behind = (one for one in _states(reading, figure) if one[0] >= figure.end)
    return next((one for one in behind if _TO_STATE.fullmatch(reading.text, figure.end, one[0])), None)


def _states(reading: Reading, figure: Figure) -> Iterator[tuple[int, int, str]]:
    """Yield the states that patterns see at a figure: where each one stands, and its measure."""
    first = reading.bounds[figure.sentence][0]
    for match, said in zip(figure.matches, figure.measures, strict=True):
        at = match.captured.get("measure")
        if at is not None and said and match.event == PEOPLE:
            state = reading.mentions[first + at]
            yield state.start, state.end, said
