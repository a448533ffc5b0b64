from __future__ import annotations

import pytest
from claim_maker import claim, facts, on, values

import epiextract
from epiextract.errors import ConfigError, FactsError
from epiextract.facts import Policy


def only(found):
    assert len(found) == 1, [one.label for one in found]
    return found[0]


def test_totals_increases_and_stocks_are_series_of_their_own():
    made = facts(claim(661), claim(68, accumulation="new", at=9), claim(600, accumulation="current", at=19))
    assert {one.key.accumulation: one.cells[0].value for one in made.series()} == {
        "cumulative": 661,
        "new": 68,
        "current": 600,
    }


def test_gaps_are_left_as_gaps():
    assert values(only(facts(claim(593, 3), claim(711, 6, doc="b")).series())) == [(3, 593), (6, 711)]


def test_a_rounded_figure_joins_its_exact_one():
    made = facts(
        claim(17205, doc="a"), claim(17000, doc="b", bound="over", quote="1.7万余例"), claim(17205, doc="c")
    ).series()
    cell = only(made).cells[0]
    assert (cell.value, cell.chosen.sources, len(cell.chosen.claims), cell.others) == (17205, 3, 3, ())


def test_a_plain_round_figure_joins_its_exact_one():
    cell = only(facts(claim(17205), claim(17000, doc="b", quote="1.7万例")).series()).cells[0]
    assert (cell.value, len(cell.chosen.claims)) == (17205, 2)


def test_a_rounded_figure_that_rounds_two_stays_alone_and_is_no_conflict():
    cell = only(
        facts(claim(17205), claim(17210, doc="b"), claim(17000, doc="c", bound="over", quote="1.7万余例")).series()
    ).cells[0]
    assert [one.value for one in cell.others] == [17205, 17000]
    assert [one.value for one in cell.disputed] == [17205]


def test_an_over_above_the_exact_figure_is_a_conflict():
    cell = only(facts(claim(17205), claim(18000, doc="b", bound="over", quote="1.8万余例")).series()).cells[0]
    assert [one.value for one in cell.disputed] == [18000]


@pytest.mark.parametrize(
    ("claims", "value", "why"),
    [
        ([claim(661), claim(660, doc="b"), claim(660, doc="c")], 660, "sources"),
        ([claim(661, published="2020-02-05"), claim(660, doc="b", published="2020-02-06")], 660, "recency"),
        ([claim(500, bound="about", quote="约500例"), claim(661, doc="b", bound="exact")], 661, "exactness"),
        (
            [claim(661), claim(653, doc="b", sentence="更正：湖北省累计确诊应为653例。", quote="653例")],
            653,
            "correction",
        ),
        ([claim(661), claim(660, doc="b")], 661, "the higher value"),
    ],
)
def test_the_policy_decides_and_says_why(claims, value, why):
    cell = only(facts(*claims).series()).cells[0]
    assert (cell.value, cell.why) == (value, why)


def test_a_preferred_outlet_is_believed_before_all_else():
    claims = [claim(661, outlet="甲报"), claim(661, doc="c", outlet="丙报"), claim(650, doc="b", outlet="乙报")]
    cell = only(facts(*claims, policy=Policy(prefer=("乙报",))).series()).cells[0]
    assert (cell.value, cell.why) == (650, "preference")


def test_one_preferred_outlet_need_not_be_a_list():
    assert Policy(prefer="乙报").prefer == epiextract.aggregate([], prefer="乙报").policy.prefer == ("乙报",)
    assert Policy(order="recency").order == ("recency",)


def test_an_unknown_criterion_is_an_error():
    with pytest.raises(FactsError, match=r"EPX604.*Did you mean recency"):
        Policy(order=("recentcy",))


def test_an_unknown_slot_is_an_error():
    with pytest.raises(FactsError, match="EPX601"):
        facts(claim(1)).series(by="colour")


def test_a_falling_total_is_flagged():
    series = only(facts(claim(593, 3), claim(661, 4, doc="b"), claim(650, 5, doc="c")).series())
    assert [cell.flags for cell in series] == [(), (), ("falls",)]


def test_one_total_that_is_too_high_does_not_flag_all_that_follow():
    series = only(
        facts(claim(593, 3), claim(57910, 4, doc="b"), claim(711, 5, doc="c"), claim(720, 6, doc="d")).series()
    )
    assert [cell.flags for cell in series] == [(), ("high",), (), ()]


