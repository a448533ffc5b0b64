"""Places below the county, which no table holds: 社区, 小区, 村, 街道, 镇 and 乡 by their own names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import regex

from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.boundaries import name_start
from epiextract.tagging.places.geography import Place, lineage
from epiextract.tagging.segmentation import known_words, segments

LOCAL = "local"
# A head, and what it must not be the beginning of: 村民, 乡镇, 社区卫生服务中心, 镇静.
_HEAD = regex.compile(
    r"(?<=[\u3400-\u9fff\d][\u3400-\u9fff\d])(?:街道(?![两沿边])|社区(?!卫生|医院|医生|服务)|小区(?![域别分间])"
    r"|村(?![民庄落镇寨级官医居务口]|[东南西北大]{0,2}[街路])|镇(?![静定痛压守住区江域宁魂海妖邪])|乡(?![村镇亲下土音贤情愁间野里]))"
)
_INNER = regex.compile(r"(?<=.)(?:街道|村街|街|镇|乡|村)(?=.)")
_ALONE = frozenset("镇乡村")
_HOMES = frozenset("家居人她他")
_TOWNS = frozenset("镇乡")
_COUNTIES = frozenset("县市区旗")
# 竹溪县|从各|镇, 竹溪县|的小|镇
_ENDS_ODDLY = frozenset("从到进入回出离在于往为把给向对好找和及与")
_PARTICLES = frozenset("从到在向给对为把由自与和及或的了是有各全该本每某其所直下属辖")
# What stands before a head and names none: 各社区, 老旧小区, 无疫情社区, 自然村.
# A line may begin before what it looks at: \n封控|小区.
_GENERIC = regex.compile(
    r".*(?:[各全该本我每这那哪此某同多几两半种类个名家座处所条位老大的之与和及或到进入回驻下出离住在于往是有为把给向对从好牢找叫非]"
    r"|无疫情?|疫情|村组|老旧|封闭|重点|居民|住宅|商品房|高层|城市|农村|城乡|乡镇|镇街|基层|智慧|无物业|物业|各地|当地|所在|所属|所辖|"
    r"辖区|其他|部分|多个|整个|全市|全区|全县|全省|行政|自然|贫困|中心|特色|示范|先进|文明|安全|平安|健康|和谐|绿色|封控|消杀|开放式|"
    r"散居|单位|学校|企业|街道|国际|一线|上榜|严管|夯实|筑牢|周边|附近|相关|有关|机关|下沉|深入|服务|联系|包保|走访|联防|小微|工业|产业|科技|旅游|历史|"
    r"风情|花园式|无人|城边|邻近|偏远|边境|一个|一些|许多|不少|很多|传统|大型|普通|高档|低风险|高风险|零|战疫|抗疫|防疫|防控|"
    r"安置|廉租|公租房|回迁|租赁|隔离|复工|居家|网络|虚拟|线上|国家|民族|华人|侨民|医学|科研|人类|学术|黑人|西区|东区|奥运|选手|"
    r"运动员|方舱|城中|美丽|古|集|地球|世界|度假|全国|乡|村|镇|市)",
    regex.DOTALL,
)
# 铭新社区 and 东湖新城社区 are names, 新社区 and 建设新社区 none
_NEW = frozenset("新城")
# 青和居|社区 is a name behind a district or the beginning of a clause, where no two things are put together
_AND_WITHIN = regex.compile(
    r"(?<![\u3400-\u9fff--[省市区县]])(?<!社区|小区)[\u3400-\u9fff--[省市区县镇乡村街]]和[\u3400-\u9fff--[省市区县镇乡村街]]$",
    regex.V1,
)
# With one of these before it a head of one character is a common word: 返乡, 农村, 重镇.
_COMMON = frozenset("家故返老下还他异同思水城回离侨梦山农乡村镇重古市坐集冰小新渔进驻全入出本各外邻包逐空封街户")
# 悟峰山镇, 清水镇: no word parts the name, as in 偏远|山村.
_NO_WORDS = frozenset(("山镇", "水镇"))
_POINTS = regex.compile(r"(?:该|本|我们?|这个|这座|全)(?P<head>社区|小区|街道|村|镇|乡)(?![民庄])")
# Behind a name and before one: what tells 民意社区 from 城市社区 where the dictionary knows every word.
_BEHIND = regex.compile(r"(?:第一)?(?:党委|党支部|党总支|书记|副书记|居委会|村委会|支书)")
# 河口镇|组建3支工作队, at the head of a paragraph
_ACTS = regex.compile(
    r"(?:[，、党政人各]|(?:迅速|积极|及时|立即|第一时间|共|已)?(?:组[建织]|成立|召开|开展|启动|发动|动员|落实|坚持|严格|设[立置]|投入|排查|安排"
    r"|实行|采取|按照|在|对|把|将|以|充分|强化|全面|通过|抽调|选派|筹))"
)
_BEFORE = regex.compile(r"(?:家住|位于|来到|走进|[、。\n“：])$")
_LONGEST = 5


def find_localities(text: str, places: Sequence[Mention]) -> list[tuple[int, int, Place]]:
    """Return the spans of named places below the county, each with the place; what points at one is one too.

    Args:
        text: The text as read.
        places: The places of the tables, sorted, which may open their names: 长春市|红旗街道.
    """
    found: dict[int, tuple[int, int, Place]] = {}
    known: dict[str, Place] = {}
    starts = [m.start for m in places]
    for head in _HEAD.finditer(text):
        span = _named(text, head.start(), head.end(), places, starts)
        if span is None:
            continue
        start, own, above = span
        name = text[start : head.end()]
        place = known.get(text[own : head.end()])
        if place is None or len(name) > len(place.name):
            place = Place(f"{LOCAL}:{name}", name, LOCAL, above)
            # 书院路街道木鱼湖社区 is 木鱼湖社区 from there on
            known[text[own : head.end()]] = place
        found[head.end()] = (start, head.end(), place)
    if not known:
        return []
    from ahocorasick_rs import AhoCorasick

    _shorter(known)
    names = list(known)
    for number, start, end in AhoCorasick(names).find_matches_as_indexes(text, overlapping=True):
        found.setdefault(end, (start, end, known[names[number]]))
    out: list[tuple[int, int, Place]] = []
    for start, end, place in sorted(found.values(), key=lambda row: (row[0], -row[1])):
        # of 胜园街道 in 胜园街道科苑社区 only the whole is meant
        if not out or start >= out[-1][1]:
            out.append((start, end, known.get(_own(text[start:end], known), place)))
    return sorted([*out, *_pointing(text, out)], key=lambda row: row[0])


def _shorter(known: dict[str, Place]) -> None:
    """Add what stands behind the names of streets, which is a name too: 木鱼湖社区 of 书院路街道木鱼湖社区."""
    for name, place in list(known.items()):
        last = _INNER.split(name)[-1]
        if len(last) > 3:
            known[last] = max(place, known.get(last, place), key=lambda p: len(p.name))


def _own(name: str, known: dict[str, Place]) -> str:
    return next((name[at:] for at in range(len(name)) if name[at:] in known), "")


def _pointing(text: str, named: Sequence[tuple[int, int, Place]]) -> list[tuple[int, int, Place]]:
    last: dict[str, Place] = {}
    before = 0
    out = []
    for match in _POINTS.finditer(text):
        while before < len(named) and named[before][1] <= match.start():
            place = named[before][2]
            last[_head_of(place.name)] = place
            before += 1
        pointed = last.get(match["head"])
        if pointed is not None and (before == len(named) or named[before][0] >= match.end()):
            out.append((match.start(), match.end(), pointed))
    return out


def _head_of(name: str) -> str:
    """Return the word at the end of a place's name that says what it is: 社区 of 木鱼湖社区, 镇 of 三江镇."""
    return name[-1] if name[-1] in _ALONE else name[-2:]


