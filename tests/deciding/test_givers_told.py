"""Who gives, where a post, a couple, a list or the end of the sentence tells it."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def donors(extractor: Extractor, text: str) -> list[str | None]:
    records = [event.record() for event in extractor.extract(Document("one", text, published="2020-02-05"))]
    return [record.get("donor") for record in records if record["type"] == "donation"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2月3日，黄石市慈善总会公布捐赠名单：市民李海兰800元、退休教师张建国1000元。", ["李海兰", "张建国"]),
        ("2月3日，黄石市慈善总会公布捐赠名单：腾讯公司100万元、市民李海兰800元。", ["腾讯公司", "李海兰"]),
        ("李海兰、王磊夫妇捐款5万元。", ["李海兰、王磊"]),
        # near misses: nobody is named
        ("退休教师捐款800元。", ["退休教师"]),
    ],
)
def test_persons_give_by_name(extractor: Extractor, text: str, names: list[str]) -> None:
    assert donors(extractor, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("腾讯公司总经理李海兰代表公司捐赠护目镜60副。", ["腾讯公司"]),
        ("腾讯公司副总经理李海兰代表公司向黄石市捐款300万元。", ["腾讯公司"]),
        # near misses: their own gifts
        ("腾讯公司董事长李海兰捐赠护目镜60副。", ["李海兰"]),
        ("人大代表李海兰捐款5万元。", ["李海兰"]),
    ],
)
def test_who_hands_over_for_a_firm_gives_nothing(extractor: Extractor, text: str, names: list[str]) -> None:
    assert donors(extractor, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本次捐赠的护目镜共60副，捐赠方为腾讯公司。", ["腾讯公司"]),
        ("这批防护服共300套，价值20万元，捐赠单位：腾讯公司。", ["腾讯公司", "腾讯公司"]),
        ("湖北省接收防护服2600套，其中江苏省支援600套、日本捐赠150套。", [None, "江苏省", "日本"]),
        # near miss: who gets
        ("腾讯公司向黄石市捐赠护目镜60副，受赠方为黄石市中心医院。", ["腾讯公司"]),
    ],
)
def test_givers_told_apart_from_their_gifts(extractor: Extractor, text: str, names: list[str | None]) -> None:
    assert donors(extractor, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("旅居意大利的陈丽芳捐赠口罩2600只。", ["陈丽芳"]),
        ("定居加拿大温哥华的张建国向黄石市慈善总会捐赠护目镜60副。", ["张建国"]),
        ("来自湖南的王磊拿出积蓄2万元捐给黄石市红十字会。", ["王磊"]),
        ("2月3日，身在武汉的李海兰捐款3万元。", ["李海兰"]),
        ("家住武昌区的陈丽捐款800元。", ["陈丽"]),
        ("侨居日本的张建国委托家人将2600只口罩送到黄石市中心医院，无偿捐给医护人员。", ["张建国"]),
        # near misses: bodies and kinds of people, named with their place
        ("来自湖南的企业捐赠口罩2600只。", ["湖南的企业"]),
        ("来自湖北的华为公司捐款300万元。", ["华为公司"]),
        ("家住武昌区的居民捐款300元。", ["武昌区的居民"]),
        # and goods
        ("来自日本的高端口罩捐给黄石市中心医院300只。", ["日本"]),
    ],
)
def test_who_lives_somewhere_gives_by_name(extractor: Extractor, text: str, names: list[str]) -> None:
    assert donors(extractor, text) == names


def test_a_givers_home_gets_nothing(extractor: Extractor) -> None:
    texts = ["身在武汉的李海兰捐款3万元。", "李海兰向武汉捐款3万元。", "在武汉的红十字会收到捐款3万元。"]
    events = [extractor.extract(Document("one", text)).records()[0] for text in texts]
    assert [event.get("place") for event in events] == [None, "武汉市", "武汉市"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("腾讯公司携手恒力集团向黄石市中心医院捐赠护目镜60副。", ["腾讯公司、恒力集团"]),
        ("由腾讯公司联合恒力集团捐赠的60副护目镜运抵黄石市中心医院。", ["腾讯公司、恒力集团"]),
        ("2月3日，腾讯公司会同恒力集团向黄石市捐赠护目镜60副。", ["腾讯公司、恒力集团"]),
        # near misses: one who calls on others, and a union by name
        ("腾讯公司联合开展活动，捐赠护目镜60副。", ["腾讯公司"]),
        ("黄石市工商业联合会捐赠护目镜60副。", ["黄石市工商业联合会"]),
    ],
)
def test_who_gives_together(extractor: Extractor, text: str, names: list[str]) -> None:
    assert donors(extractor, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("塔科马市政府十分关注黄石市的疫情。该市政府向黄石市捐赠护目镜60副。", [None]),
        ("在深圳打工的李海兰为家乡荆州捐款5万元。", [None]),
        ("在外务工的李海兰给故乡随州捐赠口罩500只。", [None]),
        ("远在深圳的腾讯公司向黄石市捐款5万元。", ["腾讯公司"]),
        # near misses: another place gets it, or the place gives
        ("黄石市向荆州市捐赠护目镜60副。", ["黄石市"]),
        ("深圳向黄石市捐赠护目镜60副。", ["深圳"]),
    ],
)
def test_a_place_that_gets_or_is_lived_in_gives_nothing(
    extractor: Extractor, text: str, names: list[str | None]
) -> None:
    assert donors(extractor, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "湖北省工商联主席王大明、黄石市温州商会会长李建国、企业家协会副会长陈丽分别捐赠口罩1万只。",
            ["王大明、李建国、陈丽"],
        ),
        (
            "湖北省工商联主席王大明，黄石市温州商会会长李建国和企业家协会副会长陈丽共同捐赠口罩1万只。",
            ["王大明、李建国、陈丽"],
        ),
        ("黄石商会会长周海生、副会长李建国、秘书长陈丽各捐款1万元。", ["周海生、李建国、陈丽"]),
        ("黄石商会会长周海生与理事李建国联合捐赠口罩300只。", ["周海生、李建国"]),
        ("会长王同三联同刘振勇、张洪建捐款3万元。", ["王同三、刘振勇、张洪建"]),
        ("红十字会会长陈大川、副会长周海生接受了商会会长李建国捐赠的口罩300只。", ["李建国"]),
        # near misses: who speaks, who attends, who gives something else
        ("院长周海生说，商会会长李建国捐款1万元。", ["李建国"]),
        ("院长周海生、副院长陈大川出席仪式。恒力集团董事长李建国捐款1万元。", ["李建国"]),
        ("院长周海生向商会会长李建国表示感谢，陈丽捐款1万元。", ["陈丽"]),
        ("黄石商会会长周海生捐款1万元，副会长李建国捐款2万元。", ["周海生", "李建国"]),
    ],
)
def test_persons_behind_their_posts_give_together(extractor: Extractor, text: str, names: list[str]) -> None:
    assert donors(extractor, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a kind that only counts the names before it
        ("江川建设、五冶建、七化建三家在鄂企业捐款300万元。", ["江川建设、五冶建、七化建"]),
        ("恒力集团、腾讯公司两家公司捐款30万元。", ["恒力集团、腾讯公司"]),
        ("恒澜、大沅、江川、融和等房企分别捐款300万元。", ["恒澜、大沅、江川、融和"]),
        # where somebody lives is part of the kind
        ("在京企业捐款300万元。", ["在京企业"]),
        # near misses: a kind of its own
        ("12家企业捐款30万元。", ["企业"]),
        ("黄石市12家企业捐款30万元。", ["黄石市12家企业"]),
    ],
)
def test_lists_of_firms_give_by_name(extractor: Extractor, text: str, names: list[str]) -> None:
    assert donors(extractor, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "黄石市慈善协会捐款4万元，其中1万元由静安寺捐赠，2万元由恒力集团捐赠。",
            ["黄石市慈善协会", "静安寺", "恒力集团"],
        ),
        ("静安寺捐款10万元（其中，僧众捐款4万元）。", ["静安寺", "僧众"]),
        ("黄石商会捐款10万元，其中恒力集团捐款4万元，王磊捐款2万元。", ["黄石商会", "恒力集团", "王磊"]),
        # near misses: a part that the same one gives, and who only gets or hands on
        ("恒力集团捐款10万元，其中向黄石市中心医院捐款4万元。", ["恒力集团", "恒力集团"]),
        ("恒力集团捐赠口罩3万只，其中1万只由黄石市红十字会转交。", ["恒力集团", "恒力集团"]),
    ],
)
def test_a_part_has_a_giver_of_its_own(extractor: Extractor, text: str, names: list[str]) -> None:
    assert donors(extractor, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("董事长李海兰也是商会会员，向黄石市捐赠药品20箱。", ["李海兰"]),
        ("王磊捐款3000元，赵小兰联系厂家，捐助口罩2000个。", ["王磊", "赵小兰"]),
        ("李海兰捐款1000元，邵永成寻找货源，捐助口罩2000个。", ["李海兰", "邵永成"]),
        ("捐赠给黄石市卫健委等80家单位消毒液100吨。", [None]),
        # near misses: who speaks of the gift, or acts for another
        ("王芳捐款3000元，陈明表示感谢，捐助口罩2000个。", ["王芳", "王芳"]),
        ("恒力集团捐款3万元，董事长赵小兰代表公司，捐赠口罩2000个。", ["恒力集团", "恒力集团"]),
    ],
)
def test_who_acts_before_the_gift_gives(extractor: Extractor, text: str, names: list[str | None]) -> None:
    assert donors(extractor, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("华联会第一批捐款10万元。", ["华联会"]),
        ("华联会第三批捐赠口罩3000只。", ["华联会"]),
        # who is pointed at gets
        ("我代表全家向村里执勤卡点捐款1000元。", [None]),
        ("王芳为小区值班保安捐款1000元。", ["王芳"]),
        # near miss
        ("退休教师捐款1000元。", ["退休教师"]),
    ],
)
def test_no_batch_and_nobody_pointed_at_gives(extractor: Extractor, text: str, names: list[str | None]) -> None:
    assert donors(extractor, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("恒力集团捐赠口罩600个给湖北籍滞留旅客。", ["湖北籍滞留旅客"]),
        ("恒力集团向湖北籍滞留旅客捐赠口罩600个。", ["湖北籍滞留旅客"]),
        ("恒力集团捐赠口罩600个给黄石市中心医院，捐赠手套300双给一线民警。", ["黄石市中心医院", "民警"]),
        ("恒力集团捐赠口罩600个给黄石市中心医院，捐赠手套300双给值班保安。", ["黄石市中心医院", "保安"]),
        # near miss: both are for one
        ("恒力集团捐赠给黄石市中心医院口罩600个、手套300双。", ["黄石市中心医院", "黄石市中心医院"]),
    ],
)
def test_each_gift_is_for_whom_it_is_given_to(extractor: Extractor, text: str, names: list[str]) -> None:
    records = [event.record() for event in extractor.extract(Document("one", text, published="2020-02-05"))]
    assert [record.get("recipient") for record in records] == names
