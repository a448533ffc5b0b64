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


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("合肥市第一人民医院重症监护室床位24张。", ["icu"]),
        ("合肥市第一人民医院ICU病房有床位24张。", ["icu"]),
        ("合肥市第一人民医院重症医学科有24张床位，呼吸科有床位40张。", ["icu", "capacity"]),
        ("合肥市第一人民医院重症监护病房共设置床位24张。", ["icu"]),
        (
            "合肥市第二医院重症监护室床位由24张增至48张，负压病房床位扩充到36张。",
            ["icu", "icu", "capacity"],
        ),
        # beds elsewhere, and beds by whether they are free
        ("合肥市第一人民医院重症监护室旁的普通病房有床位24张。", ["capacity"]),
        ("合肥市第一人民医院床位由24张增至48张。", ["capacity", "capacity"]),
        ("合肥市第一人民医院重症监护室剩余床位12张。", ["available"]),
    ],
)
def test_beds_of_a_ward_for_the_severely_ill(extractor: Extractor, text: str, measures: list[str]) -> None:
    assert [one.record()["measure"] for one in extractor.extract(text)] == measures
