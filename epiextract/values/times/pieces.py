"""The patterns of the pieces of time expressions: years, days, clock times, lengths, and the words around them.

They are for `re`: on these short literal-headed alternatives it is four times as fast as `regex`. Every repetition in
them is bounded, so no text can make them slow.
"""

from __future__ import annotations

from epiextract.values.times.lexicon import TimeLexicon, alternation

# Of all kinds of spaces only this is left in folded text.
S = " ?"
N = "一二三四五六七八九"
T = N + "十"
JOIN = "(?:--?|~|至|到)"
_C = f"[〇零{N}]"
_CMONTH = f"(?:十[一二]?|[{N}])"
_CDAY = f"(?:三十一?|二?十[{N}]?|廿[{N}]?|[{N}])"
_DAY = "(?:3[01]|[12][0-9]|0?[1-9])"
_MONTH = "(?:1[0-2]|0?[1-9])"
_DAY2, _MONTH2 = "(?:0[1-9]|[12][0-9]|3[01])", "(?:0[1-9]|1[0-2])"
_YEAR4 = rf"(?:(?<![0-9.])[12][0-9]{{3}}|[一二]{_C}{{3}}|[一两二]千[零〇]?(?:[{N}]?十)?[{N}]?(?=年))"
_MINUTE = f"(?:[0-5]?[0-9](?![0-9])|[二三四五]?十[{N}]?|[零〇]?[{N}]|[零〇])"
# 晚上七八点
_TWO_HOURS = "(?:一两|两三|三四|四五|五六|六七|七八|八九)(?=点)"
_HOUR = (
    r"(?:(?<![0-9.:])(?:2[0-4]|1[0-9]|0?[0-9])"
    # The numeral before it may be the day of 周四零点.
    rf"|(?:(?<=[周期拜][一二三四五六])|(?<![〇零{T}百第]))(?:二十[一二三四]?|十[{N}]?|{_TWO_HOURS}|[零〇两{N}]))"
)
_TAIL = (
    rf"(?:整|钟整?|半|{S}[一三1-3]刻|{S}{_MINUTE}{S}分(?![之钟部别享析])(?:{S}{_MINUTE}秒)?"
    rf"|[0-5][0-9](?![0-9.%万亿个人名例天年月日])|零[{N}](?!分之)|[二三四五]?十[五]?(?=[到至，。]|\Z))?"
)
_NUMBER = (
    rf"(?:(?<![0-9.第])[0-9]{{1,9}}(?:\.[0-9]{{1,6}})?[万亿]?"
    rf"|(?<![第两{T}])(?:[{N}]?十几|[数几]十|几|[两{T}百廿零]{{1,5}}|半))"
)
_UNIT = (
    rf"(?:[年天秒]|个{S}[多几]?半?月|个?{S}[多几]?(?:半?(?:小时|钟头|年|月)|星期|礼拜|季度|世纪|工作日)"
    r"|日(?!本|元)|周年?(?![边围期岁到知密刊转旋游折])|分钟|秒钟|刻钟)"
)
_LENGTH = rf"{_NUMBER}{S}[多余几来]?{S}{_UNIT}半?"
# In 8天20时, 27分7秒 and 三天三夜 the shorter units go without 小 and 钟.
_RANGE_LOW = rf"(?:{_NUMBER}{S}{JOIN}{S}(?={_LENGTH}(?!{S}{JOIN})))?"
LENGTHS = (
    rf"(?:{_RANGE_LOW}{_LENGTH}|{_NUMBER}{S}分(?={S}{_NUMBER}{S}秒))[多余]?"
    rf"(?:{S}[又零余]?{S}(?:{_LENGTH}|{_NUMBER}{S}[时分晚夜])){{0,6}}"
)
STATED_LENGTH = (
    rf"(?:[0-9]{{1,4}}|[半两百{T}]{{1,4}})(?:{S}个{S}半?(?:月|小时|星期|礼拜|季度)|{S}(?:[天日周年]|小时|星期|分钟))"
)
_COUNT = rf"(?:[0-9]{{1,2}}|[两{T}]{{1,3}})"
ORDINAL = (
    rf"第{S}{_COUNT}{S}个?{S}(?:周|星期|月|天|季度|工作日|礼拜|年)(?:[一二三四五六日](?=的|[^一-龥]|\Z))?"
    rf"|(?:前|最后|头|(?<=年)后(?={S}{_COUNT}{S}个{S}[月季])|(?<=月)后(?={S}{_COUNT}{S}天)){S}{_COUNT}{S}个?{S}"
    r"(?:周(?![一二三四五六日])|(?:星期|礼拜)[一二三四五六日天]?|周[一二三四五六日]|月|天|季度)"
)
# What a year goes before without its 年: 2019全年, 到2019底, 2020春节期间; 2000底座 counts.
WHOLE_OF_YEAR = "全年|财年|年?底(?![层部座板片稿]|[0-9])|[上下]半年|春节"
SET = (
    rf"每逢?(?:个?(?:周|星期|礼拜)[一二三四五六日天末](?!边)|隔?(?:[0-9]{{1,3}}|[两{T}半]{{1,3}})个?(?:小时|天|日|周|月|年|分钟)"
    "|个?(?:周|星期)?工作日|个?(?:天|日|周|星期|月|年|晚|季度|小时|分钟))"
)
# 12号 is a date; 12号楼, 12号线, 3号病人 and 7号通告 are names.
_NOT_NUMBERED = (
    "(?![线楼院馆文机店门厅车厂舱柴汽公高病患房仓井坑码床桌站台路口岭铺联栋岛库池坝桥]|通告|产房|单[元位]|令(?!人)"
    "|方(?![舱便案面才能法]))"
)
# 周三7000例, 上周五1.2万例: a day and how many; 周三001 numbers a match.
_CASES = r"[1-9][0-9]{0,2}(?:,?[0-9]{3}){0,2}(?:\.[0-9]{1,3})?[万亿]?[例宗]"
PARTS_OF_DAY = "凌晨|清晨|早上|早间|上午|中午|下午|傍晚|深夜|半夜|夜间|夜里"
_NOT_CLOCK = "(?![名击评赞滴燃亮球心火缀建要意看希体原启])(?!(?<=一点)[都也儿不])"


