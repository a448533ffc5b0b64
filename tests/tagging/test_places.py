"""What a place means: ambiguity told by context, chains, words that point, and what is left out."""

from __future__ import annotations

import pytest

from epiextract.extractor import Extractor
from epiextract.tagging.lexicon import Lexicon
from epiextract.tagging.names.words import known_facilities, name_entries
from epiextract.tagging.places.finder import PlaceRef, find_places
from epiextract.tagging.places.geography import ancestors, place_entries, places
from epiextract.tagging.tagger import Tagger

LEXICON = Lexicon([*place_entries(), *name_entries()])


def found(text: str) -> list[tuple[str, str]]:
    out = []
    for mention in find_places(text, LEXICON.scan(text)):
        assert isinstance(mention.payload, PlaceRef)
        out.append((text[mention.start : mention.end], mention.payload.place.name))
    return out


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("长春市今天通报，朝阳区新增2例。", "长春市朝阳区"),
        ("北京市今天通报，朝阳区新增2例。", "北京市朝阳区"),
        ("徐州市今天通报，鼓楼区新增1例。", "徐州市鼓楼区"),
        ("福州市今天通报，鼓楼区新增1例。", "福州市鼓楼区"),
        ("吉林新增3例。", "吉林省"),
        ("吉林省吉林市新增3例。", "吉林市"),
        ("海南新增4例。", "海南省"),
        ("青海省海南藏族自治州新增1例。", "海南藏族自治州"),
    ],
)
def test_an_ambiguous_name_is_told_by_its_context(text: str, name: str) -> None:
    assert found(text)[-1][1] == name


