"""Goods that lack beside goods that are there."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("领到护目镜60副，仍缺防护服200套。", ["delivered", "needed"]),
        ("2月3日，黄石市中心医院领到护目镜60副、口罩2600只，仍缺防护服200套。", ["delivered", "delivered", "needed"]),
        ("有护目镜60副，缺防护服200套。", ["stock", "needed"]),
        ("医院现有口罩2600只，还缺呼吸机3台。", ["stock", "needed"]),
        ("黄石市中心医院急缺护目镜60副。", ["needed"]),
        # near misses: what is there, and people
        ("医院库存口罩2600只。", ["stock"]),
        ("医院还有护目镜60副，不缺。", ["stock"]),
        ("全院缺医生12名。", ["medical_staff"]),
    ],
)
def test_goods_that_lack_are_needed(extractor: Extractor, text: str, measures: list[str]) -> None:
    records = extractor.extract(Document("one", text, published="2020-02-05")).records()
    assert [record.get("measure") for record in records] == measures
