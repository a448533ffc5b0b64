"""The places of parts hold for the parts alone: in 确诊93例，其中甲市55例；疑似25例 the last are the whole's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.deciding.candidates.slots import place_candidates
from epiextract.deciding.candidates.spots import Spot
from epiextract.deciding.lists.parts import AMONG
from epiextract.deciding.lists.wholes import names_itself, part_of, parts_begin, whole_of
from epiextract.matching.reading import Figure, Reading
from epiextract.spans import Covered

# What tells the parts of a whole, up to where it closes; where all of them are, 4例（均在上海）, 31例，均在湘潭市; or
# whose case it was: 死亡1例，为绥化市患者.
_PARTS = re.compile(
    rf"(?:{AMONG})[^；;。！？\n]{{1,300}}|"
    r"[（(][均都]?(?:在|来自|來自)[^（()）\n]{2,30}[）)]"
    r"|(?<=[例名人])[，,](?:均|都|全部)(?:(?:分布|集中|出现|发生)?在|来自|來自)[^，,；;。！？\n]{2,20}"
    r"(?=[，,；;。\n])"
    r"|(?<=[例名人])[，,][均都]?(?:为|系|為|係)[^，,；;。！？\n]{2,16}(?:人|患者|病例|病人|居民|市民)(?=[，,；;。\n])"
)

_AMONG = re.compile(AMONG)
# 疑似病例5例中|保定市3例: what lies among them is behind; not 5例集中在, 2人中国籍. 13例中，|中国有 may be the whole.
_OUT_OF = re.compile(
    r"(?:[^，,。；;：:、\n\d]{0,6}(?:病例|患者|病人|死者|感染者|人员|人))?[当當之]?中(?P<mark>[，,：:]?)(?![国國央心山])"
)
_PLACES = frozenset({"PLACE"})


def outside_parts(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places that may hold for a figure: none that was named for a part of what was told before.

    Of 100 figures of annotated news behind such parts one holds at a place that only the parts name. Where parts alone
    are near, as behind a list of all cities of a province, it is looked beyond them; where nothing else names a place
    all are left.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: The candidates for its place.
    """
    whole = whole_of(reading, figure)
    if whole is not None and not names_itself(reading, figure, _PLACES):
        # …舟山市10例、省监狱13例: what stands between it and its whole is where other parts are
        told = _told_up_to(reading, whole, figure)
        beyond = [one for one in candidates if not told <= one.spot.start < figure.start or one.sentence < 0]
        candidates = beyond or candidates
    # 出院356例，其中：武汉市166例: of 210 places that a part behind a figure names first 5 are the whole's
    candidates = [one for one in candidates if not _is_of_part_behind(reading, figure, one)] or candidates
    barred = partial(_is_of_part, reading, figure)
    kept = [one for one in candidates if not barred(one.spot)]
    if not _names_places(kept) and len(kept) < len(candidates):
        kept = place_candidates(reading, figure, barred)
    return kept if _names_places(kept) else list(candidates)


def _names_places(candidates: Sequence[Candidate]) -> bool:
    """Tell whether a sentence names one of the candidates, and not the title or the dateline alone."""
    return any(one.sentence >= 0 for one in candidates)


def _is_of_part(reading: Reading, figure: Figure, spot: Spot) -> bool:
    """Tell whether a place stands among parts that close before the figure, in its paragraph."""
    for covered in _parts(reading):
        end = covered.end_at(spot.start)
        if end is not None and end <= figure.start:
            return reading.paragraph_of(spot.sentence) == reading.paragraph_of(figure.sentence)
    return False


def _is_of_part_behind(reading: Reading, figure: Figure, one: Candidate) -> bool:
    """Tell whether a place stands among the parts of a figure that are told behind it, in its sentence."""
    text, spot = reading.text, one.spot
    if one.sentence != figure.sentence or spot.start < figure.end:
        return False
    if _AMONG.search(text, figure.end, spot.start):
        return True
    among = _OUT_OF.match(text, figure.end)
    if among is None or spot.start < among.end():
        return False
    return not among["mark"] or text[spot.end : spot.end + 1].isdigit()


def _parts(reading: Reading) -> tuple[Covered, Covered]:
    """Return where a document tells parts, by its words and by its figures, looked for once for all figures.

    其中湖北10例，有18人治愈: words tell of parts up to the full stop, figures up to the last of them.
    """
    found: tuple[Covered, Covered] | None = reading.lines.get("parts")
    if found is None:
        told = [match.span() for match in _PARTS.finditer(reading.text)]
        found = reading.lines["parts"] = Covered(told), Covered(_counted(reading))
    return found


def _counted(reading: Reading) -> list[tuple[int, int]]:
    """Return from where each whole is told to where its part is: 北京新增36例。男性21例，女性15例；丰台区21例.

    Of 120人驰援武汉。其中医生40人、护士80人 the first sentence tells where all of them go.
    """
    wholes = ((part_of(reading, figure), figure) for figure in reading.figures)
    return [(_told_up_to(reading, whole, part), part.end) for whole, part in wholes if whole]


def _told_up_to(reading: Reading, whole: Figure, part: Figure) -> int:
    """Return where what is said of a whole ends: with its sentence, or where parts begin that stand in that."""
    if whole.sentence != part.sentence:
        return reading.sentences[whole.sentence].end
    return parts_begin(reading, whole, part)
