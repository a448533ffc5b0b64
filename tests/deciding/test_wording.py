"""What is said between a candidate and its figure, right around both, and in a name itself."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.candidates.slots import place_candidates, role_candidates
from epiextract.deciding.candidates.wording import BEFORE, BETWEEN, NAME, Wording
from epiextract.deciding.models.linear import Ranker
from epiextract.deciding.models.parts import Run
from epiextract.matching.reading import Reading

TEXT = "江城绿洲公益基金会筹集后转交澄湖市慈善总会口罩3万只。本月12日又送去护目镜500副，由云汐集团购买。"
BODIES = frozenset({"ORG"})


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Extractor(learned=False).read(Document(id="a", text=TEXT))


def said(reading: Reading, number: int) -> dict[str, dict[str, list[str]]]:
    """Return the pairs by the words of the candidate and the prefix."""
    figure = next(f for f in reading.figures if f.quantity.value == number)
    candidates = role_candidates(reading, figure, BODIES)
    runs = Wording(reading, figure).around(candidates)
    out: dict[str, dict[str, list[str]]] = {}
    for candidate, found in zip(candidates, runs, strict=True):
        out.setdefault(candidate.spot.words, {run.prefix: run.pairs for run in found})
    return out


def test_what_stands_between_in_one_sentence(reading: Reading) -> None:
    found = said(reading, 30000)
    giver = found["江城绿洲公益基金会"]
    assert giver["between:L:"][:5] == ["筹集", "集后", "后转", "转交", "交澄"]
    assert found["澄湖市慈善总会"]["between:L:"] == ["口罩"]
    # what stands before the name is read too, without the name itself
    assert "转交" in found["澄湖市慈善总会"]["before:L:"]


def test_a_name_behind_the_figure_is_read_from_the_other_side(reading: Reading) -> None:
    assert said(reading, 500)["云汐集团"]["between:R:"] == ["，由"]


def test_a_name_of_another_sentence_shows_what_follows_it_and_what_leads_to_the_figure(reading: Reading) -> None:
    giver = said(reading, 500)["江城绿洲公益基金会"]
    assert "between:L:" not in giver
    assert "筹集" in giver["behind:"]
    # numbers are all one: 本月12日 and 本月9日
    assert {"月9", "9日", "送去"} <= set(giver["lead:"])


def test_a_name_is_read_with_marks_for_its_ends(reading: Reading) -> None:
    assert said(reading, 500)["云汐集团"]["name:"] == ["^云", "云汐", "汐集", "集团", "团$"]
    # where it stands from the figure does not matter
    assert said(reading, 30000)["江城绿洲公益基金会"]["name:"] == said(reading, 500)["江城绿洲公益基金会"]["name:"]


def test_a_long_list_of_names_is_read_at_its_ends() -> None:
    names = [f"{one}汐新材料集团" for one in "甲乙丙丁戊己"]
    reading = Extractor(learned=False).read(Document(id="a", text=f"{'、'.join(names)}捐赠口罩3万只。"))
    (pairs,) = {tuple(found["name:"]) for words, found in said(reading, 30000).items() if "、" in words}
    assert pairs[:2] == ("^甲", "甲汐")
    assert pairs[-1] == "团$"
    assert len(pairs) <= NAME + 2


def test_runs_of_a_name_are_made_once_for_all_figures_of_other_sentences() -> None:
    text = "江城绿洲公益基金会筹集物资。送去口罩3万只，又送去护目镜500副。"
    reading = Extractor(learned=False).read(Document(id="a", text=text))
    first, second = (
        {run.prefix: run for runs in Wording(reading, figure).around(found) for run in runs}
        for figure in reading.figures
        if (found := role_candidates(reading, figure, BODIES))
    )
    assert first["behind:"] is second["behind:"]
    assert first["name:"] is second["name:"]
    assert first["lead:"] is not second["lead:"]


def test_long_stretches_are_cut_to_their_ends() -> None:
    text = f"江城市{'甲乙丙丁戊己庚辛' * 20}报告确诊病例30例。"
    reading = Extractor(learned=False).read(Document(id="a", text=text))
    figure = reading.figures[0]
    candidates = place_candidates(reading, figure)
    for runs in Wording(reading, figure).between(candidates):
        for run in runs:
            assert len(run.pairs) <= BETWEEN
    for runs in Wording(reading, figure).around(candidates):
        assert all(len(run.pairs) <= max(BETWEEN, BEFORE) for run in runs)


def test_a_ranker_weighs_each_pair_once_and_by_type() -> None:
    ranker = Ranker.of("role.donor", ("donation",), {"between:L:转交": (1.0, 0.5), "between:L:口罩": (2.0, 0.0)})
    assert ranker.heard([Run("between:L:", "转交转交口罩")], "donation") == 3.5
    assert ranker.heard([Run("between:L:", "转交转交口罩")], "supply") == 3.0
    assert ranker.heard([Run("between:R:", "转交")], "donation") == 0
    assert ranker.heard([], "donation") == 0
