"""Persons: told by a title before or behind the name, by what they do, by 某, or by the point in a foreign name."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache

from epiextract.tagging.mentions import Hit, Mention
from epiextract.tagging.names.standing import standing
from epiextract.tagging.names.words import NameRef, boundary_words, surnames
from epiextract.tagging.segmentation import known_words, segments, stands_apart

_FOLLOWED = (
    r"(?=[，。、；：（(！？”\s]|说|表示|介绍|认为|告诉|等|在|向|捐|将|对|为|通过|也|和|与|以|个人|率|带|透露|指出|称|又|还|曾|先生|女士|医生"
    r"|同志|主持|拟|各|把|从|到|自|就|已|联|夫妇|给|及|代表|宣布|出|获悉|率领|购|是|[0-9.]{1,9}[余多]?[千万]?元)"
)
_AFTER_TITLE = re.compile(
    rf"[\u3400-\u9fff](?:[\u3400-\u9fff]{{1,2}}{_FOLLOWED}|[\u3400-\u9fff]{{2}}(?=[\u3400-\u9fff]))"
)
_SPEAKS = re.compile(
    "介绍|表示|告诉|坦言|透露|认为|说[，：]|称[，：]|回忆|感慨|捐出|捐赠|捐款|捐了|自费|自掏腰包|自发|主动|拿出|第一时间|得知|坐不住|花费|募集|筹集|采购|购买|买了|买来|送来"
)
# What a person named by a home does: 侨居日本的周建明|委托家人; 来自山东的白菜，… is none.
_DID = (
    "捐|向|给|将|把|为|从|委托|通过|自费|自掏腰包|自发|主动|独自|个人|拿出|联系|得知|听说|购买|买|花|送|寄|带着|告诉|表示"
    "|介绍|说"
)
_DOES, _DOES_BEHIND = re.compile(_DID), rf"[\u3400-\u9fff]{{2,3}}?(?:{_DID})"
_CUT = frozenset("，。、；：）)！？” \t\u3000\n")
_NO_GIVEN_NAME = frozenset("说称向对将已为等及也还又就把被在从到给与和是各")
# 会长李建国|联合…捐赠, though 国联 is a word
_TOGETHER = ("联合", "联手", "联同")
# 市民王刚|捐出, 汪勇|匿名捐款: what goes on behind a name of two characters
_GIVES = ("捐出", "捐款", "捐了", "捐给", "捐赠", "赠送", "匿名")
# 万多名老人, 工人戴着口罩: counters and particles
_NO_NAME_ENDS = frozenset("的名位个着了过们")
# Surnames that more often are something else: 万余元, 应检尽检, 云监工; and what a given name does not hold or end in.
_COMMON_SURNAMES = frozenset("万应那向居平米云康索管花白金")
_LEADING = frozenset("向于从和")
_FAMILIAR = frozenset("小老")
_NO_GIVEN = _NO_GIVEN_NAME | _NO_NAME_ENDS | frozenset("都不有无要会能可只才更最很之其所你我他她们")
_NO_LAST = frozenset("摄看校护网债票哥姐家院站人镇县市区村路街号乡")
_OPENING = ("", *"，。、；：（(“”！？\n 和与的给请位名")
SYLLABLES = (
    "阿埃艾安奥巴贝比彼波伯博布查达戴德蒂丁杜多厄恩尔法菲费弗夫福盖戈格古哈海赫霍基吉加杰金卡凯科克库奎拉莱兰劳勒雷里利林卢鲁罗洛马玛迈曼"
    "梅蒙米莫姆穆纳娜奈内尼妮宁诺欧帕佩皮普奇契乔恰切让热瑞若萨塞沙莎什史施斯丝苏索塔泰坦特提图托瓦威维魏温文沃乌武西希锡谢辛休雅亚娅扬耶叶伊"
    "因英尤约泽扎詹朱兹佐谭本班保鲍勃彻茨道登顿凡芬冯弥汉亨华怀惠吕伦琳露洛逊松森申圣顺思泼珀葛根翰宾莉丽琪蕾薇菈黛黎历山治芭裘齐易贾丹肯简珍珊夏香娃尚尧钦庞得大卫唐昂素季哲仁谷门丘钱乐佛莲涅荷斐蓬多罕默桑赖翁隆蒂佩茜珂宁滕肖瓜"
)
_FOREIGN = re.compile(rf"[{SYLLABLES}]{{1,6}}(?:·[{SYLLABLES}]{{1,7}})+")


@lru_cache(maxsize=1)
def _masked() -> re.Pattern[str]:
    return re.compile(rf"[{''.join(sorted(surnames()))}]某(?!某?[种個个些地一天年月日公企医])(?:某|甲|乙|丙)?")


@lru_cache(maxsize=1)
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    """Return the titles before which a family name alone will do, and all that stand behind names."""
    polite = frozenset(boundary_words("polite"))
    return polite, polite.union(boundary_words("behind"))


def find_persons(text: str, titles: Sequence[Hit], described: Container[int]) -> Iterator[Mention]:
    """Yield the persons of *text* whose names do not simply follow a title.

    Args:
        text: The text as read.
        titles: Where titles stand.
        described: Where words for persons end, behind which a name begins: 市民王女士.
    """
    polite, behind = _titles()
    for hit in titles:
        title = text[hit.start : hit.end]
        if title in behind:
            start = _before_title(text, hit, described if title in polite else None)
            if start is not None:
                # of 曹大姐 the family name alone would be no name
                yield _person(text, start, hit.end if hit.start - start == 1 else hit.start)
    if "某" in text:
        yield from _nameless(text)
    done = at = 0
    while (at := text.find("·", at)) >= 0:
        name = _FOREIGN.search(text, max(done, at - 6), at + 24)
        if name and name.start() < at < name.end():
            yield _person(text, name.start(), name.end())
            done = at = name.end()
        else:
            at += 1
    yield from _dwellers(text)
    yield from _speakers(text)
    yield from _repeated(text)


@lru_cache(maxsize=1)
def _dwelling() -> re.Pattern[str]:
    words = sorted(boundary_words("dwelling"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(words)})[\u3400-\u9fff]{{2,12}}?的(?={_DOES_BEHIND})")


def _dwellers(text: str) -> Iterator[Mention]:
    """Yield the persons who are told by where they live, and by what they do: 侨居日本的周建明捐赠口罩."""
    for match in _dwelling().finditer(text):
        person = after_title(text, match.end())
        if person is not None and _DOES.match(text, person.end):
            yield person


def _nameless(text: str) -> Iterator[Mention]:
    """Yield the persons who are called 某; 杜某然 is named like that wherever he is named."""
    spans = [match.span() for match in _masked().finditer(text)]
    longer = {start: text[start : end + 1] for start, end in spans if _is_han(text[end : end + 1] or " ")}
    places = standing(text, [*(text[start:end] for start, end in spans), *longer.values()])
    for start, end in spans:
        often = len(places[text[start:end]])
        yield _person(text, start, end + (often > 1 and start in longer and len(places[longer[start]]) == often))


def again(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the other places where a person stands who is told by a title somewhere: 张丙宏曾连续….

    Args:
        text: The text as read.
        found: The names that are known.
    """
    names = {text[m.start : m.end] for m in found if m.tag == "PERSON" and m.end - m.start >= 2}
    words = known_words().costs
    # 王芳 in 王芳芳
    inside = {name[at : at + 2] for name in names if len(name) > 2 for at in range(len(name) - 1)}
    for name, starts in standing(text, (name for name in names if "某" not in name)).items():
        if len(starts) < 2:
            continue
        if len(name) > 2:
            yield from _everywhere(text, name, starts)
        elif name not in words and name.isalpha() and name not in inside:
            # two characters are soon a part of something else
            yield from (m for m in _everywhere(text, name, starts) if stands_apart(text, m.start, m.end))


