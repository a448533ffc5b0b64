"""Classes of names: teams and bureaus by number, arms of firms, givers, kinds with their place."""

from __future__ import annotations

import pytest

from epiextract.extractor import Extractor
from epiextract.matching.reading import Reading
from epiextract.text.document import Document

EXTRACTOR = Extractor(learned=False)


def read(text: str) -> Reading:
    return EXTRACTOR.read(Document(id="a", text=text))


def names(text: str, tag: str) -> list[str]:
    return [text[m.start : m.end] for m in read(text).names.mentions if m.tag == tag]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("青海省第六批援鄂医疗队收到牛奶50箱。", "青海省第六批援鄂医疗队"),
        ("物资送到云南第二批支援武汉的医疗队。", "云南第二批支援武汉的医疗队"),
        ("第三批支援湖北医疗队收到牛奶50箱。", "第三批支援湖北医疗队"),
        ("截至3日，中建八局供应板房20套。", "中建八局"),
        ("澄湖医疗（中国）捐款20万元。", "澄湖医疗（中国）"),
        ("招商银行（欧洲）有限公司捐款20万元。", "招商银行（欧洲）有限公司"),
        ("商会副会长单位澄湖集团捐款20万元。", "澄湖集团"),
        ("爱心企业澄湖酿捐赠口罩300只。", "澄湖酿"),
        ("武汉澄湖律师事务所捐款2万元。", "武汉澄湖律师事务所"),
        ("中国驻哈萨克斯坦大使馆收到口罩300只。", "中国驻哈萨克斯坦大使馆"),
        ("口罩由中国中铁九局供应。", "中国中铁九局"),
        ("殷都区慈善会收到口罩300只。", "殷都区慈善会"),
        ("呼和浩特澄湖集团捐款2万元。", "呼和浩特澄湖集团"),
        ("武汉市环卫部门出动车辆30台。", "武汉市环卫部门"),
        ("澄安医疗捐赠呼吸机3台。", "澄安医疗"),
        ("东方石化捐款20万元。", "东方石化"),
        ("武汉桥工局抽调20人。", "武汉桥工局"),
        ("荆门军分区派出民兵20人。", "荆门军分区"),
        ("澄湖急救转运队20人出发。", "澄湖急救转运队"),
        ("西宁市澄湖防水材料有限公司捐款2万元。", "西宁市澄湖防水材料有限公司"),
        ("全国政协机关捐款20万元。", "全国政协机关"),
        ("集团组织所属青海澄湖公司派出20人。", "青海澄湖公司"),
        ("医院组建成西宁市第一批援鄂医疗队。", "西宁市第一批援鄂医疗队"),
        ("青海联通为医院开通电话30部。", "青海联通"),
        ("海南农行发放贷款3亿元。", "海南农行"),
        ("截至5日，长三角铁路开行列车20列。", "长三角铁路"),
        ("西宁民进捐赠大米3吨。", "西宁民进"),
        ("西门子中国宣布捐款20万元。", "西门子中国"),
        ("霍尼韦尔中国、澄湖集团各捐款20万元。", "霍尼韦尔中国"),
        ("全国红十字会系统接收捐款3亿元。", "全国红十字会系统"),
        ("全国中医药系统派出医务人员90名。", "全国中医药系统"),
        ("武警青海总队第三支队派出90人。", "武警青海总队第三支队"),
        ("解放军部队三支队伍共90人。", "解放军部队"),
        # firms that open with what names stop at, where a clause, a place or a kind of firms ends
        ("均澄集团捐款20万元。", "均澄集团"),
        ("会员企业运澄集团股份有限公司捐款20万元。", "运澄集团股份有限公司"),
        ("山东能澄控股有限公司捐款20万元。", "山东能澄控股有限公司"),
        ("当代集团供应大米3吨。", "当代集团"),
        ("上海家化股份有限公司供应洗手液300瓶。", "上海家化股份有限公司"),
        # bureaus and commissions
        ("口罩送到武穴市卫计局。", "武穴市卫计局"),
        ("西宁市城管委出动车辆30台。", "西宁市城管委"),
        ("向西宁高新区社会发展局捐款20万元。", "西宁高新区社会发展局"),
        ("西宁市澄湖社会工作服务中心接到电话300个。", "西宁市澄湖社会工作服务中心"),
        ("主任企业西宁澄湖集团捐款20万元。", "西宁澄湖集团"),
        ("12306发售车票3万张。", "12306"),
        # firms that nothing but their gift tells
        ("澄咖特购集团向青海捐赠口罩300只。", "澄咖特购集团"),
        ("澄一大理石瓷砖资助西宁市慈善总会20万元。", "澄一大理石瓷砖"),
        ("屠思澄与郝茗联合捐出20万元。", "郝茗"),
        ("广发基金捐款20万元。", "广发基金"),
        ("青海省红十字会办公室收到口罩300只。", "青海省红十字会办公室"),
        ("韩国官方捐赠口罩300只。", "韩国官方"),
        # a place and a branch of industry, where they give or send
        ("西藏航空捐款20万元。", "西藏航空"),
        ("重庆啤酒捐赠矿泉水300箱。", "重庆啤酒"),
        ("成都燃气紧急向灾区捐款20万元。", "成都燃气"),
        ("甘肃油田派出20人。", "甘肃油田"),
        ("海南橡胶向灾区捐款20万元。", "海南橡胶"),
        ("北京汽车、澄湖集团各捐款20万元。", "北京汽车"),
        ("陕西能源和陕西煤业共捐款20万元。", "陕西能源"),
        # a common word and a branch of industry, where they open a clause and give or send
        ("江川汽车向武汉捐赠20万元。", "江川汽车"),
        ("2月5日，大沅影业宣布捐赠20万元。", "大沅影业"),
        ("2月5日三和钢铁捐款20万元。", "三和钢铁"),
        ("兴隆水泥累计捐款20万元。", "兴隆水泥"),
        ("长安机电派出志愿者30名。", "长安机电"),
        # what closes before a name and opened before is no part of it
        ("新华社北京8月1日电（记者王凯）财政部下拨20万元。", "财政部"),
        ("本报讯（记者王凯）西宁市澄湖基金会收到捐款20万元。", "西宁市澄湖基金会"),
        ("联邦紧急事务管理局派出20人。", "联邦紧急事务管理局"),
    ],
)
def test_organisations_by_class(text: str, name: str) -> None:
    assert name in names(text, "ORG")


