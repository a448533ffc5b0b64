"""What words before a figure, and the list that it is in, tell of its modality."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.attributes.moods import modalities
from epiextract.deciding.filled import Filled

ACTUAL = {"actual": 1.0, "planned": 0.5, "estimated": 0.4}
PLANS = {"planned": 1.0, "actual": 0.2, "estimated": 0.1}


def told(text: str, kind: str, measure: str, odds: list[dict[str, float]]) -> list[str]:
    """Return the modalities of the last figures of a text, as many as there are odds."""
    reading = Extractor(learned=False)._decided(Document(id="a", text=text), "2020-03-12")
    figures = reading.figures[-len(odds) :]
    return modalities(reading, [Filled(one, kind, {"measure": measure}, {}) for one in figures], odds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("据测算，全市各医院还缺护士60人。", "estimated"),
        ("疾控专家推算，全市各医院还缺医生20人，其中缺护士60人。", "estimated"),
        ("按照模型估计，全市各医院还缺护士60人。", "estimated"),
        # reckoned and then decided, another matter, another sentence
        ("据测算后，全市各医院已到岗护士60人。", "actual"),
        ("据测算，市里决定增派护士60人。", "actual"),
        ("据测算，全市各医院还缺医生，但到岗护士60人。", "actual"),
        ("据测算，全市各医院还缺医生。全市到岗护士60人。", "actual"),
    ],
)
def test_what_is_reckoned_is_estimated(text: str, expected: str) -> None:
    assert told(text, "personnel", "medical_staff", [ACTUAL]) == [expected]


@pytest.mark.parametrize(
    ("text", "kind", "measure", "expected"),
    [
        ("预计下月鸡蛋产量1.7万吨。", "supply", "produced", "estimated"),
        ("预计下月将生产鸡蛋1.7万吨。", "supply", "produced", "planned"),
        ("预计下月运抵鸡蛋1.7万吨。", "supply", "delivered", "planned"),
        ("预计全年为企业减免5亿元。", "finance", "relief", "estimated"),
        ("预计投放贷款5亿元。", "finance", "loan", "planned"),
        ("预计下月投产，已生产鸡蛋1.7万吨。", "supply", "produced", "planned"),
    ],
)
def test_an_outcome_that_is_expected_is_estimated(text: str, kind: str, measure: str, expected: str) -> None:
    assert told(text, kind, measure, [PLANS]) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司决定捐赠汽油3吨、柴油2吨。", ["planned", "planned"]),
        ("公司决定捐赠汽油3吨和柴油2吨。", ["planned", "planned"]),
        ("公司决定捐赠汽油3吨，运抵柴油2吨。", ["planned", "actual"]),
        ("公司决定捐赠汽油3吨。运抵米、柴油2吨。", ["planned", "actual"]),
    ],
)
def test_figures_of_a_list_are_meant_alike(text: str, expected: list[str]) -> None:
    assert told(text, "donation", "goods", [PLANS, ACTUAL]) == expected
