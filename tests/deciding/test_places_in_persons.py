"""Places that are part of a person's name."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("小区物业公司项目部主任刘桂平告诉记者，小区里有3例确诊病例。", None),
        ("社区书记李长春走访。“任务重。”李长春说，有3例确诊病例。", None),
        # near misses: the place stands by itself, or behind the person
        ("社区书记李长春说，长春有3例确诊病例。", "长春市"),
        ("桂平市疾控中心主任刘平说，有3例确诊病例。", "贵港市桂平市"),
    ],
)
def test_a_person_is_no_place(extractor: Extractor, text: str, place: str | None) -> None:
    (event,) = extractor.extract(Document("d", text))
    assert event.record().get("place") == place