def _named(
    text: str, head: int, end: int, places: Sequence[Mention], starts: Sequence[int]
) -> tuple[int, int, str] | None:
    """Return where a name begins, where its own part does, and the id of the place that opens it; None for no name."""
    if text[head - 1] in _COMMON and text[head:end] in _ALONE and text[head - 1 : end] not in _NO_WORDS:
        return None
    town = _named_like_city(text, head, end, places, starts)
    if town is not None:
        return town, town, ""
    if _inside(head, places, starts) or _inside(head - 1, places, starts):
        # 武汉社区, 河南|新乡
        return None
    county = _county_of_town(text, head, end, places, starts)
    if county is not None:
        return county.start, head - 2, county.value
    if _GENERIC.fullmatch(text[max(0, head - 4) : head]) or text.endswith(text[head:end], 0, head):
        # 各|社区, 华锦社区|社区书记
        return None
    start = name_start(text, head, 0)
    if start == head:
        return None
    if text[start] == "住" and head - start > 2 and text[start - 1 : start] in _HOMES:
        # 她家住|堤角小区
        start += 1
    if head - start == 1 and _AND_WITHIN.search(text, max(0, head - 4), head):
        start = head - 3
    own, above = start, ""
    at = bisect_right(starts, head - 1) - 1
    while at >= 0 and places[at].end > start:
        place = places[at]
        if place.end <= head - 1 and place.end >= own:
            if place.start < start and place.end > start + 1:
                return None
            if any(p.level in ("province", "city", "county") for p in lineage(place.value)[:1]):
                own, above = place.end, place.value
                # 流传|江岸区…, but 开发区（汉南区）…
                start = place.start if text[own] not in "）)" else start
                while at and places[at - 1].end == start:
                    at -= 1
                    start = places[at].start
            break
        at -= 1
    mine = text[own:head]
    if mine[-1] in _NEW and not _is_named(mine):
        return None
    parts = _INNER.split(mine)
    if not all(1 < len(part) <= _LONGEST or part.isdigit() for part in parts):
        return None
    if above:
        return start, own, above
    alone = len(parts) == 1
    if mine.isdigit() or (alone and len(mine) > (3 if end - head == 1 else 4)):
        return None
    if alone and (known_words().generic.fullmatch(mine) or (_is_common(mine) and not _is_cued(text, start, end))):
        return None
    return start, start, ""


