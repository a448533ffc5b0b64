"""The day of an article as its imprint, its signature or the name of its broadcast tells it."""

from __future__ import annotations

import pytest

from epiextract import Document
from epiextract.text.dateline import document_date
from epiextract.text.imprints import imprint_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("全市新增床位300张。\n《湖南日报》（ 2020年02月09日 03 版）", "2020-02-09"),
        ("全市新增床位300张。\n《湖南日报》（2020年2月9日A03版）\n（责编：李四）", "2020-02-09"),
        ("全市新增床位300张。（本文刊于《健康报》2020年2月9日第3版）", "2020-02-09"),
        ("请居民留在家中。\n\n长沙市疫情防控指挥部\n2020年2月9日", "2020-02-09"),
        ("请居民留在家中。\n长沙市疫情防控指挥部\n2020年 2 月 9日  \n（编辑：王五）\n", "2020-02-09"),
        ("2020-2-9 早间新闻全文>>>\n长沙市新增床位300张。", "2020-02-09"),
        # a day that is told, of the past or to come, is no imprint
        ("工程始于2020年2月9日。", None),
        ("长沙市疫情防控指挥部要求\n2020年2月9日\n前完成。", None),
        ("《传染病防治法》（2004年8月28日修订）施行。", None),
        ("《湖南日报》2020年2月9日报道，新增床位300张。后来又增加。", None),
        ("《湖南日报》（2020年02月31日 03 版）", None),
        # of several articles in one text the last speaks for the end
        ("甲。\n《湖南日报》（2020年02月08日 01 版）\n乙。\n《湖南日报》（2020年02月09日 03 版）", "2020-02-09"),
    ],
)
def test_the_day_of_the_imprint(text: str, day: str | None) -> None:
    assert imprint_date(text) == day


IMPRINT = "\n《湖南日报》（2020年03月01日 03 版）"


@pytest.mark.parametrize(
    ("head", "published", "default", "day"),
    [
        ("今天新增床位300张。", None, None, "2020-03-01"),
        # its year goes to the dateline, whose day is the one that 今天 means
        ("本报长沙2月29日讯 今天新增床位300张。", None, None, "2020-02-29"),
        ("今天新增床位300张。", "2020-03", None, "2020-03-01"),
        ("今天新增床位300张。", None, "2020", "2020-03-01"),
        # who knows from outside when it was published knows it best
        ("今天新增床位300张。", "2020-03-02", None, "2020-03-02"),
        ("今天新增床位300张。", "2020-04", None, "2020-04"),
    ],
)
def test_the_day_of_a_document(head: str, published: str | None, default: str | None, day: str) -> None:
    text = head + IMPRINT
    assert document_date(Document(id="a", text=text, published=published), text, default) == day