@pytest.mark.parametrize(
    ("text", "names_no"),
    [
        # what goes on is another thing, and so is what no place opens
        ("青海移动方舱收治20人。", "青海移动"),
        ("国产汽车捐赠给医院3辆。", "国产汽车"),
        ("长安机电捐赠的口罩到了。", "长安机电"),
        ("长安机电售出20万台。", "长安机电"),
        ("多家水泥捐款20万元。", "多家水泥"),
        ("他们能腾讯公司捐款20万元。", "能腾讯公司"),
        ("三家集团捐款20万元。", "三家集团"),
        ("上海联和投资捐款20万元。", "上海联"),
        ("西宁地铁8号线运送乘客3万人。", "西宁地铁"),
        ("全国铁路发送旅客20万人。", "全国铁路"),
        ("他们移动办公，节省3万元。", "移动"),
        ("微信中国版有用户3亿人。", "微信中国"),
        ("央视中国之声报道，确诊3例。", "央视中国"),
        ("全国疫情直报系统接到报告30份。", "全国疫情直报系统"),
        ("捐款20万元支持西宁市澄湖医院建设。", "西宁市澄湖医院建设"),
        ("推进基层防控能力建设，投入20万元。", "基层防控能力建设"),
        ("官方通报，治愈3人。", "官方"),
        ("向社会各界企业呼吁捐款20万元。", "社会各界企业"),
        ("上海汽车向外地销售300辆。", "上海汽车"),
        ("海南橡胶捐赠仪式有300人参加。", "海南橡胶"),
        ("湖北经济捐款20万元。", "湖北经济"),
        ("北京市场捐出口罩300只。", "北京市场"),
        ("上海口罩紧缺，捐赠300箱。", "上海口罩"),
        ("武汉物资告急，捐赠300箱。", "武汉物资"),
        ("国内航空捐款20万元。", "国内航空"),
    ],
)
def test_what_only_looks_like_a_branch_or_a_firm(text: str, names_no: str) -> None:
    assert names_no not in names(text, "ORG")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("退休工人卢启荣拿出3万元。", "卢启荣"),
        ("郝思澄委员筹集牛奶30箱。", "郝思澄"),
        ("昨日，郝思澄自费购买口罩30只。", "郝思澄"),
        ("曹大姐送来口罩30只。", "曹大姐"),
        ("商会监事长郝思澄，商会理事长周茗分别捐款20万元。", "郝思澄"),
        ("有一位曹大姐送来口罩30只。", "曹大姐"),
    ],
)
def test_persons_who_give(text: str, name: str) -> None:
    assert name in names(text, "PERSON")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("下午，青海省援汉医疗队入驻。", "青海省援汉医疗队"),
        ("青海省抗击新型冠状病毒感染的肺炎疫情紧急医疗队共141人。", "青海省抗击新型冠状病毒感染的肺炎疫情紧急医疗队"),
        ("青海省援助湖北应对流感疫情第二批医疗队出征。", "青海省援助湖北应对流感疫情第二批医疗队"),
        ("青海省第二批援鄂防疫队的5名专家出发。", "青海省第二批援鄂防疫队"),
        ("记青海省首批援鄂医疗队的20名队员。", "青海省首批援鄂医疗队"),
        ("保障青海援鄂医疗队物资3吨。", "青海援鄂医疗队"),
    ],
)
def test_teams_by_sender_and_task(text: str, name: str) -> None:
    assert name in names(text, "ORG")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“慧眼”实验室每日检测1万份。", ["“慧眼”实验室"]),
        ("澄湖“护心使者”志愿服务队有20人。", ["澄湖“护心使者”志愿服务队"]),
        # a kind, and what only stands behind quotation marks
        ("“三农”企业获得贷款3万元。", ["企业"]),
        ("“抗疫”突击队来了20人。", []),
    ],
)
def test_quotation_marks_in_names(text: str, found: list[str]) -> None:
    assert names(text, "ORG") == found


