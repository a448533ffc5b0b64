"""Units and classifiers: what is written, what it stands for, how it comes to base units."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from epiextract.rules_path import read_table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written: its canonical form, its coarse kind, its factor to base units.

    Args:
        name: The canonical form.
        kind: The coarse kind.
        factor: From what is written to base units.
        tail: How many of its characters are the noun that tells the kind and is no part of the figure: 300张床位.
        over: Whether the unit itself holds 多: 个多月.
    """

    name: str
    kind: str
    factor: Decimal
    tail: int = 0
    over: bool = False


@lru_cache(maxsize=1)
def known_units() -> dict[str, Unit]:
    """Return every surface form of a unit.

    >>> known_units()["公斤"].name, known_units()["斤"].factor, known_units()["张床位"].tail
    ('kg', Decimal('0.5'), 2)
    """
    units: dict[str, Unit] = {}
    traditional = _traditional()
    for surfaces, name, kind, factor in read_table("lexicons/units.tsv"):
        for written in surfaces.split("|"):
            for surface in (written, *traditional.get(written, ())):
                classifier, _, noun = surface.partition("+")
                over = classifier[1:2] in ("多", "来", "來")
                unit = Unit(classifier if name == "=" else name, kind, Decimal(factor), len(noun), over)
                units.setdefault(classifier + noun, unit)
    return units


@lru_cache(maxsize=1)
def currencies() -> frozenset[str]:
    """Return the units of money: ISO codes, and names that several countries share as written.

    >>> "USD" in currencies(), "usd" in currencies(), "kg" in currencies()
    (True, False, False)
    """
    return frozenset(unit.name for unit in known_units().values() if unit.kind == "money")


@lru_cache(maxsize=1)
def _traditional() -> dict[str, tuple[str, ...]]:
    """Return the traditional forms of units and of the words that begin like one, which OpenCC gave."""
    return {written: tuple(forms.split("|")) for written, forms in read_table("lexicons/units_traditional.tsv")}


# Words that begin with the last character of a unit: in 千余车站, 零部件 and 1.2亿市场 it is none. Only such as do not
# come about by chance: 天然 would hide 14天然后, 例外 would hide 3例外地病例.
WORDS = """
市场 市民 市区 市面 市值 市直 市长 市委 市内 市辖 车站 车间 车牌 车主 车队 车厢 车型 部件 部分 部队 部长 部署 部位
封闭 封锁 封城 封控 通道 通过 通知 通报 通信 通行 集中 集体 集团 集结 集聚 集成 国民 国际 国内 国外 国产
方案 方舱 方式 方向 方便 方针 方法 方位 方程 城市 城镇 城区 城乡 地区 地方 地点 地级 路口 路线 路段 路面 路上 路途 路程
层级 层面 级别 门诊 门口 门店 门户 门槛 条件 条例 把握 把关 场所 场馆 场景 场面 场合 次数 次序 户籍 户口
起到 起初 起码 起诉 起草 点击 点赞 点评 点燃 点亮 期间 期待 期望 期限 期货 类似 类型 节约 节目 节省 节日 节假 段落
步行 步伐 步入 招聘 招募 招商 招生 招标 席位 套餐 套路 架构 支持 支付 支出 支撑 支行 支架 头盔 头部
面积 面对 面料 面包 面临 面向 面粉 面罩 对于 对外 对口 对象 对方 对接 对应 对策 对比 对待
重症 重伤 重病 重大 重要 重点 重型
打开 打击 打造 打通 打电 打卡 打破 打工 打包 打印 打扫 打听 包括 包含 包裹 包机 包装 单独 单日 单价 单身 份额
股市 股东 股权 股份 片区 字符 字样 字体 字母 口气 口岸 口罩 口号 口服 口径 口碑 口腔 家里 道路 线路 线上 线下 线索
版权 版本 版面 盘点 波动 波及 针对 针灸 班级 班长 班子 班车 班主 台湾 台阶 年级 年底 年初 年代 年度 年轻 年货 年龄
天津 天河 天空 月球 月亮 人员 人民 人士 角色 角落 角度 度假 度过 列车 列为 列入
排查 排除 排放 排队 粒子 升级 升高 升温 克服 秒杀 间接 间谍 周边 周围 周末 回头 回家 回事 回国 回应 回来
例如 根据 根本 根源 根治 科室 科技 科学 科普 科研 座谈 座位 分别 分布 分之 分公 分行 分队 分子 分部
元旦 元宵 元首 餐饮 餐厅 款项 样品 样式 桌面 本次 本报 本市 本地 本人 本身 米饭 米粉 米兰
日常 日均 日益 夜间 晚间 袋鼠
管理 管控 管制 管道 管辖 管网 管线 管委 管护 管家 管好 管住
羽绒 羽毛 地震 地带 地帶 单元 單元 台北 台灣
"""


@lru_cache(maxsize=1)
def word_makers() -> dict[str, frozenset[str]]:
    """Return for the last character of a unit those that make another word with it.

    >>> "场" in word_makers()["市"], "例" in word_makers().get("5", ())
    (True, False)
    """
    makers: dict[str, set[str]] = {}
    traditional = _traditional()
    for written in WORDS.split():
        for word in (written, *traditional.get(written, ())):
            makers.setdefault(word[0], set()).add(word[1])
    return {unit: frozenset(words) for unit, words in makers.items()}