def _numeric(words: TimeLexicon) -> dict[str, str]:
    """Return the patterns of dates without a word: 2020-02-03, 2020/2/3, 20200203, 02-15, 3.2.2020."""
    slashed = "|".join(
        rf"{_DAY}{mark}{_DAY}{mark}(?:(?:19|20)[0-9]{{2}}{short})"
        for mark, short in (("-", "|[0-9]{2}"), ("/", "|[0-9]{2}"), (r"\.", ""))
    )
    return {
        "stamp": r"(?<![0-9./])(?:1[0-9]|20)[0-9]{2}(?:-[01]?[0-9]-[0-3]?[0-9]|/[01]?[0-9]/[0-3]?[0-9]"
        r"|\.[01]?[0-9][.-][0-3]?[0-9])(?![0-9])(?:T(?=[0-9]))?"
        rf"|(?<![0-9.A-Za-z-])(?:19|20)[0-9]{{2}}{_MONTH2}{_DAY2}(?![0-9.A-Za-z万亿%-])"
        rf"|(?<![0-9./])(?:{slashed})(?![0-9./])",
        "stampmonth": rf"(?<![0-9./-])(?:19|20)[0-9]{{2}}[-/]{_MONTH2}(?![0-9/.-])",
        # 截至2/4 and 2/4公布; 2/3新增 may be two thirds of them.
        "stampday": rf"(?<![0-9./A-Za-z-]){_MONTH2}-{_DAY2}(?![0-9/.%A-Za-z年月例人个万岁天级-])"
        rf"|(?:(?<=截至)|(?<=截止)|(?<=[至止][到至])){_MONTH}/{_DAY}(?![0-9/.%])"
        rf"|(?<![0-9./A-Za-z-]){_MONTH}/{_DAY}(?={alternation(words.words['announced'])})"
        rf"|{_dotted(words)}",
    }


