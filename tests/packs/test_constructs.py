"""Masks, carrying, lists dealt out, lists and brackets: what a pack says of them, a figure does."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from epiextract.extractor import Extractor
from epiextract.text.document import Document

HEAD = """\
format: 1
pack: zh.toll
version: 0.1.0
lang: zh
event: case_count
uses: [zh.base]
tags:
  STATE: {death: [遇难], severe: [重伤]}
  NAME: {film: [八百人遇难记], idiom: [三人成虎]}
  ALSO: [此外]
  BUT: [撇开]
masks: [NAME]
respectively: {by: [SCOPE=each], slots: [place, measure]}
roles:
  facility: {tags: [FACILITY], side: left, reach: clause}
patterns:
"""
TOLL = "  - {id: toll, match: 'accumulation:ACCUMULATION? ~ measure:STATE ~ value:QTY=person'}\n"
FIRST = "  - {id: first, match: 'value:QTY=person ~ measure:STATE'}\n"
ITEMS = "  - {id: items, match: 'measure:STATE 、 value:QTY=person'}\n"
PART = "  - {id: part, match: 'SCOPE=part ~ PLACE value:QTY=person', carry: {%s}}\n"
BRACKET = "  - {id: bracket, match: 'QTY=person （ place:PLACE value:QTY=person', carry: {measure: sentence}}\n"
Make = Callable[..., Extractor]
SLOTS = ("measure", "value", "accumulation", "each", "place", "excluding", "date_end", "facility")


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes an extractor on a pack with the patterns given."""

    def _make(*patterns: str, learned: bool = False) -> Extractor:
        file = tmp_path / "toll.pack.yaml"
        file.write_text(HEAD + "".join(patterns), encoding="utf-8")
        return Extractor(packs=[file], learned=learned)

    return _make


def slots(extractor: Extractor, text: str, *names: str, published: str | None = None) -> list[tuple[Any, ...]]:
    assert set(names) <= set(SLOTS)
    return [tuple(e.record().get(name) for name in names) for e in extractor.extract(text, published=published)]


@pytest.mark.parametrize("learned", [False, True])
def test_a_pack_that_is_only_used_lends_its_words(learned: bool) -> None:
    text = "5名护士确诊。省里派出20名护士。"
    cases = Extractor(packs=["zh.case_count"], learned=learned)
    assert "zh.personnel" in cases.packs.packs[-1].pack.uses
    assert [(event.type, event.quote) for event in cases.extract(text)] == [("case_count", "5名")]
    both = Extractor(packs=["zh.case_count", "zh.personnel"], learned=learned)
    assert [(event.type, event.quote) for event in both.extract(text)] == [("case_count", "5名"), ("personnel", "20名")]


@pytest.mark.parametrize("learned", [False, True])
def test_a_sure_pattern_overrules_other_patterns_and_the_models(make: Make, learned: bool) -> None:
    pattern = "  - {id: also, match: 'ALSO ... value:QTY=person', set: {measure: severe}, sure: "
    text = "救灾简报：此外，遇难12人。"
    assert slots(make(TOLL, pattern + "false}\n", learned=learned), text, "measure", "value") == [("death", 12)]
    assert slots(make(TOLL, pattern + "true}\n", learned=learned), text, "measure", "value") == [("severe", 12)]


def test_a_mask_hides_the_terms_and_figures_inside(make: Make) -> None:
    extractor = make(TOLL, FIRST)
    assert slots(extractor, "八百人遇难。", "value") == [(800,)]
    assert slots(extractor, "电影八百人遇难记上映。", "value") == []
    assert slots(extractor, "对遇难者三人成虎，共遇难3人。", "value") == [(3,)]


def test_explain_names_what_is_hidden(make: Make) -> None:
    explanation = make(TOLL).explain("对遇难者三人成虎。")
    assert str(explanation) == "hidden: 三人/QTY=person in 三人成虎/NAME=idiom"
    assert explanation.to_dict()["hidden"] == [("三人", "QTY=person", "三人成虎", "NAME=idiom")]
    assert "三人成虎" in explanation._repr_html_()


def test_the_first_name_has_the_first_figure(make: Make) -> None:
    extractor = make(TOLL, ITEMS)
    text = "开封、洛阳和新乡分别遇难3人、5人和2人。"
    assert slots(extractor, text, "place", "value", "each") == [
        ("开封市", 3, None),
        ("洛阳市", 5, None),
        ("新乡市", 2, None),
    ]
    assert "number 2 of the 3 in a list" in str(extractor.explain(text))