def _named_like_city(text: str, head: int, end: int, places: Sequence[Mention], starts: Sequence[int]) -> int | None:
    """Return where a town begins that bears the name of a city elsewhere, or None: 返回|吉安镇 is not 吉安市."""
    at = bisect_right(starts, head - 1) - 1
    if text[head:end] not in _TOWNS or at < 0 or places[at].end != head:
        return None
    city = lineage(places[at].value)[:1]
    stem = text[places[at].start : head]
    return places[at].start if city and city[0].level in ("city", "county") and city[0].name[:-1] == stem else None


def _county_of_town(text: str, head: int, end: int, places: Sequence[Mention], starts: Sequence[int]) -> Mention | None:
    """Return the county before a town whose two characters are no word and end as names hardly do: 黎平县|永从|镇."""
    at = bisect_right(starts, head - 3) - 1
    if text[head:end] not in _TOWNS or text[head - 1] not in _ENDS_ODDLY or at < 0 or places[at].end != head - 2:
        return None
    county, own = lineage(places[at].value)[:1], text[head - 2 : head]
    told = county and county[0].level == "county" and text[head - 3] in _COUNTIES
    return places[at] if told and own not in known_words().costs and own[0] not in _PARTICLES else None


def _is_common(words: str) -> bool:
    """Tell whether the dictionary knows every word, and none as a name: 保障|社区, 城市|社区."""
    known = known_words()
    pieces = [words[a:b] for a, b in segments(words)]
    return all(len(piece) > 1 and piece not in known.proper and piece not in known.places for piece in pieces)


def _is_named(words: str) -> bool:
    """Tell whether more than a common word stands before the last: 铭|新, 东湖|新城, not 建设|新 or 老城."""
    known = known_words()
    pieces = [words[a:b] for a, b in segments(words)][:-1]
    return any(len(piece) == 1 or piece in known.proper or piece in known.places for piece in pieces)


def _is_cued(text: str, start: int, end: int) -> bool:
    if text[end - 1] == "镇" and text[start - 1 : start] in ("", "\n") and _ACTS.match(text, end):
        return True
    return bool(_BEHIND.match(text, end) and (_BEFORE.search(text, max(0, start - 2), start) or start == 0))


def _inside(at: int, places: Sequence[Mention], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, at) - 1
    return index >= 0 and places[index].end > at


__all__ = ["LOCAL", "find_localities"]
