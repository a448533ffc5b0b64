from __future__ import annotations

from decimal import Decimal

import pytest
from claim_maker import claim, facts

from epiextract.errors import FactsError


def gift(value, donor="恒大集团", **slots):
    slots.setdefault("place", None)
    slots.setdefault("at", 0)
    slots.setdefault("sentence", f"{slots.get('doc', 'a')}报道，{donor}捐赠{value}元给有关方面。")
    roles = {"donor": donor} if donor else {}
    return claim(value, slots.pop("day", 4), type="donation", quote=f"{value}元", **roles, **slots)


def total(made, **asked):
    return [(one.entities[0].name, one.unit, one.actual, one.planned, one.stated) for one in made.sums(**asked)]


def test_repeats_are_one_gift_and_what_is_told_less_fully_joins():
    claims = [
        gift(10_000_000, recipient="武汉市慈善总会", doc="a"),
        gift(10_000_000, recipient="武汉市慈善总会", doc="b"),
        gift(10_000_000, doc="c"),
        gift(10_000_000, day=None, doc="d"),
    ]
    entries = list(facts(*claims).ledger())
    assert len(entries) == 1
    assert (len(entries[0].statement.claims), entries[0].statement.sources) == (4, 4)
    assert entries[0].entity("recipient").name == "武汉市慈善总会"


def test_what_may_belong_to_two_gifts_joins_neither():
    claims = [gift(100, recipient="甲院", doc="a"), gift(100, recipient="乙院", doc="b"), gift(100, doc="c")]
    assert len(facts(*claims).ledger()) == 3


def test_gifts_without_a_giver_are_one_only_among_copies():
    assert len(facts(gift(100, None, doc="a"), gift(100, None, doc="b")).ledger()) == 2
    text = "某企业捐款一百元。" * 60
    assert len(facts(gift(100, None, doc="a"), gift(100, None, doc="b"), texts={"a": text, "b": text}).ledger()) == 1


def test_pledges_and_running_totals_are_never_added():
    claims = [
        gift(100, doc="a"),
        gift(50, doc="b", day=5),
        gift(900, doc="c", modality="planned"),
        gift(4_131_000_000, doc="d", day=9, accumulation="cumulative"),
    ]
    assert total(facts(*claims)) == [("恒大集团", "CNY", 150, 900, 4_131_000_000)]


def test_gifts_above_their_running_total_are_a_conflict():
    made = facts(gift(100, doc="a"), gift(90, doc="b", day=5), gift(150, doc="c", day=6, accumulation="cumulative"))
    assert [(one.kind, one.why) for one in made.conflicts] == [("total", "2 entries make 190")]


def test_the_parts_of_a_gift_are_not_added_to_it():
    sentence = "恒大集团捐赠1000万元，其中现金600万元。"
    whole = gift(10_000_000, sentence=sentence, at=6)._replace(quote="1000万元")
    part = gift(6_000_000, sentence=sentence, at=16)._replace(quote="600万元")
    made = facts(whole, part)
    assert {entry.statement.value: entry.marks for entry in made.ledger()} == {
        10_000_000: ("whole",),
        6_000_000: ("part",),
    }
    assert total(made)[0][2] == 10_000_000


def test_a_sum_that_closes_a_list_is_its_whole():
    sentence = "恒大集团捐300元、200元，共500元。"
    claims = [gift(v, sentence=sentence, at=sentence.index(f"{v}元")) for v in (300, 200, 500)]
    assert total(facts(*claims))[0][2] == 500


def test_each_giver_gives_what_is_given_by_each_and_a_joint_gift_counts_once():
    made = facts(gift(100, "甲公司、乙公司", each=True), gift(70, "甲公司、乙公司", doc="b", day=5))
    assert sorted(one[::2][:2] for one in total(made)) == [("乙公司", 100), ("乙公司、甲公司", 70), ("甲公司", 100)]


