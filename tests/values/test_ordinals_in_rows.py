"""Numbers that go on with a row of ordinals count nothing."""

from __future__ import annotations

import pytest

from epiextract.values.quantities.finder import find_quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增2例，为第131、132例。", ["2例"]),
        ("公布第47至52宗个案。", []),
        ("第9、10和11例病例有关联。", []),
        ("第31例、32例和第33例已出院。", []),
        ("第31例和32例已出院。", []),
        ("第47-52例、54至58例已出院。", []),
        ("第三、四例已出院。", []),
        # near misses: other counts behind an ordinal
        ("第2例和3例疑似病例。", ["3例"]),
        ("第二、3名患者出院。", ["3名"]),
        ("第二、三名患者出院。", ["三名"]),
        ("排名第4、130例确诊。", ["130例"]),
        ("第5批、3名医生。", ["3名"]),
        ("第31例，12例疑似。", ["12例"]),
        ("确诊3、4例。", ["3、4例"]),
    ],
)
def test_rows_of_ordinals(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_quantities(text)] == expected


def test_a_long_row_takes_no_longer() -> None:
    text = "第" + "1、" * 20000 + "2例"
    assert len(find_quantities(text)) >= 1