def _dotted(words: TimeLexicon) -> str:
    """Return the pattern of 2.18日, of 2.17 before it, and of 2.18 behind 截至 or before 新增 where its clause opens.

    需2.5日, 2.5日左右 and 2.5日元 are no dates, 截至2.18万 and 增长2.18 say how many.
    """
    plain = words.words
    day = rf"{_MONTH}\.{_DAY}(?![0-9])"
    long, over = "".join(f"(?<!{word})" for word in plain["dotted_not_behind"]), alternation(plain["dotted_not_before"])
    opens = r"(?<![^\n，。；：、！？,;:（(【 ])"
    told = alternation([*plain["announced"], *plain["dotted_opening"]])
    return (
        rf"(?<![0-9./A-Za-z-]){long}{day}(?:{S}[日号](?!{over})|(?={JOIN}{day}{S}[日号](?!{over})))"
        rf"|(?<=[0-9][~至到-]){day}{S}[日号](?!{over})"
        rf"|(?:(?<=截至)|(?<=截止)|(?<=[至止][到至])){day}(?![.%万亿千百元例人个])"
        rf"|{opens}{day}(?={told})(?!新增[长長速])"
    )


def _no_length(words: TimeLexicon) -> str:
    """Return what stands for: here begins no length, as in 近7日, 隔离14日 and 14日隔离; 2月14日隔离 names a day."""
    plain = words.words
    before = "".join(f"(?<!{word})" for word in plain["length_before"])
    days, after, other = (alternation(plain[f"length_{name}"]) for name in ("days", "after", "not_before"))
    put_away = rf"(?:{days}){S}日(?:的|居家|集中|强制)?(?:{after})(?!{other})"
    return rf"{before}(?:(?<=[月至到、和及~于在-])|(?!{put_away}))"


