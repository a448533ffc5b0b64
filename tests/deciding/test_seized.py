"""Goods that were seized and goods that were secured."""

from __future__ import annotations

from typing import Any

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str, *slots: str) -> list[tuple[Any, ...]]:
    records = extractor.extract(Document("one", text, published="2020-02-05")).records()
    return [tuple(one.get(slot) for slot in slots) for one in records if one["type"] != "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("执法人员查扣消毒液260瓶、口罩2600只。", ["查扣消毒液", "查扣口罩"]),
        ("民警破获生产假口罩案，现场查获口罩2.6万余只，生产设备6台。", ["查获口罩", "查获生产设备"]),
        ("民警查获口罩2600只。", ["查获口罩"]),
        ("执法人员共收缴各类假口罩2600片。", ["收缴假口罩"]),
        ("海关没收了2600个口罩。", ["没收口罩"]),
        ("现场查获假冒N95口罩2600只。", ["查获假冒N95口罩"]),
    ],
)
def test_goods_that_were_seized_are_an_activity(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert told(extractor, text, "type", "measure") == [("activity", measure) for measure in expected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("民警查获口罩后，向医院捐赠口罩2600只。", "donation"),
        ("民警查获假口罩，药店供应口罩2600只。", "supply"),
        ("执法人员没收违法所得2600元。", "finance"),
    ],
)
def test_what_stands_behind_a_seizure_is_its_own(extractor: Extractor, text: str, kind: str) -> None:
    assert told(extractor, text, "type") == [(kind,)]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("全市共落实一次性口罩2.6万只、防护服260件、护目镜36副。", ["procured"] * 3),
        ("全区已落实隔离衣2600件。", ["procured"]),
        # near misses: no goods are secured
        ("各社区落实防控措施，发放口罩2600只。", ["delivered"]),
        ("各社区落实责任发放口罩2600只。", ["delivered"]),
    ],
)
def test_goods_that_were_secured_are_procured(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert told(extractor, text, "measure") == [(one,) for one in measures]


def test_visits_to_shops_keep_their_unit(extractor: Extractor) -> None:
    assert told(extractor, "全市检查商户1260家次。", "type", "unit") == [("activity", "家次")]


@pytest.mark.parametrize("text", ["现场查获半成品一批。", "工厂从零起点投产。"])
def test_words_with_a_number_in_them_count_nothing(extractor: Extractor, text: str) -> None:
    assert not list(extractor.extract(Document("one", text, published="2020-02-05")))


def test_a_half_tenth_is_a_share(extractor: Extractor) -> None:
    records = extractor.extract(Document("one", "菜价下降半成。", published="2020-02-05")).records()
    assert [one["quote"] for one in records] == ["半成"]
