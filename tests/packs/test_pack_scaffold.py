from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import epiextract
from epiextract.errors import PackError
from epiextract.packs.scaffold import new_pack


def test_the_skeleton_is_complete_and_passes_its_own_tests(tmp_path: Path) -> None:
    files = new_pack("zh.demo_doses", tmp_path)
    root = tmp_path / "epi_demo_doses"
    assert sorted(str(file.relative_to(root)) for file in files) == [
        "README.md",
        "epi_demo_doses/__init__.py",
        "epi_demo_doses/demo_doses.pack.yaml",
        "epi_demo_doses/pack.schema.json",
        "pyproject.toml",
        "tests/test_pack.py",
    ]
    home = Path(epiextract.__file__).resolve().parent.parent
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(home), str(root)))}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "5 passed" in done.stdout


def test_its_tests_pass_with_the_pack_of_the_tutorial_in_its_place(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
    tutorial = re.search(r"^```yaml\n(format: 1\npack: zh\.evacuation\n.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert tutorial
    new_pack("zh.evacuation", tmp_path)
    root = tmp_path / "epi_evacuation"
    (root / "epi_evacuation" / "evacuation.pack.yaml").write_text(tutorial[1], encoding="utf-8")
    home = Path(epiextract.__file__).resolve().parent.parent
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(home), str(root)))}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "4 passed" in done.stdout


@pytest.mark.parametrize("name", ["vaccines", "zh.Vaccines", "../zh.x", "zh.a/b", ""])
def test_a_name_that_no_pack_can_have_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(PackError, match="EPX129"):
        new_pack(name, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_event_type_that_is_taken_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"EPX129.*'donation' is taken"):
        new_pack("zh.donation", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    new_pack("zh.demo", tmp_path)
    with pytest.raises(PackError, match="there already"):
        new_pack("zh.demo", tmp_path)
