"""Where a name begins: leftwards from its head up to a particle, a verb, a quantity or a mark, never inside a word."""

from __future__ import annotations

import re

from epiextract.tagging.names.words import surnames
from epiextract.tagging.segmentation import STOPS, known_words, segments, words_of

_LONGEST = 26
# How far before a name's first character to look for a word that goes across it.
_ASTRIDE = 3
_PARTICLES = frozenset(c for c in STOPS if "\u3400" <= c <= "\u9fff")
# 生产|防疫物资企业: at the beginning these are verbs, though names hold them elsewhere.
_OPENING_VERB = re.compile(r"(?:生产|供应|采购|销售|服务|保障|运营)(?![型性商])(?=[\u3400-\u9fff]{2})")
# 开放|方舱医院, though 开放大学 is called so.
_OPENED = re.compile(r"开放(?=方舱|定点|集中|隔离|发热|收治)")
# 韩|家|墩, 杨|家|码头: families give their names to places; and 和 opens a name where a clause begins: ，和美社区.
_FAMILY = re.compile(r"家(?=[墩湾沟场沱坝嘴庄塘坪桥河山岭岗店冲垸台坡寨堡营屯峪洼坞埠集巷村]|码头)")
_WITH = re.compile(r"和(?=[\u3400-\u9fff](?:社区|小区|苑|佳园|花园))")
# Of those at which names stop, the ones that open the names of firms too: 均瑶, 运鸿, 能链, 超亚, 人福.
_OPENING_STOPS = frozenset("能超人运均可家得购会")
_CLAUSE_BEGINS = frozenset(("", *"，。；：、？！“（( \n\u3000"))
# 在华|企业, 旅日|团体, 在鄂|企业; of 在汉医疗队 the place is the team's
_LIVING = re.compile(
    r"[在旅留][日韩英法德意俄泰美加澳华]"
    r"|[在驻][鄂汉京津沪渝冀晋辽吉苏浙皖闽赣鲁豫湘粤桂琼川蜀黔滇陕甘宁疆藏港澳台](?!医疗队)"
)
_PAIRS = (("（", "）"), ("(", ")"), ("“", "”"), ("「", "」"), ("《", "》"))
_QUOTED = re.compile(r"“[\u3400-\u9fffA-Za-z0-9]{2,8}”$")


def name_start(text: str, head: int, floor: int) -> int:
    """Return where the name begins whose head word stands at *head*.

    Args:
        text: The text as read.
        head: Where the head word begins.
        floor: Where the name cannot begin before: the end of a figure.
    """
    start = _walk(text, head, floor)
    if start == head:
        return start
    # of “逆行者”车队 the quotation marks hold no verb that parts it
    quote = text.find("“", start, head)
    begins = start if quote == start else _past_words(text, start, quote if quote > 0 else head, floor)
    return _outside(text, begins, head)


def firm_start(text: str, start: int, head: int, floor: int) -> int:
    """Return where a firm's name begins that opens with a character at which names stop: 均瑶集团, 山东|能链控股.

    Such a name is known, or it opens its clause or follows a place or a kind of firms, and goes on with what is no
    word: 能|腾讯公司 holds none.

    Args:
        text: The text as read.
        start: Where the name begins without that character.
        head: Where the head word begins.
        floor: Where the name cannot begin before.
    """
    if start == head:
        # 上海家化|公司: the known name holds what no other name goes across
        return _brand_start(text, head, floor)
    at = start - 1
    if not floor <= at or text[at] not in _OPENING_STOPS or segments(text[start:head])[0][1] != 1:
        return start
    opens = at == floor or text[at - 1 : at] in _CLAUSE_BEGINS or text.endswith(("企业", "单位"), 0, at)
    if opens:
        return at
    places = known_words().places
    return next((low for low in range(max(floor, at - 6), at - 1) if text[low:at] in places), start)


def _walk(text: str, start: int, floor: int) -> int:
    """Return where a name that goes on at *start* begins at most: walk left over what names are made of."""
    words = known_words()
    before, opens = words.before, words.before_opens
    position = start
    limit = max(floor, start - _LONGEST)
    while position > limit:
        c = text[position - 1]
        if c in "）)":
            opening = max(text.rfind("（", limit, position), text.rfind("(", limit, position))
            if opening > limit and position - opening <= 8:
                # 中国建设银行（欧洲）有限公司: no verb is looked for in the name before the bracket
                position = _brand_start(text, opening, limit)
                continue
            break
        if c == "”":
            quoted = _quoted(text, position, start, limit)
            if quoted < position:
                position = quoted
                continue
            break
        if c in STOPS and not _kept(text, position - 1):
            break
        if not ("\u3400" <= c <= "\u9fff" or c.isalnum() or c == "·"):
            break
        position -= 1
        verb = before.match(text, position) if c in opens else None
        if verb and verb.end() <= start and (len(verb[0]) > 3 or not _kept(text, position)):
            return verb.end()
    if text[position] in "（(" and position < start:
        # （一）幼儿园: what a bracket opens with is a number, no part of the name
        return max(text.find("）", position, start), text.find(")", position, start)) + 1
    return position