def _calendar(words: TimeLexicon) -> dict[str, str]:
    """Return the patterns of years, months and days in words."""
    century = rf"(?:(?<![0-9.])[12]?[0-9]|[一二]?十[{N}]?)世纪"
    era = alternation({**words.eras, **words.reigns})
    follows_year = (
        rf"(?={S}(?:{_MONTH}{S}月|{_CMONTH}月|[一二三四1-4]季|[上下]半年|元旦|春节|端午|中秋|国庆|第[一二三0-9]))"
    )
    lone = r"(?=[，。；、！？,;\s）)的]|\Z)"
    unit_of_span = "(?:月(?!龄)|日(?!本)|号|时(?!间)|点(?!个))"
    return {
        "decade": rf"(?:(?:{century}|[本上]世纪){S})?(?:(?<![0-9.])[1-9]0|[二三四五六七八九]十){S}年代"
        rf"|{century}|[本上]世纪(?=[初末中前后以之，。]|\Z)|(?<![0-9.])[12][0-9]{{2}}0{S}年代",
        "year": rf"(?:{era})(?:元|[1-9][0-9]{{0,2}}|[百{T}]{{1,5}})年|(?:公元)?(?:{_YEAR4}{S}年(?![代级])(?:度|份)?"
        rf"|(?:(?<![0-9.])[0-9]{{2}}|(?<![{T}])[〇零一二九八七]{_C}){S}年{follows_year})"
        # 从2016到2018
        rf"|(?:(?<=[从自][12][0-9]{{3}}到)|(?<=[从自][12][0-9]{{3}}至))[12][0-9]{{3}}{lone}"
        rf"|(?<![0-9.])(?:19|20)[0-9]{{2}}(?={S}(?:{WHOLE_OF_YEAR}))",
        # The 26 of 26、27日, the 1 of 1-2月 and the 2019 of 2019—2020年.
        "span": rf"(?:(?<![0-9.:])[0-9]{{1,2}}|(?<![{T}周期拜]){_CMONTH})"
        rf"(?={S}{JOIN}{S}(?:[0-9]{{1,2}}|{_CMONTH}){S}{unit_of_span}|(?:{S}[、,及和]{S}[0-9]{{1,2}}){{1,6}}{S}[日号月])"
        rf"|(?<![0-9.])[12][0-9]{{3}}(?={S}{JOIN}{S}[12][0-9]{{3}}{S}年)"
        rf"|(?<=[从自])[12][0-9]{{3}}(?=[至到][12][0-9]{{3}}{lone})",
        # 为期一月 and 近1月 are lengths.
        "month": rf"(?:(?<![0-9.近]){_MONTH}{S}月|(?<![个近{T}])(?<!为期)闰?{_CMONTH}月|闰{_MONTH}月"
        # 元月10日; 每份10元月底付清 and 租金百元月付 say 元.
        rf"|(?<![0-9.{T}百千万亿零半几数余多美日欧港澳韩公单纪状])元月)份?"
        "(?![龄嫂]|以上|有余|之久|左右)",
        "lunarmonth": "大?[正腊冬]月",
        "lunarday": rf"(?:大年|年)?初(?:[{N}]|十|10|[1-9](?![0-9]))(?![毕年学班生级])|廿[{N}]"
        rf"|(?<=[正腊冬]月)(?:[1-3]?[0-9](?![0-9日号])|三十|[一二]?十[{N}]?(?![{N}]))(?!日|号)"
        rf"|(?<=[{T}0-9]月)(?:[一二]?十[{N}]?|三十)(?![{T}日号天多余来个几至到年月、万名人例家])",
        "day": _no_length(words) + rf"(?:(?<![0-9.第]){_DAY}|(?<![0-9{T}百千万数几第初]){_CDAY}){S}"
        rf"(?:日(?![元圆均产]|以[上下]|本[人国市地籍土公企政首銭钱]|报(?![道告导導]))|号{_NOT_NUMBERED})"
        # 2月3日|产量8万只, 3月1日|均价5元: behind a month 日 is the day's
        rf"|(?<=[0-9{T}]月)(?:{_DAY}|{_CDAY}){S}日(?=[元圆均产])"
        # 今（5）日
        rf"|(?<=[昨今前][（(]){_DAY}(?=[）)]日)"
        # 2月26晚, 3月6上午
        rf"|(?<=[0-9]月){_DAY}(?={alternation(words.dayparts)})",
        "clock": rf"{_HOUR}{S}(?:时(?![候代期间段常尚速限隔刻空光装])"
        rf"|点(?:多钟?)?(?![0-9]{{0,9}}(?:个百分|%)){_NOT_CLOCK})"
        rf"{_TAIL}(?![0-9{N}])"
        r"|(?<![0-9:.])(?:2[0-4]|1[0-9]|0?[0-9]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])时?(?: ?[ap]\.?m\.?)?",
    }


def _told(words: TimeLexicon) -> dict[str, str]:
    """Return the patterns of days that are told from others, of weekdays, parts and feasts."""
    plain = words.words
    whole = [word for word in words.parts if len(word) > 1 and not word.endswith("期") and word[0] != "之"]
    # 疫情伊始 and 春节伊始 are no months, 今年伊始 and 1月伊始 are when these begin.
    whole.remove("伊始")
    return {
        "relative": rf"{day_alone(words)}|(?<!光)(?:{alternation(words.relative)})"
        "(?![边围期津轻龄]|本[人报]|头条|时报|俄罗斯|早报|晚报|之后》|下之|[不没]?努)|(?<=[至止到])昨",
        "weekday": "(?<![一两双单第每逢个])"
        rf"(?:(?:星期|礼拜|周)[一二三四五六日](?:(?![0-9])|(?={_CASES}))|(?:星期|礼拜)天)(?!本)"
        rf"|(?<![一两双单第每逢个])(?:星期|礼拜|周)[一二三四五六日](?=[0-9]{{1,2}}{S}[点时:])"
        # The day of 上周五, after the week; not 上周一直.
        # Nor 延期一年 and 工期三周, which are lengths.
        rf"|(?:(?<=周)|(?<=星期)|(?<=礼拜))(?!一[直些样起次般定])[一二三四五六日天]"
        rf"(?:(?![0-9{T}名个例家场项种天万百千级批位度本周年月])|(?=[0-9]{{1,2}}{S}[点时:]|{_CASES}))",
        "wholepart": alternation(whole) + r"(?![级步])|(?<=[年月])伊始",
        "festival": alternation(words.festivals) + rf"(?!{alternation(plain['festival_not_before'])})"
        rf"|(?:{alternation(words.festivals_with)})(?={alternation(plain['festival_marks'])})节?",
        "ordinal": ORDINAL,
    }


