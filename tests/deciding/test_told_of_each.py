"""Which figures hold for each of several, with near misses."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def each(extractor: Extractor, text: str) -> dict[str, bool]:
    return {event.quote: event.each for event in extractor.extract(text).figures if event.type != "other"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("火神山医院12个病区，每个病区约36张床位。", {"12个": False, "约36张": True}),
        ("四家方舱医院每家设床位800张。", {"四家": False, "800张": True}),
        ("三家医院各增加床位120张。", {"三家": False, "120张": True}),
        ("武汉9家方舱医院，每家收治患者400余人。", {"9家": False, "400余人": True}),
        ("每家企业捐款8万元。", {"8万元": True}),
        ("每个村发放口罩300只。", {"300只": True}),
        ("市红十字会拨给6家定点医院，各120万元。", {"6家": False, "120万元": True}),
        ("每个卡口配医生2名、护士4名。", {"2名": True, "4名": True}),
        ("慈善总会向五国每国捐赠口罩12万只、防护服1200套。", {"12万只": True, "1200套": True}),
    ],
)
def test_what_each_of_several_has(extractor: Extractor, text: str, expected: dict[str, bool]) -> None:
    assert each(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a noun behind 各, a list of which each item has its own, a sum, a rate, and a figure behind the list
        ("各出口企业捐款8万元。", {"8万元": False}),
        ("市内各单位捐款8万元。", {"8万元": False}),
        ("全区各领域党员120名上岗。", {"120名": False}),
        ("全市各派出所民警360名上岗。", {"360名": False}),
        ("武昌医院、汉口医院各派出12人、16人。", {"12人": False, "16人": False}),
        ("每家企业都很积极，共捐款80万元。", {"80万元": False}),
        ("每天发放口罩300只。", {"300只": False}),
        ("每个月发放口罩300只。", {"300只": False}),
        ("每家企业捐款8万元，学校捐款2万元。", {"8万元": True, "2万元": False}),
    ],
)
def test_what_is_of_one_alone(extractor: Extractor, text: str, expected: dict[str, bool]) -> None:
    assert each(extractor, text) == expected
