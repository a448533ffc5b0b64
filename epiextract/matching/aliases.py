"""Which short form of a document stands for which full one: 恒大 for 恒大集团, 中国红基会 for 中国红十字基金会."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.givers import introduced_shorts
from epiextract.tagging.names.words import known_ids

POINTING = frozenset({"anaphor", "generic", "group"})
_LEVELS = str.maketrans("", "", "省市区县")
# Firms, foundations and banks are shortened by leaving characters out; of hospitals and offices every one counts.
_SHORTENED = frozenset({"company", "charity", "bank", "association", "media", "known", "subject", "short", "listed"})
_WHOLE = frozenset("院会部局委厅司行校组队区所站心社团")
# What a short form leaves away at the end: 恒大 for 恒大集团, 火神山 for 火神山医院; a branch is no full form.
_LEGAL = re.compile(
    r"^(?!.*(?:分|支|子)(?:公司|行))(?!合资|合作).*(?:公司|集团|银行|医院|基金会|总会)$|^(?:控股|股份|科技|速运)$"
)
_FORM = re.compile(r"^(?:控股|股份|有限|责任|集团|总|公司|速运|医院|方舱)+$")
_BRANCHES = ("分公司", "子公司")
# Characters that tell one of several apart: 第二, 东院, 分公司.
_TELLING = frozenset("一二三四五六七八九十第东西南北新老分支子")
# What each pointing word can point at, by its last character.
_FITS = {
    "行": frozenset({"bank"}),
    "司": frozenset({"company"}),
    "团": frozenset({"company"}),
    "业": frozenset({"company"}),
    "会": frozenset({"charity", "association"}),
    "校": frozenset({"school"}),
    "局": frozenset({"government"}),
    "厂": frozenset({"company"}),
}
# Kinds that do not say what a name is, so that anything may point at it.
_OPEN = frozenset({"known", "subject", "listed", "short", "branch"})
# Of those the name itself tells: 财政部 is no 该行, 世界卫生组织 no 该公司.
_FIRM = re.compile(r".*(?<![部委局会织院署厅处校所队府])(?<!大学)")
_ENDINGS = {
    **dict.fromkeys("司团业厂", _FIRM),
    "行": re.compile(r".*行"),
    "会": re.compile(r".*[会金]"),
    "校": re.compile(r".*[校学院大园]"),
    "局": re.compile(r".*[局署]"),
}


def full_forms(text: str, names: Sequence[Mention]) -> dict[tuple[str, str], str]:
    """Return for each short form, with its tag, the full form that stands in the document.

    Args:
        text: The text as read.
        names: The names of the document.
    """
    counts: Counter[tuple[str, str]] = Counter()
    kinds: dict[tuple[str, str], str] = {}
    for mention in names:
        if mention.tag != "GOODS" and mention.value not in POINTING:
            key = (mention.tag, text[mention.start : mention.end])
            counts[key] += 1
            kinds[key] = getattr(mention.payload, "kind", "")
    full: dict[tuple[str, str], str] = {}
    by_tag: dict[str, list[tuple[str, int]]] = {}
    for (tag, name), n in counts.items():
        by_tag.setdefault(tag, []).append((name, n))
    bare = {name: name.translate(_LEVELS) for _, name in counts}
    for tag, short in counts:
        least, most = len(short), 4 * len(short)
        longer = [(name, n) for name, n in by_tag[tag] if least < len(name) <= most]
        known = kinds[tag, short] == "known"
        # most pairs have nothing in common: that is seen at once
        alike = [(name, n) for name, n in longer if short in name or bare[name].endswith(bare[short])]
        held = [(n, len(name), name) for name, n in alike if _holds(short, name, known=known)]
        waves = [name for name, _ in longer if kinds[tag, short] == "team" and _same_wave(short, name)]
        if held:
            full[tag, short] = max(held)[2]
        elif len(waves) == 1:
            full[tag, short] = waves[0]
        elif kinds[tag, short] in _SHORTENED:
            left_out = [
                name
                for name, _ in longer
                if kinds[tag, name] in _SHORTENED and leaves_out(short, name) and not _told_apart(short, name)
            ]
            # two full forms that would do leave it open
            if len(left_out) == 1:
                full[tag, short] = left_out[0]
    for short, mention in introduced_shorts(text, names):
        full[mention.tag, short] = text[mention.start : mention.end]
    return {(tag, short): _fullest(full, tag, name) for (tag, short), name in full.items()}


def _fullest(full: dict[tuple[str, str], str], tag: str, name: str) -> str:
    """Return the full form of a full form: 雷神山 is 雷神山医院, and that 武汉雷神山医院."""
    seen = {name}
    while (longer := full.get((tag, name), name)) not in seen:
        seen.add(longer)
        name = longer
    return name


def _holds(short: str, name: str, *, known: bool) -> bool:
    """Tell whether *short* is a part of *name*, or the same without the suffixes of places.

    What begins with a name that is whole is a part of what it names: 国家卫健委党组, 郑州人民医院南院区.
    """
    if name.startswith(short):
        # of 京东 the full form is 京东集团 and not 京东数字科技集团
        return short[-1] not in _WHOLE and (_FORM if known else _LEGAL).match(name[len(short) :]) is not None
    if name.endswith(short) or (len(short) >= 4 and short in name and short[-1] not in _WHOLE):
        return True
    if short[0] in "省市区县" and short[0] not in name:
        # of 市卫健委 the full form is that of a city, and not 国家卫健委
        return False
    return len(short) >= 4 and name.translate(_LEVELS).endswith(short.translate(_LEVELS))


_WAVE = re.compile(r"(第[一二三四五六七八九十0-9]{1,3}批|首批)(?:援[鄂汉]|(?:支援|援)湖北|赴[鄂汉])?(\w{0,2}队)")


def _same_wave(short: str, name: str) -> bool:
    """Tell whether a team that only says its number can be the other one: 第五批医疗队 of 宁夏第五批援湖北医疗队."""
    wave = _WAVE.fullmatch(short)
    return wave is not None and wave[1] in name and name.endswith(wave[2])


def _told_apart(short: str, name: str) -> bool:
    """Tell whether both are known as names of different bodies: 中国银行 is none of 中国工商银行."""
    known = known_ids()
    return short in known and name in known and known[short] != known[name]


def leaves_out(short: str, name: str) -> bool:
    """Tell whether *short* is *name* with characters left out.

    >>> leaves_out("中国红基会", "中国红十字基金会"), leaves_out("养元饮品", "河北养元智汇饮品股份有限公司")
    (True, True)
    >>> leaves_out("中铁建设集团", "中铁第四建设集团")
    False
    """
    if len(short) < 3:
        return False
    start = name.find(short[0])
    # only a place may stand before it
    if not 0 <= start <= 4:
        return False
    at = start
    skipped = ""
    for character in short:
        found = name.find(character, at)
        if found < 0:
            return False
        skipped += name[at:found]
        at = found + 1
    rest = name[at:]
    ends = not rest or (short[-2:] in name and rest.endswith(("公司", "集团")) and not rest.endswith(_BRANCHES))
    return ends and _TELLING.isdisjoint(skipped.replace("十字", ""))


def fits(pointing: str, mention: Mention) -> bool:
    """Tell whether 该行, 该公司 or 该院 can point at a name.

    Args:
        pointing: The pointing words.
        mention: The name.
    """
    wanted = _FITS.get(pointing[-1])
    kind = getattr(mention.payload, "kind", "")
    if wanted is None or kind in wanted or kind == "user":
        return True
    name = getattr(mention.payload, "name", "")
    full = known_ids().get(name, name)
    return kind in _OPEN and _ENDINGS[pointing[-1]].fullmatch(full) is not None
