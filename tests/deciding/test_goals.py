"""Where gifts and teams go: what is helped, not who helps."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.places.goals import receivers_home


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("辽宁派出护士150名援助湖北。", "湖北省"),
        ("辽宁150名援助湖北的医护人员平安返回。", "湖北省"),
        ("由20名医生和80名护士组成的百人医疗队援助湖北。", "湖北省"),
        # what stands behind tells more, or what comes next
        ("辽宁第七批援鄂医疗队96名队员出征湖北，支援武汉救治病人。", "武汉市"),
        ("他找来9名工友，开车600公里赴武汉蔡甸区支援医院建设。", "武汉市蔡甸区"),
        ("援鄂防疫队22名专家飞抵武汉后将赶赴鄂州。", "鄂州市"),
        # who is back is at home
        ("沈阳市36名支援湖北的医疗队员返回沈阳。", "沈阳市"),
        ("36名医护人员从武汉回到沈阳。", "沈阳市"),
        # near misses: what helps is told, not what is helped
        ("辽宁派出护士150名。", "辽宁省"),
    ],
)
def test_a_team_counts_for_the_place_that_it_helps(extractor: Extractor, text: str, place: str) -> None:
    places = {event.record().get("place") for event in extractor.extract(text) if event.type == "personnel"}
    assert places == {place}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # 江苏 stands nearer, and is where they come from
        ("江苏八批医疗队驰援武汉，江苏省卫健委介绍，江苏前后派出2497名医护人员。", "武汉市"),
        # the hospital's name holds the place
        ("广东增派60名护士支援武汉雷神山医院，均来自广东省人民医院。", "武汉市"),
        # near misses: a goal that holds the place, and a hospital whose name holds none
        ("襄阳定点医院告急，80名医护人员增援湖北，全部进驻襄阳。", "襄阳市"),
        ("宁夏120名医护人员进驻中心医院。", "宁夏回族自治区"),
    ],
)
def test_a_team_holds_where_its_destination_lies(extractor: Extractor, text: str, place: str) -> None:
    places = {event.record().get("place") for event in extractor.extract(text) if event.type == "personnel"}
    assert places == {place}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("浙江省支援湖北荆门医疗队在杭州萧山国际机场集结出征。这支医疗队共有171名队员。", "荆门市"),
        # near misses: who works there is there, and who goes home from there has helped there
        ("江苏支援湖北医疗队在武汉天河机场启程返回南京。这支医疗队共有171名队员。", "武汉市"),
        ("浙江省支援湖北荆门医疗队在荆门市第一人民医院工作。这支医疗队共有171名队员。", "荆门市"),
    ],
)
def test_where_a_team_is_seen_off_is_not_where_it_goes(extractor: Extractor, text: str, place: str) -> None:
    (event,) = (event.record() for event in extractor.extract(text) if event.type == "personnel")
    assert event["place"] == place
    assert "萧山" not in event.get("destination", "")


def test_who_gives_next_tells_nothing_of_a_gift_before(extractor: Extractor) -> None:
    text = "省慈善总会共接收社会捐款3.26亿元。其中，恒瑞集团捐款500万元，无锡市民王先生捐款{}元。"
    for sum_ in ("2万", "五万"):
        events = (event.record() for event in extractor.extract(text.format(sum_)) if event.type == "donation")
        assert [event.get("place") for event in events][:2] == [None, None]
    # near miss: 向 says where it goes
    text = "省慈善总会共接收社会捐款3.26亿元，向无锡市捐赠口罩2万只。"
    assert [event.record().get("place") for event in extractor.extract(text)][1] == "无锡市"


def test_what_a_team_helps_is_not_where_it_comes_from(extractor: Extractor) -> None:
    text = "半天内组建了一支由30名医生组成的援助湖北医疗队。出征的30人中，男性16人，女性14人。援助湖北医疗队出发武汉。"
    assert {event.record().get("origin") for event in extractor.extract(text)} == {None}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("泉州健康产业总会捐赠款物500万元。", None),
        ("河北湖北商会募集捐款30万元。", None),
        ("青海省决定捐赠牛肉50吨。", None),
        ("武汉银帆集团捐助20万元，员工捐款3万元。", None),
        ("洛杉矶传统老侨凑出善款3万美元。", None),
        ("侨胞驰援武汉。截至29日，洛杉矶老侨募捐1.5万美元。", "武汉市"),
        ("侨胞驰援武汉。截至29日，洛杉矶北京乡亲募捐1.5万美元。", "武汉市"),
        ("武汉市民捐款20万元。", None),
        ("美国华侨华人向美国医院捐赠口罩2万只。", "美国"),
        # near misses: the goal is told, or the giver's name holds a place that is one
        ("青海省决定向湖北捐赠牛肉50吨。", "湖北省"),
        ("泉州健康产业总会捐赠500万元，支援武汉。", "武汉市"),
        ("四川省红十字会累计接受捐赠2.5亿元。", "四川省"),
        ("厦门企业家协会向厦门市红十字会捐赠100万元。", "厦门市"),
    ],
)
def test_a_givers_name_says_not_where_a_gift_goes(extractor: Extractor, text: str, place: str | None) -> None:
    event = next(event for event in extractor.extract(text) if event.type == "donation")
    assert event.record().get("place") == place


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("银帆集团向湖北省慈善总会捐赠200万元，用于支援孝感等地抗击疫情。", "200万元", "孝感市"),
        ("银帆集团向湖北捐赠价值300万元的药品、向西安捐赠口罩2万只。", "300万元", "湖北省"),
        (
            "武汉加油！\n\n武汉市中心医院的医护人员正在奋战，武汉市各区物资紧缺。银帆集团捐赠防护服2000套、护目镜500副，驰援新疆。",
            "2000套",
            "新疆维吾尔自治区",
        ),
        # near misses: more is told of than the place, or it is where those who get the gift come from
        ("银帆集团捐款200万元，用于武汉、湖北乃至全国的疫情防控。", "200万元", "全国"),
        ("银帆集团捐款200万元，用于武汉乃至湖北的疫情防控。", "200万元", "湖北省"),
        ("银帆集团捐款200万元，用于武汉和湖北的疫情防控。", "200万元", "武汉市、湖北省"),
        ("银帆集团向山东支援湖北的护士捐赠200万元。", "200万元", "湖北省"),
        ("银帆集团驰援武汉。该集团向浙江会员筹集口罩5万只，全部捐给武汉。", "5万只", "武汉市"),
    ],
)
def test_the_clause_says_where_a_gift_goes(extractor: Extractor, text: str, quote: str, place: str) -> None:
    event = next(event for event in extractor.extract(text) if event.record()["quote"] == quote)
    assert event.record().get("place") == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("江西省第六批援助湖北医疗队293名队员从南昌出发。", "湖北省"),
        ("20吨蔬菜由寿光发往武汉，随车还有1000箱牛奶。", "武汉市"),
        # nothing else says where they are
        ("293名医护人员从南昌出发。", "南昌市"),
    ],
)
def test_what_sets_out_is_not_where_it_comes_from(extractor: Extractor, text: str, place: str) -> None:
    records = extractor.extract(text).records()
    assert {one["place"] for one in records if one["type"] in ("personnel", "supply", "donation")} == {place}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # who gives is from there, or the report is about it
        ("央广网莆田2月19日消息 截至18日，健康产业总会已捐赠款物3683万元，其中现金1260万元。", None),
        ("海南爱心扶贫网协助9家企业捐赠瓜菜67.5万斤。", None),
        # near misses: a word points there, it receives, it is told behind, or a receiver is known
        ("为支援武汉抗击疫情，该行筹集善款4.54万元。", "武汉市"),
        ("截至2月1日，贵州省接收捐款12亿元。", "贵州省"),
        ("武汉疫情暴发后，某集团捐款10亿元。", "武汉市"),
        ("一批捐赠物资到达黄冈，口罩共3万只。", "黄冈市"),
        # near misses of those: who receives something else
        ("武汉市民接受记者采访。某集团捐款300万元。", None),
        ("该商会捐款30万元，助力武汉。", "武汉市"),
        ("武汉市慈善总会收到某商会捐款30万元。", "武汉市"),
    ],
)
def test_a_gift_without_a_receiver_goes_where_a_word_points(extractor: Extractor, text: str, place: str | None) -> None:
    events = [event.record() for event in extractor.extract(text) if event.type == "donation"]
    assert {event.get("place") for event in events} == {place}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("截至2日，江西省慈善总会共接收捐款1.86亿元，其中河山集团捐款2000万元。", "江西省"),
        # near misses: another goal is told, and the receiver's name says whom it helps
        ("河山集团向江西省慈善总会捐款2000万元，用于支援武汉。", "武汉市"),
        ("基金会向江西援助湖北医疗队捐款2000万元。", "湖北省"),
        ("厂家向浙江省援鄂医疗队捐赠护目镜2000副。", "湖北省"),
    ],
)
def test_a_gift_is_where_its_receiver_is(extractor: Extractor, text: str, place: str | None) -> None:
    events = [event.record() for event in extractor.extract(text) if event.type == "donation"]
    assert events[-1].get("place") == place


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("河山集团向江西省慈善总会捐款2000万元。", ["江西省"]),
        # near misses: whom it helps is told, it is everywhere, or it has no place in its name
        ("基金会向江西援助湖北医疗队捐款2000万元。", []),
        ("河山集团向全国红十字会系统捐款2000万元。", []),
        ("河山集团向中国红十字会捐款2000万元。", []),
        ("河山集团向红十字会捐款2000万元。", []),
    ],
)
def test_the_place_that_opens_the_name_of_a_receiver(extractor: Extractor, text: str, home: list[str]) -> None:
    reading = extractor.read(Document("a", text))
    extractor.decider.decide(reading)
    [filled] = list(extractor.filler.fill(reading))
    assert [one.payload.place.name for one in receivers_home(reading, filled)] == home


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("土耳其地震造成重大伤亡。日本派出18人的救援队，韩国派出21人的救援队，以色列派出15名军人。", ["土耳其"] * 3),
        ("河南暴雨灾情牵动人心。江苏派出消防指战员51人，湖北派出消防指战员30人。", ["河南省"] * 2),
        ("京津冀洪灾发生后，山西派出救援队员12人，辽宁增派消防员20人。", ["京津冀"] * 2),
        ("土耳其地震已致多人死亡。中国救援队搜寻遇难者8人。", ["土耳其"]),
        # however many of them stand between
        ("土耳其地震发生后，日本派出18人，韩国派出21人，德国派出42人，英国派出77人，法国派出39人。", ["土耳其"] * 5),
        # what is sent next tells nothing of what was sent before
        ("山东省派出29名医疗队员，江苏省派出14名医疗队员。", ["山东省", "江苏省"]),
        # near misses: nothing stricken is named, who helps is of there, or it is said where they go
        ("山东省派出29名医疗队员。", ["山东省"]),
        ("中国地震局派出专家18人。", ["全国"]),
        ("河南暴雨灾情发生后，郑州市派出消防员20人。", ["郑州市"]),
        ("中国救援队抵达土耳其，累计营救6人。", ["土耳其"]),
        ("土耳其地震牵动人心。2月8日，江苏派出医护人员50名，驰援武汉。", ["武汉市"]),
    ],
)
def test_who_sends_help_is_not_where_it_goes(extractor: Extractor, text: str, places: list[str]) -> None:
    types = ("personnel", "case_count")
    events = [event.record() for event in extractor.extract(text, published="2023-02-09")]
    assert [one.get("place") for one in events if one["type"] in types] == places


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        (
            "2月3日，江苏省医疗队增援南通市36人、盐城市96人。",
            [("36人", "南通市", "江苏省"), ("96人", "盐城市", "江苏省")],
        ),
        (
            "浙江省支援武汉450人、黄石130人、孝感36人。",
            [("450人", "武汉市", "浙江省"), ("130人", "黄石市", "浙江省"), ("36人", "孝感市", "浙江省")],
        ),
        (
            "浙江省派驻鄂州12人、黄冈30人和孝感15人。",
            [("12人", "鄂州市", "浙江省"), ("30人", "黄冈市", "浙江省"), ("15人", "孝感市", "浙江省")],
        ),
        # near misses: where they come from, and no list behind a verb
        ("浙江省支援湖北，宁波市36人、温州市96人。", [("36人", "湖北省", "宁波市"), ("96人", "湖北省", "温州市")]),
        ("浙江省派出36人，宁波市派出96人。", [("36人", "浙江省", "浙江省"), ("96人", "宁波市", "宁波市")]),
    ],
)
def test_the_places_of_a_list_are_where_people_are_sent(
    extractor: Extractor, text: str, sent: list[tuple[str, str, str]]
) -> None:
    records = extractor.extract(Document("a", text, published="2020-02-14")).records()
    assert [(r["quote"], r["place"], r["origin"]) for r in records] == sent


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("江海市中心医院派出120名医护人员支援武汉，其中重症医学科30名、呼吸科12名。", ["武汉市"] * 3),
        ("南京鼓楼医院派出120名医护人员支援武汉，其中医生30名、护士80名、管理人员4名。", ["武汉市"] * 4),
        ("南京鼓楼医院派出120名医护人员支援武汉。其中医生30名、护士80名。", ["武汉市"] * 3),
        ("江苏省确诊120例，其中南京市30例、苏州市12例。", ["江苏省", "南京市", "苏州市"]),
        (
            "江苏省确诊120例，无锡市30例，其中江阴市12例、宜兴市4例。",
            ["江苏省", "无锡市", "无锡市江阴市", "无锡市宜兴市"],
        ),
    ],
)
def test_what_is_told_of_a_whole_before_its_parts_holds_for_them(
    extractor: Extractor, text: str, places: list[str]
) -> None:
    records = extractor.extract(Document("a", text, published="2020-02-14")).records()
    assert [r["place"] for r in records] == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("在广州工作的刘先生给家乡绵阳市涪城区捐赠口罩500只。", "绵阳市涪城区"),
        ("远在深圳的绵阳籍企业家黄志强向家乡捐款5万元。", "绵阳市"),
        ("旅居意大利的南京籍华侨向家乡捐赠口罩500只。", "南京市"),
        # near misses: nobody's hometown, and a goal told by itself
        ("在武汉的医护人员奋战一线，河山集团捐赠口罩500只。", "武汉市"),
        ("在广州工作的刘先生向绵阳市捐赠口罩500只。", "绵阳市"),
    ],
)
def test_a_gift_to_the_hometown_is_not_where_its_giver_lives(extractor: Extractor, text: str, place: str) -> None:
    events = [event.record() for event in extractor.extract(text) if event.type == "donation"]
    assert [event.get("place") for event in events] == [place]
