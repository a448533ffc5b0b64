"""Rows whose items a label opens and a space, or a sign, parts; each with near misses."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("江口市确诊+2016 疑似+380 死亡+12 治愈+95", ["confirmed", "suspected", "death", "recovered"]),
        ("江口市新增确诊+2016，疑似+380，死亡+12", ["confirmed", "suspected", "death"]),
        ("江口市确诊：316疑似：380死亡：12", ["confirmed", "suspected", "death"]),
        ("芬兰新增310例累计2750例 死亡125例", ["confirmed", "confirmed", "death"]),
        ("江口昨日新增212例 死亡9例", ["confirmed", "death"]),
        # near misses: what stands behind belongs to the figure before it
        ("江口昨日新增212例 死亡病例。", ["death"]),
        ("江口212例 死亡病例9天前入院。", ["death"]),
        ("江口市316人确诊380人疑似12人死亡", ["confirmed", "suspected", "death"]),
    ],
)
def test_each_item_has_the_label_that_opens_it(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert [event.measure for event in extractor.extract(text)] == measures


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("确诊+2016", ["2016"]),
        ("死亡12例（+2016）", ["12例", "2016"]),
        # near misses: years
        ("新版2016，旧版2017", []),
        ("数据（2016）", []),
    ],
)
def test_behind_a_sign_is_no_year(extractor: Extractor, text: str, quotes: list[str]) -> None:
    assert [event.quote for event in extractor.extract(text).figures] == quotes
