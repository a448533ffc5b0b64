"""Who belongs to a medical team: its party members, and those who rest after their return."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def measures(extractor: Extractor, text: str) -> list[str]:
    return [record["measure"] for record in extractor.extract(Document("one", text, published="2020-04-02")).records()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("长沙市援助湖北医疗队共有队员126人，其中党员43人，预备党员6人。", ["medical_staff"] * 3),
        ("湖南援鄂医疗队共112人，其中党员35人、团员17人。", ["medical_staff"] * 3),
        ("这支医疗队由126名护士组成，有中共党员43名。", ["medical_staff"] * 2),
        # near misses: those of others, and who is sent by an office beside a team
        ("街道组织社区工作者126名，其中党员43名。", ["other_staff"] * 2),
        ("医院派出护士12名，街道派出党员干部43名。", ["medical_staff", "other_staff"]),
    ],
)
def test_party_members_are_what_their_team_is(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert measures(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "measure", "place"),
    [
        ("3月31日，湖南省首批126名援鄂医疗队员在长沙市结束14天集中隔离休养。", "medical_staff", "长沙市"),
        ("贵州援鄂医疗队87名队员结束隔离休整，与家人团聚。", "medical_staff", "贵州省"),
        # near misses: quarantine alone, as annotated news has it, and people who are no team
        ("贵州87名队员结束了14天的隔离。", "released", "贵州省"),
        ("贵州省87名密切接触者解除隔离。", "released", "贵州省"),
    ],
)
def test_team_that_rests_at_home_is_staff(extractor: Extractor, text: str, measure: str, place: str) -> None:
    records = extractor.extract(Document("one", text, published="2020-04-01")).records()
    assert [(one["measure"], one["place"]) for one in records if one["type"] != "other"] == [(measure, place)]