@pytest.mark.parametrize(
    ("text", "tag", "found"),
    [
        ("他们来自距离武汉市澄湖医院3公里的地方。", "FACILITY", "武汉市澄湖医院"),
        ("大米运抵武汉市澄湖医院。", "FACILITY", "武汉市澄湖医院"),
        ("应城市人民医院收治5人。", "FACILITY", "应城市人民医院"),
        ("青海省枸杞产业产销协会筹集枸杞2吨。", "ORG", "青海省枸杞产业产销协会"),
        ("澄湖女企业家俱乐部捐款5万元。", "ORG", "澄湖女企业家俱乐部"),
        ("澄湖集团有限公司子公司澄海电机有限公司有员工90名。", "ORG", "澄海电机有限公司"),
    ],
)
def test_what_opens_a_name(text: str, tag: str, found: str) -> None:
    assert found in names(text, tag)


def test_a_daughter_is_no_fuller_form_of_its_mother() -> None:
    reading = read("澄湖集团有限公司复工。澄湖集团有限公司子公司有员工90名。")
    assert reading.names.name(reading.names.mentions[0]) == "澄湖集团有限公司"


def test_a_particle_before_a_place_is_no_part_of_a_name() -> None:
    assert "江苏澄湖医院" in names("他们从江苏澄湖医院出发。", "FACILITY")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("屠思澄心系家乡。2月3日，他买来口罩300只。昨天屠思澄又捐了200只。", ["屠思澄", "屠思澄"]),
        # named once; a numeral; a word
        ("屠思澄心系家乡，买来口罩300只。", []),
        ("万余元买了口罩，又有万余元买了大米。", []),
        ("高质量供应，高质量运输。", []),
    ],
)
def test_persons_whom_a_text_names_again(text: str, found: list[str]) -> None:
    assert names(text, "PERSON") == found


