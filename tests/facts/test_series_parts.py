from __future__ import annotations

import pytest
from claim_maker import claim, facts, values

from epiextract.facts.claims import Name


def told(text: str, *figures: str | tuple[str, dict], doc: str = "a", at: int = 0, **slots):
    """Return the claims of one sentence, each found by its quote in the order given."""
    found, start = [], 0
    for quote in figures:
        start = text.index(quote, start)
        value = int("".join(sign for sign in quote if sign.isdigit()))
        found.append(claim(value, doc=doc, quote=quote, sentence=text, sentence_at=at, at=at + start, **slots))
        start += len(quote)
    return found


@pytest.mark.parametrize(
    ("sentences", "value", "parts"),
    [
        ([("湖北省累计确诊4711例（含临床诊断病例3026例）。", "4711例", "3026例")], 4711, {3026}),
        ([("湖北省累计确诊207例，其中男性97例、女性110例。", "207例", "97例", "110例")], 207, {97, 110}),
        ([("湖北省累计确诊36例。", "36例"), ("男性21例，女性15例。", "21例", "15例")], 36, {21, 15}),
        ([("男性21例，女性15例，湖北省共确诊36例。", "21例", "15例", "36例")], 36, {21, 15}),
        ([("湖北省累计确诊136例。", "136例"), ("确诊病例中，轻型的122例。", "122例")], 136, {122}),
        ([("湖北省累计确诊136例。", "136例"), ("122例确诊病例均在市第三医院治疗。", "122例")], 136, {122}),
    ],
)
def test_parts_that_differ_in_no_slot_are_no_values_of_the_day(sentences, value, parts):
    claims = [one for place, told_ in enumerate(sentences) for one in told(*told_, at=place * 100)]
    made = facts(*claims)
    [cell] = made.series(place="湖北省", measure="confirmed")[0].cells
    assert (cell.value, {one.value for one in cell.parts}, cell.others) == (value, parts, ())
    assert made.conflicts == []


@pytest.mark.parametrize(
    ("sentences", "among"),
    [
        # what is compared, or corrected, is no part
        ([("湖北省现有重症由67例降至44例。", "67例", "44例")], {67, 44}),
        ([("湖北省累计确诊由207例订正为197例。", "207例", "197例")], {207, 197}),
        # all that a place has, of those of a larger one
        ([("湖北省累计确诊136例。", "136例"), ("全国确诊病例中，湖北省122例。", "122例")], {136, 122}),
        # another count of the same
        ([("湖北省累计确诊136例，截至当晚湖北省累计确诊122例。", "136例", "122例")], {136, 122}),
        ([("湖北省累计确诊136例。", "136例"), ("湖北省累计确诊122例。", "122例")], {136, 122}),
        # the sum of two that is no figure of the document
        ([("湖北省累计确诊40例。", "40例"), ("男性15例，女性21例。", "15例", "21例")], {40, 21, 15}),
    ],
)
def test_what_is_no_part_stays_a_value(sentences, among):
    claims = [one for place, told_ in enumerate(sentences) for one in told(*told_, at=place * 100)]
    [cell] = facts(*claims).series(place="湖北省", measure="confirmed")[0].cells
    assert {cell.value, *(one.value for one in cell.others)} == among
    assert cell.parts == ()


def test_a_smaller_figure_of_another_document_is_a_value():
    one = told("湖北省累计确诊207例。", "207例")
    other = told("湖北省累计确诊197例，其中男性97例。", "197例", "97例", doc="b")
    [cell] = facts(*one, *other).series(place="湖北省", measure="confirmed")[0].cells
    assert (cell.value, [each.value for each in cell.others], [each.value for each in cell.parts]) == (207, [197], [97])


@pytest.mark.parametrize("word", ["订正", "更正", "修正", "修订"])
def test_the_figure_that_a_correction_leads_to_is_taken(word):
    old = [claim(349, accumulation="new", doc=doc, published="2020-02-20") for doc in "ab"]
    text = f"湖北省新增确诊病例由349例{word}为775例。"
    new = told(text, "349例", "775例", doc="c", published="2020-02-22", accumulation="new")
    [cell] = facts(*old, *new).series(place="湖北省", measure="confirmed")[0].cells
    assert (cell.value, cell.why, [one.value for one in cell.others]) == (775, "correction", [349])


def test_of_two_corrections_the_later_one_holds():
    first = told("核减279例后，湖北省累计确诊349例。", "349例", doc="a", published="2020-02-20")
    later = told("湖北省累计确诊由349例订正为775例。", "349例", "775例", doc="b", published="2020-02-22")
    [cell] = facts(*first, *later).series(place="湖北省", measure="confirmed")[0].cells
    assert (cell.value, cell.why) == (775, "correction")


@pytest.mark.parametrize(
    ("text", "quote", "corrected"),
    [
        ("其中宁波市157例、衢州市14例（核减7例）", "157例", False),
        ("其中宁波市157例、衢州市14例（核减7例）", "14例", True),
        ("累计确诊病例由61840例订正为62311例。", "61840例", False),
        ("累计确诊病例由61840例订正为62311例。", "62311例", True),
        ("核减108例后，湖北省累计确诊553例，累计死亡12例。", "553例", True),
        ("核减108例后，湖北省累计确诊553例，累计死亡12例。", "12例", False),
        ("昨日通报累计确诊125例有误，应为123例。", "125例", False),
        ("昨日通报累计确诊125例有误，应为123例。", "123例", True),
        ("更正：湖北省累计确诊553例，死亡12例。", "12例", True),
        ("累计确诊123例，特此更正。", "123例", True),
        ("累计确诊123例。", "123例", False),
    ],
)
def test_a_correction_is_of_the_figure_beside_it(text, quote, corrected):
    from epiextract.facts.corrections import corrects

    [one] = told(text, quote)
    assert corrects(one) is corrected