@pytest.mark.parametrize(
    ("words", "name", "chain"),
    [
        ("湖北省武汉市江岸区", "武汉市江岸区", ["武汉市", "湖北省", "全国", "全球"]),
        ("河南信阳", "信阳市", ["河南省", "全国", "全球"]),
        ("湖北仙桃", "仙桃市", ["湖北省", "全国", "全球"]),
        ("新疆生产建设兵团", "新疆生产建设兵团", ["全国", "全球"]),
        ("意大利伦巴第大区", "伦巴第大区", ["意大利", "全球"]),
        # 境内 and 国内 directly behind a place are that place
        ("法国境内", "法国", ["全球"]),
        ("韩国国内", "韩国", ["全球"]),
        ("法国全国", "法国", ["全球"]),
        ("武汉境内", "武汉市", ["湖北省", "全国", "全球"]),
    ],
)
def test_a_chain_is_one_place(words: str, name: str, chain: list[str]) -> None:
    ((written, shown),) = found(f"{words}新增2例。")
    assert (written, shown) == (words, name)
    place = next(p for p in places().values() if p.name == name)
    assert [p.name for p in ancestors(place)] == chain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("河南今天通报，全省新增3例。", "河南省"),
        ("郑州今天通报，我市新增3例。", "郑州市"),
        ("南昌市和赣州市通报，该市新增3例。", "赣州市"),
        ("韩国通报，该国新增3例。", "韩国"),
        ("重庆通报，全市新增3例。", "重庆市"),
        ("苏州工业园区通报，当地新增3例。", "苏州工业园区"),
        # 自治区 is the last autonomous region, and 全区 too where none of its districts stood since
        ("广西壮族自治区支援湖北省，全自治区新增3例。", "广西壮族自治区"),
        ("宁夏回族自治区通报，自治区指挥部派出3人。", "宁夏回族自治区"),
        ("广西壮族自治区南宁市新增3例，全区死亡1例。", "广西壮族自治区"),
        ("广西南宁市青秀区新增3例，全区死亡1例。", "南宁市青秀区"),
        ("武汉市江岸区新增3例，全区死亡1例。", "武汉市江岸区"),
        ("广西通报，共有31个省（自治区、直辖市）新增3例。", "广西壮族自治区"),
        # what is helped is another's place
        ("贵州运菜驰援湖北，全省库存3吨。", "贵州省"),
        ("合肥派人支援武汉，我市库存3吨。", "合肥市"),
        ("贵州派人驰援湖北，该省新增3例。", "湖北省"),
        ("贵州派人驰援湖北，湖北告急，全省新增3例。", "湖北省"),
        ("贵州支援湖北全省物资3吨。", "湖北省"),
        ("杭州市发布通报。湖北省归国人员确诊，全省累计确诊30例。", "湖北省"),
        ("新华社北京2月11日电 黑龙江省疫情防控工作领导小组通报，全省新增确诊12例。", "黑龙江省"),
        # where somebody was is no place of the report
        ("四川确诊首例，患者在武汉工作。目前全省疑似2例。", "四川省"),
        ("四川确诊首例，患者从武汉返回。目前全省疑似2例。", "四川省"),
        ("各地支援湖北。以江西来说，全省派出3人。", "江西省"),
        ("各地驰援湖北，全省新增3例。", "湖北省"),
        # 社区 at the head of a clause, with one named just before
        ("记者来到武汉市东湖新城社区采访。疫情以来，社区累计确诊3例。", "东湖新城社区"),
        ("武汉市东湖新城社区封闭管理，居民足不出户。武汉市新增3例。社区工作者5人。", "武汉市"),
        (f"武汉市东湖新城社区封闭管理。{'志愿者天天上门。' * 20}武汉市新增3例，社区里很安静。", "武汉市"),
        # the authorities of a level by themselves are those of the report's place
        ("贵州派人驰援湖北，省卫健委通报新增3例。", "贵州省"),
        ("宁波市宁海县一家公司向县红十字会捐款3万元。", "宁波市宁海县"),
        ("郑州新增3例，各省卫健委通报5例。", "郑州市"),
        ("南昌县新增3例。驰援永和县人民医院。", "临汾市永和县"),
        # where a team goes is not its own place
        ("重庆医疗队接管武汉市第一医院病区。我市派出5批。", "重庆市"),
        ("重庆医疗队转战武汉。全市派出5批。", "重庆市"),
        # 全国 where the text or the sentence is about another country
        ("德国疾控机构通报，全国累计确诊12例。", "德国"),
        ("中国新增3例。德国卫生部3月2日通报，国内新增12例。", "德国"),
        ("德国疫情\n\n德国新增3例。中国送来口罩。在全国新增的病例中有4例死亡。", "全国"),
        ("德国疫情\n\n德国新增3例。中国送来口罩。德国说，全国病例中有4例死亡。", "德国"),
        # the title opens with the country, and China is named in passing
        ("德国订购口罩\n德国说，口罩主要向中国订购。卫生部公布，全国累计确诊33例。", "德国"),
        ("德国死亡30人\n德国累计死亡已超越中国。官方公布，全国新增3例。", "德国"),
        ("德国输入1例\n浙江新增1例。卫生部门向中国红十字会说，全国累计确诊33例。", "全国"),
        ("韩国返青人员确诊\n韩国返青人员中有3人确诊。据中国疾控中心，全国新增33例。", "全国"),
        ("我国向德国捐口罩3万只，全国新增3例。", "全国"),
        ("向德国捐口罩3万只。全国新增3例。", "全国"),
        ("德国华侨筹到口罩3万只，捐给国内。", "全国"),
        ("德国新增3例。国家卫健委通报，全国新增5例。", "全国"),
    ],
)
def test_pointing_words_mean_what_was_last_named(text: str, name: str) -> None:
    assert found(text)[-1][1] == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("记者来到武汉市东湖新城社区采访。疫情以来，社区累计确诊3例。", ["社区"]),
        ("贵州通报，省卫健委派出3人。", ["省"]),
        # near misses: what names none, what stands in a name, and what is told of every one
        ("武汉市东湖新城社区封闭。社区和小区是防控第一线。", []),
        ("武汉市东湖新城社区封闭。社区工作者有5人。", []),
        ("阜阳市太和县疾控中心检测3例。", []),
        ("郑州各省、市疾控中心检测3例。", []),
    ],
)
def test_which_words_point_at_a_place(text: str, words: list[str]) -> None:
    assert [written for written, _ in found(text) if written in ("社区", "省", "市", "县", "区")] == words


