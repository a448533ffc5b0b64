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
    ],
)
def test_organisations_by_class(text: str, name: str) -> None:
    assert name in names(text, "ORG")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("退休工人卢启荣拿出3万元。", "卢启荣"),
        ("郝思澄委员筹集牛奶30箱。", "郝思澄"),
        ("昨日，郝思澄自费购买口罩30只。", "郝思澄"),
        ("曹大姐送来口罩30只。", "曹大姐"),
    ],
)
def test_persons_who_give(text: str, name: str) -> None:
    assert name in names(text, "PERSON")


def test_a_particle_before_a_place_is_no_part_of_a_name() -> None:
    assert "江苏澄湖医院" in names("他们从江苏澄湖医院出发。", "FACILITY")


@pytest.mark.parametrize("text", ["几百名工人戴着口罩。", "村里有上万多名老人。", "佩戴红袖章的老人来了。"])
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
    ],
)
def test_a_kind_is_named_with_its_place(text: str, kind: str, name: str) -> None:
    reading = read(text)
    found = {text[m.start : m.end]: reading.names.name(m) for m in reading.names.mentions}
    assert next(value for key, value in found.items() if key.startswith(kind)).startswith(name)


def test_staples_of_news_are_goods() -> None:
    assert names("运来食盐3吨、油麦菜20吨、混凝土50吨。", "GOODS") == ["食盐", "油麦菜", "混凝土"]


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
