"""Whether people are told to leave later, behind what they make up: 50名医生组成医疗队，定于明天前往武汉."""

from __future__ import annotations

import re

from epiextract.matching.reading import Figure, Reading

# What is told of them later in the clause; 定于 and a day to come say as much as 将. 精兵强将 leave now.
_LATER = (
    r"(?:(?<![已便终曾即强名大老干猛健武虎悍])[将將](?:会|要|于[^，。；\n]{1,10}?|在[^，。；\n]{1,10}?)?|定于[^，。；\n]{1,12}?|拟于?[^，。；\n]{0,10}?"
    r"|(?:明[天日]|后天)(?:上午|下午|中午|凌晨|清晨|早上?|一早|晚上?)?)"
)
_LEAVE = (
    r"[^，,。；;：:！？\n已]{0,10}?"
    r"(?:启程|啟程|出发|出發|前往|[奔赶开飞]赴|(?<![转分])赴|抵达|进驻|出征|踏上征程|驰援|飞往)"
)
# 134名|护士、52名医生，组成第四批援鄂医疗队，将: the others that are listed with them, and what they make up.
_LISTED = r"(?:[^，,。；;：:！？、\n\d已将]{0,12}[、和]\d{1,5}余?[名人位]){0,4}"
_MAKE_UP = (
    r"[^，,。；;：:！？、\n\d已将]{0,14}[，,]?(?:共同|联合)?(?:组成|组建|組成)"
    r"[^，,。；;：:！？\n\d已将出启抵征离]{0,24}[，,]?"
)
_NOUN = r"[^，,。；;：:！？、\n\d已将]{0,14}?"
_LEAVES_LATER = re.compile(rf"{_LISTED}(?:{_MAKE_UP}|{_NOUN}){_LATER}{_LEAVE}")


def leaves_later(reading: Reading, figure: Figure) -> bool:
    """Tell whether people are said to leave later: 由50名|医生组成的医疗队，将于明天启程.

    Args:
        reading: The document as read.
        figure: The people.
    """
    return _LEAVES_LATER.match(reading.text, figure.end, reading.sentences[figure.sentence].end) is not None
