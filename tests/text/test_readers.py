"""Readers of files, folders and standard input; faults come with the place and what to do."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from epiextract.errors import InputError
from epiextract.text.document import Document, FailedDocument
from epiextract.text.readers import decode, read_documents

TEXT = "截至2月4日24时，湖南省累计报告确诊病例661例。"


def read(*paths: Path | str, **options: str) -> list[Document | FailedDocument]:
    return list(read_documents(paths, **options))


def texts(*paths: Path | str, **options: str) -> list[str]:
    return [document.text for document in read(*paths, **options) if isinstance(document, Document)]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        b"\0\0\xfe\xff" + TEXT.encode("utf-32-be"),
    ],
    ids=["utf-8", "utf-8 with BOM", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"],
)
def test_encodings_are_found_out(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert texts(tmp_path / "a.txt") == [TEXT]


def test_an_encoding_can_be_named(tmp_path: Path) -> None:
    traditional = "新增確診病例3例"
    (tmp_path / "a.txt").write_bytes(traditional.encode("big5"))
    assert texts(tmp_path / "a.txt", encoding="big5") == [traditional]


@pytest.mark.parametrize("encoding", ["utf-16le", "UTF-16LE", "utf_16_le", "utf-16-be", "utf-32", "UTF-32LE", "U16"])
def test_an_encoding_with_nul_bytes_can_be_named_as_one_likes(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    assert texts(tmp_path / "a.txt", encoding=encoding) == [TEXT]


def test_a_failed_row_has_the_name_of_its_row(tmp_path: Path) -> None:
    rows = [{"id": "n7", "text": "甲", "published": "soon"}, {"id": 0, "title": "乙"}, {"doc": "d", "id": 1, "text": 3}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, [*rows, {"id": 0, "text": "甲"}])), encoding="utf-8")
    *failed, last = read(tmp_path / "a.jsonl")
    assert [one.id for one in failed] == ["n7", "0", "d"]
    assert all(isinstance(one, FailedDocument) and "a.jsonl:" in one.reason for one in failed)
    assert last.id == "0"


def test_one_path_need_not_be_a_list(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert [one.text for path in (tmp_path, str(tmp_path)) for one in read_documents(path)] == [TEXT, TEXT]


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("甲\r\n乙\r丙".encode())
    assert texts(tmp_path / "a.txt") == ["甲\r\n乙\r丙"]


@pytest.mark.parametrize(
    ("data", "encoding", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", None, "holds NUL bytes"),
        (b"\xff\xfe\x00", None, "is not text in utf-16"),
        (b"\xff\xff\xff\xff", None, "is not text in utf-8, gb18030, big5"),
        (TEXT.encode(), "ascii", "is not text in ascii"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, encoding: str | None, says: str) -> None:
    with pytest.raises(InputError, match=rf"^a\.bin: \[EPX402\] {says}.*\. \w+ .*\.$"):
        decode(data, "a.bin", encoding)


def test_an_unknown_encoding_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="the encoding 'klingon' is unknown"):
        read(tmp_path, encoding="klingon")


def test_a_missing_file_is_told_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    documents = read_documents([tmp_path / "a.txt", tmp_path / "b.txt"])
    with pytest.raises(InputError, match=r"b\.txt: \[EPX401\] no such file or folder\. Check the path\."):
        next(documents)


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        {"doc": "n1", "text": TEXT, "title": "通报", "published": "2020-02-05", "source": "某报", "group": 7},
        {"id": 12, "text": "甲\u2028乙"},
        {"text": ""},
    ]
    file = tmp_path / "a.jsonl"
    file.write_text("\ufeff" + "\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    first, second, third = read(file, published="2020-03")
    assert isinstance(first, Document)
    assert (first.id, first.title, first.published, first.source) == ("n1", "通报", "2020-02-05", "某报")
    assert first.meta == {"group": 7}
    assert isinstance(second, Document)
    assert (second.id, second.text, second.published) == ("12", "甲\u2028乙", "2020-03")
    assert isinstance(third, Document)
    assert third.id == "a.jsonl:5"


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ('{"title": "甲"}', "EPX403", "no 'text': its keys are title"),
        ("{}", "EPX403", "no 'text': its keys are none"),
        ('{"text": 3}', "EPX403", "no 'text': it is 3"),
        ("[1, 2]", "EPX403", "no 'text': it is no object"),
        ("{oops", "EPX406", "is no JSON"),
        ("[" * 100_000, "EPX406", "is no JSON"),
        ('{"text": "甲", "published": "昨天"}', "EPX404", "'昨天' is no date of publication"),
    ],
)
def test_a_bad_line_is_kept_aside_and_the_rest_is_read(line: str, code: str, says: str, tmp_path: Path) -> None:
    good = json.dumps({"text": TEXT})
    (tmp_path / "a.jsonl").write_text(f"{good}\n{line}\n{good}\n", encoding="utf-8")
    first, bad, last = read(tmp_path / "a.jsonl")
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, FailedDocument)
    assert (bad.id, bad.code, bad.source) == ("a.jsonl:2", code, "a.jsonl")
    assert bad.reason.startswith(f"a.jsonl:2: [{code}] {says}")
    assert bad.reason.endswith("."), "it says what to do"


def test_csv(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        f'\ufeffdoc,text,published,place\r\nn1,"{TEXT}\n第二行",2020-02-05,长沙\r\n,,,\r\n',
        encoding="utf-8",
        newline="",
    )
    first, second = read(tmp_path / "a.csv")
    assert isinstance(first, Document)
    assert (first.id, first.text, first.published) == ("n1", f"{TEXT}\n第二行", "2020-02-05")
    assert first.meta == {"place": "长沙"}
    assert isinstance(second, Document)
    assert (second.id, second.text) == ("a.csv:4", "")


@pytest.mark.parametrize(
    ("rows", "ids", "says"),
    [
        ("1,累计确诊病例1,749例。\n2,甲\n", ["1", "2"], "a.csv:2: [EPX406] has more fields than columns. Quote"),
        ('1,"甲"乙\n2,甲\n', ["a.csv:2", "2"], "a.csv:2: [EPX406] is no CSV"),
        ('1,甲\n2,"乙\n3,丙\n4,丁\n', ["1", "a.csv:3"], "a.csv:3: [EPX406] is no CSV: unexpected end of data"),
    ],
)
def test_a_row_that_is_no_csv_is_kept_aside(rows: str, ids: list[str], says: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,text\n{rows}", encoding="utf-8")
    found = read(tmp_path / "a.csv")
    assert [one.id for one in found] == ids
    [fault] = [one for one in found if isinstance(one, FailedDocument)]
    assert says in fault.reason


def test_a_comma_at_the_end_of_a_row_is_no_field(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\n1,甲,,\n", encoding="utf-8")
    assert texts(tmp_path / "a.csv") == ["甲"]


def test_csv_without_a_column_of_texts_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("title,body\n甲,乙\n丙,丁\n", encoding="utf-8")
    [fault] = read(tmp_path / "a.csv")
    assert isinstance(fault, FailedDocument)
    assert fault.reason == (
        "a.csv:1: [EPX403] no column 'text': its columns are title, body. Name the column of texts 'text'."
    )


def test_html_has_its_title(tmp_path: Path) -> None:
    page = "<html><head><title>甲市 &amp; 乙市</title></head><body><p>新增3例</p></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    [document] = read(tmp_path / "a.html")
    assert isinstance(document, Document)
    assert (document.id, document.title, document.text) == ("a.html#0", "甲市 & 乙市", page)


def test_a_folder_is_read_whole_in_order_and_bad_files_are_kept_aside(tmp_path: Path) -> None:
    for name in ("news/b.txt", "news/a/z.txt", "news/a/a.html", "news/readme.pdf", "news/c.TXT"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "news" / "bad.txt").write_bytes(b"\x00\x01")
    found = read(tmp_path / "news")
    assert [one.id for one in found] == [
        "news/a/a.html#0",
        "news/a/z.txt#0",
        "news/b.txt#0",
        "news/bad.txt",
        "news/c.TXT#0",
    ]
    fault = found[3]
    assert isinstance(fault, FailedDocument)
    assert fault.code == "EPX402"


def test_two_files_of_one_name_stay_two_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("x", "y"):
        Path(folder).mkdir()
        Path(folder, "a.txt").write_text(TEXT, encoding="utf-8")
        Path(folder, "a.html").write_text(TEXT, encoding="utf-8")
    assert [one.id for one in read("x/a.txt", "y/a.txt")] == ["x/a.txt#0", "y/a.txt#0"]
    assert [one.id for one in read("x", "y/a.txt")] == ["x/a.html#0", "x/a.txt#0", "a.txt#0"]
    assert [one.id for one in read(".")] == ["x/a.html#0", "x/a.txt#0", "y/a.html#0", "y/a.txt#0"]


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (TEXT.encode(), ["stdin#0"]),
        (TEXT.encode("gb18030"), ["stdin#0"]),
        (b'{"doc": "n1", "text": "a"}\n{"text": "b"}', ["n1", "stdin:2"]),
        (b'\xef\xbb\xbf {"doc": "n1", "text": "a"}', ["n1"]),
        (b"", []),
    ],
)
def test_standard_input(data: bytes, ids: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [one.id for one in read("-")] == ids


def test_the_date_of_publication_is_for_documents_that_have_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲\n======NEXT======\n乙", encoding="utf-8")
    assert [one.published for one in read(tmp_path / "a.txt", published="2020年3月") if isinstance(one, Document)] == [
        "2020-03",
        "2020-03",
    ]


def test_a_bad_date_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="EPX404"):
        next(read_documents([tmp_path], published="soon"))


@pytest.fixture
def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a good file beside a folder that may not be listed, whoever runs the test."""
    for name in ("a.txt", "closed/b.txt", "open/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    listing = os.scandir

    def scandir(path: Any = ".") -> Any:
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr(os, "scandir", scandir)
    return tmp_path


def test_a_folder_that_may_not_be_listed_is_kept_aside(closed: Path) -> None:
    found = read(closed)
    assert [one.id.removeprefix(f"{closed.name}/") for one in found] == ["closed", "a.txt#0", "open/c.txt#0"]
    assert isinstance(found[0], FailedDocument)
    assert found[0].code == "EPX401"
    assert "[EPX401] cannot be read: Permission denied. Check its permissions." in found[0].reason


def test_a_given_folder_that_may_not_be_listed_is_an_error(closed: Path) -> None:
    with pytest.raises(InputError, match=r"closed: \[EPX401\] cannot be read: Permission denied"):
        read(closed / "open", closed / "closed")


def test_a_file_that_may_not_be_looked_at_is_kept_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    looking, reading = os.stat, Path.read_bytes

    def refused(path: Any, *rest: Any, **options: Any) -> Any:
        if Path(path).name == "a.txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return looking(path, *rest, **options)

    monkeypatch.setattr(os, "stat", refused)
    monkeypatch.setattr(Path, "read_bytes", lambda path: refused(path) and reading(path))
    assert [(one.id, one.code) for one in read(tmp_path) if isinstance(one, FailedDocument)] == [
        (f"{tmp_path.name}/a.txt", "EPX401")
    ]


@pytest.mark.parametrize("name", ["notes", "notes.log", "a.TXT", "a.md", "a.text", "a.2020"])
def test_a_named_file_of_any_other_ending_is_a_plain_text(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert texts(tmp_path / name) == [TEXT]
    assert len(texts(tmp_path)) == (name.lower().endswith((".txt", ".md", ".text"))), "a folder passes others over"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("a.docx", r"is a document of a word processor by its ending \.docx\. Save it as text"),
        ("a.PDF", r"is a document of pages by its ending \.pdf\. Take its text out first"),
        ("a.xlsx", r"is a spreadsheet by its ending \.xlsx\. Save it as \.csv, with the texts in a column 'text'\."),
        ("a.tsv", r"is a table of tabs by its ending \.tsv\. Save it as \.csv"),
        ("a.zip", r"is an archive by its ending \.zip\. Unpack it, and give the folder"),
        ("a.tar.gz", r"is an archive by its ending \.tar\. Unpack it"),
        ("a.json", r"is one piece of JSON by its ending \.json\. Give JSON Lines"),
        ("a.json.gz", r"is one piece of JSON by its ending \.json\. Give JSON Lines"),
        ("a.parquet", r"is a file of records by its ending \.parquet\. Give documents"),
    ],
)
def test_what_its_ending_tells_to_be_no_text_is_refused_before_anything_is_read(
    name: str, says: str, tmp_path: Path
) -> None:
    for one in ("a.txt", name):
        (tmp_path / one).write_text(TEXT, encoding="utf-8")
    for given in ((tmp_path / name,), (tmp_path / "a.txt", tmp_path / name)):
        with pytest.raises(InputError, match=r"\[EPX402\] " + says):
            next(read_documents(given))
    assert texts(tmp_path) == [TEXT], "a folder passes it over"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.4\n1 0 obj", "is a document of pages by its first bytes. Take its text out first"),
        (b"PK\x03\x04\x14\0", "is a zip file, or an office file by its first bytes. Save it as text (.txt) or as HTML"),
        (b"{\\rtf1\\ansi", "is a document of a word processor by its first bytes. Save it as text"),
        (b"\x1f\x8b\x08\0broken", "is gzip that cannot be unpacked: "),
    ],
)
def test_what_its_first_bytes_tell_to_be_no_text_is_told(data: bytes, says: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(InputError, match=r"\[EPX402\]") as caught:
        read(tmp_path / "a.txt")
    assert says in str(caught.value)
    [failed] = read(tmp_path)
    assert isinstance(failed, FailedDocument)
    assert says in failed.reason


def test_files_packed_with_gzip_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import gzip

    row = json.dumps({"doc": "n1", "text": TEXT})
    for name, text in (("a.jsonl.gz", row), ("b.CSV.GZ", f"doc,text\nn2,{TEXT}\n"), ("c.txt.gz", TEXT), ("d.gz", TEXT)):
        (tmp_path / name).write_bytes(gzip.compress(text.encode("gb18030")))
        assert texts(tmp_path / name) == [TEXT]
    found = [document.id for document in read(tmp_path)]
    folder = tmp_path.name
    assert found == ["n1", "n2", f"{folder}/c.txt.gz#0"]
    packed = io.TextIOWrapper(io.BytesIO(gzip.compress(row.encode())))
    monkeypatch.setattr(sys, "stdin", packed)
    assert [document.id for document in read("-")] == ["n1"]
