"""Sites named behind whom they take in; with near misses."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str, slot: str) -> dict[str, object]:
    records = extractor.extract(Document("one", text, published="2020-04-20")).records()
    return {record["quote"]: record.get(slot) for record in records if record["type"] != "other"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("全区设有16个收治疑似病例的隔离点。", "隔离点"),
        ("全市确定了23家收治重症、危重症患者的定点医院。", "定点医院"),
        # near misses: nobody is taken in, or no sites follow
        ("全区设有16个隔离点。", "隔离点"),
        ("全市确定了23家定点医院收治重症患者。", "定点医院"),
    ],
)
def test_sites_are_named_behind_whom_they_take_in(extractor: Extractor, text: str, kind: str) -> None:
    assert [*told(extractor, text, "kind").values()] == [kind]
