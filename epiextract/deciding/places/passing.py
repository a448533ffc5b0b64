"""Places that a sentence names for something else than its figure: 日本确诊3例，其中一人并未去过武汉."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.matching.reading import Figure, Reading
from epiextract.tagging.places.geography import lineage

# Where patients were, came back from, or are natives of is not where they are counted: 去过|武汉, 武汉|旅行史,
# 武汉|返瑞的53人; 中国|籍6938人, which of 57 such places in annotated articles 53 are not; 武汉|输入病例, none of 278.
_WENT = re.compile(r"[去到赴往]过\Z")
_HISTORY = re.compile(
    r"籍|[输輸]入|市?(?:等地|[及和或]其他(?:省份|省市|地区|国家))?的?(?:(?:旅[行居]|居住|接触|生活|探亲|暴露|出差|停留|务工)(?:史|经历)|(?:返(?![岗校工])|[回来归]).{0,4}?(?:人员|者|的|学生|务工))"
)
# What others are measured by: 意大利是|欧洲|疫情最严重的国家, 韩国超过|日本，达到4212例.
_MEASURE = re.compile(
    r"(?:以外|之外)?[^，。；！？\n是成]{0,8}最(?:为?严重|[多高大早])[^，。；！？\n]{0,6}的?(?:国家|地区|省份?|城市|州)"
)
_THAN = re.compile(r"(?:比|超[过越]|仅次于|[高低]于|类似于?|不同于)\Z")
# 13例来自|湖北武汉，10例为境外输入: the place of a part is not that of the next one.
_PART = re.compile(r"[^，。；、\d]{0,6}，?(?:全部|[均都皆])?(?:来自|发生在|出现在|分布在|集中在)\Z")
# 死亡1例，为|绥化市患者 names the one who died.
_IS, _ONE_OF = (
    re.compile("[，,][均都]?[为為系係]"),
    re.compile("[籍的]?(?:患者|病例|病人|居民|市民|人)(?=[，,；;。\n）)])"),
)
# 4例（均在|上海）, 17例，全部在|武汉 says more closely where they are: of 21 such cases of annotated articles 18 are
# given to the place around it, where the report counts them.
_ALL_IN = re.compile(r"[^。；！？\n\d]{0,20}[，,（(]其?(?:均|全部|[都全皆])[在於]")
# 2100多例死亡中的大多数发生在|武汉: most of them are not all.
_MOST = re.compile(r"绝?大(?:多数|部分)[都均是]?(?:发生|出现|集中|分布|来自|位于)?(?:在|于|来自)\Z")
# 南京市卫健委通报，经|省疾控中心复核，确诊12例: who checks counts nobody.
_BY = re.compile(r"(?<!已)[经經]\Z")
_CHECKED = re.compile(
    r"[^，,。；;：:、\n\d]{0,16}(?:[复複]核|[复複][检檢]|[复複]查|[检檢][测測验驗]|[确確][认認诊診]|核[实實酸]|[审審]核|[认認]定|[会會][诊診])"
)
# 江苏省|援鄂医疗队返程。该队累计救治|512人: those are where the team went.
_TREATED = re.compile(
    r"(?:该队|全队|医疗队员?|队员们?)[^，,。；;：:、\n\d]{0,14}(?:救治|收治|治愈|治疗|管理|接诊|护理)[^，,。；;：:、\n\d]{0,10}\Z"
)
_TREATED_REACH = 40
_SENT = re.compile(r"[^，,。；;：:、\n\d]{0,12}?(?:支?援助?|驰援|赴)(?P<goal>[^，,。；;：:、\n\d]{1,12}?)医疗队")
# 全省追踪到|境外|密切接触者; 累计收到|港澳台地区|通报确诊病例 tells what came from there, not what stood before.
_ABROAD, _CONTACTS = frozenset(("境外", "海外", "国外")), re.compile("的?密切接触者")
_TOLD_FROM, _TELLS = re.compile(r"(?:收到|接到)\Z"), re.compile(r"[^，,。；;：:\n\d]{0,12}通[报報]")
# 在意大利的|中国|公民, |中国|驻意大利使馆：已有4名中国公民 are where the place before or behind says, if one does.
_CITIZENS = re.compile("(?:公民|侨民|僑民|同胞|侨胞|留学生|游客)")
_POSTED = re.compile("驻[^，,。；;：:\\n\\d]{1,12}(?:使馆|领馆|领事馆|总领馆|大使)")
_NATION, _ABROAD_ID = "iso:CN", "x:abroad"
# The characters before a place that are looked at.
_LOOK = 12
PEOPLE = "case_count"


def without_passing(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates for a figure's place without those that are named in passing.

    Args:
        reading: The document as read.
        figure: The figure, its type decided.
        candidates: The candidates for its place.
    """
    if figure.decided is None or figure.decided.type != PEOPLE:
        return list(candidates)
    sent = {_meant(one) for one in _senders(reading, figure, candidates)}
    most = sent | {
        _meant(one) for one in candidates if _is_beside(figure, one, behind=True) and _says(reading, one, _MOST)
    }
    passing = {one.spot.start for one in candidates if one.sentence >= 0 and _in_passing(reading, figure, one)}
    passing |= {one.spot.start for one in candidates if _says_more_closely(reading, figure, one, candidates)}
    passing |= {one.spot.start for one in candidates if _only_checks(reading, figure, one, candidates)}
    passing |= {one.spot.start for one in candidates if _are_abroad(reading, figure, one, candidates)}
    return [one for one in candidates if one.spot.start not in passing and _meant(one) not in most]


