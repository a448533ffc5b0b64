"""The vaccination package adds its event type with no change in the library: by path, and as it is installed."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import epiextract
from epiextract.events import event_model
from epiextract.extractor import Extractor
from epiextract.packs.discovery import find_packs
from epiextract.testing.cases import pack_cases, run_case
from epiextract.testing.lint import lint_pack
from epiextract.testing.mutation import survivors
from epiextract.testing.runner import extractor_for
from epiextract.text.document import Document

PROJECT = Path(__file__).resolve().parents[2] / "examples" / "epi_vaccines"
PACK = PROJECT / "epi_vaccines" / "vaccines.pack.yaml"
TEXT = "截至2021年6月19日，上海市累计接种加强针1200万剂。"


def test_it_adds_its_type_by_path() -> None:
    [event] = Extractor(packs=[PROJECT / "epi_vaccines"]).extract(TEXT)
    record = event.record()
    assert (record["type"], record["measure"], record["value"], record["unit"]) == (
        "vaccination",
        "booster",
        12_000_000,
        "dose",
    )
    assert (record["place"], record["date_end"], record["accumulation"]) == ("上海市", "2021-06-19", "cumulative")
    assert record["rule"] == "zh.vaccines/dose-given@0.1.0"
    assert event_model("vaccination").roles == ("vaccine",)
    assert type(event).from_json(event.to_json()) == event


def test_its_events_go_through_worker_processes() -> None:
    documents = [Document(id=str(number), text=TEXT) for number in range(20)]
    extractor = Extractor(packs=[PACK])
    alone = [one.events for one in extractor.stream(documents)]
    assert [one.events for one in extractor.stream(documents, workers=2)] == alone
    [event] = extractor.extract(TEXT)
    assert pickle.loads(pickle.dumps(event)) == event


def test_it_lives_beside_the_built_in_packs() -> None:
    extractor = Extractor(packs=[str(PACK), "zh.case_count"], learned=False)
    events = extractor.extract("英国已有超过3000万人接种疫苗，累计确诊病例439万例。")
    assert [event.type for event in events] == ["vaccination", "case_count"]


def test_its_cases_hold_and_every_part_is_proved() -> None:
    [pack] = [pack for pack in find_packs([str(PACK)]) if pack.name == "zh.vaccines"]
    extractor = extractor_for(PACK)
    assert [result.report() for case in pack_cases(pack) if not (result := run_case(case, extractor)).ok] == []
    assert [str(finding) for finding in lint_pack(pack, PACK) if finding.severity == "warning"] == []
    [mutated] = [one for one in extractor.packs.packs if one.name == pack.name]
    assert [str(survivor) for survivor in survivors(extractor, [mutated])] == []


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """An environment in which the package is installed, as pip leaves it behind."""
    info = tmp_path / "epi_vaccines-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: epi-vaccines\nVersion: 0.1.0\n", encoding="utf-8")
    points = "[epiextract.packs]\nzh.vaccines = epi_vaccines\n[epiextract.gazetteers]\nzh.vaccines = epi_vaccines\n"
    (info / "entry_points.txt").write_text(points, encoding="utf-8")
    (tmp_path / "epi_vaccines").symlink_to(PROJECT / "epi_vaccines")
    home = Path(epiextract.__file__).resolve().parent.parent
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(home), str(tmp_path)))}


@pytest.mark.parametrize(
    ("options", "disabled", "found"),
    [("", "", True), ("packs=['zh.vaccines']", "", True), ("", "zh.vaccines", False)],
)
def test_it_is_found_once_it_is_installed(options: str, disabled: str, found: bool, installed: dict[str, str]) -> None:
    code = (
        f"from epiextract.extractor import Extractor\nprint([e.type for e in Extractor({options}).extract('{TEXT}')])"
    )
    env = installed | {"EPIEXTRACT_DISABLE_PACKS": disabled}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert ("vaccination" in done.stdout) is found, done.stderr


def test_its_gazetteer_comes_along(installed: dict[str, str]) -> None:
    code = (
        "from epiextract.extractor import Extractor\n"
        "[event] = Extractor().extract('杭州市接种克尔来福12万剂。')\nprint(event.vaccine[0].id)"
    )
    done = subprocess.run([sys.executable, "-c", code], env=installed, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "vaccine:sinovac"