def after_title(text: str, start: int, *, weak: bool = False) -> Mention | None:
    """Return the person whose name follows a title that ends at *start*: 董事长陈东升, 院长张定宇说.

    Args:
        text: The text as read.
        start: Where the name begins.
        weak: Whether the title more often stands alone: 患者, 市民.
    """
    if text[start : start + 1] in _FAMILIAR and not weak:
        return _familiar(text, start)
    if text[start : start + 1] not in surnames():
        return None
    match = _AFTER_TITLE.match(text, start)
    if not match or _leads_to_a_word(text, start):
        return None
    end = match.end()
    crosses = text[end - 1 : end + 1] in known_words().costs and not text.startswith(_TOGETHER, end)
    if end - start == 3 and (text[end - 1] in _NO_GIVEN_NAME or crosses or text.startswith(_GIVES, end - 1)):
        # 总经理易飞说, 董事长金敏第一时间: the third character belongs to what comes next
        end -= 1
    if text[start:end] in _titles()[1]:
        # 司机|师傅
        return None
    return _person(text, start, end) if _may_be_name(text[start:end], weak) else None


def _familiar(text: str, start: int) -> Mention | None:
    """Return the person who is called 小莫 or 老孙 behind a title; 业主小区 is none."""
    name = text[start : start + 2]
    if name[1:] not in surnames() or name in known_words().costs or not stands_apart(text, start, start + 2):
        return None
    return _person(text, start, start + 2)


