"""Gazetteers of users: names, ids and aliases, and an error for each bad row."""

from __future__ import annotations

from pathlib import Path

import pytest

from epiextract import Extractor
from epiextract.errors import GazetteerError
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
