"""Where gifts and teams go: what is helped, not who helps."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("辽宁派出护士150名援助湖北。", "湖北省"),
        ("辽宁150名援助湖北的医护人员平安返回。", "湖北省"),
        ("由20名医生和80名护士组成的百人医疗队援助湖北。", "湖北省"),
        # near misses: what helps is told, not what is helped
        ("辽宁派出护士150名。", "辽宁省"),
    ],
)
def test_a_team_counts_for_the_place_that_it_helps(extractor: Extractor, text: str, place: str) -> None:
    places = {event.record().get("place") for event in extractor.extract(text) if event.type == "personnel"}
    assert places == {place}


def test_what_a_team_helps_is_not_where_it_comes_from(extractor: Extractor) -> None:
    text = "半天内组建了一支由30名医生组成的援助湖北医疗队。出征的30人中，男性16人，女性14人。援助湖北医疗队出发武汉。"
    assert {event.record().get("origin") for event in extractor.extract(text)} == {None}
