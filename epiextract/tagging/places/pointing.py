"""Words that point at a place told of before, 全省, 该市 and 当地; and 全国 where that is another one than China."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from epiextract.tagging.mentions import Mention
from epiextract.tagging.places.dealt_out import dealt_out, is_dealt_out
from epiextract.tagging.places.exclusions import PlaceRef
from epiextract.tagging.places.geography import AUTONOMOUS, CHINA, MUNICIPALITIES, TAIWAN, Place, lineage, places
from epiextract.tagging.places.localities import LOCAL
from epiextract.tagging.places.own_cities import OwnCity, leads
from epiextract.tagging.places.signed import signed
from epiextract.tagging.places.taiwan import told_by_taiwan
from epiextract.tagging.segmentation import lies_across

# 全省 means the province that the article is about: the level that each word asks for.
_POINTING = {
    **dict.fromkeys(("全省", "我省", "该省", "本省", "省内", "全省各地", "我區", "全区各地"), "province"),
    **dict.fromkeys(("自治区", "全自治区", "自治區", "全自治區"), "autonomous"),
    **dict.fromkeys(("全市", "我市", "该市", "本市", "市内", "全市各区", "全城", "该城", "这座城市", "全州"), "city"),
    **dict.fromkeys(("全县", "我县", "该县", "该区", "本区", "区内", "县内"), "county"),
    # 全区 is all of 广西 too, where none of its districts stood since
    **dict.fromkeys(("全区", "我区"), "area"),
    **dict.fromkeys(("该国", "全美国"), "country"),
    **dict.fromkeys(("当地", "本地", "當地", "该地区"), "any"),
}
# What speaks of its own place: 贵州驰援湖北，全省… is 贵州, while 该省 and 当地 are what was named last.
_OWN = frozenset(
    ("全省", "我省", "本省", "省内", "全市", "我市", "本市", "市内", "全县", "我县", "县内", "全区", "我区")
)
_GOAL = re.compile(
    r"(?:[驰支增]?援助?|支持|助力|[奔赶飞开前]赴|前往|[飞运送发寄捐]往|捐[给赠]|[飞运送]?抵达?|[进入派]驻|[派调]往|接管|转战)$"
)
# Where somebody lives or comes from: 四川确诊首例，患者在|武汉工作, 从|武汉返回. 全省 is none of that.
_TRAVEL = re.compile(
    r"[省市]?(?:工作(?![组者会领人部有指报])|务工|打工|居住|旅居|旅游|旅行|探亲|经商|出差|读书|上学|停留|返(?!岗)|回(?![应收复升落款])|归来)"
)
_FROM = frozenset("在从由自")
_WORDS = re.compile(
    r"(?<![完安健保])(?<![社小病校园景院厂库疫舱地](?=区内)|[超股夜都集](?=市内))"
    # 31个省（自治区、直辖市）, 各自治区 mean none of them
    r"(?<![省市族、（(各个和及](?=自治))(?!自治.[、和及直）)]|[省市区县]内外)(?:{})".format(
        "|".join(sorted(_POINTING, key=len, reverse=True))
    )
)
_OPENINGS = re.compile(f"[{''.join({word[0] for word in _POINTING})}](?=[{''.join({word[1] for word in _POINTING})}])")
# 来到东湖新城社区，…。社区|累计确诊32人: at the head of a clause, with one named just before; 社区工作者 names none.
_LOCAL_WORDS = re.compile(r"(?<![^，。；：！？“\s])(?:社区|小区|[镇乡村])(?=[里上内中共有已累确没从还现](?!外))")
# 据|省卫健委通报, 向|县红十字会捐款: the authorities of a level by themselves are those of where the report is.
_AUTHORITY = re.compile(
    r"[省市县区](?<![^，。；：！？、“”（(\s据经由在向给和与及从对到获悉].)(?<![省市县区]、.)"
    r"(?=卫健|卫生健康|卫生[局厅]|疾控|疾病预防|红十字|慈善|人民政府|政府|纪委|公安|人民医院|中[心医]医院|民政|财政"
    r"|应急管理|发改|发展改革|指挥部|防指|(?:新冠|疫情|新型冠状)|总工会|妇联|团委|工商联|商务[局厅]|农业农村|市场监|工信|交通运输|住建|教育[局厅])"
)
_LEVELS = {"省": "province", "市": "city", "县": "county", "区": "county"}
_LOCAL_REACH, _LOCAL_HEADS = 120, frozenset("镇乡村")
_WHOLE = frozenset(("全国", "国内", "全國", "國內"))
# The title, if there is one, and the first sentence.
_LEAD = re.compile(r"\s*(?:[^\n]{1,60}\n\s*)?[^。！？\n]{0,400}")
_SENTENCE_ENDS = "。！？\n"
# 韩国中央防疫对策本部…全国累计: what speaks for its country, or what the country does.
_SPEAKS = re.compile(
    r"(?:中央|政府|总统|總統|总理|總理|首相|内阁|卫生|衛生|厚生|疾控|疾病|防疫|当局|當局|内政|官方|教育|公共卫生|联邦|国家|疫情通报|"
    r"通报|宣布|下令|已?(?:要求|关闭|封锁))"
)
_CLAUSE_BEGINS = frozenset(("", *"，。；：、“（( \n\u3000日时午晚间"))
# 筹集的口罩转运国内, 寄往国内, 回到国内: China, as seen from abroad.
_TOWARDS = frozenset("给回往向到达为助援抵运寄返")
# 向法国捐赠…全国 and 意大利华侨总会…国内 are news of China.
_GOES = frozenset("向从赴援对给往抵驻自飞旅")
_FROM_HOME = re.compile(r"华侨|华人|侨|留学|中国|中资|分行|分公司|代表处|商会|大使馆|使馆|等(?:国|地|多国)")
_AUTHORITIES = re.compile(
    r"国务院|国家[卫发药市统铁]|海关总署|[商工][务信]部|民政部|财政部|央行|农业农村部|交通运输部|本报|本网|我们"
)


def pointing_words(text: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the words that point, for `pointed` to tell what at; none stands inside of a named place.

    Args:
        text: The text as read.
        named: The places named, sorted.
    """
    starts = [m.start for m in named]
    end = 0
    # looked for only where two characters stand that may open one
    for opening in _OPENINGS.finditer(text):
        match = _WORDS.match(text, opening.start()) if opening.start() >= end else None
        if not match:
            continue
        end = match.end()
        if lies_across(text, match.start(), end):
            # 资|本市|场
            continue
        at = bisect_right(starts, match.start()) - 1
        if match.group()[:2] != "自治" or at < 0 or named[at].end <= match.start():
            yield Mention(match.start(), end, "PLACE", f"deictic:{_POINTING[match.group()]}")
    for match in _AUTHORITY.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and named[at].end > match.start():
            # 太和|县疾控中心 is 太和县's
            continue
        yield Mention(match.start(), match.end(), "PLACE", f"deictic:{_LEVELS[match.group()]}")
    if any(m.value.startswith(LOCAL) for m in named):
        taken = {m.start for m in named}
        for match in _LOCAL_WORDS.finditer(text):
            if match.start() not in taken:
                yield Mention(match.start(), match.end(), "PLACE", f"deictic:{match.group()}")


