"""What a date shows of itself, and with what its figure counts."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize("learned", [True, False])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月8日、9日，全市分别新增确诊病例11例、6例。", ["03-08 03-08", "03-09 03-09"]),
        ("3月8日、10日和11日全市分别新增确诊病例11例、6例和2例。", ["03-08 03-08", "03-10 03-10", "03-11 03-11"]),
        ("3月8日至10日全市分别新增确诊病例11例、6例、2例。", ["03-08 03-08", "03-09 03-09", "03-10 03-10"]),
        ("前天和昨天，全市依次新增确诊病例11例、6例。", ["03-10 03-10", "03-11 03-11"]),
        ("今年1月、2月，公司营收分别为3亿元、2亿元。", ["01-01 01-31", "02-01 02-29"]),
        ("长沙、株洲分别于3月8日、9日新增确诊病例11例、6例。", ["03-08 03-08", "03-09 03-09"]),
        # as many places or measures as figures: 分别 speaks of those
        ("3月8日至9日，长沙、株洲分别新增确诊病例11例、6例。", ["03-08 03-09", "03-08 03-09"]),
        ("长沙、株洲3月8日至9日分别新增确诊病例11例、6例。", ["03-08 03-09", "03-08 03-09"]),
        ("3月8日至9日，全市新增确诊病例、疑似病例分别为11例、6例。", ["03-08 03-09", "03-08 03-09"]),
        # more days than figures
        ("3月8日至10日，全市分别新增确诊病例11例、6例。", ["03-08 03-10", "03-08 03-10"]),
        ("3月8日、9日，全市各新增确诊病例6例。", ["03-08 03-09"]),
        ("3月8日、9日，全市新增确诊病例11例、6例。", ["03-08 03-09", "03-08 03-09"]),
    ],
)
def test_days_are_dealt_out_to_as_many_figures(text: str, expected: list[str], learned: bool) -> None:
    events = Extractor(learned=learned).extract(text, published="2020-03-12")
    assert [f"{event.date_start} {event.date_end}".replace("2020-", "") for event in events] == expected
