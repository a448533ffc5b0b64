"""Whether people are told to leave later, or asked for, behind what they make up."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def modalities(extractor: Extractor, text: str) -> list[str]:
    records = extractor.extract(Document("one", text, published="2020-02-12")).records()
    return [record["modality"] for record in records if record["type"] in ("personnel", "activity")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("湖南省卫生健康委抽调126名护士、43名医生，组成第五批援鄂医疗队，将于2月13日启程前往武汉。", ["planned"] * 2),
        ("第五批援鄂医疗队由126名护士、43名医生组成，将于明天启程前往武汉。", ["planned"] * 2),
        ("湖南抽调43名医生组成医疗队，明天出发前往武汉。", ["planned"]),
        ("湖南170名医护人员定于明天上午前往武汉。", ["planned"]),
        ("湖南组建由43名医生组成的医疗队，定于明天上午前往武汉。", ["planned"]),
        # near misses: they left, they are there and do something else later
        ("2月7日，江海医院65名多专业“精兵强将”前往武汉，医疗队将接管病区。", ["actual"]),
        ("湖南抽调43名医生组成医疗队，昨天出发前往武汉。", ["actual"]),
        ("由43名医生组成的医疗队今天抵达武汉，将在当地工作两周。", ["actual"]),
        ("43名医生组成的医疗队已启程，将于明天抵达武汉。", ["actual"]),
        ("6名工程师组成的小组今天到达，将停留两周。", ["actual"]),
    ],
)
def test_people_who_leave_later_are_planned(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert modalities(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“我们还需要43名护士。”江海市人民医院护士长王芳说。", ["planned"]),
        ("江海市人民医院急需43名护士。", ["planned"]),
        # near miss
        ("江海市人民医院现有43名护士。", ["actual"]),
    ],
)
def test_people_who_are_asked_for_are_planned(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert modalities(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("预计到2月底，长沙市将有286家企业复工，返岗人员达87万人。", ["planned"]),
        # near miss: what is there already
        ("预计到2月底，长沙市将有286家企业复工，目前返岗人员达87万人。", ["actual"]),
    ],
)
def test_what_comes_to_pass_with_what_is_expected(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert modalities(extractor, text) == expected