@pytest.mark.parametrize(
    ("text", "found"), [("有人提议建方舱医院。", "方舱医院"), ("他来到澄湖方舱医院。", "澄湖方舱医院")]
)
def test_one_verb_makes_no_name_of_a_kind(text: str, found: str) -> None:
    assert names(text, "FACILITY") == [found]


@pytest.mark.parametrize(
    "text", ["四名司机师傅出发。", "几百名工人戴着口罩。", "村里有上万多名老人。", "佩戴红袖章的老人来了。"]
)
def test_what_stands_beside_a_title_is_not_always_a_name(text: str) -> None:
    assert names(text, "PERSON") == []


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("伊春市居民捐款20万元。", "居民", "伊春市居民"),
        ("口罩送到湖北20家医院。", "医院", "湖北20家医院"),
        ("口罩送到湖北的20家医院。", "医院", "湖北的20家医院"),
        ("口罩送到武汉的医护人员手中。", "医护人员", "武汉的医护人员"),
        ("武汉28家定点医院有床位8000张。", "定点医院", "定点医院"),
        ("当天，居民捐款20万元。", "居民", "居民"),
        ("口罩发放给西宁市民3万只。", "市民", "西宁市民"),
        ("口罩发放给西宁市民政局3万只。", "西宁市民政局", "西宁市民政局"),
        ("西宁市民营企业捐款20万元。", "民营企业", "西宁市民营企业"),
        ("青海西宁多位农民捐出大白菜3吨。", "农民", "青海西宁多位农民"),
        ("青海众多餐饮企业捐款20万元。", "餐饮企业", "青海众多餐饮企业"),
        ("日本友人捐赠口罩300只。", "友人", "日本友人"),
        ("洛杉矶传统老侨捐款20万元。", "老侨", "洛杉矶传统老侨"),
        ("日本民间友好团体捐款20万元。", "友好团体", "日本民间友好团体"),
        ("青海籍乡贤捐款20万元。", "乡贤", "青海籍乡贤"),
        ("旅日侨界捐款20万元。", "侨界", "旅日侨界"),
        ("多家在华企业捐款20万元。", "企业", "在华企业"),
        ("现在日企业捐款20万元。", "企业", "企业"),
        ("澄湖商会会员企业捐款20万元。", "会员企业", "澄湖商会会员企业"),
        ("澄湖集团员工捐款20万元。", "员工", "澄湖集团员工"),
        ("国内侨企侨商捐款20万元。", "侨商", "国内侨企侨商"),
        ("部分省内外企业捐款20万元。", "省内外企业", "部分省内外企业"),
        ("海南援助湖北的医护人员每人得到3000元。", "医护人员", "海南援助湖北的医护人员"),
        ("为海南赴汉医护人员提供津贴3000元。", "医护人员", "海南赴汉医护人员"),
        ("做了文化衫300件给援鄂援汉医护人员。", "医护人员", "援鄂援汉医护人员"),
        # a verb, a hospital whose staff is the hospital, another place of a list
        ("捐款20万元支援武汉医护人员。", "医护人员", "武汉医护人员"),
        ("口罩送到武汉市澄湖医院医护人员手中。", "医护人员", "医护人员"),
        ("口罩送到黄冈、鄂州的几家医院。", "医院", "医院"),
    ],
)
def test_a_kind_is_named_with_its_place(text: str, kind: str, name: str) -> None:
    reading = read(text)
    found = {text[m.start : m.end]: reading.names.name(m) for m in reading.names.mentions}
    assert next(value for key, value in found.items() if key.startswith(kind)) == name


