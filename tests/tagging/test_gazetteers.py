"""Gazetteers of users: names, ids and aliases, and an error for each bad row."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import epiextract
from epiextract import Extractor
from epiextract.errors import GazetteerError
from epiextract.tagging.places.geography import Place
from epiextract.tagging.user_gazetteers import GazetteerErrors, read_gazetteer
from epiextract.text.document import Document


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "name,tag,id,aliases\n绿洲救援队,ORG,org:42,绿洲队|绿洲民间救援\n"),
        ("a.jsonl", '{"name": "绿洲救援队", "tag": "ORG", "id": "org:42", "aliases": ["绿洲队", "绿洲民间救援"]}\n'),
    ],
)
def test_names_and_aliases_are_found_with_their_id(tmp_path: Path, name: str, text: str) -> None:
    extractor = Extractor(gazetteers=[written(tmp_path, name, text)], learned=False)
    index = extractor.read(Document(id="a", text="绿洲民间救援捐赠口罩3000只。")).names
    assert [(ref.name, ref.id) for ref in index.refs(index.tagged(frozenset({"ORG"})))] == [("绿洲民间救援", "org:42")]


def test_a_place_of_the_user_is_a_place(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "name,tag,id\n云汐新城,PLACE,my:7\n")
    [event] = Extractor(gazetteers=[path], learned=False).extract("2020年2月4日，云汐新城新增确诊病例2例。")
    assert [(place.name, place.id) for place in event.place] == [("云汐新城", "my:7")]


@pytest.mark.parametrize(
    ("row", "text", "tag"),
    [
        # the library finds these names by itself, without the user's id
        ("绿洲救援队,ORG,my:1,绿洲队", "绿洲队向湘雅医院捐赠口罩3000只。", "ORG"),
        ("云汐湾集团,ORG,my:1,云汐湾", "云汐湾集团向湘雅医院捐赠口罩3000只。", "ORG"),
        ("王大川,PERSON,my:1,", "市民王大川向湘雅医院捐赠口罩3000只。", "PERSON"),
    ],
)
def test_the_name_of_the_user_comes_before_the_library_s_own(tmp_path: Path, row: str, text: str, tag: str) -> None:
    extractor = Extractor(gazetteers=[written(tmp_path, "a.csv", f"name,tag,id,aliases\n{row}\n")])
    names = extractor.read(Document(id="a", text=text)).names
    assert [ref.id for ref in names.refs(names.tagged(frozenset({tag}))) if ref.id == "my:1"] == ["my:1"]
    [event] = extractor.extract(text)
    assert event.record()["donor_id"] == "my:1"


def test_a_disease_of_the_user_is_a_disease(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "name,tag,aliases\n云汐热,DISEASE,云汐病毒病\n")
    [event] = Extractor(gazetteers=[path]).extract("2020年2月4日，湖南省新增云汐病毒病确诊病例2例。")
    assert event.record()["disease"] == "云汐热"


def test_every_bad_row_is_named(tmp_path: Path) -> None:
    rows = "name,tag,id,aliases\n绿,ORG,,\n绿洲队,TEAM,,\n云汐湾,ORG,,\n,ORG,,\n"
    path = written(tmp_path, "bad.csv", rows)
    with pytest.raises(GazetteerErrors) as caught:
        read_gazetteer(path)
    lines = str(caught.value).splitlines()
    assert [line.partition(": ")[0].rpartition(":")[2] for line in lines] == ["2", "3", "5"]
    assert all("EPX502" in line and "tag is one of" in line for line in lines)


def test_a_row_that_is_no_json_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"bad\.jsonl:2: \[EPX502\] is no JSON"):
        read_gazetteer(written(tmp_path, "bad.jsonl", '{"name": "云汐湾", "tag": "ORG"}\n{\n'))


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="EPX501"):
        read_gazetteer(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nmae,tag\n", "has the unknown column 'nmae', which may be 'name'"),
        ("nmae,tag\n绿洲队,ORG\n云汐湾,ORG\n", "has the unknown column 'nmae', which may be 'name'"),
        ("绿洲救援队;ORG\n", "has the unknown column '绿洲救援队;ORG'"),
        ("name,id\n绿洲队,org:1\n", "lacks the column 'tag'"),
        ("name,tag,tag\n", "has the column 'tag' twice"),
        ("", "is empty"),
    ],
)
def test_a_wrong_header_is_named_once(text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(GazetteerErrors) as caught:
        read_gazetteer(written(tmp_path, "bad.csv", text))
    [fault] = caught.value.faults
    assert str(fault).startswith(f"{tmp_path / 'bad.csv'}:1: [EPX502] ")
    assert says in str(fault)


def test_a_header_alone_is_a_gazetteer_without_names(tmp_path: Path) -> None:
    assert read_gazetteer(written(tmp_path, "a.csv", "name,tag\n")) == []


def test_a_row_with_too_many_fields_is_named(tmp_path: Path) -> None:
    with pytest.raises(GazetteerErrors, match=r"bad\.csv:2: \[EPX502\] has more fields than the header"):
        read_gazetteer(written(tmp_path, "bad.csv", "name,tag\n绿洲队,ORG,org:1\n"))


def test_a_good_keeps_the_id_of_the_gazetteer(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "name,tag,id\n云汐净,GOODS,my:soap\n")
    [event] = Extractor(gazetteers=[path], learned=False).extract("绿洲公司捐赠云汐净3000瓶。")
    assert [(item.name, item.id) for item in event.item] == [("云汐净", "my:soap")]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("绿洲队,ORG,42,,,", "2: [EPX502] has the id '42', which is none: take a scheme of your own"),
        ("绿洲队,ORG,my: 42,,,", "has the id 'my: 42', which is none"),
        ("绿洲队,ORG,my:4、my:2,,,", "has the id 'my:4、my:2', which is none"),
        ("绿洲队,ORG,cn:420100,,,", "has the id 'cn:420100', which is one of places, and the tag ORG"),
        ("云汐湾,PLACE,cn:999999,,,", "has the id 'cn:999999', which no place has: take an id of your own, my:云汐湾"),
        ("云汐湾,PLACE,iso:XX,,,", "has the id 'iso:XX', which no place has"),
        ("大武汉,PLACE,cn:420100,,city,", "has a level or a parent beside 'cn:420100', which is 武汉市"),
        ("云汐湾,PLACE,my:1,,town,", "has the level 'town', which is none of world"),
        ("云汐湾,PLACE,my:1,,,仙境国", "has the parent '仙境国', a name or id that no place has"),
        ("云汐湾,PLACE,my:1,,,cn:1", "has the parent 'cn:1', a name or id that no place has"),
        ("绿洲队,ORG,my:1,,city,", "has a level, which only a PLACE has"),
        ("绿洲队,ORG,my:1,,,\n云汐湾,PLACE,my:1,,,", "3: [EPX502] has the id 'my:1' of 绿洲队 in line 2"),
        ("大武汉,PLACE,cn:420100,,,\n江城,PLACE,cn:420100,,,", "has the id 'cn:420100' of 大武汉 in line 2"),
    ],
)
def test_ids_levels_and_parents_are_checked(row: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(GazetteerErrors) as caught:
        read_gazetteer(written(tmp_path, "bad.csv", f"name,tag,id,aliases,level,parent\n{row}\n"))
    [line] = str(caught.value).splitlines()
    assert says in line


def test_an_id_of_json_is_text_and_one_name_may_come_twice(tmp_path: Path) -> None:
    with pytest.raises(GazetteerErrors, match="has the id 42, which is none"):
        read_gazetteer(written(tmp_path, "bad.jsonl", '{"name": "云汐湾", "tag": "ORG", "id": 42}\n'))
    rows = "name,tag,id\n绿洲队,ORG,my:1\n绿洲队,ORG,my:1\n绿洲队,FACILITY,my:1\n云汐湾,ORG,\n云汐府,ORG,\n"
    assert len(read_gazetteer(written(tmp_path, "a.csv", rows))) == 5


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("云汐府,PLACE,my:7,,,", ("my:7", "云汐府", "city", "iso:CN")),
        ("云汐府,PLACE,,,,", ("place:云汐府", "云汐府", "city", "iso:CN")),
        ("云汐府,PLACE,my:7,,,韩国", ("my:7", "云汐府", "city", "iso:KR")),
        ("云汐府,PLACE,my:7,,,iso:KR", ("my:7", "云汐府", "city", "iso:KR")),
        ("云汐府,PLACE,my:7,,province,韩国", ("my:7", "云汐府", "province", "iso:KR")),
        ("云汐府,PLACE,my:7,,,湖南省", ("my:7", "云汐府", "city", "cn:430000")),
        ("云汐府,PLACE,my:7,,,cn:430100", ("my:7", "云汐府", "county", "cn:430100")),
        ("云汐国,PLACE,my:7,,country,", ("my:7", "云汐国", "country", "x:global")),
        ("大武汉,PLACE,cn:420100,,,", ("cn:420100", "大武汉", "city", "cn:420000")),
    ],
)
def test_a_place_says_what_it_is_and_what_holds_it(row: str, place: tuple[str, ...], tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", f"name,tag,id,aliases,level,parent\n{row}\n")
    [entry] = read_gazetteer(path)
    assert entry.payload == Place(*place)
    name = place[1]
    [event] = Extractor(gazetteers=[path], learned=False).extract(f"2020年2月4日，{name}新增确诊病例2例。")
    assert [(one.name, one.id) for one in event.place] == [(name, place[0])]


def test_an_unknown_name_says_what_is_installed() -> None:
    with pytest.raises(GazetteerError, match=r"\[EPX503\] unknown gazetteer 'zh\.nobody'. Installed are"):
        Extractor(gazetteers=["zh.nobody"])


TEXT = "绿洲救援队捐赠口罩3000只。"


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """An environment in which two packages with gazetteers are installed, one of them faulty."""
    for name, rows in (("good", "name,tag,id\n绿洲救援队,ORG,org:42\n"), ("faulty", "nmae,tag\n")):
        package = tmp_path / f"epi_{name}"
        package.mkdir()
        written(package, "__init__.py", "")
        written(package, "a.gazetteer.csv", rows)
        info = tmp_path / f"epi_{name}-0.1.0.dist-info"
        info.mkdir()
        written(info, "METADATA", f"Metadata-Version: 2.1\nName: epi-{name}\nVersion: 0.1.0\n")
        written(info, "entry_points.txt", f"[epiextract.gazetteers]\nzh.{name} = epi_{name}\n")
    home = Path(epiextract.__file__).resolve().parent.parent
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(home), str(tmp_path)))}


@pytest.mark.parametrize(
    ("options", "disabled", "found"),
    [("", "", True), ("gazetteers=['zh.good']", "", True), ("gazetteers=[]", "", False), ("", "zh.good", False)],
)
def test_installed_gazetteers_are_found(options: str, disabled: str, found: bool, installed: dict[str, str]) -> None:
    code = (
        f"import epiextract; [e] = epiextract.Extractor({options}).extract('{TEXT}'); print([d.id for d in e.donor])\n"
    )
    env = installed | {"EPIEXTRACT_DISABLE_GAZETTEERS": disabled}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert ("org:42" in done.stdout) is found, done.stderr
    warned = "left out the gazetteer zh.faulty" in done.stderr and "a.gazetteer.csv:1: [EPX502]" in done.stderr
    assert warned is (not options)


def test_a_faulty_one_raises_where_it_is_asked_for(installed: dict[str, str]) -> None:
    code = "import epiextract; epiextract.Extractor(gazetteers=['zh.faulty'])"
    done = subprocess.run([sys.executable, "-c", code], env=installed, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "a.gazetteer.csv:1: [EPX502] the header has the unknown column 'nmae'" in done.stderr