def test_another_value_of_the_day_is_taken_where_the_chosen_one_does_not_fit():
    claims = [claim(28086, 4), claim(2, 5), claim(30000, 5, at=30, quote="3万例"), claim(31161, 6)]
    cell = only(facts(*claims).series()).cells[1]
    assert (cell.value, cell.why, cell.flags, [one.value for one in cell.disputed]) == (30000, "fit", (), [2])
    plain = only(facts(*claims, policy=Policy(order=("exactness",))).series()).cells[1]
    assert (plain.value, plain.flags) == (2, ("falls",))


def test_a_rounded_total_is_flagged_where_no_value_that_it_allows_fits():
    kept = [claim(48206, 4), claim(57910, 5)]
    under = only(facts(*kept, claim(50, 6, bound="under", quote="不足50例")).series())
    rounded = only(facts(*kept, claim(60000, 6, bound="under", quote="近6万例")).series())
    over = only(facts(*kept, claim(100, 6, bound="over", quote="超100例")).series())
    assert [one.cells[2].flags for one in (under, rounded, over)] == [("falls",), (), ()]


def test_a_conflict_names_what_a_flagged_total_does_not_fit():
    conflict = facts(claim(593, 3), claim(661, 4, doc="b"), claim(650, 5, doc="c")).conflicts[0]
    assert (conflict.kind, [one.value for one in conflict.others]) == ("falls", [661])
    assert str(conflict) == "2020-02-05 湖北省 confirmed: 650 against 661: a total is below an earlier one"


def test_a_fall_that_the_text_explains_is_a_correction():
    sentence = "核减108例后，湖北省累计确诊553例。"
    series = only(facts(claim(661, 4), claim(553, 5, doc="b", sentence=sentence, quote="553例")).series())
    assert series.cells[1].flags == ("corrected",)


def test_a_total_is_checked_against_the_increases_since_the_last_one():
    new = [claim(68, 4, accumulation="new", at=99), claim(50, 5, doc="b", accumulation="new", at=99)]
    right = facts(claim(593, 3), claim(711, 5, doc="b"), *new).series(accumulation="cumulative")
    wrong = facts(claim(593, 3), claim(712, 5, doc="b"), *new).series(accumulation="cumulative")
    assert only(right).cells[1].flags == ()
    assert only(wrong).cells[1].flags == ("sum",)


@pytest.mark.parametrize(("added", "flags"), [(118, ()), (119, ("sum",))])
def test_a_total_is_checked_against_the_increase_of_a_period(added, flags):
    claims = [claim(593, 3), claim(711, 5, doc="b"), claim(added, 5, doc="c", date_start=4, accumulation="new")]
    assert only(facts(*claims).series(accumulation="cumulative")).cells[1].flags == flags


def test_a_stock_above_its_total_and_a_wrong_balance_are_flagged():
    claims = [claim(600), claim(40, measure="recovered", at=30), claim(10, measure="death", at=40)]
    above = facts(*claims, claim(601, accumulation="current", at=50)).series(accumulation="current")
    right = facts(*claims, claim(550, accumulation="current", at=50)).series(accumulation="current")
    assert only(above).cells[0].flags == ("above", "balance")
    assert only(right).cells[0].flags == ()


def test_an_increase_over_days_is_a_period_and_no_cell():
    series = only(facts(claim(200, 6, date_start=on(1), accumulation="new")).series())
    assert (len(series), series.periods[0].first.day, series.periods[0].statement.value) == (0, 1, 200)


def test_a_hospitals_count_is_not_its_citys():
    made = facts(claim(661, place="武汉市"), claim(30, place="武汉市", facility="金银潭医院", at=50))
    assert values(only(made.series())) == [(4, 661)]
    assert only(made.series(by="facility")).entity.name == "金银潭医院"


def test_figures_that_leave_places_out_or_are_rates_or_plans_come_into_no_series():
    from epiextract.facts.claims import Name

    made = facts(claim(1, excluding=(Name("湖北省"),)), claim(2, at=10, per="day"), claim(3, at=20, modality="planned"))
    assert made.series() == []
    assert values(only(made.series(modality="planned"))) == [(4, 3)]


