"""Where names begin and end, what makes a name, and which short form stands for which full one."""

from __future__ import annotations

import pytest

from epiextract.extractor import Extractor
from epiextract.matching.reading import Reading
from epiextract.tagging.segmentation import segments
from epiextract.text.document import Document

EXTRACTOR = Extractor(learned=False)


def read(text: str) -> Reading:
    return EXTRACTOR.read(Document(id="a", text=text))


def names(text: str, *tags: str) -> list[str]:
    wanted = tags or ("ORG", "FACILITY", "PERSON")
    return [text[m.start : m.end] for m in read(text).names.mentions if m.tag in wanted]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一方面增加定点医院3家。", "定点医院"),
        ("他们承担雷神山医院的救治。", "雷神山医院"),
        ("发挥运输企业作用。", "运输企业"),
        ("本地设有定点收治医院2家。", "定点收治医院"),
        ("随上海第二批医疗队出征。", "上海第二批医疗队"),
        ("据湖北省疾控中心统计。", "湖北省疾控中心"),
        ("福寿康（上海）医疗养老服务公司出资。", "福寿康（上海）医疗养老服务公司"),
        ("工业和信息化部派出20人。", "工业和信息化部"),
        ("广东省第一批对口支援湖北荆州医疗队抵达。", "广东省第一批对口支援湖北荆州医疗队"),
        ("记者从省二院了解到。", "省二院"),
        ("贵州多地蔬菜企业复工。", "蔬菜企业"),
        ("长沙高新区绿洲科技捐3万元。", "长沙高新区绿洲科技"),
        ("长沙高新区管委会捐3万元。", "长沙高新区管委会"),
        ("一座座方舱医院开舱。", "方舱医院"),
        ("首批41支援鄂医疗队撤离。", "援鄂医疗队"),
        ("重庆、天津等地中医医院派出3人。", "中医医院"),
        ("在华北制药厂上班。", "华北制药厂"),
        ("全市设置采样点20个。", "采样点"),
        ("已建成投用方舱医院12家。", "方舱医院"),
        ("增设发热门诊3个。", "发热门诊"),
        ("在贵阳市公共卫生救治中心收治。", "贵阳市公共卫生救治中心"),
        ("转到西安市公共卫生中心治疗。", "西安市公共卫生中心"),
        ("黑龙江省传染病防治院腾出床位。", "黑龙江省传染病防治院"),
    ],
)
def test_a_name_begins_behind_verbs_and_never_inside_a_word(text: str, name: str) -> None:
    found = names(text)
    assert name in found or (name.endswith("企业") and "企业" in found)
    assert not [other for other in found if other != name and name in other]


@pytest.mark.parametrize(
    "text",
    [
        "加快5G网络建设。",
        "确保食品供应。",
        "乘汽车前往。",
        "回报社会。",
        "在意大利电视台上说。",
        "2支队伍出发。",
        "（一）幼儿园放假。",
    ],
)
def test_common_words_are_no_organisations(text: str) -> None:
    assert [name for name in names(text, "ORG") if name not in ("意大利电视台",)] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2月3日，云汐湾宣布捐赠200万元。", "云汐湾"),
        ("同日，青柠筑向武汉捐赠口罩3000只。", "青柠筑"),
        ("据悉，“墨禾坊”已捐出5万元。", "墨禾坊"),
        ("恒大集团、墨禾坊、万科集团等分别捐赠100万元。", "墨禾坊"),
        ("大分市向武汉市捐赠口罩2万只。", "大分市"),
    ],
)
def test_a_giver_needs_no_head_word(text: str, name: str) -> None:
    reading = read(text)
    found = {text[m.start : m.end] for m in [*reading.names.mentions, *reading.names.places]}
    assert name in found


def test_a_giver_is_known_wherever_it_stands() -> None:
    text = "2月3日，云汐湾宣布捐赠200万元。两天后，物资由云汐湾员工送达。"
    assert names(text, "ORG").count("云汐湾") == 2


@pytest.mark.parametrize(
    "text", ["还将捐赠口罩3000只。", "我们向武汉捐赠5万元。", "爱心款项已捐出3万元。", "向湖北捐款3万元。"]
)
def test_not_every_subject_is_a_name(text: str) -> None:
    assert [m for m in read(text).names.mentions if getattr(m.payload, "kind", "") in ("subject", "person")] == []