class _Last:
    """The places named last, of each level."""

    def __init__(self) -> None:
        self.of: dict[str, Place] = {}
        # where the last 社区, 村, … by name ends
        self.local_ends: dict[str, int] = {}
        self.own_city = OwnCity()

    def meant(self, level: str, at: int) -> Place | None:
        """Return the place of a level that a word at some character points at."""
        if level == "city" and (own := self.own_city.meant(self.of.get(level))):
            return own
        end = self.local_ends.get(level)
        return self.of.get(level) if end is None or at - end <= _LOCAL_REACH else None

    def see(self, place: Place, end: int = 0, *, part: bool = False) -> None:
        """Take up a place that is named, up to some character, whether or not only for a part of a figure."""
        last, chain = self.of, [place, *lineage(place.parent)]
        if place.level == LOCAL:
            head = place.name[-1:] if place.name[-1:] in _LOCAL_HEADS else place.name[-2:]
            last[head], self.local_ends[head] = place, end
        if place.level in ("province", "city", "county", "country"):
            last["any"] = place
        if place.level == "province" and place.id not in MUNICIPALITIES:
            # a city of another province is no longer what 全市 means
            known = last.get("city")
            if known is not None and all(a.id != place.id for a in lineage(known.parent)):
                last.pop("city")
        for item in chain:
            if item.level in ("province", "city", "county", "country") and item.id not in MUNICIPALITIES:
                # 新华社北京电 湖北通报，全省…: no province is a municipality
                last[item.level] = item
            if item.id in MUNICIPALITIES:
                last["city"] = item
            if item.id in AUTONOMOUS:
                last["autonomous"] = item
        self._see_area(place, next((item for item in chain if item.level == "county"), None), part=part)

    def _see_area(self, place: Place, county: Place | None, *, part: bool) -> None:
        """Take up what 全区 means: a district, or an autonomous region, which 宾阳县 leaves standing.

        So does a district of it that has a part of its figures: 广西新增2例，其中|青秀区1例，全区累计.
        """
        area = self.of.get("area")
        if county is not None:
            region = area is not None and area.id in AUTONOMOUS
            held = part and area is not None and any(one.id == area.id for one in lineage(county.parent))
            if not region or (county.name.endswith("区") and not held):
                self.of["area"] = county
        elif place.id in AUTONOMOUS:
            self.of["area"] = place
        elif area is None and "autonomous" in self.of:
            self.of["area"] = self.of["autonomous"]


