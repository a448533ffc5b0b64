from __future__ import annotations

from claim_maker import claim, facts
from hypothesis import given, settings
from hypothesis import strategies as st

from epiextract import aggregate, extract

PLACES = ("全国", "湖北省", "湖南省", "武汉市", "黄冈市")
DONORS = ("甲公司", "乙公司", None)


@st.composite
def counts(draw):
    value = draw(st.sampled_from((0, 10, 99, 100, 123, 1000, 1234, 17000, 17205)))
    bound = draw(st.sampled_from(("exact", "exact", "over", "under", "about")))
    doc = draw(st.sampled_from("abcde"))
    return claim(
        value,
        draw(st.integers(1, 5)),
        draw(st.sampled_from(PLACES)),
        doc=doc,
        at=draw(st.integers(0, 50)),
        bound=bound,
        quote=f"{value}例" if bound == "exact" else f"约{value}例",
        outlet={"a": "甲报", "b": "甲报"}.get(doc),
        accumulation=draw(st.sampled_from(("cumulative", "new", "current", None))),
        published=f"2020-02-0{'abcde'.index(doc) + 1}",
    )


@st.composite
def gifts(draw):
    roles = {}
    if donor := draw(st.sampled_from(DONORS)):
        roles["donor"] = donor
    if recipient := draw(st.sampled_from(("甲院", "乙院", None))):
        roles["recipient"] = recipient
    return claim(
        draw(st.sampled_from((100, 105, 200, 300))),
        draw(st.sampled_from((1, 2, None))),
        None,
        type="donation",
        doc=draw(st.sampled_from("abcde")),
        at=draw(st.integers(0, 50)),
        modality=draw(st.sampled_from(("actual", "planned"))),
        accumulation=draw(st.sampled_from((None, None, "cumulative"))),
        unit=draw(st.sampled_from(("CNY", "USD"))),
        **roles,
    )


def everything(made):
    return (
        [list(one.rows()) for one in made.series()],
        list(made.ledger().rows()),
        [one.row(("donor",)) for one in made.sums()],
        [whole.row() for whole in made.roll_up()],
        [conflict.row() for conflict in made.conflicts],
        made.unresolved(None),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(counts() | gifts(), max_size=25), st.randoms())
def test_the_order_of_documents_does_not_matter(claims, chance):
    unique = list({(c.source.id, c.at, c.quote, c.type, str(c.measure)): c for c in claims}.values())
    shuffled = list(unique)
    chance.shuffle(shuffled)
    assert everything(facts(*unique)) == everything(facts(*shuffled))


@settings(max_examples=60, deadline=None)
@given(st.lists(counts() | gifts(), min_size=1, max_size=25))
def test_the_same_documents_twice_change_nothing(claims):
    unique = list({(c.source.id, c.at, c.quote, c.type, str(c.measure)): c for c in claims}.values())
    assert everything(facts(*unique)) == everything(facts(*unique, *unique))


@settings(max_examples=60, deadline=None)
@given(st.lists(counts() | gifts(), min_size=1, max_size=20), st.integers(0, 19))
def test_a_repeat_changes_no_value_and_no_sum(claims, place):
    unique = list({(c.source.id, c.at, c.quote, c.type, str(c.measure)): c for c in claims}.values())
    again = unique[place % len(unique)]
    if again.type == "donation" and not again.names("donor"):
        return  # a gift of nobody told is another gift in another article
    # a reprint: the same words in another document of the same day and outlet
    copy = again._replace(source=again.source._replace(id="zz", outlet=again.source.outlet))
    # without sources in the policy, which a repeat may add to
    from epiextract.facts import Policy

    policy = Policy(order=("correction", "exactness", "recency"))
    before, after = facts(*unique, policy=policy), facts(*unique, copy, policy=policy)
    value = [[(cell.day, cell.value, len(cell.others)) for cell in one] for one in before.series()]
    assert value == [[(cell.day, cell.value, len(cell.others)) for cell in one] for one in after.series()]
    sums = [(one.entities, one.measure, one.unit, one.actual, one.planned, one.stated) for one in before.sums()]
    assert sums == [(one.entities, one.measure, one.unit, one.actual, one.planned, one.stated) for one in after.sums()]
    assert len(before.ledger()) == len(after.ledger())


@settings(max_examples=80, deadline=None)
@given(st.lists(counts(), max_size=30))
def test_no_part_is_counted_twice_and_none_exceeds_its_whole_unflagged(claims):
    made = facts(*claims)
    for whole in made.roll_up():
        ids = [part.entity.id for part in whole.parts]
        assert len(ids) == len(set(ids))
        for one in ids:
            # 420100 lies in 420000: never both
            stem = one.removeprefix("cn:").rstrip("0")
            assert not any(other != one and other.startswith(f"cn:{stem}") for other in ids)
        if whole.stated and whole.sum > whole.stated.value and whole.stated.chosen.looseness == 0:
            assert whole.exceeds
            assert any(c.kind == "parts" and c.entity == whole.entity and c.day == whole.day for c in made.conflicts)


@settings(max_examples=60, deadline=None)
@given(st.lists(counts() | gifts(), max_size=25))
def test_every_cell_and_entry_has_evidence_and_every_claim_is_somewhere(claims):
    made = facts(*claims)
    for one in made.series():
        for cell in one:
            for statement in (cell.chosen, *cell.others):
                assert statement.claims
                assert statement.sources >= 1
                assert any(claim.value == statement.value for claim in statement.claims)
    held = [c for entry in made.ledger() for c in entry.statement.claims]
    held = [(c.source.id, c.at, c.quote) for c in held]
    assert len(held) == len(set(held)) == sum(c.type == "donation" for c in made.claims)
    told = [c for one in made.series() for cell in one for s in (cell.chosen, *cell.others) for c in s.claims]
    assert len(told) == sum(c.type == "case_count" for c in made.claims)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9), max_size=12))
def test_a_series_of_totals_without_its_flagged_days_never_falls(values):
    series = facts(*(claim(value, day, doc=f"{day}") for day, value in enumerate(values, 1))).series()
    kept = [cell.value for one in series for cell in one if not {"falls", "high"} & set(cell.flags)]
    assert kept == sorted(kept)


def test_of_two_readings_of_one_figure_the_same_is_chosen_in_whatever_order() -> None:
    [one] = extract("2月3日，武汉市新增确诊病例20例。", published="2020-02-04").records()
    other = {**one, "place": "黄冈市", "place_code": "cn:421100"}
    rows = [[row["place"] for row in aggregate(both).rows()] for both in ([one, other], [other, one])]
    assert rows[0] == rows[1]
    assert len(rows[0]) == 1
