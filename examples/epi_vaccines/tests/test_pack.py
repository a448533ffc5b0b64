"""The pack works as its users will load it: by the package's folder, and by name once it is installed."""

from importlib.metadata import entry_points
from pathlib import Path

import epi_vaccines
import pytest

from epiextract.extractor import Extractor

FOLDER = Path(epi_vaccines.__file__).parent
INSTALLED = any(point.value == "epi_vaccines" for point in entry_points(group="epiextract.packs"))
TEXT = "截至2021年6月19日，全国累计接种新冠病毒疫苗10.1亿剂次。"


def test_the_pack_adds_its_event_type() -> None:
    [event] = Extractor(packs=[FOLDER]).extract(TEXT)
    assert (event.type, event.measure, event.value, event.unit) == ("vaccination", "doses", 1_010_000_000, "dose")
    assert str(event.date_end) == "2021-06-19"
    assert event.record()["vaccine"] == "新冠病毒疫苗"


@pytest.mark.skipif(not INSTALLED, reason="pip install -e . makes the pack known by name")
def test_the_pack_is_found_by_name() -> None:
    assert [event.type for event in Extractor(packs=["zh.vaccines"]).extract(TEXT)] == ["vaccination"]


@pytest.mark.skipif(not INSTALLED, reason="pip install -e . makes the gazetteer known")
def test_the_gazetteer_gives_two_names_one_id() -> None:
    extractor = Extractor(packs=["zh.vaccines"])
    events = extractor.extract("杭州市接种克尔来福12万剂，宁波市接种科兴疫苗9万剂。")
    assert [event.vaccine[0].id for event in events] == ["vaccine:sinovac", "vaccine:sinovac"]