def test_by_how_much_was_corrected_is_no_value():
    text = "累计确诊病例1203例（衢州市核减7例）。"
    made = facts(*told(text, "1203例", "7例"))
    assert values(made.series(place="湖北省", measure="confirmed")[0]) == [(4, 1203)]
    assert [one.quote for one in made.left_out()["amount"]] == ["7例"]


def hubei_out(value, day=4, **slots):
    return claim(value, day, "全国", excluding=(Name("湖北省", "cn:420000"),), at=70, **slots)


def test_what_leaves_places_out_is_asked_for():
    made = facts(claim(2009, place="全国"), hubei_out(166), claim(5, place="湖北省", at=90))
    assert values(made.series(place="全国", measure="confirmed")[0]) == [(4, 2009)]
    for asked in ("湖北省", "湖北", "cn:420000", True):
        [one] = made.series(place="全国", excluding=asked)
        assert (values(one), one.excluding, one.key.context) == ([(4, 166)], "湖北省", (("excluding", "湖北省"),))
    assert made.series(place="全国", excluding="湖南省") == []
    assert [row["context"] for row in made.rows(excluding=True)] == ["excluding 湖北省"]


def test_one_series_comes_where_an_entity_and_a_measure_are_named():
    imported, flu = (("imported", True),), (("disease", "流感"),)
    made = facts(claim(67800), claim(269, at=40, extra=imported), claim(30, at=60, extra=flu))
    assert values(made.series(place="湖北省", measure="confirmed")[0]) == [(4, 67800)]
    assert len(made.series(place="湖北省", measure="confirmed")) == 1
    assert len(made.series(place="湖北省")) == len(made.series()) == 3
    [asked] = made.series(place="湖北省", measure="confirmed", imported=True)
    assert (values(asked), asked.imported) == ([(4, 269)], True)
    assert values(made.series(place="湖北省", measure="confirmed", disease="流感")[0]) == [(4, 30)]
    assert len(made.series(place="湖北省", imported=False)) == 2
    assert list(made.to_pandas(place="湖北省", measure="confirmed")["value"]) == [67800]


def test_another_disease_comes_where_nothing_else_is_told():
    made = facts(claim(30, extra=(("disease", "流感"),)))
    assert values(made.series(place="湖北省", measure="confirmed")[0]) == [(4, 30)]


def test_a_facility_of_a_place_is_asked_for():
    made = facts(claim(661, place="武汉市"), claim(30, place="武汉市", facility="金银潭医院", at=50))
    assert values(made.series(place="武汉市", facility="金银潭医院")[0]) == [(4, 30)]


def test_what_is_left_out_is_told_by_reason():
    made = facts(
        claim(661),
        claim(5, None, at=30),
        claim(6, place=None, at=40),
        claim(7, at=50, per="day"),
        claim(8, None, at=60),
    )
    assert {why: [one.value for one in left] for why, left in made.left_out().items()} == {
        "undated": [5, 8],
        "nameless": [6],
        "rate": [7],
    }
    assert made.left_out(place="湖南省") == {}
    assert set(made.left_out(measure="death")) == set()


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("吉林", "EPX606.*several places.*吉林市.*吉林省"),
        ("湖北以外", "EPX606.*excluding='湖北省'"),
    ],
)
def test_a_name_that_may_be_several_is_told(place, says):
    from epiextract.errors import FactsError

    made = facts(claim(661), claim(5, place="吉林市", at=30))
    with pytest.raises(FactsError, match=says):
        made.series(place=place)


def test_the_beginning_of_a_name_is_told_with_the_name():
    from epiextract.errors import FactsError

    ledger = facts(claim(100, type="donation", donor="上汽集团")).ledger("donation")
    assert len(ledger.where(donor="上汽集团")) == 1
    with pytest.raises(FactsError, match=r"EPX606.*Did you mean 上汽集团"):
        ledger.where(donor="上汽")
    assert len(ledger.where(donor="恒力集团")) == 0
    assert (ledger[0].statement.value, str(ledger)) == (100, "donation: 1 entries")


def test_conflicts_between_documents_come_first_and_knock_on_ones_are_left():
    within = told("湖北省累计确诊136例。", "136例") + told("湖北省累计确诊122例。", "122例", at=100)
    between = [claim(700, 9, doc="b"), claim(650, 9, doc="c"), claim(10, 9, doc="b", accumulation="new", at=99)]
    made = facts(*within, *between, claim(640, 8, doc="d"), claim(705, 10, doc="e"))
    assert [(one.kind, one.between_documents, one.seriousness) for one in made.conflicts] == [
        ("values", True, 0),
        ("values", False, 2),
    ]
    assert len(made.conflicts_of(between_documents=True)) == len(made.conflicts_of(kind="values")) - 1 == 1


def test_a_guess_says_so():
    [row] = facts(claim(661), claim(660, doc="b")).rows()
    assert (row["why"], row["flags"]) == ("the higher value", "values、guess")
    assert str(facts(claim(661)).series()[0]) == "湖北省: confirmed, cumulative: 1 days, 2020-02-04 to 2020-02-04"


@pytest.mark.parametrize(("before", "added"), [("每台价值", False), ("单价", False), ("总价值", True), ("价值", True)])
def test_what_one_is_worth_is_in_no_sum(before, added):
    gift = {"type": "donation", "measure": "goods_value", "donor": "甲公司"}
    made = facts(*told(f"甲公司捐赠救护车20辆，{before}30元。", "30元", **gift))
    assert [one.actual for one in made.sums("donor")] == [30 if added else 0]
    assert [entry.marks for entry in made.ledger()] == [() if added else ("unit",)]
