"""What counted sites are called, without the place that has them and the verb that opens them."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def kinds(extractor: Extractor, text: str) -> list[str | None]:
    records = extractor.extract(Document("one", text, published="2020-02-13")).records()
    return [record["kind"] for record in records if record["type"] == "facility"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("截至2月10日，南昌市外贸企业复工286家。", ["外贸企业"]),
        ("南昌市规模以上工业企业已复工1740家。", ["规模以上工业企业"]),
        ("其中，南昌定点医院17家，进贤县定点医院3家。", ["定点医院", "定点医院"]),
        ("江西省二级以上医院126家。", ["二级以上医院"]),
        ("南昌市共设集中隔离点43个。", ["集中隔离点"]),
        ("进贤县设卡点36个。", ["卡点"]),
        ("南昌市开放农贸市场87家。", ["农贸市场"]),
        ("武汉已开放方舱医院13家。", ["方舱医院"]),
        ("南昌市封控小区236个。", ["封控小区"]),
        ("江西省设置三级定点医院17家。", ["三级定点医院"]),
        ("江西省设置二级定点医院17家。", ["二级定点医院"]),
        ("江西省具备核酸检测能力的实验室达到36家。", ["实验室"]),
        ("进贤县设立村口劝返点236个。", ["村口劝返点"]),
        ("3月12日，江西省286所高中开学。", ["高中"]),
    ],
)
def test_kind_before_its_number_has_no_place_and_no_verb(extractor: Extractor, text: str, kind: list[str]) -> None:
    assert kinds(extractor, text) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # what stands behind its number keeps what it is called
        ("医务人员来自11家江西省属医疗机构。", ["江西省属医疗机构"]),
        # equipment is no verb
        ("南昌市医疗设备生产企业43家。", ["医疗设备生产企业"]),
        ("全市设备制造企业43家。", ["设备制造企业"]),
        ("我们统计的消杀企业43家。", ["消杀企业"]),
        # the last of a list of those that are counted
        ("武汉市在洪山体育馆、武汉国际会展中心2处建设方舱医院。", ["武汉国际会展中心"]),
    ],
)
def test_kind_that_is_called_so_stays(extractor: Extractor, text: str, kind: list[str]) -> None:
    assert kinds(extractor, text) == kind


def test_people_of_the_next_clause_are_no_kind(extractor: Extractor) -> None:
    assert kinds(extractor, "进贤县设立疫情劝返点236个，1740名干部群众24小时值守。") == ["疫情劝返点"]


@pytest.mark.parametrize(
    ("text", "facility"),
    [
        ("武汉已开放方舱医院13家，开放床位280张。", "方舱医院"),
        ("江西开放大学附属医院开放床位280张。", "江西开放大学附属医院"),
    ],
)
def test_verb_that_opens_a_hospital_is_no_part_of_its_name(extractor: Extractor, text: str, facility: str) -> None:
    [bed] = [one for one in extractor.extract(text).records() if one["type"] == "bed"]
    assert bed["facility"] == facility


def test_estate_that_is_disinfected_is_no_place(extractor: Extractor) -> None:
    [record] = extractor.extract("南昌市消杀小区236个。").records()
    assert (record["place"], record["kind"]) == ("南昌市", "小区")
