"""Time on hostile text grows with its length and no faster."""

from __future__ import annotations

import time

import pytest

from epiextract.extractor import Extractor

TAGGER = Extractor(learned=False)._reader.tagger


@pytest.mark.timed
@pytest.mark.parametrize(
    "unit",
    [
        "捐",
        "、",
        "·",
        "（",
        "称（简称",
        "某",
        "王某",
        "说，",
        "医院",
        "医院、",
        "公司捐3万元、",
        "3家",
        "3台仪",
        "第一批",
        "支援",
        "发给",
        "为人民",
        "一二三四五院",
        "教师、学生和",
        "甲乙、丙丁和",
        "爱心企业",
        "沂川市，",
        "张三、李四、",
    ],
)
def test_a_hostile_text_is_tagged_in_time(unit: str) -> None:
    text = (unit * 100_000)[:30_000]
    start = time.perf_counter()
    TAGGER.tag(text)
    assert time.perf_counter() - start < 6
