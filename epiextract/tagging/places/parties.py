"""Countries named as parties: 中方, 意方 and 俄方 in news of what one country does for another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import CHINA, places

# 巴方 may be Pakistan, Brazil or Palestine, and is none here.
_COUNTRIES = {
    **{"中": CHINA, "日": "iso:JP", "韩": "iso:KR", "韓": "iso:KR", "朝": "iso:KP", "越": "iso:VN", "柬": "iso:KH"},
    **{"美": "iso:US", "俄": "iso:RU", "英": "iso:GB", "法": "iso:FR", "德": "iso:DE", "意": "iso:IT", "伊": "iso:IR"},
}
_SHORT = "".join(_COUNTRIES)
_PARTY = re.compile(
    # 3日|方启用, 集中|方能, 合法|方可, 同意|方放行
    r"(?:[韩韓朝越柬美俄英德伊]|(?<![\d一二三四五六七八九十今昨前近每即次翌当同])日|(?<![其集当途高初手空心])中"
    r"|(?<![合非执司依无])法|(?<![同愿注有任])意)方"
    # 方式, 方面, 方案, 方法, 方便 and 中方县
    r"(?![舱艙舟式面案法便针块剂圆位程略才能可队县])"
    # 中方向意方, 中方向有需要的国家提供, and no 方向
    rf"(?!向(?![{_SHORT}]方|[^，。；、“”]{{1,12}}(?:捐|赠|提供|援助|交付|派|通报|提出|表示)))"
)


def find_parties(text: str) -> Iterator[Mention]:
    """Yield the countries that are named as parties.

    Args:
        text: The text as read.

    >>> [(m.start, m.value) for m in find_parties("中方向意方捐赠口罩，2月3日方舱医院开放")]
    [(0, 'iso:CN'), (3, 'iso:IT')]
    """
    for match in _PARTY.finditer(text):
        place = places()[_COUNTRIES[match.group()[0]]]
        yield Mention(match.start(), match.end(), "PLACE", place.id, PlaceRef(place))