def test_staples_of_news_are_goods() -> None:
    assert names("运来食盐3吨、油麦菜20吨、混凝土50吨。", "GOODS") == ["食盐", "油麦菜", "混凝土"]


def test_what_floods_and_earthquakes_call_for_is_goods() -> None:
    text = "运来帐篷90顶、橡皮艇8艘、潜水泵5台、编织袋2万条、生命探测仪3台、压缩饼干40箱和睡袋70个。"
    assert names(text, "GOODS") == ["帐篷", "橡皮艇", "潜水泵", "编织袋", "生命探测仪", "压缩饼干", "睡袋"]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("送来牛肉干300袋、苹果醋60箱。", ["牛肉干", "苹果醋"]),
        ("送来300袋速食鸡腿和蔬菜包。", ["速食鸡腿", "蔬菜包"]),
        ("早上有3个花卷、20个鸡蛋饼。", ["花卷", "鸡蛋饼"]),
        # near misses: another noun or a verb goes on, or a word that begins with such a character
        ("送来鸡蛋面条30箱、苹果罐头60箱。", ["鸡蛋面条", "苹果罐头"]),
        ("牛肉面向社会发放，水果片区配送。", ["牛肉", "水果"]),
        ("送来口罩片300箱。", ["口罩片"]),
    ],
)
def test_what_is_made_of_food_keeps_its_name(text: str, goods: list[str]) -> None:
    assert names(text, "GOODS") == goods


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("送来善款和物资，价值300万元。", ["善款和物资"]),
        ("捐赠口罩和防护服300件。", ["口罩", "防护服"]),
        ("运来苹果3吨。", ["苹果"]),
    ],
)
def test_money_and_supplies_given_together_are_one(text: str, goods: list[str]) -> None:
    assert names(text, "GOODS") == goods


def test_a_short_name_is_known_wherever_it_stands() -> None:
    assert names("书记贾娜说很好。贾娜登记了30人。", "PERSON") == ["贾娜", "贾娜"]


@pytest.mark.parametrize("words", ["一线医疗", "地市医疗", "智慧医疗", "家用电器"])
def test_common_words_make_no_firm(words: str) -> None:
    assert words not in names(f"各地加快{words}建设，投入20万元。", "ORG")


def test_authorities_without_a_name_are_groups() -> None:
    assert names("省里派了3名专家，区里和街道又派了2人。", "ORG")[:2] == ["省里", "区里"]


