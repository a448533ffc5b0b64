"""Cases that are new or there now, whatever 达到, an increase or 又 stands beside them."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is new comes to so many
        ("西班牙新增确诊病例达到2136例。", ["new"]),
        ("西班牙单日新增死亡病例升至136例，累计死亡病例达到1236例。", ["new", "cumulative"]),
        ("西班牙新增確診病例突破2000例。", ["new"]),
        ("西班牙新增确诊病例136例，累计达到1236例。", ["new", "cumulative"]),
        ("西班牙确诊病例总数达到1236例。", ["cumulative"]),
        # parts of what there is, more than it has grown by
        ("江苏现有确诊病例236例，较21日增长36例。其中南京市136例。", ["current", "new", "current"]),
        ("江苏累计确诊病例236例，比前一日增加36例，其中南京市136例。", ["cumulative", "new", "cumulative"]),
        ("江苏现有确诊病例236例，较21日增长36例。其中南京市16例。", ["current", "new", "new"]),
        # on top of others
        ("南京又治愈出院12例。", ["new"]),
        ("南京又死亡2例。", ["new"]),
        ("南京累计治愈出院12例。", ["cumulative"]),
    ],
)
def test_what_is_new_or_there_stays_so(extractor: Extractor, text: str, expected: list[str]) -> None:
    records = [event.record() for event in extractor.extract(Document("one", text, published="2020-03-22"))]
    assert [record.get("accumulation") for record in records if record["type"] == "case_count"] == expected
