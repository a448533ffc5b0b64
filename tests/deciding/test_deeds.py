"""What was done, counted: the words for it, where those beside the figure say less."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.types.counted import counted_words


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        # a unit says nothing of what was done
        ("全市排查了38万户，92万人。", "92万人", "排查"),
        ("该平台办理退票，一周就有6万张。", "6万张", "退票"),
        ("该店接单。320个。", "320个", "个"),
        ("发放口罩3万只，20人。", "20人", "人"),
        # how often is not what
        ("该区每天消杀面积1.2万平方米。", "1.2万平方米", "消杀面积"),
        ("该站日均售票量60万张。", "60万张", "售票"),
        ("截至3月8日运输量达到2530车次。", "2530车次", "运输"),
        # where is not what, and a word that holds a link is none
        ("铜陵市没收野味82只。", "82只", "没收野味"),
        ("已达成贷款合作79家。", "79家", "达成贷款合作"),
        ("其他地市合计21万户。", "21万户", "其他地市"),
        # whole words of a long phrase
        ("给693人发放了临时生活救助金。", "693人", "发放"),
        ("有45名一线环卫工人集体写信。", "45名", "一线环卫工人"),
        ("有4人进行网格管理。", "4人", "网格管理"),
    ],
)
def test_what_was_done_is_named_by_its_own_words(extractor: Extractor, text: str, figure: str, words: str) -> None:
    reading = extractor.read(Document(id="a", text=text))
    found = next(one for one in reading.figures if reading.text[one.start : one.end] == figure)
    assert counted_words(reading, found) == words


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("合肥市检查车辆1.2万辆、人员3.6万人次。", ["车辆", "检查"]),
        ("交警在卡点检查过往车辆1200辆、司乘人员3600人。", ["车辆", "检查"]),
        ("合肥市检查车辆1.2万辆，登记人员3.6万人次。", ["车辆", "登记"]),
        # households are no event, their people were visited
        ("合肥市走访居民1.2万户、3.6万人。", ["走访"]),
    ],
)
def test_persons_beside_things_are_no_things(extractor: Extractor, text: str, measures: list[str]) -> None:
    events = [one.record() for one in extractor.extract(text)]
    assert [one["measure"] for one in events if one["type"] == "activity"] == measures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("合肥市排查小区136个。", [("小区", "合肥市")]),
        ("合肥市摸排社区136个。", [("社区", "合肥市")]),
        ("合肥市走访社区136个。", [("社区", "合肥市")]),
        ("该区排查小区136个。", [("小区", None)]),
        ("合肥市排查小区136个、居民1.2万户、3.6万人。", [("小区", "合肥市")]),
    ],
)
def test_what_is_done_to_sites_is_no_name(
    extractor: Extractor, text: str, expected: list[tuple[str, str | None]]
) -> None:
    events = [one.record() for one in extractor.extract(text) if one.type == "facility"]
    assert [(one["kind"], one.get("place")) for one in events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("合肥市出动消防员24名，消毒面积2.4万平方米。", ("activity", "消毒面积")),
        ("合肥市对12处公共场所进行消毒，消毒面积达2.4万平方米。", ("activity", "消毒面积")),
        ("合肥市累计消毒总面积超过24万平方米。", ("activity", "消毒总面积")),
        ("合肥市环卫部门洗消面积共2.4万平方米。", ("activity", "洗消面积")),
        ("合肥市新建厂房，消毒车间面积2400平方米。", ("facility", "area")),
        ("合肥市一家医院建筑面积2.4万平方米。", ("facility", "area")),
    ],
)
def test_an_area_that_was_disinfected(extractor: Extractor, text: str, expected: tuple[str, str]) -> None:
    row = extractor.extract(text).records()[-1]
    assert (row["type"], row["measure"]) == expected