@pytest.mark.parametrize("words", ["资本市场捐款3万元", "市内外捐款3万元"])
def test_words_across_edges_do_not_point(words: str) -> None:
    assert [name for _, name in found(f"武汉市通报，{words}。")] == ["武汉市"]


def test_pointing_words_that_point_at_nothing_are_no_place() -> None:
    assert found("全省新增3例，该市新增1例。") == []


@pytest.mark.parametrize("name", ["百色市", "万州区", "五家渠市", "七台河市", "六盘水市", "八步区", "三台县"])
def test_a_place_that_opens_with_a_numeral_holds_no_figure(name: str) -> None:
    mentions = Tagger().tag(f"{name}新增2例").mentions
    assert [(m.tag, m.end - m.start) for m in mentions if m.tag in ("PLACE", "QTY")] == [
        ("PLACE", len(name)),
        ("QTY", 2),
    ]


@pytest.mark.parametrize(
    ("text", "base", "left_out"),
    [
        ("除湖北以外，新增3例。", "全国", ["湖北省"]),
        ("全国除湖北以外的其他省份新增3例。", "全国", ["湖北省"]),
        ("全球除中国外新增3例。", "全球", ["全国"]),
        ("湖北省除武汉以外新增3例。", "湖北省", ["武汉市"]),
        ("武汉以外地区新增3例。", "全国", ["武汉市"]),
        ("武汉以外16个市州新增3例。", "湖北省", ["武汉市"]),
        ("除意大利单日新增过千，法国也新增500例。", "意大利", []),
        # 非 leaves out too, where a word for an area closes it, a whole opens it, or a clause begins
        ("非陕西地区新增60例。", "全国", ["陕西省"]),
        ("非陕西省份新增60例。", "全国", ["陕西省"]),
        ("陕西非西安地区新增60例。", "陕西省", ["西安市"]),
        ("陕西省非西安市新增60例。", "陕西省", ["西安市"]),
        ("非陕西新增60例。", "全国", ["陕西省"]),
        ("并非陕西省的病例有60例。", "陕西省", []),
        ("病例并非陕西籍，有60例。", "陕西省", []),
        # what remains is named behind
        ("除陕西外，全国新增60例。", "全国", ["陕西省"]),
        ("除法国外，全球新增60例。", "全球", ["法国"]),
        ("除西安外，陕西各市新增60例。", "陕西省", ["西安市"]),
        ("除西安、宝鸡外，陕西省新增60例。", "陕西省", ["西安市", "宝鸡市"]),
        ("全国（除陕西）新增60例。", "全国", ["陕西省"]),
        ("除中国大陆以外，全球新增60例。", "全球", ["全国"]),
        ("除陕西外，山西新增60例。", "全国", ["陕西省"]),
        # without 以, of any place, where what is counted stands behind
        ("陕西外新增60例。", "全国", ["陕西省"]),
        ("西安市外新增60例。", "全国", ["西安市"]),
        ("西安外其他地区新增60例。", "全国", ["西安市"]),
        ("西安市外9个地市新增60例。", "陕西省", ["西安市"]),
        ("西安外的陕西各市新增60例。", "陕西省", ["西安市"]),
        ("以及陕西省外单日新增60例。", "全国", ["陕西省"]),
        ("陕西省外务工人员60人。", "全国", ["陕西省"]),
        ("法国外累计确诊60例。", "全球", ["法国"]),
        ("中国外报告60例。", "全球", ["全国"]),
        ("全国陕西外新增60例。", "全国", ["陕西省"]),
        # 外 of other words, and of what ends before it
        *(
            (f"{text}60人。", text[:2] + "省", [])
            for text in (
                "陕西外地人员",
                "陕西外籍人员",
                "陕西外科医生",
                "陕西省外事部门",
                "陕西省外贸员工",
                "陕西外来务工人员",
            )
        ),
        ("法国外交部称新增60例。", "法国", []),
        ("法国外长称新增60例。", "法国", []),
        ("上海外滩有60人。", "上海市", []),
        ("西安市外20公里有60人。", "西安市", []),
        ("驰援法国外，公司捐款60万元。", "法国", []),
        ("陕西和西安外新增60例。", "陕西省", []),
        # what remains of a place abroad is not China
        ("韩国釜山以外地区新增60例。", "韩国", ["釜山"]),
        ("欧洲以外新增60例。", "全球", ["欧洲"]),
        ("欧洲除法国外新增60例。", "欧洲", ["法国"]),
    ],
)
def test_what_is_left_out_stands_apart(text: str, base: str, left_out: list[str]) -> None:
    first = find_places(text, LEXICON.scan(text))[0].payload
    assert isinstance(first, PlaceRef)
    assert (first.place.name, [p.name for p in first.excluding]) == (base, left_out)


