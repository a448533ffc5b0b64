"""Names that were cut, missed or mistaken: right behind a title, parties by their centre, what a firm is said to be."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ("市民李强捐出消毒液40桶。", "李强"),
        ("渔民陈波捐出鲜鱼2000斤。", "陈波"),
        ("快递小哥赵勇匿名捐款2000元。", "赵勇"),
        ("9岁的小学生林雨桐捐出压岁钱2000元。", "林雨桐"),
        ("市民王建国捐款500元。", "王建国"),
        ("河北远山集团是农业产业化龙头企业。疫情期间，该集团捐款200万元。", "河北远山集团"),
        ("蓝海集团是一家综合性企业。2月1日，该企业向慈善总会捐款900万元。", "蓝海集团"),
        ("恒力集团捐款50万元。受到感动的是蓝海集团。该集团捐款80万元。", "蓝海集团"),
        ("民建中央向湖北捐款40万元。", "民建中央"),
        ("台盟中央通过中国红十字会捐款25万元。", "台盟中央"),
    ],
)
def test_who_gives_is_named_whole(extractor: Extractor, text: str, donor: str) -> None:
    found = extractor.extract(Document(id="a", text=text, published="2020-03-05")).records()[-1]
    assert (found["type"], found.get("donor")) == ("donation", donor)
