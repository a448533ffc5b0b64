"""Boards, screens and batteries, which are counted by 块 as money is; with near misses."""

from __future__ import annotations

import pytest

from epiextract.values.quantities.finder import find_quantities


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("车站里180块屏幕播放通知。", ["块"]),
        ("商场更换了20多块LED大屏。", ["块"]),
        ("学校购置40块蓄电池。", ["块"]),
        ("社区设置宣传展板60块，横幅80条。", ["块", "条"]),
        ("街道悬挂标语15余块。", ["块"]),
        # near misses: money, what a thing costs, and what a price buys
        ("他花了300块钱。", ["CNY"]),
        ("口罩每包30块，手套每双5块。", ["CNY", "CNY"]),
        ("他买了300块的电池。", ["CNY"]),
        ("小店领到3000块补助。", ["CNY"]),
        ("工价开到900多块一天。", ["CNY"]),
        ("一块电子屏2000块钱。", [None, "CNY"]),
    ],
)
def test_boards_screens_and_batteries_are_counted_by_the_piece(text: str, units: list[str | None]) -> None:
    found = [quantity.unit for quantity in find_quantities(text) if not quantity.article]
    assert found == [unit for unit in units if unit is not None]
