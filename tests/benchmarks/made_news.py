"""News made up from a seed, for machines that have none: about one figure in 130 characters, as real news have."""

from __future__ import annotations

import random
from collections.abc import Iterator

from epiextract.text.document import Document

PLACES = (
    "湖南省",
    "长沙市",
    "武汉市",
    "黄冈市",
    "广东省",
    "浙江省",
    "温州市",
    "河南省",
    "南阳市",
    "北京市",
    "韩国",
    "意大利",
)
STATES = ("确诊病例", "疑似病例", "死亡病例", "重症病例", "治愈出院病例", "无症状感染者")
GOODS = ("医用口罩", "防护服", "护目镜", "隔离衣", "消毒液", "呼吸机", "测温仪", "大米")
UNITS = ("万只", "套", "副", "件", "箱", "台", "个", "吨")
GIVERS = ("东湖集团", "长江医药公司", "青山科技有限公司", "市工商联", "海外校友会", "红星置业公司")
TAKERS = ("武汉市慈善总会", "湖北省红十字会", "人民医院", "市疫情防控指挥部", "第三人民医院")
FIGURES = (
    "截至{month}月{day}日24时，{place}累计报告{state}{n}例，其中{place2}{small}例，现有{state2}{small2}例。",
    "{month}月{day}日0—24时，{place}新增{state}{small}例，新增{state2}{small2}例，均为输入性病例。",
    "{giver}向{taker}捐赠{goods}{n}{unit}、{goods2}{small}{unit2}，总价值约{small2}万元。",
    "{place}已有{small}家定点医院收治患者，开放床位{n}张，空余床位{small2}张。",
    "{place}派出的第{k}批医疗队共{small}人{month}月{day}日抵达{place2}，其中护士{small2}人。",
    "{giver}日产{goods}近{small}{unit}，{month}月以来累计供应{n}余{unit}。",
    "省财政下达补助资金{small}亿元，减免企业租金{small2}万元，{k}成以上的企业已经复工。",
    "全市{small}个社区、{small2}家药店参加排查，{n}名志愿者在{k}个卡口值守。",
)
PROSE = (
    "连日来，各级干部坚守一线，把群众的安全放在心上，逐户走访，不漏一人。",
    "该负责人表示，防控工作到了关键的时候，越是这样越不能放松，要把各项措施落到实处。",
    "清晨的街道上行人不多，环卫工人已经开始工作，超市门前的货车正在卸货，蔬菜和粮油供应充足。",
    "“请大家放心，我们一定尽力。”护士长戴好面罩，转身走进了病房。",
    "专家提醒，外出归来要及时洗手，室内要经常通风，尽量不去人多的地方，身体不适时应当尽早就诊。",
    "有关部门将继续加强市场监管，依法查处哄抬价格的行为，保障生活必需品的供应。",
)


def made_news(characters: int, seed: int = 2020) -> Iterator[Document]:
    """Yield articles until they hold so many characters; the same seed gives the same articles.

    Args:
        characters: How many characters at least.
        seed: The seed.
    """
    chance = random.Random(seed)
    made = number = 0
    while made < characters:
        text = _article(chance)
        yield Document(id=f"made#{number}", text=text, published=f"2020-02-{chance.randint(1, 28):02}")
        made += len(text)
        number += 1


def _article(chance: random.Random) -> str:
    place = chance.choice(PLACES)
    lines = [f">>>{place}通报疫情防控情况", ""]
    lines.append(f"新华社{place[:-1]}2月{chance.randint(1, 28)}日电 记者从{place}获悉，{chance.choice(PROSE)}")
    for _ in range(chance.randint(3, 9)):
        before, after = chance.sample(PROSE, 2), chance.sample(PROSE, chance.randint(2, 3))
        lines.append("".join([*before, *(_figures(chance) for _ in range(chance.randint(0, 1))), *after]))
    return "\n".join(lines) + "\n"


def _figures(chance: random.Random) -> str:
    place, place2 = chance.sample(PLACES, 2)
    state, state2 = chance.sample(STATES, 2)
    goods, goods2 = chance.sample(GOODS, 2)
    return chance.choice(FIGURES).format(
        place=place,
        place2=place2,
        state=state,
        state2=state2,
        goods=goods,
        goods2=goods2,
        unit=chance.choice(UNITS),
        unit2=chance.choice(UNITS[1:]),
        giver=chance.choice(GIVERS),
        taker=chance.choice(TAKERS),
        month=chance.randint(1, 3),
        day=chance.randint(1, 28),
        k=chance.randint(2, 9),
        small=chance.randint(2, 400),
        small2=chance.randint(2, 400),
        n=chance.choice((chance.randint(500, 90_000), f"{chance.randint(1, 9)}.{chance.randint(1, 9)}万")),
    )
