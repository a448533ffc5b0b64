"""How much of a count is new or gone, and what that tells of both figures; each with near misses."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor

Told = dict[str, tuple[str | None, str | None]]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str) -> Told:
    records = extractor.extract(Document("one", text, published="2022-05-10")).records()
    return {one["quote"]: (one.get("measure"), one.get("accumulation")) for one in records}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "5月8日，瑞典确诊48620例，新增712例；死亡5210例，新增64例。",
            {
                "48620例": ("confirmed", "cumulative"),
                "712例": ("confirmed", "new"),
                "5210例": ("death", "cumulative"),
                "64例": ("death", "new"),
            },
        ),
        (
            "当地时间9日，瑞典死亡5210人，新增64人；确诊48620人，新增712人。",
            {
                "5210人": ("death", "cumulative"),
                "64人": ("death", "new"),
                "48620人": ("confirmed", "cumulative"),
                "712人": ("confirmed", "new"),
            },
        ),
        # the state of a new pair holds for its 新增 too, and what stands behind the pairs is a total as they are
        (
            "芬兰确诊2750例，新增310例，死亡125例，新增18例，治愈6例。",
            {
                "2750例": ("confirmed", "cumulative"),
                "310例": ("confirmed", "new"),
                "125例": ("death", "cumulative"),
                "18例": ("death", "new"),
                "6例": ("recovered", "cumulative"),
            },
        ),
        # parts are of all, not of how many more there are
        (
            "截至5月8日，泰国确诊19例，比前一天多7例，其中6人已出院。",
            {"19例": ("confirmed", "cumulative"), "7例": ("confirmed", "new"), "6人": ("recovered", "cumulative")},
        ),
        # near misses: nothing says that some of them are new; where the first has no 新增, the last may be cases
        ("5月8日，江口市确诊12例。", {"12例": ("confirmed", "new")}),
        ("5月8日，江口市治愈出院12例。", {"12例": ("recovered", "new")}),
        (
            "江口市累计确诊56例，死亡3例，新增5例。",
            {"56例": ("confirmed", "cumulative"), "3例": ("death", "cumulative"), "5例": ("confirmed", "new")},
        ),
    ],
)
def test_what_some_are_new_of_is_a_total(extractor: Extractor, text: str, expected: Told) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "芬兰确诊病例增加310例至2750例，死亡增加18例至125例。",
            {
                "310例": ("confirmed", "new"),
                "2750例": ("confirmed", "cumulative"),
                "18例": ("death", "new"),
                "125例": ("death", "cumulative"),
            },
        ),
        ("该邮轮感染人数新增37人至212人。", {"37人": ("infection", "new"), "212人": ("infection", "cumulative")}),
        # those who are ill by now are no total
        ("全省重症病例增加5例至31例。", {"5例": ("severe", "new"), "31例": ("severe", "current")}),
        # near miss: no rise before it
        (
            "全省新增死亡病例18例，到5月8日新增出院病例125例。",
            {"18例": ("death", "new"), "125例": ("recovered", "new")},
        ),
    ],
)
def test_what_a_rise_comes_to_is_a_total(extractor: Extractor, text: str, expected: Told) -> None:
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "芬兰确诊2750例（+310），死亡125例（+18），治愈640例（+2021）",
            {
                "2750例": ("confirmed", "cumulative"),
                "310": ("confirmed", "new"),
                "125例": ("death", "cumulative"),
                "18": ("death", "new"),
                "640例": ("recovered", "cumulative"),
                "2021": ("recovered", "new"),
            },
        ),
        (
            "江口：累计确诊2750例（+0例），治愈640例（+41例）",
            {
                "2750例": ("confirmed", "cumulative"),
                "0例": ("confirmed", "new"),
                "640例": ("recovered", "cumulative"),
                "41例": ("recovered", "new"),
            },
        ),
        (
            "江口市：确诊512（↑7），治愈431（↑9）",
            {
                "512": ("confirmed", "cumulative"),
                "7": ("confirmed", "new"),
                "431": ("recovered", "cumulative"),
                "9": ("recovered", "new"),
            },
        ),
        (
            "江口市确诊+2016 疑似+380 死亡+12 治愈+95",
            {
                "2016": ("confirmed", "new"),
                "380": ("suspected", "new"),
                "12": ("death", "new"),
                "95": ("recovered", "new"),
            },
        ),
        # near miss: brackets that tell something else of the same people
        (
            "江口市累计确诊2750例（含重症310例）。",
            {"2750例": ("confirmed", "cumulative"), "310例": ("severe", "cumulative")},
        ),
    ],
)
def test_a_sign_says_that_so_many_came_on_top(extractor: Extractor, text: str, expected: Told) -> None:
    assert told(extractor, text) == expected


def test_an_arrow_down_is_a_fall(extractor: Extractor) -> None:
    records = extractor.extract("江口市：确诊512（↓7），治愈431（↑9）").records()
    assert {one["quote"]: one["value"] for one in records} == {"512": 512, "7": -7, "431": 431, "9": 9}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("芬兰死亡125例，比前一天多18例。", {"125例": ("death", 125), "18例": ("death", 18)}),
        ("全市新增31例，较前一日多出4例。", {"31例": ("confirmed", 31), "4例": ("confirmed", 4)}),
        ("全市现有重症312例，比前一天少14例。", {"312例": ("severe", 312), "14例": ("severe", -14)}),
        ("全市现有疑似病例152例，较前一日少了8例。", {"152例": ("suspected", 152), "8例": ("suspected", -8)}),
        # near misses: women are no day; how long it took
        ("全市现有重症312例，女性比男性少14例。", {"312例": ("severe", 312), "14例": ("severe", 14)}),
        ("忙了一天多，120人核酸检测为阴性。", {"120人": ("tested", 120)}),
    ],
)
def test_more_or_fewer_than_on_the_day_before(
    extractor: Extractor, text: str, expected: dict[str, tuple[str, int]]
) -> None:
    records = extractor.extract(text).records()
    assert {one["quote"]: (one["measure"], one["value"]) for one in records if one["type"] != "other"} == expected