def test_a_ship_is_left_out_of_a_country_alone() -> None:
    text = "日本除钻石公主号外新增60例。除钻石公主号外，新增2例。"
    (only,) = find_places(text, LEXICON.scan(text))
    assert isinstance(only.payload, PlaceRef)
    assert (only.payload.place.name, [p.level for p in only.payload.excluding]) == ("日本", ["ship"])


def test_cases_from_abroad_do_not_move_what_follows_abroad() -> None:
    last = Extractor(learned=False).extract("台湾新增2例境外移入，死亡7例。")[-1]
    assert [place.name for place in last.place] == ["台湾省"]


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("青海省新增36例，全国其余省份新增4例。", ["青海省"]),
        ("西宁市新增36例，中国其他的30个省份新增4例。", ["青海省"]),
        # nothing told of before, and no places
        ("全国其余省份新增4例。", []),
        ("青海省新增36例，全国其他行业捐款4万元。", []),
    ],
)
def test_the_rest_of_the_country_leaves_out_what_was_told_of(text: str, left_out: list[str]) -> None:
    last = find_places(text, LEXICON.scan(text))[-1].payload
    assert isinstance(last, PlaceRef)
    assert (last.place.name, [p.name for p in last.excluding]) == ("全国", left_out)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("火神山医院启用病床900张。", "武汉市"),
        ("湖北省红十字会收到200万元。", "湖北省"),
        ("长垣县新增1例。", "新乡市长垣市"),
        ("那曲地区新增1例。", "那曲市"),
        ("武汉经济技术开发区新增1例。", "武汉开发区"),
        ("南韩慶尚北道新增1例。", "庆尚北道"),
        ("“至尊公主号”邮轮有2人确诊。", "至尊公主号邮轮"),
        ("台湾新增1例。", "台湾省"),
        ("延边州新增1例。", "延边朝鲜族自治州"),
        ("秀山县新增1例。", "重庆市秀山土家族苗族自治县"),
        ("莘县新增1例。", "莘县"),
        ("沙田區新增1宗。", "沙田区"),
        ("高雄新增1例。", "高雄市"),
        ("苗栗县新增1例。", "苗栗县"),
        ("柔佛新增1宗。", "柔佛州"),
        ("新泻县新增1例。", "新潟县"),
        ("全罗北道新增1例。", "全罗北道"),
        ("利古里亚大区新增1例。", "利古里亚大区"),
        ("爱荷华州新增1例。", "艾奥瓦州"),
        ("塔斯马尼亚州新增1例。", "塔斯马尼亚州"),
        ("加沙新增1例。", "加沙地带"),
        ("本港新增1宗。", "香港特别行政区"),
        ("本澳新增1例。", "澳门特别行政区"),
        ("浦东新区新增1例。", "上海市浦东新区"),
        ("多米尼加新增1例。", "多米尼加共和国"),
        ("支援武汉路上有3人。", "武汉市"),
        ("湖北路段封闭3天。", "湖北省"),
        ("金普新区新增1例。", "大连市金普新区"),
    ],
)
def test_other_names_mean_the_same(text: str, name: str) -> None:
    assert name in [shown for _, shown in found(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("西安市今天通报，新城区新增3例。", ["西安市", "西安市新城区"]),
        ("每个新城区新增3例，老城区改造。", []),
        # what was named last tells it
        ("香港昨天通报，东区新增3宗。", ["香港特别行政区", "香港东区"]),
        ("香港通报后，武汉的东区新增3例。", ["香港特别行政区", "武汉市"]),
        ("屏东县新增3例，全台新增9例。", ["屏东县", "台湾省"]),
        ("全台设备新增3台。", []),
        ("沙巴州新增3宗，全马新增9宗。", ["沙巴州", "马来西亚"]),
        ("报名全马的有9人。", []),
    ],
)
def test_a_name_that_is_a_common_word_needs_what_holds_it(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text)] == names


