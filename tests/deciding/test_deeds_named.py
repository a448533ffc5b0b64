"""What an activity is called: the whole word for what was done, not who did it nor what was the matter before."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "quote", "measure"),
    [
        ("省政府新闻办已召开新闻发布会36场。", "36场", "新闻发布会"),
        ("省政府新闻办已举行36场新闻发布会。", "36场", "新闻发布会"),
        ("合肥市开展线上招聘会17场。", "17场", "招聘会"),
        ("合肥市教育局开设直播课270节。", "270节", "直播课"),
        ("合肥市组织“点对点”包车58趟。", "58趟", "包车"),
        ("合肥市开通热线电话17部。", "17部", "热线电话"),
        ("合肥市消防救援支队营救被困群众170人。", "170人", "营救"),
        ("救援人员共解救被困人员170名。", "170名", "解救"),
        ("36名被困工人获救。", "36名", "获救"),
        ("该县转移受灾群众1700人。", "1700人", "转移"),
        ("17人从废墟中被救出。", "17人", "救出"),
        ("170名市民参与献血。", "170名", "献血"),
        ("170名市民参与线上活动。", "170名", "线上活动"),
        # near misses: nobody was brought out, and no longer word is there
        ("隧道内被困人员36人。", "36人", "被困"),
        ("该县受灾群众1700人。", "1700人", "受灾群众"),
        ("合肥市开展招聘17场。", "17场", "招聘"),
    ],
)
def test_activities_are_called_by_what_was_done(extractor: Extractor, text: str, quote: str, measure: str) -> None:
    records = extractor.extract(Document("one", text, published="2022-05-10")).records()
    told = {record["quote"]: (record["type"], record["measure"]) for record in records}
    assert told[quote] == ("activity", measure)
