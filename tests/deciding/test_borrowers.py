"""Who gets a loan, and who pays it."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "payer", "payee"),
    [
        ("比亚迪公司获得2000万元贷款。", None, "比亚迪公司"),
        ("比亚迪公司获得中国银行合肥分行贷款800万元。", "中国银行合肥分行", "比亚迪公司"),
        ("比亚迪公司及时得到建设银行3000万元授信。", "建设银行", "比亚迪公司"),
        ("比亚迪公司向银行申请贷款2亿元。", None, "比亚迪公司"),
        ("比亚迪公司向合肥农商行申请贷款2亿元。", "合肥农商行", "比亚迪公司"),
        # near misses: who lends, with and without who gets
        ("建设银行向比亚迪公司发放贷款2亿元。", "建设银行", "比亚迪公司"),
        ("建设银行累计发放贷款2亿元。", "建设银行", None),
    ],
)
def test_who_gets_a_loan_does_not_pay_it(extractor: Extractor, text: str, payer: str | None, payee: str | None) -> None:
    (record,) = (event.record() for event in extractor.extract(text))
    assert (record.get("payer"), record.get("payee")) == (payer, payee)
