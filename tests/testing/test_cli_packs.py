from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from epiextract.cli_packs import _print, packs_app

Write = Callable[..., Path]
runner = CliRunner()


def test_test_passes_and_counts(write: Write) -> None:
    done = runner.invoke(packs_app, ["test", str(write())])
    assert done.exit_code == 0, done.output
    assert "2 cases: 2 passed" in done.output


def test_test_fails_with_a_report(write: Write) -> None:
    done = runner.invoke(packs_app, ["test", str(write(("value: 5}]", "value: 6}]")))])
    assert done.exit_code == 1
    assert "toll.pack.yaml:13: zh.toll toll::example[0]: failed" in done.output
    assert "1 failed, 1 passed" in done.output


def test_test_takes_the_packs_below_the_current_folder(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write().parent)
    done = runner.invoke(packs_app, ["test", "--verbose"])
    assert done.exit_code == 0
    assert "toll.pack.yaml:13: zh.toll toll::example[0]: passed" in done.output


@pytest.mark.parametrize("command", ["test", "lint", "coverage"])
def test_a_faulty_pack_ends_with_2_and_its_lines(command: str, write: Write) -> None:
    file = write(("measure:STATE", "measure:STAT"), ("pack: zh.toll", "pack: zh.toll\npak: 1"))
    done = runner.invoke(packs_app, [command, str(file)])
    assert done.exit_code == 2
    assert "toll.pack.yaml:3: [EPX102] unknown key 'pak'" in done.stderr


@pytest.mark.parametrize("arguments", [["test", "zh.nobody"], ["new", "vaccines"], ["explain", "zh.bed"]])
def test_wrong_arguments_end_with_2(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert runner.invoke(packs_app, arguments).exit_code == 2


def test_lint_warns_with_1(write: Write) -> None:
    assert runner.invoke(packs_app, ["lint", str(write())]).exit_code == 0
    done = runner.invoke(
        packs_app, ["lint", str(write(("    rejects:\n      - {text: 遇难者年仅8岁。, why: an age}\n", "")))]
    )
    assert done.exit_code == 1
    assert "[EPX125]" in done.output


def test_lint_shows_notes_when_asked(write: Write) -> None:
    assert "[EPX127]" not in runner.invoke(packs_app, ["lint", str(write())]).output
    assert "[EPX127]" in runner.invoke(packs_app, ["lint", "--info", str(write())]).output


def test_explain_tells_the_story_of_a_text_or_a_case(write: Write) -> None:
    file = str(write())
    done = runner.invoke(packs_app, ["explain", file, "遇难7人。"])
    assert "matched zh.toll/toll@0.1.0" in done.output
    done = runner.invoke(packs_app, ["explain", file, "--case", "toll::example[0]", "--json"])
    assert json.loads(done.output)["figures"][0]["type"] == "case_count"
    assert runner.invoke(packs_app, ["explain", file, "--case", "none"]).exit_code == 2


def test_explain_says_where_a_pattern_stopped(write: Write) -> None:
    file = str(write())
    done = runner.invoke(packs_app, ["explain", file, "有3人到场，司机遇难。"])
    assert "missed  zh.toll/toll@0.1.0: stops at STATE, left of the figure" in done.output
    assert "missed" not in runner.invoke(packs_app, ["explain", file, "捐赠3万元。"]).output
    done = runner.invoke(packs_app, ["explain", "--all", file, "捐赠3万元。"])
    assert "missed  zh.toll/toll@0.1.0: lacks STATE, QTY=person" in done.output


def test_new_writes_a_package(tmp_path: Path) -> None:
    done = runner.invoke(packs_app, ["new", "zh.demo", "--folder", str(tmp_path)])
    assert done.exit_code == 0
    assert (tmp_path / "epi_demo" / "pyproject.toml").is_file()


def test_schema_prints_the_json_schema() -> None:
    done = runner.invoke(packs_app, ["schema"])
    assert json.loads(done.output)["properties"]["masks"]["description"].startswith("Tags of the pack whose words hide")


def test_list_names_the_built_in_packs() -> None:
    done = runner.invoke(packs_app, ["list"])
    assert "zh.case_count" in done.output


def test_coverage_shows_what_no_case_proves(write: Write) -> None:
    file = write(("severe: [重伤]", "severe: [重伤], mild: [擦伤]"))
    done = runner.invoke(packs_app, ["coverage", "--terms", str(file)])
    assert done.exit_code == 0
    assert "zh.toll: 1 examples, 1 rejects" in done.output
    assert "STATE=death unused: 罹难" in done.output
    done = runner.invoke(packs_app, ["coverage", "--mutate", str(file)])
    assert done.exit_code == 1
    assert "zh.toll tag STATE=mild: no case fails without it" in done.output


def test_what_a_text_writes_between_colons_is_no_emoji(capsys: pytest.CaptureFixture[str]) -> None:
    _print("比分12:100:30")
    assert capsys.readouterr().out == "比分12:100:30\n"