@pytest.mark.parametrize(
    "word",
    [
        "大理石",
        "千岛湖",
        "阿里巴巴",
        "长安汽车",
        "新英格兰",
        "和田玉",
        "合作",
        "广泛的东方",
        "安全港",
        "玻璃市场",
        "台湾路12号楼",
        "青岛东路药店",
        "黄石大道",
        "中山大学附属第七医院",
        # cut out of words, across their edges
        "医保定点医院",
        "沿海地区",
        "皖南山区",
        "七成都被",
        "真金白银",
        "国内外企业",
        "延长春节",
        "健全国家制度",
    ],
)
def test_words_that_only_hold_a_name_are_no_place(word: str) -> None:
    assert found(f"捐来{word}三件。") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("武汉吃紧。国家卫健委收到30个省（区、市）报告9例。", ["武汉市", "全国"]),
        ("全国31个省(区、市)和新疆生产建设兵团报告9例。", ["全国", "全国"]),
        ("三十一个省、自治区、直辖市及新疆兵团报告9例。", ["全国"]),
        ("湖北以外30个省份报告9例。", ["全国"]),
        ("各省（区、市）和新疆生产建设兵团报告9例。", ["全国"]),
        ("各省、自治区、直辖市及新疆生产建设兵团报告9例。", ["全国"]),
        ("全国各省份和新疆兵团报告9例。", ["全国", "全国"]),
        ("31個省和新疆生產建設兵團報告9例。", ["全国"]),
        ("31個省（自治區、直轄市）報告9例。", ["全国"]),
        # some of them, a list, and what is no province
        ("18个省份报告9例。", []),
        ("3日，有28个省份新增数在9例以下。", []),
        ("广东、四川等26个省区市来了9支医疗队。", ["广东省", "四川省"]),
        ("长沙31个省级重点项目复工。", ["长沙市"]),
        ("新疆生产建设兵团报告9例。", ["新疆生产建设兵团"]),
        ("新疆生產建設兵團報告9例。", ["新疆生产建设兵团"]),
        ("各省（区、市）要抓紧落实。", []),
        ("各省级定点医院收治9例。", []),
        ("四川省和新疆生产建设兵团报告9例。", ["四川省", "新疆生产建设兵团"]),
    ],
)
def test_so_many_provinces_are_the_whole_country(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("以英国为例，萨里郡报告1例。", ["英国", "萨里郡"]),
        ("伊朗西阿塞拜疆省报告1例。", ["伊朗", "西阿塞拜疆省"]),
        ("法国通报，1人在波尔多市去世。", ["法国", "波尔多市"]),
        ("意大利通报，莫利塞大区报告1例。", ["意大利", "莫利塞大区"]),
        ("西班牙通报，马略卡岛报告1例。", ["西班牙", "马略卡岛"]),
        ("摩洛哥通报，地震已造成豪兹省7人死亡，塔鲁丹特省3人。", ["摩洛哥", "豪兹省", "塔鲁丹特省"]),
        ("巴基斯坦俾路支省报告7例，开伯尔-普赫图赫瓦省3例。", ["俾路支省", "开伯尔-普赫图赫瓦省"]),
        ("印度阿萨姆邦报告7例，比哈尔邦3例。", ["印度", "阿萨姆邦", "比哈尔邦"]),
        ("阿富汗通报，喀布尔省报告7例，喀布尔3例。", ["阿富汗", "喀布尔省", "喀布尔"]),
        # the next one is in the country of the one before
        ("土耳其安塔利亚省死亡21人，阿达纳省9人。", ["土耳其", "安塔利亚省", "阿达纳省"]),
        ("叙利亚拉塔基亚省报告7例，塔尔图斯省3例，哈马省1例。", ["叙利亚", "拉塔基亚省", "塔尔图斯省", "哈马省"]),
        ("土耳其安塔利亚省死亡21人。四川派出30人，阿达纳省死亡9人。", ["土耳其", "安塔利亚省", "四川省"]),
        # what a table holds, what is told of home, and what is no whole name
        ("美国密歇根州报告1例。", ["密歇根州"]),
        ("武汉通报，萨里郡报告1例。", ["武汉市"]),
        ("美国通报，跨萨里郡报告1例。", ["美国"]),
        ("美国通报，克-萨里郡报告1例。", ["美国"]),
        ("法国称，利比里亚邦萨里亚报告1例。", ["法国", "利比里亚"]),
        ("法国要求马上市场报告1例。", ["法国"]),
    ],
)
def test_counties_abroad_that_no_table_holds(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("乌干达首都坎帕拉报告7例。", ["乌干达", "坎帕拉"]),
        ("孟加拉国通报，首都达卡新增7例，达卡市3例。", ["孟加拉国", "达卡市", "达卡市"]),
        ("越南首都河内报告7例。", ["越南", "河内市"]),
        ("越南河内报告7例。", ["河内市"]),
        ("叙利亚首都大马士革报告7例，阿勒颇3例。", ["叙利亚", "大马士革", "阿勒颇"]),
        # other places begin with the same characters
        ("飞机从卡塔尔起飞，许多哈尔滨人回家。", ["卡塔尔", "哈尔滨市"]),
        ("巴基斯坦客机到达卡拉奇，抵达卡塔尔。", ["巴基斯坦", "卡拉奇", "卡塔尔"]),
        ("黄河内蒙古段报告1例。", ["内蒙古自治区"]),
        # the words are common, and the country is not told of
        ("他接替前部长拉巴特。摩洛哥首都拉巴特报告1例。", ["摩洛哥", "拉巴特"]),
        ("这里加强值守，通惠河内、万象城报告1例。", []),
    ],
)
def test_cities_abroad_whose_names_are_common_words_need_their_country(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("中央流行疫情指揮中心今天公布，國內新增9例本土病例。", ["台湾省"]),
        ("疾管署上週公布，全國新增登革熱7例。", ["台湾省"]),
        ("（中央社記者王小明台北6日電）國內新增9例。衛福部表示，全國病床足夠。", ["台北市", "台湾省", "台湾省"]),
        ("卫福部公布，国内新增9例。", ["台湾省"]),
        # near misses: told from outside, by the mainland, or before Taiwan is told of
        ("台湾卫福部公布，台湾新增9例。国内新增7例。", ["台湾省", "台湾省", "全国"]),
        ("国家卫健委通报，全国新增7例。疾管署公布，台湾新增9例。", ["全国", "台湾省"]),
        ("新华社电，“中央流行疫情指挥中心”公布，岛内新增9例，国内新增7例。", ["全国"]),
        ("国内新增7例。中央流行疫情指挥中心公布，台湾新增9例。", ["全国", "台湾省"]),
        ("韩国疾管厅公布，全国新增9例。", ["韩国", "韩国"]),
    ],
)
def test_the_whole_of_taiwans_own_reports_is_taiwan(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text)] == names


