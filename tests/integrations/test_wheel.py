"""The wheel and the sdist, built and used in a clean environment, away from the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
USE = """
import epiextract, sys
from epiextract.rules_path import builtin_rules_path
assert "site-packages" in str(builtin_rules_path()), builtin_rules_path()
events = epiextract.extract("截至2020年2月4日24时，湖南省累计报告确诊病例661例。")
assert [(e.measure, e.value, e.place[0].id) for e in events] == [("confirmed", 661, "cn:430000")], events
print("ok")
"""


def run(*command: object, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build wheel and sdist from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "pip", "install", "-q", "build", "hatchling", cwd=ROOT)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=ROOT)
    return folder


@pytest.mark.parametrize("suffix", [".whl", ".tar.gz"])
def test_package_works_where_it_is_installed(built: Path, tmp_path: Path, suffix: str) -> None:
    package = next(path for path in built.iterdir() if path.name.endswith(suffix))
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "-q", package, cwd=tmp_path)
    assert run(python, "-c", USE, cwd=tmp_path).strip() == "ok"
    news = tmp_path / "news.txt"
    news.write_text("截至2020年2月4日24时，湖南省累计报告确诊病例661例。", encoding="utf-8")
    run(python.parent / "epiextract", "extract", news, "-o", "events.jsonl", cwd=tmp_path)
    assert '"value": 661' in (tmp_path / "events.jsonl").read_text(encoding="utf-8")
    assert run(python.parent / "epiextract", "--version", cwd=tmp_path).startswith("epiextract ")


def test_a_pack_of_somebody_else_works_as_its_author_installs_it(built: Path, tmp_path: Path) -> None:
    """The vaccination package beside an installed epiextract: its own tests pass, its type is there by name."""
    wheel = next(path for path in built.iterdir() if path.suffix == ".whl")
    project = tmp_path / "epi_vaccines"
    shutil.copytree(ROOT / "examples" / "epi_vaccines", project)
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(python, "-m", "pip", "install", "-q", wheel, project, "pytest", cwd=tmp_path)
    run(python, "-m", "pytest", "-q", cwd=project)
    use = "import epiextract as e; print(e.extract('截至2021年6月19日，上海市累计接种加强针1200万剂。')[0].type)"
    assert run(python, "-c", use, cwd=tmp_path).strip() == "vaccination"
