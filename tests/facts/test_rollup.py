from __future__ import annotations

from claim_maker import claim, facts

from epiextract.facts.claims import Name


def one(wholes, name):
    found = [whole for whole in wholes if whole.entity.name == name]
    assert len(found) == 1, wholes
    return found[0]


def test_a_part_counts_by_itself_or_by_its_parts_and_never_by_both():
    claims = [
        claim(100, place="武汉市"),
        claim(40, place="黄冈市", doc="b"),
        claim(150, doc="c"),
        claim(9, place="湖南省"),
    ]
    wholes = facts(*claims).roll_up()
    province, country = one(wholes, "湖北省"), one(wholes, "全国")
    assert (province.sum, province.stated.value, province.exceeds) == (140, 150, False)
    # 湖北省 has a figure of its own: its cities are not counted beside it
    assert (country.sum, country.stated, country.value) == (159, None, 159)
    assert len(country.missing) == 29


def test_parts_that_are_more_than_their_whole_are_a_conflict():
    made = facts(claim(100, place="武汉市"), claim(60, place="黄冈市", at=30), claim(150, at=60))
    assert one(made.roll_up(place="湖北"), "湖北省").exceeds
    assert [(c.kind, c.why) for c in made.conflicts] == [("parts", "2 parts make 160")]
    assert made.conflict_counts() == {"parts": 1}


def test_places_that_lie_across_divisions_are_no_parts():
    claims = [claim(100, place="武汉市"), claim(30, at=60)._replace(place=(Name("汉口", "cn:wuhan-hankou"),))]
    assert [whole.entity.name for whole in facts(*claims).roll_up()] == ["湖北省", "全国", "全球"]


def test_hong_kong_is_no_part_of_the_total_that_the_31_provinces_report():
    claims = [claim(100), claim(30, at=60)._replace(place=(Name("香港特别行政区", "cn:810000"),))]
    assert one(facts(*claims).roll_up(), "全国").sum == 100


def test_goods_roll_up_along_their_classes():
    def stock(value, name, id, at):
        made = claim(value, type="supply", measure="stock", unit="只", accumulation="current", at=at)
        return made._replace(roles=(("item", (Name(name, id),)),))

    made = facts(stock(500, "N95口罩", "item:mask.n95", 0), stock(800, "医用外科口罩", "item:mask.surgical", 20))
    whole = one(made.roll_up(by="item", type="supply"), "口罩")
    assert (whole.sum, [part.entity.name for part in whole.parts]) == (1300, ["N95口罩", "外科口罩"])
