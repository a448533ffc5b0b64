"""Short forms: which full form of the document each stands for."""

from __future__ import annotations

import pytest

from epiextract.extractor import Extractor
from epiextract.text.document import Document

EXTRACTOR = Extractor(learned=False)


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("宁夏第五批援湖北医疗队共153人。第五批医疗队有3名工作人员。", "第五批医疗队", "宁夏第五批援湖北医疗队"),
        # another wave, and a wave of which two provinces speak
        ("宁夏第五批援湖北医疗队共153人。第六批医疗队有3名工作人员。", "第六批医疗队", "第六批医疗队"),
        ("国家卫健委部署，市卫健委派出3支医疗队。", "市卫健委", "市卫健委"),
        ("江城市疫情防控指挥部部署，市指挥部派出3支医疗队。", "市指挥部", "江城市疫情防控指挥部"),
        ("江城市卫健委部署，市卫健委派出3支医疗队。", "市卫健委", "江城市卫健委"),
        ("宁夏首批援鄂医疗队和青海首批援鄂医疗队出发。首批医疗队有9人。", "首批医疗队", "首批医疗队"),
    ],
)
def test_a_wave_names_its_team(text: str, short: str, full: str) -> None:
    reading = EXTRACTOR.read(Document(id="a", text=text))
    mention = next(m for m in reading.names.mentions if reading.text[m.start : m.end] == short)
    assert reading.names.name(mention) == full