def test_the_reference_data_is_whole() -> None:
    every = places()
    assert len([id for id in every if id.startswith("cn:") and id.endswith("0000")]) == 34
    assert len([id for id in every if id.startswith("iso:")]) >= 245
    assert {p.parent for p in every.values() if p.parent} <= set(every)
    for code, name in {
        "420100": "武汉市",
        "410783": "新乡市长垣市",
        "370116": "济南市莱芜区",
        "110105": "北京市朝阳区",
    }.items():
        assert every[f"cn:{code}"].name == name


def test_known_facilities_stand_in_known_places() -> None:
    assert {place for place, _ in known_facilities()} - {"-"} <= set(places())


def test_the_title_and_the_dateline_are_places_of_last_resort() -> None:
    reading = Extractor(learned=False).read(_document(">>>湖南：疫情通报\n\n新华网长沙2月3日电 今天新增3例。"))
    assert [(kind, m.payload.place.name) for kind, m in reading.places.defaults][:2] == [
        ("title", "湖南省"),
        ("dateline", "长沙市"),
    ]


def _document(text: str):  # type: ignore[no-untyped-def]
    from epiextract.text.document import Document

    return Document(id="a", text=text)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("浙江桐乡支援组抵达。", "浙江桐乡", "嘉兴市桐乡市"),
        ("绍兴市诸暨市、上虞区均有捐赠，上虞捐出3万元。", "上虞", "绍兴市上虞区"),
        ("徐州市派出的车队已到邳州，共40人。", "邳州", "徐州市邳州市"),
        ("山东第二批援鄂医护人员120名启程。", "鄂", "湖北省"),
        ("医疗队30人赴沪。", "沪", "上海市"),
        ("口罩3万只已送到沪。", "沪", "上海市"),
        ("鲁豫两地专家会诊3次。", "豫", "河南省"),
        ("哈市新增3例。", "哈市", "哈尔滨市"),
        ("共派出支援湖北的医护人员200名。", "湖北", "湖北省"),
    ],
)
def test_short_forms_that_the_text_explains(text: str, words: str, name: str) -> None:
    found = {text[m.start : m.end]: m.payload.place.name for m in Tagger().tag(text).places}
    assert found.get(words) == name


