"""Every notebook of examples/ runs from top to bottom, and what it draws is there."""

from __future__ import annotations

from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed: pip install nbformat")
nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed: pip install nbclient")
pytest.importorskip("ipykernel", reason="ipykernel is not installed: pip install ipykernel")

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAWN = {
    "first_look.ipynb": ["<mark", "661", "zh.case_count"],
    "your_own_pack.ipynb": ["vaccination"],
    "from_news_to_a_chart.ipynb": ["<svg", "corrected", "云麓科技集团", "<title>2020-02-03: 593", "<path"],
}


def test_every_notebook_is_tried():
    assert {path.name for path in EXAMPLES.glob("*.ipynb")} == set(DRAWN)


@pytest.mark.parametrize("name", DRAWN)
def test_a_notebook_runs(name):
    notebook = nbformat.read(EXAMPLES / name, as_version=4)
    assert not any(cell.get("outputs") for cell in notebook.cells), "notebooks are kept without outputs"
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(EXAMPLES)}}).execute()
    shown = "".join(str(output) for cell in notebook.cells for output in cell.get("outputs", ()))
    for words in DRAWN[name]:
        assert words in shown
