"""Sites that are still being built are planned; what is built or rebuilt while it works is there."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("目前长沙市投入使用9家方舱医院，另有3家正在建设。", ["actual", "planned"]),
        ("长沙市还有3家方舱医院在建。", ["planned"]),
        ("湖南省已建成PCR实验室17家，另有3家正在建设。", ["actual", "planned"]),
        ("长沙市正在新建3家方舱医院。", ["planned"]),
        # near misses: sites at which others build, what is rebuilt, what has been built
        ("长沙市对23个在建小区进行消毒。", ["actual"]),
        ("长沙市正在改造3家定点医院。", ["actual"]),
        ("长沙市3家方舱医院已建成。", ["actual"]),
    ],
)
def test_sites_in_building_are_planned(extractor: Extractor, text: str, expected: list[str]) -> None:
    records = extractor.extract(Document("one", text, published="2020-02-13")).records()
    assert [record["modality"] for record in records if record["type"] == "facility"] == expected
