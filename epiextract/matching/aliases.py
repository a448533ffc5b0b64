"""Which short form of a document stands for which full one: 恒大 for 恒大集团, 中国红基会 for 中国红十字基金会."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from epiextract.matching.alias_pairs import BEFORE, TELLING, UNMARKED, bare, held_pairs, may_shorten, skipping_pairs
from epiextract.tagging.mentions import Mention
from epiextract.tagging.names.givers import introduced_shorts
from epiextract.tagging.names.words import known_ids

POINTING = frozenset({"anaphor", "generic", "group"})
# Firms, foundations and banks are shortened by leaving characters out; of hospitals and offices every one counts.
_SHORTENED = frozenset({"company", "charity", "bank", "association", "media", "known", "subject", "short", "listed"})
_WHOLE = frozenset("院会部局委厅司行校组队区所站心社团")
# What a short form leaves away at the end: 恒大 for 恒大集团, 火神山 for 火神山医院; a branch is no full form.
_LEGAL = re.compile(
    r"^(?!.*(?:分|支|子)(?:公司|行))(?!合资|合作).*(?:公司|集团|银行|医院|基金会|总会)$|^(?:控股|股份|科技|速运)$"
)
_FORM = re.compile(r"^(?:控股|股份|有限|责任|集团|总|公司|速运|医院|方舱)+$")
_BRANCHES = ("分公司", "子公司")
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
# 浩雪乳业捐款5万元。该公司: firms are named by brand and trade too, but 吉利汽车 may only be what another one sells.
_FIRMS, _TRADES = frozenset("司业"), frozenset({"brand", "firm"})
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
    counts: dict[str, Counter[str]] = {}
    kinds: dict[str, dict[str, str]] = {}
    for mention in names:
        if mention.tag != "GOODS" and mention.value not in POINTING:
            name = text[mention.start : mention.end]
            counts.setdefault(mention.tag, Counter())[name] += 1
            kinds.setdefault(mention.tag, {})[name] = getattr(mention.payload, "kind", "")
    full: dict[tuple[str, str], str] = {}
    for tag, kind in kinds.items():
        # a name that holds the short form comes before one that has its number, and that before one with more in it
        found = _left_out(kind) | _waves(kind) | _held(counts[tag], kind)
        full.update({(tag, short): name for short, name in found.items()})
    for short, mention in introduced_shorts(text, names):
        full[mention.tag, short] = text[mention.start : mention.end]
    return {(tag, short): _fullest(full, tag, name) for (tag, short), name in full.items()}


def _held(counts: Mapping[str, int], kinds: Mapping[str, str]) -> dict[str, str]:
    """Return for each name the longer one that it is a part of, of several the one that is named most."""
    best: dict[str, tuple[int, int, str]] = {}
    for short, name in held_pairs(counts):
        found = (counts[name], len(name), name)
        if (short not in best or best[short] < found) and _holds(short, name, known=kinds[short] == "known"):
            best[short] = found
    return {short: name for short, (_, _, name) in best.items()}


def _left_out(kinds: Mapping[str, str]) -> dict[str, str]:
    """Return for each name the one that it is with characters left out; two that would do leave it open."""
    shortened = [name for name, kind in kinds.items() if kind in _SHORTENED]
    fitting: dict[str, list[str]] = {}
    for short, name in skipping_pairs(shortened, shortened):
        if leaves_out(short, name) and not _told_apart(short, name):
            fitting.setdefault(short, []).append(name)
    return {short: names[0] for short, names in fitting.items() if len(names) == 1}


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
    return len(short) >= UNMARKED and bare(name).endswith(bare(short))


_WAVE = re.compile(r"(第[一二三四五六七八九十0-9]{1,3}批|首批)(?:援[鄂汉]|(?:支援|援)湖北|赴[鄂汉])?(\w{0,2}队)")
_WAVES = re.compile(r"第[一二三四五六七八九十0-9]{1,3}批|首批")


def _waves(kinds: Mapping[str, str]) -> dict[str, str]:
    """Return for teams that only say their number the one that has it: 第五批医疗队 of 宁夏第五批援湖北医疗队."""
    waves = {short: wave for short, kind in kinds.items() if kind == "team" and (wave := _WAVE.fullmatch(short))}
    if not waves:
        return {}
    teams: dict[tuple[str, str], list[str]] = {}
    for name in kinds:
        for number in set(_WAVES.findall(name)) if name.endswith("队") else ():
            for ending in {name[-1:], name[-2:], name[-3:]}:
                teams.setdefault((number, ending), []).append(name)
    fitting = {
        short: [name for name in teams.get((wave[1], wave[2]), ()) if may_shorten(short, name)]
        for short, wave in waves.items()
    }
    return {short: names[0] for short, names in fitting.items() if len(names) == 1}


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
    if not 0 <= start <= BEFORE:
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
    return ends and TELLING.isdisjoint(skipped.replace("十字", ""))


def fits_alone(pointing: str, mention: Mention) -> bool:
    """Tell whether 该公司 or 该企业 can point at a name of brand and trade, where nothing before fits better.

    Args:
        pointing: The pointing words.
        mention: The name.
    """
    return pointing[-1] in _FIRMS and getattr(mention.payload, "kind", "") in _TRADES


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
