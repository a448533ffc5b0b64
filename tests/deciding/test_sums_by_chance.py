"""Parts of what they all add up to are no parts of what some of them happen to add up to."""

from __future__ import annotations

from epiextract import Document, Extractor


def test_all_ages_go_before_the_first_two() -> None:
    text = (
        "5月8日，全市新增治愈出院病例7例，累计治愈出院病例96例。出院病例中，男性53例，女性43例，"
        "其中：10岁及以下3例，11-20岁4例，21-30岁9例，31-40岁38例，41-50岁42例。"
    )
    records = Extractor().extract(Document("one", text, published="2022-05-09")).records()
    told = {one["quote"]: (one["measure"], one["accumulation"]) for one in records if one["type"] == "case_count"}
    assert told.pop("7例") == ("recovered", "new")
    quotes = ("96例", "53例", "43例", "3例", "4例", "9例", "38例", "42例")
    assert told == dict.fromkeys(quotes, ("recovered", "cumulative"))
