"""Things that go by letters, counted right behind them; other numbers in names stay none."""

from __future__ import annotations

import pytest

from epiextract.values.quantities.finder import find_quantities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("携带ECMO6台、CT17台、PCR仪36台。", [(6, "台"), (17, "台"), (36, "台")]),
        ("关闭网吧170家、KTV58家。", [(170, "家"), (58, "家")]),
        ("接管ICU3个，设置ATM360台。", [(3, "个"), (360, "台")]),
        # near misses: names, rooms, lengths and what no list holds
        ("N95口罩、5G手机、G2056次列车、B737客机。", []),
        ("CA045包机、MERS-CoV2、iPhone11、H1N1。", []),
        ("住进ICU3个月。", []),
        ("XCT17台、ICU3号床。", []),
    ],
)
def test_counts_behind_letters(text: str, found: list[tuple[int, str]]) -> None:
    assert [(one.value, one.surface_unit) for one in find_quantities(text) if one.unit != "month"] == found