def test_currencies_stay_apart_unless_the_user_gives_rates():
    made = facts(gift(100, doc="a"), gift(10, doc="b", unit="USD"))
    assert {(unit, actual) for _, unit, actual, _, _ in total(made)} == {("CNY", 100), ("USD", 10)}
    assert [one[1:3] for one in total(made, rates={"USD": "6.99"})] == [("CNY", Decimal("169.9"))]
    with pytest.raises(FactsError, match="EPX605"):
        made.sums(rates={"USD": 0})


@pytest.mark.parametrize(
    ("rates", "seen"),
    [
        ({"usd": 7}, "'usd' is no currency of figures. Did you mean USD?"),
        ({"USD": 7, "QQQ": 2}, "'QQQ' is no currency"),
        ({"美元": 7}, "'美元' is no currency of figures. Give codes"),
        ({None: 7}, "None is no currency"),
        ({"kg": 7}, "'kg' is no currency"),
        ({"CNY": 2}, "the rate of CNY is 2, and not 1"),
        ({"USD": float("nan")}, "the rate of USD is nan. Give a number above 0"),
        ({"USD": float("inf")}, "the rate of USD is inf"),
        ({"USD": Decimal("sNaN")}, "the rate of USD is"),
        ({"USD": -1}, "the rate of USD is -1"),
        ({"USD": "seven"}, "the rate of USD is 'seven'"),
        ({"USD": None}, "the rate of USD is None"),
    ],
)
def test_rates_that_would_change_nothing_or_wrongly_are_told(rates, seen):
    with pytest.raises(FactsError, match=r"\[EPX605\]") as caught:
        facts(gift(100, doc="a")).sums(rates=rates)
    assert seen in str(caught.value)


def test_the_rate_of_the_currency_itself_may_be_1_and_shared_names_have_rates_too():
    made = facts(gift(100, doc="a"), gift(10, doc="b", unit="USD"), gift(20, doc="c", unit="比索"))
    assert [one[1:3] for one in total(made, rates={"CNY": 1, "USD": 7, "比索": "0.5"})] == [("CNY", 180)]


def test_flows_of_supplies_are_apart_and_sum_along_goods():
    from epiextract.facts.claims import Name

    def moved(value, measure, id, doc):
        made = claim(value, type="supply", measure=measure, unit="只", doc=doc, accumulation=None)
        return made._replace(roles=(("item", (Name("口罩", id),)),))

    made = facts(
        moved(100, "delivered", "item:mask", "a"),
        moved(40, "delivered", "item:mask.n95", "b"),
        moved(7, "produced", "item:mask", "c"),
    )
    rows = {(one.entities[0].id, one.measure): one.actual for one in made.sums("item", type="supply", roll_up=True)}
    assert rows["item:mask", "delivered"] == 140
    assert rows["item:mask", "produced"] == 7
    assert rows["item:mask.n95", "delivered"] == 40


def test_beds_are_had_and_not_added():
    beds = [
        claim(800, 4, type="bed", measure="capacity", facility="金银潭医院", accumulation=None),
        claim(900, 6, type="bed", measure="capacity", facility="金银潭医院", accumulation=None, doc="b"),
    ]
    assert [(one.stock, one.actual) for one in facts(*beds).sums("facility", type="bed")] == [(900, 0)]


def test_people_by_origin_and_destination():
    teams = [
        claim(
            137, type="personnel", measure="medical_staff", unit="person", accumulation=None, place="黄冈市"
        )._replace(roles=(("origin", claim(1, place="湖南省").place), ("destination", claim(1, place="黄冈市").place)))
    ]
    one = facts(*teams).sums(("origin", "destination"), type="personnel")[0]
    assert ([entity.name for entity in one.entities], one.actual) == (["湖南省", "黄冈市"], 137)


def test_a_ledger_is_asked_by_entity():
    made = facts(gift(1, "甲公司"), gift(2, "乙公司", doc="b"))
    assert [entry.statement.value for entry in made.ledger().where(donor="乙公司")] == [2]