@pytest.mark.parametrize(
    ("text", "tag", "found"),
    [
        ("紧急征调系统内226名医务人员。", "ORG", ["医务人员"]),
        ("工人抢建完“火眼”实验室，日检测能力1万份。", "ORG", ["“火眼”实验室"]),
        # 利用 in a name
        ("江海资源综合利用公司捐款5万元。", "ORG", ["江海资源综合利用公司"]),
        # the members of a team, where it has a name
        ("驰援武汉的蓝天救援队员300名已到位。", "ORG", ["蓝天救援队"]),
        ("救援队员30名已到位。", "ORG", []),
        ("武汉港务局派出30名，江海公路局派出12名。", "ORG", ["武汉港务局", "江海公路局"]),
        ("在器官移植领域哈医大二院完成手术300例。", "FACILITY", ["哈医大二院"]),
    ],
)
def test_a_name_begins_behind_a_verb_and_behind_a_field(text: str, tag: str, found: list[str]) -> None:
    assert names(text, tag) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what is done to a house, and when, is no part of its name
        ("体育馆改造成方舱医院，设床位300张。", "方舱医院"),
        ("该市扩容定点医院，床位增至800张。", "定点医院"),
        ("赶工之后火神山提供床位1000张。", "火神山"),
        ("工人建完江岸区人民医院病区，床位120张。", "江岸区人民医院病区"),
        ("当地利用武汉市第一医院的床位450张。", "武汉市第一医院"),
        ("合理利用武汉客厅，设床位450张。", "武汉客厅"),
    ],
)
def test_facilities_begin_behind_what_is_done_to_them(text: str, found: str) -> None:
    assert names(text, "FACILITY")[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # behind a title, before a count of them, or a list in which most hold no common word
        ("退休教师董川、余英打来电话，各捐800元。", ["董川", "余英"]),
        ("没轮上的李芸、方志刚2名医生也捐了500元。", ["李芸", "方志刚"]),
        ("养鸡户陈桂林、夏秋生每人捐鸡蛋4000枚。", ["陈桂林", "夏秋生"]),
        ("熊良、蔡松林、李明亮、刘兵各捐款2万元。", ["熊良", "蔡松林", "李明亮", "刘兵"]),
        ("早点铺的老板娘张桂荣送来600元现金。", ["张桂荣"]),
        ("水果店老板娘小莫送来30箱橙子。", ["小莫"]),
        ("办服装厂的徐老板捐了无纺布700米。", ["徐老板"]),
        ("台胞郑先生买下防护服300件。", ["郑先生"]),
        ("商人葉先生捐了9000元。", ["葉先生"]),
        # dishes, towns, firms and streets hold family names too
        ("捐赠黄花菜、白萝卜、胡萝卜、包菜等3吨。", []),
        ("黄石、孝感、荆门、黄冈各派出3人。", []),
        ("万科、金茂、华润置地各捐款900万元。", []),
        ("时长、路程、费用各不相同。", []),
        ("业主小区内有5人隔离。", []),
    ],
)
def test_persons_in_lists_and_behind_what_they_do(text: str, found: list[str]) -> None:
    assert names(text, "PERSON") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全市宗教界捐款60万元，佛教界捐口罩2万只。", ["宗教界", "佛教界"]),
        ("牧民捐出羊肉12吨。", ["牧民"]),
        # these are names only where they give
        ("教师、学生和家长共捐款70万元。", ["教师", "学生", "家长"]),
        ("江城市铁路一中一班同学集体捐款4000元。", ["江城市铁路一中一班同学集体"]),
        ("她和朋友捐赠了口罩300只。", ["朋友"]),
        ("学生的捐款共3万元。", []),
        ("向全校教师和学生捐赠口罩500只。", []),
        ("教师和学生都已返校，家长送到门口。", []),
    ],
)
def test_kinds_of_people_who_give(text: str, found: list[str]) -> None:
    assert names(text, "ORG") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("长安机电、太白酒业各捐款20万元。", ["长安机电", "太白酒业"]),
        ("三和钢铁、新和乳业各捐款20万元。", ["三和钢铁", "新和乳业"]),
        ("下园、那梭、坡头3个村共捐瓜菜42吨。", ["下园", "那梭", "坡头"]),
        ("截至2月5日，融泰中国、复兴国际等企业累计捐款2亿元。", ["融泰中国", "复兴国际", "企业"]),
        # common words hold where most of a closed list are names
        ("江川建设、五冶建、七化建三家在鄂企业捐款300万元。", ["江川建设", "五冶建", "七化建", "企业"]),
        ("恒澜、大沅、江川、融和等房企分别捐赠300万元。", ["恒澜", "大沅", "江川", "融和", "房企"]),
        ("恒澜、新和成、大沅和江川等企业共捐款30万元。", ["恒澜", "新和成", "大沅", "江川", "企业"]),
        ("协调、支援、恒澜等3家企业共捐款30万元。", ["恒澜", "企业"]),
        ("酒店、饭馆、恒澜等企业共捐款30万元。", ["恒澜", "企业"]),
        # goods that are given, those that get, and what is no name
        ("大米、面粉、食用油均捐给了灾区。", ["灾区"]),
        ("向江岸、黄陂等地分别捐赠口罩3万只。", []),
        ("长安机电、太白酒业均收到捐赠的口罩。", []),
    ],
)
def test_lists_that_give_name_their_items(text: str, found: list[str]) -> None:
    assert names(text, "ORG") == found


