"""Several articles in one file: exact slices, with titles and origins."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from epiextract.text.articles import split_articles

# A slow machine is no fault of the code, and a run of the checks gives the same every time.
CHECKS = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

SEPARATOR = "===========NEXT NEWS=========="


def articles(text: str) -> list[tuple[str | None, str]]:
    return [(article.title, article.text) for article in split_articles(text, id="f")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_of_two_articles(end: str) -> None:
    text = end.join([">>>甲市通报", "", "新增3例。", "", SEPARATOR, "", ">>> 乙市通报 ", "治愈2例。", ""])
    found = list(split_articles(text, id="news.txt", published="2020-02", source="某报"))
    assert [(a.id, a.title, a.published, a.source) for a in found] == [
        ("news.txt#0", "甲市通报", "2020-02", "某报"),
        ("news.txt#1", "乙市通报", "2020-02", "某报"),
    ]
    assert all(text[a.origin : a.origin + len(a.text)] == a.text for a in found)
    assert found[1].text.endswith("治愈2例。")


def test_a_text_without_separators_is_one_article_without_a_title() -> None:
    assert articles("  新增3例。\n") == [(None, "新增3例。")]


@pytest.mark.parametrize("text", ["", " \n\r\n", f"{SEPARATOR}\n\n{SEPARATOR}\n"])
def test_nothing_is_no_article(text: str) -> None:
    assert articles(text) == []


def test_empty_articles_are_left_out_of_the_numbering() -> None:
    text = f"甲\n{SEPARATOR}\n\n{SEPARATOR}\n乙"
    assert [article.id for article in split_articles(text, id="f")] == ["f#0", "f#1"]


@pytest.mark.parametrize(
    "line", ["====", "a ==== NEXT ====", "比分 ====3:1====", "=== NEXT ===", ">>>====乙===="], ids=repr
)
def test_lines_that_look_like_separators_are_text(line: str) -> None:
    assert len(articles(f"甲\n{line}\n乙")) == 1


@pytest.mark.parametrize("line", [SEPARATOR, "====NEXT====", "  ========下一篇========  "], ids=repr)
def test_separators(line: str) -> None:
    assert articles(f"甲\n{line}\n乙") == [(None, "甲"), (None, "乙")]


@CHECKS
@given(
    st.lists(
        st.sampled_from(["新增3例。", "\n", "\r\n", " ", ">>>标题\n", f"\n{SEPARATOR}\n", "==", "=======", "\ufeff"])
    )
)
def test_articles_are_slices_and_lose_no_word(pieces: list[str]) -> None:
    text = "".join(pieces)
    last = 0
    left = ""
    for article in split_articles(text, id="f"):
        assert text[article.origin : article.origin + len(article.text)] == article.text
        assert article.origin >= last
        left += text[last : article.origin]
        last = article.origin + len(article.text)
    left += text[last:]
    assert "例" not in left
    assert "标题" not in left


@pytest.mark.timed
def test_a_long_run_of_signs_costs_no_more_than_its_length() -> None:
    began = time.perf_counter()
    [article] = split_articles("确诊3例\n" + "=" * 100_000 + "甲\n", id="f")
    assert article.text.endswith("甲")
    assert time.perf_counter() - began < 1
    assert [one.text for one in split_articles("甲\n========\n乙\n==== 丙 ====\n丁\n=======\n", id="f")] == [
        "甲",
        "乙",
        "丁\n=======",
    ]
