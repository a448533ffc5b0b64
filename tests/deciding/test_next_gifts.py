"""Where the next gift of a list goes is not where the one before it does."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def places(extractor: Extractor, text: str) -> list[str | None]:
    return [record.get("place") for record in extractor.extract(text).records() if record["type"] == "donation"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("李建国捐赠消毒液60桶；恒安公司向竹溪村捐赠消毒液12桶。", [None, "竹溪村"]),
        ("2月3日捐赠情况：华新公司捐款500万元；恒安公司向黄石市慈善总会捐款12万元。", [None, "黄石市"]),
        ("华新公司捐款50万元，恒安公司向孝感市中心医院捐赠口罩2000只。", [None, "孝感市"]),
        ("华新公司捐款50万元。恒安公司给孝感市中心医院捐赠口罩2000只。", [None, "孝感市"]),
        # near misses: what follows says where this gift goes, or the place was named before it
        ("华新公司捐款50万元，用于支援孝感市。", ["孝感市"]),
        ("华新公司捐款50万元；全部用于支援孝感市。", ["孝感市"]),
        ("华新公司捐赠口罩2000只、防护服300套给孝感市。", ["孝感市", "孝感市"]),
        ("华新公司向孝感市捐款50万元；恒安公司向黄石市捐款12万元。", ["孝感市", "黄石市"]),
    ],
)
def test_the_next_gift_has_a_place_of_its_own(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    assert places(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "黄石市情况通报。\n截至2月13日，全市共接收捐款89万元（向湖北省慈善总会转10万元）；收到捐赠的口罩2900只、防护服300套。",
            "黄石市",
        ),
        (
            "黄石市情况通报。\n截至2月13日，全市共接收捐款89万元(给北京市慈善协会转10万元);收到捐赠的口罩2900只、防护服300套。",
            "黄石市",
        ),
    ],
)
def test_closed_brackets_say_nothing_of_the_next_item(extractor: Extractor, text: str, expected: str) -> None:
    assert places(extractor, text)[-2:] == [expected, expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至2月5日，黄石市红十字会收到市直和县区红十字会汇缴的捐款300万元。", "黄石市"),
        ("截至2月5日，黄石市红十字会收到市直和县区捐款300万元。", "黄石市"),
        ("截至2月5日，黄石市红十字会收到市级和县级部门捐款300万元。", "黄石市"),
        # near miss: the county itself
        ("截至2月5日，和县红十字会收到捐款300万元。", "和县"),
        # where the development zone counts by itself
        ("截至2月5日，杨凌示范区收到捐款300万元。", "杨凌示范区"),
        ("截至2月5日，杨凌收到捐赠口罩300只。", "杨凌示范区"),
    ],
)
def test_and_counties_is_no_county(extractor: Extractor, text: str, expected: str) -> None:
    assert places(extractor, text) == [expected]