def test_lists_of_other_lengths_are_left_alone(make: Make) -> None:
    found = slots(make(TOLL, ITEMS), "开封、洛阳、新乡分别遇难3人、5人。", "place")
    assert found == [("开封市、洛阳市、新乡市",)] * 2


def test_without_a_word_for_it_no_list_is_dealt_out(make: Make) -> None:
    assert slots(make(TOLL, ITEMS), "开封、洛阳遇难3人、5人。", "place") == [("开封市、洛阳市",)] * 2


def test_one_figure_holds_for_each_name(make: Make) -> None:
    assert slots(make(TOLL), "开封、洛阳各遇难3人。", "place", "each") == [("开封市、洛阳市", True)]
    # whose the 5 are nobody can say
    assert slots(make(TOLL), "开封、洛阳分别遇难3人重伤5人。", "each") == [(None,), (None,)]


@pytest.mark.parametrize("text", ["遇难和重伤者分别为3人、5人。", "新增遇难、新增重伤者分别为3人、5人。"])
def test_the_first_measure_has_the_first_figure(text: str, make: Make) -> None:
    assert slots(make(ITEMS), text, "measure", "value") == [("death", 3), ("severe", 5)]


def test_a_part_takes_over_what_the_figure_before_has(make: Make) -> None:
    extractor = make(TOLL, PART % "measure: sentence, accumulation: sentence")
    text = "河南省累计遇难30人，其中洛阳市12人。"
    assert slots(extractor, text, "measure", "accumulation", "value") == [
        ("death", "cumulative", 30),
        ("death", "cumulative", 12),
    ]
    assert "(累计, carried on from 30人)" in str(extractor.explain(text))
    event = extractor.extract(text)[1]
    assert event.evidence.spans["measure"] == (5, 7)


def test_a_carried_measure_needs_an_event_within_reach(make: Make) -> None:
    extractor = make(TOLL, PART % "measure: sentence")
    assert slots(extractor, "其中洛阳市12人。", "value") == []
    assert slots(extractor, "遇难30人。其中洛阳市12人。", "value") == [(30,)]
    assert slots(make(TOLL, PART % "measure: paragraph"), "遇难30人。其中洛阳市12人。", "value") == [(30,), (12,)]
    assert slots(make(TOLL, PART % "measure: clause"), "遇难30人，其中洛阳市12人。", "value") == [(30,)]


def test_a_cue_of_its_own_comes_before_what_is_carried(make: Make) -> None:
    extractor = make(TOLL, PART % "measure: sentence, accumulation: sentence")
    assert slots(extractor, "累计遇难30人，新增其中洛阳市2人。", "accumulation") == [("cumulative",), ("new",)]


def test_a_date_of_its_own_comes_before_what_is_carried(make: Make) -> None:
    also = "  - {id: also, match: 'ALSO ... value:QTY=person ~ measure:STATE', carry: {date: paragraph}}\n"
    extractor = make(TOLL, also)
    found = slots(extractor, "7月20日遇难3人。此外，5人重伤。", "date_end", published="2021-07-23")
    assert found == [("2021-07-20",), ("2021-07-20",)]
    found = slots(extractor, "7月20日遇难3人。此外，7月21日有5人重伤。", "date_end", published="2021-07-23")
    assert found == [("2021-07-20",), ("2021-07-21",)]


def test_what_stands_in_closed_brackets_is_not_carried(make: Make) -> None:
    extractor = make(TOLL, PART % "measure: sentence")
    assert slots(extractor, "遇难30人（另重伤8人），其中洛阳市12人。", "measure") == [
        ("death",),
        ("severe",),
        ("death",),
    ]


def test_the_items_of_a_bracket(make: Make) -> None:
    text = "遇难9人（洛阳5人，开封4人），新乡2人到场。"
    found = slots(make(TOLL, BRACKET), text, "measure", "value", "place")
    assert found[1:] == [("death", 5, "洛阳市"), ("death", 4, "开封市")]


def test_a_list_does_not_reach_over_brackets_and_semicolons(make: Make) -> None:
    found = slots(make(ITEMS), "遇难者3人、失踪者5人；到场者（含家属）20人。", "value")
    assert found == [(3,), (5,)]


def test_a_place_that_is_left_out_is_not_the_place(make: Make) -> None:
    pattern = "  - {id: but, match: 'BUT excluding:PLACE , measure:STATE ~ value:QTY=person'}\n"
    assert slots(make(pattern), "河南省撇开洛阳市，遇难3人。", "place", "excluding") == [("河南省", "洛阳市")]