def day_alone(words: TimeLexicon) -> str:
    """Return the pattern of 昨, 今, 明 and 前 that are days without 天 and 日: 昨下午, 昨（4）日, 昨新增."""
    plain = words.words
    told = alternation([*plain["day_alone_before"], *plain["announced"]])
    compounds = "".join(plain["day_alone_not_behind"])
    return (
        rf"[昨今明](?=(?:{PARTS_OF_DAY}))|(?:[昨今]|(?<![之以此日目])前)(?=[（(]{_DAY}[）)]日)"
        rf"|(?:昨|(?<![{compounds}])今)(?={told})"
    )


def date_pieces(words: TimeLexicon) -> dict[str, str]:
    """Return the patterns of the pieces that name a time, by kind; the first that fits counts."""
    return {**_numeric(words), **_calendar(words), **_told(words)}


def frame_pieces(words: TimeLexicon) -> dict[str, str]:
    """Return the patterns of the words that stand around and between dates, by kind."""
    plain = words.words
    parts = [word for word in words.parts if len(word) == 1 or word.endswith("期") or word[0] == "之"]
    parts.remove("中")
    stops = {
        "since_before": "",
        "from_before": "",
        "until_before": "",
        "since_after": f"(?![终诉]|源于|草|飞|步|床|到(?![0-9{T}今明本]))",
        "until_after": "(?![损住])",
        "before_after": f"(?![往来期夕线后0-9{N}])",
        "after_after": "(?![续来期勤方台背面果])",
        "within_after": "(?![蒙部阁容科地陆外饰存接隔距])",
        "about_after": "",
        "whole_after": "(?!津)",
    }
    return {
        "part": alternation(parts) + r"(?![级步次中小心审衷始])|(?<=月)中(?=[，。；、！？,;\s前之以]|\Z)",
        "daypart": f"(?<![最尽更趁]){alternation(words.dayparts)}"
        "(?![上间会报礼餐熟])(?!(?<=[早晚])(?:一点|点|些|已|就|期|年|在))",
        "lunar": "农历|阴历|旧历",
        # 截至当地时间2月3日, 1月25日（北京时间）零时
        "zone": "(?<=[至止到自从])[一-龥]{2,6}?时间(?:[（(][A-Za-z]{2,4}[）)])?|[（(][一-龥]{2,6}时间[）)]",
        # Behind a date it is a part of 2月3日至今; 迄今最大 compares, and 至今 opens what was counted: 至今已有3人.
        "sofar": "(?<![日月年号天周来起后])迄今(?:为止)?(?![最首唯])"
        "|(?<![日月年号天周来起后底初末旬节夕始时点晨晚])至今(?:为止)?(?=[一共累已还仍尚仅只虽未零无有没])",
        **{name: f"(?:{alternation(plain[name])}){stop}" for name, stop in stops.items()},
        "about_before": "大约|大概",
        "past_after": "来(?![自到源往说看])",
        "bound_after": "(?:及|或者?)?(?:以|之)[上下]",
        # 记者了解到2月3日新增2例 sets no limit.
        "join": "--?|~|至|(?<![解询看听见意])到",
        "list": r"[、和与及]|[,，](?=星期|周|礼拜|[0-9]{1,2}[日号](?:[,，、]|\Z))",
        "open": "[（(]",
        # 昨（4）日
        "close": "(?:(?<=[昨今前][（(][0-9])|(?<=[昨今前][（(][0-9]{2}))[）)]日|[）)]",
        "of": "的",
        "now": alternation(plain["now"]) + "(?![晨早晚天日年儿后])",
    }
