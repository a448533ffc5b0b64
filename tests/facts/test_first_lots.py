"""The first lot of a gift is a part of it; what is given by itself is not."""

from __future__ import annotations

import pytest

from epiextract import aggregate, extract


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("日本湖北总商会捐赠口罩100万只，首批11万只已运抵武汉。", [("只", 1_000_000)]),
        ("江海集团捐款500万元，首批200万元已到账。", [("CNY", 5_000_000)]),
        # near misses: lots that are told one by one, other goods, another gift
        ("江海集团首批捐赠口罩5万只，第二批捐赠口罩3万只。", [("只", 80_000)]),
        ("江海集团捐赠口罩5万只，首批捐赠防护服300套。", [("只", 50_000), ("套", 300)]),
        ("江海集团1月捐款500万元，2月首批捐赠200万元。", [("CNY", 7_000_000)]),
    ],
)
def test_a_first_lot_is_no_gift_of_its_own(text: str, sums: list[tuple[str, int]]) -> None:
    facts = aggregate(extract(text, published="2020-03-06"))
    assert [(row.unit, row.actual) for row in facts.sums("donor")] == sums
