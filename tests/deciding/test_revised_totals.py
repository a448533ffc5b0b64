"""What the revision of a total adds and takes away."""

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
    ("text", "accumulation"),
    [
        ("截至4月16日24时，全市确诊病例核增180例，死亡病例核减3例。", {"180例": "new", "3例": "new"}),
        ("截至4月10日，死亡病例核增60例，累计死亡病例700例。", {"60例": "new", "700例": "cumulative"}),
        # near miss: the total that a revision comes to
        ("截至4月10日，全市累计确诊病例700例。", {"700例": "cumulative"}),
    ],
)
def test_what_a_revision_adds_is_new(extractor: Extractor, text: str, accumulation: dict[str, str]) -> None:
    assert told(extractor, text, "accumulation") == accumulation