@pytest.mark.parametrize(
    ("text", "not_one"),
    [
        ("在京东下单的口罩有3万只。", "京"),
        ("驻守汉口的12人。", "汉"),
        ("粮食3吨运送京东仓库。", "京"),
        ("来自武汉两地的3人。", "汉"),
        ("杭州市民李建德捐款500元。", "建德"),
        ("为全国解放作出贡献的老兵3人。", "全国解放"),
        ("南昌市某小区内有5人隔离。", "区内"),
        ("病区内有患者8名，记者来自天津市红桥区。", "区内"),
    ],
)
def test_short_forms_that_are_something_else(text: str, not_one: str) -> None:
    assert not_one not in {text[m.start : m.end] for m in Tagger().tag(text).places}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("为湖北特别是武汉提供呼吸机300台。", ["湖北省"]),
        ("支援湖北省尤其是武汉市的医生有30名。", ["湖北省"]),
        # near misses: the part is told of apart, or is none
        ("为湖北，特别是武汉，提供呼吸机300台。", ["湖北省", "武汉市"]),
        ("为湖北特别是长沙提供呼吸机300台。", ["湖北省", "长沙市"]),
        ("为全国特别是武汉提供呼吸机300台。", ["全国", "武汉市"]),
    ],
)
def test_a_province_and_above_all_its_city_is_the_province(text: str, names: list[str]) -> None:
    assert [m.payload.place.name for m in Tagger().tag(text).places] == names