@pytest.mark.parametrize("kind", ["爱心企业", "会员企业", "医疗队员工"])
def test_kinds_that_stand_before_kinds_by_the_thousand_are_named(kind: str) -> None:
    reading = read(f"{kind * 2_000}捐款3万元。")
    assert all(len(reading.names.name(mention)) < 60 for mention in reading.names.mentions)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("澄湖酿助力抗疫，捐赠饮料30箱。", ["澄湖酿"]),
        ("2月5日，澄湖酿从海外采购口罩3万只，全部捐给武汉。", ["澄湖酿"]),
        ("疫情发生后，澄湖酿第一时间行动起来，向武汉捐款20万元。", ["澄湖酿"]),
        ("作为一家老店，澄湖酿迅速行动，捐款20万元。", ["澄湖酿"]),
        ("澄湖酿将20万元捐给武汉。", ["澄湖酿"]),
        ("澄湖酿员工自发捐款2万元。", ["澄湖酿", "员工"]),
        ("此次澄湖酿捐赠的物资有口罩300只。", ["澄湖酿"]),
        ("收到澄湖酿捐款20万元。", ["澄湖酿"]),
        ("来自澄湖酿的爱心口罩300只送到了。", ["澄湖酿"]),
        ("据澄湖酿介绍，已捐款20万元。", ["澄湖酿"]),
        ("知名品牌澄湖酿捐款20万元。", ["澄湖酿"]),
        ("澄湖酿：捐款20万元助力抗疫", ["澄湖酿"]),
        ("1月28日，澄湖酿对外宣布捐款20万元。", ["澄湖酿"]),
        ("佳能（中国）启动公益行动，捐款20万元。", ["佳能（中国）"]),
        # no sentence of giving, and no names
        ("澄湖酿迅速行动，恢复生产。", []),
        ("一方面组织采购，一方面捐款20万元。", []),
        ("27万人紧急投入，捐款20万元。", []),
        ("大家积极响应，捐款20万元。", []),
        ("随后迅速行动，捐款20万元。", []),
        ("收到了一份捐助，共计20万元。", []),
        ("爱心企业多次捐款20万元。", ["爱心企业"]),
        ("可能和到访（中国）有关。", []),
    ],
)
def test_givers_away_from_the_verb_of_giving(text: str, found: list[str]) -> None:
    assert names(text, "ORG") == found


@pytest.mark.parametrize("name", ["梅赛德斯-奔驰", "诺和诺德", "一心堂", "我爱我家"])
def test_firms_that_common_words_and_particles_make_up(name: str) -> None:
    assert names(f"{name}捐款20万元。", "ORG") == [name]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("为澄湖民警送去口罩300只。", ["民警"]),
        ("捐款20万元，赠给检查点和村委会。", ["检查点", "村委会"]),
        ("口罩送到检查站。", ["检查站"]),
        ("向一线执勤人员捐赠口罩300只。", ["一线", "执勤人员"]),
        ("退休教师捐款2万元。", ["退休教师"]),
        ("货车司机向武汉捐款2万元。", ["司机"]),
        ("小学生已筹集善款2万元。", ["小学生"]),
        ("家乡医院收到口罩300只。", []),
        # who neither gives nor gets
        ("民警走访了养老院和村委会。", []),
        ("向民警了解捐赠的情况。", []),
        ("司机捐的口罩运到了。", []),
    ],
)
def test_kinds_that_are_names_where_they_give_or_get(text: str, found: list[str]) -> None:
    assert names(text, "ORG") == found
