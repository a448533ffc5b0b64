"""What a date shows of itself, and with what its figure counts."""

from __future__ import annotations

from epiextract import Document, Extractor
from epiextract.deciding.parts import spelled
from epiextract.deciding.slots import date_candidates, date_rows


def test_a_date_is_read_with_what_the_clause_says_of_the_figure() -> None:
    text = "2月4日0—24时，全省新增死亡2例。截至2月4日24时，全省累计死亡8例，尚有5例重症病例。"
    reading = Extractor(learned=False)._decided(Document(id="a", text=text), "2020-02-05")
    said = {}
    for figure in reading.figures:
        features = spelled(date_rows(reading, figure, date_candidates(reading, figure))[0])
        said[figure.quantity.value] = {f for f in features if f.startswith("relation=") and f.count("&") == 1}
    assert "relation=until&said=cumulative" in said[8]
    assert not any("said=cumulative" in feature for feature in said[2] | said[5])
    assert any("said=new" in feature for feature in said[2])