def test_a_list_that_ends_in_its_kind_names_its_items() -> None:
    assert set(names("截至3月1日，火神山、泰祺苑、妇幼东湖等3所医院收治300人。", "FACILITY")) >= {"泰祺苑", "妇幼东湖"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("董事长陈大川说，已捐3万元。", "陈大川"),
        ("总经理易飞说，捐了3万元。", "易飞"),
        ("村民刘二河捐出3万斤白菜。", "刘二河"),
        ("钟北川院士到了。", "钟北川"),
        ("经查，谭某某以此获利3万元。", "谭某某"),
        ("市长乔治·瓦洛蒂说，新增3例。", "乔治·瓦洛蒂"),
        ("王女士买了3只口罩。", "王女士"),
        ("市民周女士向黄冈市红十字会捐款3万元。", "周女士"),
        ("村民孙大爷捐赠白菜3万斤。", "孙大爷"),
        ("董事长向川江说，已捐3万元。", "向川江"),
        ("说起此事时，李医生落泪。", "李医生"),
    ],
)
def test_persons(text: str, name: str) -> None:
    assert names(text, "PERSON") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "恒力集团捐赠价值10余万元的物资。苏宁易购捐款50余万元。拨付200余万元。",
        "接收善款9562萬餘元，接收物資價值1607萬餘元。",
        "善款70余万元到账，物资30余万元到账。",
        "现有床位300余张。又增加200余张。",
    ],
)
def test_what_goes_on_behind_a_number_is_no_person(text: str) -> None:
    assert names(text, "PERSON") == []


@pytest.mark.parametrize("text", ["余思海每天早起。后来余思海走了。", "2月3日，余思海每天早起。后来余思海走了。"])
def test_a_person_may_be_named_twice_without_a_title(text: str) -> None:
    assert names(text, "PERSON") == ["余思海", "余思海"]


def test_all_of_a_hospital_is_the_hospital() -> None:
    assert names("江海人民医院全院护士30人。", "FACILITY") == ["江海人民医院"]
    assert names("全院护士30人。", "FACILITY") == ["全院"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("民政部门发放补贴3万元。", []),
        ("交通运输部门派出20人。", []),
        ("民政部发放补贴3万元。", ["民政部"]),
        ("民政部门户网站显示，捐款3万元。", ["民政部"]),
    ],
)
def test_departments_everywhere_are_no_ministry(text: str, found: list[str]) -> None:
    assert names(text, "ORG") == found


@pytest.mark.parametrize("text", ["一位老人向红十字会捐款3万元。", "某公司通过慈善总会捐款3万元。", "红会收到3万元。"])
def test_charities_go_by_their_kind_too(text: str) -> None:
    assert names(text, "PERSON") == []
    assert names(text, "ORG")[-1] in ("红十字会", "慈善总会", "红会")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("德国华侨华人会捐款3万元。", "德国华侨华人会"),
        ("口罩3万只运抵雷神山医院。", "雷神山医院"),
        ("3吨蔬菜送抵青山县人民医院。", "青山县人民医院"),
    ],
)
def test_a_name_ends_with_its_head_and_begins_behind_verbs(text: str, name: str) -> None:
    assert names(text, "ORG", "FACILITY") == [name]


def test_a_person_is_known_wherever_the_name_stands() -> None:
    assert names("院长张河川回忆。几天前，张河川连续工作30小时。", "PERSON") == ["张河川", "张河川"]


