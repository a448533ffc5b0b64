"""Who is quoted speaks of the place of the office: “已收治患者2344例。”四川省卫健委主任说 counts in 四川."""

from __future__ import annotations

import re
from collections.abc import Sequence

from epiextract.deciding.candidates.geometry import Candidate
from epiextract.matching.reading import Figure, Reading

_CLOSED = "”"
# 四川省|卫生健康委主任王建军说
_SPEAKER = re.compile(
    r"[^，,。；;：:“”！？\n\d]{0,16}(?:卫健|衛健|卫生|衛生|疾控|政府|指挥部|指揮部|医院|醫院|[局厅廳委办辦])[^，,。；;：:“”！？\n]{0,32}?"
    r"(?:说|說|表示|介绍|介紹|称|稱|透露|指出|告诉|告訴|通报|通報|坦言)"
)


def speakers_place(reading: Reading, figure: Figure, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the place of the office whose words end with the sentence of a figure, where they name none, or None.

    Args:
        reading: The document as read.
        figure: A figure that is said.
        candidates: The candidates for its place.
    """
    end = reading.sentences[figure.sentence].end
    if not reading.text.endswith(_CLOSED, figure.end, end):
        return None
    # 武汉市新增12例。“已有3人出院。”湖北省…副主任说: what is spoken of was named before
    paragraph = reading.paragraph_of(figure.sentence)
    named = (one.sentence for one in candidates if 0 <= one.sentence <= figure.sentence)
    if any(reading.paragraph_of(sentence) == paragraph for sentence in named):
        return None
    for one in candidates:
        if one.sentence == figure.sentence + 1 and one.spot.start == end:
            return one if _SPEAKER.match(reading.text, one.spot.end) else None
    return None
