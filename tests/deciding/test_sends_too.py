"""Who sends people: givers, places paired with others, and teams named by their members."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def senders(extractor: Extractor, text: str) -> list[str | None]:
    records = extractor.extract(Document("one", text, published="2020-03-13")).records()
    return [record.get("org") for record in records if record["type"] == "personnel"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("东湖汽车集团向武汉捐款87万元，同时派出17名技术人员支援医院建设。", ["东湖汽车集团"]),
        ("湖南省立医院向宜昌市第三人民医院捐赠口罩286只，并派出26名护士支援。", ["湖南省立医院"]),
        ("东湖汽车集团捐赠92万元，并组织14名员工到社区值守。", ["东湖汽车集团"]),
        # near miss: somebody else sends
        ("东湖汽车集团捐赠92万元，长沙市人民医院派出14名护士。", ["长沙市人民医院"]),
    ],
)
def test_giver_sends_people_too(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    assert senders(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按照统一部署，湖南省对口支援宜昌市。截至2月12日，已累计派出医疗队员286名。", ["湖南省"]),
        # near miss: the one that sends is named
        ("湖南省对口支援宜昌市。湘雅医院已派出医疗队员86名。", ["湘雅医院"]),
    ],
)
def test_place_that_is_paired_sends(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    assert senders(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("目前仍有286名湖南医疗队员留守武汉，继续救治重症患者。", ["湖南医疗队"]),
        ("在武汉的甘肃医疗队员共有402人。", ["甘肃医疗队"]),
        # near miss: annotated news names no team for these
        ("飞机载着96名甘肃队员起飞。", [None]),
    ],
)
def test_members_name_their_team(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    assert senders(extractor, text) == expected
