"""The day that the first sentence of an article tells behind its subject."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("捐赠仪式3月6日在合肥市举行。腾讯公司捐赠护目镜60副。", "2020-03-06"),
        ("腾讯公司3月6日宣布驰援武汉。首批捐款300万元。", "2020-03-06"),
        ("合肥市3月6日召开发布会。全市口罩库存3万只。", "2020-03-06"),
        # near misses: another day is named, or an earlier one meant
        ("合肥市3月6日召开发布会。此前全市口罩库存3万只。", None),
        ("腾讯公司3月1日宣布驰援武汉。3月6日，首批捐款300万元。", "2020-03-06"),
        ("合肥市3月6日召开发布会。预计全市需要口罩3万只。", None),
        ("合肥市政府3月6日表示物资紧缺。全市接收捐赠口罩3万只。", None),
        ("合肥市3月6日召开发布会。全市有确诊病例26例。", None),
        # the report goes on elsewhere
        ("合肥市口罩紧缺。腾讯公司3月6日宣布驰援合肥。首批捐款300万元。", None),
    ],
)
def test_the_first_sentence_tells_the_day(extractor: Extractor, text: str, day: str | None) -> None:
    *_, record = (event.record() for event in extractor.extract(Document("one", text, published="2020-03-08")))
    assert record.get("date_end") == day
