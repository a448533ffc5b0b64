"""A part that is more than the count before it is a part of an earlier one; each with near misses."""

from __future__ import annotations

import pytest

from epiextract import Extractor

Told = dict[str, tuple[str | None, str | None]]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "韩国累计确诊5120例，死亡31例，其中大邱市3850例，庆尚北道702例。",
            {
                "5120例": ("confirmed", "cumulative"),
                "31例": ("death", "cumulative"),
                "3850例": ("confirmed", "cumulative"),
                "702例": ("confirmed", "cumulative"),
            },
        ),
        (
            "湖南省累计报告确诊病例702例，治愈出院61例，其中长沙市171例、岳阳市108例、邵阳市66例。",
            {
                "702例": ("confirmed", "cumulative"),
                "61例": ("recovered", "cumulative"),
                "171例": ("confirmed", "cumulative"),
                "108例": ("confirmed", "cumulative"),
                "66例": ("confirmed", "cumulative"),
            },
        ),
        (
            "意大利10149例确诊，631人死亡，伦巴第大区占5791例。",
            {
                "10149例": ("confirmed", "cumulative"),
                "631人": ("death", "cumulative"),
                "5791例": ("confirmed", "cumulative"),
            },
        ),
        (
            "韩国确诊7755例，死亡60例，大邱占5794例。",
            {
                "7755例": ("confirmed", "cumulative"),
                "60例": ("death", "cumulative"),
                "5794例": ("confirmed", "cumulative"),
            },
        ),
        # one of each
        (
            "全国确诊42638例、死亡1016例，湖北省占31728例和974例。",
            {
                "42638例": ("confirmed", "cumulative"),
                "1016例": ("death", "cumulative"),
                "31728例": ("confirmed", "cumulative"),
                "974例": ("death", "cumulative"),
            },
        ),
        # no word says what the whole counts
        (
            "累计312例，死亡22例，其中酒泉市118例，张掖市41例。",
            {
                "312例": ("confirmed", "cumulative"),
                "22例": ("death", "cumulative"),
                "118例": ("confirmed", "cumulative"),
                "41例": ("confirmed", "cumulative"),
            },
        ),
        # near misses: no more than the last, and parts of what stands right before
        (
            "湖南省累计确诊702例，治愈出院61例，其中长沙市21例、岳阳市8例。",
            {
                "702例": ("confirmed", "cumulative"),
                "61例": ("recovered", "cumulative"),
                "21例": ("recovered", "cumulative"),
                "8例": ("recovered", "cumulative"),
            },
        ),
        (
            "湖南省新增确诊病例42例，新增出院病例61例，长沙市占31例。",
            {"42例": ("confirmed", "new"), "61例": ("recovered", "new"), "31例": ("recovered", "new")},
        ),
    ],
)
def test_a_part_is_no_more_than_its_whole(extractor: Extractor, text: str, expected: Told) -> None:
    records = extractor.extract(text).records()
    assert {one["quote"]: (one.get("measure"), one.get("accumulation")) for one in records} == expected
