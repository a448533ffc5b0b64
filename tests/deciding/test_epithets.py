"""Places that only say what somebody is like."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("镇江市开工。项目经理王磊是典型的山东人，他带着30名工人到岗。", "镇江市"),
        ("镇江市开工。王磊是地道的河南汉子，带来30名工人。", "镇江市"),
        # near misses: where they are
        ("镇江市开工。30名山东人到岗，山东省确诊12例。", "山东省"),
        ("武汉市通报。大冶市确诊12例。", "黄石市大冶市"),
        ("典型的山东经验推广，山东省确诊12例。", "山东省"),
    ],
)
def test_what_somebody_is_like_says_not_where_they_are(extractor: Extractor, text: str, place: str) -> None:
    records = extractor.extract(Document("one", text, published="2020-03-01")).records()
    assert records[-1].get("place") == place
