"""Numbers in the names of groups of countries, and of congresses and their sessions; with near misses."""

from __future__ import annotations

import pytest

from epiextract.values.quantities.finder import find_quantities


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("二十国集团财长举行视频会议，七国集团发表声明。", []),
        ("48家集团俱乐部主席来信。", []),
        ("省十二届人大四次会议和市政协九届五次全会推迟。", []),
        ("十四届省人大二次会议闭幕。", []),
        # near misses: countries, groups and meetings that are counted
        ("二十国领导人出席。", ["二十国"]),
        ("48家集团公司复工。", ["48家"]),
        ("指挥部召开三次会议。", ["三次"]),
        ("人大代表提出三次建议。", ["三次"]),
        ("成功举办四届运动会。", ["四届"]),
    ],
)
def test_groups_of_countries_and_sessions_of_congresses_are_named_by_a_number(text: str, quotes: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_quantities(text)] == quotes
