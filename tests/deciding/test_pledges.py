"""What a pledge tells of holds for the sentence that goes on with it."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "moods"),
    [
        ("华新集团拟捐款1200万元。其中，捐助400万元用于购买口罩。", ["planned", "planned"]),
        ("华新集团决定向武汉捐款1200万元，用于抗击疫情。其中，集团捐款800万元，员工捐款400万元。", ["planned"] * 3),
        ("李建国宣布对东盟国家进行捐赠。每个国家捐赠20万个口罩、3000件防护服。", ["planned", "planned"]),
        ("总共会有30万只口罩、2万套防护服送到塞尔维亚。", ["planned", "planned"]),
        # near misses: what has come, what goes on with nothing, and who has given
        ("华新集团拟捐款1200万元。其中，400万元已捐给武汉市慈善总会。", ["planned", "actual"]),
        ("华新集团拟捐款1200万元。恒安公司捐款400万元。", ["planned", "actual"]),
        ("华新集团向武汉捐款1200万元。其中，捐助400万元用于购买口罩。", ["actual", "actual"]),
        ("华新集团捐赠的30万只口罩送到塞尔维亚。", ["actual"]),
    ],
)
def test_a_pledge_holds_on(extractor: Extractor, text: str, moods: list[str]) -> None:
    records = [one for one in extractor.extract(text).records() if one["type"] in ("donation", "supply")]
    assert [one["modality"] for one in records] == moods
