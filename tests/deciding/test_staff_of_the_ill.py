"""Staff named for the severely ill whom they treat; with near misses."""

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
    ("text", "types"),
    [
        ("留守武汉的18位重症医学专家每天查房。", ["personnel"]),
        ("医院9名危重症专家参加会诊。", ["personnel"]),
        ("26位重症护士长进驻病区。", ["personnel"]),
        # near misses: their patients
        ("医院收治18位重症患者，专家每天查房。", ["case_count"]),
        ("18例重症，专家会诊后转出。", ["case_count"]),
    ],
)
def test_who_treats_the_severely_ill_is_staff(extractor: Extractor, text: str, types: list[str]) -> None:
    assert [*told(extractor, text, "type").values()] == types
