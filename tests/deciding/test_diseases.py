"""The disease of a figure: named in its clause or sentence, or what the document is about; COVID-19 is left out."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(published="2020-02-05")


def diseases(extractor: Extractor, document: Document) -> list[str | None]:
    return [event.record().get("disease") for event in extractor.extract(document) if event.type == "case_count"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月4日，湖南省新增手足口病确诊病例3例。", ["手足口病"]),
        ("该市报告3例登革热病例。", ["登革热"]),
        # the disease opens the sentence, its cases follow
        ("那年鼠疫席卷沿海各县，造成260人死亡，另有40人痊愈。", ["鼠疫", "鼠疫"]),
        # each figure its own
        ("全省新增新冠肺炎确诊病例12例、流感确诊病例3例。", [None, "流感"]),
        ("2003年非典时，该院收治患者40名，如今又收治新冠肺炎患者7名。", ["非典", None]),
        # one name for what has several
        ("SARS当年在香港造成299人死亡。", ["非典"]),
        # another disease of the sentence before says nothing
        ("流感高发季已到。截至4日24时，全省累计确诊病例593例。", [None]),
    ],
)
def test_the_nearest_name_says_what_is_counted(extractor: Extractor, text: str, expected: list[str | None]) -> None:
    assert diseases(extractor, Document("d", text)) == expected


def test_a_document_on_one_disease_speaks_of_it_throughout(extractor: Extractor) -> None:
    body = "昨日，全市新增确诊病例8例。其中南城区5例。"
    assert diseases(extractor, Document("d", body, title="我市通报登革热疫情")) == ["登革热", "登革热"]
    assert diseases(extractor, Document("d", "新冠肺炎防控不松懈。" + body, title="我市通报登革热疫情")) == [None, None]
    assert diseases(extractor, Document("d", "登革热由蚊虫传播。" + body)) == [None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云南省报告登革热病例4180例。景洪市累计报告1260例，死亡2例。", ["登革热", "登革热", "登革热"]),
        # near misses: a document that speaks of COVID-19, of two diseases, that counts others first
        ("云南省报告登革热病例4180例。新冠肺炎疫情未了。景洪市新增确诊12例。", ["登革热", None]),
        ("云南省报告登革热病例4180例、手足口病病例90例。景洪市新增确诊12例。", ["登革热", "手足口病", None]),
        ("景洪市新增确诊12例。当年非典患者有30例。", [None, "非典"]),
    ],
)
def test_a_document_that_counts_one_disease_first_is_about_it(
    extractor: Extractor, text: str, expected: list[str | None]
) -> None:
    assert diseases(extractor, Document("d", text)) == expected


def test_the_words_that_name_it_are_evidence(extractor: Extractor) -> None:
    text = "2月4日，湖南省新增H7N9病例3例。"
    [event] = extractor.extract(text)
    start, end = event.evidence.spans["disease"]
    assert (event.record()["disease"], text[start:end]) == ("禽流感", "H7N9")


def test_rules_alone_tell_it_too() -> None:
    assert diseases(Extractor(learned=False), Document("d", "湖南省新增手足口病确诊病例3例。")) == ["手足口病"]