def test_extractors_with_every_construct_are_pickled(make: Make) -> None:
    extractor = make(TOLL, ITEMS, PART % "measure: sentence")
    text = "开封、洛阳分别遇难3人、5人，其中洛阳市2人，三人成虎。"
    again = pickle.loads(pickle.dumps(extractor))
    assert [e.record() for e in again.extract(text)] == [e.record() for e in extractor.extract(text)]


def test_the_same_packs_are_compiled_once(make: Make) -> None:
    names = ["zh.case_count"]
    assert Extractor(packs=names, learned=False).packs is Extractor(packs=names, learned=False).packs
    # a file is read anew each time, since its author may have changed it
    assert make(TOLL).packs is not make(TOLL).packs


def test_what_is_set_holds_where_nothing_is_captured(make: Make) -> None:
    pattern = "  - {id: toll, match: 'accumulation:ACCUMULATION? ~ measure:STATE? ~ value:QTY=person', %s}\n"
    extractor = make(pattern % "set: {measure: death, accumulation: current}")
    assert slots(extractor, "3人到场，新增重伤5人。", "measure", "accumulation") == [
        ("death", "current"),
        ("severe", "new"),
    ]


def test_a_term_may_be_the_name_of_a_disease(tmp_path: Path) -> None:
    file = tmp_path / "flu.pack.yaml"
    pattern = "  - {id: flu, match: 'measure:FLU ~ value:QTY=person'}\n"
    head = HEAD.replace("STATE: {death", "FLU: {severe: [流感]}\n  STATE: {death")
    file.write_text(head + pattern, encoding="utf-8")
    assert slots(Extractor(packs=[file], learned=False), "流感3例。", "measure", "value") == [("severe", 3)]


def test_compiled_packs_are_pickled(make: Make) -> None:
    compiled = make(TOLL, PART % "measure: sentence").packs
    again = pickle.loads(pickle.dumps(compiled))
    assert [p.expression.pattern for p in again.patterns] == [p.expression.pattern for p in compiled.patterns]


@pytest.mark.timed
def test_a_table_of_carried_figures_keeps_to_its_budget(make: Make) -> None:
    import time

    extractor = make(TOLL, PART % "measure: paragraph, accumulation: paragraph", ITEMS)
    begun = time.perf_counter()
    extractor.extract("遇难3人，" + "其中洛阳市2人，" * 2000 + "开封、洛阳分别遇难" + "3人、" * 2000)
    assert time.perf_counter() - begun < 20


BATCHES = """\
format: 1
pack: zh.{name}
version: 0.1.0
lang: zh
event: {event}
declares: {{measures: [{measure}]}}
tags:
  {tag}: {words}
patterns:
  - {{id: one, match: '{tag} ~ value:QTY=person', set: {{measure: {measure}}}}}
"""


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("[A3航班]", "A3航班有3人。"),
        ("{flight: {regex: 'A[0-9]航班'}}", "A3航班有3人。"),
        ("[A3]", "A3有3人。"),
    ],
)
@pytest.mark.parametrize("look", ["", "(?=航班|有)"])
def test_the_regex_of_a_pack_stands_beside_a_term_of_another(words: str, text: str, look: str, tmp_path: Path) -> None:
    found = "A[0-9]航班" if "A3航班" in text and not look else "A[0-9]" + look
    text = text if not look else text.replace("航班", "")
    words = words.replace("航班", "") if look else words
    if words.startswith("{"):
        words = "{regex: {flight: '" + words.split("'")[1] + "'}}"
    for name, event, measure, tag, held in (
        ("lista", "list_a", "m_a", "LISTED", words),
        ("listb", "list_b", "m_b", "FOUND", "{regex: {x: '" + found + "'}}"),
    ):
        made = BATCHES.format(name=name, event=event, measure=measure, tag=tag, words=held)
        (tmp_path / f"{name}.pack.yaml").write_text(made, encoding="utf-8")
    for one in ("lista", "listb"):
        alone = Extractor(packs=[tmp_path / f"{one}.pack.yaml"], learned=False)
        assert [event.type for event in alone.extract(text)] == [f"list_{one[-1]}"]
    both = Extractor(packs=[tmp_path], learned=False)
    reading = both.read(Document(id="a", text=text))
    [mention] = [one for one in reading.mentions if one.start == 0]
    assert {tag for tag, _ in mention.meanings()} == {"zh.lista:LISTED", "zh.listb:FOUND"}
    matched = {pattern for story in both.explain(text).to_dict()["figures"] for pattern in str(story).split("'")}
    assert {"zh.lista/one@0.1.0", "zh.listb/one@0.1.0"} & matched
    for tag in ("zh.lista:LISTED", "zh.listb:FOUND"):
        assert both.packs.alphabet.code(mention) in both.packs.alphabet.members(tag, ())
