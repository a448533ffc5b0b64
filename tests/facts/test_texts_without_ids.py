"""What `aggregate` is given beside records: texts without ids, what `stream` yields, generators."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import pytest

from epiextract import Document, Event, Extractor, aggregate, extract
from epiextract.errors import EventError
from epiextract.facts.rollup import parent_of

TEXT = "{}省2月4日累计确诊病例593例。"


def test_the_same_number_of_two_texts_is_told_twice() -> None:
    facts = aggregate([extract(TEXT.format(name), published="2020-02-05") for name in ("湖南", "湖北")])
    assert {claim.place[0].name for claim in facts.claims} == {"湖南省", "湖北省"}
    assert len(aggregate([extract(TEXT.format("湖南"))] * 2).claims) == 1


def test_what_stream_yields_is_taken() -> None:
    found = Extractor().stream([Document("a", TEXT.format("湖南")), Document("b", TEXT.format("湖北"))])
    assert len(aggregate(found).claims) == 2


def test_the_collector_is_on_while_a_generator_is_at_work() -> None:
    seen: list[bool] = []

    def events() -> Iterator[Event]:
        for event in extract(TEXT.format("湖南")):
            seen.append(gc.isenabled())
            yield event

    assert len(aggregate(events()).claims) == 1
    assert seen == [True]


def test_a_sentence_of_a_record_is_where_its_quote_stands_by_itself() -> None:
    text = (
        "2月4日，腾讯公司向武汉市捐款3200万元，其中1000万元给武汉大学人民医院，200万元给武汉市中心医院，"
        "2000万元给武汉市红十字会。"
    )
    events = extract(text, published="2020-02-05")
    own, told = aggregate(events), aggregate(events.records())
    assert [claim.sentence_at for claim in told.claims] == [claim.sentence_at for claim in own.claims]
    assert [row.actual for row in told.sums()] == [row.actual for row in own.sums()]


def test_what_is_no_event_is_shown_whole_or_cut_with_a_sign() -> None:
    frame: Any = ["schema"]
    with pytest.raises(EventError, match=r"no event but str: 'schema'\. .*frame\.to_dict\('records'\)"):
        aggregate(frame)


def test_countries_together_are_no_part_of_the_world() -> None:
    assert parent_of("iso:KR") == "x:global"
    assert parent_of("iso:JP、iso:KR") is None
