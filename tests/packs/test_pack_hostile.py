"""No pack can make a text expensive: adversarial packs on adversarial texts keep to a budget of time."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from epiextract.errors import PackError
from epiextract.extractor import Extractor
from epiextract.packs.discovery import find_packs
from epiextract.rules_path import builtin_rules_path

PACK = """\
format: 1
pack: zh.hostile
version: 0.1.0
lang: zh
event: case_count
tags: {{A: {{death: [亡]}}, B: [亡], C: [亡者]}}
patterns:
  - id: wide
    match: {match}
"""
BUDGET_SECONDS = 20.0


def extractor(folder: Path, match: str) -> Extractor:
    file = folder / "hostile.pack.yaml"
    file.write_text(PACK.format(match=match), encoding="utf-8")
    return Extractor(packs=[file], learned=False)


@pytest.mark.timed
@pytest.mark.parametrize(
    "match",
    [
        "measure:A ... B ... B ... value:QTY=person",
        "(measure:A B? | measure:A ~ B?) ... (B | C) ... value:QTY=person",
        "measure:A? measure:A? measure:A B? B? B? B? B? value:QTY=person",
        "measure:A 、 B 、 B 、 value:QTY=person",
        "measure:A （ B （ B （ value:QTY=person",
    ],
)
@pytest.mark.parametrize("text", ["亡" * 4000 + "3人", "亡3人" * 800, "亡，" * 3000 + "3人", "亡3人、" * 800])
def test_a_wide_pattern_keeps_to_its_budget(match: str, text: str, tmp_path: Path) -> None:
    reader = extractor(tmp_path, match)
    begun = time.perf_counter()
    reader.extract(text)
    assert time.perf_counter() - begun < BUDGET_SECONDS


def test_a_fourth_wide_gap_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"EPX120"):
        extractor(tmp_path, "measure:A ... B ... B ... B ... value:QTY=person")


@pytest.mark.timed
@pytest.mark.parametrize(
    "text", ["确诊" * 20000, "确诊3" * 1200, "，" * 40000, "捐赠" * 8000 + "3万元", "新增" * 9000 + "3例"]
)
def test_built_in_packs_keep_to_their_budget_on_adversarial_texts(text: str) -> None:
    reader = Extractor(packs=[builtin_rules_path()], learned=False)
    begun = time.perf_counter()
    reader.extract(text)
    assert time.perf_counter() - begun < BUDGET_SECONDS


def test_a_bomb_of_terms_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "hostile.pack.yaml"
    terms = ", ".join(f"词{number}" for number in range(100_001))
    file.write_text(PACK.format(match="measure:A value:QTY").replace("[亡者]", f"[{terms}]"), encoding="utf-8")
    with pytest.raises(PackError, match=r"EPX123"):
        find_packs([str(file)])


def test_a_bomb_of_regexes_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "hostile.pack.yaml"
    regexes = ", ".join(f'v{number}: "第{number}批"' for number in range(101))
    text = PACK.format(match="measure:A value:QTY").replace("C: [亡者]", f"C: {{regex: {{{regexes}}}}}")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=r"EPX123.*101 surface regexes, more than 100"):
        find_packs([str(file)])


def test_files_without_end_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pack.yaml")
    with pytest.raises(PackError, match=r"EPX100.*no file"):
        find_packs([str(tmp_path / "pipe.pack.yaml")])
    os.mkfifo(tmp_path / "pipe.txt")
    file = tmp_path / "hostile.pack.yaml"
    text = PACK.format(match="measure:A value:QTY").replace("C: [亡者]", "C: {lexicons: {x: {file: pipe.txt}}}")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=r"EPX105.*no file"):
        find_packs([str(file)])
    with (tmp_path / "pipe.txt").with_suffix(".big").open("wb") as big:
        big.truncate(20_000_000)
    file.write_text(text.replace("pipe.txt", "pipe.big"), encoding="utf-8")
    with pytest.raises(PackError, match=r"EPX105.*more than 16,000,000 bytes"):
        find_packs([str(file)])