def pointed(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions with 全省, 该市 and 当地 resolved; what points at nothing is left out.

    Args:
        text: The text as read.
        mentions: Places and `pointing_words`, sorted.
    """
    last, own, abroad, end = _Last(), _Last(), _Abroad(text), -1
    by_taiwan = told_by_taiwan(text)
    behind: dict[str, Place] | None = None
    for mention in mentions:
        if isinstance(mention.payload, PlaceRef):
            whole = mention.value == CHINA and text[mention.start : mention.end] in _WHOLE
            meant = abroad.meant(mention) if whole else None
            if whole and meant is None and mention.start in by_taiwan:
                meant = places()[TAIWAN]
            if meant is not None:
                yield replace(mention, value=meant.id, payload=PlaceRef(meant, deictic=True))
                continue
            # of 援鄂 nothing says that 当地 means 湖北
            if not mention.payload.deictic:
                part = is_dealt_out(text, mention)
                last.see(mention.payload.place, mention.end, part=part)
                last.own_city.see(mention.payload.place, leads=leads(text, mention))
                goal = _GOAL.search(text, max(0, mention.start - 4), mention.start)
                was = text[mention.start - 1 : mention.start] in _FROM and _TRAVEL.match(text, mention.end)
                if not goal and not was:
                    own.see(mention.payload.place, part=part)
            abroad.see(mention)
            end = mention.end
            yield mention
            continue
        level = mention.value.partition(":")[2]
        # of 支援湖北全省 all is 湖北
        words = text[mention.start : mention.end]
        mine = (words in _OWN or words in _LEVELS) and end != mention.start
        own_city = last.own_city.meant(own.of.get(level)) if level == "city" else None
        target = own_city or (own.of.get(level) if mine else None) or last.meant(level, mention.start)
        if target is None and words in _OWN:
            if behind is None:
                behind = {**dealt_out(text, mentions), **signed(text, mentions)}
            target = behind.get(level)
        if target is not None:
            yield replace(mention, value=target.id, payload=PlaceRef(target, deictic=True))


_HOME = frozenset(("中国", "中國"))
_BESIDE = frozenset("向从從自越过過和与與跟除较較比")
# 意大利输入1例, 韩国返青人员: a title that opens with where somebody or something comes from.
_COMES = re.compile(r"(?:输入|籍|返|归|回|来|进口|援|驻|抵|华|捐|赠|侨|中资|直飞|航班|留学|专家|包机|游客|旅客)")


def _is_title(text: str, mention: Mention) -> bool:
    """Tell whether a place opens a title, as what it is about: 法国宣布订购9亿只口罩."""
    begins = not text[: mention.start].strip("\n >【】《》[]")
    line = text.find("\n", mention.end)
    return begins and 0 < line - mention.end < 60 and not _COMES.search(text, mention.end, line)


class _Abroad:
    """The country that is told of, where that is another one than China."""

    def __init__(self, text: str) -> None:
        self.text = text
        lead = _LEAD.match(text)
        self.lead = lead.end() if lead else 0
        self.lead_countries: set[str] = set()
        # the country that the title opens with
        self.titled: Place | None = None
        self.last: Mention | None = None
        self.country: Place | None = None
        self.home = False
        # where the sentence of the last place begins, its first place, and all its countries
        self.begin = -1
        self.opening: Mention | None = None
        self.countries: set[str] = set()

    def see(self, mention: Mention) -> None:
        """Take up a place that is named."""
        assert isinstance(mention.payload, PlaceRef)
        place = mention.payload.place
        country = next((p for p in (place, *lineage(place.parent)) if p.level == "country"), None)
        if country is None and place.level != "local":
            return
        id = country.id if country is not None else CHINA
        self.home |= id == CHINA
        self.last, self.country = mention, country
        if mention.start < self.lead:
            if not self.lead_countries and _is_title(self.text, mention):
                self.titled = country
            self.lead_countries.add(id)
        begin = self._sentence(mention.start)
        if begin != self.begin:
            self.begin, self.opening, self.countries = begin, mention, set()
        self.countries.add(id)

    def meant(self, mention: Mention) -> Place | None:
        """Return the country that 全国 or 国内 means here if it is not China."""
        text, last, country = self.text, self.last, self.country
        if last is None:
            return None
        before = text[last.start - 1 : last.start]
        # 向中国订购口罩, 累计超越中国: news of the country in the title names China in passing
        passing = self.titled is not None and before in _BESIDE and text[last.start : last.end] in _HOME
        country = self.titled if passing else country
        if country is None or country.id == CHINA or text[mention.start - 1] in _TOWARDS:
            return None
        if not passing and (before in _GOES or _FROM_HOME.search(text, last.end, min(last.end + 12, mention.start))):
            return None
        begin = self._sentence(mention.start)
        if begin == self.begin:
            opening = self.opening
            if self.countries != {country.id} or opening is None:
                return None
            if text[opening.start - 1 : opening.start] in _CLAUSE_BEGINS and _SPEAKS.match(text, opening.end):
                return country
        elif _AUTHORITIES.search(text, begin, mention.start):
            return None
        told = country == self.titled or self.lead_countries == {country.id}
        return country if told or not self._tells_of_home(mention.start) else None

    def _tells_of_home(self, end: int) -> bool:
        """Tell whether China was told of so far, in a name too: 中国疾控中心."""
        self.home = self.home or any(0 <= self.text.find(name, 0, 4096) < end for name in ("中国", "中國"))
        return self.home

    def _sentence(self, at: int) -> int:
        return max(self.text.rfind(mark, max(0, at - 300), at) for mark in _SENTENCE_ENDS) + 1
