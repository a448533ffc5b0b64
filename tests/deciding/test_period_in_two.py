"""A period told in two, its end and since when."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至2月12日，今年以来湖南省共发生森林火灾43起。", ("2020-01-01", "2020-02-12")),
        ("今年以来，截至2月12日，湖南省共发生森林火灾43起。", ("2020-01-01", "2020-02-12")),
        ("截至2月12日，1月20日以来全市累计确诊病例43例。", ("2020-01-20", "2020-02-12")),
        # near misses: no beginning is told; it is told of something else, or comes behind the end
        ("截至2月12日，湖南省共发生森林火灾43起。", (None, "2020-02-12")),
        ("截至2月12日，长沙市共发生森林火灾43起，为今年以来最多。", (None, "2020-02-12")),
        ("截至2019年12月31日，今年以来的数字尚未公布，湖南省累计发生森林火灾43起。", (None, "2019-12-31")),
    ],
)
def test_end_and_beginning_side_by_side(extractor: Extractor, text: str, expected: tuple[str | None, str]) -> None:
    first = extractor.extract(Document("one", text, published="2020-02-13")).records()[0]
    assert (first.get("date_start"), first["date_end"]) == expected