def test_entries_are_found_by_any_name_and_by_id():
    made = facts(gift(100, place="武汉市", doc="a"), gift(50, place="湖北省", doc="b"), gift(9, place=None, doc="c"))
    for name in ("武汉市", "武汉", "cn:420100"):
        assert [entry.statement.value for entry in made.ledger().where(place=name)] == [100], name
    assert len(made.ledger().where(place="武汉", donor="“恒大集团”")) == 1
    assert len(made.ledger().where(place="武汉", donor="甲公司")) == 0


@pytest.mark.parametrize("each", [True, False])
def test_a_gift_of_several_is_found_by_each_of_them(each):
    made = facts(gift(100, "腾讯公司、阿里巴巴集团", each=each), gift(7, "恒大集团", doc="b"))
    for name in ("腾讯公司", "阿里巴巴集团"):
        assert [entry.statement.value for entry in made.ledger().where(donor=name)] == [100], name


def test_entries_are_found_by_measure_and_accumulation():
    made = facts(gift(100, doc="a"), gift(150, doc="b", day=6, accumulation="cumulative")).ledger()
    assert [entry.statement.value for entry in made.where(accumulation="cumulative")] == [150]
    assert len(made.where(measure="money")) == 2
    assert len(made.where(measure="goods", accumulation="cumulative")) == 0


def test_conflicts_are_found_by_slot_type_and_entity():
    gifts = [gift(100, doc="a"), gift(90, doc="b", day=5), gift(150, doc="c", day=6, accumulation="cumulative")]
    made = facts(*gifts, claim(661, doc="a", at=50), claim(600, doc="d"))
    kinds = {"by": "donor", "type": "donation", "measure": "money", "accumulation": "cumulative", "entity": "恒大集团"}
    for name, value in kinds.items():
        found = made.conflicts_of(**{name: value})
        assert "total" in {one.kind for one in found}, name
        assert ("values" in {one.kind for one in found}) == (name == "accumulation"), name
    assert [one.kind for one in made.conflicts_of(by="place")] == ["values"]
    assert [one.kind for one in made.conflicts_of(entity="湖北")] == ["values"]
    assert len(made.conflicts_of()) == len(made.conflicts) == 2


def test_roles_without_a_column_are_told_beside_each():
    money = {"type": "finance", "measure": "relief", "unit": "CNY", "accumulation": None, "place": None}
    spent = claim(1_000_000_000, payer="财政部", payee="湖北省", each=True, **money)
    [row] = facts(spent).ledger("finance").rows()
    assert row["context"] == "each; payer 财政部; payee 湖北省"
    assert next(facts(gift(100)).ledger().rows())["context"] is None


@pytest.mark.parametrize(
    ("slots", "by", "sums"),
    [
        ({"recipient": "乙院、丙院", "each": True}, "donor", [("甲公司", 200, 0)]),
        ({"recipient": "乙院、丙院", "each": True}, "recipient", [("丙院", 100, 0), ("乙院", 100, 0)]),
        ({"recipient": "乙院、丙院"}, "donor", [("甲公司", 100, 0)]),
        ({"recipient": "五家医院", "each": True}, "donor", [("甲公司", 100, 1)]),
        ({"each": True}, "donor", [("甲公司", 100, 1)]),
        (
            {"donor": "甲公司、丁公司", "recipient": "乙院", "each": True},
            "donor",
            [("丁公司", 100, 0), ("甲公司", 100, 0)],
        ),
        ({"donor": "甲公司、丁公司", "recipient": "乙院", "each": True}, "recipient", [("乙院", 200, 0)]),
        (
            {"donor": "甲公司、丁公司", "recipient": "乙院、丙院", "each": True},
            "recipient",
            [("丙院", 100, 1), ("乙院", 100, 1)],
        ),
    ],
)
def test_what_holds_for_each_counts_as_often_or_is_told(slots, by, sums):
    made = facts(gift(100, **{"donor": "甲公司", **slots}))
    found = [(one.entities[0].name, one.actual, one.each) for one in made.sums(by)]
    assert sorted(found) == sorted(sums)
    assert [one.row([by])["each"] for one in made.sums(by)] == [each or None for _, _, each in sums]
