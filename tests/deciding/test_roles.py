"""Who gives and who gets, and which goods are counted, where the words beside a name tell."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.filled import Filled
from epiextract.deciding.roles.sharing import is_one_gift
from epiextract.deciding.roles.teams import team_meant


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def slots(extractor: Extractor, text: str, role: str) -> dict[str, str | None]:
    found = (event.record() for event in extractor.extract(text, published="2020-02-20"))
    return {one["quote"]: one.get(role) for one in found if one["type"] != "other"}


@pytest.mark.parametrize(
    ("text", "donors"),
    [
        # who gets does not give
        ("江海集团上周开会。会后向武汉疫区捐赠口罩1500个。", {"1500个": "江海集团"}),
        ("江海集团向奋战在一线的医护人员捐赠空调200台。", {"200台": "江海集团"}),
        ("河山汽车送来口罩200只，经江海慈善总会捐来汽油费2万元。", {"200只": "河山汽车", "2万元": "河山汽车"}),
        ("昨日已经江海集团捐款2万元。", {"2万元": "江海集团"}),
        ("截至昨日，武汉市慈善总会已接收捐赠3.2亿元。", {"3.2亿元": None}),
        ("武汉市慈善总会收到江海集团捐款500万元。", {"500万元": "江海集团"}),
        ("接到求助后，江海集团捐款500万元。", {"500万元": "江海集团"}),
        ("作为江海集团，捐款500万元义不容辞。", {"500万元": "江海集团"}),
        # all of a place, or what speaks for it
        ("日本民间向成都捐口罩2000只。", {"2000只": "日本民间"}),
        ("日本官方向湖北捐赠口罩2000只。", {"2000只": "日本官方"}),
        # 一线 gives nothing, and what a charity collects others give
        ("江海酿助力抗疫一线，捐赠健康饮料300箱。", {"300箱": "江海酿"}),
        ("截至昨日，江海慈善基金会共募集款物8000万元。", {"8000万元": None}),
        # who stands behind 向 in a list gets
        ("江海集团向省公安厅、市指挥部、各检查站捐赠口罩2000只。", {"2000只": "江海集团"}),
        # the make of goods
        ("江海集团向北湖社区捐赠方便面20箱、双汇火腿肠12箱。", {"20箱": "江海集团", "12箱": "江海集团"}),
        # a name that tells what the one behind it is
        ("浙江省餐饮协会会员企业三江食品公司捐赠口罩2000只。", {"2000只": "三江食品公司"}),
        # a body of which the giver is the head
        ("美东湖北同乡会会长李建国带头捐款15万元。", {"15万元": "李建国"}),
    ],
)
def test_words_beside_a_name_tell_who_gives(extractor: Extractor, text: str, donors: dict[str, str | None]) -> None:
    assert slots(extractor, text, "donor") == donors


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("1月26日，江海公益基金会宣布捐赠2亿元，设立关怀资金。", {"2亿元": None}),
        ("截至2月6日，日本政府已送达武汉市的物资有口罩8万只。", {"8万只": None}),
        # a place that goods only come to; one that they are given to may get them
        ("江海集团捐赠的8万只口罩运抵武汉市。", {"8万只": None}),
        ("江海集团捐赠的8万只口罩运抵武汉市中心医院。", {"8万只": "武汉市中心医院"}),
        ("江海集团向武汉市捐赠8万只口罩。", {"8万只": "武汉市"}),
        ("截至昨日，江海慈善基金会共募集款物8000万元。", {"8000万元": "江海慈善基金会"}),
        # behind the gift, and away from 向 and 为
        ("村民李建国捐出1万斤蔬菜，送到附近的卫生院、派出所。", {"1万斤": "卫生院、派出所"}),
        ("江海集团捐款30万元，捐赠给武汉市慈善总会。", {"30万元": "武汉市慈善总会"}),
        ("江海集团捐赠5000个口罩给抗疫民警。", {"5000个": "民警"}),
        ("江海集团为奋战在抗疫一线的医务工作者捐赠防护服200套。", {"200套": "医务工作者"}),
        ("江海集团向江边观察区，武汉协和医院，火神山医院捐赠蔬菜3万斤。", {"3万斤": "火神山医院"}),
    ],
)
def test_who_gives_does_not_get(extractor: Extractor, text: str, recipients: dict[str, str | None]) -> None:
    assert slots(extractor, text, "recipient") == recipients


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("江海集团捐赠了3000个N95口罩和500套防护服。", {"3000个": "N95口罩", "500套": "防护服"}),
        ("江海集团捐赠100万只口罩及6万件医疗物资。", {"100万只": "口罩", "6万件": "医疗物资"}),
        ("采购医用酒精和消毒液950公斤。", {"950公斤": "医用酒精、消毒液"}),
        ("江海集团捐赠价值120万元的汽车专用消毒剂。", {"120万元": "专用消毒剂"}),
        ("铁路转运随车携带的800余件药品、防护服、口罩等用品。", {"800余件": "药品、防护服、口罩"}),
        # the kind behind 等, and what is named of it
        ("江海集团捐赠口罩、防护服等物资200件。", {"200件": "口罩、防护服等物资"}),
        ("江海集团捐赠口罩等急需医用物资1万个。", {"1万个": "口罩等急需医用物资"}),
        ("江海集团捐赠电视机、显示器等1500台设备。", {"1500台": "电视机、显示器、设备"}),
        ("江海集团捐赠口罩5万只、防护服300套等物资20万件。", {"5万只": "口罩", "300套": "防护服", "20万件": "物资"}),
        # 运输 is what is done with them
        ("铁路部门运输口罩、药品等防疫物资343批。", {"343批": "口罩、药品等防疫物资"}),
        ("江海集团捐赠运输车辆20辆。", {"20辆": "运输车辆"}),
        # goods that no table holds between two figures of a list, and what a kind is for
        (
            "江海集团捐赠护目镜200副、糖炒栗子300袋、口罩60只。",
            {"200副": "护目镜", "300袋": "糖炒栗子", "60只": "口罩"},
        ),
        ("江海集团捐赠糕点200份、苏州糖藕300盒。", {"200份": "糕点", "300盒": "苏州糖藕"}),
        ("江海集团捐赠糕点200份和泡椒凤爪300盒。", {"200份": "糕点", "300盒": "泡椒凤爪"}),
        ("江海集团捐赠除菌相关用品300件。", {"300件": "除菌相关用品"}),
        # the first of a list right behind the verb, and items behind a comma
        ("江海集团捐赠应急棚10个、口罩200只。", {"10个": "应急棚", "200只": "口罩"}),
        ("江海集团捐赠了多功能推车10台，空调20台。", {"10台": "多功能推车", "20台": "空调"}),
        ("江海集团捐赠次氯酸钠消毒液1200公斤，碘伏600瓶。", {"1200公斤": "次氯酸钠消毒液", "600瓶": "碘伏"}),
        ("江海集团捐赠猕猴桃160盒，点心35盒。", {"160盒": "猕猴桃", "35盒": "点心"}),
        # near misses: sums, persons and what is left behind the verb or the comma
        ("江海集团捐赠合计300件、口罩200只。", {"300件": "口罩", "200只": "口罩"}),
        ("江海集团捐赠口罩200只，另有300个。", {"200只": "口罩", "300个": "口罩"}),
        ("江海集团捐赠口罩200只，市民500个。", {"200只": "口罩", "500个": "口罩"}),
        # near misses: verbs and sums, and a list of goods behind their figures
        ("江海集团捐赠口罩200只、又送来300件。", {"200只": "口罩", "300件": "口罩"}),
        ("江海集团捐赠口罩200只、总计300件。", {"200只": "口罩", "300件": "口罩"}),
        ("江海集团捐赠200只口罩、300套防护服。", {"200只": "口罩", "300套": "防护服"}),
        # who has the same goods is no goods
        (
            "捐赠口罩30万只，其中武汉市500只、黄冈市20只、红安40只。",
            {"30万只": "口罩", "500只": "口罩", "20只": "口罩", "40只": "口罩"},
        ),
        ("捐赠糕点500份、东北粘糕300个。", {"500份": "糕点", "300个": "东北粘糕"}),
        ("捐赠口罩10万只，第一批5万只、第二批4万只。", {"10万只": "口罩", "5万只": "口罩", "4万只": "口罩"}),
    ],
)
def test_words_beside_a_figure_tell_what_it_counts(extractor: Extractor, text: str, items: dict[str, str]) -> None:
    assert slots(extractor, text, "item") == items


@pytest.mark.parametrize(
    ("text", "orgs"),
    [
        ("除夕当天，江海医疗队已到达。黑龙江省紧急调派340名医护人员抵达孝感。", {"340名": "黑龙江省"}),
        ("江海省第一批援鄂医疗队抵达，85名来自江海南方医院的专家和护士进驻。", {"85名": "江海南方医院"}),
        ("来自江海南方医院的85名专家进驻。", {"85名": "江海南方医院"}),
        # where they go, and what a nation as a whole does
        ("江海南方医院向湖北派出85名专家。", {"85名": "江海南方医院"}),
        # who carries them
        ("截至2月11日，江海铁路集团已累计运送医护人员、专家等各类人员5294人。", {"5294人": None}),
        # who calls does not send
        ("国家卫健委组织江海医院20名医护人员驰援武汉。", {"20名": "江海医院"}),
        ("江海医疗队先到。贵州省派出9批医疗队、疾控分队共计1441人。", {"9批": "贵州省", "1441人": "贵州省"}),
        # money that is handed down, and where people are called together
        ("财政部下拨10亿元支持湖北，已经派出7支医疗队。", {"10亿元": None, "7支": None}),
        ("他在微信工作群里要求40名党建指导员及时传达。", {"40名": None}),
        # one list has one sender
        ("江海医院派出医生12名，其中主任医师3名。", {"12名": "江海医院", "3名": "江海医院"}),
        ("应急管理部从甘肃、青海增派90人。", {"90人": "应急管理部"}),
        ("省卫健委从江海医院抽调20名护士支援武汉。", {"20名": "省卫健委"}),
        ("国家电网从16家省公司抽调90人支援灾区。", {"16家": None, "90人": "国家电网"}),
        ("从江海医院抽调20名护士。", {"20名": "江海医院"}),
        # who is counted stands between the verb and the number
        ("盐城市派出医护人员24名，支援武汉市。", {"24名": "盐城市"}),
        (
            "省卫健委通报，盐城市选派医护人员24名，扬州市增派护士15名、医生8名，共同支援黄石市。",
            {"24名": "盐城市", "15名": "扬州市", "8名": "扬州市"},
        ),
        ("盐城市抽调医护人员24名赴武汉。", {"24名": "盐城市"}),
        ("盐城市组织24名医护人员支援武汉。", {"24名": "盐城市"}),
        ("盐城市紧急组织医护人员24名，驰援武汉市。", {"24名": "盐城市"}),
        ("江海医院挑选24名护士支援武汉。", {"24名": "江海医院"}),
        ("盐城市组织医护人员240名参加培训。", {"240名": None}),
        ("武汉市来了医护人员24名。", {"24名": None}),
        ("盐城市向武汉市派出医护人员24名。", {"24名": None}),
        # all their people are counted behind the teams
        ("陕西省派出3批医疗队奔赴黄冈，共245人。", {"3批": "陕西省", "245人": "陕西省"}),
        ("陕西省派出3支医疗队赴黄冈支援，总计245人。", {"3支": "陕西省", "245人": "陕西省"}),
        # from where they come
        ("陕西省派出来自全省的3批医疗队员到黄冈。", {"3批": "陕西省"}),
        ("陕西省派出来自西安市的120名医生赴黄冈。", {"120名": "陕西省"}),
        # who has teams, told by one of them
        ("加上此前的陕西援黄冈医疗队，陕西共有3支队伍，245名队员。", {"3支": "陕西", "245名": "陕西"}),
        # who is divided
        ("江海区武装部按照部署，将民兵分成6支队伍，每天巡逻。", {"6支": "江海区武装部"}),
        ("江海市公安局把民警编为6支突击队。", {"6支": "江海市公安局"}),
        # teams by the name of a kind, and several of that kind
        ("国家紧急医学救援队24人抵达黄冈。", {"24人": "国家紧急医学救援队"}),
        ("国家（陕西）紧急医学救援队24人抵达黄冈。", {"24人": "国家（陕西）紧急医学救援队"}),
        ("12支国家紧急医学救援队启程返回。", {"12支": None}),
        # a town
        ("凤凰山镇组建3支工作队，到村里宣传。", {"3支": "凤凰山镇"}),
    ],
)
def test_verbs_tell_who_sends(extractor: Extractor, text: str, orgs: dict[str, str | None]) -> None:
    assert slots(extractor, text, "org") == orgs


def test_of_two_teams_none_is_meant(extractor: Extractor) -> None:
    reading = extractor.read(Document("a", "江海省援鄂医疗队和临江省援鄂医疗队昨天抵达。医疗队共有260人。"))
    assert team_meant(reading, Filled(reading.figures[-1], "personnel", {}, {})) is None
    reading = extractor.read(Document("a", "江海省援鄂医疗队昨天抵达。医疗队共有260人。"))
    assert team_meant(reading, Filled(reading.figures[-1], "personnel", {}, {})) is not None


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("突击队共33人，平均年龄29岁。", {"33人": "other_staff"}),
        ("江海蓝天救援队12名队员昨天出发。", {"12名": "other_staff"}),
        ("江边社区成立志愿服务队，现有队员56名。", {"56名": "other_staff"}),
        ("青年突击队共30人，其中医生12人。", {"30人": "other_staff", "12人": "medical_staff"}),
        # squads that treat, and what a squad does for others
        ("江海医院医护突击队20人进入病区。", {"20人": "medical_staff"}),
        ("国家紧急医学救援队36名队员抵达。", {"36名": "medical_staff"}),
        ("江海省第三批援鄂医疗队137名队员启程。", {"137名": "medical_staff"}),
        ("突击队为12名患者送药。", {"12名": "patient"}),
    ],
)
def test_squads_that_treat_nobody_are_no_medical_staff(
    extractor: Extractor, text: str, measures: dict[str, str | None]
) -> None:
    assert slots(extractor, text, "measure") == measures


TEAM = "江海省第三批援鄂医疗队"


@pytest.mark.parametrize(
    ("text", "orgs"),
    [
        (
            f"{TEAM}从江海医院、临江医院等三级医院抽人组成，以呼吸科医生为主。医疗队共98人，其中医生22人，护理76人。",
            {"98人": TEAM, "22人": TEAM, "76人": TEAM},
        ),
        (f"{TEAM}出征仪式昨天在医院门前举行。85名医疗队员及2名领队将前往武汉。", {"85名": TEAM, "2名": TEAM}),
        # one that was told of before, whose name says less
        (f"援鄂专家队已经返程。{TEAM}今天启程。医疗队共有147人。", {"147人": TEAM}),
        # teams that were not named
        (f"{TEAM}昨天抵达孝感。在医院里，39支医疗队2337人并肩作战。", {"39支": None, "2337人": None}),
        # groups of the one that was
        (f"{TEAM}分为6个医疗小组，每组12人。", {"6个": TEAM, "12人": TEAM}),
    ],
)
def test_a_team_is_the_one_named_before(extractor: Extractor, text: str, orgs: dict[str, str | None]) -> None:
    assert slots(extractor, text, "org") == orgs


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        (
            "江海信托向武汉市慈善总会捐赠1000万元，并向武汉市红十字会捐赠首批物资，"
            "包括一次性医用外科口罩4万个、N95口罩5000个、防护服200件。",
            {
                "1000万元": "武汉市慈善总会",
                "4万个": "武汉市红十字会",
                "5000个": "武汉市红十字会",
                "200件": "武汉市红十字会",
            },
        ),
        ("大家踊跃捐款，只用了两天，江海同乡会就收到3.9万美元捐款。", {"3.9万美元": "江海同乡会"}),
        # 分别 deals out, and each clause has its own
        ("江海集团分别向江海医院、江海中学捐款50万元、30万元。", {"50万元": "江海医院", "30万元": "江海中学"}),
    ],
)
def test_one_list_goes_to_one_recipient(extractor: Extractor, text: str, recipients: dict[str, str | None]) -> None:
    assert slots(extractor, text, "recipient") == recipients


@pytest.mark.parametrize(
    ("text", "donors"),
    [
        (
            "江海集团今天宣布，再追加捐赠2亿元。河山汽车向江海医院捐赠价值300万元的救护车10辆。",
            {"2亿元": "江海集团", "300万元": "河山汽车", "10辆": "河山汽车"},
        ),
        ("河山汽车向江海医院捐赠口罩10万只，总价值30万元。", {"10万只": "河山汽车", "30万元": "河山汽车"}),
        # near misses: another one gives, or money is another gift
        (
            "海尔捐赠价值500万元的空调以及美的捐赠净化器300台。",
            {"500万元": "海尔", "300台": "美的"},
        ),
        ("河山汽车捐款30万元，江海商会捐赠口罩10万只。", {"30万元": "河山汽车", "10万只": "江海商会"}),
        ("河山汽车捐赠手套30箱以及江海商会捐赠口罩10万只。", {"30箱": "河山汽车", "10万只": "江海商会"}),
        ("河山汽车捐赠手套30箱以及口罩10万只。", {"30箱": "河山汽车", "10万只": "河山汽车"}),
    ],
)
def test_goods_and_their_worth_are_one_gift(extractor: Extractor, text: str, donors: dict[str, str | None]) -> None:
    assert slots(extractor, text, "donor") == donors


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("河山汽车向江海医院捐赠价值300万元的救护车10辆。", True),
        ("河山汽车向江海医院捐赠口罩10万只，总价值30万元。", True),
        ("河山汽车向江海医院捐赠口罩10万只（折合30万元）。", True),
        # near misses: money, another clause, another gift
        ("河山汽车捐款30万元和口罩10万只。", False),
        ("河山汽车捐赠价值30万元的手套，江海商会捐赠口罩10万只。", False),
        ("河山汽车捐赠价值30万元的手套并向江海医院捐赠口罩10万只。", False),
    ],
)
def test_which_figures_are_one_gift(extractor: Extractor, text: str, expected: bool) -> None:
    reading = extractor.read(Document("a", text))
    extractor.decider.decide(reading)
    one, other = extractor.filler.fill(reading)
    assert is_one_gift(reading, one, other) is expected


@pytest.mark.parametrize(
    ("text", "facilities"),
    [
        ("方舱医院储备床位3万张，隔离观察点储备床位1万张。", {"3万张": "方舱医院", "1万张": "隔离观察点"}),
        (
            "洪山体育馆（800张床位）、武汉客厅（2000张床位）已经建成。",
            {"800张": "洪山体育馆", "2000张": "武汉客厅"},
        ),
        # the beds of a place are those of no hospital before it
        (
            "硚口体育馆方舱医院昨日休舱。2月1日，武汉开放床位数6754张，空床位仅175张。",
            {"6754张": None, "175张": None},
        ),
        ("硚口体育馆方舱医院昨日启用，共有床位500张。", {"500张": "硚口体育馆方舱医院"}),
        ("2月3日，江海医院投入使用。该院设有床位500张。", {"500张": "江海医院"}),
        # a ward by its kind alone has none
        ("江海医院收治患者400人。ICU有床位30张，已住满。", {"400人": "江海医院", "30张": "江海医院"}),
        ("江海医院收治患者400人。重症监护室有床位30张。", {"400人": "江海医院", "30张": "江海医院"}),
    ],
)
def test_words_beside_a_facility_tell_whose_the_beds_are(
    extractor: Extractor, text: str, facilities: dict[str, str | None]
) -> None:
    assert slots(extractor, text, "facility") == facilities


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("民警在30个交通岗和12个过江桥梁检测岗查验车辆。", ["交通岗", "过江桥梁检测岗"]),
        ("公司负责80多家定点医院和发热门诊的清运。", ["定点医院和发热门诊"]),
        ("民警进驻47个医院、隔离点，连夜检查。", ["医院、隔离点"]),
        ("平台请来了300多所高校和相关机构的咨询师。", ["高校和相关机构"]),
        ("全市35家医院和医护人员收到了物资。", ["医院"]),
        ("全市开放了47家定点医院、9家方舱医院。", ["定点医院", "方舱医院"]),
        ("省内三家医院和江海市协和医院签约。", ["医院"]),
        ("《江海时报》等三家报社要求撤回决定。", ["报社"]),
        ("全县有扶贫车间619个，武警江海支队值守。", ["扶贫车间"]),
        ("2月1日，市里设立38个平价蔬菜供应点。", ["平价蔬菜供应点"]),
        ("江海交警沿线设置7条绿色通道。", ["绿色通道"]),
    ],
)
def test_the_noun_that_touches_a_figure_is_the_kind_of_its_sites(
    extractor: Extractor, text: str, kinds: list[str]
) -> None:
    events = extractor.extract(text, published="2020-03-01")
    assert ["、".join(one.name for one in event.kind) for event in events if event.type == "facility"] == kinds


@pytest.mark.parametrize(
    ("text", "facilities"),
    [
        (
            "长沙市17例确诊病例在长沙市第一医院（14例）、市第二医院（3例）治疗。",
            {"17例": None, "14例": "长沙市第一医院", "3例": "市第二医院"},
        ),
        (
            "17例患者分别在湖南省人民医院（14例）和长沙市公共卫生救治中心（3例）接受治疗。",
            {"17例": None, "14例": "湖南省人民医院", "3例": "长沙市公共卫生救治中心"},
        ),
        (
            "1月30日出院患者中，湖南省结核病防治院14例，上海市公共卫生临床中心3例。",
            {"14例": "湖南省结核病防治院", "3例": "上海市公共卫生临床中心"},
        ),
        ("长沙市第一医院（含分院）收治患者14例。", {"14例": "长沙市第一医院"}),
    ],
)
def test_brackets_behind_a_hospital_tell_whom_it_treats(
    extractor: Extractor, text: str, facilities: dict[str, str | None]
) -> None:
    assert slots(extractor, text, "facility") == facilities


@pytest.mark.parametrize(
    ("text", "orgs"),
    [
        ("“我们派出120名医护人员支援武汉。”江海市中心医院院长王大勇说。", {"120名": "江海市中心医院"}),
        (
            "“我们先后派出三批共120名医护人员，其中护士80名。”江海市中心医院院长王大勇介绍。",
            {"三批": "江海市中心医院", "120名": "江海市中心医院", "80名": "江海市中心医院"},
        ),
        (
            "“接到通知后，我们连夜抽调了24名护士。物资也很充足。”江海市中心医院护理部主任李敏告诉记者。",
            {"24名": "江海市中心医院"},
        ),
        ("“我院派出120名医护人员支援武汉。”江海市中心医院院长王大勇说。", {"120名": "江海市中心医院"}),
        ("“接到通知，我们连夜挑选了24名护士。”江海市中心医院护理部主任李敏告诉记者。", {"24名": "江海市中心医院"}),
        ("“我们遴选出24名护士。”江海市中心医院护理部主任李敏告诉记者。", {"24名": "江海市中心医院"}),
        (
            "江海市中医院派出12名护士。“我院派出120名医护人员支援武汉。”江海市中心医院院长王大勇说。",
            {"12名": "江海市中医院", "120名": "江海市中心医院"},
        ),
        # somebody else sends, nobody is named, or who is named only comes next
        ("“临江省人民医院派出120名医护人员支援武汉。”江海市卫健委主任王大勇说。", {"120名": "临江省人民医院"}),
        ("“他们派出12名医护人员支援我们。”江海市中心医院院长王大勇说。", {"12名": None}),
        ("“我们派出120名医护人员支援武汉。”王大勇说。", {"120名": None}),
        ("“我们派出120名医护人员支援武汉。”江海市中心医院已改为定点医院。", {"120名": None}),
    ],
)
def test_who_speaks_sends(extractor: Extractor, text: str, orgs: dict[str, str | None]) -> None:
    assert slots(extractor, text, "org") == orgs


@pytest.mark.parametrize(
    ("text", "orgs"),
    [
        (
            "来自江海市中心医院的36名护士和来自临江省人民医院的12名医生支援武汉。",
            {"36名": "江海市中心医院", "12名": "临江省人民医院"},
        ),
        (
            "36名来自江海市中心医院的护士和12名来自临江省人民医院的医生支援武汉。",
            {"36名": "江海市中心医院", "12名": "临江省人民医院"},
        ),
        ("20名医生和护士来自江海市中心医院。", {"20名": "江海市中心医院"}),
        # a first batch is of whoever was told before
        (
            "江海市中心医院450名医护人员递交请战书，首批36人奔赴武汉。",
            {"450名": "江海市中心医院", "36人": "江海市中心医院"},
        ),
        (
            "江海市中心医院450名医护人员主动请战，第一批12人今日出征黄石。",
            {"450名": "江海市中心医院", "12人": "江海市中心医院"},
        ),
        (
            "江海市中心医院共有450名医护人员递交请战书，2月3日首批36人奔赴武汉。",
            {"450名": "江海市中心医院", "36人": "江海市中心医院"},
        ),
        (
            "江海市中心医院有450名医护人员请战，昨日，首批36人奔赴武汉。",
            {"450名": "江海市中心医院", "36人": "江海市中心医院"},
        ),
        ("江海市450名志愿者报名，首批36人上岗。", {"450名": None, "36人": None}),
    ],
)
def test_who_is_named_beside_people_sends_these(extractor: Extractor, text: str, orgs: dict[str, str | None]) -> None:
    assert slots(extractor, text, "org") == orgs


@pytest.mark.parametrize(
    ("text", "facilities"),
    [
        (
            "江海市中心医院在院患者120例，出院12例，死亡4例。",
            {"120例": "江海市中心医院", "12例": "江海市中心医院", "4例": "江海市中心医院"},
        ),
        (
            "江海市中心医院收治患者120例，治愈出院12例，其中重症病例4例。",
            {"120例": "江海市中心医院", "12例": "江海市中心医院", "4例": "江海市中心医院"},
        ),
        # others are counted
        ("南京鼓楼医院在院患者120例，全市死亡4例。", {"120例": "南京鼓楼医院", "4例": None}),
        ("江海市中心医院在院患者120例。全市累计死亡4例。", {"120例": "江海市中心医院", "4例": None}),
        ("江海市确诊120例，出院12例，死亡4例。", {"120例": None, "12例": None, "4例": None}),
    ],
)
def test_the_patients_of_a_hospital_are_counted_there_by_state(
    extractor: Extractor, text: str, facilities: dict[str, str | None]
) -> None:
    assert slots(extractor, text, "facility") == facilities