def test_each_of_several_places_has_the_figure_and_a_joint_one_is_of_all_together():
    made = facts(claim(2, place="湖北省、湖南省", each=True), claim(9, place="湖北省、湖南省", at=50))
    assert {one.entity.name: one.cells[0].value for one in made.series()} == {
        "湖北省": 2,
        "湖南省": 2,
        "湖北省、湖南省": 9,
    }


def test_undated_figures_wait_until_they_are_asked_for():
    made = facts(claim(661, None, reported="2020-02-05"))
    assert made.series() == []
    cell = only(made.series(undated="reported")).cells[0]
    assert (cell.day.day, cell.flags) == (5, ("reported",))


def test_an_entity_is_found_by_name_alias_and_code():
    made = facts(claim(661))
    for name in ("湖北省", "湖北", "cn:420000"):
        assert len(made.series(place=name)) == 1
    assert made.series(place="湖南省") == []


def test_every_cell_leads_to_its_sentences():
    text = "截至2月3日24时，湖南省累计确诊病例593例。"
    row = next(epiextract.aggregate(epiextract.extract(text, published="2020-02-05")).rows())
    assert (row["quote"], text[row["start"] :].startswith(row["quote"]), row["sources"]) == ("593例", True, 1)


def test_imported_cases_are_apart():
    made = facts(claim(10), claim(3, at=40, extra=(("imported", True),)))
    assert sorted(one.key.context for one in made.series()) == [(), (("imported", "True"),)]


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda made: made.series(type="case_cont"), "EPX301.*Did you mean case_count"),
        (
            lambda made: made.series(measure="comfirmed"),
            "EPX601.*unknown measure of case_count.*Did you mean confirmed",
        ),
        (lambda made: made.series(type=None, measure="comfirmed"), "EPX601.*unknown measure 'comfirmed'"),
        (lambda made: made.series(accumulation="total"), "EPX601.*Ask for cumulative, current, new"),
        (lambda made: made.series(modality="pland"), "EPX601.*Did you mean planned"),
        (lambda made: made.series(undated="report"), "EPX601.*Did you mean reported"),
        (lambda made: made.roll_up(accumulation="total"), "EPX601"),
        (lambda made: made.ledger("nope"), "EPX301"),
        (lambda made: made.ledger().where(giver="甲"), "EPX601.*no event has the slot 'giver'"),
        (lambda made: made.ledger().where(measure="cash"), "EPX601.*unknown measure of donation"),
        (lambda made: made.sums("giver"), "EPX601"),
        (lambda made: made.sums(type="gift"), "EPX301"),
        (lambda made: made.sums(accumulation="total"), "EPX601"),
        (lambda made: made.conflicts_of(type="donatoin"), "EPX301"),
        (lambda made: made.conflicts_of(by="giver"), "EPX601"),
        (lambda made: made.unresolved("giver"), "EPX601"),
        (lambda made: made.unresolved(measure="comfirmed"), "EPX601"),
    ],
)
def test_what_there_is_none_of_is_refused(ask, says):
    with pytest.raises((ConfigError, FactsError), match=says):
        ask(facts(claim(661)))


def test_what_a_record_says_may_be_asked_for():
    made = facts(claim(661, measure="observed"), claim(30, type="activity", measure="热线", doc="b"))
    assert len(made.series(measure="observed")) == 1
    assert len(made.series(type="activity", measure="热线")) == 1
    assert len(made.series(type=None, measure="热线")) == 1
    assert made.series(type="activity", measure="班车") == []


def test_what_holds_for_each_of_others_is_no_figure_of_the_place():
    made = facts(claim(30, each=True), claim(9, place="湖北省、湖南省", day=5, each=True), claim(7, day=6))
    assert [(one.entity.name, [(c.day.day, c.value) for c in one]) for one in made.series()] == [
        ("湖北省", [(5, 9), (6, 7)]),
        ("湖南省", [(5, 9)]),
    ]
    beds = facts(claim(30, type="bed", place="武汉市", facility="甲院、乙院", each=True, accumulation="current"))
    assert not beds.series(type="bed")
    assert [(one.entity.name, one.cells[0].value) for one in beds.series(type="bed", by="facility")] == [
        ("乙院", 30),
        ("甲院", 30),
    ]