@pytest.mark.parametrize(
    "text",
    [
        "患者高烧不退3天。",
        "志愿者都来了30名。",
        "70位医生到了。",
        "满某种药3瓶。",
        "分别时，老人哭了。",
        "作出决定时，老师来了。",
    ],
)
def test_not_everybody_is_named(text: str) -> None:
    assert names(text, "PERSON") == []


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("华芷川健康产业股份有限公司捐2万元。华芷健康再捐3万元。", "华芷健康", "华芷川健康产业股份有限公司"),
        ("中国红十字基金会收到5万元。中国红基会说。", "中国红基会", "中国红十字基金会"),
        ("江城惠民慈善促进协会（以下简称“江惠协”）成立。江惠协捐3万元。", "江惠协", "江城惠民慈善促进协会"),
        ("武汉市精神卫生中心新增3张床。武汉精神卫生中心说。", "武汉精神卫生中心", "武汉市精神卫生中心"),
        ("恒大集团捐3万元。恒大说。", "恒大", "恒大集团"),
        ("雷神山收治3人，雷神山医院收治4人，武汉雷神山医院收治5人。", "雷神山", "武汉雷神山医院"),
    ],
)
def test_a_short_form_gets_the_full_one(text: str, short: str, full: str) -> None:
    index = read(text).names
    last = [m for m in index.mentions if text[m.start : m.end] == short][-1]
    assert index.name(last) == full


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("国家卫健委说。国家卫健委党组说。", "国家卫健委"),
        ("中铁四局集团捐3万元。中铁五局集团捐2万元。", "中铁四局集团"),
        ("江城市人民医院收治3人。江城市人民医院南院区收治5人。", "江城市人民医院"),
        ("中国银行捐3万元。中国工商银行也捐了3万元。", "中国银行"),
    ],
)
def test_a_part_or_a_sister_is_no_full_form(text: str, words: str) -> None:
    index = read(text).names
    first = next(m for m in index.mentions if text[m.start : m.end] == words)
    assert index.name(first) == words


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("江城市第一医院收治3人，绿洲公司送来5箱。该院说。", "该院", "江城市第一医院"),
        ("绿洲科技有限公司捐3万元，由江城惠民基金会转交。该公司说。", "该公司", "绿洲科技有限公司"),
        ("江城农商银行放贷3万元，绿洲科技有限公司收到。该行说。", "该行", "江城农商银行"),
        ("招商银行放贷3万元，由财政部批准。该行说。", "该行", "招商银行"),
        ("海南农行放贷3万元，由财政部批准。该行说。", "该行", "海南农行"),
        ("绿洲科技有限公司捐3万元，世界卫生组织感谢。该公司说。", "该公司", "绿洲科技有限公司"),
        ("财政部拨款3万元。该行说。", "该行", "该行"),
        # firms that are named by brand and trade
        ("巴彦浩雪乳业捐3万元，由财政部感谢。该公司说。", "该公司", "巴彦浩雪乳业"),
        ("四川蓝顶农牧捐3万元。该企业说。", "该企业", "四川蓝顶农牧"),
        ("绿洲科技有限公司经销浩雪乳业的产品。该公司说。", "该公司", "绿洲科技有限公司"),
        ("恒力集团旗下浩雪乳业捐3万元。该集团说。", "该集团", "恒力集团"),
    ],
)
def test_pointing_words_mean_the_nearest_that_fits(text: str, words: str, meant: str) -> None:
    index = read(text).names
    mention = next(m for m in index.mentions if text[m.start : m.end] == words)
    assert index.name(mention) == meant


def test_names_of_one_organisation_share_an_id() -> None:
    text = "中行放贷3万元。"
    index = read(text).names
    (mention,) = [m for m in index.mentions if text[m.start : m.end] == "中行"] or [None]
    if mention is not None:
        assert index.refs([mention])[0].id == "org:中国银行"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("送来5台高远MS40红外测温仪。", "高远MS40红外测温仪"),
        ("送来30台骨密度仪。", "骨密度仪"),
        ("还有5桶洗涤剂。", "洗涤剂"),
        ("他戴着手套，在手机上报数。", "手套"),
        ("他戴着手套，在手机上报数。", "手机"),
    ],
)
def test_unknown_goods_are_kept_as_written(text: str, name: str) -> None:
    assert name in names(text, "GOODS")


@pytest.mark.parametrize(
    "text", ["一批特殊的力量来了。", "保持现金流稳定。", "中央广播电视总台报道。", "国家电视台报道。", "方面食品安全。"]
)
def test_what_only_looks_like_goods(text: str) -> None:
    assert names(text, "GOODS") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("全国有54家医用防护服生产企业。", "医用防护服生产企业"),
        ("医疗器械生产企业79家复工。", "医疗器械生产企业"),
        ("消毒12个农贸市场。", "农贸市场"),
        ("拥有36个配送中心。", "配送中心"),
    ],
)
def test_kinds_are_told_by_their_figure(text: str, kind: str) -> None:
    assert kind in names(text)


def test_segments_take_the_cheapest_way() -> None:
    assert ["发挥运输企业"[a:b] for a, b in segments("发挥运输企业")] == ["发挥", "运输", "企业"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("四川蓝顶农牧于3月12日捐款36万元。", ["四川蓝顶农牧"]),
        ("唐山冀轩管业日产口罩1000只。", ["唐山冀轩管业"]),
        ("医院获蓝顶农牧捐赠呼吸机120台。", ["蓝顶农牧"]),
        ("恒力集团（100万元）、蓝顶农牧（200万元）、通威股份（20万元）。", ["恒力集团", "蓝顶农牧", "通威股份"]),
        # common words before a trade name nobody
        ("湖北发放精密仪器30台。", []),
        ("四川机电产品出口3000台。", []),
        ("江苏捐赠农牧机械30台。", []),
        ("扶持发展果业3000亩。", []),
    ],
)
def test_firms_are_named_by_place_brand_and_trade(text: str, names: list[str]) -> None:
    kinds = {"anaphor", "generic", "group"}
    found = [m for m in read(text).names.mentions if m.tag == "ORG" and m.value not in kinds]
    assert [text[m.start : m.end] for m in found if text[m.start : m.end] != "医院"] == names
