"""Places below the county: named, opened by the places above them, told again, pointed at; and what names none."""

from __future__ import annotations

import pytest

from epiextract.tagging.tagger import Tagger


def _locals(text: str) -> list[tuple[str, str]]:
    found = Tagger().tag(text).places
    return [(text[m.start : m.end], m.payload.place.name) for m in found if m.payload.place.level == "local"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("长春市朝阳区红旗街道共有网格员52名。", ["长春市朝阳区红旗街道"]),
        ("家住柳溪镇的12名村民返回。", ["柳溪镇"]),
        ("湘潭市岳塘区书院路街道木鱼湖社区有居民800户。", ["湘潭市岳塘区书院路街道木鱼湖社区"]),
        ("目前，槐荫里社区已排查300人。", ["槐荫里社区"]),
        ("走进平山县石门村，党员25人在值守。", ["平山县石门村"]),
        # 家 behind a family's name, and 和 where a clause begins, are no particles
        ("朱家墩街道青禾社区有居民3人。", ["朱家墩街道青禾社区"]),
        ("周家湾村新增3例。", ["周家湾村"]),
        ("昨天，和顺社区有3人隔离。", ["和顺社区"]),
        ("平山县高新区石门镇新增3例。", ["平山县高新区石门镇"]),
        # names may end in 新 and 城, hold 和, or be numbers
        ("江汉区桦新社区有5人隔离。", ["江汉区桦新社区"]),
        ("江岸区沁芙江城小区有5人隔离。", ["江岸区沁芙江城小区"]),
        ("昨天，荷和居社区有3人隔离。", ["荷和居社区"]),
        ("洪山区杨柳村街126社区有3人隔离。", ["洪山区杨柳村街126社区"]),
        ("芸锦社区社区书记说，有3人隔离。", ["芸锦社区"]),
        ("她家住芸角小区，有3人隔离。", ["芸角小区"]),
        # a town that bears the name of a city elsewhere
        ("他返回吉安镇后，有3人隔离。", ["吉安镇"]),
        # 山镇 is no word, and a town that opens a paragraph and acts is one though its name is a word
        ("凤凰山镇组建工作队3支。", ["凤凰山镇"]),
        ("孝昌县遏制疫情。\n\n河口镇组建工作队3支。", ["河口镇"]),
        ("湾口镇党委组织党员36名。", ["湾口镇"]),
        # zones by what holds them
        ("宣城经开区有企业136家。", ["宣城经开区"]),
        ("安徽省宣城市经开区有企业136家。", ["宣城市经开区"]),
        ("临沂高新技术产业园区有企业136家。", ["临沂高新技术产业园区"]),
    ],
)
def test_localities_are_places_with_what_opens_them(text: str, names: list[str]) -> None:
    assert [name for _, name in _locals(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "各社区、村共有志愿者300名。",
        "老旧小区改造涉及200户。",
        "返乡人员50人全部登记。",
        "偏远山村有居民50人。",
        "这里是一座山水重镇，组建工作队3支。",
        "文明镇组建工作队3支。",
        "武汉社区工作者有3万名。",
        "筑牢社区防线，城市社区居民1000人受益。",
        "河南新乡新增病例3例。",
        "全省乡镇卫生院有400所。",
        "农村小区和城镇居民共500户。",
        "广大村民和乡亲捐款3万元。",
        "建设新社区的党员有30名。",
        "老城社区和新城社区共500户。",
        "这是最寻常的一种社区。",
        "县和区社区工作者有300名。",
        "全市125小区已封闭管理。",
        # where a line begins too
        "已公布\n封控小区3个。",
        "\n无疫情村1350个。",
        # zones of no city, and one that a table holds
        "国家高新区有169个，全市经开区有3个。",
        "合肥高新区新增3例。",
        "湖北镇村干部3000名。",
        "武汉镇江两地捐款3万元。",
    ],
)
def test_words_that_only_hold_a_head_are_no_places(text: str) -> None:
    assert _locals(text) == []


def test_a_locality_is_one_place_however_it_is_called() -> None:
    text = "岳塘区书院路街道木鱼湖社区封闭管理。木鱼湖社区有5人隔离，该社区另有2人治愈。"
    assert {name for _, name in _locals(text)} == {"岳塘区书院路街道木鱼湖社区"}
    assert [words for words, _ in _locals(text)][1:] == ["木鱼湖社区", "该社区"]


def test_a_locality_knows_what_holds_it() -> None:
    [place] = Tagger().tag("平山县石门村有党员25人。").places
    assert (place.payload.place.id, place.payload.place.parent) == ("local:平山县石门村", "cn:130131")