def told_of_part(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place that patients are said to come from right behind their figure, or None: 22例，全部来自|湖北.

    Args:
        reading: The document as read.
        figure: The figure.
        candidates: The candidates for its place.
    """
    whole = next((one for one in candidates if one.sentence >= 0 and one.spot.end <= figure.start), None)
    for one in candidates:
        if _is_beside(figure, one, behind=True) and _names_one(reading, figure, one, candidates):
            return one
        if not _is_beside(figure, one, behind=True) or not _PART.fullmatch(reading.text, figure.end, one.spot.start):
            continue
        # 北京新增3例，均来自|意大利 were brought in
        holds = whole is not None and any(place.id == _meant(whole) for place in lineage(_meant(one))[1:])
        return one if holds and not _in_passing(reading, figure, one) else None
    return None


def _names_one(reading: Reading, figure: Figure, one: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Tell whether a place says whose patients those are that were counted just before: 死亡1例，为|绥化市患者."""
    text, spot = reading.text, one.spot
    said = _IS.fullmatch(text, figure.end, spot.start) and _ONE_OF.match(text, spot.end)
    return bool(said) and _lies_in_another(one, candidates)


def _says_more_closely(reading: Reading, figure: Figure, one: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Tell whether a place behind a figure says where all of them are within the place that is counted: 均在|上海."""
    if not _is_beside(figure, one, behind=True) or not _ALL_IN.fullmatch(reading.text, figure.end, one.spot.start):
        return False
    return _lies_in_another(one, candidates)


def _only_checks(reading: Reading, figure: Figure, one: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Tell whether a place is that of an office which checks what another one below it counts: 经|省疾控中心复核."""
    if not _is_beside(figure, one, behind=False) or not _says(reading, one, _BY):
        return False
    if not _CHECKED.match(reading.text, one.spot.end):
        return False
    below = (other for other in candidates if 0 <= other.sentence <= one.sentence and other.spot.start < one.spot.start)
    return any(_meant(one) in {place.id for place in lineage(_meant(other))[1:]} for other in below)


def _are_abroad(reading: Reading, figure: Figure, one: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Tell whether a place is 中国, whose citizens are counted in another country that the sentence names."""
    if _meant(one) != _NATION:
        return False
    near = [other for other in candidates if _is_beside(figure, other, behind=False)]
    if not any(_meant(other) == _ABROAD_ID or _is_abroad(_meant(other)) for other in near):
        return False
    said = [other for other in candidates if other.sentence == figure.sentence and _meant(other) == _NATION]
    text = reading.text
    if not any(_CITIZENS.match(text, other.spot.end) for other in said):
        return False
    end = one.spot.end
    return one.sentence < 0 or bool(_CITIZENS.match(text, end) or _POSTED.match(text, end))


def _is_abroad(place: str) -> bool:
    held = lineage(place)
    return any(one.level == "country" and one.id != _NATION for one in held) and all(one.id != _NATION for one in held)


def _senders(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the places from which a team came to treat the people of a figure, where it is told where it went."""
    start = max(reading.sentences[figure.sentence].start, figure.start - _TREATED_REACH)
    if not _TREATED.search(reading.text, start, figure.start):
        return []
    near = [one for one in candidates if one.sentence >= 0]
    goals = [(one, _SENT.match(reading.text, one.spot.end)) for one in near]
    return [
        one
        for one, sent in goals
        if sent is not None and any(sent.start("goal") <= other.spot.start < sent.end("goal") for other in near)
    ]


def _lies_in_another(one: Candidate, candidates: Sequence[Candidate]) -> bool:
    around = {place.id for place in lineage(_meant(one))[1:]}
    return any(_meant(other) in around for other in candidates)


def _in_passing(reading: Reading, figure: Figure, one: Candidate) -> bool:
    text, spot = reading.text, one.spot
    if _HISTORY.match(text, spot.end) or _MEASURE.match(text, spot.end):
        return True
    if _says(reading, one, _WENT):
        return True
    if text[spot.start : spot.end] in _ABROAD and _CONTACTS.match(text, spot.end):
        return True
    if one.sentence > figure.sentence and _says(reading, one, _TOLD_FROM) and _TELLS.match(text, spot.end):
        return True
    # but 超过|中国官方数字80860 is what the other has
    if not (figure.clause[0] <= spot.start < figure.start) and _says(reading, one, _THAN):
        return True
    return _is_beside(figure, one, behind=False) and _is_of_part(reading, figure, one)


def _is_of_part(reading: Reading, figure: Figure, one: Candidate) -> bool:
    """Tell whether a place before a figure is said of the figure before that one, which its clause ends with."""
    at = reading.index_after(one.spot.start)
    before = next((m for m in reversed(reading.mentions[max(0, at - 4) : at]) if m.tag == "QTY"), None)
    if before is None or reading.text[one.spot.end : one.spot.end + 1] not in "，；":
        return False
    return _PART.fullmatch(reading.text, before.end, one.spot.start) is not None


def _is_beside(figure: Figure, one: Candidate, *, behind: bool) -> bool:
    """Tell whether a candidate stands in the sentence of the figure, behind it or before it."""
    if one.sentence != figure.sentence:
        return False
    return one.spot.start >= figure.end if behind else one.spot.end <= figure.start


def _says(reading: Reading, one: Candidate, words: re.Pattern[str]) -> bool:
    spot = one.spot
    return words.search(reading.text, max(0, spot.start - _LOOK), spot.start) is not None


def _meant(one: Candidate) -> str:
    return one.mentions[0].value
