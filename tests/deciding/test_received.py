"""Where what others gave is received or thanked for."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("黄石市收到江苏捐赠的口罩3万只，浙江捐赠的护目镜80副。", ["黄石市", "黄石市"]),
        ("伊朗收到中国援助的口罩20万只，日本捐赠的护目镜500副。", ["伊朗", "伊朗"]),
        ("塞尔维亚总统2月3日感谢中国捐赠的20万只口罩和60台呼吸机。", ["塞尔维亚", "塞尔维亚"]),
        # near misses: who gives says where it goes, or nothing does
        ("腾讯公司向黄石市捐赠的口罩3万只已运抵。", ["黄石市"]),
        ("意大利感谢各方支持，中国向伊朗捐赠的3万只口罩已运抵。", ["伊朗"]),
        ("江苏捐赠的3万只口罩已装车。", [None]),
    ],
)
def test_a_gift_is_where_it_is_received_or_thanked_for(
    extractor: Extractor, text: str, places: list[str | None]
) -> None:
    records = [event.record() for event in extractor.extract(text)]
    assert [record.get("place") for record in records] == places


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("腾讯公司捐资2亿元支持浙江大学研发疫苗。", "浙江大学"),
        ("腾讯公司捐款100万元，用于支持中国疾控中心开展病毒研究。", "中国疾控中心"),
        # near misses: another one gets it, and nobody is told to
        ("腾讯公司向黄石市慈善总会捐款2亿元，支持企业研发疫苗。", "黄石市慈善总会"),
        ("腾讯公司捐款2亿元支持抗疫。", None),
    ],
)
def test_whose_work_a_gift_supports_gets_it(extractor: Extractor, text: str, recipient: str | None) -> None:
    (record,) = (event.record() for event in extractor.extract(text))
    assert record.get("recipient") == recipient
