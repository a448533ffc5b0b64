"""Whether what a figure counts is there, planned or estimated: what models make of it, and what is sure beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from epiextract.deciding.attributes.in_building import is_in_building
from epiextract.deciding.attributes.leaving import leaves_later
from epiextract.deciding.attributes.plans import is_now, with_lists
from epiextract.deciding.attributes.pledges import is_pledge_continued
from epiextract.deciding.attributes.to_come import is_there, is_to_come, told_before, will_come, would_be
from epiextract.deciding.filled import Filled
from epiextract.deciding.models.chain import agreed
from epiextract.deciding.types.beds import ADDED, reached
from epiextract.deciding.types.money import is_fund
from epiextract.matching.reading import Reading

SLOT, ACTUAL, PLANNED, ESTIMATED = "modality", "actual", "planned", "estimated"
HYPOTHETICAL, NEGATED = "hypothetical", "negated"
# What can be used once it is built is not there yet: 正式启用后，可提供床位500张.
_ONCE_BUILT = re.compile(
    r"(?:建成|启用|投用|使用|完工|投产|达产|竣工|完成|交付)(?:以|之)?后[，,]?[^，,。；]{0,12}[可将能][^，,。；已]{0,10}$"
)
_ONCE_REACH = 40
# 据测算，各医院还缺医护人员718人，其中医生212人: all is reckoned up to 但 and 而, but not what is decided then.
_RECKONED = re.compile(
    r"(?:[据據按]|模型|[家学學构構门門授士者行员員商])[^，。；：,;:]{0,12}?"
    r"(?:测算|測算|估算|推算|预测|預測|预估|預估|估计|估計)[，,：:](?![^。；;]*(?:决定|決定|计划|計劃|拟|擬))[^。；;但而却卻]{0,60}$"
)
_RECKONED_REACH = 90
# 预计2月份禽肉产量2.9万吨; what 预计…将 tells of is planned.
_FORECAST = re.compile(r"(?:预计|預計|预期|預期|预估|預估)[^，。；,;将將拟擬]{0,20}$")
_FORECAST_REACH = 24
# 专家预计，感染人数将达2630人，死亡1346人: what comes to pass with it is expected too.
_EXPECTED = re.compile(
    r"(?:预计|預計|预测|預測|预估|預估|估计|估計)[，,：:]?(?:[^，,。；;：:！？\n已但而却卻]{1,16}[，,])?"
    r"[^，,。；;：:！？\n已但而却卻]{0,12}(?:[将將会會]|可能)再?(?:[达達]到?|升至|增至|增加到?|超[过過]?|突破|有)[约約近逾]?"
    r"\d[\d,.]{0,11}[万萬亿億]?[例人名宗][^。；;！？\n已但而却卻截目前昨今]{0,20}\Z"
)
_EXPECTED_REACH = 64
# 宣布，向武汉捐赠1000万元 and 提出捐款2亿元 are pledges; 宣布已收到捐赠 is none.
_PLEDGED = re.compile(
    r"(?:宣[布佈][，,]?|提出|决定|決定|承诺|承諾|呼吁|呼籲|(?<![虚模])[拟擬]|(?:计划|計劃)(?!生育|单列|[内外]))[^，,。；;：:\n已到获獲收签簽]{0,40}?"
    r"(?:捐|赠|贈|资助|資助)(?![^，,。；;\n]{0,4}的)[^，,。；;\n出]{0,20}$"
)
# 表示愿捐赠100万元, 答应向中国捐赠药品, 现场认捐680万元; 自愿 and 甘愿 give.
_PROMISED = re.compile(
    r"(?:(?:(?<![自志心如祝祈情甘许])愿意?(?=再?(?:[向为给对捐赠无])|出资|拿出)|答应|(?<!不)同意)[^，,。；;：:\n已到获獲收签簽]{0,30}?"
    r"(?:捐|赠|贈)(?![^，,。；;\n]{0,4}的)|认捐(?!的|款的))[^，,。；;\n出已]{0,20}$"
)
_ARRIVED = re.compile(r"[^，。；\n]{0,20}?(?:已|到账|到帳|[运運送抵]达|[运運]抵|拨付|撥付)")
_PLEDGED_REACH = 70
# 如果不采取措施，确诊病例将超过10万例: of 32 such figures of annotated articles 29 are so; 估计，如果… reckons.
_WOULD = re.compile(
    r"(?:如果|假如|倘若|要是)[^。；;！？\n]{0,40}[，,][^，,。；;\n]{0,16}(?:[将將]|[会會]|就|可能)[^，,。；;\n\d]{0,8}$"
)
_RECKONED_BEFORE = re.compile("估计|估計|估算|推算|测算|測算|预计|預計|模型|承诺|承諾")
_WOULD_REACH = 70
# 集团没有向武汉捐赠100万元, 公司否认曾捐款1亿元; not 没有留名捐款, nor 没有忘记捐款.
_NO_GIFT = re.compile(
    r"(?:[没沒]有|并未|並未|从未|從未|未曾|否认|否認)(?:曾|再|实际|實際)?(?:[向给給为為對对][^，,。；;：:\n的]{1,18})?"
    r"[捐赠贈][^，,。；;：:\n的]{0,12}$"
)
_NO_GIFT_REACH = 36
# 将派出450名医护人员, 计划新增床位450张，其中鼓楼区120张: a verb right behind tells 将 from 将|口罩12万只|捐给; what
# was sent 按计划 is there, and 将派出的 takes hold of them.
_WILL = (
    r"(?:(?<![已便终曾即])[将將](?:会|要|于[^，。；\n]{1,10}?|在[^，。；\n]{1,10}?)?|(?<![按照据原])(?:计划|計劃)(?:于[^，。；\n]{1,10}?)?|(?<![虚模])拟)"
    r"(?:再次?|又|陆续|继续|先后|新|分批|共|总共|统一|向[^，。；\n]{1,8}?)?"
)
_SETS_UP = (
    r"(?:派出|派遣|派|增派|选派|调派|抽调|调集|调配|招募|招聘|组建|组织|成立|安排|投入|支援|驰援|增援|援助|开放|新增|增加|增设|新建|扩建|改建|改造|建设"
    r"|建成|建立|启用|设置|设立|开设|提供|腾出|扩充|扩容|征用|储备|配备|补充)"
)
_PLANS = re.compile(rf"{_WILL}{_SETS_UP}[^，,。；;：:\n的]{{0,24}}\Z")
_PLANS_PARTS = re.compile(rf"{_WILL}{_SETS_UP}[^，,。；;：:\n的]{{0,34}}[，,（(]其中[^。；;\n已曾现]{{0,50}}\Z")
_PLANS_REACH, _ALREADY = 120, 4
# 计划采购口罩|12万只: all 10 such figures of annotated articles are planned; what 将采购的 tells of is in hand.
_BUYS = re.compile(
    rf"{_WILL}[^，,。；;：:\n的已\d]{{0,6}}?(?:采购|购买|购置|订购|进口|筹备|储备)[^，,。；;：:、\n的已\d]{{0,14}}\Z"
)
# 450名|医护人员将支援武汉.
_PLANS_BEHIND = re.compile(
    rf"[^，,。；;：:、\n已将]{{0,14}}{_WILL}(?:{_SETS_UP}|赴|前往|奔赴|赶赴|抵达|进驻|启程|出发|出征|到达|加入|到岗|上岗|开诊|开业)"
)
# 2家|工厂将于2月20日复工: what sites themselves do later; 3家医院将派出 are there, and so are 三家|中的另外两家将启用.
_OPENS_BEHIND = re.compile(
    rf"(?!中的?|里的?|之中)[^，,。；;：:、\n已将]{{0,14}}{_WILL}(?:全部|全面|正式|有序|逐步|陆续|恢复)?"
    r"(?:复工|复产|复市|复业|复课|开工|开业|开学|开诊|开放|开园|投产|投用|投入使用|启用|重启|生产|营业|运营|运行|休舱|关闭)"
)
# “我们还需要|52名护士。”: who is asked for is not there yet; 需要靠 tells of those who are.
_ASKED_FOR = re.compile(r"(?:还|仍|尚|另|急)急?需要?(?:再|补充|增派|增加|支援|至少|大?约|近)?\Z")
_ASKED_REACH = 10
# 预计到2月底，将有311家企业复工，返岗人员达|134万人: what comes to pass with it is to come too.
_WITH_IT = re.compile(
    r"(?:预计|預計|预期)[^，,。；;：:\n已]{0,12}[，,]?[^，,。；;：:\n已]{0,16}[将將]有[^，,。；;：:\n已]{2,24}"
    r"[，,][^，,。；;：:\n已现目前截\d]{1,10}(?:达到?|为|超过|有)(?:约|近)?\Z"
)
_WITH_IT_REACH = 80
_WITH_IT_TYPES = frozenset({"activity", "personnel", "facility"})
_PLANNABLE = frozenset({"personnel", "bed", "facility"})
# 网传武汉新增病例1000例 is told to be denied, unless 属实 stands behind; 针对网传消息，武汉通报8例 is true.
_RUMOUR, _TRUE = re.compile(r"(?:网传|網傳)[^，,。；;！？\n”」]{0,30}$"), re.compile(r"[^。\n不]{0,40}(?:属实|屬實)")
_RUMOUR_REACH = 34
# 虚假信息：日本派出|1000人, 散布“某医院死了|5人”假消息
_FALSE = re.compile(
    r"(?:(?:虚假|不实|虛假|不實|假)(?:信息|消息|传言|言论|視頻|视频)|谣言|謠言)[：:](?:诸?如|称)?[“「]?[^。；;！？\n”」]{0,30}\Z"
)
_QUOTED = re.compile(r"[“「][^。；;！？\n”」]{0,30}\Z")
_FALSE_BEHIND = re.compile(
    r"[^。；;！？\n“「]{0,30}?[”」][^。，,；;：:\n]{0,4}?(?:等|的|之类|这类|为|是|系){0,3}"
    r"(?:(?:虚假|虛假|不实|不實|假|虚构)(?:信息|消息|传言|言论|视频)|谣言|謠言|(?:均)?不属实)"
)
# 市卫健委将口罩5000只发放给金银潭医院 takes in hand as 把 does: of 41 such figures of annotated news that no word
# for a plan precedes all are there. 将捐赠, 将向武汉捐赠 and 将有 tell of what is to come; what was 捐赠的 is in hand.
_FLOW = (
    "捐|赠|贈|送[^风]|提供|采购|購|购买|发行|发放|生产|派|调拨|拨付|投入|投放|支援|援助|筹|募|安排|新增|增加|建|追加|拿出"
    "|出资|运[送往抵]"
)
_IN_HAND = re.compile(
    r"(?<![即必])[将將](?![再于在向为給给由从從把有会會可能要每继繼陆陸分通按以被使让与與]|两天|年内)"
    rf"(?:(?!{_FLOW})[^，,。；;：:！？\n]|(?:{_FLOW})(?=[^，,。；;：:！？\n\d]{{0,12}}的)){{0,30}}$"
)
_IN_HAND_REACH = 32
_HANDED = re.compile(
    r"(?!的)[^，,。；;：:！？\n]{0,24}?(?:[捐赠贈送寄][给給到往至达達去抵]|捐[赠贈献獻送]|[转轉移递遞]交|[交转轉发發汇匯拨撥][给給到往入至]"
    r"|[运運][送往抵到至回]|[拨撥]付|发放|發放|分发|分發|分配|配送|调拨|調撥|用于|用於|投[入放][到至]?|带[到给回]|[存打]入)"
)
_TO_COME = re.compile(
    "计划|計劃|[拟擬]|准备|準備|决定|決定|宣[布佈]|承诺|承諾|打算|争取|(?<!按照)(?<!按)(?<!根据)要求|预计|預計|力争|提出|表示|(?<!新)希望(?!集团|小学|工程)|呼吁|建议|[将將][再会會]|明[天日]|下周|届时|届時"
    "|下一步|接下来|未来|未來|今后|今後|随后|近期|包括|如果|能否|必须"
)
_TO_COME_REACH = 70
_COMING = frozenset({"donation", "supply"})
_HANDED_TYPES = frozenset({"donation", "supply", "finance"})
# 武装部将民兵分成|14支队伍: people are taken in hand too.
_DIVIDED = re.compile(r"(?<![即必])将[^，,。；;：:！？\n将要会]{1,14}(?:分成|分为|编成|编为|整合成|整合为)了?\Z")
_OUTCOMES: Mapping[str, frozenset[str]] = {
    "supply": frozenset({"produced", "needed", "consumed"}),
    "finance": frozenset({"loss", "relief", "revenue"}),
}
# Figures that 、 joins are meant alike: 预计禽肉产量2.9万吨、鸡蛋1.7万吨. Of 300 such pairs of the news none is not.
_JOINED = re.compile(r"[^，。；：！？,;:\n0-9]{0,14}(?:、|和|及|以及)[^，。；：！？,;:\n0-9]{0,10}")
_ALIKE = 6.0


def modalities(reading: Reading, fills: Sequence[Filled], odds: Sequence[Mapping[str, float]]) -> list[str]:
    """Return the modality of each event, as the models name it.

    Args:
        reading: The document as read.
        fills: Events in the making, in the order of the text.
        odds: What each may be by itself.
    """
    told = [_told(reading, one) for one in fills]
    known = [{sure: 1.0} if sure else odd for sure, odd in zip(told, odds, strict=True)]
    moods = agreed(known, [_ALIKE * _joined(reading, one, other) for one, other in pairwise(fills)])
    return with_lists(reading, fills, moods, told)


def _joined(reading: Reading, one: Filled, other: Filled) -> bool:
    first, second = one.figure, other.figure
    if one.type != other.type or first.sentence != second.sentence:
        return False
    joined = _JOINED.fullmatch(reading.text, first.end, second.start) is not None
    return joined or (one.slots.get("measure") == ADDED and reached(reading, second) is first)


def _told(reading: Reading, filled: Filled) -> str | None:
    """Return what the words before a figure tell for sure."""
    if is_there(reading, filled) or is_now(reading, filled):
        return ACTUAL
    if filled.type == "bed" and _before(reading, filled, _ONCE_BUILT, _ONCE_REACH):
        return PLANNED
    if _before(reading, filled, _RECKONED, _RECKONED_REACH):
        return ESTIMATED
    if _is_denied(reading, filled):
        return NEGATED
    if is_fund(filled.figure):
        return PLANNED
    if filled.type == "donation" and (_is_pledged(reading, filled) or is_pledge_continued(reading, filled.figure)):
        return PLANNED
    if filled.type in _COMING and will_come(reading, filled.figure):
        return PLANNED
    if filled.type in _PLANNABLE and _is_planned(reading, filled):
        return PLANNED
    if filled.type in _WITH_IT_TYPES and _before(reading, filled, _WITH_IT, _WITH_IT_REACH):
        return PLANNED
    if filled.type == "supply" and _before(reading, filled, _BUYS, _IN_HAND_REACH):
        return PLANNED
    if _before(reading, filled, _WOULD, _WOULD_REACH) and not _before(reading, filled, _RECKONED_BEFORE, _WOULD_REACH):
        return HYPOTHETICAL
    if would_be(reading, filled):
        return HYPOTHETICAL
    if filled.type == "personnel" and _before(reading, filled, _ASKED_FOR, _ASKED_REACH):
        return PLANNED
    if filled.type == "case_count" and _before(reading, filled, _EXPECTED, _EXPECTED_REACH):
        return ESTIMATED
    if filled.type in _HANDED_TYPES and _is_handed(reading, filled):
        return ACTUAL
    if filled.type == "personnel" and _before(reading, filled, _DIVIDED, _IN_HAND_REACH):
        return None if _before(reading, filled, _TO_COME, _TO_COME_REACH) else ACTUAL
    outcome = filled.slots.get("measure") in _OUTCOMES.get(filled.type, ())
    if outcome and _before(reading, filled, _FORECAST, _FORECAST_REACH):
        return ESTIMATED
    return PLANNED if is_to_come(reading, filled) else None


def _is_denied(reading: Reading, filled: Filled) -> bool:
    """Tell whether a gift is said not to have been given, or a figure only to be told by rumour."""
    if filled.type == "donation" and _before(reading, filled, _NO_GIFT, _NO_GIFT_REACH):
        return True
    if _before(reading, filled, _FALSE, _RUMOUR_REACH + 8):
        return True
    if _before(reading, filled, _QUOTED, _RUMOUR_REACH) and _FALSE_BEHIND.match(reading.text, filled.figure.end):
        return True
    rumour = _before(reading, filled, _RUMOUR, _RUMOUR_REACH)
    return rumour and _TRUE.match(reading.text, filled.figure.end) is None


def _is_planned(reading: Reading, filled: Filled) -> bool:
    """Tell whether people, beds or sites are said to be sent or set up later, or are a part of such."""
    end = filled.figure.end
    if "已" in reading.text[end : end + _ALREADY]:
        # 计划派出医护人员60名，其中20名已出发
        return False
    told = (_PLANS, _PLANS_PARTS)
    if any(_before(reading, filled, pattern, _PLANS_REACH) for pattern in told):
        return True
    if is_in_building(reading, filled) or (filled.type == "personnel" and leaves_later(reading, filled.figure)):
        return True
    behind = {"personnel": _PLANS_BEHIND, "facility": _OPENS_BEHIND}.get(filled.type)
    return behind is not None and behind.match(reading.text, end) is not None


def _is_pledged(reading: Reading, filled: Filled) -> bool:
    """Tell whether somebody only says that it will be given, and it has not come."""
    pledged = any(_before(reading, filled, words, _PLEDGED_REACH) for words in (_PLEDGED, _PROMISED))
    return pledged and _ARRIVED.match(reading.text, filled.figure.end) is None


def _is_handed(reading: Reading, filled: Filled) -> bool:
    """Tell whether 将 is 把 before what is handed over, with no word for a plan in the sentence before."""
    figure = filled.figure
    start = max(reading.sentences[figure.sentence].start, figure.start - _TO_COME_REACH)
    return (
        _before(reading, filled, _IN_HAND, _IN_HAND_REACH)
        and _HANDED.match(reading.text, figure.end) is not None
        and _TO_COME.search(reading.text, start, figure.start) is None
    )


def _before(reading: Reading, filled: Filled, pattern: re.Pattern[str], reach: int) -> bool:
    return told_before(reading, filled.figure, pattern, reach)