def _leads_to_a_word(text: str, start: int) -> bool:
    """Tell whether a particle that is a surname too leads to a word: 老人|向红十字会捐款."""
    costs = known_words().costs
    return text[start] in _LEADING and any(text[start + 1 : start + n] in costs for n in (3, 4, 5))


def _may_be_name(name: str, weak: bool) -> bool:
    """Tell whether no common word shows: 患者高烧不退 names nobody."""
    words = known_words()
    if name[-1] in _NO_NAME_ENDS:
        return False
    if (weak or len(name) > 2) and name[:2] in words.costs:
        return False
    if weak and len(segments(name)) < len(name):
        return False
    if name[0] in _LEADING and name[1:] in words.costs:
        # 王女士|向黄冈市捐款
        return False
    return name[:2] not in words.stops and name not in words.costs and name[1:] not in words.stops


def _before_title(text: str, hit: Hit, described: Container[int] | None) -> int | None:
    """Return where a name begins that stands before a title: 钟南山院士, 王女士."""
    if text[hit.start - 1] in _NO_NAME_ENDS:
        return None
    for length in (3, 2):
        start = hit.start - length
        # 这个决定时，李医生: a name holds no comma
        han = start >= 0 and all(map(_is_han, text[start : hit.start]))
        if han and text[start] in surnames() and _unknown(text, start, hit.start):
            return start
    start = hit.start - 1
    # a family name alone will do before 女士, not before 院士
    if described is not None and start >= 0 and text[start] in surnames():
        return start if start in described or text[start - 1 : start] in _OPENING else None
    return None


def _unknown(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch is made of characters that are no part of common words there."""
    low = start
    while low > max(0, start - 4) and _is_han(text[low - 1]):
        low -= 1
    # a name stands at the beginning of what is said or behind a word, not behind another loose character
    pieces = [(a + low, b + low) for a, b in segments(text[low:end])]
    loose = all(b - a == 1 for a, b in pieces if b > start)
    return loose and all(b - a > 1 or b > start or text[a] in "的在和与由向对是" for a, b in pieces[-4:])


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _speakers(text: str) -> Iterator[Mention]:
    """Yield persons who are told by what they do, and wherever the same name stands: 张某某介绍, 李某某捐出."""
    words = known_words()
    names: dict[str, None] = {}
    for match in _SPEAKS.finditer(text):
        end = match.start() - (text[match.start() - 1 : match.start()] in ("还", "也", "又"))
        start = next((end - n for n in (2, 3) if end == n or (end > n and text[end - n - 1] in _CUT)), end)
        name = text[start:end]
        if not name or not all(map(_is_han, name)):
            continue
        if (
            name[0] in surnames()
            and name not in words.costs
            and name[1:] not in words.costs
            and name[-1] not in "也还又都则各共均"
        ):
            names[name] = None
    for name, starts in standing(text, names).items():
        if len(starts) > 1 or (len(name) == 3 and len(segments(name)) == 3):
            yield from _everywhere(text, name, starts)


@lru_cache(maxsize=1)
def _opening_names() -> re.Pattern[str]:
    # 50|余万元, 1607|萬餘元: what goes on behind a number is its unit
    family = "".join(sorted(surnames() - _COMMON_SURNAMES))
    return re.compile(rf"(?<![\u3400-\u9fff0-9])[{family}][\u3400-\u9fff]{{2}}")


def _repeated(text: str) -> Iterator[Mention]:
    """Yield persons whom a text names twice, once at the beginning of a clause: 屠思澄每天…, where no word is known."""
    words = known_words().costs
    first: dict[str, int] = {}
    for match in _opening_names().finditer(text):
        name = match.group()
        if name not in first and _NO_GIVEN.isdisjoint(name[1:]) and name[2] not in _NO_LAST:
            first[name] = match.start()
    named = (name for name in first if not (name in words or name[:2] in words or name[1:] in words))
    for name, starts in standing(text, named).items():
        start, end = first[name], first[name] + len(name)
        # 齐心协|力 goes on as a word; what stands in quotation marks is a short form or a brand
        if len(starts) < 2 or text[end - 1 : end + 1] in words or _is_quoted(text, name, starts):
            continue
        if [last for _, last in segments(text[start : end + 2])[:3]] == [1, 2, 3]:
            yield from _everywhere(text, name, starts)


def _is_quoted(text: str, name: str, starts: Iterable[int]) -> bool:
    """Tell whether a name stands in quotation marks somewhere."""
    return any(text.startswith(f"“{name}”", start - 1) for start in starts if start)


def _everywhere(text: str, name: str, starts: Iterable[int]) -> Iterator[Mention]:
    return (_person(text, start, start + len(name)) for start in starts)


def _person(text: str, start: int, end: int) -> Mention:
    return Mention(start, end, "PERSON", "person", NameRef(text[start:end], "person"))
