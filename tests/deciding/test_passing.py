"""Places that a sentence names for something else than the place where its patients are counted."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # where patients were
        ("2月8日，日本新增确诊病例3例。其中，有1人近期并未去过武汉。", ["日本", "日本"]),
        ("瑞金市叶坪乡把武汉返瑞的46人登记造册，已有28人解除隔离。", [None, "瑞金市叶坪乡"]),
        # where they are natives of, not where they live
        (
            "截至2月22日，深圳市在观察入境旅客9180人（比前一天增加1245人），其中中国籍6938人，外国籍2242人。",
            ["深圳市"] * 4,
        ),
        ("深圳市新增确诊病例3例，其中湖北籍2例、江西籍1例。", ["深圳市"] * 3),
        ("深圳市新增确诊病例3例，福田区2例、南山区1例。", ["深圳市", "深圳市福田区", "深圳市南山区"]),
        # what others are measured by
        ("意大利成为欧洲确诊病例最多的国家，已有7300人感染，366人死亡。", ["意大利", "意大利"]),
        ("在中国以外疫情最严重的国家意大利，医院已确诊病例6100例。", ["意大利"]),
        ("韩国确诊病例已超过日本，达到4212例。", ["韩国"]),
        # the place of a part is its own alone
        ("江西省新增确诊病例30例，其中20例来自南昌市，10例为境外输入病例。", ["江西省", "南昌市", "江西省"]),
        ("全国新增死亡病例89例，全部来自湖北。", ["湖北省"]),
        ("中国1800多例死亡和6.2万例感染中的大多数发生在武汉。", ["全国", "全国"]),
        # whose contacts are traced, and what was told from elsewhere, behind the figure
        ("江西省累计报告确诊病例87例。全省追踪到境外密切接触者15人。", ["江西省", "江西省"]),
        ("全国累计确诊病例287例。\n累计收到港澳台地区通报确诊病例52例。", ["全国", "港澳台地区"]),
        # whose patient the one is that was counted
        ("江西省新增死亡病例1例，为南昌市患者。", ["南昌市"]),
        # where all of them are is told more closely than where they are counted
        ("江西省新增疑似病例4例（均在南昌市）。", ["江西省"]),
        ("江西省新增确诊病例17例，全部在南昌市。", ["江西省"]),
        # near misses of those: nothing else counts them, or it is not where they are
        ("新增确诊病例17例，全部在南昌市。", ["南昌市"]),
        ("江西省新增死亡病例1例，为北京市患者。", ["江西省"]),
        # who only checks
        ("南昌市卫健委通报，经省疾控中心复核，新增确诊病例3例。", ["南昌市"]),
        ("南昌市1月30日新增确诊病例3例，均经江西省疾控中心检测。", ["南昌市"]),
        ("经江西省疾控中心确认，新增确诊病例3例。", ["江西省"]),
        # where a team went, not where it came from
        ("江西省援鄂医疗队2月20日返程。一个月来，该队累计救治患者340人。", ["湖北省"]),
        ("江西省支援湖北医疗队返回。医疗队共收治患者340人。", ["湖北省"]),
        ("江西省医疗队返回。医疗队共收治患者340人。", ["江西省"]),
        # what is broken down by where they are
        ("江西省新增确诊病例17例，来自南昌市14例、九江市3例。", ["江西省", "南昌市", "九江市"]),
        # who is quoted speaks of the place of the office
        ("“我们已累计收治患者340例。”江西省卫健委主任李某某说，“南昌市在院14例。”", ["江西省", "南昌市"]),
        (
            "“已累计收治患者340例。”江西省卫健委主任李某某在2月4日举行的发布会上说，“南昌市在院14例。”",
            ["江西省", "南昌市"],
        ),
        ("“南昌市已累计收治患者340例。”江西省卫健委主任李某某说。", ["南昌市"]),
        ("南昌市新增确诊病例3例。“已有2人出院。”江西省卫健委主任李某某说。", ["南昌市", None]),
        # near misses: what was brought in, what is told of a place itself
        ("北京市新增确诊3例，均来自意大利。", ["北京市"]),
        ("全球确诊病例超过中国官方数字80860例。", ["全国"]),
        ("意大利疫情严重，确诊病例最多的伦巴第大区有7300人感染。", ["伦巴第大区"]),
        ("武汉市返岗人员中确诊3例。", ["武汉市"]),
    ],
)
def test_what_is_named_in_passing_is_no_place_of_patients(
    extractor: Extractor, text: str, places: list[str | None]
) -> None:
    events = [event.record() for event in extractor.extract(text, published="2020-03-10")]
    for place, event in zip(places, events, strict=True):
        assert place is None or event["place"].endswith(place)
