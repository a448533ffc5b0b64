"""全市 of a county-level city is that city, unless its prefecture or another part of that is told of."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor

EXTRACTOR = Extractor(learned=False)


def whole_city(text: str) -> str:
    """Return the id of the place that 全市 means in a text."""
    reading = EXTRACTOR._decided(Document(id="a", text=text), "2020-03-12")
    return next(one.value for one in reading.mentions if reading.text[one.start : one.end] == "全市")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("义乌市新增3例，全市累计30例确诊病例。", "cn:330782"),
        ("昆山市已发放口罩3万只，全市储备口罩10万只。", "cn:320583"),
        ("麻城市委书记王磊说，全市有医务人员3000人。", "cn:421181"),
        ("3月3日，据义乌市卫健委通报，全市新增确诊病例2例。", "cn:330782"),
        ("浙江省金华市义乌市新增3例，全市累计30例。", "cn:330782"),
        # the prefecture is told of, or another part of it
        ("金华市新增5例，其中义乌市新增3例。全市累计30例。", "cn:330700"),
        ("3月3日，金华市通报：义乌市新增3例，全市累计30例。", "cn:330700"),
        ("义乌市新增3例，东阳市新增2例，全市累计30例。", "cn:330700"),
        ("义乌市、东阳市各新增3例，全市累计30例。", "cn:330700"),
        ("患者为义乌市人，3月3日确诊，全市累计30例。", "cn:330700"),
        # a district is no city, and a city under its province has no prefecture
        ("黄冈市黄州区新增3例，全市累计30例。", "cn:421100"),
        ("仙桃市新增3例，全市累计30例。", "cn:429004"),
    ],
)
def test_whole_city_is_the_one_that_is_told_of(text: str, expected: str) -> None:
    assert whole_city(text) == expected
