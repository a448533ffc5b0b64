"""`Document` and dates of publication."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from epiextract.errors import InputError
from epiextract.text.document import Document, published_date

# A slow machine is no fault of the code, and a run of the checks gives the same every time.
CHECKS = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2020", "2020"),
        ("2020年", "2020"),
        ("2020-03", "2020-03"),
        ("2020年3月", "2020-03"),
        ("2020/2/5", "2020-02-05"),
        ("2020.02.05", "2020-02-05"),
        ("2020年2月5日", "2020-02-05"),
        (" 2020-02-05 ", "2020-02-05"),
        ("2020-02-05T08:00:00Z", "2020-02-05"),
        ("2020-02-05 08:00", "2020-02-05"),
        (2020, "2020"),
    ],
)
def test_dates_of_publication(given: object, iso: str) -> None:
    assert published_date(given) == iso


@pytest.mark.parametrize("given", ["", "soon", "2020-13", "2020-02-30", "20200205", "5.2.2020", "020-02", None, "３月"])
def test_no_date_says_what_to_give(given: object) -> None:
    with pytest.raises(InputError, match=r"\[EPX404\].* is no date of publication\. Give a day, a month or a year"):
        published_date(given)


def test_where_a_bad_date_was_given_is_told() -> None:
    with pytest.raises(InputError, match=r"^--published: "):
        published_date("soon", where="--published")


def test_a_document_keeps_its_text_as_it_is() -> None:
    text = "\r\n<p>新增３例</p>\u200b\x00 "
    assert Document(id="a", text=text).text == text


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    document = Document(id="a\ud800", text="新增\ud83d3例\udfff", title="\ud800", source=None)
    assert (document.id, document.text, document.title) == ("a\ufffd", "新增\ufffd3例\ufffd", "\ufffd")
    assert len(document.text) == len("新增\ud83d3例\udfff")


@CHECKS
@given(st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=20))
def test_every_document_can_be_written(text: str) -> None:
    document = Document(id="a", text=text)
    assert len(document.text) == len(text)
    assert document.text.encode().decode() == document.text
    assert pickle.loads(pickle.dumps(document)) == document


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ({"id": 3}, "the id of a document is 3. Give a text: id=str"),
        ({"id": None}, "the id of a document is None"),
        ({"text": None}, "the text of a document is None"),
        ({"text": b"x"}, "the text of a document is b'x'"),
        ({"title": float("nan")}, "the title of a document is nan. Give a text or None"),
        ({"source": 7}, "the source of a document is 7"),
    ],
)
def test_what_is_no_text_is_told_at_once(given: dict[str, Any], seen: str) -> None:
    with pytest.raises(InputError, match=r"\[EPX403\]") as caught:
        Document(**{"id": "a", "text": "x", **given})
    assert seen in str(caught.value)
