"""The 0 of 无本土新增病例; with near misses."""

from __future__ import annotations

import pytest

from epiextract.values.quantities.finder import find_quantities


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("昨日全省无本土新增病例。", ["无"]),
        ("昨日全省没有境外输入新增病例，无新冠肺炎新增死亡病例。", ["没有", "无"]),
        ("全市无本省新增病例。", ["无"]),
        # near misses: no count of a day
        ("低风险地区无本土病例。", []),
        ("当地没有新冠肺炎患者。", []),
        ("部分街道无本地居民。", []),
    ],
)
def test_no_case_that_is_new_is_none_whatever_tells_which(text: str, quotes: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_quantities(text)] == quotes
