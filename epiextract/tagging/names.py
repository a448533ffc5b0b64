"""Organisations, facilities and persons: a small grammar of Chinese names on top of the lexicon's hits.

A head word (集团, 医院, 基金会) ends a name; its left boundary is found by walking back over characters that names are
made of, up to a particle, a verb, a quantity or a mark. Nested names yield the longest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from epiextract.rules_path import builtin_rules_path
from epiextract.tagging.mentions import Entry, Hit, Mention

HEAD, FACILITY_HEAD, TITLE = "ORG_HEAD", "FACILITY_HEAD", "PERSON_TITLE"
GENERIC, ANAPHOR, GROUP = "generic", "anaphor", "group"
_LONGEST = 26
# Characters that no name goes across, leftwards from its head. 和 and 与 join names, though 协和 and 和平 hold the one.
_STOPS = frozenset(
    "，。、；：？！!?,;:…\n\t >（(【[〔“”‘’\"'《》<>|/=+*#%~—-的了在向给為为对對由从從与與和及并将將把被等是有就也又还還都已曾让讓使请到往于於"
    "至自以其这這那该該本我你他她它们們个個名支家所位批次例人件只台每各多余近约超逾共另仅则均更再可能会要需所因如若但而且或"
    "说表示称据经過过着向捐赠贈送寄援购買买运發发收获得派赴去来來"
)
_KEPT = ("协和", "和平", "和记", "来福士", "所属", "本田", "光大", "自如", "多多", "共青", "人民", "人寿", "人保", "个人", "军人", "老人", "经济", "经贸", "可口", "如家", "如东", "如皋", "更新", "以岭", "以色列", "以及", "自治", "自贡", "自然", "为民", "有限", "有色", "国有", "发展", "发改", "发区", "开发", "发行", "农发", "研发", "华发", "运输", "航运", "运城", "货运", "客运", "海运", "运动", "送变电", "买断", "到家", "多伦", "各大", "名流", "位于", "支行", "支队", "家电", "家居", "家具", "家乐", "国家", "宜家", "红会", "协会", "商会", "社会", "工会", "总会", "委会", "年会", "学会", "会计", "会展", "会议", "会稽", "会昌", "会宁", "会同", "会东", "需求", "近海", "金所", "交所", "生所", "究所", "来宾", "未来", "至尊", "另类", "对外", "自立", "援鄂", "援汉", "支援", "援助", "救援", "收费", "税收", "与民", "去哪儿", "过滤", "能源", "能建", "能投", "新能", "节能", "华能", "智能", "功能", "使馆", "领事", "信使", "让胡", "称多", "说唱", "表行", "经开", "经营", "神经", "财经", "自控", "可视", "要客", "因特", "若羌", "且末", "或者", "共享", "共和", "公共", "均安", "每日", "各级", "各地", "名人", "著名", "家庭", "个体", "件厂", "次元", "例会", "批发", "只有", "台湾", "平台", "烟台", "邢台", "电台", "丰台", "台州", "台山", "东台", "茅台", "天台", "台儿庄", "台商", "台资", "后台")  # fmt: skip
_VERBS = regex.compile(
    r"(?:捐赠|捐助|捐献|捐款|支援|驰援|援助|联合|通过|来自|位于|作为|包括|其中|以及|组织|协调|联系|委托|指定|前往|抵达|进入|到达|进驻|赶赴|入驻|获悉|指导|支持|帮助|协助|通知|要求|接到|依托|督促|组成|建立|成立|设立|开设|改造|改建|新建|建设|负责|运送|送到|送往|运往|运到|发往|寄往|交付|移交|转交|定点|收治|介绍|显示|表示|认为|宣布|公布|发布|提供|记者|走进|走访|关闭|运营|接管|涌现|调拨|分配|拨付|下拨|转给|服务|保障|采购|购买|订购|供应|生产|上海至|全市|全省|全国|各地|各大|部分|多家|数家|首批|首家|一家|两家|三家|旗下|下属|附近|针对|围绕|根据|按照|截至|目前|随着|期间|现在|今天|昨天|日前|近日|努力|决定|减轻|影响|缓解|组建|组织|号召|动员|呼吁|发动|邀请|协同|会同|携手|共同|积极|迅速|紧急|连夜|第一时间|立即|先后|陆续|已经|同时|此外|另外|目前|其他|全体|广大|众多|很多|许多|多个|负责人|工作人员|相关负责|为了|关于|有关|担任|带领|率领|陪同|调研|考察|看望|慰问|检查|视察|代表|作为|成为|进行|开展|开设|启动|发起|举行|召开|参加|参与|加入|获得|收到|接收|接受|投入|用于|送|捐)"
)
_GENERIC_BEFORE = regex.compile(
    r"(?:定点|方舱|综合|集中|医学|三级|三甲|二级|大型|民营|民办|私立|公立|市级|省级|县级|部属|市属|省属|地方|社区|新建|各大|其他|当地|部队|专科|传染病|基层|全省|全市|指定|有关|相关|重点|上市|生产|国有|中央|外资|台资|中小|中小微|小微|多家|参与|疫情防控|防疫|抗疫|疫情|物资|专用|隔离|普通|重症|独立|临时|应急|备用|社会|慈善|公益|发热|医疗|铁路|餐饮|保险|快递|物流|房地产|医药|食品|网络|科技|旅游|制造|航空|商业|政策性|股份制|金融|地方性)+$"
)


@dataclass(frozen=True, slots=True)
class NameRef:
    """What a mention of a name means.

    Args:
        name: The name as written.
        kind: company, bank, charity, hospital, fangcang, person, ...
        id: An id, where the name is linked.
    """

    name: str
    kind: str
    id: str | None = None


@lru_cache(maxsize=1)
def name_entries() -> tuple[Entry, ...]:
    """Return the rows for the lexicon: heads, titles, known names, groups, anaphors."""
    entries = []
    tags = {"head": HEAD, "facility": FACILITY_HEAD, "title": TITLE}
    path = builtin_rules_path() / "zh" / "lexicons" / "names.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        role, kind, terms = line.split("\t")
        for term in terms.split("|"):
            if role in tags:
                entries.append(Entry(term, tags[role], kind))
            elif role == "known":
                entries.append(Entry(term, f"{kind}_NAME_PART", "known"))
            elif role == "group":
                entries.append(Entry(term, "GROUP_PART", GROUP))
            else:
                entries.append(Entry(term, f"{kind}_ANAPHOR_PART", ANAPHOR))
    return tuple(entries)


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    path = builtin_rules_path() / "zh" / "lexicons" / "surnames.txt"
    return frozenset("".join(line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"))


def find_names(text: str, hits: Sequence[Hit], *, values: Sequence[object] = ()) -> list[Mention]:
    """Return the organisations, facilities and persons of *text*, sorted; the longest of nested ones.

    Args:
        text: The text as read.
        hits: What the lexicon found.
        values: Quantities and times, which no name goes across.
    """
    ends = [(v.start, v.end) for v in values]  # type: ignore[attr-defined]
    found: list[Mention] = []
    at = 0
    for number, hit in enumerate(hits):
        while at < len(ends) and ends[at][1] <= hit.start:
            at += 1
        floor = ends[at - 1][1] if at else 0
        for entry in hit.entries:
            mention = _name_at(text, hit, entry, hits, number, floor)
            if mention is not None:
                found.append(mention)
                break
    return _longest(found)


def _name_at(text: str, hit: Hit, entry: Entry, hits: Sequence[Hit], number: int, floor: int) -> Mention | None:
    tag = entry.tag
    if tag in (HEAD, FACILITY_HEAD):
        return _headed(text, hit, entry, floor)
    if tag == TITLE:
        return _person(text, hit)
    if tag == "GROUP_PART":
        return Mention(hit.start, hit.end, "ORG", GROUP, NameRef(text[hit.start : hit.end], GROUP))
    if tag.endswith("_NAME_PART"):
        kind = tag.partition("_")[0]
        start = _left(text, hit.start, floor) if kind == "FACILITY" else hit.start
        return Mention(start, hit.end, kind, "known", NameRef(text[start : hit.end], "known"))
    if tag.endswith("_ANAPHOR_PART"):
        kind = tag.partition("_")[0]
        start = _left(text, hit.start, floor)
        if start < hit.start:
            return _named(text, start, hit.end, kind, "hospital" if kind == "FACILITY" else "company", hit.start)
        return Mention(hit.start, hit.end, kind, ANAPHOR, NameRef(text[hit.start : hit.end], ANAPHOR))
    return None


def _headed(text: str, hit: Hit, entry: Entry, floor: int) -> Mention | None:
    start = _left(text, hit.start, floor)
    tag = "FACILITY" if entry.tag == FACILITY_HEAD else "ORG"
    if start == hit.start and (len(text[hit.start : hit.end]) < 3 or tag == "ORG"):
        if tag == "ORG":
            return None
        return Mention(start, hit.end, tag, GENERIC, NameRef(text[start : hit.end], entry.value))
    return _named(text, start, hit.end, tag, entry.value, hit.start)


def _named(text: str, start: int, end: int, tag: str, kind: str, head: int) -> Mention:
    before = text[start:head]
    generic = start == head or _GENERIC_BEFORE.fullmatch(before) is not None
    return Mention(start, end, tag, GENERIC if generic else "name", NameRef(text[start:end], kind))


def _left(text: str, start: int, floor: int) -> int:
    """Return where a name that goes on at *start* begins: walk left over what names are made of."""
    position = start
    limit = max(floor, start - _LONGEST)
    while position > limit:
        c = text[position - 1]
        if c in "）)":
            opening = max(text.rfind("（", limit, position), text.rfind("(", limit, position))
            if opening > limit and position - opening <= 8:
                position = opening
                continue
            break
        if c in _STOPS and not _kept(text, position - 1):
            break
        if not ("\u3400" <= c <= "\u9fff" or c.isalnum() or c == "·"):
            break
        position -= 1
        verb = _VERBS.match(text, position)
        if verb and verb.end() <= start and not _kept(text, position):
            return verb.end()
    return position


def _kept(text: str, position: int) -> bool:
    """Tell whether the stop at *position* is inside of a word that names hold: 协和, 有限, 支行."""
    window = text[max(0, position - 2) : position + 3]
    return any(word in window for word in _KEPT_BY_CHARACTER.get(text[position], ()))


_KEPT_BY_CHARACTER: dict[str, tuple[str, ...]] = {}
for _word in _KEPT:
    for _c in set(_word):
        _KEPT_BY_CHARACTER[_c] = (*_KEPT_BY_CHARACTER.get(_c, ()), _word)


def _person(text: str, hit: Hit) -> Mention | None:
    """Return the person whose name follows a title: 董事长陈东升, 院长张定宇说."""
    start = hit.end
    if text[start : start + 1] not in _surnames():
        return None
    match = _PERSON.match(text, start)
    if not match:
        return None
    return Mention(start, match.end(), "PERSON", "person", NameRef(text[start : match.end()], "person"))


_PERSON = regex.compile(
    r"[\u3400-\u9fff](?:[\u3400-\u9fff]{1,2}(?=[，。、；：（(！？”\s]|说|表示|介绍|认为|告诉|等|在|向|捐|将|对|为|通过|也|和|与|以|个人|率|带|透露|指出|称|又|还|曾|先生|女士|医生|同志|主持|拟|把|从|到|自|就|已|联|夫妇|给|及|代表|宣布|出|获悉|率领|购|是)|[\u3400-\u9fff]{2}(?=[\u3400-\u9fff]))"
)


def _longest(found: Iterable[Mention]) -> list[Mention]:
    taken: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if taken and mention.start < taken[-1].end:
            if mention.end > taken[-1].end and mention.start == taken[-1].start:
                taken[-1] = mention
            continue
        taken.append(mention)
    return taken


def lists(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, ...]]:
    """Yield runs of names that 、 和 及 与 join."""
    run: list[Mention] = []
    for mention in mentions:
        if run and text[run[-1].end : mention.start] not in ("、", "和", "及", "与", "以及"):
            yield tuple(run)
            run = []
        run.append(mention)
    if run:
        yield tuple(run)
