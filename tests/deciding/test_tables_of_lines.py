"""Tables copied as plain lines: bare heads, totals, numbers of rows, cells apart by commas, rows of sums."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.lists.tables import column_heads


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def read(extractor: Extractor, text: str, *slots: str) -> list[str]:
    records = extractor.extract(Document("one", text, published="2020-02-20")).records()
    return [" ".join([record["quote"], *(str(record.get(slot)) for slot in slots)]) for record in records]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "区县 新增 累计 治愈\n沙洋县 4 92 31\n京山市 0 60 12",
            [
                "4 confirmed new",
                "92 confirmed cumulative",
                "31 recovered cumulative",
                "0 confirmed new",
                "60 confirmed cumulative",
                "12 recovered cumulative",
            ],
        ),
        (
            "国家|现有|累计人数|死亡\n泰国|30|42|1",
            ["30 confirmed current", "42 confirmed cumulative", "1 death cumulative"],
        ),
        # who is ill is a stock, who died or was cured a total
        (
            "地市 确诊 重症 出院 死亡\n沙洋县 92 7 31 2",
            ["92 confirmed cumulative", "7 severe current", "31 recovered cumulative", "2 death cumulative"],
        ),
        (
            "城市 新增确诊 累计确诊 新增出院 累计出院\n京山市 2 60 5 17",
            ["2 confirmed new", "60 confirmed cumulative", "5 recovered new", "17 recovered cumulative"],
        ),
        # a word that is told again is of the head before it
        (
            "国家 确诊 新增 死亡 新增\n泰国 92 7 4 1",
            ["92 confirmed cumulative", "7 confirmed new", "4 death cumulative", "1 death new"],
        ),
        ("国家 确诊 新增\n泰国 92 7", ["92 confirmed cumulative", "7 confirmed new"]),
        # near miss: what is new alone
        ("区县 新增确诊 新增死亡\n沙洋县 4 1", ["4 confirmed new", "1 death new"]),
    ],
)
def test_what_heads_of_columns_say(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert read(extractor, text, "measure", "accumulation") == expected


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("区县 新增 累计 治愈\n沙洋县 4 92 31", True),
        # near misses: no cases, another sum, prose, fewer figures
        ("学校 新增 累计\n沙洋县 4 92", False),
        ("区县 新增捐款 累计捐款 死亡\n沙洋县 4 92 31", False),
        ("新增确诊，累计确诊，死亡\n沙洋县 4 92 31", False),
        ("区县 新增 累计 治愈\n沙洋县 4 92", False),
    ],
)
def test_what_is_a_table_of_cases(extractor: Extractor, text: str, table: bool) -> None:
    assert bool(column_heads(extractor.read(Document("one", text)))) is table


def test_a_table_of_one_day_has_no_totals(extractor: Extractor) -> None:
    found = read(extractor, "2月19日各县新增情况\n区县 确诊 治愈\n沙洋县 4 3", "accumulation")
    assert "3 cumulative" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "排名 国家 确诊 治愈\n3 日本 93 22\n5 美国 29 3",
            ["93 confirmed 日本", "22 recovered 日本", "29 confirmed 美国", "3 recovered 美国"],
        ),
        (
            "序号 区县 累计确诊病例\n1 万州区 98\n2 合川区 19",
            ["98 confirmed 重庆市万州区", "19 confirmed 重庆市合川区"],
        ),
        ("序号,国家,确诊,治愈\n1,泰国,35,17", ["35 confirmed 泰国", "17 recovered 泰国"]),
        (
            "地区,现有确诊,累计确诊,治愈\n湖北,17151,67773,47585\n广东,80,1353,265",
            [
                "17151 confirmed 湖北省",
                "67773 confirmed 湖北省",
                "47585 recovered 湖北省",
                "80 confirmed 广东省",
                "1353 confirmed 广东省",
                "265 recovered 广东省",
            ],
        ),
        # as many cells as heads, though they could group a number
        (
            "地区,累计确诊,治愈,死亡\n广东,13,977,631",
            ["13 confirmed 广东省", "977 recovered 广东省", "631 death 广东省"],
        ),
        # near miss: thousands grouped by commas
        ("地区,累计确诊\n湖北,67,773", ["67,773 confirmed 湖北省"]),
    ],
)
def test_numbers_of_rows_and_cells_stand_apart(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert read(extractor, text, "measure", "place") == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("区县 累计确诊 治愈\n沙洋县 92 31\n京山市 60 12\n合计 152 43", None),
        ("荆门市疫情一览。\n区县 累计确诊 治愈\n沙洋县 92 31\n京山市 60 12\n合计 152 43", "荆门市"),
    ],
)
def test_sums_are_at_no_place_of_a_row(extractor: Extractor, text: str, place: str | None) -> None:
    found = read(extractor, text, "measure", "accumulation", "place")
    assert found[-2:] == [f"152 confirmed cumulative {place}", f"43 recovered cumulative {place}"]


def test_thousands_end_with_their_digits(extractor: Extractor) -> None:
    assert not {"80,135", "8,126"} & {event.quote for event in extractor.extract("广东,80,1353,8,1265").figures}