def _outside(text: str, start: int, head: int) -> int:
    """Return *start* behind a bracket that closes in the name and opened before: （记者王凯）|财政部."""
    for opening, closing in _PAIRS:
        shut = text.rfind(closing, start, head)
        if shut >= 0 and text.find(opening, start, shut) < 0:
            start = shut + 1
    return start


def _quoted(text: str, end: int, head: int, limit: int) -> int:
    """Return where the quotation marks open that a name holds and that close before *end*, else *end*: “慧眼”实验室."""
    quoted = _QUOTED.search(text, max(limit, end - 10), end)
    if not quoted or quoted[0][1:-1] in words_of("quoted") or text[head : head + 2] in words_of("unquoted"):
        return end
    stops = known_words().stops | words_of("after_quotes")
    # “封城”后|当地政府
    parted = any(text[end + a : end + b] in stops for a, b in segments(text[end:head]))
    return end if parted else quoted.start()


def _brand_start(text: str, end: int, limit: int) -> int:
    """Return where the known name begins that ends at *end*, or *end*."""
    brands = known_words().brands
    return next((start for start in range(max(limit, end - 8), end - 1) if text[start:end] in brands), end)


def _kept(text: str, position: int) -> bool:
    """Tell whether the stop at *position* is inside of a word that names hold: 协和, 有限, 支行."""
    words = known_words()
    if text[position - 1 : position + 1] in words.held or text[position : position + 2] in words.held:
        return True
    if _in_proper(text, position):
        return True
    window = text[max(0, position - 2) : position + 3]
    return any(word in window for word in words.kept.get(text[position], ()))


def _in_proper(text: str, position: int) -> bool:
    """Tell whether 家 or 和 is part of a proper name: 韩家墩, ，和美社区."""
    before = text[max(0, position - 1) : position]
    if text[position] == "家":
        return before in surnames() and _FAMILY.match(text, position) is not None
    return text[position] == "和" and before in _CLAUSE_BEGINS and _WITH.match(text, position) is not None


def _has_words(text: str, low: int, start: int, head: int) -> bool:
    """Tell whether anything stands there that can move the start: most names need no segmentation."""
    words = known_words()
    opens = words.opens
    for at in range(low, head - 1):
        if text[at : at + 2] in opens:
            return True
    costs = words.costs
    for at in range(low, start):
        for end in range(start + 1, min(head, at + 4) + 1):
            if text[at:end] in costs:
                return True
    return not _PARTICLES.isdisjoint(text[start:head])


def _past_words(text: str, start: int, head: int, floor: int) -> int:
    """Return *start* behind the last verb before the head, and behind a word that goes across it.

    承担|武汉火神山医院, 一方面增加|定点医院, 发挥|运输企业. No word goes across the end of a figure, 41支|援鄂医疗队,
    but its classifier said twice, 一座座|方舱医院.
    """
    twice = text[floor - 1 : floor] == text[floor : floor + 1]
    low = start
    while low > max(floor - _ASTRIDE * twice, start - _ASTRIDE) and "\u3400" <= text[low - 1] <= "\u9fff":
        low -= 1
    stops = known_words().stops
    for a, b in segments(text[low:head]) if _has_words(text, low, start, head) else ():
        a, b = a + low, b + low
        if b > start and (
            a < start or (text[a:b] in stops if b - a > 1 else text[a] in _PARTICLES and not _in_proper(text, a))
        ):
            start = b
    for verb in words_of("through"):
        # 当地利用|武汉市第一医院, not 江海资源综合利用公司
        used = text.rfind(verb, start, head)
        if used >= 0 and _opens_place(text, used + len(verb)):
            start = used + len(verb)
    opening = _OPENING_VERB.match(text, start, head - 1) or _OPENED.match(text, start)
    if opening and opening.end() <= head:
        return opening.end()
    if head - start == 1 and (text[start] in words_of("alone") or _LIVING.match(text, start - 1)):
        return head
    words = words_of("opening")
    behind = start + 1 if text[start] in words else start + 2 if text[start : start + 2] in words else start
    return behind if behind > start and _opens_place(text, behind) and not _opens_place(text, start) else start


def _opens_place(text: str, start: int) -> bool:
    """Tell whether the name of a place begins at *start*."""
    places = known_words().places
    return any(text[start:end] in places for end in range(start + 2, start + 5))
