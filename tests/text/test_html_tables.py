"""A row of an HTML table is one line, however its cells are written; offsets stay those of the page."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.text.view import ReadingView


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    "page",
    [
        "<tr><td>长沙市</td><td>12</td></tr><tr><td>岳阳市</td><td>3</td></tr>",
        "<tr>\n  <td>长沙市</td>\n  <td>12</td>\n</tr>\n<tr>\n  <td>岳阳市</td>\n  <td>3</td>\n</tr>",
        '<tr><td class="a"><p>长沙市</p></td><td><p>12</p></td></tr><tr><td><p>岳阳市</p></td><td>3</td></tr>',
        "<TR><TH>长沙市</TH><TD>12</TD></TR><TR><TH>岳阳市</TH><TD>3</TD></TR>",
    ],
)
def test_cells_of_a_row_stand_side_by_side(page: str) -> None:
    lines = [line.strip() for line in ReadingView.of(page).text.splitlines() if line.strip()]
    assert [line.lower() for line in lines] == ["长沙市 12", "岳阳市 3"]


def test_rows_and_paragraphs_stay_apart() -> None:
    lines = [line for line in ReadingView.of("<td>甲</td></tr></table><p>乙</p>").text.splitlines() if line.strip()]
    assert lines == ["甲", "乙"]


def test_the_heads_of_columns_are_read(extractor: Extractor) -> None:
    rows = [
        ("地区", "新增确诊", "累计确诊", "累计死亡", "累计治愈"),
        ("长沙市", "12", "157", "1", "9"),
        ("岳阳市", "3", "96", "0", "4"),
    ]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = f"<p>截至2020年2月4日24时，湖南省各市州疫情如下：</p><table>{cells}</table>"
    events = list(extractor.extract(Document("d", page)))
    assert [(e.place[0].name, e.measure, e.accumulation, e.value) for e in events] == [
        ("长沙市", "confirmed", "new", 12),
        ("长沙市", "confirmed", "cumulative", 157),
        ("长沙市", "death", "cumulative", 1),
        ("长沙市", "recovered", "cumulative", 9),
        ("岳阳市", "confirmed", "new", 3),
        ("岳阳市", "confirmed", "cumulative", 96),
        ("岳阳市", "death", "cumulative", 0),
        ("岳阳市", "recovered", "cumulative", 4),
    ]
    assert all(page[e.evidence.start : e.evidence.end] == e.evidence.quote for e in events)


def test_a_page_of_opening_cells_takes_no_longer() -> None:
    # each `<` is looked at a bounded number of times
    assert len(ReadingView.of(" <p> <td>" * 20_000).text) > 0
