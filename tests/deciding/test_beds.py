"""Beds of wards for the severely ill, and patients who came to beds."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-02-14")


BEDS, CAME = ("bed", "capacity"), ("case_count", "hospitalized")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("武昌方舱医院可容纳床位240张，首日收治轻症患者24名。", [BEDS, CAME]),
        ("武昌方舱医院可容纳240张床位，当日收治重症患者24名。", [BEDS, CAME]),
        ("武昌方舱医院可容纳床位240张，2月5日启用，当天接收轻症患者24人。", [BEDS, CAME]),
        ("武昌方舱医院可容纳240张病床，收治患者24名。", [BEDS, CAME]),
        ("武昌方舱医院可容纳床位240张，已收治24名轻症患者。", [BEDS, CAME]),
        # room for patients, and who is to come
        ("武昌方舱医院可收治轻症患者300名、重症患者45名。", [BEDS, BEDS]),
        ("武昌方舱医院可收治轻症患者300名，接收重症患者36名。", [BEDS, BEDS]),
        ("武昌方舱医院设床位240张，可收治患者240名。", [BEDS, BEDS]),
        ("武昌方舱医院可容纳床位240张，将于当日收治轻症患者24名。", [BEDS, BEDS]),
    ],
)
def test_patients_who_came_are_no_beds(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    events = extractor.extract(text)
    assert [(one.type, one.record()["measure"]) for one in events] == expected
    assert {one.record()["facility"] for one in events} == {"武昌方舱医院"}
