from __future__ import annotations

from decimal import Decimal
from functools import partial

import pytest
import rich.console

from epiextract.report.tables import print_rows, write_rows

ROW = {
    "entity": "云麓科技集团",
    "day": "2020-02-04",
    "recipient": "湖南省红十字会",
    "via": None,
    "measure": "confirmed",
    "value": 20_000_000,
    "share": Decimal("12.345678"),
    "unit": "person_time",
    "other_values": "16000000、14000000",
    "quote": "2000万人次",
}
WHOLE = {"2020-02-04", "20000000", "12.345678", "person_time", "16000000、14000000"}


def test_elsewhere_than_on_a_terminal_a_table_is_as_wide_as_its_content(capsys):
    sentence = "截至2月4日24时，" * 40
    print_rows([ROW | {"sentence": sentence, "more": "湖" * 30}] * 2)
    lines = capsys.readouterr().out.splitlines()
    told = [line for line in lines if "云麓科技集团" in line]
    assert len(told) == 2
    assert {str(value) for value in ROW.values() if value is not None} | {sentence} <= set(told[0].split())
    assert "via" not in lines[1]


@pytest.mark.parametrize("width", [20, 80, 110, 400])
def test_on_a_terminal_names_fold_and_figures_stand_whole(capsys, monkeypatch, width):
    terminal = partial(rich.console.Console, force_terminal=True, color_system=None)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setattr(rich.console, "Console", terminal)
    print_rows([ROW])
    printed = capsys.readouterr().out
    assert "…" not in printed
    assert set(printed.split()) >= WHOLE
    if width > 110:
        assert "云麓科技集团" in printed
    assert "".join(name for name in "云麓科技集团" if name in printed) == "云麓科技集团"


def test_an_integer_of_more_than_64_bits_is_kept_in_parquet(tmp_path):
    rows = [{"item": "口罩", "actual": 10**20, "planned": 1}, {"item": "床", "actual": 1.5, "planned": None}]
    write_rows(rows, str(tmp_path / "a.parquet"))
    assert pytest.importorskip("pyarrow.parquet").read_table(tmp_path / "a.parquet").to_pylist() == rows


def test_no_rows_are_no_table(capsys):
    print_rows([])
    assert capsys.readouterr().out.strip() == ""


def test_what_a_text_writes_between_colons_is_no_emoji(capsys):
    print_rows([{"t": "比分12:100:30", "day": "2020-02-04"}], title="时间12:100:30 :smile:")
    printed = capsys.readouterr().out
    assert "比分12:100:30" in printed
    assert "时间12:100:30 :smile:" in printed
