from __future__ import annotations

import sys
import xml.etree.ElementTree as xml
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "facts"))
from claim_maker import claim, facts

from epiextract.report.charts import flow_chart, line_chart


def drawn(figure):
    return xml.fromstring(figure)


def circles(figure):
    return list(drawn(figure).iter("circle"))


def test_a_chart_has_a_dot_a_day_with_its_evidence_and_a_dashed_line_across_a_gap():
    series = facts(claim(593, 3), claim(661, 4, doc="b"), claim(711, 7, doc="c")).series()[0]
    figure = line_chart(series, ["0:0", "0:1", "0:2"])
    dots = circles(figure)
    assert [dot.get("data-fact") for dot in dots] == ["0:0", "0:1", "0:2"]
    assert dots[0].find("title").text.startswith("2020-02-03: 593 (1 source)\ntitle of a: a报道湖北省累计确诊593例。")
    lines = [line for line in drawn(figure).iter("line") if line.get("stroke-width")]
    assert [line.get("stroke-dasharray") for line in lines] == [None, "2 5"]


def test_what_others_say_is_a_hollow_dot_and_what_cannot_be_is_off_the_line():
    series = facts(claim(593, 3), claim(661, 4, doc="b"), claim(600, 4, doc="d"), claim(5, 5, doc="c")).series()[0]
    figure = line_chart(series)
    assert [dot.get("fill") for dot in circles(figure)].count("#fff") == 1
    assert len([line for line in drawn(figure).iter("line") if line.get("stroke-width")]) == 1


@pytest.mark.parametrize("values", [(0,), (-5, 3), (0, 0), (10**13, 5)])
def test_odd_values_are_drawn(values):
    claims = [claim(value, day, doc=f"{day}", accumulation="new") for day, value in enumerate(values, 1)]
    figure = line_chart(facts(*claims).series()[0])
    assert len(circles(figure)) == len(values)
    assert "nan" not in figure


def test_names_cannot_break_out_of_a_chart():
    figure = line_chart(facts(claim(1, place="<b>&\"'县")).series()[0])
    assert "<b>" not in figure
    assert drawn(figure).find("figcaption").text.startswith("<b>&")


def gift(value, donor, recipient, **slots):
    return claim(value, type="donation", donor=donor, recipient=recipient, place=None, **slots)


def test_flows_leave_pledges_and_totals_out_and_keep_the_rest_together():
    claims = [gift(100 + n, f"公司{n}", "甲会", doc=f"{n}") for n in range(30)]
    claims += [
        gift(10**9, "公司1", "甲会", doc="x", modality="planned"),
        gift(10**9, "公司2", "乙会", doc="y", accumulation="cumulative"),
    ]
    figure = flow_chart(facts(*claims).ledger())
    told = [path.find("title").text for path in drawn(figure).iter("path")]
    assert len(told) == 16
    assert "others → 甲会: 1,605" in told
    assert not any("乙会" in one or "1,000,000,000" in one for one in told)
    assert flow_chart(facts().ledger()) == ""


def test_facts_draw_themselves_in_a_notebook():
    made = facts(claim(593, 3), claim(661, 4, doc="b"), claim(660, 4, doc="c"), gift(100, "<甲>公司", "乙会"))
    assert "<svg" in made._repr_html_()
    assert "values" in made._repr_html_()
    assert "<svg" in made.series()[0]._repr_html_()
    assert "&lt;甲&gt;公司" in made.ledger()._repr_html_()
    assert "No events" not in facts()._repr_html_()
    assert facts().ledger()._repr_html_()
