"""Where a disaster struck, beside the authority that reports its dead."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("阿坝州汶川县发生5.9级地震。据四川省抗震救灾指挥部通报，截至9日，地震已造成17人遇难、46人受伤。", "汶川县"),
        ("洛阳市涧西区一仓库发生火灾。洛阳市消防救援支队接警后赶赴现场。事故已造成17人死亡，4人受伤。", "涧西区"),
        ("株洲市芦淞区一栋居民自建房倒塌，湖南省应急管理厅6日公布，事故造成17人死亡。", "芦淞区"),
        ("云南省昭通市盐津县发生山体滑坡。据云南省应急管理厅消息，滑坡共造成17人失联。", "盐津县"),
        (
            "丽江市宁蒗县发生5.5级地震。据中国地震台网测定。云南省应急管理厅通报，地震致17人受伤。",
            "宁蒗彝族自治县",
        ),
        # near misses: what is counted is not said to be due to it, or all of a province is counted
        ("西安市雁塔区发生聚集性疫情。陕西省卫健委通报，新增确诊病例17例，累计报告确诊病例40例。", "陕西省"),
        ("西安市雁塔区发现阳性人员。陕西省卫健委通报，全省新增确诊病例17例。", "陕西省"),
        ("洛阳市涧西区发生特大暴雨。河南省应急管理厅通报，暴雨造成17人遇难。", "河南省"),
        ("积石山县发生6.2级地震。甘肃省应急管理厅通报，地震造成全省17人遇难。", "甘肃省"),
        ("积石山县发生6.2级地震。甘肃省地震局通报，地震已致甘肃17人遇难。", "甘肃省"),
        # the authority is of another place, or another place was named since
        ("泸定县发生6.8级地震。雅安市应急管理局通报，地震已造成17人遇难。", "雅安市"),
        ("泸定县发生6.8级地震。石棉县震感强烈。四川省应急管理厅通报，地震已造成17人遇难。", "四川省"),
    ],
)
def test_a_disaster_holds_where_it_struck(extractor: Extractor, text: str, place: str) -> None:
    events = [event.record() for event in extractor.extract(text, published="2022-09-10")]
    places = [one["place"] for one in events if one["type"] in ("case_count", "activity")]
    assert places
    assert all(one.endswith(place) for one in places)