@pytest.mark.parametrize("text", ["中國大陸及港澳地區共8人感染。", "中国大陆及港澳地区共8人感染。"])
def test_the_mainland_with_hong_kong_and_macau_is_one_place(text: str) -> None:
    assert [m.value for m in Tagger().tag(text).places] == ["cn:mainland-hk-mo"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("湖北省人民医院收治患者3人。", "武汉市"),
        ("湖北省妇幼保健院新增床位3张。", "武汉市"),
        # near misses: nobody knows where it is, or it is all over the province
        ("湖北省仙女山医院收治患者3人。", "湖北省"),
        ("湖北省红十字会募集3万元。", "湖北省"),
        ("武汉市金银潭医院收治患者3人。", "武汉市"),
    ],
)
def test_a_known_hospital_of_a_province_is_in_its_city(text: str, name: str) -> None:
    assert [m.payload.place.name for m in Tagger().tag(text).places] == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # named twice, or once behind the place that holds it; 全市 and its short form mean it too
        ("临枫市召开发布会。临枫市确诊4例，全市疑似2例。", ["临枫市", "临枫市", "临枫市"]),
        ("临枫昨日零新增。9日，临枫市确诊4例；目前临枫市有2人住院。", ["临枫市", "临枫市", "临枫市"]),
        ("湖南省汨枫县送来口罩3万只。", ["湖南省", "汨枫县"]),
        ("法国安纳西市有5人确诊。", ["法国", "安纳西市"]),
        # what is no name, or named in passing
        ("超市关门，这家超市有5人确诊，上市公司上市。", []),
        ("友好城市捐赠口罩2万只，姐妹城市也捐了。", []),
        ("贫困县脱贫，贫困县有3个。", []),
        ("湖北农贸市场关门，武汉超市有5人。", ["湖北省", "武汉市"]),
        ("临枫市捐赠口罩2万只。", []),
    ],
)
def test_cities_and_counties_that_no_table_holds(text: str, names: list[str]) -> None:
    assert [m.payload.place.name for m in Tagger().tag(text).places] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("日方已向中方捐赠口罩3万只。", ["日本", "全国"]),
        ("中方向意方提供呼吸机40台。", ["全国", "意大利"]),
        ("中方向有需要的国家提供试剂盒5万份。", ["全国"]),
        ("美方将撤离1200人。", ["美国"]),
        # near misses: days, halves of words, and a country that may be three
        ("2月3日方舱医院开舱，近日方可收治40人。", []),
        ("其中方舱床位300张，集中方舱收治。", []),
        ("以合法方式、非法方式贩售，同意方可领取2份。", []),
        ("法方面意方案日方便，中方向明确，救治3人。", []),
        ("昨日方启用5台，3日方启用2台，经同意方放行2人，手中方有3只。", []),
        ("愿同中方一道捐赠口罩3万只。", ["全国"]),
        ("巴方接收医疗物资8吨。", []),
    ],
)
def test_countries_as_parties(text: str, names: list[str]) -> None:
    assert [m.payload.place.name for m in Tagger().tag(text).places] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("孝昌公安局投入民警60名。", ["孝昌"]),
        ("昨天，孝昌交警大队投入民警60名。", ["孝昌"]),
        # of two places of that name the one in what was named
        ("北京市发布通报。通州公安分局投入民警60名。", ["北京市", "通州"]),
        ("通州公安分局投入民警60名。", []),
        # near misses
        ("李建德交警大队长的同事有60名。", []),
        ("全县公安局投入民警60名。", []),
    ],
)
def test_the_police_of_a_place_bears_its_stem(text: str, names: list[str]) -> None:
    assert [name for name, _ in found(text)] == names
